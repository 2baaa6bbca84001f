"""The key facts of a story as its page shows them, each where it stands word for word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from octavo.core.types import Cite
from octavo.editions.reading.cards import ArticleCard
from octavo.editions.reading.citing import SentenceCite, cite_of
from octavo.enrich.constants import FACT_KINDS


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
        cite=cite_of(Cite(first["article"], begins, begins + len(clause)), cards),
        date=date.fromisoformat(facts[0]["date"]) if "date" in facts[0] else None,
        parts=parted(clause, [(fact["at"], fact["at"] + len(fact["text"])) for fact in facts if "at" in fact]),
        cut=(bool(cut[0]), bool(cut[1])),
        reports=tuple(cite_of(Cite(**one), cards) for one in shown),
    )


def parted(clause: str, amounts: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Return a clause parted around the amounts in it."""
    parts, end = [], 0
    for first, last in sorted(amounts):
        if first >= end:
            parts += [clause[end:first], clause[first:last]]
            end = last
    return (*parts, clause[end:])
