"""What made-up robots can do to single things: in kitchens, hospitals, ships, theatres, farms and much else."""

from collections.abc import Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Trade:
    """A skill that puts one thing into a state."""

    verbs: tuple[str, ...]
    """The first names the skill; the others are other words for it."""
    state: str
    """Its predicate, as it is said."""
    done: str
    """As in "needs to be …"."""
    kinds: tuple[str, ...]
    """Kinds of ``lessons.things``, or names."""
    opposite: str = ""
    """A predicate that it takes away."""
    hints: tuple[str, ...] = ()
    """Sentences about ``{x}`` that ask for it without a verb for it."""
    sense: str = ""
    """Trades of one sense may stand for each other, so that none is refused where another is known."""
    others: tuple[str, ...] = ()
    """Other predicates that a library may have instead."""
    aim: str = ""
    """What a goal writes, if not the state: ``not dirty``."""

    @property
    def wanted(self) -> str:
        """The state as a goal writes it."""
        return self.aim or self.state

    def named(self, state: str) -> "Trade":
        """The same with another predicate."""
        return replace(self, state=state, others=())


_TRADES = {
    "clean": """
- wash, clean, rinse, scrub | clean / washed / spotless | washed | cup, plate, bowl, cutlery | dirty / used
  | {x} looks dirty; {x} could do with some soap and water; somebody drank from {x} already
- wipe, wipe down, wipe off | wiped / streak free | wiped | window, whiteboard, screen, worktop, door, visor
  | smeared | there are fingerprints on {x}; i can hardly see through {x}
- dust, dust off | dusted / free of dust | dusted | bookshelf, lamp shade, cabinet, piano, blinds, organ pipes
  | dusty | {x} is covered in dust; i can write my name on {x}
- vacuum, hoover, run the vacuum over | vacuumed / crumb free | vacuumed
  | rug, carpet, hallway, stairs, sofa, car seat, aisle carpet | littered
  | there are crumbs all over {x}; the crumbs on {x} bother me
- mop, mop down, swab | mopped / swabbed | mopped
  | kitchen floor, bathroom floor, lobby, corridor, main deck, tiled porch | sticky
  | my shoes stick to {x}; somebody spilled something on {x}
- sweep, sweep up, brush off | swept | swept | barn floor, stage floor, driveway, workshop floor, chapel steps
  | | there are leaves all over {x}; {x} could do with a broom
- polish, shine, buff | polished / gleaming | polished | shoes, trophy, silver spoon, brass bell, hand rail
  | dull | {x} has lost its shine; i want to see my face in {x}
- sterilise, disinfect, sanitize | sterile / germ free | sterilised | lab, sharp tool, dental mirror, hospital bed
  | contaminated | there could be germs on {x}; {x} should be safe for surgery
- launder, wash, put through the wash | laundered / freshly washed | laundered
  | bedding, tablecloth, apron, stage curtain, surgical gown, team jerseys | soiled
  | {x} has stains; {x} smells of sweat
- hose down, spray down, rinse off | hosed down / rinsed | hosed down
  | milking parlour, fire truck, boat hull, elephant, seal pool deck, mud mat | muddy
  | {x} is caked with mud; there is mud on {x}
- descale, remove the limescale from | descaled / free of scale | descaled
  | kettle coil, coffee boiler, steam iron, shower head, cooling coil | scaly
  | there is limescale in {x}; {x} is full of chalk
- skim, skim off | skimmed / leafless | skimmed | main pool, paddling pool, koi pond, hot tub
  | | leaves float on {x}; there are dead flies on {x}
- degrease, get the grease off | degreased | degreased | extractor hood, bike chain, deep fryer, gear housing
  | greasy | {x} is slippery with fat; {x} drips with grease
- defrost, de-ice, take the ice off | frost free / ice free | defrosted
  | freezer chest, windshield, aircraft wing, satellite dish, ice cream cabinet | icy
  | there is ice on {x}; {x} is frozen over
- bathe, give a bath, shampoo | bathed / washed down | bathed | puppy, kitten, old dog, baby elephant
  | filthy | {x} rolled in the dirt; {x} stinks
- pressure wash, blast clean | pressure washed | pressure washed | loading ramp, patio slabs, ship hull, brick wall
  | mossy | moss grows on {x}; {x} has gone green
- decontaminate, clean off the chemicals on | decontaminated / safe to touch | decontaminated
  | hazmat suit, spill tray, glove port, respirator | exposed
  | nobody may touch {x} as it is; something toxic got onto {x}
- unclog, unblock, clear | unclogged / free running | unclogged | sink drain, print nozzle, gutter, milk line, ink jet
  | clogged | nothing runs through {x} any more; {x} is blocked
""",
    "water": """
- water, give water to, hydrate | watered / moist | watered | plant, seedling tray, hanging basket | dry / wilted
  | {x} is thirsty; {x} could do with some water; the soil of {x} is like dust
- irrigate, run water over | irrigated / soaked | irrigated | rice field, orchard, north vineyard, wheat plot,
  golf green
  | parched | {x} has seen no rain for weeks; {x} needs rain that won't come
- mist, spray lightly | misted / humid | misted | terrarium, orchid case, fern bed, butterfly cage, herb rack
  | | the air in {x} is too dry; {x} likes a damp leaf
- fill, fill up, top up | full / filled | filled
  | cup, cookware, bird bath, water trough, ink tank, fuel tank, ballast tank | empty
  | there is nothing left in {x}; {x} has run dry
- refuel, fuel up, tank up | refuelled / has fuel | refuelled | tractor, speed boat, tanker truck, generator, snow plow
  | out of fuel | {x} is low on diesel; {x} won't get far with that tank
- soak, steep, put into water | soaked / wet through | soaked | malt batch, dried beans, cork board, paper pulp
  | bone dry | {x} has to take up water overnight; {x} is far too dry to use
- drain, let the water out of, pump out | drained / free of water | drained
  | bilge, boiler, whirlpool, flooded cellar, fish tank, rain barrel | flooded
  | there is water standing in {x}; i don't want any water left in {x}
- dry, dry off, towel off | dry / blown dry | dried | wet towel, rain coat, tent fly, swim suit, race car, dish rack
  | wet | {x} is dripping; {x} got rained on
- refill, restock, top up again | refilled / stocked | refilled
  | soap dispenser, paper tray, vending machine, snack bar, minibar, napkin holder | used up
  | nothing comes out of {x}; somebody took the last one out of {x}
""",
    "cloth": """
- fold, fold up | folded / in a neat square | folded | clothing, bedding, map sheet, deck chair | crumpled
  | {x} lies there all crumpled; {x} takes up too much room as it is
- iron, press, get the creases out of | ironed / crease free | ironed | clothing, altar cloth, costume
  | wrinkled | {x} is full of creases; i can't go out in {x} as wrinkled as it is
- hem, shorten, sew the edge of | hemmed | hemmed | curtain panel, stage dress, trouser leg, wedding gown
  | frayed | {x} is too long; the edge of {x} is coming apart
- darn, patch, sew up | darned / without holes | darned | wool sock, sail, fishing net, costume sleeve
  | torn | there is a hole in {x}; {x} has a rip in it
- dye, colour | dyed | dyed | silk roll, cotton sheet, wool skein, felt hat | undyed
  | {x} is too pale; {x} should not be plain white
- make, make up, put fresh sheets on | made / made up | made | guest bed, bunk bed, cot, hotel bed, ward bed
  | unmade | nobody could sleep in {x} the way it looks; a guest will sleep in {x} tonight
""",
    "cut": """
- slice, cut up, chop, cut | sliced / in slices | sliced | vegetable, fruit, bread, cheese wheel | whole
  | {x} is too big to eat in one bite; we need {x} in pieces
- peel, take the skin off | peeled / skinless | peeled | vegetable, sour fruit | unpeeled
  | i don't like the skin on {x}; {x} still has its skin on
- prune, trim, cut back | pruned / neat / in shape | pruned | plant, hedge, apple tree, vines, box bush
  | overgrown / shaggy | {x} has grown wild; {x} is getting out of hand
- mow, cut, run the mower over | mowed / short | mowed | front lawn, back lawn, meadow, football field, runway strip
  | long | the grass on {x} is up to my knees; the grass on {x} is too high
- shear, clip, take the wool off | shorn / woolless | shorn | ewe, ram, alpaca, lamb, llama | woolly
  | {x} is too hot under all that wool; {x} carries a heavy fleece
- shred, destroy, run through the shredder | shredded / unreadable | shredded
  | old letter, bank statement, contract draft, expired ticket | | nobody should ever be able to read {x}
- saw, saw through, cut to length | sawn / cut to size | sawn | oak beam, pine log, pipe blank, floor board
  | uncut | {x} is too long for the frame; {x} has to be shorter
- trim, crop, tidy the edges of | trimmed / neat | trimmed | poster print, beard, pastry edge, photo sheet, poodle
  | ragged | the edges of {x} are all over the place; {x} has untidy edges
- carve, chisel, sculpt | carved | carved | marble block, roast, ice block, mask blank | rough
  | there is still a figure hidden in {x}; {x} is just a lump so far
- grate, grind, shred | grated / in fine bits | grated | parmesan, nutmeg, chocolate block, ginger root | lumpy
  | i want to sprinkle {x} over the dish; {x} is much too coarse
- thin out, weed, pull the weeds from | weeded / free of weeds | weeded
  | rose border, onion bed, herb garden, tulip bed | weedy | weeds are taking over {x}; there are thistles in {x}
""",
    "heat": """
- heat, warm up, heat up, make hot | heated / hot / warm | heated | meal, milk, baby bottle | cold
  | {x} has gone cold; i don't want to eat {x} cold
- cook, prepare, fry | cooked / done / well done | cooked | meat, egg, fish | raw
  | {x} is still raw; nobody eats {x} raw
- bake, put in the oven, bake off | baked / golden brown | baked | pie dough, bread loaf, tray of rolls, clay pot
  | unbaked | the customers want {x} crisp and brown; {x} is still dough
- boil, bring to the boil | boiling / boiled | boiled | pasta water, wort, stock pot, tea water | lukewarm
  | i don't see any bubbles in {x} yet; {x} is not hot enough for noodles
- toast, brown | toasted / crisp | toasted | bread slice, bun half, almond flakes, marshmallow skewer | soft
  | i like {x} crunchy; {x} should be crunchy
- melt, turn into liquid | melted / liquid | melted | wax block, butter pat, tin ingot, chocolate chips | solid
  | {x} is too hard to pour; i'd like to be able to pour {x}
- fire, burn in the kiln | fired | fired | clay bowl, glazed tile, porcelain cup, brick batch | unfired
  | {x} would crumble if it got wet; {x} can go through the kiln now
- roast | roasted | roasted | coffee batch, chestnuts, peanut sack, barley sack | unroasted
  | {x} has no aroma yet; {x} still tastes grassy
- preheat, bring up to temperature | preheated / at temperature | preheated
  | pizza oven, waffle iron, laminator, sauna, glue gun | cold
  | {x} is still stone cold; it takes a while until {x} is warm, so get on with it
- thaw, unfreeze, let warm up | thawed / soft | thawed | frozen turkey, ice pop mix, blood bag, frozen dough
  | frozen | {x} is hard as a rock from the freezer; {x} is full of ice
""",
    "cool": """
- chill, cool down, cool | chilled / ice cold / nicely cold | cooled | soda, juice, dessert, vaccine box, champagne
  | warm | nobody likes {x} warm; {x} has got warm
- freeze, deep freeze | frozen / rock hard | frozen | sample tube, ice mould, berry tray, fish crate | unfrozen
  | {x} will spoil unless it gets really cold; {x} won't keep till next month like this
- ventilate, air out, let fresh air into | aired / well aired | aired | cow shed, dark room, paint shop, dormitory,
  cabin
  | stuffy | {x} smells stale; there is no fresh air in {x}
""",
    "power": """
- charge, recharge, top up the battery of | charged / fully charged / has power | charged
  | electronics, e-scooter, golf cart, wheelchair, rover pack | battery low / flat
  | {x} has hardly any battery left; {x} is about to die
- plug in, connect | plugged in / connected | plugged in | electronics | unplugged
  | {x} gets no power from the wall; the cord of {x} hangs loose
- unplug, disconnect, pull the plug of | unplugged / off the grid | unplugged | electronics | plugged in
  | i don't want {x} on the mains during the storm; {x} should not draw any power
- reboot, restart, power cycle | rebooted / freshly booted | rebooted | router, database node, ticket machine, kiosk
  | frozen up | {x} hangs; {x} no longer responds
- wind up, wind | wound / wound up | wound up | grandfather clock, music box, tower clock, toy mouse | run down
  | {x} has stopped ticking; the spring of {x} is slack
- press, push, hit | pressed / pushed in | pressed | red button, green button, emergency button, doorbell, call button
  | | someone should give {x} a push; a finger on {x} would do it
""",
    "fire": """
- light, ignite, set alight | lit / burning | lit | candle, lantern, fireplace, torch, stove burner, altar candle
  | unlit | {x} has gone out; {x} could use a match
- blow out, extinguish, put out | unlit / out | extinguished | birthday candle, oil lamp, camp fire, incense stick
  | lit | i don't want any flame on {x}; {x} has burned long enough
""",
    "mark": """
- scan, read the barcode of | scanned / in the system | scanned | package, boarding pass, library card, meal voucher
  | unread | the computer knows nothing of {x}; {x} doesn't show up on my list yet
- label, put a label on, tag | labelled / has a label | labelled | package, lab, honey jar, museum piece
  | | nobody can tell what is in {x}; i can't tell whose {x} is
- stamp, put a stamp on | stamped / has postage | stamped | letter, postcard, form, document, envelope
  | unstamped | {x} won't be delivered without postage; {x} can't be mailed as it is
- sign, put the signature on | signed / approved | signed | contract, receipt, form, delivery note, permit
  | | {x} still lacks a name at the bottom; there is no signature on {x}
- print, print out | printed / on paper | printed | report, invoice, floor map, photo, playbill, menu card
  | | i'd like {x} on paper; i need a paper copy of {x}
- staple, staple together | stapled / bound | stapled | report draft, handout, thesis, song sheets | loose
  | the pages of {x} keep falling apart; {x} is just loose sheets
- engrave, etch | engraved | engraved | silver cup, name plate, ring blank, grave stone | blank
  | there's no name on {x} yet; {x} should carry the winner's name
- number, give a number to | numbered / has a number | numbered | race bib, archive box, ear tag, ballot box
  | | {x} has no number; nobody knows which number {x} is
- register, sign in, check in | registered / on the list | registered | hotel guest, new patient, air passenger, camper
  | unknown | {x} is not in our books; {x} just arrived and has no key yet
- catalogue, add to the catalogue, index | catalogued / on record | catalogued
  | clay tablet, star plate, herbarium sheet, rare coin, fossil | unlisted
  | {x} is in none of our lists; the archive has never heard of {x}
- photograph, take a picture of, snap | photographed / on film | photographed | decor, art, wall painting, comet
  | | there is no picture of {x}; we have no photo of {x} yet
- film, shoot, record | filmed / in the can | filmed | bar scene, chase scene, opening shot, stunt, interview
  | unshot | we don't have {x} on tape yet; the camera has not seen {x}
- back up, make a copy of, save a copy of | backed up / safe on disk | backed up
  | mail database, user folder, ship log, web archive | unsaved
  | if the disk dies {x} is gone; there is no copy of {x} anywhere
- archive, file, put on file | archived / on file | archived | patient record, case file, tax file, old script
  | open | {x} is finished business; the case of {x} is over
- proofread, correct, go over the spelling of | proofread / without mistakes | proofread
  | front page, book chapter, press release, wedding card | unchecked
  | there are typos in {x}; {x} is full of spelling mistakes
- translate, put into english | translated / in english | translated | latin scroll, manual, visitor guide, love letter
  | foreign | i don't understand the language of {x}; our visitors can't read {x}
""",
    "check": """
- weigh, check the weight of | weighed / has a weight | weighed | package, hand luggage, newborn, apple crate
  | | nobody knows how heavy {x} is; how many kilos is {x}
- inspect, check, examine, look over | inspected / checked / seen to | inspected
  | machine part, sports gear, fire hose, life jacket, landing gear | unchecked
  | i am not sure {x} is all right; nobody has had a look at {x} this month
- measure, take the measurements of | measured / of known size | measured
  | window frame, sample vial, hull plate, fitting room, pumpkin | | i have no idea how long {x} is; how wide is {x}
- test, try out, run a test on | tested / proven | tested | smoke detector, life raft, brake, new recipe, sound system
  | untested | we don't know yet whether {x} works; does {x} work at all
- calibrate, adjust, set right | calibrated / accurate / spot on | calibrated
  | bathroom scale, wind sensor, thermostat, microscope, altimeter | off
  | {x} shows wrong values; you can't trust {x} any more
- tune, bring into tune | tuned / in tune | tuned | grand piano, harp, cello, church organ, guitar one | out of tune
  | {x} sounds awful; {x} sounds flat
- taste, sample | tasted / approved | tasted | young wine, stew, beer batch, gravy boat, ice cream mix
  | | does {x} have enough salt; is {x} any good already
- align, line up, bring into line | aligned / straight / in line | aligned
  | mirror segment, front wheels, laser head, picture rail, print head | crooked
  | {x} hangs askew; {x} is not straight
- count, take stock of | counted / tallied | counted | cash box, seed stock, flock, blanket pile, spare bulbs
  | | how many are there in {x}; we lost track of the number of {x}
- examine, see, look at as a doctor | examined / seen by a doctor | examined
  | patient one, patient two, injured owl, sick calf | waiting | {x} has been waiting for the doctor for hours
- x-ray, take an x-ray of | x-rayed | x-rayed | broken arm, carry-on bag, weld seam, old painting
  | | we can't see what is inside {x}; is the bone in {x} broken
""",
    "fix": """
- repair, fix, mend | repaired / working / whole | repaired | machine part, toy, garden fence, coffee grinder
  | broken / out of order | {x} does not work any more; {x} came apart in my hands
- oil, lubricate, grease | oiled / running smoothly | oiled | machine part, door hinge, chain, winch | squeaky
  | {x} squeaks; {x} moves only with a lot of noise
- sharpen, make sharp, whet | sharp / razor sharp | sharpened | sharp tool, pencil, ice skate, chain saw | blunt
  | {x} doesn't cut any more; {x} is too blunt to be of use
- sand, smooth, sand down | smooth / sanded | sanded | plank, table leg, bench top, boat deck, violin back | rough
  | i got a splinter from {x}; {x} feels like bark
- weld, join | welded / in one piece | welded | steel frame, steel plate, pipe joint, bike fork | cracked
  | there is a crack in {x}; {x} is in two pieces
- solder | soldered | soldered | signal wire, amp board, ear ring, battery lead | loose
  | the contact of {x} is wobbly; {x} lost its connection
- replace, change, swap out | replaced / brand new | replaced
  | air filter, light bulb, worn tyre, toner cartridge, guitar string | worn out
  | {x} has seen better days; we should have a new one instead of {x}
- reset, set back | reset / back at zero | reset | tripped breaker, bowling lane, score board, pin counter
  | tripped | {x} still shows the numbers of the last game; {x} jumped out
- patch, plug the leak in | patched / leak free / watertight | patched
  | rubber boat, garden hose, roof panel, pressure hull, air bed | leaking
  | {x} loses air; there is a leak in {x}
- replaster, plaster, fill the cracks in | plastered / smooth | plastered | chapel wall, ceiling, chimney, niche
  | cracked | there are cracks in {x}; bits are falling off {x}
- restore, bring back to its old state | restored / as good as new | restored
  | oil painting, oak chest, fresco, film reel, carousel | faded
  | you can hardly make out the colours of {x}; time has not been kind to {x}
- balance, even out | balanced / level / in balance | balanced | spin drum, ceiling fan, drone blade, scales, ledger
  | wobbly | {x} wobbles when it turns; {x} shakes too much
""",
    "make": """
- assemble, put together, build | assembled / built | assembled | chair kit, shelf kit, bike, robot arm, telescope kit
  | in parts | {x} is still a pile of parts; {x} lies around in pieces
- dismantle, take apart | dismantled / in parts | dismantled | gearbox, old printer, pump, stage set, scaffold
  | in one piece | we need the parts of {x}; {x} should become a heap of parts
- pitch, put up, set up | pitched / standing | pitched | tent, awning, party tent, goal post, circus tent | packed
  | we want to sleep in {x} tonight; {x} is still in its bag
- paint, put paint on, coat | painted / freshly painted | painted | fence, wall, chair, gate, rudder, door frame
  | bare | the colour is coming off {x}; {x} looks shabby without any colour
- varnish, lacquer | varnished / glossy | varnished | oak table, oar, cello body, parquet | matt
  | the wood of {x} has no protection; {x} could use a clear coat
- wax, put wax on | waxed / water repellent | waxed | surf board, ski, car hood, dance floor | dull
  | {x} is too slow on the snow; water no longer runs off {x}
- knead, work | kneaded / smooth | kneaded | bread dough, pizza dough, clay lump, putty | lumpy
  | {x} has lumps; {x} is not elastic yet
- stir, mix, give a stir | stirred / well mixed | stirred | soup pot, batter, sauce pot, mash tun, paint bucket
  | separated | there are lumps at the bottom of {x}; {x} has settled
- shake, shake up | shaken / frothy | shaken | reagent bottle, test tube, salad jar, cocktail, milk shake
  | | the good stuff in {x} is all at the bottom; {x} needs to be foamy
- whip, whisk, beat until stiff | whipped / stiff | whipped | egg whites, cream bowl, mousse, meringue | runny
  | {x} is still runny; {x} won't hold its shape
- frost, ice, put icing on | iced / has icing | iced | wedding cake, cup cakes, cinnamon roll, gingerbread | plain
  | {x} looks boring without sugar on it; {x} has no topping yet
- season, salt, put spices on | seasoned / tasty | seasoned | stew pot, steak tray, popcorn batch, bean salad | bland
  | {x} tastes of nothing; there is no salt in {x}
- decorate, adorn, put ornaments on | decorated / festive | decorated | christmas tree, float, ball room, shop window
  | plain | {x} does not look like a party yet; the feast is tonight and {x} is bare
- set, lay | set / laid / ready for guests | set | long table, table four, captain's table, breakfast buffet | bare
  | there are no plates on {x} and the guests are coming; people will eat at {x} soon
- knit, crochet | knitted | knitted | baby blanket, bobble hat, left sock | | {x} is still only a ball of wool
- mount, put in a frame, frame | framed / behind glass | framed | water colour, diploma, group photo, etching
  | unframed | {x} has no frame; {x} could go on the wall if it had glass
""",
    "fasten": """
- seal, tape shut, close up | sealed up / taped up | sealed | package, evidence bag, moving carton | unsealed
  | {x} could spill on the way; the lid of {x} could come off
- wrap, gift wrap, wrap up | wrapped / in paper | wrapped | toy, music, birthday present, sandwich order | unwrapped
  | {x} is a present and one can see what it is; {x} needs some nice paper around it
- bandage, dress, put a bandage on | bandaged / dressed | bandaged | cut finger, sore paw, knee wound, bleeding arm
  | bleeding | {x} is bleeding; the wound of {x} is open
- lace up, tie | laced up / tied | laced up | hiking boot, ice skates, corset, football boot | untied
  | one could trip over the strings of {x}; the strings of {x} are open
- string, put strings on | strung | strung | tennis bat, banjo, long bow, lute | | {x} has no strings
- bundle, tie together, tie up | bundled / in a bundle | bundled | newspaper pile, asparagus, kindling, reed heap
  | scattered | {x} is a mess of single pieces; {x} would be easier to carry in one piece
""",
    "care": """
- feed, give food to, give a meal to | fed / nourished / has food | fed
  | cat, dog, parrot, hamster, goldfish, chickens, penguin, tiger, goat | hungry
  | {x} has not been given anything to eat today; {x} is starving; the bowl of {x} is empty and it begs
- pet, stroke, cuddle | petted / content | petted | barn cat, lap dog, rabbit, guinea pig | lonely
  | {x} wants some love; {x} could do with some affection
- walk, take for a walk, take out | walked / exercised | walked | terrier, sheepdog, greyhound, poodle pup | restless
  | {x} has to go outside; {x} has been indoors all day
- milk | milked / empty of milk | milked | brown cow, goat one, ewe one, dairy cow | due
  | the udder of {x} is full; {x} has too much milk
- vaccinate, give a shot to, inoculate | vaccinated / protected | vaccinated | calf, puppy, nurse trainee, zoo keeper
  | unprotected | {x} could catch the flu; {x} has no protection against the virus
- brush, comb | brushed / silky | brushed | persian cat, collie, angora rabbit, wig, doll hair | tangled
  | {x} is full of knots; {x} has knots in the hair
- fertilise, give plant food to | fertilised / has nutrients | fertilised | lemon tree, corn field, rose bed, hop garden
  | starved | the leaves of {x} are turning yellow; {x} grows far too slowly
- sow, seed, plant | sown / planted | sown | carrot row, east field, flower box, tray one | fallow
  | there is nothing growing in {x}; {x} is just bare soil
- repot, give a bigger pot to | repotted / has room to grow | repotted | plant | pot bound
  | the roots of {x} stick out; {x} has outgrown its pot
- turn over, turn, flip | turned / on the other side | turned | patient in bed three, compost, pancake, hour glass
  | | {x} has been lying on one side for too long; the other side of {x} is due
- treat, give medicine to, medicate | treated / on medication | treated | sick patient, lame goat, fever child,
  ill parrot
  | sick | {x} has a fever; {x} has not had the medicine
- calm, soothe, settle | calm / at ease | calmed | crying baby, nervous dog, angry guest, scared kitten | upset
  | {x} won't stop crying; {x} is all worked up
- wake, wake up, rouse | awake / out of bed | woken | night guard, guest in room 12, crew member one, sleeping cat
  | asleep | {x} has overslept; {x} should not be sleeping at this hour
- pollinate | pollinated | pollinated | vanilla flower, melon bloom, almond tree | | no bee has been to {x}
- ripen, let ripen, age | ripe / mature | aged | cheese loaf, wine barrel, avocado crate, ham leg | young
  | {x} is not old enough to be sold; it is too early to eat {x}
- greet, welcome, say hello to | greeted / welcomed | greeted | new guest, school class, tour group, ambassador
  | | {x} just came through the door and nobody said a word; {x} feels ignored at the door
- serve, wait on | served / looked after | served | table two guests, bar guest, lady in red, window table | waiting
  | {x} has not got anything yet; nobody has come to {x} to take the order
""",
    "placing": """
- harvest, pick, gather in | harvested / picked | harvested | tomato row, lettuce bed, bean field, carrot patch,
  grape row
  | ripe | {x} is ripe; if we wait any longer {x} will rot
- rake, rake up | raked / free of leaves | raked | castle lawn, gravel path, zen garden, sand bunker | leafy
  | {x} lies under a layer of leaves; there are footprints all over {x}
- empty, empty out, clear out | empty / emptied | emptied | dishwasher rack, waste basket, mailbox, dust bag, ash pan
  | full | nothing more fits into {x}; {x} is overflowing
- unpack, take everything out of | unpacked | unpacked | hiking pack, sea chest, props crate, moving box | packed
  | what i need is still inside {x}; everything is still in {x}
- dock, bring in | docked / at the pier | docked | shuttle, supply pod, ferry, drone a, drone b, tug boat | adrift
  | {x} drifts around out there; {x} has been out long enough
- hang up, hang | hung up / on the line | hung up | wet sheet, oil portrait, bird feeder, hammock, winter coat
  | | {x} shouldn't lie on the ground; {x} would dry better in the wind
- stow, stow away, put away | stowed / put away | stowed | anchor chain, life vest, parachute, cables, deck cushions
  | lying about | somebody will trip over {x}; {x} is in the way here
- load, load up | loaded | loaded | delivery van, cargo bike, camera, kiln, washing drum | unloaded
  | there is nothing in {x} yet and we leave soon; {x} should not go out empty
- unload, take the cargo off | unloaded / without cargo | unloaded | container ship, milk truck, coal wagon,
  baggage cart
  | loaded | the cargo is still on {x}; {x} came in heavy this morning
- tidy, tidy up, straighten up | tidy / in order | tidied | cabin two, play corner, workbench drawer, tent four, cellar
  | messy | {x} is a mess; you can't find a thing in {x}
- sort, put in order, arrange | sorted / in order | sorted | mail sack, spare part bin, sheet music, sock pile
  | mixed up | everything in {x} is jumbled; there is no order in {x}
- deliver, hand out | delivered / with its owner | delivered | express parcel, room service tray, telegram, bouquet
  | pending | somebody is waiting for {x}; {x} should be with the customer by now
- collect, gather | collected | collected | egg basket, dirty laundry, exam papers, return trolleys | uncollected
  | nobody has come for {x}; {x} still lies around everywhere
- plow, plough, till | ploughed / tilled | ploughed | north field, potato field, river field | hard
  | the soil of {x} is like stone; nothing can be sown in {x} as hard as it is
- level, flatten, even out | level / even | levelled | building site, clay court, salt pan, ski slope | bumpy
  | {x} is full of bumps; the ball bounces badly on {x}
- bury, cover with earth | buried | buried | water pipe, seed potato, time capsule | | {x} should be under the ground
""",
    "space": """
- book, reserve | booked / reserved | booked | court one, hotel suite, table nine, lane three, cabin a | free
  | nobody else should get {x} on friday; i want to be sure of {x} for tonight
- launch, send up, start | launched / airborne / in orbit | launched | weather balloon, probe, glider, rescue drone
  | grounded | {x} should be in the sky by now; {x} is still on the ground
- anchor, moor, make fast | anchored / moored | anchored | house boat, barge, research buoy, yacht | drifting
  | {x} moves with the current; the tide is taking {x}
- evacuate, clear of people | evacuated / clear of people | evacuated | east wing, tower, theatre hall, pool area
  | occupied | there are still people in {x}; nobody may stay in {x}
- rehearse, practise, run through | rehearsed / well rehearsed | rehearsed | second act, fire drill, final song,
  sword fight
  | | the actors don't know {x} yet; {x} goes wrong every time
- install, set up | installed / up and running | installed | new software, security patch, web server, rack unit
  | missing | {x} is not on the machine yet; we can't use {x} before it is on the system
- encrypt, scramble | encrypted / unreadable | encrypted | payroll file, customer table, disk two | plain
  | anybody could read {x}; hackers would love {x} as it is
- distil | distilled / pure | distilled | alcohol batch, lavender oil, sea water | impure | {x} is not pure enough
- ferment, let ferment | fermented | fermented | grape must, cabbage crock, cider vat, sour dough
  | unfermented | there's no alcohol in {x} yet; the yeast has done nothing in {x}
- bottle, fill into bottles | bottled / in bottles | bottled | cask one, cider batch, pale ale, olive press oil
  | | {x} is still in the barrel; we can't sell {x} from the tank
- filter, strain | filtered / clear | filtered | cloudy beer, pond water, engine oil, goat whey | cloudy
  | i can't see through {x}; bits float in {x}
- mill, grind | milled / ground | milled | rye sack, corn sack, pepper corns, malt sack | whole
  | {x} should be flour; the baker can't use whole grains of {x}
- press, squeeze, get the juice out of | pressed / squeezed | pressed | olive crate, grape crate, orange crate
  | unpressed | the juice is still in {x}; there is a lot of juice waiting in {x}
- translate into code, program, set the program of | programmed | programmed | loom, milling machine, robot mower,
  oven timer
  | unprogrammed | {x} does not know what to do; {x} has no instructions yet
- camouflage, hide from view, disguise | camouflaged / out of sight | camouflaged | bird hide, camera trap, film jeep
  | visible | everybody can see {x}; the animals would spot {x}
- sedate, put under | sedated / under | sedated | lion, injured bear, operation patient | awake
  | nobody can treat {x} while it moves; the surgeon can't start on {x} like that
- shade, put in the shade | shaded / out of the sun | shaded | young lettuce, panda pen, picnic table, cold frame
  | | {x} gets too much sun; the sun burns down on {x}
""",
}
"""Sense -> rows: verbs | states | as in "needs to be" | kinds | opposites | hints."""

_PAIRS = {
    "moving": """
- raise, pull up, lift, open, hoist | raised / up | lower, pull down, let down, drop, close | lowered / down
  | roller blind, shutter, rolling gate, drawbridge, fire curtain, dock door
  | {x} keeps all the light out; i want to get through {x} | the sun blinds me through {x};
  everybody can see in past {x}
- raise, hoist, run up, lift | raised / up / at the top | lower, take down, bring down | lowered / down
  | flag, crane hook, platform, chandelier, main sail, microphone boom, hospital bed head, goal net
  | {x} is much too low; {x} hangs too low | {x} is much too high; i can't reach {x} up there
- extend, stretch out, run out, pull out, open | extended / out | retract, pull in, draw back, close | retracted / in
  | awning, telescopic ladder, landing leg, solar array, gangway, boom arm, bleacher row
  | {x} is too short like that; we need all of {x} | {x} takes up too much room; {x} sticks out
- tilt up, tip up, angle up | tilted up / facing up | tilt down, tip down, angle down | tilted down / facing down
  | solar panel, camera head, spot light arm, headrest, mirror, ventilation slat
  | {x} looks at the floor; {x} points too low | {x} points at the ceiling; {x} points too high
- swing out, turn out | swung out | swing in, turn in | swung in | loading arm, life boat davit, feeder arm
  | {x} should reach over the side | {x} should not hang over the side any more
- unfold, open up, open, spread out | unfolded / spread out | fold up, close, collapse | folded up / collapsed
  | parasol, stroller, camp bed, folding table, wheelchair ramp, music stand
  | i want to use {x} right away; nobody can use {x} as flat as it is | {x} should fit behind the door; {x} is too bulky
- rotate left, turn to the left | facing left | rotate right, turn to the right | facing right
  | radar dish, stage light, weather vane, turret camera | {x} should look to the left | {x} should look to the right
- roll out, unroll | rolled out / unrolled | roll up, wind up | rolled up
  | red carpet, yoga mat two, pool cover, fire hose reel, projection screen
  | {x} should lie flat on the ground | nobody needs {x} on the ground any more
- push in, shove in | pushed in | pull out, draw out | pulled out | choke lever, fuel rod, drawer bolt, plunger
  | {x} sticks out too far | {x} is in too deep
- park upright, stand up, set upright | upright | lay down, tip over on purpose | lying flat
  | ladder, bike rack, warning sign, bowling pin deck | {x} has fallen over | {x} could be blown over by the wind
""",
    "opening": """
- open, pull open, draw back | drawn back / open | close, draw, pull shut | drawn / closed
  | left curtain, right curtain, stage curtain, bed curtain, shower curtain, velvet drape
  | {x} keeps the daylight out; i can't see the stage because of {x} | the light through {x} wakes the baby
- open, unscrew, turn open | open / flowing / unscrewed | close, shut, screw shut | closed / screwed shut
  | gas valve, main valve, steam valve, oxygen valve, ballast valve, bleed screw
  | nothing gets through {x}; {x} lets nothing pass | something hisses out of {x}; nothing may get through {x}
- open, turn on, let run | flowing / running | close, turn off, shut off | shut off / dry
  | garden tap, kitchen tap, fountain, hose line, canal inlet, beer tap, wash basin tap, water fall
  | no water comes out of {x}; i want to fill a bucket at {x} | {x} wastes water; {x} has run long enough
- open, set ajar | open / ajar / tilted | close, shut | closed / shut tight
  | roof vent, skylight, tilt window, air damper, floor vent, observatory dome, sun roof, chimney flap
  | no fresh air comes in through {x}; it is too hot, {x} could help | rain comes in through {x};
  there is a draught from {x}
- unlock, undo the lock of | unlocked / free to enter | lock, lock up, secure | locked / secure
  | bike lock, cell door, cash register, ship's hatch, zoo gate, locker nine, diary
  | i have no key for {x} and need to get in | anybody could walk in through {x}; i don't want strangers at {x}
- uncover, take the cover off, unveil, open | uncovered / bare | cover, put a cover on, veil, close | covered
  | grill, pool, statue, wood pile, bird cage, sand box, boat, machine lid
  | we want to see {x}; {x} can't be seen under that cloth | it will rain on {x}; dust falls onto {x}
- uncork, open | uncorked / open | cork, put the cork in, close | corked / stoppered
  | wine bottle, cider jug, vinegar flask, test vial | i want to drink from {x} | the smell from {x} is everywhere
- unzip, open | unzipped / open | zip up, zip, close | zipped up / closed
  | sleeping bag, tent door, wet suit, garment bag, pencil case | i want to get into {x} | mosquitoes get into {x}
- unblock, open to traffic, open | passable / open | block, close off, close | blocked / closed off
  | lane one, ski run, park road, hiking trail, tunnel | people want to use {x} again | nobody should go along {x} today
""",
    "fastening": """
- fasten, tighten, do up, buckle | fastened / tight / secure | loosen, undo, unfasten, unbuckle | loose / unfastened
  | seat belt, left strap, right strap, cargo net, wheel nut, clamp, helmet strap
  | {x} could come off any moment; {x} dangles | {x} pinches; {x} is far too tight
- attach, fix on, hook up, couple | attached / coupled | detach, take off, unhook, uncouple | detached / uncoupled
  | trailer, rail car, bucket arm, side car, hose coupling, mower deck
  | {x} stands apart from the rest; i want to pull {x} behind me | we go on without {x}; {x} should stay behind
- tie up, leash, tether, chain | tied up / tethered | untie, let loose, set free | free / untied
  | guard dog, row boat, goat kid, balloon basket | {x} could run away;
  {x} could drift off | {x} should run around a bit
- connect, link, patch in | connected / online | disconnect, cut the link of | disconnected / offline
  | sensor node, backup server, radio link, phone line, tv feed
  | nothing comes in from {x}; {x} can't be reached | {x} should not be reachable tonight
- hook, latch | latched / hooked | unlatch, unhook | unlatched / unhooked | garden gate, barn door, cage flap, crate lid
  | {x} bangs in the wind | {x} should swing freely
- lock the wheels of, brake, put the brake on | braked / held | release the brake of, let roll | rolling freely
  | hand cart, stretcher, pram, tram car | {x} is rolling away | i can't push {x}; {x} won't budge
""",
    "level": """
- inflate, pump up, blow up | inflated / firm / full of air | deflate, let the air out of | deflated / flat
  | ball, tire, balloon, air mattress, bouncy castle, raft, snow tube
  | {x} has no air; {x} is soft as a pancake | {x} is too big to pack; {x} is far too hard
- flood, fill with water | flooded / under water | drain, empty, pump dry | drained / dry
  | dry dock, lock chamber, cranberry field, test basin, ice rink
  | the ship can't float in {x} yet | there must not be any water in {x} for the repair
- brighten, turn up, make brighter | bright | dim, turn down, make darker | dimmed
  | reading light, house lights, aquarium light, dashboard,
  stage wash | i can hardly see in the glow of {x} | {x} blinds me
- turn up, make louder, increase | loud / high | turn down, make quieter, reduce | quiet / low
  | pa system, car stereo, door chime, headset, organ | i can't hear {x} | {x} hurts my ears; {x} wakes the whole house
- speed up, accelerate | fast | slow down, brake down | slow | carousel, treadmill, packing belt, ride two, turntable
  | {x} crawls along; at the speed of {x} we will never finish | {x} makes me dizzy; nobody can keep up with {x}
- load with weight, weigh down | weighed down | unburden, relieve | unburdened | mule cart, tarp, diving bell, sled
  | the wind could take {x} | {x} sinks too deep
""",
    "running": """
- start, start the flow of, let flow, turn on | flowing | stop, stop the flow of, turn off | stopped / still
  | drip line, infusion, syrup pump, sand mixer, ink supply, cooling water, oxygen supply
  | nothing drips from {x}; it is dry at {x} | {x} spills over; there is too much coming from {x}
- start, set going, set in motion | turning / spinning / in motion | stop, halt, bring to a halt | stopped / at rest
  | ferris wheel, wind mill, potter's wheel, spinning drum, baggage belt, ski lift, revolving door, bread mixer
  | {x} stands still and people wait; {x} should go round | {x} has gone round long enough; someone is stuck in {x}
- arm, activate, set | armed / on guard | disarm, deactivate | disarmed / off guard
  | burglar alarm, mouse trap, door sensor, motion sensor, smoke alarm, laser fence
  | nobody watches the house tonight and {x} is off | {x} goes off every time somebody comes in
- play, start playing | playing | pause, stop playing, silence | silent / paused
  | record player, lobby music, audio guide, white noise, film reel two
  | it is too quiet without {x} | i can't concentrate because of {x}; enough of {x} for today
- engage, put in gear | engaged / in gear | disengage, take out of gear | disengaged
  | clutch, spindle, tail rotor, plough lift, autopilot | {x} should take over now | {x} should run free again
- energise, put power on, make live | live / under power | cut the power of, isolate, make dead | dead / without power
  | third rail, electric fence, stage socket, bus bar, welding table
  | nothing on {x} gets any power | people are going to work on {x} with bare hands
- heat, fire up, warm | hot / up to heat | cool, let cool, chill | cool / cold
  | pizza stone, brew kettle, glass furnace, hot stone, seat heater, curling iron
  | {x} is stone cold | one could burn a finger on {x}
""",
}
"""Sense -> rows: verbs | states | verbs that undo | states then | kinds | hints | hints to undo."""


def parts(text: str, separator: str) -> tuple[str, ...]:
    """The pieces of a text between separators."""
    return tuple(part for piece in text.split(separator) if (part := piece.strip()))


def columns(row: str) -> list[str]:
    """The columns of a table's row, which may go over several lines."""
    return [" ".join(column.split()) for column in row.split("|")]


def typed(text: str) -> tuple[str, tuple[str, ...]]:
    """``bike: city bike, scooter`` -> the type and the names."""
    type, _, names = text.partition(":")
    return type.strip(), parts(names.replace(" the ", " "), ",")


def _rows(table: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    for sense, text in table.items():
        for row in text.strip().removeprefix("- ").split("\n- "):
            yield sense, columns(row)


def _trades() -> Iterator[Trade]:
    for sense, (verbs, states, done, kinds, opposites, hints) in _rows(_TRADES):
        state, *others = parts(states, " / ")
        opposite = (*parts(opposites, " / "), "")[0]
        yield Trade(
            parts(verbs, ","), state, done, parts(kinds, ","), opposite, parts(hints, ";"), sense, tuple(others)
        )


def _pairs() -> Iterator[tuple[Trade, Trade]]:
    for sense, (verbs, states, undoing, undone, kinds, hints, back) in _rows(_PAIRS):
        things = parts(kinds, ",")
        one, *others = parts(states, " / ")
        two, *more = parts(undone, " / ")
        yield (
            Trade(parts(verbs, ","), one, one, things, two, parts(hints, ";"), sense, tuple(others)),
            Trade(parts(undoing, ","), two, two, things, one, parts(back, ";"), sense, tuple(more)),
        )


TRADES = tuple(_trades())
PAIRS = tuple(_pairs())
"""Trades that undo each other."""


ROOMS: tuple[tuple[str, ...], ...] = tuple(
    parts(line, ",")
    for line in (
        "table, counter, kitchen counter, sink, shelf, fridge, dining table, pantry, stove top",
        "kitchen, bedroom, living room, bathroom, garage, hallway, garden, office, basement, laundry room",
        "desk, printer room, meeting room, lobby, mail room, reception, copy corner, server room, break room",
        "dock a, dock b, aisle 1, aisle 2, packing station, storage rack, conveyor, cold storage, returns desk",
        "lab bench, fume hood, freezer, sample rack, wash station, instrument table, supply closet, incubator",
        "ward, pharmacy, nurse station, room 101, room 102, operating room, waiting area, linen closet",
        "greenhouse, shed, patio, porch, vegetable bed, compost heap, driveway, tool shed, pond",
        "workbench, tool wall, assembly station, paint booth, saw table, parts shelf, loading bay",
        "near table, far table, left counter, right counter, top shelf, bottom shelf, window sill, side table",
        "bar, table one, table two, table three, kitchen hatch, cellar, terrace, cash desk",
        "class room, library, gym, cafeteria, art room, playground, locker room, staff room",
        "airlock, cargo bay, bridge, crew quarters, engine room, hydroponics bay, med bay, observation deck",
        "coffee table, nightstand, bookshelf, dresser, couch, bed, wardrobe, tv stand",
        "by the door, by the window, under the stairs, next to the stove, in the corner, behind the sofa",
        "bench by the window, bench by the wall, corner of the lab, space beside the sink, cold room door",
        "barn, milking parlour, feed store, farm yard, hen house, silo, orchard, tractor shed, dairy",
        "upper deck, lower deck, galley, bow, stern, wheelhouse, chart table, lifeboat station, hold",
        "stage, backstage, dressing room, prop table, costume rack, orchestra pit, box office, foyer",
        "front desk, room 12, room 14, luggage room, linen room, breakfast room, roof bar, lift lobby",
        "gate a, gate b, check-in desk, baggage belt, security lane, hangar, departure hall, lost and found",
        "flour store, dough table, proving cabinet, oven front, cooling rack, shop counter, delivery door",
        "sorting table, washing line, ironing board, dryer row, steam room, folding table, pick-up window",
        "east gallery, west gallery, coat check, gift shop, vault, restoration room, sculpture hall, ticket desk",
        "dome, control room, mirror lab, data room, telescope platform, visitor hall, instrument store",
        "line one, line two, quality desk, tool crib, pallet spot, press shop, packing end, foreman's office",
        "lion house, monkey island, aquarium, feed kitchen, vet room, reptile hall, penguin pool, main gate",
        "parcel shelf, letter rack, counter one, counter two, sorting hall, van yard, customs corner",
        "cold aisle, hot aisle, rack row 3, rack row 4, battery room, tape store, noc desk, loading dock",
        "mash house, fermentation cellar, bottling line, keg store, malt loft, tasting room, cooling cellar",
        "paper store, press room, cutting table, binding bench, ink shelf, proof desk, dispatch",
        "shallow end, deep end, lifeguard chair, towel stand, pump room, changing cabins, sun deck, kiosk",
        "pitch 1, pitch 2, fire pit, wash block, camp kitchen, bike stand, lake shore, warden's hut",
        "module a, module b, docking ring, galley module, sleep pod, lab module, cupola, solar wing",
        "set one, set two, camera dolly, make-up chair, lighting truck, catering tent, sound cart, wardrobe van",
        "press house, barrel cellar, upper slope, lower slope, tasting bar, bottle store, crusher",
        "fire truck, hose tower, alarm room, gear rack, gym corner, bunk room, wash bay",
        "chapel, sacristy, altar, bell tower, organ loft, pews, parish hall",
        "platform 1, platform 2, ticket hall, signal box, waiting room, luggage lockers, engine shed",
        "produce aisle, dairy aisle, checkout 1, checkout 2, bakery corner, stock room, fish counter, trolley bay",
        "lathe, milling machine, grinding bench, stock rack, coolant tank, measuring table, scrap corner",
        "beehives, honey room, smoker shelf, wax table, jar store, meadow edge",
        "cash office, trading floor, strong room, counter hall, archive, board room",
        "chair one, chair two, sterile bench, x-ray corner, waiting room, plaster table, implant cupboard",
        "attic, cellar, balcony, front yard, back yard, utility room, nursery, guest room",
        "tent row, main stage, beer garden, first aid tent, ticket gate, sound tower, toilets",
        "potting table, palm house, seed bank, cactus corner, nursery bed, rain barrel, herb spiral",
        "north pier, south pier, fish hall, ice house, net loft, harbour office, crane yard",
    )
)
"""Places of a world."""

SURFACES = parts(
    "table, workbench, kitchen counter, desk, floor, dining table, lab bench, wooden table, bar counter, office desk, "
    "carpet, assembly table, round table, prop table, operating table, potting bench, dough table, chart table, "
    "sorting table, steel bench, conveyor, packing table, cash desk, picnic table, reception desk, drawing table, "
    "inspection table, stone slab, deck, stage floor, work surface, cutting table, altar, trolley, counter",
    ",",
)

OPENABLES: tuple[tuple[str, ...], ...] = tuple(
    parts(line, ",")
    for line in (
        "top drawer of the wooden dresser, middle drawer of the wooden dresser, bottom drawer of the wooden dresser",
        "left drawer of the desk, right drawer of the desk, center drawer of the desk",
        "upper drawer, lower drawer, cupboard, fridge, oven",
        "fridge, freezer, microwave, dishwasher, kitchen cabinet, pantry door",
        "cabinet, wardrobe, chest, jewelry box, suitcase",
        "toolbox, locker a, locker b, metal cabinet, supply closet",
        "front door, back door, window, garage door, gate",
        "safe, filing cabinet, mailbox, cash drawer",
        "incubator, centrifuge, glove box, sample fridge, waste hatch",
        "left door of the white closet, right door of the white closet, drawer of the white closet",
        "top drawer, second drawer, bottom drawer, cookie jar",
        "hatch one, hatch two, airlock door, storage pod",
        "red toolbox, blue toolbox, green chest, brown chest",
        "left cupboard, right cupboard, corner cupboard, cupboard under the sink",
        "props trunk, costume trunk, make-up case, trap door",
        "overhead bin one, overhead bin two, cabin door, galley cart",
        "medicine cabinet, linen cupboard, instrument cabinet, sharps box",
        "kiln, glaze cupboard, clay bin, pigment drawer",
        "display case one, display case two, display case three, archive box",
        "server cabinet, cable duct, rack door, battery case",
        "lobster tank, bait box, ice chest, fish locker, net locker",
        "mash tun, grain bin, keg locker, malt chest",
        "bird cage, rabbit hutch, feed bin, terrarium",
        "parcel locker one, parcel locker two, mail slot, stamp drawer",
        "bread bin, cake box, flour chest, proving cabinet",
        "glove compartment, trunk, hood, left car door, right car door",
        "upper cabinet, lower cabinet, spice drawer, bread drawer, wine fridge",
        "seed drawer, cold frame, tool shed, compost bin",
        "lens case, dome hatch, film drawer, mirror box",
        "ballot box, strong box, key cabinet, document drawer",
        "left window, right window, attic window, cellar window",
        "tent locker, cool box, gas locker, picnic basket",
        "first aid box, fire hose cabinet, gear locker, oxygen box",
        "small safe, big safe, drawer of the counter, till",
        "wooden chest, iron chest, sea chest, chest of drawers",
    )
)

MACHINES = frozenset(["oven", "microwave", "dishwasher", "incubator", "centrifuge", "kiln", "mash tun", "wine fridge"])
"""Openables that can be switched on, too."""


@dataclass(frozen=True)
class Product:
    """Machines that give the same, and how people ask for what they give."""

    machines: tuple[str, ...]
    predicates: tuple[str, ...]
    """What a running one may be said to be."""
    wanted: tuple[str, ...]
    """Sentences that ask for it without naming a machine."""
    unwanted: tuple[str, ...]


_PRODUCTS = {
    "light": """
lamp, desk lamp, ceiling light, floor lamp, garden light, left lamp, right lamp, bedroom light, kitchen light,
  spotlight, stage light, hall light, porch lantern, reading lamp, work light, landing light, grow light, neon sign
| lit, glowing, shining, bright
| some light please; it is too dark in here; i can't see a thing; a bit of light would help; let there be light;
  make it brighter here; how is anyone supposed to read in this darkness; it is gloomy in here; light, please
| it is too bright in here; i want it dark; make it dark; no light please; the light hurts my eyes; lights out;
  we don't need the light; the glare bothers me
""",
    "air": """
fan, ventilator, ceiling fan, extractor fan, exhaust hood, air blower, desk fan, cabin ventilator
| spinning, blowing, humming, turning
| it is stuffy in here; some fresh air please; i could use a breeze; the air is bad in here;
  a little wind would be nice;
  get some air moving; what a smell, we need the air to move; it is so stuffy that i can't think
| there is a draught in here; it is too windy in here; my papers keep blowing away; no more wind please;
  i feel a draught
""",
    "heat": """
heater, radiator, electric stove, fan heater, heat lamp, floor heating, patio heater, boiler
| hot, heating, warm, glowing
| i'm freezing; it is too cold in here; some heat please; make it warmer; we could do with some warmth;
  my feet are cold;
  i am shivering; could it be a little warmer here
| it is too hot in here; i'm sweating; no more heat please; it is like a sauna in here; the heat is unbearable
""",
    "water": """
water pump, sprinkler, fountain pump, irrigation system, garden sprinkler, bilge pump, lawn sprinkler, shower
| flowing, pumping, spraying, on flow
| get the water going; let the water run; some water on the grass, please; let's have the water running;
  i want the water to flow
| stop the water; no more water please; the water should stop; everything is getting wet, stop that; water off
""",
    "mist": """
humidifier, fog machine, mist maker, steam generator, air moistener
| misting, steaming, puffing, active
| some mist please; the air is too dry in here; my throat is dry from this air; a bit of fog would be nice;
  we need moist air in here
| it is too damp in here; no more mist please; i can't see through all this fog; stop the mist; the fog is too thick
""",
    "music": """
radio, stereo, jukebox, music player, record player, loudspeaker, hi-fi
| playing, singing, loud, on air
| some music please; let's have some music; it is too quiet in here; i feel like dancing; put some tunes on;
  it is dead silent, i want to hear something; music, please
| stop the music; no more music please; silence please; i can't hear myself think; the music is driving me mad;
  enough of that noise; i want it quiet
""",
    "cold": """
air conditioner, cooling unit, chiller, cold store compressor, ice maker
| cooling, humming, chilling
| i need it cooler in here; some cool air please; make it colder; we should cool this room down
| no more cold air please; i don't want any cooling now; stop blowing cold air at me
""",
    "guard": """
alarm, burglar alarm, alarm system, motion detector, security camera, watch drone
| armed, watching, live, alert
| somebody should watch the place tonight; guard the house while i am away; we want to be warned of burglars
| i come and go all day, no need to watch the place; no need to guard anything now; we don't want any false alarm
""",
    "picture": """
projector, tv, big screen, monitor wall, slide projector
| showing, live, on screen
| i want to watch the match; let's watch a movie; show us the film; it is time for the news
| nobody is watching any more; the film is over; no more pictures please; enough television for today
""",
    "machine": """
stove, printer, coffee maker, toaster, washing machine, dryer, pump, mixer, blender, conveyor belt, centrifuge motor,
  kettle, computer, vacuum robot, hot plate, server, drill press, grill, lathe, generator, x-ray machine, compressor,
  milking machine, dough mixer, printing press, telescope drive, autopilot, winch, feeder, bottling line, steam press,
  packing line, welding robot, dust collector, ticket machine, router, scanner, saw, loom, escalator, dishwasher two
| running, powered, energised, in operation, up, live, working, started, operating, awake
| |
""",
}
"""What machines give -> the machines | predicates | sentences that want it | sentences that do not."""
PRODUCTS = {
    name: Product(*(parts(field, "," if number < 2 else ";") for number, field in enumerate(fields)))
    for name, fields in _rows(_PRODUCTS)
}
SWITCHES = tuple(dict.fromkeys(name for product in PRODUCTS.values() for name in product.machines))
GENERAL_PREDICATES = (
    ("turned on", ""),
    ("turned on", ""),
    ("turned on", "turned off"),
    ("switched on", "switched off"),
    ("running", "stopped"),
    ("powered", ""),
    ("active", "inactive"),
    ("on power", ""),
    ("on", "off"),
    ("active", ""),
    ("powered up", "powered down"),
    ("activated", "deactivated"),
    ("live", "dead"),
    ("in use", "idle"),
    ("enabled", "disabled"),
    ("awake", "asleep"),
    ("operating", ""),
)
"""What may be said of any machine that runs, and of one that does not; empty: only ``not``."""

BOXES = parts(
    "basket, tray, box, bowl, bin, crate, bucket, pot, jar, toolbox, red box, blue basket, green tray, white bowl, "
    "glass jar, tote, organizer, sink, egg basket, mail sack, props box, specimen jar, laundry basket, ice bucket, "
    "feed trough, bread basket, tip jar, wash tub, wooden crate, cardboard tray, cargo net, kit bag, parts bin, "
    "steel drum, sample rack box, sewing basket, fruit bowl, coin tray, cool box, flower pot, paper tray, seed tray",
    ",",
)

ORGANIZERS = parts(
    "tool organizer, desk organizer, pill box, lunch box, display case, make-up case, tackle box, sewing box, "
    "coin case, specimen case, spice box, cutlery tray",
    ",",
)

FLAT = parts(
    "plate, shelf, rack, stand, mat, cutting board, scale, pedestal, coaster, tray table, windowsill, book stand, "
    "upper shelf, lower shelf, wine rack, top of the metal cabinet, top of the bookcase, space under the bench, "
    "space under the wall shelf, top of the fridge, shelf of the bookcase, top of the old piano, "
    "space under the side table, top of the toaster oven, cooling rack, drying rack, turntable, lectern, easel, "
    "parcel scale, display plinth, instrument tray stand, bread board, baking sheet, pallet, weighing plate, "
    "left pedestal, right pedestal, red mat, blue mat, top of the server rack, top of the oven, "
    "space under the counter, space under the stage, top of the locker, upper rack, lower rack, bar mat, serving stand",
    ",",
)
