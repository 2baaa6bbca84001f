"""The models of Firefox's translations that lie on this machine, a directory for each pair, and how one gets there."""

import gzip
import hashlib
import io
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import orjson

from octavo import fetch
from octavo.config import settings
from octavo.core.errors import BadInput, GiveUp
from octavo.core.types import Refusal, Request

REVISION = "01bc653302477380dad073e734f53623fd967923"
"""Of mozilla/firefox-translations-models: its registry lists some fifty pairs with the hash of every file."""
REGISTRY_URL = "https://raw.githubusercontent.com/mozilla/firefox-translations-models/{revision}/registry.json"
FILES_URL = "https://media.githubusercontent.com/media/mozilla/firefox-translations-models/{revision}/{path}"
FILE_LIMIT_BYTES = 100_000_000
"""Models have 17 to 60 MB."""
FILE_SECONDS = 1_800.0
BETWEEN = "en"
"""What other pairs are translated through: Mozilla's models lead into English or out of it."""
_REVISION = re.compile(r"[0-9a-f]{40}")
_NAME = re.compile(r"[\w.-]+")
_PAIR = re.compile(r"([a-z]{2,3})-([a-z]{2,3})")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where models are fetched from: addresses with room for a revision, and for a file's path."""

    registry_url: str = REGISTRY_URL
    files_url: str = FILES_URL

    @classmethod
    def mirror(cls, base: str) -> "Origin":
        """Return the origin of a copy of Mozilla's repository, a directory for each revision."""
        return cls(f"{base.rstrip('/')}/{{revision}}/registry.json", f"{base.rstrip('/')}/{{revision}}/{{path}}")


def directory() -> Path:
    """Return where the pairs lie."""
    return settings.current().data / "translations"


def held() -> list[str]:
    """Return the pairs that lie here, as in "en-ko"."""
    names = (one.name for one in directory().glob("*-*") if _PAIR.fullmatch(one.name))
    return sorted(name for name in names if any((directory() / name).glob("model.*")))


def route(source: str, target: str) -> tuple[str, ...]:
    """Return the pairs that lead from one language into another, one after the other; none where nothing does."""
    here = set(held())
    ways = ((f"{source}-{target}",), (f"{source}-{BETWEEN}", f"{BETWEEN}-{target}"))
    return next((way for way in ways if here.issuperset(way)), ())


def fetch_pair(pair: str, revision: str = REVISION, origin: Origin | None = None) -> int:
    """Fetch the models of a pair like "en-ko", all of them or none; return their size in bytes.

    Raises BadInput for what is no pair, no revision or not there, GiveUp where a file does not come or is another one.
    """
    named = _PAIR.fullmatch(pair)
    if not named:
        raise BadInput(f"{pair!r} is no pair of languages; write one like en-ko")
    if not _REVISION.fullmatch(revision):
        raise BadInput(f"{revision!r} is no revision: the 40 hexadecimal digits of a commit are")
    files = _listed(named[1] + named[2], revision, origin or Origin())
    directory().mkdir(parents=True, exist_ok=True)
    fresh = Path(mkdtemp(dir=directory(), prefix=".fetching-"))
    try:
        for name, url, size, sha256 in files:
            (fresh / name).write_bytes(_file(url, size, sha256))
        shutil.rmtree(directory() / pair, ignore_errors=True)
        fresh.replace(directory() / pair)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return sum(size for _, _, size, _ in files)


def _listed(pair: str, revision: str, origin: Origin) -> list[tuple[str, str, int, str]]:
    """Return name, address, size and SHA-256 of a pair's files as a revision's registry has them."""
    url = origin.registry_url.format(revision=revision)
    try:
        registry = orjson.loads(_body(Request(url)))
        entries = registry[pair]
    except KeyError:
        known = ", ".join(sorted(f"{one[:2]}-{one[2:]}" for one in registry if len(one) == 4))
        raise BadInput(f"there is no model for {pair[:2]}-{pair[2:]} at this revision; there are {known}") from None
    except (ValueError, TypeError):
        raise GiveUp(f"{url} holds no list of models") from None
    try:
        return list(_files(pair, entries, origin.files_url, revision))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise GiveUp(f"{url} does not say what belongs to this pair") from None


def _files(pair: str, entries: Mapping[str, Any], url: str, revision: str) -> Iterator[tuple[str, str, int, str]]:
    for entry in entries.values():
        name, kind = str(entry["name"]), str(entry["modelType"])
        if not _NAME.fullmatch(name) or not _NAME.fullmatch(kind):
            raise ValueError(name)
        path = f"models/{kind}/{pair}/{name}.gz"
        yield name, url.format(revision=revision, path=path), int(entry["size"]), str(entry["expectedSha256Hash"])


def _file(url: str, size: int, sha256: str) -> bytes:
    if size > FILE_LIMIT_BYTES:
        raise GiveUp(f"{url} is larger than any model")
    packed = _body(Request(url, limit_bytes=FILE_LIMIT_BYTES, seconds=FILE_SECONDS))
    try:
        with gzip.open(io.BytesIO(packed)) as file:
            content = file.read(size + 1)
    except (OSError, EOFError):
        raise GiveUp(f"{url} cannot be unpacked") from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise GiveUp(f"{url} is not the file that this revision lists")
    return content


def _body(request: Request) -> bytes:
    answer = fetch.fetch_once(request)
    if isinstance(answer, Refusal):
        raise GiveUp(f"{request.url} cannot be fetched: {answer.detail or answer.reason}")
    if answer.status != 200:
        raise GiveUp(f"{request.url} answers {answer.status}")
    return answer.body
