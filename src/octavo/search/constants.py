"""What shapes a search and its excerpts, with the evidence beside it."""

READ_COUNT = 1000
"""Newest matches that are ranked; ranking every match of a common word would be slow at the tail."""
FRESH_SHARE = 0.3
"""Of an article's score, what the newest of the matches has over the oldest."""
BEGINNING_LETTERS = 2
"""A single letter begins too many words to be worth looking up."""
COMMON_SHARE = 0.4
"""Words that a greater share of all texts holds ("at", "the", "que") need not occur; "new", "war" and "first", held by
an eighth to a quarter, must."""

MEANING_DIM = 512
MEANING_COUNT = 60
"""Nearest articles by meaning that are looked at."""
MEANING_ONLY_COUNT = 20
"""Of them, those shown although they lack the words."""
MEANING_FLOOR = 0.35
"""Likeness of question and article below which nothing is shown. Over titles cut to four words, against reports in four
languages: 77 % of the right ones pass and 9 % of the wrong ones; 50 % and 2 % among noisy English ones."""
FUSION_RANK = 60
"""Reciprocal rank fusion's constant (Cormack, Clarke, Büttcher 2009)."""

SPELLED_LETTERS = 4
"""Shorter words are not respelled: too many others are one letter away."""
SPELLED_EDITS = 2
"""Mistakes that are forgiven: one left out, put in, changed or swapped; two in words of LONG_LETTERS."""
LONG_LETTERS = 8
KNOWN_LETTERS = 24
"""Longer ones are no words."""

SNIPPET_CHARACTERS = 240
"""Two to three lines of a result on a desktop, four on a phone."""
SNIPPET_SCANNED_CHARACTERS = 20_000
"""The best place is looked for in this much of a text: longer texts than this are rare and their heads are enough."""
SNIPPET_LEAD_CHARACTERS = 40
"""Words shown before the first marked one, so that it is met in a context."""

LIKELY_COUNT = 16
"""Articles that are read for an answer: reading one takes some 30 milliseconds."""
TOLD_AFTER_DAYS = 3
"""So long after a day reports that tell of it are looked for first."""
