"""Folding in the database: what `Folder` decides is written as copies, memberships, stories and threads."""

from collections.abc import Sequence

from octavo.core.types import Folded
from octavo.extract.models import Article
from octavo.stories.counting import recount
from octavo.stories.keeping import keep_copies, keep_memberships
from octavo.stories.mending import mend
from octavo.stories.models import Membership, Story, Thread
from octavo.stories.reasons import links, reasons
from octavo.stories.relating import relate
from octavo.stories.vectors import ensure_vectors
from octavo.stories.window import Window, fold_input, window

__all__ = ["fold", "links", "mend", "reasons", "relate"]


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
