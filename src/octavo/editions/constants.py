"""What shapes a front page.

The order's shape follows from three demands: corroboration before sensation, a page that turns over within a day, and
no category or thread that crowds out the rest. The figures are judgements, not fits: no labelled front pages exist yet.
"""

CORROBORATED_PUBLISHERS = 2
"""Two newsrooms that wrote their own texts: the old rule of two sources."""
CORROBORATED_HOLDS_HOURS = 24.0
"""So long a corroborated story stands before every uncorroborated one: one day's paper."""
FRESHNESS_HALF_LIFE_HOURS = 8.0
"""A story of seven publishers (coverage 3) equals a new one of two (1.6) after seven hours: morning gives way to
evening. In the log of news sites half of a story's visits fall within its first day (Dezső et al. 2006, 36 hours for
a whole portal); front pages move faster than archives."""
LOCAL_WEIGHT = 0.5
"""A publisher of the edition's country counts half as much again as one from elsewhere."""
LANGUAGE_WEIGHT = 0.5
"""A story that the edition's readers can read in their language stands before its like that they cannot."""
SPREAD_FACTOR = 0.8
"""Each story of the same category among the last placed ones costs a fifth, so that the second and third of a
category still come early on a day that it rules, and the fourth makes room."""
SPREAD_WINDOW = 6
"""The stories that one sees at once: lead and top."""
THREAD_FACTOR = 0.6
"""A second story of the same thread in that window tells less that is new than a further one of its category."""

TOP_COUNT = 6
"""Stories beside the lead before the sections begin."""
SECTION_COUNT = 6
"""Stories of one category on the front page; the rest stand on the category's page."""

TOLD_MIX = 0.1
"""What the mix must add or take for a story's position to be told by it."""
HERE_WEIGHT = 0.5
"""A story whose headline names the edition's place counts like one that one local newsroom more reports."""
FURTHER_LANGUAGE_SHARE = 0.5
"""Of `LANGUAGE_WEIGHT`: for a story that only a further language of the edition tells."""
MOST_WEIGHT = 3.0
"""Beyond it a single publisher would outweigh seven others, and the page would be its own."""
