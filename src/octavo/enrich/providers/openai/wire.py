"""The protocol of OpenAI-compatible endpoints, as far as Octavo speaks it: one request, and its answer as it comes.

https://platform.openai.com/docs/api-reference/chat; streams are server-sent events (WHATWG HTML, 9.2).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

Schema = Mapping[str, Any]
_DONE = b"[DONE]"


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
    """What it read; estimated where the endpoint does not count."""
    tokens_out: int
    is_whole: bool = True
    """False where it reached the most tokens that it may write."""


def body(endpoint: Endpoint, messages: Sequence[Message], schema: Schema | None, most_tokens: int) -> bytes:
    """Return the JSON to POST; with `schema`, the answer is asked for in that form."""
    asked: dict[str, Any] = {
        "model": endpoint.model,
        "messages": [{"role": one.role, "content": one.content} for one in messages],
        "temperature": 0,
        "max_tokens": most_tokens,
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    if schema is not None:
        told = {"name": "answer", "strict": True, "schema": schema}
        asked["response_format"] = {"type": "json_schema", "json_schema": told}
    return orjson.dumps(asked)


def estimate(text: str) -> int:
    """Return about how many tokens a text has, on the safe side for every script."""
    return len(text.encode("utf-8", "surrogatepass")) // 3 + 1


class ReplyReader:
    """Reads an answer from the pieces of its body, streamed or whole."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._whole = bytearray()
        self._line_start = 0
        self._usage: Mapping[str, Any] = {}
        self._finish = ""
        self.error = ""
        """What the endpoint says went wrong, "" for nothing."""
        self.length_characters = 0
        """Of the text that has come."""

    def feed(self, piece: bytes) -> Iterator[str]:
        """Yield the text that `piece` brings."""
        searched = len(self._whole)
        self._whole += piece
        while (end := self._whole.find(b"\n", searched)) >= 0:
            line, self._line_start, searched = self._whole[self._line_start : end], end + 1, end + 1
            if line.startswith(b"data:") and (data := line[5:].strip()) != _DONE:
                yield from self._read(data)

    def reply(self, asked: Sequence[Message]) -> Reply:
        """Return the answer to what was `asked`, once everything has come."""
        if not self._texts and not self._usage and not self.error:
            for _ in self._read(self._whole):
                pass
        text = "".join(self._texts)
        return Reply(
            text,
            _count(self._usage.get("prompt_tokens")) or sum(estimate(one.content) for one in asked),
            _count(self._usage.get("completion_tokens")) or (estimate(text) if text else 0),
            is_whole=self._finish != "length",
        )

    def _read(self, data: bytes | bytearray) -> Iterator[str]:
        try:
            told = orjson.loads(data)
        except orjson.JSONDecodeError:
            return
        if not isinstance(told, dict):
            return
        if error := told.get("error"):
            self.error = str(error.get("message", error) if isinstance(error, dict) else error)[:300]
        self._usage = told["usage"] if isinstance(told.get("usage"), dict) else self._usage
        choices = told.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else {}
        self._finish = str(choice.get("finish_reason") or self._finish)
        said = choice.get("delta") or choice.get("message") or {}
        text = said.get("content") if isinstance(said, dict) else None
        if isinstance(text, str) and text:
            self._texts.append(text)
            self.length_characters += len(text)
            yield text


def _count(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0
