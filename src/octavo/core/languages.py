"""Language tags as written, to ISO 639-1; and the scripts of languages."""

import re
from functools import lru_cache

_TAG = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
_OLD = {"iw": "he", "in": "id", "ji": "yi", "eng": "en", "kor": "ko", "deu": "de", "ger": "de", "spa": "es"}
_OLD |= {"fra": "fr", "fre": "fr", "jpn": "ja", "ara": "ar", "zho": "zh", "chi": "zh", "msa": "ms", "hin": "hi"}
_NONE = {"und", "mul", "zxx", "mis", "utf"}


@lru_cache(maxsize=1024)
def language_code(tag: str) -> str:
    """Return the primary language of a tag such as "en-GB" or "ko_KR", lower case; "" where it names none."""
    found = _TAG.match(tag.strip()[:20])
    code = found[0].lower() if found else ""
    return "" if code in _NONE else _OLD.get(code, code)


@lru_cache(maxsize=1024)
def script_code(language: str) -> str:
    """Return the ISO 15924 code of the script that a language is mostly written in; "" where that is not known."""
    from babel.core import get_global

    tag = get_global("likely_subtags").get(language, "")
    return next((part for part in tag.split("_") if len(part) == 4), "")
