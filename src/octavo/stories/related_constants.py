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
        "september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag januar",
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
OPENERS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the a an in on at of by for from with to near after before during since until under over between"
        " among if how why when while where as then only but and or yet so also even his her its their our"
        " this that these those no not both each every some many most all it he she they we",
        "de": " ".join(DETERMINERS)
        + " in im am an auf aus bei beim mit nach seit von vom vor zu zum zur für gegen ohne um über unter"
        " zwischen während wegen trotz statt bis ab auch als dass denn doch aber und oder wie wenn weil"
        " nur noch schon sein seine ihr ihre mein meine unser unsere es er sie wir",
        "es": "el la los las un una unos unas en de del a al con por para según tras desde hasta entre sin"
        " sobre ante y o pero si como cuando también su sus este esta estos estas no",
        "fr": "le la les un une des du de en à au aux dans pour par selon après avant depuis chez sur sous"
        " entre avec sans et ou mais si comme quand lorsque son sa ses ce cette ces il elle ils elles",
        "it": "il lo la i gli le un uno una in di del della a al alla con per da dal dalla secondo dopo tra fra"
        " e o ma se come quando anche suo sua questo questa",
        "nl": "de het een in op aan van voor met bij na naar door uit over onder tussen sinds tijdens en of"
        " maar als toen ook zijn haar hun deze dit die dat",
        "pt": "o a os as um uma em no na nos nas de do da dos das com por para segundo após desde até entre sem"
        " sobre e ou mas se como quando também seu sua este esta",
    }.items()
}
"""What opens a sentence and is no part of the name behind it, by language; there they have a capital too."""
