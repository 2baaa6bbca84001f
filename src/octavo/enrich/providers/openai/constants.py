"""How an endpoint is asked."""

HEADERS = (
    ("Content-Type", "application/json"),
    ("Accept", "text/event-stream, application/json"),
    ("Accept-Encoding", "identity"),
)
"""A stream is taken as it comes, so it may not be compressed."""

ANSWER_TOKENS = 1_200
"""What a model may write at most where nothing else is said: twelve sentences with their citations take 900."""
TOKEN_CHARACTERS = 16
"""Of one token at most, on the average of a text: four is usual. An endpoint that goes on writing is cut off there."""
TOKEN_BYTES = 3
"""Of a text, for a token, where an endpoint does not count: on the safe side for every script."""
TRIES_COUNT = 3
PAUSE_SECONDS = 1.0
"""Before the second try, doubled before the third."""
LONGEST_PAUSE_SECONDS = 30.0
"""A job that would wait longer gives up; the next change of the story asks again."""
BUSY = (408, 429, 500, 502, 503, 504, 529)
"""Statuses that may pass: throttling, restarts, overload."""
UNFIT = (400, 404, 405, 415, 422, 501)
"""Statuses that may mean one member of the request; 404 is a router's that finds nobody who takes them all."""
OF_DOOR = {"timeout": "timeout", "host-rests": "busy", "too-large": "cut-short"}
"""What the door's reasons are here; any other: unreachable."""
WORTH_ANOTHER = ("busy", "unreachable", "broken-off")
"""Not timeout: what took too long once costs as much again."""
ERROR_CHARACTERS = 300
"""Of what an endpoint says of its failure."""
READ_FACTOR = 2
"""An endpoint's count of what it read is believed up to so many times the estimate, which is on the safe side."""
FORM_TOKENS = 1_000
"""What it may count beside: the form that was asked for, its own template."""
STARTS_COUNT = 20
"""Brackets of an answer at which its JSON is looked for: models say little before it."""
REPAIRED_CHARACTERS = 4_000
"""Of a broken answer, what is shown back."""

PASSAGES_COUNT = 60
PASSAGES_CHARACTERS = 14_000
"""What of a story is sent: at most so many sentences, about 4,000 tokens, which models of 8,000 hold with room."""
SENTENCE_CHARACTERS = 400
ANSWER_SENTENCES = 4
WORDED_TOKENS = 500
"""Of an answer: four sentences with their citations take 300."""
HEADLINE_CHARACTERS = 160
"""Longer ones are no headline."""

PROMPT_VERSION = "1"
"""Of all prompts together: it stands beside every stored result, and a new one makes results anew."""
