"""Pages that scripts fill: rendered by a real Chromium that has no way to the network but the door."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from octavo.core.types import Refusal, Request, Response, Verdict
from octavo.extract import extract
from octavo.extract.shell import is_shell
from octavo.fetch import constants
from octavo.fetch.rendering import Renderer
from tests.integration.doors import opened
from tests.integration.sites import Site

pytestmark = pytest.mark.xdist_group("rendering")

SHELL = """<!doctype html><html lang="en"><head><title>The Elster Post</title></head><body>
<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>
<script src="{script}"></script></body></html>"""
SENTENCE = "The new bridge over the Elster opens on Monday, two years after the old one was closed to all traffic. "
APP = """
const root = document.getElementById("root");
fetch("/data.json").then((answer) => answer.json()).then((story) => {
  const text = story.text.map((one) => `<p>${one}</p>`).join("");
  root.innerHTML = `<article><h1>${story.title}</h1>${text}</article>`;
});
"""
STRAY = """
const elsewhere = "http://paper.localhost:PORT";
new Image().src = elsewhere + "/picture";
navigator.sendBeacon(elsewhere + "/beacon", "x");
fetch(elsewhere + "/posted", { method: "POST", body: "x" });
fetch("http://10.0.0.1/inside"); fetch("http://127.0.0.1:PORT/with-a-number");
try { new WebSocket("ws://127.0.0.1:PORT/socket"); } catch {}
try { new EventSource(elsewhere + "/events"); } catch {}
const link = document.createElement("link"); link.rel = "prefetch"; link.href = elsewhere + "/prefetched";
const style = document.createElement("link"); style.rel = "stylesheet"; style.href = elsewhere + "/style";
const frame = document.createElement("iframe"); frame.src = elsewhere + "/frame";
document.head.append(link, style); document.body.append(frame);
navigator.serviceWorker?.register("/worker.js").catch(() => {});
"""


@contextmanager
def app_site() -> Iterator[Site]:
    """Serve a site whose /shell shows an article once its scripts have run."""
    site = Site()
    site.say("/shell", SHELL.format(script="/app.js"), Content_Type="text/html", X_Robots_Tag="noarchive")
    site.say("/app.js", APP, Content_Type="text/javascript")
    with site.serving():
        text = ", ".join(f'"{SENTENCE * 4}"' for _ in range(4))
        site.say("/data.json", f'{{"title": "The bridge opens", "text": [{text}]}}', Content_Type="application/json")
        yield site


@pytest.fixture
def site() -> Iterator[Site]:
    with app_site() as site:
        yield site


def rendered(*urls: str) -> list[Response | Refusal]:
    """Return the pages at `urls` as one browser fills them."""

    async def run() -> list[Response | Refusal]:
        renderer = Renderer()
        try:
            async with opened() as door:
                pages = [await door.get(Request(url)) for url in urls]
                assert all(isinstance(page, Response) for page in pages)
                return [await renderer.render(door, page) for page in pages if isinstance(page, Response)]
        finally:
            await renderer.close()

    return asyncio.run(run())


def test_a_shell_becomes_the_article_that_its_scripts_show(site: Site) -> None:
    (page,) = rendered(site.url("/shell"))
    assert isinstance(page, Response)
    assert page.url == site.url("/shell")
    assert page.headers["x-robots-tag"] == "noarchive"
    article = extract(page.body, page.url, headers=page.headers)
    assert (article.verdict, article.title) == (Verdict.ARTICLE, "The bridge opens")
    assert article.text.count("over the Elster") == 16
    assert site.asked == {"/shell": 1, "/app.js": 1, "/data.json": 1}


def test_nothing_goes_round_the_door(site: Site) -> None:
    site.say("/stray.js", STRAY.replace("PORT", str(site.port)), Content_Type="text/javascript")
    site.say("/stray", SHELL.format(script="/stray.js"), Content_Type="text/html")
    (page,) = rendered(site.url("/stray"))
    assert isinstance(page, Response)
    assert set(site.asked) - {"/with-a-number"} == {"/stray", "/stray.js"}
    assert {headers["user-agent"] for _, _, headers, _ in site.requests} == {constants.USER_AGENT}
    assert {method for method, *_ in site.requests} == {"GET"}


@pytest.mark.parametrize(
    "script", ["for (;;) {}", "const all = []; for (;;) all.push(new Array(1e6).fill(1));", "location = '/shell'"]
)
def test_a_page_that_misbehaves_is_left_and_the_next_one_rendered(
    site: Site, script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "RENDER_SECONDS", 8.0)
    monkeypatch.setattr(constants, "RENDER_SETTLE_SECONDS", 4.0)
    site.say("/bad.js", script, Content_Type="text/javascript")
    site.say("/bad", SHELL.format(script="/bad.js"), Content_Type="text/html")
    _, page = rendered(site.url("/bad"), site.url("/shell"))
    assert isinstance(page, Response)
    assert b"over the Elster" in page.body


def test_without_a_browser_the_reason_says_what_is_missing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("octavo.fetch.rendering.BROWSERS", ())
    (page,) = rendered(site.url("/shell"))
    assert isinstance(page, Refusal)
    assert (page.stage, page.reason) == ("render", "no-browser")
    assert "Chromium" in page.detail


def test_shells_are_told_from_pages_that_are_short_and_pages_that_are_not(site: Site) -> None:
    async def pages() -> list[bool]:
        site.say("/plain", f"<html><body><article><h1>It opens</h1><p>{SENTENCE * 9}</p></article></body></html>")
        site.say(
            "/scripted", f"<html><script>1</script><body><article><h1>A</h1><p>{SENTENCE * 9}</p></article></body>"
        )
        async with opened() as door:
            found = [await door.get(Request(site.url(path))) for path in ("/shell", "/plain", "/scripted", "/nothing")]
            return [isinstance(page, Response) and is_shell(page) for page in found]

    assert asyncio.run(pages()) == [True, False, False, False]
