"""Addresses as delivered, made absolute and safe to follow."""

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from xxhash import xxh3_128_hexdigest

URL_LIMIT_BYTES = 2_000
"""What no honest publisher exceeds, and what an index of the database holds."""

LETTER_PICTURES = "https://letters.invalid/"
"""Where pictures that came within newsletters are found: a name that no network can answer (RFC 6761, 6.4)."""

MADE_UP = "urn:octavo:"
"""How the addresses begin under which Octavo keeps what came without one."""

LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]']")
"""A web address within words."""

_WEB = ("http://", "https://")
_UNWANTED = re.compile(r"[\x00-\x20\x7f-\xa0\\\"<>^`{|}\ud800-\udfff]")
_USUAL = re.compile(
    r"https?://[a-z0-9.\-]+(?:(?=/)(?:/(?!\.)|[!$&-.0-:=@-Z_a-z~]++|%(?:[89A-F][0-9A-F]|20))*+"
    r"(?:[?#][!#$&-:=?-Z_a-z~]++)?)?"
)
"""The form of nearly all addresses, which needs no more work: spelled as they are sent, without dots to resolve."""
_MISTYPED = re.compile(r"(https?):/*(?=[^/])|(?=www\.[\w-]+\.)", re.IGNORECASE)
"""How an address begins that lacks its scheme, or has too few or too many slashes behind it."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SECRET = re.compile(
    r"(?<=//)[^\s/?#]*@|(?<=//)[^\s/?#:@]+:(?!\d*(?:[/?#]|$))\S{0,200}?@(?![^\s/]*@)"
    r"|(?<![^\s'\"<(])(?!(?:mailto|acct|sips?|xmpp|javascript|data):)[^\s/?#:@]+:(?!//)[^\s@]*@(?=[\w\[])",
    re.IGNORECASE,
)
"""Name and password before a host (RFC 3986, 3.2.1), in addresses that hold a slash there or have no scheme too."""
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|at_(?:medium|campaign|link\w*)|cmpid|wt_mc|xtor|"
    r"ns_(?:mchannel|source|campaign)",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"mc_eid|_hs(?:enc|mi)|mkt_tok|ck_subscriber_id|oly_(?:enc|anon)_id|vero_(?:id|conv)|sc_uid|bsft_\w+|"
    r"e-?mail(?:_?(?:address|id|hash))?|subscriber_?(?:id|uuid|hash)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"(?<![\w-])eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?")


def is_address(text: str) -> bool:
    """Tell text that begins as a web address does."""
    return text[: len("https://")].lower().startswith(_WEB)


def host_shown(url: str) -> str:
    """Return an address's host as people know it."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def made_up_url(*told: str, kind: str = "") -> str:
    """Return the address of what came without one, always the same for what tells it from others of its kind."""
    return f"{MADE_UP}{kind}{xxh3_128_hexdigest(chr(0x1F).join(told).encode('utf-8', 'replace'))}"


def is_made_up(url: str) -> bool:
    """Tell an address that Octavo made up, which leads nowhere."""
    return url.startswith(MADE_UP)


def web_url(href: str, base: str = "") -> str:
    """Return `href` resolved against `base`; "" where it is no http(s) address or too long.

    A name and a password in it are left out: none is ever sent, kept or shown.
    """
    if _USUAL.fullmatch(href) and len(href) <= URL_LIMIT_BYTES:
        return href
    if not href or not (href := _CONTROL.sub("", href).strip().replace("&amp;", "&")):
        return ""
    if href.startswith("feed:"):
        href = href[5:] if href.startswith("feed:http") else f"http:{href[5:]}"
    href = _MISTYPED.sub(_begun, href, count=1) if _MISTYPED.match(href) else href
    try:
        joined = href if href.startswith(_WEB) or not base else urljoin(base, href)
        parts = urlsplit(joined)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
            return ""
    except ValueError:
        return ""
    joined = joined.replace(parts.netloc, parts.netloc.rpartition("@")[2], 1)
    found = _UNWANTED.sub(lambda bad: _percent(bad[0]), joined)
    if len(found) > URL_LIMIT_BYTES:
        return ""
    return next((one for one in (usual(found), found) if len(one.encode()) <= URL_LIMIT_BYTES), "")


def usual(url: str) -> str:
    """Return an address as it is sent, the one spelling of all that ask for the same (RFC 3986, 6.2; RFC 3987, 3.1)."""
    if _USUAL.fullmatch(url) or not is_address(url):
        return url
    from yarl import URL  # of which few addresses have need

    try:
        return str(URL(url))
    except (ValueError, IndexError):  # the latter for brackets where a name and a password may stand
        return url


def _begun(start: re.Match[str]) -> str:
    return f"{start[1].lower()}://" if start[1] else "http://"


def shown(address: str) -> str:
    """Return an address, or a text with addresses, as anybody may see it: without names and passwords for a host."""
    return _SECRET.sub("", address) if "@" in address else address


def untracked(url: str) -> str:
    """Return `url` without fragment and without what tells which link was followed."""
    url = usual(url)
    parts = urlsplit(url)
    if not _TRACKING.search(parts.query):
        return urlunsplit(parts._replace(fragment="")) if parts.fragment else url
    kept = [(name, value) for name, value in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(name)]
    return urlunsplit(parts._replace(query=urlencode(kept), fragment=""))


def impersonal(url: str) -> str:
    """Return `url` without what tells whom it was sent to: parameters so called, and signed tokens (RFC 7519)."""
    if not (_PERSONAL.search(url) or _TOKEN.search(url)):
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    told = parse_qsl(parts.query, True)
    kept = [one for one in told if not (_PERSONAL.fullmatch(one[0]) or _TOKEN.fullmatch(one[1]))]
    return url if kept == told else urlunsplit(parts._replace(query=urlencode(kept)))


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))
