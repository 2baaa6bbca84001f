"""`octavo newsletters`: where newsletters are sent to, and which have come."""

from dataclasses import asdict

import typer

from octavo.cli.options import DataOption, JsonOption
from octavo.cli.output import clear_errors, print_json, say
from octavo.config import boot
from octavo.core.clock import utc_now
from octavo.core.errors import GiveUp


def register(app: typer.Typer) -> None:
    app.command("newsletters")(newsletters)


def newsletters(data: DataOption = None, as_json: JsonOption = False) -> None:
    """Give the address to subscribe newsletters with, and list those that have come or wait to be confirmed."""
    with clear_errors(), boot.house(data):
        from octavo.pipeline import newsletters as pipeline

        address, trouble, known = pipeline.address(), pipeline.trouble(), pipeline.newsletters()
        waiting = pipeline.to_confirm(utc_now())
        if not address:
            raise GiveUp(
                "newsletters are off; name a mailbox in OCTAVO_MAIL_IMAP, or set OCTAVO_MAIL_LISTEN and"
                " OCTAVO_MAIL_DOMAIN (docs/deploy.md)"
            )
        if as_json:
            newsletters = [asdict(one) for one in known]
            print_json({"address": address, "trouble": trouble, "to_confirm": waiting, "newsletters": newsletters})
            return
        typer.echo(address)
        if trouble:
            say(f"octavo: {trouble}")
        for line in waiting:
            typer.echo(f"to confirm  {line}")
        for one in known:
            latest = f"{one.latest:%Y-%m-%d}" if one.latest else "-"
            typer.echo(f"{latest}  {one.letters_count:>4}  {one.title} ({one.publisher})  {one.identity}")
