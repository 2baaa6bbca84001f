"""Whole numbers as others write them: in ASCII digits alone, and no greater than can be."""

import pytest

from octavo.core.digits import ID_MOST, whole


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("007", 7), (str(ID_MOST), ID_MOST)])
def test_a_whole_number_is_read(text: str, number: int) -> None:
    assert whole(text) == number


@pytest.mark.parametrize("text", ["", " 7", "-1", "+1", "1.5", "٣", "²", "1_000", str(ID_MOST + 1), "9" * 5_000])
def test_whatever_else_is_none(text: str) -> None:
    assert whole(text) is None


def test_what_is_more_than_it_may_be_is_none() -> None:
    assert (whole("10", 10), whole("11", 10)) == (10, None)
