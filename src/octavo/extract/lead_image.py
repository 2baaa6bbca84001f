"""What an article's lead image shows and whose it is, from the figure that holds it on the page."""

import re
from collections.abc import Sequence
from urllib.parse import unquote, urldefrag, urlsplit

from selectolax.lexbor import LexborNode

from octavo.extract.head import one_line

_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset")
_SIZE = re.compile(r"[-_]\d{2,4}x\d{2,4}$|@\dx$|_\d{2,3}0$|_wd?\d{2,4}$")
_ENDINGS = re.compile(r"(?:\.(?:jpe?g|png|gif|webp|avif))*\.[^.]*$")
_SERVED = re.compile(r"(?:^|&)(?:url|src|image)=([^&]+)")
"""The address of the picture itself in that of a service that cuts it to size."""
_FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif)|(?:IMG|DSC)[-_]?\d+", re.IGNORECASE)
_CREDITS = '[class*="credit" i], [class*="copyright" i], [itemprop="copyrightHolder"], [class*="source" i]'
_CREDIT = re.compile(
    r"(?:\b(?:(?:photo|image|picture|bild|foto)[ -]?credits?|photos?|fotos?|foto(?:graf(?:ie)?)?|bild(?:er)?|images?|"
    r"picture|photograph|credit|crédit|crédito|quelle|source|фото|사진|写真|图片?|صورة)"
    r"\s*(?:by|von|par|de|di)?\s*[:=：/]\s*|©\s*|\(c\)\s*)"
    r"(?P<name>[^\n.;()\[\]|]{2,60}(?:\.\w[^\n;()\[\]|]{0,30})?)",
    re.IGNORECASE,
)
MAX_PICTURES = 100
BEGINNING_CHARACTERS = 12
MAX_LEVELS = 6
CREDIT_CHARACTERS = 80


def described(pictures: Sequence[LexborNode], address: str) -> tuple[str, str]:
    """Return alternative text and credit of the image at `address`; each "" if none of the first pictures tells."""
    wanted = _stem(address)
    alt = credit = ""
    for picture in pictures[:MAX_PICTURES] if wanted else ():
        attributes = picture.attributes
        if not any(_is_of(source, wanted) for name in _SOURCES if (source := attributes.get(name))):
            continue
        alt = alt or told(attributes.get("alt") or "")
        figure = _figure_of(picture)
        credit = credit or (_credit(figure) if figure is not None else "")
        if alt:
            break
    return alt, credit


def marked(pictures: Sequence[LexborNode]) -> str:
    """Return the address of the picture that a page marks as the article's, "" if it marks none."""
    found = (picture.attributes for picture in pictures if picture.attributes.get("itemprop") == "image")
    return next((urldefrag(one.get("src") or "").url for one in found), "")


def _is_of(source: str, wanted: str) -> bool:
    """Tell whether an address is that of the picture with this stem; most are not, which is seen at once."""
    return (wanted[:BEGINNING_CHARACTERS] in source.lower() or "%" in source) and _stem(source) == wanted


def told(alt: str) -> str:
    """Return an alternative text as one line, "" for a file's name."""
    text = one_line(alt)
    return "" if _FILE.fullmatch(text) else text


def _figure_of(picture: LexborNode) -> LexborNode | None:
    node: LexborNode | None = picture
    for _ in range(MAX_LEVELS):
        node = node.parent if node is not None else None
        if node is None or node.tag == "figure":
            return node
    return None


def _stem(address: str) -> str:
    """Return a picture's file name without its size, in small letters: the same picture is served in many sizes."""
    try:
        parts = urlsplit(address.split(" ")[0])
        served = _SERVED.search(parts.query)
        path = urlsplit(unquote(served[1])).path if served else parts.path
    except ValueError:
        return ""
    name = unquote(path).rsplit("/", 1)[-1].lower()
    return _SIZE.sub("", _ENDINGS.sub("", name))


def _credit(figure: LexborNode) -> str:
    marked = figure.css_first(_CREDITS)
    text = one_line(marked.text(separator=" ")) if marked is not None else ""
    if not text:
        caption = figure.css_first("figcaption")
        match = _CREDIT.search(one_line(caption.text(separator=" "))) if caption is not None else None
        return match["name"].strip(" ,-–—") if match else ""
    match = _CREDIT.match(text)
    return (match["name"] if match else text)[:CREDIT_CHARACTERS].strip(" ,-–—()")
