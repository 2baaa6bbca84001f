"""Commitments are followed through a thread: promised, changed, done; nothing is said where that is not sure."""

from collections import defaultdict
from datetime import UTC, datetime

import pytest

from octavo.core.types import Verdict
from octavo.enrich import SourceArticle
from octavo.enrich.commitments import Stage, Step, followed
from tests.farm.truth import truths

THREADS: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        (
            "A landslide buried the mountain road above Velmar on Monday and cut off two villages.",
            "The road office of Velmar promised to reopen the mountain road to the villages by 12 June.",
        ),
        (
            "Heavy rain has stopped work on the slope above Velmar for the third day in a row.",
            "The road office postponed the reopening of the mountain road to the villages to 3 July, it said.",
        ),
        (
            "Residents of both villages above Velmar cheered when the first bus arrived on Friday.",
            "The road office reopened the mountain road to the villages in the morning after seven weeks of work.",
        ),
    ),
    "de": (
        (
            "Ein Erdrutsch hat am Montag die Bergstraße oberhalb von Lindau am Fels verschüttet.",
            "Lindaus Straßenamt versprach, die Bergstraße zu den beiden Dörfern bis zum 12. Juni wieder zu öffnen.",
        ),
        (
            "Seit drei Tagen ruhen die Arbeiten am Hang oberhalb des Ortes wegen des Regens.",
            "Lindaus Straßenamt verschob die Öffnung der Bergstraße zu den beiden Dörfern auf den 3. Juli.",
        ),
        (
            "In beiden Dörfern wurde der erste Bus am Freitag mit Musik begrüßt.",
            "Lindaus Straßenamt öffnete die Bergstraße zu den beiden Dörfern nach sieben Wochen Arbeit.",
        ),
    ),
    "es": (
        (
            "Un alud sepultó el lunes la carretera de montaña de Velmar y dejó aisladas dos aldeas.",
            "La oficina vial prometió reabrir la carretera de montaña hacia las aldeas antes de 12 de junio.",
        ),
        (
            "La lluvia mantiene parados los trabajos en la ladera desde hace tres días seguidos.",
            "La oficina vial aplazó la reapertura de la carretera de montaña hacia las aldeas al 3 de julio.",
        ),
        (
            "Los vecinos recibieron con aplausos el primer autobús que llegó el viernes.",
            "La oficina vial reabrió la carretera de montaña hacia las aldeas tras siete semanas de trabajos.",
        ),
    ),
    "ko": (
        (
            "월요일 벨마르 위쪽 산길에서 산사태가 나 마을 두 곳이 고립됐다고 군청이 밝혔다.",
            "벨마르 도로사무소는 두 마을로 가는 산악도로 통행을 6월 12일까지 재개하기로 약속했다.",
        ),
        (
            "사흘째 이어진 비로 벨마르 비탈의 복구 공사가 멈춰 있다고 현장 관계자가 전했다.",
            "벨마르 도로사무소는 두 마을로 가는 산악도로 통행 재개를 7월 3일로 연기했다.",
        ),
        (
            "금요일 첫 버스가 도착하자 두 마을 주민들이 손뼉을 치며 맞이했다고 한다.",
            "벨마르 도로사무소는 일곱 주 공사 끝에 두 마을로 가는 산악도로 통행을 재개했다.",
        ),
    ),
}  # fmt: skip
VALUES = {
    "en": ("12 June", "3 July"),
    "de": ("12. Juni", "3. Juli"),
    "es": ("12 de junio", "3 de julio"),
    "ko": ("6월 12일", "7월 3일"),
}
PROMISE = THREADS["en"][0]


def thread(language: str, *stories: tuple[str, ...]) -> list[list[SourceArticle]]:
    return [
        [SourceArticle(str(place), f"Report {place}", "\n".join(lines), language)]
        for place, lines in enumerate(stories)
    ]


def chain(language: str, *stories: tuple[str, ...]) -> tuple[Step, ...]:
    """Return the steps of the one commitment of a thread, none where there is none."""
    found = followed(thread(language, *stories))
    assert len(found) <= 1
    return found[0] if found else ()


@pytest.mark.parametrize("language", THREADS)
def test_a_date_is_followed_from_promise_to_deed(language: str) -> None:
    stories = THREADS[language]
    steps = chain(language, *stories)
    first, second = VALUES[language]
    assert [(one.stage, one.old, one.new) for one in steps] == [
        (Stage.PROMISED, "", first),
        (Stage.CHANGED, first, second),
        (Stage.DONE, "", ""),
    ]
    for place, step in enumerate(steps):
        text = "\n".join(stories[place])
        assert step.text == stories[place][1] == text[step.cite.start : step.cite.end]
        assert step.cite.article == str(step.story) == str(place)


def test_an_amount_is_followed() -> None:
    steps = chain(
        "en",
        ("The cabinet of Ostria pledged 40 million crowns to rebuild Velmar's library.",),
        ("The cabinet of Ostria raised the money for Velmar's library from 40 million crowns to 55 million crowns.",),
        ("The cabinet of Ostria reduced the money to rebuild Velmar's library to 50 million crowns on Monday.",),
    )
    assert [(one.old, one.new) for one in steps] == [
        ("", "40 million crowns"),
        ("40 million crowns", "55 million crowns"),
        ("55 million crowns", "50 million crowns"),
    ]


def test_what_is_done_without_a_change_is_done() -> None:
    assert [one.stage for one in chain("en", PROMISE, THREADS["en"][2])] == [Stage.PROMISED, Stage.DONE]


@pytest.mark.parametrize(
    "later",
    [
        "The road office has not yet reopened the mountain road to the villages, a spokesman said.",
        "The road office said it would have reopened the mountain road to the villages without the rain.",
        "The road office reopened half of the mountain road to the villages on Friday morning.",
        "The road office will have reopened the mountain road to the villages once the rain ends.",
        "The harbour office reopened the fish market of Velmar on Friday after seven weeks of work.",
        "The opposition demanded that the reopening of the mountain road to the villages be brought forward to 1 June.",
        "The road office postponed the reopening of the mountain road to the villages to 3 July or to 9 July.",
        "The road office postponed a meeting about the wages of its drivers to 3 July, it said on Tuesday.",
        "The road office inspected the mountain road to the villages on 3 July and praised the workers.",
        "Ostria's railway reopened the mountain line to Kastrell and Norrin on Friday after years of work.",
    ],
)
def test_what_is_not_sure_is_no_step(later: str) -> None:
    assert chain("en", PROMISE, (later,)) == ()


def test_reports_of_the_same_story_and_earlier_ones_are_no_steps() -> None:
    (promise,), (deed,) = thread("en", PROMISE), thread("en", THREADS["en"][2])
    other = SourceArticle("other", deed[0].title, deed[0].text, "en")
    assert followed([[*promise, other]]) == ()
    assert followed([[other], promise]) == ()
    assert followed([]) == ()


def test_a_promise_that_two_reports_tell_is_followed_once() -> None:
    again = "The road office of Velmar has promised that it will reopen the mountain road to the villages by 12 June."
    assert len(followed(thread("en", (*PROMISE, again), *THREADS["en"][1:]))) == 1


def test_another_language_is_not_compared() -> None:
    first, _ = thread("en", PROMISE, PROMISE)
    _, second = thread("de", THREADS["de"][0], THREADS["de"][2])
    assert followed([first, second]) == ()


def test_of_the_demo_only_what_its_authors_promised_is_followed() -> None:
    threads: dict[str, dict[str, list[SourceArticle]]] = defaultdict(dict)
    for one in sorted(truths(datetime(2026, 3, 4, 12, tzinfo=UTC)).values(), key=lambda one: one.published):
        if one.verdict is Verdict.ARTICLE and not one.copy_of:
            source = SourceArticle(one.id, one.title, "\n".join(one.paragraphs), one.language, one.publisher)
            threads[one.thread].setdefault(one.event, []).append(source)
    (chain,) = [chain for stories in threads.values() for chain in followed(list(stories.values()))]
    assert [step.cite.article for step in chain] == [
        "summit-called-courier",
        "summit-deal-meridian",
        "summit-reaction-ledger",
    ]
