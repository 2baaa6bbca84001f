"""Hashtags of a story: few, telling, and the same whoever spells them."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations, pairwise, product

from octavo.core.text import tokens, words
from octavo.enrich import constants
from octavo.enrich.cues import UNCASED
from octavo.enrich.declined import nominatives
from octavo.enrich.entities import Entity, EntityKind
from octavo.enrich.holders import holds_office, is_person
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.keyphrases import repeated_pairs
from octavo.enrich.lexicon import barred_names, lexicon
from octavo.enrich.naming import entities
from octavo.enrich.places import territories
from octavo.enrich.spelling import american
from octavo.enrich.topics import topics
from octavo.enrich.translation.sound import sound_the_same
from octavo.enrich.wikidata import SHARED

_PART = re.compile(r"[^\W_]+")
_ARABIC = re.compile(r"[\u0620-\u06ff]")
_CAMEL = re.compile(r"[A-ZÀ-Þ]+(?![a-z])|[A-ZÀ-Þ]?[^A-ZÀ-Þ_]+")
_POSSESSIVE = re.compile(r"['’]s\b")


def hashtags(articles: Sequence[SourceArticle]) -> tuple[str, ...]:
    """Return up to six hashtags of a story, the most telling first, in the language that most of its reports speak."""
    return next(iter(hashtags_by_language(articles).values()), ())


def hashtags_by_language(articles: Sequence[SourceArticle]) -> dict[str, tuple[str, ...]]:
    """Return up to six hashtags of a story in each language of its reports, that of most reports first.

    From names, publishers' own tags and the words that titles share, over the articles that are no copies; the most
    telling first, without the sign. Each is a valid path segment that starts with a letter.
    """
    reports, barred = independent(articles), _barred(articles)
    spoken, names = Counter(one.language for one in reports), _Names.of(reports)
    found = {language: _told_in(language, names, barred) for language, _ in spoken.most_common()}
    return {language: names for language, names in found.items() if names}


def _told_in(language: str, names: "_Names", barred: frozenset[str]) -> tuple[str, ...]:
    own = [one for one in names.reports if one.language == language]
    scores: defaultdict[str, float] = defaultdict(float)
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for surface, score in chain(names.told(own), topics(own), *map(_tagged, own)):
        tag = canonical(_nominative(surface, language))
        if _is_fit(tag, surface, language, barred):
            scores[_key(tag)] += score
            spellings[_key(tag)][tag] += 1
    spelled = {key: _spelled(found) for key, found in spellings.items()}
    return tuple(spelled[key] for key in _best(scores, spelled))


def same_across(hashtags: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Yield what says the same in two languages of a story's hashtags: a country's names, or names by their sound."""
    for (language, names), (other_language, others) in combinations(hashtags.items(), 2):
        for name, other in product(names, others):
            country = _countries(language).get(_key(name))
            is_country = country is not None and country == _countries(other_language).get(_key(other))
            if name != other and (is_country or sound_the_same(name, other)):
                yield name, other


def _nominative(surface: str, language: str) -> str:
    """Return a country's name as it stands alone, whatever case a text has it in; any other name as it is."""
    known, found = territories(language), surface.casefold()
    return surface if found in known else next((one for one in nominatives(found, language) if one in known), surface)


@cache
def _countries(language: str) -> dict[str, str]:
    """Return the keys of the names of countries in a language, each with its code."""
    known = {name: code for name, code in territories(language).items() if name not in SHARED}
    return {_key(canonical(name)): code for name, code in known.items()}


def canonical(surface: str) -> str:
    """Return `surface` as one CamelCase word: "defence industry" is "DefenseIndustry", "NATO's" is "NATO".

    Arabic has no capitals to show where words begin, so there an underscore does.
    """
    plain = _POSSESSIVE.sub("", unicodedata.normalize("NFC", surface).replace(".", ""))
    parts = [_capital(american(part)) for part in _PART.findall(plain)]
    return ("_" if _ARABIC.search(plain) else "").join(parts)


def name_in(tag: str) -> str:
    """Return the name that a hashtag was made of, as far as its letters tell: "Orhan Belisar"."""
    return " ".join(_CAMEL.findall(tag))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _key(tag: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFKD", tag) if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare).casefold()


def _spelled(counted: Counter[str]) -> str:
    return min(counted, key=lambda tag: (-counted[tag], tag))


def _barred(articles: Sequence[SourceArticle]) -> frozenset[str]:
    """Return the keys of publishers', agencies' and authors' names, and of credits."""
    names = [name for one in articles for name in (one.publisher, one.agency, *one.authors)]
    return frozenset(_key(canonical(name)) for name in names if name) | barred_names()["agencies"]


@cache
def _generic() -> frozenset[str]:
    """Return the keys of words that name a section of any newspaper and tell nothing of a story."""
    return frozenset(_key(canonical(word)) for word in barred_names()["generic"])


def _is_fit(tag: str, surface: str, language: str, barred: frozenset[str]) -> bool:
    shortest, longest = constants.HASHTAG_CHARACTERS
    listed = lexicon(language)
    parts = [part.casefold() for part in words(surface)]
    return (
        shortest <= len(tag) <= longest
        and tag[0].isalpha()
        and _key(tag) not in barred | _generic()
        and not (" " in surface and surface.isupper())
        and tag.casefold() not in listed.stop | listed.roles | listed.organisations
        and not barred_names()["credits"] & set(parts)
        and not all(part in listed.stop for part in parts)
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """What reports name."""

    reports: Sequence[SourceArticle]
    found: Sequence[tuple[SourceArticle, Entity]]
    """Of each report the names that it has most often."""
    held: frozenset[str]
    """Of those who hold an office."""
    by: Mapping[str, Sequence[SourceArticle]]
    """The reports in which a name stands."""

    @classmethod
    def of(cls, reports: Sequence[SourceArticle]) -> "_Names":
        named = [(one, entities(one.text, one.title, one.language)) for one in reports]
        found = [(one, entity) for one, those in named for entity in _most_named(those)]
        by = {name: [one for one in reports if name in one.text] for name in {entity.surface for _, entity in found}}
        every = ((one, entity) for one, those in named for entity in those if entity.surface in by)
        return cls(reports, found, frozenset(entity.surface for one, entity in every if holds_office(one, entity)), by)

    def told(self, own: Sequence[SourceArticle]) -> Iterator[tuple[str, float]]:
        """Yield names that the reports in one language have, and what each tells of a report, 0 to 2.

        What no title names, several reports name, where there are several; and a person among them holds an office.
        """
        ids = {one.id for one in own}
        for article, entity in self.found:
            by = self.by[entity.surface]
            is_own = article.id in ids or any(one.id in ids for one in by)
            is_led = not is_person(entity) or entity.surface in self.held or len(by) >= constants.NAMED_BY_MANY
            is_told = is_led and len(by) >= min(2, len(own))
            if is_own and (is_told or any(entity.surface in one.title for one in self.reports)):
                yield from _weighed(entity)


def _most_named(named: Sequence[Entity]) -> Sequence[Entity]:
    telling = (one for one in named if any(_weighed(one)))
    return sorted(telling, key=lambda one: (not one.in_title, -one.count))[: constants.NAMED_COUNT]


def _weighed(entity: Entity) -> Iterator[tuple[str, float]]:
    mentions = min(entity.count, constants.ENTITY_COUNT_CAP) / constants.ENTITY_COUNT_CAP
    sure = constants.UNSURE_FACTOR if entity.kind is EntityKind.OTHER else 1.0
    if entity.in_title or entity.count > 1 or entity.kind is not EntityKind.OTHER:
        yield entity.surface, sure * (mentions + entity.in_title)


def _tagged(article: SourceArticle) -> Iterator[tuple[str, float]]:
    """Yield the publisher's own tags and the title's repeated pairs, and what each tells of this article."""
    in_text = " ".join(tokens(f"{article.title} {article.text}"))
    for tag in article.tags:
        held = " ".join(tokens(tag)) in in_text
        yield tag.lstrip("#"), constants.TAG_HELD_SCORE if held else constants.TAG_ABSENT_SCORE
    if article.language not in UNCASED:
        yield from _title_pairs(article)


def _title_pairs(article: SourceArticle) -> Iterator[tuple[str, float]]:
    """Yield pairs of the title's words that the text repeats as a pair."""
    stop = lexicon(article.language).stop
    title = words(article.title)
    repeated = repeated_pairs(article.text, article.language)
    for one, other in pairwise(title):
        pair = (one.casefold(), other.casefold())
        if repeated[pair] >= constants.PAIR_REPEATED and not stop & set(pair) and min(map(len, pair)) > 2:
            yield f"{one} {other}", min(repeated[pair], constants.ENTITY_COUNT_CAP) / constants.ENTITY_COUNT_CAP + 1


def _best(scores: dict[str, float], spelled: dict[str, str]) -> list[str]:
    """Return the keys of the best candidates; one that is a part of a better one, or mostly, is left out."""
    kept: list[str] = []
    ordered = sorted(scores, key=lambda key: (-scores[key], key))
    for key in ordered:
        tells = len(kept) < constants.HASHTAGS_WISHED or scores[key] >= constants.HASHTAG_FLOOR * scores[ordered[0]]
        repeats = any(key in other or other in key or _overlap(spelled[key], spelled[other]) for other in kept)
        if tells and not repeats:
            kept.append(key)
    return kept[: constants.HASHTAGS_MOST]


def _overlap(one: str, other: str) -> bool:
    """Tell whether two tags share most of their words: StopAndSearchPowers, PoliceStopAndSearch."""
    mine, theirs = ({word.casefold() for word in _CAMEL.findall(tag)} for tag in (one, other))
    return 2 * len(mine & theirs) > max(len(mine), len(theirs))
