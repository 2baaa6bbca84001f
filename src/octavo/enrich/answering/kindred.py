"""Words that say one thing in the news, in the languages of the interface: "died" and "killing", "win" and 우승."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from octavo.core.text import listed


@lru_cache(maxsize=200_000)
def senses(word: str) -> frozenset[str]:
    """Return what a case-folded word says in the news, as kindred.toml names it; mostly nothing."""
    whole, beginnings = _known()
    found = whole.get(word, frozenset())
    for end in range(1, len(word) + 1):
        found |= beginnings.get(word[:end], frozenset())
    return found


@cache
def _known() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return the words, and the beginnings of words, with what they say."""
    table = tomllib.loads((files("octavo.enrich.lexicon") / "kindred.toml").read_text("utf-8"))
    whole: dict[str, frozenset[str]] = {}
    beginnings: dict[str, frozenset[str]] = {}
    for sense, words in table.items():
        for word in listed(words):
            place = whole if word.endswith("=") else beginnings
            place[word.rstrip("=")] = place.get(word.rstrip("="), frozenset()) | {sense}
    return whole, beginnings
