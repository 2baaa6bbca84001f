"""`OCTAVO_AI=off`: nothing is made, nothing that was made before is shown, no page speaks of it, no call goes out."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from octavo.config import settings
from tests.integration.endpoints import KEY, Scripted, scripted

pytestmark = [pytest.mark.xdist_group("web"), pytest.mark.usefixtures("firefox")]

TRACES = (
    'class="summary"', 'class="helps"', "helps.js", "/summary/", "/translation/", "/listen/", "/briefing", "/podcast",
    "/sent", "/ask", "listen", "language model", "Word the answer", "Briefing", "Listen", "listen.js", "podcast",
    "Key facts", "Compare the reports", "promises", "wikidata",
)  # fmt: skip
"""What pages hold of machines' work."""
PAGES = (
    "/en/",
    "/en/why",
    "/en/category/society",
    "/en/search?q=lighthouse",
    "/en/publisher/tide-courier",
    "/en/offline",
    "/en/about/lighthouse",
    "/en/keys",
    "/robots.txt",
)


@pytest.fixture
def endpoint(house: settings.Settings) -> Iterator[Scripted]:
    with scripted(lambda _: "no") as running:
        settings.override(ai_url=running.url, ai_model="small", ai_key=KEY)
        yield running
    for field in ("ai", "ai_url", "ai_model", "ai_key"):
        settings.withdraw(field)


def story_made_with_everything() -> Any:
    """Return a story with a summary, one that a model worded, a translation and a recording."""
    from octavo.editions.reading import original
    from octavo.enrich.models import Enrichment, WrittenSummary
    from octavo.enrich.speech import store as speech
    from octavo.enrich.translation import store as translations
    from octavo.pipeline.speaking import script_of
    from tests.integration.newspaper import article, publisher, story

    now = datetime.now(UTC)
    row = article(publisher("Tide Courier", languages=["pt"]), "O velho farol brilha de novo", language="pt")
    made = story(row, article(publisher("Brisk Post"), "Old lighthouse shines again"))
    summary = Enrichment.objects.get(story=made).summaries["en"]
    kind = {"language": "en", "length": "paragraph", "style": "news"}
    WrittenSummary.objects.create(
        story=made, summary=summary, provider="openai", model="small", input_hash="", made=now, **kind
    )
    found = original("article", row.pk, "en")
    assert found
    translations.translate(found.texts, "pt", "en", (row.pk,))
    script = script_of("article", row.pk, "en", None, now)
    assert script
    speech.speak(script, now)
    return made


def pages_of(story: Any, client: Any) -> list[str]:
    found = [f"/en/story/{story.pk}", *(f"/en/article/{one.article_id}" for one in story.memberships.all())]
    return [*PAGES, *(client.get(path).headers["Location"] for path in found)]


def test_every_page_speaks_of_it_when_on(endpoint: Scripted) -> None:
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    made = story_made_with_everything()
    told = "".join(client.get(path).content.decode() for path in pages_of(made, client))
    assert [trace for trace in ('class="summary"', 'class="helps"', "/briefing", "/listen/") if trace not in told] == []


def test_no_page_shows_a_trace_when_off_not_even_of_what_was_made_before(endpoint: Scripted) -> None:
    from django.test import Client

    from octavo.accounts.models import User
    from octavo.enrich.models import Podcast, Recording

    client = Client(headers={"host": "localhost"})
    made = story_made_with_everything()
    ada = User.objects.create_user(username="ada")
    Podcast.objects.create(person=ada, token="secret", language="en", made=datetime.now(UTC))
    settings.override(ai="off")
    for person in (None, ada):
        if person:
            client.force_login(person)
        for path in pages_of(made, client):
            answer = client.get(path)
            assert answer.status_code == 200, path
            page = answer.content.decode()
            assert [trace for trace in TRACES if trace in page] == [], path
        identity = made.memberships.first().article_id
        gone = (
            "ask?q=lighthouse",
            "briefing",
            "briefing/own",
            f"summary/{made.pk}",
            f"listen/article/{identity}",
            "podcast",
            "sent",
        )
        machines = [
            f"/en/{path}" for path in (*gone, f"translation/article/{identity}", f"translation/story/{made.pk}")
        ]
        for path in (*machines, f"/sound/{Recording.objects.get().key}.mp3", "/podcast/secret/feed.rss"):
            assert client.get(path).status_code == 404, path
            assert client.post(path).status_code in (404, 405), path
    assert endpoint.asked == []


def test_the_admin_lists_what_machines_made_only_when_on(endpoint: Scripted) -> None:
    from django.test import Client

    from octavo.accounts.people import create_admin

    create_admin("Ada", "ada@example.org", "seven-leaves-and-a-quill")
    client = Client(SERVER_NAME="localhost")
    assert client.login(username="Ada", password="seven-leaves-and-a-quill")
    lists = ("modelcall", "made", "writtensummary")
    assert "Written summaries" in client.get("/admin/").content.decode()
    assert [client.get(f"/admin/enrich/{one}/").status_code for one in lists] == [200] * 3
    settings.override(ai="off")
    assert "enrich" not in client.get("/admin/").content.decode()
    assert [client.get(f"/admin/enrich/{one}/").status_code for one in lists] == [403] * 3


CLOCK = """
from octavo.config import boot
boot.set_up()
from procrastinate.contrib.django import app
app.perform_import_paths()
print(*{name for name, _ in app.periodic_registry.periodic_tasks})
"""


def test_the_clock_queues_no_work_of_machines_when_off(house: settings.Settings) -> None:
    environment = {**os.environ, "OCTAVO_DATA": str(house.data), "OCTAVO_DATABASE_URL": house.database_url}
    command = [sys.executable, "-c", CLOCK]
    told = [subprocess.check_output(command, env={**environment, "OCTAVO_AI": ai}, text=True) for ai in ("on", "off")]
    on, off = ({*one.split()} for one in told)
    assert on - off == {"word_stories", "speak_briefings"}
    assert "poll_due" in off


def test_the_state_of_the_house_tells_of_machines_only_when_on(
    endpoint: Scripted, capsys: pytest.CaptureFixture[str]
) -> None:
    from octavo.cli.looking import status

    for is_on in (True, False):
        settings.override(ai="on" if is_on else "off")
        status(data=settings.current().data, as_json=False)
        told = capsys.readouterr().out
        assert ("language model" in told, "speech" in told) == (is_on, is_on)
        status(data=settings.current().data, as_json=True)
        assert ("speech" in json.loads(capsys.readouterr().out)) == is_on


def test_no_summary_is_made_when_off_and_one_when_on_again(endpoint: Scripted) -> None:
    from octavo.enrich.models import Enrichment, ModelCall, Recording, WrittenSummary
    from octavo.enrich.store import enrich
    from octavo.pipeline.speaking import speak_briefings, speak_now
    from octavo.pipeline.translating import translate_now
    from octavo.pipeline.wording import word_stories
    from tests.integration.newspaper import article, publisher, story

    settings.override(ai="off")
    made = story(
        article(publisher("Tide Courier"), "Old lighthouse shines again"),
        article(
            publisher("Brisk Post"), "A lighthouse shines", ("The old lighthouse shines again, the harbour said.",)
        ),
    )
    now = datetime.now(UTC)
    enrich([made.pk], now)
    kept = Enrichment.objects.get(story=made)
    assert kept.summaries == {}
    assert kept.category
    word_stories(now)
    translate_now("story", made.pk, "de", None)
    speak_now("story", made.pk, "en", None, now)
    speak_briefings()
    assert endpoint.asked == []
    assert not any(one.objects.exists() for one in (ModelCall, Recording, WrittenSummary))
    settings.withdraw("ai")
    enrich([made.pk], now)
    assert Enrichment.objects.get(story=made).summaries["en"]["sentences"]
