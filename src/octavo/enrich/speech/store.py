"""Recordings, kept: nothing is spoken twice while its sound is there, and sounds keep to their bound."""

from datetime import datetime
from functools import cache
from pathlib import Path

import orjson
import xxhash

from octavo.config import settings
from octavo.core.types import Refusal
from octavo.enrich.models import Episode, Recording
from octavo.enrich.speech.recording import record
from octavo.enrich.speech.script import Script, transcript
from octavo.enrich.speech.voices import Voice, voice_for
from octavo.fetch.kept_files import KeptFiles


def voice_of(language: str) -> Voice | None:
    """Return this house's voice of a language; None for none, or where AI is off."""
    now = settings.current()
    return voice_for(language, now.speech_voices, now.speech_piper) if now.ai else None


def key_of(script: Script) -> str:
    """Return the name of a script's recording."""
    said = [(one.title, one.text, one.language) for one in script.chapters]
    voices = [str(voice_of(language)) for language in sorted({one.language for one in script.chapters})]
    return xxhash.xxh3_128_hexdigest(orjson.dumps([script.title, said, voices]))


def found(script: Script) -> Recording | None:
    """Return the recording of a script, None where there is none or its sound has given way."""
    row = Recording.objects.filter(key=key_of(script)).first()
    return row if row and is_there(row) else None


def is_there(recording: Recording) -> bool:
    """Tell whether the sound of a recording is still kept."""
    return sounds().path(file_name(recording.key)).is_file()


def speak(script: Script, now: datetime) -> Recording | Refusal:
    """Record a script where it is not yet, and keep it."""
    if row := found(script):
        return row
    recorded = record(script, voice_of)
    if isinstance(recorded, Refusal):
        return recorded
    key = key_of(script)
    sounds().write(file_name(key), recorded.mp3)
    starts = zip(recorded.starts, recorded.script.chapters, strict=True)
    facts = {
        "title": script.title,
        "language": script.language,
        "chapters": [{"start": round(start, 1), "title": one.title, "url": one.url} for start, one in starts],
        "transcript": transcript(recorded.script),
        "voices": list(recorded.voices),
        "seconds": recorded.seconds,
        "size_bytes": len(recorded.mp3),
        "made": now,
    }
    return Recording.objects.update_or_create(key=key, defaults=facts)[0]


def add_episode(person_id: int, recording: Recording, now: datetime) -> None:
    """Put a recording into a person's podcast, once."""
    Episode.objects.get_or_create(person_id=person_id, recording=recording, defaults={"added": now})


def file_name(key: str) -> str:
    return f"{key}.mp3"


def sounds() -> KeptFiles:
    """Return where this house keeps its sounds."""
    now = settings.current()
    return _sounds(now.data / "sounds", now.sounds_bytes)


@cache
def _sounds(directory: Path, limit_bytes: int) -> KeptFiles:
    return KeptFiles(directory, limit_bytes)
