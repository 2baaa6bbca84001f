"""Asking a mailbox for what is new (IMAP, RFC 9051): it is only read, through the same guard as every request."""

import imaplib
import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Self

from octavo.config.mail import ImapAddress
from octavo.core.types import Refusal
from octavo.fetch import constants
from octavo.fetch.guard import Network, NotPublic
from octavo.fetch.sockets import connected

_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
"""strftime's would follow this machine's language."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far a mailbox has been read (RFC 9051, 2.3.1.1); zeros before the first time."""

    uid_validity: int = 0
    last_uid: int = 0


@dataclass(frozen=True, slots=True)
class Received:
    """What a mailbox gave."""

    letters: tuple[bytes, ...]
    position: Position
    refused: tuple[tuple[int, Refusal], ...] = ()
    """Letters that were left where they are, by uid."""


def received(
    mailbox: ImapAddress, position: Position, now: datetime, allowed: tuple[Network, ...]
) -> Received | Refusal:
    """Return up to a batch of letters after `position`, oldest first; the first time, those of the last two weeks.

    Reasons for refusing: not-public, unknown-host, tls, timeout, refused-connection, sign-in, no-folder, broken-answer.
    """
    with _Limit(constants.MAILBOX_SECONDS) as limit:
        try:
            with _signed_in(mailbox, allowed, limit) as session:
                return _read(session, mailbox, position, now)
        except _Refused as refused:
            return refused.refusal
        except (imaplib.IMAP4.error, OSError) as error:
            return _explained(TimeoutError() if limit.is_over else error)


class _Refused(Exception):
    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(reason)
        self.refusal = Refusal("letters", reason, detail)


class _Limit:
    """Breaks a connection off that lasts too long in all: a server that drips never lets a single read wait long."""

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._connection: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._end)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()
        if self._connection:
            self._connection.close()

    def hold(self, connection: socket.socket) -> None:
        """Take hold of a connection, whatever becomes of the socket itself: encryption takes it over."""
        self._connection = connection.dup()
        if self.is_over:
            raise TimeoutError

    def _end(self) -> None:
        self.is_over = True
        if self._connection:
            with suppress(OSError):
                self._connection.shutdown(socket.SHUT_RDWR)


class _Session(imaplib.IMAP4):
    """A session over a connection that the guard has let through."""

    def __init__(self, mailbox: ImapAddress, allowed: tuple[Network, ...], limit: _Limit) -> None:
        self._mailbox = mailbox
        self._allowed = allowed
        self._limit = limit
        super().__init__(mailbox.host, mailbox.port, constants.TOTAL_SECONDS)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        plain = connected(self._mailbox.host, self._mailbox.port, self._allowed, timeout or constants.TOTAL_SECONDS)
        self._limit.hold(plain)
        if not self._mailbox.is_encrypted:
            return plain
        return ssl.create_default_context().wrap_socket(plain, server_hostname=self._mailbox.host)

    def read(self, size: int) -> bytes:
        """Read what the server announces; raise IMAP4.abort for more than is ever asked of it."""
        if size > constants.BODY_LIMIT_BYTES:
            raise self.abort(f"it announces {size} bytes")
        return super().read(size)


@contextmanager
def _signed_in(mailbox: ImapAddress, allowed: tuple[Network, ...], limit: _Limit) -> Iterator[imaplib.IMAP4]:
    session = _Session(mailbox, allowed, limit)
    try:
        if not mailbox.is_encrypted:
            _encrypt(session)
        try:
            session.login(mailbox.user, mailbox.password)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error:
            raise _Refused("sign-in", "the mail server does not accept this user and password") from None
        yield session
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            session.logout()
        with suppress(OSError):
            session.shutdown()  # which a logout over a lost connection does not come to


def _encrypt(session: imaplib.IMAP4) -> None:
    if "STARTTLS" in session.capabilities:
        session.starttls(ssl.create_default_context())
    elif not ip_address(session.sock.getpeername()[0]).is_loopback:
        raise _Refused("tls", "the mail server offers no encryption, and the password must not travel in the clear")


def _read(session: imaplib.IMAP4, mailbox: ImapAddress, position: Position, now: datetime) -> Received:
    status, _ = session.select(_quoted(mailbox.folder), readonly=True)
    if status != "OK":
        raise _Refused("no-folder", f"the mailbox has no folder {mailbox.folder!r}")
    validity = _number(session.response("UIDVALIDITY")[1])
    if validity != position.uid_validity:
        position = Position(validity)
    letters: list[bytes] = []
    refused: list[tuple[int, Refusal]] = []
    for uid in _new_uids(session, position, now)[: constants.LETTERS_COUNT]:
        if sum(map(len, letters)) >= constants.LETTERS_BYTES:
            break
        try:
            letter = _letter(session, uid)
        except (OSError, imaplib.IMAP4.abort):
            if not letters:
                raise
            break  # the connection is lost, what has come is not
        if isinstance(letter, Refusal):
            refused.append((uid, letter))
        elif letter is not None:
            letters.append(letter)
        position = Position(validity, uid)
    return Received(tuple(letters), position, tuple(refused))


def _new_uids(session: imaplib.IMAP4, position: Position, now: datetime) -> list[int]:
    """Return the uids after the position, ascending; "n:*" always gives the last letter too, so that is left out."""
    if position.last_uid:
        _, found = session.uid("SEARCH", f"UID {position.last_uid + 1}:*")
    else:
        since = now - timedelta(days=constants.LETTERS_FIRST_DAYS)
        _, found = session.uid("SEARCH", f"SINCE {since.day}-{_MONTHS[since.month - 1]}-{since.year}")
    uids = (found[0] or b"").split() if found else []
    return sorted({int(uid) for uid in uids if uid.isdigit() and int(uid) > position.last_uid})


def _letter(session: imaplib.IMAP4, uid: int) -> bytes | Refusal | None:
    """Return a letter's bytes, None where it has gone meanwhile."""
    _, told = session.uid("FETCH", str(uid), "(RFC822.SIZE)")
    size = _SIZE.search(b" ".join(part for part in told if isinstance(part, bytes)))
    if size and int(size[1]) > constants.BODY_LIMIT_BYTES:
        return Refusal("letters", "too-large", f"larger than {constants.BODY_LIMIT_BYTES // 2**20} MB")
    _, parts = session.uid("FETCH", str(uid), f"(BODY.PEEK[]<0.{constants.BODY_LIMIT_BYTES}>)")
    return next((part[1] for part in parts if isinstance(part, tuple)), None)


def _quoted(folder: str) -> str:
    """Return a folder's name as IMAP writes it: modified UTF-7 (RFC 3501, 5.1.3), quoted."""
    pieces = re.sub(r"[^\x20-\x7e]+", lambda run: _shifted(run[0]), folder.replace("&", "&-"))
    return '"' + pieces.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _shifted(run: str) -> str:
    from base64 import b64encode

    return "&" + b64encode(run.encode("utf-16-be")).decode().rstrip("=").replace("/", ",") + "-"


def _number(data: list[bytes | None] | list[None]) -> int:
    return int(data[0]) if data and data[0] and data[0].isdigit() else 0


def _explained(error: imaplib.IMAP4.error | OSError) -> Refusal:
    if isinstance(error, imaplib.IMAP4.error):
        return Refusal("letters", "broken-answer", f"the mailbox's answer is not understood: {str(error)[:200]}")
    for kinds, reason, detail in _REASONS:
        if isinstance(error, kinds):
            return Refusal("letters", reason, detail)
    return Refusal("letters", "refused-connection", f"the mail server cannot be reached ({error.strerror or error})")


_REASONS: tuple[tuple[type[OSError], str, str], ...] = (
    (NotPublic, "not-public", "the mail server's address is not public; OCTAVO_ALLOW_NETWORKS can allow it"),
    (socket.gaierror, "unknown-host", "no mail server of this name is known, or there is no network"),
    (ssl.SSLError, "tls", "the connection to the mail server is not safe: its certificate is not valid"),
    (TimeoutError, "timeout", "the mail server does not answer, or takes too long"),
)
