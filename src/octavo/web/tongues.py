"""The languages that pages speak: what browsers call them, which way and in what letters they are written."""

_TAGS = {"zh": "zh-Hans"}
"""Where the address names a language only, and the page is written in one of its scripts (RFC 5646)."""
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_OTHER_LETTERS = _RIGHT_TO_LEFT | {"ja", "ko", "zh"}


def tag(language: str) -> str:
    """Return the tag by which browsers know the language of one of Octavo's own texts."""
    return _TAGS.get(language, language)


def direction(language: str) -> str:
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


def has_latin_letters(language: str) -> bool:
    """Tell whether pages in it are set in the typefaces that Octavo brings along."""
    return language not in _OTHER_LETTERS
