"""Which stored group a freshly folded one continues, so that addresses live on."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Fresh = TypeVar("Fresh", bound=Hashable)


def continued(groups: Mapping[Fresh, Sequence[int]], kept: Mapping[int, int]) -> dict[Fresh, int]:
    """Return for each fresh group the stored one that it continues: the one it shares most members with.

    groups: members by fresh group; kept: stored group by member. A stored group is continued once at most; between
    equals the older (lower) stored group wins. Fresh groups without an entry are new.
    """
    shared = Counter((group, kept[member]) for group, members in groups.items() for member in members if member in kept)
    order = {group: place for place, group in enumerate(groups)}
    out: dict[Fresh, int] = {}
    taken: set[int] = set()
    for (group, stored), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0][1], order[item[0][0]])):
        if group not in out and stored not in taken:
            out[group] = stored
            taken.add(stored)
    return out
