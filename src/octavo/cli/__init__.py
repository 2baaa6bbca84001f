"""The `octavo` command. Each module registers its commands; heavy imports wait until a command runs."""

import os
import pathlib
import sys

import typer

from octavo.cli import (
    adding,
    ask,
    check,
    compare,
    editions,
    embedder,
    evaluate,
    exporting,
    extract,
    feed,
    fold,
    importing,
    looking,
    newsletters,
    packs,
    refresh,
    sent,
    summarise,
    translations,
    up,
    user,
)
from octavo.cli.output import BAD_INPUT, COULD_NOT, say, wrong_arguments

app = typer.Typer(
    name="octavo",
    help="Publishers' feeds in, a folded newspaper out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
_MODULES = (
    up,
    adding,
    packs,
    importing,
    exporting,
    newsletters,
    refresh,
    sent,
    looking,
    editions,
    feed,
    extract,
    fold,
    summarise,
    ask,
    check,
    compare,
    evaluate,
    embedder,
    translations,
    user,
)
for module in _MODULES:
    module.register(app)


def main() -> None:
    """Run the command line: wrong arguments and a full disk get one line, a closed pipe ends it quietly."""
    _stand_in_for_closed_streams()
    try:
        code = app(prog_name="octavo", standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code)
    except typer.TyperException as error:
        say(wrong_arguments(error))
        sys.exit(BAD_INPUT)
    except typer.Abort:
        sys.exit(COULD_NOT)
    except BrokenPipeError:
        _leave_output()
        sys.exit(0)
    except OSError as error:
        _leave_output()
        place = f"{error.filename}: " if error.filename else "what was asked for cannot be written: "
        say(f"octavo: {place}{(error.strerror or str(error)).lower()}")
        sys.exit(COULD_NOT)


def _stand_in_for_closed_streams() -> None:
    """Let standard input that was closed be empty, and every writing to such output fail."""
    if sys.stdin is None:
        sys.stdin = pathlib.Path(os.devnull).open()  # noqa: SIM115 - until the process ends
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")


def _leave_output() -> None:
    """Let what still waits to be written go nowhere, or Python tries once more as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
