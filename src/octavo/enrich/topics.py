"""Nouns that say what a story is about: words of its titles that speak for a category and that its reports share."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from octavo.core.text import words
from octavo.enrich import constants
from octavo.enrich.capitals import CASED_NOUNS
from octavo.enrich.categories import bare, telling
from octavo.enrich.cues import without_particle
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.lexicon import GLUED, lexicon


def topics(reports: Sequence[SourceArticle]) -> Iterator[tuple[str, float]]:
    """Yield the topical nouns of reports in one language, and what each tells of a report, 0 to about 1."""
    for noun in sorted({noun for one in reports for noun in _nouns(one.title, one.language)}):
        times = [_times(noun, f"{one.title} {one.text}", one.language) for one in reports]
        titled = [_times(noun, one.title, one.language) > 0 for one in reports]
        if _is_shared(times) and 2 * sum(titled) >= len(reports) and _is_noun(noun, reports):
            for count, is_titled in zip(times, titled, strict=True):
                mentions = min(count, constants.ENTITY_COUNT_CAP) / constants.ENTITY_COUNT_CAP
                yield noun, constants.UNSURE_FACTOR * (mentions + is_titled)


def _is_shared(times: Sequence[int]) -> bool:
    """Tell whether half of the reports say a noun, and several, or their only one says it often."""
    said_by = sum(map(bool, times))
    return times[0] >= constants.TOPIC_REPEATED if len(times) == 1 else said_by > 1 and 2 * said_by >= len(times)


def _nouns(title: str, language: str) -> Iterator[str]:
    """Yield the words of a title that speak for a category, but for those of death; of compounds what they end with."""
    known = lexicon(language)
    for word in _parts(title, language):
        is_plain = word not in known.stop | known.geography | known.places and not word.startswith(known.deadly)
        if is_plain and len(word) >= constants.TOPIC_LETTERS[language in GLUED] and any(telling(word, language)):
            yield word


def _parts(title: str, language: str) -> Iterator[str]:
    if language in ("ja", "zh"):
        yield from telling(title, language)
        return
    for word in words(title):
        plain = without_particle(word)[0] if language == "ko" else bare(word.casefold(), language)
        yield plain
        if language in CASED_NOUNS:
            yield from (plain[at:] for at in range(1, len(plain) - constants.TOPIC_LETTERS[0]))


def _times(noun: str, text: str, language: str) -> int:
    """Return how often a text says a noun; where words are compounds, as a part of one too."""
    if language in GLUED:
        return text.count(noun)
    said = [bare(word.casefold(), language) for word in words(text)]
    return sum(noun in word for word in said) if language in CASED_NOUNS else said.count(noun)


def _is_noun(noun: str, reports: Sequence[SourceArticle]) -> bool:
    """Tell whether a word stands anywhere as only nouns do: behind an article or a preposition, or with a capital."""
    language = reports[0].language
    known = lexicon(language)
    if language in GLUED or language == "ar":
        return True
    said = [word for one in reports for word in ("", *words(one.text))]
    if language in CASED_NOUNS:
        return any(noun in word.casefold() and word[0].isupper() for word in said if word)
    leading = known.articles | known.governing
    return any(word.casefold() == noun and before.casefold() in leading for before, word in pairwise(said))
