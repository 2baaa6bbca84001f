"""What goes wrong on the way, as refusals with a reason fit for counting."""

import ssl

import aiohttp

from octavo.core.types import Refusal
from octavo.fetch.guard import NotPublic
from octavo.fetch.unpacking import Broken


class Refused(Exception):
    """Carries a refusal out of the depth of a request; never leaves the door."""

    def __init__(self, reason: str, detail: str, after_seconds: float = 0.0) -> None:
        super().__init__(reason)
        self.refusal = Refusal("fetch", reason, detail, after_seconds)

    @classmethod
    def of(cls, refusal: Refusal) -> "Refused":
        return cls(refusal.reason, refusal.detail, refusal.after_seconds)


def explained(error: Exception) -> Refusal:
    """Return the refusal that an error of the network, of TLS or of what was sent amounts to."""
    if _is_out_of_bounds(error):
        return Refusal("fetch", "not-public", "the address is not public; OCTAVO_ALLOW_NETWORKS can allow it")
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        return Refusal("fetch", "tls", f"the connection is not safe: {_flaw(error)}")
    for kinds, reason, detail in _REASONS:
        if isinstance(error, kinds):
            return Refusal("fetch", reason, detail)
    return Refusal("fetch", "broken-answer", f"the answer is not understood: {str(error)[:200]}")


def _is_out_of_bounds(error: Exception) -> bool:
    """Look for the guard's refusal among the causes; of several failed addresses the message alone is left."""
    causes = (error, error.__cause__, getattr(error, "os_error", None))
    return any(isinstance(cause, NotPublic) or NotPublic.WORDS in str(cause) for cause in causes)


def _flaw(error: Exception) -> str:
    """Return what is wrong with a host's TLS, by OpenSSL's codes (X509_V_ERR in x509_vfy.h)."""
    if not isinstance(error, ssl.SSLCertVerificationError):
        return "the host does not speak TLS as it should"
    return _FLAWS.get(getattr(error.__cause__, "verify_code", 0), "its certificate is not valid")


_UNVOUCHED = "nobody whom this system trusts vouches for its certificate"
_ANOTHERS = "its certificate is for another host"
_FLAWS = {
    9: "its certificate is not valid yet",
    10: "its certificate has expired",
    **dict.fromkeys((18, 19, 20, 21), _UNVOUCHED),
    **dict.fromkeys((62, 64), _ANOTHERS),
}

_REASONS: tuple[tuple[tuple[type[Exception], ...], str, str], ...] = (
    ((aiohttp.ClientConnectorDNSError,), "unknown-host", "no host of this name is known, or there is no network"),
    ((aiohttp.ServerTimeoutError,), "timeout", "the host does not answer"),
    ((TimeoutError,), "timeout", "no whole answer in time"),
    ((aiohttp.ClientConnectorError,), "refused-connection", "the host refuses the connection"),
    ((aiohttp.ClientPayloadError, Broken), "broken-body", "the answer broke off or cannot be unpacked"),
    (
        (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError, ConnectionError),
        "broken-connection",
        "the host closed the connection",
    ),
)
