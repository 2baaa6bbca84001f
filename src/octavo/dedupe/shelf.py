"""The texts of the window in the order of their arrival, each under a number that is never used again."""

from dataclasses import dataclass

import numpy as np

from octavo.dedupe.codes import Text
from octavo.dedupe.direction import Carrier

_DEAD_COUNT = 10_000


@dataclass(slots=True)
class Held:
    """What is kept of one text."""

    id: str
    publisher: str
    agency: str
    moment: float | None
    codes: bytes
    """Its tokens, uint16."""
    names: bytes
    """Those that it writes as names, uint16."""
    came: float = 0.0
    """Its moment, or the stream's time where that is unknown."""
    repeats: int = 0
    """The number of the text that this one repeats: its original, or its publisher's earlier issue; 0 for none."""
    part: int = 0
    """The number of the first text that is a part of this one; 0 for none."""

    def text(self) -> Text:
        """Return what was read of it."""
        return Text(*(np.frombuffer(codes, dtype=np.uint16) for codes in (self.codes, self.names)))

    def carrier(self) -> Carrier:
        """Return what it says of its origin."""
        return Carrier(self.publisher, self.agency, self.moment, len(self.codes) // 2)


class Shelf:
    """Texts by number, from 1; a list, since a dictionary of a million costs a hundred bytes a text more."""

    def __init__(self) -> None:
        self._held: list[Held | None] = []
        self._first = 1
        """The number of the list's first place."""
        self._dead = 0

    def __len__(self) -> int:
        return len(self._held) - self._dead

    def __contains__(self, number: int) -> bool:
        return self._first + self._dead <= number < self._first + len(self._held)

    def __getitem__(self, number: int) -> Held:
        held = self._held[number - self._first]
        if held is None:
            raise KeyError(number)
        return held

    def add(self, held: Held) -> int:
        """Put a text at the end; return its number."""
        self._held.append(held)
        return self._first + len(self._held) - 1

    def oldest(self) -> Held:
        """Return the text that has been held longest."""
        return self[self._first + self._dead]

    def drop_oldest(self) -> None:
        """Forget the text that has been held longest."""
        self._held[self._dead] = None
        self._dead += 1
        if self._dead >= _DEAD_COUNT and 2 * self._dead > len(self._held):
            del self._held[: self._dead]
            self._first, self._dead = self._first + self._dead, 0
