"""Reports of one story, one beside the other: what only one tells, where they differ, who is quoted, who is named."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from octavo.core.types import CitedSentence
from octavo.enrich import constants
from octavo.enrich.cues import UNCASED
from octavo.enrich.developments import only_in
from octavo.enrich.disagreement import disagreements
from octavo.enrich.entities import EntityKind
from octavo.enrich.gathering import Found, gathered, kind_of, spelled, weightiest
from octavo.enrich.holders import holder_disagreements
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.naming import entities
from octavo.enrich.passages import Passage, passages
from octavo.enrich.quotes import Quote, quotes


@dataclass(frozen=True, slots=True)
class Stated:
    """What an article states within a passage: `text[start:end]` of the article is the passage."""

    article: str
    start: int
    end: int
    first: int
    last: int
    """Offsets of the number or the name itself into the article's text."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something that the reports name."""

    name: str
    kind: EntityKind
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    only: Mapping[str, tuple[CitedSentence, ...]]
    """By article: what no other report of the story tells."""
    differences: tuple[tuple[Stated, Stated], ...]
    """Where two reports state different numbers of one thing, or name different people for one office."""
    quotes: tuple[Quote, ...]
    named: tuple[Named, ...]
    """People, bodies, places and other names, the most reported first."""


def compare(articles: Sequence[SourceArticle]) -> Comparison:
    """Compare a story's reports; those in other languages than all others are not told apart by words."""
    own = independent(articles)
    spoken: dict[str, list[SourceArticle]] = defaultdict(list)
    for article in own:
        spoken[article.language].append(article)
    groups = [group for group in spoken.values() if len(group) > 1]
    return Comparison(
        only={one.id: only_in(one, own) for group in groups for one in group},
        differences=tuple(pair for group in groups for pair in _differences(group)),
        quotes=quotes(own),
        named=named_in(own),
    )


def _differences(group: Sequence[SourceArticle]) -> Iterator[tuple[Stated, Stated]]:
    found = passages(list(group))
    for pair in disagreements(found, group[0].language, group)[: constants.DIFFERENCES_COUNT]:
        one, other = (
            Stated(group[count.passage.article].id, count.passage.start, count.passage.end, count.start, count.end)
            for count in (pair.one, pair.other)
        )
        yield one, other
    readable = passages(list(group), lenient=True)
    for first, second in holder_disagreements(group):
        around = [_around(readable, group, holder.article, holder.start) for holder in (first, second)]
        if around[0] and around[1]:
            yield (
                Stated(first.article, around[0].start, around[0].end, first.start, first.end),
                Stated(second.article, around[1].start, around[1].end, second.start, second.end),
            )


def _around(found: Sequence[Passage], group: Sequence[SourceArticle], article: str, offset: int) -> Passage | None:
    return next((one for one in found if group[one.article].id == article and one.start <= offset < one.end), None)


def named_in(articles: Sequence[SourceArticle]) -> tuple[Named, ...]:
    """Return whom and what articles name, the most reported first; names of unknown kind where they weigh enough."""
    found = gathered(
        (article, one) for article in articles for one in entities(article.text, article.title, article.language)
    )
    return tuple(
        Named(spelled(group)[1].surface, kind_of(group), tuple(dict.fromkeys(article.id for article, _ in group)))
        for group in weightiest([group for group in found if _weighs(group)])
    )


def _weighs(found: Sequence[Found]) -> bool:
    article, one = found[0]
    if len(found) > 1:
        return True
    is_sure = one.kind is not EntityKind.OTHER or (article.language not in UNCASED and " " in one.surface)
    return is_sure and (one.count > 1 or one.in_title)
