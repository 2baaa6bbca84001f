"""Who may do what."""

from itertools import pairwise

import pytest

from octavo.accounts.roles import Act, Role, may, may_give, outranks

OF_READERS = {Act.READ, Act.KEEP, Act.COMMENT, Act.REACT, Act.REPORT}


def acts(role: Role | None) -> set[Act]:
    return {act for act in Act if may(role, act)}


def test_each_role_holds_its_acts() -> None:
    assert acts(None) == {Act.READ}
    assert acts(Role.READER) == OF_READERS
    assert acts(Role.MODERATOR) == OF_READERS | {Act.MODERATE}
    assert acts(Role.EDITOR) == OF_READERS | {Act.MODERATE, Act.EDIT, Act.INVITE}
    assert acts(Role.ADMINISTRATOR) == set(Act)


@pytest.mark.parametrize(("lower", "higher"), list(pairwise(Role)))
def test_a_higher_role_holds_more_and_stands_above(lower: Role, higher: Role) -> None:
    assert acts(lower) < acts(higher)
    assert outranks(higher, lower)
    assert not outranks(lower, higher)
    assert not outranks(lower, lower)
    assert not outranks(None, lower)


def test_nobody_is_invited_as_more_than_the_one_who_invites() -> None:
    assert {role for role in Role if may_give(Role.EDITOR, role)} == {Role.READER, Role.MODERATOR, Role.EDITOR}
    assert all(may_give(Role.ADMINISTRATOR, role) for role in Role)
    assert not any(may_give(role, Role.READER) for role in (None, Role.READER, Role.MODERATOR))
