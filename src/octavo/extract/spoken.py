"""Which language an article speaks: its page's claim where the text's smallest words bear it out, else detected."""

from octavo.core.text import language_of, words
from octavo.extract.constants import FUNCTION_WORDS, FUNCTION_WORDS_COUNT, LANGUAGE_CHARACTERS


def language(title: str, text: str, claimed: str) -> str:
    """Return a code of two letters, "" where neither text nor claim tells.

    Most claims are true and borne out by a look at a few words, at a tenth of what detecting costs.
    """
    sample = f"{title}\n{text}"[:LANGUAGE_CHARACTERS]
    known = FUNCTION_WORDS.get(claimed)
    if known and len(known.intersection(words(sample.casefold()))) >= FUNCTION_WORDS_COUNT:
        return claimed
    return language_of(sample) or claimed
