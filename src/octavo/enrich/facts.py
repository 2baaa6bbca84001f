"""Key facts of a story: who, what, when, where, amounts with units, commitments with dates; each cited verbatim."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from octavo.core.types import Cite, CitedSentence
from octavo.enrich import constants
from octavo.enrich.entities import Entity, EntityKind
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.lexicon import lexicon
from octavo.enrich.naming import entities
from octavo.enrich.passages import Passage, passages
from octavo.enrich.quantities import quantities
from octavo.enrich.verification import plain

Fact = Mapping[str, object]
_KINDS = {EntityKind.PERSON: "who", EntityKind.ORGANISATION: "who", EntityKind.PLACE: "where"}


def key_facts(articles: Sequence[SourceArticle], sentences: Sequence[CitedSentence], language: str) -> tuple[Fact, ...]:
    """Return `{"kind", "text", "cites"}` rows: what first, then who, where, when, amounts, commitments.

    `text` stands word for word in the first cited span. Amounts add "value" and "unit", commitments "by".
    """
    own = independent(articles)
    spoken = [article for article in own if article.language == language] or own
    found = passages(spoken)
    return (
        *_what(sentences),
        *_names(spoken),
        *_dates(spoken, found),
        *_amounts(spoken, found),
        *_commitments(spoken, found),
    )


def _fact(kind: str, article: SourceArticle, start: int, end: int, **more: str) -> Fact:
    cite = Cite(article.id, start, end)
    return {"kind": kind, "text": article.text[start:end], **more, "cites": [_plain(cite)]}


def _plain(cite: Cite) -> dict[str, object]:
    return {"article": cite.article, "start": cite.start, "end": cite.end}


def _what(sentences: Sequence[CitedSentence]) -> Iterator[Fact]:
    for sentence in sentences[:1]:
        yield {"kind": "what", "text": sentence.text, "cites": [_plain(cite) for cite in sentence.cites]}


def _names(articles: Sequence[SourceArticle]) -> Iterator[Fact]:
    """Yield the people, organisations and places that most articles name, each where it is first named."""
    counted: dict[str, list[tuple[SourceArticle, Entity]]] = {}
    for article in articles:
        for entity in entities(article.text, article.title, article.language):
            if entity.offsets and entity.kind in _KINDS:
                counted.setdefault(plain(entity.surface), []).append((article, entity))
    ranked = sorted(counted.values(), key=lambda found: -sum(2 + min(one.count, 4) for _, one in found))
    for kind in ("who", "where"):
        of_kind = [found for found in ranked if _KINDS[found[0][1].kind] == kind]
        for found in of_kind[: constants.FACTS_COUNT[kind]]:
            article, entity = found[0]
            yield _fact(kind, article, *entity.offsets[0])


def _dates(articles: Sequence[SourceArticle], found: Sequence[Passage]) -> Iterator[Fact]:
    told: set[str] = set()
    for passage in found:
        article = articles[passage.article]
        if passage.position >= constants.FACT_SENTENCES_COUNT or len(told) >= constants.FACTS_COUNT["when"]:
            continue
        for match in dates(article.language).finditer(passage.text):
            if (key := match.group().casefold()) not in told and len(told) < constants.FACTS_COUNT["when"]:
                told.add(key)
                yield _fact("when", article, passage.start + match.start(), passage.start + match.end())


def _amounts(articles: Sequence[SourceArticle], found: Sequence[Passage]) -> Iterator[Fact]:
    told: set[tuple[str, str]] = set()
    for passage in found:
        article = articles[passage.article]
        for one in quantities(passage.text):
            key = (str(one.value), one.unit)
            if one.unit and key not in told and len(told) < constants.FACTS_COUNT["amount"]:
                told.add(key)
                yield _fact(
                    "amount",
                    article,
                    passage.start + one.start,
                    passage.start + one.end,
                    value=f"{one.value:f}",
                    unit=one.unit,
                )


def _commitments(articles: Sequence[SourceArticle], found: Sequence[Passage]) -> Iterator[Fact]:
    """Yield sentences that say what shall be by when."""
    told: set[str] = set()
    for passage in found:
        article = articles[passage.article]
        promising = lexicon(article.language).promising
        folded = passage.text.casefold()
        by = deadlines(article.language).search(passage.text)
        if by and by["by"] not in told and any(word in folded for word in promising):
            told.add(by["by"])
            if len(told) <= constants.FACTS_COUNT["commitment"]:
                yield _fact("commitment", article, passage.start, passage.end, by=by["by"])


@cache
def dates(language: str) -> re.Pattern[str]:
    """Return what days, months and years look like in `language`, by the CLDR's names."""
    names = _calendar(language)
    day = r"\d{1,2}(?:st|nd|rd|th|er|º|\.)?"
    month = f"(?:{names['months']})"
    forms = (
        r"\d{4}-\d{2}-\d{2}|\d{4}[년年]\s?\d{1,2}[월月](?:\s?\d{1,2}[일日])?|\d{1,2}[월月]\s?\d{1,2}[일日]",
        rf"\b{day}(?:\sof|\sde)?\s{month}(?:,?\s(?:de\s)?\d{{4}})?\b",
        rf"\b{month}\s{day}(?:,?\s\d{{4}})?\b|\b{month}\s\d{{4}}\b",
        rf"\b(?:{names['days']})\b",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


@cache
def _calendar(language: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale(language or "en")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return {
        "months": "|".join(re.escape(name) for name in locale.months["format"]["wide"].values()),
        "days": "|".join(re.escape(name) for name in locale.days["format"]["wide"].values()),
    }


@cache
def deadlines(language: str) -> re.Pattern[str]:
    """Return what a date looks like that stands with "by" or "until" in `language`; its group is `by`."""
    when = (
        rf"(?:{dates(language).pattern}|20\d\d[년年]?|the end of [\w ]{{3,20}}|next (?:year|month|week|spring|summer))"
    )
    before, after = lexicon(language).until, lexicon(language).until_after
    if after:
        return re.compile(rf"(?P<by>{when})\s?(?:{_any_of(after)})", re.IGNORECASE)
    return re.compile(rf"\b(?:{_any_of(before)})\s(?P<by>{when})", re.IGNORECASE)


def _any_of(listed: Sequence[str]) -> str:
    return "|".join(map(re.escape, listed)) or "(?!)"
