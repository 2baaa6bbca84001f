"""Where mail arrives and leaves, as settings spell it."""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

_PORTS = {"imaps": 993, "imap": 143}
_SENDING_PORTS = {"smtps": 465, "smtp": 587}


@dataclass(frozen=True, slots=True)
class ImapAddress:
    """A mailbox that is asked for letters (RFC 5092): imaps://user:password@host:port/folder."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    folder: str
    is_encrypted: bool
    """From the first byte; else encryption is asked for before signing in (RFC 9051, 6.2.1)."""

    @property
    def name(self) -> str:
        """What is shown and kept of it: all but the password."""
        return f"{self.user}@{self.host}:{self.port}/{self.folder}"


def imap_address(text: str) -> ImapAddress:
    """Read a mailbox's address; raises ValueError where a part is missing."""
    parts = urlsplit(text)
    if parts.scheme not in _PORTS or not parts.hostname or not parts.username or not parts.password:
        raise ValueError("imaps://user:password@host/folder")
    return ImapAddress(
        host=parts.hostname,
        port=parts.port or _PORTS[parts.scheme],
        user=unquote(parts.username),
        password=unquote(parts.password),
        folder=unquote(parts.path.strip("/")) or "INBOX",
        is_encrypted=parts.scheme == "imaps",
    )


@dataclass(frozen=True, slots=True)
class SmtpAddress:
    """A server that sends mail to people: smtps://user:password@host:port, or smtp:// (RFC 8314)."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    is_encrypted: bool
    """From the first byte; else encryption is asked for before signing in (RFC 3207)."""


def smtp_address(text: str) -> SmtpAddress:
    """Read a mail server's address; raises ValueError where it names no host."""
    parts = urlsplit(text)
    if parts.scheme not in _SENDING_PORTS or not parts.hostname:
        raise ValueError("smtps://user:password@host")
    return SmtpAddress(
        host=parts.hostname,
        port=parts.port or _SENDING_PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        is_encrypted=parts.scheme == "smtps",
    )


def mail_address(text: str) -> str:
    """Read an e-mail address; raises ValueError for what is none."""
    name, _, domain = text.strip().rpartition("@")
    if not name or " " in name:
        raise ValueError(text)
    return f"{name}@{mail_domain(domain)}"


def listening_at(text: str) -> tuple[str, int]:
    """Read "host:port"; raises ValueError where either is missing."""
    host, _, port = text.rpartition(":")
    if not host or not 0 < int(port) < 65536:
        raise ValueError(text)
    return host.strip("[]"), int(port)


def mail_domain(text: str) -> str:
    """Read a domain; raises ValueError for what is none."""
    domain = text.strip().lower().lstrip("@").rstrip(".")
    if not domain or any(character in domain for character in " /@:"):
        raise ValueError(text)
    return domain
