"""Comments follow their stories when mending merges, splits or moves them."""

from collections import defaultdict
from collections.abc import Collection

from octavo.community.models import Comment, Discussion
from octavo.community.store import locked_discussion, refresh
from octavo.stories.models import Membership


def follow(stories: Collection[int]) -> None:
    """Set right the discussions of the stories that mending touched; to be called in its transaction.

    What was written on a story that ended is the heir's already. What was begun on the page of an article that is in
    another story now goes there, with everything that answers it.
    """
    for story, comments in _moved(stories).items():
        Comment.objects.filter(pk__in=comments).update(story=story)
    known = Discussion.objects.filter(story__in=stories).values_list("story_id", flat=True)
    commented = Comment.objects.filter(story__in=stories).values_list("story_id", flat=True)
    for story in sorted({*known, *commented}):
        refresh(locked_discussion(story))


def _moved(stories: Collection[int]) -> dict[int, list[int]]:
    """Return the comments that go to each story."""
    rows = Comment.objects.filter(story__in=stories).order_by("id").values_list("id", "parent", "story", "article")
    articles = {article for _, _, _, article in rows if article}
    now_in = dict(Membership.objects.filter(article__in=articles).values_list("article_id", "story_id"))
    goes: dict[int, int] = {}
    moved: dict[int, list[int]] = defaultdict(list)
    for comment, parent, story, article in rows:
        goes[comment] = goes[parent] if parent in goes else now_in.get(article, story)
        if goes[comment] != story:
            moved[goes[comment]].append(comment)
    return moved
