"""Comments and reactions among the acts that pages and offline queues send (`accounts/acts.py`)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from octavo.accounts.acts import act
from octavo.accounts.models import User
from octavo.accounts.sent_acts import SentAct
from octavo.community import store
from octavo.community.deciding import Declined
from octavo.community.reactions import ReactionKind
from octavo.community.store import Sent, Written
from octavo.core.clock import utc_now
from octavo.core.digits import whole
from octavo.core.errors import BadInput, GiveUp, Retry

DECLINED = "declined: "
"""What a reason begins with that is one of `deciding.Reason`."""


@act("comment")
def comment(person: User, sent: SentAct) -> Mapping[str, Any]:
    """Write a comment: "text", and "story", or "answers" with the comment that it answers; "article" where known.

    "form" is the key of the form that it was first sent by, where no answer came: the server may have it already.
    """
    text, parent = sent.facts.get("text"), _number(sent, "answers")
    story = _number(sent, "story")
    if not isinstance(text, str) or (story is None and parent is None):
        raise BadInput("a comment needs its text, and the story or the comment that it answers")
    written = Sent(story or 0, text, parent=parent, article=_number(sent, "article"), key=_form_key(sent))
    return _told(store.write(written, person, utc_now()))


@act("react")
def react(person: User, sent: SentAct) -> Mapping[str, Any]:
    """Put a reaction: "comment", "kind", and "on", false to take it back."""
    one, kind = _number(sent, "comment"), sent.facts.get("kind")
    if one is None or kind not in tuple(ReactionKind):
        raise BadInput("a reaction needs its comment and its kind")
    is_on = sent.facts.get("on") is not False
    return _told(store.react(one, ReactionKind(kind), person, utc_now(), on=is_on))


def _form_key(sent: SentAct) -> UUID:
    try:
        return UUID(str(sent.facts.get("form")))
    except ValueError:
        return sent.key


def _number(sent: SentAct, name: str) -> int | None:
    value = sent.facts.get(name)
    number = None if isinstance(value, bool) or not isinstance(value, int | str) else whole(str(value))
    return number or None


def _told(outcome: Written | Declined) -> Mapping[str, Any]:
    if isinstance(outcome, Written):
        return {"comment": outcome.comment, "state": outcome.state.value}
    if outcome.wait_seconds:
        raise Retry(f"declined for now: {outcome.reason}", outcome.wait_seconds)
    raise GiveUp(f"{DECLINED}{outcome.reason}")
