"""What made-up robots can do to single things, and the rooms and fixtures of their worlds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Trade:
    """A skill that puts one thing into a state."""

    verbs: tuple[str, ...]
    """The first names the skill; the others are other words for it."""
    state: str
    """Its predicate."""
    done: str
    """As in "needs to be …"."""
    kinds: tuple[str, ...]
    """Kinds of ``lessons.things``, or names."""
    opposite: str = ""
    """A predicate that it takes away."""


TRADES = (
    Trade(("wash", "clean", "rinse", "scrub"), "clean", "washed", ("cup", "plate", "bowl", "cutlery"), "dirty"),
    Trade(("water", "give water to", "hydrate"), "watered", "watered", ("plant",), "dry"),
    Trade(("fold", "fold up"), "folded", "folded", ("clothing", "bedding")),
    Trade(("iron", "press"), "ironed", "ironed", ("clothing",), "wrinkled"),
    Trade(("slice", "cut up", "chop", "cut"), "sliced", "sliced", ("vegetable", "fruit", "bread")),
    Trade(("peel", "take the skin off"), "peeled", "peeled", ("vegetable", "sour fruit")),
    Trade(("heat", "warm up", "heat up", "make hot"), "heated", "heated", ("meal", "milk"), "cold"),
    Trade(("cook", "prepare", "fry"), "cooked", "cooked", ("meat", "egg", "fish"), "raw"),
    Trade(("chill", "cool down", "cool"), "chilled", "cooled", ("soda", "juice", "dessert"), "warm"),
    Trade(("fill", "fill up", "top up"), "full", "filled", ("cup", "cookware"), "empty"),
    Trade(("charge", "recharge", "top up the battery of"), "charged", "charged", ("electronics",), "battery low"),
    Trade(("plug in", "connect"), "plugged in", "plugged in", ("electronics",), "unplugged"),
    Trade(("unplug", "disconnect"), "unplugged", "unplugged", ("electronics",), "plugged in"),
    Trade(("scan", "read the barcode of"), "scanned", "scanned", ("package",)),
    Trade(("label", "put a label on", "tag"), "labelled", "labelled", ("package", "lab")),
    Trade(("seal", "tape shut", "close up"), "sealed up", "sealed", ("package",)),
    Trade(("weigh", "check the weight of"), "weighed", "weighed", ("package", "vegetable")),
    Trade(("stamp", "put a stamp on"), "stamped", "stamped", ("letter", "postcard", "form", "document", "envelope")),
    Trade(("wrap", "gift wrap", "wrap up"), "wrapped", "wrapped", ("toy", "music")),
    Trade(("inspect", "check", "examine", "look over"), "inspected", "inspected", ("machine part", "sports gear")),
    Trade(("photograph", "take a picture of", "snap"), "photographed", "photographed", ("decor", "plant", "art")),
    Trade(("wipe", "wipe down", "wipe off"), "wiped", "wiped", ("window", "mirror", "whiteboard", "screen", "worktop", "door")),
    Trade(("dust", "dust off"), "dusted", "dusted", ("bookshelf", "lamp shade", "cabinet", "piano", "blinds"), "dusty"),
    Trade(("vacuum", "hoover"), "vacuumed", "vacuumed", ("rug", "carpet", "hallway", "stairs", "sofa", "car seat")),
    Trade(("mop", "mop down"), "mopped", "mopped", ("kitchen floor", "bathroom floor", "lobby", "corridor", "porch")),
    Trade(("paint", "put paint on", "coat"), "painted", "painted", ("fence", "wall", "chair", "gate", "panel", "door frame")),
    Trade(("sand", "smooth"), "sanded", "sanded", ("board", "table leg", "plank", "bench top", "beam"), "rough"),
    Trade(("tighten", "fasten", "screw tight"), "tight", "tightened", ("left bolt", "right bolt", "rear screw", "valve", "clamp",
                                                                       "wheel nut"), "loose"),
    Trade(("oil", "lubricate", "grease"), "oiled", "oiled", ("machine part", "hinge", "chain")),
    Trade(("polish", "shine", "buff"), "polished", "polished", ("shoes", "mirror", "trophy", "silver spoon")),
    Trade(("press", "push", "hit"), "pressed", "pressed", ("red button", "green button", "emergency button", "doorbell", "switch a",
                                                           "switch b")),
    Trade(("light", "ignite", "set alight"), "lit", "lit", ("candle", "lantern", "fireplace", "torch", "stove burner"), "unlit"),
    Trade(("blow out", "extinguish", "put out"), "unlit", "extinguished", ("candle", "lantern", "oil lamp"), "lit"),
    Trade(("feed", "give food to"), "fed", "fed", ("cat", "dog", "parrot", "hamster", "goldfish", "horse", "chickens"), "hungry"),
    Trade(("pet", "stroke"), "petted", "petted", ("cat", "dog", "rabbit", "pony")),
    Trade(("shake", "shake up"), "shaken", "shaken", ("reagent bottle", "test tube", "flask", "paint can", "juice")),
    Trade(("stir", "mix"), "stirred", "stirred", ("soup", "batter", "sauce pot", "coffee", "solution a", "solution b")),
    Trade(("sterilise", "disinfect", "sanitize"), "sterile", "sterilised", ("lab", "sharp tool")),
    Trade(("calibrate", "adjust", "tune"), "calibrated", "calibrated", ("scale", "sensor", "camera", "gyroscope", "thermostat",
                                                                        "microscope")),
    Trade(("repair", "fix", "mend"), "repaired", "repaired", ("machine part", "toy", "chair", "fence"), "broken"),
    Trade(("inflate", "pump up", "blow up"), "inflated", "inflated", ("ball", "tire", "balloon", "air mattress"), "flat"),
    Trade(("sharpen", "make sharp"), "sharp", "sharpened", ("sharp tool", "pencil"), "blunt"),
    Trade(("shred", "destroy"), "shredded", "shredded", ("old letter", "bank statement", "contract draft", "invoice")),
    Trade(("sign", "put the signature on"), "signed", "signed", ("contract", "receipt", "form", "letter")),
    Trade(("staple", "staple together"), "stapled", "stapled", ("report", "handout", "thesis", "papers")),
    Trade(("print", "print out"), "printed", "printed", ("report", "invoice", "map", "photo", "ticket")),
    Trade(("cover", "put a cover on"), "covered", "covered", ("cookware", "bowl", "grill", "car", "pool"), "uncovered"),
    Trade(("assemble", "put together", "build"), "assembled", "assembled", ("chair kit", "shelf kit", "bike", "robot arm", "tent")),
    Trade(("dismantle", "take apart"), "dismantled", "dismantled", ("motor", "gearbox", "old printer", "pump")),
    Trade(("weld", "join"), "welded", "welded", ("frame", "steel plate", "joint a", "joint b", "pipe")),
    Trade(("prune", "trim", "cut back"), "pruned", "pruned", ("plant", "hedge", "apple tree", "vines"), "overgrown"),
    Trade(("harvest", "pick", "gather in"), "harvested", "harvested", ("tomato row", "lettuce bed", "bean field", "carrot patch"),
          "ripe"),
    Trade(("mow", "cut"), "mowed", "mowed", ("front lawn", "back lawn", "meadow", "football field")),
    Trade(("rake", "rake up"), "raked", "raked", ("front lawn", "driveway", "gravel path")),
    Trade(("empty", "empty out", "clear out"), "empty", "emptied", ("dishwasher", "waste basket", "mailbox", "dust bag", "cart"),
          "full"),
    Trade(("lower", "pull down", "let down"), "lowered", "lowered", ("blinds", "flag", "crane hook", "platform", "shutter"), "raised"),
    Trade(("raise", "pull up", "lift up"), "raised", "raised", ("blinds", "flag", "crane hook", "platform", "shutter"), "lowered"),
    Trade(("unpack", "unwrap", "take everything out of"), "unpacked", "unpacked", ("suitcase", "parcel", "crate", "moving box")),
    Trade(("measure", "take the measurements of"), "measured", "measured", ("window frame", "sample vial", "board", "room")),
    Trade(("dock", "bring in"), "docked", "docked", ("shuttle", "supply pod", "ferry", "drone a", "drone b")),
)

ROOMS: tuple[tuple[str, ...], ...] = (
    ("table", "counter", "kitchen counter", "sink", "shelf", "fridge", "dining table", "pantry", "stove top"),
    ("kitchen", "bedroom", "living room", "bathroom", "garage", "hallway", "garden", "office", "basement", "laundry room"),
    ("desk", "printer room", "meeting room", "lobby", "mail room", "reception", "copy corner", "server room", "break room"),
    ("dock a", "dock b", "aisle 1", "aisle 2", "packing station", "storage rack", "conveyor", "cold storage", "returns desk"),
    ("lab bench", "fume hood", "freezer", "sample rack", "wash station", "instrument table", "supply closet", "incubator"),
    ("ward", "pharmacy", "nurse station", "room 101", "room 102", "operating room", "waiting area", "linen closet"),
    ("greenhouse", "shed", "patio", "porch", "vegetable bed", "compost heap", "driveway", "tool shed", "pond"),
    ("workbench", "tool wall", "assembly station", "paint booth", "saw table", "parts shelf", "loading bay"),
    ("near table", "far table", "left counter", "right counter", "top shelf", "bottom shelf", "window sill", "side table"),
    ("bar", "table one", "table two", "table three", "kitchen hatch", "cellar", "terrace", "cash desk"),
    ("class room", "library", "gym", "cafeteria", "art room", "playground", "locker room", "staff room"),
    ("airlock", "cargo bay", "bridge", "crew quarters", "engine room", "hydroponics bay", "med bay", "observation deck"),
    ("coffee table", "nightstand", "bookshelf", "dresser", "couch", "bed", "wardrobe", "tv stand"),
)

SURFACES = ("table", "workbench", "kitchen counter", "desk", "floor", "dining table", "lab bench", "wooden table", "bar counter",
            "office desk", "carpet", "assembly table", "round table")

OPENABLES: tuple[tuple[str, ...], ...] = (
    ("top drawer of the wooden dresser", "middle drawer of the wooden dresser", "bottom drawer of the wooden dresser"),
    ("left drawer of the desk", "right drawer of the desk", "center drawer of the desk"),
    ("upper drawer", "lower drawer", "cupboard", "fridge", "oven"),
    ("fridge", "freezer", "microwave", "dishwasher", "kitchen cabinet", "pantry door"),
    ("cabinet", "wardrobe", "chest", "jewelry box", "suitcase"),
    ("toolbox", "locker a", "locker b", "metal cabinet", "supply closet"),
    ("front door", "back door", "window", "garage door", "gate"),
    ("safe", "filing cabinet", "mailbox", "cash drawer"),
    ("incubator", "centrifuge", "glove box", "sample fridge", "waste hatch"),
    ("left door of the white closet", "right door of the white closet", "drawer of the white closet"),
    ("top drawer", "second drawer", "bottom drawer", "cookie jar"),
    ("hatch one", "hatch two", "airlock door", "storage pod"),
    ("red toolbox", "blue toolbox", "green chest", "brown chest"),
)

SWITCHES = ("stove", "lamp", "desk lamp", "ceiling light", "fan", "radio", "heater", "air conditioner", "printer", "coffee maker",
            "toaster", "washing machine", "dryer", "pump", "mixer", "blender", "tv", "conveyor belt", "centrifuge motor", "kettle",
            "computer", "vacuum robot", "humidifier", "water pump", "sprinkler", "floor lamp", "garden light", "left lamp",
            "right lamp", "bedroom light", "kitchen light", "hot plate", "projector", "server", "drill press", "grill")
