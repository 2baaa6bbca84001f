"""The order of a front page.

A story's score is its coverage by independent publishers with a bonus for local ones and the reader's language, times
freshness. Stories are then placed one by one, each time the best of those left; standing soon after its like costs.
"""

import math
from collections.abc import Iterator, Sequence
from datetime import datetime

from octavo.core.types import Signal
from octavo.editions import constants
from octavo.editions.facts import EditionFacts, Placed, StoryFacts

_Scored = tuple[bool, float, StoryFacts, tuple[Signal, ...]]
"""Corroborated, score before spread, story, its signals but spread."""


def rank(stories: Sequence[StoryFacts], edition: EditionFacts, now: datetime) -> list[Placed]:
    """Return every story at its position, best first, with its reasons.

    More independent publishers never rank a story lower, and copies do not count. A story of one publisher stands
    after every corroborated one of the last `CORROBORATED_HOLDS_HOURS`. The order of `stories` does not matter.
    """
    queues = _queues([_scored(story, edition, now) for story in stories])
    placed: list[Placed] = []
    while queues:
        recent = [one.story for one in placed[-constants.SPREAD_WINDOW :]]
        contenders = [one for queue in queues.values() for one in _contenders(queue, recent)]
        best = max(contenders, key=lambda one: (one[0], one[1] * _spread(one[2], recent)))
        queues[best[2].category].remove(best)
        if not queues[best[2].category]:
            del queues[best[2].category]
        placed.append(_placed(best, recent, len(placed)))
    return placed


def _queues(scored: list[_Scored]) -> dict[str, list[_Scored]]:
    queues: dict[str, list[_Scored]] = {}
    for one in sorted(scored, key=lambda one: (not one[0], -one[1], one[2].id)):
        queues.setdefault(one[2].category, []).append(one)
    return dict(sorted(queues.items()))


def _contenders(queue: Sequence[_Scored], recent: Sequence[StoryFacts]) -> Iterator[_Scored]:
    """Yield those of one category that may be placed next: none after the first of a thread not lately placed."""
    for one in queue:
        yield one
        if not _same_thread(one[2], recent):
            return


def _placed(scored: _Scored, recent: Sequence[StoryFacts], position: int) -> Placed:
    _, score, story, signals = scored
    spread = _spread(story, recent)
    detail = f"after {_same_category(story, recent)} of its category and {_same_thread(story, recent)} of its thread"
    return Placed(story, position, score * spread, (*signals, Signal("spread", spread, detail)))


def _scored(story: StoryFacts, edition: EditionFacts, now: datetime) -> _Scored:
    signals = _signals(story, edition, now)
    value = {signal.name: signal.value for signal in signals}
    score = (value["coverage"] + value["local"] + value["language"]) * value["freshness"]
    return bool(value["corroborated"]), score, story, signals


def _signals(story: StoryFacts, edition: EditionFacts, now: datetime) -> tuple[Signal, ...]:
    publishers = {publisher.id: publisher for publisher in story.publishers}
    local = sum(bool(edition.country) and one.country == edition.country for one in publishers.values())
    age_hours = max(0.0, (now - story.latest).total_seconds() / 3600)
    holds = len(publishers) >= constants.CORROBORATED_PUBLISHERS and age_hours <= constants.CORROBORATED_HOLDS_HOURS
    readable = edition.language in story.languages
    return (
        Signal("corroborated", float(holds), f"{len(publishers)} independent, {age_hours:.1f} hours ago"),
        Signal("coverage", math.log2(1 + len(publishers)), f"{len(publishers)} independent publishers"),
        Signal("local", constants.LOCAL_WEIGHT * math.log2(1 + local), f"{local} publishers of {edition.country}"),
        Signal("language", constants.LANGUAGE_WEIGHT * readable, f"{'has' if readable else 'no'} {edition.language}"),
        Signal("freshness", 0.5 ** (age_hours / constants.FRESHNESS_HALF_LIFE_HOURS), f"{age_hours:.1f} hours ago"),
    )


def _spread(story: StoryFacts, recent: Sequence[StoryFacts]) -> float:
    category = constants.SPREAD_FACTOR ** _same_category(story, recent)
    return category * constants.THREAD_FACTOR ** _same_thread(story, recent)


def _same_category(story: StoryFacts, recent: Sequence[StoryFacts]) -> int:
    return [one.category for one in recent].count(story.category) if story.category else 0


def _same_thread(story: StoryFacts, recent: Sequence[StoryFacts]) -> int:
    return [one.thread for one in recent].count(story.thread) if story.thread else 0
