"""Concepts of the home: eating and drinking, kitchen, cleaning, body, clothes, sleep and light, rubbish."""


def _less(expression: str) -> str:
    """What takes away the things of an expression, and gives back what it takes away."""
    pieces = [piece.strip() for piece in expression.split(",")]
    return ", ".join(piece[1:] if piece.startswith("-") else f"-{piece}" for piece in pieces)


_MEATY = (
    "meat, beef jerky, pork rinds, ham sandwich, burger, cheeseburger, hot dog, pepperoni pizza, chicken "
    "curry, chili con carne, kebab, chicken soup, chicken noodle soup"
)
_NO_MEATY = _less(_MEATY)
_SEAFOOD = "fish, sushi, fish and chips, clam chowder"
_NO_SEAFOOD = _less(_SEAFOOD)
_MAYBE_MEAT = (
    "lasagna, tacos, quesadilla, enchiladas, fajitas, burrito, fried rice, ramen, spring rolls, dumplings, "
    "sandwich, pizza, pasta, rice bowl, noodles, curry, omelette, gravy, soup, bowl of soup, cup of soup, "
    "canned soup, tin of soup, caesar salad, salad, onion soup, pea soup, lentil soup, miso soup, clam "
    "chowder, pasta sauce, jar of baby food, food pouch, baked beans, chili con carne, kebab"
)
_MILKY = (
    "dairy, milk, -oat milk, -soy milk, -almond milk, -rice milk, latte, iced latte, cappuccino, flat white, "
    "cheese pizza, pepperoni pizza, cheeseburger, quesadilla, macaroni and cheese, lasagna, milkshake, "
    "strawberry milkshake, vanilla milkshake, lassi, ice cream, vanilla ice cream, chocolate ice cream, "
    "strawberry ice cream, tub of ice cream, ice cream cone, ice cream sandwich, gelato, frozen yogurt, "
    "cheesecake, cheesecake slice, tiramisu, panna cotta, creme brulee, custard, rice pudding, milk "
    "chocolate, white chocolate"
)
_NO_MILKY = _less(_MILKY)
_MAYBE_MILK = (
    "coffee, other drink, milk, tea, meal, soups, side dish, treat, bar snack, bread, dessert, frozen "
    "dessert, egg, sauce, sweet spread, baby food, salty snack, cereal, cornflakes, box of cereal, cake mix, "
    "cocoa mix, baking supply, meat, milk jug, alcohol, meat substitute, pet supply, trail mix"
)
_WHEAT = (
    "bread, pizza, cheese pizza, pepperoni pizza, pasta, spaghetti, dry pasta, flour, bag of flour, sandwich, "
    "ham sandwich, burger, cheeseburger, hot dog, lasagna, macaroni and cheese, couscous, bulgur, seitan, "
    "pancakes, waffles, cookie, cookies, biscuits, packet of biscuits, digestive biscuits, oreos, shortbread, "
    "ginger snaps, gingerbread man, chocolate chip cookie, sugar cookies, muffin, cupcake, donut, doughnut, "
    "pretzels, bag of pretzels, pretzel sticks, crackers, cheese crackers, chocolate cake, birthday cake, "
    "pound cake, sponge cake, fish and chips, apple pie, pita chips"
)
_NO_WHEAT = _less(_WHEAT)
_NUTTY = (
    "almonds, walnuts, cashews, hazelnuts, peanuts, pecans, macadamia nuts, brazil nuts, mixed nuts, trail "
    "mix, bag of nuts, can of peanuts, salted peanuts, salted almonds, salted cashews, pistachios, nut bar, "
    "peanut bar, almond bar, peanut butter, almond butter, nutella, hazelnut spread, snickers bar, almond "
    "milk"
)
_SUGARY = (
    "sweet snack, sweets, chocolates, cake, soda, juice, jam, marmalade, strawberry jam, raspberry jam, jar "
    "of jam, nutella, chocolate spread, maple syrup, golden syrup, treacle, honey, jar of honey, frozen "
    "dessert, dessert, dried fruit, bar snack, fruit, energy drink, lemonade, milkshake, strawberry "
    "milkshake, vanilla milkshake, hot chocolate, cup of cocoa, fruit punch, chocolate milk, strawberry milk, "
    "banana milk, sugar bag, icing sugar, sprinkles"
)
_NO_SUGARY = _less(_SUGARY)
_FRESH = "any fruit, vegetable, nuts, dried fruit, egg"
_NO_FRESH = _less(_FRESH)
_HARD = (
    "nuts, salty snack, steak, carrot, carrot sticks, celery, radish, apple, green apple, red apple, hard "
    "candy, candy cane, lollipop, toffee, nut bar, beef jerky, cornflakes, baguette, toast, dry pasta, "
    "spaghetti, rice, lentils, spice, chewing gum, licorice, potato, pork chop, banana chips"
)
_NO_HARD = _less(_HARD)
_RAW = (
    "meat, fish, staple, potato, bag of potatoes, sweet potato, pumpkin, eggplant, aubergine, green beans, "
    "egg, meat substitute, oil, spice, asparagus, brussels sprouts, garlic, onion, leek"
)
_NO_RAW = _less(_RAW)

# name: (true, maybe, singular nouns, plural nouns, after "something", sentences of need)
HOME: dict[str, tuple[str, str, str, str, str, str]] = {
    "plant food": (
        "any fruit, vegetable, nuts, -trail mix, dried fruit, tofu, smoked tofu, tempeh, seitan, soy chunks, "
        "vegan nuggets, rice, white rice, brown rice, basmati rice, bag of rice, lentils, quinoa, oats, can "
        "of beans, tin of beans",
        "food, baking supply, brew supply, baby food, drink, preserve, flower seeds, basil plant, mint plant, "
        f"{_NO_MEATY}, {_NO_SEAFOOD}, {_NO_MILKY}, -egg",
        "plant based food; food with no animal products",
        "plant based foods; foods without animal products",
        "plant based; without animal products to eat; for a vegan to eat; that vegans can eat",
        "i'm {a vegan}; my sister {eats no animal products}",
    ),
    "vegetarian food": (
        "any fruit, vegetable, nuts, dried fruit, dairy, -parmesan, egg, meat substitute, bread, falafel, "
        "cheese pizza, vegetable curry, macaroni and cheese, pancakes, waffles, vegetable soup, tomato soup, "
        "sweet spread, staple, side dish, cake",
        f"food, drink, baking supply, brew supply, baby food, pet supply, food waste, {_NO_MEATY}, {_NO_SEAFOOD}",
        "vegetarian food; vegetarian option; meatless food",
        "vegetarian foods; vegetarian options",
        "vegetarian; meatless; for a vegetarian; to eat without meat; with no meat in it to eat",
        "i'm {strictly vegetarian}; we {eat no meat}; my friend {never eats meat}",
    ),
    "not vegetarian": (
        f"{_MEATY}, {_SEAFOOD}",
        f"{_MAYBE_MEAT}, pet supply, food waste, gummy bears, gummy worms, sour worms, jelly babies, wine "
        "gums, marshmallows, jello, jelly, panna cotta, parmesan, sauce",
        "food with meat or fish; non vegetarian food",
        "foods with meat or fish",
        "that vegetarians avoid; a vegetarian would refuse; with meat or fish in it",
        "",
    ),
    "pork": (
        "ham, bacon, packet of bacon, pork chop, ham sandwich, pork rinds",
        f"{_MAYBE_MEAT}, sausage, salami, meatballs, mince, hot dog, pepperoni pizza, burger, gummy bears, "
        "gummy worms, jelly babies, wine gums, marshmallows, jello, jelly, pet supply",
        "pork product; piece of pork",
        "pork products",
        "with pork; made from pork; from a pig",
        "",
    ),
    "poultry": (
        "chicken breast, turkey slices, roast chicken, chicken legs, chicken wings, chicken drumsticks, "
        "turkey breast, chicken soup, chicken noodle soup, chicken curry",
        f"{_MAYBE_MEAT}, egg, kebab, meatballs, sausage, mince, salami, hot dog, burger, chicken bones, pet "
        "supply, fajitas",
        "piece of poultry; chicken or turkey dish",
        "poultry",
        "with poultry; made from chicken or turkey; from a hen or turkey",
        "",
    ),
    "red meat": (
        "steak, ground beef, roast beef, lamb chops, leg of lamb, mince",
        f"meat, {_MAYBE_MEAT}, burger, cheeseburger, hot dog, kebab, beef jerky, chili con carne, pork rinds, "
        "ham sandwich, pet supply, -chicken breast, -roast chicken, -chicken legs, -chicken wings, -chicken "
        "drumsticks, -turkey breast, -turkey slices",
        "piece of red meat; cut of beef or lamb",
        "red meat",
        "with red meat; made from beef or lamb",
        "",
    ),
    "fish dish": (
        "salmon, tuna can, tin of tuna, sardines, cod, trout, mackerel, haddock, tuna steak, smoked salmon, "
        "fish and chips",
        f"fish, sushi, {_MAYBE_MEAT}, fish food, bait, fish bones, cat food",
        "kind of fish; fish to eat",
        "",
        "fishy to eat; with fins and scales; made from fish",
        "",
    ),
    "shellfish": (
        "shrimp, crab, lobster, mussels, prawns, clam chowder",
        "sushi, fish food, seashell, fried rice, noodles, ramen, dumplings, spring rolls, pasta, curry, soup",
        "kind of shellfish; crustacean or mussel",
        "shellfish",
        "with a shell from the sea; made with shellfish; with shellfish in it",
        "",
    ),
    "contains milk": (
        f"{_MILKY}",
        f"{_MAYBE_MILK}",
        "thing with dairy in it; milky food",
        "foods with dairy; things that contain milk",
        "with milk in it; that contains milk; with dairy in it; that contains lactose; with lactose in it",
        "",
    ),
    "dairy free": (
        "any fruit, vegetable, nuts, -trail mix, fish, juice, water, soda, -cream soda, oat milk, soy milk, "
        "almond milk, rice milk, dried fruit, tofu, smoked tofu, tempeh, seitan, soy chunks, vegan nuggets, "
        "rice, white rice, lentils, spice, olive oil, sunflower oil",
        "cream soda, food, drink, baking supply, brew supply, baby food, pet supply, medicine, butter dish, "
        f"{_NO_MILKY}",
        "dairy free food; lactose free food",
        "dairy free foods; lactose free things",
        "dairy free; lactose free; without lactose; without milk to eat; with no dairy in it to eat",
        "i'm {lactose intolerant}; milk {gives me cramps}",
    ),
    "plant milk": (
        "oat milk, soy milk, almond milk, rice milk",
        "coconut water, baby milk, milk, milk carton, carton of milk",
        "plant milk; milk alternative; milk without dairy; vegan milk",
        "plant milks; milk alternatives",
        "milky but dairy free; to use instead of milk",
        "",
    ),
    "kind of cheese": (
        "cheese, cottage cheese, cream cheese, mozzarella, cheddar, cheddar cheese, parmesan, feta, brie, "
        "camembert, goat cheese, blue cheese, block of cheese",
        "tofu, cheesecake, cheese puffs",
        "kind of cheese; sort of cheese; type of cheese",
        "kinds of cheese",
        "from the cheese counter; for the cheese platter",
        "",
    ),
    "cheesy": (
        "cheese, mozzarella, cheddar, cheddar cheese, parmesan, feta, brie, camembert, goat cheese, blue "
        "cheese, block of cheese, cheese pizza, macaroni and cheese, quesadilla, cheeseburger, cheese "
        "crackers, cheese puffs",
        "cottage cheese, cream cheese, lasagna, pizza, pepperoni pizza, nachos, cheesecake, cheesecake slice, "
        "caesar salad, enchiladas, cheese and onion crisps, ham sandwich, sandwich, tacos, burrito, fajitas, "
        "pesto, omelette, pasta, burger, onion soup, bagel, tiramisu, salad, corn chips, hot dog",
        "cheesy thing",
        "cheesy things; things with cheese",
        "cheesy; with cheese; with cheese in it",
        "",
    ),
    "gluten free": (
        "any fruit, vegetable, nuts, -trail mix, egg, rice, white rice, brown rice, basmati rice, bag of "
        "rice, steak, chicken breast, pork chop, lamb chops, salmon, cod, trout, mackerel, cheese, cheddar, "
        "mozzarella, quinoa, rice crackers, dried fruit",
        f"food, drink, baking supply, brew supply, baby food, pet supply, medicine, {_NO_WHEAT}, -beer, "
        "-lager, -beer can, -beer bottle, -six pack of beer",
        "gluten free food; wheat free food",
        "gluten free foods",
        "gluten free; without gluten; to eat without wheat; with no gluten in it",
        "i'm {gluten intolerant}; i have {celiac disease}; i {get sick from wheat}",
    ),
    "contains wheat": (
        f"{_WHEAT}, -rye bread",
        "rye bread, food, baking supply, beer, lager, beer can, beer bottle, six pack of beer, alcohol, malt "
        f"drink, baby food, pet supply, moldy bread, food scraps, play dough, {_NO_FRESH}, -rice, -white rice, "
        "-brown rice, -basmati rice, -bag of rice, -quinoa, -dairy, -honey, -jam, -oil",
        "thing made from wheat flour; food with wheat",
        "foods with wheat; foods with gluten",
        "made from wheat flour; with wheat in it; with gluten in it; someone with celiac disease must avoid",
        "",
    ),
    "contains nuts": (
        f"{_NUTTY}",
        "nuts, treat, snack, cereal, cornflakes, box of cereal, pesto, sauce, meal, dessert, frozen dessert, "
        "bread, sweet spread, bird seed, salad, coconut water, coconut oil, sesame oil, oil, coconut bar, "
        "cake mix, baking supply, baby food, drink, soups, side dish, meat substitute, dried fruit, -soda, "
        "-water, -juice",
        "food with nuts; nutty snack",
        "foods with nuts; nutty things",
        "nutty; with nuts; with nuts in it; that contains nuts; dangerous with a nut allergy; someone with a "
        "nut allergy must avoid",
        "",
    ),
    "kind of nut": (
        "almonds, walnuts, cashews, hazelnuts, peanuts, pecans, macadamia nuts, brazil nuts, mixed nuts, bag "
        "of nuts, can of peanuts, salted peanuts, salted almonds, salted cashews, pistachios",
        "chestnuts, pine nuts, trail mix, sunflower seeds, pumpkin seeds, bombay mix, nut bar, peanut bar, "
        "almond bar, coconut bar",
        "kind of nut; handful of nuts to eat; edible nut",
        "nuts to nibble; edible nuts",
        "from a nutshell; to crack with a nutcracker",
        "",
    ),
    "kind of seed": (
        "sunflower seeds, pumpkin seeds, flower seeds, vegetable seeds, packet of seeds, grass seed, bird seed",
        "nuts, lentils, quinoa, oats, staple, spice, coffee beans, peas, corn, sweetcorn, popcorn, bag of "
        "popcorn, trail mix, bar snack, sesame oil, green beans, fruit, garden supply, plant",
        "kind of seed; bag of seeds",
        "seeds; little seeds; seeds of any kind",
        "",
        "",
    ),
    "contains egg": (
        "egg, omelette, mayonnaise, jar of mayonnaise, creme brulee, custard",
        "meal, cake, bread, sweet snack, dessert, frozen dessert, dry pasta, spaghetti, sauce, potato salad, "
        "coleslaw, easter egg, eggshells, egg shells, meat substitute, meatballs, bar snack, chocolates, side "
        "dish, cake mix, baby food, soups, marshmallows, sweets, alcohol, other drink, pet supply",
        "egg dish; thing made with eggs",
        "foods with egg; egg dishes",
        "with egg in it; made with eggs; that contains egg; someone allergic to eggs must avoid",
        "",
    ),
    "peanut": (
        "peanuts, can of peanuts, salted peanuts, peanut bar, peanut butter, snickers bar",
        "nuts, snack, sauce, meal, bar snack, chocolates, dessert, frozen dessert, sweet spread, oil, cereal, "
        "bird seed, bread, cake mix",
        "thing with peanuts",
        "things with peanuts",
        "with peanuts; made from peanuts; with peanut in it",
        "",
    ),
    "full of sugar": (
        "sweet snack, -chewing gum, -wafer, -muffin, -biscuits, -packet of biscuits, -digestive biscuits, "
        "sweets, -mints, milk chocolate, white chocolate, easter egg, mars bar, snickers bar, box of "
        "chocolates, cake, soda, -diet coke, -tonic water, sugar bag, icing sugar, sprinkles, jam, marmalade, "
        "strawberry jam, raspberry jam, jar of jam, nutella, chocolate spread, maple syrup, golden syrup, "
        "honey, jar of honey, ice cream, vanilla ice cream, chocolate ice cream, strawberry ice cream",
        "treat, any fruit, dried fruit, drink, bar snack, cereal, cornflakes, box of cereal, sauce, sweet "
        "spread, dessert, frozen dessert, yogurt, bread, baby food, cough syrup, cough drops, throat "
        "lozenges, cold medicine, preserve, sugar bowl, trail mix, vanilla, chocolate chips, cake mix, cocoa "
        "mix, popcorn, bag of popcorn, vegetable, pancakes, waffles, food coloring, vitamins, -water",
        "thing full of sugar; sugar bomb",
        "very sugary things; foods with a lot of sugar",
        "full of sugar; with lots of sugar; a diabetic should avoid; that is bad for my teeth",
        "my {blood sugar is low}",
    ),
    "without sugar": (
        "meat, fish, egg, cheese, cheddar, mozzarella, feta, brie, olive oil, broccoli, spinach, cucumber, "
        "lettuce, mushroom",
        f"food, drink, baking supply, brew supply, baby food, medicine, pet supply, {_NO_SUGARY}, -sugar bag, "
        "-icing sugar, -sprinkles",
        "food without sugar; food for a diabetic",
        "foods without sugar",
        "without sugar to eat; for a diabetic to eat; with no sugar in it to eat",
        "i {must not eat sugar}",
    ),
    "low calorie": (
        "cucumber, lettuce, head of lettuce, tomato, cherry tomatoes, broccoli, spinach, celery, radish, "
        "zucchini, courgette, carrot, carrot sticks, asparagus, side salad, water, herbal tea, green tea, "
        "black coffee, diet coke, apple, green apple, red apple",
        "vegetable, any fruit, salad, soups, fish, tea, coffee, egg, cottage cheese, yogurt, greek yogurt, "
        "chewing gum, popcorn, bag of popcorn, rice crackers, skim milk, drink, preserve, spice, chicken "
        "breast, turkey breast, turkey slices, tofu, sorbet, popsicle, ice lolly, jello, jelly, vinegar, "
        "mustard, fitness gear, sports gear, bar snack, staple, meal, bread, meat substitute, dried fruit, "
        "fruit salad, sauce, mints, oil, -chocolate milk",
        "low calorie food; light bite",
        "low calorie foods; light bites",
        "low in calories; light on calories; with few calories; for my diet",
        "i'm {on a diet}; i want to {lose weight}; i'm {watching my weight}",
    ),
    "fattening": (
        "french fries, fries, bag of fries, chips, bag of chips, potato chips, crisps, packet of crisps, "
        "butter, tub of butter, cream, mayonnaise, jar of mayonnaise, bacon, packet of bacon, burger, "
        "cheeseburger, pizza, cheese pizza, pepperoni pizza, chocolate bar, chocolate cake, birthday cake, "
        "brownie, donut, doughnut, cupcake, ice cream, tub of ice cream, cheesecake, cheesecake slice, "
        "nutella, milk chocolate, white chocolate, fish and chips, bar of chocolate",
        "food, drink, baking supply, pet supply, baby food, -vegetable, -any fruit, -water, -herbal tea, "
        "-diet coke, -black coffee, avocado",
        "fattening food; calorie bomb",
        "fattening foods; calorie bombs",
        "fattening; full of calories; high in calories; i should avoid on a diet",
        "",
    ),
    "greasy": (
        "butter, tub of butter, olive oil, cooking oil, sunflower oil, vegetable oil, bottle of oil, bottle "
        "of olive oil, mayonnaise, jar of mayonnaise, bacon, packet of bacon, french fries, fries, bag of "
        "fries, chips, potato chips, crisps, packet of crisps, onion rings, donut, doughnut, fish and chips",
        "food, motor oil, engine oil, car supply, bike chain, lotion, hand cream, ointment, sun cream, "
        "sunscreen, machine part, pet supply, lip balm, hair item, furniture polish, "
        "shoe polish, makeup, toiletry, -any fruit, -vegetable, -dried fruit, -sweets",
        "greasy food; fatty food",
        "greasy foods; fatty foods",
        "greasy; fatty; oily; dripping with fat",
        "",
    ),
    "fried": (
        "french fries, fries, bag of fries, fried egg, fried rice, fish and chips, onion rings, donut, "
        "doughnut, hash browns",
        "meal, meat, fish, egg, salty snack, side dish, meat substitute, bread, nuts, boiled egg, baby food, "
        "-boiled egg, -hard boiled egg, -poached egg, -salad, -caesar salad, -side salad, -coleslaw",
        "fried food; thing from the deep fryer",
        "fried foods; fried things",
        "fried; fried in oil; from the frying pan to eat",
        "",
    ),
    "baked goods": (
        "bread, cake, muffin, cookie, cookies, chocolate chip cookie, oatmeal cookie, sugar cookies, cupcake, "
        "brownie, shortbread, apple pie, chocolate cake, gingerbread man",
        "biscuits, packet of biscuits, digestive biscuits, ginger snaps, oreos, jaffa cakes, donut, doughnut, "
        "pizza, cheese pizza, pepperoni pizza, lasagna, baked potato, crackers, cheese crackers, pretzels, "
        "pretzel sticks, bag of pretzels, pita chips, wafer, macaron, dessert, cheesecake slice, pancakes, "
        "waffles, sandwich, cake mix, moldy bread, bar snack, burger, cereal, baked beans, teething biscuit",
        "baked good; thing from the bakery",
        "baked goods; baked things; bakery products",
        "from the bakery; freshly baked; baked in an oven; from the baker",
        "",
    ),
    "with coffee": (
        "cake, chocolate cake, cookie, cookies, chocolate chip cookie, oatmeal cookie, sugar cookies, "
        "biscuits, packet of biscuits, digestive biscuits, brownie, muffin, shortbread, donut, doughnut, "
        "apple pie, cupcake",
        "treat, dessert, dairy, milk, bread, sugar bag, honey, jam, bar snack, frozen dessert, kitchenware, "
        "dried fruit, nuts, drink, sweet spread, pancakes, waffles, any fruit, sandwich, brew supply",
        "sweet thing to have with coffee",
        "little things for coffee time",
        "to have with my tea; sweet to have with coffee; for coffee time; to dunk in my tea",
        "",
    ),
    "into coffee": (
        "milk, -chocolate milk, -strawberry milk, -banana milk, cream, sugar bag",
        "sugar bowl, milk jug, honey, sweet spread, alcohol, cinnamon, ice cubes, bag of ice, cutlery, cocoa "
        "powder, cocoa mix, vanilla, brew supply, coffee, chocolate milk, strawberry milk, banana milk, "
        "water, icing sugar, chocolates, caramel, butter, coconut oil, baby milk, baby formula, spice, "
        "marshmallows, frozen dessert, other drink",
        "",
        "things that go in coffee",
        "to put in my coffee; to stir into my coffee; that goes into coffee; to pour in my coffee",
        "my coffee is {too bitter}; i like my coffee {less black}",
    ),
    "sweeten": (
        "sugar bag, honey, jar of honey, maple syrup, golden syrup",
        "treacle, icing sugar, jam, sweet spread, sugar bowl, treat, dates, dried fruit, vanilla, cinnamon, "
        "any fruit, milk, soda, juice, other drink, cough syrup, sprinkles, chocolate chips, balsamic "
        "vinegar, dessert, frozen dessert",
        "sweetener",
        "sweeteners",
        "to sweeten my tea; to make my tea sweeter; to sweeten the porridge; that makes it sweeter",
        "my tea is {not sweet enough}; the porridge {tastes of nothing sweet}",
    ),
    "on bread": (
        "sweet spread, -maple syrup, -golden syrup, -treacle, butter, tub of butter, cream cheese, cheese, "
        "cheddar, cheddar cheese, brie, camembert, ham, salami, turkey slices",
        "dairy, meat, vegetable, egg, sauce, fish, meat substitute, maple syrup, golden syrup, treacle, "
        "preserve, chocolates, spice, olive oil, bottle of olive oil, oil, banana, any fruit, milk chocolate, "
        "sprinkles, baked beans, chips, crisps, packet of crisps, cutlery, side dish, sharp tool, -yogurt",
        "sandwich filling; thing to put on bread",
        "sandwich fillings; things for on bread",
        "to put on bread; to put on my sandwich; that goes on a slice of bread; for on my roll",
        "my bread is {still plain}",
    ),
    "in salad": (
        "lettuce, head of lettuce, tomato, cherry tomatoes, cucumber, radish, spring onion, scallions, bell "
        "pepper, feta, olives, olive oil, bottle of olive oil, salad dressing, avocado",
        "vegetable, dairy, oil, spice, nuts, egg, meat, fish, any fruit, preserve, sauce, dried fruit, basil "
        "plant, mint plant, staple, bread, cutlery, bowl, salad, meat substitute, honey, dry pasta, side "
        "dish, kitchen tool, sharp tool, meal, -milk, -ice cream",
        "salad ingredient",
        "salad ingredients; things for a salad",
        "to put in a salad; that goes into a salad; for making salad; to mix into the salad",
        "the salad {needs more in it}",
    ),
    "dress salad": (
        "salad dressing, olive oil, bottle of olive oil, balsamic vinegar, vinegar, bottle of vinegar",
        "oil, sauce, sour fruit, spice, yogurt, greek yogurt, cream, honey, dairy, bowl, cutlery",
        "salad sauce",
        "things for the dressing",
        "to dress the salad with; to pour over my salad; for a vinaigrette",
        "the salad {is too dry}",
    ),
    "soup ingredient": (
        "carrot, leek, celery, potato, onion",
        "vegetable, meat, staple, spice, fish, preserve, soups, dairy, oil, meat substitute, cookware, "
        "kitchen tool, sharp tool, sauce, bowl, egg, side dish, basil plant, noodles, pasta, appliance",
        "soup vegetable",
        "soup vegetables; vegetables for the soup",
        "to make soup with; to put in a vegetable soup; for a pot of soup",
        "",
    ),
    "root vegetable": (
        "carrot, potato, radish, beetroot, sweet potato, bag of potatoes, carrot sticks",
        "onion, garlic, shallot, red onion, leek, celery, spring onion, scallions, side dish, peanuts, potato "
        "peelings, onion skins, plant, ginger tea",
        "root vegetable; vegetable that grows underground",
        "root vegetables; roots to eat",
        "that grows underground; that is pulled out of the earth",
        "",
    ),
    "leafy greens": (
        "lettuce, head of lettuce, spinach, cabbage, kale",
        "brussels sprouts, leek, celery, salad, side salad, caesar salad, spring onion, scallions, plant, "
        "broccoli, coleslaw, dead leaves, cut flower, tea bags, loose tea",
        "leafy vegetable; leafy green",
        "leafy greens; leafy vegetables",
        "leafy; with edible leaves",
        "",
    ),
    "green vegetable": (
        "broccoli, lettuce, head of lettuce, cucumber, spinach, zucchini, courgette, green beans, peas, kale, "
        "asparagus, brussels sprouts",
        "cabbage, avocado, bell pepper, leek, spring onion, scallions, celery, pickles, jar of pickles, "
        "olives, jar of olives, salad, side salad, caesar salad, lime, plant, pea soup",
        "green vegetable; green veggie",
        "green vegetables; green veggies",
        "green from the vegetable shelf",
        "",
    ),
    "onion kind": (
        "onion, red onion, shallot, spring onion, scallions",
        "garlic, leek, onion rings, onion powder, onion soup, onion skins, cheese and onion crisps",
        "kind of onion",
        "onions of any kind",
        "that makes me cry when cut; that makes your eyes water",
        "",
    ),
    "potato dish": (
        "french fries, fries, bag of fries, mashed potatoes, baked potato, jacket potato, roast potatoes, "
        "hash browns, potato salad, potato chips, crisps, packet of crisps",
        "potato, bag of potatoes, sweet potato, chips, bag of chips, salty snack, fish and chips, soups, "
        "vodka, potato peelings, bowl of chips, meal",
        "potato product",
        "potato products; potato things",
        "made from potatoes; made of potato",
        "",
    ),
    "legume": (
        "lentils, beans can, can of beans, tin of beans, baked beans",
        "green beans, peas, meat substitute, hummus, falafel, lentil soup, pea soup, chili con carne, "
        "peanuts, salted peanuts, can of peanuts, soy sauce, soy milk, peanut butter, bombay mix, burrito, "
        "peanut bar, nuts",
        "legume; pulse to eat",
        "legumes; pulses",
        "that grows in a pod",
        "",
    ),
    "grain": (
        "rice, white rice, brown rice, basmati rice, bag of rice, oats, quinoa, bulgur",
        "couscous, flour, bag of flour, cereal, cornflakes, box of cereal, bread, corn, sweetcorn, pasta, dry "
        "pasta, spaghetti, lentils, rice bowl, fried rice, popcorn, bag of popcorn, bar snack, baby rice, "
        "baby cereal, bird seed, sugar bag, salt, sea salt, bag of sand, sawdust",
        "grain; kind of grain; cereal grain",
        "grains",
        "harvested from a grain field",
        "",
    ),
    "kind of rice": (
        "rice, white rice, brown rice, basmati rice, bag of rice",
        "fried rice, rice bowl, sushi, burrito, rice pudding, baby rice, curry",
        "kind of rice; sort of rice",
        "",
        "starchy in small grains",
        "",
    ),
    "noodle dish": (
        "pasta, spaghetti, noodles, lasagna, macaroni and cheese, ramen",
        "chicken noodle soup, dry pasta, couscous, soup, bowl of soup, canned soup, dumplings, meal",
        "kind of noodles; noodle or pasta dish",
        "noodles and pasta; pasta dishes",
        "with noodles; made of pasta",
        "",
    ),
    "italian food": (
        "pizza, cheese pizza, pepperoni pizza, pasta, lasagna, spaghetti, tiramisu, panna cotta, mozzarella, "
        "parmesan, pesto, gelato, dry pasta",
        "coffee, oil, salami, prosecco, alcohol, pasta sauce, tomato sauce, dairy, macaroni and cheese, ham, "
        "olives, jar of olives, meal, soups, tomato, meatballs, garlic bread, sauce, frozen dessert, "
        "vegetable, bread, basil plant, food",
        "italian dish; italian food",
        "italian dishes; italian foods",
        "italian; from italy to eat",
        "",
    ),
    "mexican food": (
        "burrito, tacos, quesadilla, enchiladas, fajitas, nachos, salsa, guacamole",
        "tortilla chips, corn chips, chili con carne, tequila, avocado, corn, sweetcorn, beans can, can of "
        "beans, tin of beans, rice bowl, hot sauce, sauce, spice, flatbread, salty snack, lime, pepper, beer",
        "mexican dish; mexican food",
        "mexican dishes; mexican foods",
        "mexican; wrapped in a tortilla",
        "",
    ),
    "asian food": (
        "sushi, ramen, fried rice, spring rolls, miso soup, kimchi, soy sauce, teriyaki sauce",
        "dumplings, tofu, tempeh, seitan, meat substitute, sriracha, sweet chili sauce, chili sauce, rice, "
        "staple, noodles, tea, curry, chicken curry, vegetable curry, rice bowl, meal, sauce, spice, bombay "
        "mix, rice crackers, naan bread, lassi, chopsticks, other drink, fish, bread, soups, sesame oil, "
        "mango",
        "asian dish; asian food",
        "asian dishes; asian foods",
        "asian; from the far east to eat",
        "",
    ),
    "stone fruit": (
        "peach, plum, apricot, nectarine, cherries",
        "mango, avocado, dates, olives, jar of olives, prunes, dried apricots, canned peaches, any fruit",
        "stone fruit; fruit with a stone",
        "stone fruits",
        "with a stone inside; with a pit in the middle",
        "",
    ),
    "tropical fruit": (
        "banana, mango, pineapple, papaya, bunch of bananas",
        "kiwi, avocado, sour fruit, orange, dates, watermelon, melon, watermelon slice, dried mango, banana "
        "chips, dried fruit, tangerine, mandarin, clementine, satsuma, blood orange, coconut water, kumquat, "
        "pomegranate juice, banana puree, fruit salad",
        "tropical fruit; fruit from the tropics",
        "tropical fruits; fruits from hot countries",
        "tropical; from the tropics",
        "",
    ),
    "fruit to peel": (
        "banana, bunch of bananas, orange, tangerine, mandarin, clementine, satsuma, blood orange, pineapple, mango",
        "any fruit, vegetable, nuts, egg, shrimp, prawns, pistachios, -strawberry, -strawberries, "
        "-raspberries, -blackberries, -blueberries, -cherries, -red currants",
        "fruit with a peel; fruit that has to be peeled",
        "fruits that must be peeled",
        "that i have to peel first; with a thick peel",
        "",
    ),
    "juicy": (
        "orange, blood orange, tangerine, mandarin, clementine, satsuma, watermelon, watermelon slice, peach, "
        "nectarine, pear, pineapple, grapes, grapefruit, melon",
        "any fruit, vegetable, steak, meat, burger, juice, meal, fish, canned peaches, fruit salad, baby "
        "food, other drink, gummy bears, sweets, preserve, -banana, -bunch of bananas",
        "juicy bite",
        "",
        "juicy; that drips when i bite in",
        "",
    ),
    "dried fruit snack": (
        "dried fruit",
        "trail mix, fruit bar, date bar, bar snack, beef jerky, fruit cake, cereal, rosehip tea, fruit tea",
        "dried fruit; piece of dried fruit",
        "dried fruits",
        "dried and fruity; with dried fruit",
        "",
    ),
    "berry taste": (
        "strawberry, strawberries, strawberry jam, strawberry milk, strawberry milkshake, strawberry ice cream",
        "milkshake, protein shake, smoothie, jam, jar of jam, yogurt, frozen yogurt, sweets, sweet snack, "
        "frozen dessert, fruit salad, soda, dessert, cake, juice box, fruit tea, fruit punch, energy drink, "
        "toiletry, ice lolly, chocolates, bar snack, baby food, fruit bar, lip balm, food pouch",
        "strawberry thing",
        "things with strawberry",
        "with strawberry; strawberry flavored; that tastes of strawberries",
        "",
    ),
    "lemon taste": (
        "lemon, lemons, lemon slices, half a lemon, bag of lemons, lemonade, lemonade can, lemon soda, lemon cake",
        "soda, sour fruit, lemon balm tea, tea, herbal tea, sorbet, frozen dessert, sweets, sweet snack, "
        "cleaning agent, toiletry, water, sauce, hummus, energy drink, other drink, cake, dessert, cough "
        "drops, throat lozenges, fish, alcohol",
        "lemon flavored thing",
        "things with lemon",
        "lemony; with lemon; that tastes of lemon",
        "",
    ),
    "apple product": (
        "apple juice, carton of apple juice, apple pie, apple crumble, apple rings, apple cider vinegar",
        "apple, green apple, red apple, bag of apples, cider, fruit salad, food pouch, fruit puree, jar of "
        "baby food, smoothie, fruit bar, apple core, apple cores, rotten apple, juice box, fruit tea, fruit "
        "punch, sweet snack, sweets, bar snack, baby food, drink, sauce",
        "thing made from apples",
        "things made from apples",
        "made from apples; with apples in it; with an apple taste",
        "",
    ),
    "tomato product": (
        "tomato juice, tomato soup, ketchup, bottle of ketchup, tomato sauce, canned tomatoes, chopped "
        "tomatoes, tin of tomatoes, salsa",
        "tomato, cherry tomatoes, pasta sauce, meal, baked beans, can of beans, tin of beans, beans can, "
        "barbecue sauce, sauce, soups, vegetable juice, canned soup, tin of soup, rotten tomato, tomato "
        "plant, nachos, sardines, paprika chips, meatballs, salty snack, salad, side dish",
        "thing made from tomatoes",
        "tomato products",
        "made from tomatoes; with tomatoes in it; that tastes of tomato",
        "",
    ),
    "corn product": (
        "cornflakes, popcorn, bag of popcorn, corn chips, tortilla chips, nachos, cornstarch, canned corn, "
        "corn, sweetcorn",
        "baking powder, icing sugar, tacos, quesadilla, enchiladas, burrito, fajitas, cereal, box of cereal, "
        "cheese puffs, whiskey, bottle of whiskey, alcohol, flatbread, chips, bag of chips, salty snack, baby "
        "food, soda, bird seed, oil, cooking oil, meal, bread, sweet spread, golden syrup, pet supply, treat, "
        "bar snack",
        "thing made from corn",
        "corn products",
        "made from corn; with corn in it",
        "",
    ),
    "ginger": (
        "ginger ale, ginger beer, ginger tea, ginger snaps, gingerbread man",
        "chai tea, kombucha, sushi, teriyaki sauce, cake, carrot cake, cookies, cookie, spice, curry, herbal "
        "tea, smoothie, meal, sauce, soups, energy shot, biscuits, sweets, juice",
        "thing with ginger",
        "things with ginger",
        "gingery; with ginger; that tastes of ginger",
        "",
    ),
    "garlicky": (
        "garlic, garlic bread, garlic powder",
        "pesto, hummus, sauce, meal, meat, guacamole, kebab, salty snack, olives, soups, kimchi, preserve, "
        "side dish, meat substitute, pickles, onion, leek, shallot, fish, spice, garlic press",
        "garlic thing; garlicky bite",
        "things with garlic",
        "garlicky; with garlic; that keeps vampires away",
        "",
    ),
    "cocoa": (
        "dark chocolate, milk chocolate, box of chocolates, chocolate truffles, chocolate coins, bar of "
        "chocolate, mars bar, snickers bar, chocolate egg, chocolate bar, brownie, chocolate cake, chocolate "
        "ice cream, chocolate milk, hot chocolate, cup of cocoa, chocolate spread, nutella, chocolate mousse, "
        "chocolate pudding, chocolate chips, cocoa powder, cocoa mix, chocolate chip cookie",
        "white chocolate, easter egg, treat, dessert, frozen dessert, bar snack, mocha, trail mix, cereal, "
        "box of cereal, hazelnut spread, muffin, advent calendar, coffee, croissant, red velvet cake, yogurt, "
        "other drink, dried fruit, pancakes, waffles, nuts, cake mix, sprinkles, energy bar, lip balm",
        "thing with cocoa; chocolate flavored thing",
        "things with cocoa; chocolate things to enjoy",
        "with cocoa; made from cocoa; chocolate flavored; that tastes of chocolate",
        "i {crave chocolate}",
    ),
    "minty": (
        "mints, peppermint tea, mint plant",
        "toothpaste, mouthwash, chewing gum, candy cane, cough drops, throat lozenges, sweets, sweet snack, "
        "herbal tea, chocolates, frozen dessert, chewed gum, dental floss, lip balm, shampoo, toiletry, "
        "alcohol",
        "minty thing",
        "minty things",
        "minty; with mint; that tastes of peppermint",
        "",
    ),
    "fresh breath": (
        "mints, chewing gum, mouthwash, toothpaste",
        "candy cane, peppermint tea, toothbrush, dental floss, mint plant, sweets, hard candy, candy, water, "
        "cough drops, throat lozenges, herbal tea, apple",
        "breath freshener",
        "things for fresh breath",
        "for fresh breath; against bad breath",
        "my {breath smells}; i have {garlic breath}",
    ),
    "crunchy": (
        "chips, bag of chips, potato chips, corn chips, tortilla chips, veggie chips, crisps, packet of "
        "crisps, pretzels, bag of pretzels, pretzel sticks, crackers, cheese crackers, nachos, pita chips, "
        "paprika chips, barbecue chips, rice crackers, carrot, carrot sticks, celery, almonds, walnuts, "
        "cashews, hazelnuts, salted peanuts, cereal, cornflakes, toast, apple, green apple, red apple",
        "salty snack, treat, bar snack, nuts, vegetable, fruit, bread, meal, side dish, meat, staple, banana "
        "chips, apple rings, baby food, pet supply, spice, preserve, coffee beans, sprinkles, meat "
        "substitute, baking supply, ice cubes, dead leaves, dessert, frozen dessert, fish, -banana, -bunch of "
        "bananas, -strawberry, -strawberries, -raspberries, -peach, -mashed potatoes, -tomato, -mushroom, "
        "-avocado, -chewing gum, -marshmallows, -chocolate milk, -noodles, -ham, -vanilla ice cream",
        "crunchy bite",
        "crunchy things; crunchy bites",
        "crunchy; with a crunch; that crunches when i bite",
        "",
    ),
    "soft food": (
        "banana, yogurt, greek yogurt, pudding, mashed potatoes, custard, chocolate pudding, rice pudding, "
        "jello, jelly, fruit puree, banana puree, carrot puree, scrambled eggs, ice cream, vanilla ice cream, "
        "chocolate mousse, jar of baby food, cottage cheese",
        f"food, baby food, drink, pet supply, moldy bread, rotten tomato, rotten apple, {_NO_HARD}",
        "soft food; food that needs no chewing",
        "soft foods",
        "soft to eat; easy to chew; that needs no chewing; mushy",
        "it {hurts when i chew}; i {lost my dentures}",
    ),
    "creamy": (
        "yogurt, greek yogurt, cream, cream cheese, ice cream, vanilla ice cream, chocolate ice cream, "
        "gelato, custard, panna cotta, chocolate mousse, mayonnaise, vanilla milkshake, milkshake",
        "dairy, sauce, sweet spread, soups, dessert, frozen dessert, avocado, mashed potatoes, lotion, hand "
        "cream, sun cream, sunscreen, shaving cream, toiletry, baby food, coffee, milk, other drink, macaroni "
        "and cheese, ointment, antiseptic cream, cheesecake slice, chocolates, coleslaw, potato salad, meal, "
        "makeup, scrambled eggs, banana, cake, cream soda, alcohol, -popsicle, -ice lolly",
        "creamy food",
        "creamy things; creamy foods",
        "creamy; smooth and creamy; with a creamy taste",
        "",
    ),
    "chewy": (
        "gummy bears, gummy worms, sour worms, jelly babies, wine gums, toffee, chewing gum, licorice",
        "caramel, treat, dried fruit, bar snack, bread, meat, beef jerky, meal, pet supply, chewed gum, fish, "
        "meat substitute, marshmallows, dairy, fruit bar",
        "chewy candy; chewy sweet",
        "chewy sweets; chewy things",
        "chewy; that sticks to my teeth; to chew on for a while",
        "",
    ),
    "bitter": (
        "dark chocolate, espresso, black coffee, grapefruit",
        "box of chocolates, chocolate truffles, bar of chocolate, coffee, alcohol, tea, brew supply, kale, "
        "cocoa powder, medicine, olives, jar of olives, tonic water, brussels sprouts, grapefruit juice, "
        "vegetable, walnuts, nuts, sour fruit, herbal tea, spice, chemical, oil, cocoa mix, energy drink, "
        "marmalade, kombucha, decaf coffee, beet juice, cleaning agent, toiletry",
        "bitter thing",
        "bitter things",
        "bitter; with a bitter taste",
        "",
    ),
    "savory": (
        "salty snack, -popcorn, -bag of popcorn, meat, fish, cheese, cheddar, feta, parmesan, soups, pizza, "
        "cheese pizza, pepperoni pizza, burger, cheeseburger, ham sandwich, lasagna, french fries, fries, bag "
        "of fries, olives, pickles",
        f"food, pet supply, baby food, drink, {_NO_SUGARY}, -any fruit, -sweet spread, -dessert, -frozen "
        "dessert, -dried fruit, -soda, -juice, -milk",
        "savory dish; savory bite",
        "savory things; savoury foods",
        "savory; savoury; hearty; not sweet to eat",
        "i'm {tired of sweets}",
    ),
    "baby meal": (
        "baby food",
        "milk, yogurt, banana, bunch of bananas, baby bottle, staple, any fruit, vegetable, dairy, mashed "
        "potatoes, water, bread, baby supply, food, juice, -nuts, -salty snack, -hard candy, -chewing gum, "
        "-steak, -hot sauce, -tabasco, -spice, -gummy bears",
        "food for a baby; thing a baby can eat",
        "foods for a baby",
        "to feed the baby; for the baby to eat; for a toothless eater",
        "the baby {is hungry}; my {little one needs feeding}",
    ),
    "child drink": (
        "juice, milk, water, hot chocolate, cup of cocoa, fruit punch, lemonade",
        "soda, herbal tea, other drink, tea, baby food, baby bottle, cup, straw, straws",
        "drink for a child; kids drink",
        "drinks for children; kids drinks",
        "for a child to drink; for the children to drink; suitable for kids to drink",
        "the kids are {thirsty after playing}",
    ),
    "adults only": (
        "alcohol, -cider",
        "cider, energy drink, coffee, tea, medicine, cleaning agent, chemical, lighter, matches, cigarette "
        "butt, cigarette butts, sharp tool, kombucha, fire starter, soda, mouthwash",
        "adult drink; drink for grown ups",
        "drinks for adults only",
        "only for adults to drink; a child must not drink; to drink for over eighteens",
        "",
    ),
    "kind of wine": (
        "red wine, bottle of wine, white wine, rose wine, prosecco, champagne",
        "cider, alcohol, -beer, -beer can, -beer bottle, -lager, -whiskey, -vodka, -rum, -gin, -tequila, "
        "-bottle of whiskey, -six pack of beer",
        "kind of wine; sort of wine",
        "wines; wines of any colour",
        "made from grapes to drink with alcohol; from a vineyard",
        "",
    ),
    "kind of beer": (
        "beer, beer can, beer bottle, lager, six pack of beer",
        "malt drink, ginger beer, root beer, empty beer can",
        "kind of beer; beer or lager",
        "",
        "with hops; brewed from hops; with a head of foam",
        "",
    ),
    "spirit": (
        "whiskey, bottle of whiskey, vodka, rum, gin, tequila",
        "",
        "spirit; strong liquor; hard drink",
        "spirits; hard liquor; strong drinks",
        "high proof; distilled; for a shot glass",
        "",
    ),
    "celebrate drink": (
        "champagne, prosecco",
        "alcohol, cider, sparkling water, champagne glass, champagne flute, wine glass, cake, birthday cake, "
        "party supply, birthday candles, cupcake, treat, soda, glass",
        "sparkling wine",
        "sparkling wines",
        "to celebrate with; to toast with; to raise a toast",
        "we want to {drink to the bride}; i {got the job}",
    ),
    "main dish": (
        "pizza, cheese pizza, pepperoni pizza, pasta, rice bowl, burrito, burger, cheeseburger, lasagna, "
        "enchiladas, fajitas, chili con carne, curry, chicken curry, vegetable curry, fried rice, ramen, "
        "kebab, macaroni and cheese, fish and chips",
        "meal, meat, fish, soups, side dish, egg, bread, vegetable, staple, preserve, meat substitute, "
        "cookware, jar of baby food",
        "main dish; main course",
        "main dishes; main courses",
        "warm for supper; to eat in the evening; as a main course",
        "i {missed dinner}; i want {a proper supper}",
    ),
    "side order": (
        "side dish",
        "rice, staple, bread, vegetable, salad, caesar salad, onion rings, salty snack, soups, preserve, "
        "sauce, noodles, pasta, fried rice, macaroni and cheese, meal, meat substitute, plate, side plate",
        "side dish; side order",
        "side dishes; sides to the main course",
        "on the side to eat; to go with the steak",
        "",
    ),
    "soup": (
        "soups",
        "canned soup, tin of soup, ramen, chili con carne, curry, fruit puree, carrot puree, gravy, tomato "
        "sauce, noodles, dumplings",
        "kind of soup; soup of any kind; hot broth",
        "soups",
        "to spoon from a bowl while hot; soupy",
        "i'd like {hot soup}",
    ),
    "lunchbox food": (
        "sandwich, ham sandwich, apple, green apple, red apple, banana, carrot sticks, granola bar, juice "
        "box, mango juice box",
        "any fruit, bar snack, snack, bread, egg, dairy, water, juice, milk, vegetable, meal, lunch box, "
        "sandwich bags, thermos, tupperware, cherry tomatoes, dessert, fruit salad, food pouch, food storage, "
        "meat, drink, sweet spread, cutlery, side dish, -alcohol, -hot chocolate, -sour fruit, -fries, "
        "-french fries",
        "thing for a school lunch; lunchbox snack",
        "things for the lunchbox",
        "for a school lunch; for the lunchbox; to pack for school to eat",
        "",
    ),
    "party snack": (
        "chips, bag of chips, bowl of chips, crisps, packet of crisps, tortilla chips, potato chips, nachos, "
        "pretzels, pretzel sticks, popcorn, cheese puffs, salted peanuts",
        "snack, food, drink, party supply, candle, plate, cup, -flour, -bag of flour, -rice, -white rice, "
        "-brown rice, -basmati rice, -bag of rice, -lentils, -oats, -ground beef, -mince, -pork chop, -cod, "
        "-potato, -bag of potatoes, -onion, -baby food, -oil, -spice, -cornflakes, -cereal, -egg carton",
        "party snack; nibble for guests",
        "party snacks; nibbles for guests",
        "for the guests to nibble; for a party to nibble; to put in a snack bowl",
        "guests {are coming over}",
    ),
    "movie snack": (
        "popcorn, bag of popcorn, chips, bag of chips, crisps, nachos, packet of crisps",
        "snack, soda, bowl of chips, frozen dessert, drink, meal, blanket, remote control, tv remote, "
        "fries, french fries, bag of fries, side dish, dessert, any fruit, electronics",
        "movie snack",
        "movie snacks",
        "to munch during a movie; for movie night to eat; for the cinema to eat",
        "",
    ),
    "liquid": (
        "water, -water jug, juice, milk, soda, alcohol, dish soap, washing up liquid, bleach, bottle of "
        "bleach, shampoo, bottle of shampoo, cooking oil, olive oil, sunflower oil, vegetable oil, vinegar, "
        "motor oil, engine oil, windscreen washer fluid, ethanol, acetone, methanol, lighter fluid, cough "
        "syrup, soy sauce",
        "drink, soups, oil, sauce, sweet spread, cleaning agent, toiletry, medicine, chemical, paint supply, "
        "art, cream, yogurt, baby food, makeup, petrol can, gas can, glue, super glue, adhesive, garden "
        "supply, eye drops, ketchup, egg, dessert, condiment bottle, reagent bottle, bug spray, insect "
        "repellent, canned soup, tin of soup, preserve, car supply, ice cubes, frozen dessert, lab, hot water "
        "bottle, soap bubbles, camping, tray of drinks, -popsicle, -apple pie, first aid, dairy",
        "kind of liquid; fluid",
        "liquids; fluids",
        "liquid; runny; that can be poured out; that spills easily",
        "",
    ),
    "powder": (
        "flour, bag of flour, baking powder, baking soda, cocoa powder, cornstarch, icing sugar, curry "
        "powder, chili powder, garlic powder, onion powder, turmeric, laundry powder, baby powder, face "
        "powder, cocoa mix",
        "spice, sugar bag, yeast, cake mix, ground coffee, instant coffee, jar of instant coffee, bag of "
        "cement, bag of sand, sawdust, detergent, bottle of detergent, makeup, medicine, baby formula, baby "
        "milk, glitter, chalk, protein shake, potting soil, coffee bag, chemical, fertilizer, plant food, bag "
        "of soil, dust bunny, baby cereal, baby rice, coffee grounds, dishwasher tablets, cleaning agent, "
        "coffee pods, brew supply",
        "powder; fine powder",
        "powders",
        "powdery; in powder form; like dust in a bag",
        "",
    ),
    "spoon food": (
        "yogurt, greek yogurt, soups, cereal, cornflakes, pudding, chocolate pudding, rice pudding, custard, "
        "jello, jelly, chocolate mousse, panna cotta, creme brulee, tub of ice cream, fruit puree, banana "
        "puree",
        "meal, frozen dessert, staple, dessert, dairy, baby food, fruit salad, mashed potatoes, baked beans, "
        "canned soup, tin of soup, preserve, sweet spread, avocado, kiwi, grapefruit, papaya, melon, side "
        "dish, beans can, egg, peas, sauce, medicine, cough syrup, corn, cake, pet supply, -pizza, -cheese "
        "pizza, -pepperoni pizza, -sandwich, -ham sandwich, -burger, -cheeseburger, -hot dog, -ice lolly, "
        "-popsicle, -ice cream sandwich, -fries, -french fries, -bag of fries",
        "food eaten with a spoon",
        "foods eaten with a spoon",
        "to eat with a spoon; that you spoon up; to spoon out of a bowl",
        "",
    ),
    "finger food": (
        "chips, bag of chips, potato chips, crisps, pretzels, pretzel sticks, popcorn, nachos, cookie, "
        "cookies, grapes, cherries, nuts, carrot sticks, cherry tomatoes, sandwich, candy, gummy bears, "
        "chocolate coins",
        "salty snack, treat, dried fruit, bar snack, any fruit, vegetable, bread, meal, meat, egg, side dish, "
        "meat substitute, dairy, fish, preserve, frozen dessert, baby food, dessert, pet supply, cereal, "
        "cornflakes, -spaghetti, -lasagna, -noodles, -ramen, -curry, -chicken curry, -chili con carne, "
        "-macaroni and cheese, -mashed potatoes, -yogurt, -greek yogurt, -cream, -pudding, -custard, -rice "
        "pudding, -chocolate pudding, -scrambled eggs, -coleslaw, -potato salad, -tub of ice cream, -canned "
        "soup, -tin of soup",
        "finger food",
        "finger foods",
        "to eat with my fingers; that needs no fork or spoon; to eat by hand",
        "",
    ),
    "raw ingredient": (
        "dry pasta, spaghetti, lentils, flour, bag of flour, potato, bag of potatoes, chicken breast, ground "
        "beef, mince, pork chop, lamb chops, cod, haddock, cake mix, yeast",
        "meat, fish, staple, vegetable, egg, baking supply, meat substitute, brew supply, rice, preserve, "
        "popcorn, baby food, oil, noodles, pasta, oats, food, -snack, -any fruit, -cooked dish, -dessert, "
        "-frozen dessert, -sweet spread, -ham, -salami, -smoked salmon, -boiled egg, -fried egg, -hard boiled "
        "egg, -poached egg, -scrambled eggs, -yogurt, -greek yogurt, -cereal, -cornflakes",
        "thing that must be cooked first",
        "things that must be cooked",
        "that has to be cooked first; that is not edible raw",
        "",
    ),
    "ready to eat": (
        "snack, -fruit cake, any fruit, -sour fruit, sandwich, ham sandwich, yogurt, greek yogurt, salad, "
        "side salad, sushi, pizza, tub of ice cream, carrot sticks, cherry tomatoes, fruit salad",
        f"food, baby food, drink, pet supply, {_NO_RAW}",
        "ready to eat snack",
        "foods that need no cooking",
        "ready to eat; that needs no cooking; i can eat right away; i can eat without cooking",
        "i have {no time to cook}; i'm {too lazy to cook}",
    ),
    "grill food": (
        "sausage, steak, pork chop, lamb chops, chicken wings, chicken legs, chicken drumsticks, veggie sausage",
        "meat, fish, vegetable, bread, dairy, meat substitute, burger, cheeseburger, kebab, hot dog, "
        "charcoal, bag of charcoal, cookware, kitchen tool, marshmallows, sauce, fire starter, fruit, egg, "
        "tuna steak, meal",
        "barbecue food; thing for the grill",
        "things for the grill; barbecue foods",
        "to throw on the grill; to put on the barbecue; to grill",
        "",
    ),
    "cake baking": (
        "flour, bag of flour, sugar bag, baking powder, butter, tub of butter, egg, -boiled egg, -fried egg, "
        "-scrambled eggs, -hard boiled egg, -poached egg, -quail eggs, icing sugar, cake mix",
        "staple, quail eggs, milk, oil, baking supply, nuts, any fruit, dairy, spice, sweet spread, treat, "
        "dried fruit, carrot, kitchenware, appliance, sunflower oil, egg timer, alcohol, zucchini, -pizza, "
        "-baking soda, baking soda, vegetable",
        "cake ingredient; baking ingredient",
        "baking ingredients; cake ingredients",
        "that goes in cake batter; for the cake dough; to stir into a cake mix",
        "i want to {bake a cake}",
    ),
    "pancake topping": (
        "maple syrup, honey, golden syrup, jar of honey, nutella, chocolate spread",
        "sweet spread, sauce, any fruit, sugar bag, icing sugar, cream, dairy, treat, dessert, frozen "
        "dessert, spice, nuts, meat, butter, baking supply, sprinkles, dried fruit",
        "pancake topping",
        "pancake toppings",
        "to pour over pancakes; to put on my waffles",
        "my pancakes are {too dry}",
    ),
    "long lasting": (
        "staple, spice, honey, jar of honey, tuna can, tin of tuna, canned tomatoes, canned corn, canned "
        "peaches, canned soup, can of beans, tin of beans, tin of soup, tin of tomatoes",
        "food, drink, brew supply, baking supply, baby food, pet supply, medicine, batteries, candle, "
        "-strawberry, -strawberries, -raspberries, -blueberries, -blackberries, -lettuce, -head of lettuce, "
        "-spinach, -cooked dish, -sandwich, -ham sandwich, -sushi, -salad, -cod, -salmon, -trout, -shrimp, "
        "-prawns, -chicken breast, -ground beef, -mince, -pork chop, -cream, -cake, -fruit salad",
        "food with a long shelf life",
        "foods that keep for months",
        "that keeps for months; with a long shelf life; for the emergency food store",
        "",
    ),
    "tinned food": (
        "tuna can, tin of tuna, beans can, can of beans, tin of beans, canned tomatoes, canned corn, canned "
        "peaches, canned soup, tin of soup, tin of tomatoes",
        "chopped tomatoes, baked beans, sardines, can of peanuts, can of cat food, cat food, preserve, dog "
        "food, soda, energy drink, drink, fish, olives",
        "canned food; tinned food",
        "canned foods; tinned foods",
        "tinned to eat; from a tin to eat; canned to eat",
        "",
    ),
    "cool a drink": (
        "ice cubes, bag of ice",
        "ice pack, cool pack, cool box, cooler bag, cool bag, ice water, glass of ice water, frozen dessert, water",
        "ice for a drink",
        "things to chill drinks",
        "to cool my drink; to chill the wine; to put in a glass of cola",
        "my drink is {too warm}",
    ),
    "cool down": (
        "ice cream, vanilla ice cream, chocolate ice cream, strawberry ice cream, popsicle, ice lolly, "
        "sorbet, gelato, ice cream cone, ice cubes, bag of ice, ice water, glass of ice water, iced tea, iced "
        "coffee, iced latte, cold brew",
        "frozen dessert, drink, ice pack, cool pack, any fruit, swimwear, clothing, hat, towel, yogurt, water "
        "gun, water sport, accessory, salad, cucumber, cool box, cooler bag, cool bag, soups, -coffee, -hot "
        "chocolate, -cup of cocoa, -cup of tea, -pot of tea",
        "cold refreshment",
        "cold refreshments",
        "to cool me down; for a hot summer day; against the heat",
        "i'm {so hot}; it's {boiling in here}; i'm {sweating}",
    ),
    "warm up": (
        "coffee, -iced coffee, -cold brew, -iced latte, -coffee cup, cup of tea, pot of tea, hot chocolate, "
        "cup of cocoa, soups, blanket, wool blanket, hot water bottle",
        "drink, warm wear, clothing, bedding, alcohol, meal, underwear, side dish, shoes, coffee cup, baby "
        "clothes, sleeping bag, fire starter, sofa throw, bathrobe, decor, rain gear, heat gun, side dish, "
        "spice, candle, electric kettle, -iced coffee, -cold brew, -iced latte, -iced tea, -ice water, -glass "
        "of ice water, -soda",
        "",
        "things to warm up with",
        "to warm me up; that warms you up",
        "i'm {frozen stiff}; i'm {chilled to the bone}; i {came in from the cold}",
    ),
    "vitamin c": (
        "orange, blood orange, tangerine, mandarin, clementine, satsuma, lemon, lemons, lime, grapefruit, "
        "kiwi, orange juice, glass of orange juice, strawberry, strawberries, half a lemon",
        "any fruit, vegetable, juice, vitamins, other drink, herbal tea, soda, dried fruit, baby food, side "
        "dish, sweet spread, preserve, salad, soups, fruit salad, sauce, sweets, cold medicine, meal, cough "
        "drops, bar snack",
        "source of vitamin c",
        "sources of vitamin c",
        "with vitamin c; rich in vitamin c; full of vitamin c",
        "",
    ),
    "hot drink cup": (
        "mug, red mug, blue mug, white mug, coffee mug, teacup, travel mug",
        "cup, -wine glass, -shot glass, -champagne glass, -champagne flute, -cocktail glass, -beer glass, "
        "thermos, coffee cup, canteen, dish, saucer, bowl, coffee, cup of coffee, cup of tea, -plate",
        "cup for a hot drink; vessel for coffee or tea",
        "cups for hot drinks",
        "to drink tea from; to drink coffee out of; to pour hot cocoa into; with a handle for hot drinks",
        "",
    ),
    "glassware": (
        "glass, wine glass, shot glass, champagne glass, champagne flute, cocktail glass, water glass, beer glass",
        "beer mug, tumbler, coffee tumbler, cup, vase, glass bowl, lab, jam jar, empty jar, empty glass jar, "
        "broken glass, glass of water, glass of milk, glass of orange juice, glass of ice water, -mug, -red "
        "mug, -blue mug, -white mug, -coffee mug, -paper cup, -plastic cup, -teacup",
        "drinking glass; glass for a cold drink",
        "drinking glasses",
        "made of glass to drink from; transparent to drink from",
        "",
    ),
    "wine vessel": (
        "wine glass, champagne glass, champagne flute",
        "cup, jam jar, dish, -paper plate, -plate, alcohol, -bowl",
        "glass for wine; glass with a stem",
        "glasses with a stem",
        "to drink wine from; to pour wine into; to serve champagne in",
        "",
    ),
    "soup vessel": (
        "soup bowl, blue bowl, red bowl, green bowl, yellow bowl, small bowl, ceramic bowl, soup plate, cereal bowl",
        "bowl, mug, cup, dish, soups, cereal, pot, mess kit, tupperware, -wine glass, -champagne glass, "
        "-champagne flute, -shot glass, -cocktail glass, -beer glass, -dinner plate, -side plate, -dessert "
        "plate, -saucer, -platter, -paper plate, -small plate, -serving plate",
        "deep dish for soup; bowl for soup",
        "bowls for soup",
        "to ladle soup into; to serve soup in; to pour my cereal into",
        "",
    ),
    "cake plate": (
        "plate, -soup plate, -saucer, -paper plate, -salad plate, -platter, cake stand",
        "saucer, paper plate, soup plate, salad plate, platter, bowl, serving tray, cheese "
        "board, napkin, napkins, baking tray, cake pan, cutting board, chopping board, tupperware",
        "flat dish; thing to serve cake on",
        "flat dishes",
        "to put cake on; to serve cake on; to put my sandwich on; flat to eat from",
        "i have {nothing to put my cake on}",
    ),
    "fork": (
        "fork, plastic fork, dessert fork, salad fork, cake fork",
        "spork, chopsticks, toothpicks, garden fork, pitchfork, cutlery, -spoon, -teaspoon, -soup "
        "spoon, -tablespoon, -serving spoon, -dessert spoon, -plastic spoon, -butter knife, -plastic knife, "
        "mess kit",
        "kind of fork to eat with",
        "forks to eat with",
        "to spear food with; to eat spaghetti with; with prongs to eat with",
        "",
    ),
    "soup spoon": (
        "spoon, soup spoon, tablespoon",
        "dessert spoon, plastic spoon, spork, teaspoon, serving spoon, ladle, soup bowl, bowl, "
        "wooden spoon, bread, cutlery, slotted spoon, mess kit, -fork, -butter knife, -chopsticks, -plastic "
        "fork, -plastic knife, -dessert fork, -salad fork, -cake fork",
        "spoon of proper size for soup",
        "spoons for soup",
        "to spoon soup with; to eat porridge with; for eating cereal",
        "",
    ),
    "butter knife": (
        "butter knife",
        "plastic knife, sharp tool, spoon, cutlery, butter, tub of butter, butter dish, spatula, -fork, -axe, "
        "-secateurs",
        "",
        "",
        "to butter my bread with; to spread jam with",
        "",
    ),
    "open wine": (
        "corkscrew",
        "bottle opener, pocket knife, sharp tool, hand tool, kitchen tool, -whisk, -ladle, -sieve, -colander, "
        "-rolling pin, -grater, -wooden spoon, -measuring cup, -spatula",
        "",
        "",
        "to open wine with; to pull a cork with",
        "i can't {get the cork out}; the wine is {still corked}",
    ),
    "open tin": (
        "can opener, tin opener",
        "pocket knife, sharp tool, bottle opener, corkscrew, hand tool, power tool, -peeler, -potato peeler, "
        "-razor, -pizza cutter",
        "opener for tins",
        "",
        "to open a tin with; to get a tin open; to open canned soup with",
        "i {cannot get the tin open}",
    ),
    "slice": (
        "knife, kitchen knife, chef knife, carving knife, bread knife",
        "sharp tool, butter knife, plastic knife, cutlery, saw, hacksaw, appliance, -fork, -spoon, grater, "
        "box grater, cheese grater, -razor, -scissors, -garden shears, -secateurs, -stanley knife, -box "
        "cutter, power tool, -garden shears, stanley knife, box cutter, scissors, mess kit",
        "knife for the kitchen; big kitchen blade",
        "kitchen blades",
        "to slice bread with; to carve the roast with; to cut thick slices with",
        "",
    ),
    "peel": (
        "peeler, potato peeler, paring knife",
        "sharp tool, -scissors, -pizza cutter, -axe, -secateurs, -garden shears, -razor, cheese grater",
        "peeling tool",
        "",
        "to peel potatoes with; to take the skin off a carrot",
        "",
    ),
    "grate": (
        "grater, cheese grater, box grater",
        "appliance, sharp tool, kitchen tool, file, -ladle, -spatula, -corkscrew, -can opener, -bottle "
        "opener, -whisk, -wooden spoon, -rolling pin, -funnel, -colander, -tongs",
        "grating tool",
        "",
        "to grate cheese with; to shred carrots with",
        "",
    ),
    "strain": (
        "colander, sieve, strainer",
        "slotted spoon, filter paper, napkin, landing net, fishing net, lab, tongs, kitchen towel, pot, "
        "funnel, saucepan",
        "straining tool; bowl with holes",
        "things to strain with",
        "to drain the pasta with; to strain noodles; with holes to let water out",
        "the pasta {must be drained}",
    ),
    "flip": (
        "spatula",
        "tongs, fork, slotted spoon, cutlery, kitchen tool, pan, frying pan, serving spoon, chopsticks, "
        "-grater, -whisk, -sieve, -colander, -corkscrew, -can opener, -rolling pin, -funnel, -measuring cup",
        "turner for the pan",
        "",
        "to flip pancakes with; to turn eggs over with",
        "",
    ),
    "boil in": (
        "pot, saucepan, stockpot",
        "cookware, rice cooker, slow cooker, electric kettle, mess kit, glass bowl, coffee pot, camping "
        "stove, beaker, flask, -baking tray, -griddle, -cake pan, -loaf pan, -muffin tin, -pie dish, -baking "
        "pan, -grill pan",
        "cooking pot; pot for the stove",
        "cooking pots",
        "to boil pasta in; to boil eggs in; to boil potatoes in",
        "",
    ),
    "fry in": (
        "frying pan, pan, skillet, saute pan",
        "cookware, mess kit, appliance, -baking tray, -cake pan, -loaf pan, -muffin tin, -pie dish, -stockpot",
        "pan for the stove",
        "frying pans of any kind",
        "to fry an egg in; to make pancakes in; to brown onions in",
        "",
    ),
    "bake in": (
        "baking tray, casserole dish, baking pan, cake pan, loaf pan, muffin tin, pie dish, roasting pan",
        "cookware, glass bowl, baking paper, parchment paper, aluminium foil, aluminum foil, tin foil, "
        "ceramic bowl, -wok, -griddle, -grill pan, mixing bowl, ceramic plate, waffle maker, ceramic bowl, "
        "appliance",
        "baking dish; tin to bake in",
        "baking dishes; things to bake in",
        "to bake in; to bake lasagna in; to put dough in for the oven",
        "",
    ),
    "wrap food": (
        "cling film, plastic wrap, aluminium foil, aluminum foil, tin foil",
        "food storage, paper bag, plastic bag, paper towel, napkin, napkins, kitchen roll, lunch box, paper "
        "towels, tea towel, stretch wrap, -thermos, -jam jar, -empty jar",
        "food wrap",
        "food wraps",
        "to wrap leftovers in; to wrap my sandwich in; to cover the bowl with against flies",
        "",
    ),
    "keep leftovers": (
        "tupperware, freezer bags, ziploc bags",
        "food storage, lunch box, bowl, plate, cool box, cooler bag, cool bag, storage, cookware, plastic "
        "bag, baby food, bag, -suitcase, -briefcase, -handbag",
        "food container; container for leftovers",
        "food containers",
        "to keep leftovers in; for storing leftovers; to freeze soup in",
        "there is {food left over}; we {made too much food}",
    ),
    "measure flour": (
        "measuring cup, kitchen scale",
        "tablespoon, teaspoon, cup, spoon, mug, lab, cutlery, bowl, egg timer, bag of flour, flour",
        "measuring thing for the kitchen",
        "",
        "to measure flour with; to get the right amount of flour",
        "",
    ),
    "beat eggs": (
        "whisk, hand mixer",
        "fork, stick blender, wooden spoon, cutlery, spatula, bowl, mixing bowl, chopsticks, kitchen tool, "
        "egg, appliance, -grater, -corkscrew, -can opener, -hair dryer, -hairdryer, -steam iron, -clothes "
        "iron, -waffle maker",
        "",
        "",
        "to beat eggs with; to whip cream with; to make the batter smooth",
        "",
    ),
    "carry drinks": (
        "serving tray",
        "platter, plate, baking tray, cheese board, cake stand, bag, tray of drinks, storage, cooler bag, "
        "cutting board, wicker basket, six pack of beer, serving plate, hand truck",
        "tray for drinks",
        "",
        "to carry drinks on; to carry six glasses at once; to serve drinks on",
        "",
    ),
    "pour from": (
        "pitcher, milk jug, teapot, coffee pot, gravy boat",
        "water jug, carafe of water, pitcher of water, measuring cup, electric kettle, watering can, beaker, "
        "flask, lab, drink, oil, thermos, petrol can, gas can, saucepan, bowl, cup, pot, bucket, mop bucket, "
        "canteen, condiment bottle, detergent, cleaning agent, sauce, motor oil, milk, hose, paint supply, "
        "erlenmeyer flask, sugar bowl",
        "pouring vessel; jug with a spout",
        "jugs and pots with a spout",
        "to pour from; with a spout; to fill all the glasses from",
        "",
    ),
    "brew tea": (
        "tea bags, box of tea, loose tea",
        "tea, herbal tea, teapot, electric kettle, cup, water, strainer, sieve, kitchen tool, mint plant, "
        "brew supply, saucepan, pot, honey, lemon, sugar bag, milk, thermos, -coffee beans, -ground coffee, "
        "-instant coffee, -coffee pods, -coffee capsules, -coffee bag, -jar of instant coffee, egg timer",
        "tea supply",
        "tea supplies",
        "to brew tea with; to steep in hot water for tea",
        "i'd like to {brew some tea}",
    ),
    "brew coffee": (
        "ground coffee, coffee beans, instant coffee, coffee pods, coffee capsules, coffee bag, jar of instant coffee",
        "coffee, decaf coffee, coffee pot, electric kettle, cup, filter paper, water, thermos, milk, sugar "
        "bag, serveware, cream, appliance, coffee grounds, saucepan",
        "coffee supply",
        "coffee supplies",
        "to brew coffee with; for the coffee machine; to make fresh coffee from",
        "we {ran out of coffee to brew}",
    ),
    "dishwasher": (
        "plate, -paper plate, -plastic plate, mug, red mug, blue mug, white mug, green cup, coffee mug, "
        "glass, water glass, teacup, bowl, -wooden bowl, -plastic bowl, fork, spoon, teaspoon, soup spoon, "
        "dessert spoon, tablespoon, dessert fork, salad fork, cake fork, butter "
        "knife",
        "kitchenware, sharp tool, baby bottle, bib, dishwasher tablets, pet bowl, dog bowl, cat bowl, lunch "
        "box, vase, broken plate, food storage, sponge, dish brush, -paper cup, -paper plate, -napkin, -cling "
        "film, -plastic wrap, -baking paper, -parchment paper, -toothpicks, -oven gloves, -oven mitt, "
        "-aluminium foil, -aluminum foil, -tin foil, mess kit, lab, waste, packaging waste",
        "thing for the dishwasher; dishwasher safe dish",
        "dishes for the dishwasher; things to load into the dishwasher",
        "that goes in the dishwasher; to load into the dishwasher",
        "",
    ),
    "wash dishes": (
        "dish soap, washing up liquid, sponge, dish brush",
        "dishwasher tablets, scrub brush, dish cloth, rubber gloves, cleaning agent, kitchen towel, bottle "
        "brush, soap, toiletry, brush, cleaning cloth, bucket, tea towel, dish towel, water, -mop, -toilet "
        "cleaner, -drain cleaner, -furniture polish, -window spray, -glass cleaner, -floor cleaner, -fabric "
        "softener, -laundry powder, -toothbrush, -tampons, -perfume, -comb, -razor, old sponge",
        "dishwashing supply",
        "dishwashing supplies",
        "to wash the dishes with; for doing the dishes; for the washing up",
        "the {sink is full of plates}; the {dishes are piling up}",
    ),
    "dry dishes": (
        "dish towel, tea towel, kitchen towel",
        "cleaning cloth, towel, bath linen, drying rack, toiletry, -mop, -dirty rag, -wet wipes, -cleaning "
        "wipes, -disinfectant wipes, gym towel, -toothbrush, -toothpaste, -shampoo, -soap, -sponge, sponge",
        "cloth for drying dishes",
        "cloths for drying dishes",
        "to dry the dishes with; to dry glasses with; to polish wine glasses with",
        "the {plates are still dripping}",
    ),
    "disposable tableware": (
        "paper cup, paper plate, plastic fork, plastic spoon, plastic knife",
        "plastic cup, plastic plate, plastic bowl, straw, straws, napkin, napkins, chopsticks, toothpicks, "
        "packaging waste, waste, paper towel, paper towels, cleaning cloth, spork, food storage, mixed waste",
        "disposable dish; throwaway piece of tableware",
        "disposable tableware; picnic tableware",
        "to eat from once and discard; disposable for a picnic",
        "",
    ),
    "lay the table": (
        "dinner plate, side plate, soup plate, fork, spoon, glass, wine glass, water glass, soup "
        "bowl, soup spoon, napkin, napkins",
        "kitchenware, sharp tool, candle, candlestick, tealights, sauce, spice, bread, cut flower, vase, "
        "butter, restaurant, "
        "-food storage, -cookware, -whisk, -rolling pin, -can opener, -colander, -baking tray, "
        "-muffin tin, -peeler, -potato peeler",
        "place setting piece; thing for the dinner table",
        "things to set the table with",
        "for setting the table; to lay the table with",
        "i'm {setting the table}; dinner is ready but {the table is bare}",
    ),
    "soak up": (
        "sponge, paper towel, paper towels, kitchen roll, roll of paper towels, mop, cleaning cloth, -wet "
        "wipes, -cleaning wipes, -disinfectant wipes, -napkin, -napkins, -tissues, -tissue box, -pack of "
        "tissues, towel, bath towel, hand towel, kitchen towel",
        "cleaning cloth, toiletry, clothing, underwear, bath linen, cat litter, bedding, home textile, old "
        "sponge, diaper, diapers, pack of diapers, nappy, nappies, bath mat, gym towel, baby supply, sawdust, "
        "first aid, bucket, handheld vacuum, squeegee, mop bucket, vacuum cleaner, hoover, reading, paper "
        "waste, bag of sand, restaurant, waste, warm wear, bread, -soap, -shampoo, -toothpaste, -lotion, "
        "-deodorant, -comb, -hairbrush, -perfume, -razor",
        "thing that soaks up liquid",
        "things that soak up water",
        "that soaks up liquid; that soaks up water; super absorbent; to soak up a puddle",
        "i {knocked over my glass}; there's {water everywhere}; the {glass tipped over}; the {bottle leaked "
        "on the table}",
    ),
    "clean windows": (
        "glass cleaner, window spray, squeegee",
        "cleaning cloth, vinegar, white vinegar, bottle of vinegar, bucket, mop bucket, all purpose cleaner, "
        "cleaning agent, newspaper, old newspaper, isopropyl alcohol, stepladder, step ladder, ladder, rubber "
        "gloves, water, towel, -laundry powder, -fabric softener, -drain cleaner, -toilet cleaner, "
        "-dishwasher tablets, -oven cleaner, -furniture polish, -floor cleaner, -mop, -napkin, -tissue box",
        "window cleaning thing",
        "window cleaning things",
        "to clean the windows with; for streak free glass; for smudges on the mirror",
        "the {windows are filthy}; the {mirror is smudged}",
    ),
    "remove dust": (
        "feather duster, microfiber cloth, vacuum cleaner, handheld vacuum, hoover",
        "cleaning cloth, broom, brush, lint roller, dustpan, hand brush, furniture polish, paint brush, "
        "cleaning tool, all purpose cleaner, cleaning agent, -toilet brush, -plunger, -drain cleaner, -oven "
        "cleaner, -dish soap, -bleach, -dish brush, -bottle brush, -toilet cleaner, -limescale remover, "
        "-tissue box",
        "dust remover",
        "dust removers",
        "to remove dust with; to dust the shelves with; that picks up dust",
        "the shelf is {dusty}; everything is {covered in dust}",
    ),
    "floor care": (
        "broom, mop, vacuum cleaner, hoover, floor cleaner, mop bucket",
        "bucket, dustpan, handheld vacuum, hand brush, brush, scrub brush, cleaning cloth, all purpose "
        "cleaner, bleach, cleaning agent, squeegee, cleaning tool, rubber gloves, water, detergent, doormat, "
        "-toilet brush, -dish brush, -bottle brush, -feather duster, -plunger, -glass cleaner, -window spray, "
        "-oven cleaner, -toilet cleaner, -drain cleaner, -fabric softener, -dishwasher tablets, -tissues, "
        "-tissue box, -lint roller",
        "floor cleaning thing",
        "things for cleaning floors",
        "for cleaning the floor; to clean the kitchen floor with",
        "the {floor needs cleaning}; someone {walked in with muddy boots}",
    ),
    "wash clothes": (
        "laundry powder, fabric softener, stain remover, detergent, bottle of detergent",
        "bleach, bottle of bleach, soap, toiletry, laundry supply, clothes, bath linen, bedding, cleaning "
        "agent, vinegar, baking soda, bucket, dirty rag, dirty socks, -toilet cleaner, -drain cleaner, -oven "
        "cleaner, -window spray, -glass cleaner, -floor cleaner, -furniture polish, -toothbrush, -comb, "
        "-razor, -toothpaste, -ironing board, -drying rack",
        "laundry product; washing agent for clothes",
        "laundry products",
        "to wash clothes with; to put in with the laundry; to get my shirts clean",
        "i have to {do the laundry}",
    ),
    "dry clothes": (
        "clothespins, clothes pegs, drying rack",
        "laundry supply, rope, string, ball of string, hair dryer, hairdryer, clothes hanger, towel, -ironing board",
        "thing to dry clothes on",
        "things to dry clothes with",
        "to hang up wet clothes with; to dry my washing",
        "the washing is {still wet}",
    ),
    "dirty laundry": (
        "dirty socks, dirty towel",
        "clothes, bath linen, bedding, dirty rag, cleaning cloth, baby clothes, home textile, warm wear, bib, "
        "gym towel, towel, lab coat, hospital gown, surgical gown, costume, apron, -clean towel, soft toy",
        "piece of dirty laundry",
        "dirty laundry; dirty washing",
        "for the laundry hamper; that belongs in the wash",
        "",
    ),
    "clean toilet": (
        "toilet brush, toilet cleaner",
        "bleach, bottle of bleach, limescale remover, disinfectant, plunger, rubber gloves, disinfectant "
        "wipes, cleaning wipes, all purpose cleaner, cleaning cloth, vinegar, scrub brush, drain cleaner, "
        "bucket, sponge, rag, brush, toilet paper, detergent, bottle of detergent, hydrochloric acid, white "
        "vinegar",
        "toilet cleaning thing",
        "",
        "to clean the toilet with; to scrub the loo with",
        "the {toilet is dirty}",
    ),
    "unclog": (
        "plunger, drain cleaner",
        "bleach, hose, wire spool, baking soda, vinegar, bottle of bleach, toilet brush, wire hanger, white "
        "vinegar, hand tool, rubber gloves, toilet cleaner, chemical, cleaning agent, plumbing",
        "thing for a blocked drain",
        "",
        "to unclog the drain; for a blocked sink",
        "the {drain is blocked}; the {toilet is clogged}; the {sink will not drain}",
    ),
    "disinfect": (
        "disinfectant, disinfectant wipes, hand sanitizer, antiseptic wipes, antiseptic cream",
        "isopropyl alcohol, bleach, bottle of bleach, ethanol, hydrogen peroxide, toiletry, alcohol, cleaning "
        "agent, cleaning wipes, wet wipes, baby wipes, mouthwash, ointment, first aid kit, medicine, "
        "methanol, vinegar, chemical, -comb, -hairbrush, -toilet paper, -thermometer, -towel, -ice pack, "
        "-tampons",
        "germ killer; disinfecting thing",
        "germ killers",
        "to kill germs; against germs; to disinfect with; that sterilizes",
        "i {touched something gross}",
    ),
    "stain": (
        "stain remover",
        "detergent, bottle of detergent, laundry powder, bleach, bottle of bleach, cleaning agent, soap, "
        "toiletry, lemon, vinegar, white vinegar, baking soda, salt, cleaning cloth, sponge, chemical, water, "
        "sparkling water, dish soap, table salt, brush, scrub brush, sour fruit, soda water can",
        "spot remover",
        "",
        "to get a stain out; against stains on clothes",
        "i {got wine on my shirt}; there's {a stain on my blouse}",
    ),
    "bristles": (
        "scrub brush, broom, brush, hairbrush, toothbrush, toilet brush, dish brush, hand brush, bottle "
        "brush, paint brush, shoe brush, pastry brush, hair brush",
        "mop, comb, feather duster, dustpan, vacuum cleaner, makeup, rake, paint set, boot scraper, paint "
        "roller, doormat, mascara, nail polish, nail varnish, cactus, rug",
        "thing with bristles",
        "things with bristles",
        "bristly; with bristles",
        "",
    ),
    "water carrier": (
        "bucket, mop bucket, watering can",
        "pitcher, drink, bowl, cookware, canteen, cup, lab, thermos, petrol can, gas can, water, paint "
        "supply, garden tool, serveware, storage, cool box, bag, tupperware, package, vase, empty bottle, "
        "packaging waste, waste, food storage, -wicker basket, -cardboard box, -paper bag, -parcel, -letter, "
        "-postcard",
        "pail",
        "pails",
        "to carry water in; to fetch water from the well in",
        "the roof is leaking and i need something {to catch the drops}",
    ),
    "protect hands": (
        "rubber gloves, work gloves, garden gloves, disposable gloves, latex gloves, box of gloves",
        "oven mitt, oven gloves, warm wear, boxing gloves, baseball glove, baseball mitt, hand cream, leather "
        "gloves, baby mittens, tongs, -scarf, -wool hat, -beanie",
        "protective gloves",
        "protective gloves of any kind",
        "so my hands stay clean; to protect my hands at work",
        "i {want clean fingers while working}",
    ),
    "good smell": (
        "perfume, scented candle, incense sticks",
        "bouquet, bouquet of roses, rose, red rose, plant, cut flower, toiletry, spice, food, drink, brew "
        "supply, cleaning agent, makeup, candle, soap, herbal tea, lavender pot, baby supply, wreath, pine "
        "cone, mint plant, bunch of flowers, garden supply",
        "scented thing; fragrant thing",
        "scented things",
        "fragrant; scented; that gives off a nice scent",
        "it {stinks in here}",
    ),
    "stinky": (
        "rotten apple, rotten tomato, dirty diaper, fish bones, dirty socks",
        "fish, waste, food waste, mixed waste, packaging waste, dairy, garlic, onion, vegetable, chemical, "
        "cleaning agent, shoes, kimchi, egg, fishing, pet supply, clothing, sports gear, fitness gear, bait, "
        "nappy, diaper, paint supply, car supply, dirty rag, dirty towel, sauce, oil, alcohol, adhesive, "
        "meat, makeup, perfume, fertilizer, compost bag, garden supply, "
        "-glass, preserve, cat litter, litter box",
        "smelly thing; stinky thing",
        "smelly things",
        "smelly; stinky; that stinks",
        "",
    ),
    "fever": (
        "ibuprofen, paracetamol, aspirin, tylenol",
        "painkillers, medicine, cool pack, herbal tea, water, drink, washcloth, flannel, face cloth, first "
        "aid, -bandage, -band aids, -eye drops, -alcohol, -coffee, -energy drink, ice cubes, bag of ice",
        "fever reducer",
        "fever reducers",
        "against a fever; to bring my fever down",
        "i have {a fever}; the child {has a temperature}; my {forehead is burning}",
    ),
    "check fever": (
        "thermometer",
        "smartwatch, first aid kit, hospital, blood pressure cuff, watch",
        "",
        "",
        "to take my temperature with; to check for a fever",
        "i want to know {how high my fever is}",
    ),
    "swelling": (
        "ice pack, cool pack",
        "ice cubes, bag of ice, ointment, medicine, first aid, peas, popsicle, bandage, bandage roll, knee "
        "brace, crutches, frozen dessert, mobility aid, ice water, -hot water bottle, canned corn, cool box, "
        "-thermometer, -eye drops, spoon",
        "cold compress",
        "cold compresses",
        "to cool a bump; for a swollen ankle; against swelling",
        "i {bumped my head}; i {twisted my ankle}; my {knee is swollen}",
    ),
    "sore muscles": (
        "hot water bottle, ibuprofen, painkillers",
        "medicine, first aid, ice pack, cool pack, back brace, knee brace, mobility aid, foam roller, pillow, "
        "cushion, bubble bath, toiletry, travel item, medicine ball, resistance band, seat cushion, tennis "
        "ball, ball, yoga mat, exercise mat, fitness gear, bedding, alcohol, bath linen, herbal tea, -eye "
        "drops, -cough syrup, -cough drops, -throat lozenges, -nasal spray",
        "",
        "",
        "for my sore back; for tense shoulders; against sore muscles",
        "my {back hurts}; my {shoulders ache}",
    ),
    "upset stomach": (
        "antacid tablets, chamomile tea, fennel tea, peppermint tea",
        "herbal tea, medicine, water, tea, hot water bottle, toast, bread, crackers, rice, staple, banana, "
        "soups, drink, salty snack, apple, baking soda, vitamins, mints, -alcohol, -coffee, -energy drink, "
        "pretzel sticks, -cough drops, -eye drops, -bandage, -band aids, -nasal spray",
        "stomach remedy",
        "stomach remedies",
        "for an upset stomach; against nausea",
        "i have {a stomach ache}; my {tummy hurts}; i {ate too much}",
    ),
    "bleeding": (
        "plasters, box of plasters, sticking plasters, bandage, band aids, gauze, gauze pads, bandage roll, "
        "wound dressing, first aid kit",
        "medical tape, antiseptic wipes, antiseptic cream, ointment, tissues, pack of tissues, cleaning "
        "cloth, toilet paper, medicine, toiletry, cool pack, handkerchief, bath linen, adhesive, disposable "
        "gloves, latex gloves, cling film, ice pack, -aspirin, -ibuprofen, -vitamins, -cough syrup, "
        "-toothpaste, -toothbrush, -shampoo, used bandage, used plaster, hydrogen peroxide, disinfectant, "
        "hospital",
        "wound plaster; plaster or bandage",
        "plasters and bandages",
        "to bandage a wound with; for a scraped knee; to stop the bleeding",
        "i'm {bleeding}; i {scraped my knee}; she {grazed her elbow}",
    ),
    "cough": (
        "cough syrup, cough drops, throat lozenges",
        "honey, jar of honey, herbal tea, cold medicine, medicine, tea, drink, sweets, scarf, wool scarf, "
        "hard candy, lemon, soups, popsicle, salt, milk, lemons, -alcohol, -coffee, -soda, -energy drink, "
        "-band aids, -bandage, -eye drops, frozen dessert, mints, onion",
        "cough remedy",
        "cough remedies",
        "for a cough; against a sore throat; to soothe my throat",
        "i {keep coughing}; my {throat is sore}; i have {a sore throat}; i'm {hoarse}",
    ),
    "blow nose": (
        "tissues, tissue box, pack of tissues, handkerchief",
        "napkin, napkins, paper towel, paper towels, kitchen roll, roll of paper towels, toilet paper, toilet "
        "roll, roll of toilet paper, cleaning cloth, nasal spray, bib, medicine, wet wipes, baby wipes, used "
        "tissue, used tissues, clothing",
        "",
        "things for a runny nose",
        "for a runny nose; to blow my nose with; to sneeze into",
        "my {nose is running}; i {have to sneeze}; she's {crying her eyes out}",
    ),
    "have a cold": (
        "cold medicine, nasal spray, throat lozenges, cough drops, cough syrup, tissues, pack of tissues, tissue box",
        "medicine, herbal tea, tea, soups, sour fruit, orange, fruit, honey, jar of honey, scarf, wool scarf, "
        "vitamins, bedding, water, juice, hot water bottle, handkerchief, warm wear, drink, first aid, "
        "cleaning cloth, face masks, face mask, surgical mask, -alcohol, -soda, -bandage, -band aids, -eye "
        "drops, -antacid tablets",
        "cold remedy",
        "cold remedies",
        "to fight a cold; against a cold; for a bad cold",
        "i {caught a cold}; i have {the flu}",
    ),
    "hay fever": (
        "allergy pills",
        "nasal spray, eye drops, tissues, pack of tissues, tissue box, handkerchief, medicine, cold medicine, "
        "inhaler, face mask, face masks, respirator, sunglasses, surgical mask, dust mask, cleaning "
        "cloth, -bandage, -band aids, -antacid tablets, -cough syrup",
        "allergy remedy",
        "",
        "for hay fever; against allergies",
        "the {pollen is bad today}; my {allergies are acting up}",
    ),
    "sunburn": (
        "sunscreen, sun cream",
        "wear, accessory, umbrella, lotion, tarp, beach towel, toiletry, ointment, lip balm, baby clothes, "
        "face powder, foundation, tent, aloe plant, hand cream, -soap, -toothpaste, -toothbrush, -shampoo, "
        "-comb, -deodorant",
        "sun protection cream",
        "",
        "against sunburn; to rub on my skin before sunbathing",
        "i {burn easily}",
    ),
    "dry skin": (
        "lotion, hand cream",
        "lip balm, chapstick, ointment, sun cream, sunscreen, oil, conditioner, toiletry, coconut oil, "
        "makeup, antiseptic cream, -toothpaste, -toothbrush, -comb, -razor, -vinegar, -tampons, baby supply, "
        "aloe plant, water, butter",
        "skin cream",
        "skin creams",
        "for dry skin; moisturizing; to moisturize my hands",
        "my {skin is dry}; my {hands are rough}",
    ),
    "dry lips": (
        "lip balm, chapstick",
        "lipstick, lotion, hand cream, ointment, sunscreen, makeup, oil, coconut oil, honey, water, butter, "
        "drink, baby supply, -mascara, -eyeliner, -nail polish, -nail varnish",
        "lip care stick",
        "",
        "for chapped lips; for dry lips",
        "my {lips are cracked}",
    ),
    "wash hair": (
        "shampoo, bottle of shampoo, conditioner",
        "shower gel, body wash, soap, bar of soap, soap bar, liquid soap, towel, toiletry, hand soap, shower "
        "head, water, bubble bath, shower hose, vinegar, -toothpaste, -toothbrush, -dental floss, -deodorant, "
        "-razor, -tampons, -toilet paper, -toilet roll, -nail file, baby supply",
        "hair washing product",
        "hair washing products",
        "for washing my hair; for greasy hair",
        "my {hair is greasy}",
    ),
    "comb": (
        "comb, hairbrush, hair brush",
        "hair item, conditioner, makeup, brush, mirror, hair dryer, hairdryer, toiletry, -toothpaste, -toilet "
        "paper, -soap, -deodorant, -dental floss, -toothbrush",
        "hair grooming tool",
        "",
        "to comb my hair with; for tangled hair",
        "my {hair is a mess}; my {hair is all tangled}",
    ),
    "tie hair": (
        "hair tie, hair clip, hair band, scrunchie, bobby pins, barrette",
        "headband, rubber bands, hair bow, ribbon, string, hair rollers, hat, cap, pins, swim cap, paper "
        "clips, paper clip, scarf, beanie, clothespins, clothes pegs, baseball cap, party supply",
        "hair accessory",
        "hair accessories",
        "to tie my hair back with; to keep hair out of my face; for a ponytail",
        "my {hair keeps falling in my eyes}",
    ),
    "dry hair": (
        "hair dryer, hairdryer",
        "towel, bath towel, hand towel, bath linen, heat gun, gym towel, clean towel, hair rollers, stack of towels",
        "",
        "",
        "to dry my hair with; that blows hot air",
        "my {hair is soaking wet}",
    ),
    "shave": (
        "razor, shaving cream",
        "toiletry, towel, soap, lotion, sharp tool, mirror, scissors, -toothpaste, -toothbrush, -axe, -bread "
        "knife, -pizza cutter",
        "shaving item",
        "shaving things",
        "to shave with; for a smooth chin",
        "i need {a shave}; my {beard has got too long}",
    ),
    "soap": (
        "soap, hand soap, bar of soap, soap bar, liquid soap",
        "body wash, shower gel, dish soap, shampoo, washing up liquid, hand sanitizer, toiletry, soap "
        "bubbles, bubble bath, cleaning agent, wet wipes, baby wipes, bottle of shampoo, -toothpaste, "
        "-toothbrush, -comb, -toilet paper, -bleach, -fabric softener, -furniture polish, -drain cleaner, "
        "water, antiseptic wipes",
        "kind of soap",
        "soaps",
        "to get my hands clean; for dirty hands; that lathers for hand washing",
        "my hands are {all sticky}; i {touched raw chicken}",
    ),
    "shower": (
        "shampoo, bottle of shampoo, shower gel, body wash, soap, bar of soap, soap bar",
        "toiletry, bath linen, shower head, shower hose, washcloth, sponge, bathrobe, flip flops, hair item, "
        "swim cap, water, rubber duck, -toothpaste, -toothbrush, -dental floss, -toilet paper, -toilet roll, "
        "-roll of toilet paper, -perfume, -nail file, -tweezers, squeegee",
        "shower product",
        "shower products",
        "for the shower; to wash myself with; to lather myself with",
        "i want to {take a shower}; i'm {all sweaty and dirty}",
    ),
    "dry off": (
        "towel, bath towel, beach towel, hand towel, guest towel, clean towel, stack of towels",
        "gym towel, dirty towel, bathrobe, face cloth, washcloth, flannel, kitchen towel, cleaning cloth, "
        "dressing gown, hair dryer, hairdryer, bath linen, blanket, bedding, clothing, -shower curtain, -mop, "
        "-wet wipes, -sponge",
        "thing to dry off with",
        "things to dry off with",
        "to dry myself with; to dry off after a bath",
        "i'm {dripping wet}; i {just got out of the shower}",
    ),
    "dental care": (
        "toothbrush, toothpaste, dental floss, mouthwash",
        "toothpicks, chewing gum, toiletry, mints, water, cup, -shampoo, -soap, -deodorant, -comb, "
        "-hairbrush, -toilet paper, -perfume, -razor, -sunscreen",
        "thing for dental care",
        "things for dental care",
        "for dental care; for oral hygiene; against cavities",
        "",
    ),
    "makeup": (
        "makeup, -nail polish, -nail varnish",
        "nail polish, nail varnish, lip balm, chapstick, toiletry, mirror, hair item, costume, -soap, -toilet "
        "paper, -toothbrush, -toothpaste, -dental floss, -razor, -shaving cream, -towel",
        "cosmetic product; piece of makeup",
        "makeup; cosmetics",
        "cosmetic; to look pretty with on my face",
        "",
    ),
    "fingernails": (
        "nail polish, nail varnish, nail file",
        "scissors, makeup, acetone, hand cream, toiletry, tweezers, sharp tool, sandpaper, file, -toothbrush, "
        "-toothpaste, -shampoo, -axe, -bread knife",
        "nail care item",
        "things for a manicure",
        "for my fingernails; for a manicure",
        "my {nails are chipped}",
    ),
    "see better": (
        "reading glasses, glasses, magnifying glass",
        "contact lenses, binoculars, lighting, flashlight, microscope, eye drops, electronics, lab, candle, "
        "lantern, camera lens, safety glasses, sunglasses, safety goggles, swimming goggles, swim goggles, "
        "ski goggles, e-reader, -ipad",
        "seeing aid",
        "",
        "to see better with; to read small print with",
        "i {can barely read the small print}; everything looks {blurry to me}",
    ),
    "splinter": (
        "tweezers",
        "needle, sewing needle, pins, pliers, sharp tool, first aid, first aid kit, nail file, hand tool, "
        "medicine, -aspirin, -hammer, -cough syrup, magnifying glass, sewing",
        "",
        "",
        "to pull out a splinter; to pluck my eyebrows with",
        "i have a {splinter in my finger}",
    ),
    "mosquitoes": (
        "bug spray, insect repellent",
        "scented candle, incense sticks, clothing, curtain, tent, candle, plant, lotion, camping, toiletry, "
        "cleaning agent, oil, -shirt, landing net, fishing net, lavender pot",
        "mosquito spray",
        "",
        "against mosquitoes; to keep insects away",
        "the {mosquitoes are biting}; i keep {getting bitten}",
    ),
    "walking aid": (
        "crutches, walking stick, cane, walker, walking frame, rollator",
        "wheelchair cushion, knee brace, ski poles, umbrella, back brace, wrist brace, black umbrella, red "
        "umbrella, shoes, insoles, mobility aid, hospital",
        "walking aid",
        "walking aids",
        "to lean on when walking; for someone who walks badly",
        "i {can hardly walk}; grandpa {needs support to walk}",
    ),
    "pill": (
        "aspirin, painkillers, vitamins, ibuprofen, allergy pills, paracetamol, tylenol, headache tablets, "
        "antacid tablets, antibiotics, pill bottle, bottle of pills",
        "medicine, mints, first aid kit, cough drops, throat lozenges, -thermometer, -bandage, -band aids, "
        "-eye drops, -nasal spray, -ointment, -ice pack, -inhaler",
        "kind of pill; tablet to swallow",
        "pills; pills of any kind",
        "to swallow with water; in pill form",
        "",
    ),
    "mouth cover": (
        "surgical mask, face mask, face masks, dust mask, respirator",
        "scarf, wool scarf, handkerchief, hospital, safety gear, costume, wool, napkin, snorkel, -eye patch, "
        "-clown nose, -crown, -wig, -hard hat, -ear plugs, -earmuffs, -work gloves",
        "mask for mouth and nose",
        "masks for mouth and nose",
        "to cover my mouth and nose; against breathing in dust",
        "there's {so much dust in the air}",
    ),
    "too loud": (
        "ear plugs, earmuffs",
        "headphones, headset, ear warmers, earbuds, cotton swabs, pillow, helmet, neck pillow, wool, safety "
        "gear, electronics, warm wear",
        "ear protection",
        "ear protectors",
        "against noise; to protect my ears from noise",
        "it's {too loud in here}; the neighbours {are so noisy}; the {drilling hurts my ears}",
    ),
    "head cover": (
        "wool hat, beanie, woolly hat, bobble hat, winter hat, hat, cap, baseball cap, straw hat, sun hat, "
        "cowboy hat, rain hat, wizard hat, witch hat, pirate hat",
        "party hat, party hats, baby hat, helmet, sports gear, bike helmet, ski helmet, hard hat, headband, "
        "headphones, wig, crown, swim cap, ear warmers, headlamp, head torch, hair item, hoodie, scarf, "
        "headset, earmuffs, umbrella, winter sport, costume, rain gear, ski goggles, wool scarf",
        "piece of headgear; hat of any kind",
        "hats of any kind; headgear",
        "to wear on my head; to cover my head",
        "my {head is cold}",
    ),
    "cold hands": (
        "gloves, mittens, winter gloves, ski gloves, leather gloves, pair of gloves",
        "hot water bottle, work gloves, garden gloves, baby mittens, drink, cup, boxing gloves, safety gear, "
        "oven mitt, oven gloves, garden tool, warm wear, soups, -scarf, -wool scarf, -wool hat, -beanie, "
        "-woolly hat, -winter hat, -bobble hat, -ear warmers, -ice water, -soda, disposable gloves, latex "
        "gloves, rubber gloves",
        "thing to keep hands warm",
        "things to keep hands warm",
        "for cold hands; with fingers to wear",
        "my {hands are cold}; my {fingers are freezing}",
    ),
    "cold feet": (
        "socks, pair of socks, slippers",
        "shoes, dirty socks, tights, pair of tights, hot water bottle, bedding, rug, baby socks, booties, "
        "insoles, warm wear, underwear, baby shoes, baby clothes, leggings, bath mat, ski boots, safety "
        "boots, home textile, -sandals, -flip flops, -high heels, -scarf, -wool hat, -gloves, -mittens, "
        "-beanie, -winter gloves",
        "",
        "things for cold feet",
        "for cold feet; to keep my toes warm",
        "my {feet are cold}; the {floor is icy cold}",
    ),
    "keep dry": (
        "rain gear, rain boots, wellies",
        "coat, jacket, shoes, accessory, hoodie, clothing, tarp, tent, plastic bag, hat, cap, winter sport, "
        "wetsuit, ski boots, -t-shirt, -shorts, -slippers, -sandals, -glasses, -watch, -keys, -flip flops, "
        "-high heels, -pajamas, -socks, -bathrobe, -jeans",
        "thing for wet weather",
        "things for wet weather",
        "to keep me dry; for wet weather",
        "it's {pouring}; it {looks like rain}; i {hate getting wet}; the {forecast says showers}",
    ),
    "bright sun": (
        "sunglasses",
        "hat, cap, baseball cap, sun hat, straw hat, cowboy hat, glasses, ski goggles, curtain, curtains, "
        "blackout curtain, umbrella, rain gear, eye mask, sleep mask, accessory, safety glasses, swimming "
        "goggles, swim goggles, -keys, -car keys, -wallet, -ring, -belt",
        "",
        "",
        "to shield my eyes from the sun; with dark lenses",
        "the {sun is blinding me}; it's {too bright for my eyes}",
    ),
    "winter clothes": (
        "warm wear, coat",
        "sweater, jacket, clothing, shoes, underwear, ski boots, ski goggles, winter sport, blanket, ski "
        "helmet, baby clothes, rain gear, -t-shirt, -shorts, -tank top, -sandals, -flip flops, -high heels, "
        "-polo shirt, -boxers, -briefs, -panties, -bra",
        "winter garment; thing to wear in the snow",
        "winter clothes; things to wear in the snow",
        "for the snow to wear; to wear in winter",
        "it's {snowing}; it's {freezing outside}",
    ),
    "summer clothes": (
        "t-shirt, shorts, tank top, sandals, flip flops, sun hat, straw hat",
        "clothing, swimwear, shoes, accessory, underwear, -coat, -sweater, -hoodie, -jumper, -pullover, "
        "-cardigan, -sweatshirt, -boots, -rain boots, -wellies, -slippers, -hiking boots, -bathrobe, "
        "-dressing gown, -keys, -wallet, -passport",
        "summer garment",
        "summer clothes",
        "to wear in summer; airy to wear",
        "i'm {too warm in this sweater}",
    ),
    "bathing clothes": (
        "swimsuit, swimming trunks, bikini, swim shorts, bathing suit, swimming costume, board shorts",
        "swimwear, water sport, shorts, beach towel, underwear, flip flops, beach ball, bath linen, towel",
        "bathing garment",
        "bathing clothes",
        "to swim in; to wear at the pool",
        "i'm {going swimming}; i want to {jump in the lake}",
    ),
    "upper body": (
        "shirt, t-shirt, sweater, hoodie, blue shirt, white shirt, jumper, pullover, cardigan, sweatshirt, "
        "polo shirt, blouse, tank top, dress shirt",
        "jacket, coat, vest, dress, suit, tracksuit, undershirt, bra, sports bra, pajamas, bathrobe, dressing "
        "gown, rain gear, rash guard, wetsuit, underwear, lab coat, apron, baby clothes, bodysuit, safety "
        "gear, swimwear, scarf, -umbrella, -shorts, -boxers, -boxer shorts, -briefs, -panties, -underpants",
        "top to wear; shirt or sweater",
        "tops; shirts and sweaters",
        "for the upper body to wear; to wear above the waist",
        "",
    ),
    "legwear": (
        "pants, jeans, shorts, trousers, sweatpants",
        "leggings, skirt, tights, pair of tights, underwear, swimwear, tracksuit, suit, dress, long johns, "
        "pajamas, romper, baby clothes, socks, pair of socks, -bra, -sports bra, -undershirt, -swim cap",
        "pair of trousers",
        "trousers of any length",
        "with two legs to wear; to wear on my legs",
        "",
    ),
    "night clothes": (
        "pajamas, baby pajamas",
        "bathrobe, dressing gown, t-shirt, shorts, underwear, sleeping bag, slippers, socks, long johns, "
        "onesie, sweatpants, tracksuit, shirt, baby clothes, leggings, tank top, bedding, eye mask, sleep "
        "mask",
        "night garment",
        "night clothes",
        "to sleep in; to put on before bed",
        "i'm {getting ready for bed}",
    ),
    "formal wear": (
        "suit, tie, dress shirt, cufflinks",
        "leather shoes, high heels, dress, blouse, white shirt, jewelry, shirt, blue shirt, skirt, trousers, "
        "loafers, shoes, accessory, clothing, handbag, coat, -tracksuit, -sweatpants, -hoodie, -pajamas, "
        "-shorts, -tank top, -sweatshirt, -flip flops, -bathrobe, -dressing gown, -rain boots, -wellies, "
        "-slippers, -baseball cap, -dirty socks, makeup, perfume",
        "formal garment",
        "formal clothes",
        "formal; formal to wear; to wear to a job interview",
        "i'm {going to a wedding}; i have {a job interview}",
    ),
    "undergarment": (
        "underpants, boxers, boxer shorts, briefs, bra, sports bra, panties, undershirt, long johns, thermal underwear",
        "socks, tights, pair of tights, pair of socks, leggings, bodysuit, swimwear, dirty socks, tank top, "
        "shorts, baby clothes",
        "undergarment; piece of underwear",
        "undergarments",
        "to wear underneath my clothes; to wear under my trousers",
        "",
    ),
    "hold trousers": (
        "belt, leather belt, suspenders, braces",
        "money belt, rope, string, pins, cable ties, ribbon, zip ties, sewing kit, ball of string, sewing",
        "",
        "",
        "to hold my trousers up",
        "my {trousers keep slipping}; my {jeans are too loose}",
    ),
    "jewelry": (
        "jewelry, necklace, ring, bracelet",
        "watch, wristwatch, smartwatch, cufflinks, crown, accessory, gemstone, crystal, beads, hair item, key "
        "ring, tie, costume, -wallet, -purse, -passport, -keys, -belt, -cap",
        "piece of jewelry; trinket to wear",
        "jewelry; jewellery",
        "ornamental to wear; that sparkles on me",
        "",
    ),
    "muddy path": (
        "rain boots, wellies",
        "boots, hiking boots, work boots, safety boots, boot scraper, shoes, ski boots, -high heels, "
        "-slippers, -sandals, -flip flops, -leather shoes, -loafers, snowshoes",
        "boot for mud",
        "boots for mud",
        "for walking through mud; to jump in puddles with",
        "the path is {muddy}",
    ),
    "shine shoes": (
        "shoe polish, shoe brush",
        "cleaning cloth, shoe spray, brush, sponge, shoe care, scrub brush, -shoelaces, -shoehorn, -insoles, "
        "-mop, -tissue box, oil, coconut oil",
        "shoe cleaning thing",
        "shoe cleaning things",
        "to shine my shoes with; for scuffed leather shoes",
        "my {shoes are scuffed}",
    ),
    "creased clothes": (
        "steam iron, clothes iron",
        "ironing board, hair dryer, hairdryer, clothes hanger, coat hanger, electric kettle, water, "
        "appliance, hot water bottle, -rice cooker, -slow cooker, -waffle maker, -hand mixer, -stick blender",
        "iron for clothes",
        "",
        "to iron with; to get creases out of a shirt; to smooth a shirt with",
        "my {shirt is wrinkled}; my {blouse is creased}",
    ),
    "mend clothes": (
        "needle, sewing needle, thread, spool of thread, sewing kit",
        "sewing, scissors, adhesive, wool, craft, stapler, sharp tool, tape measure, measuring tape, button, "
        "-axe, -super glue, clothing",
        "sewing supply",
        "sewing supplies",
        "to mend clothes with; to darn a sock with",
        "my {button came off}; there's {a hole in my sock}; my {sleeve is torn}",
    ),
    "hang coat": (
        "clothes hanger, coat hanger, wire hanger, coat stand",
        "hooks, laundry supply, clothespins, clothes pegs, nails, wall plugs, drying rack",
        "hanger for clothes",
        "hangers for clothes",
        "to hang my coat on; so my jacket does not crease",
        "",
    ),
    "rest head": (
        "pillow, travel pillow, neck pillow",
        "cushion, seat cushion, bedding, soft toy, towel, bean bag, home textile, wear, wheelchair cushion, "
        "teddy bear, stuffed rabbit, plush elephant, travel item, toy, bath linen, -bed sheet, -fitted sheet, "
        "-flat sheet, -dice, -eye mask, -sleep mask, -binoculars, -doormat",
        "head rest",
        "",
        "to rest my head on; to put under my head",
        "i have {nothing under my head}",
    ),
    "cover at night": (
        "blanket, quilt, duvet, comforter, wool blanket, throw blanket",
        "bedspread, sleeping bag, sofa throw, flat sheet, bedding, coat, home textile, tarp, clothing, bath "
        "linen, -pillow, -pillowcase, -cushion, -fitted sheet, -mattress cover, -mattress protector",
        "bed cover",
        "bed covers",
        "to snuggle under; to cover me at night; to pull over me in bed",
        "i'm {cold in bed}",
    ),
    "bed linen": (
        "bed sheet, pillowcase, fitted sheet, flat sheet, set of sheets",
        "bedding, -pillow, -cushion, sleeping bag, sofa throw, home textile, -rug, -doormat",
        "piece of bed linen",
        "bed linen; sheets for the bed",
        "to make the bed with; to put on the mattress",
        "the {bed has not been made}",
    ),
    "fall asleep": (
        "eye mask, sleep mask, ear plugs, chamomile tea",
        "herbal tea, milk, medicine, bedding, soft toy, reading, earbuds, headphones, pajamas, blackout "
        "curtain, teddy bear, travel item, plaything, toy, drink, hot water bottle, night light, alcohol, "
        "lavender pot, baby supply, scented candle, incense sticks, eye drops, earmuffs, speaker, "
        "electronics, warm wear, banana, honey, clothing, -coffee, -energy drink, -soda, -espresso",
        "sleep aid",
        "sleep aids",
        "to help me sleep; so i sleep better",
        "i {have trouble falling asleep}; i {lie awake at night}",
    ),
    "keep light out": (
        "eye mask, sleep mask, blackout curtain",
        "curtain, curtains, sunglasses, hat, bedding, home textile, umbrella, scarf, tarp, accessory, hoodie, "
        "aluminium foil",
        "",
        "things that keep light out",
        "to keep the light out; for a dark bedroom",
        "it's {too bright to sleep}",
    ),
    "wake me": (
        "alarm clock",
        "electronics, watch, wristwatch, clock, wall clock, coffee, energy drink, egg timer, smartwatch, tea, "
        "whistle, stopwatch, drink, radio, music",
        "",
        "",
        "to wake me in the morning; that rings in the morning",
        "i {keep oversleeping}",
    ),
    "dark light": (
        "flashlight, torch, headlamp, head torch, lantern",
        "lighting, electronics, decor, candle, scented candle, tealights, fire starter, seasonal decor, "
        "birthday candles, led, battery, cable, camping, batteries, bike gear, -wreath, -vase, -monitor, "
        "-mouse, -keyboard, -painting, -poster, -figurine, -clock",
        "portable light; light to carry",
        "portable lights",
        "to find my way in the dark; to shine into a dark corner",
        "the {power is out}; i {want to see in the dark cellar}; it's {pitch black outside}",
    ),
    "lamp": (
        "table lamp, bedside lamp, reading lamp, night light",
        "lighting, lantern, flashlight, candle, light bulb, lightbulb, led bulb, led, christmas lights, "
        "scented candle, tealights, jack o lantern, bunsen burner",
        "kind of lamp",
        "lamps; lamps of any kind",
        "to read by in bed; to light up my bedside table",
        "it's {too dim to read}",
    ),
    "kind of candle": (
        "candle, scented candle, tealights, birthday candles",
        "advent wreath, lantern, candlestick, jack o lantern, incense sticks, advent calendar",
        "kind of candle",
        "candles of any kind",
        "with a wick; that burns with a small flame",
        "",
    ),
    "make flame": (
        "lighter, matches, box of matches, matchbox",
        "fire starter, candle, bunsen burner, camping stove, scented candle, magnifying glass, heat gun, "
        "tealights, -charcoal, -bag of charcoal, -firewood",
        "fire maker",
        "",
        "to light a candle with; that makes a flame",
        "the {candles are not lit}",
    ),
    "new bulb": (
        "light bulb, lightbulb, led bulb",
        "led, lighting, batteries, christmas lights, fuse, ladder, step ladder, stepladder, screwdriver, "
        "-torch, -headlamp, -head torch",
        "bulb for a lamp",
        "bulbs for a lamp",
        "to screw into a lamp; for a lamp that stays dark",
        "the {lamp burned out}",
    ),
    "for the bin": (
        "food waste, mixed waste, -broken toy, -sawdust, banana peel, apple core, used napkin, candy wrapper, "
        "chocolate wrapper, empty wrapper, eggshells, food scraps, dirty tissue, empty chip bag, empty bag of "
        "chips, used tea bag, used paper napkin, empty candy box, piece of trash, piece of rubbish",
        "any waste, package, paper things, dirty rag, empty bag, empty flower pot, batteries, battery, "
        "plastic bag, paper plate, paper cup, packet of seeds, cleaning cloth, napkin, craft, paper bag, "
        "empty jar, piece of driftwood, plastic cup, coupon, receipt, party supply",
        "bit of rubbish; piece of litter",
        "bits of rubbish; pieces of litter",
        "for the rubbish bin; to be thrown out; that can be thrown away",
        "",
    ),
    "recycling bin": (
        "empty can, empty bottle, empty plastic bottle, empty wine bottle, empty glass jar, crushed can, "
        "empty tin, empty soda can, empty beer can, empty soda bottle, old newspaper, crumpled newspaper, "
        "junk mail, old magazine, scrap paper",
        "waste, packaging waste, paper waste, package, paper things, drink, stationery, empty jar, jam jar, "
        "battery, batteries, electronics, craft, clothing, cable, computer part, paper bag, plastic bag, "
        "party supply, food storage, dish, cleaning agent, toiletry, preserve, sauce, machine part, advent "
        "calendar, broken glass, shards of glass, plastic cup, plastic bowl, shopping bag, -banana peel, "
        "-apple core, -used napkin, -eggshells, -food scraps, -dirty tissue, -dead leaves, -used tea bag, "
        "-used paper napkin, -old sponge, -lump of dirt",
        "recyclable item; thing for the recycling bin",
        "things for the recycling bin; recycling",
        "for the recycling bin; to put in the recycling",
        "",
    ),
    "paper rubbish": (
        "paper waste, crumpled paper, old newspaper",
        "empty box, wet cardboard, empty candy box, used napkin, used paper napkin, used tissue, used "
        "tissues, dirty tissue, used paper towel, package, reading, document, stationery, paper bag, paper "
        "plate, paper cup, napkin, napkins, cleaning cloth, empty milk carton, empty juice box, party supply, "
        "piece of trash, piece of rubbish, craft, advent calendar, empty wrapper, candy wrapper, chocolate "
        "wrapper, warehouse",
        "piece of waste paper",
        "waste paper; paper rubbish",
        "for the paper bin; papery and worthless",
        "",
    ),
    "organic rubbish": (
        "orange peel, potato peelings, apple cores, rotten apple, rotten tomato, banana peel, apple core, "
        "onion skins, food scraps, coffee grounds",
        "food waste, waste, plant, cut flower, dead leaves, used tea bag, eggshells, sawdust, brew supply, "
        "paper waste, cleaning cloth, garden supply, used napkin, used paper towel, used tissue, pine cone, "
        "firewood, kindling, compost bags, -empty can, -empty bottle, -broken glass, -candy wrapper, -empty "
        "chip bag, -old sponge, -empty soda bottle, -empty bag of chips, -honey, -soda",
        "kitchen scrap",
        "kitchen scraps; vegetable scraps",
        "for the organic bin; for the compost heap",
        "",
    ),
    "empties": (
        "empty can, empty bottle, empty plastic bottle, empty wine bottle, empty glass jar, empty tin, empty "
        "soda can, empty beer can, empty soda bottle",
        "crushed can, empty jar, empty juice box, empty milk carton, empty yogurt cup, empty box, empty candy "
        "box, empty chip bag, empty bag of chips, empty bag, empty flower pot, empty wrapper, jam "
        "jar, drink, bottle cap, piece of trash, piece of rubbish",
        "empty bottle or can; empty drinks container",
        "empties; empty bottles and cans",
        "that has been drunk up; to return for the deposit",
        "",
    ),
    "hazardous waste": (
        "batteries, battery, motor oil, engine oil, paint thinner",
        "electronics, cable, chemical, cleaning agent, medicine, lighting, paint supply, art, adhesive, fire "
        "starter, computer part, car supply, phone accessory, machine part, garden supply, waste, mixed "
        "waste, appliance, makeup, toiletry, bug spray, insect repellent, camping, power tool, toy, lab, oil, "
        "watch",
        "hazardous waste item",
        "hazardous waste",
        "too harmful for the household bin; toxic to throw in the household bin",
        "",
    ),
    "bin bag": (
        "garbage bags, trash bags, bin bags, bin liners, roll of bin bags, garbage bag, bin bag",
        "compost bags, recycling bag, plastic bag, carrier bag, shopping bag, grocery bag, paper bag, empty "
        "bag, bag, freezer bags",
        "bag for the rubbish",
        "bags for the rubbish",
        "to line the bin with; to collect the rubbish in",
        "the {bin has no bag}",
    ),
    "spoiled food": (
        "moldy bread, rotten apple, rotten tomato",
        "food waste, waste, blue cheese, kimchi, mixed waste",
        "spoiled food",
        "spoiled foods",
        "rotten; moldy or rotten; gone off",
        "",
    ),
}
