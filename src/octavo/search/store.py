"""The search index in the database: our own tokens with their places, so that any script and any phrase is found."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from django.db import transaction

from octavo.config.bulk import copied, executed
from octavo.search.folding import fold

TOKENS_COUNT = 16_000
"""PostgreSQL keeps places up to 16,383; what stands later in a text is not indexed."""
PLACES_COUNT = 200
"""Per token; PostgreSQL keeps up to 255."""
TOKEN_CHARACTERS = 200

_NUMBERS = tuple(map(str, range(TOKENS_COUNT + 2)))

_KEEP = """
    INSERT INTO search_indexedarticle (article_id, tokens) SELECT article_id, tokens FROM {fresh}
    ON CONFLICT (article_id) DO UPDATE SET tokens = excluded.tokens
"""


def index_articles(texts: Iterable[tuple[int, str, str]]) -> None:
    """Make articles, each given as id, title and text, findable by their words, the title's weighing more."""
    rows = ((id_, _vector(fold(title), fold(text))) for id_, title, text in texts)
    with transaction.atomic():
        executed(_KEEP.format(fresh=copied("search_indexedarticle", ("article_id", "tokens"), rows)))


def _vector(title: Sequence[str], text: Sequence[str]) -> str:
    """Return a tsvector's text form; a gap between title and text keeps phrases from spanning both."""
    places: dict[str, list[str]] = defaultdict(list)
    for place, token in zip(islice(_NUMBERS, 1, None), title, strict=False):
        places[token].append(f"{place}A")
    for place, token in zip(islice(_NUMBERS, len(title) + 2, None), text, strict=False):
        places[token].append(place)
    return " ".join(
        f"{quoted(token)}:{','.join(found[:PLACES_COUNT])}"
        for token, found in places.items()
        if len(token) <= TOKEN_CHARACTERS
    )


def quoted(token: str) -> str:
    """Return `token` as a tsvector or tsquery spells it."""
    if "'" in token or "\\" in token:
        token = token.replace("\\", "\\\\").replace("'", "''")
    return f"'{token}'"
