"""Searches are read in any script, and both sides of a search fold alike."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.search import fold, index_tokens, parse_query, snippet


def test_words_phrases_and_minus() -> None:
    query = parse_query('harbour "night ferry" -strike -"coast guard"')
    assert query.words == ("harbour",)
    assert query.phrases == ("night ferry",)
    assert query.excluded == ("strike", "coast guard")
    assert query.terms == (("harbour",), ("night", "ferry"))
    assert query.excluded_terms == (("strike",), ("coast", "guard"))


def test_operators() -> None:
    query = parse_query('publisher:"Velmar Post" hashtag:NATO #나토 language:KO after:2031-02 before:2031-03-05')
    assert query.publishers == ("Velmar Post",)
    assert query.hashtags == ("NATO", "나토")
    assert query.languages == ("ko",)
    assert query.after == datetime(2031, 2, 1, tzinfo=UTC)
    assert query.before == datetime(2031, 3, 5, tzinfo=UTC)
    assert query.words == ()


@pytest.mark.parametrize(
    "part", ["before:soon", "after:2031-13", "before:2031-02-30", "-publisher:Velmar", "hashtag:#"]
)
def test_what_is_not_understood_is_shown(part: str) -> None:
    query = parse_query(f"harbour {part}")
    assert query.words == ("harbour",)
    assert query.ignored == (part,)
    assert query.before is None
    assert query.after is None


def test_an_open_quotation_mark_runs_to_the_end() -> None:
    assert parse_query('ferry "night boat').phrases == ("night boat",)


@pytest.mark.parametrize("text", ["", "   ", "-", '""', "…", "#"])
def test_nothing_asked(text: str) -> None:
    assert parse_query(text).is_empty


@given(st.text())
def test_never_raises(text: str) -> None:
    query = parse_query(text)
    assert all(query.terms)
    assert all(query.excluded_terms)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Málaga", "malaga"),
        ("أحمد", "احمد"),
        ("مدرسة", "مدرسه"),
        ("الرئيـــس", "الرئيس"),
        ("ferries'", "FERRIES"),
        ("ferry's", "ferry"),
        ("ports", "port"),
        ("U.N.", "UN"),
        ("director-general", "director general"),
        ("Straße", "strasse"),
        ("ﬁre", "fire"),
    ],
)
def test_spellings_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("bus", "bu"), ("crisis", "crisi"), ("glass", "glas"), ("3.5", "35")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_korean_words_match_inside_their_particles() -> None:
    sequence = parse_query("정상회의").terms[0]
    tokens = index_tokens("", "벨마르 정상회의에서 합의했다")
    assert any(tuple(tokens[i : i + len(sequence)]) == sequence for i in range(len(tokens)))


@given(st.text(), st.text())
def test_indexing_folds_like_asking(title: str, text: str) -> None:
    assert index_tokens(title, text) == fold(title) + fold(text)


FILLER = "The council of Velmar met on Monday to speak about roads, schools and the price of water. " * 12


def test_snippet_shows_and_marks_the_match() -> None:
    pieces = snippet(FILLER + "A night ferry ran aground near the old port.", parse_query("ports ferry"))
    assert [piece for piece, marked in pieces if marked] == ["ferry", "port"]
    assert len("".join(piece for piece, _ in pieces)) < 320


def test_snippet_marks_a_phrase_as_one() -> None:
    pieces = snippet("The night ferry left; a ferry at night came.", parse_query('"night ferry"'))
    assert [piece for piece, marked in pieces if marked] == ["night ferry"]


def test_snippet_marks_korean() -> None:
    pieces = snippet("벨마르 정상회의에서 합의했다", parse_query("정상회의"))
    assert [piece for piece, marked in pieces if marked] == ["정상회의"]


def test_snippet_without_a_match_is_the_beginning() -> None:
    pieces = snippet(FILLER, parse_query("zeppelin"))
    assert pieces[0][0].startswith("The council of Velmar")
    assert not any(marked for _, marked in pieces)


@given(st.text(), st.text(max_size=30))
def test_snippet_is_a_part_of_the_text(text: str, asked: str) -> None:
    pieces = snippet(text, parse_query(asked))
    whole = "".join(piece for piece, _ in pieces if piece not in ("… ", " …"))
    assert whole in text or "…" in text


def test_words_that_every_article_holds_need_not_occur() -> None:
    assert parse_query("the storm at the coast").terms == (("storm",), ("coast",))
    assert parse_query('"the storm" at').terms == (("at",), ("the", "storm"))
    assert parse_query("the").terms == (("the",),)
    assert parse_query("new war").terms == (("new",), ("war",))
