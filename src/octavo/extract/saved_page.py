"""The text of one saved page of a news aggregator: a main article, related ones, and furniture between them.

Such a page is known by its form alone: a headline that stands twice within a few lines, a publisher and a time beside
it, prose below. What is neither is furniture, whatever it says and in whichever language.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from octavo.core.clock import as_utc
from octavo.core.errors import BadInput
from octavo.core.text import language_of, normalise, tokens
from octavo.core.types import Article
from octavo.extract import agency, moments
from octavo.extract.constants import (
    HEADLINE_WINDOW_LINES,
    PROSE_CHARACTERS,
    SENTENCE_CHARACTERS,
    SHARED_WORDS_COUNT,
    TIME_LINE_CHARACTERS,
)
from octavo.extract.prose import is_wide, width

_BULLET = re.compile(r"^[\s•·∙▪◦‣●○■□►▶*\-–—|]+|[\s•·∙|]+$")
_SENTENCE_END = re.compile(r"[.!?。！？؟।]['\"’”»」』)\]]*$|[.!?。！？؟।]\s*[(（\[][^()（）]{2,40}[)）\]]$")
_LABEL = re.compile(r"^[^\W\d_]{1,12}$")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    """Without bullets."""
    after_gap: bool
    """A blank line stands before it."""
    found: moments.Found | None
    """The time that ends it."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """The lines that open an article: `lines[start:end]`."""

    start: int
    end: int
    title: str
    publisher: str
    moment: moments.Moment


def read(text: str, saved: datetime) -> tuple[Article, ...]:
    """Return the articles of a saved page in the page's order; relative times are reckoned from `saved`.

    Raises BadInput for a page of another kind.
    """
    _refuse_other_kinds(text)
    lines = _lines(text, as_utc(saved))
    headings = _headings(lines)
    if not headings:
        raise BadInput("this is not the text of a saved news page: no headline with a publisher and a time beside it")
    ends = [*(heading.start for heading in headings[1:]), len(lines)]
    articles = [_article(lines, heading, end) for heading, end in zip(headings, ends, strict=True)]
    kept = tuple({article.title: article for article in reversed(articles) if article.text}.values())[::-1]
    if not kept:
        raise BadInput("this saved page holds headlines but no text below them; save the page with its articles open")
    return kept


def _refuse_other_kinds(text: str) -> None:
    start = text.lstrip("\ufeff \t\r\n")[:200].casefold()
    if not start:
        raise BadInput("the file is empty; give the text of one saved news page")
    if start.startswith(("<!doctype", "<html", "<?xml", "<head", "<body")):
        raise BadInput("this is HTML; copy the page's text and save that, or give the HTML to octavo extract")
    if start.startswith(("{", "[{", '["')):
        raise BadInput("this is JSON; octavo import articles reads one JSON article a line")


def _lines(text: str, saved: datetime) -> list[_Line]:
    lines: list[_Line] = []
    gap = True
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        plain = _BULLET.sub("", normalise(raw).replace("\n", " "))
        if plain:
            is_short = len(plain) <= TIME_LINE_CHARACTERS
            lines.append(_Line(plain, gap, moments.at_end(plain, saved) if is_short else None))
        gap = not plain
    return lines


def _is_prose(line: _Line) -> bool:
    size = width(line.text)
    ends = _SENTENCE_END.search(line.text) is not None
    return line.found is None and (size >= PROSE_CHARACTERS or (ends and size >= SENTENCE_CHARACTERS))


def _headings(lines: list[_Line]) -> list[_Heading]:
    """Return the openings: around each time line, the lines near it that are no prose, if a headline stands twice."""
    headings: list[_Heading] = []
    floor = 0
    repeated = _repeated(lines)
    for i, line in enumerate(lines):
        if line.found is None or i < floor:
            continue
        heading = _heading_around(lines, repeated, floor, i)
        if heading:
            headings.append(heading)
            floor = heading.end
    return headings


def _repeated(lines: list[_Line]) -> set[int]:
    """Return the numbers of lines whose text stands again within a few lines."""
    last: dict[str, int] = {}
    numbers: set[int] = set()
    for i, line in enumerate(lines):
        key = line.text.casefold()
        if key in last and i - last[key] <= HEADLINE_WINDOW_LINES:
            numbers.update((last[key], i))
        last[key] = i
    return numbers


def _heading_around(lines: list[_Line], repeated: set[int], floor: int, time_line: int) -> _Heading | None:
    start = end = time_line
    while start > floor and time_line - start < HEADLINE_WINDOW_LINES and _may_head(lines, repeated, start - 1):
        start -= 1
    while end + 1 < len(lines) and end - time_line < HEADLINE_WINDOW_LINES and _may_head(lines, repeated, end + 1):
        end += 1
    inside = range(start, end + 1)
    counts = Counter(lines[i].text.casefold() for i in inside)
    titles = [i for i in inside if counts[lines[i].text.casefold()] > 1 and lines[i].found is None]
    if not titles:
        return None
    title = max((lines[i].text for i in titles), key=width)
    numbers = [i for i in titles if lines[i].text.casefold() == title.casefold()]
    found = lines[time_line].found
    assert found is not None
    publisher, publisher_lines = _publisher(lines, inside, time_line, title)
    return _Heading(
        start=min(*numbers, time_line, *publisher_lines),
        end=max(*numbers, time_line, *publisher_lines) + 1,
        title=title,
        publisher=publisher,
        moment=found.moment,
    )


def _may_head(lines: list[_Line], repeated: set[int], number: int) -> bool:
    return number in repeated or not _is_prose(lines[number])


def _publisher(lines: list[_Line], inside: range, time_line: int, title: str) -> tuple[str, list[int]]:
    """Return the publisher and the lines that name it: a short line said twice, else what the time is glued to."""
    found = lines[time_line].found
    glued = _BULLET.sub("", found.before) if found else ""
    texts = {i: lines[i].text for i in inside if i != time_line and lines[i].text.casefold() != title.casefold()}
    counts = Counter(text.casefold() for text in texts.values())
    if glued:
        counts[glued.casefold()] += 1
    said_twice = [text for text in (glued, *texts.values()) if text and counts[text.casefold()] > 1]
    beside = [texts[i] for i in (time_line - 1, time_line + 1) if i in texts and lines[i].found is None]
    is_label = bool(_LABEL.match(glued)) and glued == glued.casefold() and width(glued) == len(glued)
    name = next(iter(said_twice), "") or ("" if is_label and beside else glued) or next(iter(beside), "")
    return name, [i for i, text in texts.items() if text.casefold() == name.casefold()]


def _article(lines: list[_Line], heading: _Heading, end: int) -> Article:
    text = "\n".join(_body(lines[heading.end : end], heading.title))
    credit = agency.find(text)
    return Article(
        url="",
        title=heading.title,
        text=text,
        agency=credit.agency,
        dateline=credit.dateline,
        published=heading.moment.when,
        published_precision_seconds=heading.moment.precision_seconds,
        language=language_of(text),
        publisher=heading.publisher,
    )


def _body(lines: list[_Line], title: str) -> list[str]:
    """Return the article's paragraphs: the run of prose that bears most on the title, and those that bear on it."""
    runs = _runs(lines)
    if not runs:
        return []
    about = set(tokens(title))
    core = max(runs, key=lambda run: (len(about & _terms(run)) > 0, sum(map(len, run))))
    terms = _terms(core) | about
    return [line for run in runs if run is core or len(_terms(run) & terms) >= SHARED_WORDS_COUNT for line in run]


def _terms(run: list[str]) -> set[str]:
    """Return the words of a run that tell what it is about: the longer ones, and pairs of wide characters."""
    return {token for token in tokens(" ".join(run)) if len(token) > 5 or is_wide(token)}


def _runs(lines: list[_Line]) -> list[list[str]]:
    """Return the stretches of prose; what is no prose ends one, unless it stands close between sentences."""
    runs: list[list[str]] = []
    is_open = False
    for i, line in enumerate(lines):
        if _is_prose(line) or (is_open and _is_short_speech(lines, i)):
            if not is_open:
                runs.append([])
            runs[-1].append(line.text)
            is_open = True
        else:
            is_open = False
    return runs


def _is_short_speech(lines: list[_Line], number: int) -> bool:
    """Tell a short sentence that goes on from the line above without a blank line, as in "He agreed."."""
    line = lines[number]
    return line.found is None and not line.after_gap and bool(_SENTENCE_END.search(line.text))
