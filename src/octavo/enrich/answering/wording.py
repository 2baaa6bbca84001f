"""A text's words, as questions and passages are laid beside one another.

Japanese and Chinese write no spaces: their runs are cut into phrases by BudouX, a word with its particles each.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from octavo.core.text import Span

if TYPE_CHECKING:
    from budoux import Parser

_WORD = re.compile(r"(?:\b(?i:[cdjlmnst]|qu)['’])?([^\W_]++(?:['’.\-][^\W_]++)*+)")
"""Without what French leaves of a word before a vowel: d'hectares."""
_GLUED = re.compile(r"[々\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_SCRIPTS = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’.\-][A-Za-zÀ-ɏ]+)*|[^A-Za-zÀ-ɏ]+")
"""Runs of one script: a name in Latin letters is a word of its own, though a particle follows without a space."""
_KANA = re.compile(r"[\u3040-\u30fa\u30fc-\u30ff]")


def words(text: str) -> list[str]:
    """Return the words as written, in order."""
    return [span.text for span in word_spans(text)]


@lru_cache(maxsize=20_000)
def word_spans(text: str) -> tuple[Span, ...]:
    """Return the words with their offsets."""
    kana = bool(_KANA.search(text))
    return tuple(span for match in _WORD.finditer(text) for span in _parted(match, kana=kana))


def is_glued(word: str) -> bool:
    """Tell whether a word holds letters of a script that writes no spaces between words."""
    return bool(_GLUED.search(word))


def _parted(match: re.Match[str], *, kana: bool) -> Iterator[Span]:
    word, start = match[1], match.start(1)
    if not is_glued(word):
        yield Span(start, match.end(), word)
        return
    for phrase in (one for run in _SCRIPTS.findall(word) for one in _phrases(run, kana=kana)):
        yield Span(start, start + len(phrase), phrase)
        start += len(phrase)


def _phrases(word: str, *, kana: bool) -> list[str]:
    if not is_glued(word):
        return [word]
    japanese, chinese = _parsers()
    return (japanese if kana else chinese).parse(word)


@cache
def _parsers() -> "tuple[Parser, Parser]":
    from budoux import load_default_japanese_parser, load_default_simplified_chinese_parser

    return load_default_japanese_parser(), load_default_simplified_chinese_parser()
