"""A real Chromium before a real `octavo up --demo`."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

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
SETTLED_SECONDS = 5.0
"""The demo is complete when its front pages have stayed the same for so long."""
EXPECTED = ("status of 404", "net::ERR_FAILED")
"""What Chromium says of pages that are missing on purpose, and of pictures that a worker could not get offline."""
PATIENCE_MILLISECONDS = 10_000
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}

Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the demo; yield its address once all its stories are there."""
    directory: Path = tmp_path_factory.mktemp("site")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        str(Path(sys.executable).with_name("octavo")),
        "up",
        "--demo",
        "--data",
        str(directory),
        "--port",
        str(port),
    ]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OCTAVO_")}
    with (directory / "up.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            _await_news(f"http://127.0.0.1:{port}", process, directory / "up.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(30)


def _await_news(site: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    give_up, since, seen = time.monotonic() + START_SECONDS, time.monotonic(), [""]
    while time.monotonic() - since < SETTLED_SECONDS or not all(seen):
        if process.poll() is not None or time.monotonic() > give_up:
            pytest.fail(f"octavo up --demo did not get its stories: {log.read_text()}")
        time.sleep(0.5)
        now = [_stories(f"{site}/{language}/") for language in LANGUAGES]
        if now != seen:
            since, seen = time.monotonic(), now


def _stories(url: str) -> str:
    try:
        with urlopen(url, timeout=10) as answer:
            return " ".join(re.findall(r'href="/\w+/story/[^"]+"', answer.read().decode()))
    except URLError:
        return ""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.fail("there is no chromium on this machine; `make browser` installs it")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, site: str) -> Iterator[Opener]:
    """Yield a function that opens a path of the site, and judge what the pages asked for and said when done."""
    contexts: list[BrowserContext] = []
    foreign: list[str] = []
    complaints: list[str] = []

    def note(request: Request) -> None:
        if urlsplit(request.url).hostname != "127.0.0.1" and not request.url.startswith("data:"):
            foreign.append(request.url)

    def open_page(path: str, *, status: int = 200, **options: object) -> Page:
        options = {"viewport": DESKTOP, "service_workers": "block", **options}
        context = browser.new_context(base_url=site, **options)  # type: ignore[arg-type]
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
    """Return one address of each kind of page, found by following links as a reader would."""
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()

    def first(path: str, kind: str) -> str:
        page.goto(path)
        found = page.locator(f'main a[href*="/{kind}/"]').first.get_attribute("href")
        assert found, f"no {kind} on {path}"
        return found.partition("?")[0]

    story = first("/en/search?q=Tarvan+earthquake", "article")
    story = first(story, "story")
    found = {
        "front": "/en/",
        "story": story,
        "article": first(story, "article"),
        "hashtag": first(story, "hashtag"),
        "category": first(story, "category"),
        "publisher": first(story, "publisher"),
        "search": "/en/search?q=Tarvan",
    }
    threads = (f"/en/thread/{number}" for number in range(1, 500))
    found["thread"] = next(path for path in threads if context.request.get(path).ok)
    for language in ("ar", "ko"):
        found[f"{language} front"] = f"/{language}/"
        found[f"{language} story"] = first(f"/{language}/", "story")
        found[f"{language} article"] = first(found[f"{language} story"], "article")
    context.close()
    return found
