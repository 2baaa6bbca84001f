"""Translations, kept: what was translated once is never translated or paid for again, whoever would do it now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import orjson
import xxhash

from octavo.config import settings
from octavo.core.clock import utc_now
from octavo.core.types import Refusal
from octavo.enrich.models import Made
from octavo.enrich.translation import Translator
from octavo.enrich.translation.bergamot import BergamotTranslator
from octavo.enrich.translation.endpoint import EndpointTranslator
from octavo.enrich.translation.faithful import wrong

PURPOSE = "translation"
TRANSLATORS: tuple[Translator, ...] = (BergamotTranslator(), EndpointTranslator())
"""The cheapest first."""
JUDGED_VERSION = 2
"""Of what is believed: where that changes, what was kept is judged anew; a model's answer is not paid again."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A translated text."""

    text: str
    is_translated: bool
    """False where the translation could not be right, so the original stands."""


@dataclass(frozen=True, slots=True)
class Translation:
    passages: tuple[Passage, ...]
    translator: str
    model: str
    prompt_version: str

    @property
    def is_believed(self) -> bool:
        """Whether anything is translated of the text that stands below its title."""
        return any(one.is_translated for one in self.passages[1:] or self.passages)

    def is_by(self, who: Translator | None) -> bool:
        """Whether this is what a translator would make again."""
        return who is not None and (self.translator, self.model, self.prompt_version) == _stamp(who)


def _stamp(who: Translator) -> tuple[str, str, str]:
    return who.name, who.model, who.prompt_version


def translator(source: str, target: str) -> Translator | None:
    """Return who translates from one language into another; None for nobody, as where AI is off."""
    if not settings.current().ai or not source or source == target:
        return None
    return next((one for one in TRANSLATORS if one.offers(source, target)), None)


def kept(texts: Sequence[str], source: str, target: str) -> Translation | None:
    """Return a translation that was made before."""
    row = Made.objects.filter(input_hash=_hash(texts, source, target)).first() if settings.current().ai else None
    if row is None:
        return None
    return Translation(tuple(Passage(*one) for one in row.result), row.provider, row.model, row.prompt_version)


def translate(
    texts: Sequence[str], source: str, target: str, about: Sequence[int] = (), person_id: int | None = None
) -> Translation | Refusal:
    """Return the texts in another language, and keep them. A text whose translation cannot be right stays as it is.

    One of which nothing was believed is made anew by whoever translates otherwise.
    """
    found, who = kept(texts, source, target), translator(source, target)
    if found and (found.is_believed or found.is_by(who)):
        return found
    if who is None:
        return Refusal("translation", "no-translator", "nobody translates between these languages")
    out = who.translate(texts, source, target, about, person_id)
    if isinstance(out, Refusal):
        return out
    judged = [(text, made, wrong(text, made, source, target)) for text, made in zip(texts, out, strict=True)]
    passages = tuple(Passage(text, False) if fault else Passage(made, True) for text, made, fault in judged)
    done = Translation(passages, *_stamp(who))
    _keep(texts, source, target, done, about)
    if len(texts) > 1 and passages[0].is_translated:
        _keep(texts[:1], source, target, replace(done, passages=passages[:1]), about)
    return done


def kept_headlines(headlines: Mapping[str, str], target: str) -> Mapping[str, str]:
    """Return which of these headlines, each with its language, were translated before, with their translations."""
    if not headlines or not settings.current().ai:
        return {}
    hashes = {_hash([text], source, target): text for text, source in headlines.items()}
    rows = Made.objects.filter(input_hash__in=hashes).values_list("input_hash", "result")
    return {hashes[key]: result[0][0] for key, result in rows}


def _keep(texts: Sequence[str], source: str, target: str, done: Translation, about: Sequence[int]) -> None:
    Made.objects.update_or_create(
        input_hash=_hash(texts, source, target),
        defaults={
            "purpose": PURPOSE,
            "provider": done.translator,
            "model": done.model,
            "prompt_version": done.prompt_version,
            "article_ids": list(about),
            "result": [[one.text, one.is_translated] for one in done.passages],
            "made": utc_now(),
        },
    )


def _hash(texts: Sequence[str], source: str, target: str) -> str:
    return xxhash.xxh3_128_hexdigest(orjson.dumps([PURPOSE, JUDGED_VERSION, source, target, [*texts]]))
