"""Files kept on disk up to a bound."""

import os
from pathlib import Path

from octavo.fetch.kept_files import KeptFiles

LIMIT_BYTES = 10_000
FILE_BYTES = 300


def _kept_bytes(directory: Path) -> int:
    return sum(file.stat().st_size for file in directory.rglob("*.*"))


def test_what_is_kept_never_grows_beyond_the_bound(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path, LIMIT_BYTES)
    for number in range(100):
        kept.write(f"{number:04}.bin", bytes(FILE_BYTES))
        assert _kept_bytes(tmp_path) <= LIMIT_BYTES
    assert _kept_bytes(tmp_path) > LIMIT_BYTES / 2


def test_what_was_used_longest_ago_gives_way_first(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path, LIMIT_BYTES)
    for number in range(20):
        kept.write(f"{number:04}.bin", bytes(FILE_BYTES))
        os.utime(kept.path(f"{number:04}.bin"), (number, number))
    assert kept.read("0000.bin") == bytes(FILE_BYTES)
    for number in range(20, 40):
        kept.write(f"{number:04}.bin", bytes(FILE_BYTES))
    assert kept.read("0000.bin") is not None
    assert kept.read("0001.bin") is None


def test_a_house_that_starts_with_too_much_is_pruned_at_the_first_file(tmp_path: Path) -> None:
    earlier = KeptFiles(tmp_path, 100 * LIMIT_BYTES)
    for number in range(100):
        earlier.write(f"{number:04}.bin", bytes(FILE_BYTES))
    KeptFiles(tmp_path, LIMIT_BYTES).write("new.bin", b"x")
    assert _kept_bytes(tmp_path) <= LIMIT_BYTES
