"""Language tags as written, to ISO 639-1."""

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
