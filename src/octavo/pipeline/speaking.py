"""Recordings that somebody asked for, and the day's briefing in each podcast; made aside, never in a page."""

from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from octavo.accounts.models import User
from octavo.core.clock import utc_now
from octavo.core.types import Refusal
from octavo.editions.reading import plain_edition
from octavo.editions.reading.briefing import BriefingPage, edition_briefing, own_briefing
from octavo.editions.reading.listening import article_script, briefing_script, story_script
from octavo.enrich.models import Podcast
from octavo.enrich.speech import store
from octavo.enrich.speech.script import Script
from octavo.pipeline.aside import later

KINDS = ("article", "story", "briefing", "own")
"""What can be heard; the number beside the last two is 0, so that one briefing is not asked for under many."""


def script_of(kind: str, identity: int, language: str, person: User | None, now: datetime) -> Script | None:
    """Return what is read aloud, None where there is nothing."""
    with translation.override(language):
        if kind == "article":
            return article_script(identity, language)
        if kind == "story":
            return story_script(identity, language)
        page = None if identity else briefing_of(kind, language, person, now)
        return briefing_script(page, briefing_title(now)) if page else None


def briefing_of(kind: str, language: str, person: User | None, now: datetime) -> BriefingPage | None:
    """Return an edition's briefing, or for "own" the person's."""
    if kind == "own":
        return own_briefing(person, language, now) if person else None
    return edition_briefing(plain_edition(language), language, now)


def briefing_title(now: datetime) -> str:
    from babel.dates import format_date

    language = (translation.get_language() or "en").replace("-", "_")
    return _("The briefing of %(day)s") % {"day": format_date(now, "full", locale=language)}


def speak_later(kind: str, identity: int, language: str, person_id: int | None) -> bool:
    """Queue a recording; return whether there is room for it."""
    from octavo.pipeline.jobs import speak as job

    told = {"kind": kind, "identity": identity, "language": language}
    return later(job, name_of(kind, identity, language, person_id), **told, person_id=person_id)


def name_of(kind: str, identity: int, language: str, person_id: int | None) -> str:
    """Return what the job of one recording is called."""
    return f"{kind} {identity} {language} {person_id or 0}"


def speak_now(kind: str, identity: int, language: str, person_id: int | None, now: datetime) -> Refusal | None:
    """Record what was asked for, and put it into the podcast of whoever asked, where there is one."""
    person = User.objects.filter(pk=person_id).first() if person_id else None
    script = script_of(kind, identity, language, person, now)
    if script is None:
        return Refusal("speech", "nothing-to-say")
    recording = store.speak(script, now)
    if isinstance(recording, Refusal):
        return recording
    if person and Podcast.objects.filter(person=person).exists():
        store.add_episode(person.pk, recording, now)
    return None


def speak_briefings() -> None:
    """Put the day's briefing into every podcast: of what the person follows, or else of the edition."""
    for podcast in Podcast.objects.select_related("person").order_by("pk"):
        own = own_briefing(podcast.person, podcast.language, utc_now())
        speak_now("own" if own.stories else "briefing", 0, podcast.language, podcast.person_id, utc_now())
