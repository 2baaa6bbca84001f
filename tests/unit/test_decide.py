"""The learned decision: what trees and weights say, what each signal adds, and what is lost without it."""

import numpy as np
import pytest
from numpy.typing import NDArray

from octavo.stories.ablation import ABLATED, without
from octavo.stories.decide import Trees, strongest
from octavo.stories.learned import Learned, learned
from octavo.stories.pair_signals import PAIR_SIGNALS, both_ways
from octavo.stories.signals import PLACE, SIGNALS, shown_as

STUMP = Trees(
    signals=np.array([[0, 1, 1]]),
    bounds=np.array([[0.5, 0.2, 0.8]], dtype=np.float32),
    values=np.array([[0.0, -1.0, 1.0, -2.0, -0.5, 0.5, 2.0]], dtype=np.float32),
)


@pytest.mark.parametrize(
    ("evidence", "log_odds"), [((0.5, 0.2), -2.0), ((0.5, 0.3), -0.5), ((0.6, 0.8), 0.5), ((0.6, 0.9), 2.0)]
)
def test_a_tree_is_gone_down_by_its_bounds(evidence: tuple[float, float], log_odds: float) -> None:
    assert STUMP.log_odds(np.array([evidence], dtype=np.float32)) == pytest.approx([log_odds])


def test_each_step_is_credited_to_the_signal_it_asks_for() -> None:
    assert STUMP.weights(np.array([0.6, 0.9], dtype=np.float32)) == pytest.approx([1.0, 1.0])


@pytest.fixture(params=[True, False], ids=["vectors", "plain"])
def decisions(request: pytest.FixtureRequest) -> Learned:
    return learned(has_vectors=request.param)


def _drawn(columns: int) -> NDArray[np.float32]:
    return np.random.default_rng(1).random((200, columns), dtype=np.float32)


def test_what_signals_add_is_what_pairs_come_to(decisions: Learned) -> None:
    evidence = _drawn(len(PAIR_SIGNALS))
    trees = decisions.pairs.trees
    roots = float(trees.values[:, 0].sum())
    added = [float(trees.weights(one).sum()) + roots for one in evidence]
    assert trees.log_odds(evidence) == pytest.approx(added, abs=1e-3)


@pytest.mark.parametrize("name", ["terms", "names", "told", "tells", "numbers", "places"])
def test_more_of_what_speaks_for_a_join_never_speaks_against(decisions: Learned, name: str) -> None:
    evidence = _drawn(len(SIGNALS))
    evidence[:, PLACE["is_foreign"]] = 0
    more = evidence.copy()
    more[:, PLACE[name]] += 0.3
    assert (decisions.stories.log_odds(more) >= decisions.stories.log_odds(evidence) - 1e-4).all()


@pytest.mark.parametrize("signal", ABLATED)
def test_without_a_signal_its_values_say_nothing(decisions: Learned, signal: str) -> None:
    silenced = without(signal, decisions)
    evidence = _drawn(len(SIGNALS))
    evidence[:, PLACE["is_foreign"]] = 0
    weights = np.array([decisions.stories.weights(one) for one in evidence])
    own = np.array([shown_as(name) == signal for name in SIGNALS])
    wanted = decisions.stories.log_odds(evidence) - weights[:, own].sum(axis=1)
    assert silenced.stories.log_odds(evidence) == pytest.approx(wanted, abs=1e-3)


def test_reasons_are_summed_under_the_names_that_people_know() -> None:
    told = strongest(("terms", "told_lead", "least_told", "names"), np.array([1.0, 0.5, -0.25, 0.0], dtype=np.float32))
    assert [(one.name, one.value) for one in told] == [("terms", 1.5), ("title", -0.25)]


def test_a_pair_is_read_both_ways() -> None:
    there, back = np.zeros((1, len(SIGNALS)), np.float32), np.zeros((1, len(SIGNALS)), np.float32)
    there[0, PLACE["told"]], back[0, PLACE["told"]] = 1.0, 0.5
    both = dict(zip(PAIR_SIGNALS, both_ways(there, back)[0].tolist(), strict=True))
    assert (both["told"], both["least_told"]) == (0.75, 0.5)
