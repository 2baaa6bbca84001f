"""Where newsletters arrive, as settings spell it."""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

_PORTS = {"imaps": 993, "imap": 143}


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
