"""Lists of subscriptions through the house, and what it finds out about what they leave open."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from octavo.config.settings import Settings
from octavo.core.clock import utc_now
from octavo.core.errors import BadInput
from octavo.core.links import shown
from octavo.sources import opml
from octavo.sources.opml import Outline
from tests.farm.sites import HTML, Page, Sites, link, rss

words = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=12)
words = words.filter(lambda text: shown(text) == text)  # what may be a name and a password is left out by design
others = st.dictionaries(st.from_regex(r"q[a-z]{1,8}", fullmatch=True), words.filter(bool), max_size=2)
addresses = st.integers(0, 30).map(lambda number: f"https://paper{number}.example/feed?a=1&b={number}")
feeds = st.builds(
    Outline,
    text=words,
    title=words,
    type=st.sampled_from(["", "rss", "Atom"]),
    xml_url=addresses,
    html_url=words,
    other=others,
)


def level(lines: st.SearchStrategy[Outline]) -> st.SearchStrategy[tuple[Outline, ...]]:
    """Return lines as a house keeps them: no feed and no folder's name twice in one place."""
    return st.lists(lines, max_size=4, unique_by=lambda one: one.xml_url or (one.title or one.text)).map(tuple)


def folders(inner: st.SearchStrategy[Outline]) -> st.SearchStrategy[Outline]:
    return st.builds(Outline, text=words, title=words, other=others, children=level(st.one_of(feeds, inner)))


lists = level(st.one_of(feeds, st.recursive(folders(st.nothing()), folders, max_leaves=5))).filter(
    lambda lines: any(opml.feeds(lines))
)


class Undone(Exception):
    """Ends an example's transaction."""


@hypothesis_settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=lists, second=lists)
def test_a_list_goes_through_the_house_without_loss(
    house: Settings, lines: tuple[Outline, ...], second: tuple[Outline, ...]
) -> None:
    from octavo.pipeline.listing import keep_opml, written_opml

    try:
        with transaction.atomic():
            keep_opml(opml.write(lines), utc_now())
            written = written_opml()
            assert opml.read(written) == list(lines)
            again = keep_opml(written, utc_now())
            assert not again.added
            assert written_opml() == written
            keep_opml(opml.write(second), utc_now())
            merged = {(place, one.xml_url) for place, one in opml.feeds(opml.read(written_opml()))}
            assert merged == {(place, one.xml_url) for given in (lines, second) for place, one in opml.feeds(given)}
            raise Undone
    except Undone:
        pass


PAGES: dict[str, dict[str, Page]] = {
    "head": {
        "/": (
            HTML,
            "<html lang=ko-KR><meta property=og:site_name content=엘스터신문>"
            + link("/all")
            + "<link rel=icon href=/i.png>",
        ),
        "/all": rss("엘스터신문 - 전체", "fog ferry"),
        "/sport": rss("엘스터신문 - 스포츠", "goal"),
    },
    "silent": {"/": (HTML, "<p>No feed here.</p>")},
}


@pytest.fixture(scope="module")
def sites() -> Iterator[Sites]:
    with Sites(PAGES) as sites:
        yield sites


def test_what_a_list_leaves_open_is_found_out(house: Settings, sites: Sites) -> None:
    from octavo.pipeline import queue
    from octavo.pipeline.listing import keep_opml
    from octavo.pipeline.models import Refused
    from octavo.sources.models import Feed, Outline, Publisher

    body = f"""<opml version="2.0"><body><outline text="한국">
    <outline text="스포츠" xmlUrl="{sites.url("head", "/sport")}"/>
    <outline text="첫 화면" htmlUrl="{sites.url("head")}"/></outline>
    <outline text="Silent" htmlUrl="{sites.url("silent")}"/>
    <outline text="Broken" type="rss" xmlUrl="javascript:alert(1)"/></body></opml>""".encode()
    imported = keep_opml(body, utc_now())
    assert (len(imported.added), len(imported.sought)) == (1, 2)
    assert "Broken" in imported.problems[0]

    queue.work(["pages"], until_empty=True)
    publisher = Publisher.objects.get()
    assert (publisher.name, publisher.country, publisher.languages) == ("엘스터신문", "KR", ["ko"])
    assert publisher.icon_url == sites.url("head", "/i.png")
    assert set(Feed.objects.values_list("url", flat=True)) == {sites.url("head", "/all"), sites.url("head", "/sport")}
    found = Outline.objects.get(feed__url=sites.url("head", "/all"))
    assert (found.text, found.parent and found.parent.text) == ("첫 화면", "한국")
    assert list(Refused.objects.values_list("stage", "reason", "url")) == [("sources", "no-feed", sites.url("silent"))]


def test_no_password_of_a_list_is_kept_or_told(house: Settings) -> None:
    from octavo.pipeline.listing import keep_opml, written_opml
    from octavo.sources.models import Feed, Outline

    body = b"""<opml version="2.0"><body><outline text="Open" xmlUrl="https://open.example/rss"/>
    <outline text="https://ada:s3cret@closed.example/rss" xmlUrl="https://ada:s3cret@closed.example/rss"
    htmlUrl="https://ada:s3cret@closed.example/" feedLink="https://s3cret@closed.example/"/></body></opml>"""
    imported = keep_opml(body, utc_now())
    assert [one.url for one in Feed.objects.all()] == ["https://open.example/rss"]
    assert imported.problems == ["'https://closed.example/rss' has no usable address: 'https://closed.example/rss'"]
    assert "s3cret" not in f"{imported} {[*Outline.objects.values()]} {written_opml().decode()}"


def test_a_long_list_takes_few_statements_and_again_writes_nothing(house: Settings) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from octavo.pipeline.listing import keep_opml
    from octavo.sources.models import Feed, Publisher

    feeds = tuple(Outline(text="Blog", xml_url=f"https://h{n}.example/feed") for n in range(300))
    body = opml.write([Outline(text="Folder", children=feeds)])
    keep_opml(opml.write(feeds[:2]), utc_now())
    with CaptureQueriesContext(connection) as first:
        assert len(keep_opml(body, utc_now()).added) == 298
    with CaptureQueriesContext(connection) as second:
        assert len(keep_opml(body, utc_now()).known) == 300
    assert len(first) < 40
    assert not [one["sql"] for one in second if one["sql"].startswith(("INSERT", "UPDATE"))]
    publishers = {feed.url: feed.publisher.slug for feed in Feed.objects.select_related("publisher")}
    assert [publishers[feed.xml_url] for feed in feeds[:3]] == ["blog", "blog-2", "blog-3"]
    assert Publisher.objects.count() == 300


def test_characters_that_the_database_refuses_do_not_stop_a_list(house: Settings) -> None:
    from octavo.pipeline.listing import keep_opml, written_opml

    body = b'<opml><body><outline text="A\x00" foo:bar="\x00" xmlUrl="https://a.example/feed"></body>'
    assert len(keep_opml(body, utc_now()).added) == 1
    assert [one.text for _, one in opml.feeds(opml.read(written_opml()))] == ["A"]


def test_channels_at_one_host_stay_apart(house: Settings) -> None:
    from octavo.pipeline.listing import keep_opml
    from octavo.sources.models import Publisher

    lines = [
        Outline(text=name, xml_url=f"https://www.youtube.com/feeds/videos.xml?channel_id={name}", html_url=home)
        for name in ("ada", "bob")
        for home in (f"https://www.youtube.com/channel/{name}",)
    ]
    keep_opml(opml.write(lines), utc_now())
    assert set(Publisher.objects.values_list("name", flat=True)) == {"ada", "bob"}


def test_feeds_in_no_folder_come_last_and_the_demo_stays_at_home(house: Settings) -> None:
    from octavo.pipeline.listing import keep_opml, written_opml
    from octavo.sources.store import keep_publisher, subscribe

    keep_opml(opml.write([Outline(text="A", xml_url="https://a.example/feed")]), utc_now())
    loose = keep_publisher("Loose", "https://loose.example/")
    subscribe("https://loose.example/feed", loose, utc_now(), "Loose feed")
    subscribe("https://demo.example/feed", keep_publisher("Demo", "https://demo.example/", is_demo=True), utc_now())
    feeds = [one for _, one in opml.feeds(opml.read(written_opml()))]
    assert [(one.text, one.xml_url) for one in feeds] == [
        ("A", "https://a.example/feed"),
        ("Loose feed", "https://loose.example/feed"),
    ]
    assert feeds[1].html_url == "https://loose.example/"


def test_a_list_without_feeds_is_bad_input(house: Settings) -> None:
    from octavo.pipeline.listing import keep_opml

    with pytest.raises(BadInput, match="no feed"):
        keep_opml(opml.write([Outline(text="Only a folder")]), utc_now())


def test_a_list_that_several_bring_at_once_is_there_once(house: Settings) -> None:
    from django.db import connection

    from octavo.pipeline.listing import keep_opml
    from octavo.sources.models import Feed, Outline, Publisher

    lines = "".join(f'<outline text="P" xmlUrl="https://post.example/{number}"/>' for number in range(200))
    body = f'<opml version="2.0"><body><outline text="News">{lines}</outline></body></opml>'.encode()

    def bring(_: int) -> int:
        try:
            return len(keep_opml(body, utc_now()).added)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as several:
        assert sorted(several.map(bring, range(4))) == [0, 0, 0, 200]
    assert (Publisher.objects.count(), Feed.objects.count(), Outline.objects.count()) == (1, 200, 201)


def test_spellings_of_one_address_are_one_feed(house: Settings) -> None:
    from octavo.pipeline.listing import keep_opml
    from octavo.sources.models import Feed

    spellings = ("https://신문.example/소식", "https://XN--Z92B13L.example:443/%ec%86%8c%EC%8B%9D#latest")
    for xml_url in spellings:
        keep_opml(opml.write([Outline(text="신문", type="rss", xml_url=xml_url)]), utc_now())
    assert Feed.objects.count() == 1
