"""Quality of folding on labelled article lines: B-cubed (Bagga and Baldwin 1998) in the order of the file."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import orjson

from octavo.core.errors import BadInput
from octavo.core.lines import read_fields
from octavo.core.vectors import local_embedder
from octavo.stories.folder import Folder
from octavo.stories.lines import line_input


def evaluate(path: Path) -> dict[str, Any]:
    """Fold each set (one .jsonl, or a folder of them) and return its figures, by the file's name."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    figures = {file.stem: _figures(file) for file in files if _is_labelled(file)}
    if not figures:
        raise BadInput(f'{path} holds no article lines with a "story"')
    return figures if path.is_dir() else figures[path.stem]


def bcubed(found: Sequence[str], true: Sequence[str]) -> dict[str, float]:
    """Return B-cubed precision, recall and F1 of two partitions of the same articles."""
    together, of_found, of_true = Counter(zip(found, true, strict=True)), Counter(found), Counter(true)
    precision = sum(count * count / of_found[story] for (story, _), count in together.items()) / len(found)
    recall = sum(count * count / of_true[story] for (_, story), count in together.items()) / len(found)
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def _is_labelled(file: Path) -> bool:
    with file.open("rb") as lines:
        try:
            return "story" in orjson.loads(lines.readline())
        except orjson.JSONDecodeError:
            return False


def _figures(file: Path) -> dict[str, Any]:
    rows = [orjson.loads(line) for line in file.read_bytes().splitlines() if line.strip()]
    true = [str(row["story"]) for row in rows]
    embedder = local_embedder()
    embedder.encode(["load"])
    started = perf_counter()
    folded = list(Folder(embedder).fold_all(line_input(read_fields(row)) for row in rows))
    seconds = perf_counter() - started
    found = [one.story for one in folded]
    languages = sorted({one.language for one in folded})
    return {
        **bcubed(found, true),
        "articles": len(rows),
        "stories_true": len(set(true)),
        "stories_found": len(set(found)),
        "articles_per_second": round(len(rows) / seconds, 1),
        "by_language": {code: _of_language(code, [one.language for one in folded], found, true) for code in languages},
    }


def _of_language(code: str, languages: Sequence[str], found: Sequence[str], true: Sequence[str]) -> dict[str, float]:
    places = [place for place, language in enumerate(languages) if language == code]
    return bcubed([found[place] for place in places], [true[place] for place in places]) | {"articles": len(places)}
