"""One page to one article: parse once, read the head, find the body, fall back only in doubt, judge, sanitise last."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC

from octavo.core import decode
from octavo.core.languages import zone_of
from octavo.core.text import language_of, normalise
from octavo.core.types import Article, Entry, Verdict
from octavo.core.uncollected import uncollected
from octavo.extract import (
    agency,
    bylines,
    canonical,
    delivered,
    finding,
    head,
    lead_image,
    metadata,
    reporters,
    sanitise,
    teasers,
    verdict,
)
from octavo.extract.constants import (
    GALLERY_CAPTIONS_COUNT,
    LANGUAGE_CHARACTERS,
    STUB_CHARACTERS,
    TEASERS_LINK_SHARE,
)
from octavo.extract.parsed import Page
from octavo.extract.prose import width
from octavo.extract.served import NOT_A_PAGE, is_page

_KIN = tuple(
    frozenset(group.split()) for group in ("id ms jv", "no da", "nb da", "nn da", "hr sr bs sl", "gl pt", "cs sk")
)
"""Languages so alike that a text alone may be taken for its neighbour's."""
_PLAYERS = "audio, video, meta[property='og:video'], meta[property='og:video:url'], meta[name='twitter:player']"


def extract(
    html: str | bytes, url: str = "", *, headers: Mapping[str, str] | None = None, entry: Entry | None = None
) -> Article:
    """Return the article of a page; never raises for what the page holds.

    `headers` (names in any case) tell the encoding and the X-Robots-Tag; `entry` is the feed's word on the same
    article and fills in what the page leaves open, the text too if the page shows none. The verdict says whether it
    is an article at all.
    """
    with uncollected():
        return _extract(html, url, headers or {}, entry)


def _extract(html: str | bytes, url: str, headers: Mapping[str, str], entry: Entry | None) -> Article:
    if not is_page(html):
        return Article(url=canonical.readable(url), title="", text="", verdict=Verdict.NONE, reasons=NOT_A_PAGE)
    text = decode.text_of(html, headers) if isinstance(html, bytes) else html
    page = Page(text)
    claims = head.read(page)
    url = canonical.readable(url)
    facts = metadata.read(page, claims, url, headers, entry)
    found = finding.find(page, text, facts)
    article = _article(page, found, facts, _judged(page, claims, facts, found))
    return delivered.fuller(replace(article, media=entry.playable), entry, url) if entry else article


def _judged(page: Page, claims: head.Head, facts: metadata.Metadata, found: finding.Found) -> verdict.Judged:
    times_count = len(page.all("time"))
    has_player = width(found.text) < STUB_CHARACTERS and page.document.css_first(_PLAYERS) is not None
    shown = verdict.Shown(
        facts.url,
        facts.title,
        found.text,
        lambda: page.shown,
        found.link_share,
        times_count,
        has_player,
        lambda: bool(facts.published or bylines.moment(page.lines, facts.title, UTC)),
    )
    judged = verdict.judge(claims, shown)
    is_open = judged.verdict is Verdict.ARTICLE or judged.reasons == ("no-text",)
    is_open = is_open and found.link_share >= TEASERS_LINK_SHARE
    if is_open and not verdict.claims_article(claims) and teasers.make_up(page.document, found.text):
        return verdict.Judged(Verdict.INDEX, ("teasers",))
    is_doubtful = judged.verdict is Verdict.ARTICLE and "fell-back" in found.reasons
    if is_doubtful and len(page.document.css("figcaption")) >= GALLERY_CAPTIONS_COUNT:
        return verdict.Judged(Verdict.MEDIA, ("media-page",))
    return judged


def _article(page: Page, found: finding.Found, facts: metadata.Metadata, judged: verdict.Judged) -> Article:
    signed = agency.apart(facts.authors if facts.is_signed else _signers(page, found, facts))
    credit = agency.find(found.text, signed)
    language = _language(f"{facts.title}\n{found.text}"[:LANGUAGE_CHARACTERS], facts.claimed_language)
    published = facts.published or bylines.moment(page.lines, facts.title, zone_of(language))
    html = sanitise.clean(found.html)
    return Article(
        url=facts.url,
        title=normalise(facts.title).replace("\n", " "),
        text=found.text,
        html=html,
        verdict=judged.verdict,
        reasons=(*judged.reasons, *found.reasons),
        authors=bylines.people(signed),
        agency=credit.agency,
        dateline=credit.dateline,
        published=published.when if published else None,
        published_precision_seconds=published.precision_seconds if published else None,
        updated=facts.updated,
        language=language,
        image=lead_image.best(facts.image, html) if judged.verdict is Verdict.ARTICLE else facts.image,
        publisher=facts.publisher,
        section=facts.section,
        tags=facts.tags,
        robots=facts.robots,
    )


def _signers(page: Page, found: finding.Found, facts: metadata.Metadata) -> tuple[str, ...]:
    """Return whom the article names as its authors where the head does not."""
    return reporters.in_text(found.text) or bylines.find(page.lines, facts.title) or facts.authors


def _language(text: str, claimed: str) -> str:
    """Return the language that a text speaks; between close kin the page's claim decides."""
    told = language_of(text)
    return claimed if not told or any({told, claimed} <= group for group in _KIN) else told
