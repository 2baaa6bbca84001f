"""`octavo translations`: the models of Firefox's translations on this machine, listed and fetched."""

from pathlib import Path
from typing import Annotated

import typer

from octavo.cli.options import DataOption, JsonOption
from octavo.cli.output import machine_made, print_json, say
from octavo.config import boot, settings
from octavo.enrich.translation.pairs import REVISION, Origin, fetch_pair, held

group = typer.Typer(help="Translate on this machine by Firefox's own models: which are here, and fetch more.")


def register(app: typer.Typer) -> None:
    app.add_typer(group, name="translations")


@group.callback(invoke_without_command=True)
def listed(context: typer.Context, data: DataOption = None, as_json: JsonOption = False) -> None:
    """List the pairs of languages whose models are here."""
    if context.invoked_subcommand:
        return
    with machine_made():
        _choose(data)
        found = held()
    if as_json:
        print_json({"pairs": found})
        return
    for pair in found:
        typer.echo(pair)
    if not found:
        say("There are none yet; fetch some, both ways: octavo translations add en-de de-en")


@group.command()
def add(
    pairs: Annotated[list[str], typer.Argument(metavar="PAIR...", help="Languages from and into, like en-ko.")],
    revision: Annotated[
        str, typer.Option(help="The commit of mozilla/firefox-translations-models to take them from.")
    ] = REVISION,
    origin: Annotated[str, typer.Option("--from", metavar="URL", help="A mirror of that repository.")] = "",
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Fetch the models of pairs of languages, each file checked against the hash that the revision lists."""
    with machine_made():
        _choose(data)
        for pair in pairs:
            size = fetch_pair(pair, revision, Origin.mirror(origin) if origin else None)
            if as_json:
                print_json({"pair": pair, "bytes": size})
            else:
                typer.echo(f"{pair}: {size / 1_000_000:.0f} MB")


def _choose(data: Path | None) -> None:
    """Let the data directory be `data` where it is given, and be there."""
    if data is not None:
        settings.override(data=str(data.absolute()))
    boot.prepare_directory(settings.current().data)
