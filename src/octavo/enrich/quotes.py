"""What people are quoted with, word for word, where the report itself says beside the quotation who spoke.

A quotation is given to a name only by words of saying next to it, or, in Korean and Japanese, by the particle behind
it; who is only "he" or "she" stays unnamed, since a wrong speaker is worse than none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from octavo.core.text import tokens, words
from octavo.enrich import constants
from octavo.enrich.cues import UNCASED
from octavo.enrich.entities import Entity, EntityKind
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.lexicon import lexicon
from octavo.enrich.naming import entities, is_agency

_QUOTATION = re.compile(
    r"“([^“”\n]{2,})”|„([^„“”\n]{2,})[“”]|«\s?([^«»\n]{2,}?)\s?»|»([^«»\n]{2,})«|「([^「」\n]{2,})」|『([^『』\n]{2,})』|\"([^\"\n]{2,})\""
)
_COMMAS = " ,，،"
"""What English and others set before the closing mark belongs to the sentence around."""
_SENTENCE_END = re.compile(
    r"(?:(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})\.|[!?。！？؟…])[\"”“»」』)]*(?:\s|$)|\n"
)
"""No stop ends a sentence behind a short title or an initial: Maj. Gen."""
_TOLD_BEHIND = {
    "ko": re.compile(r"(?:이?라)?(?:고|며|면서)(?:\s|$)"),
    "ja": re.compile(r"と(?:の)?(?:述べ|話|語|説明|指摘|強調|訴え|明らか|コメント|発言|主張|批判|言)"),
}
"""What follows a quotation where the speaker stands before it."""
_TOLD_TO = re.compile(r"\b(?:told|tells|tell|telling)\s(?:the\s)?$", re.IGNORECASE)
_PRONOUNS = frozenset(
    ("he", "she", "they", "it", "er", "sie", "él", "ella", "ellos", "il", "elle", "ils", "он", "она", "они")
)
_TELLING = frozenset(("told", "tells"))
_GOVERNED = re.compile(
    r"\b(?:at|in|of|to|on|with|for|near|bei|von|vom|im|mit|en|de|del|con|para|à|du)\s(?:the\s)?$", re.IGNORECASE
)
"""What stands before a body that does not speak: a statement distributed at UN headquarters."""
_SPEAKERS = (EntityKind.PERSON, EntityKind.OTHER, EntityKind.ORGANISATION)
_SURE_SPEAKERS = (EntityKind.PERSON, EntityKind.ORGANISATION)
"""Without capitals, a name of unknown kind is too often no name."""


@dataclass(frozen=True, slots=True)
class Quote:
    """`text == article.text[start:end]`, without the quotation marks."""

    article: str
    start: int
    end: int
    text: str
    speaker: str
    """As the article names the speaker in full."""


def quotes(articles: Sequence[SourceArticle]) -> tuple[Quote, ...]:
    """Return what independent articles quote with a named speaker, in their order, none of it twice."""
    told: list[set[str]] = []
    found = []
    for quote in (one for article in independent(articles) for one in quotes_of(article)):
        said = set(tokens(quote.text))
        if not any(len(said & other) >= constants.SAME_QUOTE_SHARE * min(len(said), len(other)) for other in told):
            told.append(said)
            found.append(quote)
    return tuple(found)


def quotes_of(article: SourceArticle) -> Iterator[Quote]:
    """Yield what an article quotes with a named speaker."""
    named = entities(article.text, article.title, article.language)
    before: Quote | None = None
    for match in _QUOTATION.finditer(article.text):
        place = match.lastindex or 0
        start, end = match.start(place), match.start(place) + len(match[place].rstrip(_COMMAS))
        speaker = _speaker(article, match, named)
        if speaker is None and before and _goes_on(article.text[before.end : match.start()]):
            speaker = before.speaker
        if not speaker:
            before = None
            continue
        before = Quote(article.id, start, end, article.text[start:end], speaker)
        if _is_telling(before.text):
            yield before


def _is_telling(text: str) -> bool:
    return len(words(text)) >= constants.QUOTE_WORDS_COUNT or len(tokens(text)) >= 2 * constants.QUOTE_WORDS_COUNT


def _speaker(article: SourceArticle, match: re.Match[str], named: Sequence[Entity]) -> str | None:
    """Return whom the words next to a quotation name as its speaker."""
    text, language = article.text, article.language
    saying = lexicon(language).saying
    ahead, behind = _beside(text, match)
    told_behind = _TOLD_BEHIND.get(language)
    if told_behind:
        return _named(text, language, named, ahead) if told_behind.match(text[slice(*behind)]) else None
    if not saying.isdisjoint(said := _folded(text[slice(*behind)])):
        return None if _is_by_pronoun(said, saying) else _named(text, language, named, behind)
    leads_in = text[slice(*ahead)].rstrip().endswith((":", ",", "：", "،"))
    if leads_in and not saying.isdisjoint(said := _folded(text[slice(*ahead)])) and not _is_by_pronoun(said, saying):
        return _named(text, language, named, ahead)
    return None


def _is_by_pronoun(said: Sequence[str], saying: frozenset[str]) -> bool:
    """Say whether he or she is who says it: whoever is named beside that is somebody else."""
    pairs = [*pairwise(said), *((other, one) for one, other in pairwise(said))]
    return any(one in _PRONOUNS and other in saying | _TELLING for one, other in pairs)


def _folded(text: str) -> list[str]:
    return [word.casefold() for word in words(text)]


def _beside(text: str, match: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the parts of the sentence before and after a quotation, up to the next quotation marks.

    Nothing stands after one that ends with a full stop: what follows is the next sentence.
    """
    first = max(0, match.start() - constants.BESIDE_QUOTE_CHARACTERS)
    before = text[first : match.start()]
    begun = max((end.end() for end in _SENTENCE_END.finditer(before)), default=0)
    other = max((one.end() for one in _QUOTATION.finditer(before)), default=0)
    after = text[match.end() : match.end() + constants.BESIDE_QUOTE_CHARACTERS]
    ends = [found.start() for found in (_SENTENCE_END.search(after), _QUOTATION.search(after)) if found]
    has_ended = text[match.end() - 2] in ".。" and after[:1].isspace()
    length = 0 if has_ended else min(ends, default=len(after))
    return (first + max(begun, other), match.start()), (match.end(), match.end() + length)


def _named(text: str, language: str, named: Sequence[Entity], span: tuple[int, int]) -> str | None:
    """Return who is named between two offsets and can speak, in full: people before bodies, full names first."""
    kinds, roles = _SURE_SPEAKERS if language in UNCASED else _SPEAKERS, lexicon(language).roles
    held = [
        (one.kind is EntityKind.ORGANISATION, len(one.surface.split()) < 2, kinds.index(one.kind), start, one.surface)
        for one in named
        if one.kind in kinds and one.surface.casefold().split()[-1] not in roles and not is_agency(one.surface)
        for start, end in one.offsets
        if span[0] <= start
        and end <= span[1]
        and not _is_told(text[:start])
        and (one.kind is EntityKind.PERSON or not _GOVERNED.search(text[max(0, start - 12) : start]))
    ]
    return min(held)[-1] if held else None


def _is_told(before: str) -> bool:
    """Say whether who is named next is spoken to: "told The Tidewater Post"."""
    return bool(_TOLD_TO.search(before[-20:]))


def _goes_on(between: str) -> bool:
    """Say whether only an attribution of one sentence stands between two quotations of one paragraph."""
    ends = list(_SENTENCE_END.finditer(between))
    return "\n" not in between and len(ends) == 1 and not between[ends[0].end() :].strip(' "“«„')
