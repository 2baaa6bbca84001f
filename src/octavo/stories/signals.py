"""How like an article and each of some stories are, one number a signal."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from octavo.stories.constants import LONG_TOKENS, NEAR_DAYS, SAME_DAYS, SHORT_TOKENS, UNRELATED_VECTOR
from octavo.stories.digest import COLUMNS, LEAD, NAME, TERM, TITLE, TITLE_NAME
from octavo.stories.postings import Rows
from octavo.stories.query import Query
from octavo.stories.story import StoryTable
from octavo.stories.vocabulary import Terms

Evidence = NDArray[np.float32]
"""float32 (n_stories, len(SIGNALS))."""
SIGNALS = (
    "terms",
    "title",
    "lead",
    "names",
    "title_names",
    "vector",
    "told",
    "tells",
    "told_lead",
    "tells_lead",
    "told_names",
    "tells_names",
    "told_all",
    "tells_all",
    "places",
    "numbers",
    "dates",
    "days",
    "near",
    "span",
    "ahead",
    "size",
    "article_length",
    "story_length",
    "shortness",
    "is_foreign",
    "mass",
    "rarest",
    "cohesion",
    "vector_cohesion",
    "terms_margin",
    "vector_margin",
    "title_margin",
    "sounds",
    "figures",
)
_SHOWN = {
    "lead": "terms",
    "told": "title",
    "tells": "title",
    "told_lead": "terms",
    "tells_lead": "terms",
    "told_all": "terms",
    "tells_all": "terms",
    "mass": "terms",
    "rarest": "terms",
    "terms_margin": "terms",
    "cohesion": "terms",
    "names": "entities",
    "title_names": "entities",
    "sounds": "entities",
    "figures": "numbers",
    "told_names": "entities",
    "tells_names": "entities",
    "vector_margin": "vector",
    "vector_cohesion": "vector",
    "title_margin": "title",
    "dates": "time",
    "days": "time",
    "near": "time",
    "span": "time",
    "ahead": "time",
    "article_length": "size",
    "story_length": "size",
    "shortness": "size",
    "is_foreign": "language",
}
"""Signals that a person is shown under one name."""
LESSER = "least_"
"""What the name of a pair's signal begins with that is the lesser of the two ways."""


def shown_as(name: str) -> str:
    """Return the name under which people are shown a signal of a story or of a pair."""
    own = name.removeprefix(LESSER)
    return _SHOWN.get(own, own)


class Signals(NamedTuple):
    """The signals that threads are decided by, for one article and one story."""

    terms: float
    names: float
    vector: float
    marks_names: bool
    """Both are written in one script, which has capitals."""


Parts = dict[str, NDArray[Any]]
_COSINES = (("terms", TERM), ("title", TITLE), ("lead", LEAD), ("names", NAME), ("title_names", TITLE_NAME))
_SHARES = (("", TITLE), ("_lead", LEAD), ("_names", NAME), ("_all", TERM))
_LEAST = 1e-9
PLACE = {name: place for place, name in enumerate(SIGNALS)}


def signals(asked: Query, stories: StoryTable, rows: Rows, places: NDArray[np.int16]) -> Evidence:
    """Compare an article with the stories at `rows`.

    places: int16 (n,), for each term's number one and its place in the article; all 0 here, and again afterwards.
    """
    if not len(rows):
        return np.zeros((0, len(SIGNALS)), dtype=np.float32)
    parts = {
        **_of_words(asked, stories, rows, places),
        **_of_facts(asked, stories, rows),
        **_of_kinds(asked, stories, rows),
        **_of_vectors(asked, stories, rows),
        **_across(asked, stories, rows),
    }
    found = np.zeros((len(rows), len(SIGNALS)), dtype=np.float32)
    for name, values in parts.items():
        found[:, PLACE[name]] = values
    return found


def _of_words(asked: Query, stories: StoryTable, rows: Rows, places: NDArray[np.int16]) -> Parts:
    article, norms = asked.article, stories.norms[rows]
    at, slots = _shared_terms(article.terms, stories.terms[rows], places)
    mine = np.concatenate([np.zeros((1, COLUMNS), dtype=np.float32), article.weights]).take(at, axis=0)
    squares = np.concatenate([np.zeros(1, dtype=np.float32), asked.squares]).take(at)
    theirs = stories.weights[rows[:, None], slots]
    weighed = theirs * squares[:, :, None]
    cosines = np.minimum(np.einsum("ntk,ntk->nk", weighed, mine) / np.maximum(norms * asked.norms, _LEAST), 1.0)
    own = np.maximum(asked.squares @ (article.weights > 0), _LEAST)
    told = np.einsum("nt,ntk->nk", squares, (mine > 0).astype(np.float32)) / own
    tells = np.minimum(np.einsum("ntk,ntk->nk", weighed, theirs) / np.maximum(norms * norms, _LEAST), 1.0)
    are_placed = (asked.norms[TITLE_NAME] > 0) & (norms[:, TITLE_NAME] > 0)
    rarities = np.sqrt(squares)
    return {
        **{name: cosines[:, column] for name, column in _COSINES},
        **{f"told{name}": told[:, column] for name, column in _SHARES},
        **{f"tells{name}": tells[:, column] for name, column in _SHARES},
        "places": np.where(are_placed, np.maximum(told[:, TITLE_NAME], tells[:, TITLE_NAME]) - 1.0, 0.0),
        "mass": np.log1p(rarities.sum(axis=1)),
        "rarest": rarities.max(axis=1, initial=0.0),
        "terms_margin": _margin(cosines[:, TERM], 0.0),
        "title_margin": _margin(cosines[:, TITLE], 0.0),
    }


def _shared_terms(
    terms: Terms, theirs: NDArray[np.int32], places: NDArray[np.int16]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return where each story's terms stand in the article, from 1 on, and where in the story.

    Both are (n_stories, most that one shares), in the story's order; 0 where it shares fewer.
    """
    places[terms] = np.arange(1, len(terms) + 1)
    at = places.take(theirs).ravel()
    places[terms] = 0
    shared = at.nonzero()[0]
    story, slot = np.divmod(shared, theirs.shape[1])
    counts = np.bincount(story, minlength=len(theirs))
    width = int(counts.max(initial=0))
    column = np.arange(len(shared)) + (np.arange(len(theirs)) * width - counts.cumsum() + counts).repeat(counts)
    found = np.zeros((2, len(theirs) * width), dtype=np.intp)
    found[0, column], found[1, column] = at.take(shared), slot
    places_there, slots = found.reshape(2, len(theirs), width)
    return places_there, slots


def _of_facts(asked: Query, stories: StoryTable, rows: Rows) -> Parts:
    article = asked.article
    moment = np.nan if article.moment is None else article.moment
    first, last = stories.first[rows], stories.last[rows]
    apart = _days(np.maximum(moment - last, first - moment))
    is_dated = ~np.isnan(apart)
    days = np.where(is_dated, apart, 0.0)
    return {
        "numbers": _shared(article.numbers, stories.numbers[rows]),
        "dates": np.sign(_shared(article.dates, stories.dates[rows])),
        "days": np.log1p(days),
        "near": np.where(is_dated, np.exp(-days / NEAR_DAYS), 0.0),
        "span": np.where(is_dated, np.log1p(_days(np.fmax(moment, last) - np.fmin(first, moment))), 0.0),
        "ahead": np.abs(float(article.is_ahead) - stories.ahead[rows] / np.maximum(stories.size[rows], 1)),
    }


def _of_kinds(asked: Query, stories: StoryTable, rows: Rows) -> Parts:
    article = asked.article
    length, size = stories.length[rows], stories.size[rows]
    shorter = np.minimum(article.length, length)
    return {
        "size": np.log(np.maximum(size, 1)),
        "article_length": np.full(len(rows), np.log1p(article.length)),
        "story_length": np.log1p(length),
        "shortness": np.clip((LONG_TOKENS - shorter) / (LONG_TOKENS - SHORT_TOKENS), 0.0, 1.0),
        "cohesion": stories.cohesion[rows, 0] / np.maximum(size - 1, 1),
    }


def _of_vectors(asked: Query, stories: StoryTable, rows: Rows) -> Parts:
    if asked.article.vector is None:
        return {}
    likeness = stories.vectors[rows] @ asked.article.vector / stories.vector_norms[rows]
    return {
        "vector": likeness,
        "vector_margin": _margin(likeness, UNRELATED_VECTOR),
        "vector_cohesion": stories.cohesion[rows, 1] / np.maximum(stories.size[rows] - 1, 1),
    }


def _across(asked: Query, stories: StoryTable, rows: Rows) -> Parts:
    """Return what an article shares with stories in other languages, damped: names by their sound, and figures."""
    article = asked.article
    is_foreign = (stories.languages[rows] & stories.bit(article.language)) == 0
    is_of_other_script = (stories.scripts[rows] & stories.bit(article.across.script)) == 0
    return {
        "is_foreign": is_foreign,
        "sounds": _known(article.across.sounds, stories.sounds, rows, is_foreign & is_of_other_script),
        "figures": _known(article.across.figures, stories.figures, rows, is_foreign),
    }


def _known(mine: NDArray[np.int32], theirs: NDArray[np.int32], rows: Rows, asked: NDArray[np.bool_]) -> NDArray[Any]:
    found = np.zeros(len(rows), dtype=np.float32)
    if len(mine) and asked.any():
        found[asked] = np.log1p(np.isin(theirs[rows[asked]], mine).sum(axis=1))
    return found


def _days(seconds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return whole differences in days, less what says nothing."""
    days: NDArray[np.float64] = np.maximum(0.0, seconds / 86400 - SAME_DAYS)
    return days


def _margin(values: NDArray[np.float32], least: float) -> NDArray[np.float32]:
    """Return how far each value is ahead of the next one, or behind the best."""
    if not len(values):
        return values
    *_, second, first = sorted((least, least, *values.tolist()))
    margins: NDArray[np.float32] = values - first
    best = values.argmax()
    margins[best] = values[best] - second
    return margins


def _shared(mine: NDArray[np.int32], theirs: NDArray[np.int32]) -> NDArray[np.float32]:
    """Return the share of my values that each row has; 0 where one side has none, -1 where none is shared."""
    if not len(mine):
        return np.zeros(len(theirs), dtype=np.float32)
    share = (theirs[:, :, None] == mine).any(axis=1).mean(axis=1).astype(np.float32)
    return np.where(theirs.any(axis=1), np.where(share > 0, share, np.float32(-1.0)), np.float32(0.0))


def signals_of(evidence: NDArray[np.float32], *, marks_names: bool) -> Signals:
    """Return one story's row of the evidence by name."""
    terms, names, vector = (float(evidence[PLACE[name]]) for name in ("terms", "names", "vector"))
    return Signals(terms, names, vector, marks_names)
