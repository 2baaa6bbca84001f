"""The fast reader: what it picks as the patient one would, and what it leaves to that. All news here is invented."""

import pytest

from octavo.core.types import ParsedFeed
from octavo.feeds import parse, quick
from octavo.feeds.draft import Reading
from octavo.feeds.forgiving import read as patient
from octavo.feeds.parsing import _feed
from tests.unit.test_feeds import NS, atom, rss

TITLED = "<title>Fog</title><link>https://post.example/fog</link>"
LINKED = '<title>Fog</title><id>tag:1</id><link rel="alternate" href="https://post.example/fog"/>'
PICTURE = "https://post.example/fog.jpg"
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://post.example/rdf"><title>The Elster Post</title>
<link>https://post.example/</link><dc:language>ja</dc:language><items><rdf:Seq>
<rdf:li rdf:resource="https://post.example/fog"/></rdf:Seq></items></channel>
<item rdf:about="https://post.example/fog">{}</item></rdf:RDF>"""
FEEDBURNER = 'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'

PLAIN = [
    pytest.param(rss(f"<item>{body}</item>"), id=body[:60])
    for body in (
        f"{TITLED}<dc:creator>Ada Quill</dc:creator><dc:creator>Ben Holm</dc:creator>",
        f"{TITLED}<category domain='places'>Port Elster</category><category><![CDATA[Ferries & ports]]></category>",
        f"{TITLED}<description>Short.</description><content:encoded><![CDATA[<p>Long.</p>]]></content:encoded>",
        f"{TITLED}<description>\r\nTwo\r\nlines.</description><dc:date>2031-06-24T09:00:00Z</dc:date>",
        f"{TITLED}<media:content url='https://post.example/a.mp4' type='video/mp4'/><media:thumbnail url='{PICTURE}'/>",
        f"{TITLED}<media:group><media:content url='{PICTURE}' medium='image'/></media:group>",
        f"{TITLED}<enclosure url='https://post.example/a.mp3' type='audio/mpeg' length='1'/>",
        f"{TITLED}<enclosure url='/a.mp3' type='' length='41000000'/><itunes:duration>43:10</itunes:duration>",
        f"{TITLED}<media:content url='/a.mp4' type='video/mp4' fileSize='41000000' duration='90'/>",
        "<title>Fog</title><link>/fog</link>",
        "<title>Fog</title><guid>https://post.example/fog</guid>",
        f"<title>Fog</title><guid isPermaLink='false'>f1</guid><itunes:image href='{PICTURE}'/>",
        f"{TITLED}<itunes:image href='/cover.jpg'/><media:thumbnail url='{PICTURE}'/>",
        f"{TITLED}<dc:language>de-DE</dc:language>",
    )
] + [
    pytest.param(atom(f"<entry>{body}</entry>"), id=body[:60])
    for body in (
        f"{LINKED}<author><name>Ada Quill</name></author><author><name>Ben Holm</name></author>",
        f"{LINKED}<summary type='text'>1 &lt; 2</summary><content type='html'>&lt;p&gt;Long.&lt;/p&gt;</content>",
        *(
            f"<title{kind}>{text}</title><id>tag:1</id><link href='/fog'/><summary{kind}>{text}</summary>"
            for kind in ("", " type='text'", " type='html'", " type='text/plain'")
            for text in ("<![CDATA[Use <b> for <i>bold</i> & so on]]>", "Q &amp;amp; A &lt;i>now&lt;/i>", "1 &lt;2> 1")
        ),
        f"{LINKED}<category term='ferries' label='Ferries'/><updated>2031-06-24T09:00:00Z</updated>",
        f"{LINKED}<link rel='enclosure' href='https://post.example/a.mp3' type='audio/mpeg'/>",
        f"{LINKED}<content type='html' xml:base='https://post.example/2031/'>&lt;a href='y'>Y&lt;/a></content>",
        f"{LINKED}<media:thumbnail xmlns:media='http://search.yahoo.com/mrss/' url='{PICTURE}' height='72'/>",
    )
] + [
    pytest.param(rss(f"<item>{body}</item>").replace(b"<rss ", b"<rss xml:base='https://post.example/sub/' "), id=body)
    for body in (
        f"{TITLED}<guid isPermaLink='false'>7 at https://post.example</guid><description>&lt;a href='y'></description>",
        "<title>Fog</title><link>fog</link><guid>tag:post.example,2031:1</guid>",
    )
] + [
    pytest.param(
        atom(f"<entry>{LINKED}<media:group><media:description>Fog, filmed.</media:description></media:group></entry>")
        .replace(b"<feed ", b'<feed xmlns:media="http://search.yahoo.com/mrss/" '), id="a film's description",
    )
]  # fmt: skip


def both(body: bytes) -> tuple[Reading, Reading]:
    """Return what the patient reader says of a feed, and the fast one."""
    slow, fast = patient(body), quick.read(body)
    assert slow is not None
    assert fast is not None
    return slow, fast


@pytest.mark.parametrize("body", PLAIN)
def test_both_readers_pick_the_same(body: bytes) -> None:
    slow, fast = both(body)
    url = "https://post.example/rss"
    assert _feed(fast, url, None).entries == _feed(slow, url, None).entries


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(rss("<item><title>Fog</title></item>"), id="neither link nor guid"),
        pytest.param(rss("<item><link/><guid>https://post.example/fog</guid></item>"), id="empty link"),
        pytest.param(rss(f"<item>{TITLED}<link>https://post.example/2</link></item>"), id="two links"),
        pytest.param(rss(f"<item>{TITLED}<description>A <b>b</b></description></item>"), id="markup"),
        pytest.param(rss(f"<item>{TITLED}<pubdate>2031-06-24</pubdate></item>"), id="odd spelling"),
        pytest.param(rss(f"<item>{TITLED}<description xml:lang='de'>Nebel</description></item>"), id="language"),
        pytest.param(rss(f"<item>{TITLED}<geo:point>1 2</geo:point></item>"), id="undeclared prefix"),
        pytest.param(rss(f"<item>{TITLED}<geo:point xmlns:geo=''>1 2</geo:point></item>"), id="prefix of nothing"),
        pytest.param(
            rss(f"<item>{TITLED}<geo:name xmlns:geo='http://purl.org/dc/terms/'>Elster</geo:name></item>"),
            id="odd prefix of its own",
        ),
        pytest.param(
            rss(f"<item>{TITLED}<guid>node/7</guid></item>").replace(
                b"<rss ", b"<rss xml:base='https://post.example/' "
            ),
            id="id relative to a base",
        ),
        pytest.param(
            rss(f"<item>{TITLED}</item>", "<link xml:base='/x/'>y</link>"),
            id="base of one of the feed's elements",
        ),
        pytest.param(rss(f"<item>{TITLED}</item>").replace(b"xmlns:dc=", b"xmlns:d="), id="odd prefix"),
        pytest.param(rss(f"<item>{TITLED}</item><item>text</item>"), id="entry of text"),
        pytest.param(rss(f"<item>{TITLED}&nbsp;</item>"), id="undefined entity"),
        pytest.param(rss(f"<item>{TITLED}</item>") + b"<p/>", id="two roots"),
        pytest.param(rss(""), id="no entries"),
        pytest.param(b"<feed><entry>" + LINKED.encode() + b"</entry></feed>", id="no namespace"),
        pytest.param(atom(f"<entry>{LINKED}<content type='xhtml'><div>A</div></content></entry>"), id="xhtml"),
        pytest.param(atom(f"<entry>{LINKED}<content type='image/png'>aGE=</content></entry>"), id="base64"),
        pytest.param(atom(f"<entry>{LINKED}<link xml:base='/x/' href='y' rel='related'/></entry>"), id="base"),
        pytest.param(
            rss(f"<item>{TITLED}<description>A <![CDATA[fog]]></description></item>"), id="space before CDATA"
        ),
        pytest.param(rss(f"<item>{TITLED}<description><![CDATA[A]]> fog</description></item>"), id="space after CDATA"),
        pytest.param(rss(f"<item>{TITLED}<description>A <!-- - --> fog</description></item>"), id="comment within"),
        pytest.param(rss(f"<item>{TITLED}<guid>A <?b?> fog</guid></item>"), id="instruction within"),
        pytest.param(rss(f"<item>{TITLED}<author>Ada <![CDATA[Quill]]></author></item>"), id="author in pieces"),
        pytest.param(rss("<item>" + "<a>" * 110_000 + "</a>" * 110_000 + "</item>"), id="too many tags"),
    ],
)
def test_what_would_be_lost_is_left_to_the_patient_reader(body: bytes) -> None:
    assert quick.read(body) is None


def test_both_readers_pick_the_same_of_rdf() -> None:
    said = (
        f"{TITLED}<description>Short.</description><dc:creator>Ada Quill</dc:creator><dc:subject>Ferries</dc:subject>"
    )
    body = RDF.format(f"{said}<dc:date>2031-06-24T09:00:00+09:00</dc:date>").encode()
    slow, fast = both(body)
    assert _feed(fast, "", None) == _feed(slow, "", None)
    assert quick.read(body.replace(b"purl.org/rss/1.0", b"post.example/words")) is None


def test_a_burnt_feed_leads_to_the_original() -> None:
    burnt = "<feedburner:origLink>https://post.example/own</feedburner:origLink>"
    body = rss(f"<item>{TITLED}{burnt}</item>").replace(b"<rss ", f"<rss {FEEDBURNER} ".encode(), 1)
    slow, fast = both(body)
    assert [draft.url for draft in fast.drafts] == [draft.url for draft in slow.drafts] == ["https://post.example/own"]


@pytest.mark.parametrize("written", [PICTURE, f"<url>{PICTURE}</url><title>A picture</title>"])
def test_the_image_of_an_item_is_its_picture(written: str) -> None:
    feed = parse(rss(f"<item>{TITLED}<image>{written}</image></item>"))
    assert isinstance(feed, ParsedFeed)
    assert [(entry.image, entry.title) for entry in feed.entries] == [(PICTURE, "Fog")]


def test_what_a_feed_says_after_its_entries_counts() -> None:
    feed = parse(f"<rss {NS}><channel><item>{TITLED}</item><title>Post</title><ttl>9</ttl></channel></rss>".encode())
    assert isinstance(feed, ParsedFeed)
    assert (feed.title, feed.ttl_seconds) == ("Post", 540)
