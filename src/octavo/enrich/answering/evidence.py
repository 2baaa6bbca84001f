"""Which words of a passage could be the answer, by the kind of thing that is asked for, and how well each fits."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from octavo.core.text import words
from octavo.enrich.answering import constants
from octavo.enrich.answering.measures import Number, numbers
from octavo.enrich.answering.questions import Asked, Wanted
from octavo.enrich.days import dates
from octavo.enrich.entities import EntityKind
from octavo.enrich.lexicon import lexicon
from octavo.enrich.passages import Passage

Matrix = NDArray[np.float32]

_MOMENTS = frozenset({"clock", "year", "duration"})
_PAST_COUNTING = frozenset({"money", "share", "clock", "length", "weight", "duration"})
"""What has such a unit counts no things."""
_NAMES = {
    Wanted.PERSON: {EntityKind.PERSON: 1.0, EntityKind.OTHER: 0.6, EntityKind.ORGANISATION: 0.2, EntityKind.PLACE: 0.2},
    Wanted.PLACE: {EntityKind.PLACE: 1.0, EntityKind.OTHER: 0.7, EntityKind.ORGANISATION: 0.5, EntityKind.PERSON: 0.2},
    Wanted.NAME: dict.fromkeys(EntityKind, 1.0),
}


def answers(
    asked: Asked, passage: Passage, language: str, *, likeness: Matrix, names: Mapping[int, EntityKind]
) -> Matrix:
    """Return float32 (n_said,): how well each word of a passage fits as the answer, 0..1; all 1 where anything may.

    `likeness` is float32 (n_asked, n_said); `names` are the words of the passage that are parts of names.
    """
    said = words(passage.text)
    new = np.array([word.casefold() not in asked.said for word in said], dtype=bool)
    if asked.wanted is Wanted.NUMBER:
        fits = {one.at: _number(asked, one, likeness) for one in numbers(passage.text)}
    elif asked.wanted is Wanted.MOMENT:
        fits = _moments(passage.text, said, language)
    elif asked.wanted in _NAMES:
        unsaid = likeness.max(axis=0) < constants.SAID
        fits = {at: _NAMES[asked.wanted][kind] for at, kind in names.items() if unsaid[at]}
    else:
        fits = dict.fromkeys(range(len(said)), 1.0)
    fitting: Matrix = np.array([fits.get(at, 0.0) for at in range(len(said))], dtype=np.float32) * new
    return fitting


def _number(asked: Asked, one: Number, likeness: Matrix) -> float:
    """Return how well a number fits: it measures what is asked for, or stands by the word for what is counted."""
    if asked.dimension:
        fit = constants.OTHER_UNIT_FIT if one.dimensions else constants.NO_UNIT_FIT
        return 1.0 if asked.dimension in one.dimensions else fit
    if not asked.counted:
        return constants.ANY_NUMBER_FIT
    before, after = constants.COUNTED_REACH
    counted = float(likeness[list(asked.counted), max(0, one.at - before) : one.at + after + 1].max())
    least = constants.MEASURED_FIT if one.dimensions & _PAST_COUNTING else constants.UNCOUNTED_FIT
    return least + (1 - least) * counted


def _moments(text: str, said: list[str], language: str) -> dict[int, float]:
    """Return the days, months, years, times of day and spans of time, each with its fit."""
    spans = lexicon(language).clock
    fits = {at: constants.SPAN_FIT for at, word in enumerate(said) if at and word.casefold() in spans}
    for one in numbers(text):
        fits[one.at] = 1.0 if one.dimensions & _MOMENTS else constants.OTHER_NUMBER_FIT
        if one.dimensions & _MOMENTS:
            fits.pop(one.at + 1, None)
    return fits | {at: 1.0 for at, word in enumerate(said) if dates(language).fullmatch(word)}
