"""`octavo export`: what goes to other programs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from octavo.cli.options import DataOption
from octavo.cli.output import clear_errors, say
from octavo.config import boot
from octavo.core.errors import BadInput
from octavo.sources.opml_version import OpmlVersion

export_app = typer.Typer(help="Give subscriptions to other programs.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    app.add_typer(export_app, name="export")


@export_app.command("opml")
def export_opml(
    file: Annotated[Path, typer.Argument(metavar="[FILE]", help="Where to write; - for standard output.")] = Path("-"),
    version: Annotated[
        OpmlVersion, typer.Option("--version", help="Of OPML, for programs that read 1 alone.")
    ] = OpmlVersion.TWO,
    data: DataOption = None,
) -> None:
    """Write all subscriptions, with their folders, as OPML."""
    with clear_errors():
        with boot.house(data):
            from octavo.pipeline.listing import written_opml

            body = written_opml(version)
        if str(file) == "-":
            sys.stdout.buffer.write(body)
            return
        try:
            file.write_bytes(body)
        except OSError as error:
            raise BadInput(f"{file} cannot be written ({error.strerror})") from None
        say(f"Subscriptions written to {file}")
