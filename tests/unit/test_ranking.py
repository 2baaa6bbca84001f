"""Which of several feeds a reader of an address means."""

from datetime import UTC, datetime, timedelta

import pytest

from octavo.core.types import Entry, ParsedFeed
from octavo.sources.discovery import Candidate
from octavo.sources.ranking import Offer, is_clear, is_feed, offer, ranked

NOW = datetime(2025, 6, 24, 12, 0, tzinfo=UTC)
PAGE = "https://post.example/"


def entries(start: str = "a", days: float = 0.0, count: int = 5, text: str = "<p>Short.</p>") -> tuple[Entry, ...]:
    return tuple(
        Entry(f"{start}{n}", f"{PAGE}{start}/{n}", f"Ferry {n}", content=text, published=NOW - timedelta(days=days + n))
        for n in range(count)
    )


def offered(
    path: str, found: tuple[Entry, ...] = (), *, title: str = "", score: float = 0.9, page: str = PAGE, home: str = ""
) -> Offer:
    candidate = Candidate(f"https://post.example{path}", score, "named in the page's head", title)
    return offer(candidate, candidate.url, ParsedFeed("rss", title, home, entries=found), page, NOW)


def best(*offers: Offer) -> str:
    return ranked(offers)[0].url.removeprefix("https://post.example")


def test_the_main_feed_leads_comments_and_tags() -> None:
    main = offered("/feed", entries())
    for aside in (
        offered("/comments/feed", entries("b"), score=0.95),
        offered("/kommentare.xml", entries("b"), title="Kommentare", score=0.95),
        offered("/rss/2", entries("b"), title="최근 댓글", score=0.95),
        offered("/tag/ferry/feed", entries("b"), score=0.95),
    ):
        assert best(aside, main) == "/feed"
        assert is_clear(ranked([main, aside]))


def test_a_feed_of_comments_is_known_by_where_its_entries_lead() -> None:
    comments = tuple(Entry(str(n), f"{PAGE}a#comment-{n}", "By Ada", published=NOW) for n in range(3))
    assert offered("/a/feed", comments).is_aside


def test_a_tag_s_feed_is_what_the_reader_of_its_page_means() -> None:
    page = "https://post.example/tag/ferry/"
    own = offered("/tag/ferry/feed/", entries("b"), score=0.88, page=page, home=page)
    assert not own.is_aside
    assert best(offered("/feed/", entries(), page=page), own) == "/tag/ferry/feed/"


def test_a_section_s_feed_leads_on_its_page_by_its_name() -> None:
    page = "https://post.example/sport"
    sport = offered("/rss/sport.xml", entries("s"), score=0.8, page=page)
    assert best(offered("/rss/all.xml", entries(), page=page), sport) == "/rss/sport.xml"


def test_fresh_leads_stale_wherever_it_was_found() -> None:
    assert best(offered("/old", entries(days=800)), offered("/linked", entries("b"), score=0.55)) == "/linked"


def test_full_text_leads_headlines() -> None:
    full = offered("/full", entries("f", text="<p>" + "Ferries. " * 200), score=0.85)
    assert full.is_full_text
    assert best(offered("/short", entries("s")), full) == "/full"


@pytest.mark.parametrize(
    ("own", "given", "title"),
    [
        ("The Post", "", "The Post"),
        ("The Post", "RSS", "The Post"),
        ("The Post - Sport", "Sport", "The Post - Sport"),
        ("The Post", "Sport", "The Post (Sport)"),
        ("The Post", "The Post - Sport", "The Post - Sport"),
        ("", "Sport", "Sport"),
    ],
)
def test_what_it_is_called(own: str, given: str, title: str) -> None:
    found = Candidate("https://post.example/x", 0.9, "", given)
    assert offer(found, found.url, ParsedFeed("rss", own), PAGE, NOW).title == title


def test_an_empty_feed_comes_last() -> None:
    assert best(offered("/empty"), offered("/guess", entries(), score=0.4)) == "/guess"


def test_the_same_entries_in_another_format_are_offered_once() -> None:
    rss, atom = offered("/rss", entries(count=10)), offered("/atom", entries(count=9), score=0.89)
    assert [one.url for one in ranked([atom, rss])] == [rss.url]
    part = offered("/sport", entries(count=3), score=0.88)
    assert len(ranked([rss, part])) == 2


def test_two_feeds_of_equal_standing_need_a_choice() -> None:
    assert not is_clear([offered("/en", entries()), offered("/ga", entries("g"), score=0.89)])
    assert not is_clear([])


@pytest.mark.parametrize(
    ("kind", "title", "wanted"), [("sitemap", "", False), ("sitemap", "A", True), ("rss", "", True)]
)
def test_a_sitemap_counts_where_it_tells_titles_and_times(kind: str, title: str, wanted: bool) -> None:
    assert is_feed(ParsedFeed(kind, entries=(Entry("1", PAGE, title, published=NOW),))) is wanted
