"""`octavo packs`: what Octavo can start with."""

from typing import Annotated

import typer

from octavo.cli.options import DataOption, JsonOption
from octavo.cli.output import clear_errors, print_json, say, stop
from octavo.config import boot
from octavo.core.errors import BadInput

packs_app = typer.Typer(help="Starter packs: publishers by country and topic.", invoke_without_command=True)


def register(app: typer.Typer) -> None:
    app.add_typer(packs_app, name="packs")


@packs_app.callback()
def packs(context: typer.Context, as_json: JsonOption = False) -> None:
    """List the starter packs, or add one."""
    if context.invoked_subcommand:
        return
    from octavo.sources.packs import load

    for name, pack in sorted(load().items()):
        feeds_count = sum(len(publisher.feeds) for publisher in pack.publishers)
        if as_json:
            print_json({"name": name, "title": pack.title, "feeds": feeds_count, "languages": pack.languages})
        else:
            typer.echo(f"{name:<14} {pack.title} ({feeds_count} feeds: {', '.join(pack.languages)})")


@packs_app.command("add")
def add_pack(
    names: Annotated[list[str], typer.Argument(help="Names of packs.", metavar="NAME...")], data: DataOption = None
) -> None:
    """Subscribe to all feeds of starter packs."""
    from octavo.sources.packs import load

    unknown = [name for name in names if name not in load()]
    if unknown:
        stop(BadInput(f"there is no pack called {unknown[0]!r}; octavo packs lists them"))
    with clear_errors(), boot.house(data):
        from octavo.pipeline.start import add_pack as subscribe_pack

        for name in names:
            say(f"{name}: {subscribe_pack(name)} feeds added")
