"""A letter's HTML without what serves the sender or concerns its recipient alone: counting pixels, hidden lines, links
to unsubscribe, the recipient's address; and plain letters as HTML."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from html import escape, unescape
from itertools import islice, pairwise
from unicodedata import east_asian_width
from urllib.parse import quote, unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from octavo.core.links import LINK, impersonal
from octavo.core.taming import tamed
from octavo.feeds import own_affairs
from octavo.feeds.constants import LETTER_TAG_CHARACTERS

_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0|max-height\s*:\s*0(?![.\d])"
    r"|opacity\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_PIXEL_CSS = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*[0-3](?:px)?\s*(?:!important)?\s*(?:;|$)", re.IGNORECASE)
_PIXEL = re.compile(r"\s*[0-3](?:px)?\s*")
_COUNTER = re.compile(
    r"/(?:wf/)?open(?:ed)?(?:\.\w{3,4})?(?:[/?]|$)|/e/o/|/(?:trk|track|tracking|pixel|beacon|o)(?:\.\w{3,4})?(?:[/?]|$)",
    re.IGNORECASE,
)
"""What addresses of pictures that count readers are called; those that show something say their size or what it is."""
_DROP = "data-octavo-drop"
"""Marks what goes: all of it goes at the end, inner things first, since what has gone must not be looked at again."""
_LINE_CHARACTERS, _LINE_NODES = 300, 100
"""A line or box that holds such a link and little else goes with it; of a longer one only the link."""
_RUN_NODES = 20
"""On either side of such a link, between two line breaks."""
_LABEL_CHARACTERS = 60
"""Beside the address of a plain letter's own page stand a few words; a longer line may be one of its sentences."""
_INLINE = frozenset(["-text", "a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u"])
_BOXES = ("p", "li", "td", "div", "center")
_LAYOUT = re.compile(r"<(/?)(?:table|tbody|thead|tfoot|tr|td|th|center)\b[^>]*>", re.IGNORECASE)
_LONG_TAG = re.compile(rf"<[a-zA-Z][^>]{{{LETTER_TAG_CHARACTERS},}}>")
_QUOTE = re.compile(r"^(?:>\s?)+")
_QUOTES = re.compile(_QUOTE.pattern, re.MULTILINE)
_RULE = re.compile(r"[-=_*~#+─━═—・･]{5,}")
_NEW_LINE = re.compile(r"\s*(?:[-*•·‣▪■□◆◇●○▶▷※+]|\(?\d{1,2}[.)])\s*\S")
"""Begins an entry of a list, which goes on no line."""
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
"""Characters of Japanese and Chinese, which put no space where a line was wrapped."""
WRAPPED_COLUMNS = 55
"""Plain letters are wrapped at 60 to 78 columns: a shorter line ends where its writer ended it."""


def cleaned(
    html: str,
    pictures: Mapping[str, str],
    addresses: Collection[str],
    ways_out: Collection[str] = (),
    *,
    block: str = "",
) -> str:
    """Return what an article can be made of.

    `pictures` maps Content-Ids (RFC 2392) to where those pictures are found; `addresses` are the recipient's, which no
    one else need see; `ways_out` are the links by which the letter's own header lets them leave (RFC 2369); `block` is
    what whoever forwarded it put above.
    """
    tree = LexborHTMLParser(tamed(_LONG_TAG.sub("", _anonymous(html, addresses))))
    for node in tree.css("img"):
        _settle_picture(node, pictures)
    for node in tree.css("[style]"):
        if _UNSEEN.search(node.attributes.get("style") or "") and node.tag != "body":
            node.attrs[_DROP] = ""
    _unforward(tree, "".join(_anonymous(_QUOTES.sub("", block), addresses).split()))
    lines: dict[int, str] = {}
    for link in tree.css("a"):
        place, words = _place_of(link, lines)
        if _is_own(link, ways_out) or own_affairs.is_leaving(words) or own_affairs.is_of_display(words):
            _drop(place)
        elif address := link.attributes.get("href"):
            link.attrs["href"] = impersonal(address)
    for node in reversed(tree.css(f"script, style, title, meta, link, [{_DROP}]")):
        node.decompose()
    body = tree.body
    inner = (body.inner_html or "") if body else ""
    return (_LAYOUT.sub(r"<\1div>", inner) if _is_layout(tree) else inner).strip()


def from_plain(text: str, *, is_flowed: bool, drops_space: bool = False) -> str:
    """Return a plain letter as HTML: paragraphs, its wrapped lines joined, its links.

    Where it says so, lines flow by RFC 3676; with `drops_space`, its DelSp, the
    space at their end is none.
    """
    lines = text.replace("\r\n", "\n").split("\n-- \n")[0].split("\n")
    lines = ["" if _RULE.fullmatch(line.strip()) else line for line in lines]
    paragraphs = re.split(r"\n\s*\n", "\n".join(_of_all_readers(lines)))
    joint = "" if drops_space else " "
    made = [_paragraph(paragraph, joint if is_flowed else None) for paragraph in paragraphs if paragraph.strip()]
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in made)


def _of_all_readers(lines: Sequence[str]) -> list[str]:
    """Return lines without those that give the recipient alone an address, be it below what it is for."""
    kept: list[str] = []
    for line in lines:
        label = LINK.sub("", line).strip() if "://" in line else line
        is_bare = label != line and not label.strip(" <>()[]")
        if is_bare and (above := _own_label_above(kept)) is not None:
            del kept[above:]
        elif label == line or is_bare or not _is_own_label(label):
            kept.append(line)
    return kept


def _own_label_above(lines: Sequence[str]) -> int | None:
    """Return where the recipient's own label stands directly above, or over an empty line."""
    near = range(len(lines) - 1, max(-1, len(lines) - 3), -1)
    found = next((at for at in near if lines[at].strip()), None)
    return found if found is not None and _is_own_label(lines[found].strip()) else None


def _is_own_label(label: str) -> bool:
    return own_affairs.is_leaving(label) or (len(label) <= _LABEL_CHARACTERS and own_affairs.is_own(label))


def _paragraph(text: str, flowing: str | None) -> str:
    """Return a paragraph's lines as HTML; `flowing` is what stands between lines that end in a space, where those flow.

    Where they do not, long lines are taken for wrapped ones.
    """
    lines = [_QUOTE.sub("", line) for line in text.strip("\n").split("\n")]
    pieces = [lines[0]]
    for before, line in pairwise(lines):
        goes_on = before.endswith(" ") if flowing is not None else _is_wrapped(before, line)
        pieces[-1] = pieces[-1].rstrip() if goes_on else pieces[-1]
        pieces += [_joint(before, line, flowing), line.strip()] if goes_on else ["\n", line]
    joined = LINK.sub(lambda link: impersonal(link[0]), "".join(pieces))
    linked = LINK.sub(lambda link: f'<a href="{link[0]}">{link[0]}</a>', escape(joined.strip(), quote=False))
    return linked.replace("\n", "<br>")


def _is_wrapped(before: str, line: str) -> bool:
    columns = sum(1 + (east_asian_width(character) in "WF") for character in before)
    return columns >= WRAPPED_COLUMNS and not _NEW_LINE.match(line)


def _joint(before: str, line: str, flowing: str | None) -> str:
    if flowing is not None:
        return flowing
    return "" if _UNSPACED.match(before.rstrip()[-1:]) and _UNSPACED.match(line.lstrip()) else " "


def _unforward(tree: LexborHTMLParser, block: str) -> None:
    """Drop the boxes that say no more than a part of `block`, in which nothing is spaced, and what stands above it."""
    is_above = bool(block)
    for box in tree.css(", ".join(_BOXES)) if block else ():
        words = "".join(_line_in(box, 2 * len(block)).split())
        if len(words) < 2 or words not in block:
            continue
        if is_above and "@" in words:
            is_above = False
            _drop_before(box)
        box.attrs[_DROP] = ""


def _drop_before(node: LexborNode | None) -> None:
    while node is not None and node.tag not in ("body", "html"):
        while (before := node.prev) is not None:
            before.decompose()
        node = node.parent


def _anonymous(html: str, addresses: Collection[str]) -> str:
    lower = html.lower()
    spellings = {spelling for address in addresses for spelling in (address, quote(address), escape(address))}
    for spelling in sorted(spellings):
        if spelling.lower() in lower:
            html = re.sub(re.escape(spelling), "", html, flags=re.IGNORECASE)
    return html


def cid_of(written: str) -> str:
    """Return a Content-Id as an address writes it behind cid: (RFC 2392), its HTML read or not."""
    return unquote(unescape(written))


def _settle_picture(node: LexborNode, pictures: Mapping[str, str]) -> None:
    """Point a picture to where it is found; drop one that counts readers, or that did not come."""
    source = (node.attributes.get("src") or "").strip()
    if _is_counter(node, source):
        node.attrs[_DROP] = ""
    elif source.lower().startswith("cid:"):
        if found := pictures.get(cid_of(source[4:])):
            node.attrs["src"] = found
        else:
            node.attrs[_DROP] = ""


def _is_counter(picture: LexborNode, source: str) -> bool:
    attributes = picture.attributes
    style = attributes.get("style") or ""
    sizes = [attributes.get(name) or "" for name in ("width", "height")]
    if any(_PIXEL.fullmatch(size) for size in sizes) or _PIXEL_CSS.search(style) or _UNSEEN.search(style):
        return True
    says_nothing = not any(sizes) and "width" not in style and not attributes.get("alt")
    return says_nothing and _COUNTER.search(source) is not None


def _is_own(link: LexborNode, ways_out: Collection[str]) -> bool:
    address = (link.attributes.get("href") or "").strip()
    pictures = (picture.attributes.get("alt") or "" for picture in link.css("img"))
    return address in ways_out or own_affairs.is_own(" ".join((link.text(deep=True), *pictures)), address)


def _place_of(link: LexborNode, lines: dict[int, str]) -> tuple[list[LexborNode], str]:
    """Return what holds the link and little else, with its words: a box, or a line of a longer one."""
    line, words = _line_of(link, lines)
    return ([line], words) if line else _run_of(link)


def _line_of(link: LexborNode, lines: dict[int, str]) -> tuple[LexborNode | None, str]:
    """Return the box that holds the link and little else, with its words; None where there is no such box.

    `lines` remembers the words of boxes, "" of those that hold more than a line.
    """
    node = link.parent
    while node is not None and node.tag not in ("body", "html", "table"):
        if node.tag in _BOXES:
            words = lines[node.mem_id] if node.mem_id in lines else lines.setdefault(node.mem_id, _line_in(node))
            return (node, words) if words else (None, "")
        node = node.parent
    return None, ""


def _run_of(link: LexborNode) -> tuple[list[LexborNode], str]:
    """Return what stands with the link between two line breaks, with its words; the link alone where that is long."""
    start = link
    while start.parent is not None and start.parent.tag in _INLINE:
        start = start.parent
    sides = [list(islice(_beside(start, way), _RUN_NODES)) for way in ("prev", "next")]
    if max(map(len, sides)) == _RUN_NODES:
        return [link], ""
    words = [_words_in(node, _LINE_CHARACTERS) for node in (*reversed(sides[0]), start, *sides[1])]
    said = " ".join(filter(None, words))
    if None in words or len(said) > _LINE_CHARACTERS:
        return [link], ""
    return [start, *sides[0], *sides[1]], said


def _beside(node: LexborNode, way: str) -> Iterator[LexborNode]:
    while (found := getattr(node, way)) is not None and found.tag in _INLINE:
        yield found
        node = found


def _drop(nodes: Iterable[LexborNode]) -> None:
    """Mark what goes; bare text, which bears no mark, goes at once."""
    for node in nodes:
        if node.tag == "-text":
            node.decompose()
        else:
            node.attrs[_DROP] = ""


def _line_in(box: LexborNode, characters: int = _LINE_CHARACTERS) -> str:
    return _words_in(box, characters) or ""


def _words_in(box: LexborNode, characters: int) -> str | None:
    """Return the words of a box; None where they are more than a line."""
    nodes = list(islice(box.traverse(include_text=True), _LINE_NODES))
    words = "".join(node.text(deep=False) for node in nodes if node.tag == "-text").strip()
    return words if len(nodes) < _LINE_NODES and len(words) <= characters else None


def _is_layout(tree: LexborHTMLParser) -> bool:
    return bool(tree.css_first('table table, table[role="presentation"], table[role="none"], td p, td h1, td h2'))
