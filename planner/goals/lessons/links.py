"""Links between two things that are no places: plugged into, tied to, fitted with; each with its own verbs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planner.goals.lessons.trades import columns, parts, typed


@dataclass(frozen=True)
class Link:
    """A state of two things, and the skills that make and undo it; ``x`` is its first thing, ``y`` its second."""

    predicate: str
    others: tuple[str, ...]
    """Other predicates that a library may have instead."""
    verbs: tuple[str, ...]
    """``plug {x} into {y}``; the first names the skill."""
    undoing: tuple[str, ...]
    made: str
    """What a linked ``x`` is called: ``plugged in``; empty: nothing."""
    free: str
    first_type: str
    firsts: tuple[str, ...]
    second_type: str
    seconds: tuple[str, ...]
    hints: tuple[str, ...] = ()
    """Sentences that ask for it without a verb for it."""
    hints_to_undo: tuple[str, ...] = ()
    receiver_first: bool = False
    """Whether ``x`` stays where it is and ``y`` is brought: ``fitted with(drill, bit)``."""
    by_hand: bool = True
    """Whether what is brought may be held in a hand."""

    def named(self, predicate: str) -> "Link":
        """The same with another predicate."""
        return replace(self, predicate=predicate, others=())


_LINKS = """
- plugged into / plugged in at / connected to
  | plug {x} into {y}; put {x} into {y}; connect {x} to {y}; plug in {x}; stick {x} into {y}; plug {x} in at {y}
  | unplug {x}; pull {x} out of {y}; unplug {x} from {y}; disconnect {x}; pull the plug on {x}
    | plugged in / unplugged
  | cable: lamp cable, phone charger, kettle lead, extension cord, laptop charger, fan cord
  | socket: wall socket, floor socket, power strip, kitchen outlet, left outlet, right outlet
  | {x} gets no power, use {y}; {x} isn't in {y} yet, see to it | {x} must not draw any power; {y} should be free
-~ tied to / moored to / made fast to
  | tie {x} to {y}; tie {x} up at {y}; make {x} fast to {y}; moor {x} at {y}; tie up {x}; fasten {x} to {y}
  | untie {x}; cast {x} off; cast off {x}; untie {x} from {y}; let {x} loose; loosen the rope of {x}
  | tied up / untied | boat: rowing boat, ferry, blue dinghy, red dinghy, sailing boat, barge, pilot boat
  | post: north post, south post, mooring ring, big bollard, pier post, jetty cleat
  | {x} is drifting away, {y} is close by; a rope from {x} to {y}, please
  | {x} wants to set sail; it is time for {x} to leave {y}
-< fitted with / equipped with / loaded with
  | fit {y} to {x}; fit {x} with {y}; put {y} on {x}; mount {y} on {x}; give {x} {y}; equip {x} with {y}
  | take {y} off {x}; remove {y} from {x}; pull {y} out of {x}; strip {x} of {y} | /
  | drill: cordless drill, hand drill, router table, rotary tool, engraver, screw gun
  | bit: wood bit, masonry bit, steel bit, star bit, cross bit, sanding drum
  | {x} lacks {y}; {x} is no good without {y}; {x} should have {y} in; i am going to use {x} with {y}
  | {x} should no longer have {y}; i need {x} without {y}
-< dressed in / wearing / clad in
  | dress {x} in {y}; put {y} on {x}; put {x} in {y}; help {x} into {y}; get {y} onto {x}
  | undress {x}; take {y} off {x}; get {x} out of {y}; remove {y} from {x} | dressed / undressed
  | doll: rag doll, shop dummy, tailor's dummy, scarecrow, puppet, mannequin
  | outfit: woollen coat, party dress, straw hat, little cape, red scarf, raincoat, sailor suit
  | {x} is cold without {y}; {x} would look good in {y}; {y} is what {x} should wear
  | {x} has worn {y} long enough; {y} doesn't suit {x}
- hung on / hanging on / hooked onto
  | hang {x} on {y}; hang {x} up on {y}; put {x} up on {y}; hook {x} onto {y}; let {x} hang from {y}
  | take {x} down; unhook {x}; take {x} off {y}; get {x} down from {y} | hung up / not hung
  | picture: landscape painting, portrait, wall clock, mirror, poster frame, garland
  | nail: brass hook, big nail, picture rail, wall peg, ceiling hook
  | {y} is waiting for {x}; {x} would look nice on {y} | {x} has been on {y} for too long; {y} should be bare
-< filled with / full of / charged with
  | fill {x} with {y}; pour {y} into {x}; put {y} in {x}; fill {y} into {x}; load {x} with {y}
  | empty {x}; pour {y} out of {x}; pour out {x}; get {y} out of {x} | filled / empty
  | vessel: copper kettle, watering can, glass carafe, sprayer tank, spray bottle, tea urn
  | liquid: rain water, lemonade, vinegar, herb brew, saline, plant feed
  | {x} could do with {y}; there should be {y} in {x}; i want {y} out of {x} later | {y} has no business in {x}
-~ loaded onto / stowed on / aboard
  | load {x} onto {y}; put {x} on board {y}; stow {x} on {y}; get {x} onto {y}; load {x}
  | unload {x}; unload {x} from {y}; take {x} off {y}; get {x} off {y} | loaded / unloaded
  | freight: sand pallet, cement pallet, steel coil, brick stack, timber bundle, piano crate
  | truck: flatbed, blue lorry, freight wagon, trailer, pickup truck, barge deck
  | {x} travels with {y}; {y} can't go without {x}; {x} goes with {y} | {y} has arrived with {x}, clear it
-< labelled with / tagged with / marked with
  | label {x} with {y}; stick {y} on {x}; put {y} on {x}; tag {x} with {y}; attach {y} to {x}
  | peel {y} off {x}; remove {y} from {x}; take the label off {x} | labelled / unlabelled
  | parcel: long parcel, square parcel, film roll, sample vial, archive box, seed packet
  | label: address label, fragile sticker, bar code, price tag, hazard label, return label
  | {x} needs {y}; {x} can't go out without {y}; nobody knows what {x} is without {y} | {y} is wrong for {x}
-~ aimed at / pointed at / trained on
  | aim {x} at {y}; point {x} at {y}; train {x} on {y}; turn {x} towards {y}; direct {x} at {y};
    swing {x} round to {y}
  | turn {x} away; point {x} away from {y}; turn {x} away from {y} | aimed / not aimed
  | camera: main camera, spot beam, telescope, search light, antenna, water cannon
  | target: stage door, church tower, mars, east gate, scoreboard, harbour mouth, speaker's desk
  | i want to see {y} through {x}; {x} should look at {y}; {y} is what {x} should cover | {y} should not be under {x}
-~ paired with / linked to / synced with
  | pair {x} with {y}; connect {x} to {y}; link {x} to {y}; sync {x} with {y}; hook {x} up to {y}
  | unpair {x}; disconnect {x} from {y}; unpair {x} from {y}; drop the link of {x} | paired / unpaired
  | headset: red headset, game controller, smart watch, wireless keyboard, hearing aid, car radio
  | device: office phone, tablet two, show console, laptop three, base station
  | {x} doesn't find {y}; i want to hear {y} through {x}; {x} and {y} belong together | {x} should forget {y}
- mounted on / screwed onto / fixed onto
  | mount {x} on {y}; put {x} on {y}; screw {x} onto {y}; fix {x} to {y}; get {x} up on {y}
  | dismount {x}; unscrew {x}; take {x} off {y}; take {x} off | mounted / unmounted
  | lens: wide lens, long lens, macro lens, flash unit, microphone arm, range finder
  | body: studio camera, tripod, rig, crane arm, old camera | {y} lacks {x}; {y} needs {x}; i shoot with {x} on {y}
  | i no longer need {x} on {y}; {y} is too heavy with {x}
- glued to / stuck to / bonded to
  | glue {x} to {y}; stick {x} to {y}; glue {x} on; paste {x} onto {y}; attach {x} to {y} with glue
  | peel {x} off; peel {x} off {y}; pull {x} off {y}; detach {x} | glued on / loose
  | patch: felt patch, gold star, cork pad, mosaic tile, broken handle, paper moon
  | backing: cardboard sheet, plywood board, clay jug, tin lid, wall panel
  | {x} keeps falling off {y}; {x} belongs on {y} for good | {x} looks silly on {y}
- pinned to / tacked to
  | pin {x} to {y}; pin {x} up on {y}; put {x} up on {y}; tack {x} to {y}; stick a pin through {x} into {y}
  | unpin {x}; take {x} down; take {x} off {y}; pull the pins out of {x} | pinned up / unpinned
  | notice: lunch menu, duty list, lost cat flyer, concert poster, safety notice, floor plan
  | board: cork board, notice board, office wall, door board
  | everybody should see {x} on {y}; {y} should show {x} | nobody needs {x} on {y} any more; {x} is out of date
-~ hitched to / coupled to / towed by
  | hitch {x} to {y}; couple {x} to {y}; hook {x} up to {y}; attach {x} to {y}; couple up {x}
  | unhitch {x}; uncouple {x}; unhook {x} from {y}; detach {x} from {y} | hitched / uncoupled
  | wagon: hay wagon, caravan, coal wagon, dining car, boat trailer
  | engine: green tractor, steam engine, shunter, tow truck, jeep | {y} is to pull {x}; {x} needs {y} in front of it
  | {y} has to go without {x}; {x} stays behind, {y} goes on
- clipped to / clamped to
  | clip {x} to {y}; clip {x} onto {y}; clamp {x} to {y}; fix {x} to {y} with the clip
  | unclip {x}; take {x} off {y}; unclamp {x}; unclip {x} from {y} | clipped on / unclipped
  | clip: name badge, lavalier mic, bike lamp, dosimeter, carabiner light, pager
  | strap: lapel, belt, handlebar, shoulder strap, chest strap | {y} has no {x} yet; {x} should sit on {y}
  | {x} bothers me on {y}
-< topped with / decorated with / crowned with
  | top {x} with {y}; put {y} on top of {x}; crown {x} with {y}; decorate {x} with {y}; garnish {x} with {y}
  | take {y} off {x}; remove {y} from {x}; scrape {y} off {x} | topped / plain
  | cake: wedding cake, cheese tart, cream bowl, waffle tower, fruit flan
  | topping: sugar rose, marzipan star, cherry ring, mint leaf, chocolate curl
  | {x} looks bare without {y}; {x} is missing {y}; {y} is for {x} | nobody likes {y} on {x}
- wired to / hooked up to / cabled to
  | wire {x} to {y}; hook {x} up to {y}; connect {x} to {y}; run a wire from {x} to {y}; wire up {x}
  | disconnect {x}; cut {x} off from {y}; disconnect {x} from {y}; take {x} off {y} | wired up / disconnected
  | sensor: door sensor, smoke sensor, rain gauge, heart monitor, flow meter, doorbell
  | panel: control panel, junction box, data logger, main hub, relay board
  | {y} gets no signal from {x}; {x} is dead without {y}; {x} should report to {y} | {y} shouldn't hear from {x}
- threaded through / fed through / run through
  | thread {x} through {y}; feed {x} through {y}; pull {x} through {y}; pass {x} through {y}; run {x} through {y}
  | pull {x} out; pull {x} out of {y}; unthread {x}; draw {x} back out of {y} | threaded / unthreaded
  | thread: silk thread, blue yarn, film strip, guide wire, steel rope, shoe lace
  | eye: needle eye, pulley, loom heddle, projector gate, eyelet | {x} has to come out on the other side of {y}
  | {x} is tangled in {y}
-~ docked to / berthed at / attached to
  | dock {x} to {y}; dock {x} at {y}; bring {x} in to {y}; attach {x} to {y}; latch {x} onto {y}
  | undock {x}; release {x} from {y}; undock {x} from {y}; detach {x} | docked / undocked
  | capsule: supply capsule, crew capsule, lab probe, solar tug, repair drone, orbiter
  | port: front port, rear port, zenith hatch, side port, charging port
  | {x} is waiting outside {y}; the crew of {x} wants in through {y} | {x} should leave {y};
    {x} has to make room at {y}
- sewn onto / stitched to
  | sew {x} onto {y}; sew {x} on; stitch {x} to {y}; put {x} on {y} with needle and thread
  | unpick {x}; cut {x} off {y}; unpick {x} from {y}; take {x} off {y} | sewn on / missing
  | button: brass button, wooden button, name patch, lace trim, velvet bow, zipper
  | garment: grey coat, waistcoat, school blazer, cushion cover, ball gown
  | {y} has lost {x}; {y} lacks {x}; {x} came off {y} | {y} would look better without {x}
-~ chained to / locked to / padlocked to
  | chain {x} to {y}; lock {x} to {y}; put {x} on the chain at {y}; chain up {x}; secure {x} to {y} with the chain
  | unchain {x}; unlock {x} from {y}; free {x} from {y}; take the chain off {x} | chained up / unchained
  | bike: city bike, cargo bike, scooter, garden bench, gas bottle, hand cart
  | rack: bike rack, iron railing, lamp post, fence pole
  | somebody will steal {x} unless it is on {y}; {x} should not leave {y} on its own
  | i'd like to ride away on {x}; {x} should be free to go
-< covered with / under / wrapped in
  | cover {x} with {y}; put {y} over {x}; spread {y} over {x}; wrap {x} in {y}; throw {y} over {x};
    cover up {x} with {y}
  | uncover {x}; take {y} off {x}; pull {y} off {x}; unwrap {x} | covered / uncovered
  | piece: grand piano, log pile, statue, motor bike, sofa bed, grill station
  | cover: tarpaulin, dust sheet, woollen blanket, plastic foil, velvet cloth
  | {x} will get dusty without {y}; {x} should be hidden under {y} | i want to see {x} and not {y}
- strapped to / buckled to / belted to
  | strap {x} to {y}; strap {x} down on {y}; buckle {x} to {y}; belt {x} onto {y}; fasten {x} to {y}
  | unstrap {x}; unbuckle {x}; loosen the straps on {x}; free {x} from {y} | strapped in / unstrapped
  | load: oxygen bottle, canoe, ski bag, surf board, ladder, equipment case
  | carrier: roof rack, stretcher, luggage frame, sled, pack frame | {x} must not slip off {y}
  | {x} may come off {y} now
-~< set to / tuned to / switched over to
  | set {x} to {y}; tune {x} to {y}; switch {x} over to {y}; put {x} on {y}; turn {x} to {y}
  | take {x} off {y}; move {x} off {y}; switch {x} away from {y} | set / not set
  | dial: kitchen radio, heating dial, oven dial, ticket machine, intercom, thermostat
  | setting: night mode, channel four, summer mode, news band, eco mode, test mode
  | {y} is what i want on {x}; {x} should be on {y} by now | {y} is the wrong one for {x}
-~ assigned to / given to / allotted to
  | assign {x} to {y}; give {x} to {y}; allot {x} to {y}; put {x} in the name of {y}; let {y} have {x}
  | withdraw {x}; take {x} away from {y}; unassign {x}; relieve {y} of {x} | assigned / unassigned
  | job: night shift, paint job, tour five, ticket booth duty, code review, school run
  | worker: anna, pedro, team blue, team red, doctor lang, the new intern
  | {y} should be in charge of {x}; {y} has nothing to do, and {x} is open | {x} is too much for {y}
-~< staffed by / manned by / led by
  | staff {x} with {y}; put {y} in charge of {x}; send {y} to run {x}; let {y} take care of {x}
  | relieve {y} at {x}; take {y} off {x}; pull {y} out of {x} | staffed / unstaffed
  | post: cash desk one, cash desk two, info desk, ticket gate, first aid post
  | crew: crew one, crew two, maria, jonas, lena, rescue squad
  | nobody is at {x} and {y} is idle; {x} is {y}'s today | {y} is needed elsewhere than {x}
- connected to / joined to / attached to
  | connect {x} to {y}; join {x} to {y}; attach {x} to {y}; hook {x} up to {y}; screw {x} onto {y};
    couple {x} with {y}
  | disconnect {x}; take {x} off {y}; detach {x} from {y}; unscrew {x} | connected / disconnected
  | hose: garden hose, fire hose, milk hose, oxygen tube, drain pipe, fuel line
  | tap: north tap, hydrant, tank valve, pump inlet, cellar tap
  | {x} has no water from {y}; {y} should feed {x} | {x} must come off {y}
-< sealed with / closed with / capped with / stopped with
  | seal {x} with {y}; close {x} with {y}; put {y} on {x}; cap {x} with {y}; stick {y} into {x}
  | unseal {x}; take {y} off {x}; pull {y} out of {x}; uncap {x} | sealed / unsealed
  | bottle: wine bottle, oil flask, test tube, ink bottle, honey jar, thermos flask
  | stopper: cork, screw cap, rubber bung, wax plug, swing lid
  | {x} will go off without {y}; {y} is still off {x} | i want to smell {x}, {y} is in the way
- leaned against / propped against / resting against
  | lean {x} against {y}; prop {x} against {y}; stand {x} against {y}; rest {x} against {y}
  | take {x} away from {y}; move {x} away; pull {x} away from {y} | leaned up / free standing
  | pole: long ladder, broom, ski pair, spade, plank, guitar
  | wall: garden wall, barn wall, old oak, brick chimney, garage side
  | i want to climb {y} with {x}; {x} should stand by itself against {y} | {x} scratches {y}; {x} must not touch {y}
-~< powered by / running on / supplied by
  | power {x} from {y}; run {x} off {y}; supply {x} from {y}; put {x} on {y}; switch {x} over to {y}
  | cut {x} off from {y}; take {x} off {y}; stop feeding {x} from {y} | powered / without power
  | consumer: ice machine, stage lights, server room, cold store, pump house, bell tower
  | supply: battery bank, diesel generator, solar roof, mains line, wind turbine
  | {x} has no power and {y} is idle; {x} depends on {y} | {y} can't carry {x} any longer
-~ registered with / signed up for / enrolled in
  | register {x} with {y}; sign {x} up for {y}; enrol {x} in {y}; put {x} on the list of {y}; enter {x} for {y}
  | cancel {x}; strike {x} off {y}; take {x} off the list of {y}; deregister {x} from {y} | registered / unregistered
  | visitor: mr silva, miss okoro, family brandt, group nine, the pupil, doctor yamada
  | course: yoga class, museum tour, swimming course, chess cup, boat trip
  | {x} would like to take part in {y}; {x} is not on the list for {y} | {x} can't make it to {y}; {x} won't be at {y}
-~ projected onto / shown on / displayed on
  | show {x} on {y}; project {x} onto {y}; put {x} up on {y}; display {x} on {y}; bring {x} up on {y}
  | take {x} off {y}; hide {x}; remove {x} from {y}; clear {x} off {y} | shown / hidden
  | film: title slide, star chart, match replay, weather map, wedding film, sales chart
  | canvas: front screen, dome, side screen, white wall, lobby monitor
  | everybody wants to see {x} on {y}; {y} is blank, {x} would be nice | we have seen enough of {x} on {y}
- buried under / hidden under / concealed under
  | bury {x} under {y}; hide {x} under {y}; put {x} under {y}; conceal {x} beneath {y}
  | dig {x} up; dig up {x}; bring {x} out from under {y}; unearth {x} | buried / unburied
  | treasure: silver coin, tulip bulb, time capsule, dog bone, easter egg, old key
  | ground: rose bush, old oak root, sand heap, doorstep, flat stone
  | nobody should find {x}, not even under {y}; {y} is a good hiding spot for {x}
    | i'd like to see {x} again, it is under {y}
-< protected by / guarded by / shielded by
  | protect {x} with {y}; shield {x} with {y}; put {y} around {x}; guard {x} with {y}
  | take {y} away from {x}; expose {x}; remove {y} from {x} | protected / unprotected
  | exhibit: marble bust, rare orchid, crown jewel, fossil egg, old globe
  | guard: glass hood, rope barrier, wire mesh, steel cage, alarm mat
  | anyone could touch {x} without {y}; {x} isn't safe unless {y} is there | {x} is hard to see behind {y}
- balanced on / set upon / placed upon
  | balance {x} on {y}; set {x} on {y}; stand {x} on {y}; place {x} upon {y}
  | take {x} off {y}; take {x} down from {y}; lift {x} off | balanced / not balanced
  | ball: golf ball, stone egg, circus ball, seal ring, tin globe, spinning top
  | tip: tee, slim column, rubber cone, circus pole, egg holder | {x} looks good on {y}; {x} is meant to stand on {y}
  | {x} is going to fall off {y}
-< stocked with / supplied with
  | stock {x} with {y}; put {y} into {x}; supply {x} with {y}; bring {y} to {x}; restock {x} with {y}
  | clear {y} out of {x}; take {y} out of {x}; remove {y} from {x} | stocked / bare
  | dispenser: snack machine, hotel bar, towel holder, bird feeder, soap station, stamp kiosk
  | refill: peanut bags, paper towels, sunflower seeds, soap pouch, stamp rolls, small bottles
  | {x} has run out of {y}; {x} is out of {y}; guests keep asking for {y} at {x} | {y} in {x} is stale
-~ tethered to / leashed to
  | tether {x} to {y}; put {x} on the leash at {y}; leash {x} to {y}; tie {x} to {y}; tether {x}
  | untether {x}; let {x} off the leash; free {x} from {y}; untie {x} | tethered / untethered
  | animal: goat, old dog, grey donkey, calf, nanny goat, balloon
  | stake: wooden stake, garden gate post, iron ring, apple tree, tent peg
  | {x} runs away unless {y} holds it; {x} should not get farther than the rope from {y}
    | {x} may run free, away from {y}
-< fastened with / held by
  | fasten {x} with {y}; hold {x} with {y}; secure {x} with {y}; fix {x} in place with {y}
  | unfasten {x}; take {y} off {x}; loosen {y} on {x}; free {x} from {y} | fastened / unfastened
  | workpiece: table leg, chair seat, oak board, brass plate, steel pipe, picture rail
  | clamp: bar clamp, bench vice, screw clamp, spring clamp, magnet block
  | {x} wobbles, it needs {y}; {x} moves about when i saw, use {y} | i want to turn {x} round, {y} is in the way
-~ parked behind / lined up behind / queued behind
  | line {x} up behind {y}; put {x} behind {y}; queue {x} behind {y}; let {x} wait behind {y}
  | take {x} out from behind {y}; pull {x} out of the line; move {x} away from {y} | lined up / not lined up
  | bus: tour bus, school bus, night bus, shuttle, tram nine
  | leader: patrol car, safety car, airport taxi, gritter, parade float
  | {x} follows {y} today; first comes {y}, then {x} | {x} should not follow {y}
-~< lit by / illuminated by
  | light {x} with {y}; shine {y} on {x}; put {y} on {x}; illuminate {x} with {y}
  | take {y} off {x}; leave {x} without {y}; remove the light of {y} from {x} | lit / dark
  | scene: fountain, altar piece, dance floor, castle gate, lead singer, shop front
  | lamp: blue spot, flood light, follow spot, torch beam, laser bar
  | {x} is too dark without {y}; {y} should make {x} bright | {y} dazzles {x}
- inserted into / slotted into / in the slot of
  | insert {x} into {y}; slot {x} into {y}; push {x} into {y}; slide {x} into {y}; put {x} in {y}
  | eject {x}; pull {x} out of {y}; take {x} out of {y}; remove {x} from {y} | inserted / ejected
  | card: memory card, key card, game cartridge, test cassette, data tape, coin token
  | slot: card reader, console slot, tape drive, turnstile, analyser
  | {y} asks for {x}; {y} cannot start without {x}; {y} is waiting for {x} | i want {x} back from {y}
- carried by / borne by
  | put {x} on {y}; let {y} carry {x}; load {x} on {y}; give {x} to {y} to carry
  | take {x} off {y}; relieve {y} of {x}; lift {x} from {y} | carried / left behind
  | burden: tent roll, water skin, camp stove, salt sack, wool bale
  | beast: brown mule, yak, camel, pack goat, porter robot
  | {x} is too heavy for me, {y} is strong; {y} has room for {x} | {y} is tired of {x}
- bolted to / screwed to / fixed to
  | bolt {x} to {y}; screw {x} to {y}; nail {x} to {y}; fix {x} to {y}; bolt down {x}
  | unbolt {x}; unscrew {x} from {y}; take {x} off {y}; loosen {x} from {y} | bolted down / loose
  | fitting: shelf bracket, door plate, bench seat, house number, letter box, rail
  | base: concrete floor, door frame, back wall, oak beam, steel girder
  | {x} must not move on {y}; {x} rattles on {y}, it should not | {x} has to come off {y} for painting
-~< played by / cast with
  | cast {y} as {x}; give the part of {x} to {y}; let {y} play {x}
  | take {x} away from {y}; drop {y} as {x}; recast {x} without {y} | cast / open
  | role: hamlet, the ghost, the queen, second soldier, the fool
  | actor: miriam, tom, old henry, greta, the understudy
  | {x} is still open, {y} can do it; {y} would make a good {x} | {y} can't play {x} after all
-< plated with / coated with / painted with
  | coat {x} with {y}; paint {x} with {y}; put {y} on {x}; brush {y} onto {x}; cover {x} in {y}
  | strip {y} off {x}; sand {y} off {x}; scrape {y} from {x} | coated / bare
  | part: garden fence, oak door, hull plate, toy train, window frame
  | coating: red lead, clear varnish, white primer, anti rust oil, gold leaf
  | {x} will rot without {y}; {x} should shine with {y} | {y} peels off {x} anyway
-~ booked into / checked into / reserved in
  | book {x} into {y}; check {x} into {y}; check {x} in; reserve {y} for {x}; put {x} up in {y}
  | check {x} out; check {x} out of {y}; cancel {y} for {x} | checked in / checked out
  | guest: mrs taylor, the honeymooners, mr novak, couple grant, the pianist
  | suite: garden suite, tower suite, sea suite, attic suite
  | {x} has nowhere to sleep, {y} is vacant; {x} arrives today and likes {y} | {x} has left {y}
-~ hooked to / slung from
  | hook {x} to {y}; sling {x} from {y}; hang {x} from {y}; shackle {x} to {y}; attach {x} to the hook of {y}
  | unhook {x}; let {x} down from {y}; release {x} from {y} | hooked up / unhooked
  | load: roof truss, ship engine, water tank two, glass pane, bell
  | crane: tower crane, dock crane, chain hoist, mobile crane, winch hook
  | {y} is to lift {x}; {x} has to go up with {y} | {x} hangs on {y} for nothing
- planted in / potted in
  | plant {x} in {y}; pot {x} in {y}; put {x} into {y}; set {x} in {y}
  | dig {x} out; take {x} out of {y}; uproot {x}; lift {x} out of {y} | planted / unplanted
  | seedling: tomato seedling, lavender, young fig, rose cutting, basil, lemon sapling
  | pot: clay pot, window box, raised bed, zinc tub, herb trough
  | {x} wants to grow in {y}; {y} is bare, {x} would do well in it | {x} doesn't thrive in {y}
-~< signed by / approved by / confirmed by
  | get {x} signed by {y}; have {y} sign {x}; let {y} sign {x}; get the signature of {y} on {x}
  | withdraw the signature of {y} from {x}; void {x}; cancel the approval of {x} by {y} | signed / unsigned
  | paper: lease, purchase order, holiday form, consent form, peace treaty, invoice nine
  | signer: the director, head nurse, landlord, both parents, the mayor
  | {x} still lacks the name of {y}; {x} is worth nothing without {y} | {y} takes back what {x} says
-~ entered in / listed in / logged in
  | enter {x} in {y}; write {x} into {y}; log {x} in {y}; list {x} in {y}; put {x} down in {y}
  | strike {x} from {y}; delete {x} from {y}; cross out {x}; take {x} out of {y} | listed / unlisted
  | record: blood sample four, coin find, flight nine, stolen watch, test result, bird ring
  | register: log book, main ledger, patient file, card index, museum register
  | {y} doesn't mention {x} yet; there is no line for {x} in {y} | {y} mentions {x} by mistake
-~< watched by / monitored by / supervised by
  | watch {x} with {y}; let {y} watch {x}; have {y} keep an eye on {x}; put {x} under the eye of {y}
  | take {y} off {x}; stop watching {x}; let {x} go unwatched by {y} | watched / unwatched
  | spot: back entrance, baby cot, chicken run, vault door, paddling pool
  | watcher: hall camera, drone five, night guard, pet cam, aunt rosa
  | nobody looks after {x}, {y} could; {y} should see what {x} is up to | {y} need not bother about {x}
- snapped onto / buttoned to
  | snap {x} onto {y}; button {x} to {y}; zip {x} to {y}; put {x} on {y}; snap on {x}
  | unsnap {x}; take {x} off {y}; zip {x} off; unbutton {x} from {y} | snapped on / unsnapped
  | add-on: hood, fur collar, lens shade, phone cover, side pocket, lid cap
  | bearer: parka, sleeping bag, work phone, ski jacket, travel mug
  | {y} came without {x}; {y} needs {x} in this weather | {x} is too warm on {y}
-~< harnessed to / drawn by / pulled by
  | harness {y} to {x}; put {y} in front of {x}; hitch {y} to {x}; let {y} pull {x}
  | unharness {y}; take {y} off {x}; release {y} from {x} | harnessed / standing idle
  | cart: milk cart, dog sled, ox plough, market cart, coach
  | animal: two oxen, husky team, big mule, reindeer
  | {x} won't move without {y}; {y} is strong enough for {x} | {y} has pulled {x} long enough
- filed under / filed in
  | file {x} under {y}; put {x} under {y}; sort {x} into {y}; file {x} away in {y}; file {x}
  | take {x} out of {y}; pull {x} from {y}; remove {x} from {y} | filed / unfiled
  | document: tax form, birth certificate, gas bill, court letter, x-ray print
  | folder: red binder, tax folder, letter s, personnel file, case nine
  | {x} belongs to {y} in our files; i can never find {x}, it should be with {y} | {x} isn't a matter for {y}
-< spread with / rubbed with
  | spread {y} on {x}; rub {x} with {y}; spread {x} with {y}; put {y} on {x}
  | wipe {y} off {x}; scrape {y} off {x}; remove {y} from {x} | spread / dry
  | dish: rye slice, roast goose, pan bread, fish fillet, corn cob
  | spread: garlic butter, olive paste, salt rub, fig jam, herb oil
  | {x} tastes of nothing without {y}; {x} is too dry, {y} would help | {x} has too much {y}
-< equipped with / armed with / carrying
  | equip {x} with {y}; hand {y} to {x}; arm {x} with {y}; give {x} {y}; issue {y} to {x}
  | take {y} from {x}; disarm {x}; collect {y} from {x} | equipped / empty handed
  | person: ranger kim, scout two, fire fighter, diver, mountain guide, security robot
  | gear: rope set, radio set, thermal camera, air tank, first aid kit
  | {x} can't go without {y}; {x} has asked for {y}; {x} has no {y} yet | {x} does not need {y} any more
-~ tracked by / followed by / overlooked by
  | let {y} track {x}; track {x} with {y}; put {y} on the trail of {x}; lock {y} onto {x}
  | lose {x}; call {y} off {x}; stop tracking {x} | tracked / untracked
  | comet: night comet, stray satellite, weather balloon, grey whale, tagged stork
  | tracker: dish one, dish two, radar, sonar buoy, spotter plane
  | {y} should not lose sight of {x}; where is {x} going, {y} could tell | {y} may forget about {x}
-< draped with / wreathed in
  | drape {y} over {x}; drape {x} with {y}; put {y} round {x}; hang {y} over {x}; dress up {x} with {y}
  | take {y} off {x}; strip {y} from {x}; pull {y} down from {x} | draped / undraped
  | stand: balcony, fir tree, market stall, parade car, mantelpiece
  | drape: tinsel, fairy lights, flag cloth, ivy chain, paper streamers
  | {x} looks dull, {y} would help; for the feast {x} should have {y} | the feast is over, {x} needs no {y}
- engaged with / geared to
  | engage {x} with {y}; gear {x} to {y}; mesh {x} with {y}; bring {x} into contact with {y}
  | disengage {x}; disengage {x} from {y}; separate {x} from {y} | engaged / disengaged
  | gear: small cog, clutch plate, worm gear, idler wheel, bevel gear
  | shaft: drive shaft, main spindle, mill wheel, crank
  | {x} spins without moving {y}; {y} should turn with {x} | {x} and {y} must turn on their own
-< bandaged with / dressed with
  | bandage {x} with {y}; put {y} on {x}; wrap {y} round {x}; dress {x} with {y}
  | take {y} off {x}; unwrap {x}; remove {y} from {x} | bandaged / open
  | wound: left knee, burnt hand, grazed elbow, broken wing, sore paw
  | dressing: gauze roll, burn dressing, elastic wrap, splint, cotton pad
  | {x} is bleeding, {y} is there; {x} hurts and wants {y} | {x} has healed and needs no {y}
-~ routed to / forwarded to / switched to
  | route {x} to {y}; forward {x} to {y}; put {x} through to {y}; send {x} on to {y}; connect {x} with {y}
  | hang up {x}; take {x} off {y}; disconnect {x} from {y} | routed / on hold
  | line: line one, line two, hotline, fax line, emergency line
  | desk: sales desk, help desk, night desk, front office, on-call doctor
  | {y} wants to speak on {x}; whoever calls {x} should get {y} | {y} shouldn't get any calls from {x}
-< treated with / stained with
  | treat {x} with {y}; put {y} on {x}; drip {y} onto {x}; add {y} to {x}; stain {x} with {y}
  | rinse {y} off {x}; wash {y} out of {x}; rid {x} of {y} | treated / untreated
  | sample: agar plate, tissue slide, cell flask, soil sample, leaf disc
  | reagent: methyl blue, yeast drop, acid dye, growth medium, iodine
  | {x} shows nothing without {y}; {x} should get {y} | {y} spoils {x}
"""
"""Predicates | verbs | verbs that undo | states of x | type and names of x | of y | hints | hints to undo; ``<``: the
receiver comes first; ``~``: nothing is held in a hand."""


def _links() -> Iterator[Link]:
    for row in _LINKS.strip().removeprefix("-").split("\n-"):
        names, verbs, undoing, states, first, second, hints, back = columns(row)
        predicate, *others = parts(names.lstrip("~< "), " / ")
        made, _, free = states.partition("/")
        (first_type, firsts), (second_type, seconds) = (typed(text) for text in (first, second))
        yield Link(
            predicate,
            tuple(others),
            parts(verbs, ";"),
            parts(undoing, ";"),
            made.strip(),
            free.strip(),
            first_type,
            firsts,
            second_type,
            seconds,
            parts(hints, ";"),
            parts(back, ";"),
            "<" in names,
            "~" not in names,
        )


LINKS = tuple(_links())
