"""Translations that somebody asked for, made aside."""

from octavo.editions.reading import original
from octavo.enrich.translation.store import translate, translator
from octavo.pipeline.aside import later


def translate_later(kind: str, identity: int, language: str, person_id: int | None) -> bool:
    """Queue the translation of an article or a story into a language; return whether there is room for it."""
    from octavo.pipeline.jobs import translate as job

    told = {"kind": kind, "identity": identity, "language": language}
    return later(job, name_of(kind, identity, language), **told, person_id=person_id)


def name_of(kind: str, identity: int, language: str) -> str:
    """Return what the job of one translation is called."""
    return f"{kind} {identity} {language}"


def translate_now(kind: str, identity: int, language: str, person_id: int | None) -> None:
    """Translate what can be seen of an article or a story; nothing where it was translated before."""
    found = original(kind, identity, language)
    if found and translator(found.language, language):
        translate(found.texts, found.language, language, found.article_ids, person_id)
