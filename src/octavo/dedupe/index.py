"""The texts of the window, and whose copy a new one is: bounded time a text, no pass over the window.

Candidates come from anchors (`anchors.py`): a part of a text carries the anchors of that part of the whole, which the
bands of MinHash lose when the part is short. An anchor remembers its newest text only, so its table ages by itself;
what comes from an archive, or under an odd date, takes nobody's place there. Every text knows the one that it repeats,
and from there the way leads on to the original.

A publisher's later issue of its own article (corrected, or a snapshot of a live ticker) repeats that, but is no copy.
A text may hold several others, as a round-up of the news does; which parts of it are different texts is kept with it.
"""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from sys import intern

from octavo.core.stream_clock import StreamClock
from octavo.core.types import Copy, CopyKind, FoldInput
from octavo.dedupe.anchors import anchor_of_whole, anchors_of
from octavo.dedupe.codes import Hashes, Text, said_in
from octavo.dedupe.constants import (
    CANDIDATES,
    RARE_ANCHORS,
    SHORTEST_EXACT_TOKENS,
    SHORTEST_TOKENS,
    WINDOW_ARTICLES,
    WINDOW_SECONDS,
)
from octavo.dedupe.direction import comes_first, is_of_agency
from octavo.dedupe.likeness import Likeness, are_cut_from_one, compare, only_quotes
from octavo.dedupe.phrases import Phrases
from octavo.dedupe.shelf import Held, Shelf
from octavo.dedupe.table import Anchors, AnchorTable
from octavo.extract.agency import known


@dataclass(slots=True)
class _Match:
    number: int
    held: Held
    like: Likeness


@dataclass
class _Arriving:
    held: Held
    written: str
    text: Text
    anchors: Anchors
    matches: list[_Match] = field(default_factory=list)
    """The held texts that are like this one, and those that these repeat; the best first."""

    @cached_property
    def said(self) -> Hashes:
        """What it quotes; few texts are asked."""
        return said_in(self.written)

    def like(self, other: Text) -> Likeness | None:
        """Return how it repeats `other`, or is repeated by it: not where it only quotes the same."""
        like = compare(self.text, other)
        if like and like.kind is not CopyKind.EXACT and only_quotes(self.text, self.said, other):
            return None
        return like


class CopyIndex:
    """Finds whose copy an arriving text is."""

    def __init__(self, window_seconds: float = WINDOW_SECONDS) -> None:
        self._window_seconds = window_seconds
        self._table = AnchorTable()
        self._phrases = Phrases()
        self._shelf = Shelf()
        self._clock = StreamClock()
        self._gathered: dict[str, set[str]] = {}

    def __len__(self) -> int:
        return len(self._shelf)

    def find(self, article: FoldInput) -> Copy | None:
        """Return whose copy `article` is, without keeping it.

        Where an article that came before turns out to be the copy (this one is the agency's own, or was published
        earlier), the relation returned is that one's: `copy.article` is the earlier arrival's id.
        """
        arriving = self._arriving(article)
        return self._copy(arriving, self._repeated(arriving))

    def add(self, article: FoldInput, copy: Copy | None = None) -> None:
        """Keep `article`, with what was decided of it."""
        arriving = self._arriving(article)
        self._keep(arriving, self._decided(arriving, copy), copy)

    def find_and_add(self, article: FoldInput) -> Copy | None:
        """Do `find`, then `add`, reading the text once."""
        arriving = self._arriving(article)
        match = self._repeated(arriving)
        copy = self._copy(arriving, match)
        self._keep(arriving, match, copy)
        return copy

    def gathered(self, article: str) -> AbstractSet[str]:
        """Return the ids of texts that are different parts of an article that is held; none where these are not two."""
        return self._gathered.get(article, frozenset())

    def _arriving(self, article: FoldInput) -> _Arriving:
        own_agency = known(article.publisher)
        publisher = own_agency.casefold() or article.publisher_name
        agency = (known(article.agency) or article.agency or own_agency).casefold()
        moment = article.published.timestamp() if article.published else None
        text, anchors = self._read(article)
        codes = text.codes.tobytes(), text.names.tobytes()
        held = Held(article.id, intern(publisher), intern(agency), moment, *codes)
        arriving = _Arriving(held, article.text, text, anchors)
        arriving.matches = self._matches(arriving)
        return arriving

    def _read(self, article: FoldInput) -> tuple[Text, Anchors]:
        """Return a text and what leads to it; a short one with its title, and led to by the whole alone."""
        text = Text.of(article.text)
        if len(text) >= SHORTEST_TOKENS:
            return text, anchors_of(text, self._phrases.are_common(text.shingles))
        whole = Text.of(f"{article.title}\n{article.text}")
        return whole, anchor_of_whole(whole)[: len(text) >= SHORTEST_EXACT_TOKENS]

    def _decided(self, arriving: _Arriving, copy: Copy | None) -> _Match | None:
        if copy is None:
            match = self._repeated(arriving)
            return match if match and _is_reissue(arriving, match) else None
        other = copy.original if copy.article == arriving.held.id else copy.article
        return next((match for match in arriving.matches if match.held.id == other), None)

    def _matches(self, arriving: _Arriving) -> list[_Match]:
        found = []
        for number in dict.fromkeys(self._with_originals(self._candidates(arriving))):
            held = self._shelf[number]
            if self._are_far(held, arriving.held):
                continue
            if like := arriving.like(held.text()):
                found.append(_Match(number, held, like))
        return sorted(found, key=_preference, reverse=True)

    def _are_far(self, held: Held, new: Held) -> bool:
        if held.moment is None or new.moment is None:
            return False
        return abs(held.moment - new.moment) > self._window_seconds

    def _candidates(self, arriving: _Arriving) -> list[int]:
        needed = 1 if len(arriving.anchors) < RARE_ANCHORS else 2
        shared = Counter(self._table.get(arriving.anchors).tolist())
        best = Counter({number: count for number, count in shared.items() if count >= needed}).most_common(CANDIDATES)
        return [number for number, _ in best if number in self._shelf]

    def _with_originals(self, numbers: list[int]) -> Iterator[int]:
        for number in numbers:
            yield number
            while (number := self._shelf[number].repeats) in self._shelf:
                yield number

    def _repeated(self, arriving: _Arriving) -> _Match | None:
        """Return the text that the arriving one repeats: of the best match's line, the farthest that is like it."""
        if not arriving.matches:
            return None
        matches = {match.number: match for match in arriving.matches}
        best = arriving.matches[0]
        for number in self._with_originals([best.number]):
            if number in matches and not self._is_gathering(matches[number]):
                best = matches[number]
        return best

    def _is_gathering(self, match: _Match) -> bool:
        """Tell whether a held text has the arriving one among others."""
        return match.like.kind is CopyKind.ABRIDGED and match.held.id in self._gathered

    def _copy(self, arriving: _Arriving, match: _Match | None) -> Copy | None:
        if match is None or _is_reissue(arriving, match):
            return None
        new, held, like = arriving.held, match.held, match.like
        is_part = like.kind is CopyKind.ABRIDGED
        if comes_first(held.carrier(), new.carrier(), is_part=is_part):
            return Copy(new.id, held.id, like.kind, like.likeness)
        return Copy(held.id, new.id, like.kind, like.likeness)

    def _keep(self, arriving: _Arriving, match: _Match | None, copy: Copy | None) -> None:
        new = arriving.held
        number = self._shelf.add(new)
        self._note_parts(arriving, number)
        if match is not None:
            if copy is not None and copy.article != new.id:
                match.held.repeats = number
            elif match.like.kind is not CopyKind.ABRIDGED or new.id not in self._gathered:
                new.repeats = match.number
        new.came = self._clock.tick(new.moment)
        if not self._clock.is_far(new.came, self._window_seconds):
            self._table.put(arriving.anchors, number)
        if len(arriving.anchors) > 1:
            self._phrases.learn(arriving.text.shingles)
        self._expire()

    def _note_parts(self, arriving: _Arriving, number: int) -> None:
        """Note what the arriving text is a part of, and what is a part of it; a gathering's copy has the same parts."""
        for match in arriving.matches:
            if match.like.kind is not CopyKind.ABRIDGED:
                if match.held.id in self._gathered:
                    self._gathered.setdefault(arriving.held.id, set()).update(self._gathered[match.held.id])
            elif len(match.held.codes) > len(arriving.held.codes):
                self._note_part(match.held, number)
            else:
                self._note_part(arriving.held, match.number)

    def _note_part(self, whole: Held, number: int) -> None:
        if whole.part not in self._shelf:
            whole.part = number
            return
        first, other = self._shelf[whole.part], self._shelf[number]
        if not are_cut_from_one(whole.text(), first.text(), other.text()):
            self._gathered.setdefault(whole.id, {first.id}).add(other.id)
            if whole.repeats in (whole.part, number):
                whole.repeats = 0

    def _expire(self) -> None:
        while len(self._shelf):
            oldest = self._shelf.oldest()
            if not self._clock.is_far(oldest.came, self._window_seconds) and len(self._shelf) <= WINDOW_ARTICLES:
                return
            self._gathered.pop(oldest.id, None)
            self._shelf.drop_oldest()


def _is_reissue(arriving: _Arriving, match: _Match) -> bool:
    new, held = arriving.held, match.held
    return held.id == new.id or (bool(held.publisher) and held.publisher == new.publisher)


def _preference(match: _Match) -> tuple[bool, bool, float, float]:
    """Order matches: whole texts before parts, the agency's own, the most like, the earliest."""
    held = match.held
    is_own = is_of_agency(held.publisher, held.agency)
    return (
        match.like.kind is not CopyKind.ABRIDGED,
        is_own,
        round(match.like.likeness, 1),
        -(held.moment or 0.0),
    )
