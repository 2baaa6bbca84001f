"""What shapes answers, with the evidence. The weights stand in model.json, learned by bench/answers.py."""

NEAREST_COUNT = 5
"""Passages shown beside a refusal."""
ANSWERS_COUNT = 3
"""Passages of an answer at most: the right one is the first in .90 of the questions of the set, among three in .95."""
ANSWER_SHARE = 0.15
"""A further passage is given where it is at least so likely, against the first: on the training questions in folds .705
of answers and refusals are right then with 1.9 passages given, .703 with 1.6 at .25, .710 where all three are given."""
PASSAGE_SENTENCES_COUNT = 3
PASSAGE_TOKENS_FEWEST = 4
SENTENCE_CHARACTERS = 2_000
"""A sentence of more is read in parts, each for one: it is none, and what is laid beside a question grows with it."""
ARTICLES_COUNT = 8
"""Articles that are read in full, of those nearest to the question."""
ARTICLES_LIKELY_COUNT = 60
"""Articles whose words are laid beside the question's, of those nearest by shared words and by meaning."""
MEANING_WEIGHT = 0.5
"""Of an article's likeness in meaning against the share of the question's words that it says."""

MEASURE_WEIGHT = 0.35
"""Of words such as deep or cost, that say in what unit the answer is: the answer seldom repeats them."""
RARE_WEIGHT_LEAST = 0.5
WEAK_MEANING = 0.4
"""Single words less alike than this in their vectors have nothing to do with one another."""
SAME_LANGUAGE_MEANING = 0.8
"""Within one language a word's vector says less than its spelling."""
NAME_CONSONANTS, NAME_SOUND = 3, 63
"""Fewer consonants than these make names of different scripts alike by chance, and so do vowels that share less: one
name comes to 67 and more in both scripts, others to 60 at most."""
TITLE_FACTOR, BEFORE_FACTOR, AFTER_FACTOR, ARTICLE_FACTOR = 0.8, 0.8, 0.6, 0.6
"""What a word is worth that is said beside a passage and not in it."""
TITLED_BOUND = 0.6
TITLED_FACTOR = 0.5
"""Words of the title tell one article from another, but not one passage of it from the next."""
NEARNESS_WORDS = 6.0
CLOSENESS_WORDS = 2.0
UNSAID = 0.5
"""A word of the question that is covered less than this is not said."""

SHORT_WORDS, SHORT_LETTERS = 2, 20
"""Of a question's telling words, at most, where it follows the one before: "Was kostet das?", "Who pays?". Judged, not
measured; the page shows what it understood and offers the question alone."""
PIECE_WORDS = 4
"""Of a question that says only what is new, at most: And in the old town?"""
SUBJECT_COUNT = 6
"""Names or words of the question before that are added, at most."""
SAID = 0.8
"""A name so like one of the question's words is no news, and so no answer."""
ACROSS_MEANING, ACROSS_SPREAD = 0.62, 0.05
"""Words of two languages whose vectors are this alike are the same word as likely as not; unlike ones come to .5."""
NAME_MEANING = 0.72
"""The same of names: vectors know few of them, and hold one name like any other."""
KINDRED = 0.85
"""Words that kindred.toml has say one thing: not quite the same word."""
COMPOUND_MEANING, PART_LETTERS, PART_FACTOR = 0.75, 4, 0.7
"""A compound's vector is nearly that of its parts written apart (.8 to .95), not that of other cuts (.2 to .7)."""
PAIR_FACTOR, PAIR_GAIN = 0.9, 0.06
"""Two words of a question that are one in the other language, as train drivers are Lokführer: together they are nearer
to it than either alone, else "hurt volcano" would say volcán twice."""
NAMED_FACTOR = 0.8
"""A name that the article says anywhere is meant all through it: "the minister", "it"."""
FIT_LEAST = 0.3
"""A passage with nothing that fits better lacks what is asked for."""
PLACES_COUNT = 400
"""Words of a passage, of those that fit as the answer, around which the question is looked for."""
BESIDE_FACTOR = 0.6
"""What a word is worth that is said anywhere beside an answer, against one next to it."""

NO_UNIT_FIT, OTHER_UNIT_FIT = 0.35, 0.15
"""Of a number without a unit, or with another one, where a certain measure is asked for."""
UNCOUNTED_FIT, MEASURED_FIT = 0.4, 0.2
"""Of a number that no word for what is counted stands by, without a unit and with one."""
ANY_NUMBER_FIT, OTHER_NUMBER_FIT, SPAN_FIT = 0.7, 0.1, 0.5
"""Of a number where no measure is told; of one that is no time, and of "next year", where a moment is asked for. All
of these are judged, not measured: the learned weights stand on them."""
UNNAMED_FIT, PLACED_FIT, PLACED_REACH = 0.3, 0.6, 3
"""Of a word that might be a name though nothing tells it; of the words after "in" and "at", so many of them."""
NAMED_FIT, OFFICE_REACH = 0.4, 4
"""Of a name where nothing around it says who that is; so many words from it an office is its bearer's."""
COUNTED_REACH = 2, 4
"""Words before and after a number within which the word for what it counts stands."""
COUNTED_COUNT = 3
FINAL_COUNT = 3
"""Passages read again: with one, .66 of answers and refusals are right, with two .69, with three .705, with five .703,
with eight .708."""

HEAD_PASSAGES_COUNT = 3
"""What strikes a place is asked for where a report tells it in so many passages: earlier cases are told behind them."""
SUGGESTED_COUNT, TRIED_COUNT = 3, 6
"""Questions to begin with that a story's page shows, and that are asked at most to find them."""

PLACE_SAID = 0.6
"""A place is named where a word is so like it: across scripts one name comes to .63 and more."""
BARRED_SHARE = 0.9
"""Of the bound, at most, is how likely a passage answers that cannot."""
HEADED_SHARE = 0.6
"""Of a topic, by the weight of its words, so much is said by the title and first passage of a report about it; one
that names it as the cause of something else says less there. Judged, not measured."""
TOPIC_SAID, OUTRIGHT = 0.6, 0.95
"""How well every word of a topic is said by a report of it; and so well that nothing else can be meant."""
TOPIC_MEANT = 0.2
"""A topic's likeness in meaning to the head of a report about it, where it names nobody and nothing: of the demo's,
those on a topic lie between .22 and .5 in one language and across three, others that say the same words below .19."""
