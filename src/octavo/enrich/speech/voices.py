"""Voices: espeak-ng for most languages, piper where the operator installed a voice; each a process of its own.

Both are GPL, so neither is linked with: the text goes in at standard input, the sound comes out as a file of samples.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from octavo.core.types import Refusal
from octavo.enrich.speech.legibility import is_read

SECONDS = 300.0
"""For one chapter; espeak-ng speaks an hour in some twenty seconds, piper about ten times slower."""
WORDS_PER_MINUTE = 165
"""News is read at 150 to 170 words a minute."""
ESPEAK = "espeak-ng"
PIPER = "piper"
_ESPEAK_NAMES = {"zh": "cmn", "no": "nb", "en": "en-gb"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_PHONEMES = re.compile(r"\[(?=\[)")
"""What begins sounds that are spelled out, to both engines: [[h@l'oU]]."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A way to speak one language."""

    engine: str
    """espeak-ng, piper"""
    name: str
    """espeak-ng's name of the language, or the file name of piper's voice."""
    program: str
    """Where the engine is."""
    model: Path | None = None

    def speak(self, text: str, file: Path) -> Refusal | None:
        """Write `text`, spoken, to `file` as WAV; return why not, where it fails."""
        try:
            done = subprocess.run(
                self._command(file),
                input=_said(text),
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return Refusal("speech", "failed", f"{self.engine}: {error}"[:300])
        if done.returncode or not file.exists():
            return Refusal("speech", "failed", f"{self.engine}: {done.stderr.decode(errors='replace')[-250:].strip()}")
        return None

    def _command(self, file: Path) -> Sequence[str]:
        if self.model:
            return (self.program, "--model", str(self.model), "--output-file", str(file))
        return (self.program, "-v", self.name, "-s", str(WORDS_PER_MINUTE), "-b", "1", "-w", str(file), "--stdin")


def _said(text: str) -> bytes:
    """Return `text` as an engine gets it: words alone, never a command or sounds spelled out."""
    return _PHONEMES.sub("[ ", _CONTROL.sub(" ", text)).encode("utf-8", "ignore")


def voice_for(language: str, voices: Path | None = None, piper: str = "") -> Voice | None:
    """Return the best voice of a language: piper's of the directory `voices`, else espeak-ng's where it can read it."""
    program = shutil.which(piper or PIPER)
    if voices and program and (model := _model(language, voices)):
        return Voice(PIPER, model.stem, program, model)
    program = shutil.which(ESPEAK)
    name = _ESPEAK_NAMES.get(language, language)
    if not program or name not in _espeak_languages(program) or not is_read(program, name, language):
        return None
    return Voice(ESPEAK, name, program)


def _model(language: str, voices: Path) -> Path | None:
    """Return the voice whose name begins with the language, as in en_US-joe-medium.onnx."""
    found = sorted(file for file in voices.glob(f"{language}[_-]*.onnx") if file.with_suffix(".onnx.json").is_file())
    return found[0] if found else None


_known: dict[str, frozenset[str]] = {}


def _espeak_languages(program: str) -> frozenset[str]:
    if program not in _known:
        listed = subprocess.run((program, "--voices"), capture_output=True, timeout=30, check=False)
        rows = [line.split() for line in listed.stdout.decode(errors="replace").splitlines()[1:]]
        names = frozenset(row[1] for row in rows if len(row) > 1)
        _known[program] = names | {name.partition("-")[0] for name in names}
    return _known[program]


def scratch() -> tempfile.TemporaryDirectory[str]:
    """Return a directory for the samples of one recording; they are some 3 MB a minute."""
    return tempfile.TemporaryDirectory(prefix="octavo-speech-")
