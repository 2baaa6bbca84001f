"""Names in a text of any language."""

from octavo.enrich.capitals import Capitals, fuller
from octavo.enrich.cues import UNCASED, cued, shortened
from octavo.enrich.entities import Entity, EntityKind, Mention, gather
from octavo.enrich.lexicon import barred_names
from octavo.enrich.passages import dateline_end


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
    kinds: dict[str, EntityKind] = {}
    for mention in mentions:
        if kinds.get(mention.surface, EntityKind.OTHER) is EntityKind.OTHER:
            kinds[mention.surface] = mention.kind
    return shortened(kinds) if language in UNCASED else fuller(kinds)


def is_agency(name: str) -> bool:
    """Say whether a name is a wire service's, which reports the news and is rarely part of it."""
    return "".join(name.casefold().replace(".", "").split()) in barred_names()["agencies"]
