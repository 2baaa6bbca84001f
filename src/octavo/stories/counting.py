"""What a story's row says of its articles."""

from collections.abc import Iterable

from django.db.models import Count, Max, Min, Q

from octavo.stories.models import Story


def recount(story_ids: Iterable[int]) -> set[int]:
    """Bring the counts and moments of these stories up to date; return those that still have articles."""
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
    return {story.pk for story in stories}
