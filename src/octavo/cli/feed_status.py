"""`octavo status FEED`: one feed in the terminal."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import typer

from octavo.cli.output import counted, print_json
from octavo.core.errors import BadInput

if TYPE_CHECKING:
    from octavo.pipeline.feed_state import FeedState

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def show(identity: str, *, as_json: bool) -> None:
    """Print how the feed with this number or address is doing; raises BadInput where there is none."""
    from octavo.pipeline.feed_state import feed_state, find_feed

    feed = find_feed(identity)
    if feed is None:
        raise BadInput(
            f"there is no feed {identity!r}; give its address, as octavo export opml lists it, or its number"
        )
    state = feed_state(feed)
    if as_json:
        print_json(state, indent=True)
        return
    typer.echo(f"{state.title or state.url}  ({state.publisher})")
    for name, value in _lines(state):
        typer.echo(f"{name:<16} {value}")
    for one in state.refusals:
        typer.echo(f"refused          {one['stage']}: {one['reason']} - {one['url']} {one['detail']}".rstrip())


def _lines(state: "FeedState") -> Iterator[tuple[str, str]]:
    yield "number", str(state.id)
    yield "address", state.url
    yield "state", " ".join(filter(None, (state.state, state.kind)))
    yield "entries", f"{state.entries_count}, {state.entries_waiting_count} to be read"
    yield "brought news", _moment(state.changed)
    if state.state == "mailed":
        yield "asked next", "never: its letters come by e-mail"
        return
    yield "asked last", f"{_moment(state.polled)}, status {state.last_status or 'none'}"
    yield "asked next", f"{_moment(state.next_poll)}: {state.reason or 'not planned yet'}"
    if state.next_poll:
        yield "pause", _span(state.interval_seconds)
    if state.change_gap_seconds:
        yield "usual gap", _span(state.change_gap_seconds)
    if state.last_error:
        yield "trouble", state.last_error + (f" ({state.errors_count} in a row)" if state.errors_count > 1 else "")
    yield from _asked(state)
    if state.moved_url:
        since = _moment(state.moved_since)
        yield "redirects to", f"{state.moved_url} since {since}, {counted(state.moved_polls_count, 'poll')}"
    if state.lease:
        yield "hub", f"{state.lease['hub_url']} {state.lease['state']} {state.lease['last_error']}".rstrip()
        yield "pushed last", _moment(state.lease["pushed"])
        yield "lease ends", _moment(state.lease["expires"])


def _asked(state: "FeedState") -> Iterator[tuple[str, str]]:
    """Yield what the publisher asks for."""
    if state.ttl_seconds:
        yield "asks for", f"a pause of {_span(state.ttl_seconds)}"
    if state.skip_hours:
        yield "asks for", f"no polls in the hours {', '.join(map(str, state.skip_hours))} (UTC)"
    if state.skip_days:
        yield "asks for", f"no polls on {', '.join(DAYS[day] for day in state.skip_days)} (UTC)"


def _moment(moment: object) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if isinstance(moment, datetime) else "never"


def _span(seconds: int) -> str:
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"
