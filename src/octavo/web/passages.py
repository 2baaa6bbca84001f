"""An article's body for its page: clean, its pictures through Octavo's proxy, the cited passage marked."""

import re
from html import escape, unescape

from markupsafe import Markup

from octavo.core.digits import whole
from octavo.core.text import sentences
from octavo.editions.reading import ArticlePage
from octavo.extract.sanitise import clean
from octavo.web.addresses import picture_set, picture_url
from octavo.web.pictures import picture_size

LONGEST_PASSAGE_CHARACTERS = 2000
BODY_PICTURE_WIDTH = 960

_LEADING_FIGURE = re.compile(r"^\s*<figure>.*?(?:</figure>\s*)+", re.DOTALL)
_PICTURE = re.compile(r'<img\b[^>]*?\bsrc="([^"]*)"([^>]*)>')
_STATES_SIZE = re.compile(r' width="[1-9]\d*".* height="[1-9]\d*"| height="[1-9]\d*".* width="[1-9]\d*"')
_TAG = re.compile(r"(<[^>]*>)")


def body(page: ArticlePage, begins: str, ends: str) -> Markup:
    """Return what `page` shows of its text as safe HTML; `begins` and `ends` are a citation's offsets, as asked.

    Of a text that is shown in part, the sentence that is cited from the rest stands at the end.
    """
    html = clean(page.html)
    if page.card.picture:
        html = _LEADING_FIGURE.sub("", html, count=1)
    wanted = passage(page.text, begins, ends)
    shown = marked(html, wanted)
    may_quote = wanted and shown == html and not page.is_whole and page.card.publisher.is_quotable
    if may_quote and (sentence := _sentence(page, int(begins), int(ends))):
        shown = marked(f"{html}<p>… {escape(sentence, quote=False)}</p>", wanted)
    return Markup(_PICTURE.sub(_own_picture, shown))


def _sentence(page: ArticlePage, start: int, end: int) -> str:
    """Return the one sentence of a text in which `start` to `end` stands; "" where it is more than one."""
    found = sentences(page.text, page.card.language)
    return next((one.text for one in found if one.start <= start and end <= one.end), "")


def passage(text: str, begins: str, ends: str) -> str:
    """Return the part of `text` that a citation names; "" where it names none."""
    start, end = whole(begins), whole(ends)
    if start is None or end is None:
        return ""
    return text[start:end] if start < end <= start + LONGEST_PASSAGE_CHARACTERS else ""


def marked(html: str, wanted: str) -> str:
    """Return sanitised `html` with the first occurrence of the plain text `wanted` marked, also across its tags."""
    pieces = _TAG.split(html)
    texts = [unescape(piece) if place % 2 == 0 else "" for place, piece in enumerate(pieces)]
    start = "".join(texts).find(wanted) if wanted.strip() else -1
    if start < 0:
        return html
    end, at, name = start + len(wanted), 0, ' id="passage"'
    for place, text in enumerate(texts):
        cut = max(start - at, 0), min(end - at, len(text))
        if cut[0] < cut[1] and text[cut[0] : cut[1]].strip():
            pieces[place] = _with_mark(text, cut, name)
            name = ""
        at += len(text)
    return "".join(pieces)


def _with_mark(text: str, cut: tuple[int, int], name: str) -> str:
    before, inside, after = (escape(part, quote=False) for part in (text[: cut[0]], text[slice(*cut)], text[cut[1] :]))
    return f"{before}<mark{name}>{inside}</mark>{after}"


def _own_picture(found: re.Match[str]) -> str:
    url = unescape(found[1])
    address, widths = escape(picture_url(url, BODY_PICTURE_WIDTH)), escape(picture_set(url))
    sized = "" if _STATES_SIZE.search(found[2]) else ' width="{}" height="{}"'.format(*picture_size(url))
    return (
        f'<img src="{address}" srcset="{widths}" sizes="(min-width: 60rem) 40rem, 100vw" '
        f'loading="lazy" decoding="async"{sized}{found[2]}>'
    )
