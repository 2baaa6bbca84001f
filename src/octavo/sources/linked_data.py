"""What a page's JSON-LD (schema.org) says of the organisation that publishes it, and of its feeds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from octavo.core.jsonld import loaded

_RANKS = {
    "NewsMediaOrganization": 0,
    "Newspaper": 0,
    "Periodical": 0,
    "PodcastSeries": 0,
    "Organization": 2,
    "Corporation": 2,
    "WebSite": 3,
}
_PUBLISHER_RANK = 1
"""Of what an article names as its publisher; a bare Organization may be the company that owns the publisher."""
_DEPTH_LIMIT = 6
_FEEDS_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who publishes, as far as is stated."""

    name: str = ""
    logo: str = ""
    country: str = ""
    """As written: "IE", "Ireland"."""
    is_publisher: bool = False
    """Whether it is named as one who publishes news, not merely as the site or the company."""


def organisation(tree: LexborHTMLParser) -> Organisation:
    """Return what is said of the publishing organisation, the most telling kind first."""
    ranked = sorted(
        ((rank, thing) for data in _documents(tree) for rank, thing in _organisations(data, 9, 0)),
        key=lambda found: found[0],
    )
    named = [(rank, name) for rank, thing in ranked if (name := said(thing.get("name")))]
    return Organisation(
        name=named[0][1] if named else "",
        logo=next((logo for _, thing in ranked if (logo := _address(thing.get("logo")))), ""),
        country=next((country for _, thing in ranked if (country := _country(thing.get("address")))), ""),
        is_publisher=bool(named) and named[0][0] <= _PUBLISHER_RANK,
    )


def web_feeds(tree: LexborHTMLParser) -> list[str]:
    """Return the addresses that schema.org's webFeed names, of podcasts above all, as written."""
    found: list[str] = []
    for data in _documents(tree):
        waiting: list[tuple[Any, int]] = [(data, 0)]
        while waiting and len(found) < _FEEDS_LIMIT:
            thing, depth = waiting.pop()
            if isinstance(thing, dict):
                found += [feed] if (feed := _address(thing.get("webFeed"))) else []
                thing = list(thing.values())
            if isinstance(thing, list) and depth < _DEPTH_LIMIT:
                waiting += [(part, depth + 1) for part in thing if isinstance(part, dict | list)]
    return found


def _documents(tree: LexborHTMLParser) -> Iterator[Any]:
    for node in tree.css('script[type*="ld+json" i]'):
        yield loaded(node.text())


def _organisations(data: Any, rank: int, depth: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the organisations below, each with how much its kind tells; `rank` is what its place makes of it."""
    if depth > _DEPTH_LIMIT:
        return
    if isinstance(data, list):
        for part in data:
            yield from _organisations(part, rank, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        named = (
            kind.rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
        )
        ranks = [_RANKS[kind] for kind in named if kind in _RANKS]
        if ranks:
            yield min(*ranks, rank), data
        yield from _organisations(data.get("@graph"), 9, depth + 1)
        yield from _organisations(data.get("mainEntity"), 9, depth + 1)
        yield from _organisations(data.get("publisher"), 3 if 3 in ranks else _PUBLISHER_RANK, depth + 1)


def said(value: Any) -> str:
    """Return a value that is a text, without the spaces around it; "" for any other."""
    return value.strip() if isinstance(value, str) else ""


def _address(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    return said(value.get("url") or value.get("contentUrl")) if isinstance(value, dict) else said(value)


def _country(address: Any) -> str:
    if isinstance(address, list):
        address = address[0] if address else None
    country = address.get("addressCountry") if isinstance(address, dict) else None
    return said(country.get("name") if isinstance(country, dict) else country)
