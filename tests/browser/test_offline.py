"""The installed app without a network."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

AWAIT_WORKER = "navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)"


def _with_worker(opened: Opener) -> Page:
    page = opened("/en/", service_workers="allow")
    page.evaluate(AWAIT_WORKER)
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    return page


def test_what_was_opened_can_be_read_without_a_network(opened: Opener, addresses: dict[str, str]) -> None:
    page = _with_worker(opened)
    for path in ("/en/", addresses["story"]):
        page.goto(path, wait_until="networkidle")
    headline = page.locator("h1").inner_text()
    page.context.set_offline(True)
    page.goto("/en/")
    expect(page.locator("main h2 a").first).to_be_visible()
    page.goto(addresses["story"])
    expect(page.locator("h1")).to_have_text(headline)
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px", "the style sheet is missing"
    page.goto(addresses["article"])
    expect(page.locator("main a[href='/en/']")).to_be_visible()


def test_a_page_is_the_newest_while_there_is_a_network(opened: Opener) -> None:
    page = _with_worker(opened)
    page.goto("/en/", wait_until="networkidle")
    page.evaluate("""async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        await cache.put("/en/", new Response("<h1>old</h1>", {headers: {"content-type": "text/html"}}));
      }
    }""")
    page.goto("/en/")
    expect(page.locator("main h2 a").first).to_be_visible()


def test_old_shells_are_forgotten(opened: Opener) -> None:
    page = _with_worker(opened)
    page.evaluate("""async () => {
      await caches.open("shell of long ago");
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.unregister();
    }""")
    page.goto("/en/")
    page.evaluate(AWAIT_WORKER)
    page.wait_for_function("caches.keys().then(names => !names.includes('shell of long ago'))")
