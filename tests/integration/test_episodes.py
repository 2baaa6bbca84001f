"""A podcast's episode is an article that can be listened to: from its feed to pages, twins and the terminal."""

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import feedparser
import pytest

from octavo.config.settings import Settings
from octavo.core.types import MediaFile
from tests.integration.sites import Site

if TYPE_CHECKING:
    from django.test import Client

    from octavo.extract.models import Article
    from octavo.sources.models import Publisher

pytestmark = pytest.mark.xdist_group("web")

FILE = "https://media.example/fog.mp3?key=a&b=1"
PLAYED = {"url": FILE, "type": "audio/mpeg", "size_bytes": 41_000_000, "seconds": 2590}
ENCLOSURE = f"<enclosure url='{FILE.replace('&', '&amp;')}' type='audio/mpeg' length='41000000'/>"
NOTES = "<p>Why no ferry sailed from Elster Point on Monday, told by those who waited.</p>"
WHOLE = NOTES * 30
PLAYER = """<html lang=en><title>Fog at sea</title>
<script type="application/ld+json">{"@type": "PodcastEpisode"}</script><h1>Fog at sea</h1><p id=player></html>"""
PAGE = f"<html lang=en><title>Fog at sea</title><article><h1>Fog at sea</h1>{WHOLE}</article></html>"


@pytest.fixture
def publisher(house: Settings, site: Site) -> "Publisher":
    from octavo.sources.store import keep_publisher

    return keep_publisher("Elster Airwaves", site.url("/"), country="GB", languages=["en"])


@pytest.fixture
def client(house: Settings) -> "Client":
    from django.test import Client

    return Client(headers={"host": "localhost"})


def episode(site: Site, attached: str = ENCLOSURE, notes: str = NOTES) -> str:
    moment = datetime.now(UTC) - timedelta(hours=1)
    return (
        f"<item><guid isPermaLink='false'>fog</guid><title>Fog at sea</title><link>{site.url('/fog')}</link>"
        f"<pubDate>{moment:%a, %d %b %Y %H:00:00} GMT</pubDate><itunes:image href='{site.url('/fog.jpg')}'/>"
        f"<description><![CDATA[{notes}]]></description>{attached}<itunes:duration>43:10</itunes:duration></item>"
    )


def hear(site: Site, publisher: "Publisher", items: str, path: str = "/podcast.rss") -> "Article":
    """Read the podcast with these items through every stage; return the one article."""
    from octavo.extract.models import Article
    from octavo.sources.store import subscribe
    from tests.integration.houses import refresh

    itunes = "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
    site.say(path, f"<rss version='2.0' {itunes}><channel><title>Fog</title>{items}</channel></rss>")
    subscribe(site.url(path), publisher, datetime.now(UTC))
    refresh()
    return Article.objects.get()


@pytest.mark.parametrize(
    ("page", "notes"), [(PLAYER, NOTES), (PLAYER, ""), (PAGE, NOTES), (None, NOTES), (None, WHOLE), (None, "")]
)
def test_an_article_keeps_its_recording(
    publisher: "Publisher", site: Site, client: "Client", page: str | None, notes: str
) -> None:
    if page:
        site.say("/fog", page, content_type="text/html; charset=utf-8")
    row = hear(site, publisher, episode(site, notes=notes))
    assert (row.verdict, row.media) == ("article", [PLAYED])
    text = client.get(f"/en/article/{row.pk}/fog-at-sea").content.decode()
    assert 'href="https://media.example/fog.mp3?key=a&amp;b=1" type="audio/mpeg" rel="noopener external"' in text
    assert "43 min · 41 MB" in text
    assert "<audio" not in text


@pytest.mark.parametrize("notes", [NOTES, WHOLE])
@pytest.mark.parametrize("page", [PAGE, PLAYER, None])
def test_an_edited_entry_s_new_recording_replaces_the_old(
    publisher: "Publisher", site: Site, page: str | None, notes: str
) -> None:
    if page:
        site.say("/fog", page, content_type="text/html; charset=utf-8")
    hear(site, publisher, episode(site, notes=notes))
    row = hear(site, publisher, episode(site, ENCLOSURE.replace("fog.mp3", "fog-mended.mp3"), notes))
    assert row.media == [PLAYED | {"url": FILE.replace("fog.mp3", "fog-mended.mp3")}]


def test_an_address_that_is_signed_anew_at_each_poll_is_no_edit(publisher: "Publisher", site: Site) -> None:
    site.say("/fog", PAGE, content_type="text/html; charset=utf-8")
    hear(site, publisher, episode(site))
    hear(site, publisher, episode(site, ENCLOSURE.replace("key=a", "key=c")))
    assert site.asked["/fog"] == 1


def test_another_feed_without_the_recording_takes_none_away(publisher: "Publisher", site: Site) -> None:
    site.say("/fog", PAGE, content_type="text/html; charset=utf-8")
    hear(site, publisher, episode(site))
    row = hear(site, publisher, episode(site, "").replace(">fog<", ">news-fog<"), "/news.rss")
    assert row.media == [PLAYED]


def test_a_recording_joins_the_article_that_another_feed_made(publisher: "Publisher", site: Site) -> None:
    site.say("/fog", PAGE, content_type="text/html; charset=utf-8")
    assert hear(site, publisher, episode(site, ""), "/news.rss").media == []
    row = hear(site, publisher, episode(site))
    assert (row.media, site.asked["/fog"]) == ([PLAYED], 1)


def test_hostile_enclosures_leave_a_bounded_number_of_web_addresses(
    publisher: "Publisher", site: Site, client: "Client"
) -> None:
    bad = "".join(f"<enclosure url='{one}' type='audio/mpeg'/>" for one in ("javascript:alert(1)", "data:audio/mpeg,a"))
    marked = (
        "<enclosure url='https://media.example/&quot;&gt;&lt;script&gt;.mp3' type='audio/&lt;script&gt;' length='x'/>"
    )
    many = "".join(f"<enclosure url='https://media.example/{n}.mp3' type='{'x' * 500}'/>" for n in range(5_000))
    row = hear(site, publisher, episode(site, bad + marked + many))
    assert 0 < len(row.media) <= 20
    assert all(one["url"].startswith("https://media.example/") and len(one["type"]) <= 100 for one in row.media)
    text = client.get(f"/en/article/{row.pk}/fog-at-sea").content.decode()
    assert "javascript:" not in text
    assert "data:audio" not in text
    assert "<script>.mp3" not in text


@pytest.fixture
def told(house: Settings) -> Any:
    """Keep a story of an episode that is heard in two formats and seen, by a publisher of headlines only."""
    from tests.integration.newspaper import article, publisher, story

    media = [
        PLAYED,
        {"url": "https://media.example/fog.m4a", "type": "audio/x-m4a", "size_bytes": None, "seconds": 2590},
        {"url": "https://media.example/fog.mp4", "type": "video/mp4", "size_bytes": 1_240_000_000, "seconds": None},
    ]
    return story(article(publisher("Elster Airwaves", display_policy="headline"), "Fog at sea", media=media))


@pytest.mark.parametrize("path", ["/en/publisher/elster-airwaves", "/en/category/society", "/en"])
def test_lists_as_feeds_attach_the_recording(client: "Client", told: Any, path: str) -> None:
    (entry,) = feedparser.parse(client.get(f"{path}.rss").content).entries
    assert [(one.href, one.type, one.length) for one in entry.enclosures] == [(FILE, "audio/mpeg", "41000000")]
    (item,) = json.loads(client.get(f"{path}.json").content)["items"]
    assert item["attachments"] == [
        {"url": FILE, "mime_type": "audio/mpeg", "size_in_bytes": 41_000_000, "duration_in_seconds": 2590},
        {"url": "https://media.example/fog.m4a", "mime_type": "audio/x-m4a", "duration_in_seconds": 2590},
        {"url": "https://media.example/fog.mp4", "mime_type": "video/mp4", "size_in_bytes": 1_240_000_000},
    ]


def test_our_own_twin_is_a_podcast_to_ourselves(client: "Client", told: Any) -> None:
    from octavo.core.types import ParsedFeed
    from octavo.feeds import parse

    for form, seconds in (("rss", None), ("json", 2590)):
        feed = parse(client.get(f"/en/publisher/elster-airwaves.{form}").content)
        assert isinstance(feed, ParsedFeed)
        assert feed.entries[0].playable[0] == MediaFile(FILE, "audio/mpeg", 41_000_000, seconds)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Listen at \u2068Elster Airwaves\u2069", "43 min · 41 MB · MP3", "Watch at", "1.2 GB · MP4")),
        ("de", ("Anhören: \u2068Elster Airwaves\u2069", "43 Min. · 41 MB · MP3", "Ansehen:", "1,2\xa0GB · MP4")),
        ("ko", ("\u2068Elster Airwaves\u2069에서 듣기", "43분 · 41MB · MP3", "에서 보기", "1.2GB · MP4")),
    ],
)
def test_article_and_story_pages_let_one_listen_in_the_readers_language(
    client: "Client", told: Any, language: str, words: tuple[str, ...]
) -> None:
    from octavo.extract.models import Article

    for path in (f"story/{told.pk}", f"article/{Article.objects.get().pk}"):
        answer = client.get(f"/{language}/{path}/fog-at-sea")
        text = answer.content.decode()
        assert [one for one in words if one not in text] == []
        assert "media.example" not in answer.headers["Content-Security-Policy"]


def test_the_terminal_tells_where_to_listen(house: Settings, told: Any, capsysbinary: Any) -> None:
    from octavo.cli.looking import story

    story(told.pk, data=house.data)
    out = capsysbinary.readouterr().out.decode()
    assert f"    listen: {FILE} (43 min, 41 MB)" in out
    assert "    watch: https://media.example/fog.mp4 (1240 MB)" in out
    story(told.pk, data=house.data, as_json=True)
    page = json.loads(capsysbinary.readouterr().out)
    assert page["coverage"][0]["article"]["media"][0] == page["story"]["lead"]["media"][0] == PLAYED
