"""Summaries without a model: sentences that the articles themselves agree on, verbatim and cited."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from octavo.core.quantities import is_year, quantities
from octavo.core.text import tokens
from octavo.core.types import Cite, CitedSentence, Summary
from octavo.core.vectors import Embedder
from octavo.enrich import constants
from octavo.enrich.counts import Count
from octavo.enrich.disagreement import disagreements
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.lexicon import lexicon
from octavo.enrich.overtaken import standing
from octavo.enrich.passages import Passage, passages
from octavo.enrich.providers import Length

Matrix = NDArray[np.float32]


class LocalProvider:
    """Extracts; writes nothing of its own and needs no network."""

    name = "local"

    def __init__(self, embedder: Embedder | None = None) -> None:
        self._embedder = embedder

    def summarise(self, articles: Sequence[SourceArticle], language: str, length: Length = Length.PARAGRAPH) -> Summary:
        """Return verbatim sentences of a story's independent articles, each with its span, and where numbers differ.

        Fewer than `length` asks for where the articles hold fewer that stand alone. Articles in `language` speak
        first; others only where those are silent.
        """
        chosen = _in_language(independent(articles), language)
        found = passages(chosen)
        if not chosen:
            return Summary("", ())
        fewest, most = constants.SUMMARY_SENTENCES[length]
        differing = [] if length is Length.LINE else _differing(chosen, found)
        room = min(most, fewest - 1 + len(chosen)) - len(differing)
        picked = self._pick(chosen, standing(found, chosen), room) if found else []
        if len(picked) + len(differing) < fewest and (more := passages(chosen, lenient=True)):
            picked = self._pick(chosen, standing(more, chosen), fewest - len(differing))
        return Summary(_headline(chosen, picked), (*(_cited(chosen, passage) for passage in picked), *differing))

    def _pick(self, articles: list[SourceArticle], found: list[Passage], count: int) -> list[Passage]:
        """Choose by maximal marginal relevance; the best stands first, the rest in the articles' order.

        What chosen sentences have said already, alone or together, is not said again.
        """
        vectors = _vectors([*(passage.text for passage in found), *(article.title for article in articles)], articles)
        sentences, titles = vectors[: len(found)], vectors[len(found) :]
        merit = _merit(articles, found, sentences, titles)
        best = np.sort(np.argsort(-merit)[: constants.CANDIDATES_COUNT])
        candidates = [found[i] for i in best]
        said = _Said(sentences[best], self._meanings(candidates), [_stated(one) for one in candidates])
        order: list[int] = []
        while len(order) < count and (newest := said.newest(merit[best])) is not None:
            order.append(newest)
            said.say(newest)
        return [candidates[i] for i in (order[:1] + sorted(order[1:]))]

    def _meanings(self, candidates: list[Passage]) -> Matrix | None:
        return self._embedder.encode([passage.text for passage in candidates]) if self._embedder else None


class _Said:
    """How far sentences repeat what was said of them so far: each alone, and all together."""

    def __init__(
        self, sentences: Matrix, meanings: Matrix | None, stated: Sequence[frozenset[tuple[Decimal, str]]]
    ) -> None:
        self._sentences, self._meanings, self._stated = sentences, meanings, stated
        self._weights = np.maximum(sentences.sum(axis=1), 1e-9)
        self._closest, self._covered, self._alike, self._both = np.zeros((4, len(sentences)), dtype=np.float32)
        self._terms = np.zeros(sentences.shape[1], dtype=bool)
        self._numbers: set[tuple[Decimal, str]] = set()

    def newest(self, merit: Matrix) -> int | None:
        """Return the sentence of most merit that is not told yet; None where all are."""
        told = self._closest, self._covered
        open_to = np.where(self._are_told(), -np.inf, merit - constants.NOVELTY_WEIGHT * np.maximum(*told))
        best = int(np.argmax(open_to))
        return None if open_to[best] == -np.inf else best

    def _are_told(self) -> NDArray[np.bool_]:
        """Return which sentences repeat what was said: one that states numbers, all told, with far fewer words."""
        told = (self._closest >= constants.REDUNDANT_LIKENESS) | (self._covered >= constants.COVERED_SHARE)
        told |= (self._alike >= constants.REDUNDANT_MEANING) | (self._both >= constants.REDUNDANT_TOGETHER)
        restated = np.array([bool(one) and one <= self._numbers for one in self._stated])
        are_told: NDArray[np.bool_] = told | (restated & (self._covered >= constants.COVERED_RESTATED))
        return are_told

    def say(self, at: int) -> None:
        """Note that a sentence was said."""
        self._numbers |= self._stated[at]
        self._terms |= self._sentences[at] > 0
        in_words = self._sentences @ self._sentences[at]
        self._closest = np.maximum(self._closest, in_words)
        self._covered = self._sentences[:, self._terms].sum(axis=1) / self._weights
        if self._meanings is not None:
            in_meaning = self._meanings @ self._meanings[at]
            self._alike = np.maximum(self._alike, in_meaning)
            self._both = np.maximum(self._both, in_words + in_meaning)
        self._closest[at] = 1.0


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


def _differing(articles: list[SourceArticle], found: list[Passage]) -> list[CitedSentence]:
    """Return sentences that state what different reports say of one thing."""
    pairs = disagreements(found, articles[0].language, articles)[: constants.DISAGREEMENTS_COUNT]
    return [_told_apart(articles, pair.one, pair.other) for pair in pairs]


def _told_apart(articles: list[SourceArticle], one: Count, other: Count) -> CitedSentence:
    listed = lexicon(articles[one.passage.article].language)
    a, b = (articles[count.passage.article] for count in (one, other))
    template = listed.differs_named if a.publisher and b.publisher and a.publisher != b.publisher else listed.differs
    text = template.format(a=a.publisher, b=b.publisher, one=_inside(one), other=_inside(other))
    return CitedSentence(text, (Cite(a.id, one.start, one.end), Cite(b.id, other.start, other.end)))


def _inside(count: Count) -> str:
    """Return a number as it is written inside a sentence, that is where its passage begins with it too: fifteen."""
    return count.text[0].lower() + count.text[1:] if count.start == count.passage.start else count.text


def _stated(passage: Passage) -> frozenset[tuple[Decimal, str]]:
    """Return the numbers that a passage states, but for years and the small ones that many sentences share."""
    found = (one for one in quantities(passage.text) if not is_year(one))
    return frozenset((one.value, one.unit) for one in found if one.unit or one.value > constants.COMMON_NUMBER)


def _merit(articles: list[SourceArticle], found: list[Passage], sentences: Matrix, titles: Matrix) -> Matrix:
    """Return float32 (n_passages,): agreement with each article's whole, position, and nearness to the titles."""
    of_article = np.array([passage.article for passage in found])
    wholes = np.stack([_unit(sentences[of_article == n].sum(axis=0)) for n in range(len(articles))])
    agreement = sentences @ wholes.T
    mean, title = agreement.mean(axis=1), (sentences @ titles.T).mean(axis=1)
    elsewhere = np.where(of_article[:, None] == np.arange(len(articles)), 0, agreement).max(axis=1)
    merit: Matrix = (
        constants.CENTRALITY_WEIGHT * mean / max(float(mean.max()), 1e-6)
        + constants.TITLE_WEIGHT * title / max(float(title.max()), 1e-6)
        + constants.POSITION_WEIGHT * _position(found, np.maximum(title, elsewhere), len(articles))
    )
    return merit


def _position(found: list[Passage], likeness: Matrix, articles_count: int) -> Matrix:
    """Return float32 (n_passages,), 1 for a first sentence and less for later ones.

    likeness: of each passage to the titles or to another report. One of several reports that is like neither opens
    with a scene, and that it stands first tells nothing.
    """
    position = np.array([1 / (1 + passage.position) for passage in found], dtype=np.float32)
    return position if articles_count == 1 else position * (likeness >= constants.SCENE_LIKENESS)


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
