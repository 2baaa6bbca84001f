"""The evaluation gate: folding invented news of several kinds stays as good as it is, and no floor is ever lowered."""

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from octavo.core.types import FoldInput, Verdict
from octavo.core.vectors import local_embedder
from octavo.stories import Folder
from octavo.stories.evaluate import bcubed, evaluate
from tests.farm.truth import truths

GATE = Path(__file__).resolve().parent.parent / "gate"
FLOORS: dict[str, dict[str, float]] = json.loads((GATE / "floors.json").read_text())
MARGIN = 0.03
"""A floor that is passed by more is to be raised, so that what was won is kept."""


def _demo() -> dict[str, float]:
    told = [one for one in truths(datetime(2026, 3, 4, 12, tzinfo=UTC)).values() if one.verdict is Verdict.ARTICLE]
    told.sort(key=lambda one: (one.published, one.url))
    articles = [
        FoldInput(one.url, one.title, "\n".join(one.paragraphs), "", one.publisher, one.agency, one.published)
        for one in told
    ]
    folded = Folder(local_embedder()).fold_block(articles)
    return bcubed([one.story for one in folded], [one.event for one in told])


@pytest.mark.parametrize("name", FLOORS)
def test_folding_reaches_its_floors(name: str) -> None:
    found = _demo() if name == "demo" else evaluate(GATE / f"{name}.jsonl")
    floors = FLOORS[name]
    assert {key: found[key] for key, floor in floors.items() if found[key] < floor} == {}, floors
    assert {key: found[key] for key, floor in floors.items() if found[key] > floor + MARGIN} == {}, "raise the floor"


def test_no_floor_is_lower_than_it_ever_was() -> None:
    name = "tests/gate/floors.json"
    asked = ["git", "-C", str(GATE), "log", "--format=%H", "--", "floors.json"]
    log = subprocess.run(asked, capture_output=True, text=True, check=False)
    if log.returncode:
        pytest.skip("not a git checkout: no earlier floors to compare with")
    for commit in log.stdout.split():
        show = subprocess.run(["git", "-C", str(GATE), "show", f"{commit}:{name}"], capture_output=True, check=False)
        before = json.loads(show.stdout) if show.returncode == 0 else {}
        lowered = {
            (kind, key): floor
            for kind, floors in before.items()
            for key, floor in floors.items()
            if FLOORS.get(kind, {}).get(key, 0.0) < floor
        }
        assert lowered == {}, f"lower than in {commit}"
