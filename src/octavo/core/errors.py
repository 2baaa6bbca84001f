"""The error tree, named by what the caller should do.

OctavoError
├── Retry       the same call may succeed later: wait `after_seconds`, then try again
├── GiveUp      this call will not succeed: record the reason, go on with the rest
├── BadInput    what a person gave cannot be used: say so, exit 2, keep everything stored
└── Fatal       the process cannot go on: say what to do about it, exit 1

Expected outcomes (not modified, duplicate, refused) are values, not errors.
"""


class OctavoError(Exception):
    """Every error that Octavo raises on purpose; its text is one clear line for a person."""


class Retry(OctavoError):
    """The same call may succeed after `after_seconds`."""

    def __init__(self, message: str, after_seconds: float = 60.0) -> None:
        super().__init__(message)
        self.after_seconds = after_seconds


class GiveUp(OctavoError):
    """This call will not succeed, now or later."""


class BadInput(OctavoError):
    """What a person gave cannot be used."""


class Fatal(OctavoError):
    """The process cannot go on."""
