"""Speaking a script: chapter by chapter, one after the other with a pause, as one small MP3."""

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from octavo.core.types import Refusal
from octavo.enrich.speech.script import Chapter, Script
from octavo.enrich.speech.voices import Voice, scratch

RATE = 22_050
"""Samples a second, what espeak-ng and most of piper's voices give."""
PAUSE_SECONDS = 0.7
COMPRESSION = 0.9
"""Of libsndfile's scale: some 38 kbit/s for one voice, 290 KB a minute."""

Samples = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A script, spoken."""

    script: Script
    """What is heard: the chapters that a voice reads."""
    mp3: bytes
    seconds: float
    starts: tuple[float, ...]
    """Of each chapter, in seconds."""
    voices: tuple[str, ...]


def record(script: Script, voice_of: Callable[[str], Voice | None]) -> Recorded | Refusal:
    """Return `script` as sound; a chapter in a language without a voice is left out, and nothing is a refusal."""
    read = [(chapter, voice) for chapter in script.chapters if (voice := voice_of(chapter.language))]
    if not read:
        return Refusal("speech", "no-voice", "no voice is installed for this language")
    parts: list[Samples] = []
    starts: list[float] = []
    length = 0
    with scratch() as folder:
        for number, (chapter, voice) in enumerate(read):
            samples = _spoken(chapter, voice, Path(folder) / f"{number}.wav")
            if isinstance(samples, Refusal):
                return samples
            starts.append(length / RATE)
            parts += [samples, np.zeros(round(PAUSE_SECONDS * RATE), dtype=np.int16)]
            length += len(samples) + len(parts[-1])
    heard = replace(script, chapters=tuple(chapter for chapter, _ in read))
    voices = dict.fromkeys(f"{voice.engine} {voice.name}" for _, voice in read)
    return Recorded(heard, _mp3(np.concatenate(parts)), length / RATE, tuple(starts), tuple(voices))


def _spoken(chapter: Chapter, voice: Voice, file: Path) -> Samples | Refusal:
    import soundfile

    text = f"{_ended(chapter.title)}\n\n{chapter.text}"
    if refusal := voice.speak(text, file):
        return refusal
    samples, rate = soundfile.read(file, dtype="int16")
    file.unlink()
    return _at_rate(samples[:, 0] if samples.ndim > 1 else samples, rate)


def _ended(title: str) -> str:
    """Return a title that is heard as a sentence of its own."""
    return title if not title or title[-1] in ".!?。！？؟…" else f"{title}."


def _at_rate(samples: Samples, rate: int) -> Samples:
    if rate == RATE or not len(samples):
        return samples
    places = np.arange(0, len(samples), rate / RATE)
    moved: Samples = np.interp(places, np.arange(len(samples)), samples).astype(np.int16)
    return moved


def _mp3(samples: Samples) -> bytes:
    import soundfile

    out = io.BytesIO()
    soundfile.write(out, samples, RATE, format="MP3", subtype="MPEG_LAYER_III", compression_level=COMPRESSION)
    return out.getvalue()
