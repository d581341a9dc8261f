"""What there is on a table top with fixtures: categories of things, their types, and what can be said of them."""

CATEGORIES: dict[str, tuple[str, ...]] = {
    "block": ("movable", "support", "goal"),
    "can": ("movable", "support", "goal"),
    "bar": ("movable", "goal"),
    "ball": ("movable", "goal"),
    "mug": ("movable", "goal"),
    "bowl": ("container", "goal"),
    "cone": ("movable", "goal"),
    "ring": ("movable", "goal"),
    "star": ("movable", "goal"),
    "corner": ("movable", "goal"),
    "cylinder": ("thing",),
    "wedge": ("thing",),
    "blade": ("movable", "sweeper"),
    "crumbs": ("rubble",),
    "region": ("goal",),
    "drawer": (),
    "tray": (),
    "button": (),
    "lamp": (),
}
"""Category -> types. Cones, rings, stars and corners are never trained on."""

PREDICATES: tuple[str, ...] = (
    "on(object, support)",
    "in(object, container)",
    "at(object, place)",
    "open(drawer)",
    "closed(drawer)",
    "lit(lamp)",
    "holding(object)",
    "hand empty()",
    "left of(object, reference)",
    "right of(object, reference)",
    "in front of(object, reference)",
    "behind(object, reference)",
)
"""``at`` a region or beside a thing. The last four are for reference only: as the viewer of the scene sees them."""

NO_LONGER_BESIDE: tuple[str, ...] = tuple(
    f"not {relation}({pair})"
    for relation in ("left of", "right of", "in front of", "behind")
    for pair in ("object, *", "*, object")
)
"""Effects of moving an object away."""

NOT_SHUT_IN = ("not", ("and", "in(object, ?place)", "closed(?place)"))
"""Precondition of picking an object up: plans know of what lies in a closed drawer (``grounding.permanence``)."""
