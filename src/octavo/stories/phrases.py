"""The names and named happenings of a story, as its articles write them."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from octavo.core.types import FoldInput
from octavo.stories.constants import LEAD_CHARACTERS
from octavo.stories.happenings import happening
from octavo.stories.related_constants import (
    CENTRAL_MENTIONS,
    DAYS_AND_MONTHS,
    DETERMINERS,
    NOUN_CAPITALS,
    OPENERS,
    STORIES_READ_COUNT,
)

_NAME = re.compile(r"\b[^\W\d_a-zß-ÿ][\w’'.-]*\w(?:(?: (?:of|de|del|di|du|van|von|der) | )[^\W\d_a-zß-ÿ][\w’'-]*\w)*")
_PLACE = re.compile(r"\b(?:in|at|near|outside|en|em|bei|aus|nahe|à|aux|nach)\s+$", re.IGNORECASE)
_GERMAN_PLACE = re.compile(r"\b(?:in|bei|aus|nahe|nach|um|bis) ([^\W\d_a-zß-ÿ][^\W\d_]+)")
_FIRST_WORD = re.compile(r"(\S+) ")
_FOLLOWING = re.compile(r"(?:['’]s?)? (\w+)")
_BESIDE_CHARACTERS = 60
"""Of a sentence on each side of a name, in which all that these look for stands."""
_SENTENCE_START = re.compile(r"(?:^|[.!?¿¡:\n\"“”„«»]\s*|['‘‚]\s*|[)]\s*[-–—]+\s*)$")
"""Also behind a dateline: "ARDEN (Reuters) - "."""
_ORGANISATION = re.compile(r"(?:^|\W)(?:[A-Z]{2,6}|Party|Bank|Union|Council|Ministry|Corp|Inc|University|Court)$")


@dataclass(slots=True)
class Phrases:
    """What a story names."""

    mentions: Counter[str] = field(default_factory=Counter)
    """Name, folded, to how often it stands in the text."""
    written: dict[str, str] = field(default_factory=dict)
    """Name, folded, to how it is written first."""
    central: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    happenings: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Name and kind of happening in one sentence: ("arden", "summit")."""

    named: set[tuple[str, str]] = field(default_factory=set)
    """The happenings written as one: "Arden summit"."""

    titled: dict[str, str] = field(default_factory=dict)
    """Names that say themselves what happened, and its kind: "cyclone isolde", "storm"."""

    def kind_of(self, name: str) -> str:
        """Return place, organisation, person or subject."""
        written = self.written.get(name, name)
        if name in self.places:
            return "place"
        if _ORGANISATION.search(written):
            return "organisation"
        return "person" if " " in written else "subject"


@lru_cache(STORIES_READ_COUNT)
def phrases(articles: tuple[FoldInput, ...]) -> Phrases:
    """Read the names of a story's articles, to be left as they are; scripts without capitals name nothing here."""
    found = Phrases()
    for article in articles:
        nouns = _nouns(article.text) if article.language in NOUN_CAPITALS else frozenset[str]()
        reader = _Reader(
            found, article.language or "en", nouns | {article.publisher.casefold(), article.agency.casefold()}
        )
        reader.read_text(article.text)
        reader.read_title(article.title, is_all=not article.text)
    found.central |= {name for name, count in found.mentions.items() if count >= CENTRAL_MENTIONS * len(articles)}
    return found


def _nouns(text: str) -> frozenset[str]:
    """Return the single words of a German text that are written like names and are nouns, or may be."""
    words = re.findall(r"[^\W\d_]+", text)
    capital = {word.casefold() for word in words if word[0].isupper()}
    determined = {word.casefold() for before, word in pairwise(words) if before.casefold() in DETERMINERS}
    places = {match[1].casefold() for match in _GERMAN_PLACE.finditer(text)}
    return frozenset(capital - (places - determined))


@dataclass(slots=True)
class _Reader:
    """Reads one article's sentences into what its story names."""

    found: Phrases
    language: str
    passed_over: AbstractSet[str]
    """Case-folded."""

    def read_text(self, text: str) -> None:
        for sentence in _sentences(text):
            names = self._names(sentence)
            if text.find(sentence, 0, LEAD_CHARACTERS + len(sentence)) in range(LEAD_CHARACTERS):
                self.found.central.update(names)
            self._note_happenings(sentence, names)

    def read_title(self, title: str, *, is_all: bool) -> None:
        """Take those names that the text has too; where there is no text, all."""
        known = set(self.found.mentions)
        for sentence in _sentences(title):
            names = [name for name in self._names(sentence) if is_all or name in known]
            self.found.central.update(names)
            self._note_happenings(sentence, names)

    def _note_happenings(self, sentence: str, names: Sequence[str]) -> None:
        kinds = {happening(word, self.language) for word in re.findall(r"\w+", sentence.casefold())} - {""}
        self.found.happenings.update((name, kind) for name in names for kind in kinds)

    def _names(self, sentence: str) -> list[str]:
        names = []
        for match in _NAME.finditer(sentence):
            start = self._begin(match, sentence)
            written = sentence[start : match.end()].removesuffix("'s").removesuffix("’s").rstrip(".'’-")
            before = sentence[max(0, start - _BESIDE_CHARACTERS) : start]
            if self._is_name(written, before):
                self._note(written, before, sentence[match.end() : match.end() + _BESIDE_CHARACTERS])
                names.append(written.casefold())
        return names

    def _begin(self, match: re.Match[str], sentence: str) -> int:
        """Return where a name begins, behind what only opens the sentence."""
        start, openers = match.start(), OPENERS.get(self.language, frozenset())
        if (
            _SENTENCE_START.search(sentence[max(0, start - _BESIDE_CHARACTERS) : start])
            and match.group().casefold() not in self.found.mentions
        ):
            while (word := _FIRST_WORD.match(sentence, start, match.end())) and (
                word[1].casefold() in openers or word[1].islower()
            ):
                start = word.end()
        return start

    def _is_name(self, written: str, before: str) -> bool:
        name = written.casefold()
        if not written[:1].isupper() or name in DAYS_AND_MONTHS or name in self.passed_over:
            return False
        if " der " in name and self.language in NOUN_CAPITALS:
            return False
        is_first = _SENTENCE_START.search(before) and " " not in written and not written.isupper()
        return not is_first or name in self.found.mentions

    def _note(self, written: str, before: str, after: str) -> None:
        name = written.casefold()
        if _PLACE.search(before):
            self.found.places.add(name)
        following = _FOLLOWING.match(after)
        kinds = [happening(following[1].casefold(), self.language)] if following else []
        self.found.named.update((name, kind) for kind in kinds if kind)
        if " " in name:
            told = filter(None, (happening(word, self.language) for word in name.split()))
            self.found.titled.update((name, kind) for kind in told)
        self.found.mentions[name] += 1
        self.found.written.setdefault(name, written)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+|\n", text)
