"""What there is on a table top: categories of things, their types, and what can be said of them."""

CATEGORIES: dict[str, tuple[str, ...]] = {
    "block": ("movable", "support"),
    "bowl": ("container",),
    "cylinder": ("thing",),
    "wedge": ("thing",),
}
"""Category -> types. Cylinders and wedges are distractors: seen, named, never handled."""

PREDICATES: tuple[str, ...] = (
    "on(object, support)",
    "in(object, container)",
    "holding(object)",
    "hand empty()",
    "left of(object, reference)",
    "right of(object, reference)",
    "in front of(object, reference)",
    "behind(object, reference)",
)
"""The last four are for reference only: as the viewer of the scene sees them."""

HISTORY: dict[str, str] = {"held": "holding"}
