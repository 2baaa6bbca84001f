"""`octavo import`: subscriptions, archives and saved pages."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from octavo.cli.options import DataOption, JsonOption
from octavo.cli.output import clear_errors, counted, print_json, say, working
from octavo.config import boot
from octavo.core.clock import as_utc, utc_now
from octavo.core.errors import BadInput

import_app = typer.Typer(help="Bring in subscriptions, archives of articles, or one saved page.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    app.add_typer(import_app, name="import")


FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="The file; - for standard input.")]


@import_app.command("opml")
def import_opml(file: FileArgument, data: DataOption = None, as_json: JsonOption = False) -> None:
    """Subscribe to the feeds of an OPML file; its folders are kept."""
    with clear_errors():
        body = _bytes(file)
        with boot.house(data):
            from octavo.pipeline.listing import keep_opml

            with working("Reading the list"):
                imported = keep_opml(body, utc_now())
        for problem in imported.problems:
            say(f"octavo: {problem}")
        counts = {"added": len(imported.added), "known": len(imported.known), "sought": len(imported.sought)}
        if as_json:
            print_json({**counts, "problems": imported.problems})
            return
        say(f"{counted(counts['added'], 'feed')} added, {counts['known']} already there")
        if counts["sought"]:
            lines = counted(counts["sought"], "line names", "lines name")
            say(f"{lines} only a home page; octavo up or octavo refresh looks for what it offers")


@import_app.command("articles")
def import_articles(file: FileArgument, data: DataOption = None, as_json: JsonOption = False) -> None:
    """Bring in an archive: one article a line, as JSON."""
    with clear_errors():
        lines = _bytes(file).decode("utf-8-sig", "replace").split("\n")
        with boot.house(data):
            from octavo.cli.refresh import drain
            from octavo.pipeline.importing import keep_articles

            kept, problems = keep_articles(lines)
            for problem in problems:
                say(f"octavo: {problem}")
            if not kept:
                raise BadInput(f"{file} holds no article line; each is JSON with id, title and text")
            drain()
        if as_json:
            print_json({"added": kept, "problems": problems})
        else:
            say(f"{counted(kept, 'article')} brought in, {counted(len(problems), 'line')} left out")


@import_app.command("page")
def import_page(
    file: FileArgument,
    data: DataOption = None,
    at: Annotated[str, typer.Option("--at", help="When the page was saved, like 2025-06-26T12:00:00Z.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Bring in the articles of one saved news-aggregator page."""
    with clear_errors():
        text = _bytes(file).decode("utf-8-sig", "replace")
        from octavo.extract import saved_page

        articles = saved_page.read(text, _moment(at))
        with boot.house(data):
            from octavo.cli.refresh import drain
            from octavo.pipeline.importing import keep_page, page_lines

            ids = keep_page(articles)
            drain()
            lines = page_lines(ids)
        if as_json:
            print_json({"articles": lines}, indent=True)
        else:
            for line in lines:
                typer.echo(f"story {line['story']}  {line['publisher']}: {line['title']}")


def _moment(text: str) -> datetime:
    if not text:
        return utc_now()
    try:
        return as_utc(datetime.fromisoformat(text))
    except ValueError:
        raise BadInput(f"{text!r} is no time; write it like 2025-06-26T12:00:00Z") from None


def _bytes(file: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise BadInput(f"{file} cannot be read ({error.strerror})") from None
