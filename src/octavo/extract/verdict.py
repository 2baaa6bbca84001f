"""What a page is: an article, a stub, an index, a live ticker, a media page, or none of these."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from octavo.core.types import Verdict
from octavo.extract.constants import (
    CONSENT_CHARACTERS,
    CONSENT_OPENING_CHARACTERS,
    ENDING_CHARACTERS,
    ERROR_CHARACTERS,
    INDEX_LINK_SHARE,
    INDEX_LONG_LINK_SHARE,
    LABEL_CHARACTERS,
    LIVE_TIMES_COUNT,
    OPENING_CHARACTERS,
    PROSE_SHARE,
    STUB_CHARACTERS,
    THIN_CHARACTERS,
)
from octavo.extract.head import Head
from octavo.extract.prose import ends_sentence, width
from octavo.extract.verdict_words import CONSENT, ERROR, LIVE, LIVE_PREFIX, NEEDS_SCRIPTS, PAY

_MEDIA = frozenset(
    ["VideoObject", "AudioObject", "PodcastEpisode", "ImageGallery", "MediaGallery", "RadioEpisode", "TVEpisode"]
)
_LISTS = frozenset(["CollectionPage", "SearchResultsPage", "ProfilePage"])
_LIVE_PATH = re.compile(r"(?<![a-z])(?:live-?blog|live-updates?|live-?ticker|newsticker)(?![a-z])", re.IGNORECASE)
_LOCKED_TIERS = ("locked", "metered", "premium")


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict and why it was reached."""

    verdict: Verdict
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """What a page shows, as far as the verdict rests on it."""

    url: str
    title: str
    text: str
    """The extracted text."""
    all_text: Callable[[], str]
    """Gives all text of the page, cut short: few verdicts need it."""
    link_share: float
    """How much of the page's text stands in links, 0..1."""
    times_count: int = 0
    """How many elements tell a time."""
    has_player: bool = False
    """Whether a film or a sound is played on the page itself."""
    is_dated: Callable[[], bool] = lambda: False
    """Tells whether the page says when it was published, as articles do and lists do not."""

    @cached_property
    def size(self) -> int:
        return width(self.text)

    @cached_property
    def page_text(self) -> str:
        return " ".join(self.all_text().split())

    @property
    def is_prose(self) -> bool:
        """Tell a text most of which is sentences of some length."""
        lines = ((width(line), line) for line in self.text.split("\n"))
        prose = sum(size for size, line in lines if size >= LABEL_CHARACTERS and ends_sentence(line))
        return prose >= max(STUB_CHARACTERS, self.size * PROSE_SHARE)

    @property
    def asks_for_pay(self) -> bool:
        return PAY.search(self.page_text) is not None

    @property
    def ends_at_wall(self) -> bool:
        """Tell whether the text's end, or what the page shows right after it, asks for pay."""
        if PAY.search(self.text[-OPENING_CHARACTERS:]):
            return True
        last = r"\s*".join(map(re.escape, "".join(self.text[-ENDING_CHARACTERS:].split())))
        found = re.search(last, self.page_text) if last else None
        return found is not None and PAY.search(self.page_text[found.end() :][:OPENING_CHARACTERS]) is not None


def judge(head: Head, shown: Shown) -> Judged:
    """Return the verdict on a page."""
    if problem := _problem(head, shown):
        return Judged(Verdict.NONE, (problem,))
    if _is_live(head, shown):
        return Judged(Verdict.LIVE, ("live-ticker",))
    if not head.article and _LISTS & head.types:
        return Judged(Verdict.INDEX, ("collection",))
    if not head.article and shown.size < THIN_CHARACTERS and _is_media(head):
        return Judged(Verdict.MEDIA, ("media-page",))
    return _judge_long(head, shown) if shown.size >= STUB_CHARACTERS else _judge_short(head, shown)


def claims_article(head: Head) -> bool:
    """Tell whether the page calls itself an article."""
    return bool(head.article) or head.meta("og:type") == "article"


def _problem(head: Head, shown: Shown) -> str:
    """Return why nothing on the page is an article, "" if something may be."""
    names = (head.title, shown.title)
    if shown.size < STUB_CHARACTERS and any(map(ERROR.search, names)):
        return "error-page"
    if claims_article(head):
        return ""
    if shown.size < ERROR_CHARACTERS and any(map(ERROR.search, (*names, shown.page_text[:OPENING_CHARACTERS]))):
        return "error-page"
    if shown.size < STUB_CHARACTERS and NEEDS_SCRIPTS.search(shown.page_text):
        return "needs-scripts"
    return "consent-page" if _is_consent(shown) else ""


def _is_consent(shown: Shown) -> bool:
    """Tell a page whose text is about cookies: from the beginning it names them and the like every few words."""
    text = (shown.text or shown.page_text)[:CONSENT_OPENING_CHARACTERS]
    if not CONSENT.search(text[: 2 * CONSENT_CHARACTERS]):
        return False
    found = [match.group().casefold() for match in CONSENT.finditer(text)]
    return len(set(found)) > 1 and len(found) * CONSENT_CHARACTERS > width(text)


def _is_live(head: Head, shown: Shown) -> bool:
    if "LiveBlogPosting" in head.types or _LIVE_PATH.search(shown.url) or LIVE.search(shown.title):
        return True
    return shown.times_count >= LIVE_TIMES_COUNT and LIVE_PREFIX.search(shown.title) is not None


def _is_media(head: Head) -> bool:
    return bool(_MEDIA & head.types) or head.meta("og:type").startswith(("video", "music"))


def _judge_long(head: Head, shown: Shown) -> Judged:
    is_thin = shown.size < THIN_CHARACTERS
    is_linked = shown.link_share > (INDEX_LINK_SHARE if is_thin else INDEX_LONG_LINK_SHARE)
    if is_linked and not head.article and not (shown.is_prose and shown.is_dated()):
        return Judged(Verdict.INDEX, ("mostly-links",))
    if is_thin and (_is_locked(head) or (not _is_free(head) and shown.ends_at_wall)):
        return Judged(Verdict.STUB, ("not-free",))
    if _is_locked(head):
        return Judged(Verdict.ARTICLE, ("not-free",))
    return Judged(Verdict.ARTICLE)


def _judge_short(head: Head, shown: Shown) -> Judged:
    if _is_locked(head) or shown.asks_for_pay:
        return Judged(Verdict.STUB, ("not-free",))
    is_tiny = shown.size <= STUB_CHARACTERS // 2
    if _is_media(head) or (shown.has_player and (is_tiny or not claims_article(head))):
        return Judged(Verdict.MEDIA, ("media-page",))
    if claims_article(head) and shown.text:
        return Judged(Verdict.ARTICLE, ("short",))
    if shown.link_share > INDEX_LINK_SHARE:
        return Judged(Verdict.INDEX, ("mostly-links",))
    return Judged(Verdict.NONE, ("no-text",)) if is_tiny else Judged(Verdict.ARTICLE, ("short",))


def _is_free(head: Head) -> bool:
    return str(head.article.get("isAccessibleForFree", "")).lower() in ("true", "yes", "1")


def _is_locked(head: Head) -> bool:
    """Tell whether the page says that its text is not free."""
    claim = str(head.article.get("isAccessibleForFree", "")).lower()
    return claim in ("false", "no", "0") or head.meta("article:content_tier") in _LOCKED_TIERS
