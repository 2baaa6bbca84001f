"""Folding in the database: what `Folder` decides is written as copies, memberships, stories and threads."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from octavo.core.types import Folded
from octavo.extract.models import Article
from octavo.stories.counting import recount
from octavo.stories.keeping import ensure_vectors, keep_copies, keep_memberships
from octavo.stories.mending import mend
from octavo.stories.models import Membership, MovedStory, Story, Thread
from octavo.stories.relating import relate
from octavo.stories.settling import APART
from octavo.stories.window import Window, fold_input, story_name, window

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
    ensure_vectors(fresh)
    outcome = [_joined(current, row) for row in fresh]
    touched = keep_copies(outcome, current.articles)
    keep_memberships({folded: current.stories[folded.story] for folded in outcome}, current.articles)
    touched |= {current.stories[folded.story] for folded in outcome} | set(edited.values())
    return sorted(recount(touched))


def reasons(story_id: int) -> dict[int, list[dict[str, Any]]]:
    """Return the signals that joined each article of a story: {"name", "value", "detail"}.

    Where one started it, the detail says from which story it was kept apart: the number that this has now.
    """
    kept = dict(Membership.objects.filter(story=story_id).values_list("article_id", "why"))
    numbers = _numbers({one["detail"] for why in kept.values() for one in why if one["name"] == APART}, story_id)
    return {
        article: [{**one, "detail": numbers.get(one["detail"], "")} if one["name"] == APART else one for one in why]
        for article, why in kept.items()
    }


def _numbers(names: AbstractSet[str], own: int) -> dict[str, str]:
    """Return the numbers of other stories that a folder called so: by their first articles, or as they were stored."""
    first = Membership.objects.filter(article__url__in=names).values_list("article__url", "story_id")
    stored = [int(name[1:]) for name in names if name[1:].isdigit()]
    there = Story.objects.filter(id__in=stored).values_list("id", "id")
    moved = MovedStory.objects.filter(old_id__in=stored).values_list("old_id", "story_id")
    found = {**dict(first), **{story_name(one): now for one, now in (*there, *moved)}}
    return {name: str(story) for name, story in found.items() if story != own}


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
