"""Which sentences of reports tell most of the news: what titles are about, what leads, tolls and other new numbers."""

from collections.abc import Sequence

import numpy as np

from octavo.enrich.capitals import CASED_NOUNS
from octavo.enrich.constants import STEM_LETTERS
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.known import Known, telling
from octavo.enrich.meanings import meanings
from octavo.enrich.passages import Passage, passages
from octavo.enrich.tolls import tolls

TITLE_WEIGHT = 1.0
"""What the reports' titles are about is the news; a clock that stopped is not."""
NEW_WEIGHT = 0.5
"""Of new words. A scene has more of them than the news, which names again who and where."""
ONLY_WEIGHT = 1.0
"""The same where one report's own matter is asked for: what is furthest from the others."""
TOLL_WEIGHT = 2.0
"""How many died goes before all else."""
LEAD_WEIGHT = 0.4
"""Newsrooms put what is new first; background follows."""
LEAD_LIKENESS = 0.15
"""To the titles, from here on: a first sentence that is further from them sets a scene."""
NUMBER_WEIGHT = 0.2
"""Of a new number."""
LAST_PART_LETTERS = 5
"""The fewest of a word that is told as the last part of a compound: Brand, Waldbrand."""


def ranked(
    spoken: Sequence[SourceArticle], titled: Sequence[SourceArticle], known: Known, new_weight: float = NEW_WEIGHT
) -> list[Passage]:
    """Return the sentences of the reports that are `spoken`, those first that tell most of the news.

    titled: the reports, in whatever languages, whose titles say what the news is.
    """
    found = passages(list(spoken))
    about, tolling = _about(found, spoken, titled, known), _tolling(found, spoken, known)

    def weight(passage: Passage) -> float:
        language, title = spoken[passage.article].language, about[passage]
        lead = LEAD_WEIGHT / (1 + passage.position) if title >= LEAD_LIKENESS else 0.0
        new = new_weight * known.share_new(passage.text, language)
        number = NUMBER_WEIGHT * known.has_new_number(passage, language)
        return TITLE_WEIGHT * title + new + lead + number + TOLL_WEIGHT * (passage in tolling)

    weights = {passage: weight(passage) for passage in found}
    return sorted(found, key=lambda passage: (-weights[passage], passage.article, passage.position))


def _about(
    found: Sequence[Passage], spoken: Sequence[SourceArticle], titled: Sequence[SourceArticle], known: Known
) -> dict[Passage, float]:
    """Return how near each sentence is to the titles, on their average: in words, and in what it means."""
    titles = [one.title for one in titled if one.title]
    near = np.zeros(len(found))
    if known.embedder and titles and found:
        likeness = meanings([one.text for one in found], known.embedder) @ meanings(titles, known.embedder).T
        near = likeness.mean(axis=1)
    return {passage: share_of_titles(passage, spoken, titled) + float(near[at]) for at, passage in enumerate(found)}


def share_of_titles(passage: Passage, spoken: Sequence[SourceArticle], titled: Sequence[SourceArticle]) -> float:
    """Return how many of the words of the titles in its language a sentence has, on their average."""
    language = spoken[passage.article].language
    titles = [one.title for one in titled if one.language == language]
    words = stems(passage.text, language).union(*(_compounded(title, passage.text, language) for title in titles))
    named = [held for title in titles if (held := stems(title, language))]
    return sum(len(words & held) / len(held) for held in named) / len(named) if named else 0.0


def _compounded(title: str, text: str, language: str) -> set[str]:
    """Return the beginnings of a title's words that are the last part of one of a text's, or the other way."""
    if language not in CASED_NOUNS:
        return set()
    own, said = (telling(one, language) for one in (title, text))
    return {word[:STEM_LETTERS] for word in own if any(_is_last_part(*sorted((word, one), key=len)) for one in said)}


def _is_last_part(part: str, compound: str) -> bool:
    return len(part) >= LAST_PART_LETTERS and compound.endswith(part)


def stems(text: str, language: str) -> set[str]:
    """Return the beginnings of a text's telling words, which its words in other forms share."""
    return {word[:STEM_LETTERS] for word in telling(text, language)}


def _tolling(found: Sequence[Passage], spoken: Sequence[SourceArticle], known: Known) -> set[Passage]:
    """Return the sentences that state how many died, where nobody has said so before."""
    told: set[Passage] = set()
    for language in {one.language for one in spoken}:
        own = [passage for passage in found if spoken[passage.article].language == language]
        told |= {toll.passage for toll in tolls(own, language).values() if toll.number.value not in known.tolls}
    return told
