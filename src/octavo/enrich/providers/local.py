"""Summaries without a model: sentences that the articles themselves agree on, verbatim and cited."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from octavo.core.text import tokens
from octavo.core.types import Cite, CitedSentence, Summary
from octavo.enrich import constants
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.lexicon import lexicon
from octavo.enrich.passages import Passage, passages

Matrix = NDArray[np.float32]


class LocalProvider:
    """Extracts; writes nothing of its own and needs no network."""

    name = "local"

    def summarise(self, articles: Sequence[SourceArticle], language: str) -> Summary:
        """Return three to six verbatim sentences of a story's independent articles, each with its span.

        Fewer where the articles hold fewer that stand alone. Articles in `language` speak first; others only where
        those are silent.
        """
        chosen = _in_language(independent(articles), language)
        found = passages(chosen)
        if not chosen:
            return Summary("", ())
        picked = _pick(chosen, found) if found else []
        return Summary(_headline(chosen, picked), tuple(_cited(chosen, passage) for passage in picked))


def _in_language(articles: list[SourceArticle], language: str) -> list[SourceArticle]:
    spoken = [article for article in articles if article.language == language]
    if passages(spoken):
        return spoken
    first = next((article.language for article in articles if passages([article])), None)
    return [article for article in articles if first is None or article.language == first]


def _headline(articles: list[SourceArticle], picked: list[Passage]) -> str:
    return articles[picked[0].article if picked else 0].title


def _cited(articles: list[SourceArticle], passage: Passage) -> CitedSentence:
    return CitedSentence(passage.text, (Cite(articles[passage.article].id, passage.start, passage.end),))


def _pick(articles: list[SourceArticle], found: list[Passage]) -> list[Passage]:
    """Choose by maximal marginal relevance; the best stands first, the rest in the articles' order."""
    vectors = _vectors([*(passage.text for passage in found), *(article.title for article in articles)], articles)
    sentences, titles = vectors[: len(found)], vectors[len(found) :]
    merit = _merit(articles, found, sentences, titles)
    likeness = sentences @ sentences.T
    closest = np.zeros(len(found), dtype=np.float32)
    fewest, most = constants.SUMMARY_SENTENCES
    order: list[int] = []
    while len(order) < min(most, fewest - 1 + len(articles)):
        open_to = np.where(closest >= constants.REDUNDANT_LIKENESS, -np.inf, merit - constants.NOVELTY_WEIGHT * closest)
        best = int(np.argmax(open_to))
        if open_to[best] == -np.inf:
            break
        order.append(best)
        closest = np.maximum(closest, likeness[best])
        closest[best] = 1.0
    return [found[i] for i in (order[:1] + sorted(order[1:]))]


def _merit(articles: list[SourceArticle], found: list[Passage], sentences: Matrix, titles: Matrix) -> Matrix:
    """Return float32 (n_passages,): agreement with each article's whole, position, and nearness to the titles."""
    of_article = np.array([passage.article for passage in found])
    wholes = np.stack([_unit(sentences[of_article == n].sum(axis=0)) for n in range(len(articles))])
    agreement = (sentences @ wholes.T).mean(axis=1)
    title = (sentences @ titles.T).mean(axis=1)
    position = np.array([1 / (1 + passage.position) for passage in found], dtype=np.float32)
    merit: Matrix = (
        constants.CENTRALITY_WEIGHT * agreement / max(float(agreement.max()), 1e-6)
        + constants.TITLE_WEIGHT * title / max(float(title.max()), 1e-6)
        + constants.POSITION_WEIGHT * position
    )
    return merit


def _vectors(texts: list[str], articles: list[SourceArticle]) -> Matrix:
    """Return tf-idf float32 (n_texts, n_terms), rows L2-normalised; stop words left out."""
    stop = frozenset[str]().union(*(lexicon(language).stop for language in {one.language for one in articles}))
    counted = [Counter(token for token in tokens(text) if token not in stop) for text in texts]
    place = {token: i for i, token in enumerate(sorted({token for count in counted for token in count}))}
    matrix = np.zeros((len(texts), max(1, len(place))), dtype=np.float32)
    for row, count in enumerate(counted):
        for token, times in count.items():
            matrix[row, place[token]] = 1 + np.log(times)
    weight = np.log((1 + len(texts)) / (1 + (matrix > 0).sum(axis=0))) + 1
    matrix *= weight
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit: Matrix = matrix / np.maximum(norms, 1e-9)
    return unit


def _unit(vector: Matrix) -> Matrix:
    unit: Matrix = vector / max(float(np.linalg.norm(vector)), 1e-9)
    return unit
