"""`octavo eval check`: verdicts on labelled pairs of source and summary, each line judged by itself."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from octavo.core.labelled import labelled_lines
from octavo.core.vectors import local_embedder
from octavo.enrich.checking.check import SUPPORTED_BOUND, Checked, Checker

Judged = tuple[dict[str, Any], Checked]


def evaluate(path: Path) -> dict[str, Any]:
    """Return figures over lines `{"id", "domain", "source", "summary", "supported"}`, plain or gzipped.

    Precision and recall are of the verdict "not supported"; by kind, of the lines whose first named part is of that
    kind, how many are truly not supported. Raises BadInput for lines of another kind.
    """
    checker = Checker(local_embedder())
    judged = [
        (line, checker.check(line["source"], line["summary"]))
        for line in labelled_lines(path, {"source", "summary", "supported"}, "checks")
    ]
    by_domain: defaultdict[str, list[Judged]] = defaultdict(list)
    by_kind: defaultdict[str, list[Judged]] = defaultdict(list)
    for line, checked in judged:
        by_domain[line.get("domain", "")].append((line, checked))
        for kind in {part.kind for part in checked.unsupported[:1]}:
            by_kind[kind].append((line, checked))
    return {
        "count": len(judged),
        "bound": SUPPORTED_BOUND,
        **figures(judged),
        "by_domain": {domain: figures(some) for domain, some in sorted(by_domain.items())},
        "by_kind": {kind: {"named": len(some), "precision": _share([not line["supported"] for line, _ in some])}
                    for kind, some in sorted(by_kind.items())},
    }  # fmt: skip


def figures(judged: Sequence[Judged]) -> dict[str, float]:
    """Return balanced accuracy, and precision and recall of finding what is not supported."""
    refused = [not checked.supported for _, checked in judged]
    wrong = [not line["supported"] for line, _ in judged]
    right = [is_refused == is_wrong for is_refused, is_wrong in zip(refused, wrong, strict=True)]
    recall = _share([one for one, is_wrong in zip(right, wrong, strict=True) if is_wrong])
    kept = _share([one for one, is_wrong in zip(right, wrong, strict=True) if not is_wrong])
    return {
        "balanced_accuracy": round((recall + kept) / 2, 4),
        "precision": _share([one for one, is_refused in zip(wrong, refused, strict=True) if is_refused]),
        "recall": recall,
        "supported_kept": kept,
    }


def _share(right: Sequence[bool]) -> float:
    return round(sum(right) / len(right), 4) if right else 0.0
