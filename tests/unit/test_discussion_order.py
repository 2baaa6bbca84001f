"""The order and shape of a discussion, whatever was written in it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.community.arranging import Node, Order, Placed, arranged, page_of, sheet
from octavo.community.constants import DEPTH_COUNT, PAGE_COMMENTS_COUNT
from octavo.community.ranking import lower_bound

BEGAN = datetime(2030, 5, 1, 12, tzinfo=UTC)


def node(one: int, parent: int | None = None, *, worth: int = 0, off_topic: int = 0, is_seen: bool = True) -> Node:
    return Node(one, parent, BEGAN + timedelta(minutes=one), worth, off_topic, is_seen)


def ids(placed: tuple[Placed, ...]) -> list[int]:
    return [one.id for one in placed]


@st.composite
def discussions(draw: st.DrawFn) -> list[Node]:
    """Draw any tree, with parents that are missing, later or in a circle among them."""
    count = draw(st.integers(0, 40))
    made = []
    for one in range(1, count + 1):
        parent = draw(st.one_of(st.none(), st.integers(1, count + 5)))
        votes = draw(st.tuples(st.integers(0, 9), st.integers(0, 9)))
        made.append(node(one, parent, worth=votes[0], off_topic=votes[1], is_seen=draw(st.booleans())))
    return draw(st.permutations(made))


@given(discussions(), st.sampled_from(Order))
def test_every_comment_that_is_seen_stands_once_and_after_what_it_answers(nodes: list[Node], order: Order) -> None:
    placed = ids(arranged(nodes, order))
    assert len(placed) == len(set(placed))
    assert {one.id for one in nodes if one.is_seen} <= set(placed)
    place = {one: number for number, one in enumerate(placed)}
    for one in nodes:
        if one.id in place and one.parent in place and one.parent < one.id:
            assert place[one.parent] < place[one.id]


@given(discussions(), st.sampled_from(Order))
def test_what_is_not_seen_stands_only_where_somebody_answers_under_it(nodes: list[Node], order: Order) -> None:
    known = {one.id: one for one in nodes}
    placed = set(ids(arranged(nodes, order)))
    for one in placed:
        answers = [other for other in placed if known[other].parent == one and other > one]
        assert known[one].is_seen or answers


@given(discussions(), st.sampled_from(Order))
def test_the_page_or_a_name_says_what_each_answers(nodes: list[Node], order: Order) -> None:
    """Whoever reads from the top finds each answer's parent as the last one a step further out, or sees it named."""
    known = {one.id: one for one in nodes}
    last_at: dict[int, int] = {}
    for one in arranged(nodes, order):
        assert 0 <= one.depth <= DEPTH_COUNT
        parent = known[one.id].parent
        shown = one.answers_to or (last_at.get(one.depth - 1) if one.depth else None)
        assert shown == (parent if parent in known and parent is not None and parent < one.id else None)
        last_at[one.depth] = one.id


@given(discussions(), st.sampled_from(Order))
def test_the_order_does_not_depend_on_the_order_of_reading(nodes: list[Node], order: Order) -> None:
    assert arranged(nodes, order) == arranged(sorted(nodes, key=lambda one: one.id), order)


def test_a_long_quarrel_is_neither_deep_nor_slow() -> None:
    nodes = [node(1), *(node(one, one - 1) for one in range(2, 20_000))]
    placed = arranged(nodes, Order.BEST)
    assert ids(placed) == list(range(1, 20_000))
    assert placed[-1] == Placed(19_999, DEPTH_COUNT, 19_998)


def test_orders() -> None:
    nodes = [node(1), node(2, worth=3), node(3, off_topic=2), node(4, 1, worth=9), node(5, 1)]
    assert ids(arranged(nodes, Order.BEST)) == [2, 1, 4, 5, 3]
    assert ids(arranged(nodes, Order.OLDEST)) == [1, 4, 5, 2, 3]
    assert ids(arranged(nodes, Order.NEWEST)) == [3, 2, 1, 5, 4]


@given(st.integers(0, 300), st.integers(1, 9))
def test_pages_hold_all_comments_once(count: int, page: int) -> None:
    placed = arranged([node(one) for one in range(1, count + 1)], Order.OLDEST)
    parents: dict[int, int | None] = {one.id: None for one in placed}
    sheets = [sheet(placed, parents, number + 1) for number in range(sheet(placed, parents, 1).pages_count)]
    assert [one for cut in sheets for one in cut.placed] == list(placed)
    assert all(len(cut.placed) <= PAGE_COMMENTS_COUNT for cut in sheets)
    assert 1 <= sheet(placed, parents, page).page <= len(sheets)
    for number, cut in enumerate(sheets, start=1):
        assert all(page_of(placed, one.id) == number for one in cut.placed)


def test_an_answer_on_the_next_page_names_what_it_answers() -> None:
    nodes = [node(1), *(node(one, 1) for one in range(2, 150))]
    placed = arranged(nodes, Order.OLDEST)
    second = sheet(placed, {one.id: one.parent for one in nodes}, 2)
    assert second.placed[0].answers_to == 1


@pytest.mark.parametrize(
    ("positive", "negative", "bound"), [(0, 0, 0.0), (1, 0, 0.207), (9, 1, 0.596), (90, 10, 0.826), (0, 5, 0.0)]
)
def test_the_lower_bound_is_wilsons(positive: int, negative: int, bound: float) -> None:
    assert lower_bound(positive, negative) == pytest.approx(bound, abs=0.001)


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_vote_for_never_lowers_and_one_against_never_raises(positive: int, negative: int) -> None:
    now = lower_bound(positive, negative)
    assert 0 <= now <= 1
    assert lower_bound(positive + 1, negative) >= now >= lower_bound(positive, negative + 1) - 1e-12
