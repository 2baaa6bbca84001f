"""The command line as a stranger uses it: bad input gets one clear line and the right exit code."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.acceptance.processes import OCTAVO, environment, free_port, run, running, start

FEED = """<rss version="2.0"><channel><title>T</title><item><title>Rain in Velmora</title>
<link>https://a.example/1</link><guid>1</guid></item></channel></rss>"""


def one_line(text: str) -> str:
    lines = text.strip().splitlines()
    assert len(lines) == 1, text
    assert lines[0].startswith("octavo: ")
    return lines[0]


@pytest.mark.parametrize(
    ("arguments", "text", "code", "says"),
    [
        (("refresh", "--bogus"), "", 2, "--bogus; octavo refresh --help"),
        (("fron",), "", 2, "front"),
        (("story", "first"), "", 2, "'ID': it should be a valid integer; octavo story --help"),
        (("up", "--port", "99999"), "", 2, "'--port': it should be less than or equal to 65535; octavo up --help"),
        (("export", "opml", "--version", "3"), "", 2, "'--version': '3' is not one of"),
        (("feed", "-"), "<html><body>Hello</body></html>", 2, ""),
        (("feed", "/nowhere/at/all"), "", 2, "/nowhere/at/all"),
        (("feed", "-"), "", 2, "nothing in it"),
        (("extract", "-"), "", 2, "empty"),
        (("extract", "/nowhere/at/all"), "", 2, "/nowhere/at/all"),
        (("fold", "/nowhere/at/all"), "", 2, "/nowhere/at/all"),
        (("eval", "taste", "."), "", 2, "taste"),
        (("eval", "fold", "/nowhere/at/all"), "", 2, "/nowhere/at/all"),
        (("packs", "add", "atlantis"), "", 2, "atlantis"),
        (("packs", "add", "korea", "koreaa"), "", 2, "did you mean korea or korean?"),
        (("packs", "koreaa"), "", 2, "did you mean korea or korean?"),
        (("import", "opml", "/nowhere/at/all"), "", 2, "/nowhere/at/all"),
        (("import", "opml", "-"), "no list at all", 2, ""),
        (("import", "page", "-"), "", 2, ""),
        (("import", "page", "-", "--at", "yesterday"), "words", 2, "yesterday"),
        (("import", "page", "-"), "One essay line about nothing much.\nAnd another one.", 2, ""),
    ],
)
def test_bad_input_gets_one_line_and_exit_code_two(arguments: tuple[str, ...], text: str, code: int, says: str) -> None:
    ended = run(*arguments, text=text)
    assert ended.returncode == code, ended
    assert says in one_line(ended.stderr)
    assert ended.stdout == ""


def test_an_address_that_is_no_news_is_given_up(tmp_path: Path) -> None:
    ended = run("add", f"http://127.0.0.1:{free_port()}/", data=tmp_path / "house")
    assert ended.returncode == 1
    assert "was not reached" in one_line(ended.stderr)


def test_bad_lines_are_reported_and_the_rest_go_on(tmp_path: Path) -> None:
    lines = '{"id": "1", "title": "Rain in Velmora", "text": "It rained."}\nnonsense\n\n{"title": "No id"}\n'
    ended = run("fold", "-", "--no-vectors", text=lines)
    assert ended.returncode == 0
    assert [json.loads(line)["id"] for line in ended.stdout.splitlines()] == ["1"]
    assert "line 2" in ended.stderr
    assert "line 4" in ended.stderr

    imported = run("import", "articles", "-", data=tmp_path / "house", text=lines)
    assert imported.returncode == 0, imported.stderr
    assert "line 2" in imported.stderr
    assert "1 article brought in, 2 lines left out" in imported.stderr
    again = json.loads(run("import", "articles", "-", "--json", data=tmp_path / "house", text=lines).stdout)
    assert again["added"] == 1
    assert [problem.partition(" is ")[0] for problem in again["problems"]] == ["line 2", "line 4"]


def test_an_imported_archive_is_shown_as_text_and_as_json(tmp_path: Path) -> None:
    house = tmp_path / "house"
    fire = "Fire destroyed the covered market of Velmora on Monday night. Mayor Ilse Brandt said that nobody was hurt."
    lines = [
        {"id": "a", "title": "Fire destroys Velmora market", "text": f"{fire} Forty stalls were lost."},
        {"id": "b", "title": "Velmora market burns down", "text": f"{fire} The cause is not known, firefighters said."},
    ]
    published = {"published": "2026-03-03T08:00:00Z", "language": "en"}
    archive = "\n".join(
        json.dumps({**line, **published, "publisher": f"Paper {line['id']}", "url": f"https://{line['id']}.example/1"})
        for line in lines
    )
    imported = run("import", "articles", "-", data=house, text=archive)
    assert "2 articles brought in, 0 lines left out" in imported.stderr

    front = json.loads(run("front", "--json", data=house).stdout)
    number = str(front["lead"]["id"])
    assert front["lead"]["headline"] in run("front", "--why", data=house).stdout

    story = json.loads(run("story", number, "--json", "--why", data=house).stdout)
    articles = {str(one["article"]["id"]): one["article"]["title"] for one in story["coverage"]}
    assert sorted(articles.values()) == sorted(line["title"] for line in lines)
    assert set(story["compared"]["only"]) <= set(articles) == set(story["why"])
    assert "joined: terms" in run("story", number, "--why", data=house).stdout


def test_the_reports_of_one_story_are_compared() -> None:
    told = "The bridge of {place} was hit by a barge on Monday and {count} people were hurt, the police said."
    lines = [
        json.dumps({"id": str(at), "title": "A barge", "text": told.format(place="Velmora", count=count)})
        for at, count in enumerate((12, 15))
    ]
    ended = run("compare", "-", "--no-vectors", text="\n".join(lines))
    assert ended.returncode == 0, ended.stderr
    compared = json.loads(ended.stdout)
    assert [[one["article"] for one in side] for sides in compared["differences"] for side in sides] == [["0"], ["1"]]
    assert {"agreed", "left_out", "only", "wordings", "quotes", "groups", "named"} < set(compared)


def test_packs_are_listed_found_and_shown() -> None:
    listed = [json.loads(line) for line in run("packs", "--json").stdout.splitlines()]
    assert len({pack["name"] for pack in listed}) == len(listed) >= 55
    spoken = [json.loads(line)["name"] for line in run("packs", "sw", "--json").stdout.splitlines()]
    assert {"kenya", "tanzania", "swahili"} <= set(spoken)
    shown = run("packs", "korea").stdout
    assert "한국 · South Korea: " in shown.splitlines()[0]
    assert "korea/hani  한겨레 (The Hankyoreh)  https://www.hani.co.kr/" in shown
    assert "한겨레" in run("packs", "hankyoreh").stdout


def test_a_part_of_a_pack_is_added(tmp_path: Path) -> None:
    added = run("packs", "add", "korea/hani", "korea/maeil/news", "--main", data=tmp_path / "house")
    assert added.returncode == 0, added.stderr
    assert "korea/hani: 1 feed added" in added.stderr
    assert "korea/maeil/news: 1 feed added" in added.stderr
    again = run("packs", "add", "korea/hani", "--main", "--json", data=tmp_path / "house")
    assert json.loads(again.stdout) == {"name": "korea/hani", "added": 0}


def test_feed_prints_entries() -> None:
    ended = run("feed", "-", "--json", text=FEED)
    assert ended.returncode == 0
    assert json.loads(ended.stdout)["title"] == "Rain in Velmora"


@pytest.mark.parametrize("command", ["feed", "extract", "fold", "eval"])
def test_pure_commands_start_at_once(command: str) -> None:
    run(command, "--help")
    began = os.times()
    run(command, "--help")
    ended = os.times()
    seconds = ended.children_user + ended.children_system - began.children_user - began.children_system
    assert seconds < 1.0


def test_a_data_directory_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ended = run("status", data=tmp_path / "file" / "house")
    assert ended.returncode == 2
    assert str(tmp_path / "file" / "house") in one_line(ended.stderr)


@pytest.mark.parametrize("url", ["mysql://ada@db.example/news", "postgresql://db.example/news?colour=blue", "news"])
def test_an_address_of_no_database_is_named(tmp_path: Path, url: str) -> None:
    ended = run("status", data=tmp_path / "house", OCTAVO_DATABASE_URL=url)
    assert ended.returncode == 2
    assert "OCTAVO_DATABASE_URL is not understood" in one_line(ended.stderr)


def test_an_unknown_setting_stops_the_start() -> None:
    ended = subprocess.run(
        [*OCTAVO, "status"],
        env=environment(OCTAVO_COLOUR="red"),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 2
    assert "OCTAVO_COLOUR" in one_line(ended.stderr)


def test_one_house_runs_once_and_a_used_port_is_named(tmp_path: Path) -> None:
    with running(tmp_path / "house", "--demo") as address:
        second = run("up", "--demo", "--port", str(free_port()), data=tmp_path / "house")
        assert second.returncode == 1
        assert address.rpartition(":")[2] in one_line(second.stderr)

        port = address.rpartition(":")[2]
        other = run("up", "--demo", "--port", port, data=tmp_path / "other")
        assert other.returncode == 1
        assert f"port {port}" in one_line(other.stderr)

        shared = run("status", "--json", data=tmp_path / "house")
        assert shared.returncode == 0
        assert json.loads(shared.stdout)["feeds_count"] > 0


def test_a_database_that_goes_away_ends_octavo_with_one_line(tmp_path: Path) -> None:
    data, log = tmp_path / "house", tmp_path / "log"
    process = start("up", "--demo", "--data", str(data), "--port", str(free_port()), log=log)
    pid_file = data / "postgres" / "postmaster.pid"
    give_up = time.monotonic() + 90
    while "Octavo is at" not in log.read_text() and time.monotonic() < give_up:
        time.sleep(0.2)
    os.kill(int(pid_file.read_text().split()[0]), signal.SIGKILL)
    assert process.wait(60) == 1
    said = log.read_text()
    assert "octavo: the database went away" in said
    assert "Traceback" not in said

    again = run("status", "--json", data=data)
    assert again.returncode == 0
    assert json.loads(again.stdout)["feeds_count"] > 0
