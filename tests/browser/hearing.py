"""Recordings, as a reader comes by them."""

from playwright.sync_api import Page, expect


def heard(page: Page, patience: int) -> float:
    """Return how many seconds the recording of a page for listening lasts; record it where no earlier visit did.

    patience: milliseconds that the recording may take.
    """
    player, record = page.locator("audio.player"), page.get_by_role("button", name="Record it")
    expect(player.or_(record)).to_be_visible()
    if record.count():
        record.click()
    player.wait_for(timeout=patience)
    player.evaluate("one => one.readyState > 0 || new Promise(done => { one.onloadedmetadata = done; })")
    return float(player.evaluate("one => one.duration"))
