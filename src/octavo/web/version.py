"""When a page is another than it was: its entity tag."""

from django.db import connection
from xxhash import xxh3_64_hexdigest

from octavo import __version__
from octavo.community.versions import discussion_version
from octavo.config import settings
from octavo.core.clock import utc_now

TICK_SECONDS = 60
"""Relative times are made anew this often; it also bounds how long a change that no count below shows goes unseen."""

_STATE = """
SELECT (SELECT max(version) FROM stories_foldingstate),
       (SELECT max(made) FROM enrich_enrichment), (SELECT count(*) FROM enrich_enrichment),
       (SELECT max(made) FROM enrich_writtensummary),
       (SELECT count(polled) FROM sources_feed), (SELECT count(*) FROM sources_feed),
       (SELECT max(changed) FROM editions_ownedition WHERE owner_id IS NULL),
       (SELECT count(*) FROM editions_ownedition WHERE owner_id IS NULL)
"""
"""What pages are made of, asked in one go: every page asks for it."""


def page_version(path: str) -> str:
    """Return the entity tag of the page at `path` in the state that the database is in."""
    state = (
        __version__,
        int(utc_now().timestamp()) // TICK_SECONDS,
        _state(),
        settings.current().comments,
        settings.current().ai,
        discussion_version(path),
    )
    return f'"{xxh3_64_hexdigest(f"{path} {state}".encode())}"'


def _state() -> tuple[object, ...]:
    with connection.cursor() as cursor:
        cursor.execute(_STATE)
        return tuple(cursor.fetchone())
