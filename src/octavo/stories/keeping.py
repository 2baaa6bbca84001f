"""What folding decided, written: memberships and copies."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from octavo.core.types import Folded
from octavo.dedupe.models import Copy
from octavo.stories.models import Membership


def keep_memberships(stories: Mapping[Folded, int], articles: Mapping[str, int]) -> None:
    """Write which story each article is in, and why; and what links the story that it starts to an earlier one."""
    rows = [
        Membership(
            article_id=articles[folded.id],
            story_id=story,
            why=[*map(asdict, folded.why)],
            develops=[*map(asdict, folded.develops)],
        )
        for folded, story in stories.items()
    ]
    Membership.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["article"], update_fields=["story", "why", "develops"]
    )


def keep_copies(outcome: Sequence[Folded], articles: Mapping[str, int]) -> set[int]:
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
