"""Where independent reports name different people for the same office."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from octavo.core.text import words
from octavo.enrich.cues import UNCASED
from octavo.enrich.entities import Entity, EntityKind
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.lexicon import given_names, lexicon
from octavo.enrich.naming import entities
from octavo.enrich.verification import plain

_OFFICE = r"(?P<office>[^\W\d_A-Z][^\W\d_]{2,}(?:[ -][^\W\d_A-Z][^\W\d_]*){0,2})"
_OWNER = r"(?P<owner>[^\W\d_a-z][\w’-]*(?: [^\W\d_a-z][\w’-]*){0,3})"
_OF = r"\s(?:of|von|des|der|de|del|do|da|du|di)(?:\s(?:the|la|el|los|las))?\s"
_BEHIND = re.compile(rf",\s(?:the\s|der\s|die\s|el\s|la\s|le\s)?{_OFFICE}{_OF}{_OWNER}")
"""Right behind the holder's name: "Ada Lorne, the mayor of Ullam"."""
_BEFORE = (
    re.compile(rf"(?:^|\s){_OWNER}['’]s\s{_OFFICE},?\s$"),
    re.compile(rf"(?:^|\s){_OFFICE}{_OF}{_OWNER},\s$"),
)
"""Right before it: "Ullam's mayor, Ada Lorne", "the mayor of Ullam, Ada Lorne"."""
_BESIDE_CHARACTERS = 80
_OFFICE_CHARACTERS = 30
_HOLDERS_COUNT = 100
"""Of a report, at most: each is laid beside those of the others."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an office, where a report states it: `text[start:end]` is the name."""

    article: str
    start: int
    end: int
    name: str
    office: str
    """mayor"""
    owner: str
    """Whose: Ullam; it may begin with a word that only begins the sentence."""


def holder_disagreements(articles: Sequence[SourceArticle]) -> list[tuple[tuple[Holder, ...], tuple[Holder, ...]]]:
    """Return two people whom reports name for one office, each with all who do, each office once.

    A name that the other report has anywhere, in full or in part, is no other name.
    """
    own = [article for article in independent(articles) if article.language not in UNCASED]
    texts = {article.id: plain(f"{article.title}\n{article.text}") for article in own}
    found = [holder for article in own for holder in islice(_holders(article), _HOLDERS_COUNT)]
    out = []
    told: set[str] = set()
    for one, other in combinations(found, 2):
        office = f"{one.office} {min(one.owner, other.owner, key=len)}".casefold()
        is_one = one.article != other.article and _is_one_office(one, other)
        if is_one and office not in told and _are_apart(one, other, texts):
            told.add(office)
            out.append((_agreeing(one, found), _agreeing(other, found)))
    return out


def _agreeing(one: Holder, found: Sequence[Holder]) -> tuple[Holder, ...]:
    """Return one holder of an office with those whom other reports name so."""
    alike = {other.article: other for other in found if other.name == one.name and _is_one_office(one, other)}
    return tuple({one.article: one, **alike}.values())


def _is_one_office(one: Holder, other: Holder) -> bool:
    short, long = sorted((one.owner, other.owner), key=len)
    return one.office.casefold() == other.office.casefold() and f" {long}".endswith(f" {short}")


def _are_apart(one: Holder, other: Holder, texts: dict[str, str]) -> bool:
    mine, theirs = one.name.split(), other.name.split()
    return not any(plain(part) in texts[other.article] for part in mine) and not any(
        plain(part) in texts[one.article] for part in theirs
    )


def _holders(article: SourceArticle) -> Iterator[Holder]:
    """Yield the people of whom a text says which office of what they hold."""
    text = article.text
    for one in entities(text, article.title, article.language):
        for start, end in one.offsets if _may_be_person(one) else ():
            before = text[max(0, start - _BESIDE_CHARACTERS) : start]
            found = _BEHIND.match(text, end) or next((held for form in _BEFORE if (held := form.search(before))), None)
            if found:
                yield Holder(article.id, start, end, text[start:end], found["office"], found["owner"])


def _may_be_person(one: Entity) -> bool:
    return one.kind in (EntityKind.PERSON, EntityKind.OTHER) and len(one.surface.split()) > 1


def is_person(one: Entity) -> bool:
    """Tell whether a name is a person's, by what stands beside it or by the given name it begins with."""
    first, *rest = one.surface.casefold().split()
    return one.kind is EntityKind.PERSON or (one.kind is EntityKind.OTHER and bool(rest) and first in given_names())


def holds_office(article: SourceArticle, one: Entity) -> bool:
    """Tell whether an office stands beside a name anywhere in an article."""
    known = lexicon(article.language)
    for start, end in one.offsets if is_person(one) else ():
        beside = (
            f"{article.text[max(0, start - _OFFICE_CHARACTERS) : start]} {article.text[end : end + _OFFICE_CHARACTERS]}"
        )
        if article.language in UNCASED:
            if any(role in beside for role in known.roles - known.addressed):
                return True
        elif any(word in known.roles or word.endswith(known.role_endings) for word in map(str.casefold, words(beside))):
            return True
    return False
