"""Pages by the line: order, bad lines, slow pages."""

import gzip
import os
import subprocess
import sys
from codecs import BOM_UTF8
from pathlib import Path

import orjson
import pytest

from octavo.core.errors import BadInput
from octavo.extract.crew import answers
from octavo.extract.evaluate import evaluate, score

HTML = (
    "<article>"
    + "<p>The council of Port Alder voted on Sunday to rebuild the sea wall, and paid.</p>" * 6
    + "</article>"
)
KEYS = {
    "id", "url", "verdict", "reasons", "title", "text", "html", "authors", "agency", "dateline", "published", "updated",
    "language", "image", "publisher", "section", "tags",
}  # fmt: skip


def page_line(key: str, html: str = HTML) -> bytes:
    return orjson.dumps({"id": key, "url": f"https://a.example/{key}", "html": html})


def test_lines_come_out_in_order_and_bad_ones_are_numbered() -> None:
    given = [page_line("a"), b"{broken", b"", page_line("b", HTML * 50), b'{"id": "no html"}', page_line("c")]
    found = list(answers(given, processes=2))
    assert [answer.number for answer in found] == [1, 2, 4, 5, 6]
    lines = [orjson.loads(answer.line) for answer in found if answer.line]
    assert [line["id"] for line in lines] == ["a", "b", "c"]
    assert all(set(line) == KEYS and line["verdict"] == "article" for line in lines)
    assert [answer.number for answer in found if answer.problem] == [2, 5]


@pytest.mark.parametrize(("given", "key"), [(0, "0"), (7, "7"), ("7", "7"), (None, ""), ({"a": 1}, ""), (True, "")])
def test_a_line_keeps_the_id_that_it_has(given: object, key: str) -> None:
    (found,) = answers([orjson.dumps({"id": given, "html": HTML})], processes=1)
    assert orjson.loads(found.line)["id"] == key


def test_a_page_out_of_time_does_not_stall_the_others() -> None:
    slow = page_line("slow", "<ul><li>" * 250_000)
    given = [page_line("a"), page_line("a"), slow, page_line("b")]
    found = list(answers(given, seconds=0.8, processes=2))[1:]
    lines = [orjson.loads(answer.line) for answer in found]
    assert [(line["id"], line["verdict"]) for line in lines] == [("a", "article"), ("slow", "none"), ("b", "article")]
    assert lines[1]["reasons"] == ["too-slow"]


def octavo(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [
        sys.executable,
        "-c",
        "import typer\nfrom octavo.cli import extract\napp = typer.Typer()\nextract.register(app)\napp()",
    ]
    return subprocess.run([*command, *arguments], input=given, capture_output=True, env=os.environ, check=False)


def test_command_reads_a_page(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(HTML)
    done = octavo(str(file), "--url", "https://a.example/1", "--json")
    assert done.returncode == 0
    printed = orjson.loads(done.stdout)
    assert set(printed) == KEYS
    assert (printed["url"], printed["verdict"]) == ("https://a.example/1", "article")


def test_command_reads_lines() -> None:
    done = octavo("--jsonl", given=BOM_UTF8 + page_line("a") + b"\nnonsense\n" + page_line("b"))
    assert done.returncode == 0
    assert [orjson.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "b"]
    assert done.stderr.decode().startswith("octavo: line 2:")


@pytest.mark.parametrize("given", [b"", b"plain words", b"%PDF-1.7 <p>", b"<rss></rss>", bytes(range(256)) * 9])
def test_command_refuses_what_is_no_page(given: bytes) -> None:
    done = octavo("-", given=given)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1


def test_command_refuses_a_missing_file() -> None:
    done = octavo("/nowhere/page.html")
    assert (done.returncode, done.stderr.decode().count("\n")) == (2, 1)


def test_evaluation_counts_what_it_should(tmp_path: Path) -> None:
    text = "\n".join(["The council of Port Alder voted on Sunday to rebuild the sea wall, and paid."] * 6)
    line = {
        "id": "1",
        "html": HTML,
        "text": text,
        "title": "Nothing",
        "authors": ["Ada"],
        "published": "2031-03-09 10:00:00",
    }
    file = tmp_path / "some.jsonl.gz"
    file.write_bytes(gzip.compress(orjson.dumps(line)))
    figures = evaluate(file)
    assert set(evaluate(tmp_path)) == {"some"}
    assert (figures["pages"], figures["f1"], figures["title"], figures["published_day"]) == (1, 1.0, 0.0, 0.0)


def test_lead_images_are_counted_with_their_alternative_texts(tmp_path: Path) -> None:
    pictured = '<head><meta property="og:image" content="https://a.example/wall.jpg">'
    described = f'{pictured}<meta property="og:image:alt" content="The broken sea wall">'
    pages = [HTML, pictured + HTML, described + HTML]
    file = tmp_path / "some.jsonl"
    file.write_bytes(b"\n".join(orjson.dumps({"id": page, "html": page, "text": "x"}) for page in pages))
    figures = evaluate(file)
    assert (figures["lead_images"], figures["lead_images_described"]) == (2, 1)


def test_evaluation_refuses_other_data(tmp_path: Path) -> None:
    file = tmp_path / "other.jsonl"
    file.write_text("not json\n")
    with pytest.raises(BadInput):
        evaluate(file)


def test_score_is_the_benchmark_s() -> None:
    assert score("a b c d e", "a b c d e") == (1.0, 1.0)
    assert score("a b c d e", "a b c d") == (1.0, 0.5)
    assert score("a b c d", "a b c d x") == (0.5, 1.0)
    assert score("a b c d", "") == (1.0, 0.0)
