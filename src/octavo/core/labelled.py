"""Labelled lines: what stages are evaluated on, one JSON object a line, plain or gzipped."""

import gzip
from collections.abc import Sequence, Set
from pathlib import Path
from typing import Any

import orjson

from octavo.core.errors import BadInput


def labelled_lines(path: Path, keys: Set[str], what: str) -> list[dict[str, Any]]:
    """Return the lines of a file of `what`, each of which has all of `keys`.

    Raises BadInput for a file that is no JSON lines, is empty, or holds a line of another kind.
    """
    packed = path.read_bytes()
    try:
        text = gzip.decompress(packed) if packed[:2] == b"\x1f\x8b" else packed
        lines = [orjson.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, OSError, EOFError) as error:
        raise BadInput(f"{path} is not JSON lines: {error}") from None
    if not lines or not all(isinstance(line, dict) and keys <= set(line) for line in lines):
        raise BadInput(f"{path} holds no {what}; each line needs {', '.join(sorted(keys))}")
    return lines


def share(right: Sequence[bool]) -> float:
    """Return the share of what is right, to four places; 0 of nothing."""
    return round(sum(right) / len(right), 4) if right else 0.0
