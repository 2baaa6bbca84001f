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
    "fr": (
        (
            "Un éboulement a enseveli lundi la route de montagne au-dessus de Velmar et isolé deux villages.",
            "Le service des routes de Velmar a promis de rouvrir la route de montagne des villages d'ici le 12 juin.",
        ),
        (
            "Les travaux sur la pente au-dessus de Velmar sont arrêtés par la pluie depuis trois jours.",
            "Le service des routes a repoussé la réouverture de la route de montagne des villages au 3 juillet.",
        ),
        (
            "Les habitants ont applaudi vendredi le premier autocar arrivé dans les deux villages.",
            "Le service des routes a rouvert la route de montagne des villages après sept semaines de travaux.",
        ),
    ),
    "ru": (
        (
            "Оползень завалил в понедельник горную дорогу над Вельмаром и отрезал две деревни.",
            "Дорожная служба Вельмара пообещала открыть горную дорогу к деревням до 12 июня.",
        ),
        (
            "Дождь третий день подряд мешает работам на склоне над Вельмаром, говорят рабочие.",
            "Дорожная служба Вельмара перенесла открытие горной дороги к деревням на 3 июля.",
        ),
        (
            "Жители обеих деревень над Вельмаром встретили в пятницу первый автобус музыкой.",
            "Дорожная служба Вельмара открыла горную дорогу к деревням после семи недель работ.",
        ),
    ),
    "ar": (
        (
            "طمر انهيار أرضي يوم الاثنين الطريق الجبلي فوق فلمار وعزل قريتين عن المدينة.",
            "تعهدت مصلحة الطرق في فلمار بافتتاح الطريق الجبلي إلى القرى قبل 12 يونيو.",
        ),
        (
            "أوقف المطر أعمال الإصلاح على المنحدر فوق فلمار لليوم الثالث على التوالي.",
            "أرجأت مصلحة الطرق في فلمار افتتاح الطريق الجبلي إلى القرى حتى 3 يوليو.",
        ),
        (
            "استقبل سكان القريتين فوق فلمار أول حافلة وصلت إليهم يوم الجمعة بالتصفيق.",
            "افتتحت مصلحة الطرق في فلمار الطريق الجبلي إلى القرى بعد سبعة أسابيع من العمل.",
        ),
    ),
    "ja": (
        (
            "ベルマールの上の山道で月曜日に土砂崩れがあり、二つの村が孤立したと町役場が発表した。",
            "ベルマール道路事務所は、二つの村へ通じる山岳道路を6月12日までに再開すると約束した。",
        ),
        (
            "三日続きの雨でベルマールの斜面の復旧作業が止まっていると現場の担当者が話した。",
            "ベルマール道路事務所は、二つの村へ通じる山岳道路の再開を7月3日に延期した。",
        ),
        (
            "金曜日に最初のバスが着くと、二つの村の住民は拍手で迎えたと地元の人が語った。",
            "ベルマール道路事務所は七週間の工事を経て、二つの村へ通じる山岳道路を再開した。",
        ),
    ),
    "zh": (
        (
            "贝尔马上方的山路周一被滑坡掩埋，两个村庄与外界隔绝，镇政府发布了这一消息。",
            "贝尔马公路管理处承诺，通往两个村庄的高山公路将在6月12日前恢复通车。",
        ),
        (
            "连续三天的大雨使贝尔马山坡上的修复工作停了下来，现场负责人这样说。",
            "贝尔马公路管理处把通往两个村庄的高山公路通车时间推迟至7月3日。",
        ),
        (
            "第一辆公共汽车周五抵达时，两个村庄的居民鼓掌欢迎，场面十分热闹。",
            "经过七个星期的施工，贝尔马通往两个村庄的高山公路周五上午正式通车。",
        ),
    ),
    "ms": (
        (
            "Tanah runtuh menimbus jalan gunung di atas Velmar pada Isnin dan memutuskan dua kampung.",
            "Pejabat jalan raya Velmar berjanji membuka jalan gunung ke kampung sebelum 12 Jun.",
        ),
        (
            "Hujan lebat menghentikan kerja di cerun di atas Velmar untuk hari ketiga berturut-turut.",
            "Pejabat jalan raya Velmar menangguhkan pembukaan jalan gunung ke kampung hingga 3 Julai.",
        ),
        (
            "Penduduk kedua-dua kampung bersorak apabila bas pertama tiba pada hari Jumaat yang lalu.",
            "Pejabat jalan raya Velmar membuka jalan gunung ke kampung selepas tujuh minggu bekerja.",
        ),
    ),
}  # fmt: skip
VALUES = {
    "en": ("12 June", "3 July"),
    "de": ("12. Juni", "3. Juli"),
    "es": ("12 de junio", "3 de julio"),
    "ko": ("6월 12일", "7월 3일"),
    "fr": ("12 juin", "3 juillet"),
    "ru": ("12 июня", "3 июля"),
    "ar": ("12 يونيو", "3 يوليو"),
    "ja": ("6月12日", "7月3日"),
    "zh": ("6月12日", "7月3日"),
    "ms": ("12 Jun", "3 Julai"),
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
        "The road office should have reopened the mountain road to the villages in June, residents said.",
        "The road office reopened a car park beside the mountain road to the villages on Friday morning.",
        "A mountain road to the villages, reopened in 1998, was praised by the road office on Friday.",
        "The road office reopened another mountain road to the villages on Friday after seven weeks of work.",
        "The road office reopened the mountain road of Kastrell to the villages there on Friday morning.",
        "The road office moved the debate on the mountain road to the villages to 3 July, it said.",
        "The road office cancelled a debate on the mountain road to the villages on Friday, it said.",
        "The road office has not scrapped the plan to reopen the mountain road to the villages, it said.",
        "The road office falsely claimed that the mountain road to the villages was reopened on Friday.",
        "Only a lane of the mountain road to the villages was reopened by the road office on Friday.",
    ],
)
def test_what_is_not_sure_is_no_step(later: str) -> None:
    assert chain("en", PROMISE, (later,)) == ()


OTHERS = """
de|Lindaus Straßenamt öffnete einen Parkplatz an der Bergstraße zu den beiden Dörfern.
de|Lindaus Straßenamt hätte die Bergstraße zu den beiden Dörfern längst öffnen sollen.
de|Lindaus Straßenamt verschob die Debatte über die Bergstraße zu den beiden Dörfern auf den 3. Juli.
es|La oficina vial reabrió un aparcamiento junto a la carretera de montaña hacia las aldeas.
es|La oficina vial reabrió la carretera de montaña de Kastrell hacia las aldeas este viernes.
es|La oficina vial debía haber reabierto la carretera de montaña hacia las aldeas en mayo.
es|La oficina vial aplazó el debate sobre la carretera de montaña hacia las aldeas al 3 de julio.
fr|Le service des routes a rouvert un parking près de la route de montagne des villages vendredi.
fr|Le service des routes aurait dû avoir rouvert la route de montagne des villages depuis un mois.
fr|Le service des routes a rouvert la route de montagne des villages de Kastrell vendredi matin.
fr|Le service des routes a repoussé le débat sur la route de montagne des villages au 3 juillet.
ko|벨마르 도로사무소는 두 마을로 가는 산악도로의 주차장 통행료 징수를 재개했다.
ko|벨마르 도로사무소는 두 마을로 가는 산악도로 통행을 진작 재개했어야 한다는 말을 들었다.
ko|벨마르 도로사무소는 두 마을로 가는 산악도로에 관한 토론회를 7월 3일로 연기했다.
ja|ベルマール道路事務所は、二つの村へ通じる山岳道路わきの駐車場を再開した。
ja|ベルマール道路事務所は、二つの村へ通じる山岳道路をまだ再開したとは言えないと話した。
ja|ベルマール道路事務所は、二つの村へ通じる山岳道路についての討論会を7月3日に延期した。
zh|贝尔马公路管理处宣布，通往两个村庄的高山公路停车场周五上午正式开放。
zh|贝尔马公路管理处本应让通往两个村庄的高山公路周五上午正式通车，居民说。
zh|贝尔马公路管理处把通往两个村庄的高山公路讨论会推迟至7月3日。
ru|Дорожная служба Вельмара открыла стоянку у горной дороги к деревням.
ru|Дорожная служба Вельмара так и не открыла горную дорогу к деревням.
ru|Дорожная служба Вельмара перенесла обсуждение горной дороги к деревням на 3 июля.
ar|افتتحت مصلحة الطرق في فلمار موقفا للسيارات قرب الطريق الجبلي إلى القرى.
ar|لم تفتتح مصلحة الطرق في فلمار الطريق الجبلي إلى القرى حتى الآن كما قال السكان.
ar|أرجأت مصلحة الطرق في فلمار مناقشة حول الطريق الجبلي إلى القرى حتى 3 يوليو.
ms|Pejabat jalan raya Velmar membuka tempat letak kereta di jalan gunung ke kampung.
ms|Pejabat jalan raya Velmar menangguhkan perbahasan tentang jalan gunung ke kampung hingga 3 Julai.
"""
"""Language, and what a later report says of something else, or of what has not happened."""


@pytest.mark.parametrize(("language", "later"), [line.split("|") for line in OTHERS.strip().split("\n")])
def test_what_is_said_of_something_else_is_no_step(language: str, later: str) -> None:
    assert chain(language, THREADS[language][0], (later,)) == ()


WITHDRAWN = """
en|The road office has scrapped the plan to reopen the mountain road to the villages by 12 June.
en|The plan to reopen the mountain road to the villages was dropped by the road office on Friday.
de|Lindaus Straßenamt hat den Plan aufgegeben, die Bergstraße zu den beiden Dörfern zu öffnen.
es|La oficina vial abandonó el plan de reabrir la carretera de montaña hacia las aldeas.
fr|Le service des routes a abandonné le projet de rouvrir la route de montagne des villages.
ko|벨마르 도로사무소는 두 마을로 가는 산악도로 통행 재개 계획을 철회했다고 밝혔다.
ja|ベルマール道路事務所は、二つの村へ通じる山岳道路の再開計画を撤回したと発表した。
zh|贝尔马公路管理处取消了通往两个村庄的高山公路通车计划，理由是没钱。
ru|Дорожная служба Вельмара отказалась от плана открыть горную дорогу к деревням.
ar|ألغت مصلحة الطرق في فلمار خطة افتتاح الطريق الجبلي إلى القرى بسبب نقص المال.
ms|Pejabat jalan raya Velmar membatalkan rancangan membuka jalan gunung ke kampung.
"""


@pytest.mark.parametrize(("language", "later"), [line.split("|") for line in WITHDRAWN.strip().split("\n")])
def test_a_promise_that_is_taken_back_is_withdrawn_and_followed_no_further(language: str, later: str) -> None:
    steps = chain(language, THREADS[language][0], (later,), THREADS[language][2])
    assert [one.stage for one in steps] == [Stage.PROMISED, Stage.WITHDRAWN]
    assert steps[1].text == later


REPLACED = """
en|The mountain road to the villages will reopen only from 3 July, three weeks later than promised.
en|The road office says the mountain road to the villages will reopen on 3 July instead of 12 June.
de|Lindaus Straßenamt öffnet die Bergstraße zu den beiden Dörfern am 3. Juli statt am 12. Juni.
es|La oficina vial reabrirá la carretera de montaña hacia las aldeas el 3 de julio en lugar de 12 de junio.
fr|Le service des routes va rouvrir la route de montagne des villages le 3 juillet au lieu du 12 juin.
ko|벨마르 도로사무소는 두 마을로 가는 산악도로 통행을 6월 12일 대신 7월 3일 재개한다고 밝혔다.
ja|ベルマール道路事務所は、二つの村へ通じる山岳道路を6月12日ではなく7月3日に再開すると発表した。
zh|贝尔马公路管理处表示，通往两个村庄的高山公路将于7月3日而不是6月12日通车。
ru|Дорожная служба Вельмара откроет горную дорогу к деревням 3 июля вместо 12 июня.
ar|ستفتتح مصلحة الطرق في فلمار الطريق الجبلي إلى القرى يوم 3 يوليو بدلا من 12 يونيو.
"""


@pytest.mark.parametrize(("language", "later"), [line.split("|") for line in REPLACED.strip().split("\n")])
def test_a_later_date_in_the_place_of_the_promised_one_is_a_change_and_no_new_promise(
    language: str, later: str
) -> None:
    steps = chain(language, THREADS[language][0], (later,), THREADS[language][2])
    assert [(one.stage, one.old, one.new) for one in steps[:2]] == [
        (Stage.PROMISED, "", VALUES[language][0]),
        (Stage.CHANGED, *VALUES[language]),
    ]
    assert [one.stage for one in steps[2:]] == [Stage.DONE]


def test_languages_without_words_of_keeping_are_not_followed() -> None:
    assert (
        chain("it", *[(line,) for line in ("La strada riaprirà entro il 12 giugno.", "La strada è stata riaperta.")])
        == ()
    )


def test_reports_of_the_same_story_and_earlier_ones_are_no_steps() -> None:
    (promise,), (deed,) = thread("en", PROMISE), thread("en", THREADS["en"][2])
    other = SourceArticle("other", deed[0].title, deed[0].text, "en")
    assert followed([[*promise, other]]) == ()
    assert followed([[other], promise]) == ()
    assert followed([]) == ()


def test_a_promise_that_two_reports_tell_is_followed_once() -> None:
    again = "The road office of Velmar has promised that it will reopen the mountain road to the villages by 12 June."
    assert len(followed(thread("en", (*PROMISE, again), *THREADS["en"][1:]))) == 1


def test_a_promise_in_two_wordings_is_followed_once_and_two_promises_each() -> None:
    again = "Velmar's road office pledged that the mountain road to the villages will be open again by 12 June."
    change = "The mountain road to the villages will reopen only from 3 July, three weeks later than promised."
    later = (*THREADS["en"][1], change)
    assert len(followed(thread("en", (*PROMISE, again), later))) == 1
    tunnel = "The road office of Velmar promised to reopen the mountain tunnel to the villages by 12 June."
    opened = "The road office reopened the mountain tunnel to the villages in the morning after seven weeks of work."
    assert len(followed(thread("en", (*PROMISE, tunnel), THREADS["en"][1], (opened,)))) == 2


def test_what_is_put_off_may_be_told_by_the_noun_of_its_verb() -> None:
    steps = chain(
        "en",
        ("The ministry of Ostria promised to withdraw its troops from Velmar by 1 March 2031, it said.",),
        ("The ministry of Ostria postponed the withdrawal of its troops from Velmar to 1 May 2031, it said.",),
    )
    assert [one.new for one in steps] == ["1 March 2031", "1 May 2031"]


def test_a_month_is_no_word_of_doubt() -> None:
    steps = chain(
        "en",
        ("The ministry of Ostria promised to deliver 500 homes in Velmar by March 2031.",),
        ("The delivery of the 500 homes in Velmar has been delayed from March 2031 to May 2031.",),
    )
    assert [one.new for one in steps] == ["March 2031", "May 2031"]


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
