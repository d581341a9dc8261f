"""What people ask for without a name: kinds, tastes, uses, needs; which things fit, and how it is said."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np

from planner.goals.lessons.concepts_home import HOME
from planner.goals.lessons.things import Concept, members

# name: (true, maybe, singular nouns, plural nouns, after "something", sentences of need)
_Row = tuple[str, str, str, str, str, str]
_TABLE: dict[str, _Row] = {
    "drink": (
        "drink",
        "sauce, oil, soup, vegetable soup, cough syrup, ice pack, popsicle, ice cream",
        "drink; beverage",
        "drinks; beverages; things to drink",
        "to drink; drinkable; i can drink",
        "",
    ),
    "thirst": (
        "drink, -alcohol, -espresso",
        "alcohol, espresso, sauce, oil, soup, fruit, sour fruit, ice cream, popsicle, "
        "cough syrup, coffee, tea, milk, hot chocolate, vegetable, ice pack, frozen yogurt, vegetable soup",
        "thirst quencher",
        "",
        "to quench my thirst; for my thirst; against thirst; refreshing; hydrating; that will "
        "hydrate me; for a dry throat",
        "i'm {thirsty}; i am {so thirsty}; i'm {parched}; my {throat is dry}; i need to {hydrate}",
    ),
    "soda": (
        "soda",
        "energy drink, sparkling water, soda water can, tonic water, ginger ale, root beer, lemonade can",
        "soda; soft drink; pop; fizzy drink; carbonated drink",
        "sodas; soft drinks; fizzy drinks",
        "fizzy; bubbly; carbonated; with bubbles",
        "",
    ),
    "cola": (
        "coke, coke can, pepsi, pepsi bottle, cola bottle, cherry cola, diet coke",
        "dr pepper, root beer",
        "cola",
        "colas",
        "",
        "",
    ),
    "caffeine": (
        "coffee, tea, energy drink, coke, coke can, pepsi, pepsi bottle, cola bottle, cherry cola, diet coke, "
        "dr pepper",
        "7up, chocolate bar, root beer, kombucha, hot chocolate, chocolate milk, soda, brownie, "
        "chocolate cake, chocolate spread, herbal tea, other drink, cookie, cookies, energy bar, candy bar",
        "caffeinated drink; drink with caffeine; caffeinated beverage",
        "caffeinated drinks; drinks with caffeine",
        "caffeinated; with caffeine; that contains caffeine; to keep me awake; to wake me up; for a caffeine kick",
        "i'm {so tired}; i need to {stay awake}; i need some {caffeine}; i can't {keep my eyes open}",
    ),
    "decaf": (
        "water, herbal tea, juice, milk, lemonade, smoothie, coconut water, sprite, fanta, 7up, ginger ale, "
        "lemonade can, orange soda, lime soda can, beer, cider, red wine, sports drink",
        "soda, hot chocolate, kombucha, alcohol, root beer, chocolate milk",
        "drink without caffeine; caffeine free drink; decaf drink; non caffeinated drink",
        "drinks without caffeine; caffeine free drinks",
        "to drink without caffeine; caffeine free to drink; that has no caffeine to drink",
        "",
    ),
    "alcohol": (
        "alcohol",
        "kombucha, vanilla, cough syrup",
        "alcoholic drink; alcoholic beverage; drink with alcohol",
        "alcoholic drinks; alcoholic beverages",
        "alcoholic; with alcohol; strong to drink",
        "",
    ),
    "soft": (
        "drink, -alcohol",
        "kombucha, sauce, oil, soup",
        "drink without alcohol; non alcoholic drink; alcohol free beverage",
        "non alcoholic drinks; drinks without alcohol",
        "non alcoholic to drink; alcohol free; for a kid to drink",
        "",
    ),
    "hot drink": (
        "coffee, -iced coffee, -cold brew, tea, -iced tea, -tea bottle, herbal tea, hot chocolate",
        "milk, coffee cup, cup, teacup, coffee mug, mug, soup",
        "hot drink; warm drink; hot beverage",
        "hot drinks",
        "hot to drink; warm to drink; warming to sip",
        "i'm {freezing} and want a hot drink",
    ),
    "juice": ("juice", "smoothie, lemonade, coconut water", "juice; fruit juice", "juices", "fruity to drink", ""),
    "milky": (
        "milk",
        "latte, cappuccino, cream, hot chocolate, yogurt",
        "kind of milk; milk product to drink",
        "",
        "",
        "",
    ),
    "water": (
        "water",
        "coconut water, tonic water, water jug, soda water can, ice pack",
        "water; bottle of plain water",
        "waters",
        "plain to drink; with no taste to drink",
        "",
    ),
    "sugary drink": (
        "soda, -diet coke, -tonic water, juice, -tomato juice, -carrot juice, lemonade, hot chocolate, "
        "chocolate milk, redbull, energy drink, monster can",
        "tonic water, smoothie, milk, milk carton, oat milk, soy milk, coconut water, kombucha, cider, tea bottle, "
        "iced tea, sports drink, carrot juice, tomato juice, diet coke, cappuccino, latte, iced coffee, alcohol",
        "sugary drink; sweet drink; drink full of sugar",
        "sugary drinks; sweet drinks",
        "sweet to drink",
        "",
    ),
    "sugar free": (
        "water, coffee, tea, herbal tea, diet coke",
        "iced tea, tea bottle, alcohol, milk, soda, other drink, juice, "
        "energy drink, coffee cup, iced coffee, latte, cappuccino",
        "drink without sugar; sugar free drink; unsweetened drink",
        "sugar free drinks",
        "to drink without sugar; unsweetened to drink",
        "",
    ),
    "fruit": (
        "any fruit",
        "tomato, cucumber, pumpkin, fruit bar, olive oil, smoothie",
        "fruit; piece of fruit; fresh fruit",
        "fruits; pieces of fruit",
        "fruity to eat; that grows on a tree",
        "",
    ),
    "citrus": (
        "sour fruit, orange, tangerine",
        "orange juice, lemonade, pineapple, kiwi",
        "citrus fruit; citrus",
        "citrus fruits",
        "citrusy",
        "",
    ),
    "berry": ("strawberry, blueberries, raspberries", "cherries, grapes", "berry; kind of berry", "berries", "", ""),
    "vegetable": (
        "vegetable",
        "corn, mushroom, tomato plant, beans can, salad",
        "vegetable; veggie; fresh vegetable",
        "vegetables; veggies",
        "green and healthy; for a salad",
        "",
    ),
    "produce": (
        "produce",
        "salad, smoothie, plant",
        "fresh produce item",
        "fruits and vegetables; fresh produce",
        "",
        "",
    ),
    "snack": (
        "snack, any fruit",
        "meal, bread, dairy, dessert, frozen dessert, vegetable, sweet spread, egg, cereal, sour fruit, cheese",
        "snack; little snack; quick bite; nibble",
        "snacks; nibbles",
        "to snack on; to munch on; to nibble; for between meals",
        "i feel {peckish}; i'm {a bit hungry}",
    ),
    "salty": (
        "salty snack, salted peanuts, salted almonds, salt, salt shaker, bacon, ham, salami, soy sauce",
        "nuts, cheese, meat, fish, sauce, meal, dairy, bread, popcorn, olive oil, cornflakes, crackers, "
        "peanuts, trail mix, "
        "spice, tuna can, sardines, butter, energy bar, tomato juice, vegetable soup, waste, pistachios",
        "salty one",
        "salty ones; salty things",
        "salty; with salt on it; savory and salty",
        "i crave {salt}; i'm {craving something salty}",
    ),
    "salty snack": (
        "salty snack",
        "nuts, cheese, bacon, ham, salami, trail mix, pistachios, popcorn, crackers, peanuts, waste, beef jerky",
        "salty snack; savory snack; savoury snack; salty treat",
        "salty snacks; savory snacks",
        "salty to snack on; crunchy and salty; savory to munch",
        "",
    ),
    "chips": (
        "potato chips, chips, bag of chips, corn chips, tortilla chips, veggie chips, barbecue chips, pita chips, "
        "paprika chips",
        "nachos, pretzels, empty chip bag, pork rinds, cheese puffs, onion rings",
        "bag of chips; chip bag; packet of crisps; bag of crisps",
        "chips; crisps; bags of chips",
        "",
        "",
    ),
    "sweet": (
        "sweet snack, sweet spread, frozen dessert, dessert, bar snack, any fruit, -sour fruit, soda, -diet coke, "
        "chocolate milk, hot chocolate",
        "sour fruit, juice, cereal, yogurt, ketchup, other drink, energy drink, milk, "
        "croissant, carrot, corn, soda, tonic water, diet coke, vanilla, cinnamon, bar snack, cornflakes, trail mix, "
        "nut bar, protein bar, beetroot, sugar bag, barbecue sauce, tea, coffee, alcohol, waste, popcorn",
        "sweet one",
        "sweet things; sweets",
        "sweet; sugary; with sugar",
        "i have a {sweet tooth}",
    ),
    "sweet snack": (
        "sweet snack, granola bar, fruit bar, cereal bar",
        "bar snack, any fruit, dessert, frozen dessert, sweet spread, yogurt, chewing gum, trail mix, waste",
        "sweet snack; sweet treat; sugary snack",
        "sweet snacks; treats",
        "sweet to snack on; sweet to munch",
        "",
    ),
    "candy": (
        "candy, gummy bears, lollipop, jelly beans, toffee, caramel, candy bar, marshmallows",
        "chocolate bar, sweet snack, fruit bar, candy wrapper",
        "candy; piece of candy",
        "candies",
        "",
        "",
    ),
    "chocolate": (
        "chocolate bar, chocolate cake, chocolate milk, hot chocolate, chocolate spread, brownie",
        "candy bar, cookie, cookies, muffin, donut, pudding, ice cream, cupcake, wafer",
        "chocolate thing; chocolaty treat",
        "chocolate things",
        "chocolaty; with chocolate; made of chocolate",
        "",
    ),
    "healthy": (
        "any fruit, vegetable, nuts, water, salad, yogurt, oats",
        "granola bar, bar snack, juice, fish, dairy, egg, "
        "tea, herbal tea, milk, other drink, meal, lentils, staple, chicken breast, bread, honey, oil, meat, spice, "
        "veggie chips, pistachios, vitamins, trail mix, salted almonds, salted peanuts, popcorn, corn, coffee, garlic, "
        "rice, salsa",
        "healthy snack; healthy food; nutritious snack; healthy bite",
        "healthy snacks; healthy foods; healthy things",
        "healthy; nutritious; good for my health; with vitamins",
        "i want to {eat healthy}",
    ),
    "unhealthy": (
        "sweet snack, salty snack, soda, energy drink, ice cream, burger, hot dog, -pistachios, -popcorn, "
        "-diet coke, -beef jerky, -chewing gum",
        "alcohol, dessert, frozen dessert, pizza, bacon, meal, salty snack, "
        "juice, meat, cider, sauce, sweet spread, butter, cream, cheese, spice, oil, other drink, chewing gum, "
        "chocolate milk, bar snack, diet coke, tonic water, lemonade can, sugar bag, salt, croissant, medicine, "
        "cleaning agent, dairy, staple, bread",
        "unhealthy snack; junk food item",
        "junk food; unhealthy snacks",
        "unhealthy",
        "",
    ),
    "spicy": (
        "hot sauce, chili powder, curry powder, salsa",
        "spice, mustard, nachos, barbecue chips, paprika chips, onion, "
        "salami, sauce, garlic, radish, burrito, ginger ale, pepper, pepper mill, bell pepper, paprika",
        "spicy thing; hot condiment",
        "spicy things",
        "spicy; hot and spicy; with a kick to eat",
        "",
    ),
    "sour": (
        "sour fruit, vinegar",
        "tangerine, orange, kiwi, lemonade, yogurt, green apple, candy, grapefruit, raspberries, "
        "cranberry juice, kombucha, plum, gummy bears, salad dressing, any fruit, mustard, lemonade can, lime soda can",
        "sour thing",
        "",
        "sour; sour to eat; acidic to eat",
        "",
    ),
    "protein": (
        "meat, fish, egg, protein bar, nuts, beef jerky, lentils, beans can, cheese, cottage cheese, yogurt, "
        "peanut butter",
        "dairy, milk, bar snack, meal, peanuts, salted peanuts, salted almonds, pistachios, trail mix, "
        "broccoli, mushroom, peas, oats, green beans, tuna can, smoothie, sandwich, cereal, pet supply, cream, butter, "
        "rice",
        "source of protein; protein rich food",
        "protein rich foods",
        "with protein; high in protein; to build muscle; after my workout to eat",
        "",
    ),
    "energy": (
        "bar snack, energy drink, trail mix, banana",
        "coffee, soda, nuts, chocolate bar, sweet snack, tea, fruit, sports drink, food, drink, batteries, power bank",
        "energy boost; pick me up",
        "",
        "to give me energy; for energy; to recharge myself",
        "i need an {energy boost}; i'm {low on energy}",
    ),
    "breakfast": (
        "cereal, cornflakes, oats, egg, bread, milk, jam, honey, yogurt, omelette, coffee, croissant, bacon, "
        "orange juice",
        "tea, fruit, dairy, butter, marmalade, bar snack, juice, sausage, muffin, donut, sweet spread, "
        "ham, smoothie, cookies, biscuits, milk carton, soy milk, oat milk, sour fruit, boiled egg, drink, sweet snack",
        "breakfast item; breakfast food",
        "breakfast things; breakfast foods",
        "for breakfast; to eat in the morning",
        "",
    ),
    "meal": (
        "meal",
        "bread, meat, fish, egg, vegetable, beans can, dry pasta, sandwich, cereal, tuna can, omelette",
        "meal; proper meal; dish to eat; warm meal",
        "meals",
        "filling; for lunch; for dinner",
        "i haven't {eaten all day}; i'm {starving}",
    ),
    "food": (
        "food, -spice, -oil, -sauce",
        "spice, oil, sauce, drink, pet supply, waste, chewing gum, plant, milk, smoothie, "
        "flour, vitamins, basil plant, mint plant",
        "food; food item; edible thing; thing to eat",
        "foods; food items; things to eat; edible things",
        "to eat; edible; i can eat",
        "i'm {hungry}; i am {really hungry}; my {stomach is growling}",
    ),
    "vegan food": (
        "any fruit, vegetable, nuts, lentils, oats, rice, beans can",
        "food, -meat, -fish, -dairy, -egg",
        "vegan food; vegan thing to eat",
        "vegan foods",
        "vegan to eat; vegan; plant based to eat",
        "",
    ),
    "meat": (
        "meat, beef jerky, ham sandwich, burger, hot dog",
        "meal, fish, egg, pork rinds, gravy, chew bone, dog food, cat food",
        "meat; kind of meat; meat product",
        "meats; meat products",
        "with meat; meaty; for a meat eater",
        "",
    ),
    "seafood": ("fish, sushi", "fish food", "fish; seafood; seafood dish", "seafoods", "from the sea", ""),
    "dairy": (
        "dairy, milk, -oat milk, -soy milk, ice cream, frozen yogurt",
        "latte, cappuccino, pizza, cheese pizza, pudding, "
        "cheesecake, chocolate bar, chocolate cake, hot chocolate, egg, cheese crackers, smoothie, lasagna, oat milk, "
        "soy milk, mayonnaise, milk carton, cheese puffs, chocolate spread, cookie, dessert, sweet snack, bread",
        "dairy product; milk product",
        "dairy products; dairy",
        "made of milk; with lactose",
        "",
    ),
    "dessert": (
        "dessert, frozen dessert, chocolate cake, brownie, cupcake, donut",
        "sweet snack, fruit, yogurt, pudding, sour fruit, sweet spread, bar snack, muffin",
        "dessert; sweet course",
        "desserts",
        "for dessert; sweet after dinner",
        "",
    ),
    "cold treat": (
        "frozen dessert",
        "iced coffee, iced tea, dessert, smoothie, ice pack, yogurt, cold brew",
        "frozen treat; icy treat",
        "frozen treats",
        "frozen; icy to eat; ice cold to eat",
        "",
    ),
    "condiment": (
        "sauce",
        "spice, oil, sweet spread, butter, cream cheese, salt, salt shaker, pepper, pepper mill, honey, "
        "vinegar, tomato juice, cheese, lemon",
        "condiment; sauce; dip",
        "condiments; sauces",
        "to put on my burger; to dip fries in",
        "",
    ),
    "spread": (
        "sweet spread, butter, cream cheese",
        "pesto, mayonnaise, mustard, cheese, cottage cheese",
        "spread; thing to spread on bread",
        "spreads",
        "to spread on toast; for my toast",
        "",
    ),
    "seasoning": (
        "spice, -vanilla",
        "vanilla, garlic, sauce, oil, basil plant, mint plant, sugar bag, lemon",
        "spice; seasoning",
        "spices; seasonings",
        "to season the food; to add flavor; to flavor the soup",
        "",
    ),
    "gluten": (
        "bread, dry pasta, cereal, cookie, cookies, biscuits, crackers, pizza, pasta, noodles, flour, "
        "pretzels, muffin, "
        "donut, cupcake, sandwich, burger, beer",
        "food, drink, waste",
        "thing with gluten",
        "",
        "with gluten; made of wheat",
        "",
    ),
    "fridge": (
        "milk, -soy milk, dairy, meat, fish, -tuna can, -sardines, egg",
        "drink, produce, meal, sauce, dessert, "
        "tuna can, sardines, cake, food, oat milk, soy milk, medicine, pet supply, ice pack, lab, chocolate cake",
        "perishable; item that belongs in the fridge",
        "perishables; things that spoil; perishable foods",
        "that belongs in the fridge; that needs to stay cold; that goes bad quickly; that has to be refrigerated",
        "",
    ),
    "freezer": (
        "frozen dessert, ice pack",
        "meat, fish, peas, bread, food, berries",
        "frozen item",
        "frozen things; frozen foods",
        "that melts; that belongs in the freezer; that must stay frozen",
        "",
    ),
    "pantry": (
        "staple, spice, oil, sweet spread",
        "salty snack, sweet snack, bar snack, nuts, bread, sauce, tuna can, sardines, "
        "food, drink, pet supply, water, tea, coffee",
        "pantry item; dry food",
        "pantry items; dry goods",
        "that belongs in the pantry",
        "",
    ),
    "red": (
        "strawberry, cherries, raspberries, red mug, red bowl, red pen, red book, red block, red crate, "
        "ketchup, tomato, "
        "red wine",
        "apple, coke, coke can, drink, food, wear, toy, cable, radish, beetroot, paint can, decor, "
        "package, tool, salsa, cranberry juice, fire, stationery, kitchenware, electronics, bag, sports gear, plant, "
        "hot sauce, cleaning supply, ball, medicine, art, music, bedding, reading, toiletry, pet supply, lab, "
        "fastener, machine part, waste",
        "red thing; red one",
        "red things; red ones",
        "red; red in color",
        "",
    ),
    "cup": (
        "cup",
        "coffee cup, measuring cup, tumbler, beaker, lab, bottle, bowl, lunch box, drink",
        "cup; drinking vessel",
        "cups; drinking vessels; glasses and mugs",
        "to drink from; to drink out of; i can pour coffee into",
        "",
    ),
    "dish": (
        "dish",
        "casserole dish, baking tray, cookware, pet bowl, cutlery, petri dish, vase, drink, kitchen tool, meal, "
        "paper plate, paper cup, plastic cup, lab",
        "dish; piece of crockery; piece of tableware",
        "dishes; crockery; plates and cups",
        "for the dishwasher",
        "",
    ),
    "cutlery": (
        "cutlery, knife, steak knife",
        "sharp tool, chopsticks, kitchen tool, tableware",
        "piece of cutlery; eating utensil; utensil to eat with",
        "cutlery; utensils; silverware",
        "to eat with; to eat soup with",
        "",
    ),
    "cookware": (
        "cookware",
        "kitchen tool, bowl, kitchenware",
        "piece of cookware; cooking vessel",
        "pots and pans; cookware",
        "to cook in; to fry eggs in; to boil water in",
        "",
    ),
    "cut": (
        "sharp tool",
        "saw, hacksaw, chisel, grater, hand tool, garden tool, syringe, cutlery, broken glass, "
        "kitchen tool, dental floss",
        "cutting tool; sharp tool; blade",
        "sharp tools; sharp things; blades",
        "sharp; to cut with; to cut the bread; to open the package with; with a blade",
        "i need to {cut} something",
    ),
    "stir": (
        "spoon, teaspoon, soup spoon, dessert spoon, whisk, spatula, ladle",
        "cutlery, chopsticks, kitchen tool, tongs, paint brush, pencil, pen",
        "stirring tool",
        "",
        "to stir my coffee; to stir the soup",
        "",
    ),
    "wipe": (
        "cleaning cloth, -tissue box, towel",
        "cleaning supply, shirt, t-shirt, toilet paper, tissue box, toiletry, bed sheet, clothing",
        "wiping cloth; thing to wipe with",
        "things to wipe with",
        "to clean it up; to wipe the table; "
        "to clean up a spill; to mop it up; to clean up the mess; to dry the table; to soak it up; absorbent; "
        "to wipe this up with",
        "i {spilled} water; there is a {puddle} on the floor",
    ),
    "cleaning": (
        "cleaning supply",
        "toiletry, soap, hand soap, towel, hand sanitizer, toothbrush, rag, hose, vinegar, "
        "napkin, napkins, tissues, tissue box, toilet paper, baking",
        "cleaning product; cleaning item",
        "cleaning supplies; cleaning products",
        "to clean with; for cleaning; to clean the house with",
        "",
    ),
    "sweep": (
        "broom, dustpan, vacuum cleaner, brush",
        "mop, cleaning tool, feather duster, rake, paint brush, squeegee, scrub brush",
        "sweeping tool",
        "",
        "to sweep the floor; to get rid of crumbs on the floor; for the dust on the floor",
        "",
    ),
    "toxic": (
        "cleaning agent, medicine, -vitamins, -bandage, -band aids, -first aid kit, -thermometer, -ice pack",
        "paint can, oil paints, toiletry, batteries, medicine, alcohol, art, lab, plant, chewing gum, glue stick, "
        "cable, stationery, kitchen tool, electronics, machine part, fastener, reagent bottle, vinegar, cooking oil",
        "dangerous chemical",
        "things that are dangerous for kids",
        "poisonous; that a child must not swallow",
        "",
    ),
    "wash": (
        "soap, hand soap, shampoo",
        "towel, toiletry, hand sanitizer, dish soap, lotion, wet wipes, sponge, brush, detergent, cleaning supply",
        "washing product",
        "",
        "to wash my hands with; to shower with; soapy",
        "my {hands are dirty}",
    ),
    "hygiene": (
        "toiletry",
        "medicine, tissues, tissue box, napkins, cleaning supply, razor, wet wipes, thermometer, bath, "
        "accessory, mirror, scissors",
        "toiletry; bathroom item; hygiene item",
        "toiletries; bathroom things",
        "for the bathroom; for personal hygiene",
        "",
    ),
    "teeth": (
        "toothbrush, toothpaste, dental floss",
        "toiletry, chewing gum",
        "dental care item",
        "dental things",
        "for my teeth; to clean my teeth",
        "",
    ),
    "pain": (
        "aspirin, painkillers, ibuprofen",
        "medicine, ice pack, pill bottle, ointment, water, tea, herbal tea, coffee, food, drink, toiletry",
        "painkiller; pain reliever",
        "painkillers",
        "against pain; for a headache; for my headache",
        "i have a {headache}; my {head hurts}",
    ),
    "medicine": (
        "medicine, -thermometer, -ice pack, -first aid kit",
        "first aid kit, thermometer, ice pack, toiletry, herbal tea, cleaning agent, honey, bandage, band aids",
        "medicine; medication",
        "medicines; medical things",
        "medicinal; from the pharmacy",
        "i feel {sick}",
    ),
    "wound": (
        "bandage, band aids, first aid kit, ointment",
        "medicine, tissues, wipes, toiletry, cleaning cloth, ice pack",
        "bandage for a cut",
        "",
        "for a cut; for my bleeding finger; to cover a wound",
        "i {cut my finger}",
    ),
    "tool": (
        "tool, -watering can",
        "sharp tool, kitchen tool, sports gear, clamp, fastener, stationery, cleaning tool, machine "
        "part, level, bike pump, art, lab, watering can, cutlery, electronics, flashlight, hose, garden gloves",
        "tool; work tool",
        "tools; work tools",
        "to repair things; for repairs; from the toolbox",
        "something is {broken} and i want to fix it",
    ),
    "nail": (
        "hammer, mallet",
        "hand tool, crowbar, tool",
        "tool to drive nails",
        "",
        "to hit a nail with; to drive a nail in; to hammer with",
        "",
    ),
    "screw": (
        "screwdriver, phillips screwdriver, drill, cordless drill",
        "hand tool, allen key, wrench",
        "tool for screws",
        "",
        "to tighten a screw; to drive screws; to turn screws",
        "",
    ),
    "measure": (
        "tape measure, ruler, level, spirit level, measuring cup, thermometer, graduated cylinder",
        "pipette, clock, watch, hand tool, calculator, beaker, stationery, kitchen tool, alarm clock, smartwatch, lab",
        "measuring tool; measuring device",
        "measuring tools",
        "to measure with; to measure the length",
        "",
    ),
    "write": (
        "pen, pencil, marker, crayon, blue pen, red pen, whiteboard marker, highlighter, chalk, colored pencils",
        "stationery, art, paint brush",
        "writing tool; writing utensil; thing to write with",
        "pens and pencils; writing tools",
        "to write with; to take notes with; to sign with; to draw with",
        "i need to {write something down}",
    ),
    "paper": (
        "notebook, notepad, sticky notes, printer paper, sketchbook",
        "reading, stationery, envelope, paper plate, "
        "newspaper, letter, postcard, paper towel, paper towels, napkin, crumpled paper, canvas, cardboard box, "
        "package",
        "thing to write on; writing pad",
        "",
        "to write on; to take notes on",
        "",
    ),
    "office": (
        "stationery",
        "reading, electronics, cable, bag, package, scissors, sharp tool, decor, art, ruler",
        "office supply; desk item",
        "office supplies; stationery; desk things",
        "for the office; from the desk",
        "",
    ),
    "stick": (
        "tape, scotch tape, glue stick",
        "stapler, sticky notes, stationery, staple gun, band aids, fastener, art",
        "sticky tape or glue",
        "",
        "sticky; to glue it together; to stick paper together",
        "",
    ),
    "read": (
        "reading",
        "tablet, e-reader, letter, phone, laptop, postcard, notebook, smartphone, sticky notes, stationery",
        "thing to read; reading material",
        "things to read; reading matter",
        "to read; to read on the train",
        "i'm {bored} and want to read",
    ),
    "book": (
        "book, novel, dictionary, comic book, cookbook, textbook, red book, blue book, history book, travel guide, "
        "green book",
        "magazine, notebook, sketchbook, reading",
        "book",
        "books",
        "",
        "",
    ),
    "electronic": (
        "electronics",
        "cable, calculator, thermometer, drill, cordless drill, vacuum cleaner, alarm clock, machine part, "
        "circuit board, pcb, clock, watch, power bank, batteries, sensor, motor, music, toy",
        "electronic device; gadget; piece of electronics",
        "electronics; gadgets; electronic devices",
        "electronic; with a battery in it",
        "",
    ),
    "charge": (
        "charger, phone charger, usb cable, power bank",
        "cable, extension cord, adapter, electronics, batteries",
        "charging thing",
        "",
        "to charge my phone; to charge a phone with",
        "my {phone is dying}",
    ),
    "listen": (
        "headphones, earbuds, speaker, radio",
        "phone, smartphone, music, electronics, laptop, tablet",
        "audio device",
        "audio devices",
        "to listen to music with; to hear music",
        "",
    ),
    "light": (
        "flashlight, candle, lantern",
        "phone, smartphone, electronics, decor, matches",
        "light source",
        "light sources",
        "that gives light; to see in the dark",
        "it's {dark} in here",
    ),
    "clothes": (
        "clothes",
        "shoes, accessory, rain gear, wear, lab coat, helmet, bedding, towel, garden gloves, bag",
        "piece of clothing; garment; item of clothing",
        "clothes; garments; laundry",
        "to wear; to put on",
        "",
    ),
    "warm": (
        "warm wear, sweater, jacket, coat, hoodie, blanket, quilt, duvet",
        "bedding, clothing, boots, slippers, socks, hot drink, wear, oven mitt, drink, meal, garden gloves",
        "warm piece of clothing",
        "warm clothes",
        "to keep me warm; warm to put on",
        "i'm {cold}; it is {chilly} outside",
    ),
    "shoes": (
        "shoes",
        "socks, skateboard",
        "pair of shoes; footwear",
        "shoes; footwear",
        "for my feet; to put on my feet",
        "",
    ),
    "rain": (
        "rain gear, rain boots",
        "boots, coat, jacket, hat, wear, bag, hoodie",
        "rain protection",
        "rain things",
        "for the rain; against the rain; to stay dry outside",
        "it's {raining} outside",
    ),
    "sun": (
        "sunglasses, sunscreen, hat, cap",
        "umbrella, accessory, toiletry, wear, lotion, glasses",
        "sun protection",
        "",
        "against the sun; for the beach",
        "the {sun is very bright}",
    ),
    "bag": (
        "bag",
        "lunch box, package, bucket, purse, bag of chips, shopping",
        "bag; thing to carry stuff in",
        "bags; luggage",
        "to carry things in; to pack my things in",
        "",
    ),
    "toy": (
        "plaything",
        "sports gear, pet supply, music, art, drone, game controller, candle, figurine, snow globe, decor, "
        "electronics, rubber duck",
        "toy; plaything",
        "toys; playthings",
        "to play with; for a child to play with; for the kids",
        "the kid is {bored}",
    ),
    "ball": (
        "ball",
        "marbles, meatballs, globe, snow globe, pumpkin, fruit",
        "ball; kind of ball",
        "balls",
        "round to play with; that bounces",
        "",
    ),
    "block": (
        "red block, blue block, green block, yellow block, building blocks, lego bricks",
        "toy, package, puzzle",
        "block; building block",
        "blocks",
        "to build a tower with",
        "",
    ),
    "sport": (
        "sports gear, ball",
        "sneakers, drone, toy, gym bag, shorts, rope, wear, bag, sports drink, water bottle, yo-yo",
        "piece of sports equipment; sports item",
        "sports things; sports equipment",
        "for sports; for my workout",
        "",
    ),
    "plant": (
        "plant",
        "vegetable, garden, flower, decor, wreath, tree, seeds, dead leaves, fruit, produce",
        "plant; house plant; flower pot",
        "plants; flowers; houseplants",
        "green that grows; that needs watering; living and green",
        "",
    ),
    "garden": (
        "garden tool",
        "plant, tool, bucket, sharp tool, garden shears, cleaning tool, hand tool",
        "gardening tool; garden tool",
        "gardening tools; garden things",
        "for the garden; for gardening",
        "",
    ),
    "pet": (
        "pet supply",
        "ball, plant, meat, toy, pet, fish, bowl, food",
        "pet thing; thing for a pet",
        "pet supplies; pet things",
        "for the dog; for my cat; for a pet",
        "",
    ),
    "sleep": (
        "bedding",
        "pajamas, herbal tea, teddy bear, toy, milk, clothing, medicine, decor, alarm clock, blanket",
        "bed item",
        "bedding",
        "for the bed; to sleep on; to sleep with",
        "i want to {take a nap}",
    ),
    "soft thing": (
        "pillow, cushion, teddy bear, stuffed rabbit, plush elephant, blanket, quilt, duvet",
        "bedding, clothes, towel, sponge, cleaning cloth, bread, cake, food, toy, yoga mat, wear, ball, clay, bag",
        "soft thing; cuddly thing",
        "soft things; cuddly toys",
        "soft; cuddly; to hug",
        "",
    ),
    "fragile": (
        "glass, wine glass, vase, mirror, snow globe, beaker, test tube, flask, glass bowl, egg, eggs",
        "dish, lab, electronics, decor, egg carton, plate, mug, alcohol, music, food, broken glass, glasses, monitor, "
        "drink, sauce, sweet spread, circuit board, pcb, plant",
        "fragile thing; breakable thing",
        "fragile things; breakable things; breakables",
        "fragile; breakable; that breaks easily; made of glass",
        "",
    ),
    "music": (
        "music",
        "speaker, radio, toy, electronics, headphones, earbuds",
        "musical instrument; instrument",
        "instruments; musical instruments",
        "to make music with; to play a song on",
        "",
    ),
    "art": (
        "art",
        "stationery, toy, lab, reading, decor",
        "art supply; painting supply",
        "art supplies; painting things",
        "to paint with; for painting; creative",
        "",
    ),
    "lab": (
        "lab",
        "thermometer, medicine, kitchen, measuring cup, glass, cleaning supply, electronics, machine part, safety, "
        "drink, dish",
        "piece of lab equipment; lab item",
        "lab equipment; lab things",
        "for the lab; for my experiment",
        "",
    ),
    "package": (
        "package",
        "bag, envelope, lunch box, empty box, stationery, egg carton, first aid kit, tissue box, box, "
        "screw box, milk carton",
        "box or parcel; shipment",
        "packages; shipments; boxes and letters",
        "that came in the mail; to be shipped",
        "",
    ),
    "waste": (
        "waste",
        "package, reading, food, drink, cardboard box, small box, plant, cleaning cloth, clothing, letter, paper, "
        "kitchenware, cable, machine part, toiletry, rag, sponge, toothbrush, paper cup, paper plate, plastic cup, "
        "napkin, bucket, dustpan, batteries, fastener",
        "piece of trash; piece of garbage; piece of rubbish",
        "trash; garbage; rubbish; litter; leftovers",
        "that is garbage; nobody needs anymore; to throw away",
        "",
    ),
    "recycle": (
        "empty can, empty bottle, old newspaper, crumpled paper, empty box",
        "waste, package, reading, drink, "
        "stationery, cable, electronics, clothing, dish, kitchenware, water, soda, broken glass, sauce",
        "recyclable",
        "recyclables; recyclable things",
        "recyclable; that can be recycled",
        "",
    ),
    "compost": (
        "banana peel, apple core, eggshells, food scraps, dead leaves, used tea bag",
        "produce, waste, plant, food, coffee, tea, paper, cleaning cloth",
        "compostable scrap",
        "food waste; compostables; organic waste",
        "compostable; for the compost",
        "",
    ),
    "part": (
        "machine part, fastener",
        "hand tool, cable, electronics, battery, package, lab, hose",
        "machine part; spare part; component",
        "spare parts; components; machine parts",
        "mechanical; for the machine; from a machine",
        "",
    ),
    "metal": (
        "hand tool, cutlery, cookware, machine part, fastener, keys, car keys, coke can, empty can, "
        "can opener, -chopsticks, "
        "-plastic fork, -circuit board, -pcb, -gasket, -sensor, -fuse, -casserole dish, -mallet, -level, "
        "-spirit level, "
        "-tape measure, -zip ties, -file, -drill, -cordless drill, -hooks",
        "soda, drink, electronics, accessory, sports gear, garden tool, kitchen tool, sharp tool, cable, music, toy, "
        "stationery, hand tool, decor, machine part, fastener, cookware, lab, bucket, package, fish, alcohol, food, "
        "ball, art, medicine, bag, cleaning supply, waste, pet supply, cup, dish, toiletry, wear",
        "metal thing; metal object",
        "metal things; metal objects",
        "made of metal; metallic",
        "",
    ),
    "hot use": (
        "oven mitt",
        "gloves, mittens, garden gloves, kitchen towel, tongs, dish cloth, towel, cleaning cloth",
        "hand protection for hot pans",
        "",
        "to hold a hot pan with; against burning my fingers",
        "",
    ),
    "open bottle": (
        "bottle opener, corkscrew, can opener",
        "kitchen tool, knife, sharp tool, scissors, hand tool",
        "opener",
        "openers",
        "to open a bottle with; to open a can with",
        "",
    ),
    "time": (
        "clock, alarm clock, watch, smartwatch",
        "phone, smartphone, electronics, laptop, tablet",
        "timepiece",
        "clocks and watches",
        "to tell the time; that shows the time",
        "",
    ),
    "call": (
        "phone, smartphone",
        "tablet, laptop, electronics, smartwatch",
        "phone; telephone",
        "phones",
        "to make a call with; to call my mother with",
        "",
    ),
    "photo": (
        "camera",
        "phone, smartphone, tablet, drone, webcam, electronics, picture frame",
        "photo device",
        "",
        "to take pictures with; to take a photo with",
        "",
    ),
    "party": (
        "wine glass, champagne, cupcake",
        "food, drink, dish, decor, music, toy, plaything, speaker, electronics",
        "party thing",
        "",
        "",
        "",
    ),
    "key": ("keys, car keys", "accessory, allen key, keyboard", "set of keys", "keys", "to unlock the door with", ""),
    "money": (
        "wallet, purse",
        "accessory, bag, handbag",
        "thing with money in it",
        "",
        "with my money in it; to pay with",
        "",
    ),
    "drinkware bottle": (
        "water bottle, bottle of water, pepsi bottle, cola bottle, bottle of wine, reagent bottle, tea bottle, "
        "pill bottle, empty bottle",
        "water, drink, sauce, oil, cleaning agent, toiletry, medicine, other drink, sweet spread, lab, bottle opener",
        "bottle; kind of bottle",
        "bottles",
        "in a bottle; bottled",
        "",
    ),
    "can": (
        "coke can, lemonade can, lime soda can, monster can, soda water can, beer can, tuna can, beans can, empty can, "
        "paint can",
        "soda, watering can, can opener, energy drink, drink, sardines, food, water",
        "can; tin",
        "cans; tins",
        "in a can; canned",
        "",
    ),
    "kid food": (
        "gummy bears, lollipop, candy, marshmallows, jelly beans, cookie, cookies, popsicle, ice cream, milk",
        "food, drink, toy",
        "treat for a child",
        "treats for the kids",
        "",
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
}
"""Another word -> a name that it may stand for."""


@cache
def concepts() -> dict[str, Concept]:
    """Every concept by name."""
    return {name: _concept(name, row) for name, row in (_TABLE | HOME).items()}


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
