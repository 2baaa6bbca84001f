"""Names in scripts with capitals: runs of capitalised words, vouched for by the rest of the text.

A capital at a sentence's head says nothing by itself, and in German nearly nothing anywhere; such words count only
where the text, the word lists or the company of another capital speak for them.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from octavo.core.text import sentences
from octavo.enrich.cased_kinds import PARTICLES, is_articled, is_located, told_apart
from octavo.enrich.days import calendar
from octavo.enrich.declined import nominatives
from octavo.enrich.entities import EntityKind, Mention
from octavo.enrich.lexicon import Lexicon, barred_names, given_names, lexicon
from octavo.enrich.passages import dateline_end
from octavo.enrich.places import is_demonym, places

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_][\w&]*(?:['’.\-][^\W_][\w&]*)*")
_COMPOUND = re.compile(r"^.*-(?=[^\W\d_]{3,}$)")
"""What stands before the last part of a compound: Cut-off."""
_ELISION = re.compile(r"([^\W\d_]+)['’](?=[^\W\d_])")
_POSSESSIVE = re.compile(r"['’]s?$")
_LINKS = frozenset(
    ("of", "for", "the", "de", "del", "della", "di", "da", "du", "des", "la", "las", "los", "el", "van", "von", "der")
)
_DATED = re.compile(r"\.?,?\s\d|\.,?\s(?=[^\W\d_A-Z])")
"""What stands behind a month that is written short: Sept. 12."""
_JOINING = ("and", "und", "y", "et")
_COUNTS = frozenset(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "first", "second"))
"""Stop words that belong to a name where they have a capital within a sentence: the Six Straits Council."""
_PARTNERS = " & "
"""It stands between the names that one body bears."""
_BELONGING = ("of", "for")
"""After a person's name these begin whom the person belongs to."""
_SHOUTED_LETTERS = 4
"""Fewer letters may be a word and a body's both: who and the WHO."""
CASED_NOUNS = ("de", "lb")
_MEMBERS = frozenset(word + mark + "s" for word in ("people", "women", "men", "children") for mark in "'’")
"""Whose body's name goes on: the People's Republic, the Growers' Alliance."""
_SAINTS = frozenset(("st", "ste"))
"""They begin a name, and whose house it is stands behind it: St Orrin's Hospital."""
_SHORTENED = _SAINTS | {"mt", "ft"}
"""Words written short with a stop, that a name goes on behind: Cape St. Orrin."""
_STOPPED_NAMES = {"may": -1, "new": 1}
"""Common words that with a capital belong to the name before or behind them: Tessa May, New Velmar."""
_PATRONYMICS = ("вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной", "чна", "чны", "чной")
_SEATED_LENGTH = 3
_LONGEST_RUN = 7
_BESIDE_CHARACTERS = 30
_LONGEST_STRETCH = 40
"""Words with capitals in a row: more are no names, or many."""
_LONG_ROLE_LETTERS = 7
_OF_WOMEN, _WOMANS_LETTERS = "in", 6
"""How German ends what a woman is, in words of so many letters at least: Köchin."""
_DECLINED = ("e", "en", "er", "es", "em")
"""How German ends an adjective."""
_SAINTED = frozenset(
    ("san", "santa", "santo", "nueva", "ciudad", "puerto", "el", "la", "los", "las", "saint", "new", "port")
)


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str
    heads: bool
    """It is the first of its sentence, or behind a colon."""

    @property
    def key(self) -> str:
        return self.word.casefold()

    @property
    def is_capital(self) -> bool:
        return self.word[0].isupper() or is_articled(self.word) or sum(map(str.isupper, self.word)) > 1

    @property
    def is_acronym(self) -> bool:
        letters = self.word.replace(".", "")
        return 2 <= len(letters) <= 6 and letters.isupper() and letters[0].isalpha()


class Capitals:
    """Finds the names of one text."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._lexicon: Lexicon = lexicon(language)
        self._places = places(language)
        self._cased_nouns = language in CASED_NOUNS
        self._months, self._weekdays = calendar(language)
        self._particles = PARTICLES - self._lexicon.stop - self._lexicon.articles if self._lexicon.stop else frozenset()
        self._links = _LINKS | self._particles
        elided = self._lexicon.elided
        self._sentences = [list(_tokens(text, span.start, span.end, elided)) for span in sentences(text, language)]
        inner = [token for tokens in self._sentences for token in tokens if not token.heads]
        self._vouched = Counter(token.word for token in inner if token.is_capital)
        self._lower = {token.word for tokens in self._sentences for token in tokens if not token.is_capital}

    def mentions(self) -> list[Mention]:
        """Return the names in the order of the text."""
        found = [
            mention for tokens in self._sentences for run in self._runs(tokens) for mention in self._named(run, tokens)
        ]
        found = told_apart(found, self._text, self._language, self._lower)
        if self._cased_nouns:
            found = _names_among_nouns(found)
        return sorted(found, key=lambda mention: mention.start)

    def _runs(self, tokens: list[_Token]) -> Iterator[list[_Token]]:
        if _is_headline(tokens, self._lexicon.stop):
            tokens = [token for token in tokens if token.is_acronym or token.key in self._places]
        run: list[_Token] = []
        for at, token in enumerate(tokens):
            if run and not (self._adjoins(run, token) and len(run) < _LONGEST_STRETCH):
                yield from self._closed(run)
                run = []
            if token.is_capital or (self._goes_on(run, token) if run else self._opens(tokens, at)):
                run.append(token)
            elif run:
                yield from self._closed(run)
                run = []
        yield from self._closed(run)

    def _opens(self, tokens: list[_Token], at: int) -> bool:
        """Tell whether a name begins with these particles, which are no words of the language: von der Leyen."""
        if tokens[at].key not in self._particles:
            return False
        rest = tokens[at : at + _LONGEST_RUN]
        behind = next((n for n, token in enumerate(rest) if token.key not in self._links or token.is_capital), 0)
        gaps = {self._text[one.end : other.start] for one, other in pairwise(rest[: behind + 1])}
        return rest[behind].is_capital and gaps == {" "}

    def _goes_on(self, run: list[_Token], token: _Token) -> bool:
        """Tell whether a word without a capital goes on with a name: of Velmar, Union européenne, Arabie saoudite."""
        if token.key in self._links or self._joins(token, run):
            return True
        of_body = run[-1].key in self._lexicon.organisations or (not run[-1].is_capital and self._is_body(run))
        of_body = of_body and token.key.endswith(self._lexicon.body_endings)
        return of_body or self._surface([run[-1], token]).casefold() in self._places

    def _joins(self, token: _Token, run: list[_Token]) -> bool:
        """Tell whether "and" goes on with a body's name: the Organization for Security and Cooperation."""
        keys = {one.key for one in run}
        return (
            token.key in _JOINING
            and not keys.isdisjoint(_BELONGING)
            and not keys.isdisjoint(self._lexicon.organisations)
        )

    def _adjoins(self, run: list[_Token], other: _Token) -> bool:
        one = run[-1]
        gap = self._text[one.end : other.start]
        of_members = (gap in ("' ", "’ ") and one.key.endswith("s")) or (gap == " " and one.key in _MEMBERS)
        of_saint = gap == " " and len(run) > 1 and run[-2].key in _SAINTS and _POSSESSIVE.search(one.word)
        if of_members or of_saint:
            return other.is_capital and other.key in self._lexicon.organisations
        if one.key in _SHORTENED and gap == ". ":
            return other.is_capital
        if gap == _PARTNERS:
            is_further_person = len(run) > 1 and other.key in given_names()
            return one.is_capital and other.is_capital and not is_further_person
        return gap == " " and len(_POSSESSIVE.findall(one.word)) == 0

    def _closed(self, run: list[_Token]) -> Iterator[list[_Token]]:
        """Yield the trustworthy parts of a run: without an unvouched head, parted at stop words."""
        while run and not run[-1].is_capital and (run[-1].key in self._links or run[-1].key in _JOINING):
            run = run[:-1]
        if self._surface(run).casefold() in self._places:
            yield run
            return
        if run and run[0].heads and not self._is_vouched(run):
            run = run[1:]
            while run and not run[0].is_capital and run[0].key not in self._links:
                run = run[1:]
        part: list[_Token] = []
        for at, token in enumerate(run):
            kept = token.key in self._links or token.key in _JOINING or self._is_part_of_name(run, at)
            if token.key in self._lexicon.stop and not kept:
                yield part
                part = []
            else:
                part.append(token)
        yield part

    @staticmethod
    def _is_part_of_name(run: list[_Token], at: int) -> bool:
        """Tell whether a stop word belongs to a name by its capital within a sentence."""
        token, beside = run[at], at + _STOPPED_NAMES.get(run[at].key, len(run))
        named = token.key in _COUNTS or (0 <= beside < len(run) and run[beside].is_capital)
        return named and token.is_capital and not token.heads

    def _is_vouched(self, run: list[_Token]) -> bool:
        head = run[0]
        is_given = len(run) > 1 and (head.key in given_names() or head.key in self._particles)
        is_body = head.key in self._lexicon.organisations and len(run) > 2 and run[1].key in _BELONGING
        is_known = head.key in self._lexicon.roles or head.key in self._places or self._vouched[head.word]
        if is_given or is_body or is_known or head.is_acronym:
            return True
        plain = head.key in self._lexicon.stop or head.key in self._lower or self._cased_nouns
        plain = plain or _COMPOUND.sub("", head.word) in self._lexicon.stop
        return not plain and len(run) > 1 and (run[1].is_capital or run[1].key in self._particles)

    def _named(self, run: list[_Token], tokens: list[_Token]) -> Iterator[Mention]:
        """Yield the names of a run: "NATO Secretary General Mark Rutte" holds two."""
        run, seat = self._parted(self._unapposed(run), tokens)
        yield from self._seated(seat)
        is_led = len(run) > 2 and run[0].is_acronym and not self._is_role(run[0])
        if is_led and run[1].key in given_names() and not run[1].word.isupper():
            yield from self._mention(run[:1], after_role=False)
            run = run[1:]
        if len(run) > 2 and is_demonym(run[0].word, self._language) and not self._is_body(run):
            run = run[1:]
        part: list[_Token] = []
        after_role = bool(run) and (bool(seat) or self._is_after_role(run[0], tokens))
        i = 0
        while i < len(run):
            office = self._office(run, i)
            leaves = bool(part) and run[i].key in _BELONGING and (after_role or self._names_one(part, run[i + 1 :]))
            if office or leaves:
                yield from self._mention(part, after_role=after_role)
                part, i = [], i + max(office, 1)
                after_role = bool(office) and not (i < len(run) and run[i].key in _BELONGING)
            else:
                part.append(run[i])
                i += 1
        yield from self._mention(part, after_role=after_role)

    def _unapposed(self, run: list[_Token]) -> list[_Token]:
        """Return a run without a first word that says what the bearer is: Rival Ostara, Baukonzern Halden."""
        stands = bool(run) and (run[0].heads or self._cased_nouns) and len(run) > 1 and run[1].is_capital
        is_led = stands and self._is_apposed(run[0]) and (not self._is_body(run[1:]) or self._is_firm(run[1:]))
        return run[1:] if is_led or self._is_behind_noun(run) else run

    def _is_behind_noun(self, run: list[_Token]) -> bool:
        """Tell whether a noun with an article stands before a full name: der Augenzeuge Anton Rehse."""
        is_noun = self._cased_nouns and len(run) == 3 and not self._is_body(run) and not self._is_womans(run)
        is_noun = is_noun and run[0].key not in given_names()
        is_named = is_noun and (run[1].key in given_names() or not run[0].key.endswith(_DECLINED))
        return is_named and self._has_article(run[0])

    def _is_apposed(self, token: _Token) -> bool:
        return token.key in self._lexicon.apposed or self._is_apposed_to_body(token.key)

    def _is_apposed_to_body(self, word: str) -> bool:
        """Tell whether a word tells that a body's name follows; among nouns with capitals its ending does too."""
        listed = self._lexicon.apposed_bodies
        return word in listed or (self._cased_nouns and word.endswith(tuple(listed)))

    def _parted(self, run: list[_Token], tokens: list[_Token]) -> tuple[list[_Token], list[_Token]]:
        """Return a run without whose office its first words say, and those: exalcalde de Tezuma Abundio Quintar.

        Among nouns with capitals what owns is kept, not what is owned: Auswertung der Hochschule Velmar.
        """
        before = _two_before(run[0], tokens) if run else []
        if len(run) > 2 and len(before) == 2 and before[1].key in self._links and self._is_role(before[0]):
            count = next((n for n in (3, 2) if self._surface(run[:n]).casefold() in self._places), 1)
            count = max(count, 2) if run[0].key in _SAINTED else count
            if len(run) - count > 1 and not any(token.key in self._links for token in run):
                return run[count:], run[:count]
        link = next((n for n, token in enumerate(run) if n and token.key in self._links), 0)
        of_person = link and (run[link].key in self._particles or run[link - 1].key in given_names())
        if self._cased_nouns and link and not of_person and not self._is_body(run[:link]):
            return run[link + 1 :], []
        return run, []

    def _seated(self, seat: list[_Token]) -> Iterator[Mention]:
        if seat:
            surface = self._surface(seat)
            yield Mention(seat[0].start, seat[0].start + len(surface), surface, EntityKind.PLACE)

    def _is_body(self, part: list[_Token]) -> bool:
        """Tell whether a word makes these an organisation's name; among nouns with capitals its ending does too."""
        listed = self._lexicon.organisations
        if any(token.key in listed for token in part) or self._is_firm(part):
            return True
        endings = tuple(word for word in listed if len(word) > 3) if self._cased_nouns else ()
        return bool(endings) and any(token.key.endswith(endings) for token in part)

    def _is_firm(self, part: list[_Token]) -> bool:
        """Tell whether a body bears several names: Lattner & Sohn."""
        return any(self._text[one.end : other.start] == _PARTNERS for one, other in pairwise(part))

    def _names_one(self, part: list[_Token], rest: list[_Token]) -> bool:
        """Tell whether a person's name ends where a body's begins: Opal Jern of the Valley Heritage League."""
        return len(part) == 2 and not self._is_body(part) and len(rest) > 1 and self._is_body(rest)

    def _is_after_role(self, first: _Token, tokens: list[_Token]) -> bool:
        before = _two_before(first, tokens)
        if not before or self._text[before[-1].end : first.start].strip(" ,"):
            return False
        modified = before[-1].key in self._lexicon.modifiers and self._is_role(before[0])
        return self._is_role(before[-1]) or modified

    def _is_role(self, token: _Token) -> bool:
        """Tell whether a word is an office or a trade, long ones by their ending: Brandmeister, exalcalde, LUV-Chef."""
        endings = self._lexicon.role_endings
        long = len(token.key) >= _LONG_ROLE_LETTERS and bool(endings) and token.key.endswith(endings)
        simple = token.key.removeprefix("ex").rpartition("-")[2]
        forms = {token.key, simple, *nominatives(simple, self._language)}
        return long or not forms.isdisjoint(self._lexicon.roles | self._lexicon.trades)

    def _office(self, run: list[_Token], at: int) -> int:
        """Return how many words from `at` on name an office, 0 where they are part of an organisation's name."""
        if not at and (self._heads_body(run) or self._is_womans(run)):
            return 1
        end = at
        while end < len(run) and (self._is_role(run[end]) or run[end].key in self._lexicon.modifiers):
            end += 1
        holds_role = any(self._is_role(token) for token in run[at:end])
        is_surname = at == 1 and end == len(run) and not self._is_body(run[:at])
        if not holds_role or is_surname or self._is_within_body(run, at, end):
            return 0
        return end - at + self._of_office(run[end:])

    def _is_within_body(self, run: list[_Token], at: int, end: int) -> bool:
        """Tell whether an office's words are part of a body's name: General Hospital, Hospital General de Almera."""
        behind = run[end].key if end < len(run) else ""
        of_firm = self._is_firm(run[max(0, at - 1) : end + 1])
        if behind in self._lexicon.organisations or of_firm:
            return True
        goes_on = at > 1 and run[at - 1].key in self._links
        return (goes_on or behind in self._links - {*_BELONGING}) and self._is_body(run[:at])

    def _is_womans(self, run: list[_Token]) -> bool:
        """Tell whether a noun behind an article says what a woman is: die Bäckerin Mira Delund."""
        is_noun = self._cased_nouns and len(run) > 1 and run[0].key not in given_names()
        is_hers = is_noun and run[0].key.endswith(_OF_WOMEN) and len(run[0].key) >= _WOMANS_LETTERS
        return is_hers and self._has_article(run[0])

    def _has_article(self, noun: _Token) -> bool:
        """Tell whether an article stands before a noun, or before the adjective that does."""
        before = ("", "", *self._text[max(0, noun.start - _BESIDE_CHARACTERS) : noun.start].casefold().split())
        known = self._lexicon.articles
        return before[-1] in known or (before[-2] in known and before[-1].endswith(_DECLINED))

    def _heads_body(self, run: list[_Token]) -> bool:
        """Tell whether holders of an office stand before their body: Leaders of the Valley Council."""
        plural = len(run) > 2 and run[1].key in _BELONGING and run[0].key.removesuffix("s") in self._lexicon.roles
        return plural and run[0].key not in self._lexicon.roles and self._is_body(run[2:])

    def _of_office(self, rest: list[_Token]) -> int:
        """Return how many words behind an office say of what: of State John Kerry, whose last two words are a name."""
        belongs = len(rest) > 3 and rest[0].key in _BELONGING
        plain = belongs and not any(token.key in self._links for token in rest[1:]) and not self._is_body(rest)
        return len(rest) - 2 if plain else 0

    def _mention(self, part: list[_Token], *, after_role: bool) -> Iterator[Mention]:
        while part and self._leads(part[0]) and self._surface(part).casefold() not in self._places:
            part = part[1:]
        while part and part[-1].key in self._links:
            part = part[:-1]
        if after_role and self._is_behind_seat(part):
            part = part[1:]
        is_settlement = self._is_settlement(part)
        part = part[is_settlement:]
        surface = self._surface(part)
        if len(surface.replace(".", "")) < 2 or len(part) > _LONGEST_RUN or not any(map(str.isalpha, surface)):
            return
        barred = part[0].key in self._lexicon.organisations or surface.casefold() in self._weekdays
        barred = barred or self._is_short_month(part[0])
        if len(part) == 1 and (barred or is_demonym(surface, self._language)):
            return
        kind = EntityKind.PLACE if is_settlement else self._kind(part, surface, after_role=after_role)
        yield Mention(part[0].start, part[0].start + len(surface), surface, kind)

    def _is_behind_seat(self, part: list[_Token]) -> bool:
        """Tell whether a Russian office's town stands before a name of two: мэр Ларска Игорь Соболев."""
        is_whole = any(token.key.endswith(_PATRONYMICS) for token in part)
        return self._language == "ru" and len(part) == _SEATED_LENGTH and not is_whole and not self._is_body(part)

    def _is_short_month(self, token: _Token) -> bool:
        """Tell whether a word is a month's name cut short, in a date: Sept. 12."""
        if len(token.key) < 3 or not any(month.startswith(token.key) for month in self._months):
            return False
        before = self._text[max(0, token.start - 3) : token.start].rstrip(" .")
        return before[-1:].isdigit() or bool(_DATED.match(self._text, token.end))

    def _is_settlement(self, part: list[_Token]) -> bool:
        """Tell whether a word with the capital of any noun says what a place is: Stadt Lindwarden."""
        told = self._cased_nouns and len(part) > 1 and part[0].key in self._lexicon.settlements
        return told and not self._is_body(part)

    def _is_body_in_short(self, token: _Token) -> bool:
        """Tell whether an acronym may be a body's: no thing's, no flight's, no shout, no state's behind its town."""
        if not token.is_acronym or not re.sub(r"[.&]", "", token.word).isalpha():
            return False
        behind_town = "." in token.word and self._text.endswith(", ", 0, token.start)
        is_shouted = len(token.word) >= _SHOUTED_LETTERS and token.key in self._lower
        return token.word not in barred_names()["acronyms"] and not behind_town and not is_shouted

    def _leads(self, token: _Token) -> bool:
        """Tell whether a first word only leads to a name: "of"; with a capital, La Noria, it is part of one."""
        return token.key in _LINKS - self._particles and (token.heads or not token.is_capital)

    def _surface(self, part: list[_Token]) -> str:
        return _POSSESSIVE.sub("", self._text[part[0].start : part[-1].end]) if part else ""

    def _kind(self, part: list[_Token], surface: str, *, after_role: bool) -> EntityKind:
        if surface.casefold() in self._places:
            return EntityKind.PLACE
        if self._is_person(part, surface, after_role=after_role):
            return EntityKind.PERSON
        if len(part) > 1 and (
            part[-1].key in self._lexicon.geography or part[0].key in self._lexicon.leading_geography
        ):
            return EntityKind.PLACE
        if (len(part) > 1 and self._is_body(part)) or (len(part) == 1 and self._is_body_in_short(part[0])):
            return EntityKind.ORGANISATION
        if after_role and part[0].key not in _LINKS - self._particles:
            return EntityKind.PERSON
        *_, before = ("", *self._text[max(0, part[0].start - _BESIDE_CHARACTERS) : part[0].start].split(" ")[:-1])
        return EntityKind.ORGANISATION if self._is_apposed_to_body(before.casefold()) else EntityKind.OTHER

    def _is_person(self, part: list[_Token], surface: str, *, after_role: bool) -> bool:
        """Tell whether a given name or an office tells of a person whose last name is a word of places or bodies too.

        Ellen Park is one, unless the text says "in Ellen Park"; so is who has a particle: Ursula von der Leyen.
        """
        given = part[0].key in given_names()
        particles = PARTICLES if self._cased_nouns else self._particles
        if given and any(token.word in particles for token in part[1:-1]):
            return not self._is_body(part)
        is_holder = given and after_role and len(part) == 2 and self._is_body(part[1:])
        is_named = (given or after_role) and len(part) in (2, 3) and part[-1].key in self._lexicon.families
        return (is_holder or is_named) and not is_located(surface, self._text, self._language)


def _tokens(text: str, start: int, end: int, elided: frozenset[str]) -> Iterator[_Token]:
    before, told = start, start + dateline_end(text[start:end])
    for match in _WORD.finditer(text, start, end):
        heads = before == start or match.start() == told or text[before : match.start()].rstrip() == ":"
        first = match.start() + _elided_letters(match.group(), elided, heads=heads)
        yield _Token(first, match.end(), text[first : match.end()], heads and first == match.start())
        before = match.end()


def _elided_letters(word: str, elided: frozenset[str], *, heads: bool) -> int:
    """Return how many letters of a word are another's that an apostrophe joins to it: l'Italie, but L'Oréal within."""
    parted = _ELISION.match(word)
    is_joined = parted and parted[1].casefold() in elided and (heads or parted[1].islower())
    return parted.end() if parted and is_joined else 0


def _two_before(token: _Token, tokens: list[_Token]) -> list[_Token]:
    place = bisect_left(tokens, token.start, key=attrgetter("start"))
    return tokens[max(0, place - 2) : place]


def _is_headline(tokens: list[_Token], stop: frozenset[str]) -> bool:
    """Tell whether capitals mean nothing here: "Council Votes Down Harbour Plan"; but "Ada Lorne met Hugo Venn"."""
    long = [token for token in tokens if len(token.word) >= 4]
    tells = any(token.word.islower() and token.key not in stop for token in tokens if stop)
    return len(long) >= 4 and not tells and all(token.is_capital for token in long)


def _names_among_nouns(found: list[Mention]) -> list[Mention]:
    """Keep what is surely a name where every noun has a capital: known kinds, plain pairs, surnames of such pairs."""
    kept = [
        one
        for one in found
        if " " in one.surface and (one.kind is EntityKind.PERSON or _LINKS.isdisjoint(one.surface.split()))
    ]
    surnames = {one.surface.split()[-1] for one in kept}
    return [one for one in found if one in kept or one.kind is not EntityKind.OTHER or one.surface in surnames]
