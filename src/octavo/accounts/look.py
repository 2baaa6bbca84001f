"""How a reader wants pages to look: decided from a cookie's text or a stored one, and written back the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

THEMES = ("system", "light", "dark")
SIZES = ("small", "usual", "large", "larger", "largest")
FACES = ("serif", "sans")
WIDTHS = ("narrow", "usual", "wide")

COOKIE = "look"
"""Holds the text of a device's look; the page is made with it, so that nothing changes colour while it loads."""


@dataclass(frozen=True, slots=True)
class Look:
    """Theme, and the size, face and width of articles' texts."""

    theme: str = "system"
    size: str = "usual"
    face: str = "serif"
    width: str = "usual"

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the look that `text` tells; what it does not tell, or wrongly, is as usual. Never raises."""
        return cls.of(dict(part.partition("=")[::2] for part in text[:100].split("&")))

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Self:
        """Return the look with those of its values in `given` that there are."""
        return cls(**{name: given[name] for name, values in CHOICES.items() if given.get(name) in values})

    @property
    def chosen(self) -> dict[str, str]:
        """Return what is not as usual, by its name, in a fixed order."""
        usual = type(self)()
        values = ((name, getattr(self, name)) for name in CHOICES)
        return {name: value for name, value in values if value != getattr(usual, name)}

    @property
    def text(self) -> str:
        """Return the look as a cookie holds it: what is not as usual."""
        return "&".join(f"{name}={value}" for name, value in self.chosen.items())


CHOICES: Mapping[str, tuple[str, ...]] = {"theme": THEMES, "size": SIZES, "face": FACES, "width": WIDTHS}
"""What may be chosen, by the name of the setting."""
