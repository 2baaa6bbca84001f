"""How two reports word the same: sentences near in meaning that share a name and few other words."""

from collections.abc import Iterator, Sequence

import numpy as np

from octavo.core.text import tokens
from octavo.core.vectors import Embedder
from octavo.enrich import constants
from octavo.enrich.amounts import numbers
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.lexicon import lexicon
from octavo.enrich.passages import Passage
from octavo.enrich.same_claim import circumstances_differ

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
    if one.article == other.article or articles[other.article].language != language:
        return False
    shared = [name for name in names if name in one.text and name in other.text]
    named = set(tokens(" ".join(shared)))
    mine, theirs = (set(tokens(each.text)) - lexicon(language).stop - named for each in pair)
    alike = len(mine & theirs) <= constants.WORDED_SHARE * min(len(mine), len(theirs))
    counted = [{number.value for number in numbers(each.text, language)} for each in pair]
    agree = counted[0] <= counted[1] or counted[1] <= counted[0]
    return bool(shared) and alike and agree and not circumstances_differ([each.text for each in pair], language)
