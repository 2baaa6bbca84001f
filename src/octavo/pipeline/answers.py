"""What the answer of a feed's address says."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from octavo import feeds
from octavo.core.types import Entry, ParsedFeed, Refusal, Response

_WHOLE = re.compile(rb"</(?:[\w.\-]+:)?(?:item|entry|url)\s*>|\A(?:\xef\xbb\xbf)?\s*\{", re.IGNORECASE)
"""The end of an entry in XML; what the reader of JSON takes is whole."""


def understand(answer: Response | Refusal, now: datetime, *, is_known: bool) -> ParsedFeed | Refusal | None:
    """Return what an answer says; None where nothing has changed of a feed that was read before."""
    if isinstance(answer, Refusal):
        return replace(answer, body=b"")
    if answer.status == 304 and is_known:
        return None
    if answer.status != 200:
        return Refusal("fetch", f"http-{answer.status}", f"the feed answered with status {answer.status}")
    return feeds.parse(answer.body, answer.url, answer.headers.get("content-type", ""), now=now)


def salvaged(answer: Response | Refusal, url: str, now: datetime) -> Sequence[Entry]:
    """Return the entries that had come whole before an answer broke off or grew too large."""
    if isinstance(answer, Response):
        return ()
    parsed = feeds.parse(answer.body, url, now=now) if _WHOLE.search(answer.body.replace(b"\0", b"")) else None
    return parsed.entries if isinstance(parsed, ParsedFeed) else ()


def without_body(answer: Response | Refusal) -> Response | Refusal:
    """Return an answer that no longer holds its body."""
    return replace(answer, body=b"") if answer.body else answer
