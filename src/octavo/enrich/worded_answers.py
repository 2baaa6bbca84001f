"""Answers in the words of the operator's model, from the passages that the local provider found nearest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from octavo.enrich import SourceArticle, model_calls
from octavo.enrich.answering import Answer
from octavo.enrich.providers.openai import answers as wording
from octavo.enrich.providers.openai.answers import Worded
from octavo.enrich.providers.openai.data import Numbered, numbered_nearest


@dataclass(frozen=True, slots=True)
class Wording:
    """An answer that the model may word."""

    errand: model_calls.Errand
    passages: Sequence[Numbered]
    """What is sent."""
    articles: Mapping[str, SourceArticle]
    language: str
    """Of the passages, and so of the answer."""


def prepared(question: str, answer: Answer, articles: Sequence[SourceArticle], person_id: int) -> Wording | None:
    """Return what is asked of the model for a person; None where there is none, or nothing that it may word."""
    by_id = {article.id: article for article in articles}
    passages = numbered_nearest([near.sentence for near in answer.nearest], by_id)
    if model_calls.endpoint() is None or not passages:
        return None
    language = by_id[passages[0].cite.article].language
    ids = model_calls.article_ids([one.cite.article for one in passages])
    errand = model_calls.Errand("answer", wording.question(question, passages, language), ids, person_id)
    return Wording(errand, passages, by_id, language)


def kept(wanted: Wording) -> tuple[Worded, str] | None:
    """Return what of the model's answer holds, and the model; None where it has given none. Nobody is asked."""
    result = model_calls.kept(wanted.errand)
    if result is None:
        return None
    return wording.worded(result.value, wanted.passages, wanted.articles, wanted.language), result.model
