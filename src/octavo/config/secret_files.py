"""Secrets that a house makes for itself and keeps in its data directory."""

import secrets
from collections.abc import Callable
from pathlib import Path


def secret_in(file: Path, make: Callable[[], bytes]) -> bytes:
    """Return the secret kept in `file` for its owner alone; made at first use, once by however many processes."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
        fresh.touch(mode=0o600)
        fresh.write_bytes(make())
        if not file.exists():
            fresh.rename(file)
        fresh.unlink(missing_ok=True)
    return file.read_bytes()
