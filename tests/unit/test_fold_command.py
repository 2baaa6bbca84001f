"""`octavo fold`: lines in, lines out, bad ones named."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from octavo.cli import fold
from octavo.core.lines import read_fields
from octavo.stories.lines import line_input
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


def test_a_line_whose_id_another_has_is_named_and_left_out(tmp_path: Path) -> None:
    path = _lines(tmp_path / "a.jsonl", '{"id": "n0", "title": "Rovers win the cup"}', '{"id": 7, "title": "Rain"}')
    ran = CliRunner().invoke(app, ["--no-vectors", str(path)])
    assert [json.loads(row)["id"] for row in ran.stdout.splitlines()] == ["n0", "n1", "7"]
    assert 'line 3 is left out: another line before it has the "id" n0' in ran.stderr


def test_whose_copy_an_earlier_line_is_stands_on_that_line(tmp_path: Path) -> None:
    """The agency's own comes second."""
    (_, first), _ = happenings.told([("a", one) for one in happenings.QUAKE_NORTH])
    row = {"title": first.title, "text": first.text, "agency": "Telvar"}
    carried = [("herald", "Herald", 10), ("own", "Telvar", 9), ("post", "Post", 11)]
    path = tmp_path / "a.jsonl"
    rows = [
        {**row, "id": identity, "publisher": publisher, "published": f"2031-05-06T{hour:02}:00:00Z"}
        for identity, publisher, hour in carried
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    ran = CliRunner().invoke(app, ["--no-vectors", str(path)])
    told = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [(one["copy_of"], one["copy_kind"]) for one in told] == [("own", "exact"), (None, None), ("own", "exact")]


@pytest.mark.parametrize(
    "told",
    [
        {"text": "(라온항=연합뉴스) 라온항에서 어선이 뒤집혔다."},
        {"text": "LOSTRUP (Yonhap) -- A boat has capsized."},
        {"text": "A boat has capsized.", "authors": ["Ada Lind, Yonhap"]},
        {"text": "A boat has capsized. (AFP)", "agency": "Yonhap"},
    ],
)
def test_an_agency_is_named_or_known_by_the_texts_own_credit(told: dict[str, object]) -> None:
    assert line_input(read_fields({"id": "a", **told})).agency == "Yonhap"


def test_standard_input() -> None:
    ran = CliRunner().invoke(app, ["--no-vectors", "-"], input='{"id": 7, "title": "Rain in Lostrup again"}\n')
    assert json.loads(ran.stdout)["id"] == "7"


def test_nothing_readable_is_bad_input(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    for text in ("{}\n[]\n", ""):
        path.write_text(text)
        ran = CliRunner().invoke(app, ["--no-vectors", str(path)])
        assert (ran.exit_code, ran.stdout) == (2, "")
        assert "nothing to fold" in ran.stderr
    assert CliRunner().invoke(app, ["--no-vectors", str(tmp_path / "missing.jsonl")]).exit_code == 2
