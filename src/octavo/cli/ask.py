"""`octavo ask "Q" FILE.jsonl`: a cited answer out of the articles, or an honest refusal."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

import typer

from octavo.cli.lines import read_articles
from octavo.cli.options import ArticlesArgument, OnlyJsonOption, QuestionLanguageOption
from octavo.cli.output import machine_made, print_json
from octavo.core.errors import BadInput


def register(app: typer.Typer) -> None:
    app.command("ask")(ask)


def ask(
    question: Annotated[str, typer.Argument(help="In any language; the articles may speak others.")],
    file: ArticlesArgument,
    language: QuestionLanguageOption = "",
    day: Annotated[
        datetime | None,
        typer.Option(
            "--day",
            formats=["%Y-%m-%d"],
            help="When it is asked, by default on the day of the newest article; reckons yesterday.",
        ),
    ] = None,
    as_json: OnlyJsonOption = False,
) -> None:
    """Answer a question from articles alone, citing the passages, or refuse and show the nearest ones."""
    with machine_made():
        from octavo.core.clock import utc_now
        from octavo.core.vectors import local_embedder
        from octavo.enrich.answering import Archive, Present
        from octavo.enrich.answering import ask as answered
        from octavo.enrich.story_lines import stories

        question = question.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        if not any(map(str.isalnum, question)):
            raise BadInput("the question has no words; ask something that the articles could answer")
        (story,) = stories(read_articles(file))
        newest = max((one.published for one in story.articles if one.published), default=utc_now())
        present = Present((day or newest).date())
        answer = answered(Archive(story.articles, local_embedder()), question, language, present)
        print_json(
            {
                "answered": answer.answered,
                "headline": question,
                "sentences": [asdict(sentence) for sentence in answer.sentences],
                "facts": [],
                "dropped": [],
                "nearest": [{**asdict(near.sentence), "score": near.score} for near in answer.nearest],
            }
        )
