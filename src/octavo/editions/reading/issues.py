"""Issues of one report: what its publisher corrected or went on with is told by the latest of them."""

from collections.abc import Sequence

from octavo.core.types import CopyKind
from octavo.dedupe import Text, compare
from octavo.enrich import SourceArticle


def latest_issues(articles: Sequence[SourceArticle]) -> list[int]:
    """Return the places of articles, the earliest first, but for those that a later one of their publisher repeats."""
    publishers = [one.publisher for one in articles]
    texts = {place: Text.of(one.text) for place, one in enumerate(articles) if publishers.count(one.publisher) > 1}
    replaced = {
        place
        for place, text in texts.items()
        for later, other in texts.items()
        if place < later and publishers[place] == publishers[later] and _replaces(other, text)
    }
    return [place for place in range(len(articles)) if place not in replaced]


def _replaces(later: Text, earlier: Text) -> bool:
    """Tell whether a text repeats another, and not only a part of it."""
    like = compare(later, earlier)
    return like is not None and (like.kind is not CopyKind.ABRIDGED or len(later) > len(earlier))
