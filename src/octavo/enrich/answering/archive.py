"""Articles made ready for questions: their passages, words and vectors."""

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from octavo.core.text import Span, is_paired, sentences, tokens
from octavo.core.vectors import Embedder
from octavo.enrich.answering.constants import PASSAGE_SENTENCES_COUNT, PASSAGE_TOKENS_FEWEST, SENTENCE_CHARACTERS
from octavo.enrich.answering.likeness import Words
from octavo.enrich.answering.wording import words
from octavo.enrich.entities import EntityKind
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.naming import entities
from octavo.enrich.passages import Passage, without_dateline

Matrix = NDArray[np.float32]


class Archive:
    """Independent articles, each with at least one passage."""

    def __init__(self, articles: Sequence[SourceArticle], embedder: Embedder) -> None:
        self.articles = [article for article in independent(articles) if _parts(article)]
        self.embedder = embedder
        self.words = Words(embedder)
        self.passages = [
            Passage(number, position, start, end, article.text[start:end])
            for number, article in enumerate(self.articles)
            for position, (start, end) in enumerate(_parts(article))
        ]
        self.of_article: list[list[int]] = [[] for _ in self.articles]
        for i, passage in enumerate(self.passages):
            self.of_article[passage.article].append(i)
        self.passage_words = [words(passage.text) for passage in self.passages]
        self.article_words = [list(dict.fromkeys(words(f"{one.title} {one.text}"))) for one in self.articles]
        self._tokens = [frozenset(tokens(f"{one.title} {one.text}")) for one in self.articles]
        self._holding = Counter(token for held in self._tokens for token in held)
        self._names: dict[int, list[dict[int, EntityKind]]] = {}
        self._embed()

    def _embed(self) -> None:
        said = [[span.text for span in sentences(one.text, self.language(one))] for one in self.passages]
        titles = [self.articles[one.article].title for one in self.passages]
        self._starts = np.cumsum([0, *map(len, said)])[:-1]
        self._alone = self.embedder.encode([text for texts in said for text in texts])
        self._titled = self.embedder.encode(
            [f"{title}: {text}" for title, texts in zip(titles, said, strict=True) for text in texts]
        )
        self._whole = self.embedder.encode(
            [f"{title}: {passage.text}" for title, passage in zip(titles, self.passages, strict=True)]
        )

    def language(self, passage: Passage) -> str:
        return self.articles[passage.article].language

    def years(self, passage: Passage) -> frozenset[int]:
        """Return the year in which a passage's report was published; empty where that is not known."""
        published = self.articles[passage.article].published
        return frozenset({published.year} if published else ())

    @property
    def is_dated(self) -> bool:
        """Tell whether of any article it is known when it was published."""
        return any(article.published for article in self.articles)

    def names(self, article: int) -> list[dict[int, EntityKind]]:
        """Return which words of an article's passages are parts of names, and of what kind."""
        if article not in self._names:
            self._names[article] = self._named(article)
        return self._names[article]

    def _named(self, number: int) -> list[dict[int, EntityKind]]:
        article = self.articles[number]
        kinds: dict[str, EntityKind] = {}
        for one in entities(article.text, article.title, article.language):
            parts = words(one.surface)
            whole = EntityKind.PERSON if one.kind is EntityKind.OTHER and len(parts) == 2 else one.kind
            kinds |= {part: whole for part in parts if part[0].isupper() or not part.isascii()}
        return [
            {at: kind for at, word in enumerate(self.passage_words[i]) if (kind := _kind(word, kinds))}
            for i in self.of_article[number]
        ]

    def alone(self, vector: Matrix) -> Matrix:
        """Return float32 (n_passages,): the likeness of each passage's nearest sentence."""
        return self._nearest(self._alone, vector)

    def titled(self, vector: Matrix) -> Matrix:
        """The same, each sentence read under its article's title."""
        return self._nearest(self._titled, vector)

    def whole(self, vector: Matrix) -> Matrix:
        """The same, of whole passages under their titles."""
        return self._whole @ vector

    def _nearest(self, sentence_vectors: Matrix, vector: Matrix) -> Matrix:
        nearest: Matrix = np.maximum.reduceat(sentence_vectors @ vector, self._starts)
        return nearest

    def weight(self, word: str) -> float:
        """Return how much a word tells one article from another; natural logarithm of its rarity."""
        parts = [np.log((1 + len(self.articles)) / (0.5 + self._holding[token])) for token in tokens(word)]
        return float(np.mean(parts)) if parts else 1.0

    def shared(self, asked: frozenset[str]) -> Matrix:
        """Return float32 (n_articles,): the share of these tokens that each article says."""
        return np.array([len(asked & held) / max(1, len(asked)) for held in self._tokens], dtype=np.float32)


def _kind(word: str, kinds: Mapping[str, EntityKind]) -> EntityKind | None:
    """Return what kind of name a word is a part of, with a particle behind it too, as Korean and Japanese have."""
    if word in kinds or not is_paired(word):
        return kinds.get(word)
    return next((kinds[word[:end]] for end in range(len(word) - 1, 1, -1) if word[:end] in kinds), None)


def _sentences(text: str, language: str) -> Iterator[Span]:
    for span in sentences(text, language):
        for start in range(span.start, span.end, SENTENCE_CHARACTERS):
            end = min(start + SENTENCE_CHARACTERS, span.end)
            yield Span(start, end, text[start:end])


def _parts(article: SourceArticle) -> list[tuple[int, int]]:
    """Return where an article's paragraphs stand, those of many sentences in parts, without datelines and scraps."""
    breaks = [at for at, sign in enumerate(article.text) if sign == "\n"]
    lines: dict[int, list[Span]] = {}
    for span in _sentences(article.text, article.language):
        lines.setdefault(bisect(breaks, span.start), []).append(without_dateline(span))
    parts = [
        (spans[at].start, spans[min(at + PASSAGE_SENTENCES_COUNT, len(spans)) - 1].end)
        for spans in lines.values()
        for at in range(0, len(spans), PASSAGE_SENTENCES_COUNT)
    ]
    return [(start, end) for start, end in parts if len(tokens(article.text[start:end])) >= PASSAGE_TOKENS_FEWEST]
