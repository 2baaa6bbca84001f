"""The picture that stands for an entry, among its attached files."""

from collections.abc import Mapping, Sequence
from typing import Any

_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
_ANYTHING = "application/octet-stream"
_ICON_PIXELS = 50


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


def is_file(found: Mapping[str, Any], at: str = "") -> bool:
    """Tell whether a media element is a recording that can be loaded."""
    return str(found.get(f"{at}type") or "").startswith(("audio/", "video/"))


def is_icon(found: Mapping[str, Any], at: str = "") -> bool:
    """Tell whether a thumbnail says that it is too small to show more than whose face or mark it is."""
    height = str(found.get(f"{at}height") or "")
    return 0 < _width(found, at) < _ICON_PIXELS and height.isdecimal() and int(height[:6]) < _ICON_PIXELS


def _width(found: Mapping[str, Any], at: str) -> int:
    width = str(found.get(f"{at}width") or "0")
    return int(width) if width.isascii() and width.isdigit() and len(width) < 6 else 0
