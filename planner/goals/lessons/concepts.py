"""What people ask for without a name: kinds, tastes, uses, needs; which things fit, and how it is said."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from planner.goals.lessons.concepts_home import HOME
from planner.goals.lessons.concepts_world import WORLD
from planner.goals.lessons.texts import lines_of
from planner.goals.lessons.things import Concept, members

# name: (true, maybe, singular nouns, plural nouns, after "something", sentences of need)
_Row = tuple[str, str, str, str, str, str]
_TABLE: dict[str, _Row] = {
    "drink": (
        "drink",
        "sauce, oil, ice pack, soups, brew supply, baby food, preserve, serveware, restaurant, medicine, frozen "
        "dessert, canteen, thermos",
        "drink; beverage",
        "drinks; beverages; things to drink",
        "to drink; drinkable; i can drink",
        "",
    ),
    "thirst": (
        "drink, -alcohol, -espresso, -coffee, -tea, iced tea, -milk, -hot chocolate, -cup of cocoa, -energy shot, "
        "-decaf coffee",
        "alcohol, sauce, oil, fruit, sour fruit, coffee, tea, milk, vegetable, ice pack, soups, canteen, preserve, "
        "baby food, restaurant, frozen dessert, brew supply, other drink, energy drink, medicine",
        "thirst quencher",
        "",
        "to quench my thirst; for my thirst; against thirst; refreshing; hydrating; that will hydrate me; for a dry "
        "throat",
        "i'm {thirsty}; i am {so thirsty}; i'm {parched}; my {throat is dry}; i need to {hydrate}",
    ),
    "soda": (
        "soda",
        "energy drink, sparkling water, soda water can, tonic water, ginger ale, root beer, lemonade can, alcohol, "
        "other drink, bubble bath, soap bubbles, medicine, packaging waste, waste",
        "soda; soft drink; pop; fizzy drink; carbonated drink",
        "sodas; soft drinks; fizzy drinks",
        "fizzy; bubbly; carbonated; with bubbles",
        "",
    ),
    "cola": (
        "coke, coke can, pepsi, pepsi bottle, cola bottle, cherry cola, diet coke, pepsi can, cola can, bottle of "
        "coke, can of coke",
        "dr pepper, root beer, soda can, soda bottle",
        "cola",
        "colas",
        "",
        "",
    ),
    "caffeine": (
        "coffee, tea, energy drink, coke, coke can, pepsi, pepsi bottle, cola bottle, cherry cola, diet coke, dr "
        "pepper, pepsi can, cola can, bottle of coke, can of coke",
        "soda, herbal tea, other drink, treat, frozen dessert, dessert, bar snack, brew supply, alarm clock, "
        "medicine, sweet spread, baking supply, milk, -decaf coffee",
        "caffeinated drink; drink with caffeine; caffeinated beverage",
        "caffeinated drinks; drinks with caffeine",
        "caffeinated; with caffeine; that contains caffeine; to keep me awake; to wake me up; for a caffeine kick",
        "i'm {so tired}; i need to {stay awake}; i need some {caffeine}; i can't {keep my eyes open}",
    ),
    "decaf": (
        "water, herbal tea, juice, milk, lemonade, smoothie, coconut water, sprite, fanta, 7up, ginger ale, "
        "lemonade can, orange soda, lime soda can, beer, cider, red wine, sports drink, -chocolate milk, decaf "
        "coffee, milkshake, strawberry milkshake, vanilla milkshake, fruit punch, lassi, grape soda, lemon soda, "
        "ginger beer",
        "soda, alcohol, chocolate milk, other drink, soups, baby food",
        "drink without caffeine; caffeine free drink; decaf drink; non caffeinated drink",
        "drinks without caffeine; caffeine free drinks",
        "to drink without caffeine; caffeine free to drink; that has no caffeine to drink",
        "",
    ),
    "alcohol": (
        "alcohol",
        "kombucha, vanilla, ginger beer, malt drink, chemical, toiletry, cleaning agent, first aid, paint supply, "
        "cake, dessert, coffee, energy drink, chocolates, medicine, baking supply, lighter fluid, packaging waste",
        "alcoholic drink; alcoholic beverage; drink with alcohol",
        "alcoholic drinks; alcoholic beverages",
        "alcoholic; with alcohol; strong to drink",
        "",
    ),
    "soft": (
        "drink, -alcohol",
        "kombucha, sauce, oil, soups, malt drink",
        "drink without alcohol; non alcoholic drink; alcohol free beverage",
        "non alcoholic drinks; drinks without alcohol",
        "non alcoholic to drink; alcohol free",
        "",
    ),
    "hot drink": (
        "coffee, -iced coffee, -cold brew, tea, -iced tea, -tea bottle, herbal tea, hot chocolate, -iced latte, "
        "-coffee cup, -bubble tea, decaf coffee, cup of cocoa",
        "milk, coffee cup, cup, soups, brew supply, serveware, thermos, bubble tea, tea bottle, restaurant",
        "hot drink; warm drink; hot beverage",
        "hot drinks",
        "hot to drink; warm to drink; warming to sip",
        "i'm {freezing} and want a hot drink",
    ),
    "juice": (
        "juice, -carrot juice, -tomato juice, -beet juice, -vegetable juice",
        "juice, other drink, soda, alcohol, herbal tea, tea, water, baby food, milk, empty juice box",
        "juice; fruit juice",
        "juices",
        "fruity to drink",
        "",
    ),
    "milky": (
        "milk",
        "other drink, coffee, tea, baby food, dairy, preserve, chocolates, empty milk carton, frozen dessert",
        "kind of milk; milk product to drink",
        "",
        "",
        "",
    ),
    "water": (
        "water",
        "coconut water, water jug, soda water can, ice pack, ice cubes, bag of ice, camping, hot water bottle, "
        "water glass, soda",
        "water; bottle of plain water",
        "waters",
        "plain to drink; with no taste to drink",
        "",
    ),
    "sugary drink": (
        "soda, -diet coke, -tonic water, juice, -tomato juice, -carrot juice, lemonade, hot chocolate, chocolate "
        "milk, redbull, energy drink, monster can, -beet juice, -vegetable juice, -grapefruit juice, milkshake, "
        "strawberry milkshake, vanilla milkshake, fruit punch, strawberry milk, cup of cocoa, bubble tea",
        "tonic water, milk, tea bottle, iced tea, diet coke, cappuccino, latte, iced coffee, alcohol, juice, other "
        "drink, mocha, flat white, macchiato, cup of coffee, iced latte, coffee cup, cold brew, chai tea, cup of "
        "tea, pot of tea, fruit tea, baby food, sweet spread, medicine, brew supply",
        "sugary drink; sweet drink; drink full of sugar",
        "sugary drinks; sweet drinks",
        "sweet to drink",
        "",
    ),
    "sugar free": (
        "water, coffee, tea, herbal tea, diet coke, -iced tea, -tea bottle, -bubble tea, -chai tea, -cup of tea, "
        "-pot of tea, -coffee cup, -iced coffee, -latte, -cappuccino, -mocha, -macchiato, -flat white, -iced latte, "
        "-cup of coffee",
        "alcohol, milk, soda, other drink, juice, energy drink, coffee, tea, brew supply, soups, baby food, restaurant",
        "drink without sugar; sugar free drink; unsweetened drink",
        "sugar free drinks",
        "to drink without sugar; unsweetened to drink",
        "",
    ),
    "fruit": (
        "any fruit",
        "tomato, cucumber, pumpkin, olive oil, dried fruit, cherry tomatoes, avocado, aubergine, eggplant, "
        "courgette, zucchini, bell pepper, sweetcorn, preserve, sweet spread, treat, dessert, frozen dessert, baby "
        "food, food waste, bar snack, juice, other drink, fruit bowl, plastic pumpkin, nuts, caesar salad",
        "fruit; piece of fruit; fresh fruit",
        "fruits; pieces of fruit",
        "fruity to eat",
        "",
    ),
    "citrus": (
        "sour fruit, orange, tangerine, mandarin, clementine, satsuma, blood orange",
        "pineapple, kiwi, soda, juice, lemon cake, lemon balm tea, orange peel, earl grey tea, marmalade, dessert, "
        "sweets, cleaning agent, toiletry, other drink, sorbet, fruit tea",
        "citrus fruit; citrus",
        "citrus fruits",
        "citrusy",
        "",
    ),
    "berry": (
        "strawberry, blueberries, raspberries, blackberries, gooseberries, red currants, strawberries",
        "cherries, grapes, dried fruit, sweet spread, juice, strawberry milk, strawberry milkshake, strawberry ice "
        "cream, kiwi, banana, tomato",
        "berry; kind of berry",
        "berries",
        "",
        "",
    ),
    "vegetable": (
        "vegetable, -avocado",
        "corn, mushroom, tomato plant, salad, avocado, preserve, side dish, meat substitute, baby food, food waste, "
        "soups, vegetable curry, caesar salad, staple, vegetable juice, beet juice, carrot juice, chestnuts, "
        "vegetable seeds, vegetable oil",
        "vegetable; veggie; fresh vegetable",
        "vegetables; veggies",
        "",
        "",
    ),
    "produce": (
        "produce",
        "smoothie, plant, dried fruit, preserve, cut flower, food waste, baby food, meal, side dish, nuts, egg, spice",
        "fresh produce item",
        "fruits and vegetables; fresh produce",
        "",
        "",
    ),
    "snack": (
        "snack, any fruit, -cake, -sour fruit, carrot sticks",
        "bread, dairy, dessert, frozen dessert, vegetable, sweet spread, egg, sour fruit, cake, cooked dish, meat "
        "substitute, baby food, preserve, staple, fish, meat, other drink, advent calendar, party supply, sauce, "
        "baking supply",
        "snack; little snack; quick bite; nibble",
        "snacks; nibbles",
        "to snack on; to munch on; to nibble; for between meals",
        "i feel {peckish}; i'm {a bit hungry}",
    ),
    "salty": (
        "salty snack, salted peanuts, salted almonds, salt, salt shaker, bacon, ham, salami, soy sauce, -popcorn, "
        "-crackers, -pistachios, -rice crackers, -bag of popcorn, sea salt, table salt, packet of bacon",
        "nuts, meat, fish, sauce, dairy, bread, olive oil, spice, waste, salty snack, preserve, cooked dish, baking "
        "supply, chemical, food waste, meat substitute, licorice, bar snack, staple, snickers bar, juice, egg, pet "
        "supply, sweet spread, water",
        "salty one",
        "salty ones; salty things",
        "salty; with salt on it; savory and salty",
        "i crave {salt}; i'm {craving something salty}",
    ),
    "salty snack": (
        "salty snack",
        "nuts, pistachios, popcorn, crackers, waste, beef jerky, side dish, preserve, bread, fish, meat, dairy, bar "
        "snack, meal, carrot sticks, packaging waste, meat substitute, egg",
        "salty snack; savory snack; savoury snack; salty treat",
        "salty snacks; savory snacks",
        "salty to snack on; crunchy and salty; savory to munch",
        "",
    ),
    "chips": (
        "potato chips, chips, bag of chips, corn chips, tortilla chips, veggie chips, barbecue chips, pita chips, "
        "paprika chips, crisps, packet of crisps, salt and vinegar crisps, cheese and onion crisps, bowl of chips",
        "nachos, pretzels, empty chip bag, pork rinds, cheese puffs, onion rings, side dish, fish and chips, "
        "chocolate chips, banana chips, empty bag of chips, apple rings, bombay mix, rice crackers",
        "bag of chips; chip bag; packet of crisps; bag of crisps",
        "chips; crisps; bags of chips",
        "",
        "",
    ),
    "sweet": (
        "sweet snack, sweet spread, frozen dessert, dessert, bar snack, any fruit, -sour fruit, soda, -diet coke, "
        "chocolate milk, hot chocolate, -gooseberries, -red currants, -dark chocolate, -protein bar, -nut bar, "
        "-peanut bar, -almond bar, -almond butter, -peanut butter, -tonic water, -soda can, -soda bottle, dried "
        "fruit, milkshake, strawberry milkshake, vanilla milkshake, fruit punch, cup of cocoa, strawberry milk, "
        "banana milk, sweets, chocolates, cake",
        "sour fruit, juice, other drink, energy drink, milk, soda, bar snack, tea, coffee, alcohol, fruit, treat, "
        "sweet spread, baby food, baking supply, brew supply, bread, staple, preserve, cooked dish, vegetable, "
        "nuts, sauce, spice, medicine, soft toy, baby clothes, herbal tea, dairy, any waste, oil, salty snack, "
        "perfume, chapstick, party supply, baby supply, pet supply, advent calendar",
        "sweet one",
        "sweet things; sweets",
        "sweet; sugary; with sugar",
        "i have a {sweet tooth}",
    ),
    "sweet snack": (
        "sweet snack, granola bar, fruit bar, cereal bar, -chewing gum, -mints, sweets, chocolates, -dark "
        "chocolate, muesli bar, box of granola bars",
        "bar snack, any fruit, dessert, frozen dessert, sweet spread, treat, dried fruit, pancakes, waffles, baby "
        "food, dairy, nuts, baking supply, other drink, any waste, salty snack, staple, advent calendar, bread, "
        "milk",
        "sweet snack; sweet treat; sugary snack",
        "sweet snacks; treats",
        "sweet to snack on; sweet to munch",
        "",
    ),
    "candy": (
        "candy, gummy bears, lollipop, jelly beans, toffee, caramel, candy bar, marshmallows, sweets",
        "candy wrapper, treat, empty candy box, advent calendar, sprinkles, medicine, bar snack, dessert, dried fruit",
        "candy; piece of candy",
        "candies",
        "",
        "",
    ),
    "chocolate": (
        "chocolate bar, chocolate cake, chocolate milk, hot chocolate, chocolate spread, brownie, chocolates, "
        "-white chocolate, -easter egg, chocolate ice cream, chocolate mousse, chocolate pudding, nutella, "
        "chocolate chips",
        "treat, dessert, frozen dessert, baking supply, brew supply, bar snack, sweet spread, other drink, coffee, "
        "milk, trail mix, advent calendar, packaging waste, bread, waffles, pancakes, staple",
        "chocolate thing; chocolaty treat",
        "chocolate things",
        "chocolaty; with chocolate; made of chocolate",
        "",
    ),
    "healthy": (
        "any fruit, vegetable, nuts, water, salad, yogurt, oats, -water, -can of peanuts, greek yogurt",
        "bar snack, fish, dairy, egg, staple, bread, oil, meat, spice, corn, garlic, dried fruit, preserve, cooked "
        "dish, meat substitute, baby food, medicine, sauce, sweet spread, nuts, drink, bike gear, brew supply, "
        "baking supply, any sport, shoes, mobility aid, treat, salty snack, dessert, frozen dessert",
        "healthy snack; healthy food; nutritious snack; healthy bite",
        "healthy snacks; healthy foods; healthy things",
        "healthy; nutritious; good for my health; with vitamins",
        "i want to {eat healthy}",
    ),
    "unhealthy": (
        "sweet snack, salty snack, soda, energy drink, ice cream, burger, hot dog, -pistachios, -popcorn, -diet "
        "coke, -beef jerky, -chewing gum, treat, -salted peanuts, -salted almonds, -salted cashews, -rice crackers, "
        "-bag of popcorn, -crackers, -veggie chips, -dark chocolate, -mints, -tonic water, cheeseburger",
        "alcohol, dessert, frozen dessert, salty snack, juice, meat, sauce, sweet spread, spice, oil, other drink, "
        "bar snack, medicine, cleaning agent, dairy, staple, bread, treat, cooked dish, dried fruit, baking supply, "
        "preserve, coffee, tea, fire starter, adhesive, brew supply, milk, any waste, chemical, paint supply, car "
        "supply, nuts, energy drink, soda, baby food, garden supply, meat substitute",
        "unhealthy snack; junk food item",
        "junk food; unhealthy snacks",
        "unhealthy",
        "",
    ),
    "spicy": (
        "hot sauce, chili powder, curry powder, salsa, chili sauce, sriracha, tabasco",
        "spice, sauce, ginger ale, cooked dish, preserve, vegetable, ginger tea, chai tea, ginger beer, meat, "
        "ginger snaps, salty snack, sweets, fish, dairy, meat substitute, gingerbread man, tomato juice, oil",
        "spicy thing; hot condiment",
        "spicy things",
        "spicy; hot and spicy; with a kick to eat",
        "",
    ),
    "sour": (
        "sour fruit, vinegar, apple cider vinegar, white vinegar, bottle of vinegar, sour worms",
        "candy, gummy bears, any fruit, lemonade can, lime soda can, balsamic vinegar, sweets, preserve, chemical, "
        "juice, dairy, sauce, sourdough bread, tomato, cherry tomatoes, lemon soda, alcohol, dessert, frozen "
        "dessert, dried fruit, salt and vinegar crisps, side dish, other drink, milk, lemon cake, soups, food "
        "waste, tea, herbal tea, cleaning agent",
        "sour thing",
        "",
        "sour; sour to eat; acidic to eat",
        "",
    ),
    "protein": (
        "meat, fish, egg, protein bar, nuts, beef jerky, lentils, beans can, cheese, cottage cheese, yogurt, peanut "
        "butter, -chestnuts, meat substitute, protein shake, greek yogurt, cheddar, cheddar cheese, parmesan, feta, "
        "goat cheese, block of cheese, can of peanuts",
        "dairy, milk, bar snack, tuna can, pet supply, cooked dish, preserve, staple, other drink, nuts, salty "
        "snack, sauce, sweet spread, baby food, fitness gear, sports gear, bread, vegetable, food waste, chocolates",
        "source of protein; protein rich food",
        "protein rich foods",
        "with protein; high in protein; to build muscle; after my workout to eat",
        "",
    ),
    "energy": (
        "bar snack, energy drink, trail mix, banana",
        "food, drink, battery, cable, fire starter, car supply, medicine, fitness gear, brew supply, baby food, "
        "alarm clock, electronics, appliance, camping",
        "pick me up",
        "",
        "to give me energy; for energy; to recharge myself",
        "i need an {energy boost}; i'm {low on energy}",
    ),
    "breakfast": (
        "cereal, cornflakes, oats, egg, bread, milk, jam, honey, yogurt, omelette, coffee, croissant, bacon, orange "
        "juice, -garlic bread, -naan bread, -flatbread, -pita bread, -bun, pancakes, scrambled eggs, box of cereal, "
        "strawberry jam, raspberry jam, jar of jam, jar of honey, greek yogurt, breakfast bar, breakfast tea",
        "fruit, dairy, bar snack, sweet spread, sour fruit, boiled egg, drink, bread, meat, baby food, staple, brew "
        "supply, cooked dish, nuts, dried fruit, preserve, treat, fish, meat substitute, appliance, tableware, "
        "cookware, medicine, kitchen tool, sauce, dessert, vegetable",
        "breakfast item; breakfast food",
        "breakfast things; breakfast foods",
        "for breakfast; to eat in the morning",
        "",
    ),
    "meal": (
        "meal, -pancakes, -waffles, -spring rolls",
        "bread, meat, fish, egg, vegetable, meal, side dish, soups, preserve, meat substitute, staple, baby food, "
        "lunch box, dessert, sauce, tableware, cookware, dairy, nuts, fruit, frozen dessert, bar snack",
        "meal; proper meal; dish to eat",
        "meals",
        "filling; for lunch; for dinner",
        "i haven't {eaten all day}; i'm {starving}",
    ),
    "food": (
        "food, -spice, -oil, -sauce, -chewing gum, -flour, -bag of flour",
        "spice, oil, sauce, drink, pet supply, chewing gum, plant, flour, baking supply, brew supply, baby food, "
        "restaurant, any waste, garden supply, fishing, medicine, cut flower, seasonal decor, birthday candles, bag "
        "of flour, -cleaning agent",
        "food; food item; edible thing; thing to eat",
        "foods; food items; things to eat; edible things",
        "to eat; edible; i can eat",
        "i'm {hungry}; i am {really hungry}; my {stomach is growling}",
    ),
    "vegan food": (
        "any fruit, vegetable, nuts, lentils, oats, rice, beans can, dried fruit, tofu, tempeh, seitan, soy chunks, "
        "smoked tofu, white rice, brown rice, basmati rice, bag of rice, quinoa",
        "food, baking supply, baby food, brew supply, any waste, drink, plant, garden supply, chemical, pet supply, "
        "restaurant, cut flower, -meat, -fish, -dairy, -egg, -milk",
        "vegan food; vegan thing to eat",
        "vegan foods",
        "vegan to eat; vegan; plant based to eat",
        "",
    ),
    "meat": (
        "meat, beef jerky, ham sandwich, burger, hot dog",
        "fish, egg, cooked dish, food waste, pet supply, preserve, sauce, meat substitute, salty snack, baby food, "
        "waste, mixed waste, kitchen tool",
        "meat; kind of meat; meat product",
        "meats; meat products",
        "with meat; meaty; for a meat eater",
        "",
    ),
    "seafood": (
        "fish, sushi, fish and chips, clam chowder",
        "cooked dish, pet supply, fishing, salty snack, sea salt, collectible, food waste, preserve, sponge, sauce, "
        "salt",
        "fish; seafood; seafood dish",
        "seafoods",
        "from the sea",
        "",
    ),
    "dairy": (
        "dairy, milk, -oat milk, -soy milk, ice cream, frozen yogurt, -almond milk, -rice milk, vanilla ice cream, "
        "chocolate ice cream, strawberry ice cream, tub of ice cream, milkshake, strawberry milkshake, vanilla "
        "milkshake",
        "egg, dessert, bread, milk, cooked dish, frozen dessert, treat, coffee, tea, other drink, baby food, sauce, "
        "sweet spread, baking supply, salty snack, bar snack, preserve, staple, food waste, packaging waste, brew "
        "supply, sausage, meat substitute, alcohol",
        "dairy product; milk product",
        "dairy products; dairy",
        "made of milk; with lactose",
        "",
    ),
    "dessert": (
        "dessert, frozen dessert, chocolate cake, brownie, cupcake, donut, cake, -tiramisu, tiramisu",
        "fruit, pudding, sour fruit, sweet spread, bar snack, treat, dried fruit, pancakes, waffles, other drink, "
        "baby food, dairy, dessert plate, dessert fork, dessert spoon, cake fork, alcohol, coffee, nuts, sauce, "
        "serveware, baking supply, preserve, bowl",
        "dessert; sweet course",
        "desserts",
        "for dessert; sweet after dinner",
        "",
    ),
    "cold treat": (
        "frozen dessert",
        "iced tea, dessert, ice pack, ice cubes, bag of ice, cool pack, other drink, meat, fish, side dish, meat "
        "substitute, blueberries, peas, meal, water, soda, bread, coffee, dairy, treat, milk",
        "frozen treat; icy treat",
        "frozen treats",
        "frozen; icy to eat; ice cold to eat",
        "",
    ),
    "condiment": (
        "sauce",
        "spice, oil, sweet spread, tomato juice, preserve, vegetable, meat, dairy, restaurant, soups, side dish, "
        "bread, baking supply, egg, fruit, sour fruit",
        "condiment; sauce; dip",
        "condiments; sauces",
        "to put on my burger; to dip fries in",
        "",
    ),
    "spread": (
        "sweet spread, butter, cream cheese, -maple syrup, -golden syrup, -treacle, tub of butter",
        "sweet spread, sauce, dairy, meat, appliance, serveware, egg, preserve, fish, spice, cutlery, nuts, fruit, "
        "vegetable",
        "spread; thing to spread on bread",
        "spreads",
        "to spread on toast; for my toast",
        "",
    ),
    "seasoning": (
        "spice, -vanilla",
        "vanilla, sauce, oil, sugar bag, baking supply, preserve, sour fruit, sodium chloride, plant, brew supply, "
        "sweet spread, alcohol, vegetable, restaurant",
        "spice; seasoning",
        "spices; seasonings",
        "to season the food; to add flavor; to flavor the soup",
        "",
    ),
    "gluten": (
        "bread, dry pasta, cereal, cookie, cookies, biscuits, crackers, pizza, pasta, noodles, flour, pretzels, "
        "muffin, donut, cupcake, sandwich, burger, beer",
        "food, drink, any waste, baking supply, brew supply, baby food, pet supply, play dough, restaurant, craft, "
        "food storage, medicine, adhesive",
        "thing with gluten",
        "",
        "with gluten; made of wheat",
        "",
    ),
    "fridge": (
        "milk, -soy milk, dairy, meat, fish, -tuna can, -sardines, egg, -oat milk, -almond milk, -rice milk, -tin "
        "of tuna",
        "drink, food, medicine, pet supply, lab, baking supply, brew supply, baby food, cut flower, chemical, first "
        "aid, hospital, any waste, restaurant, camping, cooler bag, cool bag, plant, fishing, baby supply, makeup, "
        "food storage, battery",
        "perishable; item that belongs in the fridge",
        "perishables; things that spoil; perishable foods",
        "that belongs in the fridge; that needs to stay cold; that goes bad quickly; that has to be refrigerated",
        "",
    ),
    "freezer": (
        "frozen dessert, ice pack, ice cubes, bag of ice",
        "food, decor, party supply, adhesive, baby food, baby supply, chemical, lab, hospital, kitchen tool, drink, "
        "any waste, makeup, toiletry, food storage, art, stationery, first aid, restaurant",
        "frozen item",
        "frozen things; frozen foods",
        "that melts; that belongs in the freezer; that must stay frozen",
        "",
    ),
    "pantry": (
        "staple, spice, oil, sweet spread, baking supply, brew supply, preserve, -kimchi, -pickles, -olives, -jar "
        "of pickles, -jar of olives",
        "food, drink, pet supply, baby food, food storage, bin supply, restaurant, kitchen tool, cleaning supply",
        "pantry item; dry food",
        "pantry items; dry goods",
        "that belongs in the pantry",
        "",
    ),
    "red": (
        "strawberry, cherries, raspberries, red mug, red bowl, red pen, red book, red block, red crate, ketchup, "
        "tomato, red wine, red apple, strawberries, cherry tomatoes, bottle of ketchup, red plate, red rose, red "
        "suitcase, red umbrella, red currants",
        "everything, -banana, -lemon, -lemons, -lime, -cucumber, -lettuce, -spinach, -broccoli, -kale, -zucchini, "
        "-courgette, -green apple, -blueberries, -blackberries, -skim milk, -whole milk, -glass of milk, -blue mug, "
        "-white mug, -green cup, -blue plate, -blue bowl, -yellow bowl, -green bowl, -blue pen, -black pen, -green "
        "pen, -blue book, -green book, -blue block, -green block, -yellow block, -blue crate, -blue shirt, -white "
        "shirt, -blue suitcase, -black umbrella, -white paint, -white rice, -black pepper, -black tea, -green tea, "
        "-green beans, -peas, -corn, -sweetcorn, -cauliflower, -orange juice, -black coffee, -espresso, -tap water, "
        "-still water, -flour, -salt, -sugar bag, -printer paper, -toilet roll, -cotton swabs, -potato, -garlic, "
        "-asparagus",
        "red thing; red one",
        "red things; red ones",
        "red; red in color",
        "",
    ),
    "cup": (
        "cup",
        "tumbler, lab, bowl, lunch box, drink, serveware, food storage, camping, baby supply, restaurant, cookware, "
        "bucket, cupcake, accessory, safety glasses, hospital, appliance, kitchen tool, dessert, any waste, vase, "
        "soups, greek yogurt, noodles",
        "cup; drinking vessel",
        "cups; drinking vessels; glasses and mugs",
        "to drink from; to drink out of; i can pour coffee into",
        "",
    ),
    "dish": (
        "dish",
        "drink, meal, lab, baby supply, mixed waste, cleaning agent, sharp tool, restaurant, appliance, pet supply, "
        "side dish, kitchenware, camping, cleaning tool, cleaning cloth, waste, plant, decor, packaging waste, "
        "toiletry, chocolates, fitness gear, toy kitchen",
        "dish; piece of crockery; piece of tableware",
        "dishes; crockery; plates and cups",
        "for the dishwasher",
        "",
    ),
    "cutlery": (
        "cutlery, knife, steak knife",
        "sharp tool, restaurant, camping, baby supply, bread, garden fork, pitchfork, kitchenware",
        "piece of cutlery; eating utensil; utensil to eat with",
        "cutlery; utensils; silverware",
        "to eat with",
        "",
    ),
    "cookware": (
        "cookware",
        "kitchenware, appliance, camping, toy kitchen, storage, plant, garden supply, pot of tea",
        "piece of cookware; cooking vessel",
        "pots and pans; cookware",
        "to cook in",
        "",
    ),
    "cut": (
        "sharp tool",
        "hand tool, garden tool, power tool, sewing, fastener, fishing, hospital, lab, camping, any waste, sports "
        "gear, winter sport, toiletry, school item, craft, stationery, cactus, building material, makeup, car "
        "supply, machine part, dairy, kitchenware, paint supply, appliance, adhesive, jewelry, music supply, "
        "accessory, costume, collectible, game, toy, pet supply, warehouse",
        "cutting tool; sharp tool; blade",
        "sharp tools; sharp things; blades",
        "sharp; to cut with; to open the package with; with a blade",
        "i need to {cut} something",
    ),
    "stir": (
        "spoon, teaspoon, soup spoon, dessert spoon, whisk, spatula, ladle, tablespoon, wooden spoon, slotted "
        "spoon, plastic spoon",
        "cutlery, kitchen tool, lab, appliance, restaurant, paint supply, power tool, art, stationery, craft",
        "stirring tool",
        "",
        "to stir my coffee; to stir the soup",
        "",
    ),
    "wipe": (
        "cleaning cloth, -tissue box, towel",
        "cleaning supply, toiletry, bath linen, baby supply, first aid, pet supply, any waste, home textile, "
        "sewing, bedding, handkerchief, restaurant, paint roller, craft, clothes, kitchen tool, hospital, car "
        "supply, makeup, garden tool, party supply, fitness gear, baby clothes, garden supply, appliance, food "
        "storage, reading",
        "wiping cloth; thing to wipe with",
        "things to wipe with",
        "to clean it up; to wipe the table; to clean up a spill; to mop it up; to clean up the mess; to dry the "
        "table; to soak it up; absorbent; to wipe this up with",
        "i {spilled} water; there is a {puddle} on the floor",
    ),
    "cleaning": (
        "cleaning supply",
        "toiletry, rag, napkin, napkins, tissues, tissue box, laundry supply, bin supply, bath linen, shoe care, "
        "baby supply, car supply, paint supply, chemical, hospital, appliance, any waste, power tool, safety gear, "
        "makeup, pet supply, first aid, phone accessory, sewing, garden supply, garden tool, water, oil, sour "
        "fruit, baking supply, plumbing, handkerchief, sharp tool, alcohol, apron, warm wear, hair item, fitness "
        "gear, warehouse, restaurant, lab, food storage, kitchen tool, spice",
        "cleaning product; cleaning item",
        "cleaning supplies; cleaning products",
        "to clean with; for cleaning; to clean the house with",
        "",
    ),
    "sweep": (
        "broom, dustpan, vacuum cleaner, brush, hand brush, hoover, handheld vacuum",
        "cleaning tool, power tool, garden tool, shoe care, cleaning cloth, hair item, appliance, makeup, toiletry, "
        "bin supply, art, pet supply, winter sport",
        "sweeping tool",
        "",
        "to sweep the floor; to get rid of crumbs on the floor; for the dust on the floor",
        "",
    ),
    "toxic": (
        "cleaning agent, medicine, -vitamins, -bandage, -band aids, -first aid kit, -thermometer, -ice pack, -cough "
        "drops, -throat lozenges, -inhaler, chemical, -saline solution, -sodium chloride, -buffer solution, paint "
        "thinner, lighter fluid, motor oil, engine oil",
        "toiletry, medicine, alcohol, art, lab, plant, chewing gum, cable, stationery, kitchen tool, electronics, "
        "machine part, fastener, chemical, first aid, makeup, adhesive, paint supply, garden supply, car supply, "
        "battery, fire starter, hospital, camping, shoe care, any waste, sewing, craft, money, game, toy, jewelry, "
        "collectible, computer part, fishing, hair item, oil, laundry supply, plumbing, energy drink, coffee, pet "
        "supply, baby supply, sharp tool, building material, power tool, hand tool, cleaning supply, accessory, "
        "lighting, school item, music supply, bin supply, cutlery, nuts, music, safety gear, sweets, spice, party "
        "supply, seasonal decor, decor, sauce, ball, bike gear, warehouse, phone accessory, baking supply, sports "
        "gear",
        "dangerous chemical",
        "things that are dangerous for kids",
        "poisonous; that a child must not swallow",
        "",
    ),
    "wash": (
        "soap, hand soap, shampoo, bar of soap, soap bar, liquid soap, shower gel, body wash",
        "toiletry, cleaning supply, bath linen, baby supply, plumbing, water, pet supply, first aid, hospital, car "
        "supply, soap bubbles, laundry supply, swimwear, chemical",
        "washing product",
        "",
        "to wash my hands with; to shower with; soapy",
        "my {hands are dirty}",
    ),
    "hygiene": (
        "toiletry",
        "medicine, cleaning supply, accessory, makeup, hair item, bath linen, first aid, baby supply, plumbing, "
        "appliance, hospital, travel item, storage, decor, underwear, sharp tool, pet supply, home textile, "
        "swimwear, laundry supply, clothing, small furniture, bin supply, chemical, toy, mouthwash, slippers, shoe "
        "care, baby clothes, water, herbal tea, building material, safety gear",
        "toiletry; bathroom item; hygiene item",
        "toiletries; bathroom things",
        "for the bathroom; for personal hygiene",
        "",
    ),
    "teeth": (
        "toothbrush, toothpaste, dental floss",
        "toiletry, chewing gum, appliance, kitchen tool, restaurant, mixed waste, sweets, baby food, baby supply, "
        "medicine, hospital, apple, water, pet supply, jewelry, braces, music supply",
        "dental care item",
        "dental things",
        "for my teeth; to clean my teeth",
        "",
    ),
    "pain": (
        "aspirin, painkillers, ibuprofen, paracetamol, tylenol, headache tablets",
        "medicine, food, drink, toiletry, first aid, mobility aid, bath linen, appliance, hospital, bedding, "
        "fitness gear, travel item, safety gear, warm wear, baby supply, chemical, camping, accessory",
        "painkiller; pain reliever",
        "painkillers",
        "against pain; for a headache; for my headache",
        "i have a {headache}; my {head hurts}",
    ),
    "medicine": (
        "medicine, -thermometer, -ice pack, -first aid kit",
        "thermometer, toiletry, first aid, hospital, mobility aid, chemical, lab, baby supply, pet supply, bedding, "
        "baby food, makeup, safety gear, contact lenses, appliance, cleaning supply, fitness gear, camping, food, "
        "drink",
        "medicine; medication",
        "medicines; medical things",
        "medicinal; from the pharmacy",
        "i feel {sick}",
    ),
    "wound": (
        "bandage, band aids, first aid kit, ointment, plasters, box of plasters, sticking plasters, gauze, gauze "
        "pads, bandage roll, wound dressing",
        "medicine, toiletry, first aid, hospital, baby supply, bath linen, adhesive, mixed waste, chemical, sewing, "
        "cleaning supply, stationery, alcohol, honey, sharp tool, mobility aid, clothes, accessory, ice cubes, "
        "waste, craft, food storage, water, camping, safety gear, bag of ice",
        "bandage for a cut",
        "",
        "for a cut; for my bleeding finger; to cover a wound",
        "i {cut my finger}",
    ),
    "tool": (
        "hand tool, power tool, -tool bag",
        "sharp tool, sports gear, fastener, stationery, machine part, art, lab, electronics, tool, sewing, "
        "adhesive, paint supply, building material, bike gear, car supply, hospital, fishing, camping, plumbing, "
        "shoe care, safety gear, warehouse, appliance, kitchenware, storage, computer part, lighting, battery, "
        "music supply, toiletry, cable, school item, craft, oil, toy, cleaning supply, mobility aid, small "
        "furniture, hair item, garden supply, phone accessory, makeup, game, first aid, fire starter, document, "
        "reading, mixed waste",
        "tool; work tool",
        "tools; work tools",
        "to repair things; for repairs; from the toolbox",
        "something is {broken} and i want to fix it",
    ),
    "nail": (
        "hammer, mallet, claw hammer",
        "tool, sports gear, building material, camping, kitchen tool, toiletry, makeup, fitness gear",
        "tool to drive nails",
        "",
        "to hit a nail with; to drive a nail in; to hammer with",
        "",
    ),
    "screw": (
        "screwdriver, phillips screwdriver, drill, cordless drill, flat screwdriver, screwdriver set, electric "
        "drill, impact driver",
        "tool, sharp tool, coin, fastener, coins, cutlery",
        "tool for screws",
        "",
        "to tighten a screw; to drive screws; to turn screws",
        "",
    ),
    "measure": (
        "tape measure, ruler, level, spirit level, measuring cup, thermometer, graduated cylinder, measuring tape, "
        "kitchen scale",
        "hand tool, stationery, kitchen tool, lab, school item, sports gear, sewing, appliance, cutlery, hospital, "
        "travel item, car supply, music supply, decor, cup, electronics, power tool, accessory, baby supply, first "
        "aid, medicine, game, craft, fitness gear, warehouse, rope, plumbing, machine part, fishing, art",
        "measuring tool; measuring device",
        "measuring tools",
        "to measure with",
        "",
    ),
    "write": (
        "pen, pencil, marker, crayon, blue pen, red pen, whiteboard marker, highlighter, chalk, colored pencils, "
        "ballpoint pen, fountain pen, gel pen, black pen, green pen, felt tip pen, mechanical pencil, permanent "
        "marker, pencils, pens, crayons",
        "stationery, art, makeup, craft, school item, electronics, phone accessory, mixed waste, paint supply, "
        "document, paper waste, reading, toy, fire starter, restaurant, computer part, warehouse, party supply, "
        "sewing, package, game, collectible, building material, kitchen tool",
        "writing tool; writing utensil; thing to write with",
        "pens and pencils; writing tools",
        "to write with; to take notes with; to sign with; to draw with",
        "i need to {write something down}",
    ),
    "paper": (
        "notebook, notepad, sticky notes, printer paper, sketchbook, ream of paper, sheet of paper, post-it notes, "
        "sketch pad, drawing pad",
        "reading, stationery, package, craft, document, school item, any waste, warehouse, restaurant, art, party "
        "supply, collectible, cleaning cloth, food storage, electronics, plate, cup, building material, small "
        "furniture, adhesive, toiletry, music supply, bin supply, first aid, game, storage, kitchen tool, seasonal "
        "decor, home textile",
        "thing to write on; writing pad",
        "",
        "to write on; to take notes on",
        "",
    ),
    "office": (
        "stationery",
        "reading, electronics, cable, bag, package, sharp tool, decor, art, ruler, school item, document, adhesive, "
        "computer part, phone accessory, battery, lighting, fastener, craft, storage, warehouse, small furniture, "
        "restaurant, appliance, plant, cup, paper waste, hand tool, party supply, cut flower, clothing, accessory, "
        "coffee, water, money, music supply, sewing, collectible, toy, game, snack, plumbing, travel item, paint "
        "supply",
        "office supply; desk item",
        "office supplies; stationery; desk things",
        "for the office; from the desk",
        "",
    ),
    "stick": (
        "tape, scotch tape, glue stick, adhesive, -electrical tape, -glue gun sticks, sellotape",
        "stationery, staple gun, fastener, art, adhesive, paint supply, first aid, craft, sewing, party supply, "
        "warehouse, collectible, sweet spread, treat, mixed waste, power tool, toiletry, dried fruit, dessert, hair "
        "item, sauce, baking supply, school item, plumbing, drink, fire starter, building material, phone "
        "accessory, food storage, packaging waste, baby supply, makeup, paper waste, reading, package, car supply, "
        "sports gear, fruit, frozen dessert, meal, staple, waste, game, bar snack, cleaning tool, seasonal decor, "
        "computer part, mobility aid",
        "sticky tape or glue",
        "",
        "sticky; to glue it together; to stick paper together",
        "",
    ),
    "read": (
        "reading",
        "stationery, document, school item, electronics, travel item, restaurant, music supply, package, game, "
        "collectible, reading lamp, reading glasses, party supply, advent calendar, any waste, money, art, "
        "warehouse, toy, computer part, cookware, hospital, craft",
        "thing to read; reading material",
        "things to read; reading matter",
        "to read; to read on the train",
        "i'm {bored} and want to read",
    ),
    "book": (
        "book, novel, dictionary, comic book, cookbook, textbook, red book, blue book, history book, travel guide, "
        "green book, paperback, hardback, storybook, picture book, bedtime book, fairy tale book, poetry book, "
        "biography, stack of books, school book, math book",
        "reading, collectible, school item, art, stationery, document, restaurant, travel item, craft, music "
        "supply, bookend, electronics, paper waste, advent calendar",
        "book",
        "books",
        "",
        "",
    ),
    "electronic": (
        "electronics, -record player",
        "cable, machine part, music, toy, electronics, computer part, battery, lighting, appliance, power tool, "
        "hospital, car supply, kitchen tool, decor, safety gear, baby supply, phone accessory, sports gear, lab, "
        "fitness gear, warehouse, seasonal decor, mobility aid, party supply, music supply, cleaning tool, "
        "accessory, hand tool, bike gear, school item, sewing, game, fishing, camping, soft toy, toiletry, "
        "stationery, money, first aid, medicine, garden tool, building material, plumbing, costume",
        "electronic device; gadget; piece of electronics",
        "electronics; gadgets; electronic devices",
        "electronic; with a battery in it",
        "",
    ),
    "charge": (
        "charger, phone charger, usb cable, power bank, usb charger, charging cable, wireless charger",
        "cable, electronics, battery, computer part, car supply, phone accessory, lighting, appliance",
        "charging thing",
        "",
        "to charge my phone; to charge a phone with",
        "my {phone is dying}",
    ),
    "listen": (
        "headphones, earbuds, speaker, radio, bluetooth speaker, headset, record player",
        "music, electronics, music supply, decor, safety gear, computer part, cable, hospital, toy, baby supply, "
        "appliance, warm wear",
        "audio device",
        "audio devices",
        "to listen to music with; to hear music",
        "",
    ),
    "light": (
        "flashlight, candle, lantern, torch, head torch, headlamp, table lamp, bedside lamp, reading lamp, night light",
        "electronics, decor, lighting, fire starter, seasonal decor, party supply, camping, bike gear, toy, "
        "appliance, safety gear, machine part, lab, battery, accessory, car supply, cleaning supply, small "
        "furniture, home textile, computer part, sharp tool",
        "light source",
        "light sources",
        "that gives light; to see in the dark",
        "it's {dark} in here",
    ),
    "clothes": (
        "clothes",
        "wear, bedding, garden gloves, bag, baby clothes, costume, safety gear, bath linen, laundry supply, "
        "hospital, winter sport, water sport, home textile, sewing, mobility aid, sports gear, party supply, travel "
        "item, baby supply, hair item, makeup, fitness gear, luggage, pet supply, electronics, lighting, first aid, "
        "mixed waste, toiletry, camping, shoe care, bike gear, seasonal decor, soft toy, cleaning cloth, "
        "collectible, kitchen tool, cleaning tool, music, phone accessory, sauce, decor, lab, storage",
        "piece of clothing; garment; item of clothing",
        "clothes; garments; laundry",
        "to wear; to put on",
        "",
    ),
    "warm": (
        "warm wear, sweater, jacket, coat, hoodie, blanket, quilt, duvet, jumper, pullover, cardigan, sweatshirt",
        "bedding, wear, drink, garden gloves, camping, bath linen, baby clothes, winter sport, first aid, "
        "appliance, costume, brew supply, fire starter, home textile, travel item, sewing, safety gear, soft toy, "
        "kitchen tool, sports gear, lighting, decor, baby supply, bike gear, hospital, car supply, building "
        "material, fitness gear, mobility aid, food, cup, hair item, thermos, pet supply, seasonal decor, lab",
        "warm piece of clothing",
        "warm clothes",
        "to keep me warm; warm to put on",
        "i'm {cold}; it is {chilly} outside",
    ),
    "shoes": (
        "shoes",
        "baby clothes, shoe care, clothing, winter sport, water sport, sports gear, toiletry, safety gear, bath "
        "linen, small furniture, underwear, home textile, fitness gear, mobility aid, first aid, makeup, bike gear, "
        "costume, hospital, jewelry, seasonal decor, sewing, pet supply, storage, car supply, swimwear, warm wear",
        "pair of shoes; footwear",
        "shoes",
        "for my feet; to put on my feet",
        "",
    ),
    "rain": (
        "rain gear, rain boots, wellies",
        "wear, bag, camping, safety gear, winter sport, luggage, costume, baby supply, car supply, water sport, "
        "building material, home textile, bin supply, baby clothes, bath linen, garden supply",
        "rain protection",
        "rain things",
        "for the rain; against the rain; to stay dry outside",
        "it's {raining} outside",
    ),
    "sun": (
        "sunglasses, sunscreen, hat, cap, sun cream, sun hat, baseball cap, straw hat",
        "toiletry, wear, bath linen, plaything, bag, camping, travel item, car supply, home textile, drink, food, "
        "reading, any sport, luggage, phone accessory, makeup, baby clothes, bedding, safety gear, hospital, "
        "fishing, plant, electronics, garden supply, small furniture, garden tool, costume, first aid, medicine, "
        "hair item, music, collectible, baby supply, pet supply",
        "sun protection",
        "",
        "against the sun; for the beach",
        "the {sun is very bright}",
    ),
    "bag": (
        "bag, luggage, school bag",
        "package, bag of chips, phone accessory, makeup, laundry supply, bin supply, food storage, storage, "
        "camping, hand tool, travel item, brew supply, warehouse, any waste, staple, hospital, baby supply, sports "
        "gear, small furniture, clothing, fishing, music supply, school item, serveware, pet supply, garden supply, "
        "building material, accessory, bike gear, cleaning tool, toiletry, bag, fire starter, restaurant, party "
        "supply, garden tool, art, game, mobility aid, sewing, jewelry, cookware, lab, chips, dairy, decor, bag of "
        "apples, bag of lemons, bag of potatoes, bag of pretzels, bag of popcorn, bag of nuts, bag of fries, bag of "
        "sweets, bag of candy, bag of screws, carry-on bag, travel bag",
        "bag; thing to carry stuff in",
        "bags; luggage",
        "to carry things in; to pack my things in",
        "",
    ),
    "toy": (
        "plaything, -darts, -bowling ball",
        "pet supply, music, decor, electronics, rubber duck, game, costume, any sport, makings, baby supply, "
        "collectible, party supply, school item, seasonal decor, bike gear, baby clothes, baby food, reading, mixed "
        "waste, small furniture, fishing, music supply, camping, frozen dessert, stationery, computer part, "
        "lighting, storage, bedding, drink, building material, hair item, cereal, snack, fruit, medicine, waste, "
        "plant, adhesive, wear, package, dessert, bag, toiletry, travel item, garden tool, kitchenware, first aid, "
        "cable",
        "toy; plaything",
        "toys; playthings",
        "to play with; for a child to play with; for the kids",
        "",
    ),
    "ball": (
        "ball, -bowling ball",
        "meatballs, fruit, ball, fitness gear, craft, sewing, party supply, collectible, toy, machine part, "
        "toiletry, sports gear, game, water sport, pet supply, soft toy, decor, seasonal decor, hair item, "
        "dumplings, sweets, vegetable, sour fruit, school item",
        "ball; kind of ball",
        "balls",
        "round to play with; that bounces",
        "",
    ),
    "block": (
        "red block, blue block, green block, yellow block, building blocks, lego bricks",
        "toy, package, building material, game, block of cheese, storage, craft, soft toy, collectible, school "
        "item, ice cubes, baby supply, cutting board, cup, reading, coin, coins",
        "block; building block",
        "blocks",
        "to build a tower with",
        "",
    ),
    "sport": (
        "sports gear, ball, fitness gear, winter sport, water sport, -trophy, -whistle, -stopwatch",
        "wear, bag, sports gear, bike gear, camping, fishing, drink, safety gear, costume, electronics, bath linen, "
        "mobility aid, first aid, plaything, medicine, toiletry, travel item, luggage, phone accessory, hair item, "
        "school item, collectible, decor, hand tool, food, music supply, adhesive",
        "piece of sports equipment; sports item",
        "sports things; sports equipment",
        "for sports; for my workout",
        "",
    ),
    "plant": (
        "plant, -flower pot",
        "decor, produce, flower pot, cut flower, garden supply, seasonal decor, spice, any waste, collectible, fire "
        "starter, small furniture, herbal tea, tea, storage, building material, craft, salad, staple, soft toy, "
        "serveware, cup",
        "plant; house plant; flower pot",
        "plants; flowers; houseplants",
        "green that grows; that needs watering; living and green",
        "",
    ),
    "garden": (
        "garden tool",
        "plant, tool, sharp tool, cleaning tool, garden supply, building material, safety gear, fire starter, "
        "camping, plumbing, small furniture, decor, pet supply, cut flower, bin supply, fastener, water, produce, "
        "paint supply, accessory, shoes, storage, sewing, seasonal decor, lighting, craft, plaything, collectible, "
        "serveware, adhesive, food waste, mixed waste, any sport, apron, bag, home textile, kitchen tool, toiletry, "
        "warehouse",
        "gardening tool; garden tool",
        "gardening tools; garden things",
        "for the garden; for gardening",
        "",
    ),
    "pet": (
        "pet supply",
        "plant, food, plaything, sewing, home textile, bedding, bath linen, medicine, garden supply, package, "
        "storage, bag, any sport, craft, clothing, toiletry, baby food, baby supply, shoes, warm wear, laundry "
        "supply, luggage, small furniture, travel item, first aid, costume, bin supply, hospital, seasonal decor, "
        "drink, pet carrier, hair item, fishing, cable, car supply, electronics, sharp tool, camping, decor, "
        "accessory, lighting, collectible, kitchenware, safety gear, cut flower, cleaning supply, any waste, garden "
        "tool, paper things, building material",
        "pet thing; thing for a pet",
        "pet supplies; pet things",
        "for the dog; for my cat; for a pet",
        "",
    ),
    "sleep": (
        "bedding",
        "medicine, decor, blanket, camping, travel item, appliance, lighting, home textile, baby supply, safety "
        "gear, first aid, pet supply, reading, baby clothes, drink, bath linen, small furniture, laundry supply, "
        "fitness gear, electronics, serveware, costume, wear, building material, plaything, music, storage, "
        "hospital, mobility aid, fishing, car supply, any bag, music supply, water sport, toiletry, garden supply, "
        "sewing, hair item, cut flower, cleaning supply",
        "bed item",
        "bedding",
        "for the bed; to sleep on; to sleep with",
        "i want to {take a nap}",
    ),
    "soft thing": (
        "pillow, cushion, teddy bear, stuffed rabbit, plush elephant, blanket, quilt, duvet, soft toy, comforter, "
        "throw blanket, wool blanket",
        "bedding, food, toy, wear, bath linen, home textile, baby clothes, makings, toiletry, makeup, baby supply, "
        "first aid, laundry supply, small furniture, travel item, camping, costume, any sport, cut flower, package, "
        "pet supply, plant, any bag, hair item, seasonal decor, drink, brew supply, baby food, any waste, garden "
        "supply, adhesive, paint supply, party supply, warehouse, hospital, mobility aid, safety gear, car supply, "
        "phone accessory, fastener, decor, baking supply, kitchen tool, restaurant, bike gear, lighting, school "
        "item, stationery, fire starter, fishing, cleaning supply, mouse, chemical, building material, game, music "
        "supply, food storage, sharp tool, lab, appliance, machine part, paper things, storage, medicine",
        "soft thing; cuddly thing",
        "soft things; cuddly toys",
        "soft; cuddly; to hug",
        "",
    ),
    "fragile": (
        "glass, wine glass, vase, mirror, snow globe, beaker, test tube, flask, glass bowl, egg, eggs, champagne "
        "glass, champagne flute, cocktail glass, water glass, beer glass, shot glass, light bulb, lightbulb, "
        "erlenmeyer flask, round bottom flask, glass slide, quail eggs, dozen eggs",
        "everything, -hand tool, -clothes, -shoes, -bedding, -bath linen, -soft toy, -fastener, -cleaning cloth, "
        "-bag, -meat, -home textile, -underwear, -swimwear, -cookware, -fitness gear, -tennis ball, -basketball, "
        "-soccer ball, -rubber ball, -wooden bowl, -wooden spoon, -rope, -bricks, -bandage, -dog leash, -towel, "
        "-baby clothes",
        "fragile thing; breakable thing",
        "fragile things; breakable things; breakables",
        "fragile; breakable; that breaks easily",
        "",
    ),
    "music": (
        "music",
        "toy, electronics, music supply, sports gear, party supply, decor, seasonal decor, pet supply, computer "
        "part, reading, collectible, cable, game, soft toy, cutlery, cup, school item, phone accessory",
        "musical instrument; instrument",
        "instruments; musical instruments",
        "to make music with; to play a song on",
        "",
    ),
    "art": (
        "art",
        "stationery, lab, reading, decor, craft, paint supply, sewing, makeup, adhesive, school item, music, "
        "electronics, music supply, fire starter, building material, collectible, costume, seasonal decor, party "
        "supply, cleaning cloth, water, cup, plaything, kitchen tool, baking supply, document, paper waste, apron, "
        "computer part, garden tool, phone accessory, package, storage, food storage, power tool, cut flower, small "
        "furniture, hair item",
        "art supply; painting supply",
        "art supplies; painting things",
        "to paint with; for painting; creative",
        "",
    ),
    "lab": (
        "lab",
        "medicine, cleaning supply, electronics, machine part, drink, dish, chemical, hospital, safety gear, "
        "computer part, school item, battery, appliance, food storage, baking supply, first aid, collectible, "
        "stationery, hand tool, cookware, kitchen tool, toiletry, sharp tool, cable, plumbing, lighting, storage, "
        "fire starter, toy, warehouse, adhesive, document, garden supply, bin supply, small furniture, phone "
        "accessory, food, reading, plant, fitness gear, serveware, paper waste, fastener, game, power tool, "
        "clothing, paint supply, decor",
        "piece of lab equipment; lab item",
        "lab equipment; lab things",
        "for the lab; for my experiment",
        "",
    ),
    "package": (
        "package",
        "bag, stationery, storage, document, reading, warehouse, luggage, any waste, party supply, collectible, "
        "food storage, building material, fastener, brew supply, fire starter, computer part, tackle box, money, "
        "craft, baby supply, pet supply, cleaning cloth, school item, hospital, medicine, electronics, food, drink, "
        "sewing, advent calendar, battery, phone accessory, travel item, serveware, bike gear, cable, music supply, "
        "first aid, appliance, wear, costume, plaything",
        "box or parcel; shipment",
        "packages; shipments; boxes and letters",
        "that came in the mail; to be shipped",
        "",
    ),
    "waste": (
        "waste, food waste, packaging waste, paper waste, mixed waste",
        "package, reading, food, drink, plant, kitchenware, cable, machine part, toiletry, fastener, bin supply, "
        "craft, collectible, fire starter, document, warehouse, storage, cleaning supply, baby supply, restaurant, "
        "building material, paint supply, battery, chemical, sewing, toy, cut flower, garden supply, medicine, "
        "hospital, shoe care, computer part, party supply, adhesive, lighting, clothes, seasonal decor, first aid, "
        "stationery, bath linen, bike gear, car supply, plumbing, pet supply, electronics, fishing",
        "piece of trash; piece of garbage; piece of rubbish",
        "trash; garbage; rubbish; litter",
        "that is garbage; nobody needs anymore; to throw away",
        "",
    ),
    "recycle": (
        "empty can, empty bottle, old newspaper, crumpled paper, empty box, empty soda can, empty beer can, empty "
        "plastic bottle, empty wine bottle, empty glass jar, empty tin, crushed can, empty soda bottle, scrap "
        "paper, crumpled newspaper, junk mail, old magazine",
        "everything, -food waste, -banana peel, -apple core, -eggshells, -food scraps, -used tea bag, -dirty "
        "tissue, -used tissue, -used tissues, -dirty diaper, -used bandage, -used plaster, -cigarette butt, "
        "-cigarette butts, -chewed gum, -dust bunny, -fruit, -vegetable, -meat, -fish, -egg, -meal, -plant",
        "recyclable",
        "recyclables; recyclable things",
        "that can be recycled",
        "",
    ),
    "compost": (
        "banana peel, apple core, eggshells, food scraps, dead leaves, used tea bag, orange peel, potato peelings, "
        "apple cores, coffee grounds, rotten apple, rotten tomato, onion skins, egg shells",
        "plant, food, any waste, cut flower, paper things, brew supply, garden supply, craft, package, bin supply, "
        "garden tool, fire starter, pet supply, stationery, food storage, baby food, restaurant, collectible, "
        "drink, school item, building material, sewing, party supply, warehouse, bath linen, seasonal decor, decor, "
        "music, cleaning supply",
        "compostable scrap",
        "food waste; compostables; organic waste",
        "compostable; for the compost",
        "",
    ),
    "part": (
        "machine part, fastener, -rubber bands, -drawing pins, -thumbtacks, -hooks, -wall plugs, -cable ties, -zip "
        "ties",
        "cable, electronics, battery, package, lab, fastener, bike gear, car supply, plumbing, computer part, "
        "lighting, tool, building material, oil, appliance, music supply, sewing, adhesive, phone accessory, "
        "cleaning tool, safety gear, collectible, sharp tool, toy, fitness gear, fire starter, warehouse, kitchen "
        "tool, chemical, paint supply, stationery",
        "machine part; spare part; component",
        "spare parts; components; machine parts",
        "mechanical; for the machine; from a machine",
        "",
    ),
    "metal": (
        "hand tool, cutlery, cookware, machine part, fastener, keys, car keys, coke can, empty can, can opener, "
        "-chopsticks, -plastic fork, -circuit board, -pcb, -gasket, -sensor, -fuse, -casserole dish, -mallet, "
        "-level, -spirit level, -tape measure, -zip ties, -file, -drill, -cordless drill, -hooks, -screwdriver set, "
        "-rubber mallet, -measuring tape, -tool bag, -plastic spoon, -plastic knife, -spork, -pie dish, -drive "
        "belt, -timing belt, -conveyor roller, -relay, -resistor, -capacitor, -led, -wall plugs, -cable ties, "
        "-drawing pins, -rubber bands, -screw box, -box of screws, -box of nails, -bag of screws, can of coke, cola "
        "can, soda can, empty soda can, empty beer can, crushed can, house keys, bunch of keys, coin, coins",
        "everything, -clothing, -underwear, -swimwear, -warm wear, -bedding, -bath linen, -fruit, -sour fruit, "
        "-vegetable, -bread, -reading, -soft toy, -meat, -cleaning cloth, -home textile, -baby clothes, -cake, "
        "-nuts, -plant, -cut flower, -paper waste, -food waste, -wooden spoon, -wooden bowl, -chopsticks, -plastic "
        "spoon, -plastic knife, -plastic fork, -plastic cup, -paper cup, -paper plate, -rubber bands, -cardboard "
        "box, -bricks, -plank, -paper bag, -plastic bag, -sneakers, -soap",
        "metal thing; metal object",
        "metal things; metal objects",
        "made of metal; metallic",
        "",
    ),
    "hot use": (
        "oven mitt, oven gloves",
        "garden gloves, towel, cleaning cloth, kitchen tool, serveware, safety gear, bath linen, cleaning tool, "
        "clothes, hospital, food storage, cookware, baby clothes, handkerchief",
        "hand protection for hot pans",
        "",
        "to hold a hot pan with; against burning my fingers",
        "",
    ),
    "open bottle": (
        "bottle opener, corkscrew, can opener, tin opener",
        "kitchen tool, sharp tool, hand tool, restaurant, cutlery, keys, car keys, fire starter, house keys, coin, "
        "power tool, garden tool, key ring, bunch of keys",
        "opener",
        "openers",
        "to open a bottle with; to open a can with",
        "",
    ),
    "time": (
        "clock, alarm clock, watch, smartwatch, wall clock, wristwatch",
        "electronics, kitchen tool, sports gear, decor, music supply, appliance, fitness gear, lab, toy, phone "
        "accessory, accessory, advent calendar, hospital, document, jewelry",
        "timepiece",
        "clocks and watches",
        "to tell the time; that shows the time",
        "",
    ),
    "call": (
        "phone, smartphone, mobile phone, cell phone, iphone",
        "electronics, toy, phone accessory, computer part, money, cable, sports gear, reading",
        "phone; telephone",
        "phones",
        "to make a call with; to call my mother with",
        "",
    ),
    "photo": (
        "camera, digital camera",
        "electronics, phone accessory, toy, computer part, decor, battery, travel item, stationery, document, art, lab",
        "photo device",
        "",
        "to take pictures with; to take a photo with",
        "",
    ),
    "party": (
        "wine glass, champagne, cupcake, party supply, birthday cake",
        "food, drink, decor, music, plaything, electronics, costume, seasonal decor, restaurant, lighting, wear, "
        "craft, cut flower, reading, small furniture, camping, makeup, hair item, fire starter, package, cable, "
        "bag, kitchenware, baking supply, any sport, baby clothes, collectible, cleaning supply, stationery, bath "
        "linen, any waste, battery, home textile, storage, bin supply, bedding, document, money",
        "party thing",
        "",
        "",
        "",
    ),
    "key": (
        "keys, car keys, house keys, bunch of keys",
        "accessory, building material, storage, music, stationery, hand tool, collectible, money, electronics",
        "set of keys",
        "keys",
        "to unlock the door with",
        "",
    ),
    "money": (
        "wallet, purse",
        "accessory, money, travel item, electronics, document, storage, restaurant, package, collectible, game, any "
        "bag, warehouse, jewelry",
        "thing with money in it",
        "",
        "with my money in it; to pay with",
        "",
    ),
    "drinkware bottle": (
        "pepsi bottle, cola bottle, soda bottle, bottle of coke, water bottle, bottle of water, bottled water, tea "
        "bottle, bottle of milk, bottle of wine, beer bottle, bottle of whiskey, bottle of ketchup, bottle of oil, "
        "bottle of olive oil, bottle of vinegar, bottle of bleach, bottle of detergent, bottle of shampoo, pill "
        "bottle, bottle of pills, reagent bottle, bottle of acid, condiment bottle, baby bottle, empty plastic "
        "bottle, empty wine bottle, empty bottle, empty soda bottle",
        "drink, sauce, oil, cleaning agent, toiletry, medicine, sweet spread, lab, baby supply, any waste, "
        "chemical, paint supply, adhesive, makeup, car supply, spice, preserve, food storage, restaurant, "
        "serveware, cleaning tool, camping, first aid, cup, hospital, baby food, kitchen tool, bike gear, art, brew "
        "supply, shoe care, garden supply, garden tool, fire starter, stationery, pet supply",
        "bottle; kind of bottle",
        "bottles",
        "in a bottle; bottled",
        "",
    ),
    "can": (
        "coke can, lemonade can, lime soda can, monster can, soda water can, beer can, tuna can, beans can, empty "
        "can, paint can, soda can, cola can, pepsi can, can of coke, energy drink can, rockstar can, can of "
        "redbull, can of beans, tin of beans, tin of soup, tin of tuna, tin of tomatoes, canned tomatoes, canned "
        "corn, canned peaches, canned soup, can of peanuts, can of cat food, empty soda can, empty beer can, "
        "crushed can, empty tin, tin of paint",
        "drink, food, paint supply, car supply, any waste, camping, pet supply, storage, fire starter, baby food, "
        "brew supply, garden tool, baking supply, shoe care, cleaning agent, bait, toiletry, collectible, "
        "kitchenware",
        "can; tin",
        "cans; tins",
        "in a can; canned",
        "",
    ),
    "kid food": (
        "gummy bears, lollipop, candy, marshmallows, jelly beans, cookie, cookies, popsicle, ice cream, milk, gummy "
        "worms, jelly babies, cotton candy, candyfloss, vanilla ice cream, chocolate ice cream, strawberry ice "
        "cream, ice lolly, ice cream cone, chocolate chip cookie, -milk",
        "food, drink, plaything, baby food, party supply, advent calendar, pet supply, baking supply, makings, "
        "reading, baby supply, collectible, costume",
        "treat for a child",
        "treats for the kids",
        "",
        "",
    ),
    "fry": (
        "frying pan, pan, skillet, wok, saute pan, griddle",
        "cookware, appliance, camping, kitchenware, toy kitchen, oil",
        "frying pan",
        "",
        "to fry eggs in; to fry fish in",
        "",
    ),
    "boil": (
        "pot, saucepan, stockpot, electric kettle",
        "cookware, appliance, camping, kitchenware, serveware, lab, toy kitchen",
        "",
        "",
        "to boil water in; to cook soup in",
        "",
    ),
    "eat soup": (
        "spoon, soup spoon, tablespoon, plastic spoon",
        "cutlery, bowl, cup, soups, restaurant, kitchenware, camping, bread, meal",
        "",
        "",
        "to eat soup with",
        "",
    ),
    "cut bread": (
        "bread knife, kitchen knife, knife, chef knife, carving knife",
        "sharp tool, cutlery, kitchen tool, hand tool, power tool, appliance, cheese board, serveware",
        "",
        "",
        "to cut the bread; to slice a loaf with",
        "",
    ),
    "length": (
        "tape measure, measuring tape, ruler",
        "hand tool, power tool, school item, sewing, stationery, lab, craft, rope, string, electronics, camping, "
        "fishing, kitchen tool, document, reading",
        "",
        "",
        "to measure the length; to find out how long it is",
        "",
    ),
    "glass": (
        "glass, wine glass, champagne glass, champagne flute, cocktail glass, glass bowl, beaker, test tube, flask, "
        "erlenmeyer flask, round bottom flask, glass slide, glass rod, jam jar, empty glass jar, empty wine bottle, "
        "broken glass, shards of glass",
        "everything, -clothing, -underwear, -warm wear, -shoes, -bedding, -bath linen, -fruit, -sour fruit, "
        "-vegetable, -bread, -meat, -reading, -hand tool, -soft toy, -fastener, -cleaning cloth, -home textile, "
        "-paper waste, -cutlery, -cake, -chopsticks",
        "thing made of glass",
        "things made of glass",
        "made of glass",
        "",
    ),
}

SYNONYMS = {
    "couch": "sofa",
    "settee": "sofa",
    "fridge": "refrigerator",
    "icebox": "fridge",
    "refrigerator": "fridge",
    "bin": "trash can",
    "garbage can": "trash",
    "garbage bin": "trash can",
    "waste basket": "bin",
    "rubbish bin": "trash",
    "garbage": "trash",
    "rubbish": "trash",
    "trash can": "bin",
    "wastebasket": "trash bin",
    "dustbin": "waste bin",
    "worktop": "counter",
    "countertop": "kitchen counter",
    "workbench": "bench",
    "desk": "work table",
    "shelf unit": "shelf",
    "cupboard": "cabinet",
    "closet": "wardrobe",
    "locker": "cabinet",
    "hob": "stove",
    "cooktop": "stove",
    "range": "stove",
    "burner": "stove",
    "basin": "sink",
    "washbasin": "sink",
    "lamp": "light",
    "telly": "tv",
    "television": "tv",
    "cell phone": "phone",
    "mobile": "phone",
    "cellphone": "smartphone",
    "notebook computer": "laptop",
    "computer": "laptop",
    "headset": "headphones",
    "earphones": "earbuds",
    "clicker": "tv remote",
    "remote": "remote control",
    "spectacles": "glasses",
    "shades": "sunglasses",
    "sneakers": "shoes",
    "trainers": "sneakers",
    "pullover": "sweater",
    "jumper": "sweater",
    "trousers": "pants",
    "tee": "t-shirt",
    "bag": "backpack",
    "rucksack": "backpack",
    "cloth": "rag",
    "dishcloth": "dish cloth",
    "kitchen roll": "paper towels",
    "kitchen paper": "paper towel",
    "tissue": "tissues",
    "hoover": "vacuum cleaner",
    "vacuum": "vacuum cleaner",
    "spanner": "wrench",
    "torch": "flashlight",
    "measuring tape": "tape measure",
    "cutter": "box cutter",
    "skillet": "frying pan",
    "cauldron": "pot",
    "beaker": "tumbler",
    "coffee cup": "mug",
    "dish": "bowl",
    "tray": "platter",
    "crisps": "potato chips",
    "french bread": "baguette",
    "biscuit": "cookie",
    "cookie": "biscuits",
    "sweets": "candy",
    "aubergine": "eggplant",
    "courgette": "zucchini",
    "catsup": "ketchup",
    "tomato ketchup": "ketchup",
    "mayo": "mayonnaise",
    "spud": "potato",
    "maize": "corn",
    "pop": "cola bottle",
    "cola": "coke",
    "soft drink": "sprite",
    "joe": "coffee",
    "java": "coffee",
    "java cup": "coffee cup",
    "h2o": "water bottle",
    "bubbly": "champagne",
    "vino": "red wine",
    "brew": "beer",
    "pill": "aspirin",
    "meds": "pill bottle",
    "plaster": "band aids",
    "parcel": "package",
    "package": "parcel",
    "carton": "cardboard box",
    "box": "crate",
    "plush toy": "teddy bear",
    "cube": "red block",
    "brick": "blue block",
    "football": "soccer ball",
    "weights": "dumbbell",
    "paper": "newspaper",
    "journal": "magazine",
    "comforter": "duvet",
    "coverlet": "quilt",
    "flower": "tulip",
    "brolly": "umbrella",
    "felt pen": "marker",
    "rubber": "eraser",
    "sellotape": "tape",
    "adhesive tape": "scotch tape",
    "jar": "beaker",
    "screw driver": "screwdriver",
    "jug": "water jug",
    "tin": "tuna can",
    "oj": "orange juice",
    "cheeseburger": "burger",
    "spaghetti": "pasta",
    "porridge": "oats",
    "soap bar": "soap",
    "handkerchief": "tissues",
    "door": "entrance",
    "person": "user",
    "me": "user",
    "human": "person",
    "operator": "user",
    "kitchen table": "table",
    "dining table": "table",
    "caddy": "desk organizer",
    "cabinet": "cupboard",
    "wardrobe": "closet",
    "oven": "stove",
    "kettle": "water boiler",
    "microwave oven": "microwave",
    "dishwashing machine": "dishwasher",
    "laundry machine": "washer",
    "washing machine": "washer",
    "hamper": "laundry basket",
    "mailbox": "letter box",
    "porch": "veranda",
    "lounge": "living room",
    "washroom": "bathroom",
    "restroom": "toilet",
    "loo": "toilet",
    "storeroom": "storage room",
    "depot": "warehouse",
    "garage": "car port",
    "conveyor": "belt",
    "loading dock": "dock",
    "fan": "ventilator",
    "heater": "radiator",
    "stereo": "speaker",
    "flashlight": "torch",
    "band aid": "plasters",
    "band aids": "plasters",
    "plasters": "band aids",
    "sticking plaster": "plasters",
    "headlight": "head torch",
    "headlamp": "head torch",
    "wrench": "spanner",
    "tape measure": "measuring tape",
    "sweater": "jumper",
    "pants": "trousers",
    "hoodie top": "hoodie",
    "diapers": "nappies",
    "nappies": "diapers",
    "diaper": "nappy",
    "nappy": "diaper",
    "pacifier": "dummy",
    "soother": "pacifier",
    "binky": "pacifier",
    "dummy": "pacifier",
    "fries": "french fries",
    "potato chips": "crisps",
    "packet of chips": "packet of crisps",
    "eggplant": "aubergine",
    "zucchini": "courgette",
    "green onion": "spring onion",
    "green onions": "scallions",
    "scallion": "scallions",
    "beet": "beetroot",
    "mandarin orange": "mandarin",
    "mandarins": "mandarin",
    "candies": "candy",
    "bonbon": "candy",
    "cotton candy": "candyfloss",
    "candyfloss": "cotton candy",
    "popsicle": "ice lolly",
    "ice pop": "popsicle",
    "lolly": "lollipop",
    "sucker": "lollipop",
    "liquorice": "licorice",
    "donut": "doughnut",
    "doughnut": "donut",
    "jello": "jelly",
    "cookies": "biscuits",
    "biscuits": "cookies",
    "choc bar": "chocolate bar",
    "fairy cake": "cupcake",
    "minced meat": "mince",
    "ground meat": "mince",
    "shrimp": "prawns",
    "prawns": "shrimp",
    "tinned tuna": "tuna can",
    "can of tuna": "tin of tuna",
    "tinned tomatoes": "canned tomatoes",
    "yoghurt": "yogurt",
    "soya milk": "soy milk",
    "fizzy water": "sparkling water",
    "seltzer": "sparkling water",
    "club soda": "sparkling water",
    "cuppa": "cup of tea",
    "builders tea": "black tea",
    "hot cocoa": "hot chocolate",
    "cocoa": "hot chocolate",
    "bottle of red": "red wine",
    "pint": "beer",
    "wiener": "hot dog",
    "sarnie": "sandwich",
    "mac and cheese": "macaroni and cheese",
    "flapjacks": "pancakes",
    "hotcakes": "pancakes",
    "baked potato": "jacket potato",
    "jacket potato": "baked potato",
    "confectioners sugar": "icing sugar",
    "powdered sugar": "icing sugar",
    "corn starch": "cornstarch",
    "cornflour": "cornstarch",
    "bicarb": "baking soda",
    "bicarbonate of soda": "baking soda",
    "cling wrap": "plastic wrap",
    "plastic wrap": "cling film",
    "cling film": "plastic wrap",
    "saran wrap": "plastic wrap",
    "aluminum foil": "tin foil",
    "kitchen foil": "aluminium foil",
    "tin foil": "aluminum foil",
    "greaseproof paper": "baking paper",
    "tin opener": "can opener",
    "can opener": "tin opener",
    "chopping board": "cutting board",
    "cutting board": "chopping board",
    "strainer": "sieve",
    "oven gloves": "oven mitt",
    "oven mitt": "oven gloves",
    "tea towel": "dish towel",
    "dish towel": "tea towel",
    "paper towel roll": "kitchen roll",
    "serviette": "napkin",
    "serviettes": "napkins",
    "kleenex": "tissues",
    "dish soap": "washing up liquid",
    "dish liquid": "dish soap",
    "fairy liquid": "dish soap",
    "fabric conditioner": "fabric softener",
    "clothespins": "clothes pegs",
    "clothes pegs": "clothespins",
    "clothespin": "clothes pegs",
    "coat hanger": "clothes hanger",
    "vacuum cleaner": "hoover",
    "hand vacuum": "handheld vacuum",
    "blow dryer": "hairdryer",
    "hairdryer": "hair dryer",
    "toilet roll": "toilet paper",
    "loo roll": "toilet paper",
    "toilet tissue": "toilet roll",
    "bog roll": "toilet roll",
    "sunscreen": "sun cream",
    "sunblock": "sunscreen",
    "hand lotion": "hand cream",
    "moisturiser": "lotion",
    "chapstick": "lip balm",
    "q-tips": "cotton swabs",
    "cotton buds": "cotton swabs",
    "nail varnish": "nail polish",
    "nail polish": "nail varnish",
    "paracetamol": "tylenol",
    "tylenol": "paracetamol",
    "acetaminophen": "paracetamol",
    "headache pills": "headache tablets",
    "lozenges": "throat lozenges",
    "cough sweets": "cough drops",
    "puffer": "inhaler",
    "face cloth": "washcloth",
    "flannel": "face cloth",
    "washcloth": "flannel",
    "screws box": "box of screws",
    "allen wrench": "allen key",
    "hex key": "allen key",
    "zip ties": "cable ties",
    "cable ties": "zip ties",
    "drawing pins": "thumbtacks",
    "thumbtacks": "drawing pins",
    "elastic bands": "rubber bands",
    "rubber band": "rubber bands",
    "scotch tape": "sellotape",
    "eraser": "rubber",
    "ballpoint": "ballpoint pen",
    "biro": "ballpoint pen",
    "sharpie": "permanent marker",
    "sticky note": "sticky notes",
    "post-its": "post-it notes",
    "felt tip": "felt tip pen",
    "faucet": "tap",
    "tap": "faucet",
    "tyre": "car tire",
    "spare tyre": "spare tire",
    "gas can": "petrol can",
    "petrol can": "gas can",
    "engine oil": "motor oil",
    "mobile phone": "cell phone",
    "tv clicker": "tv remote",
    "memory stick": "usb stick",
    "usb drive": "memory stick",
    "thumb drive": "usb drive",
    "power lead": "power cord",
    "power strip": "extension cord",
    "extension lead": "extension cord",
    "extension cord": "extension lead",
    "light bulb": "lightbulb",
    "bulb": "light bulb",
    "dressing gown": "bathrobe",
    "bathrobe": "dressing gown",
    "robe": "bathrobe",
    "tracksuit bottoms": "sweatpants",
    "joggers": "sweatpants",
    "pyjamas": "pajamas",
    "vest top": "tank top",
    "suspenders": "braces",
    "braces": "suspenders",
    "wellingtons": "wellies",
    "gumboots": "rain boots",
    "rain boots": "wellies",
    "boxer shorts": "boxers",
    "undies": "underpants",
    "swimming costume": "swimsuit",
    "bathing suit": "swimsuit",
    "swimsuit": "swimming costume",
    "raincoat": "rain jacket",
    "mac": "raincoat",
    "fanny pack": "bum bag",
    "bum bag": "fanny pack",
    "knapsack": "backpack",
    "cool box": "cooler bag",
    "cooler": "cool box",
    "holdall": "duffel bag",
    "wooly hat": "woolly hat",
    "beanie": "woolly hat",
    "specs": "reading glasses",
    "hankie": "handkerchief",
    "bank notes": "banknote",
    "stepladder": "step ladder",
    "checkers": "draughts",
    "draughts": "checkers",
    "deck of cards": "playing cards",
    "pack of cards": "deck of cards",
    "jump rope": "skipping rope",
    "skipping rope": "jump rope",
    "sledge": "sled",
    "sled": "sledge",
    "swim goggles": "swimming goggles",
    "bike lock": "bicycle lock",
    "stuffed toy": "stuffed animal",
    "cuddly toy": "soft toy",
    "plushie": "soft toy",
    "sleeping mat": "camping mat",
    "mozzie spray": "bug spray",
    "insect repellent": "bug spray",
    "duvet": "comforter",
    "drapes": "curtains",
    "photo frame": "picture frame",
    "spade": "shovel",
    "secateurs": "garden shears",
    "lawnmower": "lawn mower",
    "trash bags": "bin bags",
    "bin liners": "garbage bags",
    "bin bags": "trash bags",
    "garbage bags": "bin liners",
    "cardboard carton": "cardboard box",
    "surgical mask": "face mask",
    "parcel tape": "packing tape",
    "packing tape": "parcel tape",
    "play-doh": "play dough",
    "vacuum flask": "thermos",
    "walking cane": "walking stick",
    "cane": "walking stick",
    "bank card": "debit card",
    "tickets": "ticket",
    "sweet corn": "sweetcorn",
    "garlic baguette": "garlic bread",
    "teabags": "tea bags",
    "kitchen scales": "kitchen scale",
    "bouquet": "bunch of flowers",
    "flowers": "bouquet",
    "superglue": "super glue",
    "ear defenders": "earmuffs",
    "wiper blade": "windshield wiper",
    "table tennis bat": "ping pong paddle",
    "baseball mitt": "baseball glove",
    "swim fins": "flippers",
    "toboggan": "sled",
    "swim shorts": "swimming trunks",
    "hair band": "headband",
    "coffee capsules": "coffee pods",
    "rollator": "walker",
    "walking frame": "walker",
    "gaming console": "game console",
    "extension cable": "extension lead",
    "power cable": "power cord",
    "matchbox": "box of matches",
    "shoebox": "shoe box",
    "reflective vest": "high visibility vest",
    "flash drive": "usb stick",
    "house plant": "potted plant",
    "treacle": "golden syrup",
    "baby milk": "baby formula",
    "box of tea": "tea bags",
    "bicycle bell": "bike bell",
    "clothes iron": "steam iron",
}
"""Another word -> a name that it may stand for."""


@cache
def concepts() -> dict[str, Concept]:
    """Every concept by name, with the phrases of ``concept_phrases/*.txt``."""
    found = {name: _concept(name, row) for name, row in (_TABLE | HOME | WORLD).items()}
    for line in lines_of("concept_phrases"):
        name, *phrases = (part.strip() for part in line.split("|"))
        found[name] = _with_phrases(found[name], phrases)
    return found


_WAYS = {"a": "singular", "many": "plural", "something": "something", "need": "need"}


def _with_phrases(concept: Concept, phrases: list[str]) -> Concept:
    """More ways to speak of it: ``a: fizzy drink; pop``, ``many: …``, ``something: …``, ``need: …``."""
    for way, _, texts in (text.partition(":") for text in phrases):
        known = getattr(concept, _WAYS[way.strip()])
        said = (*known, *(text.strip() for text in texts.split(";") if text.strip()))
        more: dict[str, Any] = {_WAYS[way.strip()]: tuple(dict.fromkeys(said))}
        concept = replace(concept, **more)
    return concept


def _concept(name: str, row: _Row) -> Concept:
    true, maybe, *ways = row
    singular, plural, something, need = (tuple(w.strip() for w in way.split(";") if w.strip()) for way in ways)
    certain = members(true)
    return Concept(name, certain, members(maybe) - certain, singular, plural, something, need)


_NOUNS = (
    "drink",
    "snack",
    "fruit",
    "food",
    "vegetable",
    "tool",
    "toy",
    "clothes",
    "dish",
    "soda",
    "salty snack",
    "sweet snack",
    "book",
    "bag",
)
"""Concepts whose nouns others may narrow down."""
_LINKS = ("with", "without", "that", "made", "for", "to", "in", "from", "against")


def combined(rng: np.random.Generator, held_out: Callable[[str], bool]) -> Concept:
    """Two concepts in one: ``sweet drink``, ``snack that is not salty``, ``tool made of metal``.

    Args:
        rng: makes every choice.
        held_out: whether a concept must not occur.
    """
    table = concepts()
    nouns = [table[key] for key in _NOUNS if not held_out(key)]
    others = [concept for key, concept in table.items() if not held_out(key) and concept.something]
    while True:
        first, second = nouns[int(rng.integers(len(nouns)))], others[int(rng.integers(len(others)))]
        text = second.something[int(rng.integers(len(second.something)))]
        plain = len(text.split()) == 1
        if first is second or not (plain or text.split()[0] in _LINKS):
            continue
        negated = plain and rng.random() < 0.35
        made = _intersection(first, second, negated)
        if len(made.true) < 3 or made.true == first.true:
            continue
        noun, many = (
            first.singular[int(rng.integers(len(first.singular)))],
            first.plural[int(rng.integers(len(first.plural)))],
        )
        if negated:
            link = ("that is not", "that isn't", "which is not")[int(rng.integers(3))]
            return replace(made, singular=(f"{noun} {link} {text}",), plural=(f"{many} that are not {text}",))
        if plain and rng.random() < 0.7:
            return replace(made, singular=(f"{text} {noun}",), plural=(f"{text} {many}",))
        link = "that is " if plain else ""
        return replace(made, singular=(f"{noun} {link}{text}",), plural=(f"{many} {link.replace('is', 'are')}{text}",))


def _intersection(first: Concept, second: Concept, negated: bool) -> Concept:
    possible = first.true | first.maybe
    if negated:
        true = first.true - second.true - second.maybe
        maybe = (possible - second.true) - true
    else:
        true = first.true & second.true
        maybe = (possible & (second.true | second.maybe)) - true
    return Concept(f"{first.name} and {'not ' if negated else ''}{second.name}", true, maybe, (), (), (), ())
