"""What a story's page shows of its reports beside one another, every passage with where it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from octavo.config import settings
from octavo.core.types import CitedSentence
from octavo.editions.reading.cards import ArticleCard
from octavo.editions.reading.citing import SentenceCite, SummarySentence
from octavo.enrich import SourceArticle
from octavo.enrich.comparing import Comparison, Stated, compare
from octavo.enrich.developments import only_in
from octavo.extract.models import Article

REPORTS_COUNT = 12
"""The newest independent reports that are compared, at some 4 ms each."""
QUOTES_COUNT = 6
NAMES_COUNT = 14
KEPT_COUNT = 128
EXCERPT_HELD_CHARACTERS = 60
"""A sentence of which an excerpt has so much stands on the page already."""
FACT_KINDS = ("who", "when", "where", "amount", "commitment")
"""In the order shown; what happened is the summary's first sentence."""


@dataclass(frozen=True, slots=True)
class Side:
    """One report's passage, parted around the number or name in question."""

    cite: SentenceCite
    before: str
    stated: str
    after: str


@dataclass(frozen=True, slots=True)
class QuoteCard:
    text: str
    speaker: str
    language: str
    cite: SentenceCite


@dataclass(frozen=True, slots=True)
class Fact:
    text: str
    cite: SentenceCite
    date: date | None
    """Of a day, which one it was."""
    parts: tuple[str, ...]
    """The text parted around the amounts in it: what is said, an amount, what is said; one part where there is none."""
    cut: tuple[bool, bool]
    """Whether its sentence begins before the text, and whether it goes on behind."""
    reports: tuple[SentenceCite, ...]
    """Where further reports state the same."""


@dataclass(frozen=True, slots=True)
class ComparedReports:
    only: Mapping[int, tuple[SummarySentence, ...]]
    """By article: what it alone tells."""
    differences: tuple[tuple[Side, Side], ...]
    quotes: tuple[QuoteCard, ...]
    names: tuple[str, ...]
    """Whom and what the reports name, the most reported first."""
    news: tuple[SummarySentence, ...]
    """What the newest report adds to those before it."""


NOTHING = ComparedReports({}, (), (), (), ())


def compared_reports(rows: Sequence[Article], cards: Mapping[int, ArticleCard], language: str) -> ComparedReports:
    """Return a story's reports compared, `rows` being its articles by time; nothing where `OCTAVO_AI` is off."""
    if not settings.current().ai:
        return NOTHING
    own = [row for row in rows if not cards[row.pk].copy_kind and cards[row.pk].publisher.is_quotable][-REPORTS_COUNT:]
    texts = dict(Article.objects.filter(pk__in=[row.pk for row in own]).values_list("pk", "text"))
    sources = tuple(
        SourceArticle(str(row.pk), row.title, texts[row.pk], row.language, row.publisher.name) for row in own
    )
    found = _kept_comparison(sources)
    by_id = {one.id: one for one in sources}
    told = sorted(found.quotes, key=lambda one: by_id[one.article].language != language)
    return ComparedReports(
        only={int(one): cited(_unseen(sentences, cards[int(one)]), cards) for one, sentences in found.only.items()},
        differences=tuple((_side(one, by_id, cards), _side(other, by_id, cards)) for one, other in found.differences),
        quotes=tuple(
            QuoteCard(one.text, one.speaker, by_id[one.article].language, _cite(cards, one.article, one.start, one.end))
            for one in told[:QUOTES_COUNT]
        ),
        names=tuple(one.name for one in found.named[:NAMES_COUNT]),
        news=cited(_news(sources, language), cards),
    )


def _unseen(sentences: Iterable[CitedSentence], card: ArticleCard) -> list[CitedSentence]:
    """Leave out what the excerpt beside it begins with."""
    return [one for one in sentences if one.text[:EXCERPT_HELD_CHARACTERS] not in card.excerpt]


@lru_cache(KEPT_COUNT)
def _kept_comparison(sources: tuple[SourceArticle, ...]) -> Comparison:
    return compare(sources)


def _news(sources: Sequence[SourceArticle], language: str) -> tuple[CitedSentence, ...]:
    """Return what the newest report, in the reader's language if one may be, tells that none before it did."""
    spoken = [one for one in sources if one.language == language] or list(sources)
    if len(spoken) < 2:
        return ()
    return only_in(spoken[-1], sources)


def cited(sentences: Iterable[CitedSentence], cards: Mapping[int, ArticleCard]) -> tuple[SummarySentence, ...]:
    """Return sentences with the articles that they are cited from."""
    return tuple(
        SummarySentence(one.text, tuple(_cite(cards, cite.article, cite.start, cite.end) for cite in one.cites))
        for one in sentences
    )


def _side(stated: Stated, sources: Mapping[str, SourceArticle], cards: Mapping[int, ArticleCard]) -> Side:
    text = sources[stated.article].text
    return Side(
        cite=_cite(cards, stated.article, stated.start, stated.end),
        before=text[stated.start : stated.first],
        stated=text[stated.first : stated.last],
        after=text[stated.last : stated.end],
    )


def _cite(cards: Mapping[int, ArticleCard], article: str, start: int, end: int) -> SentenceCite:
    return SentenceCite(cards[int(article)], start, end)


def facts_of(summary: Mapping[str, Any], cards: Mapping[int, ArticleCard]) -> Mapping[str, tuple[Fact, ...]]:
    """Return the key facts of a stored summary by kind, each where it stands word for word.

    Amounts of one clause are told together.
    """
    found: dict[str, list[Fact]] = {kind: [] for kind in FACT_KINDS}
    by_clause: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for place, fact in enumerate(summary.get("facts", ())):
        first = fact["cites"][0]
        if fact["kind"] in found and _is_shown(cards.get(int(first["article"]))):
            begins = first["start"] - fact.get("at", 0)
            by_clause.setdefault((fact["kind"], first["article"], begins if "clause" in fact else -place), []).append(
                fact
            )
    for (kind, *_), facts in by_clause.items():
        found[kind].append(_fact(facts, cards))
    return {kind: tuple(facts) for kind, facts in found.items() if facts}


def _is_shown(card: ArticleCard | None) -> bool:
    return card is not None and card.publisher.is_quotable


def _fact(facts: Sequence[Mapping[str, Any]], cards: Mapping[int, ArticleCard]) -> Fact:
    """Return one fact, or the amounts of one clause as one."""
    clause = str(facts[0].get("clause", facts[0]["text"]))
    first = facts[0]["cites"][0]
    begins = first["start"] - facts[0].get("at", 0)
    cut = facts[0].get("cut", (False, False))
    more = {one["article"]: one for fact in facts for one in fact["cites"] if one["article"] != first["article"]}
    shown = [one for one in more.values() if _is_shown(cards.get(int(one["article"])))]
    return Fact(
        text=clause,
        cite=_cite(cards, first["article"], begins, begins + len(clause)),
        date=date.fromisoformat(facts[0]["date"]) if "date" in facts[0] else None,
        parts=_parts(clause, [(fact["at"], fact["at"] + len(fact["text"])) for fact in facts if "at" in fact]),
        cut=(bool(cut[0]), bool(cut[1])),
        reports=tuple(_cite(cards, one["article"], one["start"], one["end"]) for one in shown),
    )


def _parts(clause: str, amounts: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    parts, end = [], 0
    for first, last in sorted(amounts):
        if first >= end:
            parts += [clause[end:first], clause[first:last]]
            end = last
    return (*parts, clause[end:])
