"""What the answer of a feed's address says."""

from dataclasses import replace
from datetime import datetime

from octavo.core.types import ParsedFeed, Refusal, Response
from octavo.feeds import parse


def understand(answer: Response | Refusal, now: datetime) -> ParsedFeed | Refusal | None:
    """Return what an answer says; None where nothing has changed."""
    if isinstance(answer, Refusal):
        return answer
    if answer.status == 304:
        return None
    if answer.status != 200:
        return Refusal("fetch", f"http-{answer.status}", f"the feed answered with status {answer.status}")
    return parse(answer.body, answer.url, answer.headers.get("content-type", ""), now=now)


def without_body(answer: Response | Refusal) -> Response | Refusal:
    """Return an answer that no longer holds its body."""
    return replace(answer, body=b"") if isinstance(answer, Response) else answer
