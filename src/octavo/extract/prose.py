"""How a line of prose looks in any script."""

import re

_WIDE = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
_SENTENCE_END = re.compile(
    r"[.!?。！？؟…:．｡।॥۔։።។៕။།]['\"’”»」』)\]]*\s*(?:[(（\[][^()（）\[\]]{2,40}[)）\]]|/\s?\w{2,20})?$"
)
_UNSTOPPED = re.compile(r"[\u0e01-\u0eff]['\"’”»)\]]*$")
UNSTOPPED_CHARACTERS = 40
"""Thai and Lao put no stop after a sentence: a line of them that is so long is one."""


def width(text: str) -> int:
    """Return the length, a wide character counted twice: it says as much as two letters."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def is_wide(character: str) -> bool:
    """Tell whether a text begins with a wide character: Chinese, Japanese, Korean."""
    return _WIDE.match(character) is not None


def has_wide(text: str) -> bool:
    """Tell whether a text holds wide characters."""
    return _WIDE.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence does, in any script; a credit in brackets or after a slash may follow."""
    if _SENTENCE_END.search(text):
        return True
    return len(text) >= UNSTOPPED_CHARACTERS and _UNSTOPPED.search(text) is not None
