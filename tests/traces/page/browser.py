"""A Chromium for the tests of the page: Debian's where apt works, else Playwright's. `make browser` runs this file."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
PACKAGES = ("chromium", "fonts-dejavu-core")
APT = {"DEBIAN_FRONTEND": "noninteractive"}


def installed() -> str | None:
    """Path of the browser: $DOABLE_CHROMIUM, one on the path, or Playwright's own; None if there is none."""
    named = os.environ.get("DOABLE_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    return named or _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _try(*command: str) -> bool:
    """Whether a command worked; where it did not, its last words are told."""
    print(f"  {' '.join(command)}", flush=True)
    try:
        done = subprocess.run(command, env={**os.environ, **APT}, capture_output=True, text=True)
    except FileNotFoundError:
        print(f"  there is no {command[0]}")
        return False
    if done.returncode:
        print("\n".join(f"  {line}" for line in (done.stderr or done.stdout).strip().splitlines()[-3:]))
    return done.returncode == 0


def provide() -> str | None:
    """Path of a browser, which is installed if there is none; None if that failed."""
    if path := installed():
        return path
    print("There is no Chromium for the tests of the page; installing one (about 0.1 GB to download)")
    if _try("apt-get", "update") and _try("apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES):
        return installed()
    _try(sys.executable, "-m", "playwright", "install", "chromium")
    return installed()


if __name__ == "__main__":
    found = provide()
    if found is None:
        sys.exit(
            "No Chromium could be installed. Install one by hand (as root: apt-get install chromium), or name one in "
            "DOABLE_CHROMIUM. The tests that need none run with: make check"
        )
    print(f"Chromium for the tests of the page: {found}")
