"""One saved page of a news aggregator becomes articles, folded as a reader would fold them."""

from datetime import UTC, datetime
from typing import Any

import pytest

from octavo.config.settings import Settings
from tests.conftest import SHARED

SAVED = datetime(2025, 6, 26, 12, 0, tzinfo=UTC)
FURNITURE = ("Daily8", "DOWNLOAD THE APP", "app-store", "Orange background", "Related Articles", "No comments", "logo")


@pytest.fixture
def lines(house: Settings) -> list[dict[str, Any]]:
    path = SHARED / "seed" / "page.txt"
    if not path.is_file():
        pytest.skip(f"the saved page is not at {path}")
    from octavo.extract import saved_page
    from octavo.pipeline import flow
    from octavo.pipeline.importing import keep_page, page_lines
    from octavo.pipeline.queue import work

    ids = keep_page(saved_page.read(path.read_text(encoding="utf-8"), SAVED))
    work(until_empty=True)
    flow.mend_stories()
    work(until_empty=True)
    return page_lines(ids)


def test_four_articles_with_their_facts_and_no_furniture(lines: list[dict[str, Any]]) -> None:
    assert [line["publisher"] for line in lines] == ["Korea Herald"] * 4
    assert [line["agency"] for line in lines] == ["Yonhap", "", "", "AFP"]
    assert lines[3]["dateline"].startswith("THE HAGUE")
    assert [line["published"].hour for line in lines] == [2, 7, 7, 4]
    assert {line["published_precision_seconds"] for line in lines} == {3600}
    for line in lines:
        assert line["title"] not in line["text"]
        assert not [piece for piece in FURNITURE if piece in line["text"]]
    assert len({line["title"] for line in lines}) == 4
    assert len(lines[0]["text"].split("\n")) == 10


def test_the_agreement_is_one_story_and_the_look_ahead_its_own_in_the_same_thread(lines: list[dict[str, Any]]) -> None:
    agreed, ahead, framework, pledge = lines
    assert agreed["story"] == framework["story"]
    assert len({agreed["story"], ahead["story"], pledge["story"]}) == 3
    assert agreed["thread"] == ahead["thread"]


def test_the_pledge_is_related_by_the_summit(lines: list[dict[str, Any]]) -> None:
    agreed, _, _, pledge = lines
    found = {one["story"]: one for one in agreed["related"]}
    assert found[pledge["story"]]["reason"] == "summit"
    assert "NATO summit" in found[pledge["story"]]["terms"]
