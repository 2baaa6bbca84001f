"""`octavo editions`: front pages for a language and a place, each with its mix of publishers."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from octavo.cli.options import DataOption, JsonOption
from octavo.cli.output import clear_errors, counted, print_json, say
from octavo.config import boot
from octavo.core.errors import BadInput

if TYPE_CHECKING:
    from octavo.editions import Edition

editions_app = typer.Typer(help="Editions: front pages for a language and a place.", invoke_without_command=True)
SlugArgument = Annotated[str, typer.Argument(metavar="EDITION", help="Its name, as octavo editions lists it.")]


def register(app: typer.Typer) -> None:
    app.add_typer(editions_app, name="editions")


@editions_app.callback()
def editions(context: typer.Context, data: DataOption = None, as_json: JsonOption = False) -> None:
    """List the editions, make, export, import or remove one."""
    if context.invoked_subcommand is None:
        list_editions(data, as_json)


@editions_app.command("list")
def list_editions(data: DataOption = None, as_json: JsonOption = False) -> None:
    """List the editions that everyone may read: those that ship and the house's own."""
    with clear_errors(), boot.house(data):
        from octavo.editions import store

        for one in store.editions().values():
            languages = ", ".join(one.languages) or "any language"
            if as_json:
                print_json(asdict(one))
            else:
                typer.echo(f"{one.slug:<20}{one.name('en')}  ({languages}{f'; {one.country}' if one.country else ''})")
        if not as_json:
            say("octavo front EDITION shows one, octavo editions read EDITION subscribes to its publishers.")


@editions_app.command("add")
def add(
    slug: Annotated[str, typer.Argument(metavar="EDITION", help="Its name in addresses, like port-almera.")],
    *,
    name: Annotated[str, typer.Option("--name", help="What it is called.")],
    draws: Annotated[
        list[str],
        typer.Option("--from", metavar="SOURCE[=WEIGHT]", help="A pack or part of one, country:KR, language:ko."),
    ],
    languages: Annotated[list[str], typer.Option("--language", help="In which it is told, the first before others.")],
    country: Annotated[str, typer.Option("--country", help="Two letters: its newsrooms count as local.")] = "",
    time_zone: Annotated[str, typer.Option("--time-zone", help="Like Asia/Seoul.")] = "UTC",
    data: DataOption = None,
) -> None:
    """Make an edition of the house, for everyone."""
    from octavo.editions.edition import checked_edition

    with clear_errors():
        facts = {"languages": languages, "country": country.upper(), "time_zone": time_zone}
        made = checked_edition({**facts, "names": {languages[0]: name}, "draws": [_draw(one) for one in draws]}, slug)
        with boot.house(data):
            from octavo.editions import store

            say(f"octavo front {store.keep(made, None).slug} shows it")


def _draw(text: str) -> dict[str, object]:
    source, equals, weight = text.partition("=")
    try:
        return {"from": source, "weight": float(weight) if equals else 1.0}
    except ValueError:
        raise BadInput(f"{weight!r} is no weight; write one from 0 to 3, as in korea=1.5") from None


@editions_app.command("read")
def read(slug: SlugArgument, data: DataOption = None, as_json: JsonOption = False) -> None:
    """Subscribe to the publishers that an edition draws on: the main feed of each."""
    with clear_errors(), boot.house(data):
        from octavo.pipeline.start import add_pack
        from octavo.sources.packs import pick

        sources = [one.source for one in _found(slug).draws if ":" not in one.source]
        count = sum(add_pack(pick(source).main()) for source in sources)
        if as_json:
            print_json({"added": count})
        else:
            say(f"{counted(count, 'feed')} added")


@editions_app.command("export")
def export(slug: SlugArgument, data: DataOption = None, as_json: JsonOption = False) -> None:
    """Print an edition as the file that others may import."""
    with clear_errors(), boot.house(data):
        from octavo.editions import written

        found = _found(slug)
        if as_json:
            print_json(asdict(found))
        else:
            typer.echo(written(found), nl=False)


@editions_app.command("import")
def take(
    file: Annotated[Path, typer.Argument(help="An edition's file.", metavar="FILE")], data: DataOption = None
) -> None:
    """Keep the edition of a file as one of the house, for everyone."""
    with clear_errors():
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput(f"{file} cannot be read as text: {error}") from None
        with boot.house(data):
            from octavo.editions import store

            say(f"octavo front {store.take(text, file.stem, None).slug} shows it")


@editions_app.command("remove")
def remove(slug: SlugArgument, data: DataOption = None) -> None:
    """Remove an edition of the house."""
    with clear_errors(), boot.house(data):
        from octavo.editions import store

        if not store.remove(slug, None):
            raise BadInput(f"the house has made no edition {slug!r}; those that ship stay")


def _found(slug: str) -> "Edition":
    from octavo.editions import store

    edition = store.edition(slug)
    if edition is None:
        raise BadInput(f"there is no edition {slug!r}; octavo editions lists them")
    return edition
