"""The few reactions that a comment takes."""

from collections.abc import Mapping
from enum import StrEnum


class ReactionKind(StrEnum):
    """What a reader may say with one press. Only the first and the last decide the order.

    Whether one agrees is kept apart from whether a comment is worth reading: ordered by agreement, the opinion that
    most share would stand above the best argument.
    """

    WORTH = "worth"
    AGREE = "agree"
    DISAGREE = "disagree"
    SMILE = "smile"
    OFF_TOPIC = "off_topic"


OPPOSITES: Mapping[ReactionKind, ReactionKind] = {
    ReactionKind.WORTH: ReactionKind.OFF_TOPIC,
    ReactionKind.OFF_TOPIC: ReactionKind.WORTH,
    ReactionKind.AGREE: ReactionKind.DISAGREE,
    ReactionKind.DISAGREE: ReactionKind.AGREE,
}
"""One of a pair takes back the other."""
