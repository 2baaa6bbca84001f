"""The headline, without the site's name: taken off by evidence, never by guess."""

import re

from octavo.core.text import tokens

_SEPARATOR = re.compile(r"\s+[|·•‹›»«–—―-]+\s+|\s*[|»«]\s*")


def headline(candidates: list[str], title: str, site_names: list[str]) -> str:
    """Return the headline.

    `candidates`: what the page's head and its h1 say, most trusted first; `title`: the title element;
    `site_names`: what the site is called.
    """
    named = [one for one in (*candidates, title) if one]
    return without_site(named[0], named, site_names) if named else ""


def without_site(title: str, others: list[str], site_names: list[str]) -> str:
    """Return `title` without the site's name at its end or beginning, where `others` or `site_names` show it.

    "Floods recede | The Paper | Home" loses all that follows if another of the page's titles is "Floods recede".
    """
    sites = {_key(name) for name in site_names} - {""}
    known = {_key(other) for other in others} - {_key(title), ""}
    for match in _SEPARATOR.finditer(title):
        before, after = title[: match.start()].strip(), title[match.end() :].strip()
        if _key(before) in known or _key(after) in sites:
            return before
        if _key(before) in sites:
            return after
    return title


def are_alike(one: str, other: str) -> bool:
    """Tell whether two titles differ in nothing but their quotation marks, dashes and the like."""
    return _key(one) == _key(other)


def _key(text: str) -> str:
    return " ".join(tokens(text.replace("’", "'")))
