"""Related stories in the database, kept in both directions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q

from octavo.core.types import FoldInput
from octavo.extract.models import Article
from octavo.stories.models import RelatedStory, Story
from octavo.stories.related import StoryTexts, related
from octavo.stories.window import fold_input

ARTICLES_PER_STORY = 4
"""Originals that are read of each story."""


def relate(story_id: int, candidate_ids: Sequence[int]) -> None:
    """Find which candidates, and which stories of its thread, bear on a story; keep that on both sides."""
    story = Story.objects.filter(id=story_id).first()
    RelatedStory.objects.filter(Q(story=story_id) | Q(other=story_id)).delete()
    if story is None:
        return
    thread_mates = Story.objects.filter(thread=story.thread_id).exclude(id=story_id).values_list("id", flat=True)
    texts = _texts({story_id, *candidate_ids, *thread_mates})
    if story_id not in texts:
        return
    found = related(texts.pop(story_id), texts.values())
    RelatedStory.objects.bulk_create(
        RelatedStory(story_id=one, other_id=other, score=pair.score, reason=pair.reason, terms=list(pair.terms))
        for pair in found
        for one, other in ((int(pair.story), int(pair.other)), (int(pair.other), int(pair.story)))
    )


def _texts(story_ids: Iterable[int]) -> dict[int, StoryTexts]:
    rows = Article.objects.filter(membership__story__in=story_ids, copy__isnull=True)
    rows = rows.select_related("publisher", "membership__story").defer("html").order_by("moment", "url")
    articles: dict[tuple[int, int], list[FoldInput]] = defaultdict(list)
    for row in rows:
        kept = articles[row.membership.story_id, row.membership.story.thread_id]
        if len(kept) < ARTICLES_PER_STORY:
            kept.append(fold_input(row))
    return {story: StoryTexts(str(story), str(thread), tuple(kept)) for (story, thread), kept in articles.items()}
