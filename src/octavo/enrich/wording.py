"""What finds the words of one kind that a lexicon lists."""

import re
from functools import cache

from octavo.enrich.lexicon import GLUED, any_of, lexicon


@cache
def finds(language: str, kind: str) -> re.Pattern[str]:
    """Return what finds the words of one kind that the lexicon lists."""
    return found(language, getattr(lexicon(language), kind))


@cache
def found(language: str, listed: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds words, the longest first, whole where the script parts them; `*` stands for any ending."""
    if not listed:
        return re.compile("(?!)")
    ordered = sorted(listed, key=lambda word: (-len(word), word))
    if language in GLUED:
        return re.compile("|".join(re.escape(word.rstrip("*")) for word in ordered))
    forms = (re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in ordered)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)


@cache
def promising(language: str) -> re.Pattern[str]:
    """Return what finds words of promises: those that are listed, and verbs in the future where that is a form."""
    known = lexicon(language)
    forms = [f"(?:{finds(language, 'promising').pattern})"]
    if known.future_endings:
        forms.append(rf"\b\w{{3,}}(?:{any_of(known.future_endings)})\b")
    if known.future_beginnings:
        others = any_of(known.no_future)
        forms.append(rf"\b(?!(?:{others})\b)(?:{any_of(known.future_beginnings)})\w{{3,}}\b")
    return re.compile("|".join(forms), re.IGNORECASE)
