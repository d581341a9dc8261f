"""`doable eval`: how well the learned parts and whole tasks work."""

import typer

app = typer.Typer(no_args_is_help=True, help="Measure the learned parts and whole tasks against the simulator's truth.")
