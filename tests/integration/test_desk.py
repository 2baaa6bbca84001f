"""A reader's own pages, plain forms and settings; what arrives from offline queues."""

import json
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from octavo.config.settings import Settings

if TYPE_CHECKING:
    from django.test import Client

    from octavo.accounts.models import User

pytestmark = pytest.mark.xdist_group("web")

OWN = {"origin": "http://localhost"}


@pytest.fixture
def nobody(house: Settings) -> "Client":
    from django.test import Client

    return Client(headers={"host": "localhost"}, enforce_csrf_checks=True)


@pytest.fixture
def reader(house: Settings) -> "User":
    from octavo.accounts.models import User

    return User.objects.create_user("Wrenlock")


@pytest.fixture
def client(nobody: "Client", reader: "User") -> "Client":
    nobody.force_login(reader)
    return nobody


@pytest.fixture
def made(house: Settings) -> Any:
    from tests.integration.newspaper import article, publisher, story

    return story(article(publisher("Tide Courier"), "Old lighthouse shines again"), tags=["PortAlmera"])


def page(client: "Client", path: str, status: int = 200, **headers: str) -> str:
    answer = client.get(path, headers=headers)
    assert answer.status_code == status, path
    return str(answer.content.decode())


def send(client: "Client", *lines: object, **headers: str) -> Any:
    return client.post("/acts", json.dumps(lines), "application/json", headers={**OWN, **headers})


def line(act: str, **facts: Any) -> dict[str, Any]:
    return {"key": str(uuid4()), "act": act, **facts}


def story_path(made: Any) -> str:
    return f"/en/story/{made.pk}/old-lighthouse-shines-again"


def article_path(made: Any) -> str:
    return f"/en/article/{made.memberships.get().article_id}/old-lighthouse-shines-again"


def test_acts_of_a_device_are_answered_in_their_order(client: "Client", made: Any) -> None:
    lines = [line("star", story=made.pk), line("star", story=0), {"act": "x"}]
    answers = send(client, *lines).json()
    assert [one["status"] for one in answers] == ["done", "refused", "refused"]
    assert [one["key"] for one in answers] == [lines[0]["key"], lines[1]["key"], None]
    assert send(client, *lines[:2]).json() == answers[:2]
    assert "Old lighthouse" in page(client, "/en/saved")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"act": "star", "story": 999_999}, "diese Geschichte ist nicht mehr da"),
        ({"act": "follow", "hashtag": "NoSuch"}, "diesen Hashtag gibt es nicht"),
        ({"act": "follow", "publisher": "no-such"}, "dieses Medium gibt es nicht"),
        ({"act": "comment", "story": 999_999, "text": "Hm."}, "Worauf Sie geschrieben haben, ist nicht mehr da."),
        ({"act": "dance"}, "Octavo versteht das nicht."),
        ({"act": "star", "story": "x"}, "Octavo versteht das nicht."),
    ],
)
def test_refusals_are_told_in_the_language_of_the_page(client: "Client", facts: dict[str, Any], words: str) -> None:
    sent = line(**facts, language="de")
    for _ in range(2):
        (answer,) = send(client, sent).json()
        assert (answer["status"], answer["words"]) == ("refused", words)
        assert answer["reason"] != words


def test_refusals_without_a_language_are_told_in_the_person_s(client: "Client", reader: "User") -> None:
    from octavo.accounts.preferences import Preferences, keep_preferences

    sent = line("star", story=999_999, language=["none"])
    (answer,) = send(client, sent, **{"accept-language": "es"}).json()
    assert answer["words"] == "esta historia ya no está"
    keep_preferences(reader, Preferences(language="ko"))
    (answer,) = send(client, sent, **{"accept-language": "es"}).json()
    assert answer["words"] == "이 이야기는 사라졌습니다"


def test_acts_are_for_those_who_are_signed_in(nobody: "Client", made: Any) -> None:
    assert send(nobody, line("star", story=made.pk)).status_code == 401


@pytest.mark.parametrize("body", ["", "{}", "[", "7", "[" * 99_999, json.dumps([{}] * 101)])
def test_what_is_no_list_of_acts_is_refused(client: "Client", body: str) -> None:
    assert client.post("/acts", body, "application/json", headers=OWN).status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "https://localhost"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://localhost"},
        {"sec-fetch-site": "none"},
    ],
)
def test_no_other_site_can_act_for_a_reader(client: "Client", made: Any, headers: dict[str, str]) -> None:
    from octavo.accounts.state_models import Saved

    body = json.dumps([line("star", story=made.pk)])
    assert client.post("/acts", body, "application/json", headers=headers).status_code == 403
    for path in ("/en/act", "/en/settings", "/en/look", "/en/devices", "/en/devices/forget", "/en/history/forget"):
        assert client.post(path, {"act": "star", "story": made.pk}, headers=headers).status_code == 403, path
    assert not Saved.objects.exists()


def test_a_queue_of_another_person_waits_for_them(client: "Client", reader: "User", made: Any) -> None:
    lines = [line("star", story=made.pk, person=reader.pk + 1), line("read", story=made.pk, person=reader.pk)]
    assert [one["status"] for one in send(client, *lines).json()] == ["later", "later"]
    assert [one["status"] for one in send(client, lines[1]).json()] == ["done"]


def test_what_could_not_be_done_now_keeps_what_follows_in_its_order(client: "Client", made: Any) -> None:
    from octavo.accounts import acts
    from octavo.core.errors import Retry

    @acts.act("test-busy")
    def busy(person: "User", sent: object) -> None:
        raise Retry("not now", 5)

    lines = [line("star", story=made.pk), line("test-busy"), line("unstar", story=made.pk)]
    answers = send(client, *lines).json()
    assert [one["status"] for one in answers] == ["done", "later", "later"]
    assert [one["key"] for one in answers] == [one["key"] for one in lines]
    assert [one["status"] for one in send(client, lines[2]).json()] == ["done"]


def test_plain_forms_do_the_same_and_lead_back(client: "Client", made: Any) -> None:
    path = story_path(made)
    form = {"act": "star", "story": made.pk, "next": path}
    answer = client.post("/en/act", form, headers=OWN)
    assert (answer.status_code, answer.headers["location"]) == (303, path)
    assert re.search(r'value="unstar" aria-pressed="true"', page(client, path))
    client.post("/en/act", {**form, "act": "unstar"}, headers=OWN)
    assert re.search(r'value="star" aria-pressed="false"', page(client, path))
    for then in ("https://evil.example/", "//evil.example/", "javascript:alert(1)", ""):
        assert client.post("/en/act", {**form, "next": then}, headers=OWN).headers["location"] == "/en/"
    refused = client.post("/de/act", {"act": "star", "story": 0, "next": "/de/"}, headers=OWN)
    assert refused.status_code == 409


def test_following_shows_what_is_new(client: "Client", reader: "User", made: Any) -> None:
    from octavo.core.clock import utc_now

    assert "Follow a story" in page(client, "/en/following")
    for form in (
        {"story": made.pk},
        {"hashtag": "PortAlmera"},
        {"publisher": "tide-courier"},
        {"search": "fog horn", "tells": "1"},
    ):
        client.post("/en/act", {"act": "follow", **form}, headers=OWN)
    text = page(client, "/en/following")
    for words in ("Old lighthouse", "#PortAlmera", "Tide Courier", "fog horn"):
        assert words in text
    assert 'class="fresh"' not in text
    made.latest = utc_now() + timedelta(seconds=5)
    made.save()
    text = page(client, "/en/following")
    assert 'class="fresh"' in text
    assert 'data-unread="1"' in text
    page(client, story_path(made))
    made.latest = utc_now() - timedelta(seconds=5)
    made.save()
    assert 'data-unread="0"' in page(client, "/en/following")


def test_telling_is_turned_on_and_off_without_following_anew(client: "Client", reader: "User", made: Any) -> None:
    from octavo.accounts.state_models import Following

    send(client, line("follow", hashtag="PortAlmera"))
    since = Following.objects.get().since
    for tells, expected in (("1", True), ("", False)):
        client.post("/en/act", {"act": "follow", "hashtag": "PortAlmera", "tells": tells}, headers=OWN)
        known = Following.objects.get()
        assert (known.tells, known.since) == (expected, since)


def test_what_is_opened_stands_in_the_history_until_it_is_forgotten(client: "Client", made: Any) -> None:
    client.get(article_path(made), headers={"octavo-keeping": "1"})
    client.get(story_path(made), headers={"sec-purpose": "prefetch"})
    assert "What you open stands here" in page(client, "/en/history")
    page(client, article_path(made))
    assert "Old lighthouse" in page(client, "/en/history")
    assert client.post("/en/history/forget", headers=OWN).headers["location"] == "/en/history"
    assert "What you open stands here" in page(client, "/en/history")


def test_the_front_page_marks_what_is_new_since_the_last_visit(client: "Client", made: Any) -> None:
    from octavo.accounts.state_models import Visit
    from octavo.core.clock import utc_now

    assert 'class="fresh"' not in page(client, "/en/")
    Visit.objects.update(latest=utc_now() - timedelta(hours=5))
    assert 'class="fresh"' in page(client, "/en/")
    page(client, story_path(made))
    assert "card--read" in page(client, "/en/")
    Visit.objects.update(before=utc_now(), latest=utc_now())
    assert 'class="fresh"' not in page(client, "/en/")


def test_nothing_of_a_reader_stands_in_a_page_that_is_kept(nobody: "Client", reader: "User", made: Any) -> None:
    from django.test import Client

    mine = Client(headers={"host": "localhost"})
    mine.force_login(reader)
    send(mine, line("star", story=made.pk), line("follow", story=made.pk))
    for path in ("/en/", story_path(made), article_path(made)):
        own = mine.get(path)
        assert own.headers["cache-control"] == "private, no-store"
        assert own.headers["octavo-person"] == str(reader.pk)
        others = nobody.get(path)
        assert "octavo-person" not in others.headers
        text = others.content.decode()
        for personal in ("data-person", "data-unread", 'aria-pressed="true"', "card--read", "Wrenlock"):
            assert personal not in text, (path, personal)


def test_a_page_comes_in_the_colours_of_its_device(nobody: "Client", made: Any) -> None:
    assert "data-theme" not in page(nobody, "/en/")
    plain = nobody.get("/en/")
    answer = nobody.post("/en/look", {"theme": "dark", "size": "large", "next": "/en/"}, headers=OWN)
    assert (answer.status_code, answer.headers["location"]) == (303, "/en/")
    for _ in range(2):
        text = page(nobody, "/en/")
        assert '<html lang="en" dir="ltr" data-theme="dark" data-size="large">' in text
        assert '<meta name="color-scheme" content="dark">' in text
    tag = nobody.get("/en/").headers["etag"]
    assert tag != plain.headers["etag"]
    assert "Cookie" in plain.headers["vary"]
    nobody.post("/en/look", {"theme": "light"}, headers=OWN)
    assert 'data-theme="light" data-size="large"' in page(nobody, "/en/")
    assert nobody.get("/en/", headers={"if-none-match": tag}).status_code == 200
    nobody.cookies["look"] = 'theme="><script>&size=9'
    assert "data-theme" not in page(nobody, "/en/")


def test_a_persons_look_follows_them_to_every_device(client: "Client", reader: "User") -> None:
    from django.test import Client

    client.post("/en/look", {"theme": "dark"}, headers=OWN)
    other = Client(headers={"host": "localhost"})
    other.force_login(reader)
    answer = other.get("/en/")
    assert 'data-theme="dark"' in answer.content.decode()
    assert other.cookies["look"].value == "theme=dark"


def test_settings_are_kept(client: "Client", nobody: "Client", reader: "User") -> None:
    from datetime import time

    from octavo.accounts.preferences import preferences_of

    form = {
        "place": "KR",
        "time_zone": "Asia/Seoul",
        "tells_comments": "on",
        "quiet_from": "22:00",
        "quiet_until": "07:00",
    }
    assert client.post("/en/settings", form, headers=OWN).headers["location"] == "/en/settings?kept"
    chosen = preferences_of(reader)
    assert (chosen.place, chosen.time_zone, chosen.language) == ("KR", "Asia/Seoul", "en")
    assert (chosen.tells, chosen.tells_comments) == (False, True)
    assert (chosen.quiet_from, chosen.quiet_until) == (time(22), time(7))
    text = page(client, "/en/settings")
    assert "<option selected>Asia/Seoul" in text
    assert 'value="22:00"' in text
    form = {"place": "ZZZ", "time_zone": "../etc", "tells": "on", "quiet_from": "25:00"}
    client.post("/en/settings", form, headers=OWN)
    chosen = preferences_of(reader)
    assert (chosen.place, chosen.time_zone, chosen.quiet_from) == ("", "", None)
    assert (chosen.tells, chosen.tells_comments) == (True, False)


def test_a_browser_is_told_until_it_is_taken_away(client: "Client", reader: "User") -> None:
    from octavo.accounts.state_models import Device
    from tests.unit.receiver import Receiver

    agent = "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36"
    body = json.dumps(Receiver("https://push.example/a").subscription())
    answer = client.post("/ko/devices", body, "application/json", headers={**OWN, "user-agent": agent})
    assert answer.status_code == 201
    known = Device.objects.get()
    assert (known.person, known.name, known.language) == (reader, "Chrome, Android", "ko")
    assert "Chrome, Android" in page(client, "/en/settings")
    client.post("/en/devices/forget", {"device": known.pk + 1}, headers=OWN)
    assert Device.objects.exists()
    client.post("/en/devices/forget", {"device": known.pk}, headers=OWN)
    assert not Device.objects.exists()
    for bad in ("", "[]", "{", json.dumps({"endpoint": "http://push.example/"})):
        assert client.post("/en/devices", bad, "application/json", headers=OWN).status_code == 400


def test_a_shared_link_is_saved_as_its_article_or_as_itself(client: "Client", made: Any) -> None:
    article = made.memberships.get().article
    text = page(client, f"/en/share?text=Read%20this:%20{article.url}&title=Some%20title")
    assert article_path(made) in text
    text = page(client, "/en/share?title=Fog&url=https://elsewhere.example/fog")
    assert "Save the link" in text
    client.post("/en/act", {"act": "star", "url": "https://elsewhere.example/fog", "title": "Fog"}, headers=OWN)
    assert 'href="https://elsewhere.example/fog"' in page(client, "/en/saved")
    assert 'type="url"' in page(client, "/en/share?text=javascript:alert(1)")
    assert "Subscribe to the publisher" not in text


def test_editors_alone_subscribe_to_what_is_shared(client: "Client", reader: "User") -> None:
    from octavo.accounts.roles import Role

    form = {"url": "not an address"}
    assert client.post("/en/share/subscribe", form, headers=OWN).status_code == 403
    reader.role = Role.EDITOR
    reader.save()
    assert "Subscribe to the publisher" in page(client, "/en/share?url=https://elsewhere.example/fog")
    assert client.post("/en/share/subscribe", form, headers=OWN).status_code == 409


def test_own_pages_ask_nobody_to_sign_in(nobody: "Client", made: Any) -> None:
    for path in ("/en/following", "/en/history"):
        answer = nobody.get(path)
        assert answer.status_code == 302
        assert "next=" in answer.headers["location"]
    assert "Nothing saved in this browser yet" in page(nobody, "/en/saved")
    assert "How pages look on this device" in page(nobody, "/en/settings")
    assert "Follow" in page(nobody, story_path(made))
    for path in ("/xx/saved", "/xx/settings", "/xx/share"):
        page(nobody, path, status=404)


def test_what_is_saved_is_named_for_devices(client: "Client", made: Any) -> None:
    article_id = made.memberships.get().article_id
    send(client, line("star", story=made.pk), line("star", article=article_id))
    assert set(client.get("/en/saved/paths").json()) == {f"/en/story/{made.pk}", f"/en/article/{article_id}"}


def test_the_manifest_and_the_worker_offer_the_app(nobody: "Client") -> None:
    facts = nobody.get("/manifest.webmanifest", headers={"accept-language": "ko"}).json()
    assert facts["share_target"]["action"] == "/ko/share"
    assert {"any", "maskable"} == {one["purpose"] for one in facts["icons"]}
    for one in facts["shortcuts"]:
        assert nobody.get(one["url"]).status_code in (200, 302)
    worker = nobody.get("/sw.js").content.decode()
    assert "export {" not in worker
    assert "indexedDB" in worker
