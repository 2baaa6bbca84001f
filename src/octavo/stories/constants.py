"""What shapes folding, with the evidence beside it."""

VOCABULARY_HALVING = 400_000
VOCABULARY_PRIOR = 20

TITLE_WEIGHT = 2.0
BODY_TOKENS = 400
ARTICLE_TERMS = 120
STORY_TERMS = 160
QUERY_TERMS = 24
POSTINGS = 200
CANDIDATES = 16
VECTOR_CANDIDATES = 8
EXEMPLARS = 12
LEAD_CHARACTERS = 300

WINDOW_SECONDS = 7 * 86400
"""A story that no article joined for so long is closed."""
OPEN_STORIES = 1_000_000
WHY_SIGNALS = 4
"""How many signals a decision names, strongest first."""

JOIN = {
    "terms": (4.7, 5.9, 1.3),
    "best": (3.5, 2.1, 1.1),
    "title": (3.5, 3.0, 1.2),
    "names": (0.0, 4.7, 4.6),
    "vector": (4.1, 1.7, 1.2),
    "vector_best": (3.6, 0.8, 1.1),
    "numbers": (0.5, 0.6, 3.0),
    "days": (-1.4, -1.4, -1.4),
}
"""Weight of each signal in the log-odds of one story: headlines alone, full texts, across languages."""
JOIN_BIAS = (-5.4, -5.0, -3.5)
JOIN_PLAIN = {
    "terms": (7.0, 7.0, 3.0),
    "best": (5.0, 3.0, 2.0),
    "title": (4.5, 3.5, 2.0),
    "names": (0.5, 4.7, 6.0),
    "numbers": (0.5, 0.6, 3.0),
    "days": (-1.4, -1.4, -1.4),
}
"""The same where no vectors are at hand."""
JOIN_PLAIN_BIAS = (-3.5, -5.0, -5.0)

THREAD_TERMS = 0.2
THREAD_NAMES = 0.45
