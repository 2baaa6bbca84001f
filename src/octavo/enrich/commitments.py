"""Commitments followed through a thread: promised, then changed, done or withdrawn, each step with its passage.

By rules, and rather silent than wrong: a later sentence belongs to a promise only where it is in the same language,
shares what is rare in the thread, and has a verb about the promised thing itself (`deeds`). It changes the promise
where a word of change stands beside exactly one new date or amount, fulfils it where the promised verb stands there as
done, and takes it back where a word says so. Languages that have no such words in the lexicon are not followed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import chain, islice, product
from math import log

from octavo.core.text import is_paired, tokens, words
from octavo.core.types import Cite
from octavo.enrich import constants
from octavo.enrich.capitals import CASED_NOUNS
from octavo.enrich.counts import counts
from octavo.enrich.cues import UNCASED
from octavo.enrich.days import dates
from octavo.enrich.deeds import Groups, beyond_matters, deeds, is_alike, is_held, things
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.lexicon import GLUED, Lexicon, any_of, lexicon
from octavo.enrich.passages import Passage, passages
from octavo.enrich.promises import promised
from octavo.enrich.wording import finds, found

_YEAR = r"20\d\d[년年]?"
_OPEN = ("promising", "moved", "replacing", "withdrawn", "unsure", "undone", "several", "formerly")
"""Kinds of words beside which nothing is told as done."""
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Stage(StrEnum):
    PROMISED = "promised"
    CHANGED = "changed"
    DONE = "done"
    WITHDRAWN = "withdrawn"


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
    """The date or amount that holds from here on, as written; "" where it is done or withdrawn."""


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
    kept: list[tuple[_Told, str]] = []
    for promise, value in _promises(told, len(stories) - 1):
        is_known = any(value == other and _is_same(promise, first, rarity) for first, other in kept)
        if is_known or (promise.article.id, promise.passage.start) in taken:
            continue
        steps = (_step(Stage.PROMISED, promise, new=value), *_later(promise, value, told, rarity))
        places = {(step.cite.article, step.cite.start) for step in steps}
        if len(steps) > 1 and taken.isdisjoint(places):
            taken |= places
            kept.append((promise, value))
            out.append(steps)
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
    for kind in ("promising", "moved", "replacing", "withdrawn"):
        bare = finds(language, kind).sub(" ", bare)
    found = (token for token in tokens(bare) if token not in listed.stop and not any(map(str.isdigit, token)))
    return frozenset(token[: constants.STEM_LETTERS] for token in found)


def _rarity(told: Sequence[_Told]) -> Mapping[str, float]:
    """Return how telling each stem is in this thread: what its sentences are all about tells them not apart."""
    seen = Counter(stem for one in told for stem in one.stems)
    return {stem: log((1 + len(told)) / times) for stem, times in seen.items()}


def _promises(told: Sequence[_Told], last: int) -> Iterator[tuple[_Told, str]]:
    """Return the promises that later stories may return to, each with its date or amount."""
    found = (
        (one, promised(one.passage, one.article.language, one.article.published)) for one in told if one.story < last
    )
    return islice(((one, value) for one, value in found if value), constants.PROMISES_COUNT)


def _later(promise: _Told, value: str, told: Sequence[_Told], rarity: Mapping[str, float]) -> Iterator[Step]:
    """Yield what later stories say of a promise, a story at most one step, until it is done or withdrawn."""
    near = [(_nearness(promise, one, rarity), one) for one in told if one.story > promise.story]
    ranked = [one for share, one in sorted(near, key=lambda pair: -pair[0]) if share >= constants.SAME_COMMITMENT_SHARE]
    for story in sorted({one.story for one in ranked}):
        step = _told_by(promise, value, [one for one in ranked if one.story == story])
        if step:
            yield step
            value = step.new
        if step and step.stage is not Stage.CHANGED:
            return


def _told_by(promise: _Told, value: str, own: Sequence[_Told]) -> Step | None:
    """Return what the passages of one story say of a promise."""
    for one in own:
        if new := _changed(promise, one, value):
            return _step(Stage.CHANGED, one, old=value, new=new)
    for stage, tells in ((Stage.WITHDRAWN, _is_withdrawn), (Stage.DONE, _is_done)):
        for one in own:
            if tells(promise, one):
                return _step(stage, one)
    return None


def _nearness(promise: _Told, other: _Told, rarity: Mapping[str, float]) -> float:
    """Return how much of what is telling in a promise another passage shares, or the other way where that is more.

    0 where they cannot be told to be one.
    """
    shared = promise.stems & other.stems
    fewest = constants.SAME_COMMITMENT_COUNT
    if promise.article.language != other.article.language or len(shared) < fewest:
        return 0.0
    if len(shared) < 2 * fewest and any(map(is_paired, shared)):
        return 0.0
    if promise.names and other.names and promise.names.isdisjoint(other.names):
        return 0.0
    weights = (sum(rarity[stem] for stem in stems) for stems in (shared, promise.stems, other.stems))
    common, *whole = weights
    return common / min(whole)


def _is_same(promise: _Told, other: _Told, rarity: Mapping[str, float]) -> bool:
    """Tell whether two passages give one promise: near, and to do one thing where both say what shall be done."""
    own, others = (deeds(one.passage.text, one.article.language) for one in (promise, other))
    is_near = _nearness(promise, other, rarity) >= constants.SAME_COMMITMENT_SHARE
    is_one = any(_is_one_thing(groups, about, promise, other) for (*_, groups), (*_, about) in product(own, others))
    return is_near and (is_one or not own or not others)


def _changed(promise: _Told, one: _Told, value: str) -> str:
    """Return the one new date or amount that a passage puts in the place of `value`, "" where that is not sure."""
    if _is_open(one, "unsure") or _is_denied(one):
        return ""
    is_moved = _is_done_to(promise, one, "moved")
    if not is_moved and not _is_put_otherwise(promise, one):
        return ""
    language = one.article.language
    if dates(language).search(value) or re.fullmatch(_YEAR, value):
        new = _new_dates(one, value, "to" if is_moved else "any")
    else:
        new = _new_amounts(one, value)
    return new.pop() if len(new) == 1 else ""


def _new_dates(one: _Told, value: str, place: str) -> set[str]:
    """Return the dates of a passage that are others than `value` and no less exact: moved to, or any."""
    found = {match["when"] for match in _date_forms(one.article.language, place).finditer(one.passage.text)}
    is_exact = any(map(str.isdigit, value))
    return {new for new in found if new.casefold() != value.casefold() and any(map(str.isdigit, new)) >= is_exact}


def _new_amounts(one: _Told, value: str) -> set[str]:
    language = one.article.language
    (old,) = counts([_as_passage(value)], language) or (None,)
    stated = counts([one.passage], language) if old else ()
    return {new.text for new in stated if old and new.counted == old.counted and new.value != old.value}


def _is_open(one: _Told, *kinds: str) -> bool:
    """Tell whether a passage has words of these kinds; a month that is written as one, May, is none."""
    bare = dates(one.article.language).sub(" ", one.passage.text)
    return any(finds(one.article.language, kind).search(bare) for kind in kinds)


def _is_denied(one: _Told) -> bool:
    """Tell whether a passage denies something, but for a date in whose place it puts another."""
    language = one.article.language
    return bool(finds(language, "denying").search(finds(language, "replacing").sub(" ", one.passage.text)))


def _is_done_to(promise: _Told, one: _Told, kind: str) -> bool:
    """Tell whether a passage says something of this kind of the promised thing, in words that the promise lacks."""
    language, text = one.article.language, one.passage.text
    return any(
        word.group().casefold() not in promise.passage.text.casefold()
        and _is_promised(things(text, word.span(), language), one, promise)
        for word in finds(language, kind).finditer(text)
    )


def _is_promised(groups: Groups, one: _Told, promise: _Told) -> bool:
    """Tell whether nouns name what was promised: by its own words, or as its opening, the plan, the deadline."""
    language = promise.article.language
    telling = [group for group in groups if is_held(filter(str.isdigit, group), promise.passage.text, language)][:2]
    own = [beyond_matters(group, language) for group in telling]
    if not telling or _is_elsewhere(groups, one, promise):
        return False
    named = next(filter(None, own), [])
    abouts = [about for *_, about in deeds(promise.passage.text, language) if about]
    if not abouts or (own[0] and len(own[0]) < len(telling[0])):
        return is_held(named, promise.passage.text, language)
    return not named or any(_is_object(named, about, promise) for about in abouts)


def _is_put_otherwise(promise: _Told, one: _Told) -> bool:
    """Tell whether a passage promises the same deed beside words that another date no longer holds."""
    language, text = one.article.language, one.passage.text
    return _is_open(one, "replacing") and any(
        _is_one_thing(things(text, verb, language), about, one, promise)
        for (_, verb, _), (*_, about) in product(deeds(text, language), deeds(promise.passage.text, language))
    )


def _is_withdrawn(promise: _Told, one: _Told) -> bool:
    return not _is_open(one, "unsure") and not _is_denied(one) and _is_done_to(promise, one, "withdrawn")


def _is_done(promise: _Told, one: _Told) -> bool:
    """Tell whether a verb of the promise stands in a passage as done to the same thing, and nothing takes it back."""
    language, text = one.article.language, one.passage.text
    if _is_open(one, *_OPEN) or _is_past(promise, text):
        return False
    return any(
        _is_one_thing(things(text, deed.span(), language), about, one, promise)
        for forms, _, about in deeds(promise.passage.text, language)
        for deed in found(language, forms).finditer(text)
    )


def _is_one_thing(groups: Groups, about: Groups, one: _Told, promise: _Told) -> bool:
    """Tell whether nouns name the thing that a promise is about, and nothing that the promise does not name."""
    return bool(groups and about) and not _is_elsewhere(groups, one, promise) and _is_object(groups[0], about, promise)


def _is_object(nouns: Sequence[str], about: Groups, promise: _Told) -> bool:
    """Tell whether nouns name all that a promised deed is done to, or part of its name, and nothing else."""
    is_whole = all(any(is_alike(noun, other) for noun in nouns) for other in about[0])
    is_part = all(any(is_alike(noun, other) for other in about[0]) for noun in nouns)
    return (is_whole or is_part) and is_held(nouns, promise.passage.text, promise.article.language)


def _is_elsewhere(groups: Groups, one: _Told, promise: _Told) -> bool:
    """Tell whether the nouns behind a thing's name a place or an owner that the promise does not name."""
    language = promise.article.language
    names = {name.casefold() for name in one.names}
    beside = chain(*groups[1 : 2 if language in CASED_NOUNS else 3])
    named = groups[1] if groups[1:] and language in UNCASED else [noun for noun in beside if noun in names]
    return not is_held(beyond_matters(named, language), promise.passage.text, language)


def _is_past(promise: _Told, text: str) -> bool:
    """Tell whether a passage names a year before those of the promise, or one where the promise names none."""
    promised_years = [int(year) for year in _YEARS.findall(promise.passage.text)]
    return any(int(year) < min(promised_years, default=9999) for year in _YEARS.findall(text))


def _as_passage(text: str) -> Passage:
    return Passage(0, 0, 0, len(text), text)


def _step(stage: Stage, one: _Told, old: str = "", new: str = "") -> Step:
    passage = one.passage
    return Step(stage, one.story, passage.text, Cite(one.article.id, passage.start, passage.end), old, new)


@cache
def _date_forms(language: str, place: str) -> re.Pattern[str]:
    """Return what a date looks like, `place` being "to" for one to which something is moved; its group is `when`."""
    when = rf"(?P<when>{dates(language).pattern}|{_YEAR})"
    listed = lexicon(language)
    if place == "any":
        return re.compile(when, re.IGNORECASE)
    if listed.towards_after:
        return re.compile(rf"{when}\s?(?:{any_of(listed.towards_after)})", re.IGNORECASE)
    edge = ("", r"\s?") if language in GLUED else (r"\b", r"\s")
    return re.compile(rf"{edge[0]}(?:{any_of(listed.towards)}){edge[1]}{when}", re.IGNORECASE)
