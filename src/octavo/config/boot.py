"""Starting what a command needs: the data directory, the database, Django, the migrations."""

import atexit
import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from octavo.config import settings
from octavo.core.errors import BadInput, Fatal
from octavo.core.memory import return_large_blocks
from octavo.core.uncollected import uncollected

COLLECTED_COUNT = 50_000
"""New objects after which cycles are looked for: at Python's own 700, a sixth of a poll's processor time went there."""

DJANGO_SETTINGS = "octavo.config.django_settings"


@contextmanager
def house(data: Path | None = None) -> Iterator[settings.Settings]:
    """Open Octavo's house: afterwards models can be used, their tables are up to date.

    Raises BadInput for a data directory that cannot be written, Fatal for a database that cannot be reached.
    """
    if data is not None:
        settings.override(data=str(data.absolute()))
    current = settings.current()
    prepare_directory(current.data)
    if current.database_url:
        _ask(current.database_url)
        _open()
        yield current
        return
    from octavo.config import embedded

    with embedded.server(current.data) as url:
        settings.override(database_url=url)
        try:
            _open()
            yield settings.current()
        finally:
            _close()
            settings.withdraw("database_url")


def prepare_directory(data: Path) -> None:
    """Make the data directory, or raise BadInput saying what stands in the way."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        probe = data / f".probe-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise BadInput(
            f"the data directory {data} cannot be written ({error.strerror}); name another with --data"
        ) from None


def database_answers() -> bool:
    """Tell whether the opened database can be reached now."""
    import psycopg

    try:
        psycopg.connect(settings.current().database_url, connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


def embedded_is_gone(current: settings.Settings) -> bool:
    """Tell whether the data directory holds an embedded database whose server has ended."""
    from octavo.config import embedded

    return (current.data / "postgres").exists() and not embedded.is_alive(current.data)


def is_alone(current: settings.Settings) -> bool:
    """Tell whether no other process can be at work in this house: what is half done was left by the dead."""
    from octavo.config import embedded

    return embedded.is_only_user(current.data)


def _ask(url: str) -> None:
    """Raise BadInput where an outside database's address is none, Fatal where it does not answer.

    Django's pool would try for long.
    """
    import psycopg

    try:
        psycopg.connect(url, connect_timeout=10).close()
    except psycopg.ProgrammingError:
        raise BadInput("OCTAVO_DATABASE_URL is not understood; it takes a postgresql:// address") from None
    except psycopg.OperationalError as error:
        raise Fatal(f"the database does not answer ({str(error).splitlines()[0]}); check OCTAVO_DATABASE_URL") from None


def _open() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", DJANGO_SETTINGS)
    set_up()
    _migrate()


def set_up() -> None:
    """Load Django and the models. They stay until the process ends, so the cycle collector need not walk them again.

    When it ends, all its memory goes, whatever refers to what.
    """
    import django

    return_large_blocks()
    with uncollected():
        django.setup()
        gc.freeze()
    gc.set_threshold(COLLECTED_COUNT)
    atexit.register(gc.freeze)


def _migrate() -> None:
    """Bring the tables up to date; processes that start together take turns."""
    from django.core.management import call_command
    from django.db import connection

    if not _lacks_migrations():
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(8051)")
        try:
            call_command("migrate", verbosity=0, interactive=False)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(8051)")


def _lacks_migrations() -> bool:
    """Tell whether a migration's file has not been applied, without loading them all, which takes 0.1 s."""
    from django.apps import apps

    from octavo.config.bulk import returned

    if returned("SELECT to_regclass('django_migrations')") == [(None,)]:
        return True
    folders = {config.label: Path(config.path) / "migrations" for config in apps.get_app_configs()}
    known = {(label, file.stem) for label, folder in folders.items() for file in folder.glob("[!_]*.py")}
    return not known <= set(returned("SELECT app, name FROM django_migrations"))


def _close() -> None:
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]
