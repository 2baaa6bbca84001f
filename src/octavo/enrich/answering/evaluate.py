"""`octavo eval ask`: questions over the demo's articles, answered by a right passage or rightly refused."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from octavo.core.errors import BadInput
from octavo.core.vectors import local_embedder
from octavo.demo.content import Draft, drafts, furniture, sites
from octavo.enrich.answering.answer import Answer, ask
from octavo.enrich.answering.archive import Archive
from octavo.enrich.inputs import SourceArticle

_DAY = re.compile(r"\{day[^}]*\}")
_TUESDAY = 1

Question = Mapping[str, Any]


def evaluate(path: Path) -> dict[str, Any]:
    """Return the shares of right passages and of right refusals, over all and across languages.

    Lines: `{"question", "language", "articles", "answer": [...]}`; a passage is right that is of an article whose id
    begins with `articles` and that holds one of `answer`. Lines without an answer should be refused. Raises BadInput
    for lines of another kind.
    """
    questions = read_questions(path)
    articles = demo_articles()
    archive = Archive(articles, local_embedder())
    by_id = {article.id: article for article in articles}
    answers = [ask(archive, one["question"], one["language"]) for one in questions]
    right = [is_right(one, answer, by_id) for one, answer in zip(questions, answers, strict=True)]
    return {
        "questions": len(questions),
        "all": _figures(questions, right, range(len(questions))),
        "across_languages": _figures(questions, right, _across(questions, by_id)),
        "passages_given": round(sum(len(one.sentences) for one in answers) / sum(one.answered for one in answers), 2),
        "wrong": [one["question"] for one, good in zip(questions, right, strict=True) if not good],
    }


def is_right(question: Question, answer: Answer, by_id: Mapping[str, SourceArticle]) -> bool:
    """Tell whether a question is answered by a right passage, or refused as it should be."""
    if "answer" not in question:
        return not answer.answered
    return any(holds(question, cite.article, sentence.text) for sentence in answer.sentences for cite in sentence.cites)


def holds(question: Question, article: str, passage: str) -> bool:
    """Tell whether a passage of an article answers the question."""
    folded = passage.casefold()
    return (
        "answer" in question
        and article.startswith(question["articles"])
        and any(one.casefold() in folded for one in question["answer"])
    )


def demo_articles() -> list[SourceArticle]:
    """Return the demo's articles, its weekdays filled in."""
    languages = {site.key: site.languages[0] for site in sites()}
    return [_source(draft, languages[draft.site]) for draft in drafts()]


def _source(draft: Draft, language: str) -> SourceArticle:
    text = "\n".join(line for block in draft.body for line in block.lines)
    a_day = furniture(language)["days"][_TUESDAY]
    return SourceArticle(draft.id, draft.title, _DAY.sub(a_day, text), language, draft.site)


def read_questions(path: Path) -> list[Question]:
    """Return the questions of a file. Raises BadInput."""
    try:
        lines = [orjson.loads(line) for line in path.read_bytes().splitlines() if line.strip()]
    except ValueError as error:
        raise BadInput(f"{path} is not JSON lines: {error}") from None
    if not lines or not all({"question", "language"} <= set(line) for line in lines):
        raise BadInput(f"{path} is not a set of questions; each line needs question and language")
    return lines


def _across(questions: Sequence[Question], by_id: Mapping[str, SourceArticle]) -> list[int]:
    """Return the places of questions that no article in their own language answers."""
    return [
        place
        for place, one in enumerate(questions)
        if "answer" in one
        and not any(
            holds(one, key, article.text) for key, article in by_id.items() if article.language == one["language"]
        )
    ]


def _figures(questions: Sequence[Question], right: Sequence[bool], places: Sequence[int]) -> dict[str, Any]:
    answers = [right[place] for place in places if "answer" in questions[place]]
    refusals = [right[place] for place in places if "answer" not in questions[place]]
    return {
        "answerable": len(answers),
        "passage_right": round(sum(answers) / len(answers), 4) if answers else None,
        "unanswerable": len(refusals),
        "refusal_right": round(sum(refusals) / len(refusals), 4) if refusals else None,
    }
