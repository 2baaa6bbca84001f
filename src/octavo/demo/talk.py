"""What invented people say of the demo's articles: `content/talk.toml`, read."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from octavo.demo.content import drafts, folder

REACTIONS = ("worth", "agree", "smile")


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment on an article of the demo."""

    id: str
    title: str
    """The article's."""
    by: str
    minutes: int
    """How long after the article it was written."""
    text: str
    answers: str
    """The id of the remark that it answers; "" where it answers none."""
    reactions: Mapping[str, tuple[str, ...]]
    """Who said what of it."""


@cache
def remarks() -> tuple[Remark, ...]:
    """Return all remarks, each after what it answers."""
    titles = {draft.id: draft.title for draft in drafts()}
    parsed = tomllib.loads((folder() / "talk.toml").read_text(encoding="utf-8"))
    return tuple(
        Remark(
            id=table["id"],
            title=titles[table["on"]],
            by=table["by"],
            minutes=table["minutes"],
            text=table["text"],
            answers=table.get("answers", ""),
            reactions={kind: tuple(table.get(kind, ())) for kind in REACTIONS},
        )
        for table in parsed["remark"]
    )


def talkers() -> frozenset[str]:
    """Return the names of all who say something."""
    return frozenset(name for one in remarks() for names in ((one.by,), *one.reactions.values()) for name in names)
