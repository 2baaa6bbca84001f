"""Where the article's text stands in the tree: paragraphs vote for the elements that hold them."""

from dataclasses import dataclass

from octavo.core.text import tokens
from octavo.extract.constants import (
    CLIMB_GAIN,
    CLIMB_LINK_SHARE,
    CLIMB_OUT_GAIN,
    CONTENT_BONUS,
    CONTENT_WORDS,
    LEAD_CHARACTERS,
    LEAD_LIKENESS,
    LEAD_WORDS,
    LIST_LINK_SHARE,
    PARAGRAPH_CHARACTERS,
    PROSE_CHARACTERS,
    STANDFIRST_LEVELS,
)
from octavo.extract.element import Element
from octavo.extract.furniture import (
    LISTED,
    LISTS,
    drop_ending,
    drop_opening,
    drop_wall,
    is_link_box,
    part_origins,
    prune,
    tells_origin,
    tidy,
)
from octavo.extract.highlights import drop_highlights
from octavo.extract.names import is_picture
from octavo.extract.prose import ends_sentence

_NEVER_STANDFIRSTS = frozenset(["figure", "figcaption", "a"])
_SMALL_HOLDERS = frozenset(["p", "li", "pre", "td", "blockquote"])


@dataclass(frozen=True, slots=True)
class Body:
    """The element that holds the article, and how sure that is."""

    element: Element
    share: float
    """Its part of the page's paragraphs, 0..1."""


def find(top: Element, title: str = "", description: str = "", *, trusts_names: bool = True) -> Body:
    """Return the article's body after taking the furniture out of `top`: all that is left if nothing votes.

    By `title` and `description`, which the page's head gives, headline and lead are recognised. Without `trusts_names`,
    what is named furniture may hold the body, as an overlay does that shows articles.
    """
    prune(top, trusts_names=trusts_names)
    chosen = _climb(_most_voted(top), top)
    share = chosen.mass / top.mass if top.mass else 0.0
    if not trusts_names:
        prune(chosen)
    first = _first_paragraphs(chosen)
    lead = _lead(chosen, description) or _standfirst(chosen, title)
    drop_wall(chosen)
    tidy(chosen)
    drop_highlights(chosen)
    part_origins(chosen)
    drop_opening(chosen, title)
    drop_ending(chosen)
    for paragraph in reversed(first):
        chosen.put_first(paragraph)
    if lead is not None and lead not in first and not _is_repeated(lead, chosen):
        chosen.put_first(lead)
    return Body(chosen, share)


def _first_paragraphs(body: Element) -> list[Element]:
    """Return the paragraphs right before the body, in it or in boxes of its kind: a wall or a button cuts texts so."""
    siblings = body.parent.elements if body.parent else []
    before = siblings[: siblings.index(body)] if body.parent else []
    named = set(body.get("class").split())
    alike = [element for element in before if element.tag == "p" or not named.isdisjoint(element.get("class").split())]
    return [part for element in alike for part in (element, *element.elements) if part.tag == "p" and _is_prose(part)]


def _is_prose(paragraph: Element) -> bool:
    is_own = paragraph.run_link_length <= paragraph.run_length * LIST_LINK_SHARE
    return paragraph.run_length >= PROSE_CHARACTERS and is_own and ends_sentence(paragraph.run_text())


def _most_voted(top: Element) -> Element:
    best, most = top, 0.0
    order = [top, *top.below()]
    for element in order:
        if not element.is_inline and element.run_length >= PARAGRAPH_CHARACTERS:
            _vote(element)
    for element in order:
        votes = element.votes
        if votes * CONTENT_BONUS > most and not element.words.isdisjoint(CONTENT_WORDS):
            votes *= CONTENT_BONUS
        if votes > most:
            best, most = element, votes
    return best


def _vote(paragraph: Element) -> None:
    vote = float(paragraph.run_length - paragraph.run_link_length)
    holder = paragraph.parent if paragraph.tag in _SMALL_HOLDERS else paragraph
    for weight in (1.0, 0.5, 0.25):
        if holder is None:
            return
        holder.votes += vote * weight
        holder = holder.parent


def _climb(chosen: Element, top: Element) -> Element:
    while chosen.parent is not None and _is_part(chosen):
        chosen = chosen.parent
    candidate, is_out = chosen.parent, chosen.tag == "article"
    while candidate is not None and candidate is not top:
        needed = chosen.mass * ((CLIMB_OUT_GAIN if is_out else CLIMB_GAIN) - 1)
        gained = candidate.mass - chosen.mass
        if gained > needed and _adds_text(candidate, chosen) and gained - _listed(candidate, chosen) > needed:
            chosen = candidate
        is_out = is_out or candidate.tag == "article"
        candidate = candidate.parent
    return chosen


def _adds_text(candidate: Element, chosen: Element) -> bool:
    """Tell whether little of what `candidate` adds to `chosen` is linked, but for boxes of links between like parts."""
    parts = [set(child.get("class").split()) for child in candidate.elements if child.mass]
    are_alike = len(parts) > 1 and bool(set.intersection(*parts))
    boxes = [child for child in candidate.elements if is_link_box(child)] if are_alike else []
    added = candidate.length - chosen.length - sum(box.length for box in boxes)
    added_links = candidate.link_length - chosen.link_length - sum(box.link_length for box in boxes)
    return added_links < added * CLIMB_LINK_SHARE


def _listed(candidate: Element, chosen: Element) -> float:
    """Return the mass below `candidate`, apart from `chosen`, that stands in lists: teasers do, sections do not."""
    if candidate.tag in LISTS:
        return candidate.mass - chosen.mass
    found, waiting = 0.0, [candidate]
    while waiting:
        for child in waiting.pop().elements:
            if child.tag in LISTS:
                found += child.mass
            elif child is not chosen and child.mass:
                waiting.append(child)
    return found


def _is_part(element: Element) -> bool:
    """Tell what is never a whole article: a list, a quotation, a table with headings."""
    if element.tag in ("tbody", "thead", "table"):
        return any(below.tag == "th" for below in element.below())
    return element.tag in ("p", "ul", "ol", "dl", "blockquote", "tr")


def _lead(body: Element, description: str) -> Element | None:
    """Return the paragraph above the body that the page's description repeats."""
    described = set(tokens(description))
    if len(description) < LEAD_CHARACTERS:
        return None
    below, above = body, body.parent
    for _ in range(4):
        if above is None:
            return None
        for element in _before(above, below):
            if (
                element.tag != "h1"
                and element.run_length >= LEAD_CHARACTERS
                and element.length < 3 * len(description) + LEAD_CHARACTERS
            ):
                words = tokens(element.text())
                if sum(word in described for word in words) >= len(words) * LEAD_LIKENESS:
                    return element
        below, above = above, above.parent
    return None


def _is_repeated(lead: Element, body: Element) -> bool:
    """Tell whether the body begins with the words of its lead: that is then a page's description of itself."""
    words = tokens(lead.text())
    opening = " ".join(tokens(body.text()[: 2 * lead.length + LEAD_CHARACTERS]))
    return " ".join(words[: len(words) // 2]) in opening


def _standfirst(body: Element, title: str) -> Element | None:
    """Return the first prose between the headline and the body, where the headline stands above the body."""
    headline, length = tokens(title), len(title)
    below, above = body, body.parent
    following: list[tuple[Element, Element]] = []
    for _ in range(STANDFIRST_LEVELS):
        if above is None:
            return None
        for element in _before(above, below):
            is_alike = length / 2 <= element.run_length <= length * 2
            if element.tag == "h1" or (is_alike and tokens(element.run_text()) == headline):
                return next((one for one, top in reversed(following) if _is_standfirst(one, top)), None)
            following.append((element, above))
        below, above = above, above.parent
    return None


def _is_standfirst(element: Element, top: Element) -> bool:
    """Tell prose of its own below `top`, or what is named a lead, from captions, links, bylines and lists."""
    is_short = element.run_length < LEAD_CHARACTERS
    if is_short or element.tag in LISTED or element.run_link_length > element.run_length * LIST_LINK_SHARE:
        return False
    holder: Element | None = element
    while holder is not None and holder is not top:
        if holder.tag in _NEVER_STANDFIRSTS or is_picture(holder.get("class")):
            return False
        holder = holder.parent
    text = element.run_text()
    is_told = ends_sentence(text) or not element.words.isdisjoint(LEAD_WORDS)
    return is_told and not tells_origin(element, text)


def _before(above: Element, below: Element) -> list[Element]:
    """Return the blocks that stand in `above` before `below`, the last first."""
    found: list[Element] = []
    for child in above.elements:
        if child is below:
            break
        found.extend(element for element in (child, *child.below()) if not element.is_inline)
    return found[::-1]
