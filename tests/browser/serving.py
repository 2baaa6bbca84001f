"""The demo edition as anyone runs it, and the browser that looks at it."""

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserType, sync_playwright

from tests.acceptance.processes import running

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LANGUAGES = ("en", "ko", "de", "es", "ar")
START_SECONDS = 120.0
QUIET_SECONDS = 5.0
"""The demo is complete when its front pages have stayed the same for so long."""


@contextmanager
def demo_site(directory: Path) -> Iterator[str]:
    """Run `octavo up --demo` on fresh data; yield its address once all its stories are there.

    Raises RuntimeError where they do not come.
    """
    with running(directory / "house", "--demo") as site:
        _await_stories(site)
        yield site


def _await_stories(site: str) -> None:
    give_up, since, seen = time.monotonic() + START_SECONDS, time.monotonic(), [""]
    while time.monotonic() - since < QUIET_SECONDS or not all(seen):
        if time.monotonic() > give_up:
            raise RuntimeError("octavo up --demo did not get its stories")
        time.sleep(0.5)
        now = [_links(f"{site}/{language}/") for language in LANGUAGES]
        if now != seen:
            since, seen = time.monotonic(), now


def _links(url: str) -> str:
    """Return a front page's links to stories and sections, in its order; "" while nothing answers."""
    try:
        with urlopen(url, timeout=10) as answer:
            return " ".join(re.findall(r'<h\d[^>]*><a href="(/\w+/(?:story|category)/[^"]+)"', answer.read().decode()))
    except URLError:
        return ""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium, without the window's own pages where that is installed: a quarter of the work.

    Raises RuntimeError where there is neither.
    """
    with sync_playwright() as playwright, _launched(playwright.chromium, "chromium-headless-shell", "chromium") as one:
        yield one


@contextmanager
def whole_chromium(beside: Browser) -> Iterator[Browser]:
    """Start the Chromium that people use, which alone shows notifications, from where `beside` was started."""
    with _launched(beside.browser_type, "chromium") as one:
        yield one


@contextmanager
def _launched(kind: BrowserType, *names: str) -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, names)), None)
    if not path:
        raise RuntimeError(f"there is no {names[-1]} on this machine; `make browser` installs it")
    browser = kind.launch(executable_path=path, args=ARGUMENTS)
    yield browser
    browser.close()
