"""Language tags as written, to ISO 639-1; the scripts of languages, and what they call the lands of the world."""

import re
from collections.abc import Mapping
from datetime import UTC, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

_TAG = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
_OLD = {"iw": "he", "in": "id", "ji": "yi", "eng": "en", "kor": "ko", "deu": "de", "ger": "de", "spa": "es"}
_OLD |= {"fra": "fr", "fre": "fr", "jpn": "ja", "ara": "ar", "zho": "zh", "chi": "zh", "msa": "ms", "hin": "hi"}
_ZONES = {
    "ko": "Asia/Seoul", "ja": "Asia/Tokyo", "zh": "Asia/Shanghai", "vi": "Asia/Ho_Chi_Minh", "th": "Asia/Bangkok",
    "km": "Asia/Phnom_Penh", "lo": "Asia/Vientiane", "my": "Asia/Yangon", "hi": "Asia/Kolkata", "ne": "Asia/Kathmandu",
    "si": "Asia/Colombo", "tr": "Europe/Istanbul", "ka": "Asia/Tbilisi", "hy": "Asia/Yerevan", "az": "Asia/Baku",
}  # fmt: skip
"""Languages whose countries all keep one time, and that no country of another time publishes much in."""
_NONE = {"und", "mul", "zxx", "mis", "utf"}


@lru_cache(maxsize=1024)
def language_code(tag: str) -> str:
    """Return the primary language of a tag such as "en-GB" or "ko_KR", lower case; "" where it names none."""
    found = _TAG.match(tag.strip()[:20])
    code = found[0].lower() if found else ""
    return "" if code in _NONE else _OLD.get(code, code)


@lru_cache(maxsize=256)
def zone_of(language: str) -> tzinfo:
    """Return the zone of those who speak a language where it has but one; UTC for others, of whom nothing is sure."""
    name = _ZONES.get(language_code(language))
    return ZoneInfo(name) if name else UTC


@lru_cache(maxsize=1024)
def script_code(language: str) -> str:
    """Return the ISO 15924 code of the script that a language is mostly written in; "" where that is not known."""
    from babel.core import get_global

    tag = get_global("likely_subtags").get(language, "")
    return next((part for part in tag.split("_") if len(part) == 4), "")


@lru_cache(maxsize=256)
def territory_names(language: str) -> Mapping[str, str]:
    """Return what a language calls countries and larger regions, by code (CLDR); nothing for one that it lacks."""
    from babel import Locale, UnknownLocaleError

    try:
        return dict(Locale.parse(language).territories) if language else {}
    except (UnknownLocaleError, ValueError):
        return {}
