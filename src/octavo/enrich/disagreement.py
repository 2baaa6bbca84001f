"""Where independent reports state different numbers of the same thing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import combinations

from octavo.enrich import constants
from octavo.enrich.amounts import numbers
from octavo.enrich.counts import Count, counts
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.passages import Passage
from octavo.enrich.same_claim import is_same_claim, is_same_toll
from octavo.enrich.tolls import tolls


@dataclass(frozen=True, slots=True)
class Disagreement:
    one: Count
    other: Count


@dataclass(frozen=True, slots=True)
class _Reports:
    """What is known of the reports that are compared."""

    articles: Sequence[SourceArticle]
    """Those of the passages; empty where only their passages are known."""
    stated: Mapping[int, set[Decimal]]
    """By article, all numbers that it states."""

    def may_differ(self, one: Count, other: Count, factor: int) -> bool:
        """Say whether neither report has the other's number too, as that of a part, and none of them is a rounding.

        Nor may they be farther apart than by `factor`, or the later of them have the larger: most counts rise.
        """
        larger, smaller = max(one.value, other.value), min(one.value, other.value)
        known = one.value in self.stated[other.passage.article] or other.value in self.stated[one.passage.article]
        near = smaller < larger < smaller * factor and not _is_rounded(larger, smaller)
        return near and not known and not self._has_risen(one, other)

    def _has_risen(self, one: Count, other: Count) -> bool:
        low, high = sorted((one, other), key=lambda count: count.value)
        if not self.articles:
            return False
        earlier, later = (self.articles[count.passage.article].published for count in (low, high))
        return bool(earlier and later and later - earlier >= timedelta(hours=constants.RISING_HOURS))


def disagreements(
    found: Sequence[Passage], language: str, articles: Sequence[SourceArticle] = ()
) -> list[Disagreement]:
    """Return pairs of counts of the same thing by different articles that do not agree, none of them twice.

    Only numbers that the other article states nowhere, in sentences that otherwise say the same. With the passages'
    `articles` their whole texts are looked into, and a number that rises with time is no disagreement.
    """
    reports = _Reports(articles, _stated(found, language, articles))
    out: list[Disagreement] = list(_of_tolls(found, language, reports))
    told: set[str] = set()
    taken = [{pair.one.value, pair.other.value} for pair in out]
    for one, other in combinations(counts(found, language), 2):
        apart = one.passage.article != other.passage.article and one.counted == other.counted
        fresh = apart and one.counted not in told and {one.value, other.value} not in taken
        if fresh and reports.may_differ(one, other, constants.FARTHEST_FACTOR) and is_same_claim(one, other, language):
            told.add(one.counted)
            out.append(Disagreement(one, other))
    return out


def _stated(found: Sequence[Passage], language: str, articles: Sequence[SourceArticle]) -> Mapping[int, set[Decimal]]:
    """Return by article all numbers of its whole text where it is given, else of its passages."""
    texts = [(passage.article, passage.text) for passage in found]
    texts += [(n, f"{article.title}\n{article.text}") for n, article in enumerate(articles)]
    stated: dict[int, set[Decimal]] = defaultdict(set)
    for article, text in texts:
        stated[article] |= {one.value for one in numbers(text, language)}
    return stated


def _is_rounded(larger: Decimal, smaller: Decimal) -> bool:
    """Say whether two numbers are one, of which one report gives fewer figures."""
    figures = [len(value.normalize().as_tuple().digits) for value in (larger, smaller)]
    near = smaller >= larger * Decimal(constants.ROUNDED_ALIKE)
    return near and (figures[0] != figures[1] or max(figures) == 1)


def _of_tolls(found: Sequence[Passage], language: str, reports: _Reports) -> Iterator[Disagreement]:
    """Yield the first two reports whose tolls differ."""
    for one, other in combinations(tolls(found, language).values(), 2):
        mine, theirs = (
            Count(
                toll.passage,
                toll.passage.start + toll.start,
                toll.passage.start + toll.end,
                toll.passage.text[toll.start : toll.end],
                toll.number.value,
                "",
            )
            for toll in (one, other)
        )
        if reports.may_differ(mine, theirs, constants.FARTHEST_TOLL_FACTOR) and is_same_toll(one, other, language):
            yield Disagreement(mine, theirs)
            return
