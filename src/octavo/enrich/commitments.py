"""Commitments followed through a thread: promised, then changed, then done, each step with its passage.

By rules, and rather silent than wrong: a later sentence belongs to a promise only where it is in the same language and
shares what is rare in the thread; it changes the promise only where a word of change stands beside exactly one new date
or amount; it fulfils the promise only where the promised verb stands there as something done.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice
from math import log

from octavo.core.text import is_paired, tokens, words
from octavo.core.types import Cite
from octavo.enrich import constants
from octavo.enrich.counts import counts
from octavo.enrich.days import dates
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.lexicon import Lexicon, any_of, lexicon
from octavo.enrich.passages import Passage, passages
from octavo.enrich.promises import promised
from octavo.enrich.wording import finds, found

_YEAR = r"20\d\d[년年]?"


class Stage(StrEnum):
    PROMISED = "promised"
    CHANGED = "changed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Step:
    """What one passage says of a commitment."""

    stage: Stage
    story: int
    """Its place among the stories."""
    text: str
    """Verbatim, the cited passage."""
    cite: Cite
    old: str
    """Of a change, the date or amount that was promised before, as the passage before wrote it."""
    new: str
    """The date or amount that holds from here on, as written; "" where it is done."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A passage of a story, and what it is about."""

    story: int
    article: SourceArticle
    passage: Passage
    stems: frozenset[str]
    names: frozenset[str]
    """Words with a capital inside the sentence; dates left out."""


def followed(stories: Sequence[Sequence[SourceArticle]]) -> tuple[tuple[Step, ...], ...]:
    """Return the commitments of a thread that a later story returns to; `stories` stand in their order in time."""
    told = [one for place, story in enumerate(stories) for one in _read(place, story)]
    rarity = _rarity(told)
    out: list[tuple[Step, ...]] = []
    taken: set[tuple[str, int]] = set()
    for promise, value in _promises(told, len(stories) - 1):
        if (promise.article.id, promise.passage.start) in taken:
            continue
        chain = (_step(Stage.PROMISED, promise, new=value), *_later(promise, value, told, rarity))
        places = {(step.cite.article, step.cite.start) for step in chain}
        if len(chain) > 1 and taken.isdisjoint(places):
            taken |= places
            out.append(chain)
    return tuple(out)


def _read(place: int, story: Sequence[SourceArticle]) -> Iterator[_Told]:
    for article in independent(story):
        listed = lexicon(article.language)
        for passage in passages([article]):
            bare = dates(article.language).sub(" ", passage.text)
            names = frozenset(word for word in words(bare)[1:] if word[0].isupper())
            yield _Told(place, article, passage, _stems(bare, article.language, listed), names)


def _stems(bare: str, language: str, listed: Lexicon) -> frozenset[str]:
    """Return the beginnings of telling words, without numbers and the words of promising and changing."""
    for kind in ("promising", "moved"):
        bare = finds(language, kind).sub(" ", bare)
    found = (token for token in tokens(bare) if token not in listed.stop and not any(map(str.isdigit, token)))
    return frozenset(token[: constants.STEM_LETTERS] for token in found)


def _rarity(told: Sequence[_Told]) -> Mapping[str, float]:
    """Return how telling each stem is in this thread: what its sentences are all about tells them not apart."""
    seen = Counter(stem for one in told for stem in one.stems)
    return {stem: log((1 + len(told)) / times) for stem, times in seen.items()}


def _promises(told: Sequence[_Told], last: int) -> Iterator[tuple[_Told, str]]:
    """Return the promises that later stories may return to, each with its date or amount."""
    found = ((one, promised(one.passage, one.article.language)) for one in told if one.story < last)
    return islice(((one, value) for one, value in found if value), constants.PROMISES_COUNT)


def _later(promise: _Told, value: str, told: Sequence[_Told], rarity: Mapping[str, float]) -> Iterator[Step]:
    """Yield what later stories say of a promise, a story at most one step, until it is done."""
    near = [(_nearness(promise, one, rarity), one) for one in told if one.story > promise.story]
    ranked = [one for share, one in sorted(near, key=lambda pair: -pair[0]) if share >= constants.SAME_COMMITMENT_SHARE]
    for story in sorted({one.story for one in ranked}):
        own = [one for one in ranked if one.story == story]
        changes = [(one, new) for one in own if (new := _changed(one, value))]
        if changes:
            one, new = changes[0]
            yield _step(Stage.CHANGED, one, old=value, new=new)
            value = new
        elif fulfilled := [one for one in own if _is_done(promise, one)]:
            yield _step(Stage.DONE, fulfilled[0])
            return


def _nearness(promise: _Told, other: _Told, rarity: Mapping[str, float]) -> float:
    """Return how much of what is telling in a promise another passage shares, 0 where they cannot be told to be one."""
    shared = promise.stems & other.stems
    fewest = constants.SAME_COMMITMENT_COUNT
    if promise.article.language != other.article.language or len(shared) < fewest:
        return 0.0
    if len(shared) < 2 * fewest and any(map(is_paired, shared)):
        return 0.0
    if promise.names and other.names and promise.names.isdisjoint(other.names):
        return 0.0
    return sum(rarity[stem] for stem in shared) / sum(rarity[stem] for stem in promise.stems)


def _changed(one: _Told, value: str) -> str:
    """Return the one new date or amount that a passage puts in the place of `value`, "" where that is not sure."""
    language, text = one.article.language, one.passage.text
    if not finds(language, "moved").search(text) or finds(language, "unsure").search(text):
        return ""
    if dates(language).search(value) or re.fullmatch(_YEAR, value):
        found = {match["to"] for match in _new_dates(language).finditer(text)}
        found = {new for new in found if new.casefold() != value.casefold()}
    else:
        (old,) = counts([_as_passage(value)], language) or (None,)
        stated = counts([one.passage], language) if old else ()
        found = {new.text for new in stated if old and new.counted == old.counted and new.value != old.value}
    return found.pop() if len(found) == 1 else ""


def _as_passage(text: str) -> Passage:
    return Passage(0, 0, 0, len(text), text)


def _is_done(promise: _Told, one: _Told) -> bool:
    """Say whether a verb of the promise stands in a passage as done, with nothing beside it that takes it back."""
    language, text = one.article.language, one.passage.text
    open_words = ("promising", "moved", "unsure", "undone")
    if any(finds(language, kind).search(text) for kind in open_words):
        return False
    verbs = lexicon(language).done
    return any(
        found(language, (f"{verb}*",)).search(promise.passage.text) and found(language, forms).search(text)
        for verb, forms in verbs.items()
    )


def _step(stage: Stage, one: _Told, old: str = "", new: str = "") -> Step:
    passage = one.passage
    return Step(stage, one.story, passage.text, Cite(one.article.id, passage.start, passage.end), old, new)


@cache
def _new_dates(language: str) -> re.Pattern[str]:
    """Return what a date looks like to which something is moved; its group is `to`."""
    when = rf"(?P<to>{dates(language).pattern}|{_YEAR})"
    listed = lexicon(language)
    if listed.towards_after:
        return re.compile(rf"{when}\s?(?:{any_of(listed.towards_after)})", re.IGNORECASE)
    return re.compile(rf"\b(?:{any_of(listed.towards)})\s{when}", re.IGNORECASE)
