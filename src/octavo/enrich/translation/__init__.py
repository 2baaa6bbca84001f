"""Translation into the reader's language: by whom, and how far what comes back is believed."""

from collections.abc import Sequence
from typing import Protocol

from octavo.core.types import Refusal


class Translator(Protocol):
    """Translates plain texts."""

    @property
    def name(self) -> str: ...

    @property
    def model(self) -> str:
        """The language model that it asks; "" for none."""
        ...

    @property
    def prompt_version(self) -> str:
        """Of how the model is asked; "" for none."""
        ...

    @property
    def is_free(self) -> bool:
        """Whether it costs nothing but this machine's time, so that anyone may ask for it."""
        ...

    def offers(self, source: str, target: str) -> bool:
        """Tell whether it translates from one language into another, both ISO 639-1."""
        ...

    def translate(
        self, texts: Sequence[str], source: str, target: str, about: Sequence[int] = (), person_id: int | None = None
    ) -> list[str] | Refusal:
        """Return the texts in the language `target`, in their order; or why not.

        `about` are the articles that the texts are from, and `person_id` says who asked.
        """
        ...


__all__ = ["Translator"]
