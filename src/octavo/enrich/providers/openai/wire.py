"""The protocol of OpenAI-compatible endpoints, as far as Octavo speaks it: one request, and its answer as it comes.

https://platform.openai.com/docs/api-reference/chat; streams are server-sent events (WHATWG HTML, 9.2).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from octavo.core.holdable import holdable, holdable_value
from octavo.enrich.providers.openai.constants import ERROR_CHARACTERS, FORM_TOKENS, READ_FACTOR, TOKEN_BYTES

Schema = Mapping[str, Any]
_DONE = b"[DONE]"
_THOUGHTS = ("reasoning_content", "reasoning")
"""What servers call a model's thoughts, which are no part of its answer."""
_UNFINISHED = {"length": "cut-short", "max_tokens": "cut-short", "content_filter": "failed", "error": "failed"}
"""Why an answer is not whole, by what the endpoint says ended it."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers."""

    url: str
    """Up to and with the version: https://host/v1."""
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 120.0


@dataclass(frozen=True, slots=True)
class Message:
    role: str
    """system, user, assistant"""
    content: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model answered."""

    text: str
    tokens_in: int
    """What it read; estimated where the endpoint does not count, or counts what cannot be."""
    tokens_out: int
    unfinished: str = ""
    """Why it is not whole: cut-short at the most tokens, broken-off, failed; "" where it is."""


def body(
    endpoint: Endpoint, messages: Sequence[Message], schema: Schema | None, most_tokens: int, without: Collection[str]
) -> dict[str, Any]:
    """Return the JSON to POST, `without` the members that are refused; with `schema`, it asks for that form."""
    form = {"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": schema}}
    limit = "max_completion_tokens" if "max_tokens" in without else "max_tokens"
    asked: dict[str, Any] = {
        "model": endpoint.model,
        "messages": [{"role": one.role, "content": one.content} for one in messages],
        "temperature": 0,
        limit: most_tokens,
        "stream": True,
        "stream_options": {"include_usage": True},
        "response_format": form if schema is not None else None,
    }
    return {name: value for name, value in asked.items() if value is not None and name not in without}


def estimate(text: str) -> int:
    """Return about how many tokens a text has, on the safe side for every script."""
    return len(text.encode("utf-8", "surrogatepass")) // TOKEN_BYTES + 1


class ReplyReader:
    """Reads an answer from the pieces of its body, streamed or whole."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._whole = bytearray()
        self._line_start = 0
        self._usage: Mapping[str, Any] = {}
        self._finish = ""
        self._is_ended = False
        self._thought_bytes = 0
        self.is_torn = False
        """A piece could not be read, so that the text lacks it."""
        self.error = ""
        """What the endpoint says went wrong, "" for nothing."""
        self.error_status = 0
        """The HTTP status that it would have had, 0 for none."""
        self.length_characters = 0
        """Of the text that has come."""

    def feed(self, piece: bytes) -> Iterator[str]:
        """Yield the text that `piece` brings."""
        searched = len(self._whole)
        self._whole += piece
        while (end := self._whole.find(b"\n", searched)) >= 0:
            line, self._line_start, searched = self._whole[self._line_start : end], end + 1, end + 1
            if line.startswith(b"data:"):
                data = line[5:].strip()
                self._is_ended |= data == _DONE
                yield from self._read(data)

    @property
    def said(self) -> str:
        """The beginning of all that has come, whatever it is."""
        return holdable(self._whole[:ERROR_CHARACTERS].decode("utf-8", "replace"))

    def reply(self, asked: Sequence[Message], most_tokens: int) -> Reply:
        """Return the answer to what was `asked`, once everything has come."""
        if not self._texts and not self._usage and not self.error:
            for _ in self._read(self._whole):
                pass
        text = "".join(self._texts)
        read, written = sum(estimate(one.content) for one in asked), self._written(text)
        return Reply(
            text,
            _count(self._usage.get("prompt_tokens"), READ_FACTOR * read + FORM_TOKENS) or read,
            _count(self._usage.get("completion_tokens"), max(most_tokens, written)) or written,
            self._unfinished(),
        )

    def _written(self, text: str) -> int:
        """Return about how many tokens were written: the answer, and the thoughts before it, which are paid too."""
        return (estimate(text) if text else 0) + self._thought_bytes // TOKEN_BYTES

    def _unfinished(self) -> str:
        if self._finish or self._is_ended:
            return _UNFINISHED.get(self._finish, "")
        return "broken-off" if self._texts else "failed"

    def _read(self, data: bytes | bytearray) -> Iterator[str]:
        try:
            told = holdable_value(orjson.loads(data))
        except (orjson.JSONDecodeError, RecursionError):
            self.is_torn |= data.startswith(b"{")
            return
        if not isinstance(told, dict):
            return
        if error := told.get("error"):
            self._read_error(error)
        self._usage = told["usage"] if isinstance(told.get("usage"), dict) else self._usage
        choices = told.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else {}
        self._finish = str(choice.get("finish_reason") or self._finish)
        self._is_ended |= "message" in choice
        said = choice.get("delta") or choice.get("message") or {}
        said = said if isinstance(said, dict) else {}
        self._thought_bytes += sum(len(_text(said.get(name)).encode()) for name in _THOUGHTS)
        text = _text(said.get("content"))
        if text:
            self._texts.append(text)
            self.length_characters += len(text)
            yield text

    def _read_error(self, error: object) -> None:
        told = error if isinstance(error, dict) else {"message": error}
        self.error = str(told.get("message", told))[:ERROR_CHARACTERS]
        code = told.get("code")
        self.error_status = code if isinstance(code, int) else 0


def _text(content: object) -> str:
    """Return the text of a message, which may come in parts."""
    parts = content if isinstance(content, list) else [content]
    texts = (part.get("text") if isinstance(part, dict) else part for part in parts)
    return "".join(text for text in texts if isinstance(text, str))


def _count(value: object, most: int) -> int:
    """Return a number of tokens as the endpoint counts, at most what can be; 0 for none."""
    return min(value, most) if isinstance(value, int) and value > 0 else 0
