"""How two reports word the same: sentences near in meaning that share a name and few other words."""

from collections.abc import Iterator, Sequence

import numpy as np

from octavo.core.text import tokens, words
from octavo.core.vectors import Embedder
from octavo.enrich import constants
from octavo.enrich.amounts import numbers
from octavo.enrich.checking.turning import mark
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.lexicon import lexicon
from octavo.enrich.passages import Passage
from octavo.enrich.same_claim import circumstances_differ
from octavo.enrich.thesaurus import Relation, thesaurus

Pair = tuple[Passage, Passage]


def worded(
    articles: Sequence[SourceArticle], found: Sequence[Passage], names: Sequence[str], embedder: Embedder
) -> list[Pair]:
    """Return pairs of sentences of two articles of one language, the nearest in meaning first, each article pair once.

    found: the articles' passages, of which their heads are compared. names: what the reports name.
    """
    heads = [one for one in found if one.position < constants.WORDED_SENTENCES_COUNT]
    vectors = embedder.encode([one.text for one in heads])
    likeness = np.triu(vectors @ vectors.T, k=1)
    near = np.argwhere(likeness >= constants.WORDED_MEANING).tolist()
    ranked = sorted(near, key=lambda at: -float(likeness[at[0], at[1]]))
    pairs = ((heads[one], heads[other]) for one, other in ranked)
    return [*_first(pair for pair in pairs if _is_worded_apart(pair, articles, names))]


def _first(pairs: Iterator[Pair]) -> Iterator[Pair]:
    """Yield the first few pairs, no passage and no two articles twice."""
    seen: set[object] = set()
    count = 0
    for one, other in pairs:
        keys: set[object] = {one, other, frozenset((one.article, other.article))}
        if seen.isdisjoint(keys) and count < constants.WORDED_COUNT:
            seen |= keys
            count += 1
            yield one, other


def _is_worded_apart(pair: Pair, articles: Sequence[SourceArticle], names: Sequence[str]) -> bool:
    """Tell whether two sentences share a name, but few other words, and nothing says that they tell of two things."""
    one, other = pair
    language = articles[one.article].language
    if articles[other.article].language != language or _are_of_one(articles[one.article], articles[other.article]):
        return False
    shared = [name for name in names if name in one.text and name in other.text]
    named = set(tokens(" ".join(shared)))
    mine, theirs = (set(tokens(each.text)) - lexicon(language).stop - named for each in pair)
    alike = len(mine & theirs) <= constants.WORDED_SHARE * min(len(mine), len(theirs))
    counted = [{number.value for number in numbers(each.text, language)} for each in pair]
    agree = counted[0] <= counted[1] or counted[1] <= counted[0]
    texts = [each.text for each in pair]
    differ = circumstances_differ(texts, language) or _are_opposed(texts, language)
    return bool(shared) and alike and agree and not differ


def _are_of_one(one: SourceArticle, other: SourceArticle) -> bool:
    """Tell whether two reports are one publisher's, whose later one tells what has come since."""
    return one.id == other.id or bool(one.publisher and one.publisher == other.publisher)


def _are_opposed(texts: Sequence[str], language: str) -> bool:
    """Tell whether only one of two sentences denies something, or a word of it is the opposite of one of the other."""
    if len({bool(mark(language, "negating").search(text)) for text in texts}) > 1:
        return True
    if language != "en":
        return False
    mine, theirs = ({thesaurus().base(word) for word in words(text.casefold())} for text in texts)
    return any(
        thesaurus().relation(word, opposite) is Relation.ANTONYM for word in mine - theirs for opposite in theirs - mine
    )
