"""The picture that stands for an entry, among its attached files."""

from collections.abc import Iterable, Mapping
from typing import Any

_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")


def best_image(media: Iterable[Mapping[str, Any]], enclosures: Iterable[Mapping[str, Any]] = ()) -> str:
    """Return the widest picture's address of media:content, else a thumbnail's, else an enclosure's; "" for none."""
    contents = list(media)
    pictures = [found for found in contents if found.get("url") and is_image(found)]
    if pictures:
        return str(max(pictures, key=_width)["url"])
    for found in contents:
        if found.get("thumbnail_url"):
            return str(found["thumbnail_url"])
    return next((address(found) for found in enclosures if address(found) and is_image(found)), "")


def address(found: Mapping[str, Any]) -> str:
    return str(found.get("url") or found.get("href") or "")


def is_image(found: Mapping[str, Any]) -> bool:
    """Tell whether a media element is a picture, by what it says or by its address."""
    medium, kind = str(found.get("medium") or ""), str(found.get("type") or "")
    if medium or kind:
        return medium == "image" or kind.startswith("image")
    return address(found).partition("?")[0].lower().endswith(_ENDINGS)


def _width(found: Mapping[str, Any]) -> int:
    width = str(found.get("width") or "0")
    return int(width) if width.isascii() and width.isdigit() and len(width) < 6 else 0
