"""What a claim says against its source in the source's own words, in any language that has a lexicon.

A text that gives a number to another thing, exchanges who does what, or drops a denial, an "if" or a "prosecutors say"
holds nothing but words of its source; no likeness of words finds it.
"""

from collections.abc import Iterator, Sequence

from octavo.enrich.checking.exchanged import Bound, bound, is_toll, misbound
from octavo.enrich.checking.roles import names_somebody, reversed_roles
from octavo.enrich.checking.sayings import misdone, missaid
from octavo.enrich.checking.turning import Read, mark, nearest, read, turned
from octavo.enrich.verification import Unsupported

_OPPOSED = (("=rise", "=fall"), ("=fall", "=rise"))
"""What a claim may not say where the source's nearest sentences say only the other."""


def contradictions(claim: str, source: str, language: str) -> tuple[Unsupported, ...]:
    """Return what a claim's sentences turn of those sentences of the source that say the most of the same."""
    own, theirs = read(claim, language), read(source, language)
    numbers = [one for sentence in theirs for one in bound(sentence.text, language)]
    found = (one for mine in own for one in _of_sentence(mine, theirs, numbers, language))
    return tuple(dict.fromkeys((*found, *missaid(own, theirs, language), *misdone(own, theirs, language))))


def _of_sentence(mine: Read, theirs: Sequence[Read], numbers: Sequence[Bound], language: str) -> Iterator[Unsupported]:
    near = nearest(mine, theirs)
    if not near:
        return
    yield from misbound(mine.text, "\n".join(one.text for one in near), numbers, language)
    counts_victims = is_toll(mine.text, language) and not names_somebody(mine.text, language)
    yield from turned(mine, near, language, is_toll=counts_victims)
    yield from _opposed(mine, near)
    yield from _compared(mine, near[0], language)
    yield from reversed_roles(mine, near[0], language)


def _opposed(mine: Read, near: Sequence[Read]) -> Iterator[Unsupported]:
    keys = [{piece.key for piece in one.pieces} for one in (mine, *near)]
    for said, opposite in _OPPOSED:
        if said in keys[0] and all(opposite in one and said not in one for one in keys[1:]):
            word = next(piece for piece in mine.pieces if piece.key == said)
            yield Unsupported(mine.text[word.start : word.end], "negation")


def _compared(mine: Read, near: Read, language: str) -> Iterator[Unsupported]:
    """Yield what is compared the other way round: more men than women."""
    sides, theirs = _sides(mine, language), _sides(near, language)
    if sides and theirs and sides == theirs[::-1] and sides[0] != sides[1]:
        yield Unsupported(mine.text, "attribution")


def _sides(sentence: Read, language: str) -> tuple[str, str] | None:
    """Return the telling words right before and behind a sentence's only "than"; None where there is no such one."""
    found = list(mark(language, "comparing").finditer(sentence.text))
    before = [one.key for one in sentence.telling if found and one.end <= found[0].start()]
    behind = [one.key for one in sentence.telling if found and one.start >= found[0].end()]
    return (before[-1], behind[0]) if len(found) == 1 and before and behind else None
