"""`octavo feed`: bytes to entries, without a database."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from octavo.cli.output import clear_errors, print_json, say
from octavo.core.errors import BadInput, GiveUp
from octavo.core.links import is_address, shown

if TYPE_CHECKING:
    from octavo.core.types import Entry, ParsedFeed


def register(app: typer.Typer) -> None:
    app.command("feed")(feed)


def feed(
    target: Annotated[
        str, typer.Argument(metavar="[FILE or URL or -]", help="What to read; - is standard input.")
    ] = "-",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON line an entry.")] = False,
) -> None:
    """Read a feed and print its entries."""
    with clear_errors():
        parsed = _parsed(target)
        for problem in parsed.problems:
            say(f"octavo: {target}: {problem}")
        for entry in parsed.entries:
            if as_json:
                print_json(entry._asdict())
            else:
                typer.echo(_line(entry))


def _parsed(target: str) -> "ParsedFeed":
    from octavo.core.types import Refusal
    from octavo.feeds import parse

    body, url, content_type = _read(target)
    parsed = parse(body, url, content_type)
    if isinstance(parsed, Refusal):
        raise BadInput(f"{target}: {parsed.detail}")
    return parsed


def _read(target: str) -> tuple[bytes, str, str]:
    """Return the bytes, their address and their Content-Type, the last two "" for files."""
    if target == "-":
        return sys.stdin.buffer.read(), "", ""
    if is_address(target):
        return _fetched(target)
    try:
        return Path(target).read_bytes(), "", ""
    except OSError as error:
        raise BadInput(f"{shown(target)} cannot be read ({error.strerror}); give a file, an address, or -") from error


def _fetched(url: str) -> tuple[bytes, str, str]:
    from octavo.core.types import Refusal, Request
    from octavo.fetch import fetch_once

    response = fetch_once(Request(url))
    if isinstance(response, Refusal):
        raise GiveUp(f"{shown(url)}: {response.detail or response.reason}")
    if response.status >= 400:
        raise GiveUp(f"{shown(url)}: the server answered {response.status}; check the address")
    return response.body, response.url, response.headers.get("content-type", "")


def _line(entry: "Entry") -> str:
    moment = entry.published or entry.updated
    when = f"{moment:%Y-%m-%d %H:%M} UTC" if moment else "no date"
    return f"{entry.title or '(no title)'}  ·  {when}  ·  {entry.url or '(no link)'}"
