"""How fast a search answers: a house of generated articles, questions of every kind, milliseconds at the server."""

import argparse
import json
import random
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from octavo.config import boot

WORDS = 60_000
TEXT_WORDS = 120
SUBJECTS = 2_000
DIM = 512
QUESTIONS = 400
BATCH = 2_000


def word(number: int) -> str:
    """Return the `number`th word of an invented language: pronounceable, and no two alike."""
    syllables = []
    number += 20
    while number:
        number, place = divmod(number, 60)
        syllables.append("bdfgklmnprst"[place % 12] + "aeiou"[place // 12])
    return "".join(syllables)


def main() -> None:
    """Fill a house, ask, print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as directory, boot.house(Path(directory)):
        began = time.perf_counter()
        fill(count)
        print(json.dumps({"articles": count, "filled_seconds": round(time.perf_counter() - began), **asked()}))


def fill(count: int) -> None:
    """Keep `count` articles with their tokens, vectors and known words."""
    from django.db import connection

    from octavo.extract.models import Article
    from octavo.pipeline import flow
    from octavo.search.store import index_articles
    from octavo.sources.models import Publisher

    chance = random.Random(1)
    publishers = [Publisher.objects.create(slug=f"p{n}", name=f"Publisher {n}") for n in range(50)]
    made = articles(chance, publishers, count)
    while batch := [row for _, row in zip(range(BATCH), made, strict=False)]:
        index_articles((row.pk, row.title, row.text) for row in Article.objects.bulk_create(batch))
    flow.tend_search()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def articles(chance: random.Random, publishers: list, count: int) -> Iterator:  # type: ignore[type-arg]
    from octavo.extract.models import Article

    numbers = np.random.default_rng(1)
    shares = np.cumsum(1.0 / np.arange(1, WORDS + 1))
    shares /= shares[-1]
    subjects = numbers.normal(size=(SUBJECTS, DIM))
    begins = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(count):
        chosen = [word(int(place)) for place in np.searchsorted(shares, numbers.random(TEXT_WORDS))]
        vector = subjects[number % SUBJECTS] + numbers.normal(size=DIM)
        moment = begins + timedelta(seconds=number * 60)
        yield Article(
            url=f"https://bench.example/{number}",
            publisher=chance.choice(publishers),
            title=" ".join(chosen[:8]),
            text=" ".join(chosen),
            verdict="article",
            language=chance.choice(("en", "de", "ko")),
            first_seen=moment,
            moment=moment,
            vector=(vector / np.linalg.norm(vector)).astype(np.float32).tobytes(),
        )


def asked() -> dict[str, float]:
    """Return median and tail of the milliseconds that questions of every kind take, the first of each left out."""
    from octavo.editions.reading import search_list

    chance = random.Random(2)
    taken = []
    for number in range(-8, QUESTIONS):
        question = KINDS[number % len(KINDS)](chance)
        began = time.perf_counter()
        search_list(question, 1)
        if number >= 0:
            taken.append((time.perf_counter() - began) * 1000)
    return {"median_ms": round(float(np.median(taken)), 1), "p95_ms": round(float(np.percentile(taken, 95)), 1)}


def _some(chance: random.Random, count: int) -> str:
    return " ".join(word(int(min(WORDS - 1, 10 ** chance.uniform(0, 4.7)))) for _ in range(count))


KINDS = (
    lambda chance: _some(chance, 1),
    lambda chance: _some(chance, 2),
    lambda chance: _some(chance, 4),
    lambda chance: f'"{_some(chance, 2)}"',
    lambda chance: f"{_some(chance, 2)} -{_some(chance, 1)}",
    lambda chance: f"{_some(chance, 1)} publisher:p7",
    lambda chance: f"{_some(chance, 1)} language:ko after:2026-02",
    lambda chance: _some(chance, 1)[:-2] + "xq",
)

if __name__ == "__main__":
    main()
