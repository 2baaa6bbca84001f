"""Which feeds of a starter pack answer: asked through the one door, nothing is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from octavo.core.types import ParsedFeed, Refusal, Request
from octavo.fetch import fetch_each
from octavo.pipeline.answers import understand
from octavo.sources.packs import Pack


@dataclass(frozen=True, slots=True)
class Checked:
    """What one feed of a pack answered."""

    reference: str
    """PACK/PUBLISHER/SECTION."""
    url: str
    entries_count: int = 0
    newest: datetime | None = None
    problem: str = ""
    """One plain line; "" where it answers with a feed."""


def check(pack: Pack, now: datetime) -> Iterator[Checked]:
    """Ask every feed of the pack at once; yield what each answers as it arrives."""
    feeds = [
        (f"{pack.name}/{publisher.slug}/{section}", url)
        for publisher in pack.publishers
        for section, url in publisher.feeds.items()
    ]
    for position, answer in fetch_each([Request(url) for _, url in feeds]):
        yield _checked(*feeds[position], understand(answer, now, is_known=False))


def _checked(reference: str, url: str, parsed: ParsedFeed | Refusal | None) -> Checked:
    if not isinstance(parsed, ParsedFeed):
        return Checked(reference, url, problem=(parsed.detail or parsed.reason) if parsed else "nothing has changed")
    moments = [moment for entry in parsed.entries if (moment := entry.published or entry.updated)]
    return Checked(reference, url, len(parsed.entries), max(moments, default=None))
