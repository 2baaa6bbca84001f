"""Reports differ where they state different numbers of the same thing at the same time, and nowhere else."""

from datetime import UTC, datetime, timedelta

import pytest

from octavo.enrich import SourceArticle
from octavo.enrich.disagreement import disagreements
from octavo.enrich.passages import passages


def told(language: str, *texts: str) -> list[tuple[str, str]]:
    articles = [SourceArticle(str(n), "", text, language) for n, text in enumerate(texts)]
    return [(pair.one.text, pair.other.text) for pair in disagreements(passages(articles), language)]


@pytest.mark.parametrize(
    ("language", "one", "other", "pair"),
    [
        ("en", "A magnitude 6 earthquake killed at least 31 people in the hills of Tarv, the mayor said.",
         "The earthquake in the hills of Tarv has left 34 dead, according to the civil defence there.", ("31", "34")),
        ("en", "The ferry ran aground off Velmar with 295 passengers on board, the coast guard said.",
         "A ferry with 298 passengers on board ran aground off Velmar early in the morning.",
         ("295 passengers", "298 passengers")),
        ("de", "Bei dem Erdbeben im Hochland von Tarv starben mindestens 31 Menschen, sagt die Polizei.",
         "Mindestens 34 Tote zählt die Polizei nach dem Erdbeben im Hochland von Tarv bisher.", ("31", "34")),
        ("es", "El terremoto en las montañas de Tarv deja al menos 31 muertos, según la policía local.",
         "Al menos 34 personas murieron en el terremoto de las montañas de Tarv, dice el alcalde.", ("31", "34")),
        ("ko", "타르브 고원에서 강진이 발생해 최소 31명이 숨지고 마을이 고립됐다고 당국이 밝혔다.",
         "타르브 고원에서 일어난 강진으로 지금까지 34명이 사망했다고 현지 언론이 보도했다.", ("31", "34")),
        ("ar", "أعلن الدفاع المدني في تارف أن الزلزال أودى بحياة 31 شخصا على الأقل في المرتفعات.",
         "قالت الشرطة إن 34 شخصا قتلوا في الزلزال الذي ضرب مرتفعات تارف مساء أمس.", ("31", "34")),
        ("ja", "タルブ高原で強い地震があり、少なくとも31人が死亡したと当局が発表した。",
         "タルブ高原の地震による死者は34人に上ったと、現地のテレビが伝えている。", ("31", "34")),
        ("en", "The death toll from the flood in the valley of Tarv has risen to 41, officials said on Tuesday.",
         "The flood in the valley of Tarv has killed 34 people, officials said on Tuesday.", ("41", "34")),
        ("de", "Die Zahl der Todesopfer nach der Flut im Tal von Tarv stieg auf 41, sagt die Polizei.",
         "Die Flut im Tal von Tarv hat 34 Menschen getötet, sagt die Polizei am Abend.", ("41", "34")),
        ("es", "La cifra de muertos por la inundación en Tarv subió a 41, según la policía local.",
         "La inundación en Tarv dejó 34 muertos, según la policía local de la comarca.", ("41", "34")),
        ("de", "Nach Angaben der Behörden kamen bei der Flut im Tal von Tarv 34 Menschen ums Leben.",
         "Im Tal von Tarv hat die Flut 41 Menschen getötet, sagt die Polizei nach einer Zählung.", ("34", "41")),
        ("es", "El choque dejó 12 muertos y 20 heridos en Tarv, según la policía de la comarca.",
         "El choque dejó 15 muertos y 20 heridos en Tarv, según la policía de la comarca.", ("12", "15")),
        ("ko", "구조 2시간 만에 타르브 고원 강진으로 31명이 숨졌다고 당국이 밝혔다.",
         "구조 9시간 만에 타르브 고원 강진으로 34명이 숨졌다고 당국이 밝혔다.", ("31", "34")),
        ("en", "The crash near Tarv left 12 people dead and 30 injured, the police of the valley said.",
         "The crash near Tarv left 30 people injured and 15 dead, the police of the valley said.", ("12", "15")),
        ("de", "Ein neues Krankenhaus in Tarv kostet 90 Millionen Euro, teilte die Stadt am Montag mit.",
         "Ein neues Krankenhaus in Tarv kostet 190 Millionen Euro, teilte die Stadt am Montag mit.", ("90", "190")),
        ("fr", "L'accident de car près de Tarv a fait 12 morts lundi, selon la police.",
         "Au moins 15 personnes ont été tuées lundi dans l'accident de car près de Tarv, selon la police.",
         ("12 morts", "15 personnes")),
        ("ar", "أفرجت السلطات في تارف يوم الاثنين عن 120 أسيرا بموجب اتفاق الهدنة.",
         "أفرجت السلطات في تارف يوم الاثنين عن 150 أسيرا بموجب اتفاق الهدنة.", ("120 أسيرا", "150 أسيرا")),
        ("en", "The mill will cut 320 jobs by the end of the year, it said on Tuesday.",
         "The mill will cut 230 jobs by the end of the year, it said on Tuesday.", ("320 jobs", "230 jobs")),
    ],
)  # fmt: skip
def test_different_numbers_of_one_thing_differ(language: str, one: str, other: str, pair: tuple[str, str]) -> None:
    ((mine, theirs),) = told(language, one, other)
    assert (pair[0] in mine, pair[1] in theirs) == (True, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The watchdog last week said 80% of the chemical weapons had so far been handed over for destruction.",
            "The watchdog announced on Tuesday that 86% of the declared weapons had been handed over for destruction.",
        ),
        (
            "Militants on the strip fired more than 1,200 rockets at the towns since July 8, the military said.",
            "Militants on the strip fired close to 100 rockets at the towns since the morning, the military said.",
        ),
        (
            "The paper reported that Mrs Mill had claimed £90,000 in expenses towards a house of her parents.",
            "The commissioner found that Mrs Mill should repay £45,000 in expenses claimed for a house.",
        ),
        (
            "A ferry with about 300 passengers on board ran aground off Velmar, the coast guard said.",
            "The ferry that ran aground off Velmar had 298 passengers on board, its owner said.",
        ),
        (
            "The earthquake in the hills of Tarv killed 31 people and buried the road to the north.",
            "In the war that has killed 40,000 people in Tarv since 2019 the earthquake is one more blow.",
        ),
        (
            "The earthquake in the hills of Tarv killed 31 people and buried the road to the north.",
            "The earthquake in Tarv killed 31 people. Two of the dead were brothers, and 12 people died in one house.",
        ),
        (
            "The earthquake in the hills of Tarv killed 31 people and buried the road to the north.",
            "The earthquake in the hills of Tarv killed 11 people in Ullam, its mayor said. Houses fell at dusk. "
            "Men dug all night by hand. In the whole of the hills of Tarv, officials say, 31 people were lost.",
        ),
        (
            "In the third match of the league finals in the hall of Velmar, a tireless Orrel scored 21 points again.",
            "In the third match of the league finals in the hall of Velmar, young Karu scored 18 points again.",
        ),
        (
            "With scouts in the hall of Velmar for the league finals, Orrel scored 23 points and grabbed 7 rebounds.",
            "Karu scored all his points late in the league finals, blocked six, grabbed 11 rebounds and left Velmar.",
        ),
    ],
)
def test_different_times_things_and_roundings_do_not(one: str, other: str) -> None:
    assert told("en", one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "An explosion at a quarry in Tarv injured 60 people and killed 12 on Monday, officials said.",
         "Officials said an explosion at a quarry in Tarv killed 12 people and injured 60 on Monday."),
        ("es", "La explosión en la cantera de Tarv hirió a 60 personas y mató a 12 el lunes, según la policía.",
         "La explosión en la cantera de Tarv mató a 12 personas e hirió a 60 el lunes, según la policía."),
        ("en", "An explosion at a quarry in Tarv injured 60 people and killed several on Monday, officials said.",
         "An explosion at a quarry in Tarv on Monday: 12 people were killed, officials said."),
    ],
)  # fmt: skip
def test_the_killed_are_not_set_against_the_injured(language: str, one: str, other: str) -> None:
    assert told(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The attack near Tarv on Monday killed 12 soldiers, the army said.",
         "The attack near Tarv on Monday killed 17 people, the army said."),
        ("de", "Bei dem Angriff nahe Tarv wurden am Montag 12 Soldaten getötet, teilte die Armee mit.",
         "Bei dem Angriff nahe Tarv wurden am Montag 17 Menschen getötet, teilte die Armee mit."),
        ("fr", "L'attaque près de Tarv a tué 12 soldats lundi, selon l'armée.",
         "L'attaque près de Tarv a tué 17 personnes lundi, selon l'armée."),
        ("ko", "월요일 타르브 인근 공격으로 군인 12명이 숨졌다고 당국이 밝혔다.",
         "월요일 타르브 인근 공격으로 17명이 숨졌다고 당국이 밝혔다."),
        ("ja", "タルブ近郊で月曜日、攻撃があり、兵士12人が死亡したと軍が発表した。",
         "タルブ近郊で月曜日、攻撃があり、17人が死亡したと軍が発表した。"),
        ("zh", "周一塔尔夫附近的袭击造成12名士兵死亡，军方表示。", "周一塔尔夫附近的袭击造成17人死亡，军方表示。"),
        ("ar", "قتل 12 جنديا في هجوم قرب تارف يوم الاثنين حسبما أعلن الجيش.",
         "قتل 17 شخصا في هجوم قرب تارف يوم الاثنين حسبما أعلن الجيش."),
        ("en", "A suicide bomber killed 9 people and himself outside a hall in Tarv on Friday, police said.",
         "A suicide bombing killed 10 people outside a hall in Tarv on Friday, police said."),
        ("en", "An attack killed 12 people at a market in Tarv on Monday, medics said.",
         "A second attack at a market in Tarv on Monday killed 5 people, medics said."),
        ("en", "At least 100 people are feared dead in the flood in Tarv, the mayor said.",
         "The flood in Tarv has killed 34 people, the mayor said on his way there."),
        ("de", "Bei der Flut in Tarv sind vermutlich 100 Menschen gestorben, sagt die Polizei.",
         "Bei der Flut in Tarv sind 34 Menschen gestorben, sagt die Polizei."),
        ("en", "A raid killed 11 people in a school in Tarv, medics said on Monday.",
         "Raids killed 45 people across the valley of Tarv on Monday, medics said."),
    ],
)  # fmt: skip
def test_a_part_of_the_dead_is_not_set_against_all(language: str, one: str, other: str) -> None:
    assert told(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The earthquake killed 34 people in Tarv on Wednesday, the civil defence said.",
         "The earthquake killed 19 people in the town of Ullam on Wednesday, the civil defence said."),
        ("de", "Bei dem Erdbeben in Tarv starben am Mittwoch 34 Menschen, teilte der Zivilschutz mit.",
         "In der Stadt Ullam starben bei dem Erdbeben am Mittwoch 19 Menschen, teilte der Zivilschutz mit."),
        ("zh", "周三的地震已造成塔尔夫地区34人死亡，官员表示。", "周三的地震已造成乌拉镇19人死亡，官员表示。"),
        ("ar", "قتل 34 شخصا في زلزال تارف يوم الأربعاء حسبما أعلن الدفاع المدني.",
         "قتل 19 شخصا في بلدة أولام في زلزال يوم الأربعاء حسبما أعلن الدفاع المدني."),
        ("en", "Police arrested 12 people at the march in Tarv on Saturday, a spokesman said.",
         "Police arrested 15 people at the marches across the country on Saturday, a spokesman said."),
    ],
)  # fmt: skip
def test_a_town_is_not_set_against_its_region(language: str, one: str, other: str) -> None:
    assert told(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "As of 5 p.m. the flood in Tarv had killed 12 people, officials said on Thursday.",
         "By 8 p.m. the flood in Tarv had killed 15 people, officials said on Thursday."),
        ("fr", "À 17 heures, l'inondation à Tarv avait fait 12 morts jeudi, selon les autorités.",
         "À 20 heures, l'inondation à Tarv avait fait 15 morts jeudi, selon les autorités."),
        ("zh", "截至2日17时，塔尔夫县山洪已造成12人死亡。", "截至2日20时，塔尔夫县山洪已造成15人死亡。"),
        ("ko", "11일 오전 9시 현재 지진으로 12명이 숨졌다고 당국이 밝혔다.",
         "11일 오후 3시 현재 지진으로 15명이 숨졌다고 당국이 밝혔다."),
        ("en", "The Tarv striker scored 22 goals last season for the club in the league.",
         "The Tarv striker has scored 12 goals this season for the club in the league."),
    ],
)  # fmt: skip
def test_other_hours_and_seasons_do_not_differ(language: str, one: str, other: str) -> None:
    assert told(language, one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The budget foresees 4 billion euros for the railways until 2031, the minister said.",
         "The budget foresees 2.5 billion euros for the roads until 2031, the minister said."),
        ("de", "Der Umsatz stieg im Quartal um 4 Prozent auf 14 Milliarden Euro, teilte Velmar mit.",
         "Der Gewinn stieg im Quartal um 18 Prozent auf 2 Milliarden Euro, teilte Velmar mit."),
        ("en", "Unemployment rose to 6.1 percent in the spring, the office said.",
         "Unemployment among the young rose to 16.1 percent in the spring, the office said."),
        ("ar", "أفرجت السلطات في تارف يوم الاثنين عن 120 أسيرا بموجب اتفاق الهدنة.",
         "اعتقلت السلطات في تارف يوم الاثنين 150 أسيرا سابقا بعد اتفاق الهدنة."),
    ],
)  # fmt: skip
def test_other_matters_and_deeds_do_not_differ(language: str, one: str, other: str) -> None:
    assert told(language, one, other) == []


@pytest.mark.parametrize(("hours", "count"), [(0, 1), (6, 0), (-6, 1)])
def test_a_toll_that_rises_with_time_is_no_disagreement(hours: int, count: int) -> None:
    first = datetime(2031, 5, 6, 9, tzinfo=UTC)
    texts = (
        ("The flood in the valley of Tarv has killed 34 people, officials said.", first),
        ("The death toll from the flood in the valley of Tarv is 41, officials said.", first + timedelta(hours=hours)),
    )
    articles = [SourceArticle(str(n), "", text, "en", published=at) for n, (text, at) in enumerate(texts)]
    assert len(disagreements(passages(articles), "en", articles)) == count


def test_numbers_that_a_report_states_anywhere_are_known_to_it() -> None:
    articles = [
        SourceArticle("0", "", "The earthquake in the hills of Tarv killed 31 people, the mayor said.", "en"),
        SourceArticle("1", "", "The earthquake in the hills of Tarv killed 22 people. They say it is 31 in all.", "en"),
    ]
    found = passages(articles)
    assert len(disagreements(found, "en")) == 1
    assert disagreements(found, "en", articles) == []


def test_a_span_of_time_is_no_number_of_what_reports_differ_over() -> None:
    articles = [
        SourceArticle(
            "0", "", "The bridge will close for nine months. Engineers found cracks in 14 arches of it.", "en"
        ),
        SourceArticle("1", "", "The bridge will close on Monday. Engineers found cracks in 9 arches of it.", "en"),
    ]
    (found,) = disagreements(passages(articles), "en", articles)
    assert {found.one.text, found.other.text} == {"14 arches", "9 arches"}
