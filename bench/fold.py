"""Folding speed on generated news: articles a second at several window sizes, memory, and the share of each step.

    python bench/fold.py [--articles 20000] [--every 5000] [--vectors]

The texts have Zipf-distributed words in three made-up languages, stories of one to dozens of articles over seven days,
and one text in eight a copy; their true stories are known, so the quality is printed too.
"""

import argparse
import random
import resource
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from time import perf_counter
from typing import Any

from octavo.core.types import FoldInput
from octavo.core.vectors import local_embedder
from octavo.dedupe import CopyIndex
from octavo.stories import Folder, folder
from octavo.stories.evaluate import bcubed
from octavo.stories.open_stories import OpenStories

WORDS = 60_000
LANGUAGES = ("xa", "xb", "xc")
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
BEGAN = datetime(2031, 3, 3, tzinfo=UTC)
WINDOW = timedelta(days=7)


class News:
    """Generated articles with known stories, in order of arrival."""

    def __init__(self, count: int, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._count = count
        self._sums = list(accumulate(1 / (rank + 3) for rank in range(WORDS)))
        self._words = {code: [self._word() for _ in range(WORDS)] for code in LANGUAGES}
        self._open: list[tuple[str, str, list[str], list[str]]] = []

    def __iter__(self) -> Iterator[tuple[FoldInput, str]]:
        for number in range(self._count):
            if not self._open or self._random.random() < 0.3:
                self._begin(number)
            yield self._article(number)

    def _word(self) -> str:
        return "".join(self._random.choices(SYLLABLES, k=self._random.randint(1, 4)))

    def _draw(self, code: str, count: int) -> list[str]:
        words, sums, top = self._words[code], self._sums, self._sums[-1]
        return [words[bisect(sums, self._random.random() * top)] for _ in range(count)]

    def _begin(self, number: int) -> None:
        code = self._random.choice(LANGUAGES)
        own = [self._word().capitalize() + self._word() for _ in range(6)] + self._draw(code, 40)
        self._open.append((f"s{number}", code, own, []))
        if len(self._open) > 400:
            self._open.pop(self._random.randrange(len(self._open)))

    def _article(self, number: int) -> tuple[FoldInput, str]:
        story, code, own, texts = self._random.choice(self._open)
        title = " ".join(self._random.choices(own, k=5) + self._draw(code, 4))
        if texts and self._random.random() < 0.125:
            text = self._random.choice(texts)
        else:
            words = self._random.choices(own, k=70) + self._draw(code, 180)
            self._random.shuffle(words)
            text = ". ".join(" ".join(words[start : start + 18]) for start in range(0, len(words), 18)) + "."
            texts.append(text)
        moment = BEGAN + WINDOW * (number / self._count)
        return FoldInput(
            f"a{number}", title, text, publisher=f"p{number % 997}", published=moment, language=code
        ), story


def timed(spent: dict[str, float], step: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return `function` with its time added to `spent[step]`."""

    def call(*given: Any, **named: Any) -> Any:
        started = perf_counter()
        try:
            return function(*given, **named)
        finally:
            spent[step] += perf_counter() - started

    return call


def watch() -> dict[str, float]:
    """Time the steps of folding from here on."""
    spent: dict[str, float] = defaultdict(float)
    for step in ("digest", "signals"):
        setattr(folder, step, timed(spent, step, getattr(folder, step)))
    for owner, steps in ((CopyIndex, ("find_and_add",)), (OpenStories, ("read", "candidates", "add"))):
        for step in steps:
            setattr(owner, step, timed(spent, step.replace("find_and_add", "copies"), getattr(owner, step)))
    return spent


def main() -> None:
    """Fold generated news and print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--every", type=int, default=5_000)
    options.add_argument("--vectors", action="store_true")
    given = options.parse_args()
    spent, folding = watch(), Folder(local_embedder() if given.vectors else None)
    seconds, last, found, true = 0.0, 0.0, [], []
    for number, (article, story) in enumerate(News(given.articles), start=1):
        started = perf_counter()
        found.append(folding.fold(article).story)
        seconds += perf_counter() - started
        true.append(story)
        if number % given.every == 0:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{number:>9} articles  {given.every / (seconds - last):7.0f} a second  peak {peak:6.0f} MB")
            last = seconds
    print("  ".join(f"{step} {share / seconds:.0%}" for step, share in sorted(spent.items(), key=lambda one: -one[1])))
    print("B-cubed", bcubed(found, true))


if __name__ == "__main__":
    main()
