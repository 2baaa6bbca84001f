"""The addresses that are kept of publishers and feeds: whole, or not at all, since a part of one leads elsewhere."""

from urllib.parse import urljoin, urlsplit, urlunsplit

from octavo.core.links import usual, web_url
from octavo.sources.constants import FEED_URL_CHARACTERS, HOME_URL_CHARACTERS, ICON_URL_CHARACTERS


def feed_url(url: str) -> str:
    """Return a feed's address as it is kept, "" for one that is longer or none.

    Each has one: as it is sent, without the fragment, which never is.
    """
    if not url:
        return ""
    try:
        parts = urlsplit(usual(url))
    except ValueError:
        return ""
    path = "/" if parts.netloc and not parts.path else parts.path
    url = urlunsplit(parts._replace(path=path, fragment=""))
    return url if len(url) <= FEED_URL_CHARACTERS else ""


def home_url(url: str) -> str:
    """Return a home page's address; its site's root for one that is longer than is kept."""
    return url if len(url) <= HOME_URL_CHARACTERS else urljoin(url, "/")[:HOME_URL_CHARACTERS]


def icon_url(href: str, base: str = "") -> str:
    """Return the address of an icon; "" where it is none, or longer than is kept."""
    url = web_url(href, base) if href else ""
    return url if len(url) <= ICON_URL_CHARACTERS else ""
