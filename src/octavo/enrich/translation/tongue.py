"""Whether a translation is in the language that was asked for."""

import re
from functools import cache

from octavo.core.text import lead, sentences
from octavo.enrich.translation.constants import (
    KINDRED,
    OTHER_LANGUAGE,
    OWN_SCRIPT_LETTERS,
    OWN_SCRIPT_SHARE,
    RIVALS,
    TOLD_WEIGHT,
)
from octavo.enrich.translation.weight import weight

_LATIN = "a-zà-ɏḀ-ỿ"
_CYRILLIC = "Ѐ-ӿ"
_ARABIC = "؀-ۿ"
_SCRIPTS = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "uk"), _CYRILLIC),
    **dict.fromkeys(("ar", "fa", "ur", "ps"), _ARABIC),
    "el": "Ͱ-Ͽἀ-῿",
    "he": "֐-׿",
    "hi": "ऀ-ॿ",
    "ja": "぀-ヿ一-鿿",
    "ko": "가-힣",
    "th": "฀-๿",
    "zh": "一-鿿",
}
"""Characters of languages that others than Latin letters write; of any other language nothing is said."""


def is_in(translated: str, source: str, target: str) -> bool:
    """Tell whether a translation, and each of its longer sentences, is in the `target` language, as far as it tells."""
    return _has_script(translated, target) and not any(
        _is_other(text, source, target) for text in (translated, *(one.text for one in sentences(translated, target)))
    )


def _is_other(text: str, source: str, target: str) -> bool:
    rivals = {source, *RIVALS} - {target, KINDRED.get(target)}
    return weight(text) >= TOLD_WEIGHT and lead(text, target, rivals) > OTHER_LANGUAGE


def _has_script(text: str, language: str) -> bool:
    own = len(_letters(_SCRIPTS[language]).findall(text)) if language in _SCRIPTS else 0
    others = len(_letters("".join({_LATIN, *_SCRIPTS.values()})).findall(text)) - own
    if language not in _SCRIPTS:
        own = len(_letters(_LATIN).findall(text))
        others -= own
    return own + others < OWN_SCRIPT_LETTERS or own >= OWN_SCRIPT_SHARE * (own + others)


@cache
def _letters(signs: str) -> re.Pattern[str]:
    return re.compile(f"[{signs}]", re.IGNORECASE)
