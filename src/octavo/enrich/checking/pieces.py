"""A sentence as pieces that can be compared in any script: words, or pairs of characters where no space parts them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from octavo.core.text import is_paired
from octavo.enrich.answering.kindred import senses
from octavo.enrich.lexicon import lexicon
from octavo.enrich.thesaurus import thesaurus

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_GLUED = re.compile(r"[\u30a0-\u30ff\u3400-\u9fff]+")
_CLITICS_AR = re.compile(r"^(?:[وف]?(?:ال|بال|لل)|[وف](?=\w{3}))")
_OPENING = ("", ".", "!", "?", ":", '"', "“", "„", "«")
"""Before a capital that begins a sentence."""
STEM_LETTERS = 5
"""Words that begin alike are one word in another form: announced, announcement."""
STEM_LETTERS_KO = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a pair of characters: `text[start:end]`."""

    start: int
    end: int
    key: str
    """Alike for the forms of one word, and for what says the same in the news: died, killed."""
    tells: bool
    """It says what a text is about."""


def pieces(text: str, language: str) -> list[Piece]:
    """Return the pieces of `text` in order, without its numbers."""
    found: list[Piece] = []
    for word in _WORD.finditer(text):
        if not is_paired(word.group()) or _HANGUL.match(word.group()):
            key, tells = _read(word.group(), language)
            found.append(Piece(word.start(), word.end(), key, tells or is_name(text, word.start())))
            continue
        for run in _GLUED.finditer(text, word.start(), word.end()):
            for at in range(run.start(), max(run.end() - 1, run.start() + 1)):
                key, tells = _read(text[at : min(at + 2, run.end())], language)
                found.append(Piece(at, min(at + 2, run.end()), key, tells))
    return found


def is_name(text: str, start: int) -> bool:
    """Tell whether a word has a capital that no sentence gives it: Monday, May, and the One of Capital One."""
    return text[start].isupper() and text[max(0, start - 3) : start].rstrip()[-1:] not in _OPENING


@lru_cache(maxsize=200_000)
def _read(word: str, language: str) -> tuple[str, bool]:
    """Return a word's key, and whether it tells."""
    folded = word.casefold()
    tells = folded not in lexicon(language).stop
    if language == "ar":
        folded = _CLITICS_AR.sub("", folded)
    said = senses(folded)
    if said:
        return f"={min(said)}", tells
    if language == "en":
        folded = thesaurus().base(folded)
    return folded[: STEM_LETTERS_KO if _HANGUL.match(folded) else STEM_LETTERS], tells
