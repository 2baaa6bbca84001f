"""Learn how folding decides, from labelled sets; write src/octavo/stories/learned.json.

    uv run --group learn python -m bench.learn_fold ../shared/data/fold [--alone] [--report]

The same sets give the same file, byte for byte; some ten minutes of a core. `--report` writes nothing: it learns from
three quarters of each set's stories and tries on the others in the whole stream, four times over, and it learns without
each set and tries on that one; an hour and a half. `--alone` leaves folding as it is, learns only how two
articles alone are judged, and prints how pairs not learned from are; a minute.
"""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import orjson

from bench.fold_alone import AlonePairs
from bench.fold_examples import Examples, pair_examples, story_examples
from bench.fold_sets import (
    DEMO,
    FOLDS,
    HEADLINES,
    TRAPS,
    TRAPS_AGAIN,
    UNDATED,
    LabelledSet,
    Remembering,
    labelled_pairs,
    labelled_sets,
)
from bench.fold_trees import gathered, trees, weights
from octavo.core.vectors import Embedder
from octavo.stories import Folder
from octavo.stories.evaluate import bcubed_of
from octavo.stories.learned import learned_of
from octavo.stories.pair_signals import PAIR_PLACE
from octavo.stories.signals import PLACE

KEPT = Path(__file__).resolve().parent.parent / "src" / "octavo" / "stories" / "learned.json"
OF_VECTORS = frozenset({"vector", "vector_margin", "vector_cohesion"})
OF_TREES = tuple(
    name
    for name in PLACE
    if name not in {"size", "ahead", "is_foreign", "article_length", "story_length", "sounds", "figures"}
)
"""Not the lengths, which tell one set from another rather than one story (googlenews .90 with them, .93 without)."""
OF_PAIRS = tuple(
    name
    for name in PAIR_PLACE
    if name not in {"size", "cohesion", "vector_cohesion", "is_foreign", "sounds", "figures"}
)
OF_WEIGHTS = (
    *("terms", "title", "lead", "names", "vector", "told", "tells", "numbers", "dates", "near"),
    *("places", "vector_margin", "terms_margin", "sounds", "figures"),
)
OF_PAIRS_ABROAD = (
    *("terms", "title", "lead", "names", "title_names", "vector", "told", "tells", "told_all", "tells_all"),
    *("least_told", "least_tells", "least_told_lead", "least_told_names", "numbers", "dates", "near", "days"),
    *("places", "vector_margin", "terms_margin", "sounds", "figures"),
)
"""Of two full texts in different languages. Few labelled ones are, so that plain weights do better than trees: F1 on
stories of the demo that were not learned from .97 rather than .93, on meantime where it was left out .98 rather than
.76."""
GIVEN = {"ahead": (0.0, -19.8, -4.75), "days": (-2.5, -0.3, -0.3)}
"""What looks ahead is another story than what came of it, say the demo's authors; the other sets hold hardly any. One
set alone has headlines with their times, three days of the most reported events; left to it, a day's silence would
end any story (-13)."""
SHARES = {"wikinews_dev": 2.0, DEMO: 0.5, TRAPS: 0.1}
"""The one set of whole texts of many houses counts twice; what is invented counts less."""
UNTELLING_SHARE = 0.2
"""Of examples in one language of a set that has no right one: wikinews, where it was left out of learning, is folded as
it came at .77 rather than .74."""
UNDATED_SHARE = 0.5
"""Of the same set with times. Without these twins having no times meant what one set was: left out of learning,
googlenews was folded at .70 rather than .84."""
HEADLINES_SHARE = 0.1
"""Of the same set with its texts. With none of it, a tenth and a half (and a bar of .1 for headlines) ecbplus by its
titles alone is folded at .655, .693 and .707, uci, which holds no like events, at .856, .837 and .823."""
RIGHT_OF_STORIES, RIGHT_OF_PAIRS = 6.0, 3.0
"""How much more a right join counts than a wrong one: few candidates of many are right. Of pairs four times as much, F1
on stories that were not learned from is ecbplus .881 rather than .892, the demo .970 rather than .975, others alike;
but of sets that were not, ecbplus .885 rather than .870, wikinews .805 rather than .796, the demo .841, not .883."""
TREES_SHARE = 0.75
BAR = (-0.2, 1.5, 1.8)
"""What must be passed by headlines, by full texts, across languages. Bars of .1, -.2 and -.4 for headlines, F1 on
stories that were not learned from (vectors of 300 characters): uci .837, .842, .824, googlenews .928, .920, .903,
ecbplus by its titles alone .690, .687, .684, wikinews .762, .748, .738; and of few headlines in a window that has just
opened (tests/gate) a bar of .1 finds .90 of their stories, -.2 finds .95."""


@dataclass(frozen=True, slots=True)
class Learning:
    """The examples of each set, and the embedder that they were read with, if any."""

    embedder: Embedder | None
    stories: Mapping[str, Examples]
    pairs: Mapping[str, Examples]
    alone: AlonePairs

    @classmethod
    def of(cls, sets: Sequence[LabelledSet], alone: AlonePairs, embedder: Embedder | None) -> "Learning":
        """Make examples of each set; alone: the labelled pairs."""
        told = [one for one in sets if not one.name.endswith((UNDATED, HEADLINES)) and one.name not in TRAPS_AGAIN]
        pairs = {one.name: pair_examples(one, embedder) for one in told}
        return cls(
            embedder,
            {one.name: story_examples(one, embedder).that_tell(UNTELLING_SHARE) for one in sets},
            {name: found.that_tell() for name, found in pairs.items() if len(found.right)},
            alone,
        )

    def without_fold(self, fold: int) -> "Learning":
        """Return what is left where no story of this fold is seen."""
        stories, pairs = (
            {name: one.without(fold) for name, one in sets.items()} for sets in (self.stories, self.pairs)
        )
        return replace(self, stories=stories, pairs=pairs)

    def without_set(self, name: str) -> "Learning":
        """Return what is left where a set is not seen."""
        stories, pairs = (
            {other: one for other, one in sets.items() if not other.startswith(name)}
            for sets in (self.stories, self.pairs)
        )
        return replace(self, stories=stories, pairs=pairs)

    def fitted(self) -> dict[str, Any]:
        """Return the decisions, as they are kept."""
        return {"stories": self.stories_fitted(), "pairs": self.pairs_fitted(), "alone": self.alone.fitted()}

    def stories_fitted(self) -> dict[str, Any]:
        """Return the decision whether an article is of a story."""
        stories = gathered(self.stories, _shares(self.stories), RIGHT_OF_STORIES)
        linear, bias = weights(stories, self._places(OF_WEIGHTS, PLACE), GIVEN, penalty=5.0)
        grown = trees(stories.at_home(), self._places(OF_TREES, PLACE), count=200, rate=0.07)
        return {"weights": linear, "bias": bias, "trees": grown, "share": TREES_SHARE, "bar": BAR}

    def pairs_fitted(self) -> dict[str, Any]:
        """Return the decision whether two full texts are of one story: trees in one language, weights across two."""
        pairs = gathered(self.pairs, _shares(self.pairs), RIGHT_OF_PAIRS)
        linear, bias = weights(pairs, self._places(OF_PAIRS_ABROAD, PAIR_PLACE), {}, penalty=5.0)
        home = {name: found for name, one in self.pairs.items() if len((found := one.at_home()).right)}
        grown = trees(
            gathered(home, _shares(home), RIGHT_OF_PAIRS), self._places(OF_PAIRS, PAIR_PLACE), count=250, rate=0.05
        )
        return {"weights": linear, "bias": bias, "trees": grown, "share": 1.0, "bar": (0.0, 0.0, 0.0)}

    def _places(self, names: Iterable[str], places: Mapping[str, int]) -> dict[str, int]:
        return {name: places[name] for name in names if self.embedder or name not in OF_VECTORS}


def _shares(sets: Iterable[str]) -> dict[str, float]:
    return {
        name: next((share for begin, share in SHARES.items() if name.startswith(begin)), 1.0)
        * (UNDATED_SHARE if name.endswith(UNDATED) else 1.0)
        * (HEADLINES_SHARE if HEADLINES in name else 1.0)
        for name in sets
    }


def main() -> None:
    """Learn all or one part and write, or learn from parts and report."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path, help="labelled sets, one .jsonl each")
    options.add_argument("--report", action="store_true")
    options.add_argument("--alone", action="store_true")
    given = options.parse_args()
    embedder, pairs = Remembering(), labelled_pairs(given.folder)
    alone = {"vectors": AlonePairs.of(pairs, embedder), "plain": AlonePairs.of(pairs, None)}
    if given.report or given.alone:
        for name, one in alone.items():
            print(f"pairs, {name}: not seen {one.in_folds()}", flush=True)
    if given.alone:
        kept = orjson.loads(KEPT.read_bytes())
        _keep({name: {**kept[name], "alone": one.fitted()} for name, one in alone.items()})
        return
    sets = labelled_sets(given.folder)
    learning = Learning.of(sets, alone["vectors"], embedder)
    if given.report:
        report(sets, learning, embedder)
        return
    _keep({"vectors": learning.fitted(), "plain": Learning.of(sets, alone["plain"], None).fitted()})


def report(sets: list[LabelledSet], learning: Learning, embedder: Embedder) -> None:
    """Print B-cubed on stories, and on sets, that were not learned from."""
    folds = [learning.without_fold(fold).fitted() for fold in range(FOLDS)]
    for one in sets:
        if not one.name.startswith(TRAPS) and not one.name.endswith(UNDATED):
            outcomes = [_outcome(one, embedder, kept) for kept in folds]
            unseen = learning.without_set(one.name).fitted()
            print(f"{one.name}: stories not seen {_of_folds(one, outcomes)}", flush=True)
            found = _outcome(one, embedder, unseen)
            print(f"{one.name}: set not seen {bcubed_of(found, one.stories, range(len(found)))}", flush=True)


def _keep(kept: dict[str, Any]) -> None:
    KEPT.write_bytes(orjson.dumps(kept) + b"\n")


def _outcome(given: LabelledSet, embedder: Embedder, kept: dict[str, Any]) -> list[str]:
    return [one.story for one in Folder(embedder, decisions=learned_of(kept)).fold_block(given.articles)]


def _of_folds(given: LabelledSet, outcomes: list[list[str]]) -> dict[str, float]:
    """Return B-cubed over all articles, each in the outcome that had not seen its story."""
    places = [[place for place in range(len(given.stories)) if given.fold(place) == fold] for fold in range(FOLDS)]
    parts = [bcubed_of(found, given.stories, held) for found, held in zip(outcomes, places, strict=True)]
    total = len(given.stories)
    precision, recall = (
        sum(part[name] * len(held) / total for part, held in zip(parts, places, strict=True))
        for name in ("precision", "recall")
    )
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


if __name__ == "__main__":
    main()
