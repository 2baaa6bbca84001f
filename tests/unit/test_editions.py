"""Front pages: coverage before sensation, fresh before old, spread over categories, each position explained."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from octavo.editions import EditionFacts, FrontPage, PublisherFacts, StoryFacts, lay_out, rank
from octavo.editions.constants import SECTION_COUNT, TOP_COUNT

NOW = datetime(2031, 5, 4, 12, tzinfo=UTC)
EDITION = EditionFacts("en", "IE")
MIXED = EditionFacts("en", "IE", ("ko",), (0.0, 0.25))


def story(name: str, publishers: int = 1, hours: float = 1.0, category: str = "", country: str = "") -> StoryFacts:
    by = tuple(PublisherFacts(f"{name}-{n}", country, ("en",)) for n in range(publishers))
    return StoryFacts(name, NOW - timedelta(hours=hours), by, category, languages=("en",))


def order(*stories: StoryFacts, edition: EditionFacts = EDITION) -> list[str]:
    return [placed.story.id for placed in rank(stories, edition, NOW)]


stories = st.lists(
    st.builds(
        StoryFacts,
        id=st.integers(0, 10_000).map(str),
        latest=st.floats(-2, 200).map(lambda hours: NOW - timedelta(hours=hours)),
        publishers=st.lists(
            st.builds(
                PublisherFacts,
                id=st.sampled_from("abcdefgh"),
                country=st.sampled_from(["IE", "KR", ""]),
                weight=st.sampled_from([0.0, 0.5, 1.0, 1.5]),
                draw=st.sampled_from([None, 0, 1]),
            ),
            max_size=6,
        ).map(tuple),
        category=st.sampled_from(["politics", "sport", ""]),
        thread=st.sampled_from(["1", "2", ""]),
        languages=st.sampled_from([("en",), ("ko",), ()]),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda one: one.id,
)


def test_coverage_leads() -> None:
    assert order(story("few", 2), story("many", 6)) == ["many", "few"]


def test_the_fresher_of_two_alike_leads() -> None:
    assert order(story("old", 2, hours=9), story("new", 2)) == ["new", "old"]


def test_one_sensational_report_waits_for_corroboration() -> None:
    assert order(story("sensation", 1, hours=0), story("sober", 2, hours=20)) == ["sober", "sensation"]


def test_yesterdays_story_gives_way() -> None:
    assert order(story("stale", 2, hours=60), story("new", 1)) == ["new", "stale"]


def test_local_publishers_help() -> None:
    assert order(story("far", 3, country="KR"), story("near", 3, country="IE")) == ["near", "far"]


def test_a_readable_story_stands_before_its_like() -> None:
    foreign = replace(story("a-foreign", 2), languages=("ko",))
    assert order(foreign, story("readable", 2)) == ["readable", "a-foreign"]


def test_categories_alternate() -> None:
    page = [story(f"p{n}", 3, category="politics") for n in range(4)] + [story("s", 2, category="sport")]
    assert order(*page).index("s") < 4


def test_every_position_says_why() -> None:
    placed = rank([story("one", 3, category="sport", country="IE"), story("two")], EDITION, NOW)
    names = ["corroborated", "coverage", "mix", "local", "here", "language", "freshness", "spread", "share"]
    assert all([signal.name for signal in one.reasons] == names for one in placed)
    assert [one.position for one in placed] == [0, 1]


@given(stories, st.data(), st.sampled_from([EDITION, MIXED]))
def test_more_independent_publishers_never_rank_lower(
    page: list[StoryFacts], data: st.DataObject, edition: EditionFacts
) -> None:
    n = data.draw(st.integers(0, len(page) - 1))
    country, weight = data.draw(st.sampled_from(["IE", "KR", ""])), data.draw(st.sampled_from([0.0, 1.0, 2.0]))
    further = PublisherFacts("another", country, (), weight, data.draw(st.sampled_from([None, 0, 1])))
    better = replace(page[n], publishers=(*page[n].publishers, further))
    before, after = order(*page, edition=edition), order(*page[:n], better, *page[n + 1 :], edition=edition)
    assert after.index(better.id) <= before.index(better.id)


@given(stories, st.data())
def test_the_same_publisher_twice_never_helps(page: list[StoryFacts], data: st.DataObject) -> None:
    n = data.draw(st.integers(0, len(page) - 1))
    copied = replace(page[n], publishers=page[n].publishers * 2)
    assert order(*page[:n], copied, *page[n + 1 :]) == order(*page)


def by(name: str, weight: float, draw: int | None = None) -> StoryFacts:
    """Return a story of one publisher that counts so much."""
    publisher = PublisherFacts(f"{name}-by", "KR", ("en",), weight, draw)
    return StoryFacts(name, NOW - timedelta(hours=1), (publisher,), languages=("en",))


def test_publishers_that_the_edition_puts_first_lead() -> None:
    assert order(by("less", 0.5), by("usual", 1.0), by("more", 1.5)) == ["more", "usual", "less"]


def test_what_happens_at_the_place_leads_its_like() -> None:
    assert order(by("a-far", 1.0), replace(by("near", 1.0), is_here=True)) == ["near", "a-far"]


def test_a_further_language_stands_between() -> None:
    told = [replace(by(language, 1.0), languages=(language,)) for language in ("de", "ko", "en")]
    assert order(*told, edition=MIXED) == ["en", "ko", "de"]


def test_a_draw_gets_its_share_of_the_page() -> None:
    """Of every four positions one is for the second draw, though its reports count less."""
    page = [by(f"own{n:02}", 1.5, 0) for n in range(20)] + [by(f"world{n}", 0.5, 1) for n in range(3)]
    placed = rank(page, MIXED, NOW)
    shares = [one.position for one in placed if one.story.id.startswith("world")]
    assert shares == [3, 7, 11]
    assert all(one.reasons[-1].value for one in placed if one.position in shares)


def test_a_share_lifts_nothing_uncorroborated_over_what_several_report() -> None:
    page = [replace(story(f"own{n}", 2), id=f"own{n}") for n in range(8)] + [by("world", 0.5, 1)]
    assert order(*page, edition=MIXED)[-1] == "world"


@given(stories)
def test_the_order_given_does_not_matter(page: list[StoryFacts]) -> None:
    assert order(*page) == order(*reversed(page))


@given(stories)
def test_nothing_is_lost_or_doubled(page: list[StoryFacts]) -> None:
    placed = rank(page, EDITION, NOW)
    front = lay_out(placed)
    shown = [front.lead, *front.top, *(one for section in front.sections for one in section.stories)]
    hidden = sum(section.more_count for section in front.sections)
    assert sorted(order(*page)) == sorted(one.id for one in page)
    assert len({one.story.id for one in shown if one}) + hidden == len(page)


def test_layout() -> None:
    page = [story(f"{n:02}", 3, category="sport" if n % 2 else "politics") for n in range(1 + TOP_COUNT + 30)]
    front = lay_out(rank(page, EDITION, NOW))
    assert front.lead is not None
    assert len(front.top) == TOP_COUNT
    assert {section.category for section in front.sections} == {"sport", "politics"}
    for first in ("sport", "politics"):
        ordered = lay_out(rank(page, EDITION, NOW), ["weather", first])
        assert ordered.sections[0].category == first
        assert len(ordered.sections) == 2
    assert all(len(section.stories) == SECTION_COUNT for section in front.sections)


def test_an_empty_page() -> None:
    assert lay_out(rank([], EDITION, NOW)) == FrontPage()


def test_a_much_copied_sensation_stands_after_what_two_newsrooms_wrote() -> None:
    """Twenty papers that print one text are one newsroom's word."""
    copied = story("sensation", 1, hours=0)
    sober = [story(f"sober{n}", 2, hours=n, category="politics") for n in range(1, 6)]
    assert order(copied, *sober)[-1] == "sensation"


def test_spread_holds_the_fourth_of_a_category_back() -> None:
    page = [story(f"p{n}", 4, category="politics") for n in range(4)] + [
        story(f"s{n}", 2, category="sport") for n in (1, 2)
    ]
    assert "s1" in order(*page)[:4]
