"""What every page must be: accessible, steady, light, readable at every width."""

import re
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route

from tests.browser.conftest import DESKTOP, PHONE, Opener

pytestmark = pytest.mark.browser

KINDS = ("front", "story", "article", "thread", "hashtag", "category", "publisher", "search", "compare", "why", "about")
MADE = ("briefing", "summary", "translation", "listen", "sent")
ELSEWHERE = ("ar front", "ar story", "ar article", "ko front", "ko story", "ko article", "ar briefing")
FIRST_PAGE_BYTES = 300_000
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
LAYOUT_SHIFT = 0.02
WIDTHS = (320, 390, 768, 1024, 1280, 1920)

WATCH_SHIFTS = """
window.shifts = 0;
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifts += one.value;
}).observe({type: "layout-shift", buffered: true});
"""


def _violations(page: Page) -> list[str]:
    found = Axe().run(page, options=WCAG).response["violations"]
    return [f"{one['id']}: {[node['html'][:120] for node in one['nodes'][:3]]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", [*KINDS, *MADE, *ELSEWHERE])
def test_axe_finds_no_violation(opened: Opener, addresses: dict[str, str], kind: str, scheme: str) -> None:
    assert _violations(opened(addresses[kind], color_scheme=scheme)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_a_phone_or_a_missing_page(
    opened: Opener, addresses: dict[str, str], scheme: str
) -> None:
    assert _violations(opened(addresses["front"], color_scheme=scheme, viewport=PHONE)) == []
    assert _violations(opened("/ar/none", status=404, color_scheme=scheme)) == []


@pytest.mark.parametrize("kind", [*KINDS, *MADE, *ELSEWHERE])
def test_no_page_is_wider_than_the_screen(opened: Opener, addresses: dict[str, str], kind: str) -> None:
    page = opened(addresses[kind])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_no_missing_page_is_wider_than_the_screen(opened: Opener, language: str) -> None:
    page = opened(f"/{language}/none", status=404)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def _late(route: Route) -> None:
    """Let a typeface or a script come when the page has long been shown, as on a slow network."""
    time.sleep(0.3)
    route.continue_()


@pytest.mark.parametrize("kind", ["front", "story", "article"])
def test_nothing_jumps_while_a_page_loads(opened: Opener, addresses: dict[str, str], kind: str) -> None:
    for size in (PHONE, DESKTOP):
        page = opened("/en/offline", viewport=size)
        page.add_init_script(WATCH_SHIFTS)
        page.route(re.compile(r"\.(woff2|js)$"), _late)
        page.goto(addresses[kind], wait_until="networkidle")
        assert page.evaluate("window.shifts") <= LAYOUT_SHIFT


@pytest.mark.parametrize("kind", ["front", "story", "article"])
def test_the_first_page_is_light(opened: Opener, addresses: dict[str, str], kind: str) -> None:
    page = opened("/healthz", viewport=PHONE, device_scale_factor=2)
    sizes: dict[str, int] = {}
    page.on("requestfinished", lambda one: sizes.update({one.url: one.sizes()["responseBodySize"]}))
    page.goto(addresses[kind], wait_until="networkidle")
    assert sum(sizes.values()) < FIRST_PAGE_BYTES, sizes


def test_every_picture_on_the_front_page_shows(opened: Opener, addresses: dict[str, str]) -> None:
    page = opened("/healthz")
    kinds: dict[str, str] = {}
    page.on("response", lambda one: kinds.update({one.url: one.headers.get("content-type", "")}))
    page.goto(addresses["front"])
    for picture in page.locator("main img").all():
        picture.scroll_into_view_if_needed()
        picture.evaluate("one => one.complete || new Promise(done => { one.onload = one.onerror = done; })")
    pictures = [kind for url, kind in kinds.items() if "/picture/" in url]
    assert len(pictures) > 5
    assert set(pictures) == {"image/avif"}
    address = page.locator("main img").first.get_attribute("src")
    assert address
    older = page.request.get(address, headers={"Accept": "image/webp,*/*"})
    assert (older.headers["content-type"], older.headers["vary"]) == ("image/webp", "Accept")


CLIPPED = """
() => [...document.querySelectorAll(
  ".fact, .fact + .when, .byline > :not(.byline__original), .margin__facts > li"
)].filter(one => {
  const row = one.parentElement.getBoundingClientRect(), words = document.createRange();
  words.selectNodeContents(one);
  return [...words.getClientRects()].some(box => box.width && (box.left < row.left - 1 || box.right > row.right + 1));
}).map(one => one.textContent)
"""
CRAMPED = """
() => [...document.querySelectorAll(".fact, .byline > a")].filter(one => {
  const next = one.nextElementSibling, words = [document.createRange(), document.createRange()];
  if (!next || Math.abs(next.getBoundingClientRect().top - one.getBoundingClientRect().top) > 4) return false;
  [one, next].forEach((each, place) => words[place].selectNodeContents(each));
  const [a, b] = words.map(each => each.getBoundingClientRect());
  return Math.max(a.left - b.right, b.left - a.right) < 6;
}).map(one => one.textContent)
"""


@pytest.mark.parametrize("kind", ["front", "story", "article", "why", "ar story", "/en/editions", "/ar/editions"])
def test_facts_in_a_row_stay_whole_and_apart(opened: Opener, addresses: dict[str, str], kind: str) -> None:
    """Dots between them are clipped away at a line's beginning, words never; names of the other direction too."""
    page = opened(addresses.get(kind, kind))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(CLIPPED) == [], width
        assert page.evaluate(CRAMPED) == [], width
