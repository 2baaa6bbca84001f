"""What readers do, kept: once for each key, in order, the latest act on a thing counting."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from octavo.config.settings import Settings

if TYPE_CHECKING:
    from octavo.accounts.models import User

NOW = datetime.now(UTC)


@pytest.fixture
def reader(house: Settings) -> "User":
    from octavo.accounts.models import User

    return User.objects.create_user("ines")


def line(act: str, *, minutes: int = 0, **facts: Any) -> dict[str, Any]:
    return {"key": str(uuid4()), "act": act, "at": (NOW - timedelta(minutes=minutes)).isoformat(), **facts}


def done(reader: "User", *lines: object) -> list[str]:
    from octavo.accounts import acts

    return [answer["status"] for answer in acts.done(reader, lines, NOW)]


def lighthouse(number: int = 0) -> Any:
    from tests.integration.newspaper import article, publisher, story

    return story(article(publisher(f"Tide Courier {number}"), "Old lighthouse shines again"), tags=["PortAlmera"])


def test_an_act_sent_twice_is_done_once_and_answered_the_same(reader: "User") -> None:
    from octavo.accounts import acts
    from octavo.accounts.state_models import DoneAct, Saved

    sent = line("star", story=lighthouse().pk)
    first = acts.done(reader, [sent], NOW)
    assert acts.done(reader, [sent, sent], NOW + timedelta(hours=1)) == first * 2
    assert Saved.objects.get().changed == NOW
    assert DoneAct.objects.count() == 1


def test_acts_are_done_in_their_order_and_answered_one_by_one(reader: "User") -> None:
    from octavo.accounts.state_models import Read, Saved

    made = lighthouse()
    article_id = made.memberships.get().article_id
    answers = done(
        reader,
        line("star", story=made.pk),
        line("star", article=999_999),
        line("dance", story=made.pk),
        {"act": "star"},
        line("unstar", story=made.pk),
        line("read", article=article_id),
    )
    assert answers == ["done", "refused", "refused", "refused", "done", "done"]
    assert not Saved.objects.get().is_on
    assert Read.objects.get().article_id == article_id


def test_the_latest_act_counts_in_whatever_order_they_arrive(reader: "User") -> None:
    from octavo.accounts.keeping import followed_by, saved_by

    made = lighthouse()
    done(reader, line("unstar", story=made.pk, minutes=5), line("star", story=made.pk, minutes=10))
    assert not saved_by(reader).exists()
    done(reader, line("star", story=made.pk, minutes=1))
    assert saved_by(reader).count() == 1
    done(reader, line("unfollow", story=made.pk, minutes=5), line("follow", story=made.pk, minutes=10))
    assert not followed_by(reader).exists()


@pytest.mark.parametrize("kind", ["story", "article"])
def test_what_is_read_can_be_marked_unread_and_the_latest_counts(reader: "User", kind: str) -> None:
    from octavo.accounts.keeping import is_read

    made = lighthouse()
    thing = {kind: made.pk if kind == "story" else made.memberships.get().article_id}
    identity = thing[kind]
    assert not is_read(reader, kind, identity)
    for minutes, act, expected in ((9, "read", True), (5, "unread", False), (7, "read", False), (1, "read", True)):
        done(reader, line(act, minutes=minutes, **thing))
        assert is_read(reader, kind, identity) is expected, minutes


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"hashtag": "#portalmera"}, ("hashtag", "PortAlmera", False)),
        ({"publisher": "tide-courier-0"}, ("publisher", "tide-courier-0", False)),
        ({"search": "fog horn -war", "tells": True}, ("search", "fog horn -war", True)),
        ({"hashtag": "NoSuch"}, None),
        ({"publisher": "no-such"}, None),
        ({"search": " "}, None),
        ({"search": "x" * 301}, None),
        ({}, None),
    ],
)
def test_what_there_is_can_be_followed(
    reader: "User", facts: dict[str, Any], expected: tuple[str, str, bool] | None
) -> None:
    from octavo.accounts.keeping import followed_by

    lighthouse()
    assert done(reader, line("follow", **facts)) == ["done" if expected else "refused"]
    found = [(one.kind, one.name, one.tells) for one in followed_by(reader)]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize("identity", [None, "", "x", -1, 0, 2**63, "٣", True, [1], {"a": 1}])
def test_no_number_no_thing(reader: "User", identity: object) -> None:
    assert done(reader, line("star", story=identity), line("read", article=identity)) == ["refused", "refused"]


def test_a_link_is_saved_as_its_article_where_there_is_one(reader: "User") -> None:
    from octavo.accounts.state_models import Saved

    article = lighthouse().memberships.get().article
    assert done(
        reader,
        line("star", url=article.url, title="x"),
        line("star", url="https://elsewhere.example/a", title="From elsewhere"),
        line("star", url="javascript:alert(1)", title="x"),
    ) == ["done", "done", "refused"]
    known, other = Saved.objects.order_by("pk")
    assert (known.article, known.url) == (article, "")
    assert (other.article, other.url, other.title) == (None, "https://elsewhere.example/a", "From elsewhere")


def test_what_readers_keep_of_a_merged_story_goes_with_it(reader: "User") -> None:
    from octavo.accounts.models import User
    from octavo.accounts.state_models import Following, Saved
    from octavo.stories.mending import _hand_over
    from octavo.stories.models import MovedStory, Story

    old, heir = lighthouse(0), lighthouse(1)
    other = User.objects.create_user("marol")
    for one in (reader, other):
        done(one, line("star", story=old.pk), line("follow", story=old.pk))
    done(reader, line("star", story=heir.pk))
    _hand_over(old.pk, heir.pk)
    MovedStory.objects.create(old_id=old.pk, story=heir, reason="")
    Story.objects.filter(pk=old.pk).delete()
    assert sorted(Saved.objects.filter(story=heir).values_list("person__username", flat=True)) == ["ines", "marol"]
    assert Following.objects.filter(story=heir).count() == 2
    assert done(reader, line("unstar", story=old.pk)) == ["done"]
    assert not Saved.objects.get(person=reader, story=heir).is_on


def test_what_is_saved_of_a_gone_article_is_still_named(reader: "User") -> None:
    from octavo.accounts.keeping import saved_by

    article = lighthouse().memberships.get().article
    done(reader, line("star", article=article.pk))
    article.delete()
    kept = saved_by(reader).get()
    assert (kept.article, kept.title) == (None, "Old lighthouse shines again")


def test_two_devices_that_send_at_once_do_not_double(reader: "User") -> None:
    from threading import Thread

    from django.db import connection

    from octavo.accounts import acts
    from octavo.accounts.state_models import DoneAct, Saved

    lines = [line("star", story=lighthouse(number).pk) for number in range(5)]

    def send() -> None:
        acts.done(reader, lines, NOW)
        connection.close()

    threads = [Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (Saved.objects.count(), DoneAct.objects.count()) == (5, 5)


def test_visits_and_badges(reader: "User") -> None:
    from octavo.accounts import keeping

    made = lighthouse()
    assert keeping.visit(reader, NOW).before is None
    assert keeping.visit(reader, NOW + timedelta(hours=3)).before == NOW
    done(reader, line("follow", story=made.pk, minutes=30))
    assert keeping.unread_count(reader) == 0
    made.latest = NOW - timedelta(minutes=1)
    made.save()
    assert keeping.unread_count(reader) == 1
    done(reader, line("read", story=made.pk, minutes=5))
    assert keeping.unread_count(reader) == 1
    done(reader, line("read", story=made.pk))
    assert keeping.unread_count(reader) == 0
    keeping.see(reader, made.pk, NOW)
    assert keeping.unread_count(reader) == 0
    assert keeping.read_stories(reader, NOW - timedelta(days=1)) == {made.pk}
    assert [one.story_id for one in keeping.history_of(reader)] == [made.pk]
    keeping.forget_history(reader)
    assert not keeping.history_of(reader).exists()
    assert keeping.read_stories(reader, NOW - timedelta(days=1)) == {made.pk}


def test_preferences_are_kept_as_chosen(reader: "User") -> None:
    from datetime import time

    from octavo.accounts.look import Look
    from octavo.accounts.preferences import Preferences, keep_preferences, preferences_of

    assert preferences_of(reader) == preferences_of(None) == Preferences()
    chosen = Preferences().changed(
        place="KR",
        time_zone="Asia/Seoul",
        editions=("korea", "world", "korea"),
        look=Look("dark", "large", "sans", "wide"),
        quiet_from=time(22),
        quiet_until=time(7),
    )
    keep_preferences(reader, chosen)
    assert preferences_of(reader) == chosen
    assert chosen.editions == ("korea", "world")
    assert chosen.changed(time_zone="Nowhere").time_zone == ""


def test_a_readers_state_is_taken_along_and_erased_with_them(reader: "User") -> None:
    import json

    from django.core.serializers.json import DjangoJSONEncoder

    from octavo.accounts import belongings, keeping
    from octavo.accounts.models import User
    from octavo.accounts.preferences import Preferences, keep_preferences
    from octavo.accounts.state_models import Following, Preference, Read, Saved, Visit

    made = lighthouse()
    done(reader, line("star", story=made.pk), line("read", story=made.pk), line("follow", hashtag="PortAlmera"))
    keep_preferences(reader, Preferences(place="KR"))
    keeping.visit(reader, NOW)
    taken = json.loads(json.dumps(belongings.export(reader), cls=DjangoJSONEncoder))
    assert [one["title"] for one in taken["saved"]] == ["Old lighthouse shines again"]
    assert [one["story"] for one in taken["read"]] == [made.pk]
    assert [one["name"] for one in taken["following"]] == ["PortAlmera"]
    assert taken["preferences"]["place"] == "KR"
    assert taken["visits"]["latest"]
    belongings.erase(User.objects.get(pk=reader.pk))
    for kind in (Saved, Read, Following, Preference, Visit):
        assert not kind._default_manager.exists()
