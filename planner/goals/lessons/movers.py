"""Things that move in their own way, with a placing word of their own: patients, trolleys, ferries, dancers."""

from dataclasses import dataclass

from planner.goals.lessons.trades import columns, parts, typed


@dataclass(frozen=True)
class Mover:
    """A class of things that skills of their own bring to places."""

    type: str
    names: tuple[str, ...]
    predicates: tuple[str, ...]
    """Where they are: ``waits in``, ``parked at``."""
    verbs: tuple[str, ...]
    """``lead {x} to {p}``; the first names the skill."""
    spot_type: str
    spots: tuple[str, ...]
    """Places of their own; a library may have them use the robot's places instead."""
    hints: tuple[str, ...]
    """Sentences that ask for it without a verb for it."""


_MOVERS = """
patient: mr ito, mrs lowe, the boy, old patient, ms kaya, patient seven
| waits in / seen in / admitted to | lead {x} to {p}; take {x} to {p}; wheel {x} to {p}; bring {x} over to {p};
  show {x} to {p}
| care room: x-ray, plaster room, consulting room, recovery, dialysis
| {x} is next in {p}; they are expecting {x} at {p}; {p} is free for {x} now
--
trolley: tool trolley, linen trolley, tea trolley, meal cart, waste cart, book trolley
| parked at / stands by / left by | push {x} to {p}; roll {x} to {p}; wheel {x} over to {p}; get {x} to {p};
  take {x} to {p}
| dock: dock one, dock two, dock three, charging corner, ramp
| {x} is in the way, {p} has room for it; {p} is where {x} belongs; they are short of {x} at {p}
--
dancer: first dancer, second dancer, the soloist, understudy, chorus girl, the clown
| seated at / poses at / takes position at | send {x} to {p}; call {x} to {p}; place {x} at {p};
  usher {x} to {p}; cue {x} to {p}
| mark: left mark, right mark, centre mark, trap door, curtain line
| {x} starts from {p}; the next scene has {x} at {p}; i want to see {x} at {p}
--
drone: scout drone, cargo drone, camera drone, drone alpha, drone beta
| hovers over / landed at / flies above | fly {x} to {p}; send {x} to {p}; pilot {x} to {p};
  dispatch {x} to {p}; move {x} over to {p}
| pad: north pad, south pad, roof pad, water tower, landing circle
| i need pictures of {p} from {x}; {x} should look at {p} from above; {x} has business at {p}
--
car: red sedan, delivery van, sports car, taxi, estate car, the limousine
| parked in / stands in / garaged in | drive {x} to {p}; park {x} at {p}; take {x} to {p}; move {x} to {p};
  bring {x} round to {p}
| bay: bay one, bay two, bay three, wash bay, lift bay, visitors' bay
| {x} blocks the road, {p} is empty; {p} is kept for {x}; the owner collects {x} at {p}
--
guest: aunt vera, the ambassador, uncle leo, table six party, the bride, the food critic
| seated at / waiting at / sits by | seat {x} at {p}; escort {x} to {p}; lead {x} to {p}; show {x} to {p};
  accompany {x} to {p}
| dining table: window table, corner table, long table, bar stool, terrace table
| {x} has booked {p}; {x} would rather sit at {p}; {p} is ready for {x}
--
sheep: black sheep, old ewe, the ram, spotted lamb, brown goat, the shy lamb
| grazing in / penned in / stands in | drive {x} to {p}; herd {x} into {p}; lead {x} to {p}; move {x} to {p};
  chase {x} over to {p}
| pen: upper pen, lower pen, shearing pen, creek field, hill field
| the grass at {p} is for {x}; {x} has strayed from {p}; {x} is due at {p}
--
ship: ferry nord, tug one, the trawler, grain ship, pilot cutter, cruise liner
| berthed at / anchored off / lies off | sail {x} to {p}; tow {x} to {p}; pilot {x} to {p}; steer {x} to {p};
  bring {x} in at {p}
| berth: berth four, berth five, dry dock, outer quay, fuel quay
| {x} is expected at {p}; {p} is clear for {x}; the crew of {x} wants to land at {p}
--
suspect: the witness, prisoner nine, the thief, visitor two, the lawyer
| held in / sits in / questioned in | escort {x} to {p}; take {x} to {p}; march {x} to {p}; bring {x} to {p};
  walk {x} over to {p}
| cell: cell one, cell two, interview room, court room, line-up room
| {x} has to be at {p} before noon; they want to talk to {x} in {p}; the judge waits for {x} at {p}
--
train: night train, the express, coal train, tram four, railcar two
| stands on / waits on / held on | shunt {x} to {p}; route {x} to {p}; run {x} to {p}; send {x} onto {p};
  pull {x} up at {p}
| track: track one, track two, siding, wash track, depot track
| passengers board {x} at {p}; {p} is set for {x}; {x} should depart from {p}
--
pupil: emma, noah, little finn, class speaker, the new girl
| sits in / works in / plays in | send {x} to {p}; walk {x} to {p}; take {x} along to {p};
  accompany {x} to {p}; invite {x} over to {p}
| corner: reading corner, sand pit, music corner, quiet room, climbing frame
| {x} would like to play at {p}; it is the turn of {x} at {p}; {x} has lessons at {p}
--
plane: jet five, the glider, sea plane, air ambulance, old biplane
| standing at / parked on / waits at | taxi {x} to {p}; tow {x} to {p}; guide {x} to {p}; roll {x} to {p};
  direct {x} to {p}
| stand: stand a, stand b, hangar one, de-icing pad, holding point
| {x} boards at {p}; {p} is reserved for {x}; the mechanics want {x} at {p}
--
excavator: digger one, digger two, road roller, crane truck, dump truck
| working at / stationed at / deployed at | drive {x} to {p}; move {x} to {p}; send {x} over to {p};
  dispatch {x} to {p}; bring {x} to {p}
| site: gravel pit, trench, north slope, bridge site, spoil heap
| there is work for {x} at {p}; {p} won't get finished without {x}; {x} is idle and {p} needs it
--
skater: lane one skater, the goalkeeper, young skater, trainer eve, referee
| warms up on / trains on / stays on | call {x} to {p}; send {x} to {p}; bring {x} onto {p}; direct {x} to {p}
| rink: main rink, side rink, penalty bench, warm-up hall, kiss and cry
| {x} is up next on {p}; they want {x} on {p}; {p} is free, {x} can go there
"""
"""Type and names | predicates | verbs | type of place and its places | hints."""


def _movers() -> tuple[Mover, ...]:
    found = []
    for row in _MOVERS.split("--\n"):
        first, predicates, verbs, spots, hints = columns(row)
        found.append(
            Mover(*typed(first), parts(predicates, " / "), parts(verbs, ";"), *typed(spots), parts(hints, ";"))
        )
    return tuple(found)


MOVERS = _movers()
