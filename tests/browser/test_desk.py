"""A reader's own things in a real browser: kept without a network, sent once and in order when it is back."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.between import Between, between
from tests.browser.conftest import DESKTOP, PATIENCE_MILLISECONDS, PHONE, Opener
from tests.browser.outbox import WAITING, await_sent, until, waits
from tests.browser.test_quality import _violations as violations

pytestmark = pytest.mark.browser

both_ways = pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
CONTROLLED = "navigator.serviceWorker.controller !== null"
ACT = """async (name, story) => {
  const source = document.querySelector("script[src$='app.js']").src;
  const module = (await (await fetch(source)).text()).match(/"([^"]*acts\\.js)"/)[1];
  (await import(module)).act(name, { story });
}"""


@pytest.fixture
def line(site: str) -> Iterator[Between]:
    """Stand between the browser and the house."""
    with between(site) as state:
        yield state


@pytest.fixture
def carried(browser: Browser, line: Between, signed_in: Any) -> Iterator[BrowserContext]:
    """A signed-in reader's browser, with the worker, behind the line."""
    context = browser.new_context(base_url=line.address, storage_state=signed_in, viewport=PHONE)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    yield context
    context.close()


def opened_with_worker(context: BrowserContext, path: str) -> Page:
    page = context.new_page()
    page.goto(path)
    until(page, CONTROLLED)
    until(page, "caches.match(location.pathname, {ignoreVary: true}).then(Boolean)")
    return page


def acted(line: Between) -> list[tuple[str, str]]:
    """Return the acts that came, in their order, with their keys; what came again is named again."""
    return [(one["act"], one["key"]) for sent in line.acts for one in sent]


def press(page: Page, act: str) -> None:
    """Press a save or follow button, whichever way it stands."""
    other = {"star": "unstar", "follow": "unfollow", "read": "unread"}[act]
    page.locator(f"button[value={act}], button[value={other}]").first.click()


@pytest.fixture
def story(addresses: dict[str, str]) -> str:
    return addresses["story"]


def test_what_was_done_offline_arrives_once_and_in_order(
    carried: BrowserContext, line: Between, story: str, addresses: dict[str, str]
) -> None:
    page = opened_with_worker(carried, addresses["article"])
    page.goto(story)
    star = page.locator("form[data-act=star] button").get_attribute("value") or ""
    line.acts.clear()
    carried.set_offline(True)
    press(page, "star")
    press(page, "follow")
    waits(page, star, "follow")
    expect(page.locator("[data-outbox-waiting]")).to_be_visible()
    page.reload()
    expect(page.locator("form[data-act=follow] button")).to_have_attribute("aria-pressed", "true")
    press(page, "follow")
    waits(page, star, "follow", "read", "unfollow")
    page.goto(addresses["article"])
    expect(page.locator("h1")).to_be_visible()
    kept = [star, "follow", "read", "unfollow", "read"]
    waits(page, *kept)
    carried.set_offline(False)
    await_sent(page)
    sent = acted(line)
    assert [act for act, _ in sent] == kept
    assert len({key for _, key in sent}) == len(sent)
    expect(page.locator("[data-outbox-waiting]")).to_be_hidden()


def test_the_key_m_marks_as_unread_and_read_again(carried: BrowserContext, line: Between, story: str) -> None:
    page = opened_with_worker(carried, story)
    button = page.locator("[data-key=m]")
    expect(button).to_have_attribute("aria-pressed", "true")
    line.acts.clear()
    page.keyboard.press("m")
    expect(button).to_have_attribute("aria-pressed", "false")
    await_sent(page)
    page.goto("/en/")
    page.locator(f"article:has(a[href='{story}'])").first.wait_for()
    assert page.locator(f".card--read:has(a[href='{story}'])").count() == 0
    carried.set_offline(True)
    page.goto(story)
    page.keyboard.press("m")
    expect(button).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("m")
    expect(button).to_have_attribute("aria-pressed", "true")
    carried.set_offline(False)
    await_sent(page)
    assert [act for act, _ in acted(line)] == ["unread", "read", "unread", "read"]
    page.goto("/en/")
    expect(page.locator(f".card--read:has(a[href='{story}'])").first).to_be_visible()


def test_without_scripts_unread_stays_unread(
    opened: Opener, signed_in: Any, story: str, addresses: dict[str, str]
) -> None:
    page = opened(story, storage_state=signed_in, java_script_enabled=False)
    page.locator("[data-key=m][value=unread]").click()
    expect(page).to_have_url(re.compile(r"/en/$"))
    page.locator(f"article:has(a[href='{story}'])").first.wait_for()
    assert page.locator(f".card--read:has(a[href='{story}'])").count() == 0
    page.goto(addresses["article"])
    expect(page.locator("[data-key=m]")).to_have_attribute("value", "unread")


def test_an_answer_that_is_lost_is_asked_for_again_with_the_same_key(
    carried: BrowserContext, line: Between, story: str
) -> None:
    page = opened_with_worker(carried, story)
    name = page.locator("form[data-act=star] button").get_attribute("value") or ""
    line.losing = {name}
    press(page, "star")
    while line.losing:
        page.wait_for_timeout(100)
    page.reload()
    await_sent(page)
    first, second = [sent for sent in acted(line) if sent[0] == name]
    assert first == second
    page.reload()
    expect(page.locator("form[data-act=star] button")).not_to_have_attribute("value", name)


def test_what_is_refused_is_told_in_the_language_of_the_page(
    carried: BrowserContext, addresses: dict[str, str]
) -> None:
    page = opened_with_worker(carried, addresses["ko article"])
    carried.set_offline(True)
    page.evaluate(f"({ACT})('star', 999999)")
    waits(page, "star")
    carried.set_offline(False)
    await_sent(page)
    refused = page.locator("[data-outbox-refused]")
    expect(refused.locator("span")).to_have_text("이 이야기는 사라졌습니다")
    refused.locator("button").click()
    expect(refused).to_be_hidden()


def test_two_tabs_send_each_act_once(carried: BrowserContext, line: Between, story: str) -> None:
    first = opened_with_worker(carried, story)
    second = opened_with_worker(carried, story)
    line.acts.clear()
    carried.set_offline(True)
    for page in (first, second, first):
        page.evaluate(f"({ACT})('read', 1)")
    until(first, f"({WAITING}).then(acts => acts.length === 3)")
    carried.set_offline(False)
    await_sent(first)
    keys = [key for _, key in acted(line)]
    assert len(keys) == len(set(keys)) == 3


def test_a_new_version_takes_over_from_an_old_worker(carried: BrowserContext, line: Between, story: str) -> None:
    page = opened_with_worker(carried, "/en/")
    code = page.evaluate("fetch('/sw.js').then(answer => answer.text())")
    version = re.search(r'const VERSION = "(\w+)"', code)
    assert version
    line.versions["/sw.js"] = code.replace(version[1], "newer").encode()
    page.goto(story)
    page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    until(page, "caches.keys().then(names => names.includes('shell newer'))")
    until(page, f"caches.keys().then(names => !names.includes('shell {version[1]}'))")
    carried.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px", "the style sheet is missing"


def test_what_is_saved_is_there_without_a_network_though_it_was_never_opened_here(
    carried: BrowserContext, addresses: dict[str, str]
) -> None:
    page = opened_with_worker(carried, "/en/")
    page.evaluate("path => navigator.serviceWorker.controller.postMessage({keep: path})", addresses["ko article"])
    number = addresses["ko article"].split("/")[3]
    kept = "caches.open('saved 2').then(cache => cache.keys())"
    until(page, f"{kept}.then(keys => keys.some(one => one.url.includes('/article/{number}/')))")
    page.wait_for_timeout(1000)
    carried.set_offline(True)
    page.goto(addresses["ko article"])
    expect(page.locator(".body")).to_be_visible()
    pictures = page.locator(".article .figure img")
    for picture in pictures.all():
        assert picture.evaluate("one => one.decode().then(() => one.naturalWidth > 0, () => false)")
    carried.set_offline(False)


def test_private_pages_are_forgotten_at_sign_out(browser: Browser, line: Between, signed_in: Any) -> None:
    context = browser.new_context(base_url=line.address, storage_state=signed_in)
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    page = opened_with_worker(context, "/en/")
    page.goto("/en/history")
    until(page, "caches.match('/en/history', {ignoreVary: true}).then(Boolean)")
    page.goto("/en/account")
    page.goto("/en/following")
    until(page, "caches.match('/en/following', {ignoreVary: true}).then(Boolean)")
    assert not page.evaluate("caches.match('/en/account', {ignoreVary: true}).then(Boolean)")
    context.clear_cookies(name="sessionid")
    page.goto("/en/")
    until(page, "caches.has('private 2').then(has => !has)")
    context.set_offline(True)
    page.goto("/en/history")
    expect(page.locator("h1")).to_have_text(re.compile("No network"))
    context.close()


@both_ways
def test_saving_and_following_work_without_javascript_too(
    opened: Opener, signed_in: Any, addresses: dict[str, str], script: bool
) -> None:
    page = opened(addresses["category"], java_script_enabled=script, storage_state=signed_in)
    page.locator("main h2 a[href*='/story/']").last.click()
    title = page.locator("h1").inner_text()
    star = page.locator("form[data-act=star] button")
    expect(star).to_have_attribute("aria-pressed", "false")
    with page.expect_response(lambda one: one.request.method == "POST"):
        star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    page.goto("/en/saved")
    expect(page.locator("main .rows")).to_contain_text(title)
    page.locator(f"main a:text-is({title!r})").first.click()
    with page.expect_response(lambda one: one.request.method == "POST"):
        star.click()
    expect(star).to_have_attribute("aria-pressed", "false")


def test_without_an_account_the_browser_keeps_what_is_saved(opened: Opener, addresses: dict[str, str]) -> None:
    page = opened(addresses["article"])
    title = page.locator("h1").inner_text()
    page.locator("form[data-local] button").click()
    expect(page.locator("form[data-local] button")).to_have_attribute("aria-pressed", "true")
    page.goto("/en/saved")
    expect(page.locator("main .rows a")).to_have_text(title)
    page.locator("main .rows button").click()
    expect(page.locator("[data-saved-empty]")).to_be_visible()


def test_without_javascript_nothing_is_offered_that_does_not_work(opened: Opener, addresses: dict[str, str]) -> None:
    page = opened(addresses["article"], java_script_enabled=False)
    expect(page.locator("form[data-local] button")).to_be_hidden()
    page.goto("/en/saved")
    expect(page.locator("[data-saved-empty]")).to_be_visible()
    expect(page.locator("[data-saved-rows]")).to_be_hidden()


@both_ways
def test_a_chosen_theme_shows_from_the_first_moment(opened: Opener, addresses: dict[str, str], script: bool) -> None:
    page = opened("/en/settings", java_script_enabled=script, color_scheme="light")
    page.locator("label:has(input[name=theme][value=dark])").click()
    page.locator("label:has(input[name=size][value=larger])").click()
    if not script:
        page.locator(".look__apply").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    answer = page.goto(addresses["article"])
    assert answer
    assert re.search(r'<html[^>]* data-theme="dark" data-size="larger"', answer.text())
    background = page.evaluate("getComputedStyle(document.body).backgroundColor") if script else "rgb(18, 21, 20)"
    assert background == "rgb(18, 21, 20)"


def test_the_front_page_marks_what_is_new_since_the_last_visit_here(opened: Opener) -> None:
    page = opened("/en/")
    expect(page.locator(".fresh")).to_have_count(0)
    page.evaluate("localStorage.setItem('visits', `${Date.now() - 30 * 86400000} 0`)")
    page.reload()
    expect(page.locator("main .fresh").first).to_be_visible()


def test_a_push_is_shown_and_leads_to_its_story(whole_browser: Browser, site: str, story: str) -> None:
    context = whole_browser.new_context(base_url=site, permissions=["notifications"])
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    page = opened_with_worker(context, "/en/")
    session = context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    registrations: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: registrations.extend(one["registrationId"] for one in event["registrations"]),
    )
    page.reload()
    until(page, CONTROLLED)
    for _ in range(50):
        if registrations:
            break
        page.wait_for_timeout(100)
    told = f'{{"title": "Lamp lit", "body": "Tide Courier", "url": "{story}", "tag": "story 1", "unread": 3}}'
    facts = {"origin": site, "registrationId": registrations[0], "data": told}
    shown = """navigator.serviceWorker.ready.then(one => one.getNotifications())
      .then(all => all.map(one => `${one.title} ${one.body} ${one.data.url}`).join())"""
    for _ in range(10):  # asked in the moment of showing, a browser may forget; the next takes its place
        session.send("ServiceWorker.deliverPushMessage", facts)
        page.wait_for_timeout(500)
        if page.evaluate(shown):
            break
    until(page, f"({shown}).then(text => text !== '')")
    assert page.evaluate(shown) == f"Lamp lit Tide Courier {story}"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_grave_on_a_readers_pages(
    opened: Opener, signed_in: Any, addresses: dict[str, str], language: str, scheme: str
) -> None:
    page = opened(f"/{language}/settings", storage_state=signed_in, color_scheme=scheme)
    assert violations(page) == []
    shared = f"/{language}/share?url=https://elsewhere.example/a"
    for path in (f"/{language}/saved", f"/{language}/following", f"/{language}/history", shared):
        page.goto(path)
        assert violations(page) == [], path
        for size in (PHONE, DESKTOP):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], path
    page.goto(addresses["article"])
    page.locator("details.looks summary").click()
    assert violations(page) == []
