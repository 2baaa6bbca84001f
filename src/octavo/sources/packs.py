"""Starter packs: publishers and their feeds by country and topic, in files that people can edit and review."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from octavo.core.errors import Fatal


@dataclass(frozen=True, slots=True)
class PackPublisher:
    """A publisher as a pack names it, in its own script."""

    name: str
    home: str
    country: str
    """ISO 3166-1 alpha-2; "" for one of no country."""
    languages: tuple[str, ...]
    feeds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """Publishers that belong together."""

    name: str
    title: str
    country: str
    languages: tuple[str, ...]
    topics: tuple[str, ...]
    provenance: tuple[str, ...]
    """The public lists that the addresses come from, each with its licence."""
    publishers: tuple[PackPublisher, ...]

    @property
    def feeds_count(self) -> int:
        return sum(len(publisher.feeds) for publisher in self.publishers)


@cache
def load() -> Mapping[str, Pack]:
    """Return every pack by name, in the order of names. Raises Fatal for a file of another form."""
    found = {}
    for file in sorted(files("octavo.sources").joinpath("packs_data").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            pack = _pack(file.name, file.read_text(encoding="utf-8"))
            found[pack.name] = pack
    return found


def _pack(file_name: str, text: str) -> Pack:
    try:
        data: dict[str, Any] = tomllib.loads(text)
        publishers = tuple(_publisher(found) for found in data.pop("publishers"))
        return Pack(**_tuples(data), publishers=publishers)
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise Fatal(f"the starter pack {file_name} is not of the form of the others: {error}") from error


def _publisher(data: Mapping[str, Any]) -> PackPublisher:
    return PackPublisher(**_tuples(data))


def _tuples(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
