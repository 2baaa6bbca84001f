"""Copies after a newsroom's edits, in scripts with and without spaces; and texts that are no copies of one another."""

import random
from collections import defaultdict
from datetime import timedelta
from itertools import combinations

import orjson
import pytest

from octavo.core.text import tokens
from octavo.core.types import Copy, FoldInput
from octavo.dedupe import CopyIndex
from tests.conftest import SHARED
from tests.unit import recurring
from tests.unit.copying import measure
from tests.unit.newsroom import BEGAN, article, change_lead, report
from tests.unit.wires import LANGUAGES

FLOOR = 0.98


@pytest.mark.parametrize("language", LANGUAGES)
def test_edited_copies_are_found_and_nothing_else(language: str) -> None:
    figures = measure(language)
    assert figures.made.total() > 250
    assert figures.recall >= FLOOR, figures
    assert figures.precision >= FLOOR, figures


@pytest.mark.parametrize("kind", list(recurring.VALUES))
def test_recurring_texts_with_other_values_are_no_copies(kind: str) -> None:
    rng, index = random.Random(12), CopyIndex()
    template = recurring.VALUES[kind]
    copies = [index.find_and_add(article(24 * day, kind, recurring.values(template, rng))) for day in range(12)]
    assert copies == [None] * 12


def test_a_forecast_that_another_paper_takes_over_is_a_copy_all_the_same() -> None:
    rng, index = random.Random(13), CopyIndex()
    texts = [recurring.values(recurring.WEATHER, rng) for _ in range(3)]
    for number, text in enumerate(texts):
        index.find_and_add(article(number, "Weather", text))
    copy = index.find_and_add(article(4, "Weather", texts[1]))
    assert copy is not None
    assert copy.original == "a1"


def test_horoscopes_from_one_stock_are_no_copies() -> None:
    rng, index = random.Random(14), CopyIndex()
    assert [index.find_and_add(article(24 * day, "Stars", recurring.horoscope(rng))) for day in range(12)] == [
        None
    ] * 12


def test_snapshots_of_a_ticker_and_its_copies_elsewhere() -> None:
    """The house's own snapshots are no copies; another house's copy of the last is one, of the first."""
    rng, index = random.Random(15), CopyIndex()
    lines: list[str] = []
    for number in range(6):
        lines.insert(0, report(rng, 4))
        assert index.find_and_add(article(number, "Live", "\n".join(lines), publisher="Herald")) is None
    copy = index.find_and_add(article(7, "As it happened", "\n".join(lines), publisher="Post"))
    assert copy is not None
    assert copy.original in {f"a{number}" for number in range(6)}


def test_a_corrected_issue_after_a_copy_is_still_no_copy() -> None:
    rng, index = random.Random(16), CopyIndex()
    text = report(rng)
    index.find_and_add(article(1, "Bridge opened", text, publisher="Herald"))
    taken = index.find_and_add(article(2, "Bridge opened", text, publisher="Post"))
    assert taken is not None
    assert index.find_and_add(article(3, "Bridge opened at last", change_lead(text, rng), publisher="Herald")) is None
    late = index.find_and_add(article(4, "Bridge opened at last", text, publisher="Echo"))
    assert late is not None
    assert late.original == "a1"


def test_a_portals_second_issue_of_an_agencys_text_is_a_copy_of_the_agencys() -> None:
    rng, index = random.Random(17), CopyIndex()
    text = report(rng)
    index.find_and_add(article(1, "Bridge", text, publisher="Telvar"))
    for number in (2, 3):
        copy = index.find_and_add(article(number, "Bridge", text, publisher="Portal"))
        assert copy is not None
        assert copy.original == "a1"


def test_one_publishers_notices_make_no_copies() -> None:
    rng, index = random.Random(18), CopyIndex()
    notice = report(rng, 5)
    texts = [f"{report(rng, 3)}\n{notice}" for _ in range(6)]
    for number, text in enumerate(texts):
        assert index.find_and_add(article(number, f"Report {number}", text, publisher="Herald")) is None


def decided(first: FoldInput, second: FoldInput) -> Copy:
    index = CopyIndex()
    index.add(first)
    copy = index.find(second)
    assert copy is not None
    return copy


def test_direction_does_not_depend_on_arrival() -> None:
    text = report(random.Random(19))
    part = "\n".join(text.split("\n")[:6])
    agency = FoldInput("own", "t", text, publisher="Telvar", published=BEGAN + timedelta(hours=2))
    early = FoldInput("early", "t", text, publisher="Post", agency="Telvar", published=BEGAN)
    late = FoldInput("late", "t", text, publisher="Echo", agency="Telvar", published=BEGAN + timedelta(hours=1))
    whole = FoldInput("whole", "t", text, publisher="Wall")
    short = FoldInput("short", "t", part, publisher="Lane")
    for copying, original in ((early, agency), (late, early), (late, agency), (short, whole)):
        for pair in ((copying, original), (original, copying)):
            found = decided(*pair)
            assert (found.article, found.original) == (copying.id, original.id)


def test_different_reports_of_one_event_are_no_copies() -> None:
    path = SHARED / "data" / "fold" / "ecbplus_dev.jsonl"
    if not path.is_file():
        pytest.skip(f"the labelled reports are not at {path}")
    stories: dict[str, list[FoldInput]] = defaultdict(list)
    for number, line in enumerate(path.read_bytes().splitlines()):
        row = orjson.loads(line)
        stories[row["story"]].append(FoldInput(row["id"], "", row["text"], publisher=f"Paper {number}"))
    for reports in stories.values():
        for one, other in combinations(reports, 2):
            mine, theirs = _shingles(one.text), _shingles(other.text)
            shared = len(mine & theirs)
            if shared and shared < 0.2 * len(mine | theirs):
                index = CopyIndex()
                index.add(one)
                assert index.find(other) is None, (one.id, other.id)


def _shingles(text: str) -> set[tuple[str, ...]]:
    found = tokens(text)
    return set(zip(found, found[1:], found[2:], found[3:], strict=False))
