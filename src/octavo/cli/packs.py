"""`octavo packs`: what Octavo can start with."""

from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from octavo.cli.options import DataOption, JsonOption
from octavo.cli.output import COULD_NOT, clear_errors, counted, print_json, say
from octavo.config import boot
from octavo.core.clock import utc_now

if TYPE_CHECKING:
    from octavo.pipeline.checking import Checked
    from octavo.sources.packs import Pack


class _WordsGroup(TyperGroup):
    """Takes what is no command as a word to look for, so that `octavo packs korea` does the likely thing."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        return super().resolve_command(ctx, args if args[0] in self.commands else ["show", *args])


packs_app = typer.Typer(
    cls=_WordsGroup,
    help="Starter packs: publishers by place, topic and language.",
    invoke_without_command=True,
    epilog="octavo packs WORD shows one pack, or lists those that the word tells of.",
)


def register(app: typer.Typer) -> None:
    app.add_typer(packs_app, name="packs")


@packs_app.callback()
def packs(context: typer.Context, as_json: JsonOption = False) -> None:
    """List the starter packs, show or add one."""
    if context.invoked_subcommand:
        return
    from octavo.sources.packs import load_all

    _list(load_all(), as_json=as_json)
    if not as_json:
        say("octavo packs NAME shows a pack, octavo packs add NAME subscribes to it.")


@packs_app.command("show")
def show(
    words: Annotated[
        list[str],
        typer.Argument(
            help="A pack's name like korea, a part of one, a language's code, a publisher.", metavar="WORD..."
        ),
    ],
    as_json: JsonOption = False,
) -> None:
    """Show a pack with its publishers, or list those that the word tells of."""
    from octavo.sources import packs

    word = " ".join(words)
    with clear_errors():
        if word.partition("/")[0] in packs.names():
            _show([packs.pick(word)], as_json=as_json)
        elif found := packs.find(word):
            _list(found, as_json=as_json)
        else:
            _show(packs.find_publishers(word) or [packs.pick(word)], as_json=as_json)


@packs_app.command("add")
def add(
    names: Annotated[
        list[str],
        typer.Argument(help="Packs, or parts of them: korea, korea/hani, korea/hani/politics.", metavar="NAME..."),
    ],
    data: DataOption = None,
    main: Annotated[bool, typer.Option("--main", help="Only the main feed of each publisher.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Subscribe to the feeds of starter packs."""
    from octavo.sources.packs import pick

    with clear_errors():
        chosen = {name: pick(name) for name in names}
        with boot.house(data):
            from octavo.pipeline.start import add_pack

            for name, pack in chosen.items():
                count = add_pack(pack.main() if main else pack)
                if as_json:
                    print_json({"name": name, "added": count})
                else:
                    say(f"{name}: {counted(count, 'feed')} added")


@packs_app.command("check")
def check(
    names: Annotated[list[str], typer.Argument(help="Packs, or parts of them.", metavar="NAME...")],
    as_json: JsonOption = False,
) -> None:
    """Ask the feeds of starter packs whether they answer, and how new their news is. Nothing is subscribed."""
    from octavo.pipeline.checking import check as check_pack
    from octavo.sources.packs import pick

    with clear_errors():
        chosen = [pick(name) for name in names]
        count, silent_count = 0, 0
        for found in (found for pack in chosen for found in check_pack(pack, utc_now())):
            count, silent_count = count + 1, silent_count + bool(found.problem)
            if as_json:
                print_json(found)
            else:
                typer.echo(f"{found.reference}: {found.problem or _news(found)}")
        say(f"{count - silent_count} of {counted(count, 'feed')} answer")
    if silent_count:
        raise typer.Exit(COULD_NOT)


def _news(found: "Checked") -> str:
    newest = f"{found.newest:%Y-%m-%d}" if found.newest else "undated"
    return f"{found.entries_count} entries, newest {newest}"


def _list(found: "list[Pack]", *, as_json: bool) -> None:
    from octavo.sources.sections import GROUPS

    if as_json:
        for pack in found:
            print_json(_as_json(pack))
        return
    for group, packs in groupby(found, lambda pack: pack.group):
        typer.secho(GROUPS[group], bold=True)
        for pack in packs:
            typer.echo(f"  {pack.name:<23}{pack.feeds_count:>4} feeds   {_titled(pack)} ({_languages(pack)})")


def _show(found: "list[Pack]", *, as_json: bool) -> None:
    for pack in found:
        if as_json:
            print_json({**_as_json(pack), "provenance": pack.provenance, "publishers": pack.publishers})
            continue
        typer.secho(f"{_titled(pack)}: {counted(pack.feeds_count, 'feed')} ({_languages(pack)})", bold=True)
        for publisher in pack.publishers:
            name = f"{publisher.name} ({publisher.english})" if publisher.english else publisher.name
            typer.echo(f"  {pack.name}/{publisher.slug}  {name}  {publisher.home}\n      {', '.join(publisher.feeds)}")


def _titled(pack: "Pack") -> str:
    return f"{pack.title} · {pack.english}" if pack.english else pack.title


def _languages(pack: "Pack") -> str:
    return ", ".join(pack.languages)


def _as_json(pack: "Pack") -> dict[str, Any]:
    return {
        "name": pack.name,
        "title": pack.title,
        "english": pack.english,
        "group": pack.group,
        "country": pack.country,
        "languages": pack.languages,
        "publishers_count": len(pack.publishers),
        "feeds": pack.feeds_count,
    }
