"""Scripts in every place that a feed has: nothing of them runs in a reader's browser."""

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.acceptance.processes import environment, running
from tests.farm.hostile import Hostile

pytestmark = pytest.mark.browser

POKE = """
for (const one of document.querySelectorAll("main p, main img, main span, main em"))
  for (const event of ["click", "mouseover", "focus", "load", "error", "toggle", "animationstart"])
    one.dispatchEvent(new Event(event));
"""
SUBSCRIBE = """
import json, sys
from pathlib import Path
from octavo.config import boot
with boot.house(Path(sys.argv[1])):
    from octavo.core.clock import utc_now
    from octavo.sources.store import keep_publisher, subscribe
    for url in json.load(sys.stdin):
        subscribe(url, keep_publisher("Post", url, display_policy="full"), utc_now())
"""
WATCH = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt"]) window[name] = said => window.ran.push(`${name} ${said}`);
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run a house that has read the feed with the scripts; yield its address."""
    data = tmp_path_factory.mktemp("hostile") / "house"
    with Hostile() as quarter:
        urls = json.dumps([url for url, case in quarter.cases.items() if case.name == "scripts"])
        _python("-c", SUBSCRIBE, str(data), text=urls)
        _python("-m", "octavo", "refresh", "--data", str(data))
    with running(data) as address:
        yield address


def _python(*arguments: str, text: str = "") -> None:
    settings = environment(OCTAVO_VECTORS="off")
    command = [sys.executable, *arguments]
    subprocess.run(command, input=text, text=True, capture_output=True, env=settings, check=True, timeout=200)


@pytest.mark.timeout(400)
def test_nothing_of_a_hostile_feed_runs(browser: Browser, house: str) -> None:
    context = browser.new_context(base_url=house, service_workers="block", bypass_csp=True)
    context.add_init_script(WATCH)
    page = context.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))

    def first(path: str, kind: str) -> str:
        page.goto(path)
        return str(page.locator(f'main a[href*="/{kind}/"]').first.get_attribute("href")).partition("?")[0]

    story = first("/en/", "story")
    article = first(story, "article")
    for path in ("/en/", story, article, first(article, "publisher"), "/en/search?q=ferry"):
        page.goto(path, wait_until="networkidle")
        assert "Scripted title" in page.content()
        page.evaluate(POKE)
        assert page.evaluate("window.ran") == []
        assert page.title() != "ran"
        hostile = "[onerror], [onclick], [onload], [href^='javascript:'], main iframe, main object"
        assert page.locator(hostile).count() == 0
    assert dialogs == []
    context.close()
