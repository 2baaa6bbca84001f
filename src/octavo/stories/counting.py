"""What a story's row says of its articles."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.db.models import Count, Max, Min, Q

from octavo.stories.models import Membership, MovedStory, Story


def recount(story_ids: Iterable[int], before: Mapping[int, int] | None = None) -> set[int]:
    """Bring the counts and moments of these stories up to date; return those that still have articles.

    before: the story of each article before it was folded again; an emptied story's address then leads to where most
    of its articles went.
    """
    ids = set(story_ids)
    own = Q(memberships__article__copy__isnull=True)
    counted = Story.objects.filter(id__in=ids, memberships__isnull=False).annotate(
        count=Count("memberships", distinct=True),
        copies=Count("memberships", filter=~own, distinct=True),
        publishers=Count("memberships__article__publisher", filter=own, distinct=True),
        first=Min("memberships__article__moment"),
        last=Max("memberships__article__moment", filter=own),
    )
    stories = list(counted)
    for story in stories:
        story.articles_count, story.copies_count = story.count, story.copies
        story.publishers_count = max(1, story.publishers)
        story.began, story.latest = story.first, story.last or story.first
    Story.objects.bulk_update(stories, ["articles_count", "copies_count", "publishers_count", "began", "latest"])
    living = {story.pk for story in stories}
    _move(ids - living, before or {})
    return living


def _move(emptied: set[int], before: Mapping[int, int]) -> None:
    """Delete emptied stories; their addresses lead to where most of their articles went."""
    former = [article for article, story in before.items() if story in emptied]
    now = dict(Membership.objects.filter(article_id__in=former).values_list("article_id", "story_id"))
    for story in emptied:
        went = Counter(now[article] for article in former if before[article] == story and article in now)
        if went:
            heir = went.most_common(1)[0][0]
            MovedStory.objects.filter(story_id=story).update(story_id=heir)
            MovedStory.objects.create(old_id=story, story_id=heir, reason="merged")
    Story.objects.filter(id__in=emptied).delete()
