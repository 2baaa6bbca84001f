"""Threads as timelines: what was new at each step, and what became of what was promised."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from octavo.config import settings
from octavo.config.vectors import embedder
from octavo.core.types import CitedSentence, Signal
from octavo.editions.reading.cards import StoryCard, article_card, article_rows, story_cards, visible_articles
from octavo.editions.reading.citing import SentenceCite, SummarySentence, cite_of, cited
from octavo.enrich import SourceArticle
from octavo.enrich import commitments as following
from octavo.enrich.developments import developments
from octavo.enrich.preparing import Form, Prepared
from octavo.extract.models import Article
from octavo.stories.models import RelatedStory, Story
from octavo.stories.reasons import links

STEPS_COUNT = 24
"""The newest stories of a thread that a timeline shows."""
REPORTS_COUNT = 3
"""Originals of each story that are read."""

News = Mapping[str, tuple[CitedSentence, ...]]
STEP: Form[News] = Form("step", News)
"""By language of its reports what a story tells that none before it did; under "" in whatever language."""
Chains = tuple[tuple[following.Step, ...], ...]
PROMISES: Form[Chains] = Form("promises", Chains)
"""What became of promises, kept with the story that begins a thread."""


@dataclass(frozen=True, slots=True)
class Link:
    """What links a story to the earlier one that it develops from."""

    earlier: StoryCard
    why: tuple[Signal, ...]
    """How like the two are, strongest first."""
    terms: tuple[str, ...]
    """Names that they share, as written in the articles, where any are known."""


@dataclass(frozen=True, slots=True)
class Step:
    """A story of a thread."""

    story: StoryCard
    link: Link | None
    """What links it to an earlier one; None for the first."""
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


def developed(thread_id: int, language: str, known: Iterable[StoryCard] = ()) -> Developed:
    """Return how a thread developed; cards of its stories that are `known` are not read again."""
    newest = Story.objects.filter(thread=thread_id).order_by("-began", "-id").values_list("id", flat=True)
    ids = list(newest[:STEPS_COUNT])
    cards = {card.id: card for card in known}
    missing = [one for one in ids if one not in cards]
    cards |= {card.id: card for card in (story_cards(missing, language) if missing else ())}
    stories = [cards[one] for one in ids[::-1] if one in cards]
    linked = _links(stories)
    if len(stories) < 2 or not settings.current().ai:
        return Developed(tuple(Step(story, linked.get(story.id), ()) for story in stories), ())
    return _Thread(stories, linked).developed()


def _links(stories: Sequence[StoryCard]) -> Mapping[int, Link]:
    """Return what links each story to an earlier one that is among them."""
    cards = {story.id: story for story in stories}
    kept = links(cards) if len(cards) > 1 else {}
    shared = _shared_terms(kept)
    return {
        own: Link(cards[earlier], tuple(Signal(**one) for one in why[1:]), shared.get((own, earlier), ()))
        for own, why in kept.items()
        if (earlier := int(why[0]["detail"])) in cards
    }


def _shared_terms(stories: Iterable[int]) -> Mapping[tuple[int, int], tuple[str, ...]]:
    rows = RelatedStory.objects.filter(story__in=list(stories)).values_list("story_id", "other_id", "terms")
    return {(own, other): tuple(terms) for own, other, terms in rows}


class _Thread:
    """Stories that develop from one another, with the reports that are read of each."""

    def __init__(self, stories: Sequence[StoryCard], linked: Mapping[int, Link]) -> None:
        self._stories = stories
        self._linked = linked
        self._reports = _reports(story.id for story in stories)
        self._cards = {row.pk: article_card(row) for own in self._reports.values() for row in own}
        self._sources = {story.id: tuple(_source(row) for row in self._reports[story.id]) for story in stories}
        self._prepared = Prepared(self._sources, STEP, PROMISES)

    def developed(self) -> Developed:
        steps: list[Step] = []
        earlier: list[SourceArticle] = []
        for story in self._stories:
            found = self._news(story.id, earlier) if earlier else {"": ()}
            told = found.get(story.language, found[""])
            news = tuple(one for one in cited(told, self._cards) if _may_be_quoted(one))
            steps.append(Step(story, self._linked.get(story.id), news))
            earlier += self._sources[story.id]
        return Developed(tuple(steps), self._commitments())

    def _news(self, story_id: int, earlier: Sequence[SourceArticle]) -> News:
        own = self._sources[story_id]
        languages = ("", *dict.fromkeys(one.language for one in own))
        return self._prepared.of(
            STEP,
            story_id,
            [earlier, own],
            lambda: {one: developments(earlier, own, one, embedder()) for one in languages},
        )

    def _commitments(self) -> tuple[Commitment, ...]:
        quotable = {str(one) for one, card in self._cards.items() if card.publisher.is_quotable}
        told = [tuple(one for one in self._sources[story.id] if one.id in quotable) for story in self._stories]
        chains = self._prepared.of(PROMISES, self._stories[0].id, told, lambda: following.followed(told))
        return tuple(
            tuple(
                CommitmentStep(
                    one.stage, self._stories[one.story].id, one.text, cite_of(one.cite, self._cards), one.old, one.new
                )
                for one in chain
            )
            for chain in chains
        )


def _may_be_quoted(sentence: SummarySentence) -> bool:
    return all(cite.article.publisher.is_quotable for cite in sentence.cites)


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
