"""The demo web as one house sees it: from within the process, dated from the day that the house first read it."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from octavo.core.types import Request, Response

if TYPE_CHECKING:
    from octavo.demo.web import Web

BEGAN_FILE = "demo-began"


def began(data: Path) -> datetime | None:
    """Return the moment from which the demo's news is dated in the house at `data`; None where it has no demo."""
    try:
        return datetime.fromisoformat((data / BEGAN_FILE).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def begin(data: Path, now: datetime) -> datetime:
    """Date the demo's news from `now`, unless the house at `data` has begun already; return the moment."""
    known = began(data)
    if known is None:
        (data / BEGAN_FILE).write_text(now.astimezone(UTC).isoformat(), encoding="ascii")
    return known or now


def answers(data: Path) -> Callable[[Request], Response | None]:
    """Return what answers requests for the demo's publishers (RFC 2606 names, which no network can answer)."""

    def answer(request: Request) -> Response | None:
        if ".example" not in request.url or not (urlsplit(request.url).hostname or "").endswith(".example"):
            return None
        moment = began(data)
        return web_at(moment).respond(request) if moment else None

    return answer


@lru_cache(maxsize=2)
def web_at(moment: datetime) -> "Web":
    """Return the demo web dated from `moment`, made once; its pages' machinery is for houses that have a demo."""
    from octavo.demo.web import Web

    return Web(moment)
