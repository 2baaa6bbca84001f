"""What is said of media files: how to get to them, how long they are, and how large."""

from babel.units import format_unit
from django.utils.translation import gettext as _

from octavo.core.types import MediaFile
from octavo.web.words import isolated, locale

MEGABYTE, GIGABYTE = 10**6, 10**9
FORMATS = {"mpeg": "MP3", "x-m4a": "M4A", "x-m4v": "M4V", "x-wav": "WAV", "quicktime": "MOV"}
"""What people call formats whose MIME type says something else; of the others its last part is their name."""


def media_words(file: MediaFile, publisher: str) -> str:
    """Return what following a media file's link does."""
    text = _("Watch at %(publisher)s") if file.is_film else _("Listen at %(publisher)s")
    return text % {"publisher": isolated(publisher)}


def media_facts(file: MediaFile, *, names_format: bool = False) -> str:
    """Return how long a media file plays and how large, as far as known, and its format where that is asked for."""
    told = [
        _unit(max(1, round(file.seconds / 60)), "duration-minute") if file.seconds else "",
        _size(file.size_bytes) if file.size_bytes else "",
        FORMATS.get(kind := file.type.partition("/")[2], kind.upper()) if names_format else "",
    ]
    return " · ".join(filter(None, told))


def _size(count: int) -> str:
    if count >= GIGABYTE:
        return _unit(round(count / GIGABYTE, 1), "digital-gigabyte")
    return _unit(max(1, round(count / MEGABYTE)), "digital-megabyte")


def _unit(value: float, unit: str) -> str:
    return str(format_unit(value, unit, "short", locale=locale()))
