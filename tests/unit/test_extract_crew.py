"""No page stalls, starves or kills the reading of the others."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import orjson
import pytest

from octavo.extract import extract
from octavo.extract.constants import PAGE_BYTES
from octavo.extract.crew import Answer, answers

GOOD = "<article>" + "<p>The council of Port Alder voted on Sunday to rebuild the sea wall.</p>" * 8 + "</article>"
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="memory is measured and limited through Linux's /proc")


def page_line(key: str, html: str = GOOD) -> bytes:
    return orjson.dumps({"id": key, "url": f"https://courier.example/{key}", "html": html})


def read(*htmls: str, processor_seconds: float = 60.0) -> list[dict[str, object]]:
    """Return the answers to bad pages, each between good ones, which must be answered as if nothing were."""
    given = [page_line("good")]
    for i, html in enumerate(htmls):
        given += [page_line(f"bad-{i}", html), page_line("good")]
    found: list[Answer] = list(answers(given, seconds=600.0, processor_seconds=processor_seconds, processes=1))
    lines = [orjson.loads(answer.line) for answer in found]
    assert [line["verdict"] for line in lines[::2]] == ["article"] * (len(htmls) + 1)
    assert [line["id"] for line in lines] == [orjson.loads(line)["id"] for line in given]
    return lines[1::2]


@ON_LINUX
def test_a_page_out_of_memory_is_answered_and_the_next_ones_are_read() -> None:
    large = "<p>" + "Word and word and word. " * (PAGE_BYTES // 50)
    elements = "<div>a</div>" * 900_000
    for line in read(large, elements):
        assert line["verdict"] == "none"
        assert line["reasons"] in (["too-large"], ["reader-died"])


@ON_LINUX
def test_a_page_out_of_processor_time_is_answered_however_slow_the_clock() -> None:
    slow = "<ul><li>" * 250_000
    (line,) = read(slow, processor_seconds=0.0)
    assert (line["verdict"], line["reasons"]) == ("none", ["too-slow"])


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "deep",
        "<div " + " ".join(f"a{i}=1" for i in range(60_000)) + ">x</div>" + GOOD,
        "<p>" + "&amp;" * 300_000,
        "<meta name=author content=x>" * 60_000 + GOOD,
        "<link rel=x href=y>" * 60_000 + GOOD,
        '<script type="application/ld+json">[' + '{"@type":"NewsArticle"},' * 60_000 + "{}]</script>" + GOOD,
        '<script type="application/ld+json">' + '{"a":' * 60_000 + "</script>" + GOOD,
        "<h2><a href=/x>A headline of the day</a></h2>" * 20_000,
        f"<div class='{'a-b ' * 200_000}'>x</div>{GOOD}",
        "<a href=x>" * 60_000,
        "<!--" + "-" * 1_000_000 + GOOD,
        "<p>" + "(" * 200_000,
        "<title>" + "| x " * 50_000 + "</title>" + GOOD,
        "<time datetime='" + "1" * 200_000 + "'>" + "2031 " * 50_000 + "</time>" + GOOD,
        "<div itemprop=author>" + "By A, " * 60_000 + "</div>" + GOOD,
        f"<meta name=author content='{'x' * 500_000}'>{GOOD}",
        f"<meta name=author content='{'a, ' * 500_000}'>{GOOD}",
        "<meta name=author content=A>" * 20_000 + f"<div class=byline>{' ' * 9}{'/' * 500_000}</div>{GOOD}",
        '<script type="application/ld+json">{"@type":"NewsArticle","author":[' + '{"@id":"#a"},' * 60_000
        + "0]}</script>" + GOOD,
        f"{GOOD}<p>a{chr(160) * 1_000_000}b</p>",
        f"{GOOD}<p>a{'&amp; ' * 500_000}b</p>",
        f"<article>{GOOD * 6}" + "<div>label</div>" * 18_000,
        f"<article>{GOOD * 6}" + "<h2>Label</h2>" * 18_000,
        f"<article>{GOOD * 6}" + "<p><a href=/tide>The tide rose</a></p>" * 18_000,
    ],
    ids=range(24),
)  # fmt: skip
def test_pages_made_to_be_slow_are_not(html: str) -> None:
    started = time.process_time()
    extract(html, "https://courier.example/")
    assert time.process_time() - started < 5


def test_many_attributes_cost_only_themselves() -> None:
    many = "<div data-x='1 > 0' " + " ".join(f"a{i}='{i}'" for i in range(3_000)) + ">"
    article = extract(f"<body>{many}{GOOD}</div></body>", "https://courier.example/")
    assert article.text == extract(GOOD, "https://courier.example/").text


def test_a_long_value_of_an_attribute_costs_nothing() -> None:
    state = " ".join(f"word{i}" for i in range(6_000))
    html = f"<body><div data-state='{state}' class='newsletter'>Sign up here for more.</div>{GOOD}</body>"
    assert "Sign up" not in extract(html).text


@ON_LINUX
def test_workers_leave_when_the_process_that_hired_them_is_killed() -> None:
    program = (
        "import sys\nfrom octavo.extract.crew import answers\n"
        'def lines():\n yield b\'{"html": "<p>x"}\'\n import time; time.sleep(600)\n'
        "for answer in answers(lines(), processes=2): pass\n"
    )
    process = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.DEVNULL)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    try:
        workers = _until(lambda: children.read_text().split())
    finally:
        process.kill()
        process.wait()
    try:
        _until(lambda: not any(_is_running(worker) for worker in workers))
    finally:
        for worker in filter(_is_running, workers):
            os.kill(int(worker), signal.SIGKILL)


def _until(happens: object, seconds: float = 60.0) -> list[str]:
    assert callable(happens)
    deadline = time.monotonic() + seconds
    while not (found := happens()):
        assert time.monotonic() < deadline
        time.sleep(0.2)
    return found if isinstance(found, list) else []


def _is_running(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
