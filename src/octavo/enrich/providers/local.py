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
        order = _novel(
            merit[best], sentences[best], self._meanings(candidates), [_stated(one) for one in candidates], count
        )
        return [candidates[i] for i in (order[:1] + sorted(order[1:]))]

    def _meanings(self, candidates: list[Passage]) -> Matrix | None:
        return self._embedder.encode([passage.text for passage in candidates]) if self._embedder else None


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


def _novel(
    merit: Matrix,
    sentences: Matrix,
    meanings: Matrix | None,
    stated: Sequence[frozenset[tuple[Decimal, str]]],
    count: int,
) -> list[int]:
    """Return up to `count` places, the best first, leaving out what repeats those before it.

    A sentence that states numbers, all of which were told, repeats them with far fewer words in common.
    """
    n = len(merit)
    closest, covered, alike, both = (np.zeros(n, dtype=np.float32) for _ in range(4))
    said = np.zeros(sentences.shape[1], dtype=bool)
    weight = np.maximum(sentences.sum(axis=1), 1e-9)
    order: list[int] = []
    numbers: set[tuple[Decimal, str]] = set()
    while len(order) < count:
        told = (closest >= constants.REDUNDANT_LIKENESS) | (covered >= constants.COVERED_SHARE)
        told |= (alike >= constants.REDUNDANT_MEANING) | (both >= constants.REDUNDANT_TOGETHER)
        restated = np.array([bool(one) and one <= numbers for one in stated])
        told |= restated & (covered >= constants.COVERED_RESTATED)
        open_to = np.where(told, -np.inf, merit - constants.NOVELTY_WEIGHT * np.maximum(closest, covered))
        best = int(np.argmax(open_to))
        if open_to[best] == -np.inf:
            break
        order.append(best)
        numbers |= stated[best]
        said |= sentences[best] > 0
        in_words = sentences @ sentences[best]
        closest = np.maximum(closest, in_words)
        covered = sentences[:, said].sum(axis=1) / weight
        if meanings is not None:
            in_meaning = meanings @ meanings[best]
            alike, both = np.maximum(alike, in_meaning), np.maximum(both, in_words + in_meaning)
        closest[best] = 1.0
    return order


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
