"""The folding window of this process: the articles of some days, as the database has them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Max, Min, QuerySet

from octavo.config.vectors import embedder
from octavo.core.clock import shifted, utc_now
from octavo.core.types import Copy, CopyKind, Folded, FoldInput, Signal, Verdict
from octavo.extract.models import Article
from octavo.stories import Folder
from octavo.stories.constants import PAST_READ, THREAD_SECONDS, WINDOW_SECONDS
from octavo.stories.models import FoldingState, Story

SPAN = timedelta(seconds=WINDOW_SECONDS)
REACH = timedelta(seconds=THREAD_SECONDS)
FOLDED = ("publisher", "membership__story", "copy__original")
"""What is read beside an article that was folded before."""


@dataclass
class Window:
    """A folder that knows what the database knows, between two moments."""

    begins: datetime
    ends: datetime
    version: int
    folder: Folder
    stories: dict[str, int] = field(default_factory=dict)
    """Stored stories by the folder's ids."""
    threads: dict[str, int] = field(default_factory=dict)
    articles: dict[str, int] = field(default_factory=dict)
    """Stored articles by the folder's ids, which are their URLs: the same in every house and on every run."""


_open: Window | None = None


@contextmanager
def window(article_ids: Sequence[int]) -> Iterator[Window]:
    """Take a turn at folding and yield the window around these articles.

    A window whose block fails is forgotten, since it may know too much; so is one whose transaction fails after the
    block, since its version is then not the database's.
    """
    global _open
    current, _open = _open, None
    turn = take_turn()
    moments = Article.objects.filter(id__in=article_ids).aggregate(first=Min("moment"), last=Max("moment"))
    first, last = moments["first"] or utc_now(), moments["last"] or utc_now()
    if current is None or current.version != turn - 1 or not _holds(current, first, last):
        current = _rebuilt(first, last)
    current.version = turn
    yield current
    _open = current


def take_turn() -> int:
    """Wait until no other process folds, count this turn and return its number; the transaction's end ends the turn."""
    FoldingState.objects.get_or_create(id=1)
    state = FoldingState.objects.select_for_update().get(id=1)
    state.version += 1
    state.save()
    return state.version


def _holds(current: Window, first: datetime, last: datetime) -> bool:
    return current.begins <= shifted(first, -SPAN / 2) and last <= current.ends


def _rebuilt(first: datetime, last: datetime) -> Window:
    begins, ends = shifted(first, -SPAN), shifted(last, SPAN)
    fresh = Window(begins, ends, 0, Folder(embedder()))
    rows = articles_between(begins, ends).filter(membership__isnull=False)
    for row in (*past(begins), *rows.select_related(*FOLDED)):
        known = put_back(fresh.folder, row)
        fresh.stories[known.story] = row.membership.story_id
        fresh.threads[known.thread] = row.membership.story.thread_id
        fresh.articles[row.url] = row.pk
    return fresh


def put_back(folder: Folder, row: Article) -> Folded:
    """Let a folder remember an article, read with FOLDED, as it was decided; return that."""
    membership, copy = row.membership, kept_copy(row)
    story, thread = story_name(membership.story_id), thread_name(membership.story.thread_id)
    why, develops = (tuple(Signal(**one) for one in kept) for kept in (membership.why, membership.develops))
    folder.remember(fold_input(row), story, thread, copy, why)
    return Folded(row.url, story, thread, row.language, copy, why, develops)


def story_name(story_id: int) -> str:
    """Return what a folder calls a story that is stored."""
    return f"s{story_id}"


def thread_name(thread_id: int) -> str:
    """Return what a folder calls a thread that is stored."""
    return f"t{thread_id}"


def past(begins: datetime) -> list[Article]:
    """Return the first reports of the stories of the weeks before, from which later ones may develop, in order."""
    stories = Story.objects.filter(latest__lt=begins, latest__gte=shifted(begins, -REACH), articles_count__gt=1)
    newest = list(stories.order_by("-latest", "-id").values_list("id", flat=True)[:PAST_READ])
    rows = Article.objects.filter(membership__story__in=newest, copy__isnull=True).select_related(*FOLDED)
    first = rows.order_by("membership__story", "moment", "url").distinct("membership__story")
    return sorted(first, key=lambda row: (row.moment, row.url))


def articles_between(begins: datetime, ends: datetime) -> QuerySet[Article]:
    """Return the articles of the span in the canonical order, with their publishers; not stubs that await a page."""
    rows = Article.objects.filter(moment__gte=begins, moment__lte=ends)
    rows = rows.exclude(verdict=Verdict.STUB.value, membership=None)
    return rows.select_related("publisher").order_by("moment", "url")


def kept_copy(row: Article) -> Copy | None:
    """Return whose copy `row` is, with its copy and that one's original at hand."""
    copy = getattr(row, "copy", None)
    return copy and Copy(row.url, copy.original.url, CopyKind(copy.kind), copy.likeness)


def fold_input(row: Article) -> FoldInput:
    """Return what folding sees of `row`, which has its publisher at hand."""
    return FoldInput(
        id=row.url,
        title=row.title,
        text=row.text,
        url=row.url,
        publisher=row.publisher.name,
        agency=row.agency,
        published=row.moment,
        language=row.language,
        vector=bytes(row.vector or b""),
    )
