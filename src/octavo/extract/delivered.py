"""Articles out of what a feed delivers, where the page gives nothing or too little."""

import re
from dataclasses import replace
from html import unescape

from octavo.core.plain import cut, plain
from octavo.core.text import language_of
from octavo.core.types import Article, Entry, Verdict
from octavo.core.uncollected import uncollected
from octavo.extract import agency, bylines, element, furniture, head, markup, metadata, render, sanitise, tree
from octavo.extract.constants import ENTRY_GAIN, LANGUAGE_CHARACTERS, MOSTLY_SHARE, STUB_CHARACTERS, THIN_CHARACTERS
from octavo.extract.parsed import Page
from octavo.extract.prose import ends_sentence, width

TEXT_FROM_FEED = "text-from-feed"
"""The reason of an article whose text is the feed's because that is better than its page's, or as good."""
AWAITED = ("page-awaited",)
"""The reasons of the stub that stands for an entry until its page is read."""
ENDING_CHARACTERS = 200
"""Room for a last sentence's end, a credit in brackets, and marks of cutting."""
_TAG = re.compile(r"<[^<>]*>")
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W*$")


_PRESENTING = (Verdict.MEDIA, Verdict.NONE, Verdict.STUB)
"""What a page may be whose entry brings the sound or film itself: its player may need scripts, or a membership."""


def from_entry(entry: Entry, url: str, reason: str) -> Article:
    """Return the article that a feed's entry alone makes, where its page could not be fetched because of `reason`."""
    return _own(entry, url, (f"page-not-fetched: {reason}",))


def at_once(entry: Entry) -> Article:
    """Return the article that stands for `entry` before its page is read.

    Where the feed gives the whole text, with a picture and a time, it is an article, and the page has nothing to add;
    else a stub that is good enough to be found by.
    """
    given = entry.content or entry.summary
    if entry.title and entry.published and entry.image and _may_be_whole(given):
        with uncollected():
            top, made = _tree(entry)
            lines = render.text_of(top)
            html = markup.html_of(top, entry.url) if _is_whole(lines) else ""
            tree.dismantle(made)
        if html:
            return _article(entry, entry.url, (TEXT_FROM_FEED,), lines, html)
    return Article(
        url=entry.url,
        title=head.one_line(entry.title),
        text=plain(given),
        verdict=Verdict.STUB,
        reasons=AWAITED,
        authors=bylines.people(agency.apart(entry.authors)),
        published=entry.published,
        published_precision_seconds=1 if entry.published else None,
        updated=entry.updated,
        language=entry.language,
        image=metadata.entry_image(entry),
        media=entry.playable,
        tags=entry.tags,
    )


def _may_be_whole(html: str) -> bool:
    """Tell what is surely too short from what needs a closer look, without parsing it. Any tag may end a line."""
    return _is_long(html) and _is_long(unescape(_TAG.sub(" ", cut(html, "<figure", "</figure>"))))


def _is_whole(text: str) -> bool:
    ending = text[-ENDING_CHARACTERS:]
    return _is_long(text) and ends_sentence(ending) and _CUT.search(ending) is None


def _is_long(text: str) -> bool:
    return len(text) >= THIN_CHARACTERS or width(text) >= THIN_CHARACTERS


def fuller(article: Article, entry: Entry, url: str) -> Article:
    """Return `article`, with the feed's text where that is full and the page at `url` shows none or a thin one.

    Pages that are something else, as stubs, keep their verdict, but for those that only present an entry's media.
    The reasons then begin with TEXT_FROM_FEED.
    """
    if entry.playable and article.verdict in _PRESENTING:
        return replace(_own(entry, url, (TEXT_FROM_FEED, *article.reasons)), robots=article.robots)
    is_thin = article.verdict is Verdict.ARTICLE and width(article.text) < THIN_CHARACTERS
    if not entry.content or not (is_thin or article.verdict is Verdict.NONE):
        return article
    own = _own(entry, url, (TEXT_FROM_FEED, *article.reasons))
    if width(own.text) < max(STUB_CHARACTERS, width(article.text) * ENTRY_GAIN):
        return article
    if article.verdict is Verdict.NONE:
        return replace(own, robots=article.robots)
    return replace(
        article,
        text=own.text,
        html=own.html,
        reasons=own.reasons,
        agency=own.agency or article.agency,
        dateline=own.dateline or article.dateline,
        language=own.language,
    )


def _own(entry: Entry, url: str, reasons: tuple[str, ...]) -> Article:
    address = url or entry.url
    with uncollected():
        top, made = _tree(entry)
        text, html = render.text_of(top), markup.html_of(top, address)
        tree.dismantle(made)
    return _article(entry, address, reasons, text, html)


def _article(entry: Entry, url: str, reasons: tuple[str, ...], text: str, html: str) -> Article:
    signed = agency.apart(entry.authors)
    credit = agency.find(text, signed)
    return Article(
        url=url,
        title=head.one_line(entry.title),
        text=text,
        html=sanitise.clean(html),
        verdict=Verdict.ARTICLE if entry.content or text or entry.playable else Verdict.STUB,
        reasons=reasons,
        authors=bylines.people(signed),
        agency=credit.agency,
        dateline=credit.dateline,
        published=entry.published,
        published_precision_seconds=1 if entry.published else None,
        updated=entry.updated,
        language=language_of(f"{entry.title}\n{text}"[:LANGUAGE_CHARACTERS]) or entry.language,
        image=metadata.entry_image(entry),
        media=entry.playable,
        tags=entry.tags,
    )


def _tree(entry: Entry) -> tuple[element.Element, list[element.Element]]:
    """Return what the feed gave as a tree, without share bars and the like, unless it is mostly made of such."""
    given = Page(entry.content or entry.summary).body()
    if given is None:
        return element.Element("body"), []
    top, made = tree.build_whole(given)
    if not top.link_length:
        return top, made
    length = top.length
    furniture.prune(top)
    furniture.tidy(top)
    return (top, made) if top.length >= length * MOSTLY_SHARE else tree.build_whole(given)
