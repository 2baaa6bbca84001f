"""The discussions' pages: forms without scripts, errors beside their fields, nothing lost, nobody's rights exceeded."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from octavo.config import settings as house_settings
from octavo.config.settings import Settings
from octavo.core.clock import utc_now
from tests.integration.test_discussions import comment, order, person, write

if TYPE_CHECKING:
    from django.test import Client

    from octavo.accounts.models import User

pytestmark = pytest.mark.xdist_group("web")


@pytest.fixture
def story(house: Settings) -> Any:
    from tests.integration.newspaper import article, publisher
    from tests.integration.newspaper import story as folded

    return folded(article(publisher("Tide Courier"), "Old lighthouse shines again"))


def client(by: "User | None" = None) -> "Client":
    from django.test import Client

    made = Client(headers={"host": "localhost"}, enforce_csrf_checks=False)
    if by:
        made.force_login(by)
    return made


def page(by: "User | None", path: str, status: int = 200) -> str:
    answer = client(by).get(path)
    assert answer.status_code == status, (path, answer.status_code)
    return str(answer.content.decode())


def post(by: "User | None", path: str, status: int = 303, **fields: str) -> Any:
    answer = client(by).post(path, fields)
    assert answer.status_code == status, (path, answer.status_code, answer.content.decode()[:3000])
    return answer


def test_a_comment_is_there_at_once_on_the_pages_of_its_story_and_article(story: Any) -> None:
    ines, reader = person("ines"), client()
    article = story.memberships.get().article
    places = (
        f"/en/story/{story.pk}/old-lighthouse-shines-again",
        f"/en/article/{article.pk}/old-lighthouse-shines-again",
    )
    for path in places:
        assert "Write the first comment" in reader.get(path).content.decode()
    assert "Nobody has commented" in reader.get(f"/en/discussion/{story.pk}").content.decode()
    post(ines, f"/en/discussion/{story.pk}", text="Bright again!", key=str(uuid4()))
    for path in (*places, f"/en/discussion/{story.pk}"):
        assert "Bright again!" in reader.get(path).content.decode(), path


def test_pages_of_other_stories_stay_as_they_are_kept(story: Any) -> None:
    from octavo.web.version import page_version
    from tests.integration.newspaper import article, publisher
    from tests.integration.newspaper import story as folded

    ines, other = person("ines"), folded(article(publisher("Brisk Gazette"), "Ferry late"))
    paths = (f"/en/story/{story.pk}/x", f"/en/story/{other.pk}/x", "/en/")
    before = [page_version(path) for path in paths]
    comment(story, ines)
    after = [page_version(path) for path in paths]
    assert [one == two for one, two in zip(before, after, strict=True)] == [False, True, True]


def test_a_form_sent_twice_leads_to_the_one_comment(story: Any) -> None:
    ines, key = person("ines"), str(uuid4())
    where = [post(ines, f"/en/discussion/{story.pk}", text="Once.", key=key)["location"] for _ in range(2)]
    assert where[0] == where[1]
    text = page(ines, where[0])
    assert text.count("Once.") == 1
    assert re.search(r'id="comment-\d+"', text)


def test_what_was_typed_is_still_there_when_something_is_wrong(story: Any) -> None:
    from octavo.community.constants import TEXT_CHARACTERS

    ines = person("ines")
    long = "long " * TEXT_CHARACTERS
    text = post(ines, f"/en/discussion/{story.pk}", 422, text=long, key=str(uuid4())).content.decode()
    assert long.strip() in text
    assert 'id="text-story-error" role="alert">This is too long: at most 5,000 characters.' in text
    assert 'aria-invalid="true"' in text
    assert re.search(r'<details class="write-here"[^>]* open>', text)
    for _ in range(4):
        write(story, ines)
    text = post(ines, f"/en/discussion/{story.pk}", 429, text="One more <b>", key=str(uuid4())).content.decode()
    assert "One more &lt;b&gt;</textarea>" in text
    assert "You can send it in" in text
    text = post(
        None, f"/en/discussion/{story.pk}", 403, text="Signed out meanwhile.", key=str(uuid4())
    ).content.decode()
    assert "Signed out meanwhile." in text


def test_an_answer_is_written_on_a_page_of_its_own(story: Any) -> None:
    ines, marol = person("ines"), person("marol")
    row = comment(story, ines, "Bright.")
    text = page(marol, f"/en/comment/{row.pk}/answer")
    assert "Bright." in text
    where = post(marol, f"/en/comment/{row.pk}/answer", text="Very.", key=str(uuid4()))["location"]
    assert where.endswith(f"#comment-{row.pk + 1}")
    assert 'class="comment comment--1"' in page(None, where)
    text = post(marol, f"/en/comment/{row.pk}/answer", 422, text=" ", key=str(uuid4())).content.decode()
    assert "Write something first." in text
    assert "Bright." in text


def test_a_permalink_leads_to_the_comment_wherever_it_stands(story: Any) -> None:
    from octavo.community.models import Comment

    ines = person("ines")
    when = utc_now() - timedelta(days=2)
    rows = [Comment(story=story, author=ines, text=f"Number {number}", written=when) for number in range(150)]
    made = Comment.objects.bulk_create(rows)
    answer = client().get(f"/en/comment/{made[130].pk}")
    assert answer.status_code == 302
    text = page(None, answer["location"])
    assert "Number 130" in text
    assert "Number 10<" not in text
    page(None, f"/en/comment/{made[-1].pk + 1}", 404)


def test_an_address_of_a_merged_story_leads_to_the_heirs_comments(story: Any) -> None:
    from octavo.stories.models import MovedStory

    MovedStory.objects.create(old_id=story.pk + 1000, story=story, reason="merged")
    answer = client().get(f"/en/discussion/{story.pk + 1000}")
    assert (answer.status_code, answer["location"]) == (301, f"/en/discussion/{story.pk}")
    page(None, f"/en/discussion/{story.pk + 2000}", 404)


def test_a_comment_is_edited_and_its_history_is_public(story: Any) -> None:
    ines, marol = person("ines"), person("marol")
    row = comment(story, ines, "Forty yeers.")
    assert "Forty yeers.</textarea>" in page(ines, f"/en/comment/{row.pk}/edit")
    assert "Forty yeers.</textarea>" not in page(marol, f"/en/comment/{row.pk}/edit", 403)
    post(ines, f"/en/comment/{row.pk}/edit", text="Forty years.", edits="0")
    text = page(None, f"/en/comment/{row.pk}/history")
    assert text.index("Forty years.") < text.index("Forty yeers.")
    text = post(ines, f"/en/comment/{row.pk}/edit", 409, text="Fourty years.", edits="0").content.decode()
    assert "Fourty years.</textarea>" in text
    assert "How it reads now" in text
    text = post(marol, f"/en/comment/{row.pk}/edit", 403, text="Mine now.", edits="1").content.decode()
    assert "This is not yours to do." in text


def test_reactions_reports_and_muting_work_as_plain_forms(story: Any) -> None:
    from octavo.community.models import Report

    ines, marol = person("ines"), person("marol")
    row = comment(story, ines, "Bright.")
    post(marol, f"/en/comment/{row.pk}/react", put="worth")
    assert re.search(r'aria-pressed="true">Worth reading <span[^>]*>1<', page(marol, f"/en/discussion/{story.pk}"))
    post(marol, f"/en/comment/{row.pk}/react", take="worth")
    post(marol, f"/en/comment/{row.pk}/react", 404, put="love")
    text = post(marol, f"/en/comment/{row.pk}/report", 422, note="my words").content.decode()
    assert "my words</textarea>" in text
    text = post(marol, f"/en/comment/{row.pk}/report", 200, reason="spam", note="my words").content.decode()
    assert "Nobody else learns that it was you." in text
    assert Report.objects.count() == 1
    post(marol, "/en/person/ines/mute", on="1")
    assert "By somebody whom you have muted" in page(marol, f"/en/discussion/{story.pk}")
    assert "Bright." not in page(marol, f"/en/story/{story.pk}/old-lighthouse-shines-again")
    assert "whom you have muted" not in page(None, f"/en/discussion/{story.pk}")
    post(marol, "/en/person/ines/mute", on="0")
    assert "whom you have muted" not in page(marol, f"/en/discussion/{story.pk}")


def test_moderators_have_a_queue_and_everybody_a_log(story: Any) -> None:
    from octavo.community import store

    new, marol, keeper = person("new", trusted=False), person("marol"), person("keeper", "moderator")
    held = comment(story, new, "My first words.")
    rude = comment(story, marol, "Rude words.")
    store.report(rude.pk, "abuse", "secret note", new, utc_now())
    for nobody in (None, marol):
        assert "My first words." not in page(nobody, f"/en/discussion/{story.pk}")
    assert "My first words." in page(new, f"/en/discussion/{story.pk}")
    text = page(keeper, "/en/moderation")
    assert "My first words." in text
    assert "secret note" in text
    text = post(keeper, f"/en/comment/{held.pk}/moderate", 422, kind="release", reason="").content.decode()
    assert "Write something first." in text
    post(keeper, f"/en/comment/{held.pk}/moderate", kind="release", reason="Civil.")
    post(keeper, f"/en/comment/{rude.pk}/moderate", kind="hide", reason="An insult.")
    assert "My first words." in page(None, f"/en/discussion/{story.pk}")
    assert "Rude words." not in page(None, f"/en/discussion/{story.pk}")
    log = page(None, "/en/moderation/log")
    assert "An insult." in log
    assert "Civil." in log
    assert "secret note" not in log
    assert ">new<" not in log
    assert "Nothing waits for you." in page(keeper, "/en/moderation")
    assert "A moderator hid your comment" in page(marol, "/en/notifications")
    text = post(keeper, f"/en/comment/{rude.pk}/moderate", 409, kind="hide", reason="Again.").content.decode()
    assert "changed elsewhere" in text


def test_a_discussion_is_locked_slowed_and_a_person_banned_by_forms(story: Any) -> None:
    ines, keeper = person("ines"), person("keeper", "moderator")
    post(keeper, f"/en/discussion/{story.pk}/moderate", kind="lock", reason="Too heated.")
    text = page(ines, f"/en/discussion/{story.pk}")
    assert "Too heated." in text
    assert "<textarea" not in text
    text = post(ines, f"/en/discussion/{story.pk}", 403, text="Yet I say this.", key=str(uuid4())).content.decode()
    assert "Yet I say this." in text
    post(keeper, f"/en/discussion/{story.pk}/moderate", kind="unlock", reason="Calm.")
    post(keeper, f"/en/discussion/{story.pk}/moderate", kind="slow", reason="Heated.", slow_seconds="300")
    assert "every 5 minutes" in page(ines, f"/en/discussion/{story.pk}")
    post(keeper, "/en/person/ines/ban", kind="ban", reason="Insults.", ban_days="7")
    assert "Insults." in page(None, "/en/person/ines")
    assert "You are banned" in page(ines, f"/en/discussion/{story.pk}")
    post(keeper, "/en/person/ines/ban", kind="unban", reason="Sorry said.")
    assert "You are banned" not in page(ines, f"/en/discussion/{story.pk}")


@pytest.mark.parametrize(
    ("method", "path", "least"),
    [
        ("get", "/en/discussion/{story}", "nobody"),
        ("get", "/en/comment/{comment}/history", "nobody"),
        ("get", "/en/moderation/log", "nobody"),
        ("get", "/en/person/ines", "nobody"),
        ("get", "/en/comment/{comment}/answer", "reader"),
        ("get", "/en/comment/{comment}/edit", "reader"),
        ("get", "/en/comment/{comment}/erase", "reader"),
        ("get", "/en/comment/{comment}/report", "reader"),
        ("get", "/en/notifications", "reader"),
        ("post", "/en/comment/{comment}/react", "reader"),
        ("post", "/en/person/ines/mute", "reader"),
        ("get", "/en/moderation", "moderator"),
        ("get", "/en/comment/{comment}/moderate", "moderator"),
        ("get", "/en/discussion/{story}/moderate", "moderator"),
        ("get", "/en/person/ines/ban", "moderator"),
    ],
)
def test_every_address_is_open_to_whom_it_is_for(story: Any, method: str, path: str, least: str) -> None:
    row = comment(story, person("ines"))
    url = path.format(story=story.pk, comment=row.pk)
    marol, keeper = person("marol"), person("keeper", "moderator")
    statuses = {
        name: getattr(client(by), method)(url, {"put": "worth", "on": "1"}).status_code
        for name, by in (("nobody", None), ("reader", marol), ("moderator", keeper))
    }
    done = {200, 303} | ({403} if path.endswith(("edit", "erase")) else set())
    assert (statuses["nobody"] == 200) == (least == "nobody")
    assert statuses["nobody"] in (200, 302, 303)
    assert statuses["reader"] in (done if least != "moderator" else {403})
    assert statuses["moderator"] in done


def test_an_open_house_holds_what_comes_without_an_account(story: Any) -> None:
    house_settings.override(comments="open")
    try:
        url = f"/en/discussion/{story.pk}"
        assert 'name="name"' in page(None, url)
        text = post(None, url, 422, text="Hello.", key=str(uuid4()), name="").content.decode()
        assert 'id="name-story-error"' in text
        assert "Hello.</textarea>" in text
        text = post(None, url, 422, text="Buy!", key=str(uuid4()), name="Bot", website="http://x").content.decode()
        assert "Leave the field for machines empty" in text
        where = post(None, url, text="Hello.", key=str(uuid4()), name="Ines <i>")["location"]
        text = page(None, where)
        assert "A moderator reads it before it appears." in text
        assert "Ines &lt;i&gt;" not in text
        assert "Ines &lt;i&gt;" in page(person("keeper", "moderator"), "/en/moderation")
    finally:
        house_settings.withdraw("comments")


def test_a_house_without_comments_shows_none(story: Any) -> None:
    ines = person("ines")
    comment(story, ines, "Bright.")
    house_settings.override(comments="off")
    try:
        for path in (f"/en/discussion/{story.pk}", "/en/moderation/log", "/en/person/ines"):
            page(ines, path, 404)
        assert 'id="comments"' not in page(None, f"/en/story/{story.pk}/old-lighthouse-shines-again")
    finally:
        house_settings.withdraw("comments")


def test_scripts_are_told_of_new_comments_and_given_them_in_their_places(story: Any) -> None:
    from django.test import Client

    ines, marol = person("ines"), person("marol")
    first = comment(story, ines, "Bright.")
    second = comment(story, ines, "Late.")
    asking: Client = client(ines)
    path = f"/en/discussion/{story.pk}/fresh?after={second.pk}"
    assert asking.get(path).status_code == 204
    answer = comment(story, marol, "Very.", parent=first.pk)
    assert "Show 1 new comment" in asking.get(path).content.decode()
    brought = asking.get(f"{path}&show=1").content.decode()
    assert f'hx-swap-oob="afterend:#comment-{first.pk}"' in brought
    assert f'id="comment-{answer.pk}"' in brought
    sent = {"text": "Third.", "key": str(uuid4())}
    inserted = asking.post(f"/en/discussion/{story.pk}", sent, headers={"HX-Request": "true"})
    assert inserted.status_code == 200
    assert f'hx-swap-oob="afterend:#comment-{second.pk}"' in inserted.content.decode()
    wrong = asking.post(f"/en/discussion/{story.pk}", {"text": ""}, headers={"HX-Request": "true"})
    assert wrong.status_code == 422
    assert "<html" not in wrong.content.decode()


def test_every_language_has_the_pages(story: Any) -> None:
    from django.conf import settings

    ines, keeper = person("ines"), person("keeper", "moderator")
    row = comment(story, ines, "Bright.")
    from octavo.community import moderating

    moderating.on_comment(row.pk, order("hide"), keeper, utc_now())
    for code, _ in settings.LANGUAGES:
        for path in (f"discussion/{story.pk}", "notifications", "moderation", "moderation/log", "person/ines"):
            page(keeper, f"/{code}/{path}")
