"""The admin: who may look, and that every list and page of it can be looked at."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import Client
from typer.testing import CliRunner

from octavo.config.settings import Settings
from octavo.core.errors import BadInput

if TYPE_CHECKING:
    from octavo.extract.models import Article
    from octavo.sources.models import Publisher

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
PASSWORD = "seven-leaves-and-a-quill"


@pytest.fixture
def client(house: Settings) -> Client:
    from octavo.accounts.people import create_admin

    create_admin("Ada", "ada@example.org", PASSWORD)
    client = Client(SERVER_NAME="localhost")
    assert client.login(username="Ada", password=PASSWORD)
    return client


def filled() -> dict[str, int]:
    """Make one row of each kind; return their numbers by the admin's path."""
    from octavo.core import types
    from octavo.extract.store import keep_article
    from octavo.feeds.models import Entry
    from octavo.feeds.store import Delivery, fresh_entries, keep_entries
    from octavo.pipeline import refusals
    from octavo.pipeline.models import Refused
    from octavo.sources.models import Lease
    from octavo.sources.store import keep_publisher, subscribe

    publisher = keep_publisher("The Elster Post", "https://post.example/")
    feed, _ = subscribe("https://post.example/rss", publisher, NOW)
    delivery = Delivery(feed.pk, [types.Entry("1", "https://post.example/1", "The bridge opens")])
    with transaction.atomic():
        keep_entries([(one, Entry.State.WAITING) for one in fresh_entries([delivery])], NOW)
    entry = Entry.objects.get()
    article = keep_article(
        types.Article("https://post.example/1", "The bridge opens", "It opens."), publisher, NOW, NOW
    )
    lease = Lease.objects.create(
        feed=feed, hub_url="https://hub.example/", topic_url=feed.url, token="t", secret="not to be shown", asked=NOW
    )
    copy, story, mending = told(article, publisher)
    refusals.note(types.Refusal("fetch", "robots", "asked not to"), "https://post.example/2", feed, NOW)
    return {
        "sources/publisher": publisher.pk,
        "sources/feed": feed.pk,
        "sources/lease": lease.pk,
        "feeds/entry": entry.pk,
        "extract/article": article.pk,
        "pipeline/refused": Refused.objects.get().pk,
        "dedupe/copy": copy,
        "stories/story": story,
        "stories/mending": mending,
    }


def told(article: "Article", publisher: "Publisher") -> tuple[int, int, int]:
    """Make a story of an article and its copy, and a mending of it; return the numbers of copy, story and mending."""
    from octavo.core import types
    from octavo.dedupe.models import Copy
    from octavo.extract.store import keep_article
    from octavo.stories.models import Membership, Mending, Story, Thread

    taken = keep_article(types.Article("https://post.example/9", "Bridge open", "It opens."), publisher, NOW, NOW)
    story = Story.objects.create(thread=Thread.objects.create(), headline="The bridge", began=NOW, latest=NOW)
    why = [{"name": "terms", "value": 2.5, "detail": ""}]
    Membership.objects.bulk_create(Membership(article=one, story=story, why=why) for one in (article, taken))
    mending = Mending.objects.create(kind="merged", story=story, other_id=77, other_headline="A post bridge", why=why)
    return Copy.objects.create(article=taken, original=article, kind="exact", likeness=1.0).pk, story.pk, mending.pk


def test_nobody_looks_without_signing_in(house: Settings) -> None:
    answer = Client(SERVER_NAME="localhost").get("/admin/sources/feed/")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/admin/login/?next=/admin/sources/feed/"
    login = Client(SERVER_NAME="localhost").get(answer.headers["Location"])
    assert login.headers["Location"] == "/en/sign-in?next=/admin/sources/feed/"


def test_a_reader_is_told_that_the_admin_is_not_theirs(house: Settings) -> None:
    from octavo.accounts.models import User

    reader = Client(SERVER_NAME="localhost")
    reader.force_login(User.objects.create_user("Wrenlock"))
    assert reader.get("/admin/", follow=True).status_code == 403


def test_every_list_and_page_can_be_looked_at(client: Client) -> None:
    rows = filled()
    start = client.get("/admin/")
    assert start.status_code == 200
    assert '<a href="/">View site</a>' in start.content.decode()
    for path, number in rows.items():
        assert client.get(f"/admin/{path}/?q=post").status_code == 200, path
        page = client.get(f"/admin/{path}/{number}/change/")
        assert page.status_code == 200, path
        assert "not to be shown" not in page.content.decode(), path


def test_a_story_says_why_its_articles_are_in_it_and_what_mending_did(client: Client) -> None:
    rows = filled()
    page = client.get(f"/admin/stories/story/{rows['stories/story']}/change/").content.decode()
    assert "The Elster Post: The bridge opens<br>terms +2.50" in page
    assert f"77 merged into {rows['stories/story']}" in page
    for path in ("membership", "mending", "movedstory", "thread"):
        assert client.get(f"/admin/stories/{path}/?q=bridge").status_code == 200, path


def test_reasons_and_threads_name_stories_not_what_a_folder_calls_them(client: Client) -> None:
    from octavo.stories.models import Membership, Mending, MovedThread, Story

    filled()
    bridge, mending = Story.objects.get(), Mending.objects.get()
    later = Story.objects.create(thread=bridge.thread, headline="Tolls on the bridge", began=NOW, latest=NOW)
    MovedThread.objects.create(old_id=55, story=bridge)
    apart = [{"name": "apart", "value": -2.0, "detail": "https://post.example/1"}]
    develops = [{"name": "develops", "value": 0.6, "detail": "https://post.example/1"}]
    late = Membership.objects.filter(article__url="https://post.example/9")
    late.update(story=later, why=apart, develops=develops)
    Mending.objects.filter(pk=mending.pk).update(kind="split", story=later, other_id=bridge.pk, why=apart)

    told = f"apart -2.00 from story {bridge.pk}"
    pages = (f"story/{later.pk}/change", f"story/{bridge.pk}/change", f"thread/{bridge.thread_id}/change")
    for path in (*pages, "membership", "mending"):
        page = client.get(f"/admin/stories/{path}/").content.decode()
        assert told in page, path
        assert "https://post.example/" not in page, path
    assert f"{later.pk} split from {bridge.pk}" in client.get(f"/admin/stories/{pages[1]}/").content.decode()
    steps = client.get(f"/admin/stories/{pages[2]}/").content.decode()
    assert f'<a href="/admin/stories/story/{later.pk}/change/">Tolls on the bridge</a>' in steps
    assert f"develops +0.60 from story {bridge.pk}" in steps
    assert "The bridge" in client.get("/admin/stories/movedthread/?q=bridge").content.decode()


def test_a_copy_is_shown_by_its_titles_and_word_by_word(client: Client) -> None:
    from octavo.extract.models import Article

    rows = filled()
    Article.objects.filter(url="https://post.example/9").update(text="It opens <b>at last.")
    page = client.get(f"/admin/dedupe/copy/{rows['dedupe/copy']}/change/").content.decode()
    assert "Bridge open of The bridge opens" in page
    assert "<span>It opens</span>" in page.replace(" </span>", "</span>")
    assert "<ins>&lt;b&gt;at last" in page


def test_only_how_much_is_shown_of_a_publisher_can_be_changed(client: Client) -> None:
    from octavo.sources.models import Publisher

    rows = filled()
    for path in rows:
        assert client.get(f"/admin/{path}/add/").status_code == 403, path
        assert client.post(f"/admin/{path}/{rows[path]}/delete/", {"post": "yes"}).status_code == 403, path
    assert client.post(f"/admin/sources/feed/{rows['sources/feed']}/change/", {"url": "x"}).status_code == 403
    changed = {"display_policy": "headline", "name": "Another"}
    assert client.post(f"/admin/sources/publisher/{rows['sources/publisher']}/change/", changed).status_code == 302
    publisher = Publisher.objects.get()
    assert (publisher.display_policy, publisher.name) == ("headline", "The Elster Post")


def test_its_pages_are_as_strict_as_all_others_and_stay_uncompressed(client: Client) -> None:
    page = client.get("/admin/", headers={"accept-encoding": "gzip"})
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "Content-Encoding" not in page.headers
    style = client.get("/admin/static/admin/css/base.css")
    assert style.status_code == 200
    style.close()
    assert client.get("/admin/static/../sites.py").status_code >= 400


@pytest.mark.parametrize(
    ("name", "password"), [("Ada", PASSWORD), ("Grace", "short"), ("Grace", "password123"), ("not allowed!", PASSWORD)]
)
def test_a_person_who_cannot_be_made_is_told_why(client: Client, name: str, password: str) -> None:
    from octavo.accounts.people import create_admin

    with pytest.raises(BadInput, match=r"."):
        create_admin(name, "", password)


def test_the_command_makes_an_admin_from_a_pipe(house: Settings) -> None:
    from octavo.accounts.models import User
    from octavo.accounts.people import create_admin
    from octavo.cli.user import _password

    with CliRunner().isolation(input=f"{PASSWORD}\n"):
        create_admin("Grace", "", _password())
    assert User.objects.get().check_password(PASSWORD)
    with CliRunner().isolation(input=""), pytest.raises(BadInput, match="no password"):
        _password()
