"""`octavo eval fold`: figures of a labelled set, and what each signal is worth."""

import json
from pathlib import Path

import pytest
from typer import Typer
from typer.testing import CliRunner

from octavo.cli import evaluate
from octavo.stories.ablation import ABLATED
from octavo.stories.evaluate import bcubed_of
from tests.unit import happenings

app = Typer()
evaluate.register(app)


def _set(path: Path) -> Path:
    told = [*(("one", one) for one in happenings.MATCH_ONE), *(("two", one) for one in happenings.MATCH_TWO)]
    rows = [
        {"id": one.id, "title": one.title, "text": one.text, "story": story, "language": "en"}
        for story, one in happenings.told(told)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_figures_with_and_without_each_signal(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["fold", str(_set(tmp_path / "a.jsonl")), "--ablation"])
    found = json.loads(ran.stdout)
    assert (found["precision"], found["recall"], found["f1"]) == (1.0, 1.0, 1.0)
    assert set(found["as_they_came"]) == {"precision", "recall", "f1"}
    assert set(found["without"]) == set(ABLATED)
    assert all(-1.0 <= change <= 0.0 for change in found["without"].values())
    assert found["by_language"]["en"]["articles"] == 4


@pytest.mark.parametrize("line", ["{broken", '{"id": "x", "title": "Rain in Lostrup"}', "[]"])
def test_a_line_that_is_broken_or_not_labelled_is_bad_input(tmp_path: Path, line: str) -> None:
    path = _set(tmp_path / "a.jsonl")
    with path.open("a") as lines:
        lines.write(f"{line}\n")
    ran = CliRunner().invoke(app, ["fold", str(path)])
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "a.jsonl" in ran.stderr


@pytest.mark.parametrize("option", [["--ablation"], ["--first", "2"]])
def test_only_folding_is_asked_what_its_signals_are_worth_or_for_a_part(tmp_path: Path, option: list[str]) -> None:
    ran = CliRunner().invoke(app, ["pairs", str(_set(tmp_path / "a.jsonl")), *option])
    assert ran.exit_code == 2
    assert option[0] in ran.stderr


def test_the_beginning_of_a_set_is_folded_alone(tmp_path: Path) -> None:
    found = json.loads(CliRunner().invoke(app, ["fold", str(_set(tmp_path / "a.jsonl")), "--first", "2"]).stdout)
    assert (found["articles"], found["stories_true"]) == (2, 1)


def test_bcubed_of_some_articles_in_the_stories_of_all() -> None:
    found, true = ["a", "a", "b", "b"], ["x", "x", "x", "y"]
    assert bcubed_of(found, true, [0, 1]) == {"precision": 1.0, "recall": 0.6667, "f1": 0.8}
