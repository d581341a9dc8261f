"""The web page of traces: a list of runs, one run with its time scrubber, and two runs side by side."""

from traces.page.app import create_app
from traces.page.server import PORT, serve

__all__ = ["PORT", "create_app", "serve"]
