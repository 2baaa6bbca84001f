"""Firefox's own translation models (MPL 2.0), run on this machine by fxtranslate, the engine of their makers.

An extra: `octavo[translate]`. The models lie in the data directory (`pairs`); no network, no further process.
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from octavo.core.text import sentences
from octavo.core.types import Refusal
from octavo.enrich.translation import pairs

if TYPE_CHECKING:
    from fxtranslate import Translator

LOADED_COUNT = 4
"""Pairs that a process keeps at hand, at some 60 MB each."""
UNSPACED = ("ja", "th", "zh")
"""Written without spaces between sentences."""


class BergamotTranslator:
    """Translates between languages whose models lie here, through English where none leads from one to the other."""

    name = "bergamot"
    model = prompt_version = ""
    is_free = True

    def offers(self, source: str, target: str) -> bool:
        return bool(pairs.route(source, target)) and find_spec("fxtranslate") is not None

    def translate(
        self, texts: Sequence[str], source: str, target: str, about: Sequence[int] = (), person_id: int | None = None
    ) -> list[str] | Refusal:
        """Return the texts, sentence by sentence: the models were trained on single ones."""
        way = pairs.route(source, target)
        try:
            return _own_thread.submit(_all_translated, texts, source, target, way).result()
        except (OSError, StopIteration, ValueError) as error:
            return Refusal("translation", "broken-model", f"the models for {' and '.join(way)} cannot be read: {error}")


_own_thread = ThreadPoolExecutor(1, thread_name_prefix="bergamot")
"""An engine may be used, and let go, by the thread alone that made it."""
_of_thread = threading.local()


def _all_translated(texts: Sequence[str], source: str, target: str, way: Sequence[str]) -> list[str]:
    engines = [_engines()(pairs.directory() / pair) for pair in way]
    return [_translated(text, source, target, engines) for text in texts]


def _translated(text: str, source: str, target: str, engines: "Sequence[Translator]") -> str:
    told = []
    for span in sentences(text, source):
        said = span.text
        for engine in engines:
            said = engine.translate_long(said)
        told.append(said)
    return ("" if target in UNSPACED else " ").join(told)


def _engines() -> "Callable[[Path], Translator]":
    """Return what gives this thread the engine of a pair, and keeps the latest few."""
    if not hasattr(_of_thread, "engines"):
        _of_thread.engines = lru_cache(LOADED_COUNT)(_read)
    found: Callable[[Path], Translator] = _of_thread.engines
    return found


def _read(directory: Path) -> "Translator":
    """Return the engine of a pair; reading its models takes a fifth of a second."""
    from fxtranslate import Translator

    vocabulary = next(directory.glob("vocab.*"), None)
    source = vocabulary or next(directory.glob("srcvocab.*"))
    target = vocabulary or next(directory.glob("trgvocab.*"))
    shortlist = next(directory.glob("lex.*"), None)
    return Translator(
        next(directory.glob("model.*")).read_bytes(),
        source.read_bytes(),
        target.read_bytes(),
        shortlist.read_bytes() if shortlist else None,
    )
