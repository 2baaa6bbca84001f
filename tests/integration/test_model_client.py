"""Asking an endpoint through the door: streamed, timed, tried again, repaired, given up."""

import gzip
import json
import time
from collections.abc import Iterator
from typing import Any

import pytest

from octavo.config import settings
from octavo.enrich.providers.openai import Answer, Client, Endpoint, Message, Question
from tests.integration.conftest import forget_hosts
from tests.integration.endpoints import KEY, Say, Says, scripted

pytestmark = pytest.mark.xdist_group("web")

SCHEMA = {
    "type": "object",
    "properties": {"word": {"type": "string", "maxLength": 10}, "count": {"type": "integer", "minimum": 1}},
    "required": ["word", "count"],
}
GOOD = '{"word": "leaf", "count": 3}'
QUESTION = Question((Message("system", "Answer."), Message("user", "Which word?")), SCHEMA, 100)


@pytest.fixture(autouse=True)
def door(session_house: settings.Settings) -> Iterator[None]:
    yield
    settings.override(allow_networks="127.0.0.0/8")
    forget_hosts()


def ask(says: Says, question: Question = QUESTION, **options: Any) -> tuple[Answer, list[dict[str, Any]], list[float]]:
    """Return what a client makes of an endpoint that `says`, what that was asked, and the pauses between."""
    pauses: list[float] = []
    with scripted(says) as running:
        client = Client(Endpoint(running.url, "small", KEY, options.pop("seconds", 20.0)), pause=pauses.append)
        return client.ask(question, **options), running.asked, pauses


def in_turn(*said: str | Say) -> Says:
    waiting = iter(said)
    return lambda _: next(waiting)


def test_a_form_is_asked_for_and_comes() -> None:
    answer, asked, _ = ask(lambda _: Say(GOOD, usage={"prompt_tokens": 7, "completion_tokens": 5}))
    assert answer == Answer({"word": "leaf", "count": 3}, 7, 5)
    assert asked[0]["response_format"]["json_schema"]["schema"] == SCHEMA
    assert (asked[0]["model"], asked[0]["max_tokens"], asked[0]["temperature"]) == ("small", 100, 0)


def test_the_key_is_shown_and_never_follows_a_redirect() -> None:
    with scripted(lambda _: GOOD) as other, scripted(lambda _: Say(status=307, headers={"Location": other.url})) as one:
        refusal = Client(Endpoint(one.url, "small", KEY)).ask(QUESTION).refusal
        assert refusal
        assert refusal.reason == "failed"
        assert one.keys == [f"Bearer {KEY}"]
        assert other.keys == []


def test_an_endpoint_on_loopback_must_be_allowed() -> None:
    settings.override(allow_networks="10.0.0.0/8")
    answer, asked, _ = ask(lambda _: GOOD)
    assert answer.refusal
    assert "OCTAVO_ALLOW_NETWORKS" in answer.refusal.detail
    assert asked == []


@pytest.mark.parametrize(
    "said",
    [
        f"Certainly! Here it is:\n```json\n{GOOD}\n```\nAnything else?",
        f"<think>The word {{might}} be tree.</think>{GOOD}",
        '{"word": "leaf", "count": 3,}',
        '{"word": "leaf", "count": 3',
        f"{GOOD} {GOOD}",
        Say(GOOD, is_stream=False),
        Say(GOOD, breaks_off=True),
        Say(GOOD, finish="length"),
        Say(told={"choices": [{"message": {"content": [{"type": "text", "text": GOOD}]}, "finish_reason": "stop"}]}),
    ],
)
def test_json_is_found_in_what_is_said(said: str | Say) -> None:
    answer, asked, _ = ask(lambda _: said)
    assert answer.value == {"word": "leaf", "count": 3}
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("I cannot answer that.", "no JSON"),
        ('{"word": "leaf"}', "lacks count"),
        ('{"word": "leaf", "count": 0}', "out of bounds"),
        ('{"word": "leaf", "count": true}', "no integer"),
        ('{"word": "a whole tree of leaves", "count": 3}', "too long"),
        ('["leaf", 3]', "no object"),
    ],
)
def test_a_broken_form_is_repaired_once(said: str, fault: str) -> None:
    answer, asked, _ = ask(in_turn(said, GOOD))
    assert answer.value == {"word": "leaf", "count": 3}
    assert fault in asked[1]["messages"][-1]["content"]
    assert asked[1]["messages"][-2] == {"role": "assistant", "content": said}
    refused, asked, _ = ask(lambda _: said)
    assert refused.refusal
    assert refused.refusal.reason == "broken-form"
    assert len(asked) == 2


def wants(asked: dict[str, Any], *members: str) -> bool:
    return any(name in asked for name in members)


@pytest.mark.parametrize(
    ("refused", "status", "said"),
    [
        (["response_format"], 400, "response_format is not supported"),
        (["response_format"], 404, "No endpoints found that can handle the requested parameters."),
        (["max_tokens"], 400, "'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."),
        (["temperature"], 400, "Unsupported value: 'temperature' does not support 0. Only the default (1) value is."),
        (["stream_options"], 400, "Unknown parameter: stream_options"),
        (["stream"], 422, "Streaming is not supported"),
        (["temperature", "stream_options"], 422, "Extra inputs are not permitted"),
        (["max_tokens", "max_completion_tokens"], 400, "Unknown parameters: max_tokens, max_completion_tokens"),
    ],
)
def test_what_an_endpoint_refuses_is_left_out_and_remembered(refused: list[str], status: int, said: str) -> None:
    def says(asked: dict[str, Any]) -> str | Say:
        return Say(said, status) if wants(asked, *refused) else Say(GOOD, is_stream="stream" in asked)

    pauses: list[float] = []
    with scripted(says) as running:
        for _ in range(2):
            answer = Client(Endpoint(running.url, "small"), pause=pauses.append).ask(QUESTION)
            assert answer.value == {"word": "leaf", "count": 3}
        assert len(running.asked) <= 4
        assert not wants(running.asked[-1], *refused)
        assert pauses == []
        assert wants(running.asked[-1], "max_tokens", "max_completion_tokens") == ("max_tokens, " not in said)
        Client(Endpoint(running.url, "another")).ask(QUESTION)
        assert wants(running.asked[-2], *refused), "what one model refuses says nothing of another"


@pytest.mark.parametrize("said", ["no", "max_tokens, max_completion_tokens, stream, temperature and response_format"])
def test_an_endpoint_that_refuses_everything_is_given_up_and_nothing_is_learned(said: str) -> None:
    with scripted(lambda _: Say(said, 400)) as running:
        for _ in range(2):
            answer = Client(Endpoint(running.url, "small")).ask(QUESTION)
            assert answer.refusal
            assert answer.refusal.reason == "failed"
            assert said in answer.refusal.detail
        half = len(running.asked) // 2
        assert half <= 4
        assert running.asked[0] == running.asked[half]


def test_details_of_other_servers_name_what_they_refuse_too() -> None:
    told = {"detail": [{"type": "extra_forbidden", "loc": ["body", "stream_options"], "msg": "Extra inputs"}]}
    answer, asked, _ = ask(lambda asked: Say(status=422, told=told) if "stream_options" in asked else GOOD)
    assert answer.value
    assert [set(asked[0]) - set(one) for one in asked] == [set(), {"stream_options"}]


def test_what_may_pass_is_tried_again_after_growing_pauses() -> None:
    answer, asked, pauses = ask(in_turn(Say(status=503), Say(status=429), GOOD))
    assert answer.value
    assert len(asked) == 3
    assert pauses == [1.0, 2.0]


def test_as_long_a_pause_as_the_endpoint_asks_for_is_kept_and_costs_no_try() -> None:
    pauses: list[float] = []

    def keep(seconds: float) -> None:
        pauses.append(seconds)
        time.sleep(seconds)

    busy = Say(status=429, headers={"Retry-After": "2"})
    with scripted(in_turn(busy, busy, GOOD)) as running:
        assert Client(Endpoint(running.url, "small"), pause=keep).ask(QUESTION).value
        assert len(running.asked) == 3
    assert pauses == [2.0, 2.0]
    forget_hosts()
    answer, asked, pauses = ask(lambda _: Say(status=429, headers={"Retry-After": "3600"}))
    assert answer.refusal
    assert (answer.refusal.reason, len(asked), pauses) == ("busy", 1, [])


def test_where_an_endpoint_has_moved_to_is_told() -> None:
    answer, asked, _ = ask(lambda _: Say(status=308, headers={"Location": "https://models.example/v1"}))
    assert answer.refusal
    assert "https://models.example/v1" in answer.refusal.detail
    assert len(asked) == 1


def event(**delta: str) -> bytes:
    return b"data: " + json.dumps({"choices": [{"delta": delta}]}).encode() + b"\n\n"


WHOLE = json.dumps({"choices": [{"message": {"content": GOOD}}]}).encode()


@pytest.mark.parametrize("body", [event(content=GOOD) + b"data: [DONE]\n\n", WHOLE])
def test_an_answer_that_is_packed_unasked_is_unpacked(body: bytes) -> None:
    packed = Say(raw=gzip.compress(body), headers={"Content-Encoding": "gzip"})
    answer, asked, _ = ask(lambda _: packed)
    assert answer.value == {"word": "leaf", "count": 3}
    assert len(asked) == 1


def test_an_answer_that_lacks_a_piece_is_none() -> None:
    torn = event(content='{"word": "le') + b'data: {"choices": [{"delta": {"con\n\n' + event(content='af", "count": 3}')
    answer, asked, _ = ask(in_turn(Say(raw=torn), GOOD))
    assert answer.value == {"word": "leaf", "count": 3}
    assert len(asked) == 2
    answer, _, _ = ask(lambda _: Say(raw=torn))
    assert answer.refusal
    assert answer.refusal.reason == "broken-off"


def test_thoughts_are_counted_and_are_no_answer() -> None:
    thoughts = event(reasoning_content="a tree? " * 60)
    answer, _, _ = ask(lambda _: Say(raw=thoughts + event(content=GOOD) + b"data: [DONE]\n\n"))
    assert answer.value == {"word": "leaf", "count": 3}
    assert answer.tokens_out > 100


def test_an_answer_larger_than_any_may_be_is_asked_for_once() -> None:
    answer, asked, _ = ask(lambda _: Say(raw=(b":" + b"x" * 65_535) * 400))
    assert answer.refusal
    assert (answer.refusal.reason, len(asked)) == ("cut-short", 1)


def test_no_text_comes_that_a_database_cannot_hold() -> None:
    answer, _, _ = ask(lambda _: '{"word": "a\\u0000leaf", "count": 3}')
    assert answer.value == {"word": "a leaf", "count": 3}
    plain = Question((Message("user", "Tell."),))
    assert ask(lambda _: "a\0leaf", plain)[0].value == "a leaf"
    for refused in (Say("a\0leaf", 401), Say(raw=b"a\0leaf", status=403)):
        refusal = ask(in_turn(refused), plain)[0].refusal
        assert refusal
        assert "a leaf" in refusal.detail


@pytest.mark.parametrize("said", [{"error": {"message": "overloaded"}}, {"error": {"code": 429, "message": "slow"}}])
def test_a_failure_told_with_status_200_is_tried_again_too(said: Any) -> None:
    answer, asked, _ = ask(in_turn(Say(told=said), GOOD))
    assert answer.value
    assert len(asked) == 2
    answer, asked, _ = ask(lambda _: Say(told={"error": {"code": 401, "message": "who?"}}))
    assert answer.refusal
    assert (answer.refusal.reason, len(asked)) == ("denied", 1)


BROKEN = '{"word": "lea'


def test_what_breaks_off_is_asked_for_again_and_never_mended() -> None:
    answer, asked, _ = ask(in_turn(Say(BROKEN, breaks_off=True), GOOD))
    assert answer.value == {"word": "leaf", "count": 3}
    assert len(asked) == 2
    for said in (BROKEN, GOOD[:-1]):
        answer, asked, _ = ask(in_turn(*[Say(said, breaks_off=True)] * 3))
        assert answer.refusal
        assert (answer.refusal.reason, len(asked)) == ("broken-off", 3)
    plain = Question((Message("user", "Tell."),))
    answer, _, _ = ask(lambda _: Say("Once upon", breaks_off=True), plain)
    assert answer.refusal


def test_what_a_whole_answer_leaves_open_in_a_word_is_not_mended() -> None:
    answer, asked, _ = ask(in_turn(BROKEN, GOOD))
    assert answer.value == {"word": "leaf", "count": 3}
    assert len(asked) == 2


@pytest.mark.parametrize(("finish", "reason"), [("length", "cut-short"), ("content_filter", "failed")])
@pytest.mark.parametrize("is_stream", [True, False])
def test_what_the_model_says_is_not_whole_is_none(finish: str, reason: str, *, is_stream: bool) -> None:
    answer, asked, _ = ask(lambda _: Say(GOOD[:-1], finish=finish, is_stream=is_stream))
    assert answer.refusal
    assert (answer.refusal.reason, len(asked)) == (reason, 1)


def test_counts_that_cannot_be_are_not_believed() -> None:
    answer, _, _ = ask(lambda _: Say(GOOD, usage={"prompt_tokens": 10**12, "completion_tokens": 10**12}))
    assert answer.tokens_out == QUESTION.most_tokens
    assert answer.tokens_in < 2_000
    odd: Any = {"prompt_tokens": -5, "completion_tokens": "many"}
    answer, _, _ = ask(lambda _: Say(GOOD, usage=odd))
    assert 0 < answer.tokens_in < 20
    assert 0 < answer.tokens_out < 20


def test_what_was_read_is_counted_where_no_word_came_in_time() -> None:
    def says(_: dict[str, Any]) -> str:
        time.sleep(1.0)
        return GOOD

    answer, _, _ = ask(says, seconds=0.3)
    assert answer.refusal
    assert answer.refusal.reason == "timeout"
    assert answer.tokens_in > 5


def test_a_wrong_key_is_told_at_once() -> None:
    answer, asked, _ = ask(lambda _: Say("no such key", 401))
    assert answer.refusal
    assert answer.refusal.reason == "denied"
    assert answer.refusal.detail == "the endpoint answered with status 401; is OCTAVO_AI_KEY right?: no such key"
    assert len(asked) == 1


def test_a_host_that_asks_for_rest_is_left_alone() -> None:
    answer, asked, pauses = ask(lambda _: Say(status=429, headers={"Retry-After": "3600"}))
    assert answer.refusal
    assert answer.refusal.reason == "busy"
    assert len(asked) == 1
    assert sum(pauses) <= 1.0


def test_nobody_there_is_a_refusal() -> None:
    with scripted(lambda _: GOOD) as running:
        url = running.url
    answer = Client(Endpoint(url, "small"), pause=lambda _: None).ask(QUESTION)
    assert answer.refusal
    assert answer.refusal.reason == "unreachable"


def test_an_answer_that_takes_too_long_is_cut_and_not_asked_again() -> None:
    answer, asked, _ = ask(lambda _: Say(GOOD * 100, pause_seconds=0.05), seconds=0.5)
    assert answer.refusal
    assert answer.refusal.reason == "timeout"
    assert len(asked) == 1
    assert answer.tokens_out > 0


def test_the_text_is_told_as_it_comes() -> None:
    heard: list[str] = []
    plain = Question((Message("user", "Tell."),))
    answer, _, _ = ask(lambda _: "Once upon a time there was a leaf that fell from a tree.", plain, told=heard.append)
    assert answer.value == "".join(heard)
    assert len(heard) == 2


def test_a_question_can_be_withdrawn() -> None:
    heard: list[str] = []
    plain = Question((Message("user", "Tell."),))
    with scripted(lambda _: Say("leaf " * 2000, pause_seconds=0.02)) as running:
        answer = Client(Endpoint(running.url, "small")).ask(plain, heard.append, lambda: len(heard) >= 3)
        assert answer.refusal
        assert answer.refusal.reason == "given-up"
        assert len(heard) == 3
    assert running.broken_count == 1


@pytest.mark.parametrize("is_stream", [True, False])
@pytest.mark.parametrize("schema", [SCHEMA, None])
def test_an_answer_that_never_ends_is_cut(schema: dict[str, Any] | None, *, is_stream: bool) -> None:
    question = Question((Message("user", "Tell."),), schema, 100)
    answer, asked, _ = ask(lambda _: Say('{"word": ' + "leaf " * 20_000, is_stream=is_stream), question)
    assert answer.refusal
    assert answer.refusal.reason == "cut-short"
    assert len(asked) == 1
    assert answer.tokens_out < 2_000 or not is_stream
