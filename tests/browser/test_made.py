"""What machines make, as a reader meets it: other lengths, translation, listening, the briefing."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.hearing import heard

pytestmark = pytest.mark.browser

TRANSLATOR = """
self.Translator = {
  availability: async pair => pair.targetLanguage === "de" ? "available" : "unavailable",
  create: async () => ({ translate: async text => `Deutsch: ${text}` }),
};
"""
"""The browser's own API, as one answers that has its models; Chromium would have to download them first."""


def test_other_lengths_are_chosen_by_links(opened: Opener, addresses: dict[str, str]) -> None:
    page = opened(addresses["story"], java_script_enabled=False)
    page.get_by_role("link", name="Shorter, longer, simpler").click()
    sentences = page.locator(".summary__sentences li")
    paragraph = sentences.count()
    page.get_by_role("link", name="One line").click()
    assert sentences.count() == 1 < paragraph
    page.get_by_role("link", name="For a child").click()
    expect(page.locator(".notice", has_text="need a language model")).to_be_visible()
    page.locator(".summary .cite").first.click()
    expect(page.locator("#passage")).to_be_visible()


def test_a_story_is_recorded_and_played(opened: Opener, addresses: dict[str, str]) -> None:
    assert heard(opened(addresses["listen"]), patience=60_000) > 5


def test_the_briefing_cites_every_sentence_and_can_be_heard(opened: Opener, addresses: dict[str, str]) -> None:
    page = opened(addresses["why"], java_script_enabled=False)
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Briefing").click()
    told = page.locator(".briefed > p:not(.kicker)")
    assert told.count() > 4
    assert all(one.locator(".cite").count() for one in told.all())
    page.get_by_role("link", name="Listen").click()
    expect(page.get_by_role("button", name="Record it").or_(page.locator("audio.player"))).to_be_visible()


def test_a_page_is_translated_in_the_browser_where_it_can(opened: Opener, addresses: dict[str, str]) -> None:
    page = opened("/healthz")
    page.add_init_script(TRANSLATOR)
    page.goto(addresses["article"].replace("/en/", "/de/"))
    original = page.locator("h1").inner_text()
    page.locator("[data-translate]").click()
    expect(page.locator("h1")).to_have_text(f"Deutsch: {original}")
    assert page.locator("h1").get_attribute("lang") == "de"
    expect(page.locator(".notice", has_text="Maschinelle Übersetzung")).to_be_visible()
    page.locator("[data-translate]").click()
    expect(page.locator("h1")).to_have_text(original)
    assert page.locator("h1").get_attribute("lang") == "en"


def test_nothing_is_offered_that_the_browser_cannot(opened: Opener, addresses: dict[str, str]) -> None:
    page = opened("/healthz")
    page.add_init_script(TRANSLATOR)
    page.goto(addresses["article"].replace("/en/", "/ko/"), wait_until="networkidle")
    expect(page.locator("[data-translate]")).to_be_hidden()
