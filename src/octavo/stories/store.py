"""Folding in the database: what `Folder` decides is written as copies, memberships, stories and threads."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from django.db.models import Max

from octavo.core.types import Folded
from octavo.dedupe.models import Copy
from octavo.extract.models import Article
from octavo.stories import refold, sentence_for_vector
from octavo.stories.counting import recount
from octavo.stories.matching import continued
from octavo.stories.models import Membership, Story, Thread
from octavo.stories.relating import relate
from octavo.stories.vectors import embedder, fill_vectors
from octavo.stories.window import SPAN, Window, articles_between, fold_input, take_turn, window

__all__ = ["fold", "mend", "reasons", "relate"]


def fold(article_ids: Sequence[int]) -> list[int]:
    """Fold these articles into the window, in canonical order, and keep the outcome; return the stories touched.

    An article that has a story already was edited: its story is touched, and `mend` sees its new text. To be called in
    a transaction; one process folds at a time.
    """
    with window(article_ids) as current:
        return _folded_into(current, article_ids)


def _folded_into(current: Window, article_ids: Sequence[int]) -> list[int]:
    rows = list(Article.objects.filter(id__in=article_ids).select_related("publisher").order_by("moment", "url"))
    edited = dict(Membership.objects.filter(article__in=rows).values_list("article_id", "story_id"))
    fresh = [row for row in rows if row.pk not in edited]
    _ensure_vectors(fresh)
    outcome = [_joined(current, row) for row in fresh]
    touched = _keep_copies(outcome, current.articles)
    _keep_memberships({folded: current.stories[folded.story] for folded in outcome}, current.articles)
    touched |= {current.stories[folded.story] for folded in outcome} | set(edited.values())
    return sorted(recount(touched))


def reasons(story_id: int) -> dict[int, list[dict[str, Any]]]:
    """Return the signals that joined each article of a story: {"name", "value", "detail"}."""
    return dict(Membership.objects.filter(story=story_id).values_list("article_id", "why"))


def _joined(current: Window, row: Article) -> Folded:
    """Fold one article; make the story and the thread that it starts."""
    folded = current.folder.fold(fold_input(row))
    current.articles[folded.id] = row.pk
    if folded.thread not in current.threads:
        current.threads[folded.thread] = Thread.objects.create().pk
    if folded.story not in current.stories:
        thread = current.threads[folded.thread]
        story = Story.objects.create(thread_id=thread, began=row.moment, latest=row.moment)
        current.stories[folded.story] = story.pk
    return folded


def mend() -> list[int]:
    """Fold the newest window again in canonical order; write what differs and return the stories touched.

    Stories and threads keep their ids where most of their articles stay; an address that ends leads to where its
    articles went. To be called in a transaction; one process folds at a time.
    """
    newest = Article.objects.aggregate(newest=Max("moment"))["newest"]
    if newest is None:
        return []
    take_turn()
    rows = list(articles_between(newest - SPAN, newest + timedelta(days=1)))
    _ensure_vectors(rows)
    outcome = refold(map(fold_input, rows), embedder())
    articles = {row.url: row.pk for row in rows}
    before = dict(Membership.objects.filter(article__in=rows).values_list("article_id", "story_id"))
    stories = _stories_of(outcome, before, {row.url: row for row in rows})
    changed = {
        folded: stories[folded.story] for folded in outcome if before.get(articles[folded.id]) != stories[folded.story]
    }
    touched = {before[articles[folded.id]] for folded in changed if articles[folded.id] in before}
    touched |= set(changed.values()) | _keep_copies(outcome, articles)
    _keep_memberships(changed, articles)
    touched |= _keep_threads(outcome, stories)
    return sorted(recount(touched, before))


def _stories_of(outcome: Sequence[Folded], before: Mapping[int, int], rows: Mapping[str, Article]) -> dict[str, int]:
    """Return the stored story of each folded one, made where it is new."""
    groups = _grouped((folded.story, rows[folded.id].pk) for folded in outcome)
    stories = continued(groups, before)
    for folded in outcome:
        if folded.story not in stories:
            began = rows[folded.id].moment
            story = Story.objects.create(thread=Thread.objects.create(), began=began, latest=began)
            stories[folded.story] = story.pk
    return stories


def _keep_threads(outcome: Sequence[Folded], stories: Mapping[str, int]) -> set[int]:
    """Write which thread each story is in; return the stories that moved."""
    groups = _grouped((folded.thread, stories[folded.story]) for folded in outcome)
    before = dict(Story.objects.filter(id__in=stories.values()).values_list("id", "thread_id"))
    threads = continued(groups, before)
    moved: set[int] = set()
    for thread, members in groups.items():
        wanted = threads[thread] if thread in threads else Thread.objects.create().pk
        moving = [story for story in members if before[story] != wanted]
        Story.objects.filter(id__in=moving).update(thread_id=wanted)
        moved.update(moving)
    Thread.objects.filter(stories__isnull=True).delete()
    return moved


def _grouped(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for group, member in dict.fromkeys(pairs):
        groups[group].append(member)
    return groups


def _keep_memberships(stories: Mapping[Folded, int], articles: Mapping[str, int]) -> None:
    rows = [
        Membership(article_id=articles[folded.id], story_id=story, why=[*map(asdict, folded.why)])
        for folded, story in stories.items()
    ]
    Membership.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["article"], update_fields=["story", "why"]
    )


def _keep_copies(outcome: Sequence[Folded], articles: Mapping[str, int]) -> set[int]:
    """Write which articles are copies; return the stories of those whose copy relation changed.

    An article that comes late may be the original of one that was there before.
    """
    found = {articles[folded.copy.article]: folded.copy for folded in outcome if folded.copy}
    decided = {articles[folded.id] for folded in outcome} | set(found)
    kept = {row.article_id: row for row in Copy.objects.filter(article_id__in=decided)}
    gone = kept.keys() - found.keys()
    fresh = [
        Copy(article_id=article, original_id=articles[copy.original], kind=copy.kind, likeness=copy.likeness)
        for article, copy in found.items()
        if not _is_same(kept.get(article), articles[copy.original], copy.kind)
    ]
    Copy.objects.filter(article_id__in=gone).delete()
    Copy.objects.bulk_create(
        fresh,
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["original", "kind", "likeness"],
    )
    changed = [*gone, *(copy.article_id for copy in fresh)]
    return set(Membership.objects.filter(article_id__in=changed).values_list("story_id", flat=True))


def _is_same(kept: Copy | None, original_id: int, kind: str) -> bool:
    return kept is not None and (kept.original_id, kept.kind) == (original_id, kind)


def _ensure_vectors(rows: Sequence[Article]) -> None:
    fill_vectors(rows, [sentence_for_vector(fold_input(row)) for row in rows])
