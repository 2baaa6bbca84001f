"""The queue's jobs: a few lines each, a batch each. What they do is in `flow`.

That is imported with a process's first job of a kind: whoever only adds jobs, or does those of one queue, stays small
and starts quickly.
"""

from typing import Any

from procrastinate.contrib.django import app

from octavo.core.clock import utc_now

LATER = -1
"""The priority of jobs that let all others of their worker go first."""


@app.task(name="poll_feeds", queue="feeds")
def poll_feeds(feed_ids: list[int]) -> None:
    from octavo.pipeline import flow

    flow.poll_feeds(feed_ids)


@app.task(name="read_pages", queue="pages")
def read_pages(entry_ids: list[int], attempt: int = 1) -> None:
    from octavo.pipeline import flow

    flow.read_pages(entry_ids, attempt)


@app.task(name="read_pages_again", queue="pages")
def read_pages_again(entry_ids: list[int], attempt: int) -> None:
    from octavo.pipeline import flow

    flow.read_pages_again(entry_ids, attempt)


@app.task(name="fold_articles", queue="fold", lock="fold")
def fold_articles(article_ids: list[int]) -> None:
    from octavo.pipeline import flow

    flow.fold_articles(article_ids)


@app.task(name="mend_stories", queue="fold")
def mend_stories() -> None:
    from octavo.pipeline import flow

    flow.mend_stories()


@app.task(name="enrich_stories", queue="enrich", lock="enrich")
def enrich_stories(story_ids: list[int]) -> None:
    from octavo.pipeline import flow

    flow.enrich_stories(story_ids)


@app.task(name="prepare_pages", queue="enrich", priority=LATER)
def prepare_pages(story_ids: list[int]) -> None:
    from octavo.pipeline import flow

    flow.prepare_pages(story_ids)


@app.task(name="tell_followers", queue="enrich", lock="tell_followers")
def tell_followers(story_ids: list[int]) -> None:
    from octavo.pipeline import flow

    flow.tell_followers(story_ids)


@app.task(name="send_notices", queue="feeds", lock="send_notices", queueing_lock="send_notices")
def send_notices() -> None:
    from octavo.accounts import sending

    sending.send(utc_now())


@app.task(name="learn_publishers", queue="pages")
def learn_publishers(publisher_ids: list[int], with_names: bool) -> None:
    from octavo.pipeline import learning

    learning.learn_publishers(publisher_ids, utc_now(), with_names=with_names)


@app.task(name="find_feeds", queue="pages")
def find_feeds(outline_ids: list[int]) -> None:
    from octavo.pipeline import listing

    listing.find_feeds(outline_ids, utc_now())


@app.task(name="ask_hub", queue="feeds")
def ask_hub(lease_id: int) -> None:
    from octavo.pipeline import pushing

    pushing.ask(lease_id)


@app.task(name="read_push", queue="feeds")
def read_push(feed_id: int, content: str, content_type: str) -> None:
    from octavo.pipeline import flow

    flow.read_push(feed_id, content, content_type)


@app.task(name="word_summary", queue="aside")
def word_summary(story_id: int, kind: list[str], person_id: int | None = None) -> None:
    from octavo.pipeline import wording

    wording.word_summary(story_id, kind, person_id)


@app.task(name="word_answer", queue="aside")
def word_answer(told: dict[str, Any], person_id: int) -> None:
    from octavo.pipeline import wording

    wording.word_answer(told, person_id)


@app.task(name="translate", queue="aside")
def translate(kind: str, identity: int, language: str, person_id: int | None = None) -> None:
    from octavo.pipeline import translating

    translating.translate_now(kind, identity, language, person_id)


@app.task(name="speak", queue="aside")
def speak(kind: str, identity: int, language: str, person_id: int | None = None) -> None:
    from octavo.pipeline import speaking

    speaking.speak_now(kind, identity, language, person_id, utc_now())
