"""How commands speak: data on stdout, one clear line of trouble on stderr, and the right exit code."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import orjson
import typer

from octavo.config import settings
from octavo.core.errors import BadInput, GiveUp, OctavoError

DONE, COULD_NOT, BAD_INPUT = 0, 1, 2


def print_json(value: object, *, indent: bool = False) -> None:
    """Print `value` as one line of JSON, or laid out for people; numbers that are keys are text, sets sorted lists."""
    option = orjson.OPT_APPEND_NEWLINE | orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS
    sys.stdout.buffer.write(orjson.dumps(value, sorted, option=option | (orjson.OPT_INDENT_2 if indent else 0)))
    sys.stdout.flush()


def say(line: str) -> None:
    """Print one line for a person on stderr."""
    typer.echo(line, err=True)


def counted(count: int, one: str, many: str = "") -> str:
    """Return "1 feed", "2 feeds"; `many` where that is not `one` with an s."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def stop(error: OctavoError) -> NoReturn:
    """End the command with the error's line and its exit code."""
    say(f"octavo: {error}")
    raise typer.Exit(BAD_INPUT if isinstance(error, BadInput) else COULD_NOT)


def wrong_arguments(error: typer.TyperException) -> str:
    """Return one line that says what is wrong with the arguments and where the right ones stand."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "octavo"
    said = getattr(error, "format_message", error.__str__)().replace("\n", " ").rstrip(".") or "A command is missing"
    said = said.replace(": Input should be ", ": it should be ").replace(": Value error, ", ": ")
    said = said.partition(", unable to parse ")[0]
    return f"octavo: {said[0].lower()}{said[1:]}; {command} --help lists what there is"


@contextmanager
def clear_errors() -> Iterator[None]:
    """Turn an Octavo error inside the block into one line and an exit code."""
    try:
        yield
    except OctavoError as error:
        stop(error)


@contextmanager
def machine_made() -> Iterator[None]:
    """Like `clear_errors`, for what machines make: with `OCTAVO_AI` off, the command ends before the block."""
    with clear_errors():
        if not settings.current().ai:
            raise GiveUp("OCTAVO_AI is off, so nothing is made by machines or told of them; set it to on")
        yield


@contextmanager
def working(line: str) -> Iterator[None]:
    """Show `line` on a terminal while the block lasts; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(line):
        yield
