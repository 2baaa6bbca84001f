"""Work that somebody asked for on a page and that no page waits for: a few jobs at a time, each once."""

from typing import Any

from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from octavo.pipeline.queue import defer_once

QUEUE = "aside"
WAITING_MOST = 60
"""Jobs that may wait; whoever asks for more is told to come back."""
WAITING_OF_ONE = 12
"""Of these, what one person may have asked for, and all together who are not signed in."""


def later(task: Any, name: str, *, person_id: int | None, **arguments: Any) -> bool:
    """Queue a job for `task` unless the one called `name` waits already; return whether there is room for it.

    `person_id` is who asks, None for whoever is not signed in.
    """
    with transaction.atomic():
        waiting = ProcrastinateJob.objects.filter(queue_name=QUEUE, status="todo", scheduled_at=None)
        own = waiting.filter(args__person_id=person_id)
        if waiting.count() >= WAITING_MOST or own.count() >= WAITING_OF_ONE:
            return False
        defer_once(task, name=name, person_id=person_id, **arguments)
    return True


def is_waiting(task: Any, name: str) -> bool:
    """Tell whether the job called `name` waits or is being done."""
    known = ProcrastinateJob.objects.filter(task_name=task.name, lock=f"{task.name} {name}")
    return known.filter(status__in=("todo", "doing")).exists()
