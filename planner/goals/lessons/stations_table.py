"""Words for table tops with fixtures: what lies there, where it goes, what is pressed and swept, by which skills."""

from dataclasses import dataclass

from planner.goals.lessons.trades import parts

FLAT = parts(
    "block; cube; brick; can; tin; crate; book; jar; tile; plank; domino; carton; drum; pallet; dice; disc; slab; "
    "cassette; chip; weight; canister; coaster",
    ";",
)
"""Kinds that others can stand on."""
POINTED = parts(
    "bar; mug; cup; beaker; funnel; cap; cone; ring; star; washer; bolt; nut; peg; vial; spool; bottle; figure; car; "
    "duck; key; battery; magnet; stamp; pen; sponge; spring; gear; cork; candle; chess piece; shell; pot; flask",
    ";",
)
"""Kinds that can stand on others, but carry nothing."""
ROUND = parts("ball; marble; egg; pearl; orange; apple; bead; lemon; tennis ball", ";")
"""Kinds that roll off whatever they are put on."""
PLAIN = parts("stapler; phone; glue stick; screwdriver; remote; wallet; toy train; thermometer; tape roll; teddy", ";")
"""Things without a colour."""
COLOURS = parts(
    "red; blue; green; yellow; white; black; orange; purple; pink; gray; brown; silver; turquoise; "
    "golden; violet; beige",
    ";",
)
ZONES = parts(
    "field; zone; area; mat; square; patch; circle; spot; pad; corner mat; rectangle; strip; sheet; lane; carpet tile; "
    "sector; landing pad; target; felt; oval",
    ";",
)
"""What is painted or laid on a table."""
ZONE_MARKS = (
    ("left", "right", "middle"),
    ("north", "south", "east", "west"),
    ("inbound", "outbound", "reject"),
    ("start", "finish"),
    ("first", "second", "third"),
    ("front", "back", "rear"),
    ("striped", "dotted", "plain"),
)
"""What zones are called by, where they have no colours."""
BOWLS = parts(
    "bowl; tub; basket; bucket; cup holder; box; pot; bin; dish; sack; crate; tray; case; hamper; basin; pail; carton; "
    "pouch",
    ";",
)
DRAWERS = parts(
    "drawer; chest; cupboard; locker; cabinet; toolbox; lunch box; safe; suitcase; cash box; sewing box; incubator; "
    "hatch; treasure chest; bread bin; glovebox; top drawer, bottom drawer; left drawer, right drawer; "
    "upper cupboard, lower cupboard; small box with a lid; fume cupboard",
    ";",
)
"""What has a lid, a door or a front; two of a kind behind a comma."""
BUTTONS = parts(
    "button; switch; lever; pedal; knob; bell push; key switch; rocker; crank; pull cord; foot switch; plunger; toggle",
    ";",
)
PRESS = {
    "lever": ("pull", "flip", "throw"),
    "pull cord": ("pull", "tug"),
    "crank": ("turn", "crank"),
    "knob": ("turn", "push"),
    "switch": ("press", "flip", "hit"),
    "toggle": ("flip", "flick"),
    "rocker": ("press", "tip"),
    "key switch": ("turn", "twist"),
    "pedal": ("press", "step on", "push down"),
    "foot switch": ("press", "step on", "push"),
}
"""What is done to a button; ``press``, ``push``, ``hit`` to others."""
MACHINES = {
    "lamp; desk lamp; bulb; spotlight; beacon; warning light; signal light; night light; magnifier light": (
        ("lit", "glowing", "on", "shining", "bright", "is lit", "alight"),
        ("light up", "come on", "be lit", "shine", "glow"),
    ),
    "fan; ventilator; extractor; blower; cooling fan": (
        ("spinning", "blowing", "running", "on", "turning"),
        ("run", "spin", "blow", "turn"),
    ),
    "belt; conveyor; conveyor belt; turntable; carousel; feeder": (
        ("moving", "running", "on", "rolling", "in motion"),
        ("run", "move", "roll", "start"),
    ),
    "buzzer; siren; chime; bell; music box; radio": (
        ("sounding", "playing", "on", "ringing"),
        ("sound", "go off", "play", "ring"),
    ),
    "pump; mixer; stirrer; shaker; hot plate; centrifuge; heater; press; toy engine; label printer": (
        ("running", "on", "active", "working", "powered"),
        ("run", "work", "start", "go on"),
    ),
}
"""Names of machines, their predicates, and what they are to do."""
RUBBLE = parts(
    "crumbs; sawdust; shavings; beads; confetti; glitter; sand; rice grains; wood chips; dust; paper scraps; lentils; "
    "filings; coffee grounds; breadcrumbs; pellets; spilled salt; pencil shavings; gravel; seeds; "
    "polystyrene bits; litter",
    ";",
)
SWEEPERS = parts(
    "brush; broom; scraper; hand brush; squeegee; spatula; wiper; feather; rake; whisk broom; cloth; sponge wiper; "
    "paddle",
    ";",
)
PANS = parts(
    "dustpan; pan; tray; scoop; waste tray; gutter; chute; ash tray; catch tray; bin; sink; hopper; trough", ";"
)

AT = parts(
    "at; at; in area; on mark; resting at; within; positioned at; located at; parked on; lies at; "
    "in zone; sits at; over",
    ";",
)
"""Being in a zone."""
ON = parts("on; on; on top of; stacked on; resting on; upon; standing on; atop", ";")
INSIDE = parts("in; in; inside; within; contained in; kept in", ";")
STORED = parts("in; stored in; put away in; inside; stowed in; packed in", ";")
SWEPT_INTO = parts("in; swept into; collected in; inside; gathered in", ";")
SWEPT = parts("swept up; gone; cleared; brushed away; cleaned up; removed", ";")
FREE = ("hand empty", "gripper free", "hand free", "nothing held", "arm empty")
HOLDING = ("holding", "holding", "grasped", "in hand", "carrying", "gripped", "lifted")
OPEN = (("open", "closed"), ("open", "shut"), ("opened", "closed"), ("ajar", "shut"), ("pulled out", "pushed in"))

PUSH = parts("push; slide; shove; nudge; move; drag; scoot; shift; steer; roll", ";")
PLACE_AT = parts(
    "place the {a} on the {b}; set the {a} down on the {b}; lay {a} at {b}; deliver the {a} to the {b}", ";"
)
PICK = parts("pick up the {a}; grasp the {a}; lift {a}; take the {a}; grab the {a}; seize {a}", ";")
PUT_IN = parts("put the {a} in the {b}; drop the {a} into the {b}; place {a} in {b}; lower the {a} into the {b}", ";")
PUT_ON = parts("put the {a} on the {b}; stack the {a} on the {b}; place {a} on {b}; set the {a} on top of the {b}", ";")
STORE = parts(
    "put the {a} away in the {b}; store the {a} in the {b}; stow {a} in {b}; put away the {a} in the {b}; "
    "pack the {a} into the {b}; tuck the {a} into the {b}",
    ";",
)
TAKE_OUT = parts(
    "take the {a} out of the {b}; unpack the {a} from the {b}; fetch {a} from {b}; remove the {a} from the {b}; "
    "get the {a} out of the {b}",
    ";",
)
OPENING = parts("open the {a}; pull the {a} open; open up {a}; unfasten the {a}", ";")
CLOSING = parts("close the {a}; shut the {a}; push the {a} shut; close {a}", ";")
SWEEP = parts("sweep the {a}{into} with the {b}; brush the {a}{into} using the {b}; wipe {a}{into} with {b}", ";")


@dataclass(frozen=True)
class Types:
    """What a library calls the parts that things play."""

    movable: str
    support: str
    container: str
    storable: str
    goal: str


TYPES = (
    Types("movable", "support", "container", "storable", "goal"),
    Types("item", "base", "vessel", "item", "area"),
    Types("graspable", "platform", "receptacle", "small", "destination"),
    Types("object", "flat", "holder", "object", "location"),
    Types("portable", "surface", "container", "stowable", "target"),
    Types("loose", "support", "open container", "compact", "spot type"),
)
