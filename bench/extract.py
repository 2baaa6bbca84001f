"""Extraction beside trafilatura, in one run: quality, processor time as ratios, and peak memory.

Peak memory is that of a process of its own for each, which reads all pages one after the other.

python bench/extract.py ../shared/data/extract
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean, median

import trafilatura

from octavo.extract import extract
from octavo.extract.evaluate import LabelledPage, f1_of, labelled, score

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.memory import peak_of_reading

ALONE = {"octavo": "octavo.extract:extract", "trafilatura": "trafilatura:extract"}
READERS: dict[str, Callable[[str], str]] = {
    "octavo": lambda html: extract(html).text,
    "trafilatura": lambda html: trafilatura.extract(html) or "",
    "trafilatura_fast": lambda html: trafilatura.extract(html, fast=True) or "",
    "trafilatura_recall": lambda html: trafilatura.extract(html, favor_recall=True) or "",
}


def measure(read: Callable[[str], str], pages: Sequence[LabelledPage]) -> dict[str, float]:
    """Return one reader's quality, and its processor milliseconds a page."""
    read(pages[0].html)
    scores, times = [], []
    for page in pages:
        started = time.process_time()
        text = read(page.html)
        times.append((time.process_time() - started) * 1000)
        scores.append(score(page.text, text))
    precisions, recalls = zip(*scores, strict=True)
    return {
        "precision": round(mean(precisions), 4),
        "recall": round(mean(recalls), 4),
        "f1": round(f1_of(precisions, recalls), 4),
        "milliseconds_mean": round(mean(times), 2),
        "milliseconds_median": round(median(times), 2),
    }


def main(folder: Path) -> None:
    """Print the figures of every labelled file as JSON; `time_ratio` is trafilatura's default over ours."""
    figures: dict[str, object] = {}
    for file in sorted(folder.glob("*.jsonl.gz")):
        pages = list(labelled(file))
        found = {name: measure(read, pages) for name, read in READERS.items()}
        ours = found["octavo"]["milliseconds_mean"]
        best = max(one["f1"] for name, one in found.items() if name != "octavo")
        figures[file.name.removesuffix(".jsonl.gz")] = {
            **found,
            "time_ratio": round(found["trafilatura"]["milliseconds_mean"] / ours, 2),
            "f1_above_best": round(found["octavo"]["f1"] - best, 4),
            "peak_megabytes": {
                name: peak_of_reading(function, (page.html for page in pages)) for name, function in ALONE.items()
            },
        }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
