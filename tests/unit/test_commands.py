"""Every command that prints data prints it as JSON too."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

from octavo.cli import app

WITHOUT_DATA = {
    "up",
    *("editions add", "editions import", "editions remove"),
    *("user create-admin", "user role", "user ban", "user unban"),
}
"""Commands that say on standard error what they did, and print nothing."""
OF_ANOTHER_FORM = {"export opml"}
"""Commands that print a file whose form they are named by."""
ARTICLES = '{"id": "1", "title": "Rain in Velmora", "text": "It rained in Velmora on Monday."}\n'
CHECKED = '{"id": "1", "source": "It rained in Velmora.", "summary": "It rained in Velmora."}\n'


def _leaves(command: Any, name: str = "") -> Iterator[tuple[str, set[str]]]:
    within = getattr(command, "commands", {})
    for word, one in within.items():
        yield from _leaves(one, f"{name} {word}".strip())
    if not within or getattr(command, "invoke_without_command", False):
        yield name, {option for parameter in command.params for option in parameter.opts}


@pytest.mark.parametrize(("name", "options"), [*_leaves(typer.main.get_command(app))])
def test_every_command_that_prints_data_takes_json(name: str, options: set[str]) -> None:
    assert ("--json" in options) is (name not in WITHOUT_DATA | OF_ANOTHER_FORM)


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["fold", "FILE", "--no-vectors"], ARTICLES),
        (["summarise", "FILE", "--no-vectors"], ARTICLES),
        (["compare", "FILE", "--no-vectors"], ARTICLES),
        (["ask", "Where did it rain?", "FILE"], ARTICLES),
        (["check", "FILE"], CHECKED),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_prints_json_anyway_prints_the_same_when_asked_for_it(
    arguments: list[str], text: str, tmp_path: Path
) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_text(text)
    command = [str(file) if argument == "FILE" else argument for argument in arguments]
    plain, asked = (CliRunner().invoke(app, [*command, *more]) for more in ([], ["--json"]))
    assert plain.exit_code == asked.exit_code == 0, asked.output
    assert json.loads(asked.stdout) == json.loads(plain.stdout)
