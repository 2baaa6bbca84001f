"""The `octavo` command. Each module registers its commands; heavy imports wait until a command runs."""

import os
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
    """Run the command line: wrong arguments get one line, a closed pipe ends it quietly."""
    try:
        sys.exit(app(prog_name="octavo", standalone_mode=False))
    except typer.TyperException as error:
        say(wrong_arguments(error))
        sys.exit(BAD_INPUT)
    except typer.Abort:
        sys.exit(COULD_NOT)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
