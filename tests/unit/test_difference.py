"""The difference of two texts: nothing is lost, what is shared is shared, words are never torn."""

from hypothesis import given
from hypothesis import strategies as st

from octavo.dedupe.difference import Side, difference


def shown(original: str, copy: str) -> list[tuple[str, str]]:
    return [
        (side.value, (original if side is Side.ORIGINAL else copy)[start:end])
        for side, start, end, _ in difference(original, copy)
    ]


def test_words_are_whole() -> None:
    assert shown("She closed the harbour on Tuesday.", "She closed the harbor on Tuesday.") == [
        ("both", "She closed the "),
        ("original", "harbour "),
        ("copy", "harbor "),
        ("both", "on Tuesday."),
    ]


def test_a_lone_shared_word_does_not_tear_a_change() -> None:
    found = shown("Before that he left the small town.", "Before that she praised the large city.")
    assert found == [
        ("both", "Before that "),
        ("original", "he left the small town"),
        ("copy", "she praised the large city"),
        ("both", "."),
    ]


def test_scripts_without_spaces_are_compared_by_character() -> None:
    assert shown("大臣は新しい橋を開いた。", "大臣は古い橋を開いた。") == [
        ("both", "大臣は"),
        ("original", "新し"),
        ("copy", "古"),
        ("both", "い橋を開いた。"),
    ]


def test_korean_and_arabic_are_compared_by_word() -> None:
    assert ("original", "월요일 ") in shown("시장은 월요일 다리를 열었다.", "시장은 화요일 다리를 열었다.")
    assert ("copy", "الجديد ") in shown("افتتح العمدة الجسر أمس.", "افتتح العمدة الجسر الجديد أمس.")


_TEXT = st.text(alphabet="ab cд大は가ا.,\n 12", max_size=60).map(str.strip)


@given(_TEXT, _TEXT)
def test_the_pieces_make_up_both_texts(original: str, copy: str) -> None:
    pieces = difference(original, copy)
    assert "".join(copy[one.start : one.end] for one in pieces if one.side is not Side.ORIGINAL) == copy
    assert sum(one.end - one.start for one in pieces if one.side is Side.ORIGINAL) <= len(original)
    for one in pieces:
        if one.side is Side.BOTH:
            there, here = original[one.other_start :].lstrip(), copy[one.start : one.end].lstrip()
            assert there[:1].casefold() == here[:1].casefold()


@given(_TEXT)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert {one.side for one in difference(text, text)} <= {Side.BOTH}
