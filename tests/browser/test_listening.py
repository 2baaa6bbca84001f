"""An article is read aloud by the browser: sentence by sentence, with the spoken one marked."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.acceptance.processes import run, running
from tests.browser.conftest import Opener
from tests.browser.houses import first_link

pytestmark = pytest.mark.browser

VOICE = """
window.spoken = [];
speechSynthesis.speak = (one) => { window.spoken.push(one); };
speechSynthesis.cancel = () => { window.cancelled = true; };
"""
"""In place of a voice, which a browser without a screen lacks: the test says when a sentence has been spoken."""
MARKED = "[...(CSS.highlights.get('spoken') ?? [])].map(range => range.toString()).join()"


LAO = ("ປະພາຄານເກົ່າສ່ອງແສງອີກຄັ້ງໃນວັນຈັນ.", "ອາສາສະໝັກໄດ້ສ້າງໂຄມໄຟຄືນໃໝ່.")
"""A language that nothing here speaks."""


def _listening(opened: Opener, address: str, **options: str) -> Page:
    page = opened("/en/offline", **options)
    page.add_init_script(VOICE)
    page.goto(address)
    page.locator("[data-listen] button").click()
    return page


@pytest.mark.parametrize("kind", ["article", "ar article", "ko article"])
def test_sentence_after_sentence_is_spoken_and_marked(opened: Opener, addresses: dict[str, str], kind: str) -> None:
    page = _listening(opened, addresses[kind])
    title = page.locator("h1").inner_text()
    assert page.evaluate("spoken.map(one => one.text).join('')").strip() in title
    language = page.locator(".body").get_attribute("lang")
    for _ in range(4):
        said = page.evaluate("spoken.at(-1).text").strip()
        assert page.evaluate(MARKED) == said
        assert page.evaluate("spoken.at(-1).lang") == language
        page.evaluate("spoken.at(-1).onend()")
    assert page.evaluate("spoken.length") == 5


def test_listening_stops_when_told_so_and_when_all_is_said(opened: Opener, addresses: dict[str, str]) -> None:
    page = _listening(opened, addresses["article"])
    button = page.locator("[data-listen] button")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("l")
    expect(button).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("cancelled")
    assert page.evaluate(MARKED) == ""
    page.keyboard.press("l")
    page.evaluate(
        "() => { for (let before = null; before !== spoken.at(-1); ) { before = spoken.at(-1); before.onend(); } }"
    )
    expect(button).to_have_attribute("aria-pressed", "false")


def test_a_browser_without_a_voice_says_so(opened: Opener, addresses: dict[str, str]) -> None:
    page = _listening(opened, addresses["article"])
    page.evaluate("spoken.at(-1).onerror({error: 'language-unavailable'})")
    expect(page.locator("[data-listen-said]")).not_to_be_empty()
    expect(page.locator("[data-listen] button")).to_have_attribute("aria-pressed", "false")


def test_without_scripts_nothing_offers_what_cannot_be_done(opened: Opener, addresses: dict[str, str]) -> None:
    page = opened(addresses["article"], java_script_enabled=False)
    expect(page.locator("[data-listen]")).to_be_hidden()


def test_what_is_not_recorded_here_is_read_by_the_browser(opened: Opener, browser: Browser, tmp_path: Path) -> None:
    report = {"id": "1", "url": "https://bote.example/1", "publisher": "Bote", "title": LAO[0], "language": "lo"}
    (tmp_path / "lao.jsonl").write_text(json.dumps({**report, "text": "\n".join(LAO)}), "utf-8")
    made = run("import", "articles", str(tmp_path / "lao.jsonl"), data=tmp_path / "house")
    assert made.returncode == 0, made.stderr
    with running(tmp_path / "house") as site:
        number = first_link(browser, f"{site}/en/", "story").split("/")[3]
        page = _listening(opened, f"/en/listen/story/{number}", base_url=site)
        expect(page.get_by_role("button", name="Record it")).to_have_count(0)
        assert page.evaluate(MARKED) == LAO[0]
        for _ in range(2):
            page.evaluate("spoken.at(-1).onend()")
        said = page.evaluate("spoken.map(one => [one.lang, one.text.trim()])")
        assert said[0] == ["lo", LAO[0]]
        assert {one[0] for one in said} == {"lo"}
        assert said[1][1] in page.locator(".transcript").inner_text()
        page.context.close()
