"""States of places, things that are fixed in places, and facts that no skill changes."""

import re
from dataclasses import dataclass

from planner.goals.lessons.trades import columns, parts


@dataclass(frozen=True)
class Care:
    """What can be done to a place, or to a thing that stays in its place."""

    verbs: tuple[str, ...]
    """``sweep {x}``; the first names the skill."""
    states: tuple[str, ...]
    """Predicates that come true."""
    bad: tuple[str, ...]
    """Predicates that cease to be true; a library may have only one of them: ``not soiled``."""
    hints: tuple[str, ...]
    names: tuple[str, ...] = ()
    """Things that stay in their places, if it is for those."""


@dataclass(frozen=True)
class Mark:
    """A fact that no skill changes: ``fragile``, ``for cutting``."""

    predicate: str
    yes: tuple[str, ...]
    """How one says a thing (``{n}``) of which it is true, and of which it is not."""
    no: tuple[str, ...]


_OF_PLACES = """
sweep {x}; brush {x} clean; take a broom to {x}; go over {x} with the broom | swept, broom clean | dusty, littered
| {x} could do with a broom; there are crumbs all over {x}; the leaves have blown into {x}
--
mop {x}; mop the floor of {x}; swab {x}; give {x} a wet wipe | mopped, wiped | soiled, sticky
| somebody spilled juice in {x}; {x} wants mopping; my shoes stick to the floor at {x}
--
clean {x}; do {x}; clean up {x}; tidy {x} up; give {x} a good clean | clean, done | soiled, dirty
| {x} is a disgrace; {x} wants doing; it is the turn of {x} today
--
light {x}; light up {x}; put the light on at {x}; brighten {x} | lit, bright | dark, gloomy
| one can't see a thing at {x}; {x} is pitch dark; people will stumble at {x}
--
air {x}; air out {x}; let fresh air into {x}; ventilate {x} | aired, fresh | stuffy, smelly
| {x} smells of old socks; one can't breathe at {x}; the air at {x} is bad
--
inspect {x}; check {x}; look {x} over; do the round at {x}; patrol {x} | inspected, checked | unchecked, suspicious
| nobody has looked at {x} yet; there was a strange noise from {x}; {x} is still on the list for tonight
--
disinfect {x}; sanitise {x}; spray {x} against germs; kill the germs at {x} | disinfected, germ free
  | contaminated, infected
| somebody was sick in {x}; {x} must be free of germs; the flu went round at {x}
--
lock up {x}; secure {x}; close {x} for the night; shut up {x} | locked up, secured | unguarded, unlocked
| anyone can walk into {x}; {x} must be safe tonight; nobody should get into {x}
--
decorate {x}; dress up {x}; put up the garlands at {x}; make {x} festive | decorated, festive | bare, undecorated
| the party will be at {x}; {x} looks so plain; {x} lacks some colour
--
salt {x}; grit {x}; spread grit on {x} | salted, gritted | slippery, icy
| people slip at {x}; there is ice at {x}; {x} is like a rink
--
heat {x}; warm up {x}; heat up {x} | warm, heated | cold, chilly
| people are freezing at {x}; {x} is far too cold
--
map {x}; survey {x}; scan {x}; measure out {x} | mapped, surveyed | unmapped, unexplored
| our plans show nothing of {x}; nobody knows yet what {x} looks like
--
restock {x}; fill the shelves at {x}; stock up {x}; replenish {x} | restocked, stocked | understocked, sold out
| there is hardly anything left at {x}; {x} is nearly empty of goods
--
evacuate {x}; clear {x} of people; get everybody out of {x} | evacuated, cleared | crowded, occupied
| nobody may stay at {x}; there are still people at {x}
--
water {x}; sprinkle {x}; hose {x}; run the sprinkler over {x} | watered, damp | parched, dried out
| everything at {x} is drying up; it hasn't rained on {x} for weeks
--
mark out {x}; chalk {x}; draw the lines at {x} | marked out, chalked | unmarked, blank
| one can't see the lines at {x} any more; the match is at {x} and there are no lines
"""
"""Verbs | states | states that cease | hints."""

_FIXED = """
fill {x}; fill up {x}; top {x} up; put water into {x} | full, filled | empty, low
| {x} has run dry; there is nothing in {x}; {x} is on its last drop | tank, trough, cistern, basin, rain butt
--
empty {x}; empty out {x}; clear out {x} | emptied, cleared out | full, overflowing
| {x} is spilling over; nothing fits into {x} any more | dustbin, mail slot, ash tray, drip pan, coin box
--
grease {x}; oil {x}; lubricate {x}; put a drop of oil on {x} | greased, oiled | squeaky, stiff
| {x} squeaks; {x} hardly turns any more | hinge, axle, pulley, hand wheel, crank
--
read {x}; read off {x}; write down what {x} says | read, noted | unread, due
| nobody knows what {x} shows; i need the number from {x} | meter, gauge, dial, thermometer, counter
--
repair {x}; mend {x}; fix {x}; get {x} going again | repaired, in order | broken, out of order
| {x} has stopped working; {x} gave up this morning | pump, lift, turnstile, radiator, ticket printer
--
charge {x}; recharge {x}; put some charge into {x} | charged, at full charge | flat, drained
| {x} has hardly any power left; {x} won't last till noon | battery, cleaning robot, power cell, floor scrubber
--
feed {x}; put food into {x}; give something to eat to {x} | fed, content | hungry, starving
| {x} has had nothing to eat; it is feeding time for {x} | fish, rabbit, parrot, hamster, tortoise
--
test {x}; try {x} out; run a test on {x} | tested, proven | untested, overdue
| who knows if {x} still works; {x} is due for its yearly test
  | fire alarm, hydrant, extinguisher, emergency light, siren
"""
"""Verbs | states | states that cease | hints | things that stay in their places."""

FIXED_IN = parts(
    "fixed in; built into; installed in; belongs to; serves; mounted at; stands in; part of; located at; set up in", ";"
)
"""How a library says where a thing is that never moves."""
HOMES = tuple(
    parts(line, ",")
    for line in (
        "yard, barn, meadow, hay loft, orchard",
        "hall one, hall two, cellar, boiler room, roof",
        "east wing, west wing, lobby, kitchen, garage",
        "ward one, ward two, laundry, sluice room, chapel",
        "deck one, deck two, engine room, galley, bridge",
        "north field, south field, greenhouse, shed, pump house",
        "ground floor, first floor, second floor, attic, basement",
        "room one, room two, room three, corridor, stairs",
        "cell one, cell two, guard room, canteen, gate house",
    )
)
"""Where such things are, and what can be cared for, in a world without places that a robot drives to."""

_MARKS = """
fragile | fragile {n}; {n} that breaks easily; {n} that is fragile | {n} that isn't fragile;
  {n} that doesn't break easily
for cutting | {n} for cutting; {n} that is for cutting; {n} we cut with | {n} that isn't for cutting
for guests | {n} for guests; {n} that is for guests; {n} meant for guests | {n} that isn't for guests;
  {n} that isn't meant for guests
broken | broken {n}; {n} that is broken; {n} that doesn't work | {n} that isn't broken; unbroken {n};
  {n} that still works
borrowed | borrowed {n}; {n} that is borrowed; {n} that isn't ours | {n} that isn't borrowed; {n} that is our own
expired | expired {n}; {n} that is past its date; {n} that has expired | {n} that hasn't expired;
  {n} that is still good
allergic | allergic {n}; {n} with the allergy; {n} that is allergic | {n} that isn't allergic; {n} without an allergy
waterproof | waterproof {n}; {n} that is waterproof; {n} that doesn't mind water | {n} that isn't waterproof;
  {n} that mustn't get wet
rented | rented {n}; {n} that is rented; {n} that we only rent | {n} that isn't rented
spare | spare {n}; {n} that is spare; {n} kept in reserve | {n} that isn't spare
on loan | {n} that is on loan; {n} on loan; {n} we have on loan | {n} that isn't on loan
for outdoor use | {n} for outdoor use; {n} that is for outdoor use; outdoor {n}
  | {n} that isn't for outdoor use; indoor {n}
antique | antique {n}; {n} that is antique; {n} that is an antique | {n} that isn't antique; modern {n}
for the left handed | {n} for the left handed; left-handed {n} | {n} that isn't for the left handed; right-handed {n}
sold | sold {n}; {n} that is sold; {n} that has a buyer | unsold {n}; {n} that isn't sold
in demand | {n} in demand; {n} that is in demand; {n} everybody asks for | {n} that isn't in demand;
  {n} nobody asks for
vip | vip {n}; {n} that is vip; {n} with vip status | {n} that isn't vip; {n} without vip status
certified | certified {n}; {n} that is certified; {n} with the certificate | uncertified {n}; {n} that isn't certified
flammable | flammable {n}; {n} that catches fire; {n} that is flammable | {n} that isn't flammable;
  {n} that can't burn
heavy duty | heavy duty {n}; {n} that is heavy duty; {n} for heavy work | {n} that isn't heavy duty;
  {n} for light work only
"""
"""Predicate | how one says what it is true of | and what it is not true of."""

_THINGS = "fragile, for cutting, for guests, broken, borrowed, expired, waterproof, rented, spare, on loan, antique, "
THING_MARKS = parts(_THINGS + "for outdoor use, for the left handed, sold, in demand, certified, flammable", ",")
MACHINE_MARKS = parts("broken, rented, spare, certified, heavy duty, for outdoor use, antique", ",")
PERSON_MARKS = parts("allergic, vip", ",")

OWNED = parts("belongs to; reserved for; owned by; meant for; made by; assigned to", ";")
"""Facts about a thing and a person that never change."""
OWNERS = parts("anna, ben, carla, doctor hall, emil, the office, team one, team two, grandma, mr cole, museum", ",")


def _care(text: str) -> tuple[Care, ...]:
    found = []
    for row in text.split("--\n"):
        verbs, states, bad, hints, *names = columns(row)
        true, untrue = parts(states, ","), parts(bad, ",")
        found.append(Care(parts(verbs, ";"), true, untrue, parts(hints, ";"), parts(",".join(names), ",")))
    return tuple(found)


CARE_OF_PLACES = _care(_OF_PLACES)
CARE_OF_FIXED = _care(_FIXED)
MARKS = {
    mark.predicate: mark
    for row in re.sub(r"\n +", " ", _MARKS.strip()).splitlines()
    for predicate, yes, no in [row.split(" | ")]
    for mark in [Mark(predicate.strip(), parts(yes, ";"), parts(no, ";"))]
}
