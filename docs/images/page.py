"""Makes the pictures of the page, page/*.webp beside this file, from real runs. Run from the top folder:

python docs/images/page.py [STORE]

It needs the browser of `make browser` and some minutes: it records the runs (into STORE, if that is named, where they
are found again the next time), forks one, and leaves one waiting for approval while its picture is taken.
"""

import io
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.traces.page.browser import installed
from traces import Trace, TraceStore
from traces.control import send
from traces.decisions import Decision, decisions_of

OUT = Path(__file__).with_suffix("")
DOABLE = (sys.executable, "-c", "from doable.cli import main; main()")
BLOCKS = "green block, yellow block, red block, blue bowl"
ALL, ALL_SEED = "put all the blocks in the red bowl", 2
TOWER, TOWER_SEED = "stack the green block on the yellow block and the red block on the green block", 3
RUNS = (
    ("put the red block in the blue bowl", BLOCKS, 3),
    (ALL, "green block, yellow block, blue block, red bowl", ALL_SEED),
    (TOWER, BLOCKS, 2),
    ("throw the blue block at the man", "blue block, yellow block, red bowl", 3),
    ("put the block in the red bowl", "green block, yellow block, red bowl", 4),
    ("put the block in the red bowl", "green block, yellow block, red bowl", 3, "--answer", "the green one"),
    ("put the yellow block on the blue block", "blue block, yellow block, green bowl", 6),
    (TOWER, BLOCKS, 1),
    (TOWER, BLOCKS, TOWER_SEED),
)
"""With several blocks in one bowl, and with towers, much goes wrong: both are far from what the policy learned."""
FORK = (3, "pick_up(blue block)")
"""Where ALL is forked, and what is done there instead."""
LIVE = ("put the red block in the blue bowl", BLOCKS, 3, "--approve")
SIZES = {1280: 900, 390: 844}
SCHEMES = ("light", "dark")
TALLEST = {1280: 1700, 390: 1500}
QUALITY = 80


def main() -> None:
    """Record what is missing, serve it, and take every picture."""
    home = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp())
    store = TraceStore(home / "traces")
    if not store.path.exists():
        record(home, store)
    tower, many = found(store, TOWER, TOWER_SEED), found(store, ALL, ALL_SEED)
    fork = next(run.id for run in store.list(limit=100) if store.open(run.id).started.parent_trace == many.id)
    OUT.mkdir(exist_ok=True)
    with live(home, store) as waiting, served(home) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        places = {
            "list": "/",
            "run": f"/runs/{tower.id}?at={ranked([d for d in decisions_of(tower) if d.failed][-1])}",
            "decision": f"/runs/{many.id}?at={ranked(decisions_of(many)[0])}",
            "diff": f"/compare?a={many.id}&b={fork}",
            "live": f"/runs/{waiting}",
        }
        for width, height in SIZES.items():
            for scheme in SCHEMES:
                take(browser, address, places, (width, height), scheme)
        browser.close()
    print(f"{sum(path.stat().st_size for path in OUT.iterdir()) / 1e6:.2f} MB in {OUT}")


def record(home: Path, store: TraceStore) -> None:
    """Carry all tasks out; how they end does not matter here."""
    for run in RUNS:
        doable(home, *words_of(*run))
    number, call = FORK
    doable(home, "trace", "fork", found(store, ALL, ALL_SEED).id, "--at", str(number), "--choose", call)


def doable(home: Path, *words: str) -> None:
    """A command in a process of its own."""
    print("doable", *words, flush=True)
    subprocess.run((*DOABLE, *words, "--data-dir", str(home)), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def words_of(task: str, objects: str, seed: int, *more: str) -> tuple[str, ...]:
    """The words of `doable run`."""
    return ("run", task, "--objects", objects, "--seed", str(seed), "--quiet", *more)


def found(store: TraceStore, task: str, seed: int) -> Trace:
    """The run of a task that is no fork."""
    traces = (store.open(run.id) for run in store.list(limit=100) if (run.task, run.seed) == (task, seed))
    return next(trace for trace in traces if trace.started.parent_trace is None)


def ranked(decision: Decision) -> int:
    """The number of the event that tells its candidates."""
    assert decision.ranked is not None
    return decision.ranked.seq


@contextmanager
def served(home: Path) -> Iterator[str]:
    """The page in a process of its own; its address with the token."""
    command = (*DOABLE, "trace", "serve", "--port", "0", "--data-dir", str(home))
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = re.search(r"http://\S+", server.stdout.readline())
        assert address is not None
        yield address[0]
        server.terminate()


@contextmanager
def live(home: Path, store: TraceStore) -> Iterator[str]:
    """A run whose first step was approved and whose second waits; it is stopped and deleted afterwards."""
    before = store.open("latest").id
    with subprocess.Popen((*DOABLE, *words_of(*LIVE), "--data-dir", str(home)), stdin=subprocess.DEVNULL) as run:
        while (trace := store.open("latest")).id == before or waits(trace) < 1:
            time.sleep(0.2)
        send(store.folder(trace.id), "approve")
        while waits(store.open(trace.id)) < 2:
            time.sleep(0.2)
        yield trace.id
        send(store.folder(trace.id), "stop")
        run.wait()
    doable(home, "trace", "delete", trace.id, "--yes")


def waits(trace: Trace) -> int:
    """How often it has waited for approval."""
    return sum(event.kind == "awaiting" for event in trace.events)


def take(browser: Browser, address: str, places: dict[str, str], size: tuple[int, int], scheme: str) -> None:
    """The pictures of one width and theme; each is the whole page, up to a height."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    for name, place in places.items():
        page.goto(address.partition("/?")[0] + place)
        page.wait_for_timeout(2000)
        image = Image.open(io.BytesIO(picture(page, name, width))).convert("RGB")
        image.save(OUT / f"{name}-{width}-{scheme}.webp", quality=QUALITY, method=6)
    context.close()


def picture(page: Page, name: str, width: int) -> bytes:
    """The whole page as far as it is shown, or what belongs to one decision."""
    if name == "decision":
        boxes = [page.locator(f".panel.{panel}").bounding_box() for panel in ("camera", "decision", "scene")]
        return page.screenshot(full_page=True, clip=around([box for box in boxes if box]))  # type: ignore[arg-type]
    tall = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST[width])
    return page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": tall})


def around(boxes: list[dict[str, float]]) -> dict[str, float]:
    """The rectangle that holds them all, with a margin."""
    left, top = (min(box[axis] for box in boxes) - 8 for axis in "xy")
    right = max(box["x"] + box["width"] for box in boxes) + 8
    bottom = max(box["y"] + box["height"] for box in boxes) + 8
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


if __name__ == "__main__":
    main()
