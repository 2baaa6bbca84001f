"""Pages at their addresses: what they show, where they lead, what they refuse."""

import json
import re
from datetime import UTC, datetime, timedelta
from html import escape
from typing import TYPE_CHECKING, Any

import pytest

from octavo.config.settings import Settings

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.xdist_group("web")


@pytest.fixture
def client(house: Settings) -> "Client":
    from django.test import Client

    return Client(headers={"host": "localhost"})


def page(client: "Client", path: str, status: int = 200, **headers: str) -> str:
    answer = client.get(path, headers=headers)
    assert answer.status_code == status, path
    return str(answer.content.decode())


def lighthouse(**facts: Any) -> Any:
    """Keep a story of two reports and a copy."""
    from tests.integration.newspaper import article, copy, publisher, story

    courier = publisher("Tide Courier", **facts)
    first = article(courier, "Old lighthouse shines again")
    second = article(publisher("Brisk Gazette", country="IE"), "Almera's lamp is lit after forty years")
    return story(first, copy(first, publisher("Echo Daily")), second, tags=["PortAlmera"])


def test_the_first_address_leads_to_the_readers_language(client: "Client") -> None:
    assert client.get("/", headers={"accept-language": "ko-KR,en;q=0.5"}).headers["location"] == "/ko/"
    assert client.get("/", headers={"accept-language": "xx"}).headers["location"] == "/en/"
    client.get("/de/", headers={"accept-language": "ko"})
    assert client.get("/", headers={"accept-language": "ko"}).headers["location"] == "/de/"


def test_an_empty_house_says_that_news_is_on_its_way(client: "Client") -> None:
    assert "empty--page" in page(client, "/en/")


def test_the_front_page_tells_the_coverage(client: "Client") -> None:
    made = lighthouse()
    text = page(client, "/en/")
    assert f'href="/en/story/{made.pk}/old-lighthouse-shines-again"' in text
    for words in ("2 publishers", "2 countries", "1 copy folded"):
        assert words in text


@pytest.mark.parametrize(
    ("policy", "told"), [("excerpt", "Three keepers left the lighthouse of Cape Orrin"), ("headline", "The Gull")]
)
def test_an_article_without_a_title_is_called_by_how_it_begins(client: "Client", policy: str, told: str) -> None:
    from tests.integration import newspaper as made

    text = ["Three keepers left the lighthouse of Cape Orrin on Monday after its lamp had been burning for 130 years."]
    untitled = made.article(made.publisher("The Gull", display_policy=policy), "", text)
    story = made.story(untitled)
    for path in ("/en/", f"/en/story/{story.pk}", f"/en/article/{untitled.pk}"):
        answer = client.get(path, follow=True).content.decode()
        assert re.search(rf"<h[1-3][^>]*>(?:<a [^>]*>)?{told}", answer), path


def test_the_front_page_shows_the_reading_of_feeds(client: "Client") -> None:
    from octavo.core.clock import utc_now
    from octavo.sources.models import Feed
    from tests.integration.newspaper import publisher

    by = publisher("Tide Courier")
    for number in range(3):
        polled = utc_now() if number == 0 else None
        Feed.objects.create(publisher=by, url=f"https://tide.example/{number}", next_poll=utc_now(), polled=polled)
    assert "Reading 1 of 3 feeds" in page(client, "/en/")
    assert "Reading 1 of 3 feeds" in page(client, "/en/progress")
    Feed.objects.update(polled=utc_now())
    assert "Reading" not in page(client, "/en/")


def test_an_edition_shows_the_headline_in_its_language(client: "Client") -> None:
    from tests.integration.newspaper import article, publisher, story

    english = article(publisher("Tide Courier"), "Old lighthouse shines again")
    german = article(publisher("Seeblatt", languages=["de"]), "Alter Leuchtturm brennt wieder", language="de")
    story(english, german)
    assert "Alter Leuchtturm brennt wieder" in page(client, "/de/")
    assert "Old lighthouse shines again" in page(client, "/en/")


def test_a_headline_in_the_readers_letters_stands_before_others(client: "Client") -> None:
    from octavo.editions.reading.cards import story_cards
    from tests.integration.newspaper import article, publisher, story

    korean = article(publisher("Saebyeok", languages=["ko"]), "다시 켜진 등대", language="ko")
    made = story(korean, article(publisher("Tide Courier"), "Old lighthouse shines again"))
    told = {language: story_cards([made.pk], language)[0].headline for language in ("de", "ar", "ko")}
    assert told == dict.fromkeys(("de", "ar"), "Old lighthouse shines again") | {"ko": "다시 켜진 등대"}


def test_a_story_speaks_one_language_to_readers_whom_no_report_speaks_to(client: "Client") -> None:
    from octavo.enrich.models import Enrichment
    from tests.integration.newspaper import PARAGRAPHS, article, publisher, story

    told = ("أضيء فنار الميناء من جديد مساء الاثنين، كما أعلنت إدارة الميناء.", "بقي الفنار مطفأ أربعين عاما.")
    arabic = article(publisher("Almanar", languages=["ar"]), "الفنار يضيء من جديد", told, language="ar")
    english = article(publisher("Tide Courier"), "Old lighthouse shines again")
    made = story(arabic, english)
    kept = {}
    for row in (arabic, english):
        sentence = row.text.partition("\n")[0]
        cite = {"article": str(row.pk), "start": 0, "end": len(sentence)}
        kept[row.language] = {"headline": row.title, "sentences": [{"text": sentence, "cites": [cite]}]}
    Enrichment.objects.filter(story=made).update(summaries=kept)
    text = page(client, f"/de/story/{made.pk}/old-lighthouse-shines-again")
    assert PARAGRAPHS[0] in text
    assert told[0] not in text.partition("reports-title")[0]
    assert PARAGRAPHS[0] in page(client, f"/de/listen/story/{made.pk}")
    assert told[0] in page(client, f"/ar/listen/story/{made.pk}")


def test_a_section_of_an_edition_holds_its_language(client: "Client") -> None:
    from tests.integration.newspaper import article, publisher, story

    story(article(publisher("Tide Courier"), "Old lighthouse shines again"))
    story(article(publisher("Seeblatt"), "Alter Leuchtturm brennt wieder", language="de"))
    german, korean = page(client, "/de/category/society"), page(client, "/ko/category/society")
    assert "Alter Leuchtturm" in german
    assert "Old lighthouse" not in german
    assert "Alter Leuchtturm" in korean
    assert "Old lighthouse" in korean


def test_the_demo_goes_when_real_news_is_there(client: "Client") -> None:
    from tests.integration.newspaper import article, publisher, story

    invented = story(article(publisher("Invented Post", is_demo=True), "Nothing of this happened"))
    text = page(client, "/en/")
    assert "Demo edition" in text
    assert "Nothing of this happened" in text
    story(article(publisher("Tide Courier"), "Old lighthouse shines again"))
    text = page(client, "/en/")
    assert "Demo edition" not in text
    assert "Nothing of this happened" not in text
    page(client, f"/en/story/{invented.pk}/", status=410)


def test_a_story_page_folds_copies_under_their_original(client: "Client") -> None:
    made = lighthouse()
    text = page(client, f"/en/story/{made.pk}/old-lighthouse-shines-again")
    folded = text[text.index('<details class="folded"') :]
    assert "Echo Daily" in folded[: folded.index("</details>")]
    assert "Nearly the same text (93%)" in folded
    text = text[text.index("<main") :]
    assert text.index("Tide Courier") < text.index("Echo Daily") < text.index("lamp is lit after forty years")


def test_a_citation_opens_the_article_at_its_passage(client: "Client") -> None:
    from tests.integration.newspaper import PARAGRAPHS

    made = lighthouse()
    text = page(client, f"/en/story/{made.pk}/old-lighthouse-shines-again")
    cite = re.search(r'href="(/en/article/[^"]*\?from=[^"]*)"', text)
    assert cite
    shown = page(client, cite[1].replace("&amp;", "&").partition("#")[0])
    assert f'<mark id="passage">{PARAGRAPHS[0]}</mark>' in shown


def test_a_story_page_names_related_stories_with_their_reason(client: "Client") -> None:
    from tests.integration.newspaper import article, publisher, relate, story

    made = lighthouse()
    other = story(article(publisher("Brisk Weekly"), "Foundry in Brisk casts fog horn"))
    relate(made, other, "place", "Brisk")
    text = page(client, f"/en/story/{made.pk}/old-lighthouse-shines-again")
    assert "Same place: Brisk" in text
    assert "Foundry in Brisk casts fog horn" in text


def test_a_thread_is_a_timeline(client: "Client") -> None:
    from octavo.stories.models import Thread
    from tests.integration.newspaper import article, publisher, story

    thread, by = Thread.objects.create(), publisher("Tide Courier")
    days = [datetime.now(UTC) - timedelta(days=day) for day in (5, 2)]
    first = story(article(by, "Lamp to be rebuilt", moment=days[0]), thread=thread)
    story(article(by, "Lamp is rebuilt", moment=days[1]), thread=thread)
    text = page(client, f"/en/story/{first.pk}/lamp-to-be-rebuilt")
    assert f"/en/thread/{thread.pk}/lamp-to-be-rebuilt" in text
    text = page(client, f"/en/thread/{thread.pk}/lamp-to-be-rebuilt")
    assert text.index("Lamp is rebuilt</a>") < text.index("Lamp to be rebuilt</a>")


def test_a_step_of_a_timeline_stands_at_its_first_report(client: "Client") -> None:
    from octavo.stories.models import Thread
    from tests.integration.newspaper import article, publisher, story

    thread, by, other = Thread.objects.create(), publisher("Tide Courier"), publisher("Brisk Gazette")
    days = [datetime(2026, 3, day, 12, tzinfo=UTC) for day in (2, 5, 9)]
    lit, told = article(by, "Lamp to be lit", moment=days[0]), article(other, "How the lamp was lit", moment=days[2])
    story(lit, told, thread=thread)
    last = story(article(by, "Ferries steer by the lamp", moment=days[1]), thread=thread)
    text = page(client, f"/en/story/{last.pk}/ferries-steer-by-the-lamp")
    timeline = text[text.index('class="timeline"') :].partition("</section>")[0]
    assert re.findall(r'datetime="2026-03-(\d\d)', timeline) == ["02", "05"]
    text = page(client, f"/en/thread/{thread.pk}/lamp-to-be-lit")
    assert re.findall(r'thread__day"><time datetime="2026-03-(\d\d)', text) == ["05", "02"]
    assert "March 2, 2026 – March 9, 2026" in text


@pytest.mark.parametrize(
    ("policy", "seen", "unseen"), [("full", 4, 0), ("excerpt", 2, 2), ("headline", 0, 4)], ids=lambda value: str(value)
)
def test_the_display_policy_decides_how_much_is_shown(client: "Client", policy: str, seen: int, unseen: int) -> None:
    from tests.integration.newspaper import PARAGRAPHS, article, publisher, story

    row = article(publisher("Tide Courier", display_policy=policy), "Old lighthouse shines again")
    story(row)
    text = page(client, f"/en/article/{row.pk}/old-lighthouse-shines-again")
    assert [one in text for one in PARAGRAPHS] == [True] * seen + [False] * unseen
    assert f'<link rel="canonical" href="{row.url}">' in text
    assert f'href="{row.url}" rel="noopener external"' in text
    for path in ("/en/", "/en/search?q=lighthouse", "/en/publisher/tide-courier"):
        assert (PARAGRAPHS[0][:40] in re.sub("</?mark>", "", page(client, path))) == (policy != "headline")


def test_an_article_from_the_feed_alone_says_so(client: "Client") -> None:
    from tests.integration.newspaper import article, publisher, story

    row = article(publisher("Tide Courier"), "Old lighthouse shines again", fetched=None)
    story(row)
    assert "what its feed gave" in page(client, f"/en/article/{row.pk}/old-lighthouse-shines-again")


def test_structured_data_names_the_publisher_and_survives_hostile_titles(client: "Client") -> None:
    from tests.integration.newspaper import article, publisher, story

    row = article(publisher("Tide Courier"), "</script><script>alert(1)</script> & more")
    story(row)
    text = page(client, client.get(f"/en/article/{row.pk}").headers["location"])
    assert "<script>alert" not in text
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert block
    news, crumbs = json.loads(block[1])["@graph"]
    assert news["headline"] == row.title
    assert news["publisher"]["name"] == "Tide Courier"
    assert [one["position"] for one in crumbs["itemListElement"]] == [1, 2, 3]


def test_html_from_outside_cannot_act(client: "Client") -> None:
    from tests.integration.newspaper import article, publisher, story

    hostile = (
        '<p onclick="x()">Words<script>alert(1)</script><iframe src="https://evil.example/"></iframe>'
        '<a href="javascript:x()">link</a><img src="https://tide.example/p.jpg" onerror="x()" style="x"></p>'
    )
    row = article(publisher("Tide Courier", display_policy="full"), "Old lighthouse shines again", html=hostile)
    story(row)
    text = page(client, f"/en/article/{row.pk}/old-lighthouse-shines-again")
    body = text[text.index('<div class="body"') : text.index("</footer>")]
    assert "Words" in body
    for bad in ("onclick", "alert", "iframe", "javascript:", "onerror", "style=", 'src="https://'):
        assert bad not in body


def test_other_slugs_and_merged_stories_lead_on_for_good(client: "Client") -> None:
    from octavo.stories.models import MovedStory

    made = lighthouse()
    MovedStory.objects.create(old_id=999_999, story=made, reason="merged")
    wanted = f"/en/story/{made.pk}/old-lighthouse-shines-again"
    for path in (f"/en/story/{made.pk}", f"/en/story/{made.pk}/", f"/en/story/{made.pk}/old", "/en/story/999999/gone"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["location"]) == (301, wanted), path


@pytest.mark.parametrize(
    "path",
    [
        "/xx/",
        "/en/story/0",
        "/en/story/999999999999999999/x",
        "/en/article/0/x",
        "/en/thread/4/x",
        "/en/hashtag/None",
        "/en/category/none",
        "/en/category/sport?page=2",
        "/en/category/sport?page=x",
        "/en/category/sport?page=0",
        f"/en/category/sport?page={'9' * 5_000}",
        "/en/publisher/none",
        "/en/search?q=x&page=-1",
        "/ar/%2e%2e/none",
    ],
)
def test_an_address_that_leads_nowhere_says_what_to_do(client: "Client", path: str) -> None:
    text = page(client, path, status=404)
    assert 'role="search"' in text
    assert ('lang="ar" dir="rtl"' in text) == path.startswith("/ar/")


def test_a_failure_has_a_page_of_its_own(house: Settings) -> None:
    from django.test import RequestFactory

    from octavo.web.errors import failed

    answer = failed(RequestFactory().get("/es/"))
    assert answer.status_code == 500
    assert 'lang="es"' in answer.content.decode()


def test_search_takes_words_phrases_and_filters(client: "Client") -> None:
    lighthouse()
    assert "<mark>fog</mark>" in page(client, "/en/search?q=fog")
    assert "3 articles" in page(client, "/en/search?q=%22fog+horn%22")
    assert "1 article<" in page(client, "/en/search?q=fog+publisher:brisk")
    for query in ("horn+-fog", "%00", "language:ko+fog", "%22%22", "-", "x" * 400):
        assert "No article matches" in page(client, f"/en/search?q={query}") or query in ("%00",)


def test_lists_have_pages(client: "Client") -> None:
    from octavo.editions.reading.lists import PAGE_COUNT
    from tests.integration.newspaper import article, publisher, story

    by = publisher("Tide Courier")
    for number in range(PAGE_COUNT + 1):
        story(article(by, f"Report number {number}"), category="sport", tags=["Many"])
    for path in ("/en/category/sport", "/en/hashtag/Many", "/en/publisher/tide-courier", "/en/search?q=report"):
        first = page(client, path)
        following = re.search(r'rel="next" href="([^"]+)"', first)
        assert following, path
        last = page(client, following[1].replace("&amp;", "&"))
        titles = [set(re.findall(r"Report number \d+", text)) for text in (first, last)]
        assert (len(titles[0]), len(titles[1])) == (PAGE_COUNT, 1), path
        assert not titles[0] & titles[1]


def test_a_text_says_whose_it_is_and_who_carried_it_first(client: "Client") -> None:
    from tests.integration.newspaper import article, copy, publisher, story

    first = article(publisher("Tide Courier"), "Old lighthouse shines again", agency="Telvar")
    taken = copy(first, publisher("Echo Daily"))
    made = story(first, taken, copy(taken, publisher("Lamp Post"), likeness=0.8))
    text = page(client, f"/en/story/{made.pk}/old-lighthouse-shines-again")
    assert "\u2068Telvar\u2069 text, carried by 3 publishers, first by \u2068Tide Courier\u2069" in text
    folded = text[text.index('<details class="folded"') :]
    assert "Lamp Post" in folded[: folded.index("</details>")], "a copy of a copy lies under the first original"
    text = page(client, f"/en/article/{taken.pk}/old-lighthouse-shines-again")
    assert "carried by 3 publishers" in text
    assert f'href="/en/article/{taken.pk}/compare/{first.pk}"' in text


def compared(client: "Client", policy: str) -> str:
    from tests.integration.newspaper import PARAGRAPHS, article, publisher, story

    made = publisher("Tide Courier", display_policy=policy), publisher("Echo Daily", display_policy=policy)
    first = article(made[0], "Old lighthouse shines again")
    changed = (PARAGRAPHS[0].replace("forty dark", "too many"), *PARAGRAPHS[1:3], "Echo Daily adds: the keeper sings.")
    taken = article(made[1], "Lamp lit again", changed)
    from octavo.dedupe.models import Copy

    Copy.objects.create(article=taken, original=first, kind="near", likeness=0.8)
    story(first, taken)
    page(client, f"/en/article/{first.pk}/compare/{taken.pk}", status=404)
    page(client, f"/en/article/{taken.pk}/compare/{taken.pk}", status=404)
    return page(client, f"/en/article/{taken.pk}/compare/{first.pk}")


def test_a_copy_stands_beside_its_original_word_by_word(client: "Client") -> None:
    text = compared(client, "full")
    assert re.search(r"<del><span[^>]*>Only in the original: </span>forty dark </del>", text)
    assert re.search(r"\n\n<ins><span[^>]*>Only in the copy: </span>Echo Daily adds: the keeper sings</ins>", text)
    assert not re.search(r"\n</?(ins|del)>\n", text)
    assert re.search(r"<ins><span[^>]*>Only in the copy: </span>too many </ins>", text)
    assert "the keeper sings" in text
    assert "fog horn" in text


def test_a_comparison_shows_no_more_than_the_publishers_do(client: "Client") -> None:
    text = compared(client, "excerpt")
    assert "too many" in text
    assert "kitchen drawer" in text
    assert "guided by it" not in text
    assert "the keeper sings" not in text
    assert "fog horn" not in text


def test_a_comparison_of_headlines_shows_none_of_the_texts(client: "Client") -> None:
    text = compared(client, "headline")
    assert "kitchen drawer" not in text
    assert "% of it stands in the original" in text
    assert " % " not in text


def test_what_a_copy_leaves_out_at_its_end_keeps_its_paragraphs(client: "Client") -> None:
    from octavo.dedupe.models import Copy
    from tests.integration.newspaper import PARAGRAPHS, article, publisher, story

    first = article(publisher("Tide Courier", display_policy="full"), "Old lighthouse shines again")
    shortened = article(publisher("Echo Daily", display_policy="full"), "Lamp lit again", PARAGRAPHS[:2])
    Copy.objects.create(article=shortened, original=first, kind="abridged", likeness=1)
    story(first, shortened)
    text = page(client, f"/en/article/{shortened.pk}/compare/{first.pk}")
    left_out = re.escape(escape(PARAGRAPHS[2]))
    assert re.search(rf"\n\n<del><span[^>]*>Only in the original: </span>{left_out}</del>", text)


def test_a_share_is_written_as_each_language_writes_it(client: "Client") -> None:
    made = lighthouse()
    for language, written in (("en", "(93%)"), ("de", "(93\xa0%)"), ("ko", "(93%)"), ("ar", "(93%)")):
        assert written in page(client, f"/{language}/story/{made.pk}/old-lighthouse-shines-again"), language


def test_an_agency_that_publishes_itself_is_named_once(client: "Client") -> None:
    from tests.integration.newspaper import article, publisher, story

    own = article(publisher("Six Straits Wire"), "Old lighthouse shines again", agency="Six Straits Wire")
    made = story(own)
    assert "byline__agency" not in page(client, f"/en/story/{made.pk}/old-lighthouse-shines-again")
    assert "Agency: " not in page(client, f"/en/article/{own.pk}/old-lighthouse-shines-again")


def test_a_timeline_says_what_was_new_at_each_step(client: "Client") -> None:
    from octavo.core.clock import utc_now
    from tests.integration.newspaper import article, publisher, story

    by, now = publisher("Tide Courier"), utc_now()
    known = "The lamp of the lighthouse was rebuilt from drawings found in a kitchen drawer."
    first = story(article(by, "Lamp to be lit", [known], moment=now - timedelta(days=2)))
    fresh = "Ferries of the northern line now steer by its beam, captain Orla Denn told the harbour council."
    second = story(article(by, "Ferries steer by the lamp", [fresh, known]), thread=first.thread)
    for address in (f"/en/thread/{first.thread_id}/lamp-to-be-lit", f"/en/story/{second.pk}/ferries-steer-by-the-lamp"):
        text = page(client, address)
        news = text[text.index('<div class="news">') :].partition("</div>")[0]
        assert fresh in news
        assert known not in news
        assert re.search(
            r'class="cite" href="/en/article/\d+/ferries-steer-by-the-lamp\?from=0&amp;to=\d+#passage"', news
        )


def test_a_story_page_says_what_mending_did_and_why(client: "Client") -> None:
    from octavo.stories.models import Mending

    made = lighthouse()
    for kind, name, value in (("merged", "entities", 2.0), ("split", "places", -1.5)):
        why = [{"name": name, "value": value, "detail": ""}]
        Mending.objects.create(kind=kind, story=made, other_id=999, other_headline="Lamp <lit>", why=why)
    text = page(client, f"/en/story/{made.pk}/old-lighthouse-shines-again")
    assert "“Lamp &lt;lit&gt;” turned out to be the same story: the same names." in text
    assert "“Lamp &lt;lit&gt;” turned out to be another story: other places." in text


def test_every_position_of_the_front_page_explains_itself(client: "Client") -> None:
    from tests.integration.newspaper import article, publisher, story

    lighthouse()
    story(article(publisher("Loud Herald", country="FR"), "Sea monster seen off Almera"))
    assert 'href="/en/why"' in page(client, "/en/")
    text = page(client, "/en/why")
    first, second = text.index("Old lighthouse shines again"), text.index("Sea monster seen")
    assert first < text.index("2 newsrooms report it") < second
    assert second < text.index("no second one does so far: it stands after the day&#39;s stories")
    assert "newsrooms of this place report it" not in text
    assert "newsrooms of this place report it" in page(client, "/en/why?place=FR")
    assert 'href="/en/why?place=FR"' in page(client, "/en/?place=fr")
    page(client, "/en/?place=Q9", status=404)


@pytest.mark.parametrize(("country", "tag"), [("TW", "zh-Hant"), ("HK", "zh-Hant"), ("MY", "zh-Hans"), ("", "zh-Hans")])
def test_chinese_is_set_in_the_characters_of_its_place(client: "Client", country: str, tag: str) -> None:
    from tests.integration.newspaper import article, publisher, story

    told = article(publisher("Lamp Post", country=country, languages=["zh"]), "老灯塔重新点亮", language="zh")
    story(told)
    for path in ("/zh/", f"/zh/article/{told.pk}/老灯塔重新点亮"):
        assert re.search(rf'<h\d class="(headline|opener__title)[^"]*" lang="{tag}"', page(client, path)), path
