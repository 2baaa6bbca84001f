"""An edition: a language and a place with its mix of publishers, as a file that people write, review and share.

Pure. A file is TOML; `read_edition` checks it and says in one line what is wrong, `written` writes it back.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import available_timezones

from octavo.core.errors import BadInput
from octavo.editions import constants
from octavo.sources import packs

SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
COUNTRY = re.compile(r"[A-Z]{2}")
LANGUAGE = re.compile(r"[a-z]{2,3}")
FILE_LIMIT_BYTES = 64_000
"""The longest edition that ships has 2 kB."""
NAME_LETTERS = 80
LONGEST_LIST = 60
LANGUAGES_COUNT = 8


@dataclass(frozen=True, slots=True)
class Draw:
    """Publishers that an edition draws on, and what they are to it."""

    source: str
    """A pack or a part of one (korea, korea/yonhap), or country:KR, or language:ko."""
    weight: float = 1.0
    """What one of their reports counts beside that of any publisher, 0 to 3; 0 leaves them out."""
    share: float = 0.0
    """Of the page's stories, at least this share has a report of theirs as far as there are such, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A front page for a language and a place."""

    slug: str
    names: Mapping[str, str]
    """By language; at least one."""
    languages: tuple[str, ...] = ()
    """In which its stories are told, the first before the others; none: that of the page it is read on."""
    country: str = ""
    """ISO 3166-1 alpha-2, upper case; "" for the world."""
    city: str = ""
    time_zone: str = "UTC"
    """An IANA name: the edition's times are told in it."""
    places: tuple[str, ...] = ()
    """Names by which headlines call the place and what lies in it, in the edition's languages."""
    sections: tuple[str, ...] = ()
    """Categories that stand first, in this order; the others follow by their best stories."""
    draws: tuple[Draw, ...] = field(default=())
    """A publisher is of the first that names it."""
    rest: float = 1.0
    """The weight of publishers that no draw names; 0 leaves out what only they report."""

    def name(self, language: str) -> str:
        """Return the edition's name in `language`, else in its own, else in English or any."""
        wanted = (language, *self.languages, "en")
        return next((self.names[one] for one in wanted if one in self.names), next(iter(self.names.values())))


def read_edition(text: str, slug: str = "") -> Edition:
    """Return the edition that a file's `text` describes; `slug` stands where it names none.

    Raises BadInput with one line that says what is wrong.
    """
    if len(text.encode()) > FILE_LIMIT_BYTES:
        raise BadInput(f"an edition's file has at most {FILE_LIMIT_BYTES // 1000} kB")
    try:
        return checked_edition(tomllib.loads(text), slug)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"this is no edition's file: not TOML ({error})") from None


def checked_edition(data: Mapping[str, Any], slug: str = "") -> Edition:
    """Return the edition of these values, as TOML has them. Raises BadInput."""
    known = {"slug", "languages", "country", "city", "time_zone", "places", "sections", "rest", "names", "draws"}
    if odd := sorted(set(data) - known):
        raise BadInput(f"an edition has no {odd[0]!r}; it has {', '.join(sorted(known))}")
    return Edition(
        slug=_matching(SLUG, data.get("slug") or slug, "slug", "small letters, digits and hyphens, as in port-almera"),
        names=_names(data.get("names")),
        languages=tuple(_language(one) for one in _list(data, "languages", limit=LANGUAGES_COUNT)),
        country=_matching(COUNTRY, data["country"], "country", "two capitals like KR") if data.get("country") else "",
        city=_text(data.get("city", ""), "city"),
        time_zone=_time_zone(data.get("time_zone", "UTC")),
        places=tuple(_text(one, "place") for one in _list(data, "places")),
        sections=tuple(_section(one) for one in _list(data, "sections")),
        draws=tuple(_draw(one) for one in _list(data, "draws")),
        rest=_number(data.get("rest", 1.0), "rest", constants.MOST_WEIGHT),
    )


def written(edition: Edition) -> str:
    """Return the edition as its file's text; `read_edition` makes the same edition of it."""
    lines = [f"slug = {_toml(edition.slug)}"]
    for name in ("languages", "country", "city", "time_zone", "places", "sections"):
        if value := getattr(edition, name):
            lines.append(f"{name} = {_toml(list(value) if isinstance(value, tuple) else value)}")
    lines += [f"rest = {edition.rest}", "", "[names]"]
    lines += [f"{language} = {_toml(name)}" for language, name in edition.names.items()]
    for draw in edition.draws:
        lines += ["", "[[draws]]", f"from = {_toml(draw.source)}", f"weight = {draw.weight}"]
        lines += [f"share = {draw.share}"] if draw.share else []
    return "\n".join([*lines, ""])


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _names(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict) or not value:
        raise BadInput('an edition has names: write [names] and then a line like en = "Port Almera"')
    return {_language(code): _text(name, "name") for code, name in value.items()}


def _language(value: object) -> str:
    return _matching(LANGUAGE, value, "language", "a code like ko")


def _draw(value: object) -> Draw:
    known = {"from", "weight", "share"}
    if not isinstance(value, dict) or not isinstance(value.get("from"), str) or set(value) - known:
        raise BadInput('each of an edition\'s draws has from = "PACK" and may have a weight and a share, nothing else')
    weight = _number(value.get("weight", 1.0), "weight", constants.MOST_WEIGHT)
    return Draw(_source(value["from"]), weight, _number(value.get("share", 0.0), "share", 1.0))


def _source(text: str) -> str:
    kind, _, code = text.partition(":")
    forms = {"country": (COUNTRY, "country:KR"), "language": (LANGUAGE, "language:ko")}
    if kind in forms:
        _matching(forms[kind][0], code, kind, f"it as in {forms[kind][1]}")
        return text
    packs.pick(text)
    return text


def _section(value: object) -> str:
    from octavo.enrich.categories import CATEGORIES

    if value not in CATEGORIES:
        raise BadInput(f"there is no section {value!r}; sections are {', '.join(sorted(CATEGORIES))}")
    return str(value)


def _time_zone(value: object) -> str:
    if value not in available_timezones():
        raise BadInput(f"there is no time zone {value!r}; write one like Asia/Seoul")
    return str(value)


def _matching(form: re.Pattern[str], value: object, name: str, wanted: str) -> str:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise BadInput(f"{value!r} is no {name}; write {wanted}")
    return value


def _text(value: object, name: str) -> str:
    if not isinstance(value, str) or len(value) > NAME_LETTERS or not value.isprintable():
        raise BadInput(f"an edition's {name} is one line of at most {NAME_LETTERS} letters, not {str(value)[:40]!r}")
    return value.strip()


def _number(value: object, name: str, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
        raise BadInput(f"an edition's {name} is a number from 0 to {most:g}, not {value!r}")
    return float(value)


def _list(data: Mapping[str, Any], name: str, *, limit: int = LONGEST_LIST) -> list[Any]:
    value = data.get(name, [])
    if not isinstance(value, list) or len(value) > limit:
        raise BadInput(f"an edition's {name} is a list of at most {limit}")
    return value
