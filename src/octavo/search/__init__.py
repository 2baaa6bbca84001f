"""Search: one way of reading texts and questions, so that both sides meet."""

from octavo.search.folding import fold, index_tokens
from octavo.search.query import Query, parse_query
from octavo.search.snippets import snippet

__all__ = ["Query", "fold", "index_tokens", "parse_query", "snippet"]
