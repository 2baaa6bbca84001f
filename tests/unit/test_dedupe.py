"""Copies: found after a newsroom's edits, and nowhere else."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.types import CopyKind, FoldInput
from octavo.dedupe import CopyIndex, Text, compare
from tests.unit.newsroom import BEGAN, article, change_lead, cut_tail, report, restyle, swap_order

Edit = Callable[[str, random.Random], str]


@pytest.mark.parametrize(
    ("edit", "kind"),
    [
        (change_lead, CopyKind.NEAR),
        (swap_order, CopyKind.NEAR),
        (restyle, CopyKind.NEAR),
        (lambda text, rng: restyle(change_lead(text, rng), rng), CopyKind.NEAR),
        (cut_tail, CopyKind.ABRIDGED),
        (lambda text, rng: restyle(cut_tail(text, rng), rng), CopyKind.ABRIDGED),
    ],
    ids=["lead", "order", "style", "lead and style", "tail", "tail and style"],
)
def test_edited_agency_texts_are_found_and_others_are_not(edit: Edit, kind: CopyKind) -> None:
    rng, index = random.Random(7), CopyIndex()
    true, found, right_kind = 0, 0, 0
    false = 0
    originals: dict[str, str] = {}
    for number in range(300):
        is_copy = number > 20 and rng.random() < 0.5
        source = rng.choice(list(originals)) if is_copy else ""
        text = edit(originals[source], rng) if is_copy else report(rng)
        arriving = article(number, "Invented", text)
        copy = index.find_and_add(arriving)
        true += is_copy
        found += bool(copy and copy.original == source)
        false += bool(copy and copy.original != source)
        right_kind += bool(copy and copy.kind is kind)
        if not is_copy:
            originals[arriving.id] = text
    assert found / true >= 0.98
    assert found / (found + false) >= 0.98
    assert right_kind / true >= 0.9


def test_exact_after_normalising() -> None:
    text = report(random.Random(1))
    index = CopyIndex()
    index.find_and_add(article(1, "One", text))
    copy = index.find_and_add(article(2, "Two", text.upper().replace("\n", "  \n\n")))
    assert copy is not None
    assert (copy.article, copy.original, copy.kind, copy.likeness) == ("a2", "a1", CopyKind.EXACT, 1.0)


def test_the_agencys_own_text_is_the_original_whoever_came_first() -> None:
    text = report(random.Random(2))
    index = CopyIndex()
    index.find_and_add(replace(article(1, "One", text), agency="Telvar"))
    copy = index.find_and_add(replace(article(2, "Two", text, publisher="Telvar"), agency="Telvar"))
    assert copy is not None
    assert (copy.article, copy.original) == ("a1", "a2")
    later = index.find_and_add(replace(article(3, "Three", text), agency="Telvar"))
    assert later is not None
    assert later.original == "a2"


SAID = {
    "en": (
        "“We will build eleven thousand homes, we will build them here and we will build them for the people who "
        "clean our hospitals and drive our trams. I was told that it cannot be done. I was told the same about the "
        "tunnel, and you all came here through it tonight. I ask this council for its courage and its signature "
        "before the summer.”",
        "Karsten mayor Odile Varga promised 11,000 homes by 2032 in a speech to the council on Thursday that drew boos "
        "from the opposition benches. {} Opposition leader Bram Eckel called the plan a fairy tale without a budget. "
        "Building costs have risen by 31% in two years.",
        "It was the tram drivers she had come for. In the gallery of the town hall sat forty of them, in uniform, as "
        "Odile Varga laid out what she called the largest building programme since the flood. {} Her deputies had "
        "rehearsed the applause. What they had not rehearsed was the question where the water would come from.",
    ),
    "de": (
        "„Wir werden elftausend Wohnungen bauen, wir werden sie hier bauen und für die Menschen, die unsere Kliniken "
        "putzen und unsere Bahnen fahren. Man hat mir gesagt, das gehe nicht. Dasselbe sagte man mir über den Tunnel, "
        "und ihr alle seid heute Abend durch ihn gekommen. Ich bitte diesen Rat um seinen Mut.“",
        "Bürgermeisterin Odile Varga hat am Donnerstag im Rat von Karsten elftausend Wohnungen bis 2032 versprochen "
        "und dafür Buhrufe geerntet. {} Oppositionsführer Bram Eckel nannte den Plan ein Märchen ohne Haushalt. Die "
        "Baukosten sind in zwei Jahren um 31 Prozent gestiegen.",
        "Der Straßenbahnfahrer wegen war sie gekommen. Vierzig von ihnen saßen in Uniform auf der Empore, als Varga "
        "ihr Vorhaben darlegte, das größte seit der Flut. {} Der Beifall war geprobt worden, nicht aber die Frage, "
        "woher das Wasser für so viele Küchen kommen soll. Eine Antwort blieb aus.",
    ),
}


@pytest.mark.parametrize("language", SAID)
def test_two_reports_that_quote_one_speech_are_no_copies_and_what_keeps_the_report_too_is_one(language: str) -> None:
    said, one, other = SAID[language]
    index = CopyIndex()
    assert index.find_and_add(article(1, "One", one.format(said), language=language)) is None
    assert index.find_and_add(article(2, "Two", other.format(said), language=language)) is None
    cut = one.format(said).rpartition(". ")[0]
    copy = index.find_and_add(article(3, "Three", cut, language=language))
    assert copy is not None
    assert copy.original == "a1"


def test_an_agency_need_not_credit_itself() -> None:
    text, index = report(random.Random(2)), CopyIndex()
    index.find_and_add(article(1, "One", text))
    copy = index.find_and_add(article(2, "Two", text, publisher="연합뉴스"))
    assert copy is not None
    assert (copy.article, copy.original) == ("a1", "a2")


def test_an_agency_that_credits_another_is_one_more_carrier() -> None:
    text, index = report(random.Random(2)), CopyIndex()
    index.find_and_add(replace(article(1, "One", text), agency="AFP"))
    copy = index.find_and_add(replace(article(2, "Two", text, publisher="연합뉴스"), agency="AFP"))
    assert copy is not None
    assert (copy.article, copy.original) == ("a2", "a1")


def test_the_earlier_published_is_the_original() -> None:
    text = report(random.Random(3))
    index = CopyIndex()
    index.find_and_add(article(5, "Late", text))
    copy = index.find_and_add(article(1, "Early", text))
    assert copy is not None
    assert (copy.article, copy.original) == ("a5", "a1")


def test_a_publishers_corrected_issue_is_no_copy() -> None:
    rng = random.Random(4)
    text = report(rng)
    index = CopyIndex()
    index.find_and_add(article(1, "Bridge opened", text, publisher="Herald"))
    assert index.find_and_add(article(2, "Bridge opened at last", change_lead(text, rng), publisher="Herald")) is None


def test_recurring_texts_with_other_numbers_are_no_copies() -> None:
    def weather(a: int, b: int, c: int, d: int) -> str:
        return (
            f"In the morning the temperature in the valley will be {a} degrees and the wind will come from the west at "
            f"{b} metres a second. During the day the sun will break through the clouds over the hills and the plain, "
            f"with {c} degrees at noon. At night some rain may fall along the coast and the pressure will stand at {d} "
            f"millibars."
        )

    index = CopyIndex()
    index.find_and_add(article(1, "Weather", weather(4, 7, 15, 1004)))
    assert index.find_and_add(article(2, "Weather", weather(9, 3, 22, 1017))) is None


def test_tiny_texts_are_no_copies() -> None:
    index = CopyIndex()
    index.find_and_add(article(1, "One", "Subscribe to read the whole report."))
    assert index.find_and_add(article(2, "Two", "Subscribe to read the whole report.")) is None


def test_texts_leave_the_window() -> None:
    """As the latest articles have it, so that one of an odd date empties nothing."""
    text = report(random.Random(5))
    index = CopyIndex(window_seconds=3600)
    index.find_and_add(article(1, "One", text))
    for number in (9, 10):
        index.find_and_add(article(number, "Two", report(random.Random(number))))
    assert len(index) == 2
    assert index.find_and_add(article(10, "Three", text)) is None


def test_one_odd_date_drives_no_text_out() -> None:
    text = report(random.Random(5))
    index = CopyIndex()
    index.find_and_add(article(1, "One", text))
    index.find_and_add(replace(article(2, "Odd", report(random.Random(6))), published=BEGAN.replace(year=2099)))
    copy = index.find_and_add(article(3, "Three", text))
    assert copy is not None
    assert copy.original == "a1"


@pytest.mark.parametrize("days", [19, 45])
def test_a_copy_of_weeks_later_is_found(days: int) -> None:
    """A weekly that takes over a column, cut or whole, long after it stood elsewhere."""
    text = report(random.Random(5))
    index = CopyIndex()
    index.find_and_add(article(1, "One", text))
    for number in range(2, 9):
        index.find_and_add(article(24 * days // 8 * number, f"Two {number}", report(random.Random(number + 10))))
    for number, taken in enumerate((text, text[: 4 * len(text) // 5])):
        copy = index.find_and_add(article(24 * days + number, f"Weekly {number}", taken))
        assert copy is not None
        assert copy.original == "a1"


@pytest.mark.parametrize("days", [-90, 90])
def test_a_text_of_another_time_hides_no_original(days: int) -> None:
    """An archive brought in late, or an odd date: the same text, from too long ago to be copied today."""
    text = report(random.Random(5))
    index = CopyIndex()
    index.find_and_add(article(1, "One", text))
    index.find_and_add(article(2, "Two", report(random.Random(6))))
    assert index.find_and_add(article(24 * days, "Archive", text)) is None
    copy = index.find_and_add(article(3, "Three", text))
    assert copy is not None
    assert copy.original == "a1"


def test_an_undated_text_keeps_no_other_in_the_window() -> None:
    text = report(random.Random(5))
    index = CopyIndex(window_seconds=3600)
    index.find_and_add(replace(article(0, "Undated", report(random.Random(7))), published=None))
    index.find_and_add(article(1, "One", text))
    for number in (9, 10):
        index.find_and_add(article(number, "Two", report(random.Random(number))))
    assert len(index) == 2
    assert index.find(article(10, "Three", text)) is None


FLASH = "Traffic on the Arvelo bridge was halted for two hours on Monday after a lorry overturned, the police said."


def test_an_agencys_flash_is_a_copy_where_it_is_the_same_word_for_word_with_its_title() -> None:
    index = CopyIndex()
    index.find_and_add(article(1, "Lorry overturns", FLASH))
    copy = index.find_and_add(article(2, "Lorry overturns", FLASH.upper()))
    assert copy is not None
    assert (copy.article, copy.original, copy.kind) == ("a2", "a1", CopyKind.EXACT)
    assert index.find_and_add(article(3, "Bridge closed", FLASH)) is None
    assert index.find_and_add(article(4, "Lorry overturns", FLASH.replace("two", "three"))) is None
    assert index.find_and_add(article(5, "Lorry overturns", "The police said so.")) is None
    assert index.find_and_add(article(6, "Lorry overturns", "The police said so.")) is None


def test_nothing_is_a_copy_of_itself() -> None:
    """Of two articles under one id neither is the other's."""
    text = report(random.Random(5))
    index = CopyIndex()
    assert [index.find_and_add(article(1, "One", text, publisher=name)) for name in ("Herald", "Post")] == [None, None]


def test_different_parts_of_a_text_are_kept_with_it() -> None:
    one, other = report(random.Random(21)), report(random.Random(22))
    index = CopyIndex()
    index.find_and_add(article(1, "One", one))
    index.find_and_add(article(2, "One again", restyle(one, random.Random(23))))
    index.find_and_add(article(3, "Both", f"{one}\n{other}"))
    assert not index.gathered("a3")
    index.find_and_add(article(4, "Other", other))
    assert {*index.gathered("a3")} >= {"a4"}
    assert len(index.gathered("a3")) == 2
    assert not index.gathered("a1")


def test_remembered_copies_lead_to_their_original() -> None:
    text = report(random.Random(8))
    index = CopyIndex()
    first, second = article(1, "One", text), article(2, "Two", text)
    index.add(first)
    index.add(second, index.find(second))
    copy = index.find(article(3, "Three", text))
    assert copy is not None
    assert copy.original == "a1"


_TEXTS = st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta", "7", "19", "東京", "вода"]), max_size=80)
_JOINED = _TEXTS.map(" ".join)


@given(_JOINED, _JOINED)
def test_comparing_is_symmetric_and_bounded(one: str, other: str) -> None:
    there, back = compare(Text.of(one), Text.of(other)), compare(Text.of(other), Text.of(one))
    assert there == back
    assert there is None or 0 < there.likeness <= 1


@given(st.integers(0, 400), st.integers(30, 120))
def test_a_text_is_its_own_exact_copy(seed: int, words: int) -> None:
    text = " ".join(report(random.Random(seed)).split()[:words])
    likeness = compare(Text.of(text), Text.of(text))
    assert likeness is None or likeness.kind is CopyKind.EXACT


def test_unknown_publishers_may_copy_one_another() -> None:
    text = report(random.Random(9))
    index = CopyIndex()
    index.find_and_add(FoldInput("x", "One", text))
    copy = index.find_and_add(FoldInput("y", "Two", text, published=BEGAN))
    assert copy is not None
    assert copy.original == "x"


def test_a_caption_taken_from_a_report_is_no_copy_and_a_short_article_is() -> None:
    whole = "\n".join(report(random.Random(number)) for number in (31, 32, 33))
    words = whole.split()
    caption, article_text = " ".join(words[30:75]), " ".join(words[30:110])
    assert compare(Text.of(caption), Text.of(whole)) is None
    found = compare(Text.of(article_text), Text.of(whole))
    assert found is not None
    assert found.kind is CopyKind.ABRIDGED


@pytest.mark.parametrize(
    ("publisher", "credited"),
    [("연합뉴스", "Yonhap"), ("PTI", "Press Trust of India"), ("Press Trust of India", "PTI"), ("新华社", "Xinhua")],
)
def test_an_agency_is_known_by_each_of_its_names(publisher: str, credited: str) -> None:
    index, text = CopyIndex(), report(random.Random(3))
    index.find_and_add(replace(article(1, "One", text), agency=credited))
    copy = index.find_and_add(replace(article(2, "Two", text, publisher=publisher), agency=credited))
    assert copy is not None
    assert (copy.article, copy.original) == ("a1", "a2")
