"""Tokens for finding: core tokens, folded lightly so that spellings of one word meet."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from octavo.core.text import tokens, words

_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": ""})
_OTHER = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ё": "е"})
_ACCENTED_SCRIPTS = re.compile(r"[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff\u0600-\u06ff]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_INNER = re.compile(r"['’\-]|(?<=\D)\.|\.(?=\D)")
_PLURAL = re.compile(r"[a-z]{2,}[^sui\W\d_]s")


WORDS_COUNT = 32_768
"""Folded words that are remembered, in about 8 MB: all but a few of a day's."""


@dataclass(frozen=True, slots=True)
class Located:
    """A folded token and where it stands: it came from `text[start:end]`."""

    token: str
    start: int
    end: int


def fold(text: str) -> list[str]:
    """Return the folded tokens of `text` in order.

    Accents go, Arabic alef, hamza, teh marbuta and tatweel are levelled, hyphenated words part, initials join
    ("U.N." is "un"), and English plurals and possessives lose their s. Nothing cleverer.
    """
    return [folded for token in tokens(text) for folded in _folded(token)]


def index_tokens(title: str, text: str) -> list[str]:
    """Return what an article is found by: the title's tokens, then the text's."""
    return fold(title) + fold(text)


def locate(text: str) -> list[Located]:
    """Return the folded tokens of `text` with their places."""
    found: list[Located] = []
    position = 0
    for word in words(text):
        start = text.index(word, position)
        position = start + len(word)
        found.extend(_located(word, start))
    return found


def _located(word: str, start: int) -> list[Located]:
    folded = fold(word)
    if len(folded) < 2 or any(piece not in word.casefold() for piece in folded):
        return [Located(piece, start, start + len(word)) for piece in folded]
    located, position = [], 0
    for piece in folded:
        offset = max(word.casefold().find(piece, position), 0)
        located.append(Located(piece, start + offset, start + offset + len(piece)))
        position = offset + 1
    return located


@lru_cache(maxsize=WORDS_COUNT)
def _folded(token: str) -> tuple[str, ...]:
    if not token.isascii():
        token = _without_marks(token)
    if _INITIALS.fullmatch(token):
        return (token.replace(".", ""),)
    if token.endswith(("'s", "’s")):
        token = token[:-2]
    return tuple(_singular(piece) for piece in _INNER.split(token) if piece)


def _without_marks(token: str) -> str:
    token = token.translate(_OTHER)
    if not _ACCENTED_SCRIPTS.search(token):
        return token
    bare = "".join(mark for mark in unicodedata.normalize("NFD", token) if not unicodedata.combining(mark))
    return unicodedata.normalize("NFC", bare.translate(_ARABIC))


def _singular(word: str) -> str:
    return word[:-1] if _PLURAL.fullmatch(word) else word
