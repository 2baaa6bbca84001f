"""The words that an article's address says of it: a headline alone is often written there once more, in other words."""

import re
from urllib.parse import unquote, urlsplit

_WORDS = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 3


def address_words(url: str) -> str:
    """Return the words of the address's wordiest part, "" where none has as many as three."""
    parts = (unquote(part).rsplit(".", 1)[0] for part in urlsplit(url).path.split("/"))
    words = max((_WORDS.findall(part) for part in parts), key=len, default=[])
    return " ".join(words) if len(words) >= _FEWEST_WORDS else ""
