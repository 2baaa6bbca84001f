"""Who may do what: the one place that decides.

A role holds all that the roles before it hold. Nobody (None) is everyone who is not signed in, or was banned.
"""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What a person is to the house, from the least to the most."""

    READER = "reader"
    MODERATOR = "moderator"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"


class Act(StrEnum):
    """What may be done."""

    READ = "read"
    KEEP = "keep"
    """Save, follow, mark as read, set preferences, look after one's own account."""
    COMMENT = "comment"
    REACT = "react"
    REPORT = "report"
    MODERATE = "moderate"
    """Read reports and what was hidden; hide, lock, hold, mute."""
    EDIT = "edit"
    """Change publishers, feeds, stories and the house's editions."""
    INVITE = "invite"
    ADMINISTER = "administer"
    """List people, set their roles, ban them; everything under /admin/."""


_ORDER = tuple(Role)
_LEAST: Mapping[Act, Role | None] = {
    Act.READ: None,
    Act.KEEP: Role.READER,
    Act.COMMENT: Role.READER,
    Act.REACT: Role.READER,
    Act.REPORT: Role.READER,
    Act.MODERATE: Role.MODERATOR,
    Act.EDIT: Role.EDITOR,
    Act.INVITE: Role.EDITOR,
    Act.ADMINISTER: Role.ADMINISTRATOR,
}
"""The least role that may do an act; None where nobody in particular may."""


def may(role: Role | None, act: Act) -> bool:
    """Tell whether `role` may do `act`; None is nobody."""
    least = _LEAST[act]
    return least is None or (role is not None and _ORDER.index(role) >= _ORDER.index(least))


def may_give(giver: Role | None, role: Role) -> bool:
    """Tell whether a person of the role `giver` may invite others as `role`: never as more than the giver is."""
    return may(giver, Act.INVITE) and giver is not None and _ORDER.index(role) <= _ORDER.index(giver)


def outranks(role: Role | None, other: Role) -> bool:
    """Tell whether `role` stands above `other`: whom a moderator may mute, and whose words one may hide."""
    return role is not None and _ORDER.index(role) > _ORDER.index(other)
