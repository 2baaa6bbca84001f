"""The body as HTML: what it may keep, with addresses made absolute. Sanitising comes after, elsewhere."""

from functools import lru_cache
from html import escape
from urllib.parse import urljoin, urlsplit

from octavo.extract.element import Element
from octavo.extract.sanitise import ATTRIBUTES, TAGS

_KEPT = {tag: sorted(names) for tag, names in ATTRIBUTES.items() if tag != "*"}
_PICTURES = frozenset(["img", "amp-img"])
_VOID = frozenset(["br", "hr", "img"])
_RENAMED = {"h1": "h2", "amp-img": "img", "strike": "s", "big": "strong", "tt": "code"}
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-srcset", "srcset", "data-lazy")
_BOXES = frozenset(
    "div section article main body header center font span label hgroup address picture".split()  # noqa: SIM905
)


def html_of(body: Element, url: str) -> str:
    """Return the markup below `body`; `url` is what relative addresses are relative to."""
    pieces: list[str] = []
    _write(body, url, pieces)
    return "".join(pieces)


def _write(element: Element, url: str, pieces: list[str]) -> None:
    """Write what `element` holds; a tree is at most MAX_DEPTH deep."""
    for child in element.children:
        if isinstance(child, str):
            pieces.append(escape(child, quote=False) if "&" in child or "<" in child or ">" in child else child)
        elif child.tag in _PICTURES and not _is_shown(child):
            continue
        elif tag := _tag(child):
            pieces.append(f"<{tag}{_attributes(child, tag, url)}>")
            if tag not in _VOID:
                _write(child, url, pieces)
                pieces.append(f"</{tag}>")
        else:
            _write(child, url, pieces)


def _is_shown(picture: Element) -> bool:
    """Tell a picture from a pixel that counts readers, and from one that has no address."""
    return bool(_picture(picture)) and not {picture.get("width"), picture.get("height")} & {"0", "1", "1px"}


def _tag(element: Element) -> str:
    """Return the tag to write, "" for none; a box that holds lines of its own becomes a paragraph."""
    tag = _RENAMED.get(element.tag, element.tag)
    if tag in TAGS:
        return tag
    if element.is_inline or not element.run_length or any(not inner.is_inline for inner in element.elements):
        return ""
    return "p" if tag in _BOXES else ""


def _attributes(element: Element, tag: str, url: str) -> str:
    if tag not in _KEPT:
        return ""
    kept = {name: value for name in _KEPT[tag] if (value := element.get(name))}
    if tag == "img":
        kept["src"] = _picture(element)
    for name in ("href", "src"):
        if name in kept:
            kept[name] = _absolute(url, kept[name])
    return "".join(f' {name}="{escape(value)}"' for name, value in kept.items() if value)


def _picture(element: Element) -> str:
    source = element.get("src")
    if source and not source.startswith("data:"):
        return source
    lazy = next((element.get(name) for name in _LAZY if element.get(name)), "")
    return lazy.split(",")[0].split(" ")[0]


def _absolute(url: str, address: str) -> str:
    if address.startswith(("http://", "https://")):
        return address
    if address.startswith("#"):
        return ""
    try:
        if address.startswith("/") and not address.startswith("//") and "/." not in address:
            return _origin(url) + address
        return urljoin(url, address)
    except ValueError:
        return ""


@lru_cache(maxsize=64)
def _origin(url: str) -> str:
    """Return scheme and host of `url`; joining by RFC 3986 takes ten times as long, and most links are of this kind."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
