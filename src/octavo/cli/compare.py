"""`octavo compare FILE.jsonl`: a story's articles beside one another."""

from dataclasses import asdict
from typing import Annotated

import typer

from octavo.cli.lines import read_articles
from octavo.cli.options import ArticlesArgument, OnlyJsonOption
from octavo.cli.output import machine_made, print_json


def register(app: typer.Typer) -> None:
    app.command("compare")(compare)


def compare(
    file: ArticlesArgument,
    vectors: Annotated[bool, typer.Option(help="Compare meanings too: wordings, and across languages; slower.")] = True,
    as_json: OnlyJsonOption = False,
) -> None:
    """Say what one story's articles agree on, differ in, tell alone and leave out; every point with its passages."""
    with machine_made():
        from octavo.config.vectors import embedder
        from octavo.enrich.comparing import compare as compared
        from octavo.enrich.story_lines import stories

        (story,) = stories(read_articles(file))
        print_json(asdict(compared(story.articles, embedder() if vectors else None)))
