"""`octavo sent`: what was sent to a language model."""

from dataclasses import asdict
from typing import Annotated

import typer

from octavo.cli.options import DataOption, JsonOption
from octavo.cli.output import machine_made, print_json
from octavo.config import boot


def register(app: typer.Typer) -> None:
    app.command("sent")(sent)


def sent(
    page: Annotated[int, typer.Option(help="Which fifty calls, the latest first.", min=1)] = 1,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what the house sent to which language model: when, what for, whose texts, what it took."""
    with machine_made(), boot.house(data):
        from octavo.editions.reading.sent import listing

        found = listing(None, page)
        if as_json:
            print_json([asdict(call) for call in found.calls])
            return
        for call in found.calls:
            took = f"{call.tokens_in} + {call.tokens_out} tokens, {call.milliseconds} ms"
            typer.echo(
                f"{call.made:%Y-%m-%d %H:%M}  {call.purpose}  {call.model} at {call.host}  {took}  {call.outcome}"
            )
            for article in call.articles:
                typer.echo(f"    {article.publisher.name}: {article.title}")
        if not found.calls:
            typer.echo("Nothing was sent to a language model.")
