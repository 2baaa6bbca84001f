"""What the C library does with memory that is let go."""

import ctypes
from contextlib import suppress

LARGE_BYTES = 1 << 20
KEPT_BYTES = 8 << 20
"""Free memory that stays at hand: to ask the system anew for each small block would take longer."""
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""Names of glibc's settings (mallopt(3)). Once set, glibc no longer raises them by itself."""


def return_large_blocks() -> None:
    """Have each large block go back to the system when it is let go.

    By itself glibc soon keeps blocks of up to 32 MB, and a few bodies of 10 MB leave holes that nothing fills. Other C
    libraries have no such setting.
    """
    with suppress(AttributeError, OSError, TypeError):
        library = ctypes.CDLL(None)
        library.mallopt(_MMAP_THRESHOLD, LARGE_BYTES)
        library.mallopt(_TRIM_THRESHOLD, KEPT_BYTES)
