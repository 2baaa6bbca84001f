"""The search index in the database: our own tokens with their places, so that any script and any phrase is found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from struct import pack

from octavo.config.bulk import copied_binary, executed
from octavo.search.folding import fold

TOKENS_COUNT = 16_000
"""PostgreSQL keeps places up to 16,383; what stands later in a text is not indexed."""
PLACES_COUNT = 200
"""Per token; PostgreSQL keeps up to 255."""
TOKEN_CHARACTERS = 200
VECTOR_BYTES = 1_000_000
"""What a tsvector's tokens and places may take is 2^20."""
_LARGEST_BYTES = 4 * TOKEN_CHARACTERS + 4 + 2 * PLACES_COUNT
"""Of one token with its places."""

_NUMBERS = [pack(">H", number) for number in range(TOKENS_COUNT + 2)]
_TITLE_NUMBERS = [pack(">H", 0b11 << 14 | number) for number in range(TOKENS_COUNT + 2)]
"""Places with PostgreSQL's weight A, the heaviest."""
_FORGET = "DELETE FROM search_indexedarticle WHERE article_id = ANY(%s)"
_FORGET_MEANING = "DELETE FROM search_articlemeaning WHERE article_id = ANY(%s)"


def index_articles(texts: Iterable[tuple[int, str, str]]) -> None:
    """Make articles, each given as id, title and text, findable by their words, the title's weighing more.

    What was known of their meaning is forgotten until they are read again. To be called in the transaction that keeps
    the articles, which no other can then index.
    """
    rows = [(id_, _vector(fold(title), fold(text))) for id_, title, text in texts]
    for statement in (_FORGET, _FORGET_MEANING):
        executed(statement, [[id_ for id_, _ in rows]])
    copied_binary("search_indexedarticle", {"article_id": "int8", "tokens": "bytea"}, rows)


def _vector(title: Sequence[str], text: Sequence[str]) -> bytes:
    """Return a tsvector as PostgreSQL receives it, in half the time that it takes over the form for people.

    That is the count of tokens, and for each the token, a zero byte, the count of its places, and these (tsvectorrecv).
    A gap between title and text keeps phrases from spanning both.
    """
    places: dict[str, list[bytes]] = defaultdict(list)
    for place, token in zip(islice(_TITLE_NUMBERS, 1, None), title, strict=False):
        places[token].append(place)
    for place, token in zip(islice(_NUMBERS, len(title) + 2, None), text, strict=False):
        places[token].append(place)
    kept = [(token.encode(), found[:PLACES_COUNT]) for token, found in places.items() if len(token) <= TOKEN_CHARACTERS]
    if len(kept) > VECTOR_BYTES // _LARGEST_BYTES:
        kept = list(_fitting(kept))
    pieces = [pack(">i", len(kept))]
    for encoded, found in kept:
        pieces += (encoded, b"\0", _NUMBERS[len(found)], *found)
    return b"".join(pieces)


def _fitting(kept: Iterable[tuple[bytes, list[bytes]]]) -> Iterator[tuple[bytes, list[bytes]]]:
    """Yield the first tokens and their places that a tsvector has room for."""
    room = VECTOR_BYTES
    for token, found in kept:
        room -= len(token) + 4 + 2 * len(found)
        if room < 0:
            return
        yield token, found


def quoted(token: str) -> str:
    """Return `token` as a tsvector or tsquery spells it, one too long to be kept without its end."""
    token = token[:TOKEN_CHARACTERS]
    if "'" in token or "\\" in token:
        token = token.replace("\\", "\\\\").replace("'", "''")
    return f"'{token}'"
