"""An entry's attached files: the picture that stands for it, and what is listened to or watched."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from octavo.core.types import MediaFile
from octavo.feeds.constants import MEDIA_BYTES, MEDIA_SECONDS, TYPE_LIMIT_CHARACTERS

_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
_ANYTHING = "application/octet-stream"
_ICON_PIXELS = 50
_RECORDED = re.compile(r"(?:audio|video)/[a-z\d][a-z\d.+-]*")
_RECORDED_BY_ENDING = {
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "aac": "audio/aac", "ogg": "audio/ogg", "oga": "audio/ogg",
    "opus": "audio/ogg", "wav": "audio/wav", "flac": "audio/flac",
    "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "mov": "video/quicktime",
}  # fmt: skip
_LENGTH = re.compile(r"(?:(?:([0-9]{1,2}):)?([0-9]{1,4}):)?([0-9]{1,7})(?:\.[0-9]*)?")
"""Of podcasts: seconds, minutes and seconds, or hours too."""


def best_image(media: Sequence[Mapping[str, Any]], enclosures: Sequence[Mapping[str, Any]] = (), at: str = "") -> str:
    """Return the widest picture's address of media:content, else that of an enclosed one; "" for none.

    Attributes stand under their names after `at`.
    """
    pictures = [one for one in media if one.get(f"{at}url") and is_image(one, at)]
    if len(pictures) > 1:
        pictures = [max(pictures, key=lambda one: _width(one, at))]
    pictures = pictures or [one for one in enclosures if address(one, at) and is_image(one, at)]
    return address(pictures[0], at) if pictures else ""


def address(found: Mapping[str, Any], at: str = "") -> str:
    return str(found.get(f"{at}url") or found.get(f"{at}href") or "")


def is_image(found: Mapping[str, Any], at: str = "") -> bool:
    """Tell whether a media element is a picture, by what it says or by its address."""
    medium, kind = found.get(f"{at}medium") or "", found.get(f"{at}type") or ""
    if medium or ("/" in kind and kind != _ANYTHING):
        return bool(medium == "image" or kind.startswith("image"))
    return address(found, at).partition("?")[0].lower().endswith(_ENDINGS)


def leads_to_page(link: Mapping[str, Any], at: str = "") -> bool:
    """Tell whether a link leads to what people read, as far as it says its type."""
    return "html" in str(link.get(f"{at}type") or "html")


def is_file(found: Mapping[str, Any], at: str = "") -> bool:
    """Tell whether a media element is a file to be played that can be loaded."""
    return str(found.get(f"{at}type") or "").startswith(("audio/", "video/"))


def media_file(url: str, kind: str, size: str, length: str) -> MediaFile:
    """Return an attached file by what is told of it; a size or length that cannot be true is none."""
    kind = _type(kind[:TYPE_LIMIT_CHARACTERS])
    if kind.startswith("image"):
        return MediaFile(url, kind)
    if not kind.startswith(("audio/", "video/")):
        ending = url.partition("?")[0].rpartition(".")[2].lower()
        kind = _RECORDED_BY_ENDING.get(ending, kind)
    return MediaFile(url, kind, _size_bytes(size), _seconds(length))


@lru_cache(maxsize=256)
def _type(told: str) -> str:
    """Return a MIME type as told; of sound and film without what follows it."""
    kind = told.strip().lower()
    recorded = _RECORDED.match(kind)
    return recorded[0] if recorded else kind


def _size_bytes(told: str) -> int | None:
    told = told.strip()
    size = int(told) if told.isascii() and told.isdigit() and len(told) < 20 else 0
    return size if size in MEDIA_BYTES else None


def _seconds(told: str) -> int | None:
    found = _LENGTH.fullmatch(told.strip())
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    length = hours * 3600 + minutes * 60 + seconds
    return length if length in MEDIA_SECONDS else None


def is_icon(found: Mapping[str, Any], at: str = "") -> bool:
    """Tell whether a thumbnail says that it is too small to show more than whose face or mark it is."""
    height = str(found.get(f"{at}height") or "")
    return 0 < _width(found, at) < _ICON_PIXELS and height.isdecimal() and int(height[:6]) < _ICON_PIXELS


def _width(found: Mapping[str, Any], at: str) -> int:
    width = str(found.get(f"{at}width") or "0")
    return int(width) if width.isascii() and width.isdigit() and len(width) < 6 else 0
