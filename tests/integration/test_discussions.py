"""Discussions in the real database: writing, holding, moderating, following stories, two at once."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from octavo.config import settings as house_settings
from octavo.config.settings import Settings
from octavo.core.clock import utc_now
from tests.integration.at_once import at_once

if TYPE_CHECKING:
    from octavo.accounts.models import User

pytestmark = pytest.mark.xdist_group("web")


@pytest.fixture
def story(house: Settings) -> Any:
    from tests.integration.newspaper import article, publisher
    from tests.integration.newspaper import story as folded

    return folded(article(publisher("Tide Courier"), "Old lighthouse shines again"))


def person(name: str, role: str = "reader", *, trusted: bool = True) -> "User":
    """Make a person; one who is trusted has two comments on a story of long ago."""
    from octavo.accounts.models import User
    from octavo.community.models import Comment
    from tests.integration.newspaper import article, publisher
    from tests.integration.newspaper import story as folded

    made = User.objects.create_user(name, role=role)
    if trusted:
        old = folded(article(publisher(f"Archive of {name}"), f"What {name} wrote on"))
        when = utc_now() - timedelta(days=9)
        Comment.objects.bulk_create([Comment(story=old, author=made, text="Hm.", written=when) for _ in range(2)])
    return made


def write(story: Any, by: "User | None", text: str = "Well said.", **facts: Any) -> Any:
    from octavo.community import store

    return store.write(store.Sent(story.pk, text, **facts), by, utc_now())


def comment(story: Any, by: "User", text: str = "Well said.", **facts: Any) -> Any:
    from octavo.community.models import Comment
    from octavo.community.store import Written

    outcome = write(story, by, text, **facts)
    assert isinstance(outcome, Written), outcome
    return Comment.objects.get(pk=outcome.comment)


def order(kind: str, reason: str = "Off the subject", **facts: Any) -> Any:
    from octavo.community.moderating import ModerationKind, Ruling

    return Ruling(ModerationKind(kind), reason, **facts)


def count(story: Any) -> int:
    from octavo.community.models import Discussion

    return Discussion.objects.get(pk=story.pk).comments_count


def test_what_is_sent_twice_is_written_once_even_at_once(story: Any) -> None:
    from octavo.community.models import Comment

    ines, key = person("ines"), uuid4()
    found = at_once(*[lambda: write(story, ines, key=key)] * 4)
    assert sorted(one.is_new for one in found) == [False, False, False, True]
    assert Comment.objects.filter(story=story).count() == count(story) == 1
    assert not write(story, ines, "Another text", key=key).is_new


def test_anothers_key_gives_nothing_away(story: Any) -> None:
    from octavo.community.deciding import Declined, Reason

    key = uuid4()
    write(story, person("ines"), key=key)
    assert write(story, person("marol"), key=key) == Declined(Reason.NOT_ALLOWED)


def test_one_person_in_many_windows_keeps_to_the_pace(story: Any) -> None:
    from octavo.community.constants import PACE
    from octavo.community.store import Written

    ines = person("ines")
    found = at_once(*[lambda: write(story, ines)] * 8)
    assert sum(isinstance(one, Written) for one in found) == PACE[0][0]


def test_many_at_once_are_all_counted(story: Any) -> None:
    people = [person(f"p{number}") for number in range(6)]
    at_once(*[lambda by=one: write(story, by) for one in people])
    assert count(story) == 6


def test_a_new_persons_first_comments_are_held_until_two_were_released(story: Any) -> None:
    from octavo.community import moderating
    from octavo.community.constants import TRUSTED_COMMENTS_COUNT
    from octavo.community.models import Comment

    new, moderator = person("new", trusted=False), person("keeper", "moderator")
    for _ in range(TRUSTED_COMMENTS_COUNT):
        held = comment(story, new)
        assert (held.state, held.held_for, count(story)) == ("held", "new", count(story))
        moderating.on_comment(held.pk, order("release", "Civil"), moderator, utc_now())
        Comment.objects.filter(author=new).update(written=utc_now() - timedelta(hours=2))
    assert comment(story, new).state == "shown"
    assert count(story) == TRUSTED_COMMENTS_COUNT + 1


def test_a_locked_discussion_takes_nothing_and_a_slow_one_a_little(story: Any) -> None:
    from octavo.community import moderating
    from octavo.community.deciding import Declined, Reason

    ines, moderator = person("ines"), person("keeper", "moderator")
    moderating.on_story(story.pk, order("slow", "Heated", slow_seconds=300), moderator, utc_now())
    comment(story, ines)
    assert write(story, ines).reason is Reason.SLOW
    moderating.on_story(story.pk, order("lock", "Too heated"), moderator, utc_now())
    assert write(story, person("marol")) == Declined(Reason.LOCKED)
    assert moderating.on_story(story.pk, order("lock"), moderator, utc_now()) == Declined(Reason.CHANGED)
    moderating.on_story(story.pk, order("unlock", "Calm again"), moderator, utc_now())
    comment(story, person("lamp"))


def test_an_edit_keeps_what_was_said_and_does_not_overwrite_another(story: Any) -> None:
    from octavo.community import overseeing, store
    from octavo.community.deciding import Declined, Reason
    from octavo.community.store import Written

    ines = person("ines")
    row = comment(story, ines, "Forty yeers.")
    found = at_once(
        lambda: store.edit(row.pk, "Forty years.", 0, ines, utc_now()),
        lambda: store.edit(row.pk, "Forty-one years.", 0, ines, utc_now()),
    )
    assert sorted(isinstance(one, Written) for one in found) == [False, True]
    assert Declined(Reason.CHANGED) in found
    row.refresh_from_db()
    assert [version.text for version in overseeing.history(row)] == [row.text, "Forty yeers."]
    assert store.edit(row.pk, "x", 1, person("marol"), utc_now()) == Declined(Reason.NOT_ALLOWED)
    later = utc_now() + timedelta(minutes=16)
    assert store.edit(row.pk, "x", 1, ines, later) == Declined(Reason.LATE)


def test_an_answer_and_an_edit_at_once_both_stand(story: Any) -> None:
    from octavo.community import store
    from octavo.community.models import Comment

    ines, marol = person("ines"), person("marol")
    row = comment(story, ines)
    at_once(
        lambda: store.edit(row.pk, "Very well said.", 0, ines, utc_now()),
        lambda: write(story, marol, "Indeed.", parent=row.pk),
    )
    assert set(Comment.objects.filter(story=story).values_list("text", flat=True)) == {"Very well said.", "Indeed."}


def test_people_are_told_of_answers_and_mentions_once(story: Any) -> None:
    from octavo.community import notifying, people, store
    from octavo.community.models import Notification

    ines, marol, deaf = person("ines"), person("marol"), person("deaf")
    store.mute(deaf, marol, on=True)
    row = comment(story, ines, "Ask @marol or @ines or @nobody.")
    answer = comment(story, marol, "@ines @deaf: yes.", parent=row.pk)
    store.edit(answer.pk, "@ines @deaf: yes!", 0, marol, utc_now())
    told = set(Notification.objects.values_list("person__username", "kind", "comment"))
    assert told == {("marol", "mention", row.pk), ("ines", "answer", answer.pk)}
    assert notifying.unseen_count(ines) == 1
    notifying.mark_seen(ines, utc_now())
    assert notifying.unseen_count(ines) == 0
    assert people.mutes_of(deaf) == {marol.pk}


def test_whoever_tells_people_by_other_ways_hears_of_it_after_the_commit(story: Any) -> None:
    from octavo.community.signals import notified

    heard: list[Any] = []

    def listen(notification: Any, **_: Any) -> None:
        heard.append((notification.person.get_username(), notification.kind))

    notified.connect(listen)
    ines = person("ines")
    comment(story, person("marol"), "Indeed.", parent=comment(story, ines).pk)
    notified.disconnect(listen)
    assert heard == [("ines", "answer")]


def test_a_reaction_is_put_and_taken_back_and_has_one_opposite(story: Any) -> None:
    from octavo.community import store
    from octavo.community.deciding import Declined, Reason
    from octavo.community.models import Reaction
    from octavo.community.reactions import ReactionKind

    ines, marol = person("ines"), person("marol")
    row = comment(story, ines)
    at_once(*[lambda: store.react(row.pk, ReactionKind.WORTH, marol, utc_now(), on=True)] * 3)
    store.react(row.pk, ReactionKind.SMILE, marol, utc_now(), on=True)
    store.react(row.pk, ReactionKind.OFF_TOPIC, marol, utc_now(), on=True)
    assert sorted(Reaction.objects.values_list("kind", flat=True)) == ["off_topic", "smile"]
    store.react(row.pk, ReactionKind.SMILE, marol, utc_now(), on=False)
    assert list(Reaction.objects.values_list("kind", flat=True)) == ["off_topic"]
    own = store.react(row.pk, ReactionKind.WORTH, ines, utc_now(), on=True)
    assert own == Declined(Reason.NOT_ALLOWED)
    assert store.react(row.pk, ReactionKind.WORTH, None, utc_now(), on=True) == Declined(Reason.SIGN_IN)


def test_every_act_has_one_public_row_and_no_reporter(story: Any) -> None:
    from octavo.community import moderating, overseeing, store
    from octavo.community.deciding import Declined, Reason
    from octavo.community.models import Report

    ines, marol, keeper = person("ines"), person("marol"), person("keeper", "moderator")
    row = comment(story, ines, "Rude words.")
    at_once(*[lambda: store.report(row.pk, "abuse", "Marol was here", marol, utc_now())] * 2)
    assert Report.objects.count() == overseeing.queue_count() == 1
    acts = at_once(*[lambda: moderating.on_comment(row.pk, order("hide", "Insults"), keeper, utc_now())] * 2)
    assert Declined(Reason.CHANGED) in acts
    assert overseeing.queue_count() == count(story) == 0
    moderating.on_comment(row.pk, order("restore", "On reflection"), keeper, utc_now())
    moderating.on_person(ines, order("ban", "Again and again", ban_days=7), keeper, utc_now())
    log = overseeing.log(1).acts
    assert [(act.kind, act.reason) for act in log] == [
        ("ban", "Again and again"),
        ("restore", "On reflection"),
        ("hide", "Insults"),
    ]
    assert "marol" not in repr(log).lower()
    assert store.write(store.Sent(story.pk, "x"), ines, utc_now()) == Declined(Reason.BANNED)
    later = utc_now() + timedelta(days=8)
    assert not isinstance(store.write(store.Sent(story.pk, "x"), ines, later), Declined)


@pytest.mark.parametrize("kind", ["hide", "ban", "lock"])
def test_an_act_needs_a_moderator_and_a_reason(story: Any, kind: str) -> None:
    from octavo.community import moderating
    from octavo.community.deciding import Declined, Reason
    from octavo.community.models import ModerationAct

    ines, keeper = person("ines"), person("keeper", "moderator")
    row = comment(story, ines)

    def act(by: "User | None", reason: str) -> Any:
        done = order(kind, reason)
        if kind == "hide":
            return moderating.on_comment(row.pk, done, by, utc_now())
        if kind == "lock":
            return moderating.on_story(story.pk, done, by, utc_now())
        return moderating.on_person(ines, done, by, utc_now())

    for by in (None, ines, person("marol")):
        assert act(by, "Because") == Declined(Reason.NOT_ALLOWED)
    assert act(keeper, "  ") == Declined(Reason.EMPTY)
    assert not ModerationAct.objects.exists()
    row.refresh_from_db()
    assert (row.state, count(story)) == ("shown", 1)


def test_moderators_do_not_ban_one_another(story: Any) -> None:
    from octavo.community import moderating
    from octavo.community.deciding import Declined, Reason

    keeper, other = person("keeper", "moderator"), person("other", "moderator")
    assert moderating.on_person(other, order("ban"), keeper, utc_now()) == Declined(Reason.NOT_ALLOWED)


def test_what_its_writer_removes_is_gone_but_its_place_stays(story: Any) -> None:
    from octavo.community import reading, store
    from octavo.community.arranging import Order

    ines, marol = person("ines"), person("marol")
    row = comment(story, ines, "I regret this.")
    store.edit(row.pk, "I regret this!", 0, ines, utc_now())
    comment(story, marol, "Why?", parent=row.pk)
    store.erase(row.pk, ines)
    row.refresh_from_db()
    assert (row.text, row.revisions.count(), count(story)) == ("", 0, 1)
    view = reading.discussion_view(story.pk, reading.NOBODY, utc_now(), order=Order.BEST)
    assert [(card.state, card.author, card.text) for card in view.comments] == [
        ("erased", "", ""),
        ("shown", "marol", "Why?"),
    ]


def test_a_reported_text_outlasts_its_removal_until_a_moderator_has_read_it(story: Any) -> None:
    from octavo.community import moderating, overseeing, reading, store

    ines, marol, keeper = person("ines"), person("marol"), person("keeper", "moderator")
    row = comment(story, ines, "Rude words.")
    store.report(row.pk, "abuse", "", marol, utc_now())
    store.erase(row.pk, ines)
    viewer = reading.viewer_of(keeper, utc_now())
    assert [item.comment.text for item in overseeing.queue(viewer, utc_now())] == ["Rude words."]
    assert reading.card_of(row, reading.viewer_of(marol, utc_now()), utc_now()).text == ""
    moderating.on_comment(row.pk, order("keep", "Read and noted"), keeper, utc_now())
    row.refresh_from_db()
    assert row.text == ""


def test_a_person_takes_along_and_takes_back_all_of_theirs(story: Any) -> None:
    from octavo.accounts import belongings
    from octavo.community import store
    from octavo.community.models import Comment, Mute, Reaction, Report
    from octavo.community.reactions import ReactionKind

    ines, marol = person("ines"), person("marol")
    other = comment(story, marol, "Hello.")
    comment(story, ines, "Mine.")
    store.react(other.pk, ReactionKind.WORTH, ines, utc_now(), on=True)
    store.report(other.pk, "spam", "my note", ines, utc_now())
    store.mute(ines, marol, on=True)
    export: Any = belongings.export(ines)["discussions"]
    assert [one["text"] for one in export["comments"]] == ["Hm.", "Hm.", "Mine."]
    assert export["muted"] == ["marol"]
    assert [one["kind"] for one in export["reactions"]] == ["worth"]
    assert [one["note"] for one in export["reports"]] == ["my note"]
    belongings.erase(ines)
    assert set(Comment.objects.filter(author=None).values_list("state", "text")) == {("erased", "")}
    assert not Reaction.objects.exists()
    assert not Mute.objects.exists()
    assert Report.objects.filter(reporter=None, note="").count() == 1
    assert count(story) == 1


def test_without_an_account_a_comment_is_held_where_the_house_is_open(story: Any) -> None:
    from octavo.community.deciding import Declined, Reason

    assert write(story, None, name="Ines") == Declined(Reason.SIGN_IN)
    house_settings.override(comments="open")
    try:
        held = write(story, None, name="Ines", origin="a")
        assert (held.state, count(story)) == ("held", 0)
        write(story, None, name="Ines", origin="a")
        assert write(story, None, name="Other", origin="a").reason is Reason.FAST
        assert write(story, None, name="Ines", origin="b").state == "held"
        house_settings.override(comments="off")
        assert write(story, person("ines")) == Declined(Reason.OFF)
    finally:
        house_settings.withdraw("comments")


def test_what_is_written_while_its_story_is_merged_away_goes_where_that_went(story: Any) -> None:
    from octavo.community.models import Comment
    from octavo.stories.models import MovedStory, Story, Thread

    old = Story.objects.create(thread=Thread.objects.create(), began=utc_now(), latest=utc_now())
    MovedStory.objects.create(old_id=old.pk, story=story, reason="merged")
    Story.objects.filter(pk=old.pk).delete()
    assert write(old, person("ines")).story == story.pk
    assert Comment.objects.get(author__username="ines", written__gt=utc_now() - timedelta(hours=1)).story_id == story.pk


def test_no_comment_is_lost_when_a_story_ends_under_its_writers_hands(story: Any) -> None:
    """Writers and the end of their story at the same time: every comment stands on the heir."""
    from django.db import transaction

    from octavo.community.following import follow
    from octavo.community.models import Comment
    from octavo.core.types import Signal
    from octavo.stories import mending
    from octavo.stories.changes import Change, ChangeKind
    from octavo.stories.models import Story, Thread

    writers = [person(f"p{number}") for number in range(6)]
    old = Story.objects.create(thread=Thread.objects.create(), began=utc_now(), latest=utc_now())
    article = story.memberships.get().article_id
    comment(old, writers[0])

    def end() -> None:
        with transaction.atomic():
            change = Change(ChangeKind.MERGED, story.pk, old.pk, article, (Signal("title", 1.0, ""),), 1)
            mending._end(old.pk, [change])
            follow([story.pk])

    at_once(
        *[lambda by=one: write(old, by) for one in writers[1:4]],
        end,
        *[lambda by=one: write(old, by) for one in writers[4:]],
    )
    assert Comment.objects.filter(story=story).count() == count(story) == 6


def test_comments_go_with_the_report_that_they_were_begun_on(house: Settings) -> None:
    from django.db import transaction

    from octavo.community.following import follow
    from octavo.community.models import Comment
    from octavo.stories.models import Membership
    from tests.integration.newspaper import article, publisher
    from tests.integration.newspaper import story as folded

    ines, marol = person("ines"), person("marol")
    courier = publisher("Tide Courier")
    lamp, ferry = article(courier, "Lamp lit"), article(courier, "Ferry late")
    one, other = folded(lamp, ferry), folded(article(courier, "Ferry later"))
    on_ferry = comment(one, ines, "Late again.", article=ferry.pk)
    answer = comment(one, marol, "As ever.", parent=on_ferry.pk)
    on_lamp = comment(one, ines, "Bright.", article=lamp.pk)
    Membership.objects.filter(article=ferry).update(story=other)
    with transaction.atomic():
        follow([one.pk, other.pk])
    assert dict(Comment.objects.filter(pk__gte=on_ferry.pk).values_list("pk", "story_id")) == {
        on_ferry.pk: other.pk,
        answer.pk: other.pk,
        on_lamp.pk: one.pk,
    }
    assert (count(one), count(other)) == (1, 2)


def test_comments_and_reactions_of_an_offline_queue_are_done_once_in_order(story: Any) -> None:
    from octavo.accounts import acts
    from octavo.community.models import Comment, Reaction

    ines, marol = person("ines"), person("marol")
    row = comment(story, marol)
    sent = [
        {"key": str(uuid4()), "act": "comment", "story": story.pk, "text": "From the train."},
        {"key": str(uuid4()), "act": "comment", "answers": row.pk, "text": "Indeed."},
        {"key": str(uuid4()), "act": "react", "comment": row.pk, "kind": "worth"},
        {"key": str(uuid4()), "act": "comment", "text": "Nowhere."},
        {"key": str(uuid4()), "act": "react", "comment": row.pk, "kind": "love"},
        {"key": str(uuid4()), "act": "comment", "answers": 2**40, "text": "To nobody."},
    ]
    found = at_once(*[lambda: acts.done(ines, sent, utc_now())] * 2)
    assert found[0] == found[1]
    assert [one["status"] for one in found[0]] == ["done", "done", "done", "refused", "refused", "refused"]
    assert list(Comment.objects.filter(story=story).order_by("id").values_list("text", "parent")) == [
        ("Well said.", None),
        ("From the train.", None),
        ("Indeed.", row.pk),
    ]
    assert Reaction.objects.count() == 1


def test_a_form_whose_answer_was_lost_is_not_written_again_by_the_queue(story: Any) -> None:
    from octavo.accounts import acts
    from octavo.community.models import Comment

    ines, form = person("ines"), uuid4()
    first = comment(story, ines, "Once.", key=form)
    sent = {"key": str(uuid4()), "act": "comment", "story": story.pk, "text": "Once.", "form": str(form)}
    answer = acts.done(ines, [sent], utc_now())[0]
    assert (answer["status"], answer["comment"]) == ("done", first.pk)
    assert Comment.objects.filter(story=story).count() == 1


def test_an_offline_queue_is_told_to_wait_where_it_would_be_too_fast(story: Any) -> None:
    from octavo.accounts import acts

    ines = person("ines")
    sent = [{"key": str(uuid4()), "act": "comment", "story": story.pk, "text": f"{one}."} for one in range(6)]
    found = acts.done(ines, sent, utc_now())
    assert [one["status"] for one in found] == ["done"] * 4 + ["later"] * 2
    assert found[-1]["after_seconds"] > 0
