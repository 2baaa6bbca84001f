"""What a story's key facts say became of a promise, step by step, each with its passage."""

from datetime import UTC, datetime, timedelta
from html import unescape
from typing import TYPE_CHECKING

import pytest

from octavo.config import settings

if TYPE_CHECKING:
    from django.test import Client

    from octavo.stories.models import Story

pytestmark = pytest.mark.xdist_group("web")

STEPS = (
    "The road office of Velmar promised to reopen the mountain road to the villages by 12 June.",
    "The road office postponed the reopening of the mountain road to the villages to 3 July, it said.",
    "The road office reopened the mountain road to the villages in the morning after seven weeks of work.",
)
OTHERS = (
    "A landslide buried the mountain road above Velmar on Monday and cut off two villages.",
    "Heavy rain has stopped work on the slope above Velmar for the third day in a row.",
    "Residents of both villages above Velmar cheered when the first bus arrived on Friday.",
)
TITLE = "What became of promises"


@pytest.fixture
def client(house: settings.Settings) -> "Client":
    from django.test import Client

    return Client(headers={"host": "localhost"})


def thread(**facts: str) -> list["Story"]:
    """Keep three stories of one thread, of which one after the other speaks of a promise; facts are the publisher's."""
    from octavo.stories.models import Thread
    from tests.integration.newspaper import article, publisher, story

    tide, own = publisher("Tide Courier", **facts), Thread.objects.create()
    days = [datetime.now(UTC) - timedelta(days=9 - place) for place in range(3)]
    return [
        story(article(tide, f"Landslide, day {place}", (OTHERS[place], STEPS[place]), moment=day), thread=own)
        for place, day in enumerate(days)
    ]


def promises(client: "Client", story: "Story") -> str:
    """Return what a story's page says of promises; "" for nothing."""
    page = unescape(client.get(f"/en/story/{story.pk}/", follow=True).content.decode())
    return page.partition(TITLE)[2].partition("</section>")[0]


def test_every_story_of_the_thread_tells_the_whole_chain_with_passages(client: "Client") -> None:
    for story in thread():
        told = promises(client, story)
        places = [told.index(text) for text in STEPS]
        assert places == sorted(places)
        assert [told.count(stage) for stage in ("Promised", "Changed", "Done")] == [1, 1, 1]
        assert "<ins>12 June</ins>" in told
        assert told.index("<del>12 June</del>") < told.index("<ins>3 July</ins>")
        starts = [len(other) + 1 for other in OTHERS]
        assert all(f"?from={start}&to={start + len(text)}" in told for start, text in zip(starts, STEPS, strict=True))


def test_a_promise_that_nothing_came_of_yet_is_only_announced(client: "Client") -> None:
    from octavo.stories.models import Story

    first, *later = thread()
    Story.objects.filter(pk__in=[one.pk for one in later]).delete()
    assert promises(client, first) == ""


def test_nothing_is_followed_of_a_publisher_that_shows_headlines(client: "Client") -> None:
    assert promises(client, thread(display_policy="headline")[0]) == ""


def test_where_ai_is_off_a_thread_is_its_stories_alone(client: "Client") -> None:
    last = thread()[2]
    paths = (f"/en/story/{last.pk}/", f"/en/thread/{last.thread_id}/")
    told = [unescape(client.get(path, follow=True).content.decode()) for path in paths]
    assert [page.count("New at this step") > 0 for page in told] == [True, True]
    settings.override(ai="off")
    try:
        silent = [unescape(client.get(path, follow=True).content.decode()) for path in paths]
    finally:
        settings.withdraw("ai")
    for page in silent:
        assert "Landslide, day 0" in page
        assert not [trace for trace in ("New at this step", TITLE, "Key facts") if trace in page]


def test_the_command_line_tells_it_too(client: "Client", capsys: pytest.CaptureFixture[str]) -> None:
    from octavo.cli.looking import _tell
    from octavo.editions.reading import story_page

    page = story_page(thread()[2].pk, "en")
    assert page
    _tell(page, {})
    told = capsys.readouterr().out
    assert f"promised (12 June): {STEPS[0]} [Tide Courier]" in told
    assert f"changed (12 June -> 3 July): {STEPS[1]}" in told
    assert f"done: {STEPS[2]}" in told
