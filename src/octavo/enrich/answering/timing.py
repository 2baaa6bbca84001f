"""Which passages tell of the time that a question asks of: dated within it, or else published within it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from octavo.enrich.answering.archive import Archive
from octavo.enrich.answering.asked_time import Present
from octavo.enrich.days import days
from octavo.enrich.passages import Passage
from octavo.enrich.periods import Period, periods

EARLIEST = datetime.min.replace(tzinfo=UTC)
"""Of an article of which nobody knows when it was published: behind all others."""


def within(archive: Archive, asked: Sequence[Period], present: Present) -> frozenset[int]:
    """Return the passages of an archive that tell of one of these spans; all of them where there are none."""
    if not asked:
        return frozenset(range(len(archive.passages)))
    return frozenset(
        i
        for number, held in enumerate(archive.of_article)
        for i in held
        if _is_within(archive, number, archive.passages[i], asked, present)
    )


def published(archive: Archive, i: int) -> datetime:
    """Return when a passage's report was published."""
    return archive.articles[archive.passages[i].article].published or EARLIEST


def _is_within(archive: Archive, number: int, passage: Passage, asked: Sequence[Period], present: Present) -> bool:
    """Tell whether a passage names a time within, or names none that has passed and its report is of such a time."""
    article = archive.articles[number]
    named, is_open = _named(archive, number, passage.text, present)
    if any(span.holds(one) for span in asked for one in named):
        return True
    day = present.day_of(article.published) if article.published else None
    if day is None or (not is_open and any(one.last <= day for one in named if not _covers(one, asked))):
        return False
    head = f"{article.title}\n{archive.passages[archive.of_article[number][0]].text}"
    told, _ = _named(archive, number, head, present)
    return any(span.first <= day <= span.last or any(span.holds(one) for one in told) for span in asked)


def _covers(one: Period, asked: Sequence[Period]) -> bool:
    return any(one.holds(span) for span in asked)


def _named(archive: Archive, number: int, text: str, present: Present) -> tuple[list[Period], bool]:
    """Return the times that a text of an article names, and whether it names a day that nobody can tell."""
    article = archive.articles[number]
    found = list(days(text, article.language, article.published))
    told = [Period(one.date, one.date) for one in found if one.date]
    if article.published:
        today = present.day_of(article.published)
        told += (one for named in periods(text, article.language, today) for one in named.periods)
    return told, len(told) < len(found)
