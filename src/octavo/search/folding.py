"""Tokens for finding: core tokens, folded lightly so that spellings of one word meet."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from octavo.core.text import tokens, words

_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": ""})
_OTHER = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ё": "е"})
_ACCENTED_SCRIPTS = re.compile(r"[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff\u0600-\u06ff]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_INNER = re.compile(r"['’\-]|(?<=\D)\.|\.(?=\D)")
_ARTICLE = re.compile(r"^و?(?:[فبك]?ال|لل)(?=\w{3})")
"""The Arabic article, also after the one-letter words that are written together with it: light stemming (Larkey,
Ballesteros and Connell 2002)."""
_VOWELS = re.compile(r"[\u0610-\u061a\u0640\u064b-\u065f\u0670]")
"""What Arabic writes over and under its letters, and the stroke that stretches them: they would part a word."""
_UNEVEN = re.compile(rf"[\uff01-\uff9f]|{_VOWELS.pattern}")
"""What stands otherwise in a text than among its tokens, so that their places need to be told."""
_PART = re.compile(r"[\uff66-\uff9d][\uff9e\uff9f]|.", re.DOTALL)
_MARKS = tuple({"’": "'", "‘": '"', "“": '"', "”": '"', "–": " ", "—": " ", "…": " ", "\xa0": " "}.items())
"""Marks that printed English has beside ASCII, each with one that parts words as it does."""
_FORMED = re.compile(r"[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u30a1-\u30f6\u4e00-\u9fff]")
"""All characters of `_forms`, and some more."""
_DIGITS = {base + n: str(n) for base in (0x660, 0x6F0, 0x966) for n in range(10)}
_HIRAGANA = {katakana: chr(katakana - 0x60) for katakana in range(0x30A1, 0x30F7)}
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

    Accents go, Arabic alef, hamza, teh marbuta and tatweel are levelled and its article goes, Chinese is simplified,
    kana are hiragana, digits are 0 to 9, hyphenated words part, initials join ("U.N." is "un"), and English plurals and
    possessives lose their s. Nothing cleverer.
    """
    text = _typed(text)
    if not text.isascii():
        text = _VOWELS.sub("", _levelled(text))
    return list(chain.from_iterable(map(_folded, tokens(text))))


def _typed(text: str) -> str:
    """Return `text` as a typewriter writes it: most English is ASCII then, which takes a fifth of the time."""
    if not text.isascii():
        for mark, typed in _MARKS:
            text = text.replace(mark, typed)
    return text


def index_tokens(title: str, text: str) -> list[str]:
    """Return what an article is found by: the title's tokens, then the text's."""
    return fold(title) + fold(text)


def locate(text: str) -> list[Located]:
    """Return the folded tokens of `text` with their places."""
    if not _UNEVEN.search(text):
        return _locate(_levelled(text))
    pieces = [(one, part.start(), part.end()) for part in _PART.finditer(text) for one in _even(part[0])]
    found = _locate(_levelled("".join(one for one, _, _ in pieces)))
    return [Located(one.token, pieces[one.start][1], pieces[one.end - 1][2]) for one in found]


def _even(part: str) -> str:
    """Return a character of half or full width as the usual one, with its voicing; nothing for an Arabic vowel."""
    return "" if _VOWELS.match(part) else unicodedata.normalize("NFKC", part)


def _locate(text: str) -> list[Located]:
    found: list[Located] = []
    position = 0
    for word in words(text):
        start = text.index(word, position)
        position = start + len(word)
        found.extend(_located(word, start))
    return found


def _levelled(text: str) -> str:
    """Return `text` with each character that has other forms as one of them; no place in it moves."""
    return text if text.isascii() or not _FORMED.search(text) else text.translate(_forms())


@cache
def _forms() -> dict[int, str]:
    """Return one form for characters that have several: simplified Chinese (OpenCC), hiragana, European digits."""
    from opencc import OpenCC

    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    simplified = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, simplified, strict=True)
    return {ord(one): other for one, other in pairs if one != other and len(other) == 1} | _HIRAGANA | _DIGITS


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
    token = token.translate(_OTHER).translate(_HIRAGANA)
    if not _ACCENTED_SCRIPTS.search(token):
        return token
    bare = "".join(mark for mark in unicodedata.normalize("NFD", token) if not unicodedata.combining(mark))
    return _ARTICLE.sub("", unicodedata.normalize("NFC", bare.translate(_ARABIC)), count=1)


def _singular(word: str) -> str:
    return word[:-1] if _PLURAL.fullmatch(word) else word
