"""Looking over a block: what is grouped anew, how it is told, and what is left as it was."""

from dataclasses import replace

import pytest

from octavo.core.types import Folded, FoldInput
from octavo.core.vectors import local_embedder
from octavo.stories import Folder
from octavo.stories.addresses import address_words
from octavo.stories.learned import learned
from octavo.stories.refold import refold
from tests.unit import happenings


def _told() -> list[tuple[str, FoldInput]]:
    quakes = [*(("north", one) for one in happenings.QUAKE_NORTH), *(("south", one) for one in happenings.QUAKE_SOUTH)]
    return happenings.told(quakes)


def _biased(bar: float) -> Folder:
    """Return a folder whose online decision is off by `bar`, with hindsight as it is."""
    kept = learned(has_vectors=True)
    judge = replace(kept.stories, bar=kept.stories.bar + bar)
    return Folder(local_embedder(), decisions=replace(kept, stories=judge))


def _stories(folded: list[Folded]) -> list[list[str]]:
    stories: dict[str, list[str]] = {}
    for one in folded:
        stories.setdefault(one.story, []).append(one.id)
    return sorted(stories.values())


@pytest.mark.parametrize("bar", [-9.0, 9.0], ids=["all joined", "all apart"])
def test_what_was_folded_wrong_is_put_right(bar: float) -> None:
    pact = [("pact", one) for one in happenings.PACT_MADE]
    labelled = happenings.told([*(("north", one) for one in happenings.QUAKE_NORTH), *pact])
    folding = _biased(bar)
    as_they_came = list(_biased(bar).fold_all(article for _, article in labelled))
    folded = folding.fold_block(article for _, article in labelled)
    wanted = [[one.id for label, one in labelled if label == story] for story in ("north", "pact")]
    assert _stories(as_they_came) != sorted(wanted)
    assert _stories(folded) == sorted(wanted)


def test_an_article_that_starts_a_story_after_all_says_what_keeps_it_apart() -> None:
    labelled = _told()
    folded = {one.id: one for one in _biased(-9.0).fold_block(article for _, article in labelled)}
    first = next(one.id for label, one in labelled if label == "south")
    apart, *signals = folded[first].why
    assert (apart.name, apart.value < 0, apart.detail) == ("apart", True, labelled[0][1].id)
    assert signals


def test_an_article_that_starts_a_story_at_once_says_so_too() -> None:
    folding = Folder(local_embedder())
    folded = [folding.fold(article) for _, article in _told()]
    assert [one.why[0].name for one in folded if one.story == one.id and one.why] == ["apart"]


def test_what_joins_later_follows_its_story() -> None:
    labelled = _told()
    folding = _biased(9.0)
    block = folding.fold_block(article for _, article in labelled)
    again = replace(labelled[1][1], id="again", publisher="Another House")
    assert folding.fold(again).story == block[1].story == block[0].story


def test_stories_of_before_stay_as_they_were_decided() -> None:
    labelled = _told()
    folding = Folder(local_embedder())
    for _, article in labelled[:2]:
        folding.remember(article, "s1", "t1")
    folded = refold([labelled[0][1]], folding)
    assert [one.story for one in folded] == ["s1"]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://a.example/news/2031/03/rail-strike-halts-trains.html", "rail strike halts trains"),
        ("https://a.example/Nachrichten/Z%C3%BCge-stehen-still-12", "Züge stehen still"),
        ("https://a.example/article/83423", ""),
        ("https://a.example/two-words", ""),
        ("", ""),
    ],
)
def test_an_address_tells_its_words(url: str, words: str) -> None:
    assert address_words(url) == words
