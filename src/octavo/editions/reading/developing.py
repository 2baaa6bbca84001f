"""Threads as timelines: what was new at each step, and what became of what was promised."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from octavo.config import settings
from octavo.core.types import Cite, CitedSentence
from octavo.editions.reading.cards import StoryCard, article_card, article_rows, story_cards, visible_articles
from octavo.editions.reading.citing import SentenceCite, SummarySentence
from octavo.enrich import SourceArticle
from octavo.enrich import commitments as following
from octavo.enrich.developments import developments
from octavo.extract.models import Article
from octavo.stories.models import Story
from octavo.stories.vectors import embedder

STEPS_COUNT = 24
"""The newest stories of a thread that a timeline shows."""
REPORTS_COUNT = 3
"""Originals of each story that are read."""
KEPT_COUNT = 64


@dataclass(frozen=True, slots=True)
class Step:
    """A story of a thread."""

    story: StoryCard
    news: tuple[SummarySentence, ...]
    """Sentences that none of the earlier stories holds; empty for the first, and where `OCTAVO_AI` is off."""


@dataclass(frozen=True, slots=True)
class CommitmentStep:
    """What a passage says of a promise: that it was given, changed, kept, or taken back."""

    stage: str
    """promised, changed, done, withdrawn"""
    story: int
    text: str
    cite: SentenceCite
    old: str
    """Of a change, the date or amount that was promised before, as the step before has it."""
    new: str
    """The date or amount that holds from here on; "" where it is done or withdrawn."""


Commitment = tuple[CommitmentStep, ...]


@dataclass(frozen=True, slots=True)
class Developed:
    steps: tuple[Step, ...]
    """The stories of a thread, the earliest first."""
    commitments: tuple[Commitment, ...]
    """Promises that a later story returns to; none where `OCTAVO_AI` is off."""


def developed(thread_id: int, language: str) -> Developed:
    """Return how a thread developed."""
    ids = Story.objects.filter(thread=thread_id).order_by("-began", "-id").values_list("id", flat=True)[:STEPS_COUNT]
    stories = story_cards(list(ids)[::-1], language)
    if len(stories) < 2:
        return Developed(tuple(Step(story, ()) for story in stories), ())
    reports = _reports(story.id for story in stories)
    sources = {story.id: tuple(_source(row) for row in reports[story.id]) for story in stories}
    steps: list[Step] = []
    earlier: list[SourceArticle] = []
    is_told = settings.current().ai
    for story in stories:
        found = developments(earlier, sources[story.id], story.language, embedder()) if earlier and is_told else ()
        steps.append(Step(story, _cited(found, {row.pk: row for row in reports[story.id]})))
        earlier += sources[story.id]
    return Developed(tuple(steps), _commitments(stories, reports, sources) if is_told else ())


def _commitments(
    stories: Sequence[StoryCard],
    reports: Mapping[int, Sequence[Article]],
    sources: Mapping[int, tuple[SourceArticle, ...]],
) -> tuple[Commitment, ...]:
    rows = {row.pk: row for own in reports.values() for row in own}
    quotable = {str(pk) for pk, row in rows.items() if article_card(row).publisher.is_quotable}
    told = tuple(tuple(one for one in sources[story.id] if one.id in quotable) for story in stories)
    return tuple(
        tuple(
            CommitmentStep(one.stage, stories[one.story].id, one.text, _cite(one.cite, rows), one.old, one.new)
            for one in chain
        )
        for chain in _followed(told)
    )


@lru_cache(KEPT_COUNT)
def _followed(told: tuple[tuple[SourceArticle, ...], ...]) -> tuple[tuple[following.Step, ...], ...]:
    return following.followed(told)


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
