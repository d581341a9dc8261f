"""The table of things of daily life by kind: written for this project, by hand."""

KINDS = {
    "soda": (
        "coke, coke can, pepsi, pepsi bottle, sprite, fanta, lemonade can, ginger ale, root beer, cola bottle, orange "
        "soda, cherry cola, diet coke, 7up, tonic water, cream soda, lime soda can, dr pepper, soda can, soda bottle, "
        "grape soda, lemon soda, cherry soda, ginger beer, pepsi can, cola can, bottle of coke, can of coke"
    ),
    "energy drink": (
        "redbull, energy drink, monster can, energy drink can, energy shot, rockstar can, can of redbull, monster "
        "energy"
    ),
    "water": (
        "water bottle, bottle of water, sparkling water, mineral water, glass of water, water jug, soda water can, "
        "still water, tap water, spring water, cup of water, bottled water, ice water, carafe of water, pitcher of "
        "water, glass of ice water"
    ),
    "coffee": (
        "coffee, espresso, cappuccino, iced coffee, latte, coffee cup, cold brew, americano, macchiato, flat white, "
        "mocha, filter coffee, black coffee, iced latte, cup of coffee"
    ),
    "tea": (
        "green tea, black tea, iced tea, tea bottle, earl grey tea, oolong tea, jasmine tea, white tea, chai tea, "
        "breakfast tea, cup of tea, pot of tea, bubble tea"
    ),
    "herbal tea": (
        "chamomile tea, peppermint tea, rooibos tea, fruit tea, ginger tea, fennel tea, rosehip tea, lemon balm tea, "
        "hibiscus tea"
    ),
    "juice": (
        "orange juice, apple juice, grape juice, tomato juice, cranberry juice, carrot juice, mango juice box, "
        "pineapple juice, pear juice, cherry juice, grapefruit juice, beet juice, vegetable juice, juice box, "
        "pomegranate juice, glass of orange juice, carton of apple juice"
    ),
    "milk": (
        "milk, milk carton, chocolate milk, oat milk, soy milk, whole milk, skim milk, bottle of milk, glass of milk, "
        "almond milk, rice milk, strawberry milk, banana milk, carton of milk"
    ),
    "alcohol": (
        "beer, beer can, red wine, bottle of wine, whiskey, champagne, cider, vodka, rum, gin, tequila, white wine, "
        "rose wine, prosecco, beer bottle, lager, bottle of whiskey, six pack of beer"
    ),
    "other drink": (
        "smoothie, hot chocolate, coconut water, lemonade, sports drink, kombucha, decaf coffee, malt drink, "
        "milkshake, strawberry milkshake, vanilla milkshake, protein shake, fruit punch, lassi, cup of cocoa"
    ),
    "fruit": (
        "apple, green apple, banana, orange, pear, peach, plum, grapes, mango, kiwi, pineapple, watermelon, "
        "strawberry, cherries, blueberries, apricot, melon, tangerine, raspberries, nectarine, papaya, red apple, "
        "mandarin, clementine, satsuma, blood orange, blackberries, gooseberries, red currants, watermelon slice, "
        "strawberries, bunch of bananas, bag of apples"
    ),
    "sour fruit": (
        "lemon, lime, grapefruit, lemons, lemon slices, lime wedges, half a lemon, kumquat, bag of lemons, key lime"
    ),
    "vegetable": (
        "carrot, tomato, cucumber, onion, potato, broccoli, lettuce, cabbage, spinach, bell pepper, garlic, eggplant, "
        "zucchini, celery, corn, radish, mushroom, pumpkin, beetroot, leek, green beans, cauliflower, peas, sweet "
        "potato, red onion, spring onion, scallions, shallot, asparagus, brussels sprouts, kale, cherry tomatoes, "
        "avocado, carrot sticks, aubergine, courgette, sweetcorn, head of lettuce, bag of potatoes"
    ),
    "salty snack": (
        "potato chips, chips, bag of chips, corn chips, tortilla chips, veggie chips, barbecue chips, pretzels, "
        "salted peanuts, popcorn, crackers, cheese crackers, nachos, salted almonds, pork rinds, pistachios, beef "
        "jerky, cheese puffs, pita chips, paprika chips, onion rings, crisps, packet of crisps, salt and vinegar "
        "crisps, cheese and onion crisps, bag of pretzels, pretzel sticks, salted cashews, bombay mix, rice crackers, "
        "bag of popcorn, bowl of chips"
    ),
    "sweet snack": (
        "chocolate bar, candy bar, candy, gummy bears, cookie, cookies, biscuits, brownie, donut, muffin, cupcake, "
        "lollipop, jelly beans, marshmallows, caramel, toffee, wafer, macaron, chewing gum, chocolate cake, chocolate "
        "chip cookie, oatmeal cookie, sugar cookies, gingerbread man, shortbread, oreos, jaffa cakes, ginger snaps, "
        "digestive biscuits, doughnut, packet of biscuits"
    ),
    "bar snack": (
        "granola bar, protein bar, cereal bar, fruit bar, nut bar, energy bar, muesli bar, oat bar, date bar, peanut "
        "bar, almond bar, box of granola bars, coconut bar, breakfast bar"
    ),
    "nuts": (
        "almonds, walnuts, cashews, hazelnuts, trail mix, peanuts, pecans, macadamia nuts, brazil nuts, mixed nuts, "
        "pine nuts, chestnuts, sunflower seeds, pumpkin seeds, bag of nuts, can of peanuts"
    ),
    "bread": (
        "bread, bagel, croissant, toast, baguette, bun, pita bread, sliced bread, white bread, brown bread, rye "
        "bread, sourdough bread, garlic bread, naan bread, flatbread, loaf of bread, slice of bread"
    ),
    "meat": (
        "steak, chicken breast, ham, bacon, sausage, ground beef, turkey slices, salami, meatballs, pork chop, lamb "
        "chops, roast beef, roast chicken, chicken legs, chicken wings, chicken drumsticks, turkey breast, mince, leg "
        "of lamb, packet of bacon"
    ),
    "fish": (
        "salmon, tuna can, shrimp, sardines, cod, trout, mackerel, haddock, tuna steak, smoked salmon, crab, lobster, "
        "mussels, prawns, tin of tuna"
    ),
    "dairy": (
        "cheese, yogurt, butter, cream, cottage cheese, cream cheese, mozzarella, cheddar, cheddar cheese, parmesan, "
        "feta, brie, camembert, goat cheese, blue cheese, greek yogurt, block of cheese, tub of butter"
    ),
    "egg": (
        "egg, eggs, boiled egg, egg carton, fried egg, scrambled eggs, hard boiled egg, poached egg, box of eggs, "
        "dozen eggs, quail eggs, carton of eggs"
    ),
    "meal": (
        "sandwich, pizza, pasta, rice bowl, burrito, salad, noodles, burger, hot dog, sushi, omelette, lasagna, ham "
        "sandwich, cheese pizza, tacos, quesadilla, enchiladas, fajitas, chili con carne, curry, chicken curry, "
        "vegetable curry, fried rice, ramen, spring rolls, dumplings, falafel, kebab, macaroni and cheese, pepperoni "
        "pizza, fish and chips, cheeseburger, caesar salad, pancakes, waffles"
    ),
    "side dish": (
        "french fries, fries, mashed potatoes, baked potato, jacket potato, roast potatoes, hash browns, potato "
        "salad, coleslaw, side salad, bag of fries"
    ),
    "soups": (
        "soup, vegetable soup, tomato soup, chicken soup, chicken noodle soup, miso soup, clam chowder, pea soup, "
        "lentil soup, onion soup, bowl of soup, cup of soup"
    ),
    "meat substitute": ("tofu, tempeh, seitan, veggie sausage, veggie mince, vegan nuggets, soy chunks, smoked tofu"),
    "staple": (
        "rice, flour, oats, cereal, cornflakes, dry pasta, beans can, lentils, sugar bag, white rice, brown rice, "
        "basmati rice, bag of rice, quinoa, couscous, bulgur, spaghetti, box of cereal, bag of flour"
    ),
    "baking supply": (
        "baking powder, baking soda, yeast, cocoa powder, cornstarch, icing sugar, sprinkles, chocolate chips, food "
        "coloring, cake mix"
    ),
    "brew supply": (
        "ground coffee, coffee beans, instant coffee, coffee pods, coffee capsules, tea bags, box of tea, loose tea, "
        "cocoa mix, coffee bag, jar of instant coffee"
    ),
    "preserve": (
        "canned tomatoes, chopped tomatoes, baked beans, canned corn, canned peaches, canned soup, can of beans, tin "
        "of beans, tin of soup, tin of tomatoes, pickles, olives, kimchi, jar of olives, jar of pickles"
    ),
    "dried fruit": (
        "raisins, dried apricots, prunes, dates, dried mango, banana chips, dried figs, dried cranberries, sultanas, "
        "apple rings, box of raisins"
    ),
    "sweets": (
        "hard candy, candy cane, gummy worms, sour worms, jelly babies, wine gums, licorice, cotton candy, "
        "candyfloss, fudge, mints, bag of sweets, bag of candy"
    ),
    "chocolates": (
        "dark chocolate, milk chocolate, white chocolate, box of chocolates, chocolate truffles, chocolate egg, "
        "easter egg, chocolate coins, snickers bar, mars bar, bar of chocolate"
    ),
    "cake": (
        "birthday cake, carrot cake, lemon cake, pound cake, sponge cake, slice of cake, piece of cake, cheesecake "
        "slice, fruit cake, red velvet cake"
    ),
    "sauce": (
        "ketchup, mustard, mayonnaise, soy sauce, hot sauce, salsa, barbecue sauce, salad dressing, gravy, pesto, "
        "tartar sauce, tomato sauce, pasta sauce, chili sauce, sweet chili sauce, sriracha, tabasco, teriyaki sauce, "
        "guacamole, hummus, bottle of ketchup, jar of mayonnaise"
    ),
    "sweet spread": (
        "honey, jam, peanut butter, maple syrup, chocolate spread, marmalade, strawberry jam, raspberry jam, nutella, "
        "hazelnut spread, almond butter, grape jelly, golden syrup, treacle, jar of honey, jar of jam"
    ),
    "spice": (
        "salt, pepper, salt shaker, pepper mill, cinnamon, paprika, curry powder, chili powder, oregano, vanilla, "
        "black pepper, white pepper, sea salt, table salt, garlic powder, onion powder, cumin, turmeric"
    ),
    "frozen dessert": (
        "ice cream, popsicle, frozen yogurt, vanilla ice cream, chocolate ice cream, strawberry ice cream, ice lolly, "
        "ice cream cone, sorbet, gelato, ice cream sandwich, tub of ice cream"
    ),
    "dessert": (
        "pudding, apple pie, cheesecake, jello, tiramisu, panna cotta, creme brulee, chocolate mousse, chocolate "
        "pudding, rice pudding, custard, apple crumble, fruit salad, jelly"
    ),
    "oil": (
        "olive oil, vinegar, cooking oil, sunflower oil, vegetable oil, coconut oil, sesame oil, balsamic vinegar, "
        "apple cider vinegar, white vinegar, bottle of oil, bottle of olive oil, bottle of vinegar"
    ),
    "baby food": (
        "baby formula, fruit puree, jar of baby food, baby cereal, baby milk, teething biscuit, food pouch, carrot "
        "puree, baby rice, banana puree"
    ),
    "cup": (
        "mug, red mug, blue mug, white mug, cup, coffee mug, glass, wine glass, paper cup, teacup, tumbler, green "
        "cup, plastic cup, beer mug, travel mug, coffee tumbler, shot glass, champagne glass, champagne flute, "
        "cocktail glass, water glass, beer glass"
    ),
    "plate": (
        "plate, dinner plate, paper plate, saucer, platter, small plate, blue plate, side plate, dessert plate, "
        "serving plate, salad plate, soup plate, ceramic plate, plastic plate, red plate, stack of plates"
    ),
    "bowl": (
        "bowl, salad bowl, soup bowl, red bowl, mixing bowl, green bowl, cereal bowl, glass bowl, fruit bowl, small "
        "bowl, large bowl, blue bowl, yellow bowl, wooden bowl, plastic bowl, ceramic bowl, stack of bowls"
    ),
    "cutlery": (
        "fork, spoon, teaspoon, chopsticks, plastic fork, butter knife, soup spoon, dessert spoon, tablespoon, "
        "plastic spoon, plastic knife, serving spoon, dessert fork, salad fork, cake fork, spork"
    ),
    "serveware": (
        "serving tray, cake stand, cheese board, gravy boat, sugar bowl, butter dish, teapot, coffee pot, milk jug, "
        "pitcher"
    ),
    "sharp tool": (
        "knife, kitchen knife, bread knife, scissors, razor, box cutter, pizza cutter, steak knife, utility knife, "
        "peeler, garden shears, chef knife, carving knife, paring knife, fruit knife, cleaver, craft knife, stanley "
        "knife, pocket knife, secateurs, axe, cheese knife, potato peeler"
    ),
    "cookware": (
        "pot, pan, frying pan, saucepan, wok, baking tray, casserole dish, stockpot, skillet, baking pan, saute pan, "
        "grill pan, griddle, roasting pan, cake pan, loaf pan, muffin tin, pie dish"
    ),
    "kitchen tool": (
        "spatula, ladle, whisk, cutting board, rolling pin, can opener, corkscrew, tongs, colander, strainer, "
        "measuring cup, bottle opener, grater, oven mitt, pastry brush, garlic press, potato masher, wooden spoon, "
        "slotted spoon, cheese grater, box grater, sieve, funnel, tin opener, egg timer, kitchen scale, chopping "
        "board, oven gloves, toothpicks"
    ),
    "food storage": (
        "cling film, plastic wrap, aluminium foil, aluminum foil, tin foil, baking paper, parchment paper, wax paper, "
        "freezer bags, ziploc bags, sandwich bags, tupperware, jam jar, thermos, empty jar"
    ),
    "appliance": (
        "hair dryer, hairdryer, steam iron, clothes iron, electric kettle, hand mixer, stick blender, waffle maker, "
        "rice cooker, slow cooker"
    ),
    "cleaning cloth": (
        "sponge, paper towel, paper towels, dish cloth, cleaning cloth, kitchen towel, rag, wet wipes, mop, napkin, "
        "napkins, tissues, tissue box, microfiber cloth, dish towel, tea towel, kitchen roll, roll of paper towels, "
        "cleaning rag, cleaning wipes, disinfectant wipes, dirty rag, pack of tissues"
    ),
    "cleaning tool": (
        "broom, dustpan, brush, scrub brush, vacuum cleaner, bucket, feather duster, squeegee, hand brush, dish "
        "brush, toilet brush, bottle brush, lint roller, mop bucket, handheld vacuum, plunger, rubber gloves, hoover"
    ),
    "cleaning agent": (
        "dish soap, detergent, bleach, glass cleaner, all purpose cleaner, drain cleaner, furniture polish, window "
        "spray, laundry powder, floor cleaner, washing up liquid, dishwasher tablets, fabric softener, stain remover, "
        "oven cleaner, toilet cleaner, limescale remover, disinfectant, bottle of bleach, bottle of detergent"
    ),
    "laundry supply": (
        "clothespins, clothes pegs, laundry basket, laundry bag, ironing board, clothes hanger, coat hanger, drying "
        "rack, peg bag, wire hanger"
    ),
    "toiletry": (
        "soap, hand soap, shampoo, toothbrush, toothpaste, comb, hairbrush, towel, lotion, deodorant, sunscreen, "
        "dental floss, cotton swabs, hand sanitizer, toilet paper, lip balm, shaving cream, bar of soap, soap bar, "
        "liquid soap, shower gel, body wash, bubble bath, conditioner, mouthwash, hand cream, sun cream, toilet roll, "
        "chapstick, tampons, nail file, tweezers, perfume, roll of toilet paper, bottle of shampoo"
    ),
    "makeup": (
        "lipstick, mascara, eyeliner, eye shadow, foundation, concealer, blush, face powder, nail polish, nail varnish"
    ),
    "hair item": (
        "hair clip, hair tie, hair band, headband, scrunchie, bobby pins, hair brush, hair rollers, hair bow, barrette"
    ),
    "medicine": (
        "aspirin, painkillers, pill bottle, cough syrup, vitamins, ibuprofen, allergy pills, eye drops, thermometer, "
        "paracetamol, tylenol, headache tablets, cold medicine, cough drops, throat lozenges, nasal spray, antacid "
        "tablets, antibiotics, inhaler, bottle of pills"
    ),
    "first aid": (
        "bandage, band aids, first aid kit, ointment, ice pack, plasters, box of plasters, sticking plasters, gauze, "
        "gauze pads, bandage roll, medical tape, antiseptic wipes, antiseptic cream, wound dressing, hot water "
        "bottle, cool pack"
    ),
    "hand tool": (
        "hammer, screwdriver, wrench, pliers, tape measure, level, saw, drill, chisel, allen key, file, socket "
        "wrench, crowbar, mallet, clamp, staple gun, spirit level, hacksaw, cordless drill, phillips screwdriver, "
        "spanner, adjustable wrench, monkey wrench, claw hammer, sledgehammer, rubber mallet, screwdriver set, flat "
        "screwdriver, measuring tape, tool bag"
    ),
    "power tool": (
        "electric drill, circular saw, jigsaw, angle grinder, sander, belt sander, heat gun, hot glue gun, nail gun, "
        "impact driver"
    ),
    "fastener": (
        "screws, nails, bolts, nuts and bolts, washers, screw box, zip ties, hooks, thumbtacks, rivets, wood screws, "
        "box of screws, box of nails, bag of screws, wall plugs, hex bolts, wing nuts, hex nuts, cable ties, drawing "
        "pins, rubber bands"
    ),
    "building material": (
        "brick, bricks, plank, wooden board, plywood sheet, drywall sheet, bag of cement, roof tile, floor tile, "
        "ceramic tiles, door handle, door knob, padlock, bag of gravel, bag of sand"
    ),
    "paint supply": (
        "paint roller, paint tray, masking tape, painters tape, sandpaper, primer, wood stain, varnish, paint "
        "thinner, white paint, tin of paint, bucket of paint"
    ),
    "adhesive": (
        "super glue, glue, wood glue, glue gun sticks, duct tape, gaffer tape, packing tape, double sided tape, "
        "electrical tape, parcel tape, roll of tape, tube of glue"
    ),
    "plumbing": (
        "pipe fitting, plastic pipe, faucet, tap, shower head, drain plug, sink plug, pipe clamp, elbow joint, shower "
        "hose"
    ),
    "safety gear": (
        "hard hat, safety glasses, ear plugs, earmuffs, dust mask, respirator, high visibility vest, reflective vest, "
        "work gloves, safety boots"
    ),
    "stationery": (
        "pen, pencil, marker, eraser, ruler, stapler, notebook, notepad, sticky notes, paper clips, envelope, folder, "
        "binder, glue stick, highlighter, tape, scotch tape, crayon, sharpener, blue pen, red pen, calculator, "
        "printer paper, clipboard, whiteboard marker, stamp, sellotape, ballpoint pen, fountain pen, gel pen, black "
        "pen, green pen, felt tip pen, mechanical pencil, permanent marker, pencil case, pencil sharpener, rubber, "
        "paper clip, post-it notes, ring binder, diary, pencils, pens, crayons, ream of paper, sheet of paper"
    ),
    "school item": (
        "protractor, compass, set square, school bag, blackboard eraser, flash cards, whiteboard, globe, school book, "
        "math book"
    ),
    "reading": (
        "book, magazine, newspaper, novel, dictionary, comic book, cookbook, textbook, red book, blue book, history "
        "book, travel guide, green book, paperback, hardback, storybook, picture book, bedtime book, fairy tale book, "
        "poetry book, biography, comic, brochure, leaflet, stack of books"
    ),
    "document": (
        "invoice, receipt, contract, bill, form, map, ticket, train ticket, plane ticket, bus ticket, shopping list, "
        "voucher, coupon"
    ),
    "electronics": (
        "phone, smartphone, laptop, tablet, camera, headphones, earbuds, speaker, mouse, keyboard, monitor, e-reader, "
        "smartwatch, game controller, radio, webcam, microphone, remote control, tv remote, drone, mobile phone, cell "
        "phone, ipad, iphone, digital camera, video camera, gaming console, game console, bluetooth speaker, walkie "
        "talkie, record player, headset"
    ),
    "computer part": (
        "usb stick, hard drive, external hard drive, usb drive, memory stick, flash drive, memory card, sd card, "
        "graphics card, ram module, motherboard"
    ),
    "phone accessory": (
        "phone case, phone holder, screen protector, selfie stick, tripod, camera lens, camera bag, laptop sleeve, "
        "laptop bag, tablet cover"
    ),
    "cable": (
        "charger, phone charger, usb cable, extension cord, power bank, hdmi cable, adapter, usb charger, charging "
        "cable, laptop charger, power cord, power cable, power strip, extension lead, extension cable, ethernet "
        "cable, wireless charger, plug adapter"
    ),
    "battery": (
        "batteries, battery, aa batteries, aaa batteries, pack of batteries, rechargeable batteries, button battery, "
        "camera battery, car battery, drill battery, battery pack"
    ),
    "lighting": (
        "flashlight, torch, headlamp, head torch, light bulb, lightbulb, led bulb, table lamp, bedside lamp, reading "
        "lamp, night light"
    ),
    "fire starter": (
        "lighter, matches, box of matches, matchbox, firelighters, charcoal, bag of charcoal, firewood, kindling, "
        "lighter fluid"
    ),
    "clothing": (
        "shirt, t-shirt, sweater, jacket, coat, pants, jeans, dress, skirt, socks, hoodie, pajamas, tie, vest, blue "
        "shirt, white shirt, shorts, jumper, pullover, cardigan, sweatshirt, polo shirt, blouse, tank top, dress "
        "shirt, leggings, tights, suit, trousers, sweatpants, tracksuit, bathrobe, dressing gown, apron, pair of "
        "socks, dirty socks"
    ),
    "underwear": (
        "underpants, boxers, boxer shorts, briefs, bra, sports bra, panties, undershirt, long johns, thermal "
        "underwear, pair of tights"
    ),
    "swimwear": (
        "swimsuit, swimming trunks, bikini, swim shorts, bathing suit, swim cap, swimming costume, board shorts, rash "
        "guard, wetsuit"
    ),
    "warm wear": (
        "scarf, gloves, wool hat, mittens, beanie, woolly hat, winter gloves, wool scarf, ear warmers, bobble hat, "
        "ski gloves, leather gloves, winter hat, pair of gloves"
    ),
    "shoes": (
        "shoes, sneakers, boots, sandals, slippers, rain boots, trainers, running shoes, hiking boots, high heels, "
        "flip flops, leather shoes, loafers, work boots, wellies, pair of shoes"
    ),
    "shoe care": "shoe polish, shoelaces, shoe brush, insoles, shoehorn, shoe spray, boot scraper",
    "accessory": (
        "hat, cap, belt, sunglasses, glasses, watch, necklace, ring, bracelet, wallet, purse, keys, car keys, "
        "passport, baseball cap, straw hat, sun hat, cowboy hat, leather belt, reading glasses, wristwatch, "
        "cufflinks, suspenders, braces, house keys, bunch of keys, key ring, handkerchief, contact lenses"
    ),
    "jewelry": (
        "earrings, gold ring, wedding ring, pearl necklace, silver bracelet, brooch, pendant, gold chain, ankle "
        "bracelet, engagement ring"
    ),
    "money": (
        "coin, coins, banknote, cash, credit card, debit card, gift card, bank card, dollar bill, jar of coins, "
        "cheque, library card, driving licence, driver license"
    ),
    "rain gear": (
        "umbrella, raincoat, rain jacket, rain poncho, folding umbrella, black umbrella, rain hat, small umbrella, "
        "red umbrella, waterproof jacket"
    ),
    "bag": (
        "backpack, handbag, suitcase, tote bag, shopping bag, gym bag, lunch box, briefcase, paper bag, plastic bag, "
        "shoulder bag, sports bag, laptop backpack, duffel bag, carrier bag, grocery bag, rucksack, bum bag, fanny "
        "pack, cooler bag, cool bag, empty bag"
    ),
    "luggage": (
        "trolley case, carry-on bag, travel bag, holdall, small suitcase, large suitcase, red suitcase, blue "
        "suitcase, luggage trunk, wheeled suitcase"
    ),
    "travel item": (
        "luggage tag, neck pillow, eye mask, sleep mask, travel pillow, passport holder, money belt, packing cubes, "
        "road map, city map, binoculars"
    ),
    "toy": (
        "toy car, doll, lego bricks, rubber duck, toy train, building blocks, yo-yo, action figure, kite, toy truck, "
        "marbles, red block, blue block, green block, yellow block, toy plane, toy boat, toy robot, toy dinosaur, "
        "wooden train, train set, toy phone, toy kitchen, puppet, spinning top, play dough, soap bubbles, water gun, "
        "lego set"
    ),
    "soft toy": (
        "teddy bear, stuffed rabbit, plush elephant, plush bear, plush rabbit, stuffed animal, stuffed dog, plush "
        "penguin, plush cat, stuffed elephant, soft toy, cuddly toy, plush dinosaur, teddy"
    ),
    "game": (
        "board game, dice, deck of cards, puzzle, jigsaw puzzle, chess set, chess board, chess pieces, checkers, "
        "draughts, dominoes, monopoly, scrabble, card game, playing cards, pack of cards, darts"
    ),
    "ball": (
        "ball, tennis ball, basketball, soccer ball, football, baseball, golf ball, ping pong ball, volleyball, rugby "
        "ball, cricket ball, beach ball, rubber ball, bouncy ball, bowling ball, softball, handball"
    ),
    "sports gear": (
        "tennis racket, baseball bat, dumbbell, yoga mat, jump rope, skateboard, frisbee, helmet, golf club, hockey "
        "stick, kettlebell, badminton racket, squash racket, ping pong paddle, table tennis bat, cricket bat, "
        "baseball glove, baseball mitt, boxing gloves, whistle, stopwatch, trophy, hula hoop, roller skates, skipping "
        "rope, ice skates"
    ),
    "fitness gear": (
        "dumbbells, barbell, weight plate, resistance band, foam roller, exercise mat, pull-up bar, medicine ball, "
        "gym towel, ankle weights"
    ),
    "winter sport": (
        "skis, ski poles, ski boots, snowboard, ski goggles, sled, sledge, toboggan, ski helmet, snowshoes"
    ),
    "water sport": (
        "surfboard, snorkel, diving mask, flippers, swim fins, swimming goggles, swim goggles, paddle, kayak paddle, "
        "life vest"
    ),
    "camping": (
        "sleeping bag, tent pegs, tent, camping stove, camp chair, folding chair, camping mat, sleeping mat, mess "
        "kit, canteen, cool box, rope, tarp, bug spray, insect repellent"
    ),
    "fishing": (
        "fishing rod, fishing line, fish hook, tackle box, fishing net, fishing reel, bait, lure, fishing float, "
        "landing net"
    ),
    "bike gear": (
        "bike pump, bicycle lock, bike lock, bike helmet, bicycle pump, bike chain, bike bell, bicycle bell, bike "
        "seat, bike tire, inner tube"
    ),
    "car supply": (
        "car tire, tyre, spare tire, car jack, motor oil, engine oil, ice scraper, windshield wiper, wiper blade, "
        "windscreen washer fluid, petrol can, gas can"
    ),
    "plant": (
        "fern, cactus, orchid, rose bush, basil plant, bonsai, tulip, potted plant, ivy, aloe plant, succulent, "
        "tomato plant, sunflower, mint plant, palm, lavender pot, spider plant, snake plant, peace lily, rubber "
        "plant, monstera, dracaena, violet, geranium, flower pot"
    ),
    "cut flower": (
        "rose, red rose, bouquet, bouquet of roses, bunch of flowers, daisy, daffodils, tulips, carnation, lily"
    ),
    "garden supply": (
        "potting soil, compost bag, bag of soil, fertilizer, plant food, flower seeds, vegetable seeds, packet of "
        "seeds, grass seed, empty flower pot, bag of mulch"
    ),
    "garden tool": (
        "rake, shovel, hose, watering can, trowel, wheelbarrow, hoe, garden gloves, spade, garden fork, pitchfork, "
        "hand trowel, weeder, leaf rake, lawn mower, garden spade"
    ),
    "pet supply": (
        "dog food, cat food, dog leash, pet bowl, cat toy, dog toy, bird seed, chew bone, fish food, cat litter, "
        "litter box, scratching post, dog collar, cat collar, dog bowl, cat bowl, dog bed, dog treats, pet carrier, "
        "bird feeder, bag of dog food, can of cat food"
    ),
    "bedding": (
        "pillow, blanket, bed sheet, quilt, pillowcase, duvet, cushion, fitted sheet, flat sheet, mattress cover, "
        "mattress protector, wool blanket, throw blanket, comforter, bedspread, set of sheets"
    ),
    "bath linen": (
        "bath towel, hand towel, beach towel, face cloth, washcloth, flannel, bath mat, shower curtain, guest towel, "
        "dirty towel, clean towel, stack of towels"
    ),
    "home textile": (
        "curtain, curtains, rug, doormat, carpet runner, seat cushion, sofa throw, tapestry, chair cover, blackout "
        "curtain"
    ),
    "decor": (
        "vase, candle, picture frame, clock, figurine, alarm clock, snow globe, mirror, wreath, lantern, photo frame, "
        "wall clock, ornament, statue, candlestick, scented candle, incense sticks, tealights, painting, poster, "
        "bookend"
    ),
    "seasonal decor": (
        "christmas ornament, christmas lights, christmas stocking, christmas star, tinsel, advent calendar, advent "
        "wreath, halloween mask, plastic pumpkin, jack o lantern"
    ),
    "small furniture": (
        "stool, step stool, folding table, footstool, bean bag, plant stand, shoe rack, magazine rack, coat stand, "
        "high chair, step ladder, ladder, stepladder"
    ),
    "storage": (
        "storage box, plastic box, wicker basket, drawer organizer, shoe box, shoebox, metal box, wooden box, wooden "
        "crate, plastic crate"
    ),
    "music": (
        "guitar, violin, flute, drum, harmonica, trumpet, ukulele, tambourine, cello, clarinet, saxophone, recorder, "
        "banjo, bongos, xylophone, maracas, acoustic guitar, electric guitar, piccolo"
    ),
    "music supply": (
        "guitar strings, guitar pick, drumsticks, sheet music, music stand, metronome, violin bow, guitar case, "
        "violin case, guitar strap"
    ),
    "art": (
        "paint brush, watercolors, canvas, paint can, sketchbook, clay, oil paints, colored pencils, chalk, acrylic "
        "paint, watercolor paint, paint set, paint palette, easel, sketch pad, drawing pad, charcoal sticks, oil "
        "pastels, modelling clay, coloring book"
    ),
    "craft": (
        "glitter, beads, pipe cleaners, googly eyes, colored paper, construction paper, craft paper, origami paper, "
        "cardstock, popsicle sticks, ribbon, stickers, string, ball of string"
    ),
    "sewing": (
        "needle, sewing needle, thread, spool of thread, sewing kit, thimble, pin cushion, pins, buttons, button, "
        "yarn, wool, piece of fabric, ball of yarn"
    ),
    "lab": (
        "beaker, test tube, petri dish, pipette, flask, microscope slide, sample vial, safety goggles, lab coat, "
        "centrifuge tube, reagent bottle, syringe, graduated cylinder, erlenmeyer flask, round bottom flask, test "
        "tube rack, glass slide, cover slip, stirring rod, glass rod, bunsen burner, filter paper, magnifying glass, "
        "microscope"
    ),
    "chemical": (
        "ethanol, acetone, hydrochloric acid, sodium chloride, buffer solution, saline solution, sulfuric acid, "
        "hydrogen peroxide, isopropyl alcohol, methanol, bottle of acid"
    ),
    "hospital": (
        "stethoscope, blood pressure cuff, surgical mask, face mask, face masks, disposable gloves, latex gloves, box "
        "of gloves, surgical gown, hospital gown"
    ),
    "mobility aid": (
        "crutches, walking stick, cane, walker, walking frame, rollator, wheelchair cushion, knee brace, back brace, "
        "wrist brace"
    ),
    "restaurant": (
        "menu card, drinks menu, order pad, bill folder, table number, reserved sign, napkin dispenser, condiment "
        "bottle, straw, straws, ice cubes, bag of ice, tray of drinks"
    ),
    "warehouse": (
        "packing list, shipping label, barcode label, label roll, stretch wrap, bubble wrap, packing peanuts, hand "
        "scanner, pallet jack, hand truck"
    ),
    "package": (
        "parcel, cardboard box, letter, package, crate, pallet, small box, large box, gift box, postcard, red crate, "
        "blue crate, shipping box, barrel, cardboard carton, medium box, heavy box, brown box, mailing tube, padded "
        "envelope, bubble envelope, registered letter, bundle of letters"
    ),
    "party supply": (
        "balloon, balloons, party hat, party hats, streamers, confetti, party popper, birthday candles, gift wrap, "
        "wrapping paper, birthday card, banner"
    ),
    "baby supply": (
        "diaper, diapers, nappy, nappies, baby bottle, pacifier, dummy, baby wipes, bib, baby powder, pack of diapers"
    ),
    "baby clothes": (
        "onesie, baby socks, baby hat, romper, baby shoes, baby mittens, baby pajamas, baby dress, bodysuit, booties"
    ),
    "costume": (
        "wizard hat, witch hat, pirate hat, wig, superhero cape, clown nose, fake mustache, princess dress, eye "
        "patch, crown"
    ),
    "collectible": (
        "postage stamp, stamp album, coin album, fridge magnet, seashell, pebble, fossil, crystal, gemstone, trading "
        "card, flag, pine cone, piece of driftwood"
    ),
    "food waste": (
        "orange peel, potato peelings, apple cores, coffee grounds, moldy bread, rotten apple, rotten tomato, chicken "
        "bones, fish bones, onion skins, egg shells"
    ),
    "packaging waste": (
        "empty milk carton, empty wrapper, chocolate wrapper, crushed can, empty tin, empty soda can, empty beer can, "
        "empty plastic bottle, empty wine bottle, empty glass jar, bottle cap, empty yogurt cup, empty juice box"
    ),
    "paper waste": (
        "scrap paper, torn paper, crumpled newspaper, junk mail, old magazine, paper scraps, shredded paper, used "
        "envelope, old receipt, crumpled receipt, wad of paper"
    ),
    "mixed waste": (
        "cigarette butt, cigarette butts, used tissue, used tissues, used bandage, used plaster, dirty diaper, used "
        "paper towel, chewed gum, dust bunny, broken plate, broken toy, sawdust, shards of glass"
    ),
    "waste": (
        "banana peel, apple core, empty can, empty bottle, crumpled paper, used napkin, candy wrapper, broken glass, "
        "eggshells, old newspaper, food scraps, dirty tissue, empty chip bag, dead leaves, empty box, used tea bag, "
        "used paper napkin, old sponge, empty bag of chips, empty soda bottle, lump of dirt, empty candy box, wet "
        "cardboard, piece of trash, piece of rubbish"
    ),
    "bin supply": (
        "garbage bags, trash bags, bin bags, bin liners, roll of bin bags, compost bags, recycling bag, litter "
        "picker, garbage bag, bin bag"
    ),
    "machine part": (
        "gear, bearing, spring, piston, fuse, circuit board, motor, gearbox, valve, gasket, pulley, spark plug, "
        "copper pipe, steel rod, wire spool, pcb, sensor, axle, ball bearing, drive belt, conveyor roller, timing "
        "belt, sprocket, crankshaft, camshaft, flywheel, relay, resistor, capacitor, led, steel plate"
    ),
}
"""Kind -> its things."""
