"""What of a sentence its cited passages do not hold: numbers, names, quotations.

A claim that states one of these stands on it alone; a passage that lacks it supports the claim in no other way.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from octavo.core.quantities import Quantity, quantities
from octavo.core.text import sentences, words

_QUOTATION = re.compile(r"[“«„「『]([^“”«»„「」『』\n]{2,})[”»“」』]|\"([^\"\n]{2,})\"")
_NAME = re.compile(r"[^\W\d_][\w&]*(?:['’.\-][^\W_][\w&]*)*")
_EDGES = " .,;:!?…。、，"
_LACKS = " not in the source: "
_FAULT = re.compile(rf"(?:^|; )([a-z]+){_LACKS}(.*?)(?=; [a-z]+{_LACKS}|$)", re.DOTALL)
REASON_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A part of a sentence that its source does not hold."""

    text: str
    kind: str
    """number, name, quotation; from the checker also negation, attribution, invented; of a
    model's sentence also meaning, markup; citation where nothing is cited"""


def reason(wrong: Iterable[Unsupported]) -> str:
    """Return why a sentence is dropped, as it is kept and listed; "" where nothing is wrong."""
    return "; ".join(f"{one.kind}{_LACKS}{one.text}" for one in wrong)[:REASON_CHARACTERS]


def faults(reason: str) -> tuple[Unsupported, ...]:
    """Return the parts of a sentence for which the reason says that it is dropped."""
    return tuple(Unsupported(text, kind) for kind, text in _FAULT.findall(reason))


def unsupported(sentence: str, spans: Sequence[str], names: Sequence[str] = ()) -> tuple[Unsupported, ...]:
    """Return the numbers, names and quotations of `sentence` that none of its cited `spans` holds.

    `names` may be said without being in a span: those of the publishers that the spans are from.
    """
    whole = "\n".join((*spans, *names))
    return (*_numbers(sentence, whole), *_names(sentence, whole), *_quotations(sentence, whole))


def _numbers(sentence: str, whole: str) -> Iterator[Unsupported]:
    held = quantities(whole)
    for one in quantities(sentence):
        if not any(agrees(one, other) for other in held):
            yield Unsupported(sentence[one.start : one.end], "number")


def agrees(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities are the same, as far as both state a unit."""
    return one.value == other.value and (not one.unit or not other.unit or one.unit == other.unit)


def _names(sentence: str, whole: str) -> Iterator[Unsupported]:
    held = {word.casefold() for word in words(whole)} | {found.casefold() for found in _NAME.findall(whole)}
    for match in _NAME.finditer(sentence):
        word = match.group()
        if word[0].isupper() and word.casefold() not in held:
            yield Unsupported(word, "name")


def _quotations(sentence: str, whole: str) -> Iterator[Unsupported]:
    held = plain(whole)
    for quotation in quotations(sentence):
        if plain(quotation) not in held:
            yield Unsupported(quotation, "quotation")


def quotations(text: str) -> list[str]:
    """Return what `text` puts between quotation marks, without a closing comma or stop."""
    found = (match[1] or match[2] for match in _QUOTATION.finditer(text))
    return [bare for one in found if (bare := one.strip(_EDGES))]


def is_verbatim(text: str, source: str, language: str = "") -> bool:
    """Tell whether every sentence of `text` is a whole sentence of `source`."""
    held = {bare(span.text) for span in sentences(source, language)}
    return all(bare(span.text) in held for span in sentences(text, language))


def bare(sentence: str) -> str:
    """Return a sentence as quotations are compared, without what ends it."""
    return plain(sentence).rstrip(_EDGES)


def plain(text: str) -> str:
    """Return `text` as quotations are compared: case, marks and spaces do not matter."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[\"“”„«»「」『』‘’'`]", "", folded).split())
