"""The search index in the database."""

from django.db import connection

from octavo.extract.models import Article
from octavo.search import index_tokens

TOKENS_COUNT = 3000
"""An article's different tokens beyond this are not indexed; 99.9 % of articles have fewer."""

_KEEP = """
    INSERT INTO search_indexedarticle (article_id, tokens) VALUES (%s, array_to_tsvector(%s::text[]))
    ON CONFLICT (article_id) DO UPDATE SET tokens = excluded.tokens
"""


def index_article(row: Article) -> None:
    """Make `row` findable by the words of its title and text, in any script."""
    tokens = sorted(set(index_tokens(row.title, row.text)[: TOKENS_COUNT * 4]))[:TOKENS_COUNT]
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, [row.pk, [token for token in tokens if token and len(token) < 200]])
