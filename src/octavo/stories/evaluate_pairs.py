"""Quality of the join-or-new decision on labelled pairs: is it one story or not."""

from collections import Counter
from pathlib import Path
from typing import Any

from octavo.config.vectors import embedder
from octavo.core.labelled import labelled_lines
from octavo.core.lines import read_fields
from octavo.core.types import FoldInput
from octavo.core.vectors import local_embedder
from octavo.stories.lines import line_input
from octavo.stories.pairs import PairJudge


def evaluate(path: Path) -> dict[str, Any]:
    """Judge each pair of `{"a", "b", "same_story", "language"}` and return precision, recall and F1 of "same".

    Raises BadInput for lines of another kind.
    """
    rows = labelled_lines(path, {"a", "b", "same_story"}, "pairs")
    pairs = [(article_of(row, "a"), article_of(row, "b")) for row in rows]
    judge = PairJudge([article for pair in pairs for article in pair], embedder() or local_embedder())
    judged = [judge.log_odds(*pair) > 0 for pair in pairs]
    true = [bool(row["same_story"]) for row in rows]
    languages = [row.get("language", "") for row in rows]
    by_language = {
        code: figures([(judged[i], true[i]) for i, language in enumerate(languages) if language == code])
        for code in sorted(set(languages))
    }
    return {**figures(list(zip(judged, true, strict=True))), "by_language": by_language}


def article_of(row: dict[str, Any], side: str) -> FoldInput:
    """Return one side of a labelled pair: a or b."""
    return line_input(read_fields({"id": side, "language": row.get("language", ""), **row[side]}))


def figures(outcomes: list[tuple[bool, bool]]) -> dict[str, float]:
    """Return precision, recall and F1 of (judged, true) pairs."""
    count = Counter(outcomes)
    right = count[True, True]
    precision = right / max(1, right + count[True, False])
    recall = right / max(1, right + count[False, True])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "pairs": len(outcomes)}
