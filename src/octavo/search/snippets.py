"""The piece of a text that shows why it was found."""

from collections.abc import Sequence

from octavo.search.constants import SNIPPET_CHARACTERS, SNIPPET_LEAD_CHARACTERS, SNIPPET_SCANNED_CHARACTERS
from octavo.search.folding import Located, locate
from octavo.search.query import Query

Mark = tuple[int, int, int]
"""Start, end, and which of the query's terms stands there."""


def snippet(text: str, query: Query) -> list[tuple[str, bool]]:
    """Return an excerpt of `text` in pieces, True for those that match `query`; its beginning where nothing does.

    The pieces joined are a part of `text`, with an ellipsis where it was cut.
    """
    marks = _marks(locate(text[:SNIPPET_SCANNED_CHARACTERS]), query.terms)
    start = _best_start(text, marks)
    end = _word_end(text, start + SNIPPET_CHARACTERS)
    pieces = _pieces(text, start, end, [mark for mark in marks if mark[0] >= start and mark[1] <= end])
    before = [("… ", False)] if start else []
    after = [(" …", False)] if end < len(text) else []
    return before + pieces + after


def _marks(located: Sequence[Located], terms: Sequence[tuple[str, ...]]) -> list[Mark]:
    marks: list[Mark] = []
    by_first: dict[str, list[int]] = {}
    for number, term in enumerate(terms):
        by_first.setdefault(term[0], []).append(number)
    for i, first in enumerate(located):
        for number in by_first.get(first.token, ()):
            run = located[i : i + len(terms[number])]
            if tuple(token.token for token in run) == terms[number]:
                marks.append((first.start, run[-1].end, number))
    return marks


def _best_start(text: str, marks: Sequence[Mark]) -> int:
    best, best_count = 0, 0
    for i, (start, _, _) in enumerate(marks):
        limit = start + SNIPPET_CHARACTERS - SNIPPET_LEAD_CHARACTERS
        count = len({number for at, end, number in marks[i : i + 50] if at >= start and end <= limit})
        if count > best_count:
            best, best_count = start, count
    return _word_start(text, best - SNIPPET_LEAD_CHARACTERS)


def _word_start(text: str, position: int) -> int:
    if position <= 0:
        return 0
    space = text.find(" ", position, position + SNIPPET_LEAD_CHARACTERS)
    return position if space < 0 else space + 1


def _word_end(text: str, position: int) -> int:
    if position >= len(text):
        return len(text)
    space = text.rfind(" ", max(0, position - SNIPPET_LEAD_CHARACTERS), position)
    return position if space < 0 else space


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    at = start
    for mark_start, mark_end, _ in sorted(marks):
        if mark_end <= at:
            continue
        pieces.append((text[at : max(at, mark_start)], False))
        pieces.append((text[max(at, mark_start) : mark_end], True))
        at = mark_end
    pieces.append((text[at:end], False))
    return [piece for piece in pieces if piece[0]]
