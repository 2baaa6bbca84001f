"""What shapes the finding of related stories, judged by the labels of the demo's authors and a reading of others."""

RELATED_COUNT = 6
RELATED_NAMES = 3
"""Names that two stories must share, each central to one of them, where no happening joins them."""
RELATED_COMMON_SHARE = 0.1
"""A name that a greater share of the stories holds (a head of state, a capital) relates nothing."""
STORIES_READ_COUNT = 200
"""Stories whose names are remembered: those of one day are compared with each other. A few megabytes."""
CENTRAL_MENTIONS = 3
SHOWN_TERMS = 3
DAYS_AND_MONTHS = frozenset(
    word
    for words in (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august",
        "september october november december montag dienstag mittwoch donnerstag freitag samstag sonntag januar",
        "februar märz mai juni juli oktober dezember",
    )
    for word in words.split()
)
"""Written like names in English and German, and naming nothing."""
NOUN_CAPITALS = frozenset({"de", "lb"})
"""Languages that write every noun like a name: there a single word is one only as a place."""
DETERMINERS = frozenset(
    word
    for words in (
        "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem viele vielen mehr zwei drei",
        "vier fünf sechs sieben acht neun zehn beide beiden alle allen aller diese dieser diesem diesen dieses jede",
        "jeder jeden jedem",
    )
    for word in words.split()
)
"""What stands before nouns in these languages and not before the names of places."""
