"""The words for what the learned parts can see: colours and categories of the table-top scenes."""

COLOURS = ("red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink")
CATEGORIES = ("block", "bowl", "cylinder", "wedge")
