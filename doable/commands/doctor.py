"""`doable doctor`: is everything there, and is it the right thing?"""

from dataclasses import asdict

import typer

from doable.commands.options import DataDirOption, JsonOption, print_json
from doable.errors import ExitCode


def doctor(data_dir: DataDirOption = None, as_json: JsonOption = False) -> None:
    """Check the installation: models, hashes, versions, name clashes, a writable data directory."""
    from doable.installation import check_installation
    from doable.settings import load_settings

    checks = check_installation(load_settings(data_dir).home)
    ok = all(check.ok for check in checks)
    if as_json:
        print_json({"ok": ok, "checks": [asdict(check) for check in checks]})
    else:
        for check in checks:
            typer.echo(f"{'ok ' if check.ok else 'NO '} {check.name:<18} {check.detail}")
    raise typer.Exit(ExitCode.ACHIEVED if ok else ExitCode.NOT_ACHIEVED)
