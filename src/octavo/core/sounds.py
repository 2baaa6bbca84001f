"""How a word sounds, by its consonants: what a name keeps from script to script."""

import re
from functools import lru_cache

from anyascii import anyascii

_DIGRAPHS = (("sh", "s"), ("ch", "s"), ("ph", "f"), ("th", "t"))
_LIKE_SOUNDS = str.maketrans("bvfgcqxdzjr", "pppkkkktssl")
_MUTE = re.compile("[^a-z]|[aeiouyhw]")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=100_000)
def consonants(word: str) -> str:
    """Return a word's consonants in Latin letters, those that scripts confuse as one: k, l, m, n, p, s, t."""
    return merged(_MUTE.sub("", latin(word)).translate(_LIKE_SOUNDS))


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """Return a word's consonants, m as n: a final one is often written as the other."""
    return merged(consonants(word).replace("m", "n"))


def latin(word: str) -> str:
    """Return a word in Latin letters, one for each sound that is written with two."""
    found = anyascii(word).lower()
    for written, sounded in _DIGRAPHS:
        found = found.replace(written, sounded)
    return found


def merged(sounds: str) -> str:
    """Return sounds with those that follow themselves once."""
    return _TWICE.sub(r"\1", sounds)


def begins_with_vowel(word: str) -> bool:
    """Tell whether a word begins with a vowel, or with a letter that only carries one, as Arabic alef."""
    return anyascii(word[0]).lower()[:1] in {"", "'", "`", *"aeiouyw"}
