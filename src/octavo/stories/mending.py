"""Mending: the newest days folded again in the one canonical order, and what differs written, with its reason.

Bounded by days and by articles. The days before them are put back as they were decided, so that a story, a copy or a
thread that began there goes on.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.db.models.fields.json import KT

from octavo.config.vectors import embedder
from octavo.core.types import APART, Folded, Signal
from octavo.extract.models import Article
from octavo.stories import Folder
from octavo.stories.changes import Change, ChangeKind, Place, changes
from octavo.stories.counting import recount
from octavo.stories.keeping import keep_copies, keep_memberships
from octavo.stories.matching import continued
from octavo.stories.models import Membership, Mending, MovedStory, MovedThread, Story, Thread
from octavo.stories.refold import refold
from octavo.stories.vectors import ensure_vectors
from octavo.stories.window import FOLDED, SPAN, articles_between, fold_input, past, put_back, take_turn, thread_name

MENDED_COUNT = 40_000
"""Newest articles that are folded again, and as many before them that are put back: three minutes of a core."""

Began = tuple[bool, bool]
"""Whether an article is said to have started its story, and whether something links that to an earlier one."""
READERS_APPS = frozenset({"accounts", "community"})
"""They stand above this stage, which knows them by their relations to stories alone."""


@dataclass
class _Days:
    """The articles that mending sees, the earliest first."""

    before: list[Article]
    """Put back as they were decided; with story, copy and its original at hand."""
    newest: list[Article]

    def __post_init__(self) -> None:
        self.rows = {row.url: row for row in (*self.before, *self.newest)}


def mend() -> list[int]:
    """Fold the newest days again in canonical order; write what differs and return the stories touched.

    Stories and threads keep their ids where most of their articles stay; an address that ends leads to where its
    articles went. To be called in a transaction; one process folds at a time.
    """
    newest = Article.objects.aggregate(newest=Max("moment"))["newest"]
    if newest is None:
        return []
    take_turn()
    days = _days(newest)
    before, outcome = _folded_again(days)
    articles = {url: row.pk for url, row in days.rows.items()}
    former, began = _former(articles.values())
    placed = [*before, *outcome]
    stories = _stories_of(placed, former, days.rows)
    moved = {one: stories[one.story] for one in placed if former.get(articles[one.id]) != stories[one.story]}
    touched = {former[articles[one.id]] for one in moved if articles[one.id] in former} | set(moved.values())
    touched |= keep_copies(outcome, articles)
    retold = {one: stories[one.story] for one in outcome if _began(one) != began.get(articles[one.id])}
    keep_memberships({**moved, **retold}, articles)
    touched |= _keep_threads(placed, stories)
    places = [Place(articles[one.id], former.get(articles[one.id]), stories[one.story], one.why) for one in placed]
    return _settled(touched, changes(places))


def _former(articles: Iterable[int]) -> tuple[dict[int, int], dict[int, Began]]:
    """Return the stories that the articles were in, and what was said of how these began."""
    first, linked = KT("why__0__name"), KT("develops__0__name")
    kept = list(Membership.objects.filter(article__in=articles).values_list("article_id", "story_id", first, linked))
    return (
        {article: story for article, story, *_ in kept},
        {article: (name in (None, APART), link is not None) for article, _, name, link in kept},
    )


def _began(one: Folded) -> Began:
    return not one.why or one.why[0].name == APART, bool(one.develops)


def _days(newest: datetime) -> _Days:
    rows = articles_between(newest - SPAN, newest + timedelta(days=1)).reverse()[:MENDED_COUNT]
    again = list(rows)[::-1]
    begins = again[0].moment
    before = articles_between(begins - SPAN, begins).exclude(pk__in=[row.pk for row in again if row.moment == begins])
    kept = list(before.filter(membership__isnull=False).select_related(*FOLDED).reverse()[:MENDED_COUNT])[::-1]
    return _Days([*past(kept[0].moment if kept else begins), *kept], again)


def _folded_again(days: _Days) -> tuple[list[Folded], list[Folded]]:
    """Return the days before as they were decided, and the newest as they are decided now."""
    ensure_vectors(list(days.rows.values()))
    folder = Folder(embedder())
    before = [put_back(folder, row) for row in days.before]
    return before, refold(map(fold_input, days.newest), folder)


def _stories_of(placed: Sequence[Folded], former: Mapping[int, int], rows: Mapping[str, Article]) -> dict[str, int]:
    """Return the stored story of each folded one, made where it is new."""
    groups = _grouped((one.story, rows[one.id].pk) for one in placed)
    stories = continued(groups, former)
    for one in placed:
        if one.story not in stories:
            began = rows[one.id].moment
            story = Story.objects.create(thread=Thread.objects.create(), began=began, latest=began)
            stories[one.story] = story.pk
    return stories


def _keep_threads(placed: Sequence[Folded], stories: Mapping[str, int]) -> set[int]:
    """Write which thread each story is in; return the stories that moved.

    A thread of which a story was put back goes on as itself: most of it may be of weeks ago and not at hand.
    """
    groups = _grouped((one.thread, stories[one.story]) for one in placed)
    former = dict(Story.objects.filter(id__in=stories.values()).values_list("id", "thread_id"))
    stored = {thread_name(thread): thread for thread in former.values()}
    threads = {name: stored[name] for name in groups if name in stored}
    loose = {story: thread for story, thread in former.items() if thread not in threads.values()}
    threads |= continued({name: members for name, members in groups.items() if name not in stored}, loose)
    moved: set[int] = set()
    for thread, members in groups.items():
        wanted = threads[thread] if thread in threads else Thread.objects.create().pk
        moving = [story for story in members if former[story] != wanted]
        Story.objects.filter(id__in=moving).update(thread_id=wanted)
        moved.update(moving)
    emptied = Thread.objects.filter(stories__isnull=True)
    led = {former[story]: story for story in sorted(moved)}
    MovedThread.objects.bulk_create(
        [MovedThread(old_id=one.pk, story_id=led[one.pk]) for one in emptied if one.pk in led], ignore_conflicts=True
    )
    emptied.delete()
    return moved


def _grouped(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for group, member in dict.fromkeys(pairs):
        groups[group].append(member)
    return groups


def _settled(touched: set[int], found: Sequence[Change]) -> list[int]:
    """Count the touched stories, write what happened to them and why; return those that still have articles."""
    headlines = dict(Story.objects.filter(id__in=touched).values_list("id", "headline"))
    living = recount(touched)
    found = [_with_older_articles(change, living) for change in found]
    for old in touched - living:
        _end(old, [change for change in found if change.other == old])
    Mending.objects.bulk_create(
        Mending(
            kind=change.kind,
            story_id=change.story,
            other_id=change.other,
            other_headline=headlines.get(change.other, ""),
            article_id=change.article,
            why=[*map(asdict, change.why)],
            articles_count=change.articles_count,
        )
        for change in found
    )
    return sorted(living)


def _with_older_articles(change: Change, living: AbstractSet[int]) -> Change:
    """Return `change` as it is where the other story has articles from before the days that mending sees."""
    if change.kind is ChangeKind.MERGED and change.other in living:
        return replace(change, kind=ChangeKind.MOVED)
    return change


def _end(old: int, found: Sequence[Change]) -> None:
    """Delete an emptied story; its address, and what is known of it, leads to where most of its articles went.

    Whoever writes on it holds its row meanwhile, so nothing is written between the handing over and the end.
    """
    threads = [story.thread_id for story in Story.objects.select_for_update().filter(id=old)]
    went = Counter({change.story: change.articles_count for change in found})
    if went:
        heir = went.most_common(1)[0][0]
        why = next(change.why for change in found if change.story == heir)
        MovedStory.objects.filter(story=old).update(story_id=heir)
        Mending.objects.filter(story=old).update(story_id=heir)
        MovedThread.objects.filter(story=old).update(story_id=heir)
        MovedThread.objects.bulk_create(
            [MovedThread(old_id=one, story_id=heir) for one in threads if not _lives(one, without=old)],
            ignore_conflicts=True,
        )
        MovedStory.objects.create(old_id=old, story_id=heir, reason=_reason(why))
        _hand_over(old, heir)
    Story.objects.filter(id=old).delete()


def _lives(thread: int, without: int) -> bool:
    return Story.objects.filter(thread=thread).exclude(id=without).exists()


def _hand_over(old: int, heir: int) -> None:
    """Let what readers did to the old story be the heir's; what the heir has already (a vote) goes."""
    for relation in Story._meta.related_objects:
        if relation.related_model._meta.app_label in READERS_APPS:
            rows, own = relation.related_model._default_manager, relation.field.name
            for identity in rows.filter(**{own: old}).values_list("pk", flat=True):
                with suppress(IntegrityError), transaction.atomic():
                    rows.filter(pk=identity).update(**{own: heir})


def _reason(why: Sequence[Signal]) -> str:
    told = ", ".join(f"{signal.name} {signal.value:+.2f}" for signal in why)
    return f"{ChangeKind.MERGED}: {told}"[:200]
