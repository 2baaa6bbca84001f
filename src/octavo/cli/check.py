"""`octavo check FILE.jsonl`: does each source support what is said of it."""

from typing import Annotated

import typer

from octavo.cli.lines import opened, read_lines
from octavo.cli.options import OnlyJsonOption
from octavo.cli.output import machine_made, print_json
from octavo.core.errors import BadInput


def register(app: typer.Typer) -> None:
    app.command("check")(check)


def check(
    file: Annotated[str, typer.Argument(help='Lines {"id", "source", "summary"}; - reads standard input.')],
    as_json: OnlyJsonOption = False,
) -> None:
    """Check each summary against its source; prints one check line for each, in the same order."""
    with machine_made(), opened(file, "check lines") as lines:
        from octavo.core.vectors import local_embedder
        from octavo.enrich.checking import Checker
        from octavo.enrich.checking.lines import check_line, read_check_line

        checker = Checker(local_embedder())
        is_read = False
        for line in read_lines(lines, read_check_line):
            is_read = True
            print_json(check_line(line.id, checker.check(line.source, line.summary)))
        if not is_read:
            raise BadInput('no line could be read; each must be a JSON object with "id", "source" and "summary"')
