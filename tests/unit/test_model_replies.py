"""What a model or a broken endpoint sends is read in time that grows with its length alone."""

from collections.abc import Callable
from time import process_time

import orjson
import pytest

from octavo.enrich.providers.openai.structured import found
from octavo.enrich.providers.openai.wire import ReplyReader

ENOUGH_TIMES = 200
"""Each of a few starts is tried twice; work that grows with an answer's square takes thousands."""
WHOLE = orjson.dumps({"told": ["a leaf fell"] * 3_500}).decode()


def _seconds(work: Callable[[], object]) -> float:
    started = process_time()
    work()
    return process_time() - started


def _read(pieces: list[bytes]) -> str:
    reader = ReplyReader()
    return "".join(text for piece in pieces for text in reader.feed(piece))


@pytest.mark.parametrize("opening", ["{", "[", '{"a":[', '{"a":x} ', "[{]", ',"{', "<think>{", "```{"])
def test_json_that_is_none_is_given_up(opening: str) -> None:
    text = opening * (len(WHOLE) // len(opening))
    enough = ENOUGH_TIMES * _seconds(lambda: found(WHOLE))
    assert _seconds(lambda: found(text)) < enough


def test_json_is_found_behind_brackets_that_are_none() -> None:
    assert found('Say {it} or [it: {"word": "leaf"}') == {"word": "leaf"}
    assert found('{"told": [' * 2_000) is None


def test_only_brackets_of_a_whole_text_are_closed() -> None:
    assert found('{"told": ["a leaf", "a tree"') == {"told": ["a leaf", "a tree"]}
    assert found('{"told": ["a leaf", "a tr') is None
    assert found('{"told": ["a leaf", "a tree"', is_whole=False) is None
    assert found('{"told": ["a leaf", "a tree"]} and', is_whole=False) == {"told": ["a leaf", "a tree"]}


def test_json_nested_beyond_reading_is_none() -> None:
    assert found('{"a":' + "[" * 900 + "]" * 900 + "}") is None


def test_a_line_that_never_ends_is_read_once() -> None:
    event = b'data: {"choices": [{"delta": {"content": "leaf"}}]}\n'
    enough = ENOUGH_TIMES * _seconds(lambda: _read([event] * 8_000))
    assert _seconds(lambda: _read([b"x" * len(event)] * 100_000)) < enough


@pytest.mark.parametrize("size", [1, 7, 50, 1_000])
def test_events_are_read_however_they_are_cut(size: int) -> None:
    stream = b"".join(
        b"data: " + orjson.dumps({"choices": [{"delta": {"content": f"{at} 잎 "}}]}) + b"\r\n\r\n" for at in range(30)
    )
    pieces = [stream[at : at + size] for at in range(0, len(stream), size)]
    assert _read(pieces) == "".join(f"{at} 잎 " for at in range(30))
