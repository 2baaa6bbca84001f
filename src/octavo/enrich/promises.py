"""What a passage promises: by when, or how much."""

import re
from functools import cache

from octavo.enrich import constants
from octavo.enrich.counts import counts
from octavo.enrich.days import deadlines
from octavo.enrich.lexicon import any_of, lexicon
from octavo.enrich.passages import Passage


def promised(passage: Passage, language: str) -> str:
    """Return the date or amount that a passage promises, "" for none: what is denied or moved is no promise."""
    text = passage.text
    word = next(_promising(language).finditer(text), None)
    if word is None or finds(language, "moved").search(text) or _is_denied(text, word, language):
        return ""
    by = deadlines(language).search(text)
    if by:
        return by["by"]
    pledge = finds(language, "pledging").search(text)
    stated = list(counts([passage], language)) if pledge else []
    follows = len(stated) == 1 and pledge is not None and stated[0].start - passage.start > pledge.start()
    return stated[0].text if follows else ""


def _is_denied(text: str, word: re.Match[str], language: str) -> bool:
    reach = constants.DENIED_CHARACTERS
    return bool(finds(language, "undone").search(text[max(0, word.start() - reach) : word.end() + reach]))


@cache
def _promising(language: str) -> re.Pattern[str]:
    """Return what finds words of promises: those that are listed, and verbs in the future where that is a form."""
    known = lexicon(language)
    forms = [f"(?:{finds(language, 'promising').pattern})"]
    if known.future_endings:
        forms.append(rf"\b\w{{3,}}(?:{any_of(known.future_endings)})\b")
    if known.future_beginnings:
        others = any_of(known.no_future)
        forms.append(rf"\b(?!(?:{others})\b)(?:{any_of(known.future_beginnings)})\w{{3,}}\b")
    return re.compile("|".join(forms), re.IGNORECASE)


@cache
def finds(language: str, kind: str) -> re.Pattern[str]:
    """Return what finds the words of one kind that the lexicon lists."""
    return found(language, getattr(lexicon(language), kind))


@cache
def found(language: str, listed: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds words, whole ones where the script parts them; `*` at a word's end stands for any ending."""
    if not listed:
        return re.compile("(?!)")
    if lexicon(language).until_after:
        return re.compile("|".join(re.escape(word.rstrip("*")) for word in listed))
    forms = (re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in listed)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)
