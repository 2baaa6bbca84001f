"""An article's canonical address: the page's claim where it can be true, else the address that it came from."""

import re
from urllib.parse import urlsplit

from octavo.core.links import untracked, web_url
from octavo.extract import jsonld
from octavo.extract.head import Head

_HOME = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home|default)(?:\.\w{2,5})?/?)?", re.IGNORECASE)
_NONSENSE = re.compile(
    r"undefined|null|none|\{\{|\}\}|\$\{|%7b%7b|/404(?:[/.]|$)|/(?:error|not-?found|login|signin|consent)(?:[/.]|$)",
    re.IGNORECASE,
)


def canonical(head: Head, url: str) -> str:
    """Return the article's canonical address.

    A claim is believed if it is of the same site and neither its home page, unless `url` is that too, nor nonsense.
    Without one, it is `url`. Either loses what only counts readers.
    """
    stated = jsonld.address(head.article.get("mainEntityOfPage")) or jsonld.address(head.article.get("url"))
    for claim in (head.canonical, head.meta("og:url"), stated):
        if claim and (believed := _believed(claim, url)):
            return believed
    return untracked(url)


def readable(url: str) -> str:
    """Return `url`, "" for what is no address."""
    try:
        urlsplit(url)
    except ValueError:
        return ""
    return url


def _believed(claim: str, url: str) -> str:
    claim = untracked(web_url(claim, url))
    parts, own = urlsplit(claim), urlsplit(url)
    if not parts.netloc or _NONSENSE.search(f"{parts.netloc}{parts.path}"):
        return ""
    if not url:
        return claim
    is_home = _HOME.fullmatch(parts.path) and not parts.query and not _HOME.fullmatch(own.path)
    is_own = site_of(parts.hostname) == site_of(own.hostname)
    return claim if is_own and not is_home else ""


def site_of(host: str | None) -> str:
    """Return the host's last two labels, three under two-letter ones as in "co.uk"."""
    labels = (host or "").split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2 else labels[-2:])
