"""Newsletters: one e-mail's bytes (RFC 5322, MIME) to an entry, and what it says of its feed and its publisher."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import getaddresses, parseaddr, parsedate_to_datetime
from html import escape
from itertools import islice
from re import compile as pattern

from selectolax.lexbor import LexborHTMLParser
from xxhash import xxh3_128_hexdigest

from octavo.core.clock import as_utc
from octavo.core.decode import text_of
from octavo.core.languages import language_code
from octavo.core.links import LETTER_PICTURES, made_up_url, web_url
from octavo.core.plain import plain
from octavo.core.types import Entry, Refusal
from octavo.feeds import constants as at_most
from octavo.feeds import own_affairs
from octavo.feeds.forwarded import forwarded, is_marked
from octavo.feeds.letter_html import cid_of, cleaned, from_plain

_LIST_ID = pattern(r"<\s*([^<>\s]+)\s*>\s*$")
_PICTURES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
_NAMED_ADDRESS = pattern(r"([^<>]*)<\s*([^<>\s@]+@[^<>\s@]+)\s*>")
_QUOTED, _ESCAPED = pattern(r'"(?:[^"\\]|\\.)*"'), pattern(r"\\(.)")
_BRACKETED = pattern(r"<\s*([^<>\s]+)\s*>")
_CID = pattern(r"(?i)cid:([^\s\"'<>)]+)")
_MACHINES = ("mailer-daemon@", "postmaster@", "mdaemon@")
_AUTOMATIC = ("x-failed-recipients", "x-autoreply", "x-autorespond", "x-auto-response")
_NO_CHARSETS = ("us-ascii", "ascii", "unknown-8bit", "x-unknown", "8bit")
"""What programs write that do not know; bytes beyond ASCII are in another one."""
TO_CONFIRM = "to-confirm"
_RECIPIENTS = ("delivered-to", "x-original-to", "x-forwarded-to", "x-forwarded-for", "envelope-to", "to", "cc")
"""Those of the house first."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One issue of a newsletter."""

    newsletter: str
    """What tells its newsletter from others: List-Id (RFC 2919), else the sender's address; lower case."""
    title: str
    """The newsletter's, as a person would call it."""
    sender: str
    """Who publishes it."""
    sender_host: str
    """Behind the @ of the sender's address; "" where there is none."""
    entry: Entry
    pictures: tuple[tuple[str, bytes], ...] = ()
    """Pictures within the letter that its text shows: name below LETTER_PICTURES, and bytes."""


def read(raw: bytes, now: datetime) -> Letter | Refusal:
    """Read an e-mail; never raise.

    Reasons for refusing: too-large, unreadable, not-a-letter (bounces and automatic answers), empty, no-sender,
    to-confirm (the newsletter wants to know whether it was asked for; the detail tells where to say so).
    """
    if len(raw) > at_most.BODY_LIMIT_BYTES:
        return Refusal("letters", "too-large", f"larger than {at_most.BODY_LIMIT_BYTES // 2**20} MB")
    try:
        return _letter(BytesParser(policy=compat32).parsebytes(raw), now)
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        return Refusal("letters", "unreadable", f"this e-mail could not be read ({type(error).__name__})")


def _letter(sent: Message, now: datetime) -> Letter | Refusal:
    message = _attached(sent) or sent
    block = _as_first_sent(message)
    name, address = _person(_raw(message, "from"))
    if not address:
        return Refusal("letters", "no-sender", "this e-mail does not say who sent it")
    if _is_automatic(message, address):
        return Refusal("letters", "not-a-letter", "this is a bounce or an automatic answer")
    html, pictures = _body(message, block)
    if not plain(html) and not pictures:
        return Refusal("letters", "empty", "this e-mail has no text")
    listed, list_name = _list(message)
    entry = _entry(message, html, now)
    if link := _link_to_confirm(entry):
        return Refusal("letters", TO_CONFIRM, f"{name or address} asks whether it is wanted; if so, open {link}")
    host = address.rpartition("@")[2].lower()
    return Letter(listed or address.lower(), name or list_name or address, name or host, host, entry, pictures)


def _attached(message: Message) -> Message | None:
    """Return the one letter that a person forwarded as an attachment, beside words of their own or none."""
    if message.get_content_type() != "multipart/mixed":
        return None
    parts = [part for part in message.get_payload() if isinstance(part, Message)]
    attached = [part.get_payload(0) for part in parts if part.get_content_type() == "message/rfc822"]
    if len(attached) != 1 or not isinstance(attached[0], Message):
        return None
    others = (inner for part in parts if part.get_content_type() != "message/rfc822" for inner in part.walk())
    said = any(plain(_text(part)) for part in others if part.get_content_maintype() == "text")
    if said and not is_marked(_decoded(_raw(message, "subject"))):
        return None
    attached[0]["X-Forwarded-For"] = _raw(message, "from")
    return attached[0]


def _as_first_sent(message: Message) -> str:
    """Undo in its headers that a person forwarded a letter; return what they put above its text, "" where none did."""
    parts = islice(message.walk(), at_most.PARTS_LIMIT)
    text = next((_text(part) for part in parts if part.get_content_type() == "text/plain"), "")
    found = forwarded(_decoded(_raw(message, "subject")), text.replace("\r\n", "\n"))
    if found is None or not _person(found.sender)[1]:
        return ""
    message["X-Forwarded-For"] = _raw(message, "from")
    for name, value in (("From", found.sender), ("Subject", found.subject)):
        del message[name]
        message[name] = value
    return found.block


def _is_automatic(message: Message, sender: str) -> bool:
    """Tell whether an e-mail is a bounce or an automatic answer (RFC 3464, RFC 3834, and what is older than those)."""
    said = _raw(message, "auto-submitted").lower().startswith("auto-replied")
    answers = "auto_reply" in _raw(message, "precedence").lower() or any(_raw(message, name) for name in _AUTOMATIC)
    is_nobodys = _raw(message, "return-path").strip() == "<>" or sender.lower().startswith(_MACHINES)
    is_returned = message.get_content_type() == "multipart/report" or own_affairs.returns(
        _decoded(_raw(message, "subject"))
    )
    return said or answers or is_nobodys or is_returned


def _link_to_confirm(entry: Entry) -> str:
    """Return the address that tells a newsletter that it was asked for; "" where the letter is another."""
    if len(entry.content) > at_most.CONFIRMATION_CHARACTERS or not own_affairs.asks_to_confirm(entry.title):
        return ""
    links = (
        (link.text(deep=True), link.attributes.get("href") or "") for link in LexborHTMLParser(entry.content).css("a")
    )
    return next((web_url(href) for words, href in links if own_affairs.confirms(words, href)), "")


def _entry(message: Message, html: str, now: datetime) -> Entry:
    found = _BRACKETED.search(_raw(message, "message-id"))
    whole = "\x1f".join((_raw(message, "from"), _raw(message, "date"), _raw(message, "subject"), html))
    key = found[1] if found else f"letter:{xxh3_128_hexdigest(whole.encode('utf-8', 'replace'))}"
    url = web_url(_raw(message, "archived-at").strip(" <>\t\r\n"))
    return Entry(
        key=key[: at_most.KEY_LIMIT_CHARACTERS],
        url=url or made_up_url(key, kind="letter:"),
        title=plain(_decoded(_raw(message, "subject")))[: at_most.TITLE_LIMIT_CHARACTERS] or plain(html)[:100],
        content=html[: at_most.TEXT_LIMIT_CHARACTERS],
        published=_moment(_raw(message, "date"), now),
        language=language_code(_raw(message, "content-language")),
    )


def _list(message: Message) -> tuple[str, str]:
    """Return List-Id's identity, in lower case, and the name before it."""
    value = _raw(message, "list-id")
    found = _LIST_ID.search(value)
    if not found:
        return value.strip().lower()[:200], ""
    return found[1].lower()[:200], plain(_decoded(value[: found.start()].strip().strip('"')))


def _moment(value: str, now: datetime) -> datetime | None:
    try:
        moment = as_utc(parsedate_to_datetime(value)) if value else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    ahead = (moment - now).total_seconds() if moment else 0.0
    return moment if moment and moment >= at_most.EARLIEST and ahead <= at_most.AHEAD_LIMIT_SECONDS else None


def _body(message: Message, block: str) -> tuple[str, tuple[tuple[str, bytes], ...]]:
    """Return the letter's text as HTML, without what is the reader's own affair, and the pictures that it shows.

    `block` is what whoever forwarded it put above.
    """
    whole, pictures = _parts(message, block)
    cids = {cid_of(source) for source in _CID.findall(whole)}
    shown = {cid: name for cid, (name, _) in pictures.items() if cid in cids}
    ways_out = _BRACKETED.findall(_raw(message, "list-unsubscribe"))
    found = {cid: LETTER_PICTURES + name for cid, name in shown.items()}
    clean = cleaned(whole, found, _recipients(message), ways_out, block=block)
    return clean, tuple(dict(pictures[cid] for cid in shown).items())


def _parts(message: Message, block: str) -> tuple[str, dict[str, tuple[str, bytes]]]:
    """Return what a letter's parts say, in HTML where they say it so, and its pictures by Content-Id."""
    html: list[str] = []
    texts: list[str] = []
    pictures: dict[str, tuple[str, bytes]] = {}
    for part in islice(message.walk(), at_most.PARTS_LIMIT):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            texts.append(_heading(part))
        if part.is_multipart():
            continue
        if kind in _PICTURES:
            pictures |= _picture(part, kind)
        elif part.get_content_disposition() != "attachment" and kind == "text/html":
            html.append(_text(part))
        elif part.get_content_disposition() != "attachment" and kind == "text/plain":
            texts.append(_from_plain(part, block))
    whole = "\n".join(html)
    is_html = "<" in whole and whole.count("<") <= at_most.LETTER_TAGS_LIMIT
    return "\n".join(texts) if texts and not is_html else _first_tags(whole), pictures


def _recipients(message: Message) -> list[str]:
    """Return the addresses that a letter was sent to."""
    named = [value for header in _RECIPIENTS for value in _raws(message, header)]
    addresses = dict.fromkeys(address for _, address in getaddresses(named) if "@" in address)
    return list(addresses)[: at_most.RECIPIENTS_LIMIT]


def _first_tags(html: str) -> str:
    return "<".join(html.split("<", at_most.LETTER_TAGS_LIMIT + 1)[: at_most.LETTER_TAGS_LIMIT + 1])


def _heading(attached: Message) -> str:
    """Return what a letter within the letter is called, as HTML."""
    letter = attached.get_payload(0)
    title = plain(_decoded(_raw(letter, "subject"))) if isinstance(letter, Message) else ""
    return f"<h2>{escape(title, quote=False)}</h2>" if title else ""


def _picture(part: Message, kind: str) -> dict[str, tuple[str, bytes]]:
    cid = _raw(part, "content-id").strip(" <>\t\r\n")
    body = part.get_payload(decode=True)
    if not cid or not isinstance(body, bytes) or not body:
        return {}
    return {cid: (f"{xxh3_128_hexdigest(body)}.{_PICTURES[kind]}", body)}


def _from_plain(part: Message, block: str) -> str:
    flows, drops_space = (str(part.get_param(name)).lower() for name in ("format", "delsp"))
    text = _text(part)[: at_most.TEXT_LIMIT_CHARACTERS].replace("\r\n", "\n").replace(block, "", 1)
    return from_plain(text, is_flowed=flows == "flowed", drops_space=drops_space == "yes")


def _text(part: Message) -> str:
    body = part.get_payload(decode=True)
    charset = part.get_param("charset")
    is_claim = isinstance(charset, str) and charset.lower() not in _NO_CHARSETS
    claimed = {"content-type": f"charset={charset}"} if is_claim else {}
    return text_of(body, claimed).replace("\x00", "") if isinstance(body, bytes) else ""


def _person(value: str) -> tuple[str, str]:
    """Return a sender's name and address; names with commas and brackets that should be quoted are read as well."""
    if found := _NAMED_ADDRESS.match(value):
        name, address = found[1].strip(), found[2]
        name = _ESCAPED.sub(r"\1", name[1:-1]) if _QUOTED.fullmatch(name) else name
    else:
        name, address = parseaddr(value)
    is_address = "@" in address and len(address) <= at_most.ADDRESS_CHARACTERS
    return plain(_decoded(name))[:200], address if is_address else ""


def _raw(message: Message, name: str) -> str:
    """Return the first header of this name, "" where there is none."""
    return next(_raws(message, name), "")


def _raws(message: Message, name: str) -> Iterator[str]:
    """Yield headers as they were sent, unfolded; bytes beyond ASCII are read as UTF-8, or guessed."""
    for header, value in message.raw_items():
        if header.lower() == name:
            sent = str(value).replace("\r", "").replace("\n", "")
            yield sent if sent.isascii() else text_of(sent.encode("utf-8", "surrogateescape"))


def _decoded(value: str) -> str:
    """Return a header's words with those that are encoded (RFC 2047) read."""
    try:
        return "".join(_words(value[: at_most.HEADER_CHARACTERS]))
    except (HeaderParseError, ValueError):
        return value


def _words(value: str) -> Iterator[str]:
    for word, charset in decode_header(value):
        if isinstance(word, str):
            yield word
        elif charset is None:
            yield word.decode("latin-1") if word.isascii() else text_of(word)
        else:
            yield text_of(word, {"content-type": f"charset={charset}"})
