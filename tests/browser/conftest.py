"""A real Chromium before a real `octavo up --demo`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.acceptance.processes import run
from tests.browser.serving import chromium, demo_site, whole_chromium
from tests.browser.ways import addresses_of

EXPECTED = ("status of 404", "status of 422", "net::ERR_FAILED")
"""What Chromium says of pages that are missing on purpose, of forms that are filled in wrong, and of pictures that a
worker could not get offline."""
PATIENCE_MILLISECONDS = 30_000
"""What a loaded machine may take."""
READER, PASSWORD = "Wren", "a-lamp-for-Almera-84"
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}

Opener = Callable[..., Page]

expect.set_options(timeout=PATIENCE_MILLISECONDS)


@pytest.fixture(scope="session")
def site_directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demo keeps its house, and what it says."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site(site_directory: Path) -> Iterator[str]:
    """Run the demo; yield its address once all its stories are there."""
    with demo_site(site_directory) as address:
        yield address


@pytest.fixture(scope="session")
def signed_in(browser: Browser, site: str, site_directory: Path) -> Any:
    """Make a person of the house, and return the browser state in which they are signed in."""
    made = run("user", "create-admin", READER, data=site_directory / "house", text=f"{PASSWORD}\n")
    assert made.returncode == 0, made.stderr
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MILLISECONDS)
    page.goto("/en/sign-in")
    page.locator("main [name=login]").fill(READER)
    page.locator("main [name=password]").fill(PASSWORD)
    page.locator("main [name=password]").press("Enter")
    page.locator("details.person").wait_for()
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def whole_browser(browser: Browser) -> Iterator[Browser]:
    with whole_chromium(browser) as started:
        yield started


@pytest.fixture
def opened(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Opener]:
    """Yield a function that opens a path of the demo, or of the site `base_url`, and judge the pages when done."""
    contexts: list[BrowserContext] = []
    foreign: list[str] = []
    complaints: list[str] = []

    def note(request: Request) -> None:
        if urlsplit(request.url).hostname != "127.0.0.1" and not request.url.startswith("data:"):
            foreign.append(request.url)

    def open_page(path: str, *, status: int = 200, **options: object) -> Page:
        options = {"viewport": DESKTOP, "service_workers": "block", **options}
        options["base_url"] = options.get("base_url") or request.getfixturevalue("site")
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        context.on("request", note)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MILLISECONDS)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        answer = page.goto(path)
        assert answer
        assert answer.status == status
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert foreign == []
    assert [one for one in complaints if not any(expected in one for expected in EXPECTED)] == []


@pytest.fixture(scope="session")
def addresses(browser: Browser, site: str) -> dict[str, str]:
    """Return one address of each kind of page."""
    return addresses_of(browser, site)
