"""A browser as far as Web Push goes: the keys of its subscription, and opening what was sealed for it (RFC 8291)."""

import base64
import json
import secrets
from typing import Any

import http_ece
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec


class Receiver:
    def __init__(self, endpoint: str) -> None:
        self.endpoint = endpoint
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._auth = secrets.token_bytes(16)

    def subscription(self) -> dict[str, Any]:
        """Return what `PushSubscription.toJSON()` says."""
        point = self._key.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        return {"endpoint": self.endpoint, "keys": {"p256dh": text_of(point), "auth": text_of(self._auth)}}

    def opened(self, body: bytes) -> Any:
        """Return the JSON that was sealed for this browser."""
        plain = http_ece.decrypt(body, private_key=self._key, auth_secret=self._auth, version="aes128gcm")
        return json.loads(plain)


def text_of(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
