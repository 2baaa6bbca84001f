"""Asking an endpoint: streamed, timed, tried again after a pause, and in a form that is checked and repaired once."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any

import orjson

from octavo import fetch
from octavo.core.headers import retry_after_seconds
from octavo.core.types import Refusal, Request, Response
from octavo.enrich.providers.openai import constants, fitting
from octavo.enrich.providers.openai.structured import faults, found
from octavo.enrich.providers.openai.wire import Endpoint, Message, Reply, ReplyReader, Schema, body, estimate

Stream = Callable[[Request], AbstractContextManager[Iterator[Response | bytes | Refusal]]]
Told = Callable[[str], None]
Given = Callable[[], bool]
Reserve = Callable[["Question"], Refusal | None]


@dataclass(frozen=True, slots=True)
class Question:
    """What a model is asked."""

    messages: tuple[Message, ...]
    schema: Schema | None = None
    """The form that the answer must have; None for plain text."""
    most_tokens: int = constants.ANSWER_TOKENS

    @property
    def tokens_in(self) -> int:
        """About how many the model reads, on the safe side."""
        return sum(estimate(one.content) for one in self.messages)

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

    def __init__(
        self,
        endpoint: Endpoint,
        stream: Stream | None = None,
        pause: Callable[[float], None] = time.sleep,
        reserve: Reserve = lambda _: None,
    ):
        self._endpoint, self._stream, self._pause = endpoint, stream or fetch.fetch_stream, pause
        self._reserve = reserve

    def ask(self, question: Question, told: Told | None = None, given_up: Given = lambda: False) -> Answer:
        """Return the answer, in its form; `told` hears the text as it comes, and `given_up` may end it at any piece.

        `reserve` is told every question before it is asked, the same again and to mend an answer's form too, and may
        refuse it. Else a refusal's reason is timeout, unreachable, busy, denied, cut-short, broken-off, broken-form,
        given-up or failed.
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
        """Ask, and again after a pause where that may help."""
        tokens_in = tokens_out = 0
        for attempt in range(constants.TRIES_COUNT):
            reserved = self._reserve(question)
            answer = Answer(None, 0, 0, reserved) if reserved else self._fitted(question, told, given_up)
            tokens_in, tokens_out = tokens_in + answer.tokens_in, tokens_out + answer.tokens_out
            refusal = answer.refusal
            if not refusal or refusal.reason not in constants.WORTH_ANOTHER or attempt + 1 == constants.TRIES_COUNT:
                break
            wait = max(refusal.after_seconds, constants.PAUSE_SECONDS * 2**attempt)
            if wait > constants.LONGEST_PAUSE_SECONDS:
                break
            self._pause(wait)
        return replace(answer, tokens_in=tokens_in, tokens_out=tokens_out)

    def _fitted(self, question: Question, told: Told | None, given_up: Given) -> Answer:
        """Ask, and again without what the endpoint refuses of the request, which is remembered where it then answers.

        Each time the request has lost a member, so this ends.
        """
        without = fitting.known(self._endpoint)
        while True:
            asked = body(self._endpoint, question.messages, question.schema, question.most_tokens, without)
            answer = self._once(question, asked, told, given_up)
            if answer.refusal is None:
                fitting.remember(self._endpoint, without)
            if answer.refusal is None or answer.refusal.reason != "unfit":
                return answer
            refused = fitting.refused(asked, answer.refusal.detail)
            if not refused:
                return replace(answer, refusal=replace(answer.refusal, reason="failed"))
            without |= refused

    def _once(self, question: Question, asked: Mapping[str, Any], told: Told | None, given_up: Given) -> Answer:
        endpoint, reader = self._endpoint, ReplyReader()
        request = Request(
            f"{endpoint.url}/chat/completions",
            body=orjson.dumps(asked),
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
                    refusal = _of_head(one)
                else:
                    for text in reader.feed(one):
                        if told and not refusal:
                            told(text)
                if given_up():
                    refusal = Refusal("model", "given-up", "the question was withdrawn")
                    break
                if reader.length_characters > question.most_characters:
                    break
        return _answer(question, reader, refusal, status)


def _answer(question: Question, reader: ReplyReader, refusal: Refusal | None, status: int) -> Answer:
    """Return what came; a question that was read is counted even where nothing came in time."""
    reply = reader.reply(question.messages, question.most_tokens)
    if status != 200 and (refusal is None or refusal.reason != "timeout"):
        reply = Reply("", 0, 0)
    if refusal is None:
        refusal = _of_reply(question, reader, reply, status)
    elif said := reader.error or (reader.said if status not in (0, 200) else ""):
        refusal = replace(refusal, detail=f"{refusal.detail}: {said}"[: constants.ERROR_CHARACTERS])
    return Answer(None if refusal else reply.text, reply.tokens_in, reply.tokens_out, refusal)


def _of_reply(question: Question, reader: ReplyReader, reply: Reply, status: int) -> Refusal | None:
    """Return why what came is no answer; what broke off is one where all of the form that was asked for has come."""
    if status != 200:
        return Refusal("model", "failed", "the endpoint gave no answer")
    if reader.error:
        told = _of_status(reader.error_status) if reader.error_status else None
        return replace(told or Refusal("model", "busy", ""), detail=reader.error)
    if reader.is_torn:
        return Refusal("model", "broken-off", "a piece of the answer cannot be read")
    if reader.length_characters > question.most_characters:
        return Refusal("model", "cut-short", "the answer is longer than it may be")
    if not reply.unfinished or (question.schema and not _formed(reply.text, question.schema, is_whole=False)[1]):
        return None
    broken = "the answer is not whole" if reply.text else "the endpoint gave no answer"
    return Refusal("model", reply.unfinished, broken)


def _formed(text: str, schema: Schema, *, is_whole: bool = True) -> tuple[Any, list[str]]:
    value = found(text, is_whole=is_whole)
    return value, ["there is no JSON in the answer"] if value is None else list(faults(value, schema))


def _repairing(question: Question, text: str, wrong: Sequence[str]) -> Question:
    told = f"That is not the JSON that was asked for: {'; '.join(wrong[:5])}. Answer again with the JSON alone."
    said = (Message("assistant", text[: constants.REPAIRED_CHARACTERS]), Message("user", told))
    return replace(question, messages=(*question.messages, *said))


def _of_door(refusal: Refusal) -> Refusal:
    reason = constants.OF_DOOR.get(refusal.reason, "unreachable")
    return Refusal("model", reason, f"{refusal.reason}: {refusal.detail}", refusal.after_seconds)


def _of_head(head: Response) -> Refusal | None:
    """Return why an answer's head promises none: with the rest that the endpoint wants, or where it leads."""
    refusal = _of_status(head.status)
    if refusal is None:
        return None
    if moved := head.headers.get("location"):
        return replace(refusal, detail=f"{refusal.detail}; OCTAVO_AI_URL may have moved to {moved}")
    rest_seconds = retry_after_seconds(head.headers.get("retry-after", ""), head.fetched) or 0
    return replace(refusal, after_seconds=float(rest_seconds))


def _of_status(status: int) -> Refusal | None:
    if status == 200:
        return None
    told = f"the endpoint answered with status {status}"
    if status in (401, 403):
        return Refusal("model", "denied", f"{told}; is OCTAVO_AI_KEY right?")
    if status in constants.UNFIT:
        return Refusal("model", "unfit", told)
    return Refusal("model", "busy" if status in constants.BUSY else "failed", told)
