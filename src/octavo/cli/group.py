"""The process group of `octavo up`: children that are started, watched, restarted and stopped together."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from octavo.core.errors import Fatal

RESTARTS_COUNT = 5
RESTARTS_SECONDS = 60.0
STOP_SECONDS = 15.0


@dataclass
class Child:
    """One process of the group, and when it had to be started anew."""

    module: str
    arguments: Sequence[str]
    log: Path
    process: subprocess.Popen[bytes] | None = None
    restarts: list[float] = field(default_factory=list)

    def start(self) -> None:
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", self.module, *self.arguments]
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=os.environ)

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def restart(self) -> None:
        """Start the process anew; raises Fatal when it keeps ending."""
        now = time.monotonic()
        self.restarts = [moment for moment in self.restarts if now - moment < RESTARTS_SECONDS] + [now]
        if len(self.restarts) > RESTARTS_COUNT:
            raise Fatal(f"{self.module} keeps ending; {self.log} says why")
        self.start()


class Group:
    """Children in the order of their start."""

    def __init__(self, children: Sequence[Child]) -> None:
        self._children = children

    def __enter__(self) -> "Group":
        for child in self._children:
            child.start()
        return self

    def __exit__(self, *_: object) -> None:
        running = [child.process for child in self._children if child.process and child.is_running()]
        for process in running:
            process.terminate()
        give_up = time.monotonic() + STOP_SECONDS
        for process in running:
            try:
                process.wait(max(0.1, give_up - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def tend(self) -> None:
        """Start again what ended by itself."""
        for child in self._children:
            if not child.is_running():
                child.restart()
