"""Versions of OPML, apart from what writes it, so that a command can offer them before it loads anything."""

from enum import StrEnum


class OpmlVersion(StrEnum):
    """Each lets an outline have any attribute, so that none holds less than another."""

    ONE = "1.0"
    ONE_ONE = "1.1"
    TWO = "2.0"
