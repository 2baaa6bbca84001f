"""Leases in the database: hubs are asked, their questions answered, what they push is queued.

Polling goes on beside it, slowly while a hub proves to be ahead of it and at the feed's own pace otherwise, so a hub
that lies, dies or forgets loses nothing.
"""

import base64
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from octavo import fetch
from octavo.config import settings
from octavo.core.types import ParsedFeed, Refusal, Response
from octavo.fetch import websub
from octavo.pipeline import jobs, refusals
from octavo.pipeline.queue import defer
from octavo.sources import leases
from octavo.sources.models import Feed, Lease

PUSH_LIMIT_BYTES = 2 * 1024 * 1024
"""What is taken from a hub as it is; of a larger feed the push only says that it is time to poll."""
LEASE_LONGEST_SECONDS = 90 * 86_400


def notice(feed: Feed, answer: Response, parsed: ParsedFeed, now: datetime) -> None:
    """Ask for a lease where the feed names a hub, or another than before; end that of one that it names no more.

    To be called in the poll's transaction.
    """
    if not settings.current().public_url:
        return
    named = websub.named(answer.headers, parsed, answer.url)
    lease: Lease | None = getattr(feed, "lease", None)
    if named is None:
        if not parsed.problems:
            end(feed, now)
        return
    if lease and (lease.hub_url, lease.topic_url) == (named.hub_url, named.topic_url) and not _is_ending(lease):
        return
    wanted, _ = Lease.objects.update_or_create(
        feed=feed,
        defaults={
            "hub_url": named.hub_url,
            "topic_url": named.topic_url,
            "token": secrets.token_urlsafe(32),
            "secret": secrets.token_urlsafe(32),
            "state": Lease.State.ASKED,
            "asked": now,
            "expires": None,
            "last_error": "",
        },
    )
    _queue_asking(wanted)


def _queue_asking(lease: Lease) -> None:
    defer(jobs.ask_hub, lease_id=lease.pk)


def ask(lease_id: int) -> None:
    """Ask a lease's hub for it, or to end it; what the hub decides, it tells the callback."""
    lease = Lease.objects.filter(pk=lease_id).first()
    public_url = settings.current().public_url
    if lease is None or not public_url:
        return
    mode = "unsubscribe" if lease.state == Lease.State.ENDING else "subscribe"
    named = websub.Named(lease.hub_url, lease.topic_url)
    answer = fetch.fetch_once(websub.asking(mode, named, f"{public_url}/push/{lease.token}", lease.secret))
    if isinstance(answer, Refusal):
        problem = answer.detail or answer.reason
    else:
        problem = "" if 200 <= answer.status < 300 else f"the hub answered with status {answer.status}"
    if problem:
        Lease.objects.filter(pk=lease_id).update(last_error=problem[:300])


def renew(now: datetime) -> None:
    """Ask again for the leases that need it, and forget those that have ended."""
    for lease in Lease.objects.order_by("pk"):
        match leases.turn(lease.state, lease.asked, lease.expires, now):
            case leases.Turn.ASK:
                with transaction.atomic():
                    Lease.objects.filter(pk=lease.pk).update(asked=now)
                    _queue_asking(lease)
            case leases.Turn.FORGET:
                lease.delete()


def end(feed: Feed, now: datetime) -> None:
    """Ask a feed's hub to end its lease, where there is one; call it in the poll's transaction."""
    lease: Lease | None = getattr(feed, "lease", None)
    if lease is not None and not _is_ending(lease):
        lease.state, lease.asked = Lease.State.ENDING, now
        lease.save(update_fields=["state", "asked"])
        _queue_asking(lease)


def _is_ending(lease: Lease) -> bool:
    return lease.state == Lease.State.ENDING


def confirm(token: str, question: Mapping[str, str], now: datetime) -> str | None:
    """Return what answers a hub's verification of intent (5.3), or "" for a word of denial (5.2); None: not mine."""
    lease = Lease.objects.filter(token=token, topic_url=question.get("hub.topic", "")).first()
    if lease is None:
        return None
    challenge, is_ending = question.get("hub.challenge"), _is_ending(lease)
    match question.get("hub.mode"):
        case "denied" if is_ending:
            lease.delete()
            return ""
        case "denied":
            lease.state, lease.asked = Lease.State.DENIED, now
            lease.last_error = f"denied: {question.get('hub.reason', '')}"[:300]
            lease.save(update_fields=["state", "asked", "last_error"])
            return ""
        case "unsubscribe" if is_ending and challenge:
            lease.delete()
            return challenge
        case "subscribe" if not is_ending and challenge:
            _hold(lease, question.get("hub.lease_seconds", ""), now)
            return challenge
    return None


def _hold(lease: Lease, granted: str, now: datetime) -> None:
    seconds = int(granted[:9]) if granted.isascii() and granted.isdigit() else websub.LEASE_SECONDS
    lease.state, lease.last_error = Lease.State.HELD, ""
    lease.expires = now + timedelta(seconds=min(seconds, LEASE_LONGEST_SECONDS))
    lease.save(update_fields=["state", "last_error", "expires"])


def lease_of(token: str) -> Lease | None:
    """Return the lease that a callback's token belongs to, where its hub may push."""
    return Lease.objects.select_related("feed").filter(token=token, state=Lease.State.HELD).first()


@transaction.atomic
def take(lease: Lease, body: bytes | None, signature: str, content_type: str, now: datetime) -> None:
    """Queue what a hub sent; `body` is None for one too large to take. A wrong signature is counted, and no more."""
    if body is None:
        defer(jobs.poll_feeds, feed_ids=[lease.feed_id])
        return
    if not websub.is_signed(body, signature, lease.secret):
        refusal = Refusal("push", "wrong-signature", "what came in the hub's name was not signed with its secret")
        refusals.note(refusal, lease.topic_url, lease.feed, now)
        return
    Lease.objects.filter(pk=lease.pk).update(pushed=now)
    refusals.forget("push", lease.topic_url)
    content = base64.b64encode(body).decode("ascii")
    defer(jobs.read_push, feed_id=lease.feed_id, content=content, content_type=content_type[:200])
