"""Feeds in every format, and the dirt that publishers' systems put into them. All news here is invented."""

from datetime import UTC, datetime
from typing import Any

import pytest

from octavo.core.types import Entry, MediaFile, ParsedFeed, Refusal
from octavo.feeds import parse, quick

NS = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
)


def rss(items: str, channel: str = "") -> bytes:
    head = f"<title>The Elster Post</title><link>https://post.example/</link>{channel}"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {NS}><channel>{head}{items}</channel></rss>'.encode()
    )


def atom(entries: str, head: str = "") -> bytes:
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Elster Post</title><id>tag:post.example</id>{head}'
        f"{entries}</feed>"
    ).encode()


def item(body: str) -> str:
    return f"<item>{body}</item>"


def read(body: bytes, url: str = "https://post.example/rss", **options: Any) -> ParsedFeed:
    feed = parse(body, url, **options)
    assert isinstance(feed, ParsedFeed), feed
    return feed


def only(body: bytes, url: str = "https://post.example/rss", **options: Any) -> Entry:
    (entry,) = read(body, url, **options).entries
    return entry


PLAIN_ITEM = item(
    "<title>Ferry line opens</title><link>https://post.example/ferry</link><guid isPermaLink='false'>p1</guid>"
    "<dc:creator>Ada Quill</dc:creator><pubDate>Tue, 24 Jun 2025 09:00:00 +0900</pubDate><category>Harbour</category>"
    "<description><![CDATA[<p>It opens.</p>]]></description>"
    '<media:content url="https://post.example/small.jpg" medium="image" width="100"/>'
    '<media:content url="https://post.example/large.jpg" medium="image" width="900"/>'
)


def test_hours_that_no_day_has_are_not_skipped() -> None:
    hours = "".join(f"<hour>{hour}</hour>" for hour in ("99", "25", "-1", "x", " 7 ", "24"))
    assert read(rss(PLAIN_ITEM, f"<skipHours>{hours}</skipHours>")).skip_hours == (0, 7)


def test_rss_gives_every_field() -> None:
    feed = read(
        rss(
            PLAIN_ITEM,
            "<language>en-GB</language><ttl>20</ttl><skipHours><hour>1</hour><hour>24</hour></skipHours>"
            '<image><url>/icon.png</url></image><atom:link rel="hub" href="https://hub.example/"/>'
            '<atom:link rel="self" href="https://post.example/rss"/>',
        )
    )
    assert (feed.kind, feed.title, feed.language, feed.ttl_seconds) == ("rss", "The Elster Post", "en", 1200)
    assert feed.skip_hours == (0, 1)
    assert (feed.hub, feed.self_url) == ("https://hub.example/", "https://post.example/rss")
    assert (feed.home_url, feed.icon) == ("https://post.example/", "https://post.example/icon.png")
    assert feed.entries == (
        Entry(
            key="p1",
            url="https://post.example/ferry",
            title="Ferry line opens",
            summary="<p>It opens.</p>",
            authors=("Ada Quill",),
            published=datetime(2025, 6, 24, tzinfo=UTC),
            image="https://post.example/large.jpg",
            tags=("Harbour",),
        ),
    )
    assert feed.problems == ()


def test_plain_feeds_take_the_fast_reader() -> None:
    assert quick.read(rss(PLAIN_ITEM)) is not None
    assert (
        quick.read(atom('<entry><title>A</title><id>1</id><link href="https://post.example/a"/></entry>')) is not None
    )


def test_both_readers_agree_on_a_plain_feed() -> None:
    patient = rss(PLAIN_ITEM, '<atom:link rel="self" xml:base="https://post.example/" href="rss"/>')
    assert quick.read(patient) is None
    assert read(patient).entries == read(rss(PLAIN_ITEM)).entries


def test_atom() -> None:
    entry = only(
        atom(
            '<entry><id>tag:1</id><title type="html">&lt;b&gt;Fog&lt;/b&gt; &amp;amp; frost</title>'
            '<link rel="enclosure" href="/fog.mp3" type="audio/mpeg"/><link rel="alternate" href="/fog"/>'
            "<published>2025-06-24T08:00:00Z</published><updated>2025-06-24T09:00:00Z</updated><author><name>Ada Quill"
            '</name></author><author><name>Bo Reed</name></author><category term="weather" label="Weather"/>'
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Fog <em>stays</em>.</p></div></content>'
            "</entry>"
        )
    )
    assert (entry.title, entry.url, entry.authors) == (
        "Fog & frost",
        "https://post.example/fog",
        ("Ada Quill", "Bo Reed"),
    )
    assert (entry.published, entry.updated) == (
        datetime(2025, 6, 24, 8, tzinfo=UTC),
        datetime(2025, 6, 24, 9, tzinfo=UTC),
    )
    assert "<em>stays</em>" in entry.content
    assert entry.tags == ("Weather",)
    assert entry.media == (MediaFile("https://post.example/fog.mp3", "audio/mpeg"),)


def test_an_atom_entry_that_was_only_updated_was_not_published_then() -> None:
    entry = only(
        atom('<entry><id>1</id><title>A</title><link href="/a"/><updated>2025-06-24T09:00:00Z</updated></entry>')
    )
    assert (entry.published, entry.updated) == (None, datetime(2025, 6, 24, 9, tzinfo=UTC))


def test_rdf() -> None:
    feed = read(
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://post.example/"><title>P</title>'
        b"<link>https://post.example/</link></channel><item rdf:about='https://post.example/a'><title>A</title>"
        b"<link>https://post.example/a</link><dc:date>2025-06-24T08:00:00+09:00</dc:date></item></rdf:RDF>"
    )
    assert (feed.kind, feed.entries[0].published) == ("rdf", datetime(2025, 6, 23, 23, tzinfo=UTC))


def test_json_feed() -> None:
    feed = read(
        b'{"version":"https://jsonfeed.org/version/1.1","title":"P","home_page_url":"https://post.example/",'
        b'"language":"ko-KR","hubs":[{"type":"WebSub","url":"https://hub.example/"}],"items":[{"id":7,"url":"/a",'
        b'"title":"A < B","content_text":"one\\ntwo","authors":[{"name":"Ada Quill"}],"tags":["x"],'
        b'"date_published":"2025-06-24T08:00:00Z","image":"/a.png"},"junk"]}'
    )
    assert (feed.kind, feed.language, feed.hub) == ("json", "ko", "https://hub.example/")
    (entry,) = feed.entries
    assert (entry.key, entry.url, entry.title) == ("7", "https://post.example/a", "A < B")
    assert (entry.content, entry.image) == ("one<br>\ntwo", "https://post.example/a.png")
    assert feed.problems == ("1 items that are no objects left out",)


def test_news_sitemap() -> None:
    feed = read(
        b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        b'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:i="http://www.google.com/schemas/sitemap-image/1.1">'
        b"<url><loc>https://post.example/a</loc><n:news><n:publication><n:name>A &amp; B</n:name>"
        b"<n:language>de</n:language></n:publication><n:publication_date>2025-06-24T08:00:00Z</n:publication_date><n:title>Nebel</n:title>"
        b"<n:keywords>Wetter, Hafen</n:keywords></n:news><i:image><i:loc>https://post.example/a.jpg</i:loc></i:image></url>"
        b"</urlset>"
    )
    (entry,) = feed.entries
    assert (feed.title, feed.language) == ("A & B", "de")
    assert (entry.title, entry.language, entry.tags) == ("Nebel", "de", ("Wetter", "Hafen"))
    assert entry.image == "https://post.example/a.jpg"
    assert entry.published == datetime(2025, 6, 24, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"<!doctype html><html><head><title>P</title></head></html>", "html"),
        (b"<!-- hello --><div>cookies?</div>", "html"),
        (b"<opml><body/></opml>", "opml"),
        (b"<sitemapindex><sitemap><loc>https://post.example/s.xml</loc></sitemap></sitemapindex>", "sitemap-index"),
        (b'{"error": "no such page"}', "not-a-feed"),
        (b"[" * 100_000, "not-a-feed"),
        (b"\x89PNG\r\n\x1a\n", "not-a-feed"),
        (b"<note><to>Ada</to></note>", "not-a-feed"),
        (b"<rss>" + b" " * (10 * 2**20), "too-large"),
    ],
)
def test_what_is_no_feed_is_refused_with_its_reason(body: bytes, reason: str) -> None:
    refusal = parse(body)
    assert isinstance(refusal, Refusal)
    assert (refusal.stage, refusal.reason) == ("feeds", reason)
    assert refusal.detail


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("<![CDATA[<i>Sea</i> &amp; sand]]>", "Sea & sand"),
        ("AT&amp;amp;T buys", "AT&T buys"),
        ("2 &lt; 3 and 5 &gt; 4", "2 < 3 and 5 > 4"),
        ("&amp;lt;b&amp;gt;Twice&amp;lt;/b&amp;gt; escaped", "Twice escaped"),
        ("One<br/>line\n  only", "One line only"),
        ("bell&#8;&#x200b; rings", "bell rings"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_titles_become_plain_text(title: str, plain: str) -> None:
    body = rss(item(f"<title>{title}</title><link>https://post.example/a</link>"))
    assert only(body).title == plain


def test_what_looks_like_a_tag_in_a_title_of_plain_text_stays() -> None:
    json = b'{"title":"On <b>","items":[{"id":"1","title":"How <b> and &amp; are read"}]}'
    feed = read(json)
    assert (feed.title, feed.entries[0].title) == ("On <b>", "How <b> and &amp; are read")
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title><entry><id>1</id><link href="/a"/>
<title type="{}">How &lt;b&gt; and AT&amp;amp;T are read</title></entry></feed>"""
    assert only(atom.format("text").encode()).title == "How <b> and AT&T are read"
    assert only(atom.format("html").encode()).title == "How and AT&T are read"


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "mailto:ada@post.example", "http://[::1"])
def test_links_that_are_no_web_address_are_dropped(href: str) -> None:
    feed = read(rss(item(f"<title>A</title><link>{href}</link>")))
    assert [entry.url for entry in feed.entries] == [""]
    assert "1 links that are no web address, dropped" in feed.problems


def test_relative_addresses_are_resolved_against_xml_base_and_the_feed() -> None:
    assert only(rss(item("<title>A</title><link>/a</link>"))).url == "https://post.example/a"
    based = only(
        atom(
            '<entry xml:base="https://other.example/x/"><id>1</id><title>A</title><link href="a"/>'
            '<content type="html">&lt;img src="/p.png"&gt;</content></entry>'
        )
    )
    assert based.url == "https://other.example/x/a"
    assert based.content == '<img src="https://other.example/p.png">'
    assert based.image == "https://other.example/p.png"


def test_an_entry_is_known_by_its_id_else_its_link_else_its_text() -> None:
    keys = [
        entry.key
        for entry in read(
            rss(
                item("<title>A</title><link>https://post.example/a</link><guid>id-a</guid>")
                + item("<title>B</title><link>https://post.example/b</link>")
                + item("<title>C</title><description>Only text</description>")
            )
        ).entries
    ]
    assert keys[:2] == ["id-a", "https://post.example/b"]
    again = only(rss(item("<title>C</title><description>Only text</description>")))
    assert keys[2] == again.key
    assert len(only(rss(item(f"<title>D</title><guid>{'x' * 9_000}</guid>"))).key) <= 300


def test_duplicates_are_kept_once_in_their_latest_version() -> None:
    def version(hour: int, title: str) -> str:
        updated = f"<updated>2025-06-24T{hour:02d}:00:00Z</updated>"
        return f"<entry><id>1</id><title>{title}</title><link href='/a'/>{updated}</entry>"

    feed = read(atom(version(8, "First") + version(9, "Second")))
    assert [entry.title for entry in feed.entries] == ["Second"]
    assert "1 entries that came twice, kept once" in feed.problems


def test_ids_that_several_entries_share_identify_nothing() -> None:
    feed = read(
        rss("".join(item(f"<title>{n}</title><link>https://post.example/{n}</link><guid>0</guid>") for n in range(3)))
    )
    assert [entry.key for entry in feed.entries] == [f"https://post.example/{n}" for n in range(3)]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Tue, 24 Jun 2025 09:00:00 KST", datetime(2025, 6, 24, 0, tzinfo=UTC)),
        ("24 Jun 2025 09:00 EST", datetime(2025, 6, 24, 14, tzinfo=UTC)),
        ("2025-06-24 09:00:00", datetime(2025, 6, 24, 9, tzinfo=UTC)),
        ("2025.06.24 09:00", datetime(2025, 6, 24, 9, tzinfo=UTC)),
        ("2025년 6월 24일 오후 3시 5분", datetime(2025, 6, 24, 15, 5, tzinfo=UTC)),
        ("Thu, 26 Jun 2025 12:00:00 +09:00", datetime(2025, 6, 26, 3, tzinfo=UTC)),
        ("Thu, 26 Jun 2025 12:00:00 +9:00", datetime(2025, 6, 26, 3, tzinfo=UTC)),
        ("Thu, 26 Jun 2025 12:00:00 GMT+0900", datetime(2025, 6, 26, 3, tzinfo=UTC)),
        ("Thu, 26 Jun 2025 12:00:00 UTC-3", datetime(2025, 6, 26, 15, tzinfo=UTC)),
        ("Thu Jun 26 2025 12:00:00 GMT+0900 (Korean Standard Time)", datetime(2025, 6, 26, 3, tzinfo=UTC)),
        ("Thu Jun 26 12:00:00 GMT+09:00 2025", datetime(2025, 6, 26, 3, tzinfo=UTC)),
        ("2025-06-26 12:00:00 UTC+09:00", datetime(2025, 6, 26, 3, tzinfo=UTC)),
        ("Thu, 26 Jun 2025 12:00:00 -2400", None),
        ("Thu, 26 Jun 2025 12:00:00 QQT", datetime(2025, 6, 26, 12, tzinfo=UTC)),
        ("Jun 26, 2025 3:04 PM EST", datetime(2025, 6, 26, 20, 4, tzinfo=UTC)),
        ("Thu, 26 Jun 2025 12:04:05 AM +0900", datetime(2025, 6, 25, 15, 4, 5, tzinfo=UTC)),
        ("05.06.2025", datetime(2025, 6, 5, tzinfo=UTC)),
        ("5.6.25, 8:05 Uhr MESZ", datetime(2025, 6, 5, 6, 5, tzinfo=UTC)),
        ("5/6/2025 12:00", datetime(2025, 5, 6, 12, tzinfo=UTC)),
        ("2025-06-26T24:00:00Z", datetime(2025, 6, 27, tzinfo=UTC)),
        ("Thu, 26 Jun 2025 24:00:00 GMT", datetime(2025, 6, 27, tzinfo=UTC)),
        ("Thu, 26 Jun 2025 23:59:60 GMT", datetime(2025, 6, 26, 23, 59, 59, tzinfo=UTC)),
        ("Thu, 26 Jun 2025 24:30:00 GMT", None),
        ("1750939200", datetime(2025, 6, 26, 12, tzinfo=UTC)),
        ("1750939200123", datetime(2025, 6, 26, 12, tzinfo=UTC)),
        ("Do, 26. Juni 2025 12:00:00 +0200", datetime(2025, 6, 26, 10, tzinfo=UTC)),
        ("jeu., 26 juin 2025 12:00:00 +0200", datetime(2025, 6, 26, 10, tzinfo=UTC)),
        ("1er aout 2025 à 12h30", datetime(2025, 8, 1, 12, 30, tzinfo=UTC)),
        ("jueves, 26 de junio de 2025 3:04 p. m.", datetime(2025, 6, 26, 15, 4, tzinfo=UTC)),
        ("Чт, 26 июн 2025 12:00:00 +0300", datetime(2025, 6, 26, 9, tzinfo=UTC)),
        ("26 июня 2025 г., 12:00", datetime(2025, 6, 26, 12, tzinfo=UTC)),
        ("26 de junho de 2025 às 12:00", datetime(2025, 6, 26, 12, tzinfo=UTC)),
        ("26 giugno 2025 alle ore 12:00", datetime(2025, 6, 26, 12, tzinfo=UTC)),
        ("do 26 mrt. 2025 12:00", datetime(2025, 3, 26, 12, tzinfo=UTC)),
        ("26 marraskuuta 2025", datetime(2025, 11, 26, tzinfo=UTC)),
        ("26 jui 2025", None),
        ("Thu, 26 Jun 2025 12:00:00 America/New_York", datetime(2025, 6, 26, 16, tzinfo=UTC)),
        ("Sun, 26 Jan 2025 12:00:00 America/New_York", datetime(2025, 1, 26, 17, tzinfo=UTC)),
        ("2025-06-26T12:00:00 Asia/Seoul", datetime(2025, 6, 26, 3, tzinfo=UTC)),
        ("2025-06-26T12:00:00+02:00[Europe/Berlin]", datetime(2025, 6, 26, 10, tzinfo=UTC)),
        ("Thu, 26 Jun 2025 12:00:00 Europe/Atlantis", datetime(2025, 6, 26, 12, tzinfo=UTC)),
        ("Thu, 26 Jun 2025 12:00:00 +05.30", datetime(2025, 6, 26, 6, 30, tzinfo=UTC)),
        ("Thứ năm, 05/06/2025, 12:00 (GMT+7)", datetime(2025, 6, 5, 5, tzinfo=UTC)),
        ("الخميس 26 يونيو 2025 12:00", datetime(2025, 6, 26, 12, tzinfo=UTC)),
        ("26 יוני 2025", datetime(2025, 6, 26, tzinfo=UTC)),
        ("2025 m. birželio 26 d.", None),
        ("26 birželio 2025 12:00", datetime(2025, 6, 26, 12, tzinfo=UTC)),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("Thu, 01 Jan 2099 00:00:00 GMT", None),
        ("yesterday-ish", None),
    ],
)
def test_dates(date: str, expected: datetime | None) -> None:
    feed = read(rss(item(f"<title>A</title><link>https://post.example/a</link><pubDate>{date}</pubDate>")))
    assert feed.entries[0].published == expected
    assert (expected is None) == any("dates that cannot" in problem for problem in feed.problems)


def test_dates_ahead_of_the_present_are_dropped() -> None:
    body = rss(
        item("<title>A</title><link>https://post.example/a</link><pubDate>Tue, 24 Jun 2025 09:00:00 GMT</pubDate>")
    )
    assert only(body, now=datetime(2025, 6, 23, tzinfo=UTC)).published is not None
    assert only(body, now=datetime(2025, 6, 20, tzinfo=UTC)).published is None


@pytest.mark.parametrize(
    "fields",
    [
        "<content:encoded><![CDATA[<p>Whole text</p>]]></content:encoded>",
        "<description>&lt;p&gt;Whole text&lt;/p&gt;</description>",
        "<itunes:summary>&lt;p&gt;Whole text&lt;/p&gt;</itunes:summary>",
        '<body xmlns="http://www.w3.org/1999/xhtml"><p>Whole text</p></body>',
        "<description><![CDATA[&lt;p&gt;Whole text&lt;/p&gt;&lt;p&gt;More&lt;/p&gt;]]></description>",
        "<turbo:content xmlns:turbo='http://turbo.yandex.ru'><![CDATA[<p>Whole text</p>]]></turbo:content>",
        "<description><p>Whole text</p></description>",
    ],
)
def test_the_text_is_found_wherever_it_stands(fields: str) -> None:
    entry = only(rss(item(f"<title>A</title><link>https://post.example/a</link>{fields}")))
    assert "<p>Whole text</p>" in (entry.content or entry.summary)


@pytest.mark.parametrize(
    ("fields", "image"),
    [
        ('<media:thumbnail url="https://post.example/t.jpg"/>', "t.jpg"),
        ('<enclosure url="https://post.example/e.jpg" type="image/jpeg" length="1"/>', "e.jpg"),
        ('<itunes:image href="https://post.example/i.jpg"/>', "i.jpg"),
        ('<media:group><media:content url="https://post.example/g.jpg" type="image/jpeg"/></media:group>', "g.jpg"),
        ('<description>&lt;img src="https://post.example/d.jpg"/&gt;</description>', "d.jpg"),
    ],
)
def test_the_picture_is_found_wherever_it_stands(fields: str, image: str) -> None:
    entry = only(rss(item(f"<title>A</title><link>https://post.example/a</link>{fields}")))
    assert entry.image == f"https://post.example/{image}"


@pytest.mark.parametrize("reader", ["", "&nbsp;"])
def test_what_seldom_names_say_is_told_like_the_rest(reader: str) -> None:
    told = (
        '<media:content url="/a.mp3" type="audio/mpeg"/><itunes:title>Fog at sea</itunes:title>'
        "<itunes:keywords>fog, ferries,</itunes:keywords><itunes:subtitle>Why none sailed.</itunes:subtitle>"
        "<post:full-text>None sailed.\nAll slept.</post:full-text>"
        "<atom:author><atom:name>Ada Quill</atom:name></atom:author><thumbnail url='/fog.jpg'/>"
    )
    body = rss(item(f"<link>/a</link>{told}"), f"<description>{reader}</description>")
    entry = only(body.replace(b"<rss ", b'<rss xmlns:post="https://post.example/words" '))
    assert (entry.title, entry.summary, entry.tags) == ("Fog at sea", "Why none sailed.", ("fog", "ferries"))
    assert entry.content == "None sailed.<br>\nAll slept."
    assert (entry.authors, entry.image) == (("Ada Quill",), "https://post.example/fog.jpg")
    assert entry.media == (MediaFile("https://post.example/a.mp3", "audio/mpeg"),)


@pytest.mark.parametrize("reader", ["", "&nbsp;"])
def test_marks_of_sections_that_a_program_escaped_are_none(reader: str) -> None:
    told = {"title": "Fog &amp; ferries", "link": "/fog", "description": "&lt;p&gt;It sailed.&lt;/p&gt;"}
    body = "".join(f"<{name}>&lt;![CDATA[{text}]]&gt;</{name}>" for name, text in told.items())
    entry = only(rss(item(body), f"<description>{reader}</description>"))
    assert (entry.title, entry.url, entry.summary) == ("Fog & ferries", "https://post.example/fog", "<p>It sailed.</p>")


@pytest.mark.parametrize("reader", ["", "<content type='xhtml'><p>Fog</p></content>"])
@pytest.mark.parametrize("rel", ["alternate", "http://www.iana.org/assignments/relation/alternate"])
def test_of_an_entry_s_alternates_the_page_is_its_own(rel: str, reader: str) -> None:
    links = f'<link rel="{rel}" type="application/json" href="/a.json"/><link rel="{rel}" type="text/html" href="/a"/>'
    entry = only(atom(f"<entry><title>A</title><id>tag:1</id>{links}{reader}</entry>"))
    assert entry.url == "https://post.example/a"


def test_an_item_of_rdf_leads_to_what_it_is_about() -> None:
    body = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://post.example/"><title>Post</title></channel>
<item rdf:about="https://post.example/fog"><title>Fog</title></item></rdf:RDF>"""
    assert only(body).url == "https://post.example/fog"


def test_json_feeds_that_list_nothing_say_it_in_one_text() -> None:
    body = b'{"version": "1", "items": [{"id": "1", "title": "Fog", "author": "Ada Quill", "tags": "fog, ferries"}]}'
    entry = only(body)
    assert (entry.authors, entry.tags) == (("Ada Quill",), ("fog", "ferries"))


def test_a_text_about_one_tag_shows_it() -> None:
    text = "&lt;b&gt;bold&lt;/b&gt; and &lt;i&gt;"
    entry = only(rss(item(f"<title>A</title><link>/a</link><description><![CDATA[{text}]]></description>")))
    assert entry.summary == text


@pytest.mark.parametrize(
    ("guid", "url"),
    [
        ("12345", ""),
        ("tag:post.example,2031:a/1", ""),
        ("/fog", "https://post.example/fog"),
        ("www.post.example/fog", "http://www.post.example/fog"),
    ],
)
@pytest.mark.parametrize("reader", ["", "&nbsp;"])
def test_an_id_is_an_address_only_where_it_may_be_one(guid: str, url: str, reader: str) -> None:
    entry = only(rss(item(f"<title>A</title><guid>{guid}</guid>"), f"<description>{reader}</description>"))
    assert (entry.key, entry.url) == (guid, url)


def test_a_face_beside_a_name_is_no_picture() -> None:
    face = '<media:thumbnail url="https://post.example/ada.png" width="30" height="30"/>'
    picture = '<media:thumbnail url="https://post.example/fog.png" width="72" height="72"/>'
    assert only(rss(item(f"<title>A</title><link>/a</link>{face}"))).image == ""
    assert only(rss(item(f"<title>A</title><link>/a</link>{face}{picture}"))).image == "https://post.example/fog.png"


@pytest.mark.parametrize("kind", ["jpg", "application/octet-stream"])
def test_a_picture_is_told_by_its_address_where_its_type_says_nothing(kind: str) -> None:
    enclosure = f'<enclosure url="https://post.example/fog.jpg?w=9" type="{kind}" length="1"/>'
    assert only(rss(item(f"<title>A</title><link>/a</link>{enclosure}"))).image == "https://post.example/fog.jpg?w=9"


def test_counting_pixels_are_no_pictures() -> None:
    pixel = '&lt;img src="https://count.example/x.gif" width="1" height="1"/&gt;'
    assert only(rss(item(f"<title>A</title><link>/a</link><description>{pixel}</description>"))).image == ""


def test_a_title_of_the_picture_does_not_stand_for_the_entrys() -> None:
    body = rss(item("<media:title>Photo: harbour</media:title><title>Ferry</title><link>https://post.example/a</link>"))
    assert only(body).title == "Ferry"


@pytest.mark.parametrize(
    ("text", "encoding", "declared", "content_type"),
    [
        ("Über Köln", "utf-16", "utf-16", ""),
        ("한국어 기사", "euc-kr", "euc-kr", ""),
        ("Über Köln", "iso-8859-1", "iso-8859-1", ""),
        ("Über Köln", "utf-8", "utf-8", "text/xml; charset=iso-8859-1"),
        ("Über Köln", "utf-8-sig", "utf-8", ""),
        ("Über Köln", "utf-8", "utf-16", ""),
        ("Über Köln", "utf-8", "iso-8859-1", ""),
        ("한국어 기사", "utf-8", "euc-kr", ""),
    ],
)
def test_encodings(text: str, encoding: str, declared: str, content_type: str) -> None:
    item = f"<item><title>{text}</title><link>https://post.example/a</link></item>"
    xml = f'<?xml version="1.0" encoding="{declared}"?><rss><channel><title>{text}</title>{item}</channel></rss>'
    feed = read(xml.encode(encoding), content_type=content_type)
    assert [feed.title, *(entry.title for entry in feed.entries)] == [text, text]


@pytest.mark.parametrize(
    "flaw", ["AT&T", "fish &nbsp; chips", "a\x08b", "<unclosed>", "&undeclared;", "]]>", "<p>para</i>"]
)
def test_flaws_do_not_cost_the_other_entries(flaw: str) -> None:
    good = item("<title>Good</title><link>https://post.example/good</link>")
    bad = item(f"<title>Bad</title><link>https://post.example/bad</link><description>{flaw}</description>")
    assert [entry.title for entry in read(rss(good + bad + good.replace("ood", "reat"))).entries] == [
        "Good",
        "Bad",
        "Great",
    ]


def test_a_feed_that_breaks_off_gives_what_was_whole() -> None:
    whole = rss("".join(item(f"<title>{n}</title><link>https://post.example/{n}</link>") for n in range(5)))
    feed = read(whole[: whole.index(b"<title>3") + 8])
    assert [entry.title for entry in feed.entries] == ["0", "1", "2"]
    assert "breaks off, what was whole was read" in feed.problems


def test_junk_before_the_feed_is_forgiven() -> None:
    assert only(b"\n\nWarning: mysql_connect() in /srv/x.php<br />\n" + rss(item("<title>A</title>"))).title == "A"


def test_an_empty_feed_is_a_feed() -> None:
    assert read(rss("")).entries == ()
    assert read(atom("")).entries == ()


def test_an_address_that_entries_of_other_ids_and_titles_have_too_is_that_of_none() -> None:
    episode = "<item><guid>{0}</guid><title>Episode {0}</title><link>https://post.example/show</link></item>"
    feed = read(rss(episode.format(1) + episode.format(2) + "<item><link>https://post.example/3</link></item>"))
    assert [entry.url for entry in feed.entries] == ["", "", "https://post.example/3"]
    assert not feed.problems
    twice = "<item><guid>{0}</guid><title>One</title><link>https://post.example/one</link></item>"
    feed = read(rss(twice.format(1) + twice.format(2)))
    assert [entry.url for entry in feed.entries] == ["https://post.example/one"] * 2


def test_a_sitemap_that_breaks_off_says_so_and_gives_no_half_address() -> None:
    body = b"".join(b"<url><loc>https://post.example/article-%d</loc></url>" % number for number in range(4))
    feed = read(b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' + body[:-20])
    assert [entry.url[-1] for entry in feed.entries] == ["0", "1", "2"]
    assert "breaks off, what was whole was read" in feed.problems
