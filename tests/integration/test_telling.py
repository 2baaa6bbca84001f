"""Who is told of what, and what reaches their devices: a real push service on loopback, opened as a browser does."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from octavo.config.settings import Settings
from tests.integration.conftest import forget_hosts
from tests.integration.sites import Site
from tests.unit.receiver import Receiver

if TYPE_CHECKING:
    from octavo.accounts.models import User

NOW = datetime.now(UTC)
LATER = timedelta(minutes=1)


@pytest.fixture
def service(house: Settings) -> Iterator[Site]:
    """A push service that takes everything at /send."""
    with Site().serving() as site:
        site.say("/send", status=201)
        site.say("/second", status=201)
        site.say("/gone", status=410)
        site.say("/busy", status=503)
        yield site
    forget_hosts()


@pytest.fixture
def reader(house: Settings) -> "User":
    from octavo.accounts.models import User

    return User.objects.create_user("ines")


def device(reader: "User", service: Site, path: str = "/send") -> Receiver:
    from octavo.accounts.devices import keep_device

    receiver = Receiver(service.url(path))
    keep_device(reader, receiver.subscription(), "de", "Some browser", NOW)
    return receiver


def follow(reader: "User", minutes: int = 60, **what: Any) -> None:
    from uuid import uuid4

    from octavo.accounts.acts import perform
    from octavo.accounts.sent_acts import SentAct

    perform(reader, SentAct(uuid4(), "follow", NOW - timedelta(minutes=minutes), what))


def lighthouse(title: str = "Old lighthouse shines again", minutes: int = 0) -> Any:
    """Keep a story of one report that has just come, or came some minutes ago."""
    from octavo.sources.models import Publisher
    from tests.integration.newspaper import article, publisher, story

    courier = Publisher.objects.filter(slug="tide-courier").first() or publisher("Tide Courier")
    return story(article(courier, title, moment=NOW - timedelta(minutes=minutes)), tags=["PortAlmera"])


def told(*stories: Any, now: datetime = NOW) -> int:
    """Tell of these stories and send what waits; return how many pushes went out."""
    from octavo.accounts import sending, telling

    telling.tell([one.pk for one in stories], now)
    return sending.send(now)


def opened(service: Site, receiver: Receiver, path: str = "/send") -> list[Any]:
    """Return what came for a browser, opened with its keys."""
    return [receiver.opened(body) for _, asked, _, body in service.requests if asked == path]


@pytest.mark.parametrize(
    "what",
    [
        {"story": None},
        {"hashtag": "PortAlmera", "tells": True},
        {"publisher": "tide-courier", "tells": True},
        {"search": "fog horn"},
        {"search": "#PortAlmera -war"},
        {"search": "publisher:tide lighthouse"},
    ],
)
def test_what_is_new_in_what_is_followed_reaches_the_device(
    reader: "User", service: Site, what: dict[str, Any]
) -> None:
    receiver = device(reader, service)
    made = lighthouse()
    follow(reader, **{name: made.pk if value is None else value for name, value in what.items()})
    assert told(made) == 1
    (content,) = opened(service, receiver)
    assert content["title"] == "Old lighthouse shines again"
    assert content["body"] == "Tide Courier"
    assert content["url"] == f"/de/story/{made.pk}"
    assert content["lang"] == "de"
    (_, _, headers, _) = service.requests[0]
    assert headers["content-encoding"] == "aes128gcm"
    assert headers["authorization"].startswith("vapid t=")
    assert told(made) == 0


@pytest.mark.parametrize(
    "what", [{"hashtag": "PortAlmera"}, {"publisher": "tide-courier"}, {"search": "volcano"}, {"search": "the -lamp"}]
)
def test_what_nobody_asked_to_be_told_is_not(reader: "User", service: Site, what: dict[str, Any]) -> None:
    device(reader, service)
    made = lighthouse()
    follow(reader, **what)
    assert told(made) == 0


def test_copies_old_reports_and_those_before_following_are_no_news(reader: "User", service: Site) -> None:
    from octavo.stories.models import Membership
    from tests.integration.newspaper import article, copy, publisher

    receiver = device(reader, service)
    made = lighthouse(minutes=90)
    follow(reader, story=made.pk)
    first = made.memberships.get().article
    carrier, archive = publisher("Echo Daily"), publisher("Old Post")
    for late in (copy(first, carrier), article(archive, "Long ago", moment=NOW - timedelta(days=3))):
        Membership.objects.create(article=late, story=made)
    assert told(made) == 0
    fresh = article(publisher("Brisk Gazette"), "Almera's lamp is lit", moment=NOW)
    Membership.objects.create(article=fresh, story=made)
    assert told(made) == 1
    assert [one["title"] for one in opened(service, receiver)] == ["Almera's lamp is lit"]


def test_a_device_that_is_gone_is_forgotten_and_a_busy_service_is_asked_again(reader: "User", service: Site) -> None:
    from octavo.accounts.models import User
    from octavo.accounts.state_models import Device

    other = User.objects.create_user("marol")
    device(reader, service, "/gone")
    waiting = device(other, service, "/busy")
    made = lighthouse()
    for one in (reader, other):
        follow(one, story=made.pk)
    assert told(made) == 0
    assert [row.person for row in Device.objects.all()] == [other]
    forget_hosts()
    service.say("/busy", status=201)
    assert told(made, now=NOW + LATER) == 1
    assert [one["title"] for one in opened(service, waiting, "/busy")] == [made.headline] * 2


def test_quiet_hours_hold_what_is_new_back_until_they_end(reader: "User", service: Site) -> None:
    from octavo.accounts.preferences import Preferences, keep_preferences

    receiver = device(reader, service)
    evening = datetime.combine(NOW, time(13), UTC)
    chosen = Preferences().changed(time_zone="Asia/Seoul", quiet_from=time(22), quiet_until=time(7))
    keep_preferences(reader, chosen)
    made = lighthouse()
    follow(reader, story=made.pk)
    from octavo.accounts import sending, telling

    telling.tell([made.pk], NOW)
    from octavo.accounts.state_models import Notice

    Notice.objects.update(made=evening)
    assert sending.send(evening + timedelta(hours=1)) == 0
    assert sending.send(evening + timedelta(hours=8, minutes=59)) == 0
    assert sending.send(evening + timedelta(hours=9, minutes=1)) == 1
    assert len(opened(service, receiver)) == 1


def test_nothing_is_pushed_to_whoever_turned_it_off(reader: "User", service: Site) -> None:
    from octavo.accounts.preferences import Preferences, keep_preferences

    device(reader, service)
    made = lighthouse()
    follow(reader, story=made.pk)
    keep_preferences(reader, Preferences(tells=False))
    assert told(made) == 0
    keep_preferences(reader, Preferences(tells=True))
    assert told(made) == 0


def test_much_at_once_is_one_push_to_each_device(reader: "User", service: Site) -> None:
    first, second = device(reader, service), device(reader, service, "/second")
    many = [lighthouse(f"Lamp {number} is lit") for number in range(5)]
    follow(reader, publisher="tide-courier", tells=True)
    assert told(*many) == 2
    for receiver, path in ((first, "/send"), (second, "/second")):
        (content,) = opened(service, receiver, path)
        assert content["title"] == "Lamp 4 is lit"
        assert "Lamp 0 is lit" in content["body"]
        assert content["url"] == "/de/following"


def test_a_push_service_within_the_house_is_not_reached(reader: "User", house: Settings) -> None:
    from octavo.accounts.devices import keep_device
    from octavo.accounts.state_models import Notice

    keep_device(reader, Receiver("https://169.254.169.254/latest").subscription(), "en", "", NOW)
    made = lighthouse()
    follow(reader, story=made.pk)
    assert told(made) == 0
    assert Notice.objects.get().sent
    forget_hosts()


def test_a_browser_that_another_person_signs_in_with_is_theirs(reader: "User", service: Site) -> None:
    from octavo.accounts.devices import forget_device, keep_device
    from octavo.accounts.models import User
    from octavo.accounts.state_models import Device

    other = User.objects.create_user("marol")
    receiver = device(reader, service)
    keep_device(other, receiver.subscription(), "en", "", NOW)
    assert Device.objects.get().person == other
    forget_device(reader, receiver.endpoint)
    assert Device.objects.count() == 1
    forget_device(other, receiver.endpoint)
    assert Device.objects.count() == 0


def test_the_pipeline_tells_by_itself(reader: "User", service: Site) -> None:
    from octavo.pipeline import queue
    from octavo.pipeline.jobs import enrich_stories
    from octavo.pipeline.queue import defer

    receiver = device(reader, service)
    made = lighthouse()
    follow(reader, story=made.pk)
    defer(enrich_stories, story_ids=[made.pk])
    queue.work(until_empty=True)
    assert len(opened(service, receiver)) == 1


def talk(story: Any, by: str, text: str, parent: int | None = None) -> int:
    """Let somebody who is known here write a comment; return its id."""
    from octavo.accounts.models import User
    from octavo.accounts.roles import Role
    from octavo.community.store import Sent, Written, write

    person, _ = User.objects.get_or_create(username=by, defaults={"role": Role.MODERATOR})
    done = write(Sent(story.pk, text, parent=parent), person, datetime.now(UTC))
    assert isinstance(done, Written), done
    return done.comment


@pytest.fixture
def asked(reader: "User") -> tuple[Any, int]:
    """A story, and the reader's comment on it."""
    from octavo.accounts.roles import Role

    reader.role = Role.MODERATOR
    reader.save()
    made = lighthouse()
    return made, talk(made, "ines", "Who lit it?")


def test_answers_and_mentions_reach_the_device_in_its_language(
    reader: "User", service: Site, asked: tuple[Any, int]
) -> None:
    from octavo.pipeline import queue

    receiver = device(reader, service)
    made, comment = asked
    talk(made, "marol", "Nobody knows.")
    answer = talk(made, "marol", "The keeper did.", parent=comment)
    queue.work(until_empty=True)
    (content,) = opened(service, receiver)
    assert content["title"] == "\u2068marol\u2069 hat Ihnen geantwortet"
    assert content["body"] == made.headline
    assert content["url"] == f"/de/comment/{answer}"
    mention = talk(made, "marol", "Ask @ines.")
    queue.work(until_empty=True)
    (_, content) = opened(service, receiver)
    assert "marol" in content["title"]
    assert content["url"] == f"/de/comment/{mention}"


def test_quiet_hours_hold_answers_back_too(reader: "User", service: Site, asked: tuple[Any, int]) -> None:
    from octavo.accounts import sending
    from octavo.accounts.preferences import Preferences, keep_preferences
    from octavo.accounts.state_models import Notice

    receiver = device(reader, service)
    keep_preferences(reader, Preferences(quiet_from=time(22), quiet_until=time(7)))
    made, comment = asked
    talk(made, "marol", "The keeper did.", parent=comment)
    night = datetime.combine(NOW, time(23), UTC)
    Notice.objects.update(made=night)
    assert sending.send(night) == 0
    assert sending.send(night + timedelta(hours=8, minutes=1)) == 1
    assert len(opened(service, receiver)) == 1


@pytest.mark.parametrize("off", ["comments", "news"])
def test_answers_and_news_are_turned_off_apart(reader: "User", service: Site, asked: tuple[Any, int], off: str) -> None:
    from octavo.accounts import sending
    from octavo.accounts.preferences import Preferences, keep_preferences

    receiver = device(reader, service)
    made, comment = asked
    follow(reader, story=made.pk)
    keep_preferences(reader, Preferences(tells=off != "news", tells_comments=off != "comments"))
    talk(made, "marol", "The keeper did.", parent=comment)
    assert told(made) == 1
    (content,) = opened(service, receiver)
    assert ("/comment/" in content["url"]) is (off == "news")
    assert sending.send(NOW + LATER) == 0


@pytest.mark.parametrize("way", ["seen", "hidden", "erased"])
def test_what_is_seen_or_no_longer_shown_is_not_pushed(
    reader: "User", service: Site, asked: tuple[Any, int], way: str
) -> None:
    from octavo.accounts import sending
    from octavo.accounts.models import User
    from octavo.accounts.state_models import Notice
    from octavo.community import moderating, notifying, store
    from octavo.community.moderating import ModerationKind, Ruling

    device(reader, service)
    made, comment = asked
    answer = talk(made, "marol", "The keeper did.", parent=comment)
    assert Notice.objects.filter(sent__isnull=True).count() == 1
    now = datetime.now(UTC)
    if way == "seen":
        notifying.mark_seen(reader, now)
    elif way == "hidden":
        moderating.on_comment(answer, Ruling(ModerationKind.HIDE, "Off the subject"), reader, now)
    else:
        store.erase(answer, User.objects.get(username="marol"))
    assert sending.send(now) == 0
    assert service.requests == []
    assert Notice.objects.exists() is (way == "seen")


def test_many_discussions_at_once_lead_to_the_notifications(
    reader: "User", service: Site, asked: tuple[Any, int]
) -> None:
    from octavo.accounts import sending

    receiver = device(reader, service)
    for number in range(4):
        talk(lighthouse(f"Lamp {number} is lit"), "marol", "Look, @ines.")
    assert sending.send(datetime.now(UTC)) == 1
    (content,) = opened(service, receiver)
    assert content["url"] == "/de/notifications"
