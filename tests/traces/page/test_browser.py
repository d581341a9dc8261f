"""The page in a real Chromium: what a person does with it, and what nobody should be able to do."""

import time
from pathlib import Path
from typing import Any

import pytest

from tests.traces.page.believable import Robot, start, write_many, write_run
from tests.traces.page.conftest import Served, ready, wait
from traces import Answered, Asked, Awaiting, Commanded, RunFinished, TraceWriter
from traces.control import CommandReader

pytestmark = pytest.mark.slow

AXE = Path(__file__).parent / "axe" / "axe.min.js"
ATTACK = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>\'"`${7*7}'


def now(page: Any) -> int:
    return int(page.locator("#scrubber").get_attribute("aria-valuenow"))


def until(page: Any, seq: int) -> None:
    wait(page, f"document.querySelector('#scrubber').getAttribute('aria-valuenow') === '{seq}'")


def test_the_scrubber_moves_everything_together(page: Any, served: Served) -> None:
    run = write_run(served.store, filmed=True)
    ready(page, f"{served.address}/runs/{run}?at=5")
    wait(page, "document.querySelector('#motion .cursor[x1]') !== null")
    wait(page, "document.querySelector('#camera video').readyState >= 2")

    def seen() -> dict[str, Any]:
        page.wait_for_timeout(700)
        return page.evaluate("""() => ({
            seq: document.querySelector('#scrubber').getAttribute('aria-valuenow'),
            video: document.querySelector('#camera video').currentTime,
            plan: document.querySelector('#plan .current')?.textContent,
            chosen: document.querySelector('#decision .chosen .call')?.textContent,
            scene: document.querySelector('#scene').textContent,
            cursor: document.querySelector('#motion .cursor').getAttribute('x1'),
            event: document.querySelector('#log .here .seq')?.textContent,
            ladder: document.querySelector('#ladder').textContent})""")

    box = page.locator("#scrubber").bounding_box()
    events = served.store.open(run).events
    whole = events[-1].wall - events[0].wall
    early = next(event for event in events if event.kind == "moved").wall - events[0].wall
    page.mouse.move(box["x"] + box["width"] * 0.01, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * early / whole + 1, box["y"] + 30)
    before = seen()
    page.mouse.move(box["x"] + box["width"] * 0.995, box["y"] + 30, steps=8)
    page.mouse.up()
    after = seen()
    assert {name for name in before if before[name] == after[name]} == set()
    assert float(after["video"]) > float(before["video"])


def test_the_keyboard_does_it_all(page: Any, served: Served) -> None:
    run = write_run(served.store)
    ready(page, f"{served.address}/runs/{run}?at=0")
    events = served.store.open(run).events

    def first(kind: str, behind: int = 0) -> int:
        return next(event.seq for event in events if event.kind == kind and event.seq > behind)

    page.keyboard.press("ArrowRight")
    until(page, 1)
    page.keyboard.press("f")
    until(page, first("verified"))
    page.keyboard.press("r")
    until(page, first("recovered"))
    page.keyboard.press("q")
    until(page, first("asked"))
    page.keyboard.press("d")
    until(page, first("ranked", first("asked")))
    page.keyboard.press("Shift+R")
    until(page, first("recovered", first("recovered")))
    page.keyboard.press("End")
    until(page, len(events) - 1)
    page.keyboard.press("Home")
    until(page, 0)
    page.keyboard.press(".")
    until(page, first("observed"))
    page.keyboard.press(".")
    until(page, first("observed", first("observed")))
    page.keyboard.press(",")
    until(page, first("observed"))
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    page.locator("#plan .node.recovery").first.focus()
    page.keyboard.press("Enter")
    until(page, first("recovered"))


def test_frames_of_a_video_are_stepped(page: Any, served: Served) -> None:
    run = write_run(served.store, filmed=True)
    ready(page, f"{served.address}/runs/{run}?at=5")
    wait(page, "document.querySelector('#camera video').readyState >= 2")
    page.locator("body").press(".")
    wait(page, "Math.abs(document.querySelector('#camera video').currentTime - 0.1) < 0.02")
    page.locator("body").press(",")
    wait(page, "document.querySelector('#camera video').currentTime < 0.02")


def test_a_shared_address_shows_the_same_moment(page: Any, served: Served) -> None:
    run = write_run(served.store)
    ready(page, f"{served.address}/runs/{run}")
    page.keyboard.press("q")
    wait(page, "location.search.includes('at=')")
    page.wait_for_timeout(300)
    address, seq, text = page.url, now(page), page.locator("#decision").inner_text()
    other = page.context.browser.new_page()
    ready(other, address)
    other.wait_for_selector("#decision .chosen")
    assert (now(other), other.locator("#decision").inner_text()) == (seq, text)
    other.close()


def test_where_it_looked_and_what_the_model_wrote(page: Any, served: Served) -> None:
    run = write_run(served.store)
    ready(page, f"{served.address}/runs/{run}?at=4")
    page.locator(".looked input").fill("80")
    assert page.locator(".overlay").evaluate("image => [image.style.opacity, image.naturalWidth > 0]") == ["0.8", True]
    page.locator("#prompts summary", has_text="SmolLM2").first.click()
    page.wait_for_selector("#prompts pre >> text=Instruction:")
    assert "-2.41 done" in page.locator("#prompts").inner_text()


def test_filters_sorting_and_pages(page: Any, served: Served) -> None:
    write_many(served.store, 121)
    page.goto(served.address)
    page.wait_for_selector("#rows a")
    assert page.locator("#rows tr").count() == 50
    page.locator("#next").click()
    wait(page, "document.querySelector('#page').textContent.startsWith('51')")
    page.locator("#text").fill("number 11")
    wait(page, "document.querySelectorAll('#rows tr').length === 11")
    page.locator("#status").select_option("asked")
    wait(page, "document.querySelectorAll('#rows tr').length < 11")
    assert "status=asked" in page.url
    page.reload()
    page.wait_for_selector("#rows a")
    assert page.locator("#text").input_value() == "number 11"
    page.locator("#clear").click()
    page.locator("#skill").select_option("wipe")
    wait(page, "document.querySelector('#count').textContent.startsWith('40')")
    page.locator("[data-sort=task]").click()
    wait(page, "document.querySelector('#rows a').textContent === 'task number 101'")


def test_two_runs_are_chosen_and_compared(page: Any, served: Served) -> None:
    write_run(served.store)
    write_run(served.store, second="pick_up(green block)")
    page.goto(served.address)
    page.wait_for_selector("#rows a")
    for box in page.locator("#rows .pick input").all():
        box.check()
    page.locator("#compare").click()
    page.wait_for_selector(".pairs .other")
    assert "part at decision 2 of A, 2 of B" in page.locator("#verdict").inner_text()
    page.wait_for_selector("#a .chosen")
    page.wait_for_selector("#b .chosen")
    page.wait_for_selector("#differences >> text=pick_up(red block) (say 0.710")
    assert "differ in the candidates" in page.locator("#why").inner_text()
    page.keyboard.press("ArrowUp")
    page.wait_for_selector("#differences >> text=Nothing: goal, scene")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("#differences >> text=choice")
    assert page.locator("#a .chosen .call").inner_text() != page.locator("#b .chosen .call").inner_text()


def live_run(served: Served) -> tuple[TraceWriter, Robot, CommandReader]:
    writer = start(served.store)
    robot = Robot(writer)
    robot.look()
    robot.decide("pick_up(red block)", "pick up the red block")
    return writer, robot, CommandReader(writer.folder)


def heard(reader: CommandReader) -> list[tuple[str, str]]:
    for _ in range(100):
        if commands := reader.new():
            return [(command.command, command.text) for command in commands]
        time.sleep(0.05)
    return []


def test_a_live_run_is_followed_and_controlled(page: Any, served: Served) -> None:
    writer, robot, reader = live_run(served)
    page.goto(served.with_token)
    page.wait_for_selector("#rows a")
    assert "token" not in page.url
    ready(page, f"{served.address}/runs/{writer.id}")
    writer.emit(Awaiting(call="pick_up(red block)", text="pick up the red block"))
    page.locator("[data-command=approve]").click()
    assert heard(reader) == [("approve", "")]
    writer.emit(Commanded(command="approve"))
    robot.act("pick_up(red block)", "pick up the red block", works=False)
    page.wait_for_selector("#plan .node.failed")
    page.wait_for_selector("[data-command=veto]", state="detached")
    writer.emit(Awaiting(call="done()", text="done"))
    page.locator("[data-command=veto]").click()
    assert heard(reader) == [("veto", "")]
    writer.emit(Commanded(command="veto"))
    writer.emit(Asked(question="Which block?", options=("the red one", "the green one")))
    page.locator("button", has_text="the green one").click()
    assert heard(reader) == [("answer", "the green one")]
    writer.emit(Answered(answer="the green one"))
    page.locator("[data-form=correct] input").fill("use the blue bowl")
    page.keyboard.press("Enter")
    assert heard(reader) == [("correct", "use the blue bowl")]
    page.locator("[data-command=pause]").click()
    assert heard(reader) == [("pause", "")]
    writer.emit(Commanded(command="pause"))
    page.locator("[data-command=resume]").click()
    assert heard(reader) == [("resume", "")]
    page.locator("[data-command=stop]").click()
    assert heard(reader) == [("stop", "")]
    last = writer.emit(RunFinished(status="stopped_for_safety", verified=False, reason="stopped by a person"))
    until(page, last.seq)
    writer.close()
    page.wait_for_selector("#control", state="hidden")
    page.wait_for_selector("#status >> text=stopped for safety")


def test_what_is_typed_outlives_what_happens(page: Any, served: Served) -> None:
    writer, _, reader = live_run(served)
    page.goto(served.with_token)
    ready(page, f"{served.address}/runs/{writer.id}")
    page.locator("[data-form=correct] input").click()
    page.keyboard.type("use the ")
    writer.emit(Asked(question="Which block?", options=()))
    page.wait_for_selector("[data-form=answer]")
    page.keyboard.type("blue bowl")
    page.keyboard.press("Enter")
    assert heard(reader) == [("correct", "use the blue bowl")]
    page.locator("[data-form=answer] input").fill("the red one")
    writer.emit(Asked(question="Which bowl?", options=()))
    page.wait_for_selector("#control >> text=Which bowl?")
    assert page.locator("[data-form=answer] input").input_value() == ""
    writer.close()


def test_without_the_token_there_are_no_buttons(page: Any, served: Served) -> None:
    writer, _, reader = live_run(served)
    assert page.goto(f"{served.address}/?token=wrong").status == 403
    ready(page, f"{served.address}/runs/{writer.id}")
    page.wait_for_selector("#control >> text=doable trace serve")
    assert page.locator("[data-command]").count() == 0
    sent = page.evaluate(
        """async id => (await fetch(`/api/runs/${id}/commands`, {method: 'POST',
        headers: {'Content-Type': 'application/json'}, body: '{"command": "stop"}'})).status""",
        writer.id,
    )
    assert sent == 403 and reader.new() == ()
    writer.close()


def test_another_site_can_do_nothing(chromium: Any, served: Served) -> None:
    """Even in the browser that holds the cookie: neither by a script nor by a form."""
    writer, _, reader = live_run(served)
    page = chromium.new_page()
    page.goto(served.with_token)
    foreign = "http://127.0.0.1:1/"
    page.route(f"{foreign}**", lambda route: route.fulfill(body="<!doctype html><p>evil", content_type="text/html"))
    page.goto(foreign)
    address = f"{served.address}/api/runs/{writer.id}/commands"
    for mode in ("no-cors", "cors"):
        page.evaluate(
            """([address, mode]) => fetch(address, {method: 'POST', mode, credentials: 'include',
            body: '{"command": "stop"}'}).catch(() => null)""",
            [address, mode],
        )
    read = page.evaluate(
        "address => fetch(address).then(r => r.text()).catch(() => 'refused')", f"{served.address}/api/runs"
    )
    page.evaluate(
        """address => { const form = document.createElement('form'); form.method = 'post'; form.action = address;
        form.enctype = 'text/plain'; document.body.append(form); form.submit(); }""",
        address,
    )
    page.wait_for_timeout(500)
    assert read == "refused" and reader.new() == ()
    page.close()
    writer.close()


def test_what_users_and_models_write_is_never_run(page: Any, served: Served) -> None:
    from traces import Candidate, Failed, Prompted, PromptUsed, Ranked, Recovered, StepFinished, StepStarted, Understood

    with start(served.store, ATTACK, scene=ATTACK, robot=ATTACK, model=ATTACK) as writer:
        Robot(writer).look()
        writer.emit(Understood(wrote=ATTACK, goal=(ATTACK,), notes=(ATTACK,)))
        used = PromptUsed(id=ATTACK, version="1", sha256="0")
        writer.emit(Prompted(prompt=used, purpose=ATTACK, text=ATTACK, output=ATTACK, model=ATTACK))
        writer.emit(Ranked(candidates=(Candidate(call=ATTACK, text=ATTACK, why_not=ATTACK, chosen=True),), prompt=used))
        writer.emit(StepStarted(call=ATTACK, text=ATTACK))
        writer.emit(StepFinished(call=ATTACK, status=ATTACK, reason=ATTACK))
        writer.emit(Recovered(recovery="retry", reason=ATTACK, budget={ATTACK: 1}))
        writer.emit(Asked(question=ATTACK, options=(ATTACK,)))
        writer.emit(Failed(error=ATTACK, message=ATTACK))
        page.goto(served.with_token)
        page.wait_for_selector("#rows a")
        assert page.locator("#rows a").inner_text() == ATTACK
        ready(page, f"{served.address}/runs/{writer.id}?at={writer._seq - 1}")
        page.wait_for_selector("#decision .chosen")
        page.locator("#prompts summary").last.click()
        for button in page.locator("#log .raw").all():
            button.click()
        page.wait_for_timeout(800)
        assert ATTACK in page.locator("#decision .chosen .call").inner_text()
        assert page.evaluate("window.broken") is None and page.locator("img[src=x]").count() == 0
        page.goto(f"{served.address}/compare?a={writer.id}&b={writer.id}")
        page.wait_for_selector("#a .chosen")
        assert page.evaluate("window.broken") is None


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(chromium: Any, served: Served, width: int, scheme: str) -> None:
    a, b = write_run(served.store), write_run(served.store, second="pick_up(green block)")
    writer, _, _ = live_run(served)
    writer.emit(Awaiting(call="pick_up(red block)", text="pick up the red block"))
    context = chromium.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(served.with_token)
    for path in ("/", f"/runs/{a}?at=12", f"/runs/{writer.id}", f"/compare?a={a}&b={b}"):
        page.goto(served.address + path)
        page.wait_for_timeout(900)
        page.add_script_tag(path=str(AXE))
        found = page.evaluate("axe.run().then(result => result.violations)")
        told = [(v["impact"], v["id"], v["nodes"][0]["html"][:200]) for v in found]
        assert not [line for line in told if line[0] in ("serious", "critical")], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} is wider than the window"
    context.close()
    writer.close()


def test_the_theme_is_switched_and_kept(page: Any, served: Served) -> None:
    page.goto(served.address)
    back = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(back)
    page.locator("#theme").click()
    dark = page.evaluate(back)
    page.reload()
    assert light != dark == page.evaluate(back)
