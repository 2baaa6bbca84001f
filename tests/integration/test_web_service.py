"""What stands behind the pages: caching, security headers, pictures, files, the demo's originals, query counts."""

import io
import re
from typing import TYPE_CHECKING

import pytest

from octavo.config.settings import Settings

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.xdist_group("web")

MOST_QUERIES = 24
VERSION_QUERIES = 4


@pytest.fixture
def client(house: Settings) -> "Client":
    from django.test import Client

    return Client(headers={"host": "localhost"})


def fill(stories_count: int) -> None:
    """Keep stories of two reports and a copy each, with pictures and hashtags."""
    from octavo.sources.models import Publisher
    from tests.integration.newspaper import article, copy, publisher, story

    names = ("Tide Courier", "Brisk Gazette", "Echo Daily")
    by = [Publisher.objects.filter(name=name).first() or publisher(name) for name in names]
    for number in range(stories_count):
        picture = {"image_url": f"https://tide.example/{number}.jpg"}
        first = article(by[0], f"Report {number} of the harbour", **picture)
        second = article(by[1], f"Harbour report {number}")
        story(first, copy(first, by[2]), second, category=("sport", "health", "society")[number % 3], tags=["Harbour"])


def paths() -> list[str]:
    from octavo.editions.reading import article_page, story_page
    from octavo.extract.models import Article
    from octavo.stories.models import Story
    from octavo.web import addresses

    story = story_page(Story.objects.order_by("id")[0].pk, "en")
    article = article_page(Article.objects.order_by("id")[0].pk, "en")
    assert story
    assert article
    return [
        "/en/",
        addresses.story_url(story.story),
        addresses.article_url(article.card),
        addresses.thread_url(story.story.thread_id, story.story.slug),
        "/en/hashtag/Harbour",
        "/en/category/sport",
        "/en/publisher/tide-courier",
        "/en/search?q=harbour",
    ]


def test_no_page_asks_more_with_more_stories(client: "Client") -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def counts() -> dict[str, int]:
        found = {}
        for path in paths():
            with CaptureQueriesContext(connection) as queries:
                assert client.get(path).status_code == 200
            found[path] = len(queries)
        return found

    fill(3)
    few = counts()
    fill(30)
    assert counts() == few
    assert max(few.values()) <= MOST_QUERIES


def test_every_page_is_under_the_strict_policy_and_needs_nothing_inline(client: "Client") -> None:
    fill(2)
    for path in [*paths(), "/en/offline", "/en/none"]:
        answer = client.get(path)
        policy = answer.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        text = answer.content.decode()
        assert not re.search(r"<[^>]+\s(?:style|on\w+)=", text), path
        assert not re.search(r"<style|<script(?![^>]*(?:src=|application/ld\+json))", text), path
        assert not re.search(r'(?:src|srcset)="(?!/)', text), path


def test_an_unchanged_page_is_not_sent_again(client: "Client") -> None:
    from tests.integration.newspaper import article, publisher, story

    fill(1)
    tag = client.get("/en/").headers["etag"]
    again = client.get("/en/", headers={"if-none-match": tag})
    if again.status_code != 304:
        tag = again.headers["etag"]
        again = client.get("/en/", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    story(article(publisher("Late Edition"), "Something new"))
    assert client.get("/en/", headers={"if-none-match": tag}).status_code == 200


def test_an_unchanged_page_is_not_made_again(client: "Client") -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    fill(3)
    queries_counts: dict[str, list[tuple[int, bytes]]] = {}
    for _ in range(3):
        with CaptureQueriesContext(connection) as queries:
            answer = client.get("/en/")
        queries_counts.setdefault(answer.headers["etag"], []).append((len(queries), answer.content))
    again = next(counts for counts in queries_counts.values() if len(counts) > 1)
    assert again[-1][0] <= VERSION_QUERIES
    assert again[-1][1] == again[0][1]


def test_texts_are_compressed_for_browsers_that_take_it(client: "Client") -> None:
    from octavo.web.assets import STYLE, asset_url

    for path in ("/en/", asset_url(STYLE)):
        assert client.get(path, headers={"accept-encoding": "gzip"}).headers["content-encoding"] == "gzip"
    font = client.get(asset_url("fonts/public-sans-latin-wght-normal.woff2"), headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in font.headers


def test_files_are_kept_for_good_under_their_contents_address(client: "Client") -> None:
    from octavo.web.assets import STYLE, asset_url

    answer = client.get(asset_url(STYLE))
    assert "immutable" in answer.headers["cache-control"]
    assert b"asset:" not in answer.content
    for address in re.findall(rb"url\((/static/[^)]+)\)", answer.content):
        assert "immutable" in client.get(address.decode()).headers["cache-control"], address
    assert "immutable" not in client.get(f"/static/0000000000/{STYLE}").headers["cache-control"]


@pytest.mark.parametrize("path", ["../assets.py", "%2e%2e/assets.py", "css", "none.css", "//etc/passwd"])
def test_no_other_file_is_served(client: "Client", path: str) -> None:
    assert client.get(f"/static/0000000000/{path}").status_code == 404


def test_the_app_can_be_installed(client: "Client") -> None:
    facts = client.get("/manifest.webmanifest").json()
    sizes = set()
    for icon in facts["icons"]:
        answer = client.get(icon["src"])
        assert answer.status_code == 200
        sizes.add(icon["sizes"])
    assert {"192x192", "512x512"} <= sizes
    worker = client.get("/sw.js")
    assert worker.headers["cache-control"] == "no-cache"
    assert b"__" not in worker.content
    shell = worker.content.decode().partition("const SHELL")[2].partition("const LANGUAGES")[0]
    for path in re.findall(r'"(/[^"]+)"', shell):
        assert client.get(path).status_code == 200, path


def test_health_is_told(client: "Client") -> None:
    assert client.get("/healthz").json()["status"] == "ok"


def test_pictures_come_only_from_signed_addresses(client: "Client") -> None:
    from octavo.web.addresses import picture_url

    address = picture_url("https://tide.example/a.jpg", 320)
    _, _, signature, _, encoded = address.split("/")
    for bad in (f"/picture/{signature}/640/{encoded}", f"/picture/{signature}x/320/{encoded}", "/picture/x/320/%F0"):
        assert client.get(bad).status_code == 404


def test_a_missing_picture_leaves_a_calm_surface(client: "Client") -> None:
    from octavo.web.addresses import picture_url

    answer = client.get(picture_url("https://no-such-host.invalid/a.jpg", 320))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert "immutable" not in answer.headers["cache-control"]


def test_the_demos_pictures_and_originals_are_served(client: "Client", house: Settings) -> None:
    from PIL import Image

    from octavo import demo
    from octavo.core.clock import utc_now
    from octavo.web.addresses import picture_url

    web = demo.web_at(demo.begin(house.data, utc_now()))
    publisher = web.publishers[0]
    original = client.get(f"/demo/{publisher.host}/")
    assert "sandbox" in original.headers["content-security-policy"]
    assert publisher.name in original.content.decode()
    picture = re.search(r'(?:src|href)="/demo/([^"]+\.jpg)"', original.content.decode())
    assert picture
    answer = client.get(picture_url(f"https://{picture[1]}", 320))
    assert answer.headers["content-type"] == "image/webp"
    with Image.open(io.BytesIO(answer.content)) as image:
        assert image.width == 320
    for path in ("/demo/127.0.0.1/", "/demo/octavo.invalid/x", f"/demo/{publisher.host}/none", "/demo/none.example/"):
        assert client.get(path).status_code == 404, path


@pytest.mark.parametrize(
    ("html", "wanted", "expected"),
    [
        ("<p>One two.</p><p>Three.</p>", "two.", '<p>One <mark id="passage">two.</mark></p><p>Three.</p>'),
        ("<p>A <b>bold</b> word</p>", "bold word", '<p>A <b><mark id="passage">bold</mark></b><mark> word</mark></p>'),
        ("<p>1 &lt; 2 &amp; 3</p>", "< 2 &", '<p>1 <mark id="passage">&lt; 2 &amp;</mark> 3</p>'),
        ("<p>None of it</p>", "elsewhere", "<p>None of it</p>"),
        ("<p>None of it</p>", "  ", "<p>None of it</p>"),
    ],
)
def test_a_passage_is_marked_across_tags(house: Settings, html: str, wanted: str, expected: str) -> None:
    from octavo.web.passages import marked

    assert marked(html, wanted) == expected


def test_offsets_that_name_nothing_mark_nothing(house: Settings) -> None:
    from octavo.web.passages import passage

    assert passage("Some text", "5", "9") == "text"
    for begins, ends in (("", ""), ("9", "5"), ("-1", "3"), ("x", "y"), ("0", "99999"), ("٣", "٤"), ("50", "60")):
        assert passage("Some text", begins, ends) == "", (begins, ends)
