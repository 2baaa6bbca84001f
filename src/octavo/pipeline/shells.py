"""Pages that are nothing without their scripts, filled where the operator wants that."""

from collections.abc import Sequence
from datetime import datetime

from octavo.config import settings
from octavo.core.types import Refusal, Response
from octavo.extract.shell import is_shell
from octavo.feeds.models import Entry
from octavo.fetch import render
from octavo.pipeline import refusals


def filled(entries: Sequence[Entry], pages: Sequence[Response | Refusal], now: datetime) -> list[Response | Refusal]:
    """Return `pages`, those of `entries`, with shells filled by a browser; one that cannot be is counted and stays."""
    if not settings.current().render:
        return list(pages)
    return [_filled(entry, page, now) for entry, page in zip(entries, pages, strict=True)]


def _filled(entry: Entry, page: Response | Refusal, now: datetime) -> Response | Refusal:
    if isinstance(page, Refusal) or not is_shell(page):
        return page
    rendered = render(page)
    if isinstance(rendered, Refusal):
        refusals.note(rendered, entry.url, entry.feed, now)
        return page
    refusals.forget("render", entry.url)
    return rendered
