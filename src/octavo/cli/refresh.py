"""`octavo refresh`: one round of the pipeline to completion."""

import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Annotated

import typer

from octavo.cli.options import DataOption, JsonOption
from octavo.cli.output import clear_errors, counted, print_json, say
from octavo.config import boot
from octavo.core.clock import utc_now
from octavo.core.errors import Fatal

OTHERS_PAUSE_SECONDS = 0.5


def register(app: typer.Typer) -> None:
    app.command("refresh")(refresh)


def refresh(
    data: DataOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Poll every feed, due or not.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Poll the feeds that are due and take what they bring through every stage, then end."""
    with clear_errors(), boot.house(data) as current:
        from octavo.cli.progress import line
        from octavo.pipeline import flow, queue
        from octavo.pipeline.state import state
        from octavo.pipeline.vectors import take_embedder

        take_embedder()
        queue.rescue(0.0 if boot.is_alone(current) else queue.STALLED_SECONDS)
        queue.try_again(utc_now(), at_once=True)
        flow.poll_due_feeds(all_active=everything)
        flow.ask_mailbox()
        drain()
        flow.mend_now()
        drain()
        flow.tend_search()
        now = state()
        if as_json:
            print_json(now)
        else:
            say(line(now))
        if failed := queue.failed_count():
            raise Fatal(f"{counted(failed, 'job')} failed; what was read is safe. Start again with: octavo refresh")


def drain() -> None:
    """Run jobs until none is due, here or in another process.

    Folding, and what follows it, run in a process of their own: the window and the vectors' model are not held beside
    what reading took. Raises Fatal where that process fails.
    """
    from octavo.pipeline import queue

    while True:
        queue.work(queue.READING, until_empty=True)
        if queue.waiting_count(queue.FOLDING):
            _work_apart(queue.FOLDING)
        if not queue.waiting_count():
            return
        time.sleep(OTHERS_PAUSE_SECONDS)
        queue.rescue()


def _work_apart(queues: Sequence[str]) -> None:
    command = [sys.executable, "-m", "octavo.pipeline.worker", "--until-empty", *queues]
    if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode:
        raise Fatal("folding ended before its time; what was read is safe. Start again with: octavo refresh")
