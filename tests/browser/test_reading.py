"""Reading the newspaper as people do, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, Opener

pytestmark = pytest.mark.browser

both_ways = pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
both_sizes = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])


@both_ways
@both_sizes
def test_from_the_front_page_to_a_story_to_an_article(opened: Opener, script: bool, size: dict[str, int]) -> None:
    page = opened("/en/", java_script_enabled=script, viewport=size)
    headline = page.locator("main h2 a[href*='/story/']").first
    words = headline.inner_text()
    headline.click()
    expect(page.locator("h1")).to_have_text(words)
    report = page.locator("main h3 a[href*='/article/']").first
    words = report.inner_text()
    report.click()
    expect(page.locator("h1")).to_have_text(words)
    assert len(page.locator(".body").inner_text()) > 200


@both_ways
def test_copies_fold_and_unfold(opened: Opener, addresses: dict[str, str], script: bool) -> None:
    page = opened(addresses["story"], java_script_enabled=script)
    folded = page.locator("details.folded").first
    was_open = folded.get_attribute("open") is not None
    folded.locator("summary").click()
    expect(folded.locator("li").first).to_be_visible(visible=not was_open)
    folded.locator("summary").click()
    expect(folded.locator("li").first).to_be_visible(visible=was_open)


@both_ways
def test_a_citation_leads_to_the_marked_passage(opened: Opener, addresses: dict[str, str], script: bool) -> None:
    page = opened(addresses["story"], java_script_enabled=script)
    page.locator("a.cite").first.click()
    passage = page.locator("#passage").first
    expect(passage).to_be_in_viewport()
    assert len(passage.inner_text()) > 20


@both_ways
def test_hashtags_lead_to_their_stories(opened: Opener, addresses: dict[str, str], script: bool) -> None:
    page = opened(addresses["story"], java_script_enabled=script)
    hashtag = page.locator("main .hashtags a").first
    words = hashtag.inner_text()
    hashtag.click()
    expect(page.locator("h1")).to_have_text(words)
    assert page.locator("main a[href*='/story/']").count() > 0


@both_ways
@both_sizes
def test_search_finds_and_marks(opened: Opener, script: bool, size: dict[str, int]) -> None:
    page = opened("/en/search", java_script_enabled=script, viewport=size)
    page.locator("main input[type=search]").fill("earthquake")
    page.locator("main input[type=search]").press("Enter")
    expect(page).to_have_url(re.compile(r"q=earthquake"))
    expect(page.locator("main mark").first).to_have_text(re.compile("earthquake", re.IGNORECASE))
    page.locator("main h2 a").first.click()
    expect(page.locator(".body")).to_be_visible()


@both_ways
def test_the_original_is_one_step_away(opened: Opener, addresses: dict[str, str], script: bool) -> None:
    page = opened(addresses["article"], java_script_enabled=script)
    title = page.locator("h1").inner_text()
    page.locator("main a[rel~=external]").first.click()
    expect(page).to_have_url(re.compile(r"/demo/[\w-]+\.example/"))
    expect(page.locator("body")).to_contain_text(title)


@both_ways
def test_another_language_is_one_step_away(opened: Opener, script: bool) -> None:
    page = opened("/en/", java_script_enabled=script)
    page.locator("details.languages summary").click()
    page.locator("details.languages a[lang=ar]").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.goto("/")
    expect(page).to_have_url(re.compile(r"/ar/$"))


def test_the_demo_edition_is_marked(opened: Opener, addresses: dict[str, str]) -> None:
    for kind in ("front", "story", "article", "hashtag", "search"):
        expect(opened(addresses[kind]).locator(".notice--demo")).to_be_visible()


def test_an_address_that_leads_nowhere_offers_a_search(opened: Opener) -> None:
    page = opened("/en/story/0/harbour-fire", status=404)
    expect(page.locator("main input[type=search]")).to_have_value("harbour fire")


def test_the_keyboard_alone_is_enough(opened: Opener) -> None:
    page = opened("/en/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
