"""`octavo add`: from any address to the feeds behind it."""

import re
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from octavo.cli.options import DataOption
from octavo.cli.output import BAD_INPUT, COULD_NOT, DONE, clear_errors, print_json, say, working
from octavo.config import boot, settings
from octavo.core.clock import utc_now
from octavo.core.errors import BadInput, GiveUp
from octavo.core.links import shown

if TYPE_CHECKING:
    from octavo.pipeline.discovering import Found
    from octavo.sources.ranking import Offer

_NUMBERS = re.compile(r"\d+(?:[\s,]+\d+)*")


def register(app: typer.Typer) -> None:
    app.command("add")(add)


def add(
    urls: Annotated[
        list[str], typer.Argument(help="Home pages, sections, articles, feeds, channels or profiles.", metavar="URL...")
    ],
    data: DataOption = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Take the best feed of each address, unasked.")] = False,
    folder: Annotated[str, typer.Option(help="Put the feeds into this folder, like News/Korea.")] = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="Print what each address offers; add it only together with --yes.")
    ] = False,
) -> None:
    """Subscribe to publishers; a home page, a feed or an article's address is enough.

    Where an address offers several feeds, they are shown, and on a terminal you choose.
    """
    if as_json and not yes:
        with clear_errors():
            if data is not None:
                settings.override(data=str(data.absolute()))
            code = max(_listed(url) for url in urls)
    else:
        names = tuple(name.strip() for name in folder.split("/") if name.strip())
        with clear_errors(), boot.house(data):
            code = max(_added(url, names, yes=yes, as_json=as_json) for url in urls)
    if code:
        raise typer.Exit(code)


def _found(url: str) -> "Found | int":
    """Return what an address offers; where nothing, the exit code, with the reason said."""
    from octavo.pipeline.discovering import discover

    try:
        with working(f"Looking for feeds behind {shown(url)}"):
            return discover(url, utc_now())
    except (GiveUp, BadInput) as error:
        say(f"octavo: {error}")
        return BAD_INPUT if isinstance(error, BadInput) else COULD_NOT


def _listed(url: str) -> int:
    found = _found(url)
    if isinstance(found, int):
        return found
    print_json(_as_json(url, found.offers))
    return DONE


def _added(url: str, folder: tuple[str, ...], *, yes: bool, as_json: bool) -> int:
    from octavo.pipeline.subscribing import take

    found = _found(url)
    if isinstance(found, int):
        return found
    chosen = _chosen(url, found, yes=yes)
    added = []
    for offer in chosen:
        feed, is_new = take(offer, found, utc_now(), folder)
        added.append({"url": feed.url, "publisher": feed.publisher.name, "new": is_new})
        say(f"{'Added' if is_new else 'Already there'}: {feed.publisher.name} - {feed.url}")
    if as_json:
        print_json({**_as_json(url, found.offers), "added": added})
    return DONE if chosen else BAD_INPUT


def _chosen(url: str, found: "Found", *, yes: bool) -> Sequence["Offer"]:
    """Return the offers to take: the only or the best one, those that the person picks, or none where nobody can."""
    from octavo.sources.ranking import is_clear

    if yes or len(found.offers) == 1:
        return found.offers[:1]
    if sys.stdin.isatty() and sys.stderr.isatty():
        _show(url, found.offers)
        return [found.offers[number - 1] for number in _picked(len(found.offers))]
    if is_clear(found.offers):
        say(f"Of {len(found.offers)} feeds behind {url} the main one is taken; octavo add --json {url} lists all.")
        return found.offers[:1]
    _show(url, found.offers)
    say(f"octavo: {url} offers {len(found.offers)} feeds; take the first with --yes, or add one by its own address")
    return ()


def _picked(count: int) -> list[int]:
    while True:
        answer = typer.prompt("Which one (numbers, or all)", default="1", err=True).strip().lower()
        numbers = list(range(1, count + 1)) if answer == "all" else []
        if _NUMBERS.fullmatch(answer):
            numbers = list(dict.fromkeys(map(int, re.split(r"[\s,]+", answer))))
        if numbers and all(1 <= number <= count for number in numbers):
            return numbers
        say(f"Give numbers from 1 to {count}, like 1 or 1,3, or all.")


def _show(url: str, offers: Sequence["Offer"]) -> None:
    say(f"{url} offers:")
    now = utc_now()
    for number, offer in enumerate(offers, 1):
        say(f"{number:>3}  {offer.title or '(no title)'}\n     {offer.url}\n     {_described(offer, now)}")


def _described(offer: "Offer", now: datetime) -> str:
    count = len(offer.parsed.entries)
    entries = f"{count} {'entry' if count == 1 else 'entries'}, newest {_ago(offer.newest, now)}" if count else "empty"
    text = "full text" if offer.is_full_text else "headlines and leads"
    aside = ", beside the main feed" if offer.is_aside else ""
    return f"{offer.parsed.kind}, {entries}, {text}{aside}; {offer.reason}"


def _ago(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return "undated"
    minutes = int((now - moment).total_seconds() // 60)
    for size, unit in ((60 * 24, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            count = minutes // size
            return f"{count} {unit}{'s' if count > 1 else ''} ago"
    return "just now"


def _as_json(url: str, offers: Sequence["Offer"]) -> dict[str, Any]:
    return {"address": url, "candidates": [_offer_as_json(offer) for offer in offers]}


def _offer_as_json(offer: "Offer") -> dict[str, Any]:
    return {
        "url": offer.url,
        "title": offer.title,
        "kind": offer.parsed.kind,
        "entries_count": len(offer.parsed.entries),
        "newest": offer.newest,
        "full_text": offer.is_full_text,
        "aside": offer.is_aside,
        "score": offer.score,
        "reason": offer.reason,
    }
