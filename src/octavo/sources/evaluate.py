"""What pages say of their publishers and name as feeds, over labelled pages: `octavo eval publishers PATH`."""

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
from selectolax.lexbor import LexborHTMLParser

from octavo.core.clock import utc_now
from octavo.core.errors import BadInput
from octavo.core.links import web_url
from octavo.core.types import Response
from octavo.sources import discovery, publishers

_COUNTRIES = {"UK": "GB", "ISL": "IS"}
"""How the set spells two of its countries."""
_NOWHERE = "https://page.invalid/article"
_ADDRESS = 'link[rel="canonical" i][href], meta[property="og:url"][content]'


def evaluate(path: Path) -> dict[str, Any]:
    """Measure over lines `{"id", "country", "html"}` of articles' pages; raises BadInput where there are none.

    A page's own address is the one that it states. Shares are of all pages; `country_right` is of those with a country.
    """
    counts = Counter[str]()
    for line in _lines(path):
        counts += _counts(str(line["html"]), str(line["country"]).upper())
    pages = counts.pop("pages", 0)
    if not pages:
        raise BadInput(f"{path} holds no labelled pages; give a file of lines with id, country and html")
    right = counts.pop("country_right", 0)
    figures: dict[str, Any] = {"pages": pages}
    figures |= {f"{name}_share": round(count / pages, 3) for name, count in sorted(counts.items())}
    return figures | {"country_right": round(right / (counts["country"] or 1), 3)}


def _counts(html: str, country: str) -> Counter[str]:
    page = Response(_address(html), 200, {}, html.encode("utf-8", "replace"), utc_now())
    facts = publishers.of_page(page)
    stated = {
        "name": bool(facts.name) and not re.fullmatch(r"[\w\-]+(?:\.[\w\-]+)+", facts.name),
        "icon": bool(facts.icon),
        "language": bool(facts.languages),
        "country": bool(facts.country),
        "country_right": facts.country == _COUNTRIES.get(country, country),
        "feed": bool(discovery.named(page)),
    }
    return Counter(pages=1, **{name: int(is_so) for name, is_so in stated.items()})


def _address(html: str) -> str:
    node = LexborHTMLParser(html).css_first(_ADDRESS)
    stated = (node.attributes.get("href") or node.attributes.get("content") or "") if node else ""
    return web_url(stated) or _NOWHERE


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    file = path / "fundus_dev.jsonl.gz" if path.is_dir() else path
    try:
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as lines:
            for line in lines:
                found = orjson.loads(line)
                if isinstance(found, dict) and "html" in found and "country" in found:
                    yield found
    except (OSError, orjson.JSONDecodeError) as error:
        raise BadInput(f"{file} cannot be read as labelled pages ({error})") from error
