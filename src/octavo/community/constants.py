"""What shapes the discussions: limits and weights, each with its reason."""

from datetime import timedelta

TEXT_CHARACTERS = 5_000
"""Some 800 words: more than a letter to the editor has. At its worst, "[" throughout, it is parsed in 0.06 s."""
NAME_CHARACTERS = 40
REASON_CHARACTERS = 500
MENTIONS_COUNT = 5
"""People that one comment may call; a text that names more is a list, not an address."""
LINKS_COUNT = 3
"""More links in one comment are read by a moderator first: advertising has many, conversation few."""

DEPTH_COUNT = 3
"""Steps that answers are moved in. At 390 pixels the fourth step would leave under 40 characters a line, fewer than
the 45 that books on typography take as the least."""
PAGE_COMMENTS_COUNT = 100
BEST_COUNT = 2
"""Comments that a story's own page shows."""

EDIT_WINDOW = timedelta(minutes=15)
"""Long enough for typing errors, too short to change what others have answered to."""
TRUSTED_COMMENTS_COUNT = 2
"""Comments of a new person that a moderator lets through before the next appear at once."""

CONFIDENCE_Z = 1.96
"""Of the Wilson interval: 95 %, so that one vote of one (.21) stands under nine of ten (.60)."""

NEW_PACE = ((2, timedelta(minutes=1)), (6, timedelta(hours=1)), (12, timedelta(days=1)))
"""At most so many comments within so long, for new people and those without an account: what a moderator can read."""
PACE = ((4, timedelta(minutes=1)), (30, timedelta(hours=1)), (150, timedelta(days=1)))
"""The same for people who are known: nobody who reads what they answer to writes faster."""
REPORT_PACE = ((5, timedelta(minutes=1)), (20, timedelta(hours=1)))
REACTION_PACE = ((30, timedelta(minutes=1)), (300, timedelta(hours=1)))
LONGEST_PACE = timedelta(days=1)

SLOW_SECONDS = (60, 300, 900, 3600)
"""The pauses that a moderator may set between two comments of one person on a story."""
BAN_DAYS = (1, 7, 30, 365, 0)
"""The terms of a ban; 0 is without end."""
