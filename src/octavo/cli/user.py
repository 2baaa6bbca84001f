"""`octavo user`: people who may sign in."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from octavo.accounts.roles import Role
from octavo.cli.options import DataOption, JsonOption
from octavo.cli.output import clear_errors, print_json, say
from octavo.config import boot, settings
from octavo.core.clock import utc_now
from octavo.core.errors import BadInput

user_app = typer.Typer(help="People who may sign in.", no_args_is_help=True)

NameArgument = Annotated[str, typer.Argument(help="The name that they sign in with.")]
RoleHelp = "reader, moderator, editor or administrator."
HERE = "http://localhost:8080"


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
    """Make a person who may look after everything; the password is asked for, or read from a pipe."""
    with clear_errors(), boot.house(data):
        from octavo.accounts.people import create_admin as create

        create(name, email, _password())
        say(f"Made {name}, who may sign in and look after everything.")


@user_app.command("list")
def list_people(data: DataOption = None, as_json: JsonOption = False) -> None:
    """List people, the newest last."""
    with clear_errors(), boot.house(data):
        from octavo.accounts.models import User

        for one in User.objects.order_by("date_joined"):
            facts = {
                "name": one.username,
                "role": one.role,
                "email": one.email,
                "banned": not one.is_active,
                "joined": one.date_joined,
                "last_signed_in": one.last_login,
            }
            if as_json:
                print_json(facts)
            else:
                seen = f"{one.last_login:%Y-%m-%d}" if one.last_login else "never"
                typer.echo("  ".join(filter(None, [f"{one.role:<13}", f"{seen:<10}", one.username, one.email])))


@user_app.command("role")
def role(
    name: NameArgument, role: Annotated[str, typer.Argument(metavar="ROLE", help=RoleHelp)], data: DataOption = None
) -> None:
    """Give a person a role."""
    with clear_errors():
        wanted = _role(role)
        with boot.house(data):
            from octavo.accounts import people

            people.set_role(people.called(name), wanted)
            say(f"{name} is {wanted} now.")


@user_app.command("invite")
def invite(
    data: DataOption = None,
    role: Annotated[str, typer.Option(metavar="ROLE", help=RoleHelp)] = "reader",
    days: Annotated[int, typer.Option(help="How many days the link lasts.")] = 7,
    note: Annotated[str, typer.Option(help="For whom it is; shown to those who invite.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Print a link with which one new person makes an account."""
    with clear_errors():
        wanted = _role(role)
        with boot.house(data) as current:
            from octavo.accounts import invitations

            if current.sign_up == "off":
                raise BadInput("OCTAVO_SIGN_UP is off; set it to invitation for the link to work")
            token = invitations.invite(None, wanted, utc_now(), note=note, days=days)
            _print_link(link(current, token), as_json=as_json)


@user_app.command("link")
def let_in(name: NameArgument, data: DataOption = None, as_json: JsonOption = False) -> None:
    """Print a link that lets a person in once, to set a new password or passkey; it lasts a day."""
    with clear_errors(), boot.house(data) as current:
        from octavo.accounts import invitations, people

        person = people.called(name)
        if not person.is_active:
            raise BadInput(f"{name} is banned; let them in again first: octavo user unban {name}")
        _print_link(link(current, invitations.way_back(person, None, utc_now())), as_json=as_json)


@user_app.command("ban")
def ban(name: NameArgument, data: DataOption = None) -> None:
    """Keep a person from signing in, and sign them out everywhere."""
    _set_banned(name, data, banned=True)


@user_app.command("unban")
def unban(name: NameArgument, data: DataOption = None) -> None:
    """Let a banned person sign in again."""
    _set_banned(name, data, banned=False)


def _set_banned(name: str, data: Path | None, *, banned: bool) -> None:
    with clear_errors(), boot.house(data):
        from octavo.accounts import people

        people.set_banned(people.called(name), banned=banned)
        say(f"{name} is banned." if banned else f"{name} may sign in again.")


def link(current: settings.Settings, token: str, here: str = "") -> str:
    """Return the address of an invitation: where the world reaches this house, or where it serves now."""
    running = current.data / "up.lock"
    served = here or (running.read_text().strip() if running.exists() else "") or HERE
    local = served.replace("//127.0.0.1:", "//localhost:").replace("//0.0.0.0:", "//localhost:")
    return f"{(current.public_url or local).rstrip('/')}/en/invitation/{token}"


def _print_link(address: str, *, as_json: bool) -> None:
    if as_json:
        print_json({"link": address})
    else:
        typer.echo(address)


def _role(text: str) -> Role:
    try:
        return Role(text.lower())
    except ValueError:
        raise BadInput(f"{text!r} is no role; it is {RoleHelp.rstrip('.')}") from None


def _password() -> str:
    if not sys.stdin.isatty():
        password = sys.stdin.readline().rstrip("\n")
        if not password:
            raise BadInput("no password came; type it at the prompt, or send it as one line on standard input")
        return password
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
