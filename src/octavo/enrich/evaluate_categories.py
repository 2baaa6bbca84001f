"""`octavo eval` for categories: labels of seven coarse classes against the seventeen categories."""

from collections import Counter
from pathlib import Path
from typing import Any

from octavo.core.labelled import labelled_lines, share
from octavo.core.vectors import Embedder, local_embedder
from octavo.enrich.categories import category

CLASSES = {
    "society": (
        "politics",
        "society",
        "crime-law-and-justice",
        "conflict-war-and-peace",
        "disaster-accident-and-emergency-incident",
        "education",
        "labour",
        "religion",
        "environment",
        "weather",
    ),
    "economy": ("economy-business-and-finance", "labour"),
    "sports": ("sport",),
    "technology": ("science-and-technology",),
    "science": ("science-and-technology", "health", "environment"),
    "entertainment": ("arts-culture-entertainment-and-media", "lifestyle-and-leisure", "human-interest"),
}
"""Which categories are right for each class of the set; its classes "other" and "not_news" have no counterpart."""


def evaluate(path: Path) -> dict[str, Any]:
    """Return accuracy over lines `{"title", "text", "language", "category"}`, with and without vectors.

    Raises BadInput for lines of another kind.
    """
    labelled = labelled_lines(path, {"title", "text", "language", "category"}, "categories")
    lines = [line for line in labelled if line["category"] in CLASSES]
    by_words = _answers(lines, None)
    by_vector = _answers(lines, local_embedder())
    return {"count": len(lines), "words": _figures(lines, by_words), "words_and_vectors": _figures(lines, by_vector)}


def _answers(lines: list[dict[str, str]], embedder: Embedder | None) -> list[str]:
    return [category(line["title"], line["text"], "", (), line["language"], embedder=embedder) for line in lines]


def _figures(lines: list[dict[str, str]], answers: list[str]) -> dict[str, Any]:
    right = [answer in CLASSES[line["category"]] for line, answer in zip(lines, answers, strict=True)]
    return {
        "accuracy": share(right),
        "by_language": _grouped([line["language"] for line in lines], right),
        "by_class": _grouped([line["category"] for line in lines], right),
        "answers": dict(Counter(answers).most_common()),
    }


def _grouped(names: list[str], right: list[bool]) -> dict[str, float]:
    return {
        name: share([one for one, other in zip(right, names, strict=True) if other == name])
        for name in sorted(set(names))
    }
