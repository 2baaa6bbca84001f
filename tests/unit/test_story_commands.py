"""`octavo summarise`, `octavo ask`, `octavo check`: lines in, cited lines out, bad input named."""

import codecs
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from octavo.cli import summarise
from octavo.cli.output import print_json
from tests.unit import happenings
from tests.unit.test_enrich_summary import STORY

app = typer.Typer()
summarise.register(app)
KEYS = {"headline", "sentences", "dropped", "facts"}


def _lines(path: Path, *extra: str) -> str:
    rows = [json.dumps({"id": one.id, "title": one.title, "text": one.text, "language": one.language}) for one in STORY]
    path.write_text("\n".join([*rows, *extra]) + "\n")
    return str(path)


def test_one_story_gives_one_summary_line(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["--no-vectors", _lines(tmp_path / "a.jsonl", "{broken")])
    (line,) = [json.loads(row) for row in ran.stdout.splitlines()]
    assert ran.exit_code == 0
    assert set(line) == KEYS
    assert 3 <= len(line["sentences"]) <= 6
    assert all(sentence["cites"] for sentence in line["sentences"])
    assert "line 5 is left out" in ran.stderr


@pytest.mark.parametrize(
    "command", ["summarise", "check", "compare", "sent", "ask Why?", "translations", "translations add en-de"]
)
def test_no_command_makes_or_tells_what_machines_make_where_that_is_off(command: str, tmp_path: Path) -> None:
    name, *arguments = command.split()
    house = {**os.environ, "OCTAVO_AI": "off", "OCTAVO_DATA": str(tmp_path / "house")}
    file = [] if name in ("sent", "translations") else [_lines(tmp_path / "a.jsonl")]
    called = [sys.executable, "-m", "octavo", name, *arguments, *file]
    ran = subprocess.run(called, env=house, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.splitlines() == [
        "octavo: OCTAVO_AI is off, so nothing is made by machines or told of them; set it to on"
    ]


def test_lengths_and_languages_are_options(tmp_path: Path) -> None:
    path = _lines(tmp_path / "a.jsonl")
    ran = CliRunner().invoke(app, ["--no-vectors", "--length", "line", "--language", "de", path])
    (sentence,) = json.loads(ran.stdout)["sentences"]
    assert "Nachtfähre" in sentence["text"]


def test_what_is_no_language_is_named(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["--no-vectors", "--language", "klingon", _lines(tmp_path / "a.jsonl")])
    assert ran.exit_code == 2
    assert not ran.stdout
    assert "'klingon' is no language" in " ".join(ran.stderr.split())


def test_several_stories_are_folded_when_asked(tmp_path: Path) -> None:
    other = json.dumps(
        {"id": "o", "title": "Comet seen", "text": "A comet was seen over Ostria by many people at night."}
    )
    ran = CliRunner().invoke(app, ["--no-vectors", "--fold", _lines(tmp_path / "a.jsonl", other)])
    stories = [json.loads(row)["story"] for row in ran.stdout.splitlines()]
    assert ran.exit_code == 0
    assert "o" in stories
    assert len(stories) == len(set(stories)) > 1


def test_folding_before_summing_up_tells_the_stories_that_folding_tells(tmp_path: Path) -> None:
    """Weeks lie between a promise and what came of it: two stories, and the promise is followed."""
    told = (happenings.BRIDGE_PROMISED, happenings.BRIDGE_DELAYED)
    rows = [
        json.dumps(
            {"id": f"a{n}", "title": title, "text": text, "published": f"2031-0{n}-01T08:00:00Z", "language": "en"}
        )
        for n, (title, text) in enumerate(told, start=1)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    ran = CliRunner().invoke(app, ["--fold", str(tmp_path / "a.jsonl")])
    lines = [json.loads(row) for row in ran.stdout.splitlines()]
    assert [line["story"] for line in lines] == ["a1", "a2"]
    assert [[step["stage"] for step in line["commitments"][0]] for line in lines] == [["promised", "changed"]] * 2


def test_bytes_that_are_no_text_stand_in_no_questions_way(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "octavo", "ask", b"Who sailed from \xff Port Sabel?", _lines(tmp_path / "a.jsonl")],
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "\ufffd" in json.loads(ran.stdout)["headline"]


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = Path(_lines(tmp_path / "a.jsonl"))
    path.write_bytes(codecs.BOM_UTF8 + path.read_bytes().replace(b"\n", b"\r\n"))
    ran = CliRunner().invoke(app, ["--no-vectors", str(path)])
    plain = CliRunner().invoke(app, ["--no-vectors", _lines(tmp_path / "b.jsonl")])
    assert ran.exit_code == 0
    assert not ran.stderr
    assert ran.stdout == plain.stdout


def test_sets_are_printed_as_sorted_lists(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    print_json({"reactions": frozenset({"thanks", "doubt"}), "muted": frozenset()})
    assert json.loads(capsysbinary.readouterr().out) == {"reactions": ["doubt", "thanks"], "muted": []}


def test_nothing_to_read_is_bad_input(tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n")
    for path in (str(empty), str(tmp_path / "absent.jsonl")):
        ran = CliRunner().invoke(app, ["--no-vectors", path])
        assert ran.exit_code == 2
        assert ran.stderr.startswith("octavo: ")
        assert not ran.stdout
