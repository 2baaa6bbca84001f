"""Talking about a story as people do: on phone and desktop, with JavaScript and without, two at once."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import DESKTOP, PATIENCE_MILLISECONDS, PHONE, Opener
from tests.browser.outbox import await_sent
from tests.browser.people import State, signed_in_people
from tests.browser.test_quality import _violations

pytestmark = pytest.mark.browser

both_ways = pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
both_sizes = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
WIDTHS = (320, 390, 768, 1280)


@pytest.fixture(scope="session")
def people(site: str, site_directory: Path) -> dict[str, State]:
    """Return those who talk: two moderators, who may write as fast as tests do, people of the demo, and a new one."""
    names = ("keeper:moderator", "warden:moderator", "hetty.lowe:reader", "oskar:reader", "newcomer:reader")
    return signed_in_people(site_directory / "house", site, *names)


@pytest.fixture
def talk(opened: Opener) -> str:
    """Return where the otters are talked about, reached from their article."""
    page = opened("/en/search?q=otters+bridge", java_script_enabled=False)
    page.locator("main h2 a").first.click()
    page.locator("#comments a.button").click()
    expect(page.locator("h1")).to_contain_text("Otters")
    return page.url[page.url.index("/en/discussion/") :].partition("?")[0]


def write(page: Page, text: str) -> None:
    if not page.locator("#text-story").is_visible():
        page.locator(".write-here summary").click()
    page.locator("#text-story").fill(text)
    page.locator("#write-story .button--strong").click()


@both_ways
@both_sizes
def test_a_comment_is_written_and_answered(
    opened: Opener, people: dict[str, State], talk: str, script: bool, size: dict[str, int]
) -> None:
    words = f"A lamp at the weir would help too ({script}, {size['width']})."
    page = opened(talk, java_script_enabled=script, viewport=size, storage_state=people["keeper"])
    write(page, f"{words} *Truly.*")
    mine = page.locator(".comment", has_text=words)
    expect(mine.locator("em")).to_have_text("Truly.")
    mine.locator("a", has_text="Answer").first.click()
    form = page.locator("form.write", has=page.locator("textarea[id^=text-]:not(#text-story)"))
    form.locator("textarea").fill(f"And one at the mill, says {words}")
    form.locator(".button--strong").click()
    answer = page.locator(".comment--1", has_text=f"And one at the mill, says {words}")
    expect(answer).to_be_visible()
    mine.locator(".comment__when").first.click()
    expect(page).to_have_url(re.compile(r"comment=\d+#comment-\d+$"))
    expect(mine.first).to_be_in_viewport()
    reader = opened(talk, java_script_enabled=False)
    expect(reader.locator(".comment", has_text=words).first).to_be_visible()


@both_ways
def test_what_was_typed_stays_when_it_is_too_long(
    opened: Opener, people: dict[str, State], talk: str, script: bool
) -> None:
    page = opened(talk, java_script_enabled=script, storage_state=people["keeper"])
    text = "Otters " * 800
    write(page, text)
    expect(page.locator("#text-story-error")).to_be_visible()
    assert page.locator("#text-story").input_value().strip() == text.strip()
    expect(page.locator("#text-story")).to_have_attribute("aria-invalid", "true")


def test_two_people_at_once_see_one_another_without_losing_their_words(
    opened: Opener, people: dict[str, State], talk: str
) -> None:
    typing = opened(talk, storage_state=people["keeper"])
    other = opened(talk, storage_state=people["warden"], viewport=PHONE)
    typing.locator(".comment a", has_text="Answer").first.click()
    mine = typing.locator(".comment__form textarea")
    mine.fill("Half a sentence, and I am still")
    write(other, "Meanwhile I say this.")
    expect(other.locator(".comment", has_text="Meanwhile I say this.")).to_be_visible()
    typing.evaluate("htmx.trigger('#fresh', 'fresh')")
    typing.locator("#fresh button").click()
    expect(typing.locator(".comment", has_text="Meanwhile I say this.")).to_be_visible()
    expect(mine).to_have_value("Half a sentence, and I am still")
    mine.fill("Half a sentence, and I am still here.")
    typing.locator(".comment__form .button--strong").click()
    expect(typing.locator(".comment", has_text="still here.").first).to_be_visible()
    other.evaluate("htmx.trigger('#fresh', 'fresh')")
    other.locator("#fresh button").click()
    expect(other.locator(".comment", has_text="still here.").first).to_be_visible()
    expect(other.locator(".comment", has_text="Meanwhile I say this.")).to_have_count(1)


@pytest.fixture
def tunnel(browser: Browser, site: str, people: dict[str, State], talk: str) -> Iterator[Page]:
    """Yield the discussion in a browser whose complaints about the network are nobody's concern."""
    context = browser.new_context(base_url=site, storage_state=people["keeper"], service_workers="block")
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MILLISECONDS)
    page.goto(talk)
    yield page
    context.close()


def test_a_line_that_breaks_loses_no_words(tunnel: Page) -> None:
    """What is sent in a tunnel waits on the device, and stands there once when the network is back."""
    page = tunnel
    taken: list[str] = []

    def broken(route: Route) -> None:
        """Let the server take the comment, and its answer be lost."""
        if route.request.method != "POST":
            route.continue_()
            return
        if "/discussion/" in route.request.url:
            route.fetch()
            taken.append(route.request.url)
        route.abort("failed")

    page.route("**/*", broken)
    write(page, "Written in a tunnel.")
    expect(page.locator("#write-story [data-kept]")).to_be_visible()
    expect(page.locator("#text-story")).to_have_value("")
    assert len(taken) == 1
    page.unroute("**/*")
    page.evaluate("dispatchEvent(new Event('online'))")
    await_sent(page)
    page.reload()
    expect(page.locator(".comment", has_text="Written in a tunnel.")).to_have_count(1)
    expect(page.locator("#text-story")).to_have_value("")


def test_a_draft_outlasts_the_page(opened: Opener, people: dict[str, State], talk: str) -> None:
    page = opened(talk, storage_state=people["keeper"])
    page.locator(".write-here summary").click()
    page.locator("#text-story").fill("Not yet done")
    page.reload()
    expect(page.locator("#text-story")).to_have_value("Not yet done")


@both_ways
def test_a_reaction_is_put_and_taken_back(opened: Opener, people: dict[str, State], talk: str, script: bool) -> None:
    page = opened(talk, java_script_enabled=script, storage_state=people["warden"])
    button = page.locator(".comment", has_text="Thirty-one postcards").locator(".reaction").first
    for pressed in ("true", "false"):
        button.click()
        expect(button).to_have_attribute("aria-pressed", pressed)


def test_from_a_first_comment_over_the_queue_to_the_page_and_the_log(
    opened: Opener, people: dict[str, State], talk: str
) -> None:
    newcomer = opened(talk, storage_state=people["newcomer"], java_script_enabled=False)
    write(newcomer, "My first words here.")
    expect(newcomer.locator("#held")).to_be_visible()
    reader = opened(talk)
    expect(reader.locator(".comment", has_text="My first words here.")).to_have_count(0)
    keeper = opened("/en/moderation", storage_state=people["keeper"], viewport=PHONE)
    case = keeper.locator(".case", has_text="My first words here.")
    case.locator("textarea").fill("Civil and to the point.")
    case.locator("button", has_text="Show it").click()
    expect(keeper.locator(".case", has_text="My first words here.")).to_have_count(0)
    reader.reload()
    expect(reader.locator(".comment", has_text="My first words here.")).to_be_visible()
    reader.goto("/en/moderation/log")
    expect(reader.locator(".act", has_text="Civil and to the point.")).to_be_visible()
    newcomer.goto("/en/notifications")
    expect(newcomer.locator(".told--new")).to_contain_text("Your comment is shown now")


PAGES = {
    "discussion": "{talk}",
    "answer": "{comment}/answer",
    "report": "{comment}/report",
    "history": "{comment}/history",
    "person": "/en/person/oskar",
    "notifications": "/en/notifications",
    "log": "/en/moderation/log",
    "queue": "/en/moderation",
    "moderate comment": "{comment}/moderate",
    "moderate discussion": "{talk}/moderate",
    "ban": "/en/person/oskar/ban",
}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_are_accessible_and_fit_every_width(
    opened: Opener, people: dict[str, State], talk: str, language: str
) -> None:
    page = opened(talk, storage_state=people["keeper"])
    comment = page.locator(".comment", has_text="Thirty-one postcards").locator(".comment__when").get_attribute("href")
    for name, pattern in PAGES.items():
        path = pattern.format(talk=talk, comment=comment).replace("/en/", f"/{language}/")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": DESKTOP["width"], "height": DESKTOP["height"]})
            page.goto(path)
            if name == "discussion":
                page.locator(".write-here summary").click()
                page.locator(".reactions__more summary").first.click()
            assert _violations(page) == [], (name, scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)


def test_answers_stand_towards_the_end_of_the_line_in_arabic(opened: Opener, talk: str) -> None:
    page = opened(talk.replace("/en/", "/ar/"))
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    top = page.locator(".comment--0").first.bounding_box()
    answer = page.locator(".comment--1").first.bounding_box()
    assert top
    assert answer
    assert answer["x"] + answer["width"] < top["x"] + top["width"]


def test_the_keyboard_alone_writes_a_comment(opened: Opener, people: dict[str, State], talk: str) -> None:
    page = opened(talk, storage_state=people["warden"])
    page.locator(".write-here summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#text-story")).to_be_focused()
    page.keyboard.type("Typed without a mouse.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".comment", has_text="Typed without a mouse.")).to_have_count(1)
