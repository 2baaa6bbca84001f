"""Feed parsing beside feedparser's default, in processor time of one run; prints JSON.

    python bench/feeds.py [--rounds 5]

The feeds are written here about invented people: headlines with a summary, in RSS and in RDF; whole articles in RSS and
in Atom, as publishers' systems write them (images, links, lists, embedded players, share bars in the text); a podcast.
Peak memory is that of a process of its own for each parser, which reads them all that many rounds.
"""

import argparse
import random
import re
import sys
from collections.abc import Callable
from html import escape
from pathlib import Path
from time import process_time

import feedparser
import orjson

from octavo.core.types import ParsedFeed
from octavo.feeds import parse

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.memory import peak_of_reading

PARSERS = {"octavo": "octavo.feeds:parse", "feedparser": "feedparser:parse"}
_WORDS = re.findall(
    r"\w+",
    "the harbour council said on tuesday that its new ferry line would open before winter after years of delay and "
    "that tickets for pupils and nurses remain free while the mayor of Port Elster asked for patience",
)
_ENTRIES = 25


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    random.seed(7)
    feeds = _feeds()
    figures: dict[str, object] = {name: _measured(feed, rounds) for name, feed in feeds.items()}
    bodies = [*feeds.values()] * rounds
    figures["peak_megabytes"] = {name: peak_of_reading(function, bodies) for name, function in PARSERS.items()}
    print(orjson.dumps(figures, option=orjson.OPT_INDENT_2).decode())


def _measured(feed: bytes, rounds: int) -> dict[str, object]:
    ours = parse(feed)
    theirs = feedparser.parse(feed)
    assert isinstance(ours, ParsedFeed)
    assert len(ours.entries) == len(theirs.entries) == _ENTRIES
    octavo_seconds = min(_seconds(parse, feed, 20) for _ in range(rounds))
    feedparser_seconds = min(_seconds(feedparser.parse, feed, 1) for _ in range(rounds))
    return {
        "feed_bytes": len(feed),
        "octavo_ms": round(octavo_seconds * 1000, 3),
        "feedparser_ms": round(feedparser_seconds * 1000, 1),
        "ratio": round(feedparser_seconds / octavo_seconds, 1),
    }


def _seconds(read: Callable[[bytes], object], feed: bytes, times: int) -> float:
    started = process_time()
    for _ in range(times):
        read(feed)
    return (process_time() - started) / times


def _feeds() -> dict[str, bytes]:
    return {
        "rss_headlines": rss(paragraphs_count=0),
        "rss_articles": rss(paragraphs_count=12),
        "atom_articles": _atom(paragraphs_count=12),
        "rdf_headlines": _rdf(),
        "podcast": _podcast(),
    }


def rss(paragraphs_count: int, site: str = "https://post.example") -> bytes:
    """Return a feed of 25 entries; without paragraphs they are headlines with a summary."""
    items = "".join(_item(number, paragraphs_count, site) for number in range(_ENTRIES))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>The Elster Post</title><link>{site}/</link><description>News of Port Elster</description>
<language>en-GB</language><ttl>15</ttl><atom:link rel="self" href="{site}/rss"/>
{items}</channel></rss>""".encode()


def _item(number: int, paragraphs_count: int, site: str) -> str:
    content = f"<content:encoded><![CDATA[{_article(number, paragraphs_count)}]]></content:encoded>"
    return f"""<item><title>{_sentence(9)}</title><link>{site}/2031/06/{number}/ferry</link>
<guid isPermaLink="false">{site}/?p={number}</guid><dc:creator><![CDATA[Ada Quill]]></dc:creator>
<pubDate>Tue, 24 Jun 2025 {number % 24:02d}:10:00 +0000</pubDate><category><![CDATA[Harbour]]></category>
<category><![CDATA[Transport]]></category><description><![CDATA[<p>{_sentence(35)}</p>]]></description>
<media:content url="https://post.example/img/{number}.jpg" medium="image" width="1200"/>
{content if paragraphs_count else ""}</item>
"""


def _atom(paragraphs_count: int) -> bytes:
    entries = "".join(_entry(number, paragraphs_count) for number in range(_ENTRIES))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Elster Post</title><id>tag:post.example,2031:/</id>
<link rel="alternate" href="https://post.example/"/><updated>2025-06-24T12:00:00Z</updated>
{entries}</feed>""".encode()


def _entry(number: int, paragraphs_count: int) -> str:
    return f"""<entry><title type="html">{_sentence(9)}</title><id>tag:post.example,2031:{number}</id>
<link rel="alternate" type="text/html" href="https://post.example/2031/06/{number}/ferry"/>
<author><name>Ada Quill</name></author><category term="Harbour"/>
<published>2025-06-24T{number % 24:02d}:10:00Z</published><updated>2025-06-24T{number % 24:02d}:20:00Z</updated>
<summary type="html">&lt;p&gt;{_sentence(35)}&lt;/p&gt;</summary>
<content type="html">{escape(_article(number, paragraphs_count))}</content></entry>
"""


def _rdf() -> bytes:
    addresses = [f"https://post.example/2031/06/{number}/ferry" for number in range(_ENTRIES)]
    listed = "".join(f'<rdf:li rdf:resource="{address}"/>' for address in addresses)
    items = "".join(
        f"""<item rdf:about="{address}"><title>{_sentence(9)}</title><link>{address}</link>
<description>{_sentence(35)}</description><dc:date>2025-06-24T{number % 24:02d}:10:00+09:00</dc:date>
<dc:creator>Ada Quill</dc:creator><dc:subject>Harbour</dc:subject></item>
"""
        for number, address in enumerate(addresses)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="en"><channel rdf:about="https://post.example/rdf">
<title>The Elster Post</title><link>https://post.example/</link><description>News of Port Elster</description>
<items><rdf:Seq>{listed}</rdf:Seq></items></channel>
{items}</rdf:RDF>""".encode()


def _podcast() -> bytes:
    items = "".join(
        f"""<item><title>{_sentence(9)}</title><guid isPermaLink="false">elster-{number}</guid>
<pubDate>Tue, 24 Jun 2025 {number % 24:02d}:10:00 +0000</pubDate><itunes:duration>1800</itunes:duration>
<description><![CDATA[<p>{_sentence(80)}</p><p>{_sentence(60)}</p>]]></description>
<itunes:summary>{_sentence(80)}</itunes:summary><itunes:image href="https://post.example/cover/{number}.jpg"/>
<enclosure url="https://post.example/{number}.mp3" type="audio/mpeg" length="28800000"/></item>
"""
        for number in range(_ENTRIES)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
<title>Elster Aloud</title><link>https://post.example/aloud</link><description>Port Elster, heard</description>
<language>en-GB</language><itunes:author>The Elster Post</itunes:author>
<itunes:image href="https://post.example/cover.jpg"/>
{items}</channel></rss>""".encode()


def _article(number: int, paragraphs_count: int) -> str:
    figure = (
        f'<figure class="wp-block-image"><img src="https://post.example/img/{number}.jpg" alt="{_sentence(6)}"'
        f' width="1024" height="683" class="wp-image-{number}" /><figcaption>{_sentence(8)}</figcaption></figure>'
    )
    share = "".join(
        f'<li class="share-{name}"><a rel="nofollow noopener" class="share" href="https://{name}.example/share?u={number}"'
        ' target="_blank"><span>Share</span></a></li>'
        for name in ("one", "two", "three")
    )
    paragraphs = "".join(
        f'<p>{_sentence(30)} <a href="https://post.example/t/{part}">{_sentence(2)}</a>, <em>{_sentence(3)}</em>&nbsp;'
        f"&#8220;{_sentence(12)}&#8221; <strong>{_sentence(2)}</strong>.</p>\n"
        for part in range(paragraphs_count)
    )
    return f'{figure}{paragraphs}<div class="sharing"><ul>{share}</ul></div>'


def _sentence(words_count: int) -> str:
    return " ".join(random.choice(_WORDS) for _ in range(words_count))


if __name__ == "__main__":
    main()
