"""What one page may take of a process: processor time and memory, held by the kernel."""

import contextlib
import os
import signal
from pathlib import Path

try:
    import resource
except ImportError:  # Windows: only the crew's clock watches there
    resource = None  # type: ignore[assignment]

_STATUS = Path("/proc/self/status")


def limit_memory(more_bytes: int) -> None:
    """Let this process take at most `more_bytes` more than it has; beyond that, MemoryError."""
    if resource is None or not (held := _held("VmData")):
        return
    with contextlib.suppress(ValueError, OSError):
        limit = held + more_bytes
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def limit_processor(more_seconds: float) -> None:
    """Let this process run at most `more_seconds` more, to whole seconds; beyond that, it dies of SIGXCPU."""
    if resource is None:
        return
    spent = sum(os.times()[:2])
    with contextlib.suppress(ValueError, OSError):
        _, hardest = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(spent + more_seconds) + 1, hardest))


def died_of_time(exit_code: int | None) -> bool:
    """Tell whether a process's exit code says that it ran longer than `limit_processor` let it."""
    return resource is not None and exit_code == -signal.SIGXCPU


def resident_bytes() -> int:
    """Return the memory that this process holds, 0 where that cannot be told."""
    return _held("VmRSS")


def _held(name: str) -> int:
    try:
        lines = _STATUS.read_text("ascii", "replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:")), 0)
