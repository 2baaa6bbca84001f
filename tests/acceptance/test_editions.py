"""Editions from the command line: made, listed, shared as files, taken, shown, removed."""

import json
from pathlib import Path

import pytest

from tests.acceptance.processes import run


def test_an_edition_goes_out_and_comes_in_again(tmp_path: Path) -> None:
    data, file = tmp_path / "house", tmp_path / "port-almera.toml"
    facts = ("--name", "Port Almera", "--language", "en", "--country", "ie", "--time-zone", "Europe/Dublin")
    made = run("editions", "add", "port-almera", *facts, "--from", "ireland=1.5", "--from", "country:IE", data=data)
    assert made.returncode == 0, made.stderr
    listed = [json.loads(line) for line in run("editions", "--json", data=data).stdout.splitlines()]
    assert {"world", "korea", "egypt", "port-almera"} <= {one["slug"] for one in listed}
    exported = run("editions", "export", "port-almera", data=data)
    file.write_text(exported.stdout, encoding="utf-8")
    assert 'country = "IE"' in exported.stdout
    assert "octavo front port-almera-2 shows it" in run("editions", "import", str(file), data=data).stderr
    assert "No news yet" in run("front", "port-almera-2", data=data).stdout
    assert run("editions", "remove", "port-almera-2", data=data).returncode == 0
    gone = run("front", "port-almera-2", data=data)
    assert (gone.returncode, "there is no edition" in gone.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("add", "x", "--name", "X", "--language", "en", "--from", "korae"), "did you mean korea"),
        (("add", "x", "--name", "X", "--language", "english", "--from", "korea"), "a code like ko"),
        (("add", "x", "--name", "X", "--language", "en", "--from", "korea=much"), "korea=1.5"),
        (("import", "/nowhere.toml"), "cannot be read"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(arguments: tuple[str, ...], told: str, tmp_path: Path) -> None:
    ended = run("editions", *arguments, data=tmp_path / "house")
    assert ended.returncode == 2
    assert told in ended.stderr
    assert ended.stderr.count("\n") == 1
