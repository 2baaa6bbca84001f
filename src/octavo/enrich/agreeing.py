"""What two or more of a story's independent reports state alike, and which of the others leave it out.

A report is said to leave a fact out only where nothing in its whole text may be it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz.distance import Levenshtein

from octavo.core.quantities import UNITS
from octavo.core.text import tokens, words
from octavo.enrich import constants
from octavo.enrich.amounts import Amount, amounts, numbers
from octavo.enrich.answering.kindred import senses
from octavo.enrich.answering.measures import unit_dimensions
from octavo.enrich.days import days
from octavo.enrich.gathering import FACT_OF_NAME, Found, kind_of
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.lexicon import lexicon
from octavo.enrich.passages import Passage
from octavo.enrich.tolls import FATES, fate_of
from octavo.enrich.verification import plain
from octavo.enrich.wording import finds


@dataclass(frozen=True, slots=True)
class Stated:
    """What an article states within a passage: `text[start:end]` of the article is the passage."""

    article: str
    start: int
    end: int
    first: int
    last: int
    """Offsets of the number or the name itself into the article's text."""

    def overlaps(self, other: "Stated") -> bool:
        """Tell whether two are of one number or name."""
        return self.article == other.article and self.first < other.last and other.first < self.last

    def holds(self, other: "Stated") -> bool:
        """Tell whether the other's number or name stands in this one's passage."""
        return self.article == other.article and self.start <= other.first < self.end


@dataclass(frozen=True, slots=True)
class _Shared:
    """A fact that two or more reports state, before it is looked for in the others."""

    kind: str
    stated: tuple[Stated, ...]
    without: Iterable[str]

    def settled(self) -> "Agreed":
        stating = {one.article for one in self.stated}
        return Agreed(self.kind, self.stated, tuple(one for one in self.without if one not in stating))


@dataclass(frozen=True, slots=True)
class Agreed:
    """A fact that two or more reports state."""

    kind: str
    """amount, when, who or where"""
    stated: tuple[Stated, ...]
    """By each report that does, where it does so first."""
    lacking: tuple[str, ...]
    """The reports that surely leave it out: of amounts, people and bodies."""


def agreed(
    articles: Sequence[SourceArticle], found: Sequence[Passage], named: Sequence[Sequence[Found]]
) -> tuple[Agreed, ...]:
    """Return the facts that most independent articles agree on, by kind, those that most state first.

    found: their passages. named: whom and what they name, the most reported first.
    """
    every = [*_amounts(articles, found), *_days(articles, found), *_names(articles, named)]
    by_kind: dict[str, list[_Shared]] = defaultdict(list)
    for one in sorted(every, key=lambda one: -len(one.stated)):
        by_kind[one.kind].append(one)
    return tuple(one.settled() for kind, count in constants.AGREED_COUNT.items() for one in by_kind[kind][:count])


def left_out(facts: Iterable[Agreed], reports_count: int) -> Mapping[str, tuple[Agreed, ...]]:
    """Return by report the facts that more than half of all reports state and that it leaves out."""
    found: dict[str, list[Agreed]] = defaultdict(list)
    for fact in facts:
        for report in fact.lacking if 2 * len(fact.stated) > reports_count else ():
            found[report].append(fact)
    return {report: tuple(lacking) for report, lacking in found.items()}


def _amounts(articles: Sequence[SourceArticle], found: Sequence[Passage]) -> Iterator[_Shared]:
    """Yield the amounts that several reports state of one thing."""
    told: dict[tuple[Decimal, str], list[tuple[Passage, Amount]]] = defaultdict(list)
    for passage in found:
        language = articles[passage.article].language
        for one in amounts(passage, language):
            thing = _thing(passage, one, language)
            if not one.is_duration and (one.value > constants.FEW or one.unit in UNITS.values() or thing in FATES):
                told[one.value, thing].append((passage, one))
    known = [(each.id, *_numbers_of(each)) for each in articles]
    for (value, thing), group in told.items():
        kept = _of_one_matter(group, articles, is_sure=thing in FATES)
        stated = [_stated(articles, passage, (one.start, one.end)) for passage, one in kept]
        yield from _shared("amount", stated, _lacking_number(known, value))


def _lacking_number(known: Iterable[tuple[str, set[Decimal], bool]], value: Decimal) -> Iterator[str]:
    """Yield the reports, of those with their numbers, that have no such number, where all of theirs were read."""
    return (report for report, held, is_read in known if is_read and not _may_hold(held, value))


def _numbers_of(article: SourceArticle) -> tuple[set[Decimal], bool]:
    """Return the numbers of an article, and whether none is written out that was not read."""
    text = f"{article.title}\n{article.text}"
    found = numbers(text, article.language)
    read = {at for one in found for at in range(one.start, one.end)}
    written = finds(article.language, "scales").finditer(text)
    return {one.value for one in found}, all(match.start() in read for match in written)


def _thing(passage: Passage, one: Amount, language: str) -> str:
    """Return one word for what is counted, in any language: who died is not who was rescued."""
    known = lexicon(language)
    if fate := fate_of(passage.text, one.number, language):
        return fate
    if one.unit in known.people or (known.counters and one.unit in ("명", "人", "名")):
        return "people"
    if one.unit not in UNITS.values() and "money" in unit_dimensions(one.unit):
        return "money"
    return min(senses(one.unit), default=one.unit[: constants.STEM_LETTERS])


def _of_one_matter(
    group: Sequence[tuple[Passage, Amount]], articles: Sequence[SourceArticle], *, is_sure: bool
) -> list[tuple[Passage, Amount]]:
    """Return the statements that share a telling word with the first; of other languages, large numbers alone.

    is_sure: that of other languages small ones may be too, since they are of one fate.
    """
    first, amount = group[0]
    language = articles[first.article].language
    telling = set(tokens(first.text)) - lexicon(language).stop - set(tokens(first.text[amount.start : amount.end]))
    return [
        (passage, one)
        for passage, one in group
        if (
            telling & set(tokens(passage.text))
            if articles[passage.article].language == language
            else is_sure or one.value > constants.COMMON_NUMBER or one.unit in UNITS.values()
        )
    ]


def _may_hold(held: Iterable[Decimal], value: Decimal) -> bool:
    """Tell whether one of these numbers is this one, or near enough to be it in round figures."""
    share = Decimal(constants.LEFT_OUT_ALIKE)
    return any(min(one, value) >= max(one, value) * share for one in held if one)


def _days(articles: Sequence[SourceArticle], found: Sequence[Passage]) -> Iterator[_Shared]:
    """Yield the days that several reports name near their heads, of those whose dates are known; at their shortest."""
    told: dict[str, list[Stated]] = defaultdict(list)
    for passage in found:
        article = articles[passage.article]
        if passage.position < constants.FACT_SENTENCES_COUNT:
            for day in days(passage.text, article.language, article.published):
                if day.date:
                    told[day.date.isoformat()].append(_stated(articles, passage, (day.start, day.end)))
    for group in told.values():
        yield from _shared("when", sorted(group, key=lambda one: one.last - one.first), ())


def _names(articles: Sequence[SourceArticle], named: Sequence[Sequence[Found]]) -> Iterator[_Shared]:
    """Yield whom and which places several reports name."""
    for group in named:
        kind = FACT_OF_NAME.get(kind_of(group))
        stated = [Stated(article.id, *one.offsets[0], *one.offsets[0]) for article, one in group if one.offsets]
        if kind:
            yield from _shared(kind, stated, _lacking_name(articles, group) if kind == "who" else ())


def _lacking_name(articles: Sequence[SourceArticle], group: Sequence[Found]) -> Iterator[str]:
    """Yield the articles without a name; one in a language of its own may spell it otherwise."""
    spoken, spellings = {article.language for article, _ in group}, {one.surface for _, one in group}
    may_lack = not any(one.isupper() for one in spellings)
    return (each.id for each in articles if may_lack and each.language in spoken and _lacks(each, spellings))


def _lacks(article: SourceArticle, spellings: Iterable[str]) -> bool:
    """Tell whether an article has no word like the last one of a name, and none made of its initials."""
    whole = f"{article.title}\n{article.text}"
    initials = {"".join(word[0] for word in one.split() if word[0].isupper()) for one in spellings}
    if any(len(one) > 1 and one in whole for one in initials):
        return False
    text = plain(whole)
    held = {word for word in words(text) if len(word) > 1}
    ends = {plain(one.split()[-1]) for one in spellings}
    return not any(end in text or _is_like_any(end, held) for end in ends)


def _is_like_any(end: str, held: Iterable[str]) -> bool:
    cutoff = constants.LEFT_OUT_SPELLED
    return any(word[0] == end[0] and Levenshtein.normalized_similarity(word, end) >= cutoff for word in held)


def _shared(kind: str, stated: Sequence[Stated], without: Iterable[str]) -> Iterator[_Shared]:
    """Yield a fact where two or more reports state it."""
    first: dict[str, Stated] = {}
    for one in stated:
        first.setdefault(one.article, one)
    if len(first) > 1:
        yield _Shared(kind, tuple(first.values()), without)


def _stated(articles: Sequence[SourceArticle], passage: Passage, itself: tuple[int, int]) -> Stated:
    first, last = (passage.start + at for at in itself)
    return Stated(articles[passage.article].id, passage.start, passage.end, first, last)
