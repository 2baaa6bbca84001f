"""Folding speed on generated news over seven days: articles a second, memory, and the share of each step.

    python bench/fold.py [--articles 1000000] [--every 100000] [--vectors]

The texts have Zipf-distributed words in made-up languages, stories of one to dozens of articles, and one text in eight
a copy; their true stories are known, so the quality is printed too. Time is processor time of this one process. With
`--vectors` meanings are compared too, and what making vectors takes is a step of its own.
"""

import argparse
import random
import resource
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from time import process_time
from typing import Any

from octavo.core.types import FoldInput
from octavo.core.vectors import Embedder, local_embedder
from octavo.dedupe import CopyIndex
from octavo.stories import Folder
from octavo.stories.decide import Trees
from octavo.stories.evaluate import bcubed
from octavo.stories.open_stories import OpenStories

WORDS = 60_000
LANGUAGES = ("xa", "xb", "xc", "xd", "xe")
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
BEGAN = datetime(2031, 3, 3, tzinfo=UTC)
WINDOW = timedelta(days=7)
OPEN = 4_000
"""Events that are being reported at any moment."""
STEPS = (
    (CopyIndex, "find_and_add", "copies"),
    (OpenStories, "digest", "digest"),
    (OpenStories, "query", "query"),
    (OpenStories, "candidates", "candidates"),
    (OpenStories, "signals", "signals"),
    (Trees, "log_odds", "decide"),
    (Trees, "weights", "reasons"),
    (OpenStories, "add", "add"),
)


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
        return self._random.choices(self._words[code], cum_weights=self._sums, k=count)

    def _begin(self, number: int) -> None:
        code = self._random.choice(LANGUAGES)
        own = [self._word().capitalize() + self._word() for _ in range(6)] + self._draw(code, 40)
        self._open.append((f"s{number}", code, own, []))
        if len(self._open) > OPEN:
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
            texts[:] = [*texts[-7:], text]
        moment = BEGAN + WINDOW * (number / self._count)
        return FoldInput(
            f"a{number}", title, text, publisher=f"p{number % 997}", published=moment, language=code
        ), story


class Watch:
    """Time of each step alone, without that of steps within it; what no step took is the rest."""

    def __init__(self, steps: Iterable[tuple[type, str, str]]) -> None:
        self.seconds = 0.0
        """Of all that ran between `begin` and `end`."""
        self._spent: dict[str, float] = defaultdict(float)
        self._running = ["rest"]
        self._since = 0.0
        for owner, method, step in steps:
            setattr(owner, method, self._timed(step, getattr(owner, method)))

    def begin(self) -> None:
        self._since = process_time()

    def end(self) -> None:
        self._pass_time()

    def shares(self) -> str:
        """Return each step's share of all that was measured, the greatest first."""
        ordered = sorted(self._spent.items(), key=lambda one: -one[1])
        return "  ".join(f"{step} {share / self.seconds:.1%}" for step, share in ordered)

    def _timed(self, step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            self._pass_time()
            self._running.append(step)
            try:
                return function(*given, **named)
            finally:
                self._pass_time()
                self._running.pop()

        return call

    def _pass_time(self) -> None:
        now = process_time()
        self._spent[self._running[-1]] += now - self._since
        self.seconds += now - self._since
        self._since = now


def fold(articles_count: int, every: int, embedder: Embedder | None) -> None:
    """Fold generated news and print the figures."""
    steps = [*STEPS, (type(embedder), "encode", "vectors")] if embedder else STEPS
    watch, folding = Watch(steps), Folder(embedder)
    last, found, true = 0.0, [], []
    for number, (article, story) in enumerate(News(articles_count), start=1):
        watch.begin()
        found.append(folding.fold(article).story)
        watch.end()
        true.append(story)
        if number % every == 0:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            rate = every / (watch.seconds - last)
            print(f"{number:>9} articles  {rate:7.0f} a second  peak {peak:6.0f} MB  {bcubed(found, true)}", flush=True)
            last = watch.seconds
    print(f"{watch.seconds:.1f} processor seconds: {watch.shares()}")


def main() -> None:
    """Read the options, and fold."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=1_000_000)
    options.add_argument("--every", type=int, default=100_000)
    options.add_argument("--vectors", action="store_true")
    given = options.parse_args()
    fold(given.articles, given.every, local_embedder() if given.vectors else None)


if __name__ == "__main__":
    main()
