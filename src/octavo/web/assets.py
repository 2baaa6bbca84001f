"""Static files: served under addresses that carry their content's hash, and so kept by browsers for good."""

import mimetypes
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from xxhash import xxh3_64_hexdigest

STATIC = Path(__file__).resolve().parent / "static"
FOREVER = "public, max-age=31536000, immutable"
TYPES = {".woff2": "font/woff2", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
STYLE = "octavo.css"
"""The name under which all style sheets are served as one, in the order of `STYLE_SHEETS`."""
STYLE_SHEETS = (
    "tokens",
    "base",
    "frame",
    "cards",
    "front",
    "reading",
    "story",
    "lists",
    "asking",
    "people",
    "discussion",
    "desk",
    "scripts",
    "editions",
    "helps",
    "print",
)

_ASSET = re.compile(rb"asset:([\w./-]+)")


@cache
def _files() -> Mapping[str, Path]:
    """Return all static files by their paths: what somebody asks for is looked up here, and nowhere on the disk."""
    return {file.relative_to(STATIC).as_posix(): file for file in STATIC.rglob("*") if file.is_file()}


def _content(path: str) -> bytes | None:
    return _read(path) if path == STYLE or path in _files() else None


@cache
def _read(path: str) -> bytes:
    if path == STYLE:
        return b"".join(_with_addresses(STATIC / "css" / f"{name}.css") for name in STYLE_SHEETS)
    file = _files()[path]
    return _with_addresses(file) if file.suffix == ".js" and file.parent.name == "js" else file.read_bytes()


def _with_addresses(file: Path) -> bytes:
    """Return a style sheet or a module with the addresses of the files that it names as `asset:...`."""
    return _ASSET.sub(lambda found: asset_url(found[1].decode()).encode(), file.read_bytes())


@cache
def asset_url(path: str) -> str:
    """Return the address of a file under `static`."""
    content = _content(path)
    if content is None:
        raise FileNotFoundError(path)
    return f"/static/{xxh3_64_hexdigest(content)[:10]}/{path}"


@require_safe
def asset(request: HttpRequest, digest: str, path: str) -> HttpResponse:
    """Serve a static file; under another digest than its own it is not kept by the browser."""
    content = _content(path)
    if content is None:
        raise Http404
    kind = TYPES.get(Path(path).suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    is_current = asset_url(path) == f"/static/{digest}/{path}"
    return HttpResponse(content, content_type=kind, headers={"Cache-Control": FOREVER if is_current else "no-cache"})
