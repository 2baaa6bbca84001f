"""What the answer of a feed's address says."""

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
