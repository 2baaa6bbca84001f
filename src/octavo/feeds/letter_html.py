"""A letter's HTML without what serves the sender or concerns its recipient alone: counting pixels, hidden lines, links
to unsubscribe, the recipient's address; and plain letters as HTML."""

import re
from collections.abc import Collection, Mapping
from html import escape
from itertools import islice, pairwise
from urllib.parse import quote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from octavo.core.links import LINK
from octavo.feeds.constants import LETTER_TAG_CHARACTERS

_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0|max-height\s*:\s*0(?![.\d])"
    r"|opacity\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_PIXEL_CSS = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*[0-3](?:px)?\s*(?:!important)?\s*(?:;|$)", re.IGNORECASE)
_PIXEL = re.compile(r"\s*[0-3](?:px)?\s*")
_OWN_AFFAIR = re.compile(
    r"unsubscri|opt[ -]?out|(?:view|read|open|see) (?:this |it |the |online |e-?mail |newsletter |message )*"
    r"(?:in (?:your |a |the )?(?:web ?)?browser|online)|(?:manage|update|change|edit) (?:your |e-?mail |my )*"
    r"(?:preferences|subscription|settings|profile)|"
    r"수신\s?거부|구독\s?(?:취소|해지)|브라우저(?:에서|로) 보기|웹에서 보기|"
    r"abbestellen|abmelden|austragen|im browser (?:ansehen|anzeigen|öffnen|lesen)|"
    r"darse de baja|cancelar (?:la |tu )?suscripci|ver en (?:el|tu) navegador|ver online|"
    r"désabonner|désinscri|(?:voir|lire|afficher) (?:dans|en ligne)|navigateur|"
    r"cancelar (?:a |sua )?inscri|descadastr|annulla iscrizione|disiscri|cancella(?:ti|re) |uitschrijven|afmelden|"
    r"avregistrer|avprenumerera|avsluta prenumeration|wypisz|отписаться|إلغاء الاشتراك|عرض في المتصفح|"
    r"配信(?:停止|解除)|購読(?:停止|解除)|ブラウザ(?:で|ー)|退订|取消订阅|取消訂閱|在浏览器",
    re.IGNORECASE,
)
_DROP = "data-octavo-drop"
"""Marks what goes: all of it goes at the end, inner things first, since what has gone must not be looked at again."""
_OWN_AFFAIRS_LIMIT = 50
_LINE_CHARACTERS = 300
"""A line or box that holds such a link and little else goes with it; of a longer one only the link."""
_BOXES = ("p", "li", "td", "div", "center")
_LAYOUT = re.compile(r"<(/?)(?:table|tbody|thead|tfoot|tr|td|th|center)\b[^>]*>", re.IGNORECASE)
_LONG_TAG = re.compile(rf"<[a-zA-Z][^>]{{{LETTER_TAG_CHARACTERS},}}>")
_QUOTE = re.compile(r"^(?:>\s?)+")
WRAPPED_CHARACTERS = 55
"""Plain letters are wrapped at 60 to 78 characters: a shorter line ends where its writer ended it."""


def cleaned(html: str, pictures: Mapping[str, str], addresses: Collection[str]) -> str:
    """Return what an article can be made of.

    `pictures` maps Content-Ids (RFC 2392) to where those pictures are found; `addresses` are the recipient's, which no
    one else need see.
    """
    tree = LexborHTMLParser(_LONG_TAG.sub("", _anonymous(html, addresses)))
    for node in tree.css("img"):
        _settle_picture(node, pictures)
    for node in tree.css("[style]"):
        if _UNSEEN.search(node.attributes.get("style") or "") and node.tag != "body":
            node.attrs[_DROP] = ""
    own_affairs = (link for link in tree.css("a") if _OWN_AFFAIR.search(link.text(deep=True)))
    for link in islice(own_affairs, _OWN_AFFAIRS_LIMIT):
        _line_of(link).attrs[_DROP] = ""
    for node in reversed(tree.css(f"script, style, title, meta, link, [{_DROP}]")):
        node.decompose()
    body = tree.body
    inner = (body.inner_html or "") if body else ""
    return (_LAYOUT.sub(r"<\1div>", inner) if _is_layout(tree) else inner).strip()


def from_plain(text: str, *, is_flowed: bool) -> str:
    """Return a plain letter as HTML: paragraphs, its wrapped lines joined (RFC 3676 where it says so), its links."""
    paragraphs = re.split(r"\n\s*\n", text.replace("\r\n", "\n").split("\n-- \n")[0])
    return "\n".join(f"<p>{_paragraph(paragraph, is_flowed)}</p>" for paragraph in paragraphs if paragraph.strip())


def _paragraph(text: str, is_flowed: bool) -> str:
    lines = [_QUOTE.sub("", line) for line in text.strip("\n").split("\n")]
    joined = lines[0]
    for before, line in pairwise(lines):
        goes_on = before.endswith(" ") if is_flowed else len(before) >= WRAPPED_CHARACTERS
        joined = f"{joined.rstrip()} {line.strip()}" if goes_on else f"{joined}\n{line}"
    linked = LINK.sub(lambda link: f'<a href="{link[0]}">{link[0]}</a>', escape(joined.strip(), quote=False))
    return linked.replace("\n", "<br>")


def _anonymous(html: str, addresses: Collection[str]) -> str:
    for address in addresses:
        for spelling in {address, quote(address), escape(address)}:
            html = re.sub(re.escape(spelling), "", html, flags=re.IGNORECASE)
    return html


def _settle_picture(node: LexborNode, pictures: Mapping[str, str]) -> None:
    """Point a picture to where it is found; drop one that counts readers, or that did not come."""
    attributes = node.attributes
    source = (attributes.get("src") or "").strip()
    style = attributes.get("style") or ""
    sizes = [attributes.get(name) or "" for name in ("width", "height")]
    if any(_PIXEL.fullmatch(size) for size in sizes) or _PIXEL_CSS.search(style) or _UNSEEN.search(style):
        node.attrs[_DROP] = ""
    elif source.lower().startswith("cid:"):
        if found := pictures.get(source[4:]):
            node.attrs["src"] = found
        else:
            node.attrs[_DROP] = ""


def _line_of(link: LexborNode) -> LexborNode:
    """Return the line that holds the link and little else, or the link alone."""
    node = link.parent
    while node is not None and node.tag not in ("body", "html", "table"):
        if node.tag in _BOXES:
            return node if len(node.text(deep=True).strip()) <= _LINE_CHARACTERS else link
        node = node.parent
    return link


def _is_layout(tree: LexborHTMLParser) -> bool:
    return bool(tree.css_first('table table, table[role="presentation"], table[role="none"], td p, td h1, td h2'))
