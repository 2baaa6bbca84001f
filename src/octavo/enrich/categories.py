"""What an article is about: one of the seventeen top-level terms of IPTC's Media Topics.

Terms and order: https://www.iptc.org/std/NewsCodes/treeview/mediatopic/mediatopic-en-GB.html
"""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from octavo.core.text import tokens
from octavo.core.vectors import Embedder, Vectors
from octavo.enrich import constants
from octavo.enrich.lexicon import GLUED, lexicon

CATEGORIES: Mapping[str, str] = {
    "arts-culture-entertainment-and-media": "Arts, culture, entertainment and media",
    "conflict-war-and-peace": "Conflict, war and peace",
    "crime-law-and-justice": "Crime, law and justice",
    "disaster-accident-and-emergency-incident": "Disaster, accident and emergency incident",
    "economy-business-and-finance": "Economy, business and finance",
    "education": "Education",
    "environment": "Environment",
    "health": "Health",
    "human-interest": "Human interest",
    "labour": "Labour",
    "lifestyle-and-leisure": "Lifestyle and leisure",
    "politics": "Politics",
    "religion": "Religion",
    "science-and-technology": "Science and technology",
    "society": "Society",
    "sport": "Sport",
    "weather": "Weather",
}
"""Slugs, as in addresses, and plain names."""

_PARTS = re.compile(r"\s*(?:[/>|,;»›:]|\s-\s)\s*")
_VAGUE = ("society", "human-interest", "lifestyle-and-leisure")
_ARABIC_PREFIX = re.compile(r"^[وفبلك]?(?:ال|لل)?(?=\w{3})")


def category(
    title: str, text: str, section: str, tags: Sequence[str], language: str, *, embedder: Embedder | None = None
) -> str:
    """Return the slug of the category that section, tags and words speak for; `DEFAULT_CATEGORY` where none does.

    With an embedder the nearness of title and lead to each category is further evidence.
    """
    weights = _evidence(title, text, section, tags, language)
    if embedder is not None:
        lead = f"{title}. {text[: constants.CATEGORY_VECTOR_CHARACTERS]}"
        nearness = _prototypes(embedder) @ embedder.encode([lead])[0]
        for slug, margin in zip(CATEGORIES, nearness - nearness.mean(), strict=True):
            weights[slug] += constants.VECTOR_WEIGHT * float(margin)
    best = max(CATEGORIES, key=lambda slug: weights[slug])
    return best if weights[best] > 0 else constants.DEFAULT_CATEGORY


def _evidence(title: str, text: str, section: str, tags: Sequence[str], language: str) -> dict[str, float]:
    weights = dict.fromkeys(CATEGORIES, 0.0)
    for slug in _of_section(section):
        weights[slug] += constants.SECTION_WEIGHT * (constants.VAGUE_SECTION_FACTOR if slug in _VAGUE else 1)
    for tag in tags:
        for slug in _of_section(tag):
            weights[slug] += constants.TAG_WEIGHT
    for source, weight in (
        (" ".join(tags), constants.TAG_WEIGHT),
        (title, constants.TITLE_WORD_WEIGHT),
        (text[: constants.CATEGORY_TEXT_CHARACTERS], constants.TEXT_WORD_WEIGHT),
    ):
        for slug, strength in _of_words(source, language):
            weights[slug] += weight * strength
    return weights


def _of_section(section: str) -> list[str]:
    """Return the category that a publisher's section names, the innermost part first; none for "World"."""
    for part in [section, *reversed(_PARTS.split(section))]:
        if slug := _sections().get(" ".join(part.casefold().split())):
            return [slug]
    return []


@cache
def _sections() -> dict[str, str]:
    table = tomllib.loads((files("octavo.enrich.lexicon") / "sections.toml").read_text("utf-8"))
    return {name.strip().casefold(): slug for slug, names in table.items() for name in names.split(",")}


def _of_words(text: str, language: str) -> Iterator[tuple[str, float]]:
    """Yield each category that a word of `text` speaks for, and how strongly."""
    if language in GLUED:
        for word, slugs in _exact(language).items():
            if times := text.casefold().count(word):
                yield from _strength(slugs, times)
        return
    found: Counter[str] = Counter()
    for token in tokens(text):
        if term := _term(bare(token, language), language):
            found[term] += 1
    for term, times in found.items():
        yield from _strength(_exact(language).get(term, ()), times)


def telling(text: str, language: str) -> Iterator[str]:
    """Yield the words of a text, or the parts of a word, that speak for a category."""
    if language in GLUED:
        yield from (word for word in _exact(language) if word in text)
    else:
        yield from (token for token in tokens(text) if _term(bare(token, language), language))


def bare(token: str, language: str) -> str:
    """Return a word without what Arabic writes to its beginning."""
    return _ARABIC_PREFIX.sub("", token) if language == "ar" else token


def _strength(slugs: Sequence[str], times: int) -> Iterator[tuple[str, float]]:
    for slug in slugs:
        yield slug, (1 + math.log(times)) / len(slugs)


def _term(token: str, language: str) -> str:
    """Return the listed word that `token` is or begins with, the longest first."""
    known = _exact(language)
    if token in known:
        return token
    return next((stem for end in range(len(token), 1, -1) if (stem := token[:end] + "*") in known), "")


@cache
def _exact(language: str) -> dict[str, tuple[str, ...]]:
    by_word: dict[str, list[str]] = {}
    for slug, words in lexicon(language).categories.items():
        for word in dict.fromkeys(words):
            by_word.setdefault(word, []).append(slug)
    return {word: tuple(slugs) for word, slugs in by_word.items()}


_prototypes_by_embedder: dict[str, Vectors] = {}


def _prototypes(embedder: Embedder) -> Vectors:
    """Return float32 (17, dim): what each category's words mean together, in any language."""
    if embedder.name not in _prototypes_by_embedder:
        _prototypes_by_embedder[embedder.name] = _described(embedder)
    return _prototypes_by_embedder[embedder.name]


def _described(embedder: Embedder) -> Vectors:
    described = [
        f"{name}. {' '.join(word.rstrip('*') for word in lexicon('en').categories[slug][:25])}"
        for slug, name in CATEGORIES.items()
    ]
    vectors = embedder.encode(described)
    unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit
