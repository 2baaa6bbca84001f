"""What a name with capitals names, by what stands beside it and by how else the text calls its bearer."""

import re
from collections import defaultdict
from functools import cache

from octavo.enrich.entities import EntityKind, Mention
from octavo.enrich.lexicon import Lexicon, any_of, given_names, lexicon
from octavo.enrich.places import is_demonym

_BESIDE_CHARACTERS = 24
_TITLE_CHARACTERS = 80
_AGED = re.compile(r",\s\d{1,2}[,.;)]|\s\(\d{1,2}\)|,\swho(?:se)?\s")
"""Right behind a person: how old, or who."""
_BELONGING = frozenset(("of", "for"))
PARTICLES = frozenset(("van", "von", "den", "de", "del", "di", "da", "du", "le", "al", "bin", "ibn", "bint"))
"""They stand between a given name and a family's, and belong to the latter: von der Leyen."""
_DESCRIBING = re.compile(r"-(?:language|born|led|speaking|style|era|run|wide|[a-z]{3,}(?:ed|ing))$")
"""The end of a first word that only describes: Velmarian-language."""
_OPENING, _CLOSING = tuple("\"“«„「『‘'"), tuple("\"”»“」』’'")
_NUMBERED = re.compile(r"\s\d")
"""Right behind a thing of many: Room 4."""
_ARTICLED = re.compile(r"(?:al|el|ad|as|an|ar|ash|at)-(?=[^\W\d_])[^a-z]")


def told_apart(found: list[Mention], text: str, language: str, lower: set[str]) -> list[Mention]:
    """Return mentions with the kinds that the text speaks for; `lower` are its words without a capital."""
    known = lexicon(language)
    at: dict[str, list[Mention]] = defaultdict(list)
    for one in found:
        at[one.surface].append(one)
    quoted = {surface for surface, ones in at.items() if any(_is_quoted(text, one) for one in ones)}
    located = {surface for surface, ones in at.items() if _is_place(ones, text, language)} - quoted
    alone = {
        surface
        for surface, ones in at.items()
        if is_short(surface) and ones[0].kind is not EntityKind.PLACE and not _is_thing(ones, text, known, lower)
    }
    addressed = {one.surface for one in found if is_short(one.surface) and one.kind is EntityKind.PERSON}
    persons = {surface for surface, ones in at.items() if _is_person(ones, text, language, alone - located, addressed)}
    kinds = dict.fromkeys(located, EntityKind.PLACE) | dict.fromkeys(persons, EntityKind.PERSON)
    works = {one.surface for one in found if one.kind is EntityKind.PLACE and " " in one.surface} & quoted
    kinds |= dict.fromkeys(works, EntityKind.OTHER)
    return [
        Mention(one.start, one.end, one.surface, kinds.get(one.surface, one.kind))
        if one.kind is EntityKind.OTHER or one.surface in works
        else one
        for one in found
    ]


def _is_quoted(text: str, one: Mention) -> bool:
    """Tell whether a name is all that stands in quotation marks, as titles of films and books are."""
    before, behind = text[max(0, one.start - 1) : one.start], text[one.end : one.end + 2].lstrip(",.")[:1]
    return before in _OPENING and behind in _CLOSING


def short_forms(name: str) -> tuple[str, ...]:
    """Return what the bearer of a full name is called for short: Bashar al-Test is Bashar, al-Test or Test.

    With particles the family's name has several words: von der Leyen, or Von der Leyen at a sentence's head.
    """
    parts = name.split()
    first, *_, last = parts
    at = next((n for n, part in enumerate(parts) if n and part in PARTICLES), -1)
    family = " ".join(parts[at:])
    bare = last.partition("-")[2] if _ARTICLED.match(last) else last
    return first, last, bare, family, family[:1].upper() + family[1:]


def is_short(surface: str) -> bool:
    """Tell whether a name may be what somebody is called for short: one word, with the particles before it."""
    first, *rest = surface.split()
    return not rest or (first.casefold() in PARTICLES and all(part.islower() for part in rest[:-1]))


def is_articled(word: str) -> bool:
    """Tell whether a word is a name behind an article of its own: al-Test."""
    return bool(_ARTICLED.match(word))


def _is_thing(ones: list[Mention], text: str, known: Lexicon, lower: set[str]) -> bool:
    """Tell whether a single word means things or members, as "the Girls" and "Growers" do."""
    plain = ones[0].surface.casefold()
    articled = any(_word_before(text, one).casefold() in known.articles for one in ones)
    return plain in lower or plain in known.geography or articled


def _word_before(text: str, one: Mention) -> str:
    words = text[max(0, one.start - _BESIDE_CHARACTERS) : one.start].split()
    return words[-1] if words and text[one.start - 1].isspace() else ""


def _is_place(ones: list[Mention], text: str, language: str) -> bool:
    """Tell whether a name of unknown kind stands where places stand, as often as it may stand there."""
    surface = ones[0].surface
    if ones[0].kind is not EntityKind.OTHER or surface.isupper():
        return False
    known = lexicon(language)
    behind = sum(
        bool(_locating(language).search(text[max(0, one.start - _BESIDE_CHARACTERS) : one.start])) for one in ones
    )
    among_nouns = language == "de"
    if among_nouns and any(_word_before(text, one).casefold() in known.articles for one in ones):
        return False
    if any(_NUMBERED.match(text, one.end) for one in ones):
        return False
    owned = any(text[one.end : one.end + 1] in ("'", "’") for one in ones)
    return behind > among_nouns and 2 * behind >= len(ones) and not (owned and " " in surface)


def is_located(surface: str, text: str, language: str) -> bool:
    """Tell whether a name stands anywhere in a text where only places do: in Ellen Park, at the Ellen Park."""
    known = lexicon(language)
    before = any_of([*known.locating, *known.settled, *known.articles, "at"])
    return bool(re.search(rf"\b(?:{before})\s{re.escape(surface)}\b", text, re.IGNORECASE))


@cache
def _locating(language: str) -> re.Pattern[str]:
    known = lexicon(language)
    named = rf"(?:{any_of(known.locating)}|{any_of(known.settled)})\s|(?:{any_of(known.settlements)}),\s"
    return re.compile(rf"\b(?:{named})$", re.IGNORECASE)


def _is_person(ones: list[Mention], text: str, language: str, alone: set[str], addressed: set[str]) -> bool:
    """Tell whether a name of two to four words is a person's: called by surname, aged, or speaking."""
    surface, known = ones[0].surface, lexicon(language)
    parts = surface.split()
    plain = ones[0].kind is EntityKind.OTHER and 2 <= len(parts) <= 4 and not any(part.isupper() for part in parts)
    plain = plain and not is_demonym(parts[0], language) and _BELONGING.isdisjoint(map(str.casefold, parts))
    if (
        not plain
        or _DESCRIBING.search(parts[0])
        or any(_word_before(text, one).casefold() in known.articles for one in ones)
    ):
        return False
    first, *short = short_forms(surface)
    if not alone.isdisjoint(short) or not addressed.isdisjoint((first, *short)):
        return True
    if any(_is_titled(text, one, language) for one in ones):
        return True
    cued = any(_AGED.match(text, one.end) or _speaks(text, one, known) for one in ones)
    return cued and (first in alone or not parts[-1].endswith("s") or any(_AGED.match(text, one.end) for one in ones))


def _is_titled(text: str, one: Mention, language: str) -> bool:
    """Tell whether an office stands in apposition: "the mayor of Ullam, Ada Lorne,", "Ada Lorne, mayor of Ullam"."""
    before, behind = _titled(language)
    leads = before.search(text[max(0, one.start - _TITLE_CHARACTERS) : one.start])
    return bool(behind.match(text, one.end) or (leads and text[one.end : one.end + 1] in tuple(',.»”"')))


@cache
def _titled(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = lexicon(language)
    article = rf"(?:(?:{any_of(known.articles)})\s)?" if known.articles else ""
    office = rf"(?:(?:{any_of(known.modifiers)})\s)?(?:{any_of(known.roles)})"
    of = r"(?:of|for|von|der|des|de|del|du|da|do|di|della)(?:\s(?:the|la|el|los|las|le|les))?"
    return (
        re.compile(rf"\b{office}(?:\s{of}\s[^,.;:\n]{{2,40}})?,\s$", re.IGNORECASE),
        re.compile(rf",\s{article}{office}(?:\s{of}\s|,|\.)", re.IGNORECASE),
    )


def _speaks(text: str, one: Mention, known: Lexicon) -> bool:
    behind = text[one.end : one.end + _BESIDE_CHARACTERS].split()
    owned = _word_before(text, one).casefold() in _BELONGING and one.surface.split()[0].casefold() not in given_names()
    speaks = (
        not owned
        and bool(behind)
        and text[one.end : one.end + 1].isspace()
        and behind[0].strip(",.:").casefold() in known.saying
    )
    return speaks or _word_before(text, one).casefold() in known.saying
