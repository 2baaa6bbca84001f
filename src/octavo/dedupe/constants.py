"""What shapes the finding of copies, with the evidence beside it."""

SHINGLE_TOKENS = 4
"""Tokens a shingle. Reports of one event by different hands share few runs of four; an edited wire text keeps most."""
PAIRS_SHINGLE_TOKENS = 6
"""Where tokens are overlapping pairs of characters: seven characters, about as much as four words say."""
SHORTEST_TOKENS = 30
"""Shorter texts (teasers, captions, results) repeat without anyone copying."""
SHORTEST_EXACT_TOKENS = 12
"""Unless they are so long, and the same word for word together with their titles: an agency's flash."""
KEPT_TOKENS = 4096
"""Of a longer text the beginning stands for the whole."""

ANCHOR_WINDOW = 16
"""Among any so many shingles on end the least is an anchor: texts that share a run of nineteen tokens share one."""
COMMON_COUNT = 4
COMMON_SHARE = 0.000125
"""A shingle that so many texts of late hold, and such a share of them, is a stock phrase."""
CANDIDATES = 8
RARE_ANCHORS = 12
"""A text of fewer anchors is compared where it shares one with another; a longer one where it shares two."""

NEAR = 0.4
"""Jaccard likeness from which an edited text is still the same text."""
NEAR_AT_LEAST = 0.28
NEAR_COVER = 0.42
"""Or from here on where so much of either text's tokens stand in runs of the other."""
PART_AT_LEAST = 0.5
"""Share of the shorter text's shingles that the longer holds, from which it may be a part of it."""
LITTLE = 0.2
PART_OF_LITTLE = 0.83
SHORTEST_OF_LITTLE = 60
"""The same, and in tokens, where the two are less alike than LITTLE as wholes: what is so small a part of the other is
its copy only where it was taken out of it nearly word for word, and is an article rather than a caption or a teaser. So
no two different reports of one event in ECB+ pass; edited copies are found as before."""
PART = 0.7
"""Share of the shorter text's tokens that then stand in runs of the longer."""
PART_LENGTH = 0.8
"""A part is at most so long, compared with the whole; else the two are near copies."""
SAME_STRETCH = 0.5
"""Two parts of a text that share less of it, compared with the lesser, are parts of different texts."""
CHANGED_VALUES = 3
"""Recurring texts (weather, markets, draws) keep their words and change at least so many of their values, and more than
they keep; a new toll in a corrected wire text changes one or two."""
SWAPPED_TOKENS = 6
FRAME_TOKENS = 3
SWAPS = 2
"""What stands for something else in two like texts: so few tokens of each between so many that both have. So many such
places, of which one is of names, keep apart what tells of other things; a house that writes one name another way, or
one number, changes one."""

WINDOW_SECONDS = 60 * 86400
"""Copies later than this are archive matter; a house reads so far back what several reported."""
WINDOW_ARTICLES = 2_000_000
