"""What comments cost the pages of their story: processor milliseconds of the web process, medians within one run."""

import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from octavo.config import boot, settings

COMMENTS_COUNT = 2_000
ROUNDS = 200


def main() -> None:
    """Print the figures as JSON."""
    settings.override(allowed_hosts="localhost")
    with tempfile.TemporaryDirectory() as directory, boot.house(Path(directory) / "house"):
        print(json.dumps(figures()))


def figures() -> dict[str, float]:
    """Return what a story's page takes without comments and with many, and what the discussion's first page takes."""
    from django.test import Client
    from tests.integration.newspaper import article, publisher, story

    from octavo.web import keeping

    made = story(article(publisher("Tide Courier"), "Lamp lit"))
    reader, path = Client(headers={"host": "localhost"}), f"/en/story/{made.pk}/lamp-lit"

    def anew(address: str) -> None:
        keeping._kept._pages.clear()
        assert reader.get(address).status_code == 200

    found = {"kept_without_ms": cost(lambda: reader.get(path)), "made_without_ms": cost(lambda: anew(path))}
    talk(made.pk)
    found |= {"kept_with_ms": cost(lambda: reader.get(path)), "made_with_ms": cost(lambda: anew(path))}
    return found | {"discussion_ms": cost(lambda: anew(f"/en/discussion/{made.pk}"), ROUNDS // 10)}


def talk(story_id: int) -> None:
    """Write comments, half of them answers to earlier ones."""
    from django.db import transaction

    from octavo.accounts.models import User
    from octavo.community.models import Comment
    from octavo.community.store import locked_discussion, refresh

    chance, ines = random.Random(7), User.objects.create_user("ines")
    with transaction.atomic():
        rows: list[Comment] = []
        for number in range(COMMENTS_COUNT):
            parent = chance.choice(rows) if rows and number % 2 else None
            text = f"Number {number} says *so*, and why."
            rows.append(Comment.objects.create(story_id=story_id, author=ines, parent=parent, text=text))
        refresh(locked_discussion(story_id))


def cost(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median processor milliseconds of a call."""
    taken = []
    for _ in range(rounds + 1):
        began = time.process_time()
        call()
        taken.append(time.process_time() - began)
    return round(statistics.median(taken[1:]) * 1000, 2)


if __name__ == "__main__":
    main()
