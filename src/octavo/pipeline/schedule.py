"""What runs by the clock. Of several machines, one does each round."""

from collections.abc import Callable
from typing import Any

from procrastinate.contrib.django import app

from octavo.config import settings
from octavo.core.clock import utc_now
from octavo.pipeline.queue import forget_given_up, rescue, try_again


def for_machines(cron: str) -> Callable[[Any], Any]:
    """Let the clock call a task; nobody does where AI is off, so that not even a job is queued."""
    return app.periodic(cron=cron) if settings.current().ai else lambda task: task


@app.periodic(cron="* * * * *")
@app.task(name="poll_due", queue="feeds", lock="poll_due", queueing_lock="poll_due")
def poll_due(timestamp: int) -> None:
    from octavo.pipeline import flow

    flow.poll_due_feeds()


@app.periodic(cron="*/5 * * * *")
@app.task(name="ask_mailbox", queue="feeds", lock="ask_mailbox", queueing_lock="ask_mailbox")
def ask_mailbox(timestamp: int) -> None:
    from octavo.pipeline import flow

    flow.ask_mailbox()


@app.periodic(cron="* * * * *")
@app.task(name="rescue_stalled", queue="feeds", queueing_lock="rescue_stalled")
def rescue_stalled(timestamp: int) -> None:
    rescue()
    try_again(utc_now())


@for_machines(cron="0 5 * * *")
@app.task(name="speak_briefings", queue="aside", queueing_lock="speak_briefings", lock="speak_briefings")
def speak_briefings(timestamp: int) -> None:
    from octavo.pipeline import speaking

    speaking.speak_briefings()


@app.periodic(cron="*/10 * * * *")
@app.task(name="send_waiting_notices", queue="feeds", queueing_lock="send_waiting_notices", lock="send_notices")
def send_waiting_notices(timestamp: int) -> None:
    from octavo.accounts.state_models import Notice

    if Notice.objects.filter(sent__isnull=True).exists():
        from octavo.accounts import sending  # brings cryptography along, 0.3 s and 25 MB

        sending.send(utc_now())


@app.periodic(cron="30 3 * * *")
@app.task(name="forget_old_state", queue="feeds", queueing_lock="forget_old_state")
def forget_old_state(timestamp: int) -> None:
    from octavo.accounts import acts, telling
    from octavo.enrich import forgetting

    for part in (acts, telling, forgetting):
        part.forget_old(utc_now())
    forget_given_up()


@app.periodic(cron="* * * * *")
@app.task(name="tend_search", queue="enrich", queueing_lock="tend_search", lock="tend_search")
def tend_search(timestamp: int) -> None:
    from octavo.pipeline import flow

    flow.tend_search()


@for_machines(cron="* * * * *")
@app.task(name="word_stories", queue="aside", queueing_lock="word_stories", lock="word_stories")
def word_stories(timestamp: int) -> None:
    if settings.current().ai_url:
        from octavo.pipeline import wording  # brings the pages' readers and the HTTP client along, 15 MB

        wording.word_stories(utc_now())


@app.periodic(cron="*/10 * * * *")
@app.task(name="renew_leases", queue="feeds", queueing_lock="renew_leases", lock="renew_leases")
def renew_leases(timestamp: int) -> None:
    from octavo.pipeline import pushing

    pushing.renew(utc_now())
