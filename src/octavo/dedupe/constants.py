"""What shapes the finding of copies, with the evidence beside it."""

SHINGLE_TOKENS = 4
"""Tokens a shingle. Reports of one event by different hands share few runs of four; an edited wire text keeps most."""
SHORTEST_TOKENS = 30
"""Shorter texts (teasers, captions, results) repeat without anyone copying."""
KEPT_SHINGLES = 512
"""A longer text keeps a uniform sample of at least half as many: the error of a likeness stays under 0.03."""
ANCHOR_SHARE = 8
"""One shingle in so many leads to candidates; a part of a text carries the same anchors as the whole."""
SHARED_ANCHORS = 2
CANDIDATES = 8
NEAR = 0.45
"""Jaccard likeness from which an edited text is still the same text."""
PART = 0.7
"""Containment of the shorter text in the longer from which it is a part of it."""
PART_LENGTH = 0.8
"""A part is at most so long, compared with the whole; else the two are near copies."""
WINDOW_SECONDS = 14 * 86400
"""Copies later than this are archive matter."""
WINDOW_ARTICLES = 2_000_000
