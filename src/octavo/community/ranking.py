"""The rank of comments by what readers made of them."""

from math import sqrt

from octavo.community.constants import CONFIDENCE_Z


def lower_bound(positive: int, negative: int, z: float = CONFIDENCE_Z) -> float:
    """Return the least share of positive votes, 0..1, that the votes seen leave believable; 0 without votes.

    The lower end of Wilson's score interval (E. B. Wilson, Probable inference, the law of succession, and statistical
    inference, JASA 22, 1927): few votes are trusted less than many.
    """
    count = positive + negative
    if not count:
        return 0.0
    share, square = positive / count, z * z
    middle = share + square / (2 * count)
    spread = z * sqrt((share * (1 - share) + square / (4 * count)) / count)
    return max(0.0, (middle - spread) / (1 + square / count))
