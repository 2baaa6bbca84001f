"""What every process that `octavo up` starts does first."""

import os
import signal
import threading
import time

from octavo.config.boot import DJANGO_SETTINGS

GRACE_SECONDS = 10.0
"""How long a process without a parent may tidy up."""


def follow_parent() -> None:
    """Point Django at its settings, and end this process when the one that started it is gone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", DJANGO_SETTINGS)
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1.0)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True, name="follow-parent").start()
