"""Story and thread pages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from octavo.community.reading import DiscussionCard, discussion_card
from octavo.config import settings
from octavo.core.clock import utc_now
from octavo.core.types import Dropped
from octavo.editions.reading.cards import (
    ArticleCard,
    StoryCard,
    article_card,
    article_rows,
    story_cards,
    visible_articles,
)
from octavo.editions.reading.citing import SentenceCite, SummarySentence, dropped_shown
from octavo.editions.reading.developing import Commitment, Step, developed
from octavo.editions.reading.facts import Fact, facts_of
from octavo.editions.reading.mendings import MendingCard, mendings_of
from octavo.editions.reading.provenance import Provenance, provenance, root_of
from octavo.editions.reading.reports import ComparedReports, compared_reports
from octavo.enrich.models import Enrichment
from octavo.enrich.writing import worded_summary
from octavo.extract.models import Article
from octavo.stories.models import RelatedStory

RELATED_COUNT = 6


@dataclass(frozen=True, slots=True)
class Coverage:
    """An article with the copies folded under it."""

    article: ArticleCard
    copies: tuple[ArticleCard, ...]
    provenance: Provenance | None
    """None where nobody copied it."""


@dataclass(frozen=True, slots=True)
class RelatedCard:
    """A related story and why it is."""

    story: StoryCard
    reason: str
    """summit, place, person, organisation, subject, thread, ..."""
    terms: tuple[str, ...]
    """What they share, as written in the articles."""


@dataclass(frozen=True, slots=True)
class StoryPage:
    story: StoryCard
    coverage: tuple[Coverage, ...]
    """The original first."""
    summary: tuple[SummarySentence, ...]
    dropped: tuple[Dropped, ...]
    """Sentences of the summary that the reports do not hold."""
    facts: Mapping[str, tuple[Fact, ...]]
    """By kind: what, who, when, where, amount, commitment."""
    commitments: tuple[Commitment, ...]
    """Promises of its thread of which it tells a step, with what became of them."""
    compared: ComparedReports
    timeline: tuple[Step, ...]
    """The stories of its thread, itself included, the earliest first; empty where it is alone."""
    related: tuple[RelatedCard, ...]
    discussion: DiscussionCard | None
    """None where the house has no comments."""
    mendings: tuple[MendingCard, ...]
    """What mending did to it, the latest first."""

    @property
    def articles(self) -> Mapping[int, ArticleCard]:
        """Return its articles, copies among them."""
        return {card.id: card for one in self.coverage for card in (one.article, *one.copies)}


@dataclass(frozen=True, slots=True)
class ThreadPage:
    id: int
    slug: str
    steps: tuple[Step, ...]
    """The earliest first."""


def story_page(story_id: int, language: str) -> StoryPage | None:
    """Return a story's page, None where there is no such story to be seen."""
    cards = story_cards([story_id], language)
    if not cards:
        return None
    rows = list(article_rows(visible_articles().filter(membership__story=story_id)).order_by("moment", "url"))
    by_id = {row.pk: article_card(row) for row in rows}
    stored = _stored_summary(cards[0], language)
    thread = developed(cards[0].thread_id, language, known=cards)
    commitments = tuple(one for one in thread.commitments if any(step.story == story_id for step in one))
    return StoryPage(
        story=cards[0],
        coverage=_coverage(rows, by_id),
        summary=cited_sentences(stored, by_id),
        dropped=dropped_sentences(stored, by_id),
        facts=_without(facts_of(stored, by_id), commitments),
        commitments=commitments,
        compared=compared_reports(story_id, rows, by_id, cards[0].language),
        timeline=thread.steps if len(thread.steps) > 1 else (),
        related=related_cards(story_id, language),
        discussion=discussion_card(story_id, utc_now()),
        mendings=mendings_of(story_id),
    )


def _without(
    facts: Mapping[str, tuple[Fact, ...]], commitments: Iterable[Commitment]
) -> Mapping[str, tuple[Fact, ...]]:
    """Leave out the facts that stand among the followed commitments."""
    told = {step.text for one in commitments for step in one}
    kept = {kind: tuple(fact for fact in found if fact.text not in told) for kind, found in facts.items()}
    return {kind: found for kind, found in kept.items() if found}


def _coverage(rows: Sequence[Article], cards: Mapping[int, ArticleCard]) -> tuple[Coverage, ...]:
    originals = originals_of(rows)
    roots = {one: root_of(one, originals) for one in cards}
    families = [(cards[root], _copies(root, roots, cards)) for root in roots if roots[root] == root]
    return tuple(Coverage(root, copies, provenance(root, copies)) for root, copies in families)


def _copies(root: int, roots: Mapping[int, int], cards: Mapping[int, ArticleCard]) -> tuple[ArticleCard, ...]:
    return tuple(cards[one] for one, own in roots.items() if own == root and one != root)


def originals_of(rows: Iterable[Article]) -> dict[int, int]:
    """Return the original of each copy among a story's articles, where that is among them too."""
    known = {row.pk: getattr(row, "copy", None) for row in rows}
    return {one: copy.original_id for one, copy in known.items() if copy and copy.original_id in known}


def summary_of(story: StoryCard, articles: Mapping[int, ArticleCard], language: str) -> tuple[SummarySentence, ...]:
    """Return the stored summary with its citations; a sentence that may not be quoted is left out."""
    return cited_sentences(_stored_summary(story, language), articles)


def cited_sentences(summary: Mapping[str, Any], articles: Mapping[int, ArticleCard]) -> tuple[SummarySentence, ...]:
    """Return the sentences of a stored summary that may be quoted."""
    model = summary.get("model", "")
    cited = (
        SummarySentence(one["text"], _cites(one["cites"], articles), model) for one in summary.get("sentences", ())
    )
    return tuple(sentence for sentence in cited if sentence.cites)


def dropped_sentences(summary: Mapping[str, Any], articles: Mapping[int, ArticleCard]) -> tuple[Dropped, ...]:
    """Return the sentences that a stored summary leaves out because the reports do not hold them."""
    return dropped_shown((Dropped(**one) for one in summary.get("dropped", ())), articles.values())


def _stored_summary(story: StoryCard, language: str) -> Mapping[str, Any]:
    """Return what is kept for readers of `language`, a model's words first; empty where `OCTAVO_AI` is off.

    Where no report speaks it, the summary speaks as the story's headline does.
    """
    row = Enrichment.objects.filter(story=story.id).first() if settings.current().ai else None
    summaries = row.summaries if row else {}
    told = [summaries[one] for one in (language, story.language, *summaries) if one in summaries]
    summary: Mapping[str, Any] = told[0] if told else {}
    worded = worded_summary(story.id, language, row.input_hash) if row else None
    return {**worded.summary, "model": worded.model} if worded else summary


def _cites(cites: Sequence[Mapping[str, Any]], articles: Mapping[int, ArticleCard]) -> tuple[SentenceCite, ...]:
    found = [(articles.get(int(cite["article"])), cite) for cite in cites]
    return tuple(
        SentenceCite(article, cite["start"], cite["end"])
        for article, cite in found
        if article and article.publisher.is_quotable
    )


def related_cards(story_id: int, language: str) -> tuple[RelatedCard, ...]:
    """Return the stories that bear on this one, strongest first.

    Its own thread stands in the timeline instead, and of another thread the strongest leads to the rest.
    """
    rows = RelatedStory.objects.filter(story=story_id).exclude(reason="thread").order_by("-score", "other_id")
    best: dict[int, RelatedStory] = {}
    for row in rows.select_related("other"):
        best.setdefault(row.other.thread_id, row)
    found = list(best.values())[:RELATED_COUNT]
    cards = {card.id: card for card in story_cards([row.other_id for row in found], language)}
    known = [row for row in found if row.other_id in cards]
    return tuple(RelatedCard(cards[row.other_id], row.reason, tuple(row.terms)) for row in known)


def thread_page(thread_id: int, language: str) -> ThreadPage | None:
    """Return a thread's page, None where there is no such thread to be seen."""
    steps = developed(thread_id, language).steps
    return ThreadPage(thread_id, steps[0].story.slug, steps) if steps else None
