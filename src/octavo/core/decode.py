"""Bytes to text: byte-order mark, then the header, then the page's own claim, then a guess."""

import codecs
import re
from collections.abc import Mapping

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
_WIDER = {"iso-8859-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252", "latin-1": "cp1252", "euc-kr": "cp949",
          "ks_c_5601-1987": "cp949", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "x-sjis": "cp932",
          "iso-8859-9": "cp1254", "windows-31j": "cp932", "big5": "big5hkscs"}  # fmt: skip
"""Encodings that browsers read as a wider one (WHATWG Encoding)."""
CLAIM_BYTES = 4096


def text_of(body: bytes, headers: Mapping[str, str] | None = None) -> str:
    """Return a page's bytes as text; what cannot be decoded becomes U+FFFD, nothing raises."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body.decode(name, "replace")
    for name in [*_claims(body, headers or {}), "utf-8"]:
        try:
            return body.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _guess(body)


def _claims(body: bytes, headers: Mapping[str, str]) -> list[str]:
    content_type = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    match = _HEADER.search(content_type)
    claims = [match[1]] if match else []
    if found := _CLAIM.search(body[:CLAIM_BYTES]):
        claims.append((found[1] or found[2]).decode("ascii", "replace"))
    return [_WIDER.get(name.lower(), name) for name in claims if not name.lower().startswith("utf-16")]


def _guess(body: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(body[:65536]).best()
    return body.decode(best.encoding if best else "utf-8", "replace")
