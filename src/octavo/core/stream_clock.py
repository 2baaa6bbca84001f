"""What time it is in a stream of articles, by what they claim."""

from bisect import bisect_left, insort
from collections import deque

_LATEST_COUNT = 101


class StreamClock:
    """The median moment of the latest articles, so that one of an odd date moves it hardly at all."""

    def __init__(self) -> None:
        self._latest: deque[float] = deque()
        self._ordered: list[float] = []

    def tick(self, moment: float | None) -> float:
        """Note when an article was published, in seconds since 1970; return that, or what time it is where unknown."""
        if moment is None:
            return self.now() or 0.0
        if len(self._latest) == _LATEST_COUNT:
            del self._ordered[bisect_left(self._ordered, self._latest.popleft())]
        self._latest.append(moment)
        insort(self._ordered, moment)
        return moment

    def now(self) -> float | None:
        """Return what time it is; None before the first article that claims one."""
        return self._middle()[0] if self._ordered else None

    def is_far(self, moment: float, seconds: float) -> bool:
        """Tell whether a moment is farther from now than so many seconds; of two medians the nearer is asked."""
        return bool(self._ordered) and min(abs(moment - middle) for middle in self._middle()) > seconds

    def _middle(self) -> tuple[float, float]:
        count = len(self._ordered)
        return self._ordered[(count - 1) // 2], self._ordered[count // 2]
