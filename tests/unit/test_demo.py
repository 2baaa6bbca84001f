"""The demo web: its feeds, pages and pictures, and whether its articles are what their labels say."""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import combinations
from xml.etree import ElementTree

import feedparser
import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from octavo.core.text import tokens
from octavo.core.types import CopyKind, Request, Response, Verdict
from octavo.demo import Publisher, Web
from octavo.demo.content import tables
from tests.farm import Truth, truths

NOW = datetime(2026, 6, 24, 12, 30, tzinfo=UTC)
WEB = Web(NOW)
TRUTHS = truths(NOW)


def get(url: str, etag: str = "", last_modified: str = "") -> Response:
    found = WEB.respond(Request(url, etag, last_modified))
    assert found is not None
    return found


def feed_links(body: bytes) -> list[str]:
    """The entries' addresses of a feed of any of the five kinds, in its order."""
    if body.startswith(b"{"):
        return [item["url"] for item in json.loads(body)["items"]]
    if b"<urlset" in body:
        places = ElementTree.fromstring(body).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
        return [place.text or "" for place in places]
    parsed = feedparser.parse(body)
    assert not parsed.bozo
    return [entry.link for entry in parsed.entries]


def title_shown(body: bytes) -> str:
    page = LexborHTMLParser(body.decode())
    node = page.css_first("h1") or page.css_first("h3.heading")
    assert node is not None
    return str(node.text(strip=True))


def shingles(truth: Truth) -> set[tuple[str, ...]]:
    found = tokens("\n".join(truth.paragraphs))
    return {tuple(found[i : i + 4]) for i in range(len(found) - 3)}


def containment(part: Truth, whole: Truth) -> float:
    return len(shingles(part) & shingles(whole)) / len(shingles(part))


def test_web_has_the_breadth_it_promises() -> None:
    languages = Counter(publisher.languages[0] for publisher in WEB.publishers)
    assert len(WEB.publishers) >= 14
    assert {"en", "ko", "de", "es", "ar"} <= languages.keys()
    assert min(languages.values()) >= 2
    assert len(TRUTHS) >= 80
    assert len({truth.published.date() for truth in TRUTHS.values()}) >= 4


def test_hosts_are_reserved_and_names_are_distinct() -> None:
    assert all(publisher.host.endswith(".example") for publisher in WEB.publishers)
    assert len({publisher.name for publisher in WEB.publishers}) == len(WEB.publishers)
    assert len({table["id"] for table in tables()}) == len(list(tables())) == len(TRUTHS)


@pytest.mark.parametrize("publisher", WEB.publishers, ids=lambda publisher: publisher.host)
def test_feeds_hold_every_article_of_their_publisher(publisher: Publisher) -> None:
    expected = {url for url, truth in TRUTHS.items() if truth.publisher == publisher.name}
    for url in publisher.feed_urls:
        answer = get(url)
        assert answer.status == 200
        assert set(feed_links(answer.body)) == expected


@pytest.mark.parametrize("publisher", WEB.publishers, ids=lambda publisher: publisher.host)
def test_feeds_answer_conditional_requests(publisher: Publisher) -> None:
    for url in publisher.feed_urls:
        headers = get(url).headers
        assert get(url, etag=headers["etag"]).status == 304
        assert get(url, last_modified=headers["last-modified"]).status == 304
        assert get(url, etag='"older"', last_modified=headers["last-modified"]).status == 200


def test_all_five_kinds_of_feed_occur() -> None:
    kinds = {get(url).headers["content-type"].partition(";")[0] for p in WEB.publishers for url in p.feed_urls}
    assert kinds == {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/xml",
    }


@pytest.mark.parametrize("truth", TRUTHS.values(), ids=lambda truth: truth.id)
def test_page_shows_its_article(truth: Truth) -> None:
    answer = get(truth.url)
    if not truth.has_page:
        assert answer.status == 404
        return
    assert answer.status == 200
    page = LexborHTMLParser(answer.body.decode())
    assert page.root is not None
    assert page.root.attributes["lang"] == truth.language
    assert page.root.attributes["dir"] == ("rtl" if truth.language == "ar" else "ltr")
    if truth.verdict is not Verdict.INDEX:
        assert title_shown(answer.body) == truth.title
    if truth.verdict is Verdict.ARTICLE:
        text = page.body.text() if page.body else ""
        assert [line for line in truth.paragraphs if line not in text] == []


def test_paywall_keeps_its_text_back() -> None:
    (closed,) = (truth for truth in TRUTHS.values() if truth.verdict is Verdict.STUB)
    text = get(closed.url).body.decode()
    assert closed.paragraphs[1] not in text
    assert '"isAccessibleForFree": false' in text


def test_pages_carry_no_labels() -> None:
    labels = {label for truth in TRUTHS.values() for label in (truth.id, truth.event, truth.thread)}
    for url in TRUTHS:
        text = get(url).body.decode()
        assert [label for label in labels if label in text] == []


def test_homes_icons_and_robots_are_there() -> None:
    for publisher in WEB.publishers:
        home = LexborHTMLParser(get(publisher.home_url).body.decode())
        named = {link.attributes["href"] for link in home.css("link[rel=alternate]")}
        robots = get(publisher.home_url + "robots.txt").body.decode()
        assert all(url in named or url in robots for url in publisher.feed_urls)
        for icon in home.css("link[rel=icon]"):
            assert get(icon.attributes["href"] or "").status == 200
        Image.open(BytesIO(get(publisher.home_url + "favicon.ico").body)).verify()


def test_two_thirds_of_the_articles_have_a_picture() -> None:
    pictures = []
    for url, truth in TRUTHS.items():
        if truth.has_page:
            meta = LexborHTMLParser(get(url).body.decode()).css_first('meta[property="og:image"]')
            pictures += [meta.attributes["content"] or ""] if meta else []
    assert 0.55 < len(pictures) / len(TRUTHS) < 0.8
    for address in pictures[::6]:
        picture = Image.open(BytesIO(get(address).body))
        assert (picture.format, picture.size) == ("JPEG", (1200, 800))


def test_unknown_hosts_and_paths_are_told_apart() -> None:
    assert WEB.respond(Request("https://elsewhere.example/")) is None
    assert get(WEB.publishers[0].home_url + "no-such-page").status == 404


def test_address_is_carried_into_every_link() -> None:
    moved = Web(NOW, lambda host: f"http://{host.removesuffix('.example')}.localhost:8123")
    for publisher in moved.publishers:
        for url in (publisher.home_url, *publisher.feed_urls):
            answer = moved.respond(Request(url))
            assert answer is not None
            assert b".localhost:8123" in answer.body
            assert b"https://" + publisher.host.encode() not in answer.body


def test_now_alone_moves_the_times_and_never_the_addresses() -> None:
    later = truths(NOW + timedelta(days=3))
    assert later.keys() == TRUTHS.keys()
    assert all(later[url].published - truth.published == timedelta(days=3) for url, truth in TRUTHS.items())
    again = Web(NOW).respond(Request(WEB.publishers[0].feed_urls[0]))
    assert again is not None
    assert again.body == get(WEB.publishers[0].feed_urls[0]).body


def test_copies_are_what_they_are_labelled() -> None:
    copies = [(truth, TRUTHS[truth.copy_of.url], truth.copy_of.kind) for truth in TRUTHS.values() if truth.copy_of]
    assert {kind for _, _, kind in copies} == set(CopyKind)
    for copy, original, kind in copies:
        assert copy.published > original.published
        assert (copy.event, copy.language) == (original.event, original.language)
        if kind is CopyKind.EXACT:
            assert copy.paragraphs == original.paragraphs
        elif kind is CopyKind.NEAR:
            assert 0.6 <= containment(copy, original) < 1
        else:
            assert copy.paragraphs == original.paragraphs[: len(copy.paragraphs)]
            assert len(copy.paragraphs) < len(original.paragraphs)


def test_texts_that_are_no_copies_are_differently_worded() -> None:
    own = [truth for truth in TRUTHS.values() if truth.copy_of is None]
    alike = [
        (one.id, other.id)
        for one, other in combinations(own, 2)
        if one.language == other.language and max(containment(one, other), containment(other, one)) >= 0.25
    ]
    assert alike == []


def test_events_are_covered_widely() -> None:
    coverage = Counter(truth.event for truth in TRUTHS.values())
    languages = {event: {t.language for t in TRUTHS.values() if t.event == event} for event in coverage}
    wide = [event for event, count in coverage.items() if count >= 3]
    assert len(wide) >= 8
    assert sum(len(languages[event]) >= 2 for event in wide) >= 5
    threads = {
        truth.thread: {t.event for t in TRUTHS.values() if t.thread == truth.thread} for truth in TRUTHS.values()
    }
    assert sum(len(events) >= 3 for events in threads.values()) >= 2


def test_datelines_and_agencies_stand_in_the_texts_that_claim_them() -> None:
    for truth in TRUTHS.values():
        assert truth.dateline in truth.paragraphs[0]
        assert truth.agency in "\n".join(truth.paragraphs)


def test_no_placeholder_is_left_over() -> None:
    assert [truth.id for truth in TRUTHS.values() if "{" in "\n".join((truth.title, *truth.paragraphs))] == []
