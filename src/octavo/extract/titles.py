"""The headline, without the site's name: taken off by evidence, never by guess."""

import re
from collections import Counter

from octavo.core.text import tokens

_SEPARATOR = re.compile(r"\s+[|·•‹›»«:–—―-]\s+|\s*[|»«]\s*|(?<=\S):\s+")


def headline(candidates: list[str], title: str, site_names: list[str]) -> str:
    """Return the headline.

    `candidates`: what JSON-LD, OpenGraph and the page's h1 say, most trusted first; `title`: the title element;
    `site_names`: what the site is called. Two that agree outvote one.
    """
    cleaned = [name for name in (without_site(one, candidates, site_names) for one in candidates) if name]
    if not cleaned:
        return without_site(title, candidates, site_names)
    votes = Counter(map(_key, cleaned))
    votes[_key(without_site(title, candidates, site_names))] += 1
    best = max(votes.values())
    return next((one for one in cleaned if votes[_key(one)] == best), cleaned[0])


def without_site(title: str, others: list[str], site_names: list[str]) -> str:
    """Return `title` without the site's name at its end or beginning, where `others` or `site_names` show it."""
    sites = {_key(name) for name in site_names} - {""}
    known = {_key(other) for other in others} - {_key(title), ""}
    for match in _SEPARATOR.finditer(title):
        before, after = title[: match.start()].strip(), title[match.end() :].strip()
        if _key(before) in known or _key(after) in sites:
            return before
        if _key(after) in known or _key(before) in sites:
            return after
    return title


def _key(text: str) -> str:
    return " ".join(tokens(text))
