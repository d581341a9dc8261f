"""What people ask for at work, in play and of the physical world; which things fit, and how it is said."""

from planner.goals.lessons.things_table import KINDS


def _all_but(denied: str) -> str:
    """Everything arguable but these: for what nearly any thing might be."""
    names = [name.strip() for name in denied.split(",")]
    return ", ".join([*KINDS, *(name[1:] if name.startswith("-") else f"-{name}" for name in names)])


_EDIBLE = "drink, food, baking supply, brew supply, baby food, food waste"
_TEXTILE = "clothing, underwear, swimwear, warm wear, baby clothes, bedding, bath linen, home textile"
_PAPERY = "reading, document, paper waste"
_STURDY = "hand tool, power tool, fastener, building material, machine part, plumbing"

# name: (true, maybe, singular nouns, plural nouns, after "something", sentences of need)
WORLD: dict[str, tuple[str, str, str, str, str, str]] = {
    # tools by what they do
    "turn bolts": (
        "wrench, socket wrench, spanner, adjustable wrench, monkey wrench",
        "allen key, pliers, impact driver, screwdriver set, tool bag, power tool, drill, cordless drill",
        "tool for nuts and bolts; bolt turner",
        "tools for nuts and bolts",
        "to tighten a bolt; to loosen a nut; for a loose bolt",
        "the {bolt is loose}; i have to {tighten a nut}",
    ),
    "cut wood": (
        "saw, circular saw, jigsaw, axe",
        "hacksaw, angle grinder, chisel, sander, belt sander, sharp tool, file, -scissors, -peeler, -potato peeler",
        "tool that cuts wood; wood cutting tool",
        "wood cutting tools",
        "to cut wood; to cut through a plank; to get a board down to size",
        "i want to {cut a plank}; this {board is too long}",
    ),
    "cut paper": (
        "scissors, box cutter, utility knife, craft knife, stanley knife",
        "sharp tool, -peeler, -potato peeler, -axe, -pizza cutter, -cleaver, saw, jigsaw, stationery, tape, craft",
        "paper cutter; cutter for paper",
        "cutters for paper",
        "to cut paper; to cut out a picture; to trim a photo; to cut wrapping paper",
        "i need to {cut out a picture}",
    ),
    "open a parcel": (
        "scissors, box cutter, utility knife, craft knife, stanley knife, pocket knife, knife, kitchen knife",
        "sharp tool, -peeler, -potato peeler, keys, house keys, car keys, bunch of keys, hand tool, power tool, "
        "cutlery, nail file, pen, ballpoint pen, ruler, saw",
        "parcel opener; box opener",
        "",
        "to open a parcel; to cut the tape on a box; to slit an envelope open; to unpack a delivery",
        "i want to {open a parcel}; i can't {get the box open}",
    ),
    "cut rope": (
        "scissors, knife, kitchen knife, utility knife, box cutter, pocket knife, craft knife, stanley knife",
        "sharp tool, saw, hacksaw, pliers, power tool, -peeler, -potato peeler, -pizza cutter, lighter, matches",
        "string cutter",
        "",
        "to cut a rope; to snip the string; to cut the yarn",
        "the {rope is too long}",
    ),
    "prune": (
        "garden shears, secateurs",
        "sharp tool, saw, power tool, hacksaw, garden tool, -watering can, -hose, -garden gloves",
        "pruning tool; hedge cutter",
        "pruning tools",
        "to prune the roses; to trim the hedge; to cut back the bushes",
        "the {hedge is too high}",
    ),
    "dig": (
        "shovel, spade, garden spade, trowel, hand trowel",
        "hoe, garden fork, pitchfork, weeder, rake, spoon, soup spoon, serving spoon, tablespoon, bucket, wheelbarrow",
        "digging tool; tool for digging",
        "digging tools",
        "to dig with; to dig a hole; to turn the soil; to plant a tree with",
        "i want to {dig a hole}; i'm {planting a tree}",
    ),
    "water plants": (
        "watering can, hose",
        "water, bucket, mop bucket, pitcher, cup, teapot, water gun, milk jug, bowl, plant, cut flower, garden "
        "supply, measuring cup, canteen, empty bottle, empty plastic bottle",
        "watering device",
        "",
        "to water the plants; to water the garden with; for thirsty plants; to sprinkle the lawn",
        "the {plants are dry}; the {flowers need water}",
    ),
    "leaves": (
        "rake, leaf rake",
        "broom, garden fork, pitchfork, hand brush, wheelbarrow, shovel, spade, garden tool, bin supply, dustpan, "
        "brush",
        "leaf gathering tool",
        "",
        "to rake up leaves; to gather fallen leaves; for the leaves on the lawn",
        "the {lawn is full of leaves}",
    ),
    "pump": (
        "bike pump, bicycle pump",
        "plunger, car jack, bike gear, car supply, tyre",
        "air pump; tyre pump",
        "pumps",
        "to pump up a tyre; to inflate a ball; to blow air into a tire",
        "my {tyre is flat}; the {ball has no air}",
    ),
    "inflatable": (
        "balloon, balloons, beach ball, inner tube, basketball, soccer ball, volleyball",
        "ball, -golf ball, -bowling ball, -cricket ball, -ping pong ball, -baseball, life vest, neck pillow, travel "
        "pillow, camping mat, sleeping mat, bike tire, car tire, tyre, spare tire, medicine ball, rubber gloves, "
        "latex gloves, disposable gloves, ziploc bags, freezer bags, plastic bag, toy, party supply, soap bubbles, "
        "hot water bottle, blood pressure cuff, tent, bike pump, bicycle pump, skateboard, bike gear, sports gear, "
        "chewing gum, swimwear, paper bag, bag, bin supply, sandwich bags, christmas ornament, seasonal decor",
        "inflatable thing",
        "inflatable things; inflatables",
        "inflatable; that can be inflated; that holds air",
        "",
    ),
    "paint a wall": (
        "paint roller, paint brush, white paint, bucket of paint, tin of paint",
        "paint supply, paint can, art, ladder, step ladder, stepladder, bucket, adhesive, rag, sponge, brush, tarp",
        "wall painting supply",
        "decorating supplies",
        "to paint a wall with; for renovating a room; to give the room a new color",
        "i want to {paint the bedroom}",
    ),
    "colour": (
        "watercolors, paint can, oil paints, acrylic paint, watercolor paint, paint set, white paint, tin of paint, "
        "bucket of paint",
        "primer, wood stain, varnish, paint palette, nail polish, nail varnish, food coloring, oil pastels, makeup, "
        "highlighter, crayon, crayons, marker, chalk, shoe polish, art, paint supply, -paint roller, -paint tray, "
        "-paint brush, -easel, -canvas, -sandpaper, -masking tape, -painters tape",
        "kind of paint; pot of paint; coat of paint",
        "paints",
        "that you brush on for color",
        "",
    ),
    "sand": (
        "sandpaper, sander, belt sander",
        "file, angle grinder, scrub brush, nail file, chisel, power tool, varnish, hand tool",
        "sanding tool",
        "",
        "to sand wood with; to smooth a rough board; abrasive; for rough edges",
        "the {wood is too rough}",
    ),
    "drill": (
        "drill, cordless drill, electric drill",
        "impact driver, hammer, nail gun, screwdriver, screwdriver set, nails, chisel, drill battery, power tool, "
        "hand tool, -tape measure, -level, -spirit level, -measuring tape",
        "drilling machine; hole maker",
        "drills",
        "to drill with; to make a hole in the wall",
        "i have to {drill a hole}; i need {a hole in the wall}",
    ),
    "pull nails": (
        "pliers, crowbar, claw hammer",
        "hammer, hand tool, power tool, tweezers, -tape measure, -level, -spirit level, -measuring tape, -saw, -drill",
        "nail puller",
        "",
        "to pull a nail out; to get an old nail out",
        "the {nail is stuck} in the wall",
    ),
    "level": (
        "level, spirit level",
        "ruler, tape measure, measuring tape, set square, protractor, hand tool, phone, smartphone",
        "levelling tool",
        "",
        "to check that it is straight; to see if the shelf hangs straight; with a little bubble in it",
        "the {picture hangs crooked}",
    ),
    "power tools": (
        "power tool, drill, cordless drill",
        "lawn mower, appliance, vacuum cleaner, handheld vacuum, hoover, drill battery, staple gun, electronics",
        "power tool; tool with a motor",
        "power tools; electric tools",
        "powerful for the workshop",
        "",
    ),
    "fasten": (
        "screws, nails, bolts, nuts and bolts, zip ties, rivets, wood screws, box of screws, box of nails, bag of "
        "screws, hex bolts, cable ties, super glue, glue, wood glue, duct tape, gaffer tape, tube of glue",
        "fastener, adhesive, clamp, staple gun, nail gun, hot glue gun, string, rope, ball of string, belt, sewing, "
        "clothespins, clothes pegs, ribbon, stationery, hair item, medical tape, masking tape, painters tape, craft, "
        "paint supply, machine part, hand tool, power tool, first aid, pipe clamp, cable, luggage, shoelaces, "
        "leather belt, suspenders, braces, cufflinks, fishing line, fridge magnet, music supply, pet supply, bike "
        "gear, building material, plumbing, medicine, accessory, camping",
        "fixing; thing to fix parts together",
        "fixings; things to fasten with",
        "to hold things together; to fasten things with; to join two parts",
        "it keeps {falling apart}",
    ),
    "keep papers": (
        "paper clips, paper clip, stapler, folder, binder, ring binder, clipboard",
        "stationery, -pen, -pencil, -marker, -eraser, -ruler, -calculator, -sharpener, -pencil sharpener, -rubber, "
        "-blue pen, -red pen, -crayon, rubber bands, thumbtacks, drawing pins, adhesive, string, bag, storage, hair "
        "clip, pins, bill folder, magazine rack, laptop sleeve, staple gun, clothespins, clothes pegs, school bag, "
        "padded envelope, bubble envelope, clamp, ribbon, stamp album, order pad, package, craft",
        "holder for papers; paper organizer",
        "",
        "to keep papers together; for loose sheets; to sort my documents in",
        "my {papers are all over the place}",
    ),
    "glue": (
        "super glue, glue, wood glue, glue stick, tube of glue",
        "adhesive, hot glue gun, tape, scotch tape, -roll of tape, honey",
        "kind of glue; glue for wood",
        "glues",
        "to glue wood with; to glue the pieces back on",
        "i want to {glue something}",
    ),
    "tape": (
        "tape, scotch tape, duct tape, gaffer tape, packing tape, double sided tape, electrical tape, parcel tape, "
        "sellotape, roll of tape, masking tape, painters tape",
        "medical tape, label roll, stickers, plasters, sticking plasters, stretch wrap",
        "kind of sticky tape; roll of some tape",
        "sticky tapes; tapes that stick",
        "to tape a box shut; to tape it up",
        "the {box won't stay shut}",
    ),
    "tie up": (
        "rope, string, ball of string, zip ties, cable ties",
        "ribbon, shoelaces, yarn, ball of yarn, wool, thread, spool of thread, rubber bands, jump rope, skipping "
        "rope, belt, leather belt, tie, scarf, wool scarf, fishing line, hair item, adhesive, cable, dog leash, "
        "stretch wrap, guitar strings, drive belt, timing belt, resistance band, wire spool, tape, scotch tape, "
        "luggage, bike lock, bicycle lock, bike chain, gift wrap, sewing, tinsel, streamers, suspenders, braces, "
        "gold chain",
        "tie for a bundle",
        "",
        "to tie things up with; to tie up a bundle; to knot around a parcel",
        "",
    ),
    "how long": (
        "tape measure, measuring tape, ruler",
        "set square, level, spirit level, protractor, fishing line, string, phone, smartphone, rope, compass",
        "tool to measure length",
        "",
        "to measure how long it is; with inches on it; with centimeters on it; to measure the table",
        "i want to know {how long the shelf is}",
    ),
    "weigh": (
        "kitchen scale",
        "measuring cup, teaspoon, tablespoon, smartwatch",
        "scale; weighing device",
        "scales",
        "to weigh flour with; to weigh things on; to find out how heavy it is",
        "i want to know {how heavy it is}",
    ),
    "temperature": (
        "thermometer",
        "smartwatch, medicine, electronics, first aid, pharmacy, -bandage, -plasters, appliance, gauze, hospital",
        "temperature gauge",
        "",
        "to measure the temperature; that shows degrees",
        "",
    ),
    "timer": (
        "stopwatch, egg timer",
        "clock, wall clock, alarm clock, watch, wristwatch, smartwatch, phone, smartphone, mobile phone, cell phone, "
        "iphone, ipad, tablet, laptop, metronome, electronics, appliance",
        "timer",
        "timers",
        "to time a race; that counts the minutes; to stop the time with",
        "",
    ),
    "climb": (
        "ladder, step ladder, stepladder, step stool",
        "stool, footstool, folding chair, camp chair, high chair, crate, wooden crate, plastic crate, folding table, "
        "small furniture, red crate, blue crate, package, bucket, wooden box, storage, rope",
        "climbing aid",
        "",
        "to stand on to reach the ceiling; to climb up on; to reach the top shelf with",
        "i can't {reach the top shelf}; the {shelf is too high}",
    ),
    "seat": (
        "stool, folding chair, camp chair, bean bag, high chair",
        "step stool, footstool, small furniture, cushion, seat cushion, crate, wooden crate, pillow, bike seat, "
        "package, storage, luggage, yoga mat, wheelchair cushion, rug, barrel, ball, toilet brush, mobility aid, "
        "beach towel, blanket, chair cover, sofa throw, bedding, home textile, camping, fitness gear, building "
        "material, bucket, suitcase, sled, sledge, toboggan, -toilet brush",
        "seat; thing to sit on",
        "seats; chairs and stools",
        "to sit on; to take a seat on",
        "my {legs are tired}; i need to {sit down}",
    ),
    # safety
    "eye protection": (
        "safety goggles, safety glasses, ski goggles, swimming goggles, swim goggles, diving mask",
        "sunglasses, glasses, reading glasses, sun hat, cap, baseball cap, straw hat, hat, eye mask, sleep mask, eye "
        "patch, respirator, helmet, ski helmet, hard hat, eye drops, contact lenses, cowboy hat, face mask, "
        "umbrella, safety gear, sunscreen, accessory, medicine",
        "eye protection; protection for the eyes",
        "",
        "to protect my eyes; to keep my eyes safe",
        "i don't want {anything in my eyes}",
    ),
    "gloves": (
        "gloves, garden gloves, work gloves, rubber gloves, latex gloves, disposable gloves, box of gloves, leather "
        "gloves, winter gloves, ski gloves, pair of gloves, boxing gloves",
        "oven gloves, oven mitt, mittens, baseball glove, baseball mitt, baby mittens",
        "kind of glove",
        "",
        "with five fingers to wear",
        "",
    ),
    "on hands": (
        "gloves, garden gloves, work gloves, rubber gloves, latex gloves, disposable gloves, leather gloves, winter "
        "gloves, ski gloves, pair of gloves, boxing gloves, oven gloves, oven mitt, mittens, baby mittens, box of "
        "gloves",
        "baseball glove, baseball mitt, jewelry, accessory, toiletry, bandage, first aid, puppet, thimble, plasters, "
        "wrist brace, nail polish, nail varnish, medicine, hospital, watch, socks, pair of socks, safety gear, "
        "costume",
        "hand covering",
        "",
        "to wear on my hands; to pull over my hands; to cover my hands",
        "",
    ),
    "against noise": (
        "ear plugs, earmuffs",
        "headphones, headset, earbuds, ear warmers, safety gear, curtain, cotton swabs, pillow, electronics, wool "
        "hat, beanie, woolly hat",
        "hearing protection",
        "",
        "to block out the noise; to protect my ears; against loud machines",
        "it is {too loud} in here; the {neighbours are so noisy}",
    ),
    "helmet": (
        "helmet, bike helmet, ski helmet, hard hat",
        "hat, cap, accessory, warm wear, safety gear, winter sport, bike gear, wig, crown, costume, pillow",
        "head protection; protective helmet",
        "helmets",
        "against a head injury; to protect my skull; hard for my head",
        "",
    ),
    "work safety": (
        "safety gear, safety goggles",
        "first aid kit, helmet, gloves, garden gloves, rubber gloves, leather gloves, boots, work boots, lab coat, "
        "sunscreen, pharmacy, hospital, rain gear, latex gloves, bike helmet, oven mitt, oven gloves, sports gear, "
        "ski goggles, ski helmet, swim goggles, life vest, bike gear, warm wear, clothing, shoes, lighting, apron, "
        "glasses",
        "piece of safety gear; safety item",
        "safety gear; protective gear",
        "to stay safe at work; to protect me on the building site",
        "",
    ),
    # worn where
    "on the head": (
        "hat, cap, baseball cap, straw hat, sun hat, cowboy hat, wool hat, beanie, woolly hat, bobble hat, winter "
        "hat, rain hat, helmet, bike helmet, ski helmet, hard hat, swim cap, party hat, party hats, wizard hat, "
        "witch hat, pirate hat, crown, baby hat",
        "wig, hair item, headphones, headset, warm wear, -scarf, -gloves, -mittens, earmuffs, headlamp, head torch, "
        "accessory, costume, swimwear, ski goggles, hoodie, eye mask, sleep mask, halloween mask, safety gear, "
        "scarf, toiletry, diving mask, swimming goggles, swim goggles, raincoat, bandage, safety goggles, rain "
        "poncho, rain jacket, medicine, jewelry, -gold ring, -ankle bracelet, -silver bracelet, first aid, towel, "
        "bathrobe, handkerchief, hospital, electronics, umbrella",
        "head covering",
        "hats and caps; hats and helmets",
        "for my head; to put on my head",
        "",
    ),
    "round the neck": (
        "scarf, wool scarf, necklace, pearl necklace, tie, pendant, gold chain, neck pillow",
        "bib, stethoscope, whistle, camera, dog collar, cat collar, headphones, guitar strap, binoculars, travel "
        "pillow, clothing, jewelry, warm wear, safety gear, costume, headset, passport holder, money belt, "
        "stopwatch, keys, key ring, towel, camera bag, luggage tag, jumper, superhero cape, swim goggles, "
        "handkerchief, hand towel, apron, life vest, tinsel, ribbon, bag, accessory, rope, string, earbuds, digital "
        "camera, gym towel, beads",
        "neckwear",
        "",
        "to wear around my neck; that goes round the neck; for a cold neck",
        "my {neck is cold}",
    ),
    "on the wrist": (
        "watch, wristwatch, smartwatch, bracelet, silver bracelet, wrist brace",
        "ring, cufflinks, hair item, rubber bands, ankle bracelet, jewelry, accessory, gloves, warm wear, blood "
        "pressure cuff, resistance band, ankle weights, purse, key ring, beads, hospital, stopwatch, ribbon, safety "
        "gear, bandage, bandage roll, zip ties, string",
        "thing for the wrist",
        "things for the wrist",
        "to wear on my wrist; that goes around the wrist",
        "",
    ),
    "on a finger": (
        "ring, gold ring, wedding ring, engagement ring",
        "thimble, jewelry, plasters, sticking plasters, band aids, bandage, nail polish, nail varnish, puppet, "
        "gloves, first aid, accessory, guitar pick, costume, safety gear, medicine",
        "finger ring",
        "finger rings",
        "to wear on my finger; for my ring finger; to propose with",
        "i want to {ask her to marry me}",
    ),
    "inside shoes": (
        "socks, pair of socks, dirty socks, baby socks",
        "insoles, tights, pair of tights, slippers, leggings, christmas stocking, underwear, booties, onesie, shoe "
        "care, clothing, baby clothes",
        "",
        "",
        "to wear inside my shoes",
        "",
    ),
    "elegant": (
        "suit, tie, dress, dress shirt, high heels, cufflinks",
        "wear, leather shoes, pearl necklace, perfume, makeup, bag, briefcase, hair item, costume",
        "elegant piece of clothing",
        "elegant clothes",
        "for the opera to wear; elegant to wear; to wear to a wedding",
        "",
    ),
    # value, papers, travel
    "valuable": (
        "wedding ring, engagement ring, gold ring, pearl necklace, gold chain, laptop, smartphone, iphone, ipad, "
        "digital camera, video camera, tablet, drone, gaming console, game console, electric guitar, violin, cello, "
        "saxophone, microscope, smartwatch",
        _all_but(
            f"{_EDIBLE}, any waste, cleaning supply, stationery, bin supply, laundry supply, fastener, toiletry, "
            "-perfume, first aid, restaurant, party supply, baby supply, pet supply, food storage, cup, cutlery, "
            "-champagne glass, craft, balloon, garden supply, underwear, shoe care, -fountain pen, -champagne, "
            "-whiskey, -bottle of whiskey, -bottle of wine, -champagne glass"
        ),
        "valuable item; expensive thing; costly thing",
        "valuables; expensive things",
        "expensive; valuable; worth a lot of money; to keep in a safe",
        "",
    ),
    "payment": (
        "cash, coins, coin, banknote, credit card, debit card, bank card, dollar bill, cheque",
        "wallet, purse, money, phone, smartphone, smartwatch, iphone, mobile phone, cell phone, voucher, coupon, "
        "bill, invoice, money belt, bill folder, gold ring, electronics, -headphones, -speaker, -library card, "
        "-driving licence, -driver license",
        "means of payment; form of money",
        "money; ways to pay",
        "to pay the bill with; the cashier accepts",
        "i have to {pay the taxi driver}",
    ),
    "identity": (
        "passport, driving licence, driver license",
        "library card, bank card, credit card, debit card, document, wallet, passport holder, money, phone, smartphone",
        "identity document; id card; proof of identity",
        "identity papers",
        "to prove who i am; with my photo in it; to show to the police",
        "they want to {see my id}",
    ),
    "confidential": (
        "contract, diary, passport",
        "document, letter, bundle of letters, money, stationery, driving licence, driver license, electronics, "
        "computer part, cable, package, reading, paper waste, collectible, medicine, order pad, packing list, "
        "briefcase, bill folder, wallet, purse, map, used envelope, party supply, warehouse, -bubble wrap",
        "personal document; confidential paper; private paper",
        "private papers; confidential papers; personal documents",
        "private; confidential; that nobody else should read",
        "",
    ),
    "paperwork": (
        "invoice, receipt, contract, bill, form",
        "document, paper waste, letter, money, stationery, passport, bundle of letters, menu card, shipping label, "
        "packing list, order pad, driving licence, sheet music, restaurant, warehouse, package, leaflet, brochure",
        "piece of paperwork; business paper",
        "paperwork; documents for the accountant",
        "for the accountant; to file for my taxes",
        "i have to {do my taxes}",
    ),
    "ticket": (
        "train ticket, plane ticket, bus ticket, ticket",
        "voucher, coupon, receipt, passport, money, document, phone, smartphone, old receipt",
        "kind of ticket; fare ticket",
        "tickets",
        "to get on the train with",
        "",
    ),
    "airport": (
        "passport, plane ticket",
        "document, money, travel item, luggage, bag, electronics, accessory, phone accessory, drink, food, clothing",
        "document for a flight",
        "documents for a flight",
        "to show at passport control; to show before boarding",
        "",
    ),
    "find the way": (
        "map, road map, city map",
        "compass, globe, phone, smartphone, iphone, mobile phone, cell phone, tablet, ipad, travel guide, laptop, "
        "flashlight, torch, smartwatch, electronics, reading, binoculars, leaflet, brochure, lighting, document",
        "map of the area",
        "maps",
        "to find the way with; to navigate with; that shows the streets",
        "i'm {lost}; i don't {know the way}",
    ),
    "travel": (
        "luggage, suitcase, travel pillow, neck pillow, passport, passport holder, luggage tag, plane ticket, travel "
        "guide, packing cubes, money belt",
        "wear, swimwear, bag, electronics, pharmacy, toiletry, camping, food, drink, document, money, cable, "
        "battery, phone accessory, travel item, reading, game, toy, water sport, winter sport, makeup, hair item, "
        "soft toy, baby supply, baby clothes, ball, bedding, bath linen, car supply, music, lighting, safety gear, "
        "fishing, sports gear, pet carrier, hospital, stationery, jewelry, sewing kit, thermos, travel mug, mobility "
        "aid, cup, bike gear, costume, fitness gear, collectible, brew supply, food storage",
        "travel item; travel accessory",
        "travel things; things for a trip",
        "for my trip; for the holidays; to take on vacation",
        "i'm {going on a trip}; i'm {off on holiday} tomorrow",
    ),
    "luggage": (
        "luggage, suitcase",
        "backpack, duffel bag, rucksack, laptop backpack, bag, camera bag, guitar case, violin case, school bag, "
        "packing cubes, laptop bag, crate, package, storage, pet carrier",
        "piece of luggage; travel case",
        "suitcases; cases for a trip",
        "to pack clothes for a week in; to check in at the airport",
        "i have to {pack for two weeks}",
    ),
    "sleep on a plane": (
        "neck pillow, eye mask, sleep mask, travel pillow",
        "ear plugs, blanket, pillow, earbuds, headphones, earmuffs, bedding, scarf, hoodie, warm wear, clothing, "
        "medicine, alcohol, herbal tea, socks, music, book, reading, soft toy, wool scarf, sweater, electronics, "
        "slippers, camping, safety gear, travel item",
        "",
        "",
        "to sleep on a plane with; for a nap on the bus",
        "i can't {sleep on planes}",
    ),
    "darkness": (
        "eye mask, sleep mask, blackout curtain",
        "curtain, curtains, sunglasses, eye patch, home textile, pillow, hat, bedding, umbrella, halloween mask",
        "",
        "",
        "to block out the light; to keep the morning sun out of my eyes",
        "",
    ),
    "camping": (
        "sleeping bag, tent pegs, tent, camping stove, camp chair, camping mat, sleeping mat, mess kit",
        "camping, lighting, fire starter, food, drink, wear, bag, flashlight, lantern, cup, plate, bowl, cutlery, "
        "cookware, pharmacy, toiletry, fishing, sharp tool, bedding, candle, travel item, food storage, lighter, "
        "small furniture, hand tool, stool, battery, power bank, speaker, game, toy, guitar, harmonica, sewing kit, "
        "brew supply, water sport, reading, map, radio, electronics, string, bucket, ball, music, cleaning supply, "
        "bin supply, pet supply, bath linen",
        "camping item; piece of camping gear",
        "camping gear; camping things",
        "for camping; for a night in the tent; for the campsite; for sleeping outdoors",
        "we're {sleeping outdoors} tonight",
    ),
    "hike": (
        "hiking boots, backpack, rucksack",
        "food, drink, wear, camping, travel item, document, pharmacy, toiletry, bag, mobility aid, compass, ski "
        "poles, electronics, lighting, battery, cable, food storage, sharp tool, safety gear, winter sport, reading, "
        "cup, money, map, bath linen, whistle, cleaning cloth, hot water bottle, game, cutlery",
        "",
        "hiking gear",
        "for a hike; for a walk in the mountains",
        "we want to {go hiking}",
    ),
    "insects": (
        "bug spray, insect repellent",
        "candle, scented candle, lotion, tent, ointment, incense sticks, decor, camping, toiletry, lavender pot, "
        "plant, magazine, newspaper, old newspaper, sour fruit, shoes, curtain, paperback, cleaning agent",
        "insect spray; mosquito repellent",
        "",
        "",
        "the {mosquitoes are biting me}; there are {so many mosquitoes}",
    ),
    "swimming": (
        "swimsuit, swimming trunks, bikini, swim shorts, bathing suit, swim cap, swimming costume, swim goggles, "
        "swimming goggles",
        "swimwear, water sport, bath linen, flip flops, sandals, beach ball, sunscreen, sun cream, towel, ear plugs, "
        "rubber duck, bag, shorts, toiletry, inner tube, toy, ball, shower gel, shampoo, sunglasses, contact lenses, "
        "accessory, clothing, frisbee, whistle, drink, food, stopwatch",
        "swimming item; piece of swimming gear",
        "swimming things; swimming gear",
        "for swimming; for the swimming pool; for my swimming lesson",
        "i want to {go swimming}",
    ),
    "diving": (
        "diving mask, snorkel, flippers, swim fins",
        "swim goggles, swimming goggles, wetsuit, water sport, swimwear, towel, camera, watch, ear plugs, shoes, "
        "fishing, flashlight",
        "piece of diving gear",
        "diving gear; snorkeling gear",
        "for diving; for snorkeling; to explore a reef with",
        "",
    ),
    "skiing": (
        "skis, ski poles, ski boots, ski goggles, ski helmet",
        "winter sport, warm wear, wear, helmet, sunscreen, sun cream, lip balm, chapstick, bag, toiletry, drink, "
        "food, safety gear",
        "piece of ski equipment",
        "ski equipment; ski gear",
        "for skiing; for the ski slope",
        "i'm {going skiing}",
    ),
    "down the snow": (
        "skis, snowboard, sled, sledge, toboggan",
        "winter sport, skateboard, baking tray, plastic bag, surfboard, ice skates, garbage bag, storage, package",
        "snow vehicle",
        "",
        "to slide down a snowy hill on; to race down the slope on",
        "",
    ),
    "tennis": (
        "tennis racket, tennis ball",
        "badminton racket, squash racket, wear, bag, towel, gym towel, water, sports drink, ball, stopwatch, "
        "whistle, trophy",
        "tennis item",
        "tennis things",
        "for tennis; for the tennis court",
        "i want to {play tennis}",
    ),
    "rackets": (
        "tennis racket, badminton racket, squash racket",
        "ping pong paddle, table tennis bat",
        "kind of racket; racket with strings",
        "rackets; racquets",
        "",
        "",
    ),
    "hit a ball": (
        "tennis racket, baseball bat, golf club, hockey stick, squash racket, ping pong paddle, table tennis bat, "
        "cricket bat",
        "badminton racket, mallet, rubber mallet, hammer, sports gear, frying pan, -bike pump, -yoga mat, "
        "-stopwatch, -helmet, -trophy, -whistle, walking stick, cane, broom, shoes, paddle, kayak paddle",
        "bat, club or racket",
        "bats and clubs",
        "to hit a ball with; to strike the ball with",
        "",
    ),
    "table tennis": (
        "ping pong paddle, table tennis bat, ping pong ball",
        "folding table, sports gear, -golf club, -baseball bat, -helmet, -dumbbell, -skateboard, -yoga mat, "
        "sneakers, trainers, ball, -bowling ball, -basketball, -rugby ball, -baseball, game, gym bag, shorts",
        "",
        "",
        "for ping pong; to play table tennis with",
        "we want to {play ping pong}",
    ),
    "kick": (
        "soccer ball, football",
        "ball, -golf ball, -bowling ball, -ping pong ball, -cricket ball, -baseball, empty can, toy, bean bag",
        "ball to kick",
        "",
        "to kick around; for a soccer match to play with",
        "the boys want to {play soccer}",
    ),
    "lift weights": (
        "dumbbell, dumbbells, kettlebell, barbell, weight plate",
        "medicine ball, ankle weights, fitness gear, sports gear, water, bag, book, brick, bricks, bowling ball, "
        "-tennis racket, -frisbee, -yoga mat, -helmet, -jump rope, -skipping rope",
        "weight to lift; training weight",
        "training weights",
        "for weight lifting; to train my arms with; for my biceps",
        "i want {stronger arms}; i want to {lift weights}",
    ),
    "gym": (
        "dumbbells, barbell, weight plate, resistance band, foam roller, exercise mat, pull-up bar, medicine ball, "
        "ankle weights, dumbbell, kettlebell, yoga mat",
        "fitness gear, sports gear, ball, wear, gym bag, sports bag, bag, towel, drink, food, bath linen, "
        "headphones, earbuds, smartwatch, swimwear, toiletry, electronics, watch, stopwatch, radio",
        "piece of gym equipment; fitness item",
        "gym equipment; fitness gear",
        "to exercise with; to work out with; for getting fit",
        "i want to {get in shape}; i need {some exercise}",
    ),
    "yoga": (
        "yoga mat, exercise mat",
        "foam roller, leggings, clothing, underwear, fitness gear, camping mat, sleeping mat, blanket, cushion, "
        "towel, rug, bath mat, bedding, candle, scented candle, incense sticks, ball, bath linen, music, speaker, "
        "sofa throw, -barbell, -weight plate, -dumbbells",
        "training mat",
        "",
        "for yoga; to stretch out on; for pilates",
        "i want to {do some yoga}",
    ),
    "skating": (
        "roller skates, ice skates",
        "skateboard, helmet, sports gear, gloves, snowshoes, winter sport, shoes, warm wear",
        "pair of skates",
        "skates",
        "for skating; to wear at the ice rink",
        "",
    ),
    "rowing": (
        "paddle, kayak paddle",
        "life vest, ping pong paddle, water sport, surfboard, plank, wetsuit, shovel, spade, rain gear",
        "oar or paddle",
        "oars and paddles",
        "for the kayak; to row a boat with",
        "",
    ),
    "fishing": (
        "fishing",
        "bucket, stool, camp chair, boots, rain boots, wellies, knife, pocket knife, folding chair, cool box, cooler "
        "bag, rain gear, string, camping, food, wear, food waste, needle, pliers, shrimp, bread, thermos",
        "piece of fishing gear; fishing item",
        "fishing gear; fishing tackle",
        "for fishing; for the angler; to catch a trout with",
        "i want to {go fishing}",
    ),
    "for a referee": (
        "whistle, stopwatch",
        "watch, wristwatch, smartwatch, flag, money, sports gear, coin, pen, pencil, notepad, shorts, shirt, "
        "sneakers, clothing, shoes, card game, ball, stationery, trading card",
        "",
        "",
        "for the referee; for a coach on the field",
        "",
    ),
    # going places
    "for the bike": (
        "bike gear, bike pump",
        "helmet, safety gear, gloves, water bottle, flashlight, torch, headlamp, backpack, wrench, spanner, allen "
        "key, hand tool, lighting, rain gear, padlock, phone holder, bag, shorts, motor oil, engine oil, -hammer, "
        "-saw, oil, tyre, luggage, warm wear, led, -level, -spirit level, sunglasses, inner tube, battery, adhesive",
        "bicycle accessory; bike thing",
        "bike things; bicycle accessories",
        "for my bike; for the bicycle; for cycling to work",
        "my {bike is broken}",
    ),
    "for the car": (
        "car supply, car battery",
        "car keys, road map, phone holder, spark plug, piston, vacuum cleaner, handheld vacuum, sponge, rag, fuse, "
        "motor, machine part, tool, driving licence, driver license, sunglasses, glass cleaner, cable, electronics, "
        "bike pump, bicycle pump, baby supply, cleaning supply, battery, map, document, padlock, adhesive, first aid "
        "kit, blanket, safety gear, umbrella, tissues, drink, food, lighting, camping, luggage, hose, keys, phone "
        "accessory, paint supply, seat cushion, toy, warehouse, travel item, fire starter, bag, -toy boat, -toy "
        "train, -doll, -toy car, -toy truck, -carrot cake",
        "car accessory; thing for the car",
        "car things; car supplies",
        "for my car; for the mechanic at the car shop",
        "my {car won't start}",
    ),
    "ice on the car": (
        "ice scraper",
        "windscreen washer fluid, credit card, bank card, library card, hairdryer, car supply, spatula, squeegee, "
        "glass cleaner, gloves, brush, -car tire, -tyre, -spare tire, -car jack, cleaning tool, water, warm wear",
        "",
        "",
        "to scrape ice off the windscreen with; for the frozen windows of the car",
        "my {windscreen is frozen}",
    ),
    "wheels": (
        "skateboard, roller skates, toy car, toy truck, wheelbarrow, trolley case, wheeled suitcase, rollator, "
        "pallet jack, hand truck, lawn mower, wooden train, toy train",
        "luggage, suitcase, vacuum cleaner, hoover, walker, walking frame, toy, mop bucket, drone, school bag, "
        "mouse, high chair, cool box, bike gear, car supply, machine part, yo-yo, pizza cutter, barbell, coat stand, "
        "storage, -toy phone, -doll, -puzzle, -dice, -kite, appliance, bag, small furniture, laundry basket, -bike "
        "helmet, -motor oil, -engine oil, -ice scraper, -windscreen washer fluid, -lego bricks, -soap bubbles",
        "thing with wheels",
        "things with wheels",
        "with wheels; that rolls on wheels; on four wheels",
        "",
    ),
    "flying": (
        "drone, kite, toy plane",
        "frisbee, balloon, balloons, ball, soap bubbles, streamers, confetti, toy robot, toy, superhero cape, party "
        "supply, dust bunny, umbrella, darts, plastic bag, paper waste, sheet of paper, -toy truck, -toy car, -toy "
        "boat, -toy train, plane ticket, flag, sports gear, snowboard, meat, feather duster, egg",
        "flying toy; thing that flies",
        "things that fly",
        "that can fly; to fly in the wind",
        "",
    ),
    "carry groceries": (
        "shopping bag, tote bag, grocery bag, carrier bag",
        "bag, wicker basket, storage, package, luggage, school bag, freezer bags, bin bag, garbage bag, hand truck",
        "shopping carrier; bag for the supermarket",
        "shopping bags",
        "to carry groceries in; for the weekly shopping",
        "i'm {going to the supermarket}",
    ),
    # office, school, reading
    "rub out": (
        "eraser, rubber",
        "blackboard eraser, stationery, -pen, -stapler, -envelope, -ruler, -paper clips, -paper clip, sponge",
        "eraser for pencil",
        "erasers",
        "to rub out a mistake; to erase pencil marks",
        "i {wrote the wrong word} in pencil",
    ),
    "sharpen": (
        "sharpener, pencil sharpener",
        "knife, craft knife, pocket knife, utility knife, stanley knife, sharp tool, sander, sandpaper, file",
        "",
        "",
        "for a blunt pencil; to sharpen crayons with",
        "my {pencil is blunt}; the {tip of my pencil broke}",
    ),
    "calculate": (
        "calculator",
        "phone, smartphone, laptop, tablet, iphone, ipad, cell phone, mobile phone, math book, electronics, pencil, "
        "smartwatch, stationery, -stapler, -envelope, -tape, school item",
        "calculating machine",
        "",
        "to calculate with; to add up numbers with; for difficult sums",
        "i have to {add up these numbers}",
    ),
    "pen": (
        "pen, blue pen, red pen, ballpoint pen, fountain pen, gel pen, black pen, green pen, felt tip pen, pens",
        "marker, permanent marker, highlighter, whiteboard marker, pencil, mechanical pencil, stationery",
        "kind of pen; ink pen",
        "writing pens",
        "with ink to write with; to fill in a form with",
        "",
    ),
    "pencil case": (
        "pen, pencil, eraser, ballpoint pen, fountain pen, gel pen, blue pen, red pen, black pen, green pen, "
        "pencils, pens, felt tip pen, mechanical pencil, sharpener, pencil sharpener, rubber, highlighter, crayon, "
        "crayons",
        "stationery, scissors, compass, protractor, set square, glue, art, craft, school item, usb stick, -printer "
        "paper, -binder, -ring binder, -folder, -clipboard, -ream of paper, adhesive, coins, lip balm, -easel, "
        "-canvas, makeup, hair item, -globe, -school bag, -whiteboard",
        "",
        "",
        "that belongs in a pencil case; to put in my pencil case",
        "",
    ),
    "on the board": (
        "whiteboard marker, chalk",
        "marker, permanent marker, blackboard eraser, stationery, art, felt tip pen, -stapler, -envelope, fridge "
        "magnet, school item, crayon",
        "board marker",
        "",
        "to write on the classroom board with; for the teacher to write on the board",
        "",
    ),
    "pin up": (
        "thumbtacks, drawing pins",
        "adhesive, tape, scotch tape, pins, nails, fridge magnet, hooks, fastener, stapler, staple gun, glue stick, "
        "stationery, clothespins, clothes pegs, hammer, sewing, masking tape, painters tape, nail gun, stickers",
        "",
        "",
        "to pin up a poster; to pin a note to the board",
        "the {poster fell down}",
    ),
    "reminder": (
        "sticky notes, post-it notes",
        "notepad, notebook, stationery, fridge magnet, phone, smartphone, diary, shopping list, document, order pad, "
        "electronics, stickers, sheet of paper, scrap paper, craft, flash cards, whiteboard",
        "sticky slip of paper",
        "",
        "to leave a little note on; to write a reminder on",
        "i always {forget things}",
    ),
    "straight line": (
        "ruler, set square",
        "level, spirit level, tape measure, measuring tape, protractor, pencil, pen, stationery, masking tape, hand "
        "tool, school item, art",
        "",
        "",
        "to draw a straight line with; for drawing straight lines",
        "",
    ),
    "school": (
        "school bag, school book, math book, protractor, set square, flash cards, textbook, pencil case, blackboard "
        "eraser",
        "school item, stationery, reading, bag, lunch box, art, craft, electronics, clothing, sports gear, food, "
        "drink, chalk, ruler, scissors, recorder, adhesive, lab, computer part, shoes, ball, storage, globe, compass",
        "school item; school thing",
        "school things; school supplies",
        "for school; for a pupil; for my first day at school",
        "my daughter {starts school}",
    ),
    "study": (
        "textbook, school book, math book, history book, flash cards",
        "reading, dictionary, notebook, laptop, tablet, school item, e-reader, stationery, electronics, map, "
        "microscope, reading lamp, coffee, document",
        "book for studying",
        "study books",
        "to study from; to learn for my exam with",
        "i have {an exam tomorrow}",
    ),
    "look up": (
        "dictionary",
        "phone, smartphone, laptop, tablet, reading, electronics, school item, flash cards",
        "word book",
        "",
        "to look up a word in; that explains difficult words",
        "i don't {know this word}",
    ),
    "bedtime": (
        "storybook, picture book, bedtime book, fairy tale book",
        "reading, soft toy, toy, herbal tea, milk, bedding, night light, e-reader, tablet, lighting, game, puppet, "
        "poetry book, baby supply",
        "bedtime story; book for little children",
        "bedtime stories; children's books",
        "to read to the children at bedtime; with a story for the little ones",
        "the kids want {a bedtime story}",
    ),
    "news": (
        "newspaper",
        "magazine, phone, smartphone, tablet, radio, laptop, old newspaper, crumpled newspaper, reading, "
        "electronics, paper waste",
        "daily paper",
        "",
        "to read the news in; with today's headlines",
        "",
    ),
    "pages": (
        "book, novel, textbook, dictionary, cookbook, magazine, paperback, hardback, storybook, picture book, "
        "history book, notebook, school book, math book, biography, poetry book, fairy tale book, bedtime book, "
        "comic book, travel guide, red book, blue book, green book",
        f"{_PAPERY}, stationery, craft, art, document, passport, order pad, stamp album, coin album, restaurant, "
        "sheet music, package, collectible, money, school item, e-reader, advent calendar, party supply, warehouse, "
        "printer paper, tablet, electronics, travel item, -pen, -pencil, -marker, -eraser, -ruler, -stapler, -glue "
        "stick, -headphones, -mouse",
        "thing with pages",
        "things with pages",
        "with pages; to leaf through",
        "",
    ),
    "bookshelf": (
        "book, novel, dictionary, textbook, hardback, paperback, cookbook, history book, red book, blue book, green "
        "book, travel guide, poetry book, biography, storybook, picture book, fairy tale book, bedtime book, comic "
        "book",
        "reading, stationery, bookend, decor, stamp album, coin album, school item, collectible, game, art, "
        "document, music supply, storage, toy, plant, soft toy, electronics, candle",
        "",
        "",
        "that belongs on the bookshelf; for my bookcase; to borrow from the library",
        "",
    ),
    # mail and packing
    "mail": (
        "letter, postcard, parcel, bundle of letters",
        "package, document, party supply, stationery, used envelope, junk mail, money, reading, warehouse, paper "
        "waste, luggage tag",
        "piece of mail; thing for the post office",
        "mail; post",
        "to take to the post office; with an address on it",
        "",
    ),
    "send a letter": (
        "envelope, postage stamp",
        "padded envelope, bubble envelope, letter, stamp, sheet of paper, pen, stationery, postcard, package, "
        "document, collectible, notepad, -marbles",
        "",
        "",
        "to mail a letter with; for sending a letter",
        "i want to {send a letter}; i need to {mail a letter}",
    ),
    "packing material": (
        "bubble wrap, packing tape, packing peanuts, parcel tape, shipping box, cardboard box, padded envelope, "
        "bubble envelope, stretch wrap",
        "package, warehouse, adhesive, storage, old newspaper, crumpled newspaper, newspaper, tape, scotch tape, "
        "string, scissors, box cutter, paper waste, cling film, plastic wrap, gift wrap, wrapping paper, craft, food "
        "storage, bag, stationery, bin supply, blanket, towel, bedding, rope, utility knife, party supply, empty "
        "box, -hand scanner, -balloon, -balloons",
        "packing material; shipping supply",
        "packing materials; shipping supplies",
        "to pack a parcel with; to ship goods in",
        "i have to {ship an order}",
    ),
    "padding": (
        "bubble wrap, packing peanuts",
        "newspaper, paper waste, old newspaper, crumpled paper, towel, blanket, bedding, bath linen, clothing, wool, "
        "padded envelope, bubble envelope, cleaning cloth, sponge, popcorn, stretch wrap, sawdust, toilet paper, "
        "wrapping paper, paper towels, home textile, piece of fabric, soft toy, pillow, reading, printer paper, "
        "craft, wear, package, gift wrap, balloon, balloons, toilet roll, plastic bag, gauze",
        "padding for a parcel",
        "",
        "to cushion fragile goods; to stuff into a parcel so nothing breaks",
        "nothing must {break in the parcel}",
    ),
    "moving house": (
        "cardboard box, large box, cardboard carton, medium box, shipping box, brown box",
        "package, storage, luggage, bag, suitcase, wooden crate, hand truck, packing cubes, empty box, bin supply, "
        "bubble wrap, warehouse, adhesive, laundry basket",
        "moving box",
        "moving boxes",
        "to put my books in for moving house",
        "we're {moving house}",
    ),
    "keep things in": (
        "storage, cardboard box",
        "package, bag, luggage, food storage, -cling film, -plastic wrap, -aluminium foil, -aluminum foil, -tin "
        "foil, bowl, cup, lunch box, pencil case, tackle box, laundry supply, bucket, tupperware, school item, first "
        "aid kit, travel item, toy, barrel, serveware, empty box, packaging waste, cookware, vase, tool bag, phone "
        "accessory, shoe rack, small furniture, -clothespins, -clothes pegs, music supply, egg carton, camping, bin "
        "supply, accessory, cleaning tool, waste, casserole dish",
        "storage container; thing to keep stuff in",
        "storage containers; boxes and baskets",
        "to keep small things in; to store toys in; for tidying up",
        "there is {stuff everywhere}",
    ),
    "label": (
        "shipping label, barcode label, label roll",
        "stickers, pen, marker, permanent marker, luggage tag, sticky notes, post-it notes, tape, warehouse, "
        "stationery, craft, adhesive, postage stamp, stamp, masking tape, packing list, table number, collectible, "
        "-hand truck, -pallet jack, -bubble wrap",
        "label for a parcel; sticky label",
        "labels",
        "to label a box with; with a barcode on it",
        "",
    ),
    "move loads": (
        "hand truck, pallet jack, wheelbarrow",
        "pallet, rope, crate, luggage, toy truck, gloves, work gloves, pulley, machine part, toy, skateboard, back "
        "brace, sled, sledge, trolley case, small furniture, rollator, car jack, storage, warehouse, bag, -bubble "
        "wrap, -hand scanner, -shipping label, -barcode label, -packing list",
        "transport cart; trolley for loads",
        "",
        "to move heavy loads with; to roll crates around on",
        "these {boxes are too heavy} to carry",
    ),
    "warehouse": (
        "pallet jack, hand truck, hand scanner, shipping label, barcode label, stretch wrap",
        "warehouse, package, adhesive, storage, safety gear, box cutter, utility knife, ladder, stationery, building "
        "material, tool, machine part, fastener, bin supply, step ladder, stepladder, label roll, electronics, cable",
        "warehouse item; logistics item",
        "warehouse supplies",
        "for the warehouse; for the picker in the depot",
        "",
    ),
    "scan": (
        "hand scanner",
        "phone, smartphone, tablet, camera, ipad, iphone, webcam, electronics, barcode label, warehouse, cell phone, "
        "mobile phone",
        "barcode reader",
        "",
        "to scan barcodes with; to read a barcode",
        "",
    ),
    "discount": (
        "voucher, coupon",
        "gift card, document, money, ticket, leaflet, brochure, junk mail",
        "discount coupon",
        "",
        "to save money in the shop; for a discount",
        "",
    ),
    "proof of purchase": (
        "receipt",
        "invoice, bill, old receipt, crumpled receipt, document, paper waste, money",
        "proof of purchase; sales slip",
        "",
        "to show when i return the shoes; that proves i paid",
        "i want to {return these shoes}",
    ),
    "lock": (
        "padlock, bicycle lock, bike lock",
        "keys, house keys, car keys, bunch of keys, bike chain, door handle, door knob, rope, building material, zip "
        "ties",
        "lock; kind of lock",
        "locks",
        "to lock it up with; against thieves; that locks",
        "somebody might {steal my bike}",
    ),
    "bin liner": (
        "garbage bags, trash bags, bin bags, bin liners, roll of bin bags, garbage bag, bin bag",
        "plastic bag, compost bags, recycling bag, carrier bag, shopping bag, grocery bag, paper bag, bin supply, "
        "bag, freezer bags, bucket, storage, wicker basket, cardboard box, package",
        "trash sack; bin sack",
        "trash sacks; bin sacks",
        "to put the garbage in",
        "the {bin is full}",
    ),
    # electronics and power
    "electrical": (
        "electronics, appliance, power tool, -nail gun, -jigsaw, vacuum cleaner, handheld vacuum, hoover, drill, "
        "cordless drill, table lamp, bedside lamp, reading lamp, christmas lights",
        "cable, battery, machine part, computer part, lighting, calculator, clock, wall clock, alarm clock, watch, "
        "wristwatch, lantern, toy, nail gun, jigsaw, kitchen scale, thermometer, hand scanner, toothbrush, razor, "
        "microscope, stopwatch, electric guitar, music, music supply, egg timer, lawn mower, baby supply, phone "
        "accessory, decor, seasonal decor, bike gear, medicine, hospital, lab, car supply, sewing, sports gear, "
        "blanket, toiletry, hair item, kitchen tool, warehouse, mobility aid, bedding, camping, fitness gear, safety "
        "gear, garden tool, shaving cream, paint supply, -allen key",
        "electrical device; electrical appliance",
        "electrical devices; electrical appliances",
        "electrical; that runs on electricity; that must not get wet inside",
        "",
    ),
    "household appliance": (
        "appliance, vacuum cleaner, hoover",
        "electronics, handheld vacuum, power tool, table lamp, kitchen tool, kitchen scale, lighting, egg timer, "
        "lawn mower, alarm clock, drill",
        "household appliance; domestic appliance",
        "household appliances",
        "",
        "",
    ),
    "battery powered": (
        "flashlight, torch, remote control, tv remote, headlamp, head torch",
        "electronics, toy, clock, wall clock, alarm clock, watch, wristwatch, power tool, drill, cordless drill, "
        "lighting, battery, cable, calculator, thermometer, kitchen scale, toothbrush, razor, car supply, hand "
        "scanner, handheld vacuum, decor, seasonal decor, stopwatch, egg timer, lantern, computer part, toiletry, "
        "music supply, music, bike gear, baby supply, medicine, hospital, car keys, warehouse, appliance, lab, "
        "sports gear, soft toy, book, phone accessory, machine part, soft toy, keys, garden tool, kitchen tool, "
        "cleaning tool, selfie stick, mobility aid, camping, game, safety gear, pet supply, candle",
        "battery powered device",
        "battery powered devices",
        "that runs on batteries; battery powered; that needs batteries",
        "",
    ),
    "stores electricity": (
        "battery, batteries, power bank",
        "electronics, capacitor, drill, cordless drill, charger, cable, wireless charger, power tool, machine part, "
        "computer part, handheld vacuum, lighting",
        "power source; source of power",
        "power sources; batteries of any kind",
        "that stores electricity; that gives power",
        "",
    ),
    "for the remote": (
        "aa batteries, aaa batteries, batteries, pack of batteries, rechargeable batteries",
        "battery, charger, power bank, cable, remote control, tv remote, flashlight, torch",
        "",
        "",
        "to put in the dead remote control; for an empty flashlight",
        "the {remote is dead}; my {flashlight won't turn on}",
    ),
    "mains plug": (
        "appliance, extension cord, phone charger, laptop charger, table lamp, power strip, extension lead, "
        "extension cable, usb charger, record player",
        "electronics, cable, power tool, lighting, christmas lights, vacuum cleaner, hoover, seasonal decor, "
        "handheld vacuum, lawn mower, electric guitar, alarm clock, battery, computer part, garden tool, sewing, "
        "drill, lab, microscope, music, decor, hand scanner, drill battery, blanket, lantern, phone accessory, "
        "building material, toothbrush, razor, -usb stick, -remote control, -tv remote, -flashlight, -earbuds, "
        "-headlamp, -head torch, -drone",
        "",
        "",
        "that plugs into the wall; that needs a wall socket",
        "",
    ),
    "more sockets": (
        "extension cord, power strip, extension lead, extension cable",
        "adapter, plug adapter, power cable, power cord, cable, usb charger, power bank",
        "extension for the wall socket",
        "",
        "when the cord is too short; to plug in the lamp across the room",
        "the {cord is too short}; the {socket is too far away}",
    ),
    "computer accessory": (
        "mouse, keyboard, monitor, webcam, usb stick, usb cable, usb drive, external hard drive, flash drive",
        "electronics, computer part, cable, phone accessory, adapter, -flashlight, printer paper, calculator, memory "
        "stick, -drone, -torch, stationery, bag, battery",
        "computer accessory; computer peripheral",
        "computer accessories; things for the computer",
        "to connect to a computer; that plugs into a computer",
        "",
    ),
    "inside a computer": (
        "hard drive, graphics card, ram module, motherboard",
        "computer part, machine part, cable, electronics, battery, button battery, -spring, -piston, -gearbox, "
        "-external hard drive, -headphones, -mouse, -flashlight",
        "part of a pc; computer component",
        "computer components; pc parts",
        "to build a pc with; that sits inside a computer",
        "",
    ),
    "save files": (
        "usb stick, usb drive, memory stick, flash drive, hard drive, external hard drive",
        "memory card, sd card, computer part, laptop, phone, smartphone, tablet, electronics, -mouse, -keyboard, "
        "-headphones, -flashlight, -monitor, cable, -charger, -extension cord, folder, binder, stationery",
        "data storage device; drive for data",
        "data storage devices",
        "to save files on; to store photos on; for a backup",
        "i must {back up my files}",
    ),
    "type": (
        "keyboard, laptop",
        "phone, smartphone, tablet, ipad, iphone, mobile phone, cell phone, electronics, calculator, -headphones, "
        "-flashlight, -speaker, tablet cover, -mouse, toy",
        "thing with keys to type on",
        "",
        "to type on; to type a report with",
        "",
    ),
    "sing into": (
        "microphone",
        "headset, walkie talkie, phone, smartphone, iphone, cell phone, mobile phone, laptop, webcam, tablet, "
        "electronics, video camera, music, hair brush, -mouse, -monitor, -keyboard, toy, music supply",
        "mic",
        "",
        "to sing into; for a singer on stage to hold",
        "they {can't hear me} on stage",
    ),
    "screen": (
        "smartphone, laptop, tablet, monitor, ipad, iphone, smartwatch, e-reader",
        "electronics, -headphones, -earbuds, -keyboard, -flashlight, -microphone, -speaker, -headset, calculator, "
        "watch, clock, thermometer, stopwatch, kitchen scale, hand scanner, alarm clock, toy phone, toy, microscope, "
        "appliance, computer part, phone accessory, camera, baby supply, egg timer, car supply, egg timer, medicine, "
        "hospital, fitness gear, lab, warehouse, -memory card, -sd card, -hard drive, -usb drive, -phone case, "
        "-tripod, -selfie stick, -ice scraper, -screen protector",
        "device with a screen; screen device",
        "devices with a screen; screens",
        "with a screen; with a display",
        "",
    ),
    "watch a film": (
        "laptop, tablet, ipad",
        "electronics, monitor, smartphone, phone, iphone, popcorn, -mouse, -keyboard, -flashlight, phone accessory, "
        "computer part, food, drink, bedding",
        "",
        "",
        "to watch a film on; to stream a series on",
        "i want to {watch a movie}",
    ),
    "video games": (
        "gaming console, game console, game controller",
        "electronics, laptop, tablet, monitor, smartphone, computer part, headset, game, toy, -flashlight",
        "gaming gear; video game device",
        "gaming things; video game gear",
        "to play video games with; for a gamer",
        "i want to {play video games}",
    ),
    "for taking photos": (
        "camera, digital camera, camera lens, tripod, camera battery, camera bag",
        "phone, smartphone, iphone, sd card, memory card, selfie stick, electronics, tablet, ipad, battery, phone "
        "accessory, drone, computer part, -mouse, -keyboard, lighting",
        "photography item; thing for a photographer",
        "photography things; photo equipment",
        "for a photographer; for my photography hobby",
        "",
    ),
    "noisy": (
        "whistle, drum, trumpet, alarm clock, vacuum cleaner, hoover, drill, electric drill, cordless drill, "
        "circular saw, angle grinder, lawn mower, hair dryer, hairdryer, party popper, tambourine, bike bell, "
        "bicycle bell, maracas, bongos",
        _all_but(
            f"{_TEXTILE}, {_PAPERY}, sauce, dairy, fruit, vegetable, meat, bread, spice, oil, cake, chocolates, "
            "stationery, cleaning agent, storage, toiletry, makeup, sewing, paint supply, adhesive, plant, cut "
            "flower, soft toy, plate, craft, art, shoe care, first aid, garden supply, jewelry, bag, cleaning "
            "cloth, hair item"
        ),
        "noisy thing; noise maker",
        "noisy things; loud things",
        "noisy; that makes noise; loud; that would wake the baby",
        "",
    ),
    "gets hot": (
        "camping stove, hair dryer, hairdryer, heat gun, steam iron, clothes iron, electric kettle, waffle maker, "
        "bunsen burner, hot glue gun, rice cooker, slow cooker",
        _all_but(
            f"{_TEXTILE}, {_PAPERY}, any fruit, sweets, snack, spice, bread, stationery, storage, toy, soft toy, "
            "game, ball, jewelry, bag, luggage, shoes, fastener, paper waste, frozen dessert, dairy, sewing, plant, "
            "cut flower, cleaning supply, makeup, rain gear, -toast, -garlic bread, -popcorn, -bag of popcorn, "
            "garden tool, party supply, money"
        ),
        "thing that gets hot",
        "things that get hot",
        "that gets hot; hot when it is switched on",
        "",
    ),
    "flame": (
        "lighter, matches, box of matches, matchbox",
        "candle, fire starter, bunsen burner, camping stove, candlestick, scented candle, birthday candles, "
        "tealights, torch, heat gun, incense sticks, lantern, hot glue gun, decor, camping, lab",
        "fire lighter",
        "",
        "",
        "i want to {light the candles}",
    ),
    "fuel": (
        "firewood, kindling, firelighters, charcoal, bag of charcoal",
        "fire starter, plank, wooden board, old newspaper, paper waste, cardboard box, pine cone, piece of "
        "driftwood, petrol can, gas can, camping stove, newspaper, dead leaves, plywood sheet, ethanol, crumpled "
        "paper, storage, building material, package, popsicle sticks, car supply, marshmallows, meat, methanol, "
        "sawdust",
        "fuel for the fire",
        "",
        "for the campfire; to burn in the fireplace; to feed the fire with",
        "the {fire is going out}",
    ),
    "light bulb": (
        "light bulb, lightbulb, led bulb",
        "lighting, led, fuse, battery, christmas lights",
        "",
        "bulbs for the lamp",
        "to screw into the ceiling lamp",
        "the {bulb burned out}",
    ),
    # garden, plants, pets
    "garden shed": (
        "rake, shovel, hose, watering can, trowel, wheelbarrow, hoe, spade, garden fork, pitchfork, hand trowel, "
        "weeder, leaf rake, lawn mower, garden spade, garden shears, secateurs",
        "garden tool, garden supply, tool, sharp tool, paint supply, building material, fire starter, ladder, step "
        "ladder, stepladder, storage, camping, sports gear, bike gear, car supply, rope, plant, bucket, ball, winter "
        "sport, broom, pet supply, small furniture, tarp, work gloves, fishing, safety gear, work boots, wellies, "
        "shoes",
        "",
        "",
        "that belongs in the garden shed; for the gardener; for working outside in the garden",
        "",
    ),
    "garage": (
        "car tire, spare tire, car jack, motor oil, engine oil, petrol can, gas can, bike pump, bicycle pump, tyre",
        _all_but(
            f"{_EDIBLE}, tableware, kitchen tool, clothing, underwear, swimwear, jewelry, makeup, hair item, "
            "bedding, bath linen, makeup, baby supply, baby clothes, stationery, soft toy, first aid, toiletry, "
            "chemical, hospital, restaurant, sewing, cookware, party supply, cut flower"
        ),
        "",
        "",
        "that belongs in the garage; for the mechanic in the garage",
        "",
    ),
    "toolbox": (
        "hammer, screwdriver, wrench, pliers, tape measure, chisel, allen key, socket wrench, spanner, adjustable "
        "wrench, phillips screwdriver, claw hammer, flat screwdriver, measuring tape",
        "tool, -rake, -shovel, -hose, -watering can, -wheelbarrow, -lawn mower, -spade, -pitchfork, -garden fork, "
        "-garden spade, -leaf rake, fastener, adhesive, sharp tool, machine part, tape, scissors, battery, safety "
        "gear, sandpaper, paint supply, string, cable, ruler, flashlight, torch, plumbing, lighting, rope, wire "
        "spool, -bread knife, -cheese knife, -peeler, -potato peeler, rubber bands, building material, stationery, "
        "bike gear",
        "thing from a toolbox",
        "contents of a toolbox",
        "that belongs in a toolbox; for a handyman",
        "",
    ),
    "plumber": (
        "pipe fitting, plastic pipe, faucet, tap, drain plug, pipe clamp, elbow joint, copper pipe, shower hose, "
        "shower head",
        "plumbing, plunger, wrench, adjustable wrench, monkey wrench, hand tool, gasket, valve, hose, adhesive, "
        "drain cleaner, washers, hacksaw, bucket, machine part, tool, safety gear, fastener, electrical tape, "
        "building material",
        "plumbing part; plumbing item",
        "plumbing parts; plumbing supplies",
        "for the plumber; to install a sink with",
        "the {sink is leaking}",
    ),
    "builder": (
        "brick, bricks, plank, wooden board, plywood sheet, drywall sheet, bag of cement, roof tile, ceramic tiles, "
        "floor tile",
        "building material, paint supply, plumbing, fastener, tool, adhesive, steel rod, steel plate, machine part, "
        "building blocks, lego bricks, safety gear, pebble, piece of driftwood, package",
        "building material; material for a house",
        "building materials; construction materials",
        "to build a house from; for the bricklayer",
        "",
    ),
    "vase": (
        "rose, red rose, bouquet, bouquet of roses, bunch of flowers, daisy, daffodils, tulips, carnation, lily",
        "plant, water, decor, garden supply, wreath, seasonal decor, pine cone, -flower pot, -cactus, -bonsai, "
        "-flower seeds, -vegetable seeds, -grass seed, -empty flower pot",
        "cut flower; flower for a vase",
        "cut flowers; flowers for the table",
        "to put in a vase; from the florist; with petals",
        "",
    ),
    "romantic": (
        "bouquet, bouquet of roses, red rose, rose, box of chocolates, bunch of flowers",
        "cut flower, jewelry, perfume, chocolates, candle, scented candle, alcohol, ring, necklace, bracelet, plant, "
        "wear, food, decor, soft toy, makeup, party supply, collectible, music, reading, letter, postcard, gift box, "
        "bath linen, electronics, travel item, document, toy, package, bedding, money, bag, drink, hair item, "
        "christmas ornament, seasonal decor, gift card, glass, wine glass, champagne glass, champagne flute, toiletry",
        "romantic present; gift for my sweetheart",
        "romantic gifts",
        "romantic; for valentine's day; to give to my girlfriend",
        "i have {a date tonight}; i forgot our {anniversary}",
    ),
    "sow": (
        "flower seeds, vegetable seeds, packet of seeds, grass seed",
        "bird seed, sunflower seeds, pumpkin seeds, garlic, onion, potato, nuts, garden supply, plant, bag of "
        "potatoes, spice, lentils, collectible, peas, fruit, corn, vegetable, pine cone, shallot",
        "seed to sow",
        "seeds to sow",
        "to sow in spring; that turns into a plant",
        "i want to {grow my own carrots}",
    ),
    "repot": (
        "potting soil, bag of soil",
        "garden supply, trowel, hand trowel, garden tool, plant, bag of sand, bag of gravel, garden gloves, bowl, "
        "storage",
        "soil for plants",
        "",
        "to fill a flower pot with; to repot my plant in fresh earth",
        "",
    ),
    "help plants grow": (
        "fertilizer, plant food",
        "garden supply, water, watering can, hose, coffee grounds, eggshells, egg shells, food waste, waste, garden "
        "tool, lighting, banana peel, plant, milk, food scraps, apple core, used tea bag, dead leaves",
        "plant fertilizer",
        "",
        "to make my plants grow faster; to feed the roses with",
        "my {tomatoes don't grow}",
    ),
    "desert plant": (
        "cactus, succulent, aloe plant",
        "snake plant, palm, lavender pot, bonsai, sunflower, rubber plant, spider plant, plant, dracaena, -fern, "
        "-peace lily, -basil plant, -tomato plant, -orchid, -ivy, -mint plant, -rose bush, -tulip, -violet",
        "plant from the desert; plant that hardly needs water",
        "desert plants",
        "green that survives in the desert",
        "i always {forget to water plants}",
    ),
    "for the dog": (
        "dog food, dog leash, chew bone, dog toy, dog collar, dog bowl, dog bed, dog treats, bag of dog food",
        "pet bowl, pet carrier, ball, frisbee, toy, meat, blanket, brush, water, soft toy, pet supply, -cat toy, "
        "-cat food, -fish food, -bird seed, -cat litter, -litter box, -scratching post, -bird feeder, -cat collar, "
        "-cat bowl, -can of cat food, food, food waste, cushion, bedding, hairbrush, bowl, towel, medicine, "
        "-chocolates, shampoo, rope, bin supply, -hot dog",
        "dog thing; thing for our puppy",
        "dog things; dog supplies",
        "for our puppy; that a dog needs",
        "we {got a puppy}",
    ),
    "for the cat": (
        "cat food, cat toy, cat litter, litter box, scratching post, cat collar, cat bowl, can of cat food",
        "pet bowl, pet carrier, ball, toy, meat, fish, milk, blanket, brush, water, soft toy, ball of yarn, yarn, "
        "wool, pet supply, -dog food, -dog leash, -dog toy, -bird seed, -fish food, -chew bone, -dog collar, -dog "
        "bowl, -dog bed, -dog treats, -bag of dog food, -bird feeder, bowl, food, cushion, bedding, string, package, "
        "food waste, sewing, medicine, storage, hairbrush, dairy",
        "cat thing; thing for our kitten",
        "cat things; cat supplies",
        "for our kitten; that a cat needs",
        "we {got a kitten}",
    ),
    "for birds": (
        "bird seed, bird feeder",
        "nuts, bread, sunflower seeds, staple, fruit, garden supply, pet bowl, water, pet carrier, vegetable, bowl, "
        "food waste, cereal, binoculars, pet supply, -dog food, -dog leash, -dog collar, -cat food, -dog toy, -cat "
        "toy",
        "",
        "bird things",
        "for the birds in the garden; for the sparrows; for my parrot",
        "the {birds are hungry}",
    ),
    "aquarium": (
        "fish food",
        "pebble, bag of gravel, pet supply, -dog food, -dog leash, -cat food, -bird seed, -dog toy, -dog bed, "
        "seashell, plant, water, collectible, landing net, bag of sand",
        "",
        "",
        "for the goldfish; for the aquarium",
        "the {goldfish are hungry}",
    ),
    "animal food": (
        "dog food, cat food, bird seed, fish food, dog treats, bag of dog food, can of cat food",
        "chew bone, meat, fish, food, milk, water, bait, food waste, pet supply, -dog leash, -cat toy, -dog toy, "
        "-dog bed, -litter box, -cat litter, -dog collar, -cat collar, -pet carrier, -scratching post, -hot dog",
        "animal food; pet food",
        "pet foods",
        "to feed an animal with; edible for a pet",
        "",
    ),
    "hungry dog": (
        "dog food, dog treats, bag of dog food",
        "chew bone, meat, food, dog bowl, pet bowl, food waste, cat food, can of cat food, fish, drink, -hot dog",
        "",
        "",
        "to feed the dog with; for the dog's dinner",
        "the {dog is hungry}; the {dog is begging}",
    ),
    "hungry cat": (
        "cat food, can of cat food",
        "meat, fish, milk, cat bowl, pet bowl, food, food waste, dog food, bag of dog food, fish food, drink, dog "
        "treats",
        "",
        "",
        "to feed the cat with; for the cat's dinner",
        "the {cat is hungry}; the {cat keeps meowing}",
    ),
    "walk the dog": (
        "dog leash",
        "dog collar, dog treats, dog toy, ball, shoes, rain gear, bin supply, warm wear, wear, rope, pet supply, "
        "-cat toy, -cat food, -fish food, -bird seed, -cat litter, -litter box, -scratching post, plastic bag, "
        "lighting",
        "",
        "",
        "to take the dog for a walk with; so that the dog can't run away",
        "the {dog has to go out}",
    ),
    # home, party, children
    "party supply": (
        "party supply, -wrapping paper, -gift wrap, birthday cake",
        "decor, food, drink, costume, game, cup, plate, gift wrap, wrapping paper, music, speaker, seasonal decor, "
        "toy, clothing, electronics, makeup, straws, craft, candle, tableware, lighting, jewelry, restaurant, shoes, "
        "package, cut flower, napkins, napkin, home textile, accessory, food waste, paper cup, ribbon, matches",
        "party item; birthday party item",
        "party supplies; birthday party things",
        "for the party; for a birthday party; festive",
        "we're {throwing a party}; it's {his birthday}",
    ),
    "wrap a present": (
        "gift wrap, wrapping paper",
        "ribbon, gift box, tape, scotch tape, scissors, paper bag, craft, adhesive, package, bag, stationery, food "
        "storage, newspaper, party supply, -balloon, -balloons, -party hat, -confetti, cling film, storage",
        "gift wrapping",
        "",
        "to wrap a present in; to make a gift look nice",
        "i still have to {wrap his present}",
    ),
    "decoration": (
        "vase, figurine, wreath, ornament, statue, painting, poster, picture frame, photo frame, snow globe, candle, "
        "scented candle, candlestick",
        "decor, seasonal decor, plant, cut flower, party supply, home textile, collectible, music, toy, soft toy, "
        "bedding, lighting, costume, craft, art, reading, small furniture, storage, jewelry, bowl, serveware, globe, "
        "crystal, plate, cup, trophy, fruit, food storage, sewing, dead leaves, fridge magnet, clock, chess set, "
        "camping, map, package",
        "decoration; decorative item",
        "decorations; decorative things",
        "decorative; to decorate the living room with",
        "the {room looks so bare}",
    ),
    "christmas": (
        "christmas ornament, christmas lights, christmas stocking, christmas star, tinsel, advent calendar, advent "
        "wreath",
        "decor, food, drink, candle, gift wrap, wrapping paper, gift box, candy cane, gingerbread man, party supply, "
        "pine cone, toy, soft toy, lighting, warm wear, craft, plant, ornament, wreath, music, package, seasonal "
        "decor, game, cup, clothing, sled, cut flower, reading, jewelry, -halloween mask, -plastic pumpkin, -jack o "
        "lantern",
        "christmas thing; christmas decoration",
        "christmas things; christmas decorations",
        "for christmas; for the christmas tree; christmassy",
        "we want to {decorate the christmas tree}",
    ),
    "halloween": (
        "halloween mask, plastic pumpkin, jack o lantern",
        "costume, pumpkin, sweets, candy, treat, party supply, makeup, candle, candy bar, bag, food, lighting, "
        "decor, toy, bed sheet, chocolates, bedding, clothing, drink, fire starter",
        "halloween thing; halloween decoration",
        "halloween things",
        "for halloween; for trick or treating",
        "",
    ),
    "dress up": (
        "costume, halloween mask",
        "party hat, party hats, clothing, wear, makeup, party supply, hair item, lab coat, safety gear, winter "
        "sport, seasonal decor, toy, hospital, swimwear, -christmas lights, -advent calendar, bed sheet, baby "
        "clothes, helmet, -toy kitchen, apron",
        "costume; part of a costume; disguise",
        "costumes; disguises",
        "to dress up in; for a costume party; for carnival",
        "i want to {be a pirate} for carnival",
    ),
    "hang on the wall": (
        "painting, poster, wall clock, tapestry, mirror",
        "decor, home textile, seasonal decor, flag, map, banner, wreath, document, hooks, clock, picture frame, "
        "photo frame, party supply, collectible, reading, whiteboard, garden tool, hand tool, lighting, costume, "
        "plant, storage, music, postcard, monitor, sports gear, trophy, road map, city map, travel item, fastener, "
        "adhesive, bag, canvas, art, school item, globe, kitchenware, wear, paint supply, electronics, building "
        "material, winter sport, water sport, bike gear, camping, warehouse, cookware, restaurant, ladder, toy, "
        "jewelry",
        "wall decoration",
        "wall decorations",
        "to hang on the wall; for the empty wall",
        "the {wall looks so empty}",
    ),
    "smells good": (
        "perfume, scented candle, rose, red rose, bouquet of roses, lavender pot, incense sticks",
        _all_but(
            "any waste, tool, fastener, machine part, electronics, computer part, phone accessory, cable, battery, "
            "building material, plumbing, stationery, document, money, luggage, storage, ball, sports gear, fitness "
            "gear, winter sport, car supply, bike gear, shoes, fishing, jewelry, game, cup, plate, bowl, cutlery, "
            "cleaning tool, bin supply, chemical, -orange peel, -coffee grounds, -used tea bag, warehouse, hospital, "
            "lighting, safety gear, small furniture, -pine cone"
        ),
        "",
        "fragrant things",
        "that smells good; with a lovely scent",
        "",
    ),
    "stinks": (
        "dirty diaper, dirty socks, rotten apple, rotten tomato, fish bones",
        _all_but(
            "stationery, reading, document, toy, jewelry, money, electronics, computer part, cable, clothing, cut "
            "flower, game, ball, bedding, home textile, cup, plate, cutlery, fastener, hand tool, building material, "
            "cake, dessert, frozen dessert, chocolates, water, juice, storage, decor, seasonal decor, -dirty socks, "
            "bag, luggage, baby clothes, sewing, craft, music, lighting, soda, fruit, sour fruit, tea, bread, hair "
            "item, luggage, party supply, phone accessory"
        ),
        "stinking thing",
        "stinking things",
        "that smells bad",
        "",
    ),
    "baby": (
        "baby supply, baby clothes, baby food",
        "soft toy, toy, toiletry, bedding, milk, bath linen, picture book, high chair, night light, pharmacy, water, "
        "storybook, bedtime book, cleaning cloth, egg, thermometer, warm wear, food, reading, laundry supply, "
        "appliance, cleaning agent, small furniture, dirty diaper",
        "baby item; thing for a baby",
        "baby things; baby supplies",
        "for the baby; for a newborn; for the nursery",
        "we're {expecting a baby}",
    ),
    "change the baby": (
        "diaper, diapers, nappy, nappies, pack of diapers",
        "baby wipes, baby powder, baby clothes, baby supply, wet wipes, towel, toiletry, cleaning cloth, -pacifier, "
        "-dummy, -baby bottle, -bib, bath linen, plastic bag, bin supply, underwear, dirty diaper, ointment, medicine",
        "",
        "",
        "to change the baby with; for the baby's wet bottom",
        "the {baby is wet}; the {baby needs changing}",
    ),
    "family game": (
        "board game, chess set, monopoly, scrabble, checkers, draughts, dominoes, card game, playing cards, deck of "
        "cards, pack of cards",
        "game, puzzle, jigsaw puzzle, dice, gaming console, game console, toy, ball, table tennis bat, sports gear, "
        "electronics, ping pong paddle, soft toy, lego set, trading card, game controller, book",
        "game for the family; tabletop game",
        "games; tabletop games",
        "to play on a rainy evening at the table; for game night",
        "let's have {a game night}",
    ),
    "cards": (
        "deck of cards, pack of cards, playing cards",
        "card game, trading card, game, flash cards, -dominoes, -chess board, -chess pieces, -darts, -checkers, "
        "-draughts",
        "set of cards to play with",
        "cards to play with",
        "to play poker with; to shuffle and deal",
        "we want to {play poker}",
    ),
    "chess": (
        "chess set, chess board, chess pieces",
        "board game, checkers, draughts, stopwatch, clock",
        "thing for a chess player",
        "",
        "for chess; to checkmate you with",
        "let's {play chess}",
    ),
    "toy vehicle": (
        "toy car, toy truck, toy train, toy plane, toy boat, wooden train, train set",
        "toy, -doll, -teddy bear, -dice, -marbles, -deck of cards, -puzzle, -kite, -yo-yo, -board game, -toy "
        "kitchen, -toy phone, -chess set, -soap bubbles, drone, skateboard, rubber duck, sled, sledge, toboggan",
        "toy vehicle; little vehicle for a kid",
        "toy vehicles",
        "for a boy who loves cars and trains",
        "",
    ),
    "construction toy": (
        "lego bricks, lego set, building blocks",
        "red block, blue block, green block, yellow block, train set, toy, popsicle sticks, brick, bricks, dominoes, "
        "-doll, -deck of cards, -kite, -rubber duck, -teddy bear, -water gun, play dough, building material, soft "
        "toy, game, craft, storage",
        "construction toy; toy to build with",
        "construction toys",
        "to build a toy castle from; for a little builder",
        "",
    ),
    "bath toy": (
        "rubber duck, toy boat",
        "soap bubbles, bubble bath, water gun, ball, toy, sponge, bath linen, cup, toiletry, water sport, -puzzle, "
        "-board game, -deck of cards, -chess set, -jigsaw puzzle, -kite, -teddy bear",
        "bath toy; toy for the tub",
        "bath toys",
        "to play with in the bathtub",
        "",
    ),
    "colour in": (
        "crayon, crayons, colored pencils",
        "felt tip pen, marker, art, coloring book, stationery, highlighter, -stapler, -envelope, -ruler, -paper "
        "clips, -eraser, -binder, pens, makeup, craft, paint supply",
        "coloring pencil",
        "coloring pencils",
        "to color in a picture with; for little artists to color with",
        "",
    ),
    "model": (
        "clay, play dough, modelling clay",
        "flour, craft, art, baking supply, bag of flour, -chalk, -easel, -paint brush, bag of cement, candle, "
        "chewing gum, chewed gum, building material",
        "modelling material",
        "",
        "to model with; to shape with my hands; that can be kneaded",
        "",
    ),
    "craft": (
        "glitter, beads, pipe cleaners, googly eyes, colored paper, construction paper, craft paper, origami paper, "
        "cardstock, popsicle sticks",
        "craft, art, sewing, stationery, adhesive, hot glue gun, scissors, paint supply, fastener, collectible, "
        "party supply, craft knife, toilet roll, piece of fabric, toy, cotton swabs, decor, waste, paper waste, "
        "packaging waste, package, cleaning cloth, building material, food storage, sharp tool, straws, straw, music "
        "supply, seasonal decor, plant, storage, makings, jewelry, makeup, toothpicks",
        "craft supply; crafting item",
        "craft supplies; crafting things",
        "for crafting; for a craft project; to make a collage with",
        "the kids want to {do crafts}",
    ),
    "origami": (
        "origami paper, colored paper",
        "craft paper, sheet of paper, printer paper, construction paper, craft, stationery, wrapping paper, scrap "
        "paper, paper waste, reading, ream of paper, napkin, napkins, gift wrap, document, -glitter, -beads, -googly "
        "eyes, -pipe cleaners, -pen, -pencil, -marker, -ruler, -stapler, money, art, sticky notes",
        "",
        "",
        "to fold paper birds from; for origami",
        "",
    ),
    "sew": (
        "needle, sewing needle, thread, spool of thread, sewing kit",
        "sewing, scissors, craft, fishing line, -yarn, -ball of yarn, -wool, adhesive, staple gun",
        "",
        "",
        "to sew on a button with; to mend a torn shirt; for the tailor",
        "",
    ),
    "sewing supply": (
        "needle, sewing needle, thread, spool of thread, sewing kit, thimble, pin cushion, pins",
        "sewing, scissors, tape measure, measuring tape, craft, steam iron, ribbon, home textile",
        "sewing item",
        "sewing things",
        "for sewing; from the sewing box",
        "",
    ),
    "knit": (
        "yarn, wool, ball of yarn",
        "thread, spool of thread, string, ball of string, needle, sewing, craft, -thimble, -pins, -button, -buttons, "
        "rope",
        "yarn for knitting",
        "",
        "to knit a scarf with; to crochet with; for a granny who knits",
        "i want to {knit a scarf}",
    ),
    "wind instrument": (
        "flute, harmonica, trumpet, clarinet, saxophone, recorder, piccolo",
        "whistle, music, -guitar, -violin, -drum, -ukulele, -tambourine, -cello, -banjo, -bongos, -xylophone, "
        "-maracas, -acoustic guitar, -electric guitar, party supply, toy",
        "wind instrument; instrument to blow into",
        "wind instruments",
        "musical to blow into",
        "",
    ),
    "string instrument": (
        "guitar, violin, ukulele, cello, banjo, acoustic guitar, electric guitar",
        "violin bow, guitar strings, toy",
        "string instrument; instrument with strings",
        "string instruments",
        "musical with strings",
        "",
    ),
    "percussion": (
        "drum, tambourine, bongos, xylophone, maracas",
        "drumsticks, pot, pan, music supply, toy, whistle, wooden spoon, bucket, spoon, metronome, -guitar strings, "
        "cookware",
        "percussion instrument; instrument to beat",
        "percussion instruments; drums",
        "to beat a rhythm on; to drum on",
        "",
    ),
    "guitarist": (
        "guitar strings, guitar pick, guitar case, guitar strap, guitar, acoustic guitar, electric guitar",
        "music stand, metronome, sheet music, ukulele, banjo, music supply, music, microphone, electronics, speaker, "
        "cable, -drum, -drumsticks, -violin bow, -violin case, -trumpet, -flute, stool",
        "thing for a guitarist",
        "things for a guitarist",
        "for a guitar player; for my guitar lesson",
        "",
    ),
    # lab and hospital
    "measure liquid": (
        "graduated cylinder, measuring cup, pipette, syringe",
        "beaker, flask, teaspoon, tablespoon, shot glass, erlenmeyer flask, lab, cup, water jug, kitchen scale, "
        "pitcher, baby bottle, spoon, dessert spoon, soup spoon, bowl, ladle, -microscope, -lab coat, -microscope "
        "slide",
        "measure for liquids",
        "",
        "to measure a liquid with; to measure out 50 milliliters",
        "",
    ),
    "magnify": (
        "microscope, magnifying glass",
        "reading glasses, camera lens, binoculars, camera, digital camera, phone, smartphone, glasses, lab, iphone, "
        "electronics, contact lenses, video camera, -beaker, -test tube, -petri dish, -pipette, -lab coat, webcam, "
        "travel item, phone accessory",
        "magnifying device",
        "magnifiers",
        "that makes tiny things look bigger; to look at an ant with; to read tiny print with",
        "the {print is too small}",
    ),
    "see far": (
        "binoculars",
        "camera lens, camera, digital camera, glasses, video camera, electronics, magnifying glass, drone, contact "
        "lenses, phone accessory, travel item, accessory",
        "",
        "",
        "to see far away with; to watch birds with; to look at the mountains through",
        "",
    ),
    "read better": (
        "glasses, reading glasses",
        "contact lenses, magnifying glass, sunglasses, lighting, flashlight, accessory, e-reader, safety glasses",
        "visual aid",
        "",
        "from the optician",
        "i can't {see clearly}; my {eyesight is bad}",
    ),
    "chemistry vessel": (
        "beaker, flask, test tube, erlenmeyer flask, round bottom flask",
        "lab, bowl, cup, graduated cylinder, glass, food storage, -lab coat, -microscope, -safety goggles, "
        "-magnifying glass, -bunsen burner, -filter paper, -cover slip, cookware, vase, pitcher",
        "vessel for chemicals; laboratory vessel",
        "laboratory vessels; lab vessels",
        "to mix chemicals in; for a chemical reaction",
        "",
    ),
    "chemical": (
        "chemical",
        "cleaning agent, reagent bottle, baking soda, baking powder, battery, medicine, paint supply, adhesive, "
        "vinegar, salt, toiletry, fire starter, makeup, fertilizer, hair item, oil, alcohol, car supply, lab, spice, "
        "baking supply, garden supply, battery, water, bug spray, insect repellent, first aid, paint can, art, shoe "
        "care",
        "chemical; chemical substance",
        "chemicals; chemical substances",
        "chemical from the lab",
        "",
    ),
    "corrosive": (
        "hydrochloric acid, sulfuric acid, bottle of acid",
        "chemical, -sodium chloride, -saline solution, -buffer solution, cleaning agent, battery, vinegar, reagent "
        "bottle, sour fruit, soda, car supply, paint supply, oil, lab",
        "strong acid; corrosive liquid",
        "acids; corrosive liquids",
        "corrosive; that burns the skin and eyes; highly acidic",
        "",
    ),
    "doctor": (
        "stethoscope, blood pressure cuff, surgical gown, surgical mask, hospital gown",
        "hospital, pharmacy, mobility aid, lab, safety gear, toiletry, scissors, flashlight, hot water bottle, lab "
        "coat, clothing",
        "piece of hospital equipment; thing for a doctor",
        "hospital equipment; doctor's things",
        "for a doctor; for the hospital; to examine a patient with",
        "",
    ),
    "help walking": (
        "crutches, walking stick, cane, walker, walking frame, rollator",
        "ski poles, umbrella, mobility aid, shoes, broom, golf club, -wrist brace, hospital, black umbrella, hockey "
        "stick, insoles",
        "thing to lean on",
        "",
        "for grandpa to walk with; for a sprained ankle",
        "my {leg is broken}; i can {hardly walk}",
    ),
    "first aid": (
        "bandage, band aids, plasters, gauze, gauze pads, bandage roll, medical tape, antiseptic wipes, wound "
        "dressing, box of plasters, sticking plasters, antiseptic cream, first aid kit",
        "pharmacy, hospital, scissors, tweezers, flashlight, blanket, toiletry, safety gear, tape, adhesive, pins, "
        "tissues, hand sanitizer, cleaning cloth, ice pack, chemical, lighting",
        "first aid item",
        "first aid supplies",
        "that belongs in the first aid box; for first aid",
        "he {is bleeding}; she {scraped her knee}",
    ),
    # what things are made of, and how they are
    "wood": (
        "wooden spoon, wooden bowl, plank, wooden board, plywood sheet, wooden train, popsicle sticks, wooden box, "
        "wooden crate, pencil, pencils, colored pencils, toothpicks, firewood, kindling, piece of driftwood, violin, "
        "acoustic guitar, cello",
        _all_but(
            f"{_EDIBLE}, {_TEXTILE}, {_PAPERY}, electronics, computer part, cable, battery, machine part, cleaning "
            "agent, toiletry, -comb, -hairbrush, medicine, first aid, ball, balloon, balloons, chemical, cut "
            "flower, adhesive, plumbing, jewelry, money, soft toy, rain gear, appliance, makeup, glass, wine glass, "
            "beer glass, champagne glass, water glass, glass bowl, mirror, bin supply, car supply, hospital, "
            "plastic box, plastic crate, metal box, brick, bricks, saw, garden supply, water sport, packaging "
            "waste, winter gloves, cleaning cloth, -mop, paper cup, shoes, fastener, beaker, test tube"
        ),
        "thing made of wood; wood product",
        "things made of wood",
        "made of wood; made from a tree trunk",
        "",
    ),
    "glass made": (
        "glass, wine glass, shot glass, champagne glass, champagne flute, cocktail glass, water glass, beer glass, "
        "glass bowl, jam jar, light bulb, empty glass jar, empty wine bottle, broken glass, shards of glass, glass "
        "slide, glass rod, microscope slide, cover slip, mirror",
        "lab, decor, seasonal decor, drink, sauce, sweet spread, preserve, oil, alcohol, bowl, plate, cup, "
        "serveware, glasses, accessory, chemical, food storage, casserole dish, lighting, electronics, jewelry, "
        "marbles, beads, perfume, medicine, packaging waste, measuring cup, cookware, collectible, baby supply, baby "
        "food, ornament, brew supply, camera lens, snow globe, makeup, empty bottle, toiletry, phone accessory, "
        "vase, condiment bottle, floor tile, ceramic tiles, building material, cleaning agent, reading glasses, "
        "-brick, -bricks, -plank, -ice pack, safety glasses, safety goggles, game, spice, marbles, microscope, "
        "staple, button, crystal, sewing, waste, travel item, binoculars, dairy, fuse, machine part, kitchen scale, "
        "-plastic cup, -paper cup, -plastic plate, -paper plate, -wooden bowl, -plastic bowl, grocery, thermometer, "
        "storage, -wooden box, -plastic box, -metal box, -wooden crate, -plastic crate, appliance, craft, music, "
        "art, water sport, restaurant, -lab coat, -filter paper, chess set, kitchen tool, mixed waste, tableware",
        "glass object; thing made from glass",
        "glass objects; glassware",
        "made from glass; that could shatter into shards",
        "",
    ),
    "paper made": (
        "book, magazine, newspaper, notebook, notepad, letter, envelope, sheet of paper, printer paper, ream of "
        "paper, paper cup, paper plate, paper bag, paper towel, paper towels, sticky notes, post-it notes, receipt, "
        "invoice, sheet music, crumpled paper, scrap paper, torn paper, paper scraps, shredded paper, wrapping "
        "paper, colored paper, craft paper, origami paper, construction paper, toilet paper, comic, leaflet, "
        "brochure, old newspaper, novel, postcard, sketchbook, sketch pad",
        f"{_PAPERY}, stationery, -pen, -pencil, -stapler, -ruler, -calculator, package, craft, party supply, art, "
        "money, cleaning cloth, toiletry, school item, restaurant, warehouse, packaging waste, waste, food storage, "
        "collectible, game, milk, egg, bag, passport, baking paper, lab, puzzle, jigsaw puzzle, toy, juice, staple, "
        "sandpaper, brew supply, decor, seasonal decor, food, first aid, paint supply, bin supply, storage, kite, "
        "garden supply, used tissue, used tissues, mixed waste, adhesive, hospital, face mask, travel item, egg "
        "carton, lighting, tissues, -glitter, -beads, -plastic bag, fire starter, straw, straws, building material, "
        "makings, baby supply, drink, medicine, coffee, sewing, -broken glass, cup, music supply",
        "paper object; thing made of paper",
        "paper goods; paper objects",
        "made of paper; that can be recycled as paper",
        "",
    ),
    "cardboard": (
        "cardboard box, cardboard carton, mailing tube, wet cardboard, shoe box, shoebox, shipping box",
        "package, storage, stationery, empty box, egg carton, cardstock, puzzle, jigsaw puzzle, board game, toilet "
        "roll, packaging waste, milk, juice, paper waste, craft, waste, reading, party supply, tissue box, postcard, "
        "staple, paper plate, paper cup, game, gift box, food, matchbox, box of matches, first aid, toy, fire "
        "starter, art, document, drink, collectible, -plastic box, -metal box, -wooden box, -wooden crate, -plastic "
        "crate, -wicker basket, pharmacy, seasonal decor, school item, fastener, restaurant",
        "cardboard object",
        "cardboard objects; things made of cardboard",
        "made of cardboard; of corrugated cardboard",
        "",
    ),
    "cloth": (
        "shirt, t-shirt, pants, jeans, dress, skirt, socks, hoodie, sweatshirt, blouse, trousers, bed sheet, "
        "pillowcase, bath towel, hand towel, beach towel, towel, washcloth, curtain, curtains, tea towel, kitchen "
        "towel, dish towel, cleaning cloth, rag, scarf, wool scarf, piece of fabric, handkerchief, tapestry, fitted "
        "sheet, flat sheet, tote bag, blanket, wool blanket, flannel, face cloth",
        f"{_TEXTILE}, wear, cleaning cloth, bag, luggage, soft toy, toy, sewing, hospital, camping, safety gear, "
        "shoes, first aid, costume, hair item, kitchen tool, baby supply, travel item, craft, flag, canvas, napkin, "
        "napkins, umbrella, rain gear, seasonal decor, fitness gear, garden gloves, baby clothes, pet supply, "
        "laundry supply, small furniture, mixed waste, lab coat, art, party supply, sports gear, winter sport, "
        "phone accessory, medicine, mobility aid, toiletry, shoe care, water sport, cleaning tool, decor, music "
        "supply, toiletry, guitar strap, eye mask, -soap, -shampoo, -toothbrush, -comb, -fridge magnet, -glitter, "
        "reading, adhesive, storage, warehouse, electronics, ball, -golf ball, -bowling ball, collectible, -pebble, "
        "-fossil",
        "piece of fabric or cloth; thing made of cloth",
        "textiles; things made of cloth",
        "made of cloth; made of fabric; textile",
        "",
    ),
    "plastic made": (
        "plastic cup, plastic fork, plastic spoon, plastic knife, plastic bag, plastic box, plastic crate, plastic "
        "plate, plastic bowl, plastic pipe, plastic pumpkin, lego bricks, cling film, plastic wrap, empty plastic "
        "bottle, credit card, bank card, debit card, ziploc bags, freezer bags, bubble wrap, zip ties, cable ties, "
        "tupperware",
        _all_but(
            "fruit, sour fruit, vegetable, bread, egg, cooked dish, meat, fish, nails, screws, bolts, nuts and "
            "bolts, brick, bricks, plank, wooden board, plywood sheet, firewood, kindling, wooden spoon, wooden "
            "bowl, wooden box, wooden crate, wooden train, newspaper, envelope, letter, sheet of paper, paper cup, "
            "paper plate, paper bag, leather shoes, leather belt, leather gloves, wool, wool hat, wool scarf, wool "
            "blanket, gold ring, gold chain, pebble, seashell, fossil, cut flower, plant, wine glass, beer glass, "
            "broken glass, shards of glass, steel rod, steel plate, copper pipe, cardboard box, coin, coins, jeans, "
            "roof tile, ceramic tiles, food waste, cake, hammer, axe, frying pan, metal box, paper waste, dead "
            "leaves, eggshells, sawdust, glass bowl, ceramic plate, ceramic bowl, firelighters, charcoal, piece of "
            "driftwood, pine cone, book, novel, magazine"
        ),
        "thing made of plastic; plastic product",
        "things made of plastic",
        "made of plastic; made out of plastic",
        "",
    ),
    "rubber made": (
        "rubber bands, rubber ball, rain boots, wellies, rubber gloves, tyre, car tire, bike tire, spare tire, inner "
        "tube, rubber mallet, bouncy ball",
        "rubber duck, rubber, eraser, balloon, balloons, gasket, latex gloves, disposable gloves, plunger, "
        "resistance band, hose, yoga mat, exercise mat, flippers, swim fins, ball, shoes, bath mat, hot water "
        "bottle, squeegee, box of gloves, swim cap, wetsuit, fitness gear, machine part, drive belt, timing belt, "
        "water sport, toy, wiper blade, windshield wiper, baby supply, bike gear, pet supply, shower hose, sports "
        "gear, mobility aid, spatula, sink plug, drain plug, doormat, ping pong paddle, table tennis bat, cable, "
        "blackboard eraser, work gloves, garden gloves, winter gloves, safety gear, stationery, car supply, hair "
        "tie, hair item, lab, phone case, fastener, kitchen tool, swimwear, fishing, hospital, camping, phone "
        "accessory, plumbing, chewing gum, shoe care, respirator, cleaning tool, paint supply, dummy, adhesive, "
        "party supply, seasonal decor, clothing, costume, ski boots, toilet brush, swim goggles, swimming goggles, "
        "electrical tape, warehouse, garden tool, rain gear, luggage, underwear, electronics, music, -headphones, "
        "-phone, -laptop, hand tool, power tool, winter sport, appliance, tool, bath linen, home textile",
        "rubber object; thing made of rubber",
        "rubber objects; things made of rubber",
        "made of rubber; rubbery",
        "",
    ),
    "leather": (
        "leather shoes, leather belt, leather gloves",
        "belt, wallet, purse, handbag, briefcase, shoes, accessory, baseball glove, baseball mitt, boxing gloves, "
        "ball, watch, wristwatch, jacket, dog collar, dog leash, cat collar, bag, luggage, warm wear, clothing, "
        "gloves, safety gear, money belt, passport holder, key ring, phone case, laptop sleeve, shoe care, guitar "
        "strap, reading, diary, tablet cover, laptop bag, camera bag, pet supply, chew bone, book, bike seat, small "
        "furniture, drum, stationery, phone accessory, travel item, hat, cowboy hat, garden gloves, hand tool, "
        "costume, music, jewelry, music supply, bike gear, sports gear, stool, suspenders, school item, cushion, "
        "baby clothes, tool bag, smartwatch, hair item, winter sport, skirt, camping, home textile",
        "leather item; thing made of leather",
        "leather goods",
        "made of leather; from a leather shop",
        "",
    ),
    "ceramic": (
        "ceramic plate, ceramic bowl, ceramic tiles",
        "cup, plate, bowl, serveware, cookware, decor, flower pot, empty flower pot, floor tile, roof tile, brick, "
        "bricks, lab, broken plate, pet supply, building material, casserole dish, collectible, kitchen tool, garden "
        "supply, plumbing, -glass, -wine glass, -plastic cup, -paper cup, -plastic plate, -paper plate, -wooden "
        "bowl, -plastic bowl, -glass bowl, -shot glass, -champagne glass, -champagne flute, -cocktail glass, -water "
        "glass, -beer glass, mixed waste, jewelry, doll, art, capacitor, knife, resistor, lighting, seasonal decor, "
        "plant, spark plug, machine part, toiletry",
        "ceramic object; piece of pottery",
        "ceramics; pottery",
        "made of porcelain; from a pottery; made of fired clay",
        "",
    ),
    "stretchy": (
        "rubber bands, resistance band, hair tie, scrunchie, leggings, tights, pair of tights",
        "clothing, underwear, swimwear, warm wear, hair item, bandage, bandage roll, latex gloves, rubber gloves, "
        "disposable gloves, balloon, balloons, chewing gum, sewing, baby clothes, shoes, suspenders, braces, stretch "
        "wrap, first aid, bread, cheese, mozzarella, sweets, gummy bears, spring, mobility aid, medicine, inner "
        "tube, drive belt, timing belt, food storage, hospital, fitness gear, bedding, fitted sheet, bin supply, "
        "machine part, accessory, chewed gum, sports gear, box of gloves, swim cap, costume, luggage, adhesive, "
        "party supply, safety gear, rubber ball, soft toy, toy, sweet snack, pet supply, plastic bag, fishing, bag, "
        "winter sport, water sport, camping, jewelry, headband, sponge, travel item, craft, clay",
        "elastic thing",
        "elastic things; stretchy things",
        "stretchy; elastic; that stretches",
        "",
    ),
    "rock hard": (
        "brick, bricks, roof tile, pebble, gemstone, crystal, fossil, ceramic tiles, floor tile, bowling ball, steel "
        "rod, steel plate, dumbbell, dumbbells, hammer, golf ball, claw hammer, sledgehammer",
        _all_but(
            f"{_TEXTILE}, drink, soft toy, cleaning cloth, bread, cake, dairy, sauce, soups, dessert, balloon, "
            "balloons, beach ball, sponge, pasta, salad, jelly, jam, honey, milk, cut flower, confetti, streamers, "
            "tissues, tissue box, paper towel, piece of fabric, yarn, wool, string, cotton swabs, rubber duck, bean "
            "bag, play dough, lotion, paper waste, sweet spread, sheet of paper, envelope, letter, newspaper, teddy "
            "bear, stuffed rabbit, plush elephant, ribbon, bandage, gauze, -parmesan, lettuce, banana, "
            "marshmallows, gummy bears"
        ),
        "rock hard thing",
        "rock hard things",
        "hard as stone; rock hard; that hurts if it falls on my foot",
        "",
    ),
    "fluffy": (
        "soft toy, teddy bear, stuffed rabbit, plush elephant",
        "bedding, bath linen, home textile, warm wear, bathrobe, dressing gown, slippers, wool, yarn, ball of yarn, "
        "towel, feather duster, clothing, wig, sewing, baby clothes, marshmallows, cotton candy, candyfloss, dust "
        "bunny, pet supply, pancakes, bread, cake, costume, cleaning cloth, pipe cleaners, egg, hair item, plant, "
        "paint roller, cotton swabs, earmuffs, ear warmers, puppet, pillow, toy, moldy bread, travel item, sweets, "
        "dessert, kiwi, peach, makeup, tinsel, seasonal decor, sponge, neck pillow, shoes, cut flower, whisk, "
        "microfiber cloth, rug, sweet snack, scrambled eggs, dairy, safety gear, meal, sleeping bag, popcorn, tennis "
        "ball, mop, camping, first aid, -lego bricks, -toy car, -dice, -marbles",
        "plushy thing; fluffy toy",
        "fluffy toys; plushies",
        "plushy; furry to the touch",
        "",
    ),
    "ball shaped": (
        "tennis ball, basketball, soccer ball, golf ball, ping pong ball, volleyball, beach ball, rubber ball, "
        "bouncy ball, bowling ball, cricket ball, baseball, handball, softball, marbles, orange, globe, medicine ball",
        "ball, football, fruit, sour fruit, vegetable, meatballs, candy, snow globe, ornament, christmas ornament, "
        "ball of yarn, ball of string, balloon, balloons, light bulb, lightbulb, led bulb, egg, crumpled paper, "
        "pearl necklace, beads, ball bearing, rotten apple, rotten tomato, apple, chewed gum, round bottom flask, "
        "pin cushion, sweets, chocolates, toy, nuts, plum, falafel, peas, dumplings, olives, wad of paper, dust "
        "bunny, pumpkin, collectible, lollipop, jelly beans, plastic pumpkin, jack o lantern, tealights, pebble, "
        "yo-yo, gummy bears, chocolate truffles, sweet snack, bread, ice cream, teapot, fishing float, maracas, "
        "seasonal decor, food, waste, flask, clown nose, lump of dirt, door knob, sorbet, gelato, crumpled "
        "newspaper, lighting, -pizza, -sandwich, -steak, -bacon, -chocolate bar, -lasagna, -toast, -baguette, "
        "-banana, -carrot, -leek, -celery, -french fries, -fries, -puzzle, -toy car, -toy truck, -deck of cards, "
        "-kite, -board game, -dice, -red block, -blue block, -green block, -yellow block, -lego bricks, -building "
        "blocks, -salmon, -cucumber, -asparagus, -flag, -postage stamp, -trading card, -ham",
        "sphere; ball shaped object",
        "spheres; ball shaped objects",
        "spherical; round like a ball; ball shaped",
        "",
    ),
    "disc": (
        "plate, -platter, coin, coins, frisbee, saucer, weight plate",
        "plate, button, buttons, washers, pizza, cheese pizza, pepperoni pizza, cookie, cookies, crackers, pancakes, "
        "pizza cutter, chocolate coins, petri dish, cake stand, clock, wall clock, mirror, checkers, draughts, "
        "record player, oreos, pita bread, flatbread, tortilla chips, pie dish, cake pan, frying pan, pan, skillet, "
        "machine part, cake, bottle cap, biscuits, collectible, money, jewelry, watch, gear, salami, money, sweet "
        "snack, bread, camera lens, rug, bath mat, tape, roll of tape, metronome, makeup, tambourine, broken plate, "
        "button battery, meal, kitchen scale, decor, cookware, serveware, circular saw, stool, food, yo-yo, pulley, "
        "sewing, toy, game, griddle, waste, first aid, battery, music, fastener, adhesive, building material, "
        "seasonal decor, home textile, drain plug, googly eyes, stickers, hula hoop, sink plug, food storage, "
        "-baguette, -carrot, -lego bricks, -dice, -doll, -guitar, -violin, -flute, -hammer, -milk",
        "disc shaped thing; flat disc",
        "discs; disc shaped things",
        "disc shaped; round and flat",
        "",
    ),
    "paper thin": (
        "sheet of paper, envelope, postcard, letter, credit card, bank card, debit card, receipt, ticket, train "
        "ticket, bus ticket, plane ticket, postage stamp, library card, stickers, leaflet",
        _all_but(
            f"ball, cup, bowl, cookware, shoes, any fruit, vegetable, egg, drink, {_STURDY}, soft toy, luggage, "
            "cleaning tool, appliance, power tool, small furniture, bread, cake, music, cleaning agent, paint "
            "roller, oil, storage, toilet brush, car supply, helmet, dumbbell, lighting, dumbbells, kettlebell, "
            "barbell, meat, soups, bucket, plant, sauce, sweet spread, camping, fishing, -steel plate, -circuit "
            "board, -pcb, -gasket, -plywood sheet, -drywall sheet, -floor tile, -ceramic tiles, -washers, -saw, "
            "-file, -hacksaw, -baking tray, -griddle, -bacon, -salami, -ham, -turkey slices, -sheet music, -camping "
            "mat"
        ),
        "thin flat thing; paper thin thing",
        "thin flat things",
        "flat as paper; thin enough to slip under a door",
        "",
    ),
    "rod": (
        "broom, fishing rod, drumsticks, stirring rod, glass rod, steel rod, walking stick, cane, ski poles, "
        "chopsticks, pencil",
        "stationery, cutlery, mop, rake, candle, straw, straws, hockey stick, golf club, baseball bat, cricket bat, "
        "baguette, copper pipe, plastic pipe, carrot, celery, ruler, rolling pin, toothpicks, popsicle sticks, paint "
        "brush, flute, clarinet, recorder, piccolo, toothbrush, umbrella, paddle, kayak paddle, garden tool, hand "
        "tool, axle, curtain, needle, sewing needle, incense sticks, mailing tube, pull-up bar, barbell, art, selfie "
        "stick, crutches, birthday candles, lighting, asparagus, leek, candy cane, matches, violin bow, pretzel "
        "sticks, test tube, lab, sewing, makeup, charcoal sticks, music, kitchen tool, cleaning tool, mobility aid, "
        "winter sport, machine part, squeegee, cotton swabs, thermometer, bread, sports gear, fishing, camping, "
        "fitness gear, plumbing, music supply, building material, kindling, firewood, nails, vegetable, salty snack, "
        "sweets, string, coat stand, -helmet, -dice, -beaker, -petri dish, -glue stick, -usb stick, -envelope, "
        "-notebook, -binder, -eraser, -calculator, -rubber, -potato, -tomato, -onion, -lettuce, -cabbage, bar snack, "
        "snowboard, -bag of potatoes, -cherry tomatoes, craft, toiletry, -soap, -shampoo, -towel, -toilet paper",
        "long thin rod; stick shaped object",
        "long thin things; sticks and rods",
        "long and thin; shaped like a stick",
        "",
    ),
    "tube": (
        "hose, shower hose, plastic pipe, copper pipe, straw, straws, mailing tube",
        "plumbing, snorkel, test tube, centrifuge tube, inner tube, flute, toilet roll, pipette, tube of glue, "
        "toothpaste, dry pasta, piccolo, recorder, stethoscope, syringe, machine part, lab, music, bike gear, spool "
        "of thread, camping, vacuum cleaner, hair rollers, blood pressure cuff, packaging waste, roll of paper "
        "towels, funnel, pen, stationery, stretch wrap, umbrella, bike pump, bicycle pump, fishing, makeup, "
        "toiletry, toilet paper, hoover, medicine, foam roller, -lab coat, -microscope, -envelope, -stapler, "
        "-notebook, pull-up bar, drum, car supply, wrapping paper, paint supply, lipstick, faucet, tap, -drum, "
        "baking supply, respirator, warehouse, -car jack, -ice scraper, tent, crutches, mobility aid, balloon, "
        "appliance, building material, party supply",
        "tube or pipe; hollow tube",
        "pipes; tubes and hoses",
        "shaped like a tube; long and hollow; that water can flow through",
        "",
    ),
    "gooey": (
        "honey, jam, maple syrup, golden syrup, treacle, jar of honey",
        "sweet spread, adhesive, glue stick, tape, scotch tape, caramel, toffee, sweets, candy, chewing gum, chewed "
        "gum, lollipop, cotton candy, candyfloss, cake, dessert, sauce, sticky notes, post-it notes, stickers, "
        "fruit, marshmallows, dried fruit, play dough, medicine, cough syrup, frozen dessert, chocolates, donut, "
        "doughnut, toiletry, first aid, hair item, makeup, food waste, waste, soda, paint supply, sweet snack, "
        "dairy, rice, lint roller, label roll, mixed waste, staple, alcohol, juice, car supply, oil, art, bar snack, "
        "egg, baby food, masking tape, meal, preserve, craft, moldy bread, bait, clay, shoe polish, chemical, "
        "warehouse, collectible, bread, packaging waste, meat, fish, other drink, energy drink, vegetable, sour "
        "fruit, side dish, soups",
        "gooey thing",
        "gooey things",
        "gooey; that makes my fingers sticky",
        "",
    ),
    "see-through": (
        "glass, wine glass, water glass, champagne glass, champagne flute, shot glass, cling film, plastic wrap, "
        "glass bowl, beaker, test tube, flask, magnifying glass, glass slide, microscope slide, cover slip, "
        "erlenmeyer flask, glasses, reading glasses",
        "drink, lab, oil, food storage, chemical, packaging waste, cup, bowl, adhesive, tape, scotch tape, decor, "
        "safety goggles, safety glasses, ski goggles, swimming goggles, swim goggles, diving mask, contact lenses, "
        "sunglasses, curtain, storage, snow globe, -metal box, -wooden box, -wooden crate, -shoe box, -shoebox, "
        "-wicker basket, plastic bag, toiletry, cleaning agent, phone case, screen protector, bubble wrap, stretch "
        "wrap, stationery, ruler, lighting, vase, jelly, jello, honey, sweets, sweet spread, balloon, soap bubbles, "
        "fishing line, gemstone, crystal, empty bottle, jewelry, alcohol, water, baby supply, perfume, lantern, "
        "plastic cup, umbrella, shower curtain, ice cubes, bag of ice, measuring cup, underwear, tights, mirror, "
        "sauce, medicine, broken glass, shards of glass, folder, bag, rain gear, phone accessory, -red mug, -blue "
        "mug, -paper cup, egg timer, cookware, plate, set square, protractor, marbles, beads, varnish, gummy bears, "
        "bin supply, water sport, hospital, package, serveware, electronics, restaurant, brew supply, preserve, "
        "clothing, dessert, -milk, -coffee, -wooden bowl, -pencil, -notebook, home textile, sewing, craft, toy, "
        "-teddy bear, -wooden train, party supply, spice, grocery, collectible, staple, hair item, makeup, game, "
        "light bulb",
        "see-through thing; transparent object",
        "transparent things; see-through things",
        "see-through; transparent; that you can look through",
        "",
    ),
    "flammable": (
        "firewood, kindling, newspaper, old newspaper, sheet of paper, letter, envelope, firelighters, lighter "
        "fluid, cardboard box, matches, box of matches, matchbox, crumpled paper, crumpled newspaper, paper scraps, "
        "shredded paper, ethanol, methanol, charcoal",
        _all_but(
            "water, soda, juice, milk, coffee, tea, soups, any fruit, vegetable, egg, cup, -paper cup, -plastic cup, "
            "plate, -paper plate, -plastic plate, bowl, -wooden bowl, -plastic bowl, brick, bricks, roof tile, "
            "ceramic tiles, floor tile, hammer, wrench, screws, nails, bolts, coin, coins, pebble, steel rod, steel "
            "plate, copper pipe, keys, house keys, car keys, frying pan, pot, pan, saucepan, wine glass, mirror, "
            "broken glass, shards of glass, fork, spoon, teaspoon, knife, gold ring, gold chain, ice pack, ice "
            "cubes, bag of ice, bag of sand, bag of gravel, bag of cement, spanner, dumbbell, dumbbells, kettlebell, "
            "weight plate, barbell, empty can, crushed can, empty tin, beaker, test tube, flask, salt, sea salt, "
            "table salt, frozen dessert, bag of soil"
        ),
        "flammable thing; fire hazard",
        "flammable things",
        "flammable; that burns easily; that catches fire quickly",
        "",
    ),
    "floats": (
        "rubber duck, beach ball, ping pong ball, toy boat, surfboard, life vest, empty plastic bottle, plank, "
        "wooden board, fishing float, balloon, piece of driftwood, popsicle sticks, tennis ball",
        _all_but(
            "hammer, wrench, pliers, chisel, spanner, claw hammer, sledgehammer, adjustable wrench, monkey wrench, "
            "socket wrench, allen key, crowbar, screws, nails, bolts, nuts and bolts, brick, bricks, bag of cement, "
            "bag of gravel, bag of sand, roof tile, ceramic tiles, floor tile, coin, coins, pebble, keys, house "
            "keys, car keys, dumbbell, dumbbells, barbell, weight plate, kettlebell, fork, spoon, teaspoon, knife, "
            "steel rod, steel plate, bearing, ball bearing, gear, gearbox, car battery, padlock, gold ring, frying "
            "pan, pan, ring, marbles, golf ball, axe, car jack, copper pipe, fossil, gemstone, sprocket, crankshaft, "
            "flywheel, battery, -battery pack, scissors, kitchen knife, bike chain, tent pegs, bunch of keys"
        ),
        "floating thing; thing that floats",
        "floating things; things that float",
        "that floats on water; that doesn't sink",
        "",
    ),
    "very heavy": (
        "barbell, weight plate, kettlebell, bowling ball, sledgehammer, bag of cement, bag of gravel, bag of sand, "
        "bricks, car battery, car tire, spare tire, heavy box",
        _all_but(
            f"{_TEXTILE}, sweet snack, salty snack, bar snack, sweets, spice, cutlery, fastener, document, jewelry, "
            "money, hair item, makeup, stationery, craft, party supply, toiletry, medicine, first aid, cut flower, "
            "sewing, paper waste, soft toy, cleaning cloth, plate, bread, egg, packaging waste, mixed waste, tennis "
            "ball, ping pong ball, beach ball, golf ball, baseball, usb stick, earbuds, memory card, sd card, "
            "postcard, letter, tea, herbal tea, shoe care, rubber bands, -ream of paper, -stack of towels, led, "
            "resistor, capacitor, feather duster"
        ),
        "load that is hard to lift",
        "loads that are hard to lift",
        "that weighs a lot; too heavy for a child to lift",
        "",
    ),
    "very light": (
        "balloon, balloons, confetti, tissues, sheet of paper, napkin, cotton swabs, postage stamp, glitter, straw, "
        "paper clip, hair tie, ping pong ball, rubber bands, receipt, popsicle sticks, envelope",
        _all_but(
            "drink, cookware, hand tool, power tool, appliance, building material, luggage, storage, fitness gear, "
            "small furniture, car supply, laptop, monitor, guitar, cello, drum, bowling ball, basketball, machine "
            "part, -led, -garden gloves, -allen key, -file, -resistance band, -ice scraper, -wiper blade, -shoe box, "
            "-shoebox, -wicker basket, -drawer organizer, -flower seeds, -vegetable seeds, -packet of seeds, -grass "
            "seed, -resistor, -capacitor, -fuse, -gasket, dumbbell, kettlebell, helmet, textbook, dictionary, "
            "hardback, stack of books, microscope, watermelon, melon, pumpkin, pineapple, garden tool, brick, "
            "stockpot, axe, cleaver, winter sport, pallet, barrel, crate, heavy box, large box, bag of dog food, cat "
            "litter, dog bed, vacuum cleaner, hoover, roast chicken, leg of lamb, car battery, bucket of paint, "
            "garden supply, tent, statue, hard drive, wheelbarrow, boots, coat, skateboard, baseball bat, cricket bat"
        ),
        "feather light thing",
        "feather light things",
        "that weighs next to nothing; light as a feather; that the wind could blow away",
        "",
    ),
    "tiny": (
        "beads, paper clip, pins, thumbtacks, button, button battery, sd card, googly eyes, resistor, earrings, "
        "coin, postage stamp, bobby pins, needle, sewing needle, led, drawing pins",
        "small box, fastener, jewelry, ring, money, craft, sewing, machine part, dice, marbles, memory card, memory "
        "stick, usb stick, hair item, nuts, sweets, sweet snack, salty snack, collectible, spice, grapes, "
        "blueberries, peas, medicine, first aid, earbuds, ear plugs, fruit, keys, key ring, stationery, toothpicks, "
        "cotton swabs, toy, game, battery, matches, cufflinks, lip balm, chapstick, fuse, capacitor, spring, fish "
        "hook, lure, bait, guitar pick, tealights, staple, birthday candles, bottle cap, contact lenses, dried "
        "fruit, makeup, toiletry, shot glass, lab, chess pieces, sour fruit, accessory, confetti, glitter, packaging "
        "waste, mixed waste, cigarette butt, usb drive, vegetable, egg, food waste, thimble, garden supply, "
        "sprinkles, cable, battery, music supply, computer part, paper waste, teaspoon, -book, -watermelon, "
        "-pumpkin, -pineapple, -melon, -belt, -hat, -towel, -umbrella, -cabbage, -binder, -notebook, -ruler, -kite, "
        "-leek, -coat, -lab coat, -board game, -extension cord, -printer paper, -clipboard, -motherboard, -car "
        "battery, -motor, -gearbox, -bag of potatoes, -bunch of bananas, -wool, -music stand, baking supply, "
        "lighting, phone accessory, decor, waste, chocolates, food, seasonal decor, baby supply, baby clothes, pet "
        "supply, paint supply, adhesive, plumbing, building material, -brick, -bricks, -plank, -plywood sheet, "
        "-tripod, -painting, -dog bed, -tent, -table lamp, -pizza, -baguette, -lettuce, -steak, -roast chicken, -leg "
        "of lamb, -birthday cake, -lasagna",
        "tiny thing; very small object",
        "tiny things; very small objects",
        "tiny; very small; no bigger than a coin; easily lost in the carpet",
        "",
    ),
    "bulky": (
        "ladder, surfboard, pallet, large suitcase, cello, wheelbarrow, lawn mower, barrel, plywood sheet, folding "
        "table, drywall sheet",
        _all_but(
            "cutlery, stationery, fastener, jewelry, money, hair item, makeup, sweets, bar snack, sweet snack, "
            "spice, medicine, first aid, document, cup, craft, sewing, egg, fruit, sour fruit, nuts, computer part, "
            "cable, toiletry, underwear, phone, smartphone, mouse, earbuds, golf ball, ping pong ball, tennis ball, "
            "dice, marbles, adhesive, mixed waste, packaging waste, paper waste, food waste, brew supply, chemical, "
            "herbal tea, tea, coffee, allen key, socks, pair of socks, collectible, letter, postcard, remote "
            "control, tv remote, battery, bread, dairy, water, soda, sauce, sweet spread, milk, energy drink, juice"
        ),
        "bulky item; large object",
        "bulky things; large objects",
        "bulky; that takes up a lot of room; far too large for a drawer",
        "",
    ),
    "fits in a pocket": (
        "keys, house keys, car keys, wallet, lighter, pen, coin, coins, credit card, lip balm, chapstick, pocket "
        "knife, smartphone, usb stick, earbuds, pack of tissues, banknote, whistle, ring, dice",
        _all_but(
            "luggage, small furniture, cookware, storage, garden tool, appliance, power tool, building material, "
            "bedding, winter sport, cleaning tool, plate, bowl, fitness gear, laptop, monitor, guitar, cello, drum, "
            "violin, acoustic guitar, electric guitar, soft toy, large box, pallet, crate, barrel, watermelon, "
            "pumpkin, ladder, tent, sleeping bag, surfboard, basketball, soccer ball, bowling ball, beach ball, "
            "volleyball, football, rugby ball, helmet, tennis racket, baseball bat, golf club, hockey stick, "
            "skateboard, yoga mat, vacuum cleaner, coat, jacket, suit, keyboard, dog bed, litter box, scratching "
            "post, plant, home textile, car tire, spare tire, birthday cake, pineapple, melon, cabbage, saw, "
            "sledgehammer, crowbar, cardboard box, bucket, textbook, dictionary, mobility aid, easel, record player, "
            "boots, cake stand, teapot, pitcher, serving tray, globe, whiteboard, hula hoop, -padlock, -lint roller, "
            "-rubber gloves, -resistance band, -door knob, lettuce, leg of lamb, roast chicken, pizza"
        ),
        "thing that fits in a pocket",
        "things that fit in a pocket",
        "that fits in my pocket; small enough for a trouser pocket",
        "",
    ),
    "handle": (
        "hammer, claw hammer, mallet, rubber mallet, screwdriver, phillips screwdriver, flat screwdriver, saw, mug, "
        "red mug, blue mug, white mug, coffee mug, beer mug, teacup, frying pan, saucepan, pan, skillet, suitcase, "
        "small suitcase, large suitcase, red suitcase, blue suitcase, briefcase, bucket, broom, mop, rake, shovel, "
        "spade, watering can, teapot, coffee pot, umbrella, axe, tennis racket, hairbrush, kitchen knife, bread knife",
        _all_but(
            f"food, water, soda, {_PAPERY}, fastener, ball, clothing, underwear, swimwear, warm wear, bedding, "
            "jewelry, money, cleaning cloth, adhesive, battery, hair item, medicine, first aid, craft, sewing, cut "
            "flower, plant, brick, bricks, plank, chemical, makeup, baking supply, brew supply, stationery, food "
            "waste, computer part, baby clothes, soft toy, marbles, dice, shoes, plate, coin, candle, pebble, "
            "balloon, balloons, bath linen, gear, bearing, spring, piston, petri dish, test tube, wine glass, "
            "chopsticks, seashell, -hair brush, -water jug, -pitcher of water, -carafe of water, -cup of soup, "
            "-first aid kit, -stamp, -pencil case, -stapler"
        ),
        "thing with a handle",
        "things with a handle",
        "with a handle; that has a handle; to hold by its handle",
        "",
    ),
    "lid": (
        "tupperware, jam jar, thermos, teapot, lunch box, shoe box, shoebox, coffee pot, sugar bowl, butter dish, "
        "casserole dish, stockpot, travel mug",
        "cookware, storage, drink, sauce, sweet spread, preserve, cup, serveware, food storage, toiletry, cleaning "
        "agent, medicine, oil, spice, package, makeup, lab, appliance, camping, paint supply, dairy, bowl, baby "
        "supply, brew supply, empty bottle, packaging waste, chemical, adhesive, baby food, laundry supply, cool "
        "box, art, stationery, bucket, music, pet supply, pitcher, laptop, bag, restaurant, staple, frozen dessert, "
        "food, decor, luggage, -knife, first aid, baking supply, car supply, garden supply, toy, electronics, music "
        "supply, storage, kitchen tool, collectible, jewelry, egg, game, fishing, shoe care, travel item, small "
        "furniture, accessory, guitar case, sewing, waste, -red mug, -blue mug, -white mug, -beer mug, -wine glass, "
        "-shot glass, -glass, -champagne glass, -champagne flute, -banana, -apple, -carrot, -lemon, -orange, -pear, "
        "-ruler, -paper clip, -paper clips, -notebook, -eraser, -banana peel, -watch, -belt, -hat, -kite, -puppet, "
        "-spatula, -rolling pin, -ladle, -whisk, -cutting board, -grater, -sheet of paper, -saucer, -headphones, "
        "-mouse",
        "thing with a lid",
        "things with lids",
        "with a lid; that has a lid; to close with a lid",
        "",
    ),
    "holds water": (
        "bucket, mop bucket, watering can, teapot, coffee pot, pitcher, milk jug, vase, pot, stockpot, saucepan, "
        "mug, coffee mug, glass, tumbler, bowl, beaker, flask, thermos, hot water bottle, canteen, baby bottle, "
        "erlenmeyer flask, water glass, cup, -paper cup",
        "cup, cookware, serveware, drink, food storage, lab, storage, package, packaging waste, empty bottle, empty "
        "can, casserole dish, measuring cup, ladle, spoon, soup spoon, cutlery, pet supply, waste, plastic bag, bag, "
        "car supply, paint supply, balloon, balloons, water gun, hose, syringe, pipette, toiletry, cleaning agent, "
        "flower pot, empty flower pot, plate, appliance, electric kettle, camping, bin supply, jam jar, sponge, "
        "plumbing, decor, kitchen tool, -colander, -strainer, -sieve, -cutting board, -rolling pin, -grater, boots, "
        "wheelbarrow, wellies, rain boots, garden tool, soups, sauce, laundry supply, mess kit, cool box, baby "
        "supply, restaurant, cleaning cloth, chemical, medicine, oil, -fork, -chopsticks, -knife, alcohol, brew "
        "supply, cleaning tool, -broom, -rake, -clothespins, -clothes pegs, baby food, preserve, -shovel, luggage, "
        "fishing, -ironing board, -mop, ice pack, snow globe, sweet spread, art, hospital, garden supply, trophy, "
        "mixed waste, toy, water sport, seashell, first aid, -tent, -rope, dairy, -teddy bear, -kite, -puzzle, -doll",
        "container for liquids; watertight container",
        "containers for liquids",
        "that holds water; to fill with water",
        "the {roof is dripping}",
    ),
    "foldable": (
        "t-shirt, shirt, pants, trousers, jeans, towel, bath towel, hand towel, beach towel, blanket, bed sheet, "
        "newspaper, napkin, map, road map, city map, folding chair, folding table, folding umbrella, letter, sheet "
        "of paper, ironing board, tea towel, kitchen towel",
        _all_but(
            "cup, bowl, plate, cookware, ball, fruit, sour fruit, vegetable, hammer, wrench, chisel, brick, bricks, "
            "roof tile, ceramic tiles, fastener, drink, machine part, battery, egg, sauce, spice, sweet spread, oil, "
            "candle, dumbbell, dumbbells, kettlebell, weight plate, bowling ball, pebble, marbles, dice, coin, "
            "coins, helmet, skateboard, baseball bat, soups, nuts, cleaning agent, mouse, light bulb, lightbulb, "
            "teapot, vase, bucket, guitar, violin, trumpet, lab, chemical, screwdriver, fork, spoon, sweets, "
            "chocolates, medicine, figurine, statue, wine glass, cake"
        ),
        "foldable thing",
        "foldable things; things to fold",
        "foldable; that can be folded up; to fold neatly",
        "",
    ),
    "machine wash": (
        "shirt, t-shirt, pants, jeans, socks, pair of socks, dirty socks, underpants, boxers, briefs, pajamas, bed "
        "sheet, pillowcase, fitted sheet, flat sheet, towel, bath towel, hand towel, washcloth, dirty towel, tea "
        "towel, kitchen towel, dish towel, shorts, sweatpants, polo shirt, undershirt, onesie, baby socks, "
        "sweatshirt, hoodie",
        f"{_TEXTILE}, cleaning cloth, soft toy, laundry supply, wear, detergent, laundry powder, fabric softener, "
        "bag, cleaning agent, lab coat, bib, costume, napkin, napkins, hospital, safety gear, sneakers, "
        "handkerchief, garden gloves, sewing, travel item, oven mitt, oven gloves, kitchen tool, fitness gear, toy, "
        "pet supply, baby supply, hair item, sports gear, first aid, camping, -wallet, -keys, -car keys, -passport, "
        "-umbrella, -sunglasses, -glasses, -necklace, -ring, -bracelet, -mop bucket, -dice, -puzzle, -toy car, "
        "-lego bricks, winter sport, mixed waste, mop, -leather shoes, -high heels, -leather belt, -purse, -house "
        "keys",
        "piece of washing; machine washable thing",
        "washing; machine washable things",
        "machine washable; that goes in the washing machine",
        "",
    ),
    "dry washing": (
        "clothespins, clothes pegs",
        "drying rack, laundry supply, rope, string, hair dryer, hairdryer, towel, appliance, ball of string",
        "",
        "",
        "to hang up wet washing with; for the clothes line",
        "",
    ),
    "iron": (
        "steam iron, clothes iron",
        "ironing board, laundry supply, hair dryer, hairdryer, appliance, water",
        "laundry iron",
        "",
        "to iron a shirt with; to get rid of creases",
        "",
    ),
    "hang clothes": (
        "clothes hanger, coat hanger, wire hanger",
        "coat stand, hooks, laundry supply, clothespins, clothes pegs, drying rack, fastener, small furniture, rope",
        "clothing hanger",
        "hangers",
        "to hang up a suit",
        "",
    ),
    "wardrobe": (
        "shirt, t-shirt, jacket, coat, dress, suit, blouse, pants, trousers, jeans, skirt, sweater, dress shirt, "
        "blue shirt, white shirt, cardigan, hoodie, jumper, pullover",
        "wear, bedding, laundry supply, shoes, bag, luggage, baby clothes, costume, bath linen, shoe care, travel "
        "item, lab coat, home textile, safety gear, jewelry, hair item, sewing, winter sport, fitness gear, lint "
        "roller, storage, tote bag, shoehorn, hospital, apron, perfume, towel, sports gear, music",
        "",
        "",
        "that belongs in the wardrobe; to hang in the closet",
        "",
    ),
    "kitchen": (
        "cookware, kitchen tool, cutlery, plate, mug, coffee mug, bowl, bread knife, kitchen knife, chef knife, dish "
        "soap, dish brush, serveware, -pitcher",
        "food, drink, cup, food storage, cleaning supply, sharp tool, appliance, brew supply, baking supply, baby "
        "food, bin supply, apron, tea towel, scissors, food waste, waste, packaging waste, fire starter, pitcher, "
        "restaurant, egg timer, pet supply, stool, fridge magnet, clock, wall clock, plant, small furniture, "
        "measuring cup, cookbook, baby supply, straw, straws, towel, home textile, candle, decor, shopping list, "
        "storage, bag, battery, medicine, adhesive, matches, wear, rubber bands, radio, toy kitchen, toothpicks, "
        "medicine, vitamins, cleaning tool, document, plumbing, electronics, mixed waste, paper waste",
        "kitchen item; kitchen thing",
        "kitchen things; things for the kitchen",
        "that belongs in the kitchen; for my kitchen",
        "",
    ),
    "nursery": (
        "soft toy, teddy bear, doll, rubber duck, building blocks, baby supply, picture book, toy train, toy car",
        "toy, baby clothes, baby food, reading, bedding, night light, game, music, art, craft, storage, stationery, "
        "ball, lighting, costume, home textile, small furniture, decor, toiletry, kite, clothing, bath linen, "
        "puppet, party supply, seasonal decor, milk, sweets, food, collectible, cleaning cloth, pharmacy, sports "
        "gear, -kettlebell, -dumbbell, -baseball bat, -golf club",
        "",
        "",
        "that belongs in the children's room; for a toddler",
        "",
    ),
    "restaurant": (
        "menu card, drinks menu, order pad, bill folder, table number, reserved sign, tray of drinks",
        "restaurant, tableware, food, drink, serving tray, kitchenware, cleaning supply, notepad, corkscrew, bottle "
        "opener, apron, candle, napkin, napkins, document, decor, cut flower, small furniture, stationery, appliance",
        "waiter's item; restaurant item",
        "restaurant supplies",
        "for the waiter; for the restaurant table",
        "",
    ),
    "choose food from": (
        "menu card, drinks menu",
        "leaflet, brochure, phone, smartphone, restaurant, tablet, cookbook, food, drink, reading",
        "",
        "",
        "to choose my dinner from; that lists the dishes",
        "we {want to order}",
    ),
    "pointed": (
        "needle, sewing needle, pins, thumbtacks, drawing pins, nails, box of nails, fish hook, darts, syringe",
        "sharp tool, sewing, fastener, screws, stationery, compass, set square, fork, cutlery, chisel, screwdriver, "
        "toothpicks, cactus, tent pegs, garden tool, corkscrew, hand tool, power tool, garden fork, pitchfork, "
        "umbrella, ski poles, chopsticks, art, kitchen tool, broken glass, shards of glass, fish bones, rose, red "
        "rose, rose bush, broken plate, jewelry, hair item, lab, witch hat, party hat, party hats, wizard hat, "
        "christmas star, nail file, tweezers, pencil, high heels, fishing, guitar pick, steel rod, mixed waste, cut "
        "flower, collectible, weeder, winter sport, plant, kindling, wire hanger, popsicle sticks, costume, decor, "
        "hooks, crystal, pineapple, safety gear, fishing rod, roof tile, camping, accessory, crown, craft, pine "
        "cone, drumsticks, ice scraper, -notebook, -envelope, -eraser, -rubber, -binder, -glue stick, -printer "
        "paper, -thread, -button, -buttons, -yarn, -wool, -thimble, -rubber bands, -hose, -watering can, -spoon, "
        "-teaspoon, -colander, -oven mitt, -belt, -wallet, -hat, -fern, -sponge, ice skates, matches, chess pieces, "
        "earrings, pencils",
        "pointed object; thing with a sharp point",
        "pointed objects",
        "pointed; with a sharp point; that could prick me",
        "",
    ),
    "dangerous": (
        "knife, kitchen knife, bread knife, chef knife, carving knife, axe, cleaver, razor, box cutter, bleach, "
        "drain cleaner, bottle of bleach, lighter, matches, box of matches, lighter fluid, circular saw, angle "
        "grinder, nail gun, chemical, -sodium chloride, -saline solution, -buffer solution, button battery, broken "
        "glass, shards of glass, petrol can, gas can, antibiotics, pill bottle, bottle of pills",
        _all_but(
            "soft toy, clothing, baby clothes, bedding, bath linen, home textile, baby food, bread, any fruit, "
            "vegetable, reading, water, milk, juice, document, teddy bear, stuffed rabbit, plush elephant, toy car, "
            "building blocks, wooden train, rubber duck, beach ball, plastic cup, plastic spoon, paper cup, sponge, "
            "crayon, crayons, sheet of paper, yogurt, rice, pasta, soups, puzzle, swimwear, rain gear, shoes, "
            "notebook, cheese, underwear, spoon, hat, bib, pillow, picture book, cake, staple, envelope, letter, "
            "postcard, dairy, wooden spoon, cardboard box, bread, warm wear, bag, -plastic bag, -grapes"
        ),
        "hazard for a child; dangerous thing",
        "dangerous things; things a child must not touch",
        "dangerous; unsafe for toddlers; to keep out of reach of children; not for little hands",
        "",
    ),
}
