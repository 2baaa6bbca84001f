"""An article's body for its page: clean, its pictures through Octavo's proxy, the cited passage marked."""

import re
from html import escape, unescape

from markupsafe import Markup

from octavo.editions.reading import ArticlePage
from octavo.extract.sanitise import clean
from octavo.web.addresses import picture_url

LONGEST_PASSAGE_CHARACTERS = 2000
BODY_PICTURE_WIDTH = 960

_LEADING_FIGURE = re.compile(r"^\s*<figure>.*?(?:</figure>\s*)+", re.DOTALL)
_PICTURE = re.compile(r'<img\b[^>]*?\bsrc="([^"]*)"([^>]*)>')


def body(page: ArticlePage, begins: str, ends: str) -> Markup:
    """Return what `page` shows of its text as safe HTML; `begins` and `ends` are a citation's offsets, as asked."""
    html = clean(page.html)
    if page.card.picture:
        html = _LEADING_FIGURE.sub("", html, count=1)
    passage = escape(_passage(page.text, begins, ends), quote=False)
    if passage:
        html = html.replace(passage, f'<mark id="passage">{passage}</mark>', 1)
    return Markup(_PICTURE.sub(_own_picture, html))


def _passage(text: str, begins: str, ends: str) -> str:
    if not (begins.isascii() and begins.isdigit() and ends.isascii() and ends.isdigit()):
        return ""
    start, end = int(begins[:9]), int(ends[:9])
    return text[start:end] if start < end <= start + LONGEST_PASSAGE_CHARACTERS else ""


def _own_picture(found: re.Match[str]) -> str:
    address = escape(picture_url(unescape(found[1]), BODY_PICTURE_WIDTH))
    return f'<img src="{address}" loading="lazy"{found[2]}>'
