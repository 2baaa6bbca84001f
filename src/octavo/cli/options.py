"""Options that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

from octavo.core.languages import language_code, script_code


def _known_language(tag: str) -> str:
    """Return the language's code, "" where none is given. Raises BadParameter for what names no language."""
    code = language_code(tag)
    if tag and not script_code(code):
        raise typer.BadParameter(f"{tag!r} is no language; write a code like ko")
    return code


def _language_option(help_: str) -> object:
    return typer.Option("--language", callback=_known_language, help=help_)


DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="The data directory (default: OCTAVO_DATA or the platform's)."),
]
ArticlesArgument = Annotated[str, typer.Argument(help="Article lines, one JSON object each; - reads standard input.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
OnlyJsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, as it does without this too.")]
ReaderLanguageOption = Annotated[
    str, _language_option("The reader's language, a code like ko; by default the one most articles speak.")
]
QuestionLanguageOption = Annotated[
    str, _language_option("The question's language, a code like ko; told from its text where not given.")
]
