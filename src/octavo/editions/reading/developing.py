"""Threads as timelines: what was new at each step."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from octavo.core.types import Cite, CitedSentence
from octavo.editions.reading.cards import StoryCard, article_card, article_rows, story_cards, visible_articles
from octavo.editions.reading.citing import SentenceCite, SummarySentence
from octavo.enrich import SourceArticle
from octavo.enrich.developments import developments
from octavo.extract.models import Article
from octavo.stories.models import Story

STEPS_COUNT = 24
"""The newest stories of a thread that a timeline shows."""
REPORTS_COUNT = 3
"""Originals of each story that are read."""


@dataclass(frozen=True, slots=True)
class Step:
    """A story of a thread."""

    story: StoryCard
    news: tuple[SummarySentence, ...]
    """Sentences that none of the earlier stories holds; empty for the first."""


def thread_steps(thread_id: int, language: str) -> tuple[Step, ...]:
    """Return the stories of a thread, the earliest first."""
    ids = Story.objects.filter(thread=thread_id).order_by("-began", "-id").values_list("id", flat=True)[:STEPS_COUNT]
    stories = story_cards(list(ids)[::-1], language)
    if len(stories) < 2:
        return tuple(Step(story, ()) for story in stories)
    reports = _reports(story.id for story in stories)
    steps: list[Step] = []
    earlier: list[SourceArticle] = []
    for story in stories:
        own = [_source(row) for row in reports[story.id]]
        found = developments(earlier, own, story.language) if earlier else ()
        steps.append(Step(story, _cited(found, {row.pk: row for row in reports[story.id]})))
        earlier += own
    return tuple(steps)


def _reports(story_ids: Iterable[int]) -> Mapping[int, Sequence[Article]]:
    rows = article_rows(visible_articles().filter(membership__story__in=list(story_ids), copy__isnull=True))
    found: dict[int, list[Article]] = defaultdict(list)
    for row in rows.select_related("membership").order_by("moment", "url"):
        if len(found[row.membership.story_id]) < REPORTS_COUNT:
            found[row.membership.story_id].append(row)
    texts = dict(
        Article.objects.filter(pk__in=[row.pk for own in found.values() for row in own]).values_list("pk", "text")
    )
    for own in found.values():
        for row in own:
            row.text = texts[row.pk]
    return found


def _source(row: Article) -> SourceArticle:
    return SourceArticle(str(row.pk), row.title, row.text, row.language, row.publisher.name)


def _cited(found: Iterable[CitedSentence], rows: Mapping[int, Article]) -> tuple[SummarySentence, ...]:
    told = (SummarySentence(one.text, tuple(_cite(cite, rows) for cite in one.cites)) for one in found)
    return tuple(one for one in told if all(cite.article.publisher.is_quotable for cite in one.cites))


def _cite(cite: Cite, rows: Mapping[int, Article]) -> SentenceCite:
    return SentenceCite(article_card(rows[int(cite.article)]), cite.start, cite.end)
