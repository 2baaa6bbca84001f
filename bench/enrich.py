"""How long enriching a story takes with the local provider, in processor seconds of one core.

    python bench/enrich.py

A story of ten articles of 400 to 900 invented words: headline, category, hashtags, entities, key facts and summaries of
all three lengths, in two languages; then its reports compared; then the recording of its summary, where espeak-ng is
installed.
"""

import json
import os
import random
import shutil
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from octavo.core.vectors import local_embedder
from octavo.enrich import Length, SourceArticle, category, summarise
from octavo.enrich.comparing import compare
from octavo.enrich.hashtags import hashtags
from octavo.enrich.naming import entities
from octavo.enrich.speech import Chapter, Script, voice_for
from octavo.enrich.speech.recording import Recorded, record

ARTICLES_COUNT = 10
RUNS_COUNT = 5
SUBJECTS = ("The harbour office", "Ines Marol", "Mayor Anton Brandt", "The ferry company Norlin", "A foundry in Brisk")
ACTS = ("announced on Monday", "said in Port Almera", "denied", "confirmed after a meeting", "told reporters")
THINGS = (
    "that {n} volunteers had rebuilt the lamp of the old lighthouse",
    "that ferries would be guided by the new light from the {n}th of May",
    "that {n} million crowns had been promised for the pier",
    "that the fog horn would cost {n} per cent more than was planned",
    "that {n} families near the shore had complained of the noise",
)


def story(choose: random.Random) -> list[SourceArticle]:
    """Return a story's invented articles, of which nothing is known yet."""
    return [article(number, choose) for number in range(ARTICLES_COUNT)]


def article(number: int, choose: random.Random) -> SourceArticle:
    """Return an invented article; every third speaks of the same in Spanish."""
    sentences = [
        f"{choose.choice(SUBJECTS)} {choose.choice(ACTS)} {choose.choice(THINGS).format(n=choose.randrange(2, 400))}."
        for _ in range(choose.randrange(25, 55))
    ]
    text = "\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
    language = "es" if number % 3 == 2 else "en"
    return SourceArticle(str(number), f"Old lighthouse shines again ({number})", text, language, f"Paper {number}")


def enrich(articles: list[SourceArticle]) -> None:
    """Do what the enriching job does for one story, and the lengths that only pages ask for."""
    category(articles[0].title, articles[0].text, "", (), "en")
    hashtags(articles)
    for one in articles:
        entities(one.text, one.title, one.language)
    for language in ("en", "es"):
        for length in Length:
            summarise(articles, language, length)


def _compared(articles: list[SourceArticle]) -> float:
    """Return how long the comparison of a story's reports takes, the model of meaning being loaded."""
    embedder = local_embedder()
    embedder.encode(["The lamp burns."])
    return seconds(lambda: compare(articles, embedder))


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _spent_seconds() -> float:
    """Return what this process and those that it waited for have used of the processor."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def main() -> None:
    choose = random.Random(7)
    articles = story(choose)
    first = seconds(lambda: enrich(articles))
    times = sorted(seconds(partial(enrich, story(choose))) for _ in range(RUNS_COUNT))
    figures: dict[str, Any] = {
        "articles": len(articles),
        "words_mean": round(sum(len(one.text.split()) for one in articles) / len(articles)),
        "first_story_cpu_seconds": round(first, 3),
        "story_cpu_seconds": round(times[len(times) // 2], 3),
        "comparison_cpu_seconds": round(_compared(story(choose)), 3),
    }
    if shutil.which("espeak-ng"):
        told = " ".join(one.text for one in summarise(articles, "en", Length.BRIEFING).sentences)
        script = Script("Today", "en", (Chapter("Today", told, "en"),) * 8)
        began = _spent_seconds()
        recorded = record(script, voice_for)
        assert isinstance(recorded, Recorded)
        figures["recording_cpu_seconds_per_minute"] = round((_spent_seconds() - began) * 60 / recorded.seconds, 3)
        figures["recording_kilobytes_per_minute"] = round(len(recorded.mp3) * 60 / recorded.seconds / 1000)
    print(json.dumps(figures))


main()
