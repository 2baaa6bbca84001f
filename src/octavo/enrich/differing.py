"""Where a story's reports state different numbers of one thing, in one language or several, and all who state each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from octavo.core.quantities import UNITS
from octavo.core.vectors import Embedder
from octavo.enrich.across import is_same_toll_across
from octavo.enrich.counts import Count, counts
from octavo.enrich.disagreement import Disagreement, Reports, count_disagreements, count_of, toll_disagreements
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.overtaken import still_told
from octavo.enrich.passages import Passage
from octavo.enrich.same_claim import is_same_claim
from octavo.enrich.tolls import FATES, Toll, tolls

Sides = tuple[tuple[Count, ...], ...]
"""Two or more numbers of one thing, each as all reports that state it do, one of each report."""
_Spoken = Mapping[str, Sequence[Passage]]


def differing(articles: Sequence[SourceArticle], found: Sequence[Passage], embedder: Embedder | None) -> list[Sides]:
    """Return where independent articles, of which these are the passages, differ: over tolls first, across languages.

    embedder: compares what is said in two languages where no name is shared; without one it is not compared.
    """
    spoken: dict[str, list[Passage]] = defaultdict(list)
    for passage in found:
        spoken[articles[passage.article].language].append(passage)
    reports = Reports(found, "", articles)
    of_tolls = [sides for fate in FATES if (sides := _of_fate(fate, spoken, articles, reports, embedder))]
    taken = [{side[0].value for side in sides} for sides in of_tolls]
    of_counts = (
        _of_count(pair, told, language)
        for language, told in spoken.items()
        for pair in count_disagreements(told, language, reports, taken)
    )
    return [*of_tolls, *of_counts]


def _of_fate(
    fate: str, spoken: _Spoken, articles: Sequence[SourceArticle], reports: Reports, embedder: Embedder | None
) -> Sides:
    """Return the tolls of one fate that differ, in whatever languages."""
    every = [toll for language, found in spoken.items() for toll in tolls(found, language, fate).values()]
    told = still_told(every, articles)
    own: dict[str, list[Toll]] = defaultdict(list)
    for toll in told:
        own[articles[toll.passage.article].language].append(toll)
    pairs = [pair for language, tolled in own.items() for pair in toll_disagreements(tolled, language, reports)]
    pairs += _across(told, articles, reports, embedder)
    return _sides(pairs, [count_of(toll) for toll in every])


def _across(
    told: Sequence[Toll], articles: Sequence[SourceArticle], reports: Reports, embedder: Embedder | None
) -> Iterator[Disagreement]:
    """Yield the tolls of two languages that differ."""
    for one, other in combinations(told, 2):
        pair = articles[one.passage.article], articles[other.passage.article]
        is_across = pair[0].language != pair[1].language and reports.tolls_differ(one, other)
        if is_across and is_same_toll_across((one, other), pair, embedder):
            yield Disagreement(count_of(one), count_of(other))


def _of_count(pair: Disagreement, found: Sequence[Passage], language: str) -> Sides:
    """Return another number over which reports of one language differ; one with a unit may be of many things."""
    alike = [one for one in counts(found, language) if one.counted == pair.one.counted]
    if pair.one.counted in UNITS.values():
        both = pair.one, pair.other
        alike = [one for one in alike if any(is_same_claim(one, side, language) for side in both)]
    return _sides([pair], alike)


def _sides(pairs: Sequence[Disagreement], stated: Sequence[Count]) -> Sides:
    """Return what stands against what, with all who state each; a report that states several numbers stands nowhere."""
    sides: dict[Decimal, dict[int, Count]] = {}
    for count in (count for pair in pairs for count in (pair.one, pair.other)):
        sides.setdefault(count.value, {}).setdefault(count.passage.article, count)
    taken = {article for side in sides.values() for article in side}
    for count in stated:
        if count.value in sides and count.passage.article not in taken:
            sides[count.value].setdefault(count.passage.article, count)
    return tuple(tuple(side.values()) for side in sides.values())
