"""Sections of the front page: folded and ordered by their reader, remembered by the device."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Opener

pytestmark = pytest.mark.browser

both_ways = pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
both_sizes = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])


def _briefs(page: Page) -> list[str]:
    return [str(one.get_attribute("data-section")) for one in page.locator("details.brief").all()]


@both_ways
@both_sizes
@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_section_folds(opened: Opener, script: bool, size: dict[str, int], language: str) -> None:
    page = opened(f"/{language}/", java_script_enabled=script, viewport=size)
    section = page.locator("details[data-section]").first
    expect(section.locator("article").first).to_be_visible()
    section.locator("summary").click()
    expect(section.locator("article").first).to_be_hidden()


def test_a_folded_section_stays_folded_on_this_device(opened: Opener) -> None:
    page = opened("/en/")
    section = page.locator("details[data-section]").nth(1)
    section.locator("summary").click()
    expect(section.locator("article").first).to_be_hidden()
    page.reload()
    expect(section.locator("article").first).to_be_hidden()
    section.locator("summary").click()
    expect(section.locator("article").first).to_be_visible()
    page.reload()
    expect(section.locator("article").first).to_be_visible()


def test_what_a_person_folds_is_folded_on_their_other_devices(opened: Opener, signed_in: Any) -> None:
    page, other = (opened("/zh/", storage_state=signed_in) for _ in range(2))
    section = page.locator("details[data-section]").nth(1)
    name = section.get_attribute("data-section")
    for is_open in (False, True):
        with page.expect_response(lambda answer: answer.url.endswith("/zh/arrange")):
            section.locator("summary").click()
        other.reload()
        mirrored = other.locator(f"details[data-section='{name}'] article").first
        (expect(mirrored).to_be_visible if is_open else expect(mirrored).to_be_hidden)()


@both_ways
def test_sections_are_put_in_order(opened: Opener, script: bool) -> None:
    page = opened("/en/", java_script_enabled=script)
    usual = _briefs(page)
    moved = usual[-1]
    page.locator("a[href$='/arrange']").click()
    while page.locator("button[value$=' up']").first.get_attribute("value") != f"{moved} up":
        page.locator(f"button[value='{moved} up']").click()
        expect(page).to_have_url(re.compile("/arrange$"))
    page.locator("main form button").first.click()
    expect(page.locator(".brief").first).to_have_attribute("data-section", moved)
    page.goto("/en/arrange")
    page.locator("button[name=reset]").click()
    expect(page.locator(".brief").first).to_have_attribute("data-section", usual[0])
    assert _briefs(page) == usual
