"""What a page keeps until there is a network, looked at from outside."""

import time

from playwright.sync_api import Page

from tests.browser.conftest import PATIENCE_MILLISECONDS

WAITING = """new Promise(done => {
  const opening = indexedDB.open("octavo");
  opening.onsuccess = () => {
    const asked = opening.result.transaction("acts").objectStore("acts").getAll();
    asked.onsuccess = () => { opening.result.close(); done(asked.result.map(one => one.act.act)); };
  };
})"""


def until(page: Page, expression: str) -> None:
    """Wait until a page finds that `expression` holds. Playwright's own way needs `eval`, which no page allows."""
    give_up = time.monotonic() + PATIENCE_MILLISECONDS / 1000
    while not page.evaluate(expression):
        assert time.monotonic() < give_up, expression
        page.wait_for_timeout(100)


def waits(page: Page, *acts: str) -> None:
    until(page, f"({WAITING}).then(acts => acts.join(' ') === {' '.join(acts)!r})")


def await_sent(page: Page) -> None:
    until(page, f"({WAITING}).then(acts => acts.length === 0)")
