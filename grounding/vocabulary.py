"""The words for what the learned parts can see: colours and categories of the table-top scenes."""

COLOURS = ("red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink")
FURTHER_COLOURS = ("white", "black", "lime", "maroon")
"""Colours that names may have and that no network is trained on."""
CATEGORIES = ("block", "bowl", "cylinder", "wedge")
