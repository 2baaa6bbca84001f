"""`octavo fold FILE.jsonl`: a stream of articles, in order of arrival, to stories."""

from typing import Annotated, BinaryIO

import typer

from octavo.cli.lines import opened
from octavo.cli.output import clear_errors, print_json, say
from octavo.core.errors import BadInput


def register(app: typer.Typer) -> None:
    app.command("fold")(fold)


def fold(
    file: Annotated[str, typer.Argument(help="Article lines, one JSON object each; - reads standard input.")],
    vectors: Annotated[bool, typer.Option(help="Compare meanings too, which also joins languages; slower.")] = True,
) -> None:
    """Fold a stream of article lines into stories; prints one fold line for each, in the same order."""
    with clear_errors(), opened(file) as lines:
        _fold_lines(lines, with_vectors=vectors)


def _fold_lines(lines: BinaryIO, *, with_vectors: bool) -> None:
    from octavo.core.lines import read_line
    from octavo.core.vectors import local_embedder
    from octavo.stories import Folder
    from octavo.stories.lines import fold_line, line_input

    folder = Folder(local_embedder() if with_vectors else None)
    folded_count = bad_count = 0
    for number, line in enumerate(lines, start=1):
        try:
            article = line_input(read_line(line))
        except BadInput as error:
            say(f"octavo: line {number} is left out: {error}")
            bad_count += 1
            continue
        print_json(fold_line(folder.fold(article)))
        folded_count += 1
    if bad_count and not folded_count:
        raise BadInput('no line could be read; each must be a JSON object with "id", "title" and "text"')
