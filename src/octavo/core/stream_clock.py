"""What time it is in a stream of articles, by what they claim."""

from bisect import bisect_left, insort
from collections import deque

_LATEST_COUNT = 101


class StreamClock:
    """The median moment of the latest articles, so that one of an odd date moves it hardly at all."""

    def __init__(self) -> None:
        self._latest: deque[float] = deque()
        self._ordered: list[float] = []

    @property
    def now(self) -> float | None:
        """Seconds since 1970; None before the first dated article."""
        return self._ordered[(len(self._ordered) - 1) // 2] if self._ordered else None

    def tick(self, moment: float | None) -> float:
        """Note when an article was published; return that, or what time it is where that is unknown."""
        if moment is None:
            return self.now or 0.0
        if len(self._latest) == _LATEST_COUNT:
            del self._ordered[bisect_left(self._ordered, self._latest.popleft())]
        self._latest.append(moment)
        insort(self._ordered, moment)
        return moment

    def is_far(self, moment: float, seconds: float) -> bool:
        """Tell whether a moment is farther from now than so many seconds."""
        return self.now is not None and abs(moment - self.now) > seconds
