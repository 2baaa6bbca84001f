"""Labelled sets that folding is learned from: the files named, and the demo's articles with their authors' events."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32

import numpy as np
import orjson
from tests.farm.truth import truths
from tests.unit import happenings

from octavo.core.lines import read_fields
from octavo.core.types import FoldInput, Verdict
from octavo.core.vectors import Vectors, local_embedder
from octavo.stories.evaluate_pairs import article_of
from octavo.stories.lines import line_input

FOLDS = 4
DEMO, TRAPS = "demo", "traps"
UNDATED = " without times"
HEADLINES = " as headlines"
OF_LIKE_EVENTS = ("ecbplus_dev", "wikinews_dev", DEMO)
"""Sets of full texts whose titles alone are learned from too: those of headlines hold hardly two events that are alike,
so that there any two titles on a rate decision were of one."""
TRAPS_ORDERS = (1, 2, 4, 5, 7)
"""The traps are told in so many orders, each time every so manieth, since an order hides some of them."""
TRAPS_AGAIN = {f"{TRAPS}{order}" for order in TRAPS_ORDERS[1:]}
"""The sets whose pairs are those of the first order."""


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """Articles in the order of the file, with the story of each."""

    name: str
    articles: list[FoldInput]
    stories: list[str]

    def fold(self, place: int) -> int:
        """Return which fold the story at `place` is in; events told apart by a suffix, the close-by ones, share one."""
        return crc32((re.match(r"\d+|.*", self.stories[place]) or [""])[0].encode()) % FOLDS

    def undated(self) -> "LabelledSet":
        """Return the set as it would be without times, and so in an order that says nothing."""
        order = sorted(range(len(self.articles)), key=lambda place: crc32(self.articles[place].id.encode()))
        articles = [replace(self.articles[place], published=None) for place in order]
        return LabelledSet(self.name + UNDATED, articles, [self.stories[place] for place in order])

    def headlines(self) -> "LabelledSet":
        """Return the set as it would be with titles alone."""
        return LabelledSet(self.name + HEADLINES, [replace(one, text="") for one in self.articles], self.stories)

    @property
    def is_dated(self) -> bool:
        """Its articles have times."""
        return self.articles[0].published is not None


class Remembering:
    """The local embedder, each text's vector made once."""

    name = local_embedder().name
    dim = local_embedder().dim

    def __init__(self) -> None:
        self._kept: dict[str, Vectors] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 (n_texts, dim), rows L2-normalised."""
        for text in texts:
            if text not in self._kept:
                self._kept[text] = local_embedder().encode([text])[0]
        return np.stack([self._kept[text] for text in texts])


def labelled_sets(folder: Path) -> list[LabelledSet]:
    """Read each .jsonl file of article lines with a "story", by name, and the demo.

    Those with times come also without, and some with titles alone.
    """
    found = []
    for file in sorted(folder.glob("*.jsonl")):
        rows = [orjson.loads(line) for line in file.read_bytes().splitlines() if line.strip()]
        if "story" in rows[0]:
            articles = [line_input(read_fields(row)) for row in rows]
            found.append(LabelledSet(file.stem, articles, [str(row["story"]) for row in rows]))
    found += [demo(), *(_traps(order) for order in TRAPS_ORDERS)]
    dated = [one for one in found if one.is_dated and not one.name.startswith(TRAPS)]
    titles = [one.headlines() for one in found if one.name in OF_LIKE_EVENTS]
    return [*found, *(one.undated() for one in dated), *titles, *(one.undated() for one in titles if one.is_dated)]


def labelled_pairs(folder: Path) -> list[tuple[FoldInput, FoldInput, bool]]:
    """Read the pairs of articles in the files that say of each whether they are of one story."""
    rows = [row for file in sorted(folder.glob("*.jsonl")) for row in map(orjson.loads, file.open("rb"))]
    rows = [row for row in rows if "same_story" in row]
    return [(article_of(row, "a"), article_of(row, "b"), bool(row["same_story"])) for row in rows]


def demo() -> LabelledSet:
    """Return the demo's articles in order of publication, with the events that their authors meant."""
    told = [one for one in truths(datetime(2026, 3, 4, 12, tzinfo=UTC)).values() if one.verdict is Verdict.ARTICLE]
    told.sort(key=lambda one: (one.published, one.url))
    articles = [
        FoldInput(
            one.url,
            one.title,
            "\n".join(one.paragraphs),
            publisher=one.publisher,
            agency=one.agency,
            published=one.published,
            language=one.language,
        )
        for one in told
    ]
    return LabelledSet(DEMO, articles, [one.event for one in told])


def _traps(order: int) -> LabelledSet:
    """Return invented happenings of like kind, by which the tests too are told."""
    told = [
        *(("north", one) for one in happenings.QUAKE_NORTH),
        *(("south", one) for one in happenings.QUAKE_SOUTH),
        *(("one", one) for one in happenings.MATCH_ONE),
        *(("two", one) for one in happenings.MATCH_TWO),
        *(("pact", one) for one in happenings.PACT_MADE),
        ("clocks", happenings.UNRELATED),
        ("levy", happenings.LEVY),
        ("ahead", happenings.PACT_AHEAD),
    ]
    labelled = happenings.told([told[(place * order) % len(told)] for place in range(len(told))])
    return LabelledSet(f"{TRAPS}{order}", [article for _, article in labelled], [story for story, _ in labelled])
