"""How fast the front page is at the server: a house of generated stories, milliseconds of one request after another.

Made anew: as after news has come. Kept: as everyone after the first gets it. Unchanged: for a browser that has it.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from octavo.config import boot

REQUESTS_COUNT = 60
PUBLISHERS_COUNT = 60
REPORTS = (1, 1, 1, 2, 3, 6)
"""Of a story, as often as they stand here."""
COUNTRIES = ("GB", "US", "DE", "ES", "KR", "EG")


def main() -> None:
    """Fill a house, ask for its front page, print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=10_000)
    count = parser.parse_args().stories
    with tempfile.TemporaryDirectory() as directory, boot.house(Path(directory)):
        fill(count)
        print(json.dumps({"stories": count, **asked()}))


def fill(count: int) -> None:
    """Keep `count` stories of a week, each with its reports, hashtags and section."""
    from django.db import connection

    from octavo.enrich import CATEGORIES
    from octavo.enrich.models import Enrichment, Hashtag, Tagging
    from octavo.extract.models import Article
    from octavo.sources.models import Publisher
    from octavo.stories.models import FoldingState, Membership, Story, Thread

    chance, now = random.Random(1), datetime.now(UTC)
    publishers = [
        Publisher.objects.create(
            slug=f"p{number}", name=f"Publisher {number}", country=chance.choice(COUNTRIES), languages=["en"]
        )
        for number in range(PUBLISHERS_COUNT)
    ]
    tags = Hashtag.objects.bulk_create([Hashtag(name=f"Subject{number}") for number in range(200)])
    threads = Thread.objects.bulk_create([Thread() for _ in range(count)])
    moments = [now - timedelta(minutes=chance.randrange(7 * 24 * 60)) for _ in range(count)]
    stories = Story.objects.bulk_create(
        [
            Story(thread=thread, headline=f"Report {number} of the harbour", began=moment, latest=moment)
            for number, (thread, moment) in enumerate(zip(threads, moments, strict=True))
        ]
    )
    articles: list[Article] = []
    members: list[Membership] = []
    for number, story in enumerate(stories):
        for by in chance.sample(publishers, chance.choice(REPORTS)):
            article = Article(**_article(number, len(articles), story.latest), publisher=by)
            articles.append(article)
            members.append(Membership(article=article, story=story))
    Article.objects.bulk_create(articles, batch_size=2_000)
    Membership.objects.bulk_create(members, batch_size=5_000)
    Tagging.objects.bulk_create(
        [
            Tagging(story=story, hashtag=tag, position=place)
            for story in stories
            for place, tag in enumerate(chance.sample(tags, 4))
        ],
        batch_size=5_000,
    )
    sections = [*CATEGORIES]
    Enrichment.objects.bulk_create(
        [Enrichment(story=story, category=chance.choice(sections), made=now) for story in stories], batch_size=5_000
    )
    FoldingState.objects.get_or_create(pk=1)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _article(story: int, number: int, moment: datetime) -> dict[str, Any]:
    return {
        "url": f"https://paper.example/{number}",
        "title": f"Report {story} of the harbour",
        "text": "The lighthouse of Port Almera was lit again on Monday after forty dark years. " * 30,
        "html": "<p>The lighthouse of Port Almera was lit again on Monday.</p>" * 30,
        "image_url": f"https://paper.example/{story}.jpg" if story % 2 else "",
        "verdict": "article",
        "language": "en",
        "moment": moment,
        "published": moment,
        "first_seen": moment,
        "fetched": moment,
    }


def asked() -> dict[str, Any]:
    """Return the milliseconds of requests, the median and the 95th percentile of each kind."""
    from django.test import Client

    client = Client(headers={"host": "localhost", "accept-encoding": "gzip"})
    page = client.get("/en/")
    assert page.status_code == 200
    tag = page.headers["ETag"]

    def anew(number: int) -> Any:
        return client.get(f"/en/?again={number}")

    return {
        "bytes_packed": len(page.content),
        "made_anew": _timed(anew, 200),
        "kept": _timed(lambda _: client.get("/en/"), 200),
        "unchanged": _timed(lambda _: client.get("/en/", headers={"if-none-match": tag}), 304),
    }


def _timed(ask: Callable[[int], Any], status: int) -> dict[str, float]:
    taken, used = [], time.process_time()
    for number in range(REQUESTS_COUNT):
        began = time.perf_counter()
        answer = ask(number)
        taken.append((time.perf_counter() - began) * 1000)
        assert answer.status_code in (status, 200), answer.status_code
    used = (time.process_time() - used) * 1000 / REQUESTS_COUNT
    return {
        "median_milliseconds": round(statistics.median(taken), 1),
        "p95_milliseconds": round(sorted(taken)[int(0.95 * len(taken))], 1),
        "processor_milliseconds": round(used, 1),
    }


main()
