"""Text of every script is put in order, in time that grows with its length."""

import unicodedata
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.community.writing import tidied
from octavo.core.plain import one_line, paragraphs
from octavo.core.text import composed, normalise, sentences, shared_tokens, tokens
from octavo.extract.sanitise import TAGS

ENOUGH_SECONDS = 2
"""A hundred times what is taken; work by the square of these lengths takes a minute."""
MARKS = "\u0301\u0316"
"""One above a letter and one below, which are put in the other order."""


@pytest.mark.parametrize("work", [normalise, one_line, composed, tidied])
def test_heaped_marks_take_no_time(work: Callable[[str], str]) -> None:
    started = process_time()
    work("a" + MARKS * 100_000)
    assert process_time() - started < ENOUGH_SECONDS


@pytest.mark.parametrize(
    "text", ["Nino\u0303", "q\u0307\u0323 " * 40, "\u1112\u1161\u11ab", "\u05e9\u05bc\u05c1", "—" * 40 + "e\u0301"]
)
def test_what_languages_write_is_composed(text: str) -> None:
    assert composed(text) == unicodedata.normalize("NFC", text)


def test_heaped_marks_stay_what_they_are() -> None:
    found = composed("a" + MARKS * 40)
    assert sorted(unicodedata.normalize("NFD", found.replace("\u034f", ""))) == sorted("a" + MARKS * 40)
    assert composed(found) == found


def test_dates_without_an_end_of_the_sentence_take_no_time() -> None:
    started = process_time()
    assert len(sentences("Sie sagte am 3. Mai, dass " * 5000, "de")) == 1
    assert process_time() - started < ENOUGH_SECONDS


@given(st.text(st.sampled_from("aé \xa0\u3000\t\n\r\u200b")))
def test_a_text_in_order_has_one_space_between_words_and_no_empty_line(text: str) -> None:
    lines = text.replace("\u200b", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert normalise(text) == "\n".join(" ".join(line.split()) for line in lines if line.strip())


@given(st.text(st.sampled_from("aB7'.-_, \n\x1c")))
def test_ascii_has_the_tokens_that_it_has_among_other_letters(text: str) -> None:
    assert [*tokens(text), "é"] == tokens(f"{text} é")
    assert shared_tokens(text) == tuple(tokens(text))


def test_the_tokens_of_a_long_text_are_kept_by_nobody() -> None:
    short, long = "the lamp " * 100, "the lamp " * 10_000
    assert shared_tokens(short) is shared_tokens(short)
    assert shared_tokens(long) is not shared_tokens(long)
    assert shared_tokens(long) == tokens(long)


def test_no_tag_of_an_article_s_html_is_told_as_text() -> None:
    html = "".join(f"<{tag}>leaf</{tag}>" for tag in sorted(TAGS))
    assert not [text for text in paragraphs(html) if text.strip("leaf ")]
    picture = "<figure><figure><img alt='x'><figcaption>A quay. / Tide Courier</figcaption></figure></figure>"
    assert paragraphs(f"{picture}<p>It rained.</p>") == ["A quay. / Tide Courier", "It rained."]


def test_cells_and_items_are_told_apart_and_readings_are_not_told_twice() -> None:
    table = "<table><thead><tr><th>Port</th></tr></thead><tbody><tr><td>Brisk</td><td>3</td></tr></tbody></table>"
    assert paragraphs(table) == ["Port", "Brisk", "3"]
    assert paragraphs("<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>の朝</p>") == ["港の朝"]
