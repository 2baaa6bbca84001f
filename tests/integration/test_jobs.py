"""A row and the job that follows it are written together, whenever the process dies."""

import os
import subprocess
import sys

import pytest

from octavo.config.settings import Settings

DYING = """
import os, signal, sys
import django
django.setup()
from django.db import transaction
from octavo.pipeline.jobs import read_pages
from octavo.pipeline.queue import defer
from octavo.sources.models import Publisher

def die_at(point):
    if point == sys.argv[1]:
        os.kill(os.getpid(), signal.SIGKILL)

with transaction.atomic():
    Publisher.objects.create(name="The Dying Gazette", slug="dying-gazette")
    die_at("between the row and the job")
    defer(read_pages, entry_ids=[1], attempt=1)
    die_at("before both are committed")
die_at("after both are committed")
"""


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        ("between the row and the job", (0, 0)),
        ("before both are committed", (0, 0)),
        ("after both are committed", (1, 1)),
    ],
)
def test_neither_or_both_exist(house: Settings, point: str, expected: tuple[int, int]) -> None:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "octavo.config.django_settings"}
    ended = subprocess.run([sys.executable, "-c", DYING, point], env=environment, check=False, timeout=60)
    assert ended.returncode == -9

    from procrastinate.contrib.django.models import ProcrastinateJob

    from octavo.sources.models import Publisher

    assert (Publisher.objects.count(), ProcrastinateJob.objects.count()) == expected


def test_a_job_that_waits_for_its_time_blocks_no_other_of_its_lock(house: Settings) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    from octavo.pipeline.jobs import fold_articles, mend_stories
    from octavo.pipeline.queue import defer, defer_once, work

    defer_once(mend_stories, in_seconds=3600)
    defer_once(mend_stories, in_seconds=3600)
    defer(fold_articles, article_ids=[])
    work(until_empty=True)
    assert list(ProcrastinateJob.objects.values_list("task_name", flat=True)) == ["mend_stories"]


def test_what_runs_by_the_clock_is_known_to_the_workers(house: Settings) -> None:
    from procrastinate.contrib.django import app

    app.perform_import_paths()  # type: ignore[no-untyped-call]
    known = {name for name, _ in app.periodic_registry.periodic_tasks}
    assert {"poll_due", "rescue_stalled", "renew_leases"} <= known


def test_who_works_until_nothing_is_due_reads_the_clock_for_its_own_queues(house: Settings) -> None:
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinatePeriodicDefer

    from octavo.pipeline.queue import work

    work(["feeds"], until_empty=True)
    called = set(ProcrastinatePeriodicDefer.objects.values_list("task_name", flat=True))
    assert {"poll_due", "rescue_stalled"} <= called
    assert not {"tend_search", "word_stories"} & called
    assert not ProcrastinateJob.objects.exists()
    assert {"poll_due", "tend_search"} <= {name for name, _ in app.periodic_registry.periodic_tasks}
