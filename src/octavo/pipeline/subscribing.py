"""From an address that a person gives to a feed that Octavo polls."""

from octavo.core.clock import utc_now
from octavo.core.errors import BadInput, GiveUp
from octavo.core.types import ParsedFeed, Refusal, Request, Response
from octavo.feeds import parse
from octavo.fetch import fetch_once
from octavo.sources import discovery
from octavo.sources.models import Feed
from octavo.sources.store import keep_publisher, subscribe

TRIES_COUNT = 8
"""Candidates that are asked before giving up."""


def add_address(url: str) -> tuple[Feed, bool]:
    """Subscribe to the best feed behind `url`; return it, and whether it is new.

    Raises BadInput for what is no web address, GiveUp where no feed can be found.
    """
    if not url.startswith(("http://", "https://")):
        if "." not in url or " " in url or "://" in url:
            raise BadInput(f"{url!r} is no web address; write it like https://example.org/")
        url = f"https://{url}"
    page = _fetched(url)
    parsed = _understood(page)
    if parsed is not None:
        return _subscribed(page.url, parsed, _home_page(parsed, page.url))
    for candidate in discovery.candidates(page)[:TRIES_COUNT]:
        answer = fetch_once(Request(candidate.url))
        if isinstance(answer, Response) and (parsed := _understood(answer)) is not None:
            return _subscribed(answer.url, parsed, page)
    raise GiveUp(f"no feed was found behind {url}; give the address of the feed itself")


def _fetched(url: str) -> Response:
    page = fetch_once(Request(url))
    if isinstance(page, Refusal):
        raise GiveUp(f"{url} was not reached: {page.detail or page.reason}")
    if page.status >= 400:
        raise GiveUp(f"{url} answered with status {page.status}; check the address")
    return page


def _understood(answer: Response) -> ParsedFeed | None:
    if answer.status != 200:
        return None
    parsed = parse(answer.body, answer.url, answer.headers.get("content-type", ""))
    return parsed if isinstance(parsed, ParsedFeed) and parsed.entries else None


def _home_page(parsed: ParsedFeed, url: str) -> Response | None:
    answer = fetch_once(Request(parsed.home_url, is_page=True)) if parsed.home_url else None
    return answer if isinstance(answer, Response) and answer.status == 200 else None


def _subscribed(url: str, parsed: ParsedFeed, page: Response | None) -> tuple[Feed, bool]:
    if page is None:
        publisher = keep_publisher(parsed.title, parsed.home_url or url)
    else:
        facts = discovery.publisher_of(page)
        publisher = keep_publisher(
            facts.name or parsed.title,
            facts.home_url or page.url,
            country=facts.country,
            languages=list(facts.languages),
            icon_url=facts.icon,
        )
    return subscribe(url, publisher, utc_now(), parsed.title[:300])
