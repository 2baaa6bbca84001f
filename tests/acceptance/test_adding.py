"""`octavo add` as a person and as a script use it."""

import json
import os
import pty
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.processes import OCTAVO, environment, run
from tests.farm.sites import HTML, Page, Sites, link, rss

PAGES: dict[str, dict[str, Page]] = {
    "clear": {
        "/": (HTML, "<title>Clear Post</title>" + link("/all") + link("/comments/feed", "Comments")),
        "/all": rss("Clear Post", "fog ferry rain"),
        "/comments/feed": rss("Comments", "one two"),
    },
    "several": {
        "/": (HTML, "<title>Several Post</title>" + link("/en.xml") + link("/ga.xml")),
        "/en.xml": rss("English", "fog ferry rain"),
        "/ga.xml": rss("Gaeilge", "ceo bad"),
    },
}


@pytest.fixture(scope="module")
def sites() -> Iterator[Sites]:
    with Sites(PAGES) as sites:
        yield sites


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("adding") / "house"


def test_json_lists_what_an_address_offers_and_adds_nothing(sites: Sites, data: Path) -> None:
    ended = run("add", "--json", sites.url("several"), sites.url("clear"), data=data)
    assert ended.returncode == 0, ended.stderr
    first, second = map(json.loads, ended.stdout.splitlines())
    assert [one["title"] for one in first["candidates"]] == ["English", "Gaeilge"]
    assert first["candidates"][0]["entries_count"] == 3
    assert first["candidates"][0]["newest"].endswith("Z")
    assert [one["aside"] for one in second["candidates"]] == [False, True]
    assert "added" not in first
    assert not (data / "postgres").exists()


def test_a_script_gets_the_main_feed_where_it_is_clear(sites: Sites, data: Path) -> None:
    ended = run("add", sites.url("clear"), data=data)
    assert ended.returncode == 0, ended.stderr
    assert f"Added: Clear Post - {sites.url('clear', '/all')}" in ended.stderr
    again = run("add", sites.url("clear", "/all"), data=data)
    assert again.returncode == 0
    assert "Already there: Clear Post" in again.stderr


def test_a_script_is_asked_to_choose_where_it_is_not(sites: Sites, data: Path) -> None:
    ended = run("add", sites.url("several"), data=data)
    assert ended.returncode == 2
    assert "English" in ended.stderr
    assert re.search(r"3 entries, newest \d+ minutes ago, headlines and leads", ended.stderr)
    last = ended.stderr.strip().splitlines()[-1]
    assert last.startswith("octavo: ")
    assert "--yes" in last


def test_yes_takes_the_best(sites: Sites, data: Path) -> None:
    ended = run("add", "--yes", "--json", "--folder", "News/Ireland", sites.url("several"), data=data)
    assert ended.returncode == 0, ended.stderr
    added = json.loads(ended.stdout)["added"]
    assert [(one["url"], one["new"]) for one in added] == [(sites.url("several", "/en.xml"), True)]


def test_on_a_terminal_the_person_picks(sites: Sites, data: Path) -> None:
    ours, theirs = pty.openpty()
    command = [*OCTAVO, "add", sites.url("several"), "--data", str(data)]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment())
    os.close(theirs)
    said, is_answered = "", False
    give_up = time.monotonic() + 90
    try:
        while time.monotonic() < give_up:
            try:
                said += os.read(ours, 4096).decode()
            except OSError:
                break
            if "Which one" in said and not is_answered:
                is_answered = True
                os.write(ours, b"2\n")
        assert process.wait(30) == 0, said
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    assert f"Added: Several Post - {sites.url('several', '/ga.xml')}" in said
