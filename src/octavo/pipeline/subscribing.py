"""From an offered feed to one that Octavo polls, with what its publisher's site says of itself."""

from datetime import datetime
from urllib.parse import urljoin, urlsplit

from django.db import transaction

from octavo.core.types import Refusal, Request, Response
from octavo.fetch import fetch_once
from octavo.pipeline.discovering import Found
from octavo.sources import publishers
from octavo.sources.models import Feed
from octavo.sources.outlines import place
from octavo.sources.publishers import PublisherFacts
from octavo.sources.ranking import Offer
from octavo.sources.store import keep_publisher, subscribe


def take(offer: Offer, found: Found, now: datetime, folder: tuple[str, ...] = ()) -> tuple[Feed, bool]:
    """Subscribe to one of the offers, put into `folder`; return its feed, and whether that is new."""
    facts = _facts(offer, found)
    with transaction.atomic():
        publisher = keep_publisher(
            facts.name,
            facts.home_url,
            country=facts.country,
            languages=list(facts.languages),
            icon_url=facts.icon,
            learned=now,
        )
        feed, is_new = subscribe(offer.url, publisher, now, offer.parsed.title[:300])
        if folder:
            place(feed, folder)
    return feed, is_new


def _facts(offer: Offer, found: Found) -> PublisherFacts:
    """Return what the page that was given, the feed's home page, and the feed say of the publisher."""
    of_feed = publishers.of_feed(offer.parsed, offer.url)
    page = found.page
    if page is None or urlsplit(page.url).hostname != urlsplit(of_feed.home_url).hostname or page.status >= 400:
        page = _page(of_feed.home_url)
    of_site = site_facts(page) if page else PublisherFacts()
    return publishers.merged(of_site, of_feed)


def site_facts(page: Response) -> PublisherFacts:
    """Return what a page and its site's manifest say of the publisher; the icon is one that is really there."""
    facts = publishers.of_page(page)
    manifest = publishers.manifest_url(page)
    if manifest and not (facts.icon and facts.name) and (answer := _page(manifest)):
        facts = publishers.merged(facts, publishers.of_manifest(answer))
    if not facts.icon and (favicon := _page(urljoin(page.url, "/favicon.ico"))) and _is_picture(favicon):
        facts = publishers.merged(facts, PublisherFacts(icon=favicon.url))
    return facts


def _page(url: str) -> Response | None:
    answer: Response | Refusal = fetch_once(Request(url))
    return answer if isinstance(answer, Response) and answer.status == 200 else None


def _is_picture(answer: Response) -> bool:
    return answer.body.lstrip()[:1] not in (b"", b"<")
