"""Which words of a passage could be the answer, by the kind of thing that is asked for, and how well each fits."""

import re
from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from octavo.core.text import is_paired
from octavo.enrich.answering import constants
from octavo.enrich.answering.measures import Number, numbers
from octavo.enrich.answering.questions import Asked, Wanted
from octavo.enrich.answering.wording import word_spans, words
from octavo.enrich.cues import UNCASED
from octavo.enrich.days import calendar
from octavo.enrich.entities import EntityKind
from octavo.enrich.lexicon import any_of, lexicon
from octavo.enrich.passages import Passage

Matrix = NDArray[np.float32]

_MOMENTS = frozenset({"clock", "year", "duration"})
_GLUED_DAYS = (
    "[\\d一二三四五六七八九十]+[月日号]|曜日|星期[一二三四五六日天]|[来去今明昨]年|[春夏秋冬][天季]?$|新学期|"
    "[월화수목금토일]요일"
)
_HONOURED = re.compile(
    r"[\u4e00-\u9fff\u30a0-\u30ff々](?:さん|氏|容疑者|被告|教授|选手|先生|女士)|[가-힣]{2,}(?:씨|위원장|교수|의원)"
)
"""Words whose ending says that they name a person."""
_PAST_COUNTING = frozenset({"money", "share", "clock", "length", "weight", "duration"})
"""What has such a unit counts no things."""
_OPENING = frozenset('“„«「『"')
_APPOSING = frozenset(",،，、(（")
_NAMES = {
    Wanted.PERSON: {EntityKind.PERSON: 1.0, EntityKind.OTHER: 0.6, EntityKind.ORGANISATION: 0.2, EntityKind.PLACE: 0.2},
    Wanted.PLACE: {EntityKind.PLACE: 1.0, EntityKind.OTHER: 0.7, EntityKind.ORGANISATION: 0.5, EntityKind.PERSON: 0.2},
    Wanted.NAME: dict.fromkeys(EntityKind, 1.0),
}


def asks_who(asked: Asked, likeness: Matrix, names: Mapping[int, EntityKind]) -> bool:
    """Tell whether a question asks who somebody is, whom a passage names: all of its words are parts of that name.

    `likeness` is float32 (n_asked, n_said); `names` are the words of the passage that are parts of names.
    """
    at = list(names)
    return asked.wanted is Wanted.PERSON and bool(at) and float(likeness[:, at].max(axis=1).min()) >= constants.SAID


def introduced(
    asked: Asked, passage: Passage, language: str, *, likeness: Matrix, names: Mapping[int, EntityKind]
) -> Matrix:
    """Return float32 (n_said,): how well each word of a name that is asked about stands where it says who that is.

    That is beside an office, or before a comma. Takes what `answers` takes.
    """
    spans = word_spans(passage.text)
    fits = np.zeros(len(spans), dtype=np.float32)
    for at in names:
        if likeness[:, at].max() >= constants.SAID:
            beside = spans[max(0, at - constants.OFFICE_REACH) : at + constants.OFFICE_REACH + 1]
            follows = passage.text[spans[at].end : spans[at].end + 1] in _APPOSING
            is_told = follows or any(_is_office(one.text.casefold(), language) for one in beside)
            fits[at] = 1.0 if is_told else constants.NAMED_FIT
    return fits


def _is_office(word: str, language: str) -> bool:
    known = lexicon(language)
    if is_paired(word):
        return any(one in word for one in known.roles | known.trades if len(one) > 1)
    return word in known.roles or word in known.trades or word.endswith(known.role_endings)


def answers(
    asked: Asked, passage: Passage, language: str, *, likeness: Matrix, names: Mapping[int, EntityKind]
) -> Matrix:
    """Return float32 (n_said,): how well each word of a passage fits as the answer, 0..1; all 1 where anything may.

    `likeness` is float32 (n_asked, n_said); `names` are the words of the passage that are parts of names.
    """
    if asked.wanted is Wanted.STATEMENT:
        return _spoken(passage.text, language)
    said = words(passage.text)
    new = np.array([word.casefold() not in asked.said for word in said], dtype=bool)
    if asked.wanted is Wanted.NUMBER:
        fits = _spans(said, language) if asked.dimension == "duration" else {}
        fits |= {one.at: _number(asked, one, likeness) for one in numbers(passage.text)}
    elif asked.wanted is Wanted.MOMENT:
        fits = _moments(passage.text, said, language)
    elif asked.wanted in _NAMES:
        unsaid = likeness.max(axis=0) < constants.SAID
        fits = _unnamed(asked.wanted, said, language)
        fits |= {at: _NAMES[asked.wanted][kind] for at, kind in names.items()}
        fits = {at: fit for at, fit in fits.items() if unsaid[at]}
    else:
        fits = dict.fromkeys(range(len(said)), 1.0)
    fitting: Matrix = np.array([fits.get(at, 0.0) for at in range(len(said))], dtype=np.float32) * new
    return fitting


def _spoken(text: str, language: str) -> Matrix:
    """Return float32 (n_said,): 1 for words of saying, and for those that open a quotation."""
    saying = lexicon(language).saying
    return np.array(
        [
            one.text.casefold() in saying
            or text[: one.start].rstrip()[-1:] in _OPENING
            or (is_paired(one.text) and any(told in one.text for told in saying))
            for one in word_spans(text)
        ],
        dtype=np.float32,
    )


def _unnamed(wanted: Wanted, said: list[str], language: str) -> dict[int, float]:
    """Return what might answer without being known as a name, each with its fit.

    Where capitals tell no names, any word might be one; where things stand is often told by a common noun.
    """
    fits: dict[int, float] = {}
    if language in UNCASED or wanted is Wanted.NAME:
        fits = {at: constants.UNNAMED_FIT for at, word in enumerate(said) if not word.isdigit()}
    if wanted is Wanted.PERSON:
        fits |= {at: 1.0 for at, word in enumerate(said) if _HONOURED.search(word)}
    if wanted is Wanted.PLACE:
        before, behind = (lexicon(language).asking.get(side, ()) for side in ("before_place", "behind_place"))
        fits |= {
            at + step: constants.PLACED_FIT
            for at, word in enumerate(said)
            if word.casefold() in before
            for step in range(1, constants.PLACED_REACH + 1)
            if at + step < len(said)
        }
        fits |= {at: constants.PLACED_FIT for at, word in enumerate(said) if word.endswith(behind)}
    return fits


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


def _spans(said: list[str], language: str) -> dict[int, float]:
    units = lexicon(language).clock
    return {at: constants.SPAN_FIT for at, word in enumerate(said) if word.casefold() in units}


def _moments(text: str, said: list[str], language: str) -> dict[int, float]:
    """Return the days, months, years, times of day and spans of time, each with its fit."""
    spans, named = lexicon(language).clock | frozenset(lexicon(language).asking.get("when", ())), _named(language)
    fits = {at: constants.SPAN_FIT for at, word in enumerate(said) if at and word.casefold() in spans}
    for one in numbers(text):
        fits[one.at] = 1.0 if one.dimensions & _MOMENTS else constants.OTHER_NUMBER_FIT
        if one.dimensions & _MOMENTS:
            fits.pop(one.at + 1, None)
    return fits | {at: 1.0 for at, word in enumerate(said) if named.search(word)}


@cache
def _named(language: str) -> re.Pattern[str]:
    """Return what days, months and seasons look like as words, with a particle behind where the script glues them."""
    months, weekdays = calendar(language)
    named = any_of([*months, *weekdays])
    if is_paired(weekdays[0]):
        return re.compile(rf"{named}|{_GLUED_DAYS}")
    return re.compile(rf"^(?:{named}|\d{{1,2}}(?:st|nd|rd|th))$", re.IGNORECASE)
