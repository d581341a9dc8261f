"""`doable skills serve`: a policy of ours for programs elsewhere."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from doable.errors import BadInputError

if TYPE_CHECKING:
    from skills import Policy


def serve(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="A skill, whose policy is served; else give --policy.")
    ] = None,
    policy: Annotated[str | None, typer.Option("--policy", help="Name of committed weights, e.g. vla.")] = None,
    library: Annotated[
        Path | None, typer.Option("--library", help="A Python file with further skills, for NAME.")
    ] = None,
    host: Annotated[str, typer.Option("--host", help="Who may call; 0.0.0.0 lets other machines in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = 8738,
) -> None:
    """Let programs elsewhere ask a policy, in the manner of openpi; the token is DOABLE_POLICY_TOKEN, or a new one."""
    from skills.remote.policy import TOKEN_VARIABLE
    from skills.remote.server import serve_policy

    chosen = _policy(name, policy, library)
    given = os.environ.get(TOKEN_VARIABLE)
    token = given or secrets.token_urlsafe(24)

    def ready(address: str) -> None:
        typer.echo(f"policy {name or policy}: {address} (or http://{address.partition('://')[2]})")
        typer.echo("token: as in the environment" if given else f"token: {TOKEN_VARIABLE}={token}")
        typer.echo("stop with Ctrl-C")

    with suppress(KeyboardInterrupt):
        serve_policy(chosen, name or policy or "", token, host, port, ready)


def _policy(name: str | None, weights: str | None, library: Path | None) -> "Policy":
    if (name is None) == (weights is None):
        raise BadInputError("name a skill, or give --policy; e.g. doable skills serve pick_up")
    import torch

    from doable.library import load_library
    from skills.vla import VLAPolicy

    torch.set_num_threads(1)
    learned = VLAPolicy.load(weights or "vla")
    if name is None:
        return learned
    served = load_library(library, learned)[name].policy
    if served is None:
        raise BadInputError(f"skill {name!r} has no policy, so there is nothing to serve")
    return served
