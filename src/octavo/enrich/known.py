"""What reports hold already, to tell whether a sentence adds to it: their words, their numbers, what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import numpy as np

from octavo.core.quantities import is_year
from octavo.core.text import is_paired, sentences, tokens, words
from octavo.core.vectors import Embedder, Vectors
from octavo.enrich import constants
from octavo.enrich.amounts import numbers
from octavo.enrich.counts import counts
from octavo.enrich.days import day_forms, deadlines
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.lexicon import lexicon
from octavo.enrich.meanings import meanings
from octavo.enrich.passages import Passage, passages
from octavo.enrich.tolls import tolls

KOREAN_STEM_LETTERS = 2


@dataclass(frozen=True)
class Known:
    """What reports hold."""

    reports: tuple[SourceArticle, ...]
    embedder: Embedder | None
    """Without one nothing is known by its meaning."""

    def share_new(self, text: str, language: str) -> float:
        """Return how much of a sentence's telling words no report has."""
        told = telling(text, language)
        return len(told - self._words) / len(told) if told else 0.0

    def has_new_number(self, passage: Passage, language: str) -> bool:
        """Tell whether a sentence states a number or a deadline that no report does, in figures or words."""
        is_stated = self._numbers.issuperset(_stated(passage, language))
        return not is_stated or not self._deadlines.issuperset(_deadlines(passage.text, language))

    def new_words(self, text: str, language: str) -> frozenset[str]:
        """Return the telling words of which no report has a form; none of scripts whose words no space parts."""
        if language == "ko":
            return frozenset(word for word in words(text) if word[:KOREAN_STEM_LETTERS] not in self._whole)
        told = (word for word in telling(text, language) if not is_paired(word) and word.isalpha())
        return frozenset(word for word in told if word[: constants.STEM_LETTERS] not in self._stems)

    def share_new_words(self, text: str, language: str) -> float:
        """Return how many of a sentence's words are such."""
        whole = words(text) if language == "ko" else telling(text, language)
        return len(self.new_words(text, language)) / len(whole) if whole else 0.0

    def is_said(self, text: str) -> bool:
        """Tell whether a sentence of any report, in whatever language, may mean the same."""
        return bool(self._near(text, constants.SAID_LIKENESS))

    def is_retold(self, text: str, language: str) -> bool:
        """Tell whether a sentence of a report, in whatever language, means nearly the same.

        It may be less alike in English, whose single words the vectors tell apart well, where it has words near to most
        that are new in `text`; and where no report speaks the language.
        """
        new = sorted(self.new_words(text, language))
        is_abroad = all(one.language != language for one in self.reports)
        return any(
            likeness >= constants.RETOLD_ALIKE
            or is_abroad
            or (language == said_in == "en" and self._has_near_words(one, new))
            for one, said_in, likeness in self._near(text, constants.RETOLD_LIKENESS)
        )

    @cached_property
    def tolls(self) -> frozenset[Decimal]:
        """Return how many have died, by each report that says so."""
        found = (tolls(passages([one]), one.language).values() for one in self.reports)
        return frozenset(toll.number.value for own in found for toll in own)

    @cached_property
    def _whole(self) -> str:
        return "\n".join(f"{one.title}\n{one.text}" for one in self.reports)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(tokens(self._whole))

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(word[: constants.STEM_LETTERS] for word in self._words)

    @cached_property
    def _numbers(self) -> frozenset[Decimal]:
        texts = ((f"{one.title}\n{one.text}", one.language) for one in self.reports)
        return frozenset(number.value for text, language in texts for number in numbers(text, language))

    @cached_property
    def _deadlines(self) -> frozenset[frozenset[str]]:
        return frozenset(by for one in self.reports for by in _deadlines(f"{one.title}\n{one.text}", one.language))

    @cached_property
    def _sentences(self) -> list[tuple[str, str]]:
        """Return each sentence with its language, titles among them."""
        return [*dict.fromkeys(one for report in self.reports for one in _sentences_of(report))]

    @cached_property
    def _meanings(self) -> Vectors:
        assert self.embedder is not None
        return meanings([one for one, _ in self._sentences], self.embedder)

    def _near(self, text: str, least: float) -> list[tuple[str, str, float]]:
        """Return the sentences that are so near in meaning, each with its language and its likeness."""
        if self.embedder is None or not self._sentences:
            return []
        likeness = self._meanings @ meanings([text], self.embedder)[0]
        return [(*self._sentences[at], float(likeness[at])) for at in np.flatnonzero(likeness >= least)]

    def _has_near_words(self, sentence: str, new: list[str]) -> bool:
        if not new or self.embedder is None:
            return True
        held = meanings(sorted(set(words(sentence))), self.embedder)
        near = (meanings(new, self.embedder) @ held.T).max(axis=1) >= constants.NEAR_WORD_LIKENESS
        return float(near.mean()) >= constants.NEAR_WORDS_SHARE


def telling(text: str, language: str) -> set[str]:
    """Return the words of a text that say what it is about."""
    return set(tokens(text)) - lexicon(language).stop


def _sentences_of(report: SourceArticle) -> Iterator[tuple[str, str]]:
    head = sentences(report.text[: constants.KNOWN_CHARACTERS], report.language)[: constants.SENTENCES_READ_COUNT]
    for text in (report.title, *(span.text for span in head)):
        if text:
            yield text, report.language


def _stated(passage: Passage, language: str) -> set[Decimal]:
    """Return the numbers of a sentence that tell something: large ones, and small ones of things that are named."""
    counted = {count.value for count in counts([passage], language)}
    bare = day_forms(language).sub(" ", passage.text)
    stated = {number.value for number in numbers(bare, language) if not is_year(number)}
    return {value for value in stated if value > constants.COMMON_NUMBER or value in counted}


def _deadlines(text: str, language: str) -> set[frozenset[str]]:
    """Return the days and months by or until which something is, each as its words in whatever order."""
    found = (match["by"] for match in deadlines(language).finditer(text))
    return {frozenset(tokens(by)) for by in found if any(map(str.isdigit, by))}
