"""How well pages become articles, measured on labelled pages."""

import gzip
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import mean, median

import orjson

from octavo.core.errors import BadInput
from octavo.core.types import Article
from octavo.extract import embeds, extract, render, tree
from octavo.extract.head import one_line
from octavo.extract.parsed import Page

_WORD = re.compile(r"\w+")
_SHOWN_WORST = 30
Figures = dict[str, object]


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page and what it should give; empty where the label does not say."""

    key: str
    html: str
    text: str
    title: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    place: str = ""
    """Its country, else its language."""


@dataclass(slots=True)
class _Tally:
    precisions: list[float] = field(default_factory=list)
    recalls: list[float] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)
    verdicts: Counter[str] = field(default_factory=Counter)
    places: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    worst: list[tuple[float, str]] = field(default_factory=list)
    fell_back_count: int = 0
    described_images: list[bool] = field(default_factory=list)
    """Of each lead image, whether it has an alternative text."""
    right: dict[str, list[bool]] = field(default_factory=lambda: {"title": [], "first_author": [], "published_day": []})


def evaluate(path: Path) -> Figures:
    """Return the figures of a labelled file, or of each such file of a folder.

    Precision, recall and F1 are those of 4-word shingles, averaged over pages, as in
    scrapinghub/article-extraction-benchmark; times are processor milliseconds a page. F1 is given for each country or
    language too, and for the worst pages. Raises BadInput for other data.
    """
    if path.is_dir():
        files = sorted(path.glob("*.jsonl.gz"))
        if not files:
            raise BadInput(f"{path} holds no labelled pages (*.jsonl.gz)")
        return {file.name.removesuffix(".jsonl.gz"): evaluate(file) for file in files}
    tally = _Tally()
    extract("<p>The first page pays for what is loaded but once.</p>")
    for page in labelled(path):
        started = time.process_time()
        article = extract(page.html)
        tally.milliseconds.append((time.process_time() - started) * 1000)
        _count(tally, page, article)
    return _figures(tally)


def labelled(path: Path) -> Iterator[LabelledPage]:
    """Yield the labelled pages of a file; raises BadInput for a file of another kind."""
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rb") as file:
            for line in file:
                yield _labelled(orjson.loads(line))
    except (OSError, EOFError, orjson.JSONDecodeError, KeyError, TypeError, AttributeError):
        needed = "each line is JSON with id, html, and text or text_html"
        raise BadInput(f"{path} holds no labelled pages; {needed}") from None


def _labelled(line: dict[str, str]) -> LabelledPage:
    authors = line.get("authors") or [line.get("byline")]
    published = str(line.get("published") or "")
    return LabelledPage(
        key=line["id"],
        html=line["html"],
        text=line["text"] if "text" in line else plain(line["text_html"]),
        title=line.get("title") or "",
        authors=tuple(name for name in authors if name),
        published=_moment(published) if published else None,
        place=line.get("country") or line.get("language") or "",
    )


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None


def plain(html: str) -> str:
    """Return all text of labelled HTML, each block a line."""
    page = Page(html)
    for node in page.document.css(", ".join(sorted(embeds.TAGS))):
        node.decompose()
    body = page.body()
    return render.all_text_of(tree.build_whole(body)[0]) if body is not None else ""


def _count(tally: _Tally, page: LabelledPage, article: Article) -> None:
    precision, recall = score(page.text, article.text)
    tally.precisions.append(precision)
    tally.recalls.append(recall)
    tally.places.setdefault(page.place, []).append((precision, recall))
    tally.worst.append((f1_of([precision], [recall]), page.key))
    tally.verdicts[article.verdict.value] += 1
    tally.fell_back_count += bool({"fell-back", "doubted"} & set(article.reasons))
    if article.image:
        tally.described_images.append(bool(article.image.alt))
    if page.title:
        tally.right["title"].append(one_line(page.title) == one_line(article.title))
    if page.authors:
        first = article.authors[0] if article.authors else ""
        tally.right["first_author"].append(one_line(page.authors[0]).casefold() == one_line(first).casefold())
    if page.published:
        tally.right["published_day"].append(_day(page.published) == (article.published and _day(article.published)))


def _day(moment: datetime) -> date:
    return (moment.astimezone(UTC) if moment.tzinfo else moment).date()


def score(expected: str, got: str) -> tuple[float, float]:
    """Return the precision and recall of the 4-word shingles of one page."""
    labels, found = _shingles(expected), _shingles(got)
    shared = (labels & found).total()
    too_much, missed = found.total() - shared, labels.total() - shared
    precision = shared / (shared + too_much) if shared + too_much else 1.0
    recall = shared / (shared + missed) if shared + missed else 1.0
    return precision, recall


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def f1_of(precisions: Sequence[float], recalls: Sequence[float]) -> float:
    """Return F1 of the mean precision and the mean recall."""
    precision, recall = mean(precisions), mean(recalls)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _figures(tally: _Tally) -> Figures:
    if not tally.precisions:
        raise BadInput("the file holds no labelled page")
    times = sorted(tally.milliseconds)
    return {
        "pages": len(times),
        "precision": round(mean(tally.precisions), 4),
        "recall": round(mean(tally.recalls), 4),
        "f1": round(f1_of(tally.precisions, tally.recalls), 4),
        **{name: round(mean(right), 4) for name, right in tally.right.items() if right},
        "milliseconds_mean": round(mean(times), 2),
        "milliseconds_median": round(median(times), 2),
        "milliseconds_p95": round(times[int(len(times) * 0.95)], 2),
        "fell_back": round(tally.fell_back_count / len(times), 4),
        "lead_images": len(tally.described_images),
        "lead_images_described": sum(tally.described_images),
        "verdicts": dict(tally.verdicts),
        "f1_by_place": {place: _f1(pairs) for place, pairs in sorted(tally.places.items())},
        "worst": {key: round(f1, 4) for f1, key in sorted(tally.worst)[:_SHOWN_WORST]},
    }


def _f1(pairs: Sequence[tuple[float, float]]) -> float:
    precisions, recalls = zip(*pairs, strict=True)
    return round(f1_of(precisions, recalls), 4)
