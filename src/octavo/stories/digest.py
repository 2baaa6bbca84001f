"""What folding keeps of one article: weighted terms, names, numbers, a moment and a vector."""

import re
from dataclasses import dataclass
from datetime import datetime
from math import log
from sys import intern

import numpy as np

from octavo.core.text import tokens
from octavo.core.types import FoldInput
from octavo.core.vectors import Vectors
from octavo.stories.constants import BODY_TOKENS, DATED_CHARACTERS, LEAD_CHARACTERS, TITLE_WEIGHT
from octavo.stories.dates import dates
from octavo.stories.lookahead import is_ahead
from octavo.stories.stems import stem

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’.\-][^\W_]+)*")


@dataclass(slots=True)
class Digest:
    """One article as folding sees it."""

    id: str
    publisher: str
    language: str
    moment: float | None
    """Published, seconds since 1970."""
    length: int
    """Tokens of title and text that were read."""
    terms: dict[str, float]
    """Term to damped frequency, title counted more."""
    title: dict[str, float]
    names: dict[str, float]
    """Terms written as names, each with weight 1, in order."""
    maybe_names: frozenset[str]
    """Capitalised where everything is: a headline in title case, a sentence's first word."""
    numbers: frozenset[str]
    dates: frozenset[tuple[int, int]]
    """Months and days that its beginning names."""
    is_ahead: bool
    """It tells of what is still to come."""
    vector: Vectors | None = None


def digest(article: FoldInput) -> Digest:
    """Return what folding needs of `article`, without its vector."""
    title, body = _terms(article.title), _terms(article.text[: BODY_TOKENS * 12])[:BODY_TOKENS]
    counts: dict[str, float] = {}
    for term in title:
        counts[term] = counts.get(term, 0.0) + TITLE_WEIGHT
    for term in body:
        counts[term] = counts.get(term, 0.0) + 1.0
    names, maybe = _names(article.title, article.text[: BODY_TOKENS * 8])
    return Digest(
        id=article.id,
        publisher=article.publisher,
        language=article.language,
        moment=_seconds(article.published),
        length=len(title) + len(body),
        terms={intern(term): 1.0 + log(count) for term, count in counts.items()},
        title=dict.fromkeys(map(intern, title or body[:24]), 1.0),
        names=names,
        maybe_names=maybe,
        numbers=frozenset(_numbers(f"{article.title}\n{article.text[:LEAD_CHARACTERS]}")),
        dates=frozenset(dates(f"{article.title}\n{article.text[:DATED_CHARACTERS]}")),
        is_ahead=is_ahead(article.text[:LEAD_CHARACTERS] or article.title),
        vector=np.frombuffer(article.vector, dtype=np.float32) if article.vector else None,
    )


def sentence_for_vector(article: FoldInput) -> str:
    """Return the title and the lead, the text that an article's vector is made of."""
    return f"{article.title}. {article.text[:LEAD_CHARACTERS]}".strip(". \n")


def _terms(text: str) -> list[str]:
    return [stem(term) for term in tokens(text) if len(term) > 1 or not term.isascii() or term.isdigit()]


def _names(title: str, body: str) -> tuple[dict[str, float], frozenset[str]]:
    names: dict[str, float] = {}
    maybe: set[str] = set()
    _gather_names(title, names, maybe, are_sure=_is_sentence_case(title))
    _gather_names(body, names, maybe, are_sure=True)
    return names, frozenset(maybe.difference(names))


def _gather_names(text: str, names: dict[str, float], maybe: set[str], *, are_sure: bool) -> None:
    for found in _WORD.finditer(text):
        word = found.group()
        if not word[0].isupper():
            continue
        before = text[max(0, found.start() - 2) : found.start()]
        is_inside = len(before) == 2 and before[1] in " -(" and (before[0].isalnum() or before[0] in ",;")
        name = intern(stem(word.casefold()))
        if are_sure and is_inside:
            names[name] = 1.0
        else:
            maybe.add(name)


def _is_sentence_case(title: str) -> bool:
    words = [word for word in _WORD.findall(title)[1:] if len(word) > 3]
    return 2 * sum(1 for word in words if word[0].islower()) > len(words)


def _numbers(text: str) -> list[str]:
    return [found.replace(",", "") for found in _NUMBER.findall(text)]


def _seconds(moment: datetime | None) -> float | None:
    return None if moment is None else moment.timestamp()
