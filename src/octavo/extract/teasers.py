"""Pages that only lead to articles: linked headlines, each with a line or two below."""

from collections import Counter
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from octavo.core.text import tokens
from octavo.extract.constants import (
    HEADLINE_LINK_SHARE,
    TEASER_CHARACTERS,
    TEASER_HEADLINE_CHARACTERS,
    TEASER_SHARE,
    TEASERS_COUNT,
    TEASERS_READ_COUNT,
)
from octavo.extract.prose import width

_HEADINGS = "h2, h3, h4, h5"
RESULTS_COUNT = 4
_PLACED = frozenset(["body", "html", "-document"])


def make_up(page: LexborHTMLParser, text: str) -> bool:
    """Tell whether the page's `text` is that of its teasers; where it has none, whether there are teasers at all."""
    headings = [node for node in page.css(_HEADINGS)[:TEASERS_READ_COUNT] if _is_linked(node)]
    boxes = _short(_boxes(headings)) or _short(filter(_is_card, page.css("article")[:TEASERS_READ_COUNT]))
    boxes = boxes or _short(_results(page))
    if len(boxes) < TEASERS_COUNT:
        return False
    within = " ".join(word for box in boxes for word in tokens(box))
    lines = [(len(line), " ".join(tokens(line))) for line in text.split("\n", TEASERS_READ_COUNT)]
    teased = sum(length for length, words in lines if words in within)
    return teased >= sum(length for length, _ in lines) * TEASER_SHARE


def _short(boxes: Iterable[LexborNode]) -> list[str]:
    shown = [box.text(separator=" ", strip=True) for box in boxes]
    return [one for one in shown if width(one) <= TEASER_CHARACTERS]


def _is_card(article: LexborNode) -> bool:
    """Tell an article element that begins with a link to another page, as teasers without headings do."""
    link = article.css_first("a[href]")
    return link is not None and _leads_away(link) and width(link.text(strip=True)) >= TEASER_HEADLINE_CHARACTERS


def _results(page: LexborHTMLParser) -> list[LexborNode]:
    """Return boxes in a row that each begin with a link to another page, as what was searched for does."""
    links = page.css("div > a:first-child, li > a:first-child")[:TEASERS_READ_COUNT]
    boxes = [
        link.parent
        for link in links
        if _leads_away(link) and width(link.text(strip=True)) >= TEASER_HEADLINE_CHARACTERS
    ]
    rows = Counter(box.parent.mem_id for box in boxes if box is not None and box.parent is not None)
    return [
        box for box in boxes if box is not None and box.parent is not None and rows[box.parent.mem_id] >= RESULTS_COUNT
    ]


def _is_linked(heading: LexborNode) -> bool:
    """Tell a headline that leads to another page from a section's heading."""
    text = heading.text(strip=True)
    if width(text) < TEASER_HEADLINE_CHARACTERS:
        return False
    around = heading.parent
    if around is not None and around.tag == "a":
        return _leads_away(around)
    linked = sum(len(link.text(strip=True)) for link in heading.css("a[href]") if _leads_away(link))
    return linked >= len(text) * HEADLINE_LINK_SHARE


def _leads_away(link: LexborNode) -> bool:
    return not (link.attributes.get("href") or "#").startswith("#")


def _boxes(headings: list[LexborNode]) -> list[LexborNode]:
    """Return for each headline the largest element that holds no other; of one within another the inner is taken."""
    ways = [_way_up(heading) for heading in headings]
    around = {node.mem_id for _, *above in ways for node in above}
    ways = [way for way in ways if way[0].mem_id not in around]
    counts = Counter(node.mem_id for way in ways for node in way)
    return [[node for node in way if counts[node.mem_id] == 1][-1] for way in ways]


def _way_up(node: LexborNode) -> list[LexborNode]:
    way = [node]
    while (above := way[-1].parent) is not None and above.tag not in _PLACED:
        way.append(above)
    return way
