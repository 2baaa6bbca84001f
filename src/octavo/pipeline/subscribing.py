"""From an offered feed to one that Octavo polls, with what its publisher's site says of itself."""

from datetime import datetime
from urllib.parse import urlsplit

from django.db import transaction

from octavo.pipeline.discovering import Found
from octavo.pipeline.learning import answered, of_sites
from octavo.sources import publishers
from octavo.sources.models import Feed
from octavo.sources.outlines import place
from octavo.sources.publishers import PublisherFacts
from octavo.sources.ranking import Offer
from octavo.sources.store import keep_publisher, one_at_a_time, subscribe


def take(offer: Offer, found: Found, now: datetime, folder: tuple[str, ...] = ()) -> tuple[Feed, bool]:
    """Subscribe to one of the offers, put into `folder`; return its feed, and whether that is new."""
    facts = _facts(offer, found)
    with transaction.atomic():
        one_at_a_time()
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
    """Return what the page that was given, or else the feed's home page, and the feed say of the publisher."""
    of_feed = publishers.of_feed(offer.parsed, offer.url)
    page = found.page
    if page is None or page.status >= 400 or urlsplit(page.url).hostname != urlsplit(of_feed.home_url).hostname:
        page = answered([of_feed.home_url])[0]
    return publishers.merged(of_sites([page])[0], of_feed)
