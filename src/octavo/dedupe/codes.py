"""A text as its tokens in order, two bytes each, with the codes the same in every process.

A code says what its token is: a word, a pair of characters (of scripts that `core.text` cuts into overlapping pairs) or
a value, and of a word its first letter. A run of pairs is half as long again, so that it spans seven characters, about
as much as four words say.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from octavo.core.capital import CAPITAL
from octavo.core.text import is_paired, shared_tokens
from octavo.dedupe.constants import KEPT_TOKENS, PAIRS_SHINGLE_TOKENS, SHINGLE_TOKENS, SHORTEST_TOKENS
from octavo.dedupe.weekdays import WEEKDAYS

Codes = NDArray[np.uint16]
Hashes = NDArray[np.uint64]
FIRST_PAIR, FIRST_VALUE, FIRST_WEEKDAY, _END = 0x7000, 0xE000, 0xFF00, 0x10000
"""Codes below are words, from here on pairs of characters, then numbers, then weekdays."""
_WORDS_PER_LETTER = 1024
_LETTERS = FIRST_PAIR // _WORDS_PER_LETTER

_THOUSANDS = re.compile(r"(?<=\d)[.,'’\u00a0\u202f ](?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
_DIGIT = re.compile("[0-9]")
_NAMED = re.compile(rf"{CAPITAL}(?<=(?:[^\W_]|[,;]) .)\S*")
"""What has a capital behind a word, or behind a mark that ends no sentence."""
_SAID = re.compile(r"[\"“„«「『]([^\"“”„«»「」『』]+)[\"“”»」』]")
"""What is quoted, in any language's marks."""
_KNOWN_COUNT = 1 << 18
_ALIKE = {
    **{zero + digit: str(digit) for zero in (0x660, 0x6F0, 0x966, 0x9E6) for digit in range(10)},
    **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
    **dict.fromkeys([0x640, *range(0x64B, 0x653)]),
    ord("ى"): "ي",
    ord("ة"): "ه",
}
"""Digits of Arabic, Persian, Hindi and Bengali; Arabic letters that houses spell apart; Arabic's signs for vowels."""
_MAY_BE_ALIKE = re.compile("[\u0600-\u06ff\u0960-\u09ff]")
"""Fewer and wider runs than `_ALIKE` has, which few texts have at all."""
_MIX = np.uint64(0x9E3779B97F4A7C15)
_LONG = np.uint64(0xC2B2AE3D27D4EB4F)
_HALF = np.uint64(32)


@dataclass(frozen=True)
class Text:
    """A text made ready for comparing."""

    codes: Codes
    names: Codes = field(default_factory=lambda: np.empty(0, dtype=np.uint16))
    """Codes of what it writes as names; none in a script without capitals."""

    @classmethod
    def of(cls, text: str) -> "Text":
        """Return `text` made ready."""
        return cls(codes_of(text), names_of(text))

    @cached_property
    def shingles(self) -> Hashes:
        """In order."""
        return shingles_of(self.codes)

    @cached_property
    def distinct(self) -> Hashes:
        """Sorted."""
        return np.unique(self.shingles)

    def __len__(self) -> int:
        return len(self.codes)


def codes_of(text: str) -> Codes:
    """Return the codes of the tokens of `text`, uint16 (n_tokens,); a number has one code however it is written."""
    if not text.isascii() and _MAY_BE_ALIKE.search(text):
        text = text.translate(_ALIKE)
    if _DIGIT.search(text):
        text = _DECIMAL.sub(".", _THOUSANDS.sub("", text))
    found = shared_tokens(text)[:KEPT_TOKENS]
    return np.fromiter(map(_known.__getitem__, found), dtype=np.uint16, count=len(found))


def names_of(text: str) -> Codes:
    """Return the codes of what has a capital inside a sentence, uint16 (n_names,), few of them twice."""
    return codes_of(" ".join(dict.fromkeys(_NAMED.findall(" ".join(text.split())))))


def said_in(text: str) -> Hashes:
    """Return the hashes of the runs of tokens that `text` quotes at length, uint64 (n,)."""
    said = [codes_of(one) for one in _SAID.findall(text)]
    long = [shingles_of(codes) for codes in said if words_count(codes) >= SHORTEST_TOKENS]
    return np.concatenate([np.empty(0, dtype=np.uint64), *long])


def words_count(codes: Codes) -> float:
    """Return how many words the codes are about as long as."""
    pairs = int(spans_pairs(codes, len(codes)).sum())
    return len(codes) - pairs + pairs * SHINGLE_TOKENS / PAIRS_SHINGLE_TOKENS


def first_letter(code: int) -> int:
    """Return what stands for the first letter of the word that has this code."""
    return code // _WORDS_PER_LETTER


def shingles_of(codes: Codes) -> Hashes:
    """Return the hashes of the runs of tokens, uint64 (n,), in order; n is 0 for a text shorter than one.

    A run is of SHINGLE_TOKENS words or PAIRS_SHINGLE_TOKENS pairs and begins at each token but the last few.
    """
    wide = codes.astype(np.uint64)
    count = max(0, len(wide) - SHINGLE_TOKENS + 1)
    runs = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE_TOKENS):
        runs <<= np.uint64(16)
        runs |= wide[place : place + count]
    of_pairs = spans_pairs(codes, count)
    if of_pairs.any():
        shift = PAIRS_SHINGLE_TOKENS - SHINGLE_TOKENS
        long = (runs[:-shift] * _LONG) ^ runs[shift:]
        np.copyto(runs[:-shift], long, where=of_pairs[:-shift])
    runs *= _MIX
    runs ^= runs >> _HALF
    runs *= _MIX
    return runs


def spans_pairs(codes: Codes, count: int) -> NDArray[np.bool_]:
    """Return which of the first `count` runs are of pairs, bool (count,)."""
    begins = codes[:count]
    return (begins >= FIRST_PAIR) & (begins < FIRST_VALUE)


class _Known(dict[str, int]):
    """The codes of tokens met of late: a look-up costs a third of `lru_cache`'s."""

    def __missing__(self, token: str) -> int:
        if len(self) >= _KNOWN_COUNT:
            self.clear()
        code = self[token] = _code(token)
        return code


_known = _Known()


def _code(token: str) -> int:
    code = crc32(token.encode("utf-8", "surrogatepass"))
    if token in WEEKDAYS:
        return FIRST_WEEKDAY + code % (_END - FIRST_WEEKDAY)
    if token[0].isdigit():
        return FIRST_VALUE + code % (FIRST_WEEKDAY - FIRST_VALUE)
    if is_paired(token):
        return FIRST_PAIR + code % (FIRST_VALUE - FIRST_PAIR)
    return ord(token[0]) % _LETTERS * _WORDS_PER_LETTER + code % _WORDS_PER_LETTER
