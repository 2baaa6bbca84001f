"""`octavo up`: everything in one process group."""

import fcntl
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from octavo.cli.group import Child, Group
from octavo.cli.options import DataOption
from octavo.cli.output import clear_errors, say
from octavo.cli.user import link
from octavo.config import boot, settings
from octavo.core.clock import utc_now
from octavo.core.errors import BadInput, Fatal

TICK_SECONDS = 0.5
WEB_START_SECONDS = 60.0
DATABASE_PATIENCE_SECONDS = 20.0
LOST = "the database went away; what was stored is safe. Start again with: octavo up"


def register(app: typer.Typer) -> None:
    app.command("up")(up)


def up(
    data: DataOption = None,
    host: Annotated[str, typer.Option(help="The address to serve at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to serve at.", min=1, max=65535)] = 8080,
    demo: Annotated[bool, typer.Option("--demo", help="Serve the invented demo newspaper; needs no network.")] = False,
) -> None:
    """Run everything: database, workers, web. Ctrl-C stops it cleanly."""
    with clear_errors(), ExitStack() as stack:
        usual = settings.current().data
        directory = data or (usual / "demo" if demo else usual)
        boot.prepare_directory(directory)
        stack.enter_context(_only_one(directory, f"http://{host}:{port}/"))
        _require_free(host, port, "--port")
        if listen := settings.current().mail_listen:
            _require_free(*listen, "OCTAVO_MAIL_LISTEN")
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.default_int_handler)
        try:
            _run(stack, directory, (host, port), demo=demo)
        except KeyboardInterrupt:
            say("Stopping.")


def _run(stack: ExitStack, directory: Path, address: tuple[str, int], *, demo: bool) -> None:
    current = stack.enter_context(boot.house(directory))
    from octavo.accounts import sending
    from octavo.accounts.people import first_administrator
    from octavo.pipeline import flow, queue, start
    from octavo.pipeline.vectors import take_embedder

    sending.vapid_key()
    take_embedder()
    queue.rescue(0.0 if boot.is_alone(current) else queue.STALLED_SECONDS)
    if pack := start.first_sources(current.data, demo=demo):
        say(f"First, {pack.feeds_count} feeds of the starter pack {pack.name} are read; octavo packs lists more.")
    flow.poll_due_feeds()
    group = stack.enter_context(Group(_children(current, *address)))
    _await_web(group, *address)
    shown = "localhost" if address[0] in ("127.0.0.1", "0.0.0.0") else address[0]  # noqa: S104
    here = f"http://{shown}:{address[1]}/"
    say(f"Octavo is at {here} - Ctrl-C stops it.")
    with _telling_of_a_lost_database():
        if token := first_administrator(utc_now()):
            say(f"Come in as its administrator by this link, which works once, for a day: {link(current, token, here)}")
        _watch(group, current)


def _children(current: settings.Settings, host: str, port: int) -> list[Child]:
    log = current.data / "octavo.log"
    readers = [Child("octavo.pipeline.worker", ("feeds", "pages"), log) for _ in range(current.readers_count)]
    aside = [Child("octavo.pipeline.worker", ("aside",), log)] if current.ai else []
    letters = [Child("octavo.pipeline.mail_listener", (), log)] if current.mail_listen else []
    return [
        Child("octavo.web.server", (host, str(port)), log),
        Child("octavo.pipeline.worker", ("fold", "enrich"), log),
        *readers,
        *aside,
        *letters,
    ]


def _watch(group: Group, current: settings.Settings) -> None:
    """Tend the group until a signal ends it; raises Fatal where the database stays away."""
    from octavo.cli.progress import Progress

    with Progress() as progress:
        answered = time.monotonic()
        while True:
            time.sleep(TICK_SECONDS)
            if boot.database_answers():
                answered = time.monotonic()
                group.tend()
                progress.show()
            elif time.monotonic() - answered > DATABASE_PATIENCE_SECONDS or boot.embedded_is_gone(current):
                raise Fatal(LOST)


@contextmanager
def _telling_of_a_lost_database() -> Iterator[None]:
    """Raise Fatal where the database goes away in the middle of a question."""
    from django.db import InterfaceError, OperationalError

    try:
        yield
    except (InterfaceError, OperationalError):
        raise Fatal(LOST) from None


@contextmanager
def _only_one(directory: Path, url: str) -> Iterator[None]:
    """Hold the data directory, or raise Fatal where another `octavo up` does."""
    with (directory / "up.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            where = lock.read().strip() or "another address"
            raise Fatal(f"Octavo already runs on this data, at {where}; stop it first or name other data") from None
        lock.truncate(0)
        lock.write(url)
        lock.flush()
        yield


def _require_free(host: str, port: int, setting: str) -> None:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror:
        setting = setting.replace("--port", "--host")
        raise BadInput(f"{host} is no address of this machine; name one with {setting}") from None
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            raise Fatal(f"port {port} cannot be used ({error.strerror}); choose another with {setting}") from None


def _await_web(group: Group, host: str, port: int) -> None:
    give_up = time.monotonic() + WEB_START_SECONDS
    while True:
        group.tend()
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            if time.monotonic() > give_up:
                raise Fatal("the web server did not start; octavo.log in the data directory says why") from None
            time.sleep(0.1)
        else:
            return
