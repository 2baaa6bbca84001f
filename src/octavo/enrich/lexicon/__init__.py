"""Word lists by language, one TOML file each; all words case-folded, `*` at a word's end stands for any ending."""

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.resources import files
from typing import Any, get_type_hints

Deeds = tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
"""Beginnings of verbs, each with what says that it was done."""

GLUED = frozenset({"ja", "ko", "zh"})
"""Languages that write a word in one with what leans on it, or with the next: an edge of a word tells nothing."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What enrichment knows of a language's words."""

    stop: frozenset[str] = frozenset()
    """Words that say nothing of what a text is about."""
    leaning: frozenset[str] = frozenset()
    """First words of sentences that lean on the one before."""
    leaning_openers: tuple[str, ...] = ()
    """Phrases that open such sentences; a single word only before a comma; `#` stands for a number."""
    referring: tuple[str, ...] = ()
    """Phrases that speak of what the sentence before said: denies this."""
    firsthand: frozenset[str] = frozenset()
    """Words of a writer who speaks of himself or herself."""
    standing_in: frozenset[str] = frozenset()
    """Pronouns of one person who does something: he, she."""
    furniture: tuple[str, ...] = ()
    """Words of invitations, notices and credits."""
    roles: frozenset[str] = frozenset()
    """Offices and titles that stand before a person's name."""
    surnames: frozenset[str] = frozenset()
    """Of a script without capitals, those that most people have."""
    given: frozenset[str] = frozenset()
    """Given names; in Japanese what they are written with."""
    families: frozenset[str] = frozenset()
    """Family names that nothing but custom tells from other words."""
    trades: frozenset[str] = frozenset()
    """What people do, right before a name."""
    addressed: frozenset[str] = frozenset()
    """What stands right behind a person's name: Ms, grandfather."""
    nobody: frozenset[str] = frozenset()
    """Words that begin as names do and name nobody."""
    saying: frozenset[str] = frozenset()
    """Words beside a quotation that say who spoke it."""
    modifiers: frozenset[str] = frozenset()
    """Words that are part of an office only beside a role: foreign, deputy."""
    organisations: frozenset[str] = frozenset()
    """Words that make a name an organisation's."""
    firm_endings: tuple[str, ...] = ()
    """Endings of words that are firms' names."""
    settlement_endings: tuple[str, ...] = ()
    """The same of places' names."""
    generic: frozenset[str] = frozenset()
    """What before such an ending makes it a thing of no name: public transport; or what is alone no body's name."""
    role_endings: tuple[str, ...] = ()
    """Endings of long words that are offices and trades."""
    peoples: frozenset[str] = frozenset()
    """Peoples and their languages, where nothing else tells them from names."""
    geography: frozenset[str] = frozenset()
    """Words that make a name a place's as its last word."""
    leading_geography: frozenset[str] = frozenset()
    """The same, as its first."""
    locating: tuple[str, ...] = ()
    """Words before a place."""
    settled: tuple[str, ...] = ()
    """Words before a place, up to its name: mayor of, port of."""
    settlements: tuple[str, ...] = ()
    """What a place is called whose name follows behind a comma: the capital, Deshkar."""
    of_place: frozenset[str] = frozenset()
    """Words behind a place's name that make it another thing's: embassy, people, tongue."""
    doing: frozenset[str] = frozenset()
    """What holders of offices do, right behind a name."""
    governing: frozenset[str] = frozenset()
    """Prepositions, behind which no subject stands."""
    causing: tuple[str, ...] = ()
    """Words beside what something is the result of."""
    subordinating: frozenset[str] = frozenset()
    """Words that begin a clause of its own within a sentence."""
    unnamed: frozenset[str] = frozenset()
    """Who speaks without a name, behind the name of whoever it is for: an official of."""
    apposed: frozenset[str] = frozenset()
    """Words before a name that say what bears it and are no part of it: rival, carmaker."""
    apposed_bodies: frozenset[str] = frozenset()
    """The same, of which only bodies are told."""
    elided: frozenset[str] = frozenset()
    """Words that an apostrophe joins to the next: l', dell'."""
    body_endings: tuple[str, ...] = ()
    """Endings of small words that go on with a body's name: Union européenne."""
    articles: frozenset[str] = frozenset()
    """The and its like: what stands behind them is no person."""
    declined: tuple[str, ...] = ()
    """How names end in each case, the nominative first, `-` for nothing; the cases of one row in one order."""
    places: frozenset[str] = frozenset()
    """Large cities and regions; countries come from the CLDR."""
    clock: frozenset[str] = frozenset()
    """Units of time: durations differ with what they measure."""
    promising: tuple[str, ...] = ()
    """Words of promises, plans and duties."""
    foretelling: tuple[str, ...] = ()
    """Of those, the ones that forecasts have too, and that promise nothing without a deed."""
    unkept: tuple[str, ...] = ()
    """Words that say that a promise was not kept, or is none."""
    future_endings: tuple[str, ...] = ()
    """Endings of verbs that say what shall be."""
    future_beginnings: tuple[str, ...] = ()
    """Beginnings of such verbs."""
    no_future: tuple[str, ...] = ()
    """Words that begin so and are no such verbs."""
    until: tuple[str, ...] = ()
    """Words before a date by which something shall be done."""
    ends: tuple[str, ...] = ()
    """What part of a month or year stands before it in a date by which something shall be done."""
    ahead: tuple[str, ...] = ()
    """Such dates without a name: the end of the year."""
    appointing: tuple[str, ...] = ()
    """Verbs of what people do on a day that is set: meet, vote."""
    until_after: tuple[str, ...] = ()
    """The same, where they follow the date."""
    pledging: tuple[str, ...] = ()
    """Of the words of promises, those that an amount alone needs."""
    moved: tuple[str, ...] = ()
    """Words that say that a promised date or amount is another now."""
    replacing: tuple[str, ...] = ()
    """Words beside a date that no longer holds: instead of, later than promised."""
    withdrawn: tuple[str, ...] = ()
    """Words that say that a promise holds no more."""
    matters: frozenset[str] = frozenset()
    """What is moved or withdrawn where the promised thing is not named itself: opening, deadline, plan."""
    manner: frozenset[str] = frozenset()
    """Words beside a verb that say how or when: finally, officially."""
    particles: frozenset[str] = frozenset()
    """What ends a noun and is no part of it."""
    towards: tuple[str, ...] = ()
    """Words before a date to which something is moved."""
    towards_after: tuple[str, ...] = ()
    """The same, where they follow the date."""
    unsure: tuple[str, ...] = ()
    """Words that leave open whether something is so."""
    undone: tuple[str, ...] = ()
    """Words that say that something has not happened."""
    done: Deeds = ()
    """What says that a promised thing was done, by the verb that promised it."""
    dayparts_before: tuple[str, ...] = ()
    """Words before a day that say which part of it."""
    dayparts_after: tuple[str, ...] = ()
    """The same, where they follow it."""
    dayparts_glued: tuple[str, ...] = ()
    """The same, where no space parts them from it."""
    numerals: tuple[str, ...] = ()
    """Two, three and so on, a slash between the forms of one."""
    one: tuple[str, ...] = ()
    """One, as it stands in twenty-one, likewise."""
    tens: tuple[str, ...] = ()
    """Twenty, thirty and so on, likewise."""
    compound: str = "{ten}-{one}"
    """How they stand together."""
    figures: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Words that mean a number and count nothing by themselves: third, both, a dozen."""
    scales: tuple[str, ...] = ()
    """Words in which large numbers are written out."""
    ranges: tuple[str, ...] = ()
    """What stands between the two ends of a range: 5 to 7 million."""
    by_clock: tuple[str, ...] = ()
    """Words beside an hour of the clock, before or behind it."""
    denying: tuple[str, ...] = ()
    """Words that say no."""
    not_denying: tuple[str, ...] = ()
    """Phrases of such words that leave a sentence as it is: not only."""
    denying_too: tuple[str, ...] = ()
    """Words by which a translation may say no instead."""
    hurt: tuple[str, ...] = ()
    """Beginnings of words of injury."""
    graded: tuple[str, ...] = ()
    """Words that say how badly somebody is hurt."""
    aging: tuple[str, ...] = ()
    """What stands before somebody's age: aged."""
    shares: tuple[str, ...] = ()
    """What stands between the two numbers of a share: one in five."""
    describing: frozenset[str] = frozenset()
    """Words that may stand between a number and what it counts, though they are stop words or look like the latter."""
    plurals: tuple[str, ...] = ()
    """Plurals that do not end as others do."""
    counters: tuple[str, ...] = ()
    """What stands right behind a number and says what kind of thing is counted."""
    rates: tuple[str, ...] = ()
    """What an amount is reckoned by: an hour, a year."""
    ago: frozenset[str] = frozenset()
    """Words that make a duration a moment."""
    ago_before: frozenset[str] = frozenset()
    """The same, where they stand before it."""
    habitual: frozenset[str] = frozenset()
    """Words before a weekday that is no single day."""
    relative: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Words for days by how many they are after today."""
    deadly: tuple[str, ...] = ()
    """Beginnings of words of death."""
    since: tuple[str, ...] = ()
    """Words that open a span of time up to now."""
    periods: tuple[str, ...] = ()
    """Spans of time by name: last week."""
    coming: tuple[str, ...] = ()
    """Words beside a weekday that say that it is the next of its name."""
    gone: tuple[str, ...] = ()
    """The same of the last."""
    up_to: tuple[str, ...] = ()
    """The same of one that something lasts until."""
    this_week: tuple[str, ...] = ()
    """The same of one in the week of the report."""
    next_week: tuple[str, ...] = ()
    """The same of one in the week after it; a word that stands in two of these lists may mean either."""
    last_week: tuple[str, ...] = ()
    """The same of one in the week before it."""
    scheduling: tuple[str, ...] = ()
    """Words of what is planned, and verbs in the present that tell of it: scheduled, takes effect."""
    timeless: tuple[str, ...] = ()
    """Words beside which a weekday may be ahead or behind."""
    toll: tuple[str, ...] = ()
    """What the number of the dead is called."""
    people: frozenset[str] = frozenset()
    """Words for people of any kind."""
    rising: tuple[str, ...] = ()
    """Words beside a number, or of what it counts, that grows while it is counted: evacuated, arrested, at least."""
    varying: tuple[str, ...] = ()
    """The same of a number that rises and falls: missing, without power, gusts, shares."""
    killers: tuple[str, ...] = ()
    """Beginnings of words for who killed, and may have died too."""
    several: tuple[str, ...] = ()
    """Words that say that something is counted of several events or places together, or of a further one."""
    districts: tuple[str, ...] = ()
    """What a smaller place is called, before its name; where no space parts words, behind it."""
    joining: frozenset[str] = frozenset()
    """Words that join clauses."""
    clause_endings: tuple[str, ...] = ()
    """What the last word of a clause ends with, where another clause follows."""
    hours: tuple[str, ...] = ()
    """What stands behind an hour of the day."""
    hours_before: tuple[str, ...] = ()
    """The same, before it."""
    formerly: tuple[str, ...] = ()
    """Words of a time before the news: last year, decades ago."""
    differs: str = "{one} / {other}"
    """States two numbers of one thing, from reports without a named publisher."""
    differs_named: str = "{a}: {one}; {b}: {other}"
    """The same with the publishers' names."""
    asking: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that ask for a number, a moment, a person, a place, a reason."""
    suggesting: Mapping[str, str] = field(default_factory=dict)
    """Questions to begin with, by what they ask for, with room for a name or a place."""
    categories: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that speak for a category."""


@cache
def lexicon(language: str) -> Lexicon:
    """Return the words of `language`; an empty lexicon for one that has no file."""
    source = files(__package__) / f"{language}.toml"
    if not language.isalpha() or not source.is_file():
        return Lexicon()
    table = {**_commitments().get(language, {}), **tomllib.loads(source.read_text("utf-8"))}
    kinds = get_type_hints(Lexicon)
    return Lexicon(**{name: _READERS[kinds[name]](told) for name, told in table.items()})


@cache
def _commitments() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((files(__package__) / "commitments.toml").read_text("utf-8"))


def any_of(listed: Collection[str]) -> str:
    """Return what matches any of these words, the longest first; nothing where there are none."""
    return "|".join(map(re.escape, sorted(listed, key=lambda word: (-len(word), word)))) or "(?!)"


@cache
def barred_names() -> Mapping[str, frozenset[str]]:
    """Return the keys of names that no story is about: "agencies" and "credits"; and "acronyms" of things."""
    table = tomllib.loads((files(__package__) / "names.toml").read_text("utf-8"))
    return {kind: frozenset(listed.split() if kind == "acronyms" else _words(listed)) for kind, listed in table.items()}


@cache
def common_countries(language: str) -> Mapping[str, str]:
    """Return what countries are called besides their names in the CLDR, each with its code there."""
    table = tomllib.loads((files(__package__) / "countries.toml").read_text("utf-8"))
    return {name: code for code, listed in table.get(language, {}).items() for name in _phrases(listed)}


@cache
def times(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return what spans of time are called, and what asks for one or for the news, as times.toml tells it."""
    table = tomllib.loads((files(__package__) / "times.toml").read_text("utf-8"))
    return {kind: _phrases(f"{listed},") for kind, listed in table.get(language, {}).items()}


@cache
def given_names() -> frozenset[str]:
    """Return given names that people have wherever there are capitals, of which none is a place's or a thing's too."""
    return frozenset(_words((files(__package__) / "given_names.txt").read_text("utf-8")))


def _words(listed: str) -> list[str]:
    return listed.casefold().split()


def _phrases(listed: str) -> tuple[str, ...]:
    """Read words parted by spaces, or phrases parted by commas and lines where there is a comma."""
    if "," not in listed:
        return tuple(_words(listed))
    parts = (" ".join(part.split()) for part in listed.casefold().split(","))
    return tuple(part for part in parts if part)


def _listed_by(key: Callable[[str], Any], table: Mapping[str, str]) -> Mapping[Any, tuple[str, ...]]:
    return {key(name): _phrases(listed) for name, listed in table.items()}


def _deeds(table: Mapping[str, str]) -> Deeds:
    return tuple(
        (tuple(f"{verb.rstrip('*')}*" for verb in _phrases(verbs)), _phrases(told)) for verbs, told in table.items()
    )


_READERS: Mapping[object, Callable[[Any], Any]] = {
    str: str,
    tuple[str, ...]: _phrases,
    frozenset[str]: lambda listed: frozenset(_phrases(listed)),
    Mapping[str, str]: dict,
    Mapping[str, tuple[str, ...]]: partial(_listed_by, str),
    Mapping[int, tuple[str, ...]]: partial(_listed_by, int),
    Deeds: _deeds,
}
"""How a file's texts and tables are read into fields, by the types of these."""
