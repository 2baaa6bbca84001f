"""Summaries of every kind: by the operator's model where there is one, else by the local provider, and why."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from django.db.models import Count, F, OuterRef, Q, Subquery

from octavo.core.types import Dropped, Refusal, Summary
from octavo.enrich import SourceArticle, model_calls
from octavo.enrich.backing import is_prose
from octavo.enrich.facts import key_facts
from octavo.enrich.ledger import BEGUN
from octavo.enrich.models import Enrichment, ModelCall, WrittenSummary
from octavo.enrich.providers import Length, Style
from octavo.enrich.providers.openai import summaries as wording
from octavo.enrich.providers.openai.data import numbered
from octavo.enrich.store import articles_of
from octavo.enrich.summaries import summarise
from octavo.stories.models import Story

REST = timedelta(minutes=30)
"""A story that goes on changing is worded anew no more often; until then the local provider speaks for it."""
WORDED_SPAN = timedelta(days=2)
"""Older stories are worded when somebody asks."""
FEWEST_ARTICLES = 2
"""One report needs no other words than its own."""
OUTAGE = timedelta(minutes=10)
"""After a failure that the next question would meet too, the house asks nothing by itself for so long."""
OUTAGES = ("unreachable", "denied", "busy", "budget")


@dataclass(frozen=True, slots=True)
class Kind:
    """Which of a story's summaries."""

    language: str
    length: Length = Length.PARAGRAPH
    style: Style = Style.NEWS


@dataclass(frozen=True, slots=True)
class Written:
    """A summary and who wrote it."""

    summary: Summary
    provider: str
    model: str = ""
    prompt_version: str = ""
    refusal: str = ""
    """Why the model did not write it."""


def written(articles: Sequence[SourceArticle], kind: Kind, person_id: int | None = None) -> Written:
    """Return a summary of a story's articles: the model's where one is named and what it wrote holds."""
    passages = numbered(articles, kind.language)
    question = wording.question(passages, kind.language, kind.length, kind.style)
    ids = model_calls.article_ids([one.cite.article for one in passages])
    errand = model_calls.Errand("summary", question, ids, person_id)
    answer = model_calls.ask(errand) if passages else Refusal("model", "nothing-to-cite")
    if isinstance(answer, Refusal):
        return _local(articles, kind, "" if answer.reason == "off" else answer.reason)
    told = wording.summary(answer.value, passages, articles, kind.language, kind.length)
    if not told.sentences:
        return _local(articles, kind, "unsupported", told.dropped)
    facts = key_facts(articles, kind.language)
    whole = Summary(told.headline, told.sentences, told.dropped, facts)
    return Written(whole, model_calls.PROVIDER, answer.model, answer.prompt_version)


def _local(articles: Sequence[SourceArticle], kind: Kind, refusal: str, dropped: tuple[Dropped, ...] = ()) -> Written:
    """Return the local provider's summary; `dropped` are the model's sentences that the reports do not hold.

    What made the model write them may be a report's title, so the headline is that of a quoted one that is plain prose.
    """
    told = summarise(articles, kind.language, kind.length)
    titles = {article.id: article.title for article in articles}
    quoted = (titles[cite.article] for one in told.sentences for cite in one.cites)
    headline = next((title for title in quoted if is_prose(title)), "") if dropped else told.headline
    return Written(replace(told, headline=headline, dropped=(*told.dropped, *dropped)), "local", refusal=refusal)


def write(story_id: int, kind: Kind, now: datetime, person_id: int | None = None) -> None:
    """Write and keep a story's summary of one kind, where the kept one is not of the articles that it has now.

    The endpoint is asked outside of any transaction, so that no row waits for it.
    """
    enrichment = Enrichment.objects.filter(story=story_id).select_related("story").first()
    if enrichment is None or _is_current(story_id, kind, enrichment.input_hash):
        return
    told = written(articles_of(enrichment.story), kind, person_id)
    WrittenSummary.objects.update_or_create(
        story_id=story_id,
        language=kind.language,
        length=kind.length,
        style=kind.style,
        defaults={
            "summary": asdict(told.summary),
            "provider": told.provider,
            "model": told.model,
            "prompt_version": told.prompt_version,
            "refusal": told.refusal,
            "input_hash": enrichment.input_hash,
            "made": now,
        },
    )


def _is_current(story_id: int, kind: Kind, input_hash: str) -> bool:
    row = kept_summary(story_id, kind)
    return row is not None and row.input_hash == input_hash and (not row.refusal or model_calls.endpoint() is None)


def kept_summary(story_id: int, kind: Kind) -> WrittenSummary | None:
    """Return the kept summary of a kind, of whichever articles; None for none."""
    of_kind = {"language": kind.language, "length": kind.length, "style": kind.style}
    return WrittenSummary.objects.filter(story=story_id, **of_kind).first()


def worded_summary(story_id: int, language: str, input_hash: str) -> WrittenSummary | None:
    """Return what the model worded of a story as it is now, in the usual length and style; None for nothing."""
    row = kept_summary(story_id, Kind(language))
    return row if row and row.model and row.input_hash == input_hash else None


def awaiting(now: datetime, count: int) -> list[tuple[int, str]]:
    """Return stories that the model should word next, with their languages, those of most reports first.

    None where no model is named, or where it has just failed in a way that will last.
    """
    if model_calls.endpoint() is None or _is_out(now):
        return []
    own = WrittenSummary.objects.filter(story=OuterRef("id"), length=Length.PARAGRAPH, style=Style.NEWS)
    newest = own.order_by("-made")
    stories = (
        Story.objects.filter(latest__gte=now - WORDED_SPAN, enrichment__isnull=False)
        .annotate(
            reports=Count("memberships", filter=Q(memberships__article__copy__isnull=True)),
            worded_hash=Subquery(newest.values("input_hash")[:1]),
            worded=Subquery(newest.values("made")[:1]),
        )
        .filter(reports__gte=FEWEST_ARTICLES)
        .filter(Q(worded__isnull=True) | (~Q(worded_hash=F("enrichment__input_hash")) & Q(worded__lt=now - REST)))
        .order_by("-reports", "-latest")
    )
    return [(story.pk, _language(story)) for story in stories[:count]]


def _language(story: Story) -> str:
    articles = articles_of(story)
    return articles[0].language if articles else ""


def _is_out(now: datetime) -> bool:
    last = ModelCall.objects.filter(person__isnull=True).exclude(outcome=BEGUN).order_by("-made").first()
    return last is not None and last.outcome in OUTAGES and last.made > now - OUTAGE
