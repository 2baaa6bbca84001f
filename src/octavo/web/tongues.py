"""The languages that pages speak: what browsers call them, which way and in what letters they are written."""

from octavo.editions.reading import ArticleCard, StoryCard

_TAGS = {"zh": "zh-Hans"}
"""Where the address names a language only, and the page is written in one of its scripts (RFC 5646)."""
_TRADITIONAL = frozenset({"TW", "HK", "MO"})
"""Where Chinese is written in traditional characters."""
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_OTHER_LETTERS = _RIGHT_TO_LEFT | {"ja", "ko", "zh"}


def tag(language: str) -> str:
    """Return the tag by which browsers know the language of one of Octavo's own texts."""
    return _TAGS.get(language, language)


def tongue(card: ArticleCard | StoryCard) -> str:
    """Return the tag by which browsers know in what a report is written."""
    publisher = card.lead.publisher if isinstance(card, StoryCard) else card.publisher
    return "zh-Hant" if card.language == "zh" and publisher.country in _TRADITIONAL else tag(card.language)


def direction(language: str) -> str:
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


def has_latin_letters(language: str) -> bool:
    """Tell whether pages in it are set in the typefaces that Octavo brings along."""
    return language not in _OTHER_LETTERS
