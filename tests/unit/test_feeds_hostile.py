"""No bytes may take the reader down, stall it, or come out unfit to be stored."""

import gzip
import subprocess
import sys
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.core.types import ParsedFeed, Refusal
from octavo.feeds import parse

ENOUGH_BYTES = 64 * 2**20
"""On top of the body itself, which is at most 10 MB: it may be copied a few times."""
ENOUGH_SECONDS = 10.0
"""The slowest of these takes about two seconds on a busy machine with two cores."""

SEEDS = (
    b'<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>P</title>'
    b"<ttl>5</ttl><item><title>A &amp; B</title><link>https://post.example/a</link><guid>1</guid><pubDate>Tue, 24 Jun "
    b"2025 09:00:00 GMT</pubDate><dc:creator>Ada</dc:creator><description><![CDATA[<p>x</p>]]></description></item>"
    b"<item><title>C</title><link>https://post.example/c</link></item></channel></rss>",
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title><entry><id>1</id><title type="html">A</title>'
    b'<link href="/a"/><updated>2025-06-24T09:00:00Z</updated><content type="xhtml"><div>x</div></content></entry>'
    b"</feed>",
    b'{"version":"https://jsonfeed.org/version/1.1","title":"P","items":[{"id":"1","url":"/a","content_html":"<p>x</p>"}]}',
    b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://post.example/a</loc></url></urlset>',
)
SPLINTERS = (
    b"<",
    b">",
    b"&",
    b"]]>",
    b"<![CDATA[",
    b"\x00",
    b"\xff",
    b"<item>",
    b"</item>",
    b'"',
    b"<!--",
    b"<?",
    b"{",
)


def _is_fit(result: ParsedFeed | Refusal) -> bool:
    """Tell whether a result could be stored: no NUL, no lone surrogates, keys distinct, links of the web."""
    if isinstance(result, Refusal):
        return result.reason != "unreadable" and bool(result.detail)
    text = repr(result) + "".join(entry.title + entry.content + entry.summary + entry.key for entry in result.entries)
    text.encode("utf-8")
    keys = [entry.key for entry in result.entries]
    links = [entry.url for entry in result.entries if entry.url]
    return (
        "\x00" not in text
        and len(set(keys)) == len(keys)
        and all(keys)
        and all(link.startswith(("http://", "https://")) for link in links)
    )


@given(st.binary(max_size=400))
def test_any_bytes(body: bytes) -> None:
    assert _is_fit(parse(body))


@given(st.text(max_size=300))
def test_any_text_inside_a_feed(text: str) -> None:
    body = f"<rss><channel><item><title>A</title><description>{text}</description></item></channel></rss>"
    assert _is_fit(parse(body.encode("utf-8", "replace")))


@settings(max_examples=300)
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 600), st.integers(0, 40), st.sampled_from(SPLINTERS)), min_size=1, max_size=6),
)
def test_mutated_feeds(body: bytes, cuts: list[tuple[int, int, bytes]]) -> None:
    for start, length, splinter in cuts:
        body = body[:start] + splinter + body[start + length :]
    assert _is_fit(parse(body, "https://post.example/rss"))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_cut(seed: bytes) -> None:
    for end in range(0, len(seed), 7):
        assert _is_fit(parse(seed[:end]))


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        (b"", b"<?"),
        (b"", b"<?>"),
        (b"", b"<!--"),
        (b"", b"<!DOCTYPE ["),
        (b"<rss><channel>", b"<skipHours "),
        (b"<rss><channel>", b"<skipDays "),
        (b"<rss><channel><item><title>A</title><", b"a"),
        (b"<rss><channel><item><title>", b"&#55357;"),
    ],
)
def test_four_times_as_much_takes_some_four_times_as_long(start: bytes, piece: bytes) -> None:
    few, many = (min(_seconds(start + piece * count) for _ in range(3)) for count in (5_000, 20_000))
    assert many < max(8 * few, 0.05)


def _seconds(body: bytes) -> float:
    began = process_time()
    parse(body)
    return process_time() - began


BOMB = (
    b'<!DOCTYPE rss [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, (b"&%c;" % (97 + n)) * 10) for n in range(9))
    + b"]><rss><channel><item><title>&j;</title><link>https://post.example/a</link></item></channel></rss>"
)
GROWN = """
import resource, sys
from octavo.feeds import parse
parse(b"<rss><channel><item><title>A &</title></item></channel></rss>")
start = b"<rss><channel><item><title>First</title></item>"
body = start + sys.argv[1].encode() * (10_000_000 // len(sys.argv[1]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
parse(body, "https://post.example/rss")
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024)
"""
"""Prints by how many bytes a process grows that reads 10 MB of one piece."""
FILE_ENTITY = (
    b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>A &x;</title>'
    b"<description>&x;</description></item></channel></rss>"
)


def _in_item(filler: bytes) -> bytes:
    return b"<rss><channel><item><title>A</title><description>" + filler + b"</description></item></channel></rss>"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(BOMB, id="entity bomb"),
        pytest.param(_in_item(b"<a>" * 300_000 + b"</a>" * 300_000), id="deep and closed"),
        pytest.param(_in_item(b"<a>" * 1_000_000), id="deep and open"),
        pytest.param(b"<rss><channel>" + b"<item>" * 500_000, id="nested items"),
        pytest.param(b"<rss><channel>" + b"<item><title>A</title></item>" * 200_000, id="endless items"),
        pytest.param(_in_item(b"<!--" * 500_000), id="open comments"),
        pytest.param(_in_item(b"<![CDATA[" * 300_000), id="open sections"),
        pytest.param(_in_item(b"&" * 3_000_000), id="ampersands"),
        pytest.param(_in_item(b"<img " * 500_000), id="open images"),
        pytest.param(_in_item(b"&lt;img " * 500_000), id="open images, escaped"),
        pytest.param(_in_item(b"<a href='" * 300_000), id="open attributes"),
        pytest.param(
            b"<rss><channel><item><title>" + b"&lt;!--" * 500_000 + b"</title></item></channel></rss>", id="title"
        ),
        pytest.param(b"<rss " + b"a='1' " * 500_000 + b"><channel/></rss>", id="attributes"),
        pytest.param(
            b"<rss " + b" ".join(b"a%d='<'" % number for number in range(90_000)) + b"><channel/></rss>",
            id="different attributes",
        ),
        pytest.param(b"<!--" + b"-" * 5_000_000, id="one comment"),
        pytest.param(b"<!DOCTYPE " + b"[" * 3_000_000, id="document type"),
        pytest.param(b'{"items":' + b"[" * 5_000_000, id="deep JSON"),
        pytest.param(
            b'{"version":"https://jsonfeed.org/version/1","items":[' + b"{}," * 1_000_000 + b"{}]}", id="JSON"
        ),
        pytest.param(b"<urlset>" + b"<url>" * 1_000_000, id="deep sitemap"),
        pytest.param(b"<urlset>" + b"<url><loc>https://a.example/</loc></url>" * 200_000, id="endless sitemap"),
        pytest.param(b" " * 9_000_000 + b"<rss/>", id="white space"),
        pytest.param(b"\xff\xfe" + b"<\x00" * 1_000_000, id="UTF-16"),
    ],
)
def test_hostile_feeds_cost_little(body: bytes) -> None:
    started = process_time()
    assert _is_fit(parse(body, "https://post.example/rss"))
    assert process_time() - started < ENOUGH_SECONDS


@pytest.mark.parametrize("piece", ["<item><title>A</title></item>", "<item>", "<item><title>A</title><a>", "<a>"])
def test_hostile_feeds_take_little_memory(piece: str) -> None:
    ended = subprocess.run([sys.executable, "-c", GROWN, piece], capture_output=True, text=True, check=True)
    assert int(ended.stdout) < ENOUGH_BYTES


def test_more_entries_than_are_kept_are_told_of() -> None:
    items = b"".join(b"<item><title>%d %s</title></item>" % (n, b"x" * 200) for n in range(6_000))
    feed = parse(b"<rss><channel><title>P</title>" + items + b"</channel></rss>")
    assert isinstance(feed, ParsedFeed)
    assert len(feed.entries) == 5_000
    assert any("more than 5000 entries" in problem for problem in feed.problems)


def test_entities_neither_expand_nor_read_files() -> None:
    for body in (BOMB, FILE_ENTITY):
        feed = parse(body)
        assert isinstance(feed, ParsedFeed)
        assert "root:" not in repr(feed)
        assert len(repr(feed)) < 5_000


def test_a_body_that_names_a_file_or_an_address_is_not_opened() -> None:
    for body in (b"/etc/passwd", b"http://127.0.0.1:9/feed", b"file:///etc/passwd"):
        refusal = parse(body)
        assert isinstance(refusal, Refusal)
        assert refusal.reason == "not-a-feed"


@pytest.mark.parametrize("seed", SEEDS)
def test_a_compressed_file_is_read_as_what_it_holds(seed: bytes) -> None:
    assert parse(gzip.compress(seed), "https://post.example/") == parse(seed, "https://post.example/")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (gzip.compress(bytes(2**24), mtime=0), "too-large"),
        (gzip.compress(SEEDS[0], mtime=0)[:10], "empty"),
        (b"\x1f\x8bnot gzip at all", "not-a-feed"),
    ],
)
def test_compressed_files_are_bounded_and_may_be_broken(body: bytes, reason: str) -> None:
    found = parse(body)
    assert isinstance(found, Refusal)
    assert found.reason == reason
