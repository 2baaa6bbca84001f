"""What an article's lead image is where the page does not say, what it shows and whose it is."""

import re
from collections.abc import Mapping, Sequence
from html import unescape
from urllib.parse import unquote, urldefrag, urlsplit

from selectolax.lexbor import LexborNode

from octavo.core.types import Image
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
_SHOWN = re.compile(r'<img((?:\s[\w-]+="[^"]*")*)\s*/?>')
_PIXELS = re.compile(r"\d+(?:\.\d+)?(?!%|[\d.])")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_SIGN = re.compile(
    r"\.(?:gif|svg)\b|logo(?![a-z])|(?<![a-z])(?:icons?|avatar|headshot|blank|spacer|placeholder|loading|qr_?code)(?![a-z])|"
    r"(?<!\d)\d\dx\d\d(?!\d)",
    re.IGNORECASE,
)
"""What stands in the address of a picture that shows nothing of what the article tells."""
MIN_WIDTH, MIN_HEIGHT = 200, 100
"""A smaller picture within a text is a face or a sign."""
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


def best(named: Image | None, html: str) -> Image | None:
    """Return the image that a page names for an article; for none, or the house's logo, one of its sanitised markup."""
    is_own = named is not None and "logo" not in named.url.rpartition("/")[2].lower()
    return named if is_own else _within(html) or named


def _within(html: str) -> Image | None:
    """Return the first picture of sanitised markup that is no sign, no face and no pixel."""
    for shown in _SHOWN.finditer(html):
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(shown[1])}
        address, alt = attributes.get("src", ""), told(attributes.get("alt", ""))
        is_large = _pixels(attributes, "width") >= MIN_WIDTH and _pixels(attributes, "height") >= MIN_HEIGHT
        is_sign = _SIGN.search(address) is not None or alt.lower() == "logo"
        if address.startswith(("http://", "https://")) and is_large and not is_sign:
            return Image(address, alt)
    return None


def _pixels(attributes: Mapping[str, str], name: str) -> float:
    """Return how wide or high a picture says it is, without end where it does not say."""
    stated = _PIXELS.match(attributes.get(name, ""))
    return float(stated[0]) if stated else float("inf")


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
