"""The web process: `python -m octavo.web.server HOST PORT`, started by `octavo up`."""

import sys

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from octavo.config.child import follow_parent

STOP_SECONDS = 5
THREADS_COUNT = 24
"""More than pictures may take, so that pages are served while publishers' pictures are slow."""


def main(host: str, port: int) -> None:
    """Serve pages until told to stop, or until the parent is gone."""
    follow_parent()
    Granian(
        "octavo.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS_COUNT,
        workers_kill_timeout=STOP_SECONDS,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
