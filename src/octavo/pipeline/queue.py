"""The queue: jobs that commit with the rows that they follow, and workers that run them."""

import asyncio
import time
from collections.abc import AsyncIterator, Collection, Container, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

from asgiref.sync import async_to_sync
from django.db import connection, transaction
from procrastinate import App, PsycopgConnector, exceptions, manager, tasks
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.utils import connector_params
from procrastinate.periodic import PeriodicDeferrer, PeriodicRegistry

from octavo.core.clock import utc_now

READING = ("feeds", "pages")
FOLDING = ("fold", "enrich", "aside")
QUEUES = (*READING, *FOLDING)
"""In the data's way; aside stands what may take long and what nothing waits for: models, translation, speech."""

STALLED_SECONDS = 40.0
"""A worker sends a heartbeat every 10 seconds; one this silent is dead."""

AGAIN_SECONDS = (60, 600, 3_600, 21_600, 86_400)
"""Pauses after each failure of a job before it is tried again: a full disk, a database that restarts."""
GIVEN_UP_HOURS = 30 * 24


def defer(task: tasks.Task[Any, Any, Any], *, in_seconds: int = 0, lock: str = "", **arguments: Any) -> None:
    """Add a job for `task` in the transaction that is open on Django's own connection.

    Jobs with the same `lock` run one after the other, on whatever machine.
    """
    _deferrer(task, in_seconds=in_seconds, lock=lock or task.lock).defer(**arguments)


def defer_all(task: tasks.Task[Any, Any, Any], jobs: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    """Like `defer`, for many jobs at once, each given as its lock ("" for the task's own) and its arguments."""
    made = [_deferrer(task, in_seconds=0, lock=lock or task.lock).make_new_job(**arguments) for lock, arguments in jobs]
    if made:
        manager.JobManager(DjangoConnector()).batch_defer_jobs(made)


def defer_once(task: tasks.Task[Any, Any, Any], *, in_seconds: int = 0, name: str = "", **arguments: Any) -> None:
    """Like `defer`, but nothing is added while such a job waits already; of jobs with a `name`, one called so."""
    called = f"{task.name} {name}".strip()
    lock = called if name else task.lock
    try:
        with transaction.atomic():
            _deferrer(task, in_seconds=in_seconds, lock=lock, queueing_lock=called).defer(**arguments)
    except exceptions.AlreadyEnqueued:
        pass


def withdraw(task: tasks.Task[Any, Any, Any]) -> bool:
    """Take the jobs for `task` that wait, for their time too, out of the queue; return whether there were any."""
    from procrastinate.contrib.django.models import ProcrastinateJob

    waiting = list(ProcrastinateJob.objects.filter(task_name=task.name, status="todo").values_list("id", flat=True))
    jobs = manager.JobManager(DjangoConnector())
    return sum(jobs.cancel_job_by_id(one, delete_job=True) for one in waiting) > 0


def _deferrer(task: tasks.Task[Any, Any, Any], *, in_seconds: int, **options: Any) -> Any:
    return tasks.configure_task(
        name=task.name,
        job_manager=manager.JobManager(DjangoConnector()),
        queue=task.queue,
        priority=task.priority,
        schedule_in={"seconds": in_seconds} if in_seconds else None,
        **options,
    )


def work(queues: Collection[str] = QUEUES, *, until_empty: bool = False) -> None:
    """Run jobs in this process until told to stop, or until no job is due; not within a transaction.

    They run in threads of their own, which take the connection that this one gives back.
    """

    async def run() -> None:
        with app.replace_connector(_worker_connector()) as working:
            async with working.open_async(), AsyncExitStack() as meanwhile:
                if until_empty:
                    await meanwhile.enter_async_context(_clock_read_once(working, queues))
                await working.run_worker_async(
                    queues=list(queues),
                    wait=not until_empty,
                    delete_jobs="successful",
                    fetch_job_polling_interval=1.0,
                    listen_notify=not until_empty,
                    shutdown_graceful_timeout=10.0,
                    install_signal_handlers=not until_empty,
                )

    connection.close()
    asyncio.run(run())


@asynccontextmanager
async def _clock_read_once(working: App, queues: Container[str]) -> AsyncIterator[None]:
    """Add the jobs of these queues that the clock calls for now; workers leave the clock alone meanwhile.

    A worker that finds nothing to do would end its own reading in the middle, which costs procrastinate a second: in
    Python 3.11 a task that is called off just as its answer comes goes on (`asyncio.wait_for`).
    """
    working.perform_import_paths()  # type: ignore[no-untyped-call]
    by_clock = working.periodic_registry
    reader = PeriodicDeferrer(by_clock, **working.periodic_defaults)
    called = reader.get_previous_tasks(at=time.time())
    await reader.defer_jobs([(one, moment) for one, moment in called if one.task.queue in queues])
    working.periodic_registry = PeriodicRegistry()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        working.periodic_registry = by_clock


def _worker_connector() -> PsycopgConnector:
    """Return a worker's way to its jobs; each question takes a moment, so one of the four usual connections does."""
    return PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=1)


def rescue(silent_seconds: float = STALLED_SECONDS) -> int:
    """Put jobs whose worker died back into the queue; return how many."""
    jobs = manager.JobManager(DjangoConnector())
    stalled = list(async_to_sync(jobs.get_stalled_jobs)(seconds_since_heartbeat=silent_seconds))
    for job in stalled:
        async_to_sync(jobs.retry_job)(job)
    return len(stalled)


def try_again(now: datetime, *, at_once: bool = False) -> int:
    """Put jobs that failed back into the queue once their pause is over, or `at_once`; return how many.

    A failed job holds no lock, so that one which fails again and again keeps no other waiting.
    """
    jobs = manager.JobManager(DjangoConnector())
    paused = ((id_, last + timedelta(seconds=AGAIN_SECONDS[times - 1])) for id_, times, last in _failed())
    due = [id_ for id_, until in paused if at_once or until <= now]
    for id_ in due:
        jobs.retry_job_by_id(id_, retry_at=utc_now())
    return len(due)


def forget_given_up() -> None:
    """Drop jobs that failed a month ago for the last time."""
    jobs = manager.JobManager(DjangoConnector())
    async_to_sync(jobs.delete_old_jobs)(nb_hours=GIVEN_UP_HOURS, include_failed=True)


def failed_count() -> int:
    """Return how many jobs have failed and will be tried again."""
    return len(_failed())


def _failed() -> list[tuple[int, int, datetime]]:
    """Return the id, the count of failures and the last one of each job that failed, but not too often.

    Those that the clock or other work calls anew are not among them.
    """
    from django.db.models import Count, Max
    from procrastinate.contrib.django.models import ProcrastinateJob

    failed = ProcrastinateJob.objects.filter(status="failed", queueing_lock=None, procrastinateevent__type="failed")
    failed = failed.annotate(times=Count("procrastinateevent"), last=Max("procrastinateevent__at"))
    return list(failed.filter(times__lte=len(AGAIN_SECONDS)).values_list("id", "times", "last"))


def waiting_count(queues: Iterable[str] = QUEUES) -> int:
    """Return how many jobs are due or being done."""
    from django.db.models import Q
    from django.utils import timezone
    from procrastinate.contrib.django.models import ProcrastinateJob

    due = Q(scheduled_at__isnull=True) | Q(scheduled_at__lte=timezone.now())
    return ProcrastinateJob.objects.filter(due, status__in=("todo", "doing"), queue_name__in=list(queues)).count()
