"""Files kept on disk up to a bound; those used longest ago give way first."""

import os
import time
from itertools import count
from pathlib import Path
from threading import Lock

PRUNED_SHARE = 0.9
"""Of the bound, what pruning leaves."""
UNSEEN_SHARE = 0.05
"""Of the bound, what may be written until the directory is looked through again: together less than the bound."""
TOUCH_SECONDS = 3600.0
"""A file's time of use is written no more often than this."""

_numbers = count()


class KeptFiles:
    """Files of one directory, found by name; safe between threads, and between processes but for the bound."""

    def __init__(self, directory: Path, limit_bytes: int) -> None:
        self._directory = directory
        self._limit_bytes = limit_bytes
        self._unseen_bytes: float = limit_bytes
        self._lock = Lock()

    def path(self, name: str) -> Path:
        return self._directory / name[:2] / name

    def read(self, name: str) -> bytes | None:
        """Return a file's content, None for one that is not kept."""
        file = self.path(name)
        try:
            content = file.read_bytes()
            if time.time() - file.stat().st_mtime > TOUCH_SECONDS:
                os.utime(file)
        except OSError:
            return None
        return content

    def write(self, name: str, content: bytes) -> None:
        """Keep a file whole or not at all."""
        file = self.path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"{name}.{os.getpid()}.{next(_numbers)}")
        fresh.write_bytes(content)
        fresh.rename(file)
        with self._lock:
            self._unseen_bytes += len(content)
            if self._unseen_bytes > self._limit_bytes * UNSEEN_SHARE:
                self._prune()
                self._unseen_bytes = 0

    def _prune(self) -> None:
        found = [(file.stat(), file) for file in self._directory.glob("??/*") if file.is_file()]
        total_bytes = sum(known.st_size for known, _ in found)
        if total_bytes <= self._limit_bytes * (1 - UNSEEN_SHARE):
            return
        for known, file in sorted(found, key=lambda one: one[0].st_mtime):
            if total_bytes <= self._limit_bytes * PRUNED_SHARE:
                break
            file.unlink(missing_ok=True)
            total_bytes -= known.st_size
