"""One page to one article: parse once, read the head, find the body, fall back only in doubt, judge, sanitise last."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from octavo.core.text import language_of, normalise
from octavo.core.types import Article, Entry, Verdict
from octavo.extract import (
    agency,
    body,
    decode,
    delivered,
    head,
    markup,
    metadata,
    render,
    sanitise,
    teasers,
    tree,
    verdict,
)
from octavo.extract.constants import DOUBT_CHARACTERS, DOUBT_SHARE, LANGUAGE_CHARACTERS, PAGE_TEXT_CHARACTERS
from octavo.extract.fallback import by_trafilatura
from octavo.extract.prose import width

_NOT_TEXT = "script, style, noscript, template, svg"


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    html: str
    page_text: str
    link_share: float
    reasons: tuple[str, ...] = ()


def extract(
    html: str | bytes, url: str = "", *, headers: Mapping[str, str] | None = None, entry: Entry | None = None
) -> Article:
    """Return the article of a page; never raises for what the page holds.

    `headers` (names in any case) tell the encoding and the X-Robots-Tag; `entry` is the feed's word on the same
    article and fills in what the page leaves open, the text too if the page shows none. The verdict says whether it
    is an article at all.
    """
    with _uncollected():
        return _extract(html, url, headers or {}, entry)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let the cycle collector rest while a page's tree is built: half of the time went into walking it in vain."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _extract(html: str | bytes, url: str, headers: Mapping[str, str], entry: Entry | None) -> Article:
    text = decode.text_of(html, headers) if isinstance(html, bytes) else html
    page = tree.parse(text)
    claims = head.read(page)
    facts = metadata.read(page, claims, url, headers, entry)
    found = _find(page, text, facts)
    article = _article(found, facts, _judged(page, claims, url, found), claims.language)
    return delivered.fuller(article, entry, url) if entry else article


def _judged(page: LexborHTMLParser, claims: head.Head, url: str, found: _Found) -> verdict.Judged:
    judged = verdict.judge(claims, url, found.text, found.page_text, found.link_share)
    is_open = judged.verdict is Verdict.ARTICLE or judged.reasons == ("no-text",)
    if is_open and not verdict.claims_article(claims) and teasers.make_up(page, found.text):
        return verdict.Judged(Verdict.INDEX, ("teasers",))
    return judged


def _find(page: LexborHTMLParser, html: str, facts: metadata.Metadata) -> _Found:
    root = page.body
    if root is None:
        return _Found("", "", "", 0.0)
    for node in page.css(_NOT_TEXT):
        node.decompose()
    page_text = (root.text_content or "")[:PAGE_TEXT_CHARACTERS]
    top, made = tree.build(root)
    try:
        return _found_in(top, html, page_text, facts)
    finally:
        tree.dismantle(made)


def _found_in(top: tree.Element, html: str, page_text: str, facts: metadata.Metadata) -> _Found:
    link_share = top.link_length / top.length if top.length else 0.0
    chosen = body.find(top, facts.title, facts.description)
    text, own = render.text_of(chosen.element), markup.html_of(chosen.element, facts.url)
    if width(text) >= DOUBT_CHARACTERS and chosen.share >= DOUBT_SHARE:
        return _Found(text, own, page_text, link_share)
    other = by_trafilatura(html)
    if len(other) <= len(text):
        return _Found(text, own, page_text, link_share, ("doubted",))
    paragraphs = "".join(f"<p>{sanitise.escaped(line)}</p>" for line in other.split("\n"))
    return _Found(other, paragraphs, page_text, link_share, ("fell-back",))


def _article(found: _Found, facts: metadata.Metadata, judged: verdict.Judged, claimed_language: str) -> Article:
    credit = agency.find(found.text, facts.authors)
    published = facts.published
    return Article(
        url=facts.url,
        title=normalise(facts.title).replace("\n", " "),
        text=found.text,
        html=sanitise.clean(found.html),
        verdict=judged.verdict,
        reasons=(*judged.reasons, *found.reasons),
        authors=facts.authors,
        agency=credit.agency,
        dateline=credit.dateline,
        published=published.when if published else None,
        published_precision_seconds=published.precision_seconds if published else None,
        updated=facts.updated,
        language=language_of(f"{facts.title}\n{found.text}"[:LANGUAGE_CHARACTERS]) or claimed_language[:2].lower(),
        image=facts.image,
        publisher=facts.publisher,
        section=facts.section,
        tags=facts.tags,
        robots=facts.robots,
    )
