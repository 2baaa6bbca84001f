"""What a person types into the search field, understood."""

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from octavo.search.constants import BEGINNING_LETTERS, COMMON_SHARE
from octavo.search.folding import fold
from octavo.stories.common_words import common_shares

_QUOTES = '"“”„«»「」『』'
_PART = re.compile(
    rf"""(?P<minus>-)?
    (?:(?P<key>publisher|hashtag|language|before|after)[:：]|(?P<hash>[#＃]))?
    (?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?:[{_QUOTES}]|$)|(?P<word>[^\s{_QUOTES}]+))""",
    re.IGNORECASE | re.VERBOSE,
)
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Query:
    """A search, understood; everything that it names must hold."""

    text: str
    """As typed."""
    words: tuple[str, ...] = ()
    """As typed."""
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    """Words and phrases that must not occur."""
    publishers: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    """Without the sign."""
    languages: tuple[str, ...] = ()
    """Lower case."""
    before: datetime | None = None
    """Strictly before this moment, UTC: the day, month or year named is not in it."""
    after: datetime | None = None
    """At or after this moment, UTC: the day, month or year named is in it."""
    ignored: tuple[str, ...] = ()
    """Parts that could not be understood, to be shown to the person."""
    terms: tuple[tuple[str, ...], ...] = field(default=())
    """Folded tokens of each phrase and each word that tells something: every one must occur, its tokens in a row.

    A word of Korean, Chinese or Japanese is a sequence of overlapping pairs of characters; one that is a single
    character is matched as the beginning of a token.
    """
    excluded_terms: tuple[tuple[str, ...], ...] = ()
    """The same for `excluded`: no sequence may occur."""
    beginning: tuple[str, ...] = ()
    """Of `terms`, the one that is still being typed: its last token may go on."""

    @property
    def is_empty(self) -> bool:
        """Tell whether it asks for nothing that could be found."""
        return not (self.terms or self.publishers or self.hashtags or self.languages or self.before or self.after)


def parse_query(text: str, *, is_unfinished: bool = False) -> Query:
    """Read words, "phrases", -minus, publisher:, hashtag: or #, language:, before: and after: in any script.

    Never raises. Dates are YYYY, YYYY-MM or YYYY-MM-DD; the last one named counts. A quotation mark that is not
    closed runs to the end. The last word of an unfinished text may be the beginning of a longer one.
    """
    named: dict[str, list[str]] = {}
    moments: dict[str, datetime] = {}
    for part in _PART.finditer(text):
        kind, value = _kind(part), (part["phrase"] or part["word"] or "").strip()
        if kind in ("before", "after") and (moment := _moment(value)):
            moments[kind] = moment
        elif kind in ("before", "after", "ignored") or (kind != "word" and not fold(value)):
            named.setdefault("ignored", []).append(part.group().strip())
        elif fold(value):
            named.setdefault(kind, []).append(value)
    query = _query(text, {kind: tuple(dict.fromkeys(values)) for kind, values in named.items()}, moments)
    return replace(query, beginning=_beginning(query)) if is_unfinished else query


def _query(text: str, named: dict[str, tuple[str, ...]], moments: dict[str, datetime]) -> Query:
    words, phrases, excluded = (named.get(kind, ()) for kind in ("word", "phrase", "excluded"))
    return Query(
        text=text,
        words=words,
        phrases=phrases,
        excluded=excluded,
        publishers=named.get("publisher", ()),
        hashtags=named.get("hashtag", ()),
        languages=tuple(value.lower() for value in named.get("language", ())),
        before=moments.get("before"),
        after=moments.get("after"),
        ignored=named.get("ignored", ()),
        terms=_terms(_telling(words) + phrases),
        excluded_terms=_terms(excluded),
    )


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words without those that nearly every article holds, unless there are no others."""
    common = common_shares()
    telling = tuple(word for word in words if any(common.get(token, 0.0) < COMMON_SHARE for token in fold(word)))
    return telling or words


def _beginning(query: Query) -> tuple[str, ...]:
    last = query.words[-1] if query.words and query.text.endswith(query.words[-1]) else ""
    return tuple(fold(last)) if len(last) >= BEGINNING_LETTERS else ()


def _terms(pieces: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(tuple(fold(piece)) for piece in pieces))


def _kind(part: re.Match[str]) -> str:
    key = "hashtag" if part["hash"] else (part["key"] or "").lower()
    if key:
        return "ignored" if part["minus"] else key
    if part["minus"]:
        return "excluded"
    return "word" if part["phrase"] is None else "phrase"


def _moment(value: str) -> datetime | None:
    match = _DATE.fullmatch(value)
    if not match:
        return None
    try:
        return datetime(int(match[1]), int(match[2] or 1), int(match[3] or 1), tzinfo=UTC)
    except ValueError:
        return None
