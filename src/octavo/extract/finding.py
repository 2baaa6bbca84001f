"""The article's text in a page: a first look, a second that trusts fewer names, and another reader where both fail."""

from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

from octavo.extract import body, markup, render, sanitise, tree
from octavo.extract.constants import (
    DOUBT_CHARACTERS,
    DOUBT_GAIN,
    DOUBT_SHARE,
    THIN_CHARACTERS,
)
from octavo.extract.fallback import by_trafilatura
from octavo.extract.metadata import Metadata
from octavo.extract.notice_words import is_notice
from octavo.extract.parsed import Page
from octavo.extract.prose import ends_sentence, width


@dataclass(frozen=True, slots=True)
class Found:
    """What a page shows, plain and as markup that is yet to be sanitised."""

    text: str = ""
    html: str = ""
    link_share: float = 0.0
    """How much of the page's text stands in links, 0..1."""
    reasons: tuple[str, ...] = ()
    """What was in doubt: looked-again, doubted, fell-back."""
    share: float = 1.0
    """How much of the page's paragraphs was taken, 0..1."""


def find(page: Page, html: str, facts: Metadata) -> Found:
    """Return the article's text; scripts and the like are taken out of `page`, whose source is `html`."""
    root = page.body()
    if root is None:
        return Found()
    first = _look(root, facts, trusts_names=True)
    return first if _is_sure(first, page) else _doubted(root, html, facts, first)


def _look(root: LexborNode, facts: Metadata, *, trusts_names: bool) -> Found:
    """Return what stands below `root`."""
    top, made = tree.build(root, trusts_names=trusts_names)
    try:
        link_share = top.link_length / top.length if top.length else 0.0
        chosen = body.find(top, facts.title, facts.description, trusts_names=trusts_names)
        text, own = render.text_of(chosen.element), markup.html_of(chosen.element, facts.url)
        return Found(text, own, link_share=link_share, share=chosen.share)
    finally:
        tree.dismantle(made)


def _is_sure(found: Found, page: Page) -> bool:
    """Tell whether enough was found, or all that there is."""
    size = width(found.text)
    is_much = size >= DOUBT_CHARACTERS and (found.share >= DOUBT_SHARE or size >= THIN_CHARACTERS)
    return is_much or len(page.shown) <= len(found.text) * DOUBT_GAIN


def _doubted(root: LexborNode, html: str, facts: Metadata, first: Found) -> Found:
    again = _look(root, facts, trusts_names=False)
    best = first
    if len(again.text) > len(first.text) * DOUBT_GAIN and _adds_prose(again.text, first.text):
        best = replace(first, text=again.text, html=again.html, reasons=("looked-again",))
    if width(best.text) >= DOUBT_CHARACTERS:
        return best
    other = by_trafilatura(html)
    if len(other) <= len(best.text) or _runs_on(best.text, other) or not _adds_prose(other, best.text):
        return replace(best, reasons=(*best.reasons, "doubted"))
    paragraphs = "".join(f"<p>{sanitise.escaped(line)}</p>" for line in other.split("\n"))
    return replace(first, text=other, html=paragraphs, reasons=("fell-back",))


def _adds_prose(other: str, text: str) -> bool:
    """Tell whether `other` says more than labels and notices that `text` does not; of no text, all is more."""
    added = (line for line in other.split("\n") if line not in text)
    return not text or any(ends_sentence(line) and not is_notice(line, 0.0) for line in added)


def _runs_on(text: str, other: str) -> bool:
    """Tell whether `other` is all of `text` and more in no more lines: its paragraphs with buttons between."""
    is_longer = other.count("\n") > text.count("\n")
    return bool(text) and not is_longer and all(line in other for line in text.split("\n"))
