"""The order of a front page.

A story's score is its coverage by independent publishers, each counted as the edition's mix has it, with a bonus for
local ones, for what happens at the edition's place and for the reader's language, times freshness. Stories are then
placed one by one, each time the best of those left; standing soon after its like costs, and a draw that has fallen
behind its share of the page comes first among its equals.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
    counts: Counter[int] = Counter()
    while queues:
        recent = [one.story for one in placed[-constants.SPREAD_WINDOW :]]
        best = _best([one for queue in queues.values() for one in _contenders(queue, recent)], recent)
        behind = [n for n, share in enumerate(edition.shares) if counts[n] < math.floor(share * (len(placed) + 1))]
        owed = _owed(queues, behind, recent, is_corroborated=best[0]) if behind else None
        chosen = owed or best
        _take(queues, chosen)
        placed.append(_placed(chosen, recent, len(placed), is_owed=chosen is not best))
        counts.update(_draws(chosen[2]))
    return placed


def _take(queues: dict[str, list[_Scored]], chosen: _Scored) -> None:
    queue = queues[chosen[2].category]
    queue.remove(chosen)
    if not queue:
        del queues[chosen[2].category]


def _best(contenders: Sequence[_Scored], recent: Sequence[StoryFacts]) -> _Scored:
    return max(contenders, key=lambda one: (one[0], one[1] * _spread(one[2], recent)))


def _owed(
    queues: Mapping[str, Sequence[_Scored]],
    behind: Sequence[int],
    recent: Sequence[StoryFacts],
    *,
    is_corroborated: bool,
) -> _Scored | None:
    """Return the best story of a draw that has fallen behind its share, of those as corroborated as the next one."""
    due = [one for queue in queues.values() for one in queue if one[0] == is_corroborated]
    due = [one for one in due if _draws(one[2]).intersection(behind)]
    return _best(due, recent) if due else None


def _draws(story: StoryFacts) -> set[int]:
    return {publisher.draw for publisher in story.publishers if publisher.draw is not None}


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


def _placed(scored: _Scored, recent: Sequence[StoryFacts], position: int, *, is_owed: bool) -> Placed:
    _, score, story, signals = scored
    spread = _spread(story, recent)
    detail = f"after {_same_category(story, recent)} of its category and {_same_thread(story, recent)} of its thread"
    share = Signal("share", float(is_owed), "brought forward for its publishers' share" if is_owed else "in its turn")
    return Placed(story, position, score * spread, (*signals, Signal("spread", spread, detail), share))


def _scored(story: StoryFacts, edition: EditionFacts, now: datetime) -> _Scored:
    signals = _signals(story, edition, now)
    value = {signal.name: signal.value for signal in signals}
    bonus = value["local"] + value["here"] + value["language"]
    score = (value["coverage"] + value["mix"] + bonus) * value["freshness"]
    return bool(value["corroborated"]), score, story, signals


def _signals(story: StoryFacts, edition: EditionFacts, now: datetime) -> tuple[Signal, ...]:
    publishers = {publisher.id: publisher for publisher in story.publishers}
    local = sum(bool(edition.country) and one.country == edition.country for one in publishers.values())
    age_hours = max(0.0, (now - story.latest).total_seconds() / 3600)
    holds = len(publishers) >= constants.CORROBORATED_PUBLISHERS and age_hours <= constants.CORROBORATED_HOLDS_HOURS
    weight = sum(one.weight for one in publishers.values())
    coverage = math.log2(1 + len(publishers))
    language, told = _language(story, edition)
    return (
        Signal("corroborated", float(holds), f"{len(publishers)} independent, {age_hours:.1f} hours ago"),
        Signal("coverage", coverage, f"{len(publishers)} independent publishers"),
        Signal("mix", math.log2(1 + weight) - coverage, f"they count {weight:g} in this edition"),
        Signal(
            "local",
            constants.LOCAL_WEIGHT * math.log2(1 + local),
            f"{local} publishers of {edition.country}" if edition.country else "the edition has no country",
        ),
        Signal("here", constants.HERE_WEIGHT * story.is_here, "in its headline" if story.is_here else "not in it"),
        Signal("language", constants.LANGUAGE_WEIGHT * language, told),
        Signal("freshness", 0.5 ** (age_hours / constants.FRESHNESS_HALF_LIFE_HOURS), f"{age_hours:.1f} hours ago"),
    )


def _language(story: StoryFacts, edition: EditionFacts) -> tuple[float, str]:
    """Return how readable a story is to the edition's readers, 0 to 1, and in what words that is told."""
    if edition.language in story.languages:
        return 1.0, f"has {edition.language}"
    further = next((one for one in edition.further_languages if one in story.languages), "")
    return (constants.FURTHER_LANGUAGE_SHARE, f"has {further}") if further else (0.0, f"no {edition.language}")


def _spread(story: StoryFacts, recent: Sequence[StoryFacts]) -> float:
    category = constants.SPREAD_FACTOR ** _same_category(story, recent)
    return category * constants.THREAD_FACTOR ** _same_thread(story, recent)


def _same_category(story: StoryFacts, recent: Sequence[StoryFacts]) -> int:
    return [one.category for one in recent].count(story.category) if story.category else 0


def _same_thread(story: StoryFacts, recent: Sequence[StoryFacts]) -> int:
    return [one.thread for one in recent].count(story.thread) if story.thread else 0
