"""What later reports of a story have overtaken: the tolls that have risen since."""

from collections.abc import Sequence
from datetime import timedelta

from octavo.enrich import constants
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.passages import Passage
from octavo.enrich.tolls import FATES, Toll, are_same_victims, fated, tolls


def standing(found: Sequence[Passage], articles: Sequence[SourceArticle]) -> list[Passage]:
    """Return the articles' passages but for those that state an overtaken toll; all where none would be left."""
    told = [toll for fate in FATES for toll in _tolls(found, articles, fate)]
    gone = {(one.fate, one.number.value) for one in told if _has_risen(one, told, articles)}
    kept = [one for one in found if not gone or gone.isdisjoint(_stated(one, articles[one.article].language))]
    return kept or [*found]


def still_told(told: Sequence[Toll], articles: Sequence[SourceArticle]) -> list[Toll]:
    """Return tolls but for those that are overtaken; all where nothing is known of their `articles`."""
    return [one for one in told if not articles or not _has_risen(one, told, articles)]


def _tolls(found: Sequence[Passage], articles: Sequence[SourceArticle], fate: str) -> list[Toll]:
    """Return the toll of each article, each read in its language."""
    spoken = {articles[one.article].language for one in found}
    own = {one: [passage for passage in found if articles[passage.article].language == one] for one in spoken}
    return [toll for language, passages in own.items() for toll in tolls(passages, language, fate).values()]


def _stated(passage: Passage, language: str) -> set[tuple[str, object]]:
    return {(fate, toll.number.value) for fate in FATES for toll in fated(passage, fate, language)}


def _has_risen(one: Toll, told: Sequence[Toll], articles: Sequence[SourceArticle]) -> bool:
    """Tell whether a report some hours later gives a higher number of the same victims' same fate."""
    return any(_is_of_same(one, other) and _is_later(one, other, articles) for other in told)


def _is_of_same(one: Toll, higher: Toll) -> bool:
    near = one.number.value < higher.number.value < one.number.value * constants.FARTHEST_TOLL_FACTOR
    return near and one.fate == higher.fate and are_same_victims(one, higher)


def _is_later(one: Toll, other: Toll, articles: Sequence[SourceArticle]) -> bool:
    before, after = (articles[toll.passage.article].published for toll in (one, other))
    return before is not None and after is not None and after - before >= timedelta(hours=constants.RISING_HOURS)
