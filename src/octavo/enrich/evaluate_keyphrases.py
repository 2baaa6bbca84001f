"""`octavo eval keyphrases`: F1 of the first ten phrases, beside YAKE and vector likeness in the same run."""

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np

from octavo.core.labelled import labelled_lines
from octavo.core.text import words
from octavo.core.vectors import local_embedder
from octavo.enrich.keyphrases import key_phrases
from octavo.enrich.lexicon import lexicon

COUNT = 10
CANDIDATE_WORDS_COUNT = 400

Extractor = Callable[[str], Sequence[str]]


def evaluate(path: Path) -> dict[str, Any]:
    """Return F1@10 over lines `{"text", "keyphrases"}` in English, exact but for case.

    YAKE (Campos 2020) stands beside it where the package is installed, at each length of phrases; "vectors" takes the
    words and pairs whose vectors are most like the text's, as KeyBERT does. Raises BadInput for lines of another kind.
    """
    lines = labelled_lines(path, {"text", "keyphrases"}, "key phrases")
    extractors: dict[str, Extractor] = {
        "octavo": lambda text: [phrase.text for phrase in key_phrases(text, "en", COUNT)],
        "vectors": by_vectors,
    }
    if find_spec("yake"):
        extractors |= {f"yake_{length}": _yake(length) for length in (1, 2, 3)}
    scores = {
        name: mean(f1(take(line["text"]), line["keyphrases"]) for line in lines) for name, take in extractors.items()
    }
    return {"texts": len(lines), "f1_at_10": {name: round(score, 4) for name, score in scores.items()}}


def f1(found: Sequence[str], wished: Sequence[str]) -> float:
    """Return F1 of the first ten phrases found."""
    mine, theirs = {one.casefold() for one in found[:COUNT]}, {one.casefold() for one in wished}
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine else 0.0


def by_vectors(text: str) -> list[str]:
    """Return the words and pairs of words whose vectors are most like the whole text's."""
    stop = lexicon("en").stop
    held = words(text)[:CANDIDATE_WORDS_COUNT]
    singles = [word for word in held if word.casefold() not in stop]
    pairs = [f"{one} {other}" for one, other in pairwise(held) if not {one.casefold(), other.casefold()} & stop]
    candidates = list({one.casefold(): one for one in [*singles, *pairs]}.values())
    if not candidates:
        return []
    embedder = local_embedder()
    likeness = embedder.encode(candidates) @ embedder.encode([text])[0]
    return [candidates[i] for i in np.argsort(-likeness)[:COUNT]]


def _yake(length: int) -> Extractor:
    from yake import KeywordExtractor

    extractor = KeywordExtractor(lan="en", n=length, top=COUNT)
    return lambda text: [phrase for phrase, _ in extractor.extract_keywords(text)]
