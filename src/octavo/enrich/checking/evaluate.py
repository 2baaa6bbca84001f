"""`octavo eval check`: verdicts on labelled pairs of source and summary, each line judged by itself."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from octavo.core.labelled import labelled_lines, share
from octavo.core.vectors import local_embedder
from octavo.enrich.checking.check import SUPPORTED_BOUND, Checked, Checker
from octavo.enrich.checking.edits import kinds_of_edit

Judged = tuple[dict[str, Any], Checked]


def evaluate(path: Path) -> dict[str, Any]:
    """Return figures over lines `{"id", "domain", "source", "summary", "supported"}`, plain or gzipped.

    Precision and recall are of the verdict "not supported"; by kind see `kind_figures`. Raises BadInput for lines of
    another kind.
    """
    checker = Checker(local_embedder())
    judged = [
        (line, checker.check(line["source"], line["summary"]))
        for line in labelled_lines(path, {"source", "summary", "supported"}, "checks")
    ]
    by_domain: defaultdict[str, list[Judged]] = defaultdict(list)
    for line, checked in judged:
        by_domain[line.get("domain", "")].append((line, checked))
    return {
        "count": len(judged),
        "bound": SUPPORTED_BOUND,
        **figures(judged),
        "by_domain": {domain: figures(some) for domain, some in sorted(by_domain.items())},
        "by_kind": kind_figures(judged),
    }


def kind_figures(judged: Sequence[Judged]) -> dict[str, dict[str, float]]:
    """Return figures by kind of error, that of an edit being told from the nearest supported summary of its source.

    Of edits that changed this kind: how many are `refused`, and `recall`: so, with a part named that is of this kind.
    Of lines with such a part named: how many are `false`, and `precision`: edits that changed this kind.
    """
    faithful: defaultdict[str, list[str]] = defaultdict(list)
    for line, _ in judged:
        if line["supported"]:
            faithful[line["source"]].append(line["summary"])
    rows = [_kinds(line, checked, faithful[line["source"]]) for line, checked in judged]
    kinds = sorted({kind for edited, named, _ in rows for kind in edited | named})
    return {kind: _kind_figures(kind, rows) for kind in kinds}


Row = tuple[frozenset[str], frozenset[str], bool]
"""The kinds that an edit changed, none where it is supported; those that were named; whether it is false."""


def _kinds(line: dict[str, Any], checked: Checked, faithful: Sequence[str]) -> Row:
    is_false = not line["supported"]
    edited = kinds_of_edit(line["summary"], faithful) if is_false else frozenset()
    return edited, frozenset(part.kind for part in checked.unsupported), is_false


def _kind_figures(kind: str, rows: Sequence[Row]) -> dict[str, float]:
    edits = [named for edited, named, _ in rows if kind in edited]
    found = [(kind in edited, is_false) for edited, named, is_false in rows if kind in named]
    return {
        "edits": len(edits),
        "refused": share([bool(named) for named in edits]),
        "recall": share([kind in named for named in edits]),
        "named": len(found),
        "false": share([is_false for _, is_false in found]),
        "precision": share([is_right for is_right, _ in found]),
    }


def figures(judged: Sequence[Judged]) -> dict[str, float]:
    """Return balanced accuracy, and precision and recall of finding what is not supported."""
    refused = [not checked.supported for _, checked in judged]
    wrong = [not line["supported"] for line, _ in judged]
    right = [is_refused == is_wrong for is_refused, is_wrong in zip(refused, wrong, strict=True)]
    recall = share([one for one, is_wrong in zip(right, wrong, strict=True) if is_wrong])
    kept = share([one for one, is_wrong in zip(right, wrong, strict=True) if not is_wrong])
    return {
        "balanced_accuracy": round((recall + kept) / 2, 4),
        "precision": share([one for one, is_refused in zip(wrong, refused, strict=True) if is_refused]),
        "recall": recall,
        "supported_kept": kept,
    }
