"""Pictures of the demo edition for the README: `python -m tests.browser.screenshots docs/img`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.serving import chromium, demo_site

DESKTOP, PHONE = (1280, 1000), (390, 844)

Theme = Literal["light", "dark"]


def main(folder: Path) -> None:
    """Write the pictures into `folder`."""
    with TemporaryDirectory() as data, demo_site(Path(data)) as root, chromium() as browser:
        take(browser, root, folder)


def take(browser: Browser, root: str, folder: Path) -> None:
    """Write pictures of the demo edition at `root` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    front = f"{root}/en/"
    with page_at(browser, front, DESKTOP) as page:
        save(page, folder / "front.png")
        story = fullest_story(page)
    with page_at(browser, story, DESKTOP) as page:
        save(page, folder / "story.png")
        article = page.evaluate("document.querySelector('.report__title a').href")
        page.evaluate("document.querySelector('#reports-title').scrollIntoView()")
        save(page, folder / "reports.png")
    shots: list[tuple[str, str, tuple[int, int], Theme]] = [
        ("article.png", article, DESKTOP, "light"),
        ("article-dark.png", article, PHONE, "dark"),
        ("front-phone.png", front, PHONE, "light"),
        ("front-dark.png", front, DESKTOP, "dark"),
        ("front-ar.png", f"{root}/ar/", DESKTOP, "light"),
    ]
    for name, url, size, theme in shots:
        with page_at(browser, url, size, theme) as page:
            save(page, folder / name)


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
