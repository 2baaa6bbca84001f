"""What is left of one event's headlines in fragments goes to its story once all are there."""

from datetime import UTC, datetime, timedelta

from octavo.core.types import APART, FoldInput
from octavo.core.vectors import local_embedder
from octavo.stories import Folder

WHEN = datetime(2026, 3, 4, 8, 0, tzinfo=UTC)
EARLY = "Captain arrested after sea disaster"
FERRY = (
    "Ferry sinks off Port Calder, at least 17 dead",
    "Ferry with 162 on board capsizes off Port Calder",
    "Captain of sunken ferry arrested at Port Calder",
    "Ferry death toll rises to 43 off Port Calder",
    "Survivor tells of escape from sinking ferry",
    "Relatives wait for news of ferry at Port Calder harbour",
    "Minister promises inquiry into ferry disaster off Port Calder",
    "Divers search wreck of ferry Santa Amara off Port Calder",
    "Santa Amara ferry carried too many passengers",
    "Ferry Santa Amara: dozens still missing off Port Calder",
    "Santa Amara ferry disaster: captain before the judge",
    "Ferry Santa Amara sank in twenty minutes",
    "Port Calder mourns the dead of the Santa Amara ferry",
)
OTHERS = (
    "Central bank of Norland cuts rates by a quarter point",
    "Lumo unveils phone with folding screen",
    "Rovers beat Athletic to go top",
    "Coffee may protect the heart, study finds",
    "Orbex profit doubles on demand for chips",
    "Measles outbreak closes two schools in Penning",
)


def told(*titles: str) -> list[FoldInput]:
    return [
        FoldInput(str(number), title, publisher=f"Paper {number}", published=WHEN + timedelta(minutes=10 * number))
        for number, title in enumerate(titles)
    ]


def test_an_early_headline_in_other_words_goes_to_the_story_that_has_its_words_in_the_end() -> None:
    articles = told(EARLY, *OTHERS, *FERRY)
    online = list(Folder(local_embedder()).fold_all(articles))
    first, *_, last = Folder(local_embedder()).fold_block(articles)
    assert online[0].story != online[-1].story, "as it came it stood alone"
    assert first.story == first.thread == last.story
    assert first.why
    assert APART not in {signal.name for signal in first.why}


def test_stories_of_a_few_headlines_each_stay_apart() -> None:
    folded = Folder(local_embedder()).fold_block(told(EARLY, *OTHERS, *FERRY[:4]))
    assert len({one.story for one in folded[: 1 + len(OTHERS)]}) == 1 + len(OTHERS)
