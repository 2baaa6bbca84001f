"""Names in a text of any language."""

from functools import lru_cache

from octavo.enrich.bearers import families, fuller
from octavo.enrich.capitals import Capitals
from octavo.enrich.cues import UNCASED, cued, shortened
from octavo.enrich.declined import heads_by_case
from octavo.enrich.entities import Entity, EntityKind, Mention, gather
from octavo.enrich.lexicon import barred_names
from octavo.enrich.passages import dateline_end

_KEPT_COUNT = 256
"""Texts, so that what is told of a story's reports one after another looks for their names once."""


@lru_cache(_KEPT_COUNT)
def entities(text: str, title: str, language: str) -> tuple[Entity, ...]:
    """Return the people, organisations, places and other names of an article, the most mentioned first.

    Offsets count into `text`; a name that only the title holds has none.
    """
    furniture = dateline_end(text)
    mentions = [mention for mention in _mentions(text, language) if mention.start >= furniture]
    in_title = _mentions(title, language)
    return gather(mentions, in_title, _standing_for(mentions + in_title, language), title)


def _mentions(text: str, language: str) -> list[Mention]:
    return cued(text, language) if language in UNCASED else Capitals(text, language).mentions()


def _standing_for(mentions: list[Mention], language: str) -> dict[str, str]:
    surfaces = [mention.surface for mention in mentions]
    forms = heads_by_case([*surfaces, *(name.split()[-1] for name in surfaces)], language)
    kinds: dict[str, EntityKind] = {}
    for mention in mentions:
        name = forms.get(mention.surface, mention.surface)
        if kinds.get(name, EntityKind.OTHER) is EntityKind.OTHER:
            kinds[name] = mention.kind
    full = shortened(kinds) if language in UNCASED else families(kinds, forms) | fuller(kinds)
    return full | {form: full.get(name, name) for form, name in forms.items()}


def is_agency(name: str) -> bool:
    """Tell whether a name is a wire service's, which reports the news and is rarely part of it."""
    return "".join(name.casefold().replace(".", "").split()) in barred_names()["agencies"]
