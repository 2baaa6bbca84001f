"""Summaries of a story: what a provider wrote, as far as its cited passages hold it, and the key facts."""

from collections.abc import Sequence
from dataclasses import replace

from octavo.core.types import CitedSentence, Dropped, Summary
from octavo.enrich.facts import key_facts
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.providers import Length, Provider
from octavo.enrich.providers.local import LocalProvider
from octavo.enrich.verification import Unsupported, reason, unsupported


def summarise(
    articles: Sequence[SourceArticle],
    language: str,
    length: Length = Length.PARAGRAPH,
    *,
    provider: Provider | None = None,
) -> Summary:
    """Return a story's summary for readers of `language`: by the local provider, or by the one given.

    A sentence that states what its cited passages do not hold is dropped, and listed with the reason.
    """
    written = (provider or LocalProvider()).summarise(articles, language, length)
    by_id = {article.id: article for article in articles}
    kept, dropped = [], list(written.dropped)
    for sentence in written.sentences:
        wrong = missing(sentence, by_id)
        if wrong:
            dropped.append(Dropped(sentence.text, reason(wrong)))
        else:
            kept.append(sentence)
    facts = key_facts(articles, language)
    return replace(written, sentences=tuple(kept), dropped=tuple(dropped), facts=facts)


def missing(sentence: CitedSentence, by_id: dict[str, SourceArticle]) -> tuple[Unsupported, ...]:
    """Return what a sentence says that its cites do not hold; everything where it cites nothing."""
    spans = [by_id[cite.article].text[cite.start : cite.end] for cite in sentence.cites if cite.article in by_id]
    names = (
        [by_id[cite.article].publisher for cite in sentence.cites if cite.article in by_id] if len(spans) > 1 else ()
    )
    return unsupported(sentence.text, spans, names) if spans else (Unsupported(sentence.text, "citation"),)
