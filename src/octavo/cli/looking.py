"""`octavo front`, `octavo story`, `octavo status`: the newspaper and the house in the terminal."""

from dataclasses import asdict

import typer

from octavo.cli.options import DataOption, JsonOption
from octavo.cli.output import clear_errors, print_json
from octavo.config import boot


def register(app: typer.Typer) -> None:
    app.command("status")(status)


def status(data: DataOption = None, as_json: JsonOption = False) -> None:
    """Show how the house is doing: feeds, articles, stories, refusals and their reasons."""
    with clear_errors(), boot.house(data):
        from octavo.pipeline.state import failing_feeds, state

        now, failing = state(), failing_feeds()
        if as_json:
            print_json({**asdict(now), "failing_feeds": failing})
            return
        for name, value in asdict(now).items():
            if name != "refusals":
                typer.echo(f"{name.removesuffix('_count').replace('_', ' '):<16} {value}")
        for reason, count in now.refusals.items():
            typer.echo(f"refused - {reason:<30} {count}")
        for feed in failing:
            typer.echo(f"not answering - {feed['url']}: {feed['error']}")
