"""`octavo eval TASK PATH`: quality of a stage on labelled data, as JSON."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from octavo.cli.options import OnlyJsonOption
from octavo.cli.output import clear_errors, print_json
from octavo.core.errors import BadInput

TASKS = {
    "publishers": "octavo.sources.evaluate",
    "feeds": "octavo.feeds.evaluate",
    "extract": "octavo.extract.evaluate",
    "fold": "octavo.stories.evaluate",
    "pairs": "octavo.stories.evaluate_pairs",
    "categories": "octavo.enrich.evaluate_categories",
    "check": "octavo.enrich.checking.evaluate",
    "keyphrases": "octavo.enrich.evaluate_keyphrases",
    "summarise": "octavo.enrich.evaluate_summaries",
    "ask": "octavo.enrich.answering.evaluate",
}
"""Each module offers `evaluate(path) -> dict` of figures; it raises BadInput for data of another kind."""


def register(app: typer.Typer) -> None:
    app.command("eval")(evaluate)


def evaluate(
    task: Annotated[str, typer.Argument(help=f"One of: {', '.join(TASKS)}.")],
    path: Annotated[Path, typer.Argument(help="The labelled data.")],
    ablation: Annotated[
        bool, typer.Option("--ablation", help="fold alone: tell too what each signal is worth.")
    ] = False,
    first: Annotated[
        int | None, typer.Option("--first", metavar="COUNT", help="fold alone: so many articles of each set.", min=1)
    ] = None,
    as_json: OnlyJsonOption = False,
) -> None:
    """Measure a stage on labelled data and print the figures as JSON."""
    with clear_errors():
        if task not in TASKS:
            raise BadInput(f"there is no evaluation called {task!r}; choose one of {', '.join(TASKS)}")
        if not path.exists():
            raise BadInput(f"{path} does not exist; give the path of the labelled data")
        options = {name: value for name, value in (("ablation", ablation), ("first", first)) if value}
        if options and task != "fold":
            raise BadInput(f"--{next(iter(options))} is for octavo eval fold alone; leave it out")
        print_json(import_module(TASKS[task]).evaluate(path, **options), indent=True)
