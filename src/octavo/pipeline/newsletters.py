"""Newsletters: letters become entries of feeds that are never polled, and articles without a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote

from django.db import connection, transaction
from django.db.models import Count
from django.utils.crypto import salted_hmac
from xxhash import xxh3_128_hexdigest

from octavo.config import settings
from octavo.core.clock import utc_now
from octavo.core.links import MADE_UP
from octavo.core.types import Refusal
from octavo.feeds import letters
from octavo.feeds.letters import Letter
from octavo.feeds.store import Delivery, fresh_entries
from octavo.fetch import letter_pictures
from octavo.fetch.mailbox import Position, Received, received
from octavo.pipeline import delivering, jobs, refusals
from octavo.pipeline.models import Refused
from octavo.pipeline.queue import defer
from octavo.sources.models import Feed, Mailbox
from octavo.sources.store import hold, publisher_at_or_named

KIND = "mail"
_ADDRESS_NAME = "news"
_SECRET_CHARACTERS = 16
"""64 bits: an address that nobody guesses, short enough to type."""
_TO_CONFIRM = timedelta(days=7)
"""After which a newsletter that was not confirmed has mostly forgotten that it asked."""


@dataclass(frozen=True, slots=True)
class Newsletter:
    """A newsletter that has come."""

    title: str
    publisher: str
    identity: str
    letters_count: int
    latest: datetime | None


def address() -> str:
    """Return the address to subscribe newsletters with; "" where none are received."""
    current = settings.current()
    if current.mail_listen:
        secret = salted_hmac("octavo.pipeline.newsletters", "address", algorithm="sha256").hexdigest()
        return f"{_ADDRESS_NAME}-{secret[:_SECRET_CHARACTERS]}@{current.mail_domain}"
    if current.mail_imap is None:
        return ""
    user = current.mail_imap.user
    return user if "@" in user else f"{user}@{current.mail_domain or current.mail_imap.host}"


def accepts(recipient: str) -> bool:
    """Tell whether `recipient` is the house's address, whatever follows a + in it."""
    name, _, domain = recipient.strip().lower().rpartition("@")
    return f"{name.partition('+')[0]}@{domain}" == address()


@transaction.atomic
def keep(raw: bytes, now: datetime) -> Refusal | None:
    """Keep one letter and queue the folding of its article; the same letter again changes nothing.

    Returns why it is not taken, where it is not. One that asks whether it was subscribed to is taken, for a person.
    """
    letter = letters.read(raw, now)
    if isinstance(letter, Refusal):
        refusals.note(letter, f"letter:{xxh3_128_hexdigest(raw)}", None, now)
        return None if letter.reason == letters.TO_CONFIRM else letter
    letter_pictures.keep(settings.current().data, letter.pictures)
    feed = _feed(letter, now)
    hold([feed.pk])
    fresh = fresh_entries([Delivery(feed.pk, [letter.entry])])
    article_ids = delivering.keep(fresh, {feed.pk: feed}, now, no_page="newsletter").article_ids
    if article_ids:
        feed.changed = feed.polled = now
        feed.save(update_fields=["changed", "polled"])
        defer(jobs.fold_articles, article_ids=article_ids)
    return None


def keep_received(raw: bytes) -> Refusal | None:
    """Keep a letter that was just received, from whatever thread; the thread's connection goes back afterwards."""
    try:
        return keep(raw, utc_now())
    finally:
        connection.close()


def _feed(letter: Letter, now: datetime) -> Feed:
    defaults = {
        "publisher": publisher_at_or_named(letter.sender_host, letter.sender),
        "title": letter.title[:300],
        "kind": KIND,
        "state": Feed.State.MAILED,
        "next_poll": now,
    }
    url = f"{MADE_UP}newsletter:{quote(letter.newsletter, safe='@')}"[:1000]
    return Feed.objects.get_or_create(url=url, defaults=defaults)[0]


def poll_mailbox(now: datetime) -> None:
    """Take what is new in the mailbox that the settings name: its letters and how far it was read, in one go."""
    current = settings.current()
    if current.mail_imap is None:
        return
    mailbox, _ = Mailbox.objects.get_or_create(address=current.mail_imap.name)
    position = Position(mailbox.uid_validity, mailbox.last_uid)
    answer = received(current.mail_imap, position, now, current.allow_networks)
    with transaction.atomic():
        mailbox.polled = now
        mailbox.last_error = ""
        if isinstance(answer, Refusal):
            mailbox.last_error = answer.detail[:300]
            refusals.note(answer, mailbox.address, None, now)
        else:
            refusals.forget("letters", mailbox.address)
            _take(mailbox, answer, now)
        mailbox.save()


def _take(mailbox: Mailbox, answer: Received, now: datetime) -> None:
    for letter in answer.letters:
        try:
            keep(letter, now)
        except refusals.UNKEPT as error:
            refusals.note(refusals.unkept("letters", error), f"letter:{xxh3_128_hexdigest(letter)}", None, now)
    for uid, refusal in answer.refused:
        refusals.note(refusal, f"{mailbox.address};uid={uid}", None, now)
    mailbox.uid_validity, mailbox.last_uid = answer.position.uid_validity, answer.position.last_uid


def newsletters() -> Sequence[Newsletter]:
    """Return the newsletters that have come, the latest first."""
    rows = Feed.objects.filter(state=Feed.State.MAILED).select_related("publisher")
    return [
        Newsletter(row.title, row.publisher.name, row.url.rpartition(":")[2], row.letters_count, row.changed)
        for row in rows.annotate(letters_count=Count("entries")).order_by("-changed", "title")
    ]


def to_confirm(now: datetime) -> Sequence[str]:
    """Return what newsletters have lately asked to be confirmed, in a plain line each, the latest first."""
    rows = Refused.objects.filter(stage="letters", reason=letters.TO_CONFIRM, happened__gt=now - _TO_CONFIRM)
    return list(rows.order_by("-happened").values_list("detail", flat=True))


def trouble() -> str:
    """Return what stands in the way of reading the mailbox, in one plain line; "" where nothing does."""
    current = settings.current().mail_imap
    row = Mailbox.objects.filter(address=current.name).first() if current else None
    return row.last_error if row else ""
