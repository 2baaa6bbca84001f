"""`octavo user`: people who may sign in."""

import sys
from typing import Annotated

import typer

from octavo.cli.options import DataOption
from octavo.cli.output import clear_errors, say
from octavo.config import boot
from octavo.core.errors import BadInput

user_app = typer.Typer(help="People who may sign in.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    app.add_typer(user_app, name="user")


@user_app.callback()
def user() -> None:
    """Look after people."""


@user_app.command("create-admin")
def create_admin(
    name: Annotated[str, typer.Argument(help="The name to sign in with.")],
    data: DataOption = None,
    email: Annotated[str, typer.Option(help="Where to reach them.")] = "",
) -> None:
    """Make a person who may look after everything at /admin/; the password is asked for, or read from a pipe."""
    with clear_errors(), boot.house(data):
        from octavo.accounts.people import create_admin as create

        create(name, email, _password())
        say(f"Made {name}, who may sign in at /admin/.")


def _password() -> str:
    if not sys.stdin.isatty():
        password = sys.stdin.readline().rstrip("\n")
        if not password:
            raise BadInput("no password came; type it at the prompt, or send it as one line on standard input")
        return password
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
