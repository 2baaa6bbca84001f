"""The certificates that the hostile quarter shows."""

import ssl
from collections.abc import Collection
from datetime import UTC, datetime, timedelta

import trustme

_AGO = timedelta(days=3)


def contexts(authority: trustme.CA, hosts: Collection[str]) -> dict[str, ssl.SSLContext]:
    """Return what a server shows as one of `hosts`, by how it goes for who trusts `authority`."""
    now, anyone = datetime.now(UTC), trustme.CA()
    its_own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with anyone.cert_pem.tempfile() as certificate, anyone.private_key_pem.tempfile() as key:
        its_own.load_cert_chain(certificate, key)
    return {
        "vouched-for": _shown(authority.issue_cert(*hosts)),
        "expired": _shown(authority.issue_cert(*hosts, not_before=now - 2 * _AGO, not_after=now - _AGO)),
        "to-come": _shown(authority.issue_cert(*hosts, not_before=now + _AGO)),
        "anothers": _shown(authority.issue_cert("post.example")),
        "anyones": _shown(anyone.issue_cert(*hosts)),
        "its-own": its_own,
    }


def _shown(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context
