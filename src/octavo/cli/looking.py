"""`octavo front`, `octavo story`, `octavo status`: the newspaper and the house in the terminal."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from octavo.cli import feed_status
from octavo.cli.options import DataOption, JsonOption
from octavo.cli.output import clear_errors, counted, print_json
from octavo.config import boot
from octavo.core.errors import BadInput
from octavo.core.types import APART

if TYPE_CHECKING:
    from octavo.core.types import MediaFile
    from octavo.editions import Edition
    from octavo.editions.reading import MendingCard, Provenance, StoryCard, StoryPage


def register(app: typer.Typer) -> None:
    app.command("front")(front)
    app.command("story")(story)
    app.command("status")(status)


def front(
    edition: Annotated[
        str, typer.Argument(help="An edition of octavo editions, like korea; or a language: en; with a place: en-GB.")
    ] = "en",
    data: DataOption = None,
    as_json: JsonOption = False,
    why: Annotated[bool, typer.Option("--why", help="Say what put each story where it stands.")] = False,
) -> None:
    """Show the front page of an edition."""
    with clear_errors(), boot.house(data):
        from octavo.core.clock import utc_now
        from octavo.editions.reading import front as read_front

        chosen = _edition(edition)
        page = read_front(chosen, (*chosen.languages, "en")[0], utc_now())
        if as_json:
            print_json(page, indent=True)
            return
        if page.lead is None:
            typer.echo("No news yet. octavo refresh reads what is due.")
            return
        reasons = {placed.story.id: placed.reasons for placed in page.placed} if why else {}
        for heading, stories in (
            ("Front page", (page.lead, *page.top)),
            *((section.category, section.stories) for section in page.sections),
        ):
            typer.echo(f"\n{heading.replace('-', ' ').upper()}")
            for one in stories:
                typer.echo(_line(one))
                for signal in reasons.get(str(one.id), ()):
                    typer.echo(f"         {signal.name} {signal.value:.2f}: {signal.detail}")


def _edition(name: str) -> "Edition":
    """Return the edition that `name` tells: one of the house, or that of a language and perhaps a country."""
    from django.conf import settings

    from octavo.editions import store
    from octavo.editions.reading import plain_edition

    language, _, country = name.partition("-")
    languages = [code for code, _ in settings.LANGUAGES]
    if found := store.edition(name):
        return found
    if language not in languages:
        raise BadInput(
            f"there is no edition {name!r}; octavo editions lists them; or name one of {', '.join(languages)}"
        )
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise BadInput(f"{country!r} is no country; write its two letters, as in {language}-GB")
    return plain_edition(language, country.upper())


def _line(card: "StoryCard") -> str:
    copies = f", {counted(card.copies_count, 'copy', 'copies')}" if card.copies_count else ""
    publishers = counted(card.publishers_count, "publisher", "publishers")
    return f"{card.id:>6}  {card.headline}  ({publishers}{copies}, {card.latest:%d %b %H:%M})"


def _provenance(known: "Provenance") -> str:
    whose = f"{known.agency} text" if known.agency else "One text"
    carried = f"carried by {counted(known.publishers_count, 'publisher', 'publishers')}"
    return f"{whose}, {carried}, first by {known.first.publisher.name} at {known.first.moment:%Y-%m-%d %H:%M} UTC"


def story(
    identity: Annotated[int, typer.Argument(metavar="ID", help="The story's number, as octavo front shows it.")],
    data: DataOption = None,
    as_json: JsonOption = False,
    why: Annotated[bool, typer.Option("--why", help="Say what joined each article and each story.")] = False,
) -> None:
    """Show a story: its reports, their copies, its summary, its thread and what is related."""
    with clear_errors(), boot.house(data):
        from octavo.editions.reading import story_page
        from octavo.stories.store import reasons

        page = story_page(identity, "en")
        if page is None:
            raise BadInput(f"there is no story {identity}; octavo front lists stories")
        joined = reasons(identity) if why else {}
        if as_json:
            print_json({**asdict(page), "why": joined}, indent=True)
            return
        _tell(page, joined, why=why)
        for mending in page.mendings if why else ():
            typer.echo(f"\n{_mending(mending)}")


def _tell(page: "StoryPage", joined: Mapping[int, list[dict[str, Any]]], *, why: bool = False) -> None:
    typer.echo(page.story.headline)
    typer.echo(" ".join(f"#{name}" for name in page.story.hashtags))
    for sentence in page.summary:
        typer.echo(f"  {sentence.text} [{sentence.cites[0].article.publisher.name}]")
    for commitment in page.commitments:
        typer.echo("")
        for one in commitment:
            value = " -> ".join(filter(None, (one.old, one.new)))
            said = f"{one.stage}{f' ({value})' if value else ''}: {one.text}"
            typer.echo(f"  {said} [{one.cite.article.publisher.name}]")
    for report in page.coverage:
        typer.echo(f"\n{report.article.publisher.name}: {report.article.title}")
        _tell_why(joined.get(report.article.id))
        for file in report.article.media:
            typer.echo(f"    {_media(file)}")
        if report.provenance:
            typer.echo(f"    {_provenance(report.provenance)}")
        for copy in report.copies:
            typer.echo(f"    {copy.copy_kind} copy, {copy.likeness_percent} %: {copy.publisher.name}: {copy.title}")
            _tell_why(joined.get(copy.id))
    for step in page.timeline:
        typer.echo(f"\nThread: {step.story.began:%d %b}: {_line(step.story).strip()}")
        if why and step.link:
            told = _signals((one.name, one.value, one.detail) for one in step.link.why)
            typer.echo(f"    develops from story {step.link.earlier.id}: {told}")
        for sentence in step.news:
            typer.echo(f"    new: {sentence.text} [{sentence.cites[0].article.publisher.name}]")
    for related in page.related:
        typer.echo(f"\nRelated: {_line(related.story).strip()}")
        typer.echo(f"    same {related.reason}: {', '.join(related.terms)}")


def _media(file: "MediaFile") -> str:
    length = f"{max(1, round(file.seconds / 60))} min" if file.seconds else ""
    size = f"{max(1, round(file.size_bytes / 10**6))} MB" if file.size_bytes else ""
    told = ", ".join(filter(None, (length, size)))
    return f"{'watch' if file.is_film else 'listen'}: {file.url}{f' ({told})' if told else ''}"


def _tell_why(signals: list[dict[str, Any]] | None) -> None:
    if signals is None:
        return
    told = _signals([(one["name"], one["value"], one["detail"]) for one in signals])
    is_apart = bool(signals) and signals[0]["name"] == APART
    typer.echo(f"    {'starts a story' if is_apart or not signals else 'joined'}{f': {told}' if told else ''}")


def _signals(signals: Iterable[tuple[str, float, str]]) -> str:
    return ", ".join(f"{name} {value:+.2f}{_detail(name, detail)}" for name, value, detail in signals)


def _detail(name: str, detail: str) -> str:
    if not detail:
        return ""
    return f" (from story {detail})" if name == APART else f" ({detail})"


def _mending(mending: "MendingCard") -> str:
    told = _signals([(one.name, one.value, one.detail) for one in mending.why])
    way = "from" if mending.is_arrival else "to"
    count = counted(mending.articles_count, "article", "articles")
    return (
        f"{mending.kind} {way} {mending.other_id} ({mending.headline}), {count}, {mending.mended:%d %b %H:%M}: {told}"
    )


def status(
    feed: Annotated[str | None, typer.Argument(help="A feed's address or number: show it alone.")] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show how the house is doing: feeds, articles, stories, refusals and their reasons; or how one feed is."""
    with clear_errors(), boot.house(data):
        if feed is not None:
            feed_status.show(feed, as_json=as_json)
            return
        from octavo.pipeline.state import failing_feeds, state

        now, failing = state(), failing_feeds()
        known = {name: value for name, value in asdict(now).items() if value != ""}
        if as_json:
            print_json({**known, "failing_feeds": failing})
            return
        for name, value in known.items():
            if name != "refusals":
                typer.echo(f"{name.removesuffix('_count').replace('_', ' '):<16} {value}")
        for reason, count in now.refusals.items():
            typer.echo(f"refused - {reason:<30} {count}")
        for one in failing:
            kind = "not answering" if one["errors_count"] else "read with faults"
            kind = "gone" if one["state"] == "gone" else kind
            typer.echo(f"{kind} - {one['url']}: {one['error']}")
