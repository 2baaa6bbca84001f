"""What readers do, done once: the acts that pages and offline queues send, in their order, each answered.

Parts add acts of their own in their apps' modules `sent`, which are looked for when the first act is done:

    @act("comment")
    def comment(person: User, sent: SentAct) -> Mapping[str, Any]: ...

An act raises BadInput where what was sent cannot be understood, GiveUp where it cannot be done, with a text for the
person; what it returns stands in the answer.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.module_loading import autodiscover_modules

from octavo.accounts.models import User
from octavo.accounts.sent_acts import SentAct, key_of, sent_act
from octavo.accounts.state_models import DoneAct
from octavo.core.errors import BadInput, GiveUp, Retry

Doer = Callable[[User, SentAct], Mapping[str, Any] | None]
Answer = dict[str, Any]
"""{"key", "status": "done", "refused" or "later", "reason", ...}: what is refused must not be sent again, what is to be
done later must."""

KEPT = timedelta(days=180)
"""How long a key is remembered: longer than a device's queue waits for a network."""

_doers: dict[str, Doer] = {}


def act(name: str) -> Callable[[Doer], Doer]:
    """Let `name` be an act that the decorated function does."""

    def added(doer: Doer) -> Doer:
        _doers[name] = doer
        return doer

    return added


def done(person: User, given: Sequence[object], now: datetime) -> list[Answer]:
    """Do what was sent, in its order, and return an answer to each; what was done before is answered as it was then.

    Once an act is to be done later, all after it are too, so that they stay in their order.
    """
    answers: list[Answer] = []
    for one in given:
        waits = bool(answers) and answers[-1]["status"] == "later"
        answers.append(_later(one, answers[-1]) if waits else _done(person, one, now))
    return answers


def _later(given: object, before: Answer) -> Answer:
    return {**before, "key": given.get("key") if isinstance(given, dict) else None}


def _done(person: User, given: object, now: datetime) -> Answer:
    try:
        key = key_of(given)
    except BadInput as error:
        return {"key": None, "status": "refused", "reason": str(error)}
    if _is_others(person, given):
        return {"key": str(key), "status": "later", "reason": "another person did this; it waits until they sign in"}
    try:
        with transaction.atomic():
            User.objects.select_for_update(no_key=True).only("pk").get(pk=person.pk)
            known = DoneAct.objects.filter(person=person, key=key).first()
            if known:
                return dict(known.answer)
            answer = _answer(person, given, key, now)
            DoneAct.objects.create(person=person, key=key, answer=answer, done=now)
            return answer
    except Retry as error:
        return {"key": str(key), "status": "later", "reason": str(error), "after_seconds": error.after_seconds}


def _is_others(person: User, given: object) -> bool:
    """Tell whether an act names another person as whose it is: a device's queue may hold several people's."""
    return isinstance(given, dict) and given.get("person", person.pk) != person.pk


def _answer(person: User, given: object, key: UUID, now: datetime) -> Answer:
    try:
        with transaction.atomic():
            facts = perform(person, sent_act(given, now))
    except (BadInput, GiveUp) as error:
        return {"key": str(key), "status": "refused", "reason": str(error)}
    return {**facts, "key": str(key), "status": "done"}


def perform(person: User, sent: SentAct) -> Mapping[str, Any]:
    """Do one act; what plain forms call. Raises BadInput or GiveUp with a text for the person."""
    doer = _known().get(sent.act)
    if doer is None:
        raise BadInput(f"there is no act called {sent.act}")
    return doer(person, sent) or {}


@cache
def _known() -> Mapping[str, Doer]:
    autodiscover_modules("sent")
    return _doers


def forget_old(now: datetime) -> None:
    """Forget the keys of acts that no queue can hold any more."""
    DoneAct.objects.filter(done__lt=now - KEPT).delete()
