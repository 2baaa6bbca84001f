"""Peak memory: of processes together, as a bench watches them, and of one that reads bodies and does nothing else.

    python bench/memory.py MODULE:FUNCTION < pickled bodies, one after the other

prints the largest resident size in megabytes, Python and the library included.
"""

import importlib
import pickle
import resource
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

PAUSE_SECONDS = 0.05


class Peak:
    """The most that processes took together: their proportional sizes (PSS), so that shared pages count once."""

    def __init__(self) -> None:
        self.megabytes = 0.0

    @contextmanager
    def watching(self, processes: Callable[[], Iterable[psutil.Process]]) -> Iterator[None]:
        """Look at what `processes` gives twenty times a second while the block lasts."""
        ended = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(processes, ended))
        watcher.start()
        try:
            yield
        finally:
            ended.set()
            watcher.join()

    def _watch(self, processes: Callable[[], Iterable[psutil.Process]], ended: threading.Event) -> None:
        while not ended.wait(PAUSE_SECONDS):
            self.megabytes = max(self.megabytes, sum(map(proportional_megabytes, processes())))


def proportional_megabytes(process: psutil.Process) -> float:
    """Return a process's proportional size; 0 for one that has ended."""
    with suppress(OSError):
        lines = Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines()
        return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
    return 0.0


def with_children(process: psutil.Process) -> list[psutil.Process]:
    """Return a process and all below it that are there now."""
    try:
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def peak_of_reading(function: str, bodies: Iterable[object]) -> int:
    """Return the peak in megabytes of a process that reads `bodies` with MODULE:FUNCTION, one after the other."""
    command = [sys.executable, __file__, function]
    given = b"".join(map(pickle.dumps, bodies))
    return int(subprocess.run(command, input=given, stdout=subprocess.PIPE, check=True).stdout)


def main(function: str) -> None:
    """Read what comes on standard input, and print the peak."""
    module, _, name = function.partition(":")
    read = getattr(importlib.import_module(module), name)
    with suppress(EOFError):
        while True:
            read(pickle.load(sys.stdin.buffer))
    print(round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


if __name__ == "__main__":
    main(sys.argv[1])
