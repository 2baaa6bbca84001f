"""Pictures of the demo edition for the README: `python -m tests.browser.screenshots docs/img`."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
START_SECONDS = 120.0
FEWEST_STORIES = 40
QUIET_SECONDS = 8.0
DESKTOP, PHONE = (1280, 1000), (390, 844)

Theme = Literal["light", "dark"]


def main(folder: Path) -> None:
    """Write the pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with demo() as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        front = f"{root}/en/"
        with page_at(browser, front, DESKTOP) as page:
            save(page, folder / "front.png")
            story = fullest_story(page)
        with page_at(browser, story, DESKTOP) as page:
            save(page, folder / "story.png")
            article = page.evaluate("document.querySelector('.report__title a').href")
        shots: list[tuple[str, str, tuple[int, int], Theme]] = [
            ("article.png", article, DESKTOP, "light"),
            ("front-phone.png", front, PHONE, "light"),
            ("front-dark.png", front, DESKTOP, "dark"),
            ("front-ar.png", f"{root}/ar/", DESKTOP, "light"),
        ]
        for name, url, size, theme in shots:
            with page_at(browser, url, size, theme) as page:
                save(page, folder / name)
        browser.close()


@contextmanager
def demo() -> Iterator[str]:
    """Serve the demo edition from a fresh data directory until it is no longer needed."""
    with TemporaryDirectory() as data, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        command = ["octavo", "up", "--demo", "--data", data, "--port", str(port)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            root = f"http://127.0.0.1:{port}"
            await_stories(root)
            yield root
        finally:
            process.terminate()
            process.wait(30)


def await_stories(root: str) -> None:
    """Return once the front page is full and changes no more; raises TimeoutError where it stays empty."""
    give_up = time.monotonic() + START_SECONDS
    before: list[bytes] = []
    while time.monotonic() < give_up:
        links = story_links(root)
        if len(links) >= FEWEST_STORIES and links == before:
            return
        before = links
        time.sleep(QUIET_SECONDS)
    raise TimeoutError(f"no front page within {START_SECONDS:.0f} seconds")


def story_links(root: str) -> list[bytes]:
    """Return the links to stories and sections on the front page, in its order; none while nothing answers."""
    try:
        with urlopen(f"{root}/en/", timeout=5) as response:
            return re.findall(rb'href="/en/(?:story|category)/[^"]+"', response.read())
    except OSError:
        return []


def fullest_story(page: Page) -> str:
    """Return the address of the story on the page that has the most leaves."""
    return str(
        page.evaluate(
            "[...document.querySelectorAll('.card')].map(card => [card.querySelectorAll('.leaves rect').length,"
            " card.querySelector('.headline a').href]).sort((a, b) => b[0] - a[0])[0][1]"
        )
    )


@contextmanager
def page_at(browser: Browser, url: str, size: tuple[int, int], theme: Theme = "light") -> Iterator[Page]:
    """Open `url` in a window of `size` pixels and wait for its pictures and fonts."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=theme)
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    yield page
    context.close()


def save(page: Page, path: Path) -> None:
    """Write what the window shows as a PNG that is packed well."""
    Image.open(BytesIO(page.screenshot())).convert("RGB").save(path, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
