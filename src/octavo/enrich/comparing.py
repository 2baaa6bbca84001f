"""Reports of one story, one beside the other: what they agree on, what only one tells or leaves out, where they differ.

Nothing here says which report is right.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from octavo.core.types import Cite, CitedSentence
from octavo.core.vectors import Embedder
from octavo.enrich import constants
from octavo.enrich.agreeing import Agreed, Stated, agreed, left_out
from octavo.enrich.counts import Count
from octavo.enrich.developments import only_in
from octavo.enrich.differing import differing
from octavo.enrich.grouping import Group, groups
from octavo.enrich.holders import Holder, holder_disagreements
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.named import Named, named, names_in
from octavo.enrich.passages import Passage, passages
from octavo.enrich.quotes import Quote, quotes
from octavo.enrich.worded import worded


@dataclass(frozen=True, slots=True)
class Comparison:
    agreed: tuple[Agreed, ...]
    """What two or more reports state."""
    left_out: Mapping[str, tuple[Agreed, ...]]
    """By article: what more than half of the reports state and it does not."""
    only: Mapping[str, tuple[CitedSentence, ...]]
    """By article: what no other report of the story tells."""
    differences: tuple[tuple[tuple[Stated, ...], ...], ...]
    """Where reports state different numbers of one thing, or name different people for one office: what stands against
    what, each as all reports that state it do."""
    wordings: tuple[tuple[Cite, Cite], ...]
    """Sentences in which two reports tell the same in other words."""
    quotes: tuple[Quote, ...]
    groups: tuple[Group, ...]
    """Its reports by country, language and publisher."""
    named: tuple[Named, ...]
    """People, bodies, places and other names, the most reported first."""


def compare(articles: Sequence[SourceArticle], embedder: Embedder | None = None) -> Comparison:
    """Compare a story's reports; those in other languages than all others are not told apart by words.

    embedder: compares meanings; without one nothing is said of wordings, and less across languages.
    """
    own = independent(articles)
    found, names = passages(own), names_in(own)
    spoken: dict[str, list[SourceArticle]] = defaultdict(list)
    for article in own:
        spoken[article.language].append(article)
    differences = (*_numbers(own, found, embedder), *_holders(own))
    facts = tuple(_undisputed(agreed(own, found, names), differences))
    told = tuple(named(group) for group in names)
    return Comparison(
        agreed=facts,
        left_out=left_out(facts, len(own)),
        only={one.id: only_in(one, own, embedder) for group in spoken.values() if len(group) > 1 for one in group},
        differences=differences,
        wordings=_wordings(own, found, [one.name for one in told], embedder),
        quotes=quotes(own),
        groups=groups(own, facts),
        named=told,
    )


def _numbers(
    own: Sequence[SourceArticle], found: Sequence[Passage], embedder: Embedder | None
) -> Iterator[tuple[tuple[Stated, ...], ...]]:
    for sides in differing(own, found, embedder)[: constants.DIFFERENCES_COUNT]:
        yield tuple(tuple(_counted(own, count) for count in side) for side in sides)


def _counted(own: Sequence[SourceArticle], count: Count) -> Stated:
    passage = count.passage
    return Stated(own[passage.article].id, passage.start, passage.end, count.start, count.end)


def _holders(own: Sequence[SourceArticle]) -> Iterator[tuple[tuple[Stated, ...], ...]]:
    pairs = holder_disagreements(own)
    readable = passages(list(own), lenient=True) if pairs else []
    for pair in pairs:
        sides = tuple(tuple(_held(readable, own, holder) for holder in side) for side in pair)
        shown = tuple(tuple(one for one in side if one) for side in sides)
        if all(shown):
            yield shown


def _held(found: Sequence[Passage], own: Sequence[SourceArticle], holder: Holder) -> Stated | None:
    for one in found:
        if own[one.article].id == holder.article and one.start <= holder.start < one.end:
            return Stated(holder.article, one.start, one.end, holder.start, holder.end)
    return None


def _undisputed(facts: Sequence[Agreed], differences: Sequence[Sequence[Sequence[Stated]]]) -> Iterator[Agreed]:
    """Yield what is agreed on, but for what they differ over; told first in sentences without such."""
    told = [one for sides in differences for side in sides for one in side]
    for fact in facts:
        if not any(one.overlaps(other) for one in fact.stated for other in told):
            plain_first = sorted(fact.stated, key=lambda one: any(one.holds(other) for other in told))
            yield replace(fact, stated=tuple(plain_first))


def _wordings(
    own: Sequence[SourceArticle], found: Sequence[Passage], names: Sequence[str], embedder: Embedder | None
) -> tuple[tuple[Cite, Cite], ...]:
    pairs = worded(own, found, names, embedder) if embedder and found else []
    return tuple((_cite(own, one), _cite(own, other)) for one, other in pairs)


def _cite(own: Sequence[SourceArticle], passage: Passage) -> Cite:
    return Cite(own[passage.article].id, passage.start, passage.end)
