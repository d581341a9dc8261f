"""States with two sides of which a library names one: raised, or lowered, and the other is only ``not``."""

from dataclasses import dataclass

from planner.goals.lessons.trades import columns, parts, typed


@dataclass(frozen=True)
class Sides:
    """A thing that is one way or the other, and how people ask for each."""

    types: str
    names: tuple[str, ...]
    states: tuple[tuple[str, ...], tuple[str, ...]]
    """Predicates for one side and for the other."""
    verbs: tuple[tuple[str, ...], tuple[str, ...]]
    """For one side and the other; the first names the skill."""
    hints: tuple[tuple[str, ...], tuple[str, ...]]
    """Sentences about ``{x}`` that ask for it without a verb for it."""


_SIDES = """
vent: north vent, south vent, roof vent, greenhouse flap
| raised, up / lowered, down | raise {x}; lift {x}; open {x}; push {x} up | lower {x}; let {x} down; close {x};
  bring {x} down
| it is hot under the glass, use {x}; {x} should let some air in | it rains in through {x};
  {x} should keep the wind out
--
blind: left blind, right blind, kitchen blind, sun blind
| drawn, closed / up, rolled up | draw {x}; pull {x} down; close {x}; shut {x} | roll {x} up; pull {x} up;
  open {x}; raise {x}
| the sun comes in past {x}; nobody should look in past {x} | i want to look out past {x}; {x} keeps the sun out
--
bed: bed four, bed five, sick bed, cot bed
| tilted, inclined / flat, level | tilt {x}; put {x} at a slant; tip up {x}; incline {x} | level {x};
  lay {x} flat; put {x} flat; straighten {x}
| whoever lies in {x} wants to sit up | whoever lies in {x} wants to sleep
--
barrier: car park barrier, toll barrier, crossing gate, boom
| down, lowered / up, raised | lower {x}; bring {x} down; close {x}; let {x} down | raise {x}; lift {x};
  open {x}; put {x} up
| nobody may drive past {x} | a car is waiting at {x}; let them through at {x}
--
valve: main valve, gas valve, valve three, steam valve, drain cock
| shut, closed / flowing, let through | shut {x}; close {x}; turn {x} off; screw {x} down | open {x};
  turn {x} on; unscrew {x}; let it flow through {x}
| nothing should get through {x} | something must get through {x}
--
sail: main sail, foresail, jib, spinnaker
| hoisted, set / furled, reefed | hoist {x}; set {x}; put up {x}; raise {x} | furl {x}; take in {x};
  strike {x}; lower {x}
| there is wind, and {x} could use it | too much wind for {x}
--
awning: shop awning, terrace awning, big parasol, sun sail
| extended, spread / folded in, retracted | extend {x}; put {x} out; spread {x}; open {x} | retract {x};
  fold {x} in; close {x}; wind {x} in
| we want shade from {x} | a storm is coming and {x} could break
--
bridge: draw bridge, swing bridge, gangway, loading ramp, tail lift
| lowered, down / raised, up | lower {x}; let down {x}; close {x} for traffic; put {x} down | raise {x};
  draw up {x}; pull {x} up; lift {x}
| someone wants to walk across {x} | a tall ship wants to pass {x}; nobody should get across {x}
--
flag: red flag, club flag, ensign, signal arm
| flying, hoisted / struck, hauled down | hoist {x}; run up {x}; raise {x}; put {x} up | strike {x};
  haul down {x}; lower {x}; take {x} down
| everybody should see {x} waving | the day is over for {x}
--
brake: hand brake, rear brake, winch brake, hoist brake
| applied, engaged / released, off | apply {x}; put {x} on; engage {x}; pull {x} | release {x}; let {x} off;
  disengage {x}; let go of {x}
| we roll away without {x} | we can't move with {x} like that
--
arm: left arm, right arm, boom arm, ladder arm
| stretched, extended / tucked in, retracted | stretch {x}; extend {x}; reach out with {x}; put {x} out
  | tuck in {x}; retract {x}; pull {x} in; fold {x} in
| {x} has to reach farther | {x} bumps into people
--
channel: mic one, mic two, guitar channel, choir mic
| muted, silenced / audible, open | mute {x}; silence {x}; turn {x} off; shut {x} off | unmute {x}; open {x};
  turn {x} on; let us hear {x}
| nobody should hear {x}; {x} whistles terribly | one can't hear {x}; {x} has to be heard
--
account: shared folder, draft page, guest account, door code
| blocked, disabled / enabled, allowed | block {x}; disable {x}; deny access to {x}; shut off {x}
  | unblock {x}; enable {x}; give access to {x}; allow {x}
| nobody should get into {x} | people can't get into {x}
--
seat: driver seat, back row, recliner, dentist's chair
| reclined, leaned back / upright, straight | recline {x}; lean {x} back; tip {x} back; let {x} down
  | put {x} upright; straighten {x}; bring {x} up; sit {x} up
| i want to lie back in {x} | we land soon, so {x} has to change
--
curtain: stage curtain, bath curtain, theatre drape, window drape
| parted, open / drawn, shut | part {x}; open {x}; draw {x} back; pull {x} apart | draw {x}; close {x};
  shut {x}; pull {x} together
| the audience should see what is behind {x} | the show is over for {x}; nobody should see behind {x}
--
vice: front vice, rear vice, chuck, pipe grip
| tightened, tight / loosened, loose | tighten {x}; fasten {x}; clamp down {x}; close {x} | loosen {x};
  undo {x}; open {x}; ease {x}
| {x} wobbles | i can't get anything out of {x}
--
shutter: shop shutter, left shutter, camera shutter, roller door
| rolled down, down / rolled up, up | roll down {x}; lower {x}; close {x}; let {x} down | roll up {x};
  lift {x}; open {x}; pull {x} up
| the shop closes, so {x} has to change | customers wait outside {x}
--
lid: tank lid, pot lid, hatch cover, manhole cover
| off, lifted / on, seated | lift {x}; take {x} off; open {x}; remove {x} | put {x} on; seat {x}; close {x};
  put {x} back
| i want to look under {x} | it smells from under {x}; somebody will fall in past {x}
--
wheel leg: nose wheel, left wheel leg, right wheel leg, skid
| out, extended / in, retracted | put out {x}; extend {x}; lower {x}; let {x} down | retract {x}; pull {x} in;
  raise {x}; bring {x} up
| we touch down soon on {x} | we are in the air and {x} slows us down
--
alarm: hall alarm, gate alarm, safe alarm, tank alarm
| armed, active / disarmed, quiet | arm {x}; set {x}; activate {x}; switch {x} on | disarm {x}; unset {x};
  deactivate {x}; switch {x} off
| thieves should be caught by {x} | {x} should let us walk past
--
sluice: upper sluice, lower sluice, lock gate, fish ladder
| closed off, dammed / open, let down | dam {x}; close {x}; shut {x}; stop the water at {x} | open {x};
  let the water through {x}; clear {x}; lift {x}
| the water should stay above {x} | the water should run past {x}
--
lift desk: standing desk, couch table, operating table two, lift table
| high, raised / low, lowered | raise {x}; put {x} up; lift {x}; crank up {x} | lower {x}; put {x} down;
  bring {x} down; crank down {x}
| i want to stand at {x} | i want to sit at {x}
--
spring: mouse trap, crossbow, clock spring, catapult
| cocked, wound / slack, relaxed | cock {x}; wind {x}; load {x}; tension {x} | relax {x}; let {x} off;
  unload {x}; ease the tension of {x}
| {x} should be ready to snap | {x} could hurt somebody as it is
"""
"""Type and names | predicates of one side / of the other | verbs | verbs for the other | hints | the other's."""


def _sides() -> tuple[Sides, ...]:
    found = []
    for row in _SIDES.split("--\n"):
        first, states, one, other, for_one, for_other = columns(row)
        here, _, there = states.partition(" / ")
        found.append(
            Sides(
                *typed(first),
                (parts(here, ","), parts(there, ",")),
                (parts(one, ";"), parts(other, ";")),
                (parts(for_one, ";"), parts(for_other, ";")),
            )
        )
    return tuple(found)


SIDES_NAMED_ONCE = _sides()
