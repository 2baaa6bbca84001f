"""What folding keeps of one article: weighted terms, names, numbers, a moment and a vector."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import ne

import numpy as np
from numpy.typing import NDArray

from octavo.core.capital import CAPITAL
from octavo.core.text import is_paired, language_of, shared_tokens, tokens
from octavo.core.types import FoldInput
from octavo.core.vectors import Vectors
from octavo.dedupe.weekdays import WEEKDAYS
from octavo.stories.across import NOTHING, Across, across
from octavo.stories.addresses import address_words
from octavo.stories.codes import Codes, code, in_order
from octavo.stories.constants import (
    BODY_TOKENS,
    DATED_CHARACTERS,
    LEAD_CHARACTERS,
    LEAD_TOKENS,
    ROUND_UP_PARAGRAPHS,
    SHARED_NAMES,
    TELLING_LETTERS,
    TITLE_TOKENS,
    TITLE_WEIGHT,
    TOLD_CHARACTERS,
    VECTOR_CHARACTERS,
)
from octavo.stories.dates import dates
from octavo.stories.lookahead import is_ahead
from octavo.stories.vocabulary import Terms, Vocabulary, Weights, found_among

TERM, TITLE, LEAD, NAME, TITLE_NAME = range(5)
"""The columns of an article's and of a story's weights."""
COLUMNS = 5
TITLE_END = 0
"""Stands between title and lead in an opening."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DIGITS = re.compile(r"\d+")
_CAPITAL, _REST = rf"{CAPITAL}(?<![^\W_].)(?<![^\W_]['’.\-].)", r"[^\W_]*(?:['’.\-][^\W_]+)*"
_CAPITALISED = re.compile(_CAPITAL + _REST)
_INSIDE = re.compile(rf"{_CAPITAL}(?<=(?:[^\W_]|[,;])[ \-(].){_REST}")
"""Capitalised inside a sentence."""
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’.\-][^\W_]+)*")


@dataclass(slots=True)
class Digest:
    """One article as folding sees it."""

    id: str
    language: str
    publisher: str
    """Case-folded; "" where unknown."""
    moment: float | None
    """Published, seconds since 1970."""
    length: int
    """Tokens of title and text that were read."""
    terms: Terms
    weights: Weights
    """float32 (n_terms, COLUMNS): damped frequency, title counted more; in the title; damped frequency in the lead;
    written as a name; both name and title."""
    maybe_names: Terms
    """Capitalised where everything is: a headline in title case, a sentence's first word."""
    numbers: Codes
    dates: Codes
    """Months and days that its beginning names, as month * 32 + day."""
    days: tuple[tuple[int, int], ...]
    """Those that its title names: the term that the day is written as, and month * 32 + day."""
    has_capitals: bool
    """It is written in a script that has them."""
    is_paired: bool
    """Its tokens are pairs of characters."""
    digits: Terms
    """What its opening writes in digits."""
    values: Terms
    """The numbers of its title and lead, each as one word."""
    opening: NDArray[np.int32]
    """The terms of its title, a `TITLE_END`, and the terms of its lead, in order."""
    is_ahead: bool
    """It tells of what is still to come."""
    is_loose: bool
    """Its paragraphs have hardly a name in common: it may be a round-up."""
    across: Across
    vector: Vectors | None = None


def counted(article: FoldInput, vocabulary: Vocabulary, *, is_across: bool = True) -> Digest:
    """Read an article and count its terms."""
    read = digest(article, vocabulary, is_across=is_across)
    vocabulary.learn(read.terms, read.weights[:, NAME] > 0, read.maybe_names)
    return read


def digest(article: FoldInput, vocabulary: Vocabulary, *, is_across: bool = True) -> Digest:
    """Return what folding needs of `article`, without a vector that is not at hand.

    is_across: read too what tells that a text in another language is of the same event.
    """
    heading, written = shared_tokens(article.title), shared_tokens(article.text[: BODY_TOKENS * 12])
    title = _numbers(heading, vocabulary)
    body = _numbers(written, vocabulary)[:BODY_TOKENS]
    if not len(body):
        body = _numbers(shared_tokens(address_words(article.url)), vocabulary)
    terms, weights = _weighed(title, body)
    sure, maybe = _names(article.title, article.text[: BODY_TOKENS * 8])
    days = _days(dates(article.title)).tolist()
    beginning = f"{article.title}\n{article.text[:LEAD_CHARACTERS]}"
    has_capitals = _has_capitals(article.text[:LEAD_CHARACTERS] or article.title)
    weights[:, NAME] = are_among(terms, vocabulary.numbers(sure))
    return Digest(
        id=article.id,
        language=article.language,
        publisher=article.publisher_name,
        moment=_seconds(article.published),
        length=len(title) + len(body),
        terms=terms,
        weights=weights,
        maybe_names=vocabulary.numbers(maybe),
        numbers=numbers_in(beginning),
        dates=_days(dates(f"{article.title}\n{article.text[:DATED_CHARACTERS]}")),
        days=tuple(zip(vocabulary.numbers([str(day % 32) for day in days]).tolist(), days, strict=True)),
        has_capitals=has_capitals,
        is_paired=not has_capitals and any(map(is_paired, tokens(beginning[:TOLD_CHARACTERS]))),
        digits=vocabulary.numbers(_DIGITS.findall(beginning)),
        values=vocabulary.numbers([one for one in (*heading, *written[:LEAD_TOKENS]) if one[0].isdigit()]),
        opening=np.concatenate([title[:TITLE_TOKENS], [TITLE_END], body[:LEAD_TOKENS]], dtype=np.int32),
        is_loose=_is_loose(heading, written, article.text[: BODY_TOKENS * 8]),
        is_ahead=is_ahead(article.text[:LEAD_CHARACTERS] or article.title),
        across=across(f"{article.title}\n{article.text[: BODY_TOKENS * 8]}", [*sure, *maybe]) if is_across else NOTHING,
        vector=np.frombuffer(article.vector, dtype=np.float32) if article.vector else None,
    )


def _weighed(title: NDArray[np.int32], body: NDArray[np.int32]) -> tuple[Terms, Weights]:
    """Return the terms of a title and a body, ascending, with their weights; those of names are still to come."""
    terms, places = np.unique(np.concatenate([title, body]), return_inverse=True)
    weights = np.zeros((len(terms), COLUMNS), dtype=np.float32)
    counts = np.bincount(places, minlength=len(terms)).astype(np.float32)
    if len(title):
        counts += (TITLE_WEIGHT - 1.0) * np.bincount(places[: len(title)], minlength=len(terms))
    weights[:, TERM] = 1.0 + np.log(counts)
    weights[places[: len(title) or TITLE_TOKENS], TITLE] = 1.0
    lead = np.bincount(places[: len(title) + LEAD_TOKENS], minlength=len(terms))
    weights[:, LEAD] = np.where(lead, 1.0 + np.log(np.maximum(lead, 1)), 0.0)
    return terms, weights


def with_language(article: FoldInput) -> FoldInput:
    """Return `article` with the language that its beginning speaks, where it says none."""
    if article.language:
        return article
    return replace(article, language=language_of(f"{article.title}. {article.text[:LEAD_CHARACTERS]}"))


def are_among(terms: Terms, others: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Return which of `terms`, ascending, are among `others`: bool (n_terms,)."""
    found = np.zeros(len(terms), dtype=np.bool_)
    found[found_among(others, terms)[1]] = True
    return found


def numbers_in(text: str) -> Codes:
    """Return what a text writes in digits, as codes."""
    return in_order({code(number.replace(",", "")) for number in _NUMBER.findall(text)})


def sentence_for_vector(article: FoldInput) -> str:
    """Return the title and the beginning, the text that an article's vector is made of."""
    return f"{article.title}. {article.text[:VECTOR_CHARACTERS]}".strip(". \n")


def _numbers(words: Sequence[str], vocabulary: Vocabulary) -> NDArray[np.int32]:
    found = vocabulary.numbers(words)
    return found[found > 0]


def _has_capitals(text: str) -> bool:
    """Tell whether most of what is written would change with capitals."""
    changed: int = sum(map(ne, text, text.swapcase()))
    return 2 * changed > len(text)


def _names(title: str, body: str) -> tuple[list[str], list[str]]:
    """Return the names that two texts write, and what may be names, both in order and case-folded."""
    sure = _INSIDE.findall(body) + (_INSIDE.findall(title) if _is_sentence_case(title) else [])
    names = set(map(str.casefold, sure))
    every = set(map(str.casefold, _CAPITALISED.findall(title) + _CAPITALISED.findall(body)))
    return sorted(names), sorted(every - names)


def _is_sentence_case(title: str) -> bool:
    words = [word for word in _WORD.findall(title)[1:] if len(word) > 3]
    return 2 * sum(1 for word in words if word[0].islower()) > len(words)


def _is_loose(heading: Sequence[str], written: Sequence[str], text: str) -> bool:
    """Tell whether paragraphs have hardly a name in common, under a heading of which none tells a word."""
    telling = {word for word in heading if len(word) >= TELLING_LETTERS} - WEEKDAYS
    if not heading or not telling.isdisjoint(written):
        return False
    named = [names for one in text.split("\n") if (names := set(map(str.casefold, _INSIDE.findall(one))))]
    counts = Counter(name for names in named for name in names)
    return len(named) >= ROUND_UP_PARAGRAPHS and sum(count > 1 for count in counts.values()) <= SHARED_NAMES


def _days(found: Iterable[tuple[int, int]]) -> Codes:
    return in_order(month * 32 + day for month, day in found)


def _seconds(moment: datetime | None) -> float | None:
    return None if moment is None else moment.timestamp()
