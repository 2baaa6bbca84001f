"""`octavo fold`: lines in, lines out, bad ones named."""

import json
from pathlib import Path

import typer
from typer.testing import CliRunner

from octavo.cli import fold
from tests.unit import happenings

KEYS = {"id", "story", "thread", "copy_of", "copy_kind", "likeness", "language"}
app = typer.Typer()
fold.register(app)


def _lines(path: Path, *extra: str) -> Path:
    articles = [article for _, article in happenings.told([("a", one) for one in happenings.QUAKE_NORTH])]
    rows = [json.dumps({"id": one.id, "title": one.title, "text": one.text, "unknown": 1}) for one in articles]
    path.write_text("\n".join([*rows, *extra]) + "\n")
    return path


def test_one_line_out_for_each_in(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["--no-vectors", str(_lines(tmp_path / "a.jsonl"))])
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.exit_code == 0
    assert [set(row) for row in rows] == [KEYS, KEYS]
    assert [(row["id"], row["story"]) for row in rows] == [("n0", "n0"), ("n1", "n0")]
    assert {row["language"] for row in rows} == {"en"}


def test_bad_lines_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = _lines(tmp_path / "a.jsonl", "{broken", "", "[]", '{"title": "no id"}', '{"id": "x", "title": ""}')
    ran = CliRunner().invoke(app, ["--no-vectors", str(path)])
    assert ran.exit_code == 0
    assert len(ran.stdout.splitlines()) == 2
    for number in (3, 4, 5, 6, 7):
        assert f"line {number} " in ran.stderr


def test_standard_input() -> None:
    ran = CliRunner().invoke(app, ["--no-vectors", "-"], input='{"id": 7, "title": "Rain in Lostrup again"}\n')
    assert json.loads(ran.stdout)["id"] == "7"


def test_nothing_readable_is_bad_input(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("{}\n[]\n")
    assert CliRunner().invoke(app, ["--no-vectors", str(path)]).exit_code == 2
    assert CliRunner().invoke(app, ["--no-vectors", str(tmp_path / "missing.jsonl")]).exit_code == 2
