"""Pages of what machines make: summaries of every kind, translations, recordings, briefings, what was sent."""

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from django.test import Client

from octavo.config import settings
from tests.integration.endpoints import KEY, Say, Scripted, passages, scripted, summary

pytestmark = pytest.mark.xdist_group("web")

PORTUGUESE = (
    "O farol de Porto Almera voltou a brilhar na segunda-feira, disse a diretora Ines Marol.",
    "Os voluntários reconstruíram a lâmpada com 212 desenhos antigos.",
)
GERMAN = {
    "Old lighthouse shines again 0": "Alter Leuchtturm leuchtet wieder 0",
    "The lighthouse of Port Almera was lit again on Monday after forty dark years.": (
        "Der Leuchtturm von Port Almera leuchtete am Montag nach vierzig dunklen Jahren wieder."
    ),
}
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"


@pytest.fixture
def client(house: settings.Settings) -> Client:
    return Client(headers={"host": "localhost"})


@pytest.fixture
def ada(house: settings.Settings) -> Any:
    from octavo.accounts.models import User

    return User.objects.create_user(username="ada")


@pytest.fixture
def endpoint(house: settings.Settings) -> Iterator[Scripted]:
    """Name an endpoint that says passages back, and translates what it knows."""
    with scripted(_says) as running:
        settings.override(ai_url=running.url, ai_model="small", ai_key=KEY)
        yield running
    for field in ("ai_url", "ai_model", "ai_key"):
        settings.withdraw(field)


def _says(asked: dict[str, Any]) -> str | Say:
    sent = json.loads(asked["messages"][1]["content"])
    if "texts" in sent:
        return json.dumps({"texts": [GERMAN.get(text, text) for text in sent["texts"]]})
    return summary(*((one["text"], [one["n"]]) for one in passages(asked)[:1]))


def story_of(*languages: str) -> Any:
    from tests.integration.newspaper import article, publisher, story

    reports = [
        article(publisher(f"Paper {number}", languages=[one]), f"Old lighthouse shines again {number}", language=one)
        for number, one in enumerate(languages)
    ]
    return story(*reports)


def run_jobs() -> None:
    from octavo.pipeline.queue import work

    work(["aside"], until_empty=True)


def is_briefing(title: str | None) -> bool:
    """Tell the day's briefing, which joins every podcast where the clock stands a little after five."""
    return (title or "").startswith("The briefing of ")


def text_of(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return str(answer.content.decode())


def test_every_length_and_style_has_its_page_and_says_what_it_is(client: Client) -> None:
    made = story_of("en")
    lines = {}
    for length in ("line", "paragraph", "briefing"):
        page = text_of(client, f"/en/summary/{made.pk}?length={length}")
        lines[length] = page.count('class="cite"')
        assert "No language model wrote any of this" in page
    assert lines["line"] == 1 < lines["paragraph"] <= lines["briefing"]
    assert "need a language model" in text_of(client, f"/en/summary/{made.pk}?style=child")
    assert "need a language model" not in text_of(client, f"/en/summary/{made.pk}")
    text_of(client, f"/en/summary/{made.pk}?length=endless", 404)
    text_of(client, "/en/summary/999", 404)


def test_what_is_new_since_a_visit_counts_from_when_it_arrived(client: Client, ada: Any) -> None:
    from octavo.accounts.state_models import Visit
    from tests.integration.newspaper import article, publisher, story

    now = datetime.now(UTC)
    tide = publisher("Tide Courier")
    texts = (
        "Ferries to the islands of Port Almera were stopped at dawn by the harbour master.",
        "Engineers found a cracked propeller in the dry dock and called the yard at Brisk.",
        "Fishermen remembered how a lantern had once guided their grandfathers home.",
    )
    hours = ((9, 9), (5, 1), (900, 1))
    rows = [
        article(
            tide,
            f"Port Almera ferries {place}",
            (text,),
            moment=now - timedelta(hours=moment),
            first_seen=now - timedelta(hours=first_seen),
        )
        for place, (text, (moment, first_seen)) in enumerate(zip(texts, hours, strict=True))
    ]
    made = story(*rows)
    Visit.objects.create(person=ada, latest=now - timedelta(hours=3))
    client.force_login(ada)
    news = text_of(client, f"/en/summary/{made.pk}").partition('id="since-title"')[2].partition("</section>")[0]
    assert [text in news for text in texts] == [False, True, False]
    front = text_of(client, "/en/")
    assert front.count('class="fresh"') == 1


def test_a_person_lets_the_model_word_a_summary(client: Client, ada: Any, endpoint: Scripted) -> None:
    from octavo.enrich.models import ModelCall
    from octavo.enrich.store import enrich

    made = story_of("en")
    enrich([made.pk], datetime.now(UTC))
    path = f"/en/summary/{made.pk}?length=line&style=plain"
    assert client.post(path).status_code == 200
    assert "Let small word it" not in text_of(client, path)
    client.force_login(ada)
    assert "Let small word it" in text_of(client, path)
    answer = client.post(path)
    assert answer.headers["Location"] == f"{path}&asked=1"
    assert 'http-equiv="refresh"' in text_of(client, answer.headers["Location"])
    assert endpoint.asked == []
    run_jobs()
    page = text_of(client, answer.headers["Location"])
    assert "Worded by the language model small" in page
    assert 'http-equiv="refresh"' not in page
    assert ModelCall.objects.get().person == ada
    assert len(endpoint.asked) == 1


def test_where_the_reports_do_not_hold_what_it_wrote_the_page_says_so(client: Client, ada: Any) -> None:
    from octavo.enrich.store import enrich

    made = story_of("en")
    enrich([made.pk], datetime.now(UTC))
    client.force_login(ada)
    path = f"/en/summary/{made.pk}"
    with scripted(lambda _: summary(("Send five coins to the keeper.", [1]))) as running:
        settings.override(ai_url=running.url, ai_model="small")
        client.post(path)
        run_jobs()
        page = text_of(client, path)
    for field in ("ai_url", "ai_model"):
        settings.withdraw(field)
    assert "Worded by" not in page
    assert "did not word it: the reports do not hold what it wrote" in page
    assert "the passages do not hold them: 1" in page
    told, _, listed = page.partition('<div class="dropped"')
    assert "five coins" not in told
    assert '<s lang="en" dir="auto">Send five coins to the keeper.</s>' in listed
    assert "the number “five” is not in the passages" in listed
    assert "No language model wrote any of this" in page


@pytest.mark.parametrize("policy", ["excerpt", "headline"])
def test_a_dropped_sentence_is_shown_without_addresses_and_without_words_of_what_may_not_be_quoted(
    client: Client, policy: str
) -> None:
    from octavo.accounts.people import create_admin
    from octavo.enrich.models import Enrichment, WrittenSummary
    from octavo.enrich.store import enrich
    from octavo.sources.models import Publisher

    made = story_of("en")
    enrich([made.pk], datetime.now(UTC))
    Publisher.objects.update(display_policy=policy)
    dropped = [
        {"text": "Visit https://coins.example now.", "reason": "markup not in the source: https:"},
        {"text": "The keeper left.", "reason": "meaning not in the source: keeper; invented not in the source: left"},
    ]
    WrittenSummary.objects.create(
        story=made, language="en", length="paragraph", style="news", provider="local", refusal="unsupported",
        summary={"headline": "", "sentences": [], "dropped": dropped, "facts": []}, made=datetime.now(UTC),
        input_hash=Enrichment.objects.get().input_hash,
    )  # fmt: skip
    page = text_of(client, f"/en/summary/{made.pk}").partition('<div class="dropped"')[2]
    assert "coins.example" not in page
    assert "it holds a web address" in page
    assert ("The keeper left." in page) == (policy == "excerpt")
    assert "the passages do not say this · “left” is not in the passages" in page
    client.force_login(create_admin("Root", "root@example.org", "seven-leaves-and-a-quill"))
    page = text_of(client, "/admin/enrich/writtensummary/")
    assert "<summary>2</summary>" in page
    assert "The keeper left.<br>meaning not in the source: keeper" in page


def test_what_a_model_did_not_word_may_be_asked_for_again(client: Client, ada: Any, endpoint: Scripted) -> None:
    from octavo.enrich.store import enrich

    made = story_of("en")
    enrich([made.pk], datetime.now(UTC))
    client.force_login(ada)
    path = f"/en/summary/{made.pk}"
    with scripted(lambda _: Say("no", 401)) as closed:
        settings.override(ai_url=closed.url)
        led = client.post(path).headers["Location"]
        run_jobs()
    page = text_of(client, led)
    assert "did not word it: it refused the key" in page
    assert "could not be made" not in page
    assert "Let small word it" in page
    settings.override(ai_url=endpoint.url)
    client.post(path)
    waiting = text_of(client, led)
    assert 'http-equiv="refresh"' in waiting
    assert "did not word it" not in waiting
    run_jobs()
    page = text_of(client, led)
    assert "Worded by the language model small" in page
    assert "Let small word it" not in page


def test_the_story_page_shows_what_the_model_worded_and_says_so(client: Client, endpoint: Scripted) -> None:
    from octavo.enrich.models import Enrichment
    from octavo.enrich.store import enrich
    from octavo.pipeline.wording import word_stories

    made = story_of("en", "en")
    enrich([made.pk], datetime.now(UTC))
    path = client.get(f"/en/story/{made.pk}").headers["Location"]
    assert "Worded by" not in text_of(client, path)
    word_stories(datetime.now(UTC))
    assert "Worded by the language model small" in text_of(client, path)
    Enrichment.objects.update(input_hash="changed", made=datetime.now(UTC))
    assert "Worded by" not in text_of(client, path)


def test_what_is_new_since_the_last_visit_is_told(client: Client, ada: Any) -> None:
    from octavo.accounts.state_models import Visit
    from tests.integration.newspaper import article, publisher, story

    now = datetime.now(UTC)
    old = article(publisher("Tide Courier"), "Old lighthouse shines again", moment=now - timedelta(hours=9))
    told = (
        "A storm took the new lamp of the lighthouse on Thursday evening, and nobody was hurt, the coast guard said.",
    )
    new = article(publisher("Brisk Post"), "Storm takes lamp", told, moment=now - timedelta(hours=1))
    made = story(old, new)
    Visit.objects.create(person=ada, latest=now - timedelta(hours=5))
    client.force_login(ada)
    page = text_of(client, f"/en/summary/{made.pk}")
    assert "New since your last visit" in page
    assert told[0] in page.partition("New since your last visit")[2]


def test_the_story_page_tells_who_was_there_before_what_is_new_since(client: Client, ada: Any) -> None:
    from octavo.accounts.state_models import Read, Visit
    from tests.integration.newspaper import article, publisher, story

    now = datetime.now(UTC)
    old = article(publisher("Tide Courier"), "Old lighthouse shines again", moment=now - timedelta(hours=9))
    told = "A storm took the new lamp of the lighthouse on Thursday evening, and nobody was hurt, the coast guard said."
    new = article(publisher("Brisk Post"), "Storm takes lamp", (told,), moment=now - timedelta(hours=1))
    made = story(old, new)
    path = client.get(f"/en/story/{made.pk}").headers["Location"]
    assert "New since your last visit" not in text_of(client, path)
    client.force_login(ada)
    Visit.objects.create(person=ada, latest=now - timedelta(hours=5))
    assert "New since your last visit" not in text_of(client, path)
    Read.objects.update(opened=now - timedelta(hours=5))
    for _ in range(2):
        page = text_of(client, path)
        assert told in page.partition("New since your last visit")[2].partition("</section>")[0]
    Visit.objects.update(latest=now - timedelta(minutes=50), before=None)
    Read.objects.update(opened=now - timedelta(minutes=50))
    assert "New since your last visit" not in text_of(client, path)
    Read.objects.update(opened=now - timedelta(hours=5))
    settings.override(ai="off")
    assert "New since your last visit" not in text_of(client, path)
    settings.withdraw("ai")


@pytest.mark.usefixtures("firefox")
def test_an_article_is_translated_on_this_machine_once(client: Client) -> None:
    from octavo.enrich.models import Made, ModelCall
    from tests.integration.newspaper import article, publisher, story

    row = article(publisher("Correio", languages=["pt"]), "Farol volta a brilhar", PORTUGUESE, language="pt")
    story(row)
    path = f"/en/translation/article/{row.pk}"
    article_path = client.get(f"/en/article/{row.pk}").headers["Location"]
    assert path in text_of(client, article_path)
    page = text_of(client, path)
    assert "nothing is sent elsewhere" in page
    answer = client.post(path)
    run_jobs()
    done = text_of(client, answer.headers["Location"])
    assert "Machine translation" in done
    assert "bergamot" in done
    assert "Ines Marol" in done
    assert "212" in done
    assert "lighthouse" in done.casefold()
    assert article_path in done
    kept = set(Made.objects.values_list("input_hash", "made"))
    client.post(path)
    run_jobs()
    assert set(Made.objects.values_list("input_hash", "made")) == kept
    assert not ModelCall.objects.exists()


@pytest.mark.usefixtures("firefox")
def test_lists_show_a_headline_translated_where_somebody_has_asked_for_it(client: Client) -> None:
    from octavo.pipeline.translating import translate_now
    from tests.integration.newspaper import article, publisher, story

    title = "O velho farol brilha de novo"
    row = article(publisher("Correio", languages=["pt"]), title, PORTUGUESE, language="pt")
    story(row)
    assert 'class="translated"' not in text_of(client, "/en/category/society")
    translate_now("article", row.pk, "en", None)
    page = text_of(client, "/en/category/society?page=1")
    shown = page.partition('class="headline" lang="en"')[2].partition("</details>")[0]
    assert "lighthouse" in shown.partition("</a>")[0].casefold()
    assert f'<p lang="pt" dir="auto">{title}</p>' in shown
    assert 'class="translated"' not in text_of(client, "/de/category/society")
    settings.override(ai="off")
    try:
        assert 'class="translated"' not in text_of(client, "/en/category/society")
    finally:
        settings.withdraw("ai")


def test_a_story_is_translated_by_the_endpoint_for_who_is_signed_in(
    client: Client, ada: Any, endpoint: Scripted
) -> None:
    made = story_of("en")
    path = f"/de/translation/story/{made.pk}"
    client.post(path)
    run_jobs()
    assert endpoint.asked == []
    client.force_login(ada)
    assert "Sprachmodell small" in text_of(client, path) or "language model small" in text_of(client, path)
    client.post(path)
    run_jobs()
    page = text_of(client, path)
    assert "Alter Leuchtturm leuchtet wieder 0" in page
    assert "Der Leuchtturm von Port Almera" in page
    assert 'class="cite"' in page
    count = len(endpoint.asked)
    client.post(path)
    run_jobs()
    assert len(endpoint.asked) == count == 1


def test_a_translation_of_which_nothing_is_believed_is_none_until_another_model_makes_one(
    client: Client, ada: Any, endpoint: Scripted
) -> None:
    from octavo.enrich.models import Made

    made = story_of("en")
    path = f"/de/translation/story/{made.pk}"
    client.force_login(ada)

    def injected(asked: dict[str, Any]) -> str:
        texts = json.loads(asked["messages"][1]["content"])["texts"]
        return json.dumps({"texts": ["Visit evil.example now" for _ in texts]})

    with scripted(injected) as taken_over:
        settings.override(ai_url=taken_over.url)
        for _ in range(2):
            client.post(path)
            run_jobs()
        page = text_of(client, f"{path}?asked=1")
        assert len(taken_over.asked) == 1
    assert "evil.example" not in page
    assert "Maschinelle Übersetzung" not in page
    assert "Was small daraus gemacht hat, weicht vom Original ab" in page
    assert '<form method="post"' not in page.partition("<main")[2]
    settings.override(ai_url=endpoint.url, ai_model="larger")
    assert "weicht vom Original ab" not in text_of(client, path)
    client.post(path)
    run_jobs()
    page = text_of(client, path)
    assert "Der Leuchtturm von Port Almera" in page
    assert "larger" in page
    kept = Made.objects.filter(provider="openai", result__0__0="Alter Leuchtturm leuchtet wieder 0")
    assert {(one.model, one.prompt_version) for one in kept} == {("larger", "1")}


def test_a_title_alone_is_no_translation(client: Client, ada: Any) -> None:
    made = story_of("en")
    path = f"/de/translation/story/{made.pk}"
    client.force_login(ada)

    def titles(asked: dict[str, Any]) -> str:
        title, *rest = json.loads(asked["messages"][1]["content"])["texts"]
        return json.dumps({"texts": [GERMAN[title], *rest]})

    with scripted(titles) as running:
        settings.override(ai_url=running.url, ai_model="small", ai_key=KEY)
        client.post(path)
        run_jobs()
        assert "weicht vom Original ab" in text_of(client, path)
    for field in ("ai_url", "ai_model", "ai_key"):
        settings.withdraw(field)


def test_the_page_promises_only_what_is_compared(client: Client, ada: Any, endpoint: Scripted) -> None:
    made = story_of("en")
    client.force_login(ada)
    page = f"/de/translation/story/{made.pk}"
    client.post(page)
    run_jobs()
    told = text_of(client, page)
    assert "Zahlen, Länge, Sprache, Adressen, erkannte Namen von Personen und wovon jeder Satz handelt" in told
    assert "andere Fehler fallen nicht auf" in told


def test_a_translation_that_cannot_be_right_leaves_the_original(house: settings.Settings) -> None:
    from octavo.enrich.translation.faithful import wrong

    text = "Ines Marol said 212 drawings were found in Port Almera."
    assert wrong(text, "Ines Marol sagte, 212 Zeichnungen seien in Port Almera gefunden worden.", "en", "de") == ""
    assert wrong(text, "Ines Marol sagte, 412 Zeichnungen seien gefunden worden.", "en", "de") == "number"
    assert wrong(text, "Anna Schmidt sagte, 212 Zeichnungen seien gefunden worden.", "en", "de") == "name"
    assert wrong(text, "<b>Ines Marol</b> sagte, 212 Zeichnungen", "en", "de") == "markup"
    assert wrong(text, "Ines Marol 212 https://evil.example/", "en", "de") == "markup"
    assert wrong(text, " ", "en", "de") == "empty"
    assert wrong("Nein.", "word " * 100, "de", "en") == "length"
    assert wrong(text, "이네스 마롤은 도면 212장이 발견되었다고 말했다.", "en", "ko") == ""


@pytest.mark.parametrize(
    ("said", "tokens", "reason"),
    [
        ("no JSON", "5000", "its answer could not be used"),
        ("no JSON", "10", "no tokens were left for the day"),
        (Say(status=401), "5000", "it refused the key"),
    ],
)
def test_a_translation_that_fails_says_why(client: Client, ada: Any, said: str | Say, tokens: str, reason: str) -> None:
    made = story_of("fi")
    client.force_login(ada)
    with scripted(lambda _: said) as running:
        settings.override(ai_url=running.url, ai_model="small", ai_person_day_tokens_count=tokens)
        answer = client.post(f"/en/translation/story/{made.pk}")
        run_jobs()
        page = text_of(client, answer.headers["Location"])
    for field in ("ai_url", "ai_model", "ai_person_day_tokens_count"):
        settings.withdraw(field)
    assert f"It could not be made this time: {reason}." in page


def test_nobody_translates_where_nobody_can(client: Client) -> None:
    made = story_of("fi")
    assert "operator has named no language model" in text_of(client, f"/en/translation/story/{made.pk}")
    text_of(client, f"/en/translation/story/{made.pk + 99}", 404)


def test_an_article_is_recorded_aside_and_played_in_parts(client: Client) -> None:
    import soundfile

    from octavo.enrich.models import Recording

    made = story_of("en")
    identity = made.memberships.get().article_id
    path = f"/en/listen/article/{identity}"
    assert "<audio" not in text_of(client, path)
    answer = client.post(path)
    assert 'http-equiv="refresh"' in text_of(client, answer.headers["Location"])
    run_jobs()
    assert "<audio" in text_of(client, path)
    row = Recording.objects.get()
    assert "Ines Marol" in row.transcript
    sound = client.get(f"/sound/{row.key}.mp3")
    info = soundfile.info(io.BytesIO(sound.content))
    assert (info.format, info.channels, info.samplerate) == ("MP3", 1, 22050)
    assert info.duration == pytest.approx(row.seconds, abs=0.2)
    assert 10 < row.seconds < 60
    assert len(sound.content) / row.seconds < 6_000
    part = client.get(f"/sound/{row.key}.mp3", headers={"range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, sound.content[10:20])
    assert part.headers["Content-Range"] == f"bytes 10-19/{len(sound.content)}"
    assert client.get(f"/sound/{row.key}.mp3", headers={"range": "bytes=-5"}).content == sound.content[-5:]
    assert client.get(f"/sound/{row.key}.mp3", headers={"range": f"bytes={10**9}-"}).status_code == 416
    text_of(client, f"/sound/{'0' * 32}.mp3", 404)
    client.post(path)
    run_jobs()
    assert Recording.objects.count() == 1


def test_what_no_voice_here_reads_is_left_to_the_browser(client: Client) -> None:
    from tests.integration.newspaper import article, publisher, story

    made = story_of("lo")
    address = client.get(f"/en/story/{made.pk}").headers["Location"]
    assert "Hear it recorded" not in text_of(client, address)
    for path in (f"/en/listen/story/{made.pk}", f"/en/listen/article/{made.memberships.get().article_id}"):
        page = text_of(client, path)
        assert "No voice for this language is installed here" in page
        assert "data-listen" in page
        assert "Record it" not in page
        assert client.post(path).status_code == 200
    spoken = story(article(publisher("Brisk Post"), "Lamp lit"))
    assert "Hear it recorded" in text_of(client, client.get(f"/en/story/{spoken.pk}").headers["Location"])


def test_a_recording_leaves_out_what_no_voice_here_reads_and_says_so(client: Client, ada: Any) -> None:
    from octavo.accounts.state_models import Following
    from octavo.enrich.models import Recording
    from tests.integration.newspaper import article, publisher, story

    now = datetime.now(UTC)
    told = story(article(publisher("Brisk Post"), "Lamp lit"))
    for one in (told, story_of("lo")):
        Following.objects.create(person=ada, kind="story", story=one, since=now, changed=now, seen=now)
    client.force_login(ada)
    client.post("/en/listen/own/0")
    run_jobs()
    page = text_of(client, "/en/listen/own/0")
    assert page.count("Left out of the recording") == 1
    row = Recording.objects.get()
    assert [one["title"] for one in row.chapters] == ["Lamp lit"]
    assert "Old lighthouse" not in row.transcript


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=2-4", (2, 5)),
        (" bytes = 2- ", (2, 9)),
        ("bytes=-3", (6, 9)),
        ("bytes=5-99", (5, 9)),
        ("bytes=-99", (0, 9)),
        ("bytes=99-", (99, 9)),
        ("bytes=5-2", None),
        ("bytes=\u00b2-", None),
        ("bytes=\u0661-\u0663", None),
        (f"bytes=0-{'9' * 5000}", None),
        ("bytes=0-1,5-6", None),
        ("bytes=-", None),
        ("lines=1-2", None),
        ("", None),
    ],
)
def test_a_range_is_read_as_it_is_written_and_an_odd_one_is_none(
    client: Client, asked: str, part: tuple[int, int] | None
) -> None:
    from octavo.web.listening import part_of

    assert part_of(asked, 9) == part


def test_a_publisher_that_shows_headlines_only_is_not_read_out(client: Client) -> None:
    from tests.integration.newspaper import article, publisher, story

    row = article(publisher("Shy Herald", display_policy="headline"), "A headline alone")
    story(row)
    assert "lit again" not in text_of(client, f"/en/listen/article/{row.pk}")
    assert "lit again" not in text_of(client, f"/de/translation/article/{row.pk}")


def test_a_podcast_is_a_persons_own(client: Client, ada: Any) -> None:
    from octavo.enrich.models import Podcast

    made = story_of("en")
    assert client.get("/en/podcast").status_code == 302
    client.force_login(ada)
    client.post("/en/podcast", {"act": "begin"})
    token = Podcast.objects.get().token
    client.post(f"/en/listen/story/{made.pk}")
    run_jobs()
    nobody = Client(headers={"host": "localhost"})
    feed = nobody.get(f"/podcast/{token}/feed.rss")
    assert feed.headers["Content-Type"].startswith("application/rss+xml")
    channel = ElementTree.fromstring(feed.content).find("channel")
    assert channel is not None
    assert channel.findtext(f"{ITUNES}block") == "Yes"
    items = [item for item in channel.findall("item") if not is_briefing(item.findtext("title"))]
    assert [item.findtext("title") for item in items] == ["Old lighthouse shines again 0"]
    enclosure = items[0].find("enclosure")
    assert enclosure is not None
    sound = nobody.get(enclosure.attrib["url"].removeprefix("http://localhost"))
    assert len(sound.content) == int(enclosure.attrib["length"])
    chapters, transcript = (items[0].find(f"{PODCAST}{name}") for name in ("chapters", "transcript"))
    assert chapters is not None
    assert transcript is not None
    told = nobody.get(chapters.attrib["url"].removeprefix("http://localhost")).json()
    assert told["chapters"][0]["startTime"] == 0
    assert "Paper 0" in text_of(nobody, transcript.attrib["url"].removeprefix("http://localhost"))
    for wrong in ("another", "\0", "\u00b2"):
        text_of(nobody, f"/podcast/{quote(wrong)}/feed.rss", 404)
        text_of(nobody, f"/podcast/{token}/{quote(wrong)}.mp3", 404)
    text_of(nobody, f"/podcast/{token}/{'0' * 32}.mp3", 404)
    assert "<audio" in text_of(client, "/en/podcast")
    for file in (settings.current().data / "sounds").rglob("*.mp3"):
        file.unlink()
    assert "<audio" not in text_of(client, "/en/podcast")
    client.post("/en/podcast", {"act": "begin"})
    text_of(nobody, f"/podcast/{token}/feed.rss", 404)
    client.post("/en/podcast", {"act": "end"})
    assert not Podcast.objects.exists()


def test_a_podcast_says_which_language_it_leaves_out(
    client: Client, ada: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    client.force_login(ada)
    assert "left out" not in text_of(client, "/en/podcast")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "No voice for English is installed here" in text_of(client, "/en/podcast")


def test_every_podcast_gets_the_mornings_briefing_of_what_its_person_follows(client: Client, ada: Any) -> None:
    from octavo.accounts.state_models import Following
    from octavo.enrich.models import Episode, Podcast
    from octavo.pipeline.speaking import speak_briefings

    followed = story_of("en")
    now = datetime.now(UTC)
    Podcast.objects.create(person=ada, token="t", language="en", made=now)
    speak_briefings()
    Following.objects.create(person=ada, kind="story", story=followed, since=now, changed=now, seen=now)
    speak_briefings()
    speak_briefings()
    episodes = Episode.objects.select_related("recording")
    assert all(is_briefing(one.recording.title) for one in episodes)
    assert {len(one.recording.chapters) for one in episodes} == {1}


def test_the_briefing_tells_stories_with_their_reports(client: Client, ada: Any) -> None:
    story_of("en")
    page = text_of(client, "/en/briefing")
    assert "Old lighthouse shines again 0" in page
    assert 'class="cite"' in page
    assert "1 minute to hear" in page
    assert "Record it" in text_of(client, "/en/listen/briefing/0")
    text_of(client, "/en/listen/briefing/1", 404)
    assert client.get("/en/briefing/own").status_code == 302
    client.force_login(ada)
    assert "Nothing new in what you follow" in text_of(client, "/en/briefing/own")


def test_the_briefing_tells_no_news_of_last_week(client: Client, ada: Any) -> None:
    from octavo.enrich.models import Episode, Podcast
    from octavo.pipeline.speaking import speak_briefings
    from tests.integration.newspaper import article, publisher, story

    now = datetime.now(UTC)
    weekly = publisher("Tide Weekly")
    story(article(weekly, "Ferry hall opens", moment=now - timedelta(days=8)))
    Podcast.objects.create(person=ada, token="t", language="en", made=now)
    assert "There is no news to tell yet" in text_of(client, "/en/briefing")
    speak_briefings()
    assert not Episode.objects.exists()
    story(article(weekly, "Ferry hall burns", moment=now - timedelta(hours=3)))
    page = text_of(client, "/en/briefing")
    assert "Ferry hall burns" in page
    assert "Ferry hall opens" not in page


def test_what_was_sent_where_stands_there_for_everyone_and_ones_own_for_oneself(
    client: Client, ada: Any, endpoint: Scripted
) -> None:
    from octavo.enrich import model_calls
    from octavo.enrich.providers.openai import Message, Question

    made = story_of("en")
    article = made.memberships.get().article
    for purpose, person in (("summary", None), ("answer", ada.pk)):
        question = Question((Message("system", purpose), Message("user", '{"texts": []}')), None, 50)
        model_calls.ask(model_calls.Errand(purpose, question, (article.pk,), person))
    page = text_of(client, "/en/sent")
    assert endpoint.url.split("/")[2] in page
    assert article.title in page
    assert "<td>a summary</td>" in page
    assert "<td>an answer" not in page
    client.force_login(ada)
    assert "<td>an answer <span" in text_of(client, "/en/sent")


def test_no_more_than_some_jobs_wait_for_anyone(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.pipeline import aside

    monkeypatch.setattr(aside, "WAITING_MOST", 0)
    identity = story_of("en").memberships.get().article_id
    answer = client.post(f"/en/listen/article/{identity}")
    assert "Too much is waiting" in text_of(client, answer.headers["Location"])


def test_nobody_takes_the_room_of_people(client: Client, ada: Any) -> None:
    from octavo.pipeline.aside import WAITING_OF_ONE

    made = story_of(*["en"] * (WAITING_OF_ONE + 3))
    paths = [f"/en/listen/article/{one.article_id}" for one in made.memberships.all()]

    def turned_away() -> int:
        return sum("asked=full" in client.post(path).headers["Location"] for path in paths)

    assert turned_away() == 3
    client.force_login(ada)
    assert turned_away() == 3


def test_what_a_machine_made_for_a_person_is_taken_along_and_erased(
    client: Client, ada: Any, endpoint: Scripted
) -> None:
    from octavo.accounts import belongings
    from octavo.enrich import model_calls
    from octavo.enrich.models import Episode, ModelCall, Podcast
    from octavo.enrich.providers.openai import Message, Question

    made = story_of("en")
    client.force_login(ada)
    client.post("/en/podcast", {"act": "begin"})
    client.post(f"/en/listen/story/{made.pk}")
    run_jobs()
    question = Question((Message("system", "answer"), Message("user", '{"texts": []}')), None, 50)
    model_calls.ask(model_calls.Errand("answer", question, (7,), ada.pk))
    told = belongings.export(ada)
    assert [one["purpose"] for one in told["model_calls"]] == ["answer"]  # type: ignore[attr-defined]
    titles = [one["title"] for one in told["podcast"]["episodes"]]  # type: ignore[index]
    assert [title for title in titles if not is_briefing(title)] == ["Old lighthouse shines again 0"]
    belongings.erase(ada)
    assert not Podcast.objects.exists()
    assert not Episode.objects.exists()
    call = ModelCall.objects.get(purpose="answer")
    assert (call.person, call.article_ids) == (None, [])
    assert call.tokens_in > 0
