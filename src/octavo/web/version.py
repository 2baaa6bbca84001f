"""When a page is another than it was: its entity tag."""

from django.db.models import Count, Max
from xxhash import xxh3_64_hexdigest

from octavo import __version__
from octavo.community.versions import discussion_version
from octavo.config import settings
from octavo.core.clock import utc_now
from octavo.editions.models import OwnEdition
from octavo.enrich.models import Enrichment, WrittenSummary
from octavo.sources.models import Feed
from octavo.stories.models import FoldingState

TICK_SECONDS = 60
"""Relative times are made anew this often; it also bounds how long a change that no count below shows goes unseen."""


def page_version(path: str) -> str:
    """Return the entity tag of the page at `path` in the state that the database is in."""
    state = (
        __version__,
        int(utc_now().timestamp()) // TICK_SECONDS,
        FoldingState.objects.values_list("version", flat=True).first(),
        Enrichment.objects.aggregate(Max("made"), Count("id")),
        WrittenSummary.objects.aggregate(Max("made")),
        Feed.objects.aggregate(Count("polled"), Count("id")),
        OwnEdition.objects.filter(owner=None).aggregate(Max("changed"), Count("id")),
        settings.current().comments,
        discussion_version(path),
    )
    return f'"{xxh3_64_hexdigest(f"{path} {state}".encode())}"'
