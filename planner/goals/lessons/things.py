"""Things of daily life by kind, and what is true of them: written for this project, by hand.

A concept is a set of kinds and things, and the ways in which people speak of it. Things of which a concept is arguable
are listed under ``maybe`` and never asked about.
"""

from dataclasses import dataclass
from functools import cache

_KINDS = {
    "soda": "coke, coke can, pepsi, pepsi bottle, sprite, fanta, lemonade can, ginger ale, root beer, cola bottle, "
    "orange soda, cherry cola, diet coke, 7up, tonic water, cream soda, lime soda can, dr pepper",
    "energy drink": "redbull, energy drink, monster can",
    "water": "water bottle, bottle of water, sparkling water, mineral water, glass of water, water jug, soda water can",
    "coffee": "coffee, espresso, cappuccino, iced coffee, latte, coffee cup, cold brew",
    "tea": "green tea, black tea, iced tea, tea bottle, earl grey tea",
    "herbal tea": "chamomile tea, peppermint tea",
    "juice": "orange juice, apple juice, grape juice, tomato juice, cranberry juice, carrot juice, mango juice box",
    "milk": "milk, milk carton, chocolate milk, oat milk, soy milk",
    "alcohol": "beer, beer can, red wine, bottle of wine, whiskey, champagne, cider, vodka",
    "other drink": "smoothie, hot chocolate, coconut water, lemonade, sports drink, kombucha",
    "fruit": "apple, green apple, banana, orange, pear, peach, plum, grapes, mango, kiwi, pineapple, watermelon, "
    "strawberry, cherries, blueberries, apricot, melon, tangerine, raspberries, nectarine, papaya",
    "sour fruit": "lemon, lime, grapefruit",
    "vegetable": "carrot, tomato, cucumber, onion, potato, broccoli, lettuce, cabbage, spinach, bell pepper, garlic, "
    "eggplant, zucchini, celery, corn, radish, mushroom, pumpkin, beetroot, leek, green beans, cauliflower, peas",
    "salty snack": "potato chips, chips, bag of chips, corn chips, tortilla chips, veggie chips, barbecue chips, "
    "pretzels, salted peanuts, popcorn, crackers, cheese crackers, nachos, salted almonds, pork rinds, pistachios, "
    "beef jerky, cheese puffs, pita chips, paprika chips, onion rings",
    "sweet snack": "chocolate bar, candy bar, candy, gummy bears, cookie, cookies, biscuits, brownie, donut, muffin, "
    "cupcake, lollipop, jelly beans, marshmallows, caramel, toffee, wafer, macaron, chewing gum, chocolate cake",
    "bar snack": "granola bar, protein bar, cereal bar, fruit bar, nut bar, energy bar",
    "nuts": "almonds, walnuts, cashews, hazelnuts, trail mix, peanuts",
    "bread": "bread, bagel, croissant, toast, baguette, bun, pita bread",
    "meat": "steak, chicken breast, ham, bacon, sausage, ground beef, turkey slices, salami, meatballs",
    "fish": "salmon, tuna can, shrimp, sardines, cod",
    "dairy": "cheese, yogurt, butter, cream, cottage cheese, cream cheese, mozzarella",
    "egg": "egg, eggs, boiled egg, egg carton",
    "meal": "sandwich, pizza, soup, pasta, rice bowl, burrito, salad, noodles, burger, hot dog, sushi, omelette, "
    "lasagna, vegetable soup, ham sandwich, cheese pizza",
    "staple": "rice, flour, oats, cereal, cornflakes, dry pasta, beans can, lentils, sugar bag",
    "sauce": "ketchup, mustard, mayonnaise, soy sauce, hot sauce, salsa, barbecue sauce, salad dressing, gravy, pesto",
    "sweet spread": "honey, jam, peanut butter, maple syrup, chocolate spread, marmalade",
    "spice": "salt, pepper, salt shaker, pepper mill, cinnamon, paprika, curry powder, chili powder, oregano, vanilla",
    "frozen dessert": "ice cream, popsicle, frozen yogurt",
    "dessert": "pudding, apple pie, cheesecake, jello",
    "oil": "olive oil, vinegar, cooking oil",
    "cup": "mug, red mug, blue mug, white mug, cup, coffee mug, glass, wine glass, paper cup, teacup, tumbler, "
    "green cup, plastic cup, beer mug",
    "plate": "plate, dinner plate, paper plate, saucer, platter, small plate, blue plate",
    "bowl": "bowl, salad bowl, soup bowl, red bowl, mixing bowl, green bowl, cereal bowl, glass bowl",
    "cutlery": "fork, spoon, teaspoon, chopsticks, plastic fork, butter knife, soup spoon, dessert spoon",
    "sharp tool": "knife, kitchen knife, bread knife, scissors, razor, box cutter, pizza cutter, steak knife, utility "
    "knife, peeler, garden shears",
    "cookware": "pot, pan, frying pan, saucepan, wok, baking tray, casserole dish, stockpot, skillet, baking pan",
    "kitchen tool": "spatula, ladle, whisk, cutting board, rolling pin, can opener, corkscrew, tongs, colander, strainer, "
    "measuring cup, bottle opener, grater, oven mitt, pastry brush, garlic press, potato masher",
    "cleaning cloth": "sponge, paper towel, paper towels, dish cloth, cleaning cloth, kitchen towel, rag, wet wipes, "
    "mop, napkin, napkins, tissues, tissue box",
    "cleaning tool": "broom, dustpan, brush, scrub brush, vacuum cleaner, bucket, feather duster, squeegee",
    "cleaning agent": "dish soap, detergent, bleach, glass cleaner, all purpose cleaner, drain cleaner, furniture polish, "
    "window spray, laundry powder, floor cleaner",
    "toiletry": "soap, hand soap, shampoo, toothbrush, toothpaste, comb, hairbrush, towel, lotion, deodorant, "
    "sunscreen, dental floss, cotton swabs, hand sanitizer, toilet paper, lip balm, shaving cream",
    "medicine": "aspirin, painkillers, pill bottle, cough syrup, vitamins, ibuprofen, allergy pills, eye drops, "
    "thermometer, bandage, band aids, first aid kit, ointment, ice pack",
    "hand tool": "hammer, screwdriver, wrench, pliers, tape measure, level, saw, drill, chisel, allen key, file, "
    "socket wrench, crowbar, mallet, clamp, staple gun, spirit level, hacksaw, cordless drill, phillips screwdriver",
    "fastener": "screws, nails, bolts, nuts and bolts, washers, screw box, zip ties, hooks, thumbtacks, rivets",
    "stationery": "pen, pencil, marker, eraser, ruler, stapler, notebook, notepad, sticky notes, paper clips, envelope, "
    "folder, binder, glue stick, highlighter, tape, scotch tape, crayon, sharpener, blue pen, red pen, calculator, "
    "printer paper, clipboard, whiteboard marker, stamp",
    "reading": "book, magazine, newspaper, novel, dictionary, comic book, cookbook, textbook, red book, blue book, "
    "history book, travel guide, green book",
    "electronics": "phone, smartphone, laptop, tablet, camera, headphones, earbuds, speaker, mouse, keyboard, monitor, "
    "e-reader, smartwatch, game controller, radio, webcam, microphone, flashlight, remote control, tv remote, drone",
    "cable": "charger, phone charger, usb cable, extension cord, batteries, power bank, hdmi cable, adapter, usb stick",
    "clothing": "shirt, t-shirt, sweater, jacket, coat, pants, jeans, dress, skirt, socks, hoodie, pajamas, tie, vest, "
    "blue shirt, white shirt, shorts",
    "warm wear": "scarf, gloves, wool hat, mittens, beanie",
    "shoes": "shoes, sneakers, boots, sandals, slippers, rain boots",
    "accessory": "hat, cap, belt, sunglasses, glasses, watch, necklace, ring, bracelet, wallet, purse, keys, car keys, "
    "passport",
    "rain gear": "umbrella, raincoat",
    "bag": "backpack, handbag, suitcase, tote bag, shopping bag, gym bag, lunch box, briefcase",
    "toy": "teddy bear, toy car, doll, lego bricks, puzzle, rubber duck, toy train, stuffed rabbit, building blocks, yo-yo, "
    "action figure, board game, dice, deck of cards, kite, toy truck, marbles, jigsaw puzzle, chess set, red block, "
    "blue block, green block, yellow block, plush elephant",
    "ball": "ball, tennis ball, basketball, soccer ball, football, baseball, golf ball, ping pong ball, volleyball",
    "sports gear": "tennis racket, baseball bat, dumbbell, yoga mat, jump rope, skateboard, frisbee, helmet, bike pump, "
    "golf club, hockey stick, kettlebell",
    "plant": "fern, cactus, orchid, rose bush, basil plant, bonsai, tulip, potted plant, ivy, aloe plant, succulent, "
    "tomato plant, sunflower, mint plant, palm, lavender pot",
    "garden tool": "rake, shovel, hose, watering can, trowel, wheelbarrow, hoe, garden gloves",
    "pet supply": "dog food, cat food, dog leash, pet bowl, cat toy, dog toy, bird seed, chew bone, fish food",
    "bedding": "pillow, blanket, bed sheet, quilt, pillowcase, duvet, cushion",
    "decor": "vase, candle, picture frame, clock, figurine, alarm clock, snow globe, mirror, wreath, lantern",
    "music": "guitar, violin, flute, drum, harmonica, trumpet, ukulele, tambourine",
    "art": "paint brush, watercolors, canvas, paint can, sketchbook, clay, oil paints, colored pencils, chalk",
    "lab": "beaker, test tube, petri dish, pipette, flask, microscope slide, sample vial, safety goggles, lab coat, "
    "centrifuge tube, reagent bottle, syringe, graduated cylinder",
    "package": "parcel, cardboard box, letter, package, crate, pallet, small box, large box, gift box, postcard, red crate, "
    "blue crate, shipping box, barrel",
    "waste": "banana peel, apple core, empty can, empty bottle, crumpled paper, used napkin, candy wrapper, broken glass, "
    "eggshells, old newspaper, food scraps, dirty tissue, empty chip bag, dead leaves, empty box, used tea bag",
    "machine part": "gear, bearing, spring, piston, fuse, circuit board, motor, gearbox, valve, gasket, pulley, "
    "spark plug, copper pipe, steel rod, wire spool, pcb, sensor, axle",
}
"""Kind -> its things."""

_GROUPS = {
    "drink": "soda, energy drink, water, coffee, tea, herbal tea, juice, milk, alcohol, other drink",
    "any fruit": "fruit, sour fruit",
    "produce": "fruit, sour fruit, vegetable",
    "snack": "salty snack, sweet snack, bar snack, nuts",
    "food": "fruit, sour fruit, vegetable, salty snack, sweet snack, bar snack, nuts, bread, meat, fish, dairy, egg, "
    "meal, staple, sauce, sweet spread, spice, frozen dessert, dessert, oil",
    "dish": "cup, plate, bowl",
    "tableware": "cup, plate, bowl, cutlery",
    "kitchenware": "cup, plate, bowl, cutlery, cookware, kitchen tool",
    "tool": "hand tool, garden tool",
    "cleaning supply": "cleaning cloth, cleaning tool, cleaning agent",
    "clothes": "clothing, warm wear",
    "wear": "clothing, warm wear, shoes, accessory, rain gear",
    "plaything": "toy, ball",
}


@dataclass(frozen=True)
class Concept:
    """Something that is true of some things: of a kind or group, or listed."""

    name: str
    true: frozenset[str]
    maybe: frozenset[str]
    singular: tuple[str, ...]
    """Said with ``a``: ``salty snack``; the words that a goal quotes."""
    plural: tuple[str, ...]
    something: tuple[str, ...]
    """Said after ``something``: ``salty``, ``to drink``."""
    need: tuple[str, ...]
    """Whole sentences that ask for it, the quoted words between braces: ``I'm {thirsty}``."""


def kinds() -> dict[str, tuple[str, ...]]:
    """Kind -> its things."""
    return {kind: tuple(name.strip() for name in names.split(",")) for kind, names in _KINDS.items()}


@cache
def kind_of() -> dict[str, str]:
    """Thing -> its kind."""
    return {name: kind for kind, names in kinds().items() for name in names}


def members(expression: str) -> frozenset[str]:
    """The things of a comma-separated list of kinds, groups and names; a leading ``-`` takes away."""
    found: set[str] = set()
    table = kinds()
    for part in filter(None, (piece.strip() for piece in expression.split(","))):
        name = part.removeprefix("-").strip()
        if name in _GROUPS:
            named = members(_GROUPS[name])
        elif name in table:
            named = frozenset(table[name])
        else:
            named = frozenset({name})
        found = found - named if part.startswith("-") else found | named
    return frozenset(found)
