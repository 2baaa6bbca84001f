"""The addresses that are kept of publishers and feeds: whole, or not at all, since a part of one leads elsewhere."""

from urllib.parse import urljoin, urlsplit, urlunsplit

from octavo.core.links import web_url
from octavo.sources.constants import FEED_URL_CHARACTERS, HOME_URL_CHARACTERS, ICON_URL_CHARACTERS

_USUAL_PORTS = {"http": ":80", "https": ":443"}


def feed_url(url: str) -> str:
    """Return a feed's address as it is kept, "" for one that is longer or none.

    Each has one (RFC 3986, 6.2): its host in lower case, without the usual port and the fragment, which is never sent.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    host = parts.netloc.lower().removesuffix(_USUAL_PORTS.get(parts.scheme, " "))
    if host != parts.netloc or "#" in url:
        url = urlunsplit(parts._replace(netloc=host, fragment=""))
    return url if len(url) <= FEED_URL_CHARACTERS else ""


def home_url(url: str) -> str:
    """Return a home page's address; its site's root for one that is longer than is kept."""
    return url if len(url) <= HOME_URL_CHARACTERS else urljoin(url, "/")[:HOME_URL_CHARACTERS]


def icon_url(href: str, base: str = "") -> str:
    """Return the address of an icon; "" where it is none, or longer than is kept."""
    url = web_url(href, base) if href else ""
    return url if len(url) <= ICON_URL_CHARACTERS else ""
