"""The exported page in a real browser: from disk, without a network, by keyboard."""

from pathlib import Path

import pytest

from tests.traces.conftest import PICK, PUT, MakeTrace
from tests.traces.page.browser import installed
from traces.export_html import export_html

pytestmark = pytest.mark.slow


def test_the_page_works_from_disk_and_asks_nothing_of_a_network(make_trace: MakeTrace, tmp_path: Path) -> None:
    api = pytest.importorskip("playwright.sync_api")
    browser_file = installed()
    trace = make_trace([PICK, {**PUT, "works": False}, PUT], task='<img src=x onerror="document.title=1">')
    path = tmp_path / "run.html"
    path.write_text(export_html(trace), "utf-8")
    asked: list[str] = []
    said: list[str] = []
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_file, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 390, "height": 800})
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(path.as_uri())
        assert "onerror" in page.title()
        assert page.locator("section.now").get_attribute("id") == "d1"
        for key, place in (("j", "d2"), ("k", "d1"), ("f", "d2"), ("j", "d3")):
            page.keyboard.press(key)
            assert page.locator("section.now").get_attribute("id") == place
        assert page.url.endswith("#d3")
        page.locator("#slider").fill("0")
        assert page.locator("section.now").get_attribute("id") == "d1"
        loaded = "() => [...document.images].every((image) => image.naturalWidth > 0) && document.images.length"
        assert page.evaluate(loaded) == 3
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        browser.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == [] and said == []
