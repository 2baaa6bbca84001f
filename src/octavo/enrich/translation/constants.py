"""What a translation may be, with the evidence: 14,731 right pairs of paragraphs in the 17 languages of `SENSED`.

3,477 are of 48 news articles in English, Dutch, Italian and Spanish (MEANTIME), the rest of the Universal Declaration
of Human Rights and of the messages of web frameworks. All together refuse 1.1 % of those of the news.
"""

from octavo.core.text import listed

LONGEST_FACTOR, LONGEST_BASE = 1.8, 20
"""A translation weighs at most so many times its original and so much more, and the reverse; .1 % of right ones do
not."""
WEIGHTS = (
    ("\u3400-\u9fff", 3.2),
    ("\u3040-\u30ff", 2.1),
    ("\uac00-\ud7a3", 2.4),
    ("\u0590-\u06ff", 1.25),
    (r"\s", 0.5),
)
"""What a character of a script tells, in Latin letters: with these every language is .9 to 1.2 times English."""
ENDED_WEIGHT = 80
"""A text of this weight that ends as sentences do is translated by one that does; shorter ones may be titles."""

TOLD_WEIGHT = 40
"""From this weight on a text tells its language."""
OTHER_LANGUAGE = 10.0
"""A translation whose log-probability in a rival language is so much higher is in that: right ones come to 8.3, and
98 % of texts in the other language to 18 and more."""
RIVALS = listed("ar de en es ja ko ms ru zh")
"""Languages that models fall into, beside that of the original."""
KINDRED = {"ms": "id", "id": "ms"}
"""Languages that are not told apart."""
OWN_SCRIPT_SHARE, OWN_SCRIPT_LETTERS = 0.3, 8
"""Of so many letters and more, so many are of the translation's own script; the others are foreign names."""

SENSED = frozenset(listed("ar de en es fr id it ja ko ms nl pl pt ru th tr zh"))
"""Languages whose sentences the vectors know, by the medians of right translations from English: .67 (Turkish) and
more; of all others .36 (Ukrainian) and less."""
SENSED_WEIGHT = 40
"""From this weight on a sentence is compared by itself."""
WHOLE_SENSE, ADDED_SENSE, LOST_SENSE = 0.45, 0.35, 0.28
"""How alike in meaning a translation is to its original, each of its sentences to one or two of the original's, and
each of the original's to one or two of it, where one side is English."""
FARTHER_SENSE = 0.06
"""So much lower where neither is: the vectors know English best."""

HEARD_NAME, HEARD_PART = 68, 80
"""How alike in sound, of 100, a full name or its last part is in another script. Of full names 99 % come to more, of
others 10 % (made of two names each of 330 places in English and Korean, Russian, Arabic and Greek)."""
SAME_NAME, SAME_CONSONANTS = 85, 3
"""How alike two names are, both ways, and how many consonants each has at least, that are one without anything else
that says so: of 50 pairs that invented reports of one event in several languages gave, one was of two names, Reno and
Rheinau, of two consonants each."""
NAME_LETTERS, NAME_WORDS, SHORT_LETTERS = 6, 4, 3
"""Shorter names sound like others by chance; in so many words may one be written (박서윤: Park Seo-yoon), of which
those of so few letters need no capital (bin, de)."""
