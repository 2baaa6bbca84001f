"""The processes that use one thing of a house's together: each holds a lock on a file as long as it does.

The operating system takes a lock away when its process ends, however it ends (fcntl(2)), so none is ever stale.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from octavo.core.errors import Fatal

_TURN, _USE = 0, 1
"""The file's bytes on which the locks are."""


class Users:
    """This process among the users that `file` counts. Open it once in a process: closing gives up all its locks.

    Raises Fatal where the file cannot be opened or locked.
    """

    def __init__(self, file: Path) -> None:
        try:
            self._file = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.lockf(self._file, fcntl.LOCK_UN, 1, _USE)
        except OSError as error:
            raise Fatal(
                f"{file} cannot be opened and locked ({error.strerror}); run octavo as the user whose data directory "
                "that is, on a file system that has locks"
            ) from None

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until no other process begins or ends its use."""
        fcntl.lockf(self._file, fcntl.LOCK_EX, 1, _TURN)
        try:
            yield
        finally:
            fcntl.lockf(self._file, fcntl.LOCK_UN, 1, _TURN)

    def join(self) -> None:
        """Be one of the users from now on."""
        fcntl.lockf(self._file, fcntl.LOCK_SH, 1, _USE)

    def is_alone(self) -> bool:
        """Tell whether there is no other user; to be asked by one."""
        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _USE)
        except OSError:
            return False
        self.join()
        return True

    def close(self) -> None:
        """Be no user any more."""
        os.close(self._file)
