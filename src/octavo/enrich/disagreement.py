"""Where independent reports state different numbers of the same thing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import combinations

from octavo.core.quantities import Quantity
from octavo.core.text import words
from octavo.enrich import constants
from octavo.enrich.amounts import numbers
from octavo.enrich.counts import Count, counts
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.lexicon import lexicon
from octavo.enrich.passages import Passage
from octavo.enrich.same_claim import is_same_claim, is_same_toll
from octavo.enrich.tolls import Toll, tolls


@dataclass(frozen=True, slots=True)
class Disagreement:
    one: Count
    other: Count


class _Reports:
    """The reports that are compared: their passages, and their whole texts where those are given."""

    def __init__(self, found: Sequence[Passage], language: str, articles: Sequence[SourceArticle]) -> None:
        self._found, self._language, self._articles = found, language, articles
        self._stated: dict[int, frozenset[Decimal]] = {}

    def may_differ(self, one: Count, other: Count, factor: int) -> bool:
        """Say whether two numbers differ, by no more than `factor`, none of them rounded or risen with time."""
        larger, smaller = max(one.value, other.value), min(one.value, other.value)
        near = smaller < larger < smaller * factor and not _is_rounded(larger, smaller)
        return near and not self._has_risen(one, other)

    def knows_both(self, one: Count, other: Count) -> bool:
        """Say whether either report states the other's number too, as that of a part or of before."""
        articles = (one.passage.article, other.passage.article)
        return one.value in self._numbers(articles[1]) or other.value in self._numbers(articles[0])

    def _numbers(self, article: int) -> frozenset[Decimal]:
        if article not in self._stated:
            texts = [passage.text for passage in self._found if passage.article == article]
            if self._articles:
                texts = [self._articles[article].title, self._articles[article].text]
            self._stated[article] = frozenset(
                one.value for text in texts for one in numbers(text, self._language) if not self._is_span(text, one)
            )
        return self._stated[article]

    def _is_span(self, text: str, one: Quantity) -> bool:
        """Say whether a number counts time, as in "nine months", and so nothing that reports could differ over."""
        behind = words(text[one.end : one.end + constants.SPAN_CHARACTERS].casefold())
        return not lexicon(self._language).clock.isdisjoint(behind[:1])

    def _has_risen(self, one: Count, other: Count) -> bool:
        if not self._articles:
            return False
        low, high = sorted((one, other), key=lambda count: count.value)
        earlier, later = (self._articles[count.passage.article].published for count in (low, high))
        return bool(earlier and later and later - earlier >= timedelta(hours=constants.RISING_HOURS))


def disagreements(
    found: Sequence[Passage], language: str, articles: Sequence[SourceArticle] = ()
) -> list[Disagreement]:
    """Return pairs of counts of the same thing by different articles that do not agree, none of them twice.

    Only numbers that the other article states nowhere, in sentences that otherwise say the same. With the passages'
    `articles` their whole texts are looked into, and a number that rises with time is no disagreement.
    """
    reports = _Reports(found, language, articles)
    out: list[Disagreement] = list(_of_tolls(found, language, reports))
    told: set[str] = set()
    taken = [{pair.one.value, pair.other.value} for pair in out]
    for one, other in combinations(counts(found, language), 2):
        apart = one.passage.article != other.passage.article and one.counted == other.counted
        fresh = apart and one.counted not in told and {one.value, other.value} not in taken
        if (
            fresh
            and reports.may_differ(one, other, constants.FARTHEST_FACTOR)
            and is_same_claim(one, other, language)
            and not reports.knows_both(one, other)
        ):
            told.add(one.counted)
            out.append(Disagreement(one, other))
    return out


def _is_rounded(larger: Decimal, smaller: Decimal) -> bool:
    """Say whether two numbers are one, of which one report gives fewer figures."""
    figures = [len(value.normalize().as_tuple().digits) for value in (larger, smaller)]
    near = smaller >= larger * Decimal(constants.ROUNDED_ALIKE)
    return near and (figures[0] != figures[1] or max(figures) == 1)


def _of_tolls(found: Sequence[Passage], language: str, reports: _Reports) -> Iterator[Disagreement]:
    """Yield the first two reports whose tolls differ."""
    for one, other in combinations(tolls(found, language).values(), 2):
        pair = Disagreement(_count(one), _count(other))
        if (
            reports.may_differ(pair.one, pair.other, constants.FARTHEST_TOLL_FACTOR)
            and is_same_toll(one, other, language)
            and not reports.knows_both(pair.one, pair.other)
        ):
            yield pair
            return


def _count(toll: Toll) -> Count:
    passage, start, end = toll.passage, toll.start, toll.end
    value = toll.number.value
    return Count(passage, passage.start + start, passage.start + end, passage.text[start:end], value, "")
