"""Editions and every language of the interface, as people meet them: readable, within the screen, set as they write."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PHONE, Opener
from tests.browser.test_quality import _violations as violations

pytestmark = pytest.mark.browser

LANGUAGES = ("en", "ko", "de", "es", "ar", "ja", "ms", "zh")
PLACES = ("edition/korea", "editions", "edition/egypt/why")


def style(page: Page, selector: str, name: str) -> str:
    found: str = page.locator(selector).first.evaluate("(one, name) => getComputedStyle(one)[name]", name)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_s_pages_are_sound(opened: Opener, language: str) -> None:
    for number, path in enumerate(("", *PLACES)):
        page = opened(f"/{language}/{path}", viewport=PHONE, color_scheme=("light", "dark")[number % 2])
        assert violations(page) == []
        for width in (320, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
        wanted = "zh-Hans" if language == "zh" else language
        assert page.evaluate("document.documentElement.lang") == wanted


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_switcher_stays_on_a_phone_s_screen(opened: Opener, language: str) -> None:
    page = opened(f"/{language}/", viewport=PHONE)
    page.locator(".editions summary").focus()
    page.keyboard.press("Enter")
    sheet = page.locator(".editions__sheet").bounding_box()
    assert sheet
    assert sheet["x"] >= 0
    assert sheet["x"] + sheet["width"] <= PHONE["width"]
    page.locator(f'.editions a[href="/{language}/edition/japan"]').click()
    page.wait_for_url(f"**/{language}/edition/japan")
    assert page.evaluate("document.documentElement.dataset.zone") == "Asia/Tokyo"


def test_each_script_is_set_by_its_own_rules(opened: Opener) -> None:
    korean = opened("/ko/")
    assert style(korean, "h2.headline:lang(ko)", "wordBreak") == "keep-all"
    world = opened("/ko/edition/world")
    foreign = "h2.headline:not(:lang(ko))"
    if world.locator(foreign).count():
        assert style(world, foreign, "wordBreak") == "normal"
    assert style(opened("/ja/"), "html", "lineBreak") == "strict"


def test_text_in_another_language_says_so(opened: Opener) -> None:
    """Every headline and excerpt on a page of another language bears its own."""
    page = opened("/ja/")
    bare = page.locator("main .headline:not([lang]), main .card__excerpt:not([lang])").count()
    assert page.locator("main .headline").count() > 5
    assert bare == 0
