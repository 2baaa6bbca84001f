"""The form in which people make an edition: what it shows, and the edition that was typed into it."""

from collections.abc import Mapping
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from django.conf import settings
from django.http import QueryDict
from django.utils.text import slugify

from octavo.core.errors import BadInput
from octavo.editions import Edition
from octavo.editions.edition import checked_edition
from octavo.sources import packs
from octavo.web import words

SECTIONS_COUNT = 8
SPARE_DRAWS = 3
LEAST_DRAWS = 5
LANGUAGES_COUNT = 3
_NO_PLACES = ("Etc/", "SystemV/", "US/")


def values(before: Edition | None, language: str, *, is_new: bool) -> dict[str, Any]:
    """Return what the form shows: an edition's own values, or those to begin with."""
    if before is None:
        blank = {"name": "", "languages": [language], "country": "", "city": "", "time_zone": "UTC", "places": ""}
        draws = [{"source": "world", "weight": "1.0", "share": "0"}]
        return {**blank, "sections": [], "rest": "1.0", "draws": draws}
    return {
        "name": "" if is_new else before.name(language),
        "languages": list(before.languages) or [language],
        "country": before.country,
        "city": before.city,
        "time_zone": before.time_zone,
        "places": ", ".join(before.places),
        "sections": list(before.sections),
        "rest": f"{before.rest:g}",
        "draws": [
            {"source": one.source, "weight": f"{one.weight:g}", "share": f"{one.share * 100:g}"} for one in before.draws
        ],
    }


def typed(post: QueryDict) -> dict[str, Any]:
    """Return what a person typed, as `values` has it."""
    rows = zip(post.getlist("source"), post.getlist("weight"), post.getlist("share"), strict=False)
    return {
        **{name: post.get(name, "").strip() for name in ("name", "country", "city", "time_zone", "places", "rest")},
        "languages": list(dict.fromkeys(filter(None, post.getlist("languages")))),
        "sections": list(dict.fromkeys(filter(None, post.getlist("sections")))),
        "draws": [
            {"source": source.strip(), "weight": weight, "share": share}
            for source, weight, share in rows
            if source.strip()
        ],
    }


def edition(values: Mapping[str, Any], before: Edition | None, language: str, slug: str) -> Edition:
    """Return the edition that was typed; it keeps its names in other languages. Raises BadInput."""
    names = dict(before.names) if before and before.slug == slug else {}
    data = {
        **{name: values[name] for name in ("languages", "country", "city", "sections")},
        "time_zone": values["time_zone"] or "UTC",
        "names": {**names, language: values["name"] or slug},
        "places": [one.strip() for one in values["places"].split(",") if one.strip()],
        "rest": _number(values["rest"]),
        "draws": [_draw(one) for one in values["draws"]],
    }
    return checked_edition(data, slug)


def _draw(row: Mapping[str, str]) -> dict[str, object]:
    share = _number(row["share"] or "0") / 100
    return {"from": row["source"], "weight": _number(row["weight"] or "1"), "share": share}


def slug_of(name: str, country: str) -> str:
    """Return the address that an edition of this name asks for."""
    return slugify(name)[:50].strip("-_").replace("_", "-") or f"edition-{country.lower() or 'world'}"


def choices(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what may be chosen in the form, sorted as the page's language sorts."""
    spoken = {code for pack in packs.load_all() for code in pack.languages} | set(dict(settings.LANGUAGES))
    return {
        "languages": words.in_order((code, words.language_name_here(code)) for code in spoken),
        "languages_count": max(LANGUAGES_COUNT, len(values["languages"])),
        "countries": words.in_order(words.countries().items()),
        "time_zones": _time_zones(),
        "packs": [(pack.name, pack.title) for pack in packs.load_all()],
        "sections": words.in_order((slug, words.category_name(slug)) for slug in words.CATEGORIES),
        "sections_count": max(SECTIONS_COUNT, len(values["sections"])),
        "draws": _padded(values["draws"]),
    }


def _padded(draws: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the rows of the form's mix: what there is, and empty ones to write into."""
    count = max(LEAST_DRAWS, len(draws) + SPARE_DRAWS)
    return [*draws, *({"source": "", "weight": "1", "share": "0"} for _ in range(count - len(draws)))]


@cache
def _time_zones() -> tuple[str, ...]:
    found = (zone for zone in available_timezones() if "/" in zone and not zone.startswith(_NO_PLACES))
    return ("UTC", *sorted(found))


def _number(text: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise BadInput(f"{text!r} is no number") from None
