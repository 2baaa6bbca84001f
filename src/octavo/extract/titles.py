"""The headline: which of a page's titles it is, and without the site's name, taken off by evidence, never by guess."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations

from octavo.core.text import tokens
from octavo.extract.constants import HEADLINE_CHARACTERS, TEASER_HEADLINE_CHARACTERS
from octavo.extract.prose import has_wide, width

_SEPARATOR = re.compile(r"\s+[|·•‹›»«–—―-]+\s+|\s*[|»«]\s*")
_CLOSE_SEPARATOR = re.compile(rf"{_SEPARATOR.pattern}|\s*[_–—-]+\s*")
"""In Chinese, Japanese and Korean no space need stand around them."""
_BAR = " | "
_SOURCE = re.compile(r"\s*(?:\([^()]{2,30}\)|（[^（）]{2,30}）)")
_TYPESETTING = {**dict.fromkeys(map(ord, "‘’‚‛′"), "'"), **dict.fromkeys(map(ord, "“”„‟″«»"), '"'),
                **dict.fromkeys(map(ord, "‐‑–—―"), "-")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claims:
    """What a page is called by its parts; each "" or empty where a part is silent."""

    sent: str = ""
    """What newsletter and recommendation services are sent."""
    social: str = ""
    """og:title"""
    twin: str = ""
    """twitter:title"""
    stated: str = ""
    """JSON-LD's headline"""
    shown: tuple[str, ...] = ()
    """The h1 elements that head something"""
    parts: tuple[str, ...] = ()
    """What stands in elements of their own within these"""
    crumb: str = ""
    """The h1 in the breadcrumbs, where search engines' title is put"""
    below: tuple[str, ...] = ()
    """The h2 elements that stand below such breadcrumbs, one of which is the headline"""
    title: str = ""
    """The title element"""


def headline(claims: Claims, site_names: list[str]) -> str:
    """Return the headline, without what the site is called; "" if the page has none."""
    sole = claims.shown[0] if len(claims.shown) == 1 else ""
    ranked = [claims.sent, _social(claims), claims.stated, sole, claims.crumb, claims.twin, claims.title]
    named = [one for one in ranked if one]
    if not named:
        return ""
    shown = [heading for heading in claims.shown if width(heading) >= HEADLINE_CHARACTERS]
    others = [] if named[0] == claims.stated == claims.social else [*named, *shown]
    return _without_source(without_site(named[0], others, site_names), claims.shown)


def _without_source(title: str, shown: tuple[str, ...]) -> str:
    """Return `title` without the source in brackets at its end, which the h1 does not show."""
    apart = (heading for heading in shown if title.startswith(heading))
    return next((heading for heading in apart if _SOURCE.fullmatch(title, len(heading))), title)


def _social(claims: Claims) -> str:
    """Return the title made for sharing, or what the others show to be the headline in its stead."""
    social, stated = _uncut(claims), claims.stated
    if not (social and stated):
        return _without_kicker(social, claims)
    is_shown = stated in claims.shown
    is_typeset = is_shown and are_alike(stated, social)
    is_for_search = claims.crumb == social or (claims.crumb == stated and _is_unseen(social, claims.below))
    is_alone = is_shown and claims.twin == stated and claims.title.startswith(stated)
    if is_typeset or is_for_search or is_alone:
        return stated
    return _third(claims) or _without_kicker(social, claims)


def _uncut(claims: Claims) -> str:
    """Return the title made for sharing, or the h1 where a quotation mark within it ended the attribute."""
    cut = f'{claims.social}"'
    return next((heading for heading in claims.shown if claims.social and heading.startswith(cut)), claims.social)


def _is_unseen(title: str, headings: tuple[str, ...]) -> bool:
    return bool(headings) and not any(_key(title) in _key(heading) for heading in headings)


def _third(claims: Claims) -> str:
    """Return the h1 where the titles made for machines contradict each other and it says something else again."""
    shown = claims.shown[0] if claims.shown else ""
    keys = [_key(one) for one in (claims.social, claims.stated, shown)]
    is_third = not any(one in other or other in one for one, other in combinations(keys, 2))
    return shown if width(shown) >= HEADLINE_CHARACTERS and is_third else ""


def _without_kicker(title: str, claims: Claims) -> str:
    """Return `title` without the words before its colon if the page sets the headline apart and puts other words there.

    "Storms: Wall rises" gives "Wall rises" if the h1 is "<span>Port Alder</span> <span>Wall rises</span>".
    """
    kicker, _, rest = title.partition(": ")
    is_apart = bool(rest) and rest in claims.parts
    return rest if is_apart and not any(_key(kicker) in _key(heading) for heading in claims.shown) else title


def without_site(title: str, others: list[str], site_names: list[str]) -> str:
    """Return `title` without the site's name at its end or beginning, where `others` or `site_names` show it.

    "Floods recede | The Paper | Home" loses all that follows if another of the page's titles is "Floods recede", and
    "Floods recede | Paper News" the end that it shares with "The floods | Paper News".
    """
    parted = list(_parted(title))
    if not parted:
        return title
    sites = {_key(name) for name in site_names} - {""}
    known = {_key(other) for other in others} - {_key(title), ""}
    shared = {_key(other.rpartition(_BAR)[2]) for other in others if _BAR in other and _key(other) != _key(title)}
    for before, after in parted:
        if _key(before) in known or _key(after) in sites or (title.endswith(_BAR + after) and _key(after) in shared):
            return before
        if _key(before) in sites:
            return after
    return title


def shown_part(title: str, lines: Collection[str]) -> str:
    """Return `title` without what follows a separator, where what stands before it is a line that the page shows."""
    if title in lines:
        return title
    befores = (before for before, _ in reversed(list(_parted(title))))
    return next((one for one in befores if width(one) >= TEASER_HEADLINE_CHARACTERS and one in lines), title)


def ending(title: str) -> str:
    """Return what follows the last separator, the site's name as a rule; "" where there is none."""
    return next((after for _, after in reversed(list(_parted(title)))), "")


def _parted(title: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and after each separator."""
    for match in (_CLOSE_SEPARATOR if has_wide(title) else _SEPARATOR).finditer(title):
        yield title[: match.start()].strip(), title[match.end() :].strip()


def are_alike(one: str, other: str) -> bool:
    """Tell whether two titles differ in nothing but how quotation marks and dashes are set."""
    return one.translate(_TYPESETTING) == other.translate(_TYPESETTING)


def _key(text: str) -> str:
    return " ".join(tokens(text.replace("’", "'")))
