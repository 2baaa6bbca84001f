"""Whether what a model wrote rests on the passages that it cites: the last word on every sentence, whoever wrote it.

Numbers, names and quotations must stand in the passages, as of any sentence; beyond that a written sentence must say
them again in most of its telling words, give each number to what they give it to, keep who does what to whom, and keep
every denial, condition and "prosecutors say"; and it may carry nothing but plain prose. An instruction hidden in an
article can make a model write anything, so nothing here believes the model.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from octavo.core.text import tokens
from octavo.core.types import CitedSentence
from octavo.core.vectors import local_embedder
from octavo.enrich.answering.kindred import senses
from octavo.enrich.checking import Checker, contradictions
from octavo.enrich.checking.pieces import STEM_LETTERS
from octavo.enrich.checking.retelling import retells
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.lexicon import lexicon
from octavo.enrich.providers.openai.data import addresses_machine
from octavo.enrich.summaries import missing
from octavo.enrich.thesaurus import Relation, thesaurus
from octavo.enrich.verification import Unsupported, is_verbatim

ECHOED_SHARE = 0.8
"""Of a sentence's telling words, those that its passages must hold, where no thesaurus knows the language. Judged, not
measured: Korean and Chinese pieces of words differ by endings. One wrong verb in ten words may pass there."""
CHECKED_LANGUAGES = ("en",)
"""The checker of meaning was trained on English."""

_NEAR = frozenset({Relation.SAME, Relation.SYNONYM, Relation.DERIVED, Relation.SIMILAR, Relation.BROADER})
"""What an English word may be to one of the passages': the same in other words, or less said than they say."""
_FATES = frozenset({"die", "hurt"})
"""What has many words that say no more than one another; who died of what and how many is told apart elsewhere."""
_NO_PROSE = re.compile(
    r"https?:|www\.|\w\.(?:com|net|org|io|example|ru|cn)\b|[<>{}`\\|]|\]\(|\[\[|!\[|@\w|data:|javascript:|[A-Za-z0-9+/=_-]{32,}"
)


def is_prose(text: str) -> bool:
    """Tell a text that holds no address, no markup and no command to a machine."""
    return not (_NO_PROSE.search(text) or addresses_machine(text))


def unbacked(sentence: CitedSentence, by_id: Mapping[str, SourceArticle], language: str) -> tuple[Unsupported, ...]:
    """Return what of a written sentence its cited passages do not hold; nothing where it may be shown."""
    if found := _NO_PROSE.search(sentence.text):
        return (Unsupported(found.group(), "markup"),)
    if wrong := missing(replace(sentence, text=_lowered(sentence.text, language)), dict(by_id)):
        return wrong
    spans = [by_id[cite.article].text[cite.start : cite.end] for cite in sentence.cites if cite.article in by_id]
    whole = "\n".join(spans)
    if is_verbatim(sentence.text, whole, language):
        return ()
    if turned := contradictions(sentence.text, whole, language):
        return turned
    if strange := _strange(sentence.text, whole, language):
        return (Unsupported(" ".join(strange), "meaning"),)
    if language not in CHECKED_LANGUAGES or retells(sentence.text, whole, language):
        return ()
    return _checked(whole, sentence.text)


def _lowered(text: str, language: str) -> str:
    """Return a sentence whose first word, where it names nothing, has no capital."""
    first = text.partition(" ")[0]
    return text[:1].lower() + text[1:] if first.casefold().strip(",") in lexicon(language).stop else text


def _strange(text: str, whole: str, language: str) -> list[str]:
    """Return the telling words that the passages lack, where those are more than may be."""
    stop = lexicon(language).stop
    telling = [word for word in dict.fromkeys(tokens(text)) if word not in stop]
    held = set(tokens(whole))
    stems = {word[:STEM_LETTERS] for word in held}
    fates = _FATES & frozenset(sense for word in held for sense in senses(word))
    strange = [word for word in telling if word[:STEM_LETTERS] not in stems and fates.isdisjoint(senses(word))]
    if language in CHECKED_LANGUAGES:
        return [word for word in strange if not _is_near(word, held)]
    return strange if len(telling) - len(strange) < ECHOED_SHARE * len(telling) else []


def _is_near(word: str, held: set[str]) -> bool:
    known = thesaurus()
    base = known.base(word)
    return any(known.relation(base, known.base(other)) in _NEAR for other in held)


def _checked(whole: str, text: str) -> tuple[Unsupported, ...]:
    """Return what the checker of meaning holds against a sentence: negations, attributions, inventions."""
    checked = _checker().check(whole, text)
    return () if checked.supported else checked.unsupported or (Unsupported(text, "meaning"),)


@cache
def _checker() -> Checker:
    return Checker(local_embedder())
