"""Text utilities for every script: normalising, tokens, sentences, language.

Chinese, Japanese and Thai write no spaces and Korean glues particles to its nouns, so runs of those scripts become
overlapping pairs of characters: language-independent, fast, and as good as a segmenter for finding and comparing.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_JOINER = "\u034f"

_WITHIN_WORDS = "'.-"
_KEPT_CHARACTERS = 20_000
"""Longer texts are few, and the tokens of one may take ten megabytes."""
_WORD = re.compile(r"[^\W_]++(?:['’.\-][^\W_]++)*+")
_ASCII_FOLDED = {
    code: chr(code).lower() if chr(code).isalnum() or chr(code) in _WITHIN_WORDS else " " for code in range(128)
}
_ASCII_EDGE = re.compile(rf"[{_WITHIN_WORDS}](?:(?<![a-z0-9].)|(?![a-z0-9]))")
"""What stands within words, where it does not: folded, without these and split, ASCII gives the words of `_WORD`, in
two fifths of the time."""
_PAIRED = re.compile(
    r"[\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+"
)
_MAY_BE_PAIRED = re.compile(r"[\u0e00-\u0eff\u1100-\u11ff\u3040-\ud7af\uf900-\ufaff]")
"""Fewer and wider runs than `_PAIRED` has, so that texts of other scripts are told at once."""
_INVISIBLE = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff\x7f\x00-\x08\x0b\x0c\x0e-\x1f]+")
_GERMAN_ORDINAL = re.compile(
    r"\b(?:der|die|das|de[mns]|im|am|vom|zu[mr]|beim|(?:k?ein|[mds]ein|ihr|unser|jed|dies)(?:e[mnrs]?)?)\s\d{1,3}\.\s*$",
    re.IGNORECASE,
)
"""What stands before a noun, and so before a capital that begins no sentence: "in der 93. Minute"."""
_ORDINAL_CHARACTERS = 20
"""More than such a word with its number has."""
_PIECE_CHARACTERS = 10_000
"""More than a paragraph of news has."""

_MARKS_COUNT = 30
_MANY_UNLETTERED = re.compile(rf"[^\w\s\x00-\u02ff]{{{_MARKS_COUNT + 1},}}")
"""What may be so many marks of one letter; languages write a few."""

_WIDE_END = re.compile(r"。(?![。！？」』”’）)\]】》〉])|[！？]+(?=\d)")
"""What ends a sentence of Japanese and Chinese; the segmenter lets none begin with a digit. Yahoo！ ends none."""
_BRACKETS = {"「『“（(【《〈[": 1, "」』”）)】》〉]": -1}


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text: `text == whole[start:end]`."""

    start: int
    end: int
    text: str


def composed(text: str) -> str:
    """Return `text` in NFC, in time that grows with its length.

    Putting the marks of one letter in order takes time by the square of their number, so a joiner parts each thirty
    (UAX 15, stream-safe text).
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", _MANY_UNLETTERED.sub(_parted, text))


def _parted(run: re.Match[str]) -> str:
    signs = run.group()
    if not any(map(unicodedata.combining, signs)):
        return signs
    return _JOINER.join(signs[at : at + _MARKS_COUNT] for at in range(0, len(signs), _MARKS_COUNT))


def normalise(text: str) -> str:
    """Return `text` in NFC, one space between words, one line a paragraph, no invisible characters."""
    text = composed(text).replace("\xa0", " ")
    if not is_all_seen(text):
        text = _INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    elif "  " not in text:
        return "\n".join(filter(None, map(str.strip, text.split("\n"))))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(filter(None, lines))


def is_all_seen(text: str) -> bool:
    """Tell a text that surely holds no invisible character, in a tenth of the time that looking for each takes."""
    return text.replace("\n", " ").replace("\xa0", " ").isprintable()


def listed(text: str) -> list[str]:
    """Return a word list that is written as one text."""
    return text.split()


def words(text: str) -> list[str]:
    """Return the words as written, in order; what stands between spaces and punctuation."""
    return _WORD.findall(text)


def tokens(text: str) -> list[str]:
    """Return comparable tokens of any script, case-folded, in order."""
    if text.isascii():
        return _ASCII_EDGE.sub(" ", text.translate(_ASCII_FOLDED)).split()
    text = unicodedata.normalize("NFKC", text)
    found: list[str] = _WORD.findall(text.casefold())
    if not _MAY_BE_PAIRED.search(text):
        return found
    return [piece for word in found for piece in _pieces(word)]


def shared_tokens(text: str) -> Sequence[str]:
    """Return the tokens of a text that several stages read one after the other; the latest few are kept if short."""
    return _kept_tokens(text) if len(text) <= _KEPT_CHARACTERS else tokens(text)


@lru_cache(maxsize=4)
def _kept_tokens(text: str) -> tuple[str, ...]:
    return tuple(tokens(text))


def is_paired(token: str) -> bool:
    """Tell whether a token is of a script that `tokens` cuts into overlapping pairs of characters."""
    return _PAIRED.match(token) is not None


def _pieces(word: str) -> Iterator[str]:
    if word.isascii():
        yield word
        return
    position = 0
    for run in _PAIRED.finditer(word):
        if run.start() > position:
            yield word[position : run.start()]
        yield from _pairs(run.group())
        position = run.end()
    if position < len(word):
        yield word[position:]


def _pairs(run: str) -> Iterator[str]:
    if len(run) == 1:
        yield run
    for i in range(len(run) - 1):
        yield run[i : i + 2]


def sentences(text: str, language: str = "") -> list[Span]:
    """Return the sentences of `text` with their offsets; a line's end ends a sentence too."""
    out: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            begins = start
            for end in _sentence_ends(line, language or "en"):
                ends = start + end
                if not (language == "de" and ends < start + len(line) and _is_ordinal(text, begins, ends)):
                    out.append(_trimmed(text, begins, ends))
                    begins = ends
        start += len(line) + 1
    return [span for span in out if span.text]


def _is_ordinal(text: str, begins: int, ends: int) -> bool:
    """Tell whether what ends here is an ordinal, which ends no German sentence."""
    return _GERMAN_ORDINAL.search(text, max(begins, ends - _ORDINAL_CHARACTERS), ends) is not None


def _sentence_ends(line: str, language: str) -> Iterator[int]:
    """Yield where the sentences of a line end: where the segmenter says, and at wide marks."""
    begins = 0
    for ends in _segment_ends(line, language):
        depth, quotes, at = 0, 0, begins
        for mark in _WIDE_END.finditer(line, begins, ends):
            before = line[at : mark.start()]
            depth += sum(step * before.count(char) for chars, step in _BRACKETS.items() for char in chars)
            quotes += before.count('"')
            at = mark.start()
            if mark.end() < ends and depth <= 0 and quotes % 2 == 0:
                yield mark.end()
        yield ends
        begins = ends


def _segment_ends(line: str, language: str) -> Iterator[int]:
    """Yield where sentencex ends the sentences of a line.

    It takes time by the square of a line's length, so that is read in pieces, each from a sentence's head on.
    """
    from sentencex import get_sentence_boundaries

    start = 0
    while start < len(line):
        piece = line[start : start + _PIECE_CHARACTERS]
        ends = [start + found["end_index"] for found in get_sentence_boundaries(language, piece)]
        if start + len(piece) < len(line):
            ends = ends[:-1] or ends
        yield from ends
        start = ends[-1] if ends else start + len(piece)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end, text[start:end])


def language_of(text: str) -> str:
    """Return the ISO 639-1 code that the text itself speaks; "" for under twenty characters of evidence.

    Capitals alone tell a language badly: where most of it is in them, the text is read in small letters.
    """
    sample = text[:2000]
    if len(sample) < 20 and not _PAIRED.search(sample):
        return ""
    from py3langid import classify

    is_shouted = sum(map(str.isupper, sample)) * 2 > len(sample)
    code: str = classify(sample.lower() if is_shouted else sample)[0]
    return code


def lead(text: str, language: str, rivals: Collection[str]) -> float:
    """Return how much likelier than `language` the likeliest of `rivals` is a text's, in log-probability.

    0 for a language that nobody tells.
    """
    from py3langid import rank

    likely = {code: float(value) for code, value in rank(text)}
    told = [likely[rival] for rival in rivals if rival in likely]
    return max(told) - likely[language] if told and language in likely else 0.0
