"""How well edited copies are found, by language and edit: `python -m tests.unit.copying` prints the figures."""

import random
import sys
from collections import Counter
from dataclasses import dataclass, field

from octavo.core.text import words
from octavo.dedupe import CopyIndex
from tests.unit.desk import EDITS
from tests.unit.newsroom import article
from tests.unit.wires import LANGUAGES, Agency, Wire

SHORTEST_WORDS = 60
CHARACTERS_PER_WORD = 2.2
"""Of Japanese and Chinese."""


@dataclass
class Figures:
    """Of one language."""

    made: Counter[str] = field(default_factory=Counter)
    """Copies, by edit."""
    missed: Counter[str] = field(default_factory=Counter)
    false: int = 0
    """Texts said to be copies of another text than they are, or of any."""

    @property
    def recall(self) -> float:
        return 1 - self.missed.total() / self.made.total()

    @property
    def precision(self) -> float:
        found = self.made.total() - self.missed.total()
        return found / (found + self.false)


def words_count(wire: Wire) -> float:
    """Return how many words a text has, in any script."""
    text = " ".join(wire.lines)
    return len(text) / CHARACTERS_PER_WORD if wire.language in ("ja", "zh") else len(words(text))


def measure(language: str, texts_count: int = 700, seed: int = 11) -> Figures:
    """Send invented texts past the index, about half of them copies of earlier ones, edited."""
    rng, index, figures = random.Random(seed), CopyIndex(window_seconds=400 * 86400), Figures()
    originals: dict[str, Wire] = {}
    for number in range(texts_count):
        source = rng.choice(list(originals)) if originals and rng.random() < 0.5 else ""
        edit = rng.choice(list(EDITS))
        wire = EDITS[edit](originals[source], rng) if source else Agency(rng).wire(language, rng.choice((5, 8, 12, 20)))
        if words_count(wire) < SHORTEST_WORDS:
            continue
        arriving = article(number, f"Title {number}", "\n".join(wire.lines), language=language)
        copy = index.find_and_add(arriving)
        is_right = copy is not None and (copy.article, copy.original) == (arriving.id, source)
        figures.made[edit] += bool(source)
        figures.missed[edit] += bool(source) and not is_right
        figures.false += copy is not None and not is_right
        if not source:
            originals[arriving.id] = wire
    return figures


def main() -> None:
    """Print the figures of each language."""
    for language in LANGUAGES:
        found = measure(language, texts_count=3000)
        missed = ", ".join(f"{edit} {count} of {found.made[edit]}" for edit, count in (+found.missed).items())
        quality = f"recall {found.recall:.4f}  precision {found.precision:.4f}"
        sys.stdout.write(f"{language}  copies {found.made.total()}  {quality}  {missed}\n")


if __name__ == "__main__":
    main()
