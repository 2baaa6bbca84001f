"""Quality of folding on labelled article lines: B-cubed (Bagga and Baldwin 1998) in the order of the file."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import orjson

from octavo.config import vectors as house
from octavo.core.errors import BadInput
from octavo.core.labelled import labelled_lines
from octavo.core.lines import read_fields
from octavo.core.types import FoldInput
from octavo.core.vectors import Embedder, local_embedder
from octavo.stories.ablation import ABLATED, without
from octavo.stories.digest import sentence_for_vector
from octavo.stories.folder import Folder
from octavo.stories.learned import learned
from octavo.stories.lines import line_input


def evaluate(path: Path, *, ablation: bool = False, first: int | None = None) -> dict[str, Any]:
    """Fold each set (one .jsonl, or a folder of them) and return its figures, by the file's name.

    ablation: print too what F1 loses without each signal, which folds each set once more for each.
    first: fold so many articles of each set, those at its beginning; all where it is None.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    figures = {file.stem: _figures(file, first, ablation=ablation) for file in files if _is_labelled(file)}
    if not figures:
        raise BadInput(f'{path} holds no article lines with a "story"')
    return figures if path.is_dir() else figures[path.stem]


def bcubed(found: Sequence[str], true: Sequence[str]) -> dict[str, float]:
    """Return B-cubed precision, recall and F1 of two partitions of the same articles."""
    return bcubed_of(found, true, range(len(found)))


def bcubed_of(found: Sequence[str], true: Sequence[str], places: Sequence[int]) -> dict[str, float]:
    """Return B-cubed of the articles at `places` alone, in the stories that all are in."""
    together, of_found, of_true = Counter(zip(found, true, strict=True)), Counter(found), Counter(true)
    counts = [(together[found[place], true[place]], of_found[found[place]], of_true[true[place]]) for place in places]
    precision = sum(both / one for both, one, _ in counts) / max(1, len(counts))
    recall = sum(both / other for both, _, other in counts) / max(1, len(counts))
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def _is_labelled(file: Path) -> bool:
    with file.open("rb") as lines:
        try:
            return "story" in orjson.loads(lines.readline())
        except orjson.JSONDecodeError:
            return False


def _figures(file: Path, first: int | None, *, ablation: bool) -> dict[str, Any]:
    rows = labelled_lines(file, {"story"}, "article lines")[:first]
    true = [str(row["story"]) for row in rows]
    embedder = house.embedder() or local_embedder()
    embedder.encode(["load"])
    started = perf_counter()
    articles = [_with_vector(line_input(read_fields(row)), embedder) for row in rows]
    folded = list(Folder(embedder).fold_stream(articles))
    seconds = perf_counter() - started
    found = [one.story for one in folded]
    languages = sorted({one.language for one in folded})
    whole = bcubed(found, true)
    return {
        **whole,
        "as_they_came": bcubed([one.story for one in Folder(embedder).fold_all(articles)], true),
        "articles": len(rows),
        "stories_true": len(set(true)),
        "stories_found": len(set(found)),
        "articles_per_second": round(len(rows) / seconds, 1),
        "by_language": {code: _of_language(code, [one.language for one in folded], found, true) for code in languages},
        **({"without": _without(articles, true, whole["f1"])} if ablation else {}),
    }


def _with_vector(article: FoldInput, embedder: Embedder) -> FoldInput:
    return replace(article, vector=embedder.encode([sentence_for_vector(article)])[0].tobytes())


def _without(articles: Sequence[FoldInput], true: Sequence[str], f1: float) -> dict[str, float]:
    """Return how F1 changes where a signal has no say."""
    embedder, whole = house.embedder() or local_embedder(), learned(has_vectors=True)
    changes = {}
    for signal in ABLATED:
        folder = Folder(embedder, decisions=without(signal, whole))
        found = [one.story for one in folder.fold_stream(articles)]
        changes[signal] = round(bcubed(found, true)["f1"] - f1, 4)
    return changes


def _of_language(code: str, languages: Sequence[str], found: Sequence[str], true: Sequence[str]) -> dict[str, float]:
    places = [place for place, language in enumerate(languages) if language == code]
    return bcubed([found[place] for place in places], [true[place] for place in places]) | {"articles": len(places)}
