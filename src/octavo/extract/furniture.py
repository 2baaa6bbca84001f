"""What on a page is not the article: told by element, role, class and links, unless much of the text stands in it."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice, pairwise

from octavo.core.text import tokens
from octavo.extract import bylines, embeds
from octavo.extract.caption_words import names_source
from octavo.extract.constants import (
    BLANK_CHARACTERS,
    CAPTION_CHARACTERS,
    FOOTNOTE_CHARACTERS,
    ITEMS_LINK_SHARE,
    KEEP_LONG_SHARE,
    KEEP_SHARE,
    LABEL_CHARACTERS,
    LABEL_SENTENCE_CHARACTERS,
    LIST_LINK_SHARE,
    OPENING_LINES,
    PICTURE_CHARACTERS,
    POINT_WORDS_COUNT,
    PROMOTION_CHARACTERS,
    PROMOTION_LINK_SHARE,
    TEASER_CHARACTERS,
    THIN_CHARACTERS,
    UNTITLED_LINES,
    WALL_CHARACTERS,
)
from octavo.extract.element import Element
from octavo.extract.moments import in_words
from octavo.extract.names import HEADINGS, are_comments, is_caption, is_named_gallery, is_never_article, is_picture
from octavo.extract.notice_words import NOTICE_CHARACTERS, is_channel, is_notice
from octavo.extract.prose import ends_sentence, width
from octavo.extract.verdict_words import PAY

LISTS = frozenset(["ul", "ol"])
LISTED = frozenset(["li", "td", "th", "dd", "dt", "pre", "blockquote"])
_NEVER_NOTICES = LISTED | {"h1", "h2"}
_PICTURES = frozenset(["img", "picture", "amp-img"])
_NEVER_BOXES = frozenset(["p", "li", "tr", "td", "th", "tbody", "blockquote", "dd", "dt", "pre", *HEADINGS])

_UNIT = re.compile(r"\d\s?[^\W\d_]{1,4}\.$")

_CENTRED = re.compile(r"text-align:\s*center")
_WORD_END = re.compile(r"\w[^\w\s]{0,2}$")
_SENTENCE = re.compile(r"\w\W+\w.*\w[.!?।။។]['\"’”»)]*$|[\u3040-\u30ff\u4e00-\u9fff]{3}。[」』”]*$")
"""Tells a sentence of some words by its end: no colon, no dots."""

_CLAUSES = re.compile(r"[，、]$|，.*[。！？]$")
"""Tells a line of Chinese or Japanese that goes on, or ends after a pause: no label."""

_SIGNED = re.compile(r"\S@\S|https?://\S+$|\s@\w+$|(?:기자|특파원|記者|记者)$")
"""Tells a reporter's line, or where more is to be had: an address, or the word for a reporter after the name."""


def prune(top: Element, *, trusts_names: bool = True) -> None:
    """Take out of `top` what names itself furniture, unless much of the page's text stands in it.

    Without `trusts_names`, only what is never an article goes.
    """
    spared, spared_long = top.mass * KEEP_SHARE if trusts_names else -1.0, top.mass * KEEP_LONG_SHARE
    waiting = [top]
    while waiting:
        for child in tuple(waiting.pop().elements):
            limit = spared_long if child.named_furniture and is_never_article(child.attributes) else spared
            if child.named_furniture and (child.mass <= limit or _is_aside(child, top.mass - child.mass)):
                child.remove()
            elif child.children:
                waiting.append(child)


def _is_aside(element: Element, rest: float) -> bool:
    """Tell readers' comments, and a gallery beside the `rest` of an article: neither holds the headline."""
    is_gallery = rest >= THIN_CHARACTERS and is_named_gallery(element.attributes)
    return (is_gallery or are_comments(element.attributes)) and not any(below.tag == "h1" for below in element.below())


def tidy(body: Element) -> None:
    """Take out of the chosen body boxes of links, promotions, and the headings above them; mark pictures and posts."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        before: Element | None = None
        for child in tuple(element.elements):
            above, before = before, child
            if child.tag == "article" and _is_card(child):
                child.remove()
            elif child.is_inline:
                if child.length <= FOOTNOTE_CHARACTERS and _is_footnote(child):
                    child.remove()
                elif child.attributes and child.tag != "a" and _is_inline_caption(child):
                    child.tag, child.is_inline = _marked(child, element), False
                elif child.elements:
                    waiting.append(child)
            elif is_link_box(child):
                remove_with_heading(child)
            elif _is_notice(child):
                child.remove_run()
                waiting.append(child)
            elif _is_figure(child) or (above is not None and _is_below_picture(child, above)):
                child.tag = _marked(child, element)
            elif child.elements:
                waiting.append(child)


def _marked(child: Element, holder: Element) -> str:
    """Return the tag of what is no text: a caption's where it stands in a picture's box, else that of such a box."""
    is_caption = holder.tag == "figure" and not any(below.tag in _PICTURES for below in child.below())
    return "figcaption" if is_caption else "figure"


def _is_footnote(link: Element) -> bool:
    """Tell the bare number right behind a word that leads to a note."""
    if link.tag != "a" or "#" not in link.get("href"):
        return False
    holder = link.parent if link.parent is not None and link.parent.tag == "sup" else link
    around = holder.parent.children if holder.parent else []
    before = around[around.index(holder) - 1] if holder is not around[0] else ""
    return link.text().isdecimal() and isinstance(before, str) and _WORD_END.search(before) is not None


def _is_card(article: Element) -> bool:
    """Tell a short article within the body that has a heading and leads elsewhere: the teaser of another."""
    tags = {below.tag for below in article.below()} if article.length <= TEASER_CHARACTERS else set()
    return "a" in tags and not tags.isdisjoint(HEADINGS)


def _is_notice(block: Element) -> bool:
    length = block.run_length
    if block.is_inline or not 0 < length <= NOTICE_CHARACTERS or block.tag in _NEVER_NOTICES:
        return False
    is_invitation = block.run_link_length > 0 and any(is_channel(below.get("href")) for below in block.below())
    return is_invitation or is_notice(block.run_text(), block.run_link_length / length)


def is_link_box(element: Element) -> bool:
    """Tell a box most of whose text leads elsewhere."""
    if element.is_inline or not element.link_length:
        return False
    if element.tag in _NEVER_BOXES:
        return element.tag == "p" and _is_promotion(element)
    share = LIST_LINK_SHARE if element.tag not in LISTS else ITEMS_LINK_SHARE
    return element.link_length > element.length * share


def _is_promotion(element: Element) -> bool:
    share = element.link_length / element.length
    if element.length >= PROMOTION_CHARACTERS or share <= LIST_LINK_SHARE:
        return False
    return share > PROMOTION_LINK_SHARE or not ends_sentence(element.text())


def _is_inline_caption(element: Element) -> bool:
    """Tell a run of text that is named a caption."""
    name = element.attributes.get("class")
    return bool(name) and 0 < element.length <= PICTURE_CHARACTERS and is_caption(name or "")


def _is_figure(element: Element) -> bool:
    """Tell a box of a picture, an embedded post, and a small box of a picture above a line or two, none a sentence."""
    if element.tag == "blockquote":
        return embeds.is_post(element)
    name = element.get("class")
    is_named = bool(name) and is_picture(name)
    limit = PICTURE_CHARACTERS if is_named else CAPTION_CHARACTERS if element.tag == "div" else 0
    if not 0 < element.length <= limit:
        return False
    if is_named and is_caption(name) and element.tag not in HEADINGS:
        return True
    inner = list(element.below())
    if not any(below.tag in _PICTURES for below in inner):
        return False
    return is_named or not (element.run_text() or any(_is_prose(block) for block in inner if not block.is_inline))


def _is_below_picture(line: Element, above: Element) -> bool:
    """Tell a short line right below a picture that says whose it is, or is centred where most of the text is not."""
    is_short = above.length <= BLANK_CHARACTERS and 0 < line.length <= CAPTION_CHARACTERS
    if not is_short or line.tag in LISTED or above.text():
        return False
    if not any(one.tag in _PICTURES for one in (above, *above.below())):
        return False
    if names_source(line.text()):
        return True
    shown = [one for one in (line.parent.elements if line.parent else ()) if one.length]
    return _is_centred(line) and sum(map(_is_centred, shown)) * 2 < len(shown)


def _is_centred(block: Element) -> bool:
    return block.get("align") == "center" or _CENTRED.search(block.get("style")) is not None


def _is_prose(block: Element) -> bool:
    return block.tag in HEADINGS or ends_sentence(block.run_text())


def part_origins(body: Element) -> None:
    """Give what says when or by whom the article was written a paragraph, where it stands in none above the first."""
    for holder in chain((body,), body.below()):
        if holder.is_inline:
            continue
        has_blocks = _has_blocks(holder)
        if holder.mass >= LABEL_CHARACTERS and not has_blocks:
            return
        for start, end in _loose_runs(holder) if has_blocks else ():
            line = Element.line(holder.children[start:end])
            if 0 < line.run_length < LABEL_CHARACTERS and tells_origin(line, line.run_text()):
                holder.part(line, start)


def _has_blocks(element: Element) -> bool:
    return any(not child.is_inline for child in element.elements)


def _loose_runs(holder: Element) -> list[tuple[int, int]]:
    """Return where the first strings and inline elements stand on end above the first paragraph, the last first."""
    numbered = enumerate(holder.children)
    blocks = [(at, child) for at, child in numbered if not (isinstance(child, str) or child.is_inline)]
    first = next((at for at, child in blocks if child.mass >= LABEL_CHARACTERS), len(holder.children))
    ends = [-1, *(at for at, _ in blocks if at < first), first]
    runs = [(before + 1, after) for before, after in pairwise(ends) if after - before > 1]
    return runs[:OPENING_LINES][::-1]


def drop_opening(body: Element, title: str) -> None:
    """Take out what stands between the headline and the first sentence, and the headline: byline, date, section.

    Labels down to one that tells date or author go wherever they stand in the opening: a standfirst may be above them.
    """
    headline, length = tokens(title), len(title)
    lines = list(islice(((block, text) for block in blocks(body) if (text := block.run_text())), OPENING_LINES))
    named = [
        i for i, (_, text) in enumerate(lines) if length / 2 <= len(text) <= length * 2 and tokens(text) == headline
    ]
    named = named or [i for i, (block, _) in enumerate(lines) if block.tag == "h1"][:1]
    below = named[-1] + 1 if named else 0
    lines = lines if named else lines[:UNTITLED_LINES]
    for block, text in lines[:below]:
        if block.tag in HEADINGS or _is_label(text):
            block.remove_run()
    _drop_labels(lines[below:], is_opening=bool(named))


def _drop_labels(lines: Iterable[tuple[Element, str]], *, is_opening: bool) -> None:
    """Take out the labels of the opening, which goes on to the first line that is none, and those above an origin."""
    labels: list[Element] = []
    is_signed = False
    for block, text in lines:
        if not (_is_label(text) or _is_date_line(text)) or _is_short_sentence(block, text) or _is_point(block, text):
            is_opening, is_signed, labels = False, False, []
        elif is_signed and _is_place(block, text):
            block.remove_run()
        elif is_opening or tells_origin(block, text):
            for label in (*labels, block):
                label.remove_run()
            labels, is_signed = [], True
        elif not (
            HEADINGS.isdisjoint((block.tag, block.parent.tag if block.parent else ""))
            and width(text) >= LABEL_SENTENCE_CHARACTERS
        ):
            labels.append(block)
        else:
            labels = []


def _is_place(block: Element, text: str) -> bool:
    """Tell what may stand below a date: the place or the agency."""
    is_line = block.tag not in HEADINGS and block.tag not in LISTED
    return is_line and width(text) < LABEL_SENTENCE_CHARACTERS and not ends_sentence(text)


def tells_origin(label: Element, text: str) -> bool:
    """Tell a line that says when or by whom the article was written."""
    is_timed = any(inner.tag == "time" for inner in (label, *label.below()))
    return is_timed or in_words(text) is not None or bylines.is_byline(text)


def drop_wall(body: Element) -> None:
    """Take out the last lines from one on that sells what would come next, and is none of the text's own paragraphs."""
    size, wall, below = 0, 0, []
    for block in blocks(body, from_end=True):
        size += block.run_length
        if size > WALL_CHARACTERS:
            break
        below.append(block)
        if block.run_length < LABEL_CHARACTERS and not _is_alike(block) and PAY.search(block.run_text()):
            wall = len(below)
    for block in reversed(below[:wall]):
        block.remove_run()


def drop_ending(body: Element) -> None:
    """Take out the labels and headings after the last sentence; a credit in brackets stays."""
    ending: list[Element] = []
    for block in blocks(body, from_end=True):
        text = block.run_text()
        if block.tag in LISTED or not _is_last_label(text) or _is_short_sentence(block, text):
            for label in reversed(ending):
                label.remove_run()
            _drop_last_lines(block)
            return
        ending.append(block)
    _drop_last_lines(body)


def _drop_last_lines(block: Element) -> None:
    """Take notices and who signs off the end of a block whose lines are parted by breaks."""
    cut = len(block.children)
    for i in range(cut - 1, -1, -1):
        child = block.children[i]
        if isinstance(child, str) or child.tag != "br":
            continue
        line = Element("p")
        line.children = block.children[i:cut]
        text = line.text()
        if text and not is_notice(text, 0.0) and not (_is_last_label(text) and _SIGNED.search(text)):
            break
        cut = i
    block.children = block.children[:cut]
    block.elements = [child for child in block.children if not isinstance(child, str)]


def _is_last_label(text: str) -> bool:
    return _is_label(text) and not text.startswith(("(", "[", "（"))


def blocks(body: Element, *, from_end: bool = False) -> Iterator[Element]:
    """Yield the elements that hold lines of their own, but for what stands in figures."""
    step = 1 if from_end else -1
    waiting = body.elements[::step]
    while waiting:
        element = waiting.pop()
        if element.tag == "figure":
            continue
        if element.run_length > 0 and not element.is_inline:
            yield element
        waiting.extend(element.elements[::step])


def _is_label(text: str) -> bool:
    is_short = width(text) < (LABEL_SENTENCE_CHARACTERS if ends_sentence(text) else LABEL_CHARACTERS)
    return is_short and _CLAUSES.search(text) is None


def _is_point(block: Element, text: str) -> bool:
    """Tell an item of a list of key points: some words of its own, that do not say when or by whom it was written."""
    is_listed = block.tag == "li" and not block.run_link_length
    return is_listed and len(tokens(text)) >= POINT_WORDS_COUNT and not tells_origin(block, text)


def _is_short_sentence(block: Element, text: str) -> bool:
    """Tell a short sentence in a paragraph like the long ones beside it, which is no date, name or sign-off."""
    is_name = text.istitle() and not any(map(str.isdigit, text))
    if block.run_link_length or is_name or _UNIT.search(text) or not _SENTENCE.search(text):
        return False
    return _is_alike(block) and not tells_origin(block, text)


def _is_alike(block: Element) -> bool:
    """Tell a paragraph beside which stands a long one of its kind."""
    name, beside = block.get("class"), block.parent.elements if block.parent else []
    long = (one for one in beside if one.mass >= LABEL_CHARACTERS)  # asked first: of very many short ones in no time
    return block.tag == "p" and any(one.tag == "p" and one.get("class") == name for one in long)


def _is_date_line(text: str) -> bool:
    """Tell a line with a date that ends as a sentence does and is none: "2 March 2031, 4 min."."""
    return width(text) < LABEL_CHARACTERS and _UNIT.search(text) is not None and in_words(text) is not None


def remove_with_heading(box: Element) -> None:
    """Take out a box of links, and the heading above it unless text goes on below; a list's heading is its own."""
    parent = box.parent
    siblings = parent.elements if parent else []
    place = siblings.index(box)
    goes_on = box.tag not in LISTS and any(after.mass for after in siblings[place + 1 : place + 2])
    if place and siblings[place - 1].tag in HEADINGS and not goes_on:
        siblings[place - 1].remove()
    box.remove()
