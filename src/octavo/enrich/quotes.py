"""What people are quoted with, word for word, where the report itself says beside the quotation who spoke.

A quotation is given to a name only by words of saying next to it, or, in Korean and Japanese, by the particle behind
it; who is only "he" or "she" stays unnamed, since a wrong speaker is worse than none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from octavo.core.text import tokens, words
from octavo.enrich import constants
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.naming import entities
from octavo.enrich.speakers import speaker

_QUOTATION = re.compile(
    r"“([^“”\n]{2,})”|„([^„“”\n]{2,})[“”]|«\s?([^«»\n]{2,}?)\s?»|»([^«»\n]{2,})«|「([^「」\n]{2,})」|『([^『』\n]{2,})』|\"([^\"\n]{2,})\""
)
_COMMAS = " ,，،"
"""What English and others set before the closing mark belongs to the sentence around."""
_SENTENCE_END = re.compile(
    r"(?:(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})\.|[!?。！？؟…])[\"”“»」』)]*(?:\s|$)|\n"
)
"""No stop ends a sentence behind a short title or an initial: Maj. Gen."""


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
        who = speaker(article.text, article.language, *_beside(article.text, match), named)
        if who is None and before and _goes_on(article.text[before.end : match.start()]):
            who = before.speaker
        if not who:
            before = None
            continue
        before = Quote(article.id, start, end, article.text[start:end], who)
        if _is_telling(before.text):
            yield before


def _is_telling(text: str) -> bool:
    return len(words(text)) >= constants.QUOTE_WORDS_COUNT or len(tokens(text)) >= 2 * constants.QUOTE_WORDS_COUNT


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


def _goes_on(between: str) -> bool:
    """Tell whether only an attribution of one sentence stands between two quotations of one paragraph."""
    ends = list(_SENTENCE_END.finditer(between))
    return "\n" not in between and len(ends) == 1 and not between[ends[0].end() :].strip(' "“«„')
