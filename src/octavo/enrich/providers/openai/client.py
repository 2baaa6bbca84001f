"""Asking an endpoint: streamed, timed, tried again after a pause, and in a form that is checked and repaired once."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any

from octavo import fetch
from octavo.core.types import Refusal, Request, Response
from octavo.enrich.providers.openai import constants
from octavo.enrich.providers.openai.structured import faults, found
from octavo.enrich.providers.openai.wire import Endpoint, Message, Reply, ReplyReader, Schema, body

Stream = Callable[[Request], AbstractContextManager[Iterator[Response | bytes | Refusal]]]
Told = Callable[[str], None]
Given = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Question:
    """What a model is asked."""

    messages: tuple[Message, ...]
    schema: Schema | None = None
    """The form that the answer must have; None for plain text."""
    most_tokens: int = constants.ANSWER_TOKENS

    @property
    def most_characters(self) -> int:
        return self.most_tokens * constants.TOKEN_CHARACTERS


@dataclass(frozen=True, slots=True)
class Answer:
    """What came, and what it took."""

    value: Any
    """In the form that was asked for, or the text; None where it is refused."""
    tokens_in: int
    tokens_out: int
    refusal: Refusal | None = None


class Client:
    """Asks one endpoint."""

    def __init__(self, endpoint: Endpoint, stream: Stream | None = None, pause: Callable[[float], None] = time.sleep):
        self._endpoint, self._stream, self._pause = endpoint, stream or fetch.fetch_stream, pause
        self._offers_forms = True

    def ask(self, question: Question, told: Told | None = None, given_up: Given = lambda: False) -> Answer:
        """Return the answer, in its form; `told` hears the text as it comes, and `given_up` may end it at any piece.

        A refusal's reason is timeout, budget, unreachable, busy, denied, cut-short, broken-form, given-up or failed.
        """
        first = self._asked(question, told, given_up)
        if question.schema is None or first.refusal:
            return first
        value, wrong = _formed(first.value, question.schema)
        if not wrong:
            return replace(first, value=value)
        again = self._asked(_repairing(question, first.value, wrong), None, given_up)
        both = replace(
            again, tokens_in=first.tokens_in + again.tokens_in, tokens_out=first.tokens_out + again.tokens_out
        )
        if again.refusal:
            return both
        value, wrong = _formed(again.value, question.schema)
        if not wrong:
            return replace(both, value=value)
        return replace(both, value=None, refusal=Refusal("model", "broken-form", wrong[0]))

    def _asked(self, question: Question, told: Told | None, given_up: Given) -> Answer:
        """Ask, and again where that may help: after a pause, or without the form where the endpoint offers none."""
        tokens_in = tokens_out = 0
        for attempt in range(constants.TRIES_COUNT):
            schema = question.schema if self._offers_forms else None
            answer = self._once(replace(question, schema=schema), told, given_up)
            tokens_in, tokens_out = tokens_in + answer.tokens_in, tokens_out + answer.tokens_out
            refusal = answer.refusal
            if refusal and refusal.reason == "no-form" and schema:
                self._offers_forms = False
            elif not refusal or refusal.reason not in constants.WORTH_ANOTHER or attempt + 1 == constants.TRIES_COUNT:
                break
            else:
                wait = max(refusal.after_seconds, constants.PAUSE_SECONDS * 2**attempt)
                if wait > constants.LONGEST_PAUSE_SECONDS:
                    break
                self._pause(wait)
        return replace(answer, tokens_in=tokens_in, tokens_out=tokens_out)

    def _once(self, question: Question, told: Told | None, given_up: Given) -> Answer:
        endpoint, reader = self._endpoint, ReplyReader()
        request = Request(
            f"{endpoint.url}/chat/completions",
            body=body(endpoint, question.messages, question.schema, question.most_tokens),
            headers=constants.HEADERS,
            bearer=endpoint.key,
            seconds=endpoint.seconds,
        )
        refusal, status = None, 0
        with self._stream(request) as coming:
            for one in coming:
                if isinstance(one, Refusal):
                    refusal = _of_door(one)
                elif isinstance(one, Response):
                    status = one.status
                    refusal = _of_status(one, has_form=question.schema is not None)
                else:
                    for text in reader.feed(one):
                        if told and not refusal:
                            told(text)
                if given_up():
                    refusal = Refusal("model", "given-up", "the question was withdrawn")
                    break
                if reader.length_characters > question.most_characters:
                    break
        return _answer(question, reader, refusal, is_asked=status == 200)


def _answer(question: Question, reader: ReplyReader, refusal: Refusal | None, *, is_asked: bool) -> Answer:
    reply = reader.reply(question.messages)
    if not is_asked:
        reply = Reply("", 0, 0)
    if refusal is None and (reader.error or not is_asked):
        refusal = Refusal("model", "failed", reader.error or "the endpoint gave no answer")
    if refusal and reader.error:
        refusal = replace(refusal, detail=f"{refusal.detail}: {reader.error}"[:300])
    is_cut = reader.length_characters > question.most_characters or (not reply.is_whole and question.schema is None)
    if refusal is None and is_cut:
        refusal = Refusal("model", "cut-short", "the answer is longer than it may be")
    return Answer(None if refusal else reply.text, reply.tokens_in, reply.tokens_out, refusal)


def _formed(text: str, schema: Schema) -> tuple[Any, list[str]]:
    value = found(text)
    return value, ["there is no JSON in the answer"] if value is None else list(faults(value, schema))


def _repairing(question: Question, text: str, wrong: Sequence[str]) -> Question:
    told = f"That is not the JSON that was asked for: {'; '.join(wrong[:5])}. Answer again with the JSON alone."
    said = (Message("assistant", text[: constants.REPAIRED_CHARACTERS]), Message("user", told))
    return replace(question, messages=(*question.messages, *said))


def _of_door(refusal: Refusal) -> Refusal:
    reason = {"timeout": "timeout", "host-rests": "busy"}.get(refusal.reason, "unreachable")
    return Refusal("model", reason, f"{refusal.reason}: {refusal.detail}", refusal.after_seconds)


def _of_status(head: Response, *, has_form: bool) -> Refusal | None:
    if head.status == 200:
        return None
    told = f"the endpoint answered with status {head.status}"
    if head.status in (401, 403):
        return Refusal("model", "denied", f"{told}; is OCTAVO_AI_KEY right?")
    if head.status in (400, 422, 501) and has_form:
        return Refusal("model", "no-form", told)
    return Refusal("model", "busy" if head.status in constants.BUSY else "failed", told)
