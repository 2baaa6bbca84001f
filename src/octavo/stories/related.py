"""Related: the other stories that truly bear on one, with the reason in words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from octavo.core.types import FoldInput, Related
from octavo.stories.phrases import Phrases, phrases
from octavo.stories.related_constants import RELATED_COMMON_SHARE, RELATED_COUNT, RELATED_NAMES, SHOWN_TERMS


@dataclass(frozen=True, slots=True)
class StoryTexts:
    """A story as `related` reads it; a few of its articles are enough, originals first."""

    id: str
    thread: str
    articles: tuple[FoldInput, ...]


def related(story: StoryTexts, candidates: Iterable[StoryTexts], count: int = RELATED_COUNT) -> list[Related]:
    """Return up to `count` stories that bear on `story`, strongest first; none rather than a weak one."""
    others = [other for other in candidates if other.id != story.id]
    own, read = phrases(story.articles), [phrases(other.articles) for other in others]
    holding = Counter(name for one in (own, *read) for name in one.mentions)
    common = max(3.0, RELATED_COMMON_SHARE * len(others))
    rare = {name for name, stories in holding.items() if stories <= common or len(others) < 8}
    found = [_compare(story, own, pair, rare) for pair in zip(others, read, strict=True)]
    return sorted((one for one in found if one), key=lambda one: (-one.score, one.other))[:count]


def _compare(story: StoryTexts, own: Phrases, pair: tuple[StoryTexts, Phrases], rare: set[str]) -> Related | None:
    other, theirs = pair
    names = _shared_names(own, theirs, rare)
    happening = _shared_title(own, names) or _shared_happening(own, theirs)
    if other.thread == story.thread:
        return Related(story.id, other.id, 3.0 + len(names) / 10, "thread", _shown([*happening[:1], *names]))
    if happening:
        phrase, kind = happening
        places = [name for name in names if own.kind_of(name.casefold()) == "place"]
        return Related(story.id, other.id, 2.0 + len(names) / 10, kind, _shown([phrase, *places]))
    if len(names) >= RELATED_NAMES:
        kind = own.kind_of(names[0].casefold())
        return Related(story.id, other.id, 1.0 + len(names) / 10, kind, _shown(names))
    return None


def _shared_title(own: Phrases, names: Sequence[str]) -> tuple[str, str] | tuple[()]:
    """Return ("Cyclone Isolde", "storm") where a shared rare name says itself what happened."""
    return next(((name, own.titled[name.casefold()]) for name in names if name.casefold() in own.titled), ())


def _shared_happening(own: Phrases, theirs: Phrases) -> tuple[str, str] | tuple[()]:
    """Return ("NATO summit", "summit") where both stories tell of such a happening and its name is central to both.

    A town and a word alone relate nothing (its teachers' strike, a missile's): one writes them as one, or the stories
    share a further name.
    """
    both = own.mentions.keys() & theirs.mentions.keys()
    kinds = {kind for _, kind in own.happenings} & {kind for _, kind in theirs.happenings}
    shared = [
        (
            (name, kind) in own.named | theirs.named,
            own.happenings[name, kind] + theirs.happenings[name, kind],
            name,
            kind,
        )
        for name, kind in own.happenings.keys() | theirs.happenings.keys()
        if kind in kinds
        and name in own.central
        and name in theirs.central
        and ((name, kind) in own.named | theirs.named or both - {name})
    ]
    if not shared:
        return ()
    *_, name, kind = max(shared)
    return f"{own.written[name]} {kind}", kind


def _shared_names(own: Phrases, theirs: Phrases, rare: set[str]) -> list[str]:
    shared = [
        name
        for name in own.mentions
        if name in theirs.mentions and name in rare and (name in own.central or name in theirs.central)
    ]
    shared.sort(key=lambda name: (-min(own.mentions[name], theirs.mentions[name]), name))
    return [min(own.written[name], theirs.written[name], key=str.isupper) for name in shared]


def _shown(terms: Sequence[str]) -> tuple[str, ...]:
    """Return the first few terms, none that another of them contains."""
    whole = [term for term in dict.fromkeys(terms) if not any(term != other and term in other for other in terms)]
    return tuple(whole[:SHOWN_TERMS])
