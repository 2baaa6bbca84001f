"""`octavo feed` and `octavo eval feeds`, as a person runs them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

from octavo.core.errors import BadInput
from octavo.feeds.evaluate import evaluate
from octavo.feeds.suite_feedparser import case_of

FEED = (
    b"<rss><channel><title>P</title><item><title>Ferry \x1b[31m opens</title><link>https://post.example/a</link>"
    b"<pubDate>Tue, 24 Jun 2025 09:00:00 GMT</pubDate></item><item><title>Fog</title></item></channel></rss>"
)


def octavo(*arguments: str, standard_input: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    code = "from octavo.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], input=standard_input, capture_output=True, timeout=60
    )


def test_readable_lines_from_standard_input() -> None:
    result = octavo("feed", standard_input=FEED)
    lines = result.stdout.decode().splitlines()
    assert result.returncode == 0
    assert lines == [
        "Ferry [31m opens  ·  2025-06-24 09:00 UTC  ·  https://post.example/a",
        "Fog  ·  no date  ·  (no link)",
    ]


def test_no_password_is_printed() -> None:
    for command in ("feed", "extract", "add"):
        for address in ("https://ada:s3cret@post.example/feed", "ada:s3cret@post.example/feed"):
            arguments = ("--json",) if command == "add" else ()
            result = octavo(command, *arguments, address)
            assert result.returncode in (1, 2)
            assert "post.example/feed" in result.stderr.decode()
            assert "s3cret" not in (result.stdout + result.stderr).decode()


@pytest.mark.parametrize("options", ["", "--json"])
@pytest.mark.parametrize(("where", "says"), [("> /dev/full", "no space left"), (">&-", "bad file descriptor")])
def test_what_cannot_be_written_is_said_in_one_line(options: str, where: str, says: str) -> None:
    command = f"{sys.executable} -c 'from octavo.cli import main; main()' feed {options} - {where}"
    result = subprocess.run(["sh", "-c", command], input=FEED.replace(b"\x1b", b""), capture_output=True, timeout=60)
    assert result.returncode == 1
    assert [says in line for line in result.stderr.decode().splitlines()] == [True]


def test_standard_input_that_is_closed_is_empty() -> None:
    command = f"{sys.executable} -c 'from octavo.cli import main; main()' feed - <&-"
    result = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60)
    assert (result.returncode, result.stderr.decode()) == (2, "octavo: -: there is nothing in it\n")


def test_one_json_line_an_entry(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(FEED.replace(b"\x1b", b""))
    result = octavo("feed", str(file), "--json")
    entries = [json.loads(line) for line in result.stdout.splitlines()]
    assert [entry["title"] for entry in entries] == ["Ferry [31m opens", "Fog"]
    assert entries[0]["published"] == "2025-06-24T09:00:00Z"


@pytest.mark.parametrize("body", [b"<!doctype html><html></html>", b"", b"\x00\x01"])
def test_what_is_no_feed_gives_one_line_and_exit_2(body: bytes, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(body)
    result = octavo("feed", str(file))
    assert (result.returncode, result.stdout) == (2, b"")
    assert len(result.stderr.splitlines()) == 1


def test_a_missing_file_gives_one_line_and_exit_2() -> None:
    result = octavo("feed", "/nowhere/feed.xml")
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1


def test_an_address_is_one_in_capitals_too() -> None:
    for command in ("feed", "extract"):
        result = octavo(command, "HTTP://10.0.0.1/feed")
        assert (result.returncode, "the address is not public" in result.stderr.decode()) == (1, True)


def test_it_starts_fast() -> None:
    def seconds() -> float:
        started = perf_counter()
        octavo("feed", standard_input=FEED)
        return perf_counter() - started

    assert min(seconds() for _ in range(3)) < 2.0  # a second on a quiet machine; tests share theirs


def test_evaluation_of_other_data_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        evaluate(tmp_path)


def test_expectations_are_read_as_data_never_run() -> None:
    expect = "not bozo and entries[0]['title'] == 'A' and __import__('os').system('false') == 1 and len(entries) == 2"
    case = case_of("x/wellformed/a.xml", f"<!--\nDescription: d\nExpect: {expect}\n-->\n<rss/>".encode())
    assert [expectation.path for expectation in case.expectations] == ["bozo", "entries.0.title", "?", "entries.length"]


def shared() -> Path:
    place = Path(os.environ.get("OCTAVO_SHARED", Path(__file__).parents[3] / "shared"))
    if not (place / "data" / "feeds").is_dir():
        pytest.skip("the measuring data (OCTAVO_SHARED or ../shared) is not here")
    return place / "data" / "feeds"


def test_other_parsers_suites_are_met_as_far_as_measured_before() -> None:
    figures = evaluate(shared())
    for suite, floor in (("feedparser", 0.96), ("gofeed", 0.95)):
        found = figures[suite]
        assert isinstance(found, dict)
        assert (found["crashes"], found["hangs"]) == (0, 0)
        assert found["ratio"] >= floor
