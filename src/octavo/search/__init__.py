"""Search: one way of reading texts and questions, so that both sides meet."""

from typing import TYPE_CHECKING

from octavo.core.offering import offered

if TYPE_CHECKING:
    from octavo.search.folding import fold, index_tokens
    from octavo.search.query import Query, parse_query
    from octavo.search.snippets import snippet

__all__ = ["Query", "fold", "index_tokens", "parse_query", "snippet"]

__getattr__ = offered(__name__, folding="fold index_tokens", query="Query parse_query", snippets="snippet")
