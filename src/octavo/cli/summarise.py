"""`octavo summarise FILE.jsonl`: a story's articles to one cited summary."""

from typing import Annotated

import typer

from octavo.cli.lines import read_articles
from octavo.cli.options import ArticlesArgument, OnlyJsonOption, ReaderLanguageOption
from octavo.cli.output import machine_made, print_json
from octavo.enrich.providers import Length


def register(app: typer.Typer) -> None:
    app.command("summarise")(summarise)


def summarise(
    file: ArticlesArgument,
    length: Annotated[Length, typer.Option(help="One sentence, three to six, or six to twelve.")] = Length.PARAGRAPH,
    language: ReaderLanguageOption = "",
    *,
    fold: Annotated[
        bool, typer.Option(help="The file holds several stories: fold it, and print a line for each.")
    ] = False,
    vectors: Annotated[bool, typer.Option(help="Compare meanings too, so that nothing is said twice; slower.")] = True,
    as_json: OnlyJsonOption = False,
) -> None:
    """Summarise the articles of one story; every sentence cites the passages that it rests on."""
    with machine_made():
        from octavo.config import vectors as house
        from octavo.enrich.providers.local import LocalProvider
        from octavo.enrich.story_lines import commitments_of, stories, summary_line
        from octavo.enrich.summaries import summarise as summarised

        embedder = house.embedder() if vectors else None
        provider = LocalProvider(embedder)
        told = stories(read_articles(file), language, fold=fold, embedder=embedder)
        promises = commitments_of(told)
        for story in told:
            speaking = language or story.articles[0].language
            line = summary_line(summarised(story.articles, speaking, length, provider=provider))
            print_json({"story": story.id, **line, "commitments": promises.get(story.id, [])} if fold else line)
