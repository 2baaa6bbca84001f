"""Where independent reports state different numbers of the same thing."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import combinations, islice

from octavo.core.quantities import Quantity
from octavo.core.text import words
from octavo.enrich import constants
from octavo.enrich.amounts import numbers
from octavo.enrich.counts import Count, counts
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.lexicon import lexicon
from octavo.enrich.overtaken import still_told
from octavo.enrich.passages import Passage
from octavo.enrich.same_claim import is_same_claim, is_same_toll
from octavo.enrich.tolls import FATES, Toll, beside, fates, tolls
from octavo.enrich.wording import finds


@dataclass(frozen=True, slots=True)
class Disagreement:
    one: Count
    other: Count

    @property
    def values(self) -> set[Decimal]:
        return {self.one.value, self.other.value}


class Reports:
    """The reports that are compared: their passages, and where those are given their whole texts."""

    def __init__(self, found: Sequence[Passage], language: str, articles: Sequence[SourceArticle]) -> None:
        self._found, self._language, self._articles = found, language, articles
        self._stated: dict[int, frozenset[Decimal]] = {}

    def may_differ(self, one: Count, other: Count, factor: int) -> bool:
        """Tell whether two numbers differ, by no more than `factor`, none of them rounded or another one by now."""
        larger, smaller = max(one.value, other.value), min(one.value, other.value)
        near = smaller < larger < smaller * factor and not _is_rounded(larger, smaller)
        return near and not self._has_moved(one, other)

    def knows_both(self, one: Count, other: Count) -> bool:
        """Tell whether either report states the other's number too, as that of a part or of before."""
        articles = (one.passage.article, other.passage.article)
        return one.value in self._numbers(articles[1]) or other.value in self._numbers(articles[0])

    def tolls_differ(self, one: Toll, other: Toll) -> bool:
        """Tell whether two tolls differ, and neither report states the other's."""
        pair = count_of(one), count_of(other)
        return self.may_differ(*pair, constants.FARTHEST_TOLL_FACTOR) and not self.knows_both(*pair)

    def _numbers(self, article: int) -> frozenset[Decimal]:
        if article not in self._stated:
            texts, language = [passage.text for passage in self._found if passage.article == article], self._language
            if self._articles:
                report = self._articles[article]
                texts, language = [report.title, report.text], report.language
            self._stated[article] = frozenset(
                one.value for text in texts for one in numbers(text, language) if not _is_span(text, one, language)
            )
        return self._stated[article]

    def _has_moved(self, one: Count, other: Count) -> bool:
        """Tell whether the later of two reports may state another number because that has risen or fallen since.

        Or because its publisher corrects itself: only the reports of two can differ.
        """
        if not self._articles:
            return False
        if self._is_one_publisher(one, other):
            return True
        low, high = sorted((one, other), key=lambda count: count.value)
        earlier, later = (self._articles[count.passage.article].published for count in (low, high))
        if not earlier or not later or abs(later - earlier) < timedelta(hours=constants.RISING_HOURS):
            return False
        return self._is_beside("varying", one, other) or (later > earlier and self._is_rising(one, other))

    def _is_one_publisher(self, *told: Count) -> bool:
        publishers = {self._articles[one.passage.article].publisher for one in told}
        return len(publishers) == 1 and "" not in publishers

    def _is_rising(self, *told: Count) -> bool:
        of_fate = (one.counted in FATES or fates(self._language_of(one)).search(_near(one)) for one in told)
        return any(of_fate) or self._is_beside("rising", *told)

    def _is_beside(self, kind: str, *told: Count) -> bool:
        return any(finds(self._language_of(one), kind).search(_near(one)) for one in told)

    def _language_of(self, one: Count) -> str:
        return self._articles[one.passage.article].language


def disagreements(
    found: Sequence[Passage], language: str, articles: Sequence[SourceArticle] = ()
) -> list[Disagreement]:
    """Return pairs of counts of the same thing by different articles that do not agree, none of them twice.

    Only numbers that the other article states nowhere, in sentences that otherwise say the same. With the passages'
    `articles` their whole texts are looked into, and what grows while it is counted or varies by the hour may be
    another number in a later report.
    """
    reports = Reports(found, language, articles)
    told = (still_told([*tolls(found, language, fate).values()], articles) for fate in FATES)
    of_fates = [pair for of_fate in told for pair in islice(toll_disagreements(of_fate, language, reports), 1)]
    return [*of_fates, *count_disagreements(found, language, reports, [pair.values for pair in of_fates])]


def count_disagreements(
    found: Sequence[Passage], language: str, reports: Reports, taken: Sequence[Set[Decimal]] = ()
) -> Iterator[Disagreement]:
    """Yield pairs of reports that state different numbers of one thing in the same words, the first of each thing.

    taken: numbers of which it has been told that reports differ over them.
    """
    told: set[str] = set()
    for one, other in combinations(counts(found, language), 2):
        pair = Disagreement(one, other)
        apart = one.passage.article != other.passage.article and one.counted == other.counted
        if (
            apart
            and one.counted not in told
            and not any(pair.values <= values for values in taken)
            and reports.may_differ(one, other, constants.FARTHEST_FACTOR)
            and is_same_claim(one, other, language)
            and not reports.knows_both(one, other)
        ):
            told.add(one.counted)
            yield pair


def _is_rounded(larger: Decimal, smaller: Decimal) -> bool:
    """Tell whether two numbers are one, of which one report gives fewer figures."""
    figures = [len(value.normalize().as_tuple().digits) for value in (larger, smaller)]
    near = smaller >= larger * Decimal(constants.ROUNDED_ALIKE)
    return near and (figures[0] != figures[1] or max(figures) == 1)


def _is_span(text: str, one: Quantity, language: str) -> bool:
    """Tell whether a number counts time, as in "nine months", and so nothing that reports could differ over."""
    behind = words(text[one.end : one.end + constants.SPAN_CHARACTERS].casefold())
    return not lexicon(language).clock.isdisjoint(behind[:1])


def toll_disagreements(told: Sequence[Toll], language: str, reports: Reports) -> Iterator[Disagreement]:
    """Yield the pairs of reports whose tolls of one fate, `told` in one language, differ."""
    for one, other in combinations(told, 2):
        if reports.tolls_differ(one, other) and is_same_toll(one, other, language):
            yield Disagreement(*_told_alike(one, other))


def _told_alike(one: Toll, other: Toll) -> tuple[Count, Count]:
    """Return two tolls as phrases of one kind: 12 people died, 12 people, or 12."""
    if one.tells_fate and other.tells_fate:
        return count_of(one), count_of(other)
    if all(toll.counted_end > toll.number.end for toll in (one, other)):
        return _cut(one, one.start, one.counted_end), _cut(other, other.start, other.counted_end)
    return _cut(one, one.number.start, one.number.end), _cut(other, other.number.start, other.number.end)


def count_of(toll: Toll) -> Count:
    """Return a toll as a number of what its fate is called."""
    return _cut(toll, toll.start, toll.end)


def _cut(toll: Toll, start: int, end: int) -> Count:
    passage = toll.passage
    shift = passage.start
    return Count(passage, shift + start, shift + end, passage.text[start:end], toll.number.value, toll.fate)


def _near(count: Count) -> str:
    """Return a number with what stands beside it, up to the next stop or number."""
    shift = count.passage.start
    before, behind = beside(count.passage.text, count.start - shift, count.end - shift)
    return f"{before}{count.text}{behind}"
