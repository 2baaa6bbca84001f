"""What an article's lead image shows and whose it is, from the figure that holds it on the page."""

import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from octavo.extract.head import one_line

_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset")
_SIZE = re.compile(r"[-_]\d{2,4}x\d{2,4}$|@\dx$")
_CREDITS = '[class*="credit" i], [class*="copyright" i], [itemprop="copyrightHolder"], [class*="source" i]'
_CREDIT = re.compile(
    r"(?:\b(?:(?:photo|image|picture|bild|foto)[ -]?credits?|photos?|fotos?|foto(?:graf(?:ie)?)?|bild(?:er)?|images?|"
    r"picture|photograph|credit|crédit|crédito|quelle|source|фото|사진|写真|图片?|صورة)"
    r"\s*(?:by|von|par|de|di)?\s*[:=：/]\s*|©\s*|\(c\)\s*)"
    r"(?P<name>[^\n.;()\[\]|]{2,60}(?:\.\w[^\n;()\[\]|]{0,30})?)",
    re.IGNORECASE,
)
MAX_FIGURES = 8
CREDIT_CHARACTERS = 80


def described(figures: Sequence[LexborNode], address: str) -> tuple[str, str]:
    """Return alternative text and credit of the image at `address`; each "" if none of the first figures tells."""
    wanted = _stem(address)
    for figure in figures[:MAX_FIGURES]:
        for picture in figure.css("img"):
            attributes = picture.attributes
            if wanted and any(_stem(attributes.get(name) or "") == wanted for name in _SOURCES):
                return one_line(attributes.get("alt") or ""), _credit(figure)
    return "", ""


def _stem(address: str) -> str:
    """Return a picture's file name without its size, in small letters: the same picture is served in many sizes."""
    try:
        path = urlsplit(address.split(" ")[0]).path
    except ValueError:
        return ""
    name = unquote(path).rsplit("/", 1)[-1].lower()
    return _SIZE.sub("", name.rsplit(".", 1)[0])


def _credit(figure: LexborNode) -> str:
    marked = figure.css_first(_CREDITS)
    text = one_line(marked.text(separator=" ")) if marked is not None else ""
    if not text:
        caption = figure.css_first("figcaption")
        match = _CREDIT.search(one_line(caption.text(separator=" "))) if caption is not None else None
        return match["name"].strip(" ,-–—") if match else ""
    match = _CREDIT.match(text)
    return (match["name"] if match else text)[:CREDIT_CHARACTERS].strip(" ,-–—()")
