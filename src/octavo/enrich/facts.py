"""Key facts of a story: who, what, when, where, amounts with units, commitments with dates; each cited verbatim."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from octavo.core.quantities import UNITS
from octavo.core.text import words
from octavo.core.types import Cite
from octavo.enrich import constants
from octavo.enrich.amounts import CLAUSE_END, Amount, amounts
from octavo.enrich.days import Day, days
from octavo.enrich.entities import Entity
from octavo.enrich.gathering import FACT_OF_NAME, gathered, kind_of, spelled, weightiest
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.lexicon import lexicon
from octavo.enrich.naming import entities, is_agency
from octavo.enrich.overtaken import standing
from octavo.enrich.passages import Passage, passages
from octavo.enrich.promises import promised
from octavo.enrich.weighing import share_of_titles, stems

Fact = Mapping[str, object]
_Told = TypeVar("_Told", Day, Amount)


def key_facts(articles: Sequence[SourceArticle], language: str) -> tuple[Fact, ...]:
    """Return `{"kind", "text", "cites"}` rows: what first, then who, where, when, amounts, commitments.

    `text` stands word for word in the first cited span; each further cite is another report's of the same. A day adds
    "date" (ISO) where it is known, an amount "value", "unit", and "clause" with "at", where in it the text begins; what
    happened and an amount "cut", whether the sentence begins before it and goes on behind it; a commitment "by".
    """
    own = independent(articles)
    spoken = [article for article in own if article.language == language] or own
    found = passages(spoken)
    current = standing(found, spoken)
    return (
        *_what(spoken, current),
        *_names(spoken),
        *_days(spoken, found),
        *_amounts(spoken, current),
        *_commitments(spoken, found),
    )


def _fact(kind: str, text: str, cites: Sequence[Cite], **more: object) -> Fact:
    plain_cites = [{"article": cite.article, "start": cite.start, "end": cite.end} for cite in cites]
    return {"kind": kind, "text": text, **more, "cites": plain_cites}


def _what(articles: Sequence[SourceArticle], found: Sequence[Passage]) -> Iterator[Fact]:
    """Yield what happened: of the sentence that the titles rest on, the clauses that they rest on.

    Where titles tell too many things for that, as of a story that went on, of one that its own report's title rests on.
    """
    shares = {passage: share_of_titles(passage, articles, articles) for passage in found}
    resting = [passage for passage, share in shares.items() if share >= constants.WHAT_SHARE]
    resting = resting or [one for one in found if _own_share(one, articles) >= constants.WHAT_OWN_SHARE]
    for passage in sorted(resting, key=lambda one: -shares[one] - constants.WHAT_LEAD / (1 + one.position))[:1]:
        text = passage.text[: _resting_end(passage, articles)]
        cite = Cite(articles[passage.article].id, passage.start, passage.start + len(text))
        yield _fact("what", text, [cite], cut=[False, len(text) < len(passage.text)])


def _own_share(passage: Passage, articles: Sequence[SourceArticle]) -> float:
    return share_of_titles(passage, articles, [articles[passage.article]])


def _resting_end(passage: Passage, articles: Sequence[SourceArticle]) -> int:
    """Return where the clauses of a sentence end that have most of its words of the titles."""
    language = articles[passage.article].language
    titles = set().union(*(stems(one.title, language) for one in articles if one.language == language))
    held = stems(passage.text, language) & titles
    ends = (match.start() for match in CLAUSE_END.finditer(passage.text) if _is_whole(passage.text, match, language))
    enough = (end for end in ends if len(stems(passage.text[:end], language) & held) >= constants.RESTING * len(held))
    return next(enough, len(passage.text))


def _is_whole(text: str, end: re.Match[str], language: str) -> bool:
    """Tell whether what stands before a clause's end says what happened, and not only to whom: the minister, 54, left.

    So it does where its last word is one that clauses end with, or the rest is one clause with a word that opens one.
    """
    known = lexicon(language)
    if text[: end.start()].endswith(known.clause_endings or "\n"):
        return True
    rest = text[end.end() :]
    opening = words(rest.casefold())[:1]
    return not CLAUSE_END.search(rest) and not (known.joining | known.subordinating).isdisjoint(opening)


def _names(articles: Sequence[SourceArticle]) -> Iterator[Fact]:
    """Yield the people, organisations and places that most articles name, each where they are first named."""
    named = gathered(
        (article, one)
        for article in articles
        for one in entities(article.text, article.title, article.language)
        if one.offsets and not is_agency(one.surface)
    )
    ranked = weightiest([group for group in named if kind_of(group) in FACT_OF_NAME])
    for kind in ("who", "where"):
        of_kind = [group for group in ranked if FACT_OF_NAME[kind_of(group)] == kind]
        for group in of_kind[: constants.FACTS_COUNT[kind]]:
            best = spelled(group)
            reports = {article.id: _in_full(article, one) for article, one in reversed([best, *group])}
            cites = [reports.pop(best[0].id), *reversed(reports.values())]
            yield _fact(kind, _cited_text(articles, cites[0]), cites)


def _in_full(article: SourceArticle, one: Entity) -> Cite:
    """Return where an article names somebody as it does in full, or else first."""
    full = next((offset for offset in one.offsets if article.text[slice(*offset)] == one.surface), one.offsets[0])
    return Cite(article.id, *full)


def _cited_text(articles: Sequence[SourceArticle], cite: Cite) -> str:
    return next(article for article in articles if article.id == cite.article).text[cite.start : cite.end]


def _days(articles: Sequence[SourceArticle], found: Sequence[Passage]) -> Iterator[Fact]:
    """Yield the days that most reports name near their heads, the earliest told first."""
    told: dict[str, list[tuple[Passage, Day]]] = {}
    for passage in found:
        article = articles[passage.article]
        if passage.position < constants.FACT_SENTENCES_COUNT:
            for day in days(passage.text, article.language, article.published):
                name = passage.text[day.start : day.end].casefold()
                told.setdefault(day.date.isoformat() if day.date else name, []).append((passage, day))
    for group in _weightiest([*told.values()], "when"):
        passage, day = group[0]
        date = {"date": day.date.isoformat()} if day.date else {}
        yield _fact("when", passage.text[day.start : day.end], _cites(articles, group), **date)


def _amounts(articles: Sequence[SourceArticle], found: Sequence[Passage]) -> Iterator[Fact]:
    """Yield the amounts that most reports state, of those the ones that stand nearest to a report's head."""
    told: dict[tuple[str, str], list[tuple[Passage, Amount]]] = {}
    for passage in found:
        for one in amounts(passage, articles[passage.article].language):
            key = (str(one.value.normalize()), one.unit[: constants.STEM_LETTERS])
            told.setdefault(key, []).append((passage, one))
    chosen = _weightiest([*told.values()], "amount")
    first = [group[0] for group in chosen]
    for group in chosen:
        passage, one = group[0]
        start, end = _joined_clause(one, [other for where, other in first if where is passage])
        yield _fact(
            "amount",
            passage.text[one.start : one.end],
            _cites(articles, group),
            value=f"{one.value.normalize():f}",
            unit=one.unit,
            clause=passage.text[start:end],
            at=one.start - start,
            cut=[start > 0, end < len(passage.text)],
        )


def _joined_clause(one: Amount, beside: Sequence[Amount]) -> tuple[int, int]:
    """Return the clause of an amount with those of its sentence that overlap it, which are told together."""
    start, end = one.clause
    for _ in beside:
        near = [other.clause for other in beside if other.clause[0] < end and start < other.clause[1]]
        start, end = min(first for first, _ in near), max(last for _, last in near)
    return start, end


def _weightiest(groups: list[list[tuple[Passage, _Told]]], kind: str) -> list[list[tuple[Passage, _Told]]]:
    """Return the groups that weigh most, and more than a report alone, in the order in which the reports tell them."""
    telling = [group for group in groups if _weight(group) > 1]
    best = sorted(telling, key=lambda group: -_weight(group))[: constants.FACTS_COUNT[kind]]
    return [group for group in groups if group in best]


def _weight(group: Sequence[tuple[Passage, _Told]]) -> float:
    """Return how many reports state a fact, and how near to their heads; durations and very few things tell less."""
    first = min(passage.position for passage, _ in group)
    reports = len({passage.article for passage, _ in group})
    one = group[0][1]
    loss = 0.0
    if isinstance(one, Amount):
        is_few = one.value <= constants.FEW and one.unit not in UNITS.values()
        loss = constants.DURATION_LOSS * one.is_duration + constants.FEW_LOSS * is_few
    return reports + 1 / (1 + first) - loss


def _cites(articles: Sequence[SourceArticle], group: Sequence[tuple[Passage, _Told]]) -> list[Cite]:
    """Return where each report states a fact first."""
    first: dict[str, Cite] = {}
    for passage, one in group:
        article = articles[passage.article].id
        first.setdefault(article, Cite(article, passage.start + one.start, passage.start + one.end))
    return [*first.values()]


def _commitments(articles: Sequence[SourceArticle], found: Sequence[Passage]) -> Iterator[Fact]:
    """Yield sentences that say what shall be by when, or how much somebody promises."""
    told: set[str] = set()
    for passage in found:
        article = articles[passage.article]
        by = promised(passage, article.language, article.published)
        if by and by not in told and len(told) < constants.FACTS_COUNT["commitment"]:
            told.add(by)
            yield _fact("commitment", passage.text, [Cite(article.id, passage.start, passage.end)], by=by)
