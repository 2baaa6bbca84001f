"""The keys of common readers, the sheet that lists them, and the switch that takes them away."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.href ?? ''"))


def test_stories_are_walked_through_and_opened(opened: Opener) -> None:
    page = opened("/en/")
    page.keyboard.press("j")
    first = _focused(page)
    page.keyboard.press("j")
    second = _focused(page)
    assert "/story/" in first
    assert "/story/" in second
    assert first != second
    page.keyboard.press("k")
    assert _focused(page) == first
    page.keyboard.press("o")
    expect(page).to_have_url(first)
    page.keyboard.press("j")
    assert "/article/" in _focused(page)
    page.keyboard.press("g")
    expect(page).to_have_url(re.compile(r"/en/$"))


def test_the_focus_is_seen(opened: Opener) -> None:
    page = opened("/en/")
    page.keyboard.press("j")
    width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
    assert width >= 2


def test_a_key_opens_the_original(opened: Opener, addresses: dict[str, str]) -> None:
    for kind in ("front", "article"):
        page = opened(addresses[kind])
        page.keyboard.press("j")
        page.keyboard.press("v")
        expect(page).to_have_url(re.compile(r"/demo/[\w-]+\.example/"))


def test_a_key_marks_the_chosen_story_as_read_and_unread(opened: Opener, signed_in: Any) -> None:
    page = opened("/en/", storage_state=signed_in)
    for _ in range(2):
        page.keyboard.press("j")
        address = urlsplit(_focused(page)).path
        card = page.locator(f"article:has(.headline a[href='{address}'])").first
        was_read = "card--read" in (card.get_attribute("class") or "")
        with page.expect_response(lambda answer: answer.url.endswith("/acts")):
            page.keyboard.press("m")
        page.reload()
        assert ("card--read" in (card.get_attribute("class") or "")) is not was_read


def test_the_sheet_opens_and_closes(opened: Opener) -> None:
    page = opened("/en/")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    assert page.locator("#keys kbd").count() >= 8
    page.keyboard.press("j")
    assert "/story/" not in _focused(page)
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


def test_without_scripts_the_sheet_is_a_page(opened: Opener) -> None:
    page = opened("/ar/", java_script_enabled=False)
    page.locator("a[data-keys-open]").click()
    expect(page).to_have_url(re.compile(r"/ar/keys$"))
    expect(page.locator("main kbd").first).to_be_visible()


def test_a_slash_searches_and_letters_are_typed_there(opened: Opener) -> None:
    page = opened("/en/")
    page.keyboard.press("/")
    page.keyboard.type("jokes?")
    expect(page.locator(".finder__field")).to_have_value("jokes?")
    expect(page.locator("#keys")).to_be_hidden()


def test_keys_that_are_switched_off_stay_off(opened: Opener) -> None:
    page = opened("/en/")
    page.locator("a[data-keys-open]").click()
    page.locator("[data-keys-switch]").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    for key in ("j", "?", "g", "/"):
        page.keyboard.press(key)
    assert _focused(page) == ""
    expect(page.locator("#keys")).to_be_hidden()
    page.locator("a[data-keys-open]").click()
    expect(page.locator("[data-keys-switch]")).not_to_be_checked()
