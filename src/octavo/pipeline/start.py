"""What a house reads first: a starter pack, and the demo until real news arrives."""

import locale
from pathlib import Path

from django.db import transaction

from octavo import demo as demo_web
from octavo.core.clock import utc_now
from octavo.core.errors import BadInput
from octavo.extract.models import Article
from octavo.pipeline.learning import learn_later
from octavo.sources import packs
from octavo.sources.models import Feed, Publisher
from octavo.sources.packs import Pack
from octavo.sources.store import keep_publisher, one_at_a_time, subscribe
from octavo.stories.models import Story

DEFAULT_PACK = "world"

FIRST_PUBLISHERS_COUNT = 60
"""Read within the first minutes on two cores; the fullest country's pack has 52 publishers."""

ICONS_SECONDS = 300
"""After this the sites of a pack's publishers are asked for their icons, so that the news comes first."""


@transaction.atomic
def first_sources(data: Path, *, demo: bool) -> Pack | None:
    """Give an empty house something to read: a starter pack, which is returned, and the demo; with `demo`, that alone.

    Raises BadInput for a demo in a house of real publishers, whose newspaper it would mix with invented news.
    """
    has_real = Publisher.objects.filter(is_demo=False).exists()
    if demo and has_real:
        raise BadInput(f"{data} holds a real newspaper; name another directory for the demo with --data")
    if not Feed.objects.exists():
        _add_demo(data)
    if demo or has_real:
        return None
    add_pack(pack := _pack_here())
    return pack


def _pack_here() -> Pack:
    """Return what to read first: main feeds of the pack for this machine's country or language, or of the world's."""
    language, _, country = locale.setlocale(locale.LC_CTYPE).partition(".")[0].partition("_")
    return packs.load(packs.at_home(language, country) or DEFAULT_PACK).sample(FIRST_PUBLISHERS_COUNT)


@transaction.atomic
def add_pack(pack: Pack) -> int:
    """Subscribe to all feeds of the pack; return how many are new."""
    one_at_a_time()
    now, count, rows = utc_now(), 0, []
    for publisher in pack.publishers:
        row = keep_publisher(
            publisher.name,
            publisher.home,
            slug=publisher.slug,
            is_edition=True,
            country=publisher.country,
            languages=list(publisher.languages),
        )
        rows.append(row)
        for section, url in publisher.feeds.items():
            count += subscribe(url, row, now, f"{publisher.name} · {section}")[1]
    learn_later([row.pk for row in rows if row.learned is None], in_seconds=ICONS_SECONDS)
    return count


def _add_demo(data: Path) -> None:
    now = utc_now()
    for publisher in demo_web.web_at(demo_web.begin(data, now)).publishers:
        row = keep_publisher(
            publisher.name,
            publisher.home_url,
            country=publisher.country,
            languages=list(publisher.languages),
            is_demo=True,
        )
        for feed in publisher.feed_urls:
            subscribe(feed, row, now)


def retire_demo() -> bool:
    """Take the demo away once real stories are there; return whether it went."""
    from octavo.pipeline import demo_talk

    invented = Publisher.objects.filter(is_demo=True)
    if not invented.exists() or not Article.objects.filter(publisher__is_demo=False, membership__isnull=False).exists():
        return False
    invented.delete()
    Story.objects.filter(memberships__isnull=True).delete()
    demo_talk.leave()
    return True
