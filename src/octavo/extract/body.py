"""Where the article's text stands in the tree: paragraphs vote for the elements that hold them."""

from dataclasses import dataclass

from octavo.extract.constants import (
    CLIMB_GAIN,
    CLIMB_LINK_SHARE,
    CONTENT_BONUS,
    CONTENT_WORDS,
    FURNITURE_ROLES,
    FURNITURE_STARTS,
    FURNITURE_WORDS,
    KEEP_SHARE,
    LIST_LINK_SHARE,
    PARAGRAPH_CHARACTERS,
)
from octavo.extract.tree import Element


@dataclass(frozen=True, slots=True)
class Body:
    """The element that holds the article, and how sure that is."""

    element: Element
    share: float
    """Its part of the page's paragraphs, 0..1."""


def find(top: Element, title: str = "") -> Body | None:
    """Return the article's body after taking the furniture out of `top`; None for a page without paragraphs."""
    prune(top)
    if not top.mass:
        return None
    chosen = _climb(_most_voted(top), top)
    clean(chosen, title)
    return Body(chosen, chosen.mass / top.mass)


def prune(top: Element) -> None:
    """Take out what names itself furniture, unless much of the page's text stands in it; then weigh again."""
    spared = top.mass * KEEP_SHARE
    order = [top]
    for element in order:
        element.children = [
            child
            for child in element.children
            if isinstance(child, str) or (child.mass > spared > 0) or not _is_furniture(child)
        ]
        order.extend(element.elements())
    for element in reversed(order):
        element.weigh()


def _is_furniture(element: Element) -> bool:
    attributes = element.attributes
    if element.tag in ("footer", "aside"):
        return True
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if element.get("role").lower() in FURNITURE_ROLES or "none" in _display(element):
        return True
    words = element.words
    return not words.isdisjoint(FURNITURE_WORDS) or any(word.startswith(FURNITURE_STARTS) for word in words)


def _display(element: Element) -> str:
    style = element.get("style").replace(" ", "").lower()
    return style.partition("display:")[2][:4]


def _most_voted(top: Element) -> Element:
    best = top
    for element in [top, *top.below()]:
        if element.is_inline or element.run_length < PARAGRAPH_CHARACTERS:
            continue
        vote = float(element.run_length - element.run_link_length)
        holder = element.parent if element.tag in ("p", "li", "pre", "td", "blockquote") else element
        for weight in (1.0, 0.5, 0.25):
            if holder is None:
                break
            holder.votes += vote * weight
            holder = holder.parent
    for element in top.below():
        votes = element.votes
        if votes and not element.words.isdisjoint(CONTENT_WORDS):
            votes *= CONTENT_BONUS
        if votes > best.votes:
            best = element
    return best


def _climb(chosen: Element, top: Element) -> Element:
    candidate = chosen.parent
    while candidate is not None and candidate is not top:
        gained = candidate.mass - chosen.mass
        added = candidate.length - chosen.length
        added_links = candidate.link_length - chosen.link_length
        if gained > chosen.mass * (CLIMB_GAIN - 1) and added_links < added * CLIMB_LINK_SHARE:
            chosen = candidate
        candidate = candidate.parent
    return chosen


def clean(body: Element, title: str) -> None:
    """Take out lists, tables and boxes below `body` that are mostly links."""
    for element in [body, *body.below()]:
        element.children = [child for child in element.children if isinstance(child, str) or not _is_link_box(child)]


def _is_link_box(element: Element) -> bool:
    if element.is_inline or element.tag == "p":
        return False
    return element.length > 0 and element.link_length > element.length * LIST_LINK_SHARE
