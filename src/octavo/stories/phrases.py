"""The names and named happenings of a story, as its articles write them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from octavo.core.types import FoldInput
from octavo.stories.constants import CENTRAL_MENTIONS, DAYS_AND_MONTHS, HAPPENINGS, LEAD_CHARACTERS

_NAME = re.compile(r"\b[^\W\d_a-zß-ÿ][\w’'.-]*\w(?:(?: (?:of|de|del|di|du|van|von|der) | )[^\W\d_a-zß-ÿ][\w’'-]*\w)*")
_PLACE = re.compile(r"\b(?:in|at|near|outside|en|em|bei|aus|nahe|à|aux|nach)\s+$")
_FOLLOWING = re.compile(r"(?:['’]s?)? (\w+)")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n\"“”«»]\s*|['‘]\s*)$")
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

    def kind_of(self, name: str) -> str:
        """Return place, organisation, person or subject."""
        written = self.written.get(name, name)
        if name in self.places:
            return "place"
        if _ORGANISATION.search(written):
            return "organisation"
        return "person" if " " in written else "subject"


def phrases(articles: Sequence[FoldInput]) -> Phrases:
    """Read the names of a story's articles."""
    found = Phrases()
    for article in articles:
        _read(article.title, found, is_central=True)
        _read(article.text, found, is_central=False)
    found.central |= {name for name, count in found.mentions.items() if count >= CENTRAL_MENTIONS * len(articles)}
    return found


def _read(text: str, found: Phrases, *, is_central: bool) -> None:
    for sentence in re.split(r"(?<=[.!?])\s+|\n", text):
        names = _names(sentence, found, is_title=is_central)
        if is_central or text.find(sentence) < LEAD_CHARACTERS:
            found.central.update(names)
        kinds = [HAPPENINGS[word] for word in re.findall(r"\w+", sentence.casefold()) if word in HAPPENINGS]
        found.happenings.update((name, kind) for name in names for kind in set(kinds))


def _names(sentence: str, found: Phrases, *, is_title: bool) -> list[str]:
    names = []
    for match in _NAME.finditer(sentence):
        written = match.group().removesuffix("'s").removesuffix("’s").rstrip(".'’-")
        name = written.casefold()
        before = sentence[: match.start()]
        is_first = not is_title and _SENTENCE_START.search(before) and " " not in written and not written.isupper()
        if (is_first and name not in found.mentions) or name in DAYS_AND_MONTHS:
            continue
        if _PLACE.search(before):
            found.places.add(name)
        following = _FOLLOWING.match(sentence, match.end())
        if following and (kind := HAPPENINGS.get(following[1].casefold())):
            found.named.add((name, kind))
        found.mentions[name] += 1
        found.written.setdefault(name, written)
        names.append(name)
    return names
