"""The texts of the window, and whose copy a new one is: bounded time an article, no pass over the window.

Candidates come from anchors, a sample of the shingles by value (Broder 1997): a part of a text carries the anchors of
that part of the whole, which the bands of MinHash lose when the part is short. An anchor remembers its newest text
only, so its table ages by itself; from a copy the way leads on to its original.
"""

from collections import Counter, deque
from dataclasses import dataclass
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from octavo.core.types import Copy, CopyKind, FoldInput
from octavo.dedupe.constants import (
    ANCHOR_SHARE,
    CANDIDATES,
    SHARED_ANCHORS,
    SHORTEST_TOKENS,
    WINDOW_ARTICLES,
    WINDOW_SECONDS,
)
from octavo.dedupe.likeness import Likeness, compare
from octavo.dedupe.shingles import Shingles, shingles
from octavo.dedupe.table import AnchorTable


@dataclass(frozen=True, slots=True)
class _Held:
    id: str
    publisher: str
    agency: str
    moment: float | None
    text: Shingles


class CopyIndex:
    """Finds whose copy an arriving text is."""

    def __init__(self, window_seconds: float = WINDOW_SECONDS) -> None:
        self._window_seconds = window_seconds
        self._held: dict[int, _Held] = {}
        self._number_of: dict[str, int] = {}
        self._original: dict[int, int] = {}
        self._anchors = AnchorTable()
        self._next = 1
        self._order: deque[int] = deque()
        self._newest = 0.0

    def __len__(self) -> int:
        return len(self._held)

    def find(self, article: FoldInput) -> Copy | None:
        """Return whose copy `article` is, without keeping it.

        Where an article that came before turns out to be the copy (this one is the agency's own, or was published
        earlier), the relation returned is that one's: `copy.article` is the earlier arrival's id.
        """
        return self._find(_held(article))

    def add(self, article: FoldInput, copy: Copy | None = None) -> None:
        """Keep `article`, with what was decided of it."""
        self._keep(_held(article), copy)

    def find_and_add(self, article: FoldInput) -> Copy | None:
        """Do `find`, then `add`, reading the text once."""
        held = _held(article)
        copy = self._find(held)
        self._keep(held, copy)
        return copy

    def _find(self, article: _Held) -> Copy | None:
        if article.text.length < SHORTEST_TOKENS:
            return None
        matches = [
            (likeness, number)
            for number in self._candidates(article)
            if (likeness := compare(article.text, self._held[number].text))
        ]
        if not matches:
            return None
        likeness, number = self._at_root(article, max(matches, key=self._preference))
        held = self._held[number]
        copying, original = (article.id, held.id) if _comes_first(held, article) else (held.id, article.id)
        return Copy(copying, original, likeness.kind, likeness.likeness)

    def _at_root(self, article: _Held, match: tuple[Likeness, int]) -> tuple[Likeness, int]:
        """Follow a match that is itself a copy to its original, where the article is like that too."""
        root = self._original.get(match[1])
        if root is None or not self._may_copy(article, root):
            return match
        likeness = compare(article.text, self._held[root].text)
        return (likeness, root) if likeness else match

    def _candidates(self, article: _Held) -> list[int]:
        anchors = _anchors(article.text)
        needed = min(SHARED_ANCHORS, max(1, len(anchors) // 2))
        shared = Counter(self._anchors.get(anchors))
        shared.pop(0, None)
        best = shared.most_common(CANDIDATES)
        return [number for number, count in best if count >= needed and self._may_copy(article, number)]

    def _may_copy(self, article: _Held, number: int) -> bool:
        held = self._held.get(number)
        return held is not None and not (held.publisher and held.publisher == article.publisher)

    def _preference(self, match: tuple[Likeness, int]) -> tuple[bool, bool, float, float]:
        likeness, number = match
        held = self._held[number]
        is_own = bool(held.agency) and held.publisher == held.agency
        return likeness.kind is not CopyKind.ABRIDGED, is_own, round(likeness.likeness, 1), -(held.moment or 0.0)

    def _keep(self, article: _Held, copy: Copy | None) -> None:
        number, self._next = self._next, self._next + 1
        self._held[number] = article
        self._number_of[article.id] = number
        self._order.append(number)
        if article.text.length >= SHORTEST_TOKENS:
            self._anchors.put(_anchors(article.text), number)
        if copy is not None:
            of, to = self._number_of.get(copy.article), self._number_of.get(copy.original)
            if of and to:
                self._original[of] = to
        self._newest = max(self._newest, article.moment or 0.0)
        self._expire()

    def _expire(self) -> None:
        while self._order:
            moment = self._held[self._order[0]].moment
            is_old = moment is not None and moment < self._newest - self._window_seconds
            if not is_old and len(self._order) <= WINDOW_ARTICLES:
                return
            number = self._order.popleft()
            self._original.pop(number, None)
            gone = self._held.pop(number)
            if self._number_of.get(gone.id) == number:
                del self._number_of[gone.id]


def _held(article: FoldInput) -> _Held:
    publisher = (article.publisher or urlsplit(article.url).hostname or "").casefold()
    moment = article.published.timestamp() if article.published else None
    return _Held(article.id, publisher, article.agency.casefold(), moment, shingles(article.text))


def _anchors(text: Shingles) -> NDArray[np.uint32]:
    anchors: NDArray[np.uint32] = text.hashes[text.hashes % max(ANCHOR_SHARE, text.step) == 0]
    return anchors


def _comes_first(held: _Held, article: _Held) -> bool:
    """Tell whether `held` is the original: the agency's own, else the earlier published, else the first to arrive."""
    agency = article.agency or held.agency
    if agency and (held.publisher == agency) != (article.publisher == agency):
        return held.publisher == agency
    if held.moment is None or article.moment is None:
        return True
    return held.moment <= article.moment
