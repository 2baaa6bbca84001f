"""`octavo fold FILE.jsonl`: a stream of articles, in order of arrival, to stories."""

from typing import Annotated, BinaryIO

import typer

from octavo.cli.lines import article_lines, opened
from octavo.cli.options import ArticlesArgument, OnlyJsonOption
from octavo.cli.output import clear_errors, print_json
from octavo.core.errors import BadInput


def register(app: typer.Typer) -> None:
    app.command("fold")(fold)


def fold(
    file: ArticlesArgument,
    vectors: Annotated[bool, typer.Option(help="Compare meanings too, which also joins languages; slower.")] = True,
    as_json: OnlyJsonOption = False,
) -> None:
    """Fold a stream of article lines into stories; prints one fold line for each, in the same order.

    The first 10,000 articles are looked over once more when all are there, and told then; later ones as they come.
    """
    with clear_errors(), opened(file) as lines:
        _fold_lines(lines, with_vectors=vectors)


def _fold_lines(lines: BinaryIO, *, with_vectors: bool) -> None:
    from octavo.config.vectors import embedder
    from octavo.stories import Folder
    from octavo.stories.lines import fold_line, line_input

    folder = Folder(embedder() if with_vectors else None)
    told = False
    for folded in folder.fold_stream(map(line_input, article_lines(lines))):
        print_json(fold_line(folded))
        told = True
    if not told:
        raise BadInput('there is nothing to fold; each line must be a JSON object with "id", "title" and "text"')
