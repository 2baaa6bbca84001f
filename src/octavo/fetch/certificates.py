"""The system's certificates, read once, with the first secure request.

aiohttp reads them twice when it is imported, which takes 50 ms of processor time in every process that may fetch. To
put that off, this module has to be imported before it.
"""

import ssl
import threading
from functools import cache

_read = ssl.SSLContext.set_default_verify_paths
_importer = threading.get_ident()


def _read_elsewhere(context: ssl.SSLContext) -> None:
    """Read them for other threads than that which imports aiohttp."""
    if threading.get_ident() != _importer:
        _read(context)


ssl.SSLContext.set_default_verify_paths = _read_elsewhere  # type: ignore[method-assign, assignment]
try:
    import aiohttp  # noqa: F401
finally:
    ssl.SSLContext.set_default_verify_paths = _read  # type: ignore[method-assign]


@cache
def trusted() -> ssl.SSLContext:
    """Return the context of secure requests, made as aiohttp makes its own."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(("http/1.1",))
    return context
