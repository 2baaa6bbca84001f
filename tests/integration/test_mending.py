"""What was folded in an unlucky order is mended, and addresses live on."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from octavo.config.settings import Settings
from octavo.core.types import Article
from tests.unit import happenings

WHEN = datetime(2026, 3, 4, 8, 0, tzinfo=UTC)
TEXT = """The ferry Merrow left Port Sabel at dawn on Tuesday with forty crates of pears and a brass band on board.
By noon the band had learned the sea shanty of the first mate, and the pears had been sold twice over.
The harbour master of Cape Orrin said that he had never heard so many trombones in one fog."""


def article(number: int, title: str, text: str) -> Article:
    return Article(
        url=f"https://paper-{number}.example/pears",
        title=title,
        text=text,
        publisher=f"Paper {number}",
        published=WHEN + timedelta(hours=number),
        language="en",
    )


def test_two_stories_that_are_one_become_one_and_the_old_address_leads_on(house: Settings) -> None:
    from django.db import transaction

    from octavo.pipeline.importing import keep_page
    from octavo.stories import store
    from octavo.stories.models import Membership, Mending, MovedStory, Story, Thread

    ids = keep_page(
        [
            article(1, "Brass band and pears sail from Port Sabel", TEXT),
            article(2, "Brass band and pears sail from Port Sabel", TEXT),
            article(3, "Trombones in the fog: band sails with pears", TEXT),
        ]
    )
    for place, identity in enumerate(ids):
        story = Story.objects.create(thread=Thread.objects.create(), began=WHEN, latest=WHEN)
        Membership.objects.create(article_id=identity, story=story)
        if place == 0:
            first = story

    with transaction.atomic():
        touched = store.mend()

    assert touched == [first.pk]
    assert set(Membership.objects.values_list("story_id", flat=True)) == {first.pk}
    assert set(MovedStory.objects.values_list("story_id", flat=True)) == {first.pk}
    assert MovedStory.objects.count() == 2
    assert {reason.partition(":")[0] for reason in MovedStory.objects.values_list("reason", flat=True)} == {"merged"}
    assert all("copy +1.00" in reason for reason in MovedStory.objects.values_list("reason", flat=True))
    told = [(one.kind, one.story_id, one.article_id, one.why[0]["name"]) for one in Mending.objects.order_by("article")]
    assert told == [("merged", first.pk, ids[1], "copy"), ("merged", first.pk, ids[2], "copy")]
    first.refresh_from_db()
    assert (first.articles_count, first.publishers_count, first.copies_count) == (3, 1, 2)

    with transaction.atomic():
        assert store.mend() == []


def test_a_story_goes_on_in_the_thread_of_weeks_ago_whether_folded_or_mended(house: Settings) -> None:
    from django.db import transaction

    from octavo.pipeline.importing import keep_page
    from octavo.stories import store, window
    from octavo.stories.models import Membership, Story

    def fold(days: int, *articles: tuple[str, str]) -> Story:
        """Fold reports so many days later, each of a house of its own; return the story of the first."""
        told = [
            replace(article(n + 2 * days, *one), published=WHEN + timedelta(days=days))
            for n, one in enumerate(articles)
        ]
        ids = keep_page(told)
        with transaction.atomic():
            store.fold(ids)
        window._open = None
        return Membership.objects.get(article_id=ids[0]).story

    again = (
        "New Marrow Bridge in Ostrel to open by June, mayor pledges",
        "Ostrel will have a new Marrow Bridge by June, Mayor Sanna Kivel pledged. The council voted 21 to 14 for the "
        "bridge, which costs 84 million crowns and is to be built by Lattner, who will drill the piles.",
    )
    promised = fold(0, happenings.BRIDGE_PROMISED, again)
    delayed = fold(24, happenings.BRIDGE_DELAYED)

    assert delayed != promised
    assert delayed.thread == promised.thread
    linked = store.links([promised.pk, delayed.pk])
    assert [linked[delayed.pk][0]["name"], linked[delayed.pk][0]["detail"]] == ["develops", str(promised.pk)]
    Membership.objects.update(develops=[])
    mend()
    mend()
    assert store.links([promised.pk, delayed.pk]).keys() == {delayed.pk}
    assert Story.objects.get(pk=delayed.pk).thread == promised.thread
    assert Story.objects.get(pk=promised.pk).thread == promised.thread


def test_a_copy_of_weeks_later_is_of_its_originals_story_whether_folded_or_mended(house: Settings) -> None:
    from django.db import transaction

    from octavo.dedupe.models import Copy
    from octavo.pipeline.importing import keep_page
    from octavo.stories import store, window
    from octavo.stories.models import Membership

    told = [
        article(1, "Brass band and pears sail from Port Sabel", TEXT),
        article(2, "Trombones in the fog", f"{TEXT}\nThe pears were ripe."),
        article(24 * 24, "A ferry, a band and forty crates of pears", TEXT),
    ]
    ids = []
    for some in (told[:2], told[2:]):
        ids += keep_page(some)
        with transaction.atomic():
            store.fold(ids[-len(some) :])
        window._open = None

    def kept() -> tuple[set[int], set[tuple[int, int]]]:
        stories = Membership.objects.filter(article__in=ids).values_list("story_id", flat=True)
        return set(stories), set(Copy.objects.values_list("article_id", "original_id"))

    before = kept()
    assert len(before[0]) == 1
    assert (ids[2], ids[0]) in before[1]
    mend()
    assert kept() == before


def test_the_addresses_of_a_merged_storys_thread_and_its_feed_lead_on(house: Settings) -> None:
    from octavo.pipeline.importing import keep_page
    from octavo.stories.models import Membership, Story, Thread
    from tests.integration.test_person import client_of

    threads = []
    for number in (1, 2):
        (identity,) = keep_page([article(number, "Brass band and pears sail from Port Sabel", TEXT)])
        threads.append(Thread.objects.create())
        story = Story.objects.create(thread=threads[-1], began=WHEN, latest=WHEN)
        Membership.objects.create(article_id=identity, story=story)
    mend()
    mend()
    lead, gone = threads
    client = client_of()
    there = client.get(f"/en/thread/{lead.pk}", follow=True).request["PATH_INFO"]
    for form in ("", ".rss"):
        answer = client.get(f"/en/thread/{gone.pk}{form}")
        assert (answer.status_code, answer.headers["Location"]) == (301, there + form)
    assert client.get("/en/thread/987654").status_code == 404


def mend() -> list[int]:
    from django.db import transaction

    from octavo.stories import store

    with transaction.atomic():
        return store.mend()


def test_a_story_that_chained_is_split_and_says_why(house: Settings) -> None:
    from octavo.editions.reading.mendings import mendings_of
    from octavo.pipeline.importing import keep_page
    from octavo.stories import store
    from octavo.stories.models import Membership, Mending, Story, Thread

    told = (*happenings.QUAKE_NORTH, *happenings.QUAKE_SOUTH)
    ids = keep_page([article(number, *one) for number, one in enumerate(told)])
    chained = Story.objects.create(thread=Thread.objects.create(), began=WHEN, latest=WHEN, headline="Two earthquakes")
    Membership.objects.bulk_create([Membership(article_id=one, story=chained) for one in ids])

    touched = mend()

    assert len(touched) == 2
    where = dict(Membership.objects.values_list("article_id", "story_id"))
    assert where[ids[0]] == where[ids[1]] == chained.pk
    assert where[ids[2]] == where[ids[3]] != chained.pk
    change = Mending.objects.get()
    assert (change.kind, change.story_id, change.other_id) == ("split", where[ids[2]], chained.pk)
    assert (change.other_headline, change.article_id, change.articles_count) == ("Two earthquakes", ids[2], 2)
    why = store.reasons(where[ids[2]])[ids[2]][0]
    assert (why["name"], why["detail"]) == ("apart", str(chained.pk))
    (card,) = mendings_of(chained.pk)
    assert (card.why[0].name, card.why[0].detail) == ("apart", str(chained.pk))
    assert mend() == []


def test_it_is_told_anew_which_report_started_a_story_and_which_joined(house: Settings) -> None:
    """The second was read first, and the first joined it."""
    from octavo.pipeline.importing import keep_page
    from octavo.stories.models import Membership, Story, Thread

    ids = keep_page([article(number, *one) for number, one in enumerate(happenings.QUAKE_NORTH)])
    story = Story.objects.create(thread=Thread.objects.create(), began=WHEN, latest=WHEN)
    for one, name in zip(ids, ("terms", "apart"), strict=True):
        why = [{"name": name, "value": -2.0 if name == "apart" else 2.0, "detail": ""}]
        Membership.objects.create(article_id=one, story=story, why=why)

    mend()

    first, second = (Membership.objects.get(article=one) for one in ids)
    assert first.story_id == second.story_id == story.pk
    assert first.why == []
    assert second.why[0]["name"] not in ("apart", "copy")


def test_a_reason_names_the_story_by_its_number_wherever_that_is_now(house: Settings) -> None:
    from octavo.pipeline.importing import keep_page
    from octavo.stories import store
    from octavo.stories.models import Membership, MovedStory, Story, Thread

    ids = keep_page([article(number, "Pears at sea", TEXT) for number in (1, 2)])
    one, other = (Story.objects.create(thread=Thread.objects.create(), began=WHEN, latest=WHEN) for _ in ids)
    MovedStory.objects.create(old_id=987, story=one, reason="")
    for name, told in ((f"s{one.pk}", str(one.pk)), ("s987", str(one.pk)), (f"s{other.pk}", ""), ("s654", "")):
        why = [{"name": "apart", "value": -2.0, "detail": name}, {"name": "terms", "value": 1.0, "detail": ""}]
        Membership.objects.update_or_create(article_id=ids[1], defaults={"story": other, "why": why})
        assert [reason["detail"] for reason in store.reasons(other.pk)[ids[1]]] == [told, ""]


def test_what_readers_wrote_on_a_merged_story_goes_with_it(house: Settings) -> None:
    from django.contrib.auth import get_user_model

    from octavo.community.models import Comment
    from octavo.pipeline.importing import keep_page
    from octavo.stories.models import Membership, Story, Thread

    ids = keep_page([article(number, "Pears at sea", TEXT) for number in (1, 2)])
    made = [Story.objects.create(thread=Thread.objects.create(), began=WHEN, latest=WHEN) for _ in ids]
    for one, story in zip(ids, made, strict=True):
        Membership.objects.create(article_id=one, story=story)
    reader = get_user_model().objects.create_user("ines")
    Comment.objects.create(story=made[1], author=reader, text="Play it again!")

    mend()

    assert Comment.objects.get().story_id == made[0].pk


def test_what_began_before_the_mended_days_goes_on(house: Settings) -> None:
    """An original, a story and a thread of the week before are still there when the newest week is folded again."""
    from django.db import transaction

    from octavo.dedupe.models import Copy
    from octavo.pipeline.importing import keep_page
    from octavo.stories import store
    from octavo.stories.models import Membership, Mending

    days = [(0, TEXT), (6 * 24, TEXT), (9 * 24, TEXT), (12 * 24, "Another matter altogether.\n" * 9)]
    ids = keep_page([article(hours, f"Pears at sea, day {hours}", text) for hours, text in days])
    with transaction.atomic():
        store.fold(ids)
    before = list(Membership.objects.order_by("article").values_list("article_id", "story_id"))
    copies = list(Copy.objects.order_by("article").values_list("article_id", "original_id"))
    assert copies == [(ids[1], ids[0]), (ids[2], ids[0])]

    mend()

    assert list(Membership.objects.order_by("article").values_list("article_id", "story_id")) == before
    assert list(Copy.objects.order_by("article").values_list("article_id", "original_id")) == copies
    assert not Mending.objects.exists()


def test_mending_now_needs_something_folded_since_the_last(house: Settings) -> None:
    from octavo.pipeline import flow, queue
    from octavo.stories.models import FoldingState
    from tests.integration import newspaper

    row = newspaper.article(newspaper.publisher("Tide Courier"), "Old lighthouse shines again")
    flow.fold_articles([row.pk])
    flow.mend_now()
    queue.work(("fold",), until_empty=True)
    turns = FoldingState.objects.get().version
    flow.mend_now()
    queue.work(("fold",), until_empty=True)
    assert FoldingState.objects.get().version == turns
    assert turns == 2
