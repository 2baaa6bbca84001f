"""An article made ready for comparing with many stories: its terms weighed by how rare they are just now."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from octavo.stories.candidates import Weighed
from octavo.stories.constants import ARTICLE_TERMS
from octavo.stories.digest import NAME, TERM, TITLE, TITLE_NAME, Digest, are_among
from octavo.stories.moulds import Opening, opening
from octavo.stories.vocabulary import Vocabulary, Weights


@dataclass
class Query:
    """An article made ready for comparing with many stories."""

    article: Digest
    """With its lesser terms dropped."""
    squares: Weights
    """Squared rarity of each of its terms, float32 (n_terms,)."""
    norms: Weights
    """Length of each column of its weights times rarity, float32 (COLUMNS,)."""
    weighed: Weighed | None = None
    """The stories that hold its heaviest terms, once these were looked for."""

    @cached_property
    def opening(self) -> Opening:
        """How the article begins."""
        return opening(self.article)


def query(article: Digest, vocabulary: Vocabulary) -> Query:
    """Return `article` weighted by how rare its terms are just now."""
    rarities = vocabulary.rarities(article.terms)
    if len(article.terms) > ARTICLE_TERMS:
        kept = np.argsort(-article.weights[:, TERM] * rarities, kind="stable")[:ARTICLE_TERMS]
        kept.sort()
        article.terms, article.weights, rarities = article.terms[kept], article.weights[kept], rarities[kept]
    if len(article.maybe_names):
        names = article.maybe_names[vocabulary.are_names(article.maybe_names)]
        article.weights[are_among(article.terms, names), NAME] = 1.0
    article.weights[:, TITLE_NAME] = article.weights[:, TITLE] * article.weights[:, NAME]
    squares = rarities * rarities
    norms = np.sqrt(squares @ (article.weights * article.weights))
    return Query(article, squares, norms)
