"""How much of what other parsers' test suites expect Octavo meets: crashes, hangs, and expectations met."""

import re
import tarfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter

import orjson

from octavo.core.errors import BadInput
from octavo.core.types import ParsedFeed, Refusal
from octavo.feeds import suite_feedparser, suite_gofeed
from octavo.feeds.expectations import Expectation, is_met, reason_beside
from octavo.feeds.parsing import parse

HANG_SECONDS = 5.0
_SHOWN_MISSES = 40
Fields = tuple[Callable[[str], str], Callable[[str], str]]


def evaluate(path: Path) -> dict[str, object]:
    """Run every feed of feedparser.tar.gz and gofeed.tar.gz (a folder with them, or one of them).

    Returns figures for each suite: feeds, crashes, hangs (over 5 s), expectations met and fitting, their ratio, those
    excluded by reason, seconds, and the first misses. Raises BadInput where neither archive is there.
    """
    archives = sorted(path.glob("*.tar.gz")) if path.is_dir() else [path]
    suites = {archive.name.partition(".")[0]: archive for archive in archives}
    runs = {"feedparser": _run_feedparser, "gofeed": _run_gofeed}
    if not suites.keys() & runs.keys() or not all(tarfile.is_tarfile(archive) for archive in suites.values()):
        raise BadInput(f"{path} holds neither feedparser.tar.gz nor gofeed.tar.gz")
    return {name: run(_members(suites[name])) for name, run in runs.items() if name in suites}


def _members(archive: Path) -> dict[str, bytes]:
    with tarfile.open(archive) as tar:
        return {member.name: file.read() for member in tar if member.isfile() and (file := tar.extractfile(member))}


class _Run:
    """The figures of one suite as they grow."""

    def __init__(self) -> None:
        self.feeds = self.crashes = self.hangs = self.met = self.fitting = 0
        self.seconds = 0.0
        self.excluded: Counter[str] = Counter()
        self.misses: list[str] = []

    def parse(self, body: bytes, url: str = "", content_type: str = "") -> ParsedFeed | Refusal:
        started = perf_counter()
        feed = parse(body, url, content_type)
        took = perf_counter() - started
        self.feeds += 1
        self.seconds += took
        self.hangs += took > HANG_SECONDS
        self.crashes += isinstance(feed, Refusal) and feed.reason == "unreadable"
        return feed

    def judge(self, name: str, feed: ParsedFeed | Refusal, expectations: Iterable[Expectation], fields: Fields) -> None:
        understood = feed if isinstance(feed, ParsedFeed) else None
        field_of, reason_without_field = fields
        for expectation in expectations:
            field = field_of(expectation.path)
            if not field:
                self.excluded[reason_without_field(expectation.path)] += 1
                continue
            if beside := reason_beside(expectation, field, understood):
                self.excluded[beside] += 1
                continue
            self.fitting += 1
            indexes = tuple(int(number) for number in re.findall(r"\.(\d+)", expectation.path))
            if is_met(expectation, field, indexes, understood):
                self.met += 1
            elif len(self.misses) < _SHOWN_MISSES:
                self.misses.append(f"{name}: {expectation.path}")

    def figures(self) -> dict[str, object]:
        return {
            "feeds": self.feeds,
            "crashes": self.crashes,
            "hangs": self.hangs,
            "met": self.met,
            "fitting": self.fitting,
            "ratio": round(self.met / self.fitting, 4) if self.fitting else None,
            "excluded": dict(self.excluded.most_common()),
            "seconds": round(self.seconds, 2),
            "misses": self.misses,
        }


def _run_feedparser(members: dict[str, bytes]) -> dict[str, object]:
    run = _Run()
    fields = (suite_feedparser.field_of, suite_feedparser.reason_without_field)
    for name, body in members.items():
        if name.endswith((".xml", ".json")):
            case = suite_feedparser.case_of(name, body)
            feed = run.parse(body, case.url, case.content_type)
            if case.excluded:
                run.excluded[case.excluded] += 1
            run.judge(name, feed, case.expectations, fields)
    return run.figures()


def _run_gofeed(members: dict[str, bytes]) -> dict[str, object]:
    run = _Run()
    fields = (suite_gofeed.field_of, suite_gofeed.reason_without_field)
    for name, body in members.items():
        if not name.endswith(".xml"):
            continue
        feed = run.parse(body)
        expected = members.get(f"{name.removesuffix('.xml')}.json")
        if expected is None:
            run.excluded["feeds without expected JSON"] += 1
        else:
            run.judge(name, feed, suite_gofeed.expectations(orjson.loads(expected)), fields)
    return run.figures()
