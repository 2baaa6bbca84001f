"""Questions put to a story, an article or everything: cited passages, or a refusal with the nearest ones."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from threading import Lock
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from octavo.core.types import Dropped
from octavo.core.vectors import local_embedder
from octavo.editions.reading.cards import ArticleCard, article_card, article_rows, story_cards, visible_articles
from octavo.editions.reading.citing import SummarySentence, cited, dropped_shown
from octavo.enrich import model_calls
from octavo.enrich.answering import (
    Answer,
    Archive,
    Present,
    When,
    ask,
    asked_time,
    language_asked,
    own_words,
    suggested,
    understood,
)
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.store import source_of
from octavo.enrich.worded_answers import Wording, kept, prepared
from octavo.extract.models import Article
from octavo.search.likely import likely, likely_then, told_of
from octavo.sources.models import Publisher

ARTICLES_COUNT = 24
"""Of a story, those that are read for an answer; the newest."""
KEPT_COUNT = 500
"""Answers kept in memory, those asked for last: the same question of the same articles is answered once."""

IDEAS_KEPT_COUNT = 64
"""The same of questions to begin with, with the articles that they are made of."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question is put to; neither for everything."""

    story: int | None = None
    article: int | None = None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question, of whom, and in whose language."""

    question: str
    """"" where nothing is asked yet."""
    language: str
    scope: Scope = Scope()
    before: str = ""
    """The question before it in the conversation, "" for none."""
    day: str = ""
    """On which it is asked, YYYY-MM-DD; "" where words of time are to be words as others."""
    zone: str = "UTC"
    """In which the asker reckons days, an IANA name."""

    @property
    def understood(self) -> str:
        """Return the question with what it leaves to the one before, or that one with what is new."""
        spoken = language_asked(f"{self.before} {self.question}", self.language)
        return understood(self.question, self.before, spoken) if self.question else ""

    @property
    def spoken(self) -> str:
        """Return the language of the question as understood."""
        return language_asked(self.understood, self.language)

    @property
    def present(self) -> Present | None:
        return Present(date.fromisoformat(self.day), ZoneInfo(self.zone)) if self.day else None

    @property
    def when(self) -> When:
        """Return of which time is asked."""
        present = self.present
        return asked_time(self.understood, self.spoken, present) if present else When(self.understood)


@dataclass(frozen=True, slots=True)
class InWords:
    """The answer in a model's words."""

    may_ask: bool
    """A model is named, and there are passages to word."""
    is_made: bool = False
    sentences: tuple[SummarySentence, ...] = ()
    """None where the model found no answer, or none that holds."""
    dropped: tuple[Dropped, ...] = ()
    """Its sentences that the passages do not hold."""
    outcome: str = ""
    """Why there was no answer when it was asked last."""


@dataclass(frozen=True, slots=True)
class AskPage:
    question: str
    """As asked; "" where nothing is asked yet."""
    understood: str
    """As answered."""
    subject: str
    """The question that the next one follows: the last that stands by itself."""
    answered: bool
    passages: tuple[SummarySentence, ...]
    """What answers, the likeliest first; where refused, the nearest passages."""
    about: ArticleCard | None
    """The article, or the one that heads the story, that the question is put to."""
    in_words: InWords
    ideas: tuple[str, ...] = ()
    """Where nothing is asked yet, questions to begin with, each of which the articles answer."""


NO_WORDS = InWords(may_ask=False)

_kept: OrderedDict[tuple[object, ...], Answer] = OrderedDict()
_lock = Lock()


def ask_page(inquiry: Inquiry, person_id: int | None = None) -> AskPage | None:
    """Return what the articles in the inquiry's scope answer; None where there is no such story or article to be seen.

    With a person, also what the operator's model has made of the passages for them; it is not asked here.
    """
    rows = _scoped(inquiry.scope)
    about = None
    if rows is not None:
        about = _about(rows, inquiry)
        if about is None:
            return None
    if not inquiry.question:
        ideas = _ideas(inquiry.language, _sources(_read(inquiry, rows))) if rows is not None else ()
        return AskPage("", "", "", answered=False, passages=(), about=about, in_words=NO_WORDS, ideas=ideas)
    found = _read(inquiry, rows)
    answer, articles = _answer(inquiry, found)
    cards = {one: article_card(row) for one, row in found.items()}
    given = answer.sentences if answer.answered else [near.sentence for near in answer.nearest]
    leans = inquiry.understood.startswith(f"{inquiry.question} ")
    return AskPage(
        inquiry.question,
        inquiry.understood,
        inquiry.before if leans else inquiry.understood,
        answer.answered,
        cited(given, cards),
        about,
        _in_words(prepared(inquiry.understood, answer, articles, person_id), cards) if person_id else NO_WORDS,
    )


def _about(rows: QuerySet[Article], inquiry: Inquiry) -> ArticleCard | None:
    """Return the article that is asked, or the one whose headline stands for the story that is; None for none."""
    if inquiry.scope.story is not None and inquiry.scope.article is None:
        return next((card.lead for card in story_cards([inquiry.scope.story], inquiry.language)), None)
    row = article_rows(rows).first()
    return article_card(row) if row else None


def wording_of(inquiry: Inquiry, person_id: int) -> Wording | None:
    """Return what the operator's model is asked for a person; None where there is nothing to ask."""
    rows = _scoped(inquiry.scope)
    answer, articles = _answer(inquiry, _read(inquiry, rows))
    return prepared(inquiry.understood, answer, articles, person_id)


def _in_words(wanted: Wording | None, cards: Mapping[int, ArticleCard]) -> InWords:
    if wanted is None:
        return NO_WORDS
    made = kept(wanted)
    if made is None:
        return InWords(may_ask=True, outcome=model_calls.outcome(wanted.errand))
    worded, model = made
    outcome = "unsupported" if worded.dropped and not worded.sentences else ""
    dropped = dropped_shown(worded.dropped, cards.values())
    return InWords(True, True, cited(worded.sentences, cards, model), dropped, outcome)


def _scoped(scope: Scope) -> QuerySet[Article] | None:
    """Return the articles that are asked, None for all."""
    if scope.article is not None:
        return visible_articles().filter(id=scope.article)
    if scope.story is not None:
        return visible_articles().filter(membership__story=scope.story)
    return None


def _read(inquiry: Inquiry, rows: QuerySet[Article] | None) -> Mapping[int, Article]:
    """Return the articles that may be quoted and may answer, by id."""
    quotable = (visible_articles() if rows is None else rows).exclude(
        publisher__display_policy=Publisher.DisplayPolicy.HEADLINE
    )
    if rows is None:
        return article_rows(quotable.filter(id__in=_likely(inquiry, quotable))).defer(None).in_bulk()
    when, present = inquiry.when, inquiry.present
    then = quotable.filter(told_of(when.periods, present)) if when.periods and present else quotable.none()
    newest = [one for told in (then, quotable) for one in _newest(told)]
    kept = list(dict.fromkeys(newest))[:ARTICLES_COUNT]
    return article_rows(visible_articles().filter(id__in=kept)).defer(None).in_bulk()


def _newest(articles: QuerySet[Article]) -> list[int]:
    return list(articles.order_by("-moment", "-id").values_list("id", flat=True)[:ARTICLES_COUNT])


def _likely(inquiry: Inquiry, quotable: QuerySet[Article]) -> list[int]:
    when, present = inquiry.when, inquiry.present
    if present is None or not (when.periods or when.is_news):
        return likely(inquiry.understood, quotable)
    return likely_then(when, " ".join(own_words(when.rest, inquiry.spoken)), present, quotable)


def _sources(found: Mapping[int, Article]) -> tuple[SourceArticle, ...]:
    return tuple(source_of(found[one]) for one in sorted(found))


@lru_cache(IDEAS_KEPT_COUNT)
def _ideas(language: str, articles: tuple[SourceArticle, ...]) -> tuple[str, ...]:
    return suggested(Archive(articles, local_embedder()), language)


def _answer(inquiry: Inquiry, found: Mapping[int, Article]) -> tuple[Answer, Sequence[SourceArticle]]:
    """Return the local provider's answer, and the articles that were read for it."""
    articles, question = _sources(found), inquiry.understood
    key = (question, inquiry.language, inquiry.present, *((one.id, hash(one.text)) for one in articles))
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key], articles
    answer = ask(Archive(articles, local_embedder()), question, inquiry.spoken, inquiry.present)
    with _lock:
        _kept[key] = answer
        while len(_kept) > KEPT_COUNT:
            _kept.popitem(last=False)
    return answer, articles
