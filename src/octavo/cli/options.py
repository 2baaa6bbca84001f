"""Options that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="The data directory (default: OCTAVO_DATA or the platform's)."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
