"""A page to an article: invented publishers, everything that a news page has around its text."""

from datetime import UTC, datetime
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.core.types import Entry, Image, MediaFile, Verdict
from octavo.extract import extract, from_entry

URL = "https://courier.example/2031/03/sea-wall?from=home"
PARAGRAPHS = [
    "PORT ALDER, Aldermark (AFP) -- The council of Port Alder voted on Sunday to rebuild the sea wall in four places.",
    "Mayor Ilse Brandt said that the first stones would be laid in May, and that boats could stay in the harbour.",
    "Engineers expect the wall to cost 42 million crowns, a third of which the regional government has promised.",
    "Fishermen welcomed the vote, though some of them fear a summer of dust and noise along the inner harbour.",
]
LEAD = "After the January storms the town decides to build higher, and to pay for most of it alone."
PAGE = f"""<!DOCTYPE html><html lang="de"><head><title>Port Alder rebuilds its sea wall | The Courier</title>
<meta property="og:title" content="Port Alder rebuilds its sea wall | The Courier">
<meta property="og:site_name" content="The Courier"><meta name="description" content="{LEAD}">
<meta property="og:image" content="/wall.jpg"><meta property="og:image:alt" content="The wall">
<meta name="robots" content="index, noarchive"><meta name="tdm-reservation" content="1">
<link rel="canonical" href="https://courier.example/2031/03/sea-wall">
<script type="application/ld+json">{{"@graph": [{{"@type": "WebSite", "name": "x"}}, {{"@type": "NewsArticle",
"headline": "Port Alder rebuilds its sea wall", "author": [{{"@id": "#ada"}}, {{"name": "Max Frank"}}],
"datePublished": "2031-03-09T08:30:00+09:00", "dateModified": "2031-03-09T10:00:00+09:00",
"articleSection": "Region", "keywords": ["sea wall", "storms"], "publisher": {{"name": "The Courier"}}}},
{{"@id": "#ada", "@type": "Person", "name": "Ada Byron"}}]}}</script></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><article><h1>Port Alder rebuilds its sea wall</h1><p class="intro">{LEAD}</p>
<div class="byline">By Ada Byron</div>
<div class="share-bar"><a href="#">Share</a></div><div class="body">
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>
<figure><img data-src="/stones.jpg" alt="Stones"><figcaption>Stones wait at the quay.</figcaption></figure>
<aside class="newsletter">Sign up for the newsletter, every morning at six, free of charge.</aside>
<h2>What it costs</h2><p>{PARAGRAPHS[2]}</p><ul><li>Stone: 20 million</li><li>Work: 22 million</li></ul>
<p><a href="/other">Read more: the storms of January</a></p>
<p>{PARAGRAPHS[3]} <a href="/vote">The vote</a> was close.</p>
</div><div class="related"><a href="/a">Fleet leaves early</a></div></article></main>
<footer>All rights reserved by The Courier, Harbour Street 1, Port Alder.</footer></body></html>"""


def test_the_whole_article() -> None:
    article = extract(PAGE, URL, headers={"X-Robots-Tag": "noai"})
    assert article.verdict is Verdict.ARTICLE
    assert article.url == "https://courier.example/2031/03/sea-wall"
    assert article.title == "Port Alder rebuilds its sea wall"
    assert article.text.split("\n") == [
        LEAD, PARAGRAPHS[0], PARAGRAPHS[1], "What it costs", PARAGRAPHS[2], "Stone: 20 million", "Work: 22 million",
        f"{PARAGRAPHS[3]} The vote was close.",
    ]  # fmt: skip
    assert article.authors == ("Ada Byron", "Max Frank")
    assert (article.agency, article.dateline) == ("AFP", "PORT ALDER, Aldermark")
    assert article.published == datetime(2031, 3, 8, 23, 30, tzinfo=UTC)
    assert article.published_precision_seconds == 1
    assert article.updated == datetime(2031, 3, 9, 1, 0, tzinfo=UTC)
    assert article.language == "en"
    assert article.image == Image("https://courier.example/wall.jpg", "The wall")
    assert (article.publisher, article.section, article.tags) == ("The Courier", "Region", ("sea wall", "storms"))
    assert article.robots == ("noarchive", "noai", "tdm-reserved")


def test_html_keeps_what_a_reader_needs() -> None:
    html = extract(PAGE, URL).html
    assert '<figure><img alt="Stones" src="https://courier.example/stones.jpg">' in html
    assert "<figcaption>Stones wait at the quay.</figcaption>" in html
    assert "<h2>What it costs</h2>" in html
    assert "<li>Stone: 20 million</li>" in html
    assert '<a href="https://courier.example/vote" rel="noopener nofollow">The vote</a>' in html
    assert "newsletter" not in html


def test_a_feed_entry_fills_what_the_page_leaves_open() -> None:
    entry = Entry(
        "1", URL, "Entry title", authors=("Lea Roth",), published=datetime(2031, 3, 1, tzinfo=UTC), tags=("a",)
    )
    article = extract(
        f"<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>", "https://a.example/x", entry=entry
    )
    assert (article.title, article.authors, article.tags) == ("Entry title", ("Lea Roth",), ("a",))
    assert article.published == entry.published


def test_an_entry_alone_makes_an_article_that_says_so() -> None:
    entry = Entry("1", URL, "A <title>", content=f"<p>{PARAGRAPHS[0]}</p><script>x()</script><p onclick=x()>Ende.</p>")
    article = from_entry(entry, URL, "robots")
    assert article.reasons == ("page-not-fetched: robots",)
    assert article.text == f"{PARAGRAPHS[0]}\nEnde."
    assert article.html == f"<p>{PARAGRAPHS[0]}</p><p>Ende.</p>"
    assert (article.agency, article.language) == ("AFP", "en")


FULL = Entry("1", URL, "The wall", content="".join(f"<p>{line}</p>" for line in PARAGRAPHS))


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<div id=app></div>", "The wall"),
        ("<title>Just a moment</title><meta name=robots content=noindex><p>Checking your browser.</p>", "The wall"),
        (f'<meta property="og:type" content="article"><h1>Sea wall</h1><p>{PARAGRAPHS[1]}</p>', "Sea wall"),
    ],
)
def test_the_feeds_text_stands_in_for_a_page_that_shows_none(html: str, title: str) -> None:
    article = extract(html, URL, entry=FULL)
    assert (article.verdict, article.reasons[0], article.title) == (Verdict.ARTICLE, "text-from-feed", title)
    assert article.text.split("\n") == PARAGRAPHS
    assert article.agency == "AFP"
    assert article.robots == extract(html, URL).robots


def test_what_is_another_kind_of_page_stays_so_whatever_the_feed_delivers() -> None:
    assert extract(page(f"<p>{PARAGRAPHS[0]}</p>", LOCKED), URL, entry=FULL).verdict is Verdict.STUB


def test_a_feed_with_little_more_than_the_page_changes_nothing() -> None:
    html = page("".join(f"<p>{line}</p>" for line in PARAGRAPHS[1:]))
    assert extract(html, URL, entry=FULL).text == extract(html, URL).text


def page(body: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


LINKS = "<ul>" + "".join(f'<li><a href="/{i}">Headline number {i} of the day</a></li>' for i in range(40)) + "</ul>"
VIDEO = '<script type="application/ld+json">{"@type": "VideoObject", "name": "The wall"}</script>'
LOCKED = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
LIVE = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Vote"}</script>'


@pytest.mark.parametrize(
    ("html", "verdict", "reason"),
    [
        (page(f"<p>{PARAGRAPHS[0]}</p><p>Subscribe to continue reading.</p>", LOCKED), Verdict.STUB, "not-free"),
        (page(LINKS), Verdict.INDEX, "mostly-links"),
        (page("".join(f"<p>{line}</p>" for line in PARAGRAPHS), LIVE), Verdict.LIVE, "live-ticker"),
        (page("<p>Watch the wall being built, stone by stone.</p>", VIDEO), Verdict.MEDIA, "media-page"),
        (page("<h1>Oops</h1>", "<title>404 Not Found</title>"), Verdict.NONE, "error-page"),
        (
            page("<p>We use cookies. Accept all cookies to read on, or change your consent here.</p>"),
            Verdict.NONE,
            "consent-page",
        ),
        ("", Verdict.NONE, "no-text"),
    ],
)
def test_what_is_no_article_says_what_it_is(html: str, verdict: Verdict, reason: str) -> None:
    article = extract(html, "https://courier.example/x")
    assert (article.verdict, article.reasons[0]) == (verdict, reason)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        ("<p>Größe und Straße</p>".encode("utf-8-sig"), {}),
        ("<p>Größe und Straße</p>".encode("utf-16"), {}),
        ("<p>Größe und Straße</p>".encode("cp1252"), {"Content-Type": "text/html; charset=ISO-8859-1"}),
        ('<meta charset="windows-1252"><p>Größe und Straße</p>'.encode("cp1252"), {}),
        ("<p>Größe und Straße</p>".encode(), {"content-type": "text/html; charset=no-such-thing"}),
    ],
)
def test_encodings(body: bytes, headers: dict[str, str]) -> None:
    assert "Größe und Straße" in extract(body, headers=headers).text + extract(body, headers=headers).html


def test_korean_bytes_without_any_claim() -> None:
    body = "<p>한솔시는 올해 안에 새 도서관 다섯 곳을 차례로 연다고 밝혔다.</p>".encode("euc-kr")
    assert "도서관" in extract(body * 3).text


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "deep" + "</div>" * 100_000,
        "<b><i>" * 20_000 + "x",
        "<table><tr><td>" * 3_000 + "x",
        "\x00\x01<p>\ud800</p>",
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>",
        "<a href='http://[::1'>x</a><link rel=canonical href='http://[bad'><img src='http://[x'>"
        + f"<p>{PARAGRAPHS[0]}</p>" * 9,
        "<p>" + "a " * 500_000,
    ],
    ids=["deep", "unclosed", "tables", "surrogate", "json", "addresses", "long"],
)
def test_hostile_pages_never_raise(html: str) -> None:
    assert extract(html, "https://a.example/").verdict in Verdict


def test_a_page_as_large_as_any_is_read_in_seconds() -> None:
    link = f'<p><a href="https://a.example/a">{PARAGRAPHS[0][:60]}</a></p>'
    began = process_time()
    assert extract(link * (9_900_000 // len(link)), "https://a.example/").verdict is Verdict.INDEX
    assert process_time() - began < 15


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div class=ad>", "<a href=x>", "</a>", "<br>", "Wort ", "“;", "<!--", "<h1>", "<table>"]
        )
    )
)
def test_any_soup_gives_an_article(pieces: list[str]) -> None:
    article = extract("".join(pieces))
    assert "<script" not in article.html
    assert article.text == "\n".join(line.strip() for line in article.text.split("\n") if line.strip())


@pytest.mark.parametrize("head", ["", VIDEO, LOCKED], ids=["empty", "media", "stub"])
def test_an_entry_that_brings_its_recording_is_no_less_for_a_page_that_only_presents_it(head: str) -> None:
    episode = Entry(
        "1", URL, "The wall, told", summary="<p>Two hours.</p>", media=(MediaFile("https://a.example/1.mp3"),)
    )
    assert extract(page("<p>Play</p>", head), URL, entry=episode).verdict is not Verdict.ARTICLE
    episode = episode._replace(media=(MediaFile("https://a.example/1.mp3", "audio/mpeg"),))
    article = extract(page("<p>Play</p>", head), URL, entry=episode)
    assert (article.verdict, article.title, article.text) == (Verdict.ARTICLE, "The wall, told", "Two hours.")
    assert (article.reasons[0], article.media) == ("text-from-feed", episode.media)
