"""Whether names of people are kept from script to script, by their sound."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from octavo.core.sounds import latin, merged, skeleton
from octavo.core.text import listed
from octavo.enrich.entities import EntityKind
from octavo.enrich.naming import entities
from octavo.enrich.translation.constants import (
    HEARD_NAME,
    HEARD_PART,
    NAME_LETTERS,
    NAME_WORDS,
    SAME_CONSONANTS,
    SAME_NAME,
    SHORT_LETTERS,
)

HEARD = frozenset(listed("ar bg el ko ru uk"))
"""Languages beside those of the Latin script whose letters say how names sound."""
PARTLY_HEARD = "ja"
"""It writes foreign names as they sound, others as nothing tells; so only an exchanged foreign name is found."""
_KANA_NAME = re.compile("[ァ-ヴー]+(?:[・＝][ァ-ヴー]+)+")
_SOUNDED = re.compile("[a-zß-ɏḀ-ỿ'’Ͱ-Ͽἀ-῿Ѐ-ӿ؀-ۿ가-힣ァ-ヴー]+", re.IGNORECASE)
_LIKE_SOUNDS = str.maketrans("bvfgcqxdzjrmwyoe", "pppkkkstsslnuiui", "h")
_NO_LETTER = re.compile("[^a-z]")


def loses_name(text: str, translated: str, source: str, target: str) -> bool:
    """Tell whether a full name of a person in a text is not heard in its translation."""
    said = _windows(translated)
    is_lost = any(not _is_heard(name, said) for name in _full_names(text, source))
    if not is_lost or target != PARTLY_HEARD:
        return is_lost
    known = _windows(text)
    return any(not _is_heard(_SOUNDED.findall(name), known) for name in _KANA_NAME.findall(translated))


def sound_the_same(one: str, other: str) -> bool:
    """Tell whether two names in whatever scripts are one by their sound: 노린 and Norrin."""
    heard = ("".join(_SOUNDED.findall(name)) == name.replace("_", "") for name in (one, other))
    is_long = min(len(skeleton(one)), len(skeleton(other))) >= SAME_CONSONANTS
    return is_long and all(heard) and min(_alike(one, other), _alike(other, one)) >= SAME_NAME


def _full_names(text: str, language: str) -> Iterator[Sequence[str]]:
    """Yield the parts of the people's names that are long enough to be known by their sound."""
    for one in entities(text, "", language):
        parts = _SOUNDED.findall(one.surface)
        is_sounded = "".join(parts) == re.sub(r"[\W\d_]", "", one.surface)
        if one.kind is EntityKind.PERSON and is_sounded and len(_sound("".join(parts))) >= NAME_LETTERS:
            yield parts


def _windows(text: str) -> list[str]:
    """Return the words of a text that may be of a name, and runs of them, as written and with the first one last."""
    found = [word for word in _SOUNDED.findall(text) if not word[0].islower() or len(word) <= SHORT_LETTERS]
    runs = (found[at : at + count] for count in range(1, NAME_WORDS + 1) for at in range(len(found) - count + 1))
    return [form for run in runs for form in dict.fromkeys(("".join(run), "".join((*run[1:], run[0]))))]


def _is_heard(name: Sequence[str], said: Sequence[str]) -> bool:
    whole, last = "".join(name), name[-1]
    return any(_alike(whole, one) >= HEARD_NAME or _alike(last, one) >= HEARD_PART for one in said)


@lru_cache(maxsize=100_000)
def _alike(name: str, said: str) -> float:
    """Return how alike two words sound, 0..100: by all letters and by their consonants; `said` may carry an ending."""
    return (_ratio(_sound(name), _sound(said)) + _ratio(skeleton(name), skeleton(said))) / 2


def _ratio(name: str, said: str) -> float:
    return max(fuzz.ratio(name, said), fuzz.ratio(name, said[: len(name)])) if name and said else 0.0


@lru_cache(maxsize=100_000)
def _sound(word: str) -> str:
    """Return a word in Latin letters, those that scripts confuse as one."""
    return merged(_NO_LETTER.sub("", latin(word)).translate(_LIKE_SOUNDS))
