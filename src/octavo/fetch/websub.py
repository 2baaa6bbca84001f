"""WebSub (W3C Recommendation, 2018), the subscriber's side: what is asked of hubs, what they send, decided purely."""

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass

from octavo.core.links import web_url
from octavo.core.types import ParsedFeed, Request

LEASE_SECONDS = 10 * 86_400
"""What is asked for; hubs grant what they like. Five days to ten is usual, and a lost hub is noticed within it."""
METHODS = ("sha1", "sha256", "sha384", "sha512")
"""Of signatures, as the Recommendation lists them (6.1)."""
URL_LIMIT_CHARACTERS = 1_000
"""What is kept of a hub's and a topic's address."""

_NEXT_LINK = re.compile(r",\s*(?=<)")


@dataclass(frozen=True, slots=True)
class Named:
    """The hub that a feed names, and the topic to ask it for."""

    hub_url: str
    topic_url: str


def named(headers: Mapping[str, str], feed: ParsedFeed, url: str) -> Named | None:
    """Return what a feed fetched from `url` names, in its Link headers first (section 4); None where it names none."""
    links = _links(headers.get("link", ""))
    hub_url = web_url(links.get("hub") or feed.hub, url)
    topic_url = web_url(links.get("self") or feed.self_url or url, url)
    is_usable = 0 < len(hub_url) <= URL_LIMIT_CHARACTERS and 0 < len(topic_url) <= URL_LIMIT_CHARACTERS
    return Named(hub_url, topic_url) if is_usable else None


def _links(header: str) -> dict[str, str]:
    """Return the first address of each relation in a Link header (RFC 8288)."""
    found: dict[str, str] = {}
    for link in _NEXT_LINK.split(header):
        url, _, parameters = link.strip().removeprefix("<").partition(">")
        for parameter in parameters.split(";"):
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "rel":
                for relation in value.strip().strip('"').lower().split():
                    found.setdefault(relation, url.strip())
    return found


def asking(mode: str, named: Named, callback: str, secret: str) -> Request:
    """Return the request that asks a hub to `subscribe` or `unsubscribe` (5.1)."""
    form = {"hub.mode": mode, "hub.topic": named.topic_url, "hub.callback": callback}
    if mode == "subscribe":
        form |= {"hub.secret": secret, "hub.lease_seconds": str(LEASE_SECONDS)}
    return Request(named.hub_url, form=form)


def is_signed(body: bytes, signature: str, secret: str) -> bool:
    """Tell whether `signature`, an X-Hub-Signature, is that of `body` (7.1.1); compared in constant time."""
    method, _, digest = signature.strip().partition("=")
    if method.lower() not in METHODS:
        return False
    own = hmac.new(secret.encode(), body, method.lower()).hexdigest()
    return hmac.compare_digest(own.encode(), digest.strip().lower().encode())
