"""What shapes enrichment, with the evidence."""

SENTENCES_READ_COUNT = 40
"""News says what happened at its head; reading on costs time and finds background."""
SHORTEST_SENTENCE_CHARACTERS = 40
LONGEST_SENTENCE_CHARACTERS = 420
"""Between these lie whole statements of Latin script; shorter ones are captions, longer ones lists."""
DENSE_FACTOR = 2.2
"""Korean, Chinese and Japanese say as much in about half the characters; a judgement, not a measurement."""

SUMMARY_SENTENCES = {"line": (1, 1), "paragraph": (3, 6), "briefing": (6, 12)}
"""Fewest and most by length; one more for every further independent article."""
CENTRALITY_WEIGHT = 1.0
POSITION_WEIGHT = 0.5
TITLE_WEIGHT = 0.4
"""Position counts half as much as what the articles agree on: lead sentences are the hardest baseline of news
summaries (Nenkova 2005), and ties between leads are settled by agreement."""
SCENE_LIKENESS = 0.1
"""What is less like the titles and every other report than this sets a scene, and its position counts for nothing."""
NOVELTY_WEIGHT = 0.6
"""Weight of likeness to what was already chosen (maximal marginal relevance, Carbonell and Goldstein 1998)."""
REDUNDANT_LIKENESS = 0.55
"""Two sentences whose tf-idf vectors are this alike say the same; the second is not chosen."""

SECTION_WEIGHT = 8.0
"""A publisher's own section outweighs all but overwhelming words."""
TAG_WEIGHT = 2.0
TITLE_WORD_WEIGHT = 2.5
TEXT_WORD_WEIGHT = 1.0
CATEGORY_TEXT_CHARACTERS = 1500
"""The lead and the first paragraphs."""
CATEGORY_VECTOR_CHARACTERS = 300
VECTOR_WEIGHT = 8.0
"""Of the cosine margin above the mean of the categories. The best margin of a news text lies between .07 and .28, so
vectors weigh as much as one or two words. Without them accuracy falls by .016 on English and Russian news."""
VAGUE_SECTION_FACTOR = 0.25
"""A section called society or life says little of what the article is about."""
DEFAULT_CATEGORY = "society"
"""Where nothing speaks for any category."""

HASHTAGS_MOST = 6
HASHTAGS_WISHED = 3
"""Up to this many weak candidates are let in, and no further."""
HASHTAG_CHARACTERS = (2, 40)
ENTITY_COUNT_CAP = 4
"""More mentions than this in one article say nothing more."""
HASHTAG_FLOOR = 0.22
"""Share of the best candidate's score below which a candidate tells too little."""
UNSURE_FACTOR = 0.6
"""A name of unknown kind is more often no name."""
TAG_HELD_SCORE = 1.2
TAG_ABSENT_SCORE = 0.3
"""A publisher's tag that the article itself never says files it; one that it says describes it."""
PAIR_REPEATED = 2
"""A pair of title words is a term where the text says it at least so often."""

NAMED_COUNT = 100
"""Of one report, the names that may become hashtags: those that it has most often."""
NAMED_BY_MANY = 3
"""So many reports name nobody who only stood by."""
TOPIC_LETTERS = (4, 2)
"""Of scripts with and without many letters to a syllable; shorter nouns of titles tell little."""
TOPIC_REPEATED = 3
"""So often a story's only report says a noun that it is about."""

ROUNDED_ALIKE = "0.95"
"""Numbers nearer than this are the same where one is round: 19,000 and nearly 20,000. 295 and 298 differ."""
FARTHEST_FACTOR = 20
"""Numbers farther apart count different things."""
FARTHEST_TOLL_FACTOR = 5
"""Tolls farther apart are of different events: a war's, an earthquake's."""
TOLL_SENTENCES_COUNT = 3
TOLL_CHARACTERS = 28
"""How far from its number a word of death stands: "have left at least 34 people in two villages dead" is too far."""
NAMED_TOLL_CHARACTERS = 90
"""The same where it is called a toll: "the death toll from the flood in the valley has risen to 41"."""
SPAN_CHARACTERS = 20
"""Behind a number, in which the word for what it counts stands."""
RISING_HOURS = 2
"""What grows or varies may have become another number in a report so much later."""
SHARED_TOLL_COUNT = 2
"""Telling words that two statements of one toll have in common."""
SAME_TOLL_MEANING = 0.5
"""Sentences of two languages whose vectors are this alike tell of one event: invented reports of one derailment lie
between .33 and .81, those of other accidents beside them below .48."""
SHARED_WORDS_COUNT = 3
SHARED_ONLY_COUNT = 2
"""The same in two sentences that have no other words: "The mill will cut 320 jobs"."""
SHARED_BESIDE_UNIT = 2
"""Words right beside a number that two statements share where it has a unit, which says nothing of what is counted."""
SHARED_WORDS_SHARE = 0.4
"""Two sentences with so many telling words in common, beside the one that is counted, state the same of it."""
DOER_WORDS_COUNT = 14
"""At most so many words before a number stands whose it is: "Orrel scored 21 points and caught nine rebounds"."""
TALLY_COUNT = 3
"""A sentence with more numbers is a tally, in which the neighbours of a number say little of what it counts."""
COVERED_SHARE = 0.62
"""Of a sentence's weight in words that chosen sentences have said already; above it the sentence tells nothing new."""
COVERED_RESTATED = 0.52
"""The same of a sentence whose numbers have all been told. Lower, ROUGE of the first three sentences falls by .002."""
COMMON_NUMBER = 12
"""Up to this many of anything are mentioned by chance; with them as numbers ROUGE falls by .001."""
DISAGREEMENTS_COUNT = 2
"""Of a summary's sentences, those that say where reports differ."""

WHAT_SHARE = 0.25
"""Of the titles' words, on their average, those of a sentence that says what happened."""
WHAT_OWN_SHARE = 0.5
"""The same of its own report's title, where none has so many of all, as in a story of several steps. A judgement."""
WHAT_LEAD = 0.1
"""What is added to that of a report's first sentence; a later one adds less. More, and scenes are taken for news."""
RESTING = 0.75
"""Of such a sentence's words of the titles, those that its first clauses have where the others may go."""
FACT_KINDS = ("what", "who", "when", "where", "amount", "commitment")
"""In the order in which pages show them."""
FACTS_COUNT = {"who": 5, "where": 3, "when": 3, "amount": 6, "commitment": 4}
CLAUSE_CHARACTERS = (50, 140)
"""Fewest and most of what is shown around an amount: a line or two of a narrow column."""
DURATION_LOSS = 0.6
"""What a duration weighs less than another amount; one report weighs 1, its head 1 more."""
FEW = 4
FEW_LOSS = 0.4
"""The same of two brothers, three villages, four walls. With both, one report alone tells them of its head only."""
FACT_SENTENCES_COUNT = 8
"""Days named later in an article belong to its background."""

CANDIDATES_COUNT = 60
"""Sentences of the highest merit, among which a summary's are chosen."""
REDUNDANT_MEANING = 0.72
"""Two sentences whose vectors are this alike report the same; sentence vectors see it through other words."""
REDUNDANT_TOGETHER = 0.95
"""So do two whose likenesses in words and in meaning come to this, though neither is enough alone."""

KEY_PHRASES_COUNT = 10
KEY_PHRASE_WORDS = 3
KEY_PHRASE_DECAY = 0.1
"""How fast sentences further down count less; from .05 to 1 the F1 on news moves by .003."""
KEY_PHRASE_RUN = 0.5
"""A mention of a run of words against one of a single word."""
KEY_PHRASE_LETTERS = 7
"""Shorter words tell less in proportion; without this F1 falls by .005."""

QUOTE_WORDS_COUNT = 4
"""Shorter quotations are single expressions, which say little without their sentence."""
SAME_QUOTE_SHARE = 0.7
"""Two quotations with so much of the shorter one's words in common are one, cut or translated differently."""
BESIDE_QUOTE_CHARACTERS = 160
"""How far from a quotation its speaker is named."""
DIFFERENCES_COUNT = 4
"""Of two or more reports in one language: further ones are mostly of details."""

STEM_LETTERS = 6
"""So much of a word's beginning is the same in most of its forms: sailing, sailings."""
SHORT_STEM_LETTERS = 4
"""The same of a noun of up to so many letters, with one of its ending: road, roads."""
SAME_COMMITMENT_COUNT = 3
SAME_COMMITMENT_SHARE = 0.3
"""So many stems, and so much of what is rare in its thread, does a sentence share with the promise that it returns to.
A judgement: what the sentence's verb is about decides more."""
DENIED_CHARACTERS = 24
"""How far from a word of promise the word stands that takes it back: will before Monday not be open."""
PROMISES_COUNT = 40
"""Of a thread, those that are followed: each is compared with every later sentence."""

AGREED_COUNT = {"amount": 5, "when": 2, "who": 4, "where": 3}
"""Of the facts that several reports state, by kind."""
LEFT_OUT_ALIKE = "0.9"
"""A report that has a number so near to one may mean it: it does not leave it out."""
LEFT_OUT_SPELLED = 0.7
"""A word so like a name may be its other spelling: Slavyansk and Sloviansk."""
WORDED_COUNT = 3
WORDED_SENTENCES_COUNT = 5
"""Of each report's first sentences, which tell the event itself."""
WORDED_MEANING = 0.7
"""Two sentences whose vectors are this alike tell the same: of 15 pairs from ecbplus_dev and wikinews_dev above it 14
do, read by hand; of seven between .66 and .7 four."""
WORDED_SHARE = 0.5
"""With more of the shorter one's telling words in common they are worded alike."""

KNOWN_CHARACTERS = 4000
"""Of a report, in which a sentence is looked for."""
SAID_LIKENESS = 0.4
"""From here on a sentence may say what another does: of 67 pairs of one meaning in five languages 62 lie above it, of
577 of other facts of the same events 4 in 100."""
RETOLD_ALIKE = 0.85
"""From here on it does: a governor who resigned and who declared an emergency are as near as .79 in two languages."""
RETOLD_LIKENESS = 0.6
"""From here on it does in English, where it also has words near to most that are new, and where all that was told is in
other languages. Of the pairs of one meaning 6 in 10 lie above it, of the others 4 in all 577."""
NEAR_WORDS_SHARE = 0.6
NEAR_WORD_LIKENESS = 0.62
"""Of 19 pairs of English words that say the same 16 lie above it, of 17 others 1; in Spanish and German they mix."""
