"""Octavo's settings: the only reader of the environment.

Every variable is `OCTAVO_` and the field's name in capitals; a secret may also come from a file named by
`OCTAVO_..._FILE`. Unknown or malformed values stop the start with the variable's name. docs/deploy.md lists them all.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from octavo.config.mail import (
    ImapAddress,
    SmtpAddress,
    imap_address,
    listening_at,
    mail_address,
    mail_domain,
    smtp_address,
)
from octavo.core.errors import BadInput

PREFIX = "OCTAVO_"
SECRETS = ("database_url", "secret_key", "mail_imap", "ai_key", "smtp")

Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Settings:
    data: Path
    """The data directory: embedded database, picture cache, secret key."""
    database_url: str = ""
    """An outside PostgreSQL; empty for the embedded one."""
    secret_key: str = ""
    """Signs sessions and picture addresses; made and kept in the data directory where empty."""
    allow_networks: tuple[Network, ...] = ()
    """Networks that fetch may reach although they are not public."""
    allowed_hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")
    """Host names that the web server answers to."""
    public_url: str = ""
    """Where the world reaches this house, like https://news.example; hubs push there. Empty: nowhere."""
    host_connections_count: int = 2
    """Requests at one host at a time."""
    fetch_seconds: float = 30.0
    """How long one address may take to answer in full, redirects included."""
    page_pause_seconds: float = 1.0
    """Pause between page requests at one host."""
    vectors: bool = True
    """Whether folding and search use sentence vectors."""
    embedder: Path | None = None
    """A directory with a model of sentence vectors that `octavo embedder` has fitted; none: Octavo's own."""
    ai: bool = True
    """Whether stories are summarised; off removes every machine-made text from pages."""
    ai_url: str = ""
    """An OpenAI-compatible endpoint, like http://127.0.0.1:11434/v1; empty: no language model is asked."""
    ai_model: str = ""
    """The model that is asked there."""
    ai_key: str = field(default="", repr=False)
    """What shows the endpoint who asks."""
    ai_seconds: float = 120.0
    """How long one answer of the model may take."""
    ai_day_tokens_count: int = 1_000_000
    """Tokens, read and written, that the whole house may spend in a day (UTC)."""
    ai_person_day_tokens_count: int = 50_000
    """Of these, what one person may."""
    ai_calls_days: int = 90
    """How long it is remembered what was sent to a model, and what it cost."""
    ai_price_in: float = 0.0
    """Of a million tokens that the model reads, in the operator's currency."""
    ai_price_out: float = 0.0
    """Of a million tokens that it writes."""
    speech_voices: Path | None = None
    """A directory of piper's voices, like en_US-joe-medium.onnx with its .json; none: espeak-ng alone speaks."""
    speech_piper: str = ""
    """Where piper is; empty: looked for on the path."""
    sounds_bytes: int = 1_000_000_000
    """What recordings may take on disk; those heard longest ago give way."""
    render: bool = False
    """Whether pages that are nothing without their scripts are filled by a browser."""
    readers_count: int = 1
    """Processes of `octavo up` that read feeds and pages."""
    pictures_bytes: int = 2_000_000_000
    """What publishers' pictures may take on disk; those looked at longest ago give way."""
    comments: str = "people"
    """Who may write comments: off (nobody, and none are shown), people (those who are signed in), open (everybody;
    what comes without an account is read by a moderator first)."""
    mail_listen: tuple[str, int] | None = None
    """Host and port at which newsletters are received over SMTP; none: not at all."""
    mail_domain: str = ""
    """What stands behind the @ of the address that newsletters are sent to."""
    mail_imap: ImapAddress | None = None
    """A mailbox that is asked for newsletters."""
    sign_up: str = "invitation"
    """Who may make an account: everyone (open), whoever has an invitation, or nobody (off)."""
    smtp: SmtpAddress | None = None
    """What sends mail to people; none: no mail is sent, and none is asked for."""
    mail_from: str = ""
    """The address that mail to people comes from."""
    proxies_count: int = 0
    """How many proxies stand before the web server, each adding to X-Forwarded-For whom it was asked by."""


def _networks(value: str) -> tuple[Network, ...]:
    return tuple(ip_network(part, strict=False) for part in _words(value))


def _words(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _switch(value: str) -> bool:
    return {"on": True, "off": False}[value.lower()]


def _commenters(value: str) -> str:
    return {one: one for one in ("off", "people", "open")}[value.lower()]


def _sign_up(value: str) -> str:
    if value.lower() not in ("open", "invitation", "off"):
        raise ValueError(value)
    return value.lower()


def _count_or_none(value: str) -> int:
    count = int(value)
    if count < 0:
        raise ValueError(value)
    return count


def _count(value: str) -> int:
    count = int(value)
    if count < 1:
        raise ValueError(value)
    return count


def _seconds(value: str) -> float:
    seconds = float(value)
    if not 0 <= seconds < 3600:
        raise ValueError(value)
    return seconds


def _price(value: str) -> float:
    price = float(value)
    if not 0 <= price < 1_000_000:
        raise ValueError(value)
    return price


def _web_address(value: str) -> str:
    parts = urlsplit(value)
    if value and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise ValueError(value)
    return value.rstrip("/")


def _directory(value: str) -> Path:
    return Path(value).expanduser().absolute()


_READERS: Mapping[str, tuple[Callable[[str], object], str]] = {
    "data": (_directory, "a directory"),
    "database_url": (str, "a postgresql:// address"),
    "secret_key": (str, "a long random text"),
    "allow_networks": (_networks, "networks like 10.0.0.0/8, comma-separated"),
    "allowed_hosts": (_words, "host names, comma-separated"),
    "public_url": (_web_address, "an address like https://news.example"),
    "host_connections_count": (_count, "a whole number from 1"),
    "fetch_seconds": (_seconds, "seconds, from 0 to 3600"),
    "page_pause_seconds": (_seconds, "seconds, from 0 to 3600"),
    "vectors": (_switch, "on or off"),
    "embedder": (_directory, "a directory with a model that octavo embedder has fitted"),
    "ai": (_switch, "on or off"),
    "ai_url": (_web_address, "an address like http://127.0.0.1:11434/v1"),
    "ai_model": (str, "a model's name"),
    "ai_key": (str, "the endpoint's key"),
    "ai_seconds": (_seconds, "seconds, from 0 to 3600"),
    "ai_day_tokens_count": (_count, "a whole number from 1"),
    "ai_person_day_tokens_count": (_count, "a whole number from 1"),
    "ai_calls_days": (_count, "a whole number of days, from 1"),
    "ai_price_in": (_price, "a price for a million tokens, like 0.15"),
    "ai_price_out": (_price, "a price for a million tokens, like 0.60"),
    "speech_voices": (_directory, "a directory"),
    "speech_piper": (str, "a program"),
    "sounds_bytes": (_count, "a whole number of bytes"),
    "render": (_switch, "on or off"),
    "readers_count": (_count, "a whole number from 1"),
    "pictures_bytes": (_count, "a whole number of bytes"),
    "comments": (_commenters, "off, people or open"),
    "mail_listen": (listening_at, "a host and a port like 0.0.0.0:2525"),
    "mail_domain": (mail_domain, "a domain like news.example.org"),
    "mail_imap": (imap_address, "a mailbox like imaps://user:password@imap.example.org/INBOX"),
    "sign_up": (_sign_up, "open, invitation or off"),
    "smtp": (smtp_address, "a mail server like smtps://user:password@smtp.example.org"),
    "mail_from": (mail_address, "an address like octavo@example.org"),
    "proxies_count": (_count_or_none, "a whole number from 0"),
}


def read(environment: Mapping[str, str]) -> Settings:
    """Return the settings that `environment` holds.

    Raises BadInput, naming the variable, for one that is unknown or malformed.
    """
    given = {name: value for name, value in environment.items() if name.startswith(PREFIX)}
    values: dict[str, object] = {}
    for name, text in given.items():
        field, text = _field_and_text(name, text)
        reader, form = _READERS[field]
        try:
            values[field] = reader(text)
        except (ValueError, KeyError):
            raise BadInput(f"{name} is not understood; it takes {form}") from None
    if "data" not in values:
        from platformdirs import user_data_path

        values["data"] = user_data_path("octavo")
    if "mail_listen" in values and "mail_domain" not in values:
        raise BadInput("OCTAVO_MAIL_LISTEN needs OCTAVO_MAIL_DOMAIN: what stands behind the @ of the letters' address")
    if values.get("ai_url") and not values.get("ai_model"):
        raise BadInput("OCTAVO_AI_URL needs OCTAVO_AI_MODEL: which model is asked there")
    if "smtp" in values and "mail_from" not in values:
        raise BadInput("OCTAVO_SMTP needs OCTAVO_MAIL_FROM: the address that mail to people comes from")
    return Settings(**values)  # type: ignore[arg-type]


def _field_and_text(name: str, text: str) -> tuple[str, str]:
    field = name.removeprefix(PREFIX).lower()
    if field.endswith("_file") and field.removesuffix("_file") in SECRETS:
        try:
            return field.removesuffix("_file"), Path(text).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise BadInput(f"{name} names a file that cannot be read: {error.strerror}") from None
    if field not in _READERS:
        raise BadInput(f"{name} is no setting of Octavo; docs/deploy.md lists them")
    return field, text


@cache
def current() -> Settings:
    """Return the settings of this process, read once."""
    return read(os.environ)


def override(**values: str) -> None:
    """Set variables for this process and those that it starts; an explicit option outranks the environment."""
    for name, value in values.items():
        os.environ[PREFIX + name.upper()] = value
    current.cache_clear()


def withdraw(field: str) -> None:
    """Take back what `override` set."""
    os.environ.pop(PREFIX + field.upper(), None)
    current.cache_clear()


assert {field.name for field in fields(Settings)} == set(_READERS)
