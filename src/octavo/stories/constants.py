"""What shapes folding, with the evidence beside it."""

VOCABULARY_HALVING = 400_000
VOCABULARY_PRIOR = 500
"""The general frequency of words weighs as much as so many articles: a window of 300 then knows its rare terms as well
as one of thousands (+.01 to +.02 of F1 on four of five sets)."""
COMMON_PIECES = 20_000
COMMON_TOKENS = 800
"""Tokens of an article, times the languages that the frequencies are spread over."""

TITLE_WEIGHT = 2.0
BODY_TOKENS = 400
TITLE_TOKENS = 24
"""So many of its first tokens stand for the title of a text that has none."""
LEAD_TOKENS = 60
ARTICLE_TERMS = 120
STORY_TERMS = 160
STORY_NUMBERS = 16
STORY_DATES = 6
QUERY_TERMS = 24
POSTINGS = 128
CANDIDATES = 10
VECTOR_CANDIDATES = 6
SHORT_TOKENS = 20
LONG_TOKENS = 50
NEAR_DAYS = 2.0
SAME_DAYS = 0.125
"""Time stamps closer than this say nothing: feeds are read in rounds, and stamps are often those of the reading."""
UNRELATED_VECTOR = 0.3
"""Likeness of sentence vectors that texts on different subjects hardly pass, in one language or across two."""
LEAD_CHARACTERS = 300
DATED_CHARACTERS = 600
STEM_LETTERS = 5
"""Words of inflecting scripts beyond Latin are cut to so many letters: +.03 of F1 on Russian pairs by terms alone."""

WINDOW_SECONDS = 7 * 86400
"""A story that no article joined for so long is closed."""
OPEN_STORIES = 1_000_000
JOIN = {
    "terms": (3.0, 2.91, 0.0),
    "title": (6.88, 0.08, 0.0),
    "names": (0.75, 1.16, 0.0),
    "vector": (3.6, 2.43, 4.9),
    "told": (0.77, 1.04, 0.0),
    "tells": (0.0, 3.08, 0.27),
    "numbers": (0.88, 0.37, 0.0),
    "dates": (0.0, 1.46, 0.68),
    "days": (-2.5, -0.24, -0.3),
    "near": (0.0, 0.99, 0.99),
    "ahead": (0.0, -9.879999999999999, -4.75),
    "places": (0.3, 1.98, 0.0),
    "vector_margin": (0.0, 0.0, 1.11),
    "size": (0.05, -0.34, 0.09),
}
JOIN_BIAS = (-1.51, -3.98, -3.52)
"""Weight of each signal in the log-odds of one story: headlines alone, full texts, across languages."""
JOIN_PLAIN = {
    "terms": (3.2, 5.5, 3.0),
    "title": (6.0, 0.9, 2.0),
    "names": (0.7, 1.2, 4.0),
    "told": (0.5, 1.9, 0.0),
    "tells": (0.0, 3.1, 0.0),
    "numbers": (0.3, 0.6, 1.0),
    "dates": (0.0, 0.9, 0.3),
    "days": (-1.9, -0.8, -0.3),
    "near": (0.0, 1.0, 0.0),
    "ahead": (0.0, -9.5, -4.75),
    "places": (0.3, 4.0, 0.0),
    "size": (0.05, 0.0, 0.0),
}
JOIN_PLAIN_BIAS = (-0.5, -4.4, -3.0)
"""The same where no vectors are at hand."""
TREES_SHARE = 0.519
"""Stories in the article's own language are judged half by these weights, half by the trees of `learned.json`."""

BRIDGES = 4
BRIDGES_SHARE = 0.5
BRIDGE_LOG_ODDS = 1.2
"""Two stories are one where so many articles, and so great a share of the lesser one's, would do for either."""
WHY_SIGNALS = 5
"""How many signals a decision names, strongest first."""

THREAD_TERMS = 0.25
THREAD_NAMES = 0.3
"""Where no vectors are at hand; else see `threads`. Set by hand over the demo's news, by its authors' labels."""
