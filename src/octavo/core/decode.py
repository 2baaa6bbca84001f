"""Bytes to text: byte-order mark, UTF-8 where the bytes are it, then the header, the page's own claim, and a guess."""

import codecs
import re
from collections.abc import Mapping
from contextlib import suppress

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
"""Byte-order marks, and the first letter of markup that came without one (XML 1.0, appendix F)."""
_CLAIM = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,100}?encoding=[\"']([\w.-]{2,40})",
    re.IGNORECASE,
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)
_LABELS = {
    **dict.fromkeys(("windows-949", "x-windows-949", "ksc_5601", "ks_c_5601-1989", "cseuckr", "iso-ir-149"), "cp949"),
    **dict.fromkeys(("x-gbk", "gb_2312", "gb_2312-80", "csgb2312"), "gb18030"),
    **dict.fromkeys(("x-x-big5", "cn-big5"), "big5hkscs"), **dict.fromkeys(("x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("iso-8859-8-i", "iso-8859-8-e", "logical", "visual"), "iso8859-8"),
    **dict.fromkeys(("iso-8859-6-i", "iso-8859-6-e"), "iso8859-6"), **dict.fromkeys(("koi", "koi8"), "koi8-r"),
    "x-euc-jp": "euc_jp", "koi8-ru": "koi8-u", "windows-874": "cp874", "dos-874": "cp874", "x-mac-cyrillic":
    "mac-cyrillic", "iso-2022-jp-ms": "iso2022_jp_ext",
}  # fmt: skip
"""Names that Python does not know (WHATWG Encoding, and what e-mail programs write)."""
_CODE_PAGE = re.compile(r"(?:x-|win|windows)?-?(?:cp)?-?(\d{3,4})", re.IGNORECASE)
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030",
          "shift_jis": "cp932", "iso8859-9": "cp1254", "big5": "big5hkscs", "tis-620": "cp874",
          "iso8859-11": "cp874"}  # fmt: skip
"""Encodings that browsers read as a wider one (WHATWG Encoding)."""
_NO_CLAIMS = ("utf-16", "utf-32", "idna", "punycode", "raw-unicode", "unicode")
"""What the bytes themselves would show, and codecs that are not made for texts."""
_CONTROLS = bytes({*range(32)} - {*b"\t\n\f\r\x0e\x0f\x1b"})
"""What texts do not hold (WHATWG MIME Sniffing, 3); East Asian encodings shift by the three that are left out."""
BINARY_BYTES, BINARY_SHARE, BINARY_COUNT = 65_536, 1 / 50, 30
"""How much of a body's beginning is looked over, and what share and number of controls a damaged text has at most; in
what is packed or drawn they are a tenth."""
CLAIM_BYTES = 4096
_UTF8_FLAWS, _CLAIMED_FLAWS = 1 / 5, 1 / 50
"""How much of what is beyond ASCII may be broken: of texts in any other encoding less than 3 in 10 characters are UTF-8
by chance, but up to 49 in 50 of one East Asian encoding are characters of another."""


def text_of(body: bytes, headers: Mapping[str, str] | None = None) -> str:
    """Return a page's bytes as text; what cannot be decoded becomes U+FFFD, nothing raises."""
    text = known_text(body, headers)
    return _guess(body) if text is None else text


def is_binary(body: bytes) -> bool:
    """Tell what is no text in any encoding, as pictures, sounds, archives and PDF."""
    if body.startswith(tuple(mark for mark, _ in _BOMS)):
        return False
    start = body[:BINARY_BYTES]
    controls_count = len(start) - len(start.translate(None, _CONTROLS))
    return body.startswith(b"%PDF-") or controls_count > max(BINARY_COUNT, len(start) * BINARY_SHARE)


def known_text(body: bytes, headers: Mapping[str, str] | None = None) -> str | None:
    """Return bytes as text in the encoding that they show or claim, U+FFFD for the little that is broken; else None."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body.decode(name, "replace")
    is_escaped = b"\x1b" in body
    if not is_escaped and (text := _decoded(body, "utf-8", "strict")) is not None:
        return text
    claims = [(name, _CLAIMED_FLAWS) for name in _claims(body, headers or {})]
    escaped = [claim for claim in claims if is_escaped and claim[0].startswith("iso2022")]
    tried = (_nearly(body, *one) for one in (*escaped, ("utf-8", _UTF8_FLAWS), *claims))
    return next((text for text in tried if text is not None), None)


def _nearly(body: bytes, name: str, flaws: float) -> str | None:
    """Return bytes as text with U+FFFD for what is broken; None where that is a larger share than `flaws`."""
    text = _decoded(body, name, "replace")
    beyond_count = len(text) - len(text.encode("ascii", "ignore")) if text else 0
    return text if text is not None and text.count("\ufffd") <= beyond_count * flaws else None


def _decoded(body: bytes, name: str, errors: str) -> str | None:
    try:
        return body.decode(name, errors)
    except (UnicodeError, LookupError):
        return None


def _claims(body: bytes, headers: Mapping[str, str]) -> list[str]:
    content_type = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    match = _HEADER.search(content_type)
    claims = [match[1]] if match else []
    if found := _CLAIM.search(body[:CLAIM_BYTES]):
        claims.append((found[1] or found[2]).decode("ascii", "replace"))
    return [name for name in map(_codec, claims) if name and not name.startswith(_NO_CLAIMS)]


def _codec(name: str) -> str:
    """Return the name of the codec that browsers would take; "" where there is none."""
    name = name.lower()
    for label in (_LABELS.get(name, name), _CODE_PAGE.sub(r"cp\1", name)):
        with suppress(LookupError):
            found = codecs.lookup(label).name
            return _WIDER.get(found, found)
    return ""


def _guess(body: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(body[:65536]).best()
    return body.decode(best.encoding if best else "utf-8", "replace")
