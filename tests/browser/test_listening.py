"""An article is read aloud by the browser: sentence by sentence, with the spoken one marked."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

VOICE = """
window.spoken = [];
speechSynthesis.speak = (one) => { window.spoken.push(one); };
speechSynthesis.cancel = () => { window.cancelled = true; };
"""
"""In place of a voice, which a browser without a screen lacks: the test says when a sentence has been spoken."""
MARKED = "[...(CSS.highlights.get('spoken') ?? [])].map(range => range.toString()).join()"


def _listening(opened: Opener, address: str) -> Page:
    page = opened("/en/offline")
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
