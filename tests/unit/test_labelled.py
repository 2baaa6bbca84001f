"""Labelled lines are read whole, or it is said what is wrong with the file."""

import gzip
from pathlib import Path

import pytest

from octavo.core.errors import BadInput
from octavo.core.labelled import labelled_lines

LINES = b'{"text": "One", "label": 1}\n\n{"text": "Two", "label": 2, "more": 3}\n'


@pytest.mark.parametrize("body", [LINES, gzip.compress(LINES, mtime=0)], ids=["plain", "gzipped"])
def test_lines_are_read_plain_or_gzipped(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "lines"
    file.write_bytes(body)
    assert [line["text"] for line in labelled_lines(file, {"text", "label"}, "labels")] == ["One", "Two"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "holds no labels"),
        (b"[1]\n", "holds no labels"),
        (LINES + b'{"text": "No label"}\n', "needs label, text"),
        (b"# A heading\n", "not JSON lines"),
        (gzip.compress(LINES, mtime=0)[:20], "not JSON lines"),
    ],
    ids=["empty", "lists", "one-without", "text", "cut"],
)
def test_what_is_wrong_is_said(tmp_path: Path, body: bytes, says: str) -> None:
    file = tmp_path / "lines"
    file.write_bytes(body)
    with pytest.raises(BadInput, match=says):
        labelled_lines(file, {"text", "label"}, "labels")
