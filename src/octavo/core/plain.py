"""HTML in places where plain text belongs: titles, names, tags."""

import re
from html import unescape

from octavo.core.text import composed, is_all_seen

_INLINE = "a abbr acronym b bdi bdo big cite code dfn em font i img ins del kbd mark nobr q s samp small span strike"
_INLINE += " strong sub sup time tt u var wbr ruby"
_BLOCK = "address article blockquote br caption center dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre"
_BLOCK += " section table tbody td tfoot th thead tr ul"
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff]+")
"""Joiners and direction marks stay: Persian, Hindi and Arabic words need them."""
_TAG = re.compile(r"(</?([A-Za-z][A-Za-z0-6]*)(?:\s[^<>]*|/)?>)")
_STANDS_FOR = {**dict.fromkeys(_INLINE.split(), ""), **dict.fromkeys(_BLOCK.split(), " ")}
_BLOCK_END = re.compile(rf"</(?:{'|'.join(_BLOCK.split())})>")
_HIDDEN = (
    ("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"), ("<rt>", "</rt>"), ("<rp>", "</rp>"),
)  # fmt: skip
"""Ruby tells beside a word how it is read: shown in one line with it, it would be the word once more."""
_MAIL_AND_NAME = re.compile(r"^\s*<?[^\s@()<>]+@[^\s@()<>]+>?\s*\((.+)\)\s*$")
_NAME_AND_MAIL = re.compile(r"^\s*(\S.*?)\s*[<(][^\s@()<>]+@[^\s@()<>]+[>)]\s*$")


def plain(text: str) -> str:
    """Return `text` without HTML: one line, known tags gone, entities read; a lone "<" or "&" stays."""
    if "<" in text or "&" in text:
        text = unescape(_without_tags(text))
        if "<" in text:
            text = _without_tags(text)
    elif text.isascii() and "  " not in text and text.isprintable():
        return text.strip()
    return one_line(text)


def paragraphs(html: str) -> list[str]:
    """Return the text of each block of sanitised HTML."""
    return [text for block in _BLOCK_END.split(html) if (text := plain(block))]


def one_line(text: str) -> str:
    """Return text that is plain already on one line, without what is not seen."""
    text = composed(text)
    return " ".join((text if is_all_seen(text) else _UNSEEN.sub("", text)).split())


def person(text: str) -> str:
    """Return the name in an author's line such as "mail@example.org (A. Name)"."""
    if "@" in text:
        found = _MAIL_AND_NAME.match(text) or _NAME_AND_MAIL.match(text)
        text = found[1] if found else text
    return plain(text)


def _without_tags(text: str) -> str:
    if "<" not in text:
        return text
    for opening, closing in _HIDDEN:
        text = cut(text, opening, closing)
    pieces = _TAG.split(text)
    pieces[1::3] = [_STANDS_FOR.get(name.lower(), tag) for tag, name in zip(pieces[1::3], pieces[2::3], strict=True)]
    del pieces[2::3]
    return "".join(pieces)


def cut(text: str, opening: str, closing: str) -> str:
    """Return `text` without what stands from each `opening` to the next `closing`; linear, whatever the text."""
    start = text.find(opening)
    if start < 0:
        return text
    kept, position = [], 0
    while start >= 0 and (end := text.find(closing, start)) >= 0:
        kept.append(text[position:start])
        position = end + len(closing)
        start = text.find(opening, position)
    return "".join([*kept, text[position:]])
