"""Web Push: what a push is made of (RFC 8030, 8291, 8292), and what its service's answer means. No network here."""

import base64
import ipaddress
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid import Vapid02
from pywebpush import WebPusher

from octavo.config.secret_files import secret_in
from octavo.core.errors import BadInput
from octavo.core.types import Refusal, Request, Response

KEPT_SECONDS = 86_400
"""How long a push service keeps a push for a device that is off: yesterday's news needs no push."""
SIGNED_SECONDS = 12 * 3_600
"""How long a signature holds; RFC 8292 allows a day."""
CONTENT_LIMIT_BYTES = 3_000
"""Of what is encrypted; services take 4,096 bytes with the frame (RFC 8030, 7.2)."""
POINT_BYTES, SECRET_BYTES = 65, 16


@dataclass(frozen=True, slots=True)
class Address:
    """Where one browser is reached, and the keys that only it can open what is sent with."""

    endpoint: str
    p256dh: str
    auth: str


class Fate(Enum):
    """What became of a push."""

    SENT = auto()
    GONE = auto()
    """The browser takes no more pushes: forget it."""
    LATER = auto()
    REFUSED = auto()
    """Sent again it would be refused again."""


def address_of(given: Mapping[str, Any]) -> Address:
    """Return what a browser's PushSubscription says. Raises BadInput where it cannot be pushed to."""
    keys = given.get("keys")
    keys = keys if isinstance(keys, Mapping) else {}
    endpoint, p256dh, auth = (str(one or "") for one in (given.get("endpoint"), keys.get("p256dh"), keys.get("auth")))
    if not is_trustworthy(endpoint) or len(endpoint) > 1_000:
        raise BadInput("a push service has an https address")
    try:
        point, secret = _decoded(p256dh), _decoded(auth)
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError:
        raise BadInput("the browser's key is none of the curve P-256") from None
    if len(point) != POINT_BYTES or len(secret) != SECRET_BYTES:
        raise BadInput("the browser's keys have another length than RFC 8291 wants")
    return Address(endpoint, p256dh.rstrip("="), auth.rstrip("="))


def is_trustworthy(url: str) -> bool:
    """Tell whether an address is https, or of this machine itself (W3C Secure Contexts, 3.1)."""
    found = _ADDRESS.fullmatch(url)
    return bool(found and (found[1] == "https" or _is_loopback(found[2])))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


_ADDRESS = re.compile(r"(https?)://([A-Za-z0-9.\-]+)(?::\d{1,5})?/\S*")
"""As push services write it; other spellings of hosts are no audience of a signature (RFC 8292, 2)."""


def push(to: Address, content: Mapping[str, Any], topic: str, key: Vapid02, facts: "Sender") -> Request:
    """Return the request that brings `content` to one browser, encrypted for it and signed with `key`.

    Of several with one `topic` a service keeps the last (RFC 8030, 5.4).
    """
    keys = {"p256dh": to.p256dh, "auth": to.auth}
    sealed = WebPusher({"endpoint": to.endpoint, "keys": keys}).encode(_fitting(content), "aes128gcm")
    parts = urlsplit(to.endpoint)
    claims = {
        "aud": f"{parts.scheme}://{parts.netloc}",
        "exp": int(facts.now.timestamp()) + SIGNED_SECONDS,
        "sub": facts.contact,
    }
    headers = {
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(KEPT_SECONDS),
        "Urgency": "normal",
        **({"Topic": topic} if topic else {}),
        **key.sign(claims),
    }
    return Request(to.endpoint, body=sealed["body"], headers=tuple(headers.items()))


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends, and when."""

    contact: str
    """Where the operator of a push service reaches the house: a mailto: or https: address (RFC 8292, 2.1)."""
    now: datetime


def fate(answer: Response | Refusal) -> Fate:
    """Return what a push service's answer means (RFC 8030, 5 and 7.3)."""
    if isinstance(answer, Refusal):
        return Fate.REFUSED if answer.reason in ("bad-address", "not-public") else Fate.LATER
    if 200 <= answer.status < 300:
        return Fate.SENT
    if answer.status in (404, 410):
        return Fate.GONE
    return Fate.LATER if answer.status == 429 or answer.status >= 500 else Fate.REFUSED


def _fitting(content: Mapping[str, Any]) -> bytes:
    """Return content as JSON; its body, which may be long, is cut to what a push holds."""
    made = json.dumps(content, ensure_ascii=False).encode()
    if len(made) <= CONTENT_LIMIT_BYTES:
        return made
    body = str(content.get("body", ""))[: CONTENT_LIMIT_BYTES // 12]
    title = str(content.get("title", ""))[: CONTENT_LIMIT_BYTES // 12]
    return json.dumps({**content, "title": title, "body": body}, ensure_ascii=False).encode()


def public_key(key: Vapid02) -> str:
    """Return the key that browsers subscribe with (RFC 8292, 3.2): the point, uncompressed, in base64url."""
    point = key.public_key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(point).rstrip(b"=").decode()


def house_key(file: Path) -> Vapid02:
    """Return the house's key kept in `file`, made at first use."""
    return Vapid02.from_pem(secret_in(file, _made_key))


def _made_key() -> bytes:
    made = Vapid02()
    made.generate_keys()
    pem: bytes = made.private_pem()
    return pem


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4))
