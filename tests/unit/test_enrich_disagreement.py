"""Reports differ where they state different numbers of the same thing at the same time, and nowhere else."""

from datetime import UTC, datetime, timedelta

import pytest

from octavo.enrich import SourceArticle, summarise
from octavo.enrich.disagreement import disagreements
from octavo.enrich.passages import passages


def told(language: str, *texts: str) -> list[tuple[str, str]]:
    articles = [SourceArticle(str(n), "", text, language) for n, text in enumerate(texts)]
    return [(pair.one.text, pair.other.text) for pair in disagreements(passages(articles), language)]


@pytest.mark.parametrize(
    ("language", "one", "other", "pair"),
    [
        ("en", "A magnitude 6 earthquake killed at least 31 people in the hills of Tarv, the mayor said.",
         "The earthquake in the hills of Tarv has left 34 dead, according to the civil defence there.",
         ("31", "34")),
        ("en", "The ferry ran aground off Velmar with 295 passengers on board, the coast guard said.",
         "A ferry with 298 passengers on board ran aground off Velmar early in the morning.",
         ("295 passengers", "298 passengers")),
        ("de", "Bei dem Erdbeben im Hochland von Tarv starben mindestens 31 Menschen, sagt die Polizei.",
         "Mindestens 34 Tote zählt die Polizei nach dem Erdbeben im Hochland von Tarv bisher.",
         ("31", "34")),
        ("es", "El terremoto en las montañas de Tarv deja al menos 31 muertos, según la policía local.",
         "Al menos 34 personas murieron en el terremoto de las montañas de Tarv, dice el alcalde.",
         ("31", "34")),
        ("ko", "타르브 고원에서 강진이 발생해 최소 31명이 숨지고 마을이 고립됐다고 당국이 밝혔다.",
         "타르브 고원에서 일어난 강진으로 지금까지 34명이 사망했다고 현지 언론이 보도했다.",
         ("31", "34")),
        ("ar", "أعلن الدفاع المدني في تارف أن الزلزال أودى بحياة 31 شخصا على الأقل في المرتفعات.",
         "قالت الشرطة إن 34 شخصا قتلوا في الزلزال الذي ضرب مرتفعات تارف مساء أمس.",
         ("31", "34")),
        ("ja", "タルブ高原で強い地震があり、少なくとも31人が死亡したと当局が発表した。",
         "タルブ高原の地震による死者は34人に上ったと、現地のテレビが伝えている。",
         ("31", "34")),
        ("en", "The death toll from the flood in the valley of Tarv has risen to 41, officials said on Tuesday.",
         "The flood in the valley of Tarv has killed 34 people, officials said on Tuesday.",
         ("41", "34")),
        ("de", "Die Zahl der Todesopfer nach der Flut im Tal von Tarv stieg auf 41, sagt die Polizei.",
         "Die Flut im Tal von Tarv hat 34 Menschen getötet, sagt die Polizei am Abend.",
         ("41", "34")),
        ("es", "La cifra de muertos por la inundación en Tarv subió a 41, según la policía local.",
         "La inundación en Tarv dejó 34 muertos, según la policía local de la comarca.",
         ("41", "34")),
        ("de", "Nach Angaben der Behörden kamen bei der Flut im Tal von Tarv 34 Menschen ums Leben.",
         "Im Tal von Tarv hat die Flut 41 Menschen getötet, sagt die Polizei nach einer Zählung.",
         ("34", "41")),
        ("es", "El choque dejó 12 muertos y 20 heridos en Tarv, según la policía de la comarca.",
         "El choque dejó 15 muertos y 20 heridos en Tarv, según la policía de la comarca.",
         ("12", "15")),
        ("ko", "구조 2시간 만에 타르브 고원 강진으로 31명이 숨졌다고 당국이 밝혔다.",
         "구조 9시간 만에 타르브 고원 강진으로 34명이 숨졌다고 당국이 밝혔다.",
         ("31", "34")),
        ("en", "The crash near Tarv left 12 people dead and 30 injured, the police of the valley said.",
         "The crash near Tarv left 30 people injured and 15 dead, the police of the valley said.",
         ("12", "15")),
        ("de", "Ein neues Krankenhaus in Tarv kostet 90 Millionen Euro, teilte die Stadt am Montag mit.",
         "Ein neues Krankenhaus in Tarv kostet 190 Millionen Euro, teilte die Stadt am Montag mit.",
         ("90", "190")),
        ("fr", "L'accident de car près de Tarv a fait 12 morts lundi, selon la police.",
         "Au moins 15 personnes ont été tuées lundi dans l'accident de car près de Tarv, selon la police.",
         ("12 morts", "15 personnes")),
        ("ar", "أفرجت السلطات في تارف يوم الاثنين عن 120 أسيرا بموجب اتفاق الهدنة.",
         "أفرجت السلطات في تارف يوم الاثنين عن 150 أسيرا بموجب اتفاق الهدنة.",
         ("120 أسيرا", "150 أسيرا")),
        ("en", "The mill will cut 320 jobs by the end of the year, it said on Tuesday.",
         "The mill will cut 230 jobs by the end of the year, it said on Tuesday.",
         ("320 jobs", "230 jobs")),
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


@pytest.mark.parametrize(
    ("language", "one", "other", "pair"),
    [
        ("de", "Die Fähre mit 295 Fahrgästen an Bord lief vor Velmar auf Grund, teilte die Küstenwache mit.",
         "Eine Fähre mit 298 Fahrgästen an Bord lief am frühen Morgen vor Velmar auf Grund.",
         ("295 Fahrgästen", "298 Fahrgästen")),
        ("de", "Die Arbeitslosenquote in Velmar stieg im Mai auf 4,5 Prozent, teilte das Amt mit.",
         "Die Arbeitslosenquote in Velmar stieg im Mai auf 4,2 Prozent, teilte das Amt am Montag mit.",
         ("4,5 Prozent", "4,2 Prozent")),
        ("es", "El transbordador con 295 pasajeros a bordo encalló frente a Velmar, dijo la guardia costera.",
         "Un transbordador con 298 pasajeros a bordo encalló frente a Velmar por la mañana.",
         ("295 pasajeros", "298 pasajeros")),
        ("es", "La tasa de desempleo en Velmar subió al 4,5 % en mayo, dijo la oficina de estadística.",
         "La tasa de desempleo en Velmar subió al 4,2 % en mayo, dijo la oficina de estadística.",
         ("4,5 %", "4,2 %")),
        ("fr", "Le ferry avec 295 passagers à bord s'est échoué au large de Velmar, selon les garde-côtes.",
         "Un ferry avec 298 passagers à bord s'est échoué au large de Velmar tôt le matin.",
         ("295 passagers", "298 passagers")),
        ("fr", "Le taux de chômage à Velmar est tombé à 4,5 % en mai, selon l'institut.",
         "Le taux de chômage à Velmar est tombé à 4,2 % en mai, a annoncé l'institut.",
         ("4,5 %", "4,2 %")),
        ("ru", "Паром с 295 пассажирами на борту сел на мель у Вельмара, сообщила береговая охрана.",
         "Паром с 298 пассажирами на борту сел на мель у Вельмара рано утром.",
         ("295 пассажирами", "298 пассажирами")),
        ("ru", "Уровень безработицы в Вельмаре вырос в мае до 4,5 процента, сообщило ведомство.",
         "Уровень безработицы в Вельмаре вырос в мае до 4,2 процента, сообщило ведомство в понедельник.",
         ("4,5 процента", "4,2 процента")),
        ("ru", "Новый мост в Вельмаре обойдётся в 300 миллионов рублей, сообщил мэр.",
         "Новый мост в Вельмаре обойдётся в 350 миллионов рублей, сообщил губернатор.",
         ("300 миллионов рублей", "350 миллионов рублей")),
        ("ko", "벨마르 공항은 5월 승객 12만명이 이용했다고 공항공사가 밝혔다.",
         "벨마르 공항은 5월 승객 15만명이 이용했다고 국토부가 발표했다.",
         ("승객 12만명", "승객 15만명")),
        ("ko", "벨마르시의 5월 실업률은 4.5%로 올랐다고 통계청이 발표했다.",
         "벨마르시의 5월 실업률은 4.2%로 올랐다고 통계청이 27일 발표했다.",
         ("4.5%", "4.2%")),
        ("ko", "벨마르시는 새 다리 건설에 300억원을 들이기로 했다고 밝혔다.",
         "벨마르시는 새 다리 건설에 350억원을 들이기로 했다고 시장이 말했다.",
         ("300억원", "350억원")),
        ("ja", "ベルマル市の5月の失業率は4.5%に上がったと統計局が発表した。",
         "ベルマル市の5月の失業率は4.2%に上がったと統計局が月曜日に発表した。",
         ("4.5%", "4.2%")),
        ("ja", "ベルマル空港は5月、乗客12万人が利用したと会社が発表した。",
         "ベルマル空港は5月、乗客15万人が利用したと国が発表した。",
         ("12万人", "15万人")),
        ("ja", "ベルマル市は新しい橋の建設に300億円をかけると市長が述べた。",
         "ベルマル市は新しい橋の建設に350億円をかけると市が発表した。",
         ("300億円", "350億円")),
        ("zh", "维尔马机场5月运送旅客12万人次，机场公司表示。",
         "维尔马机场5月运送旅客15万人次，民航局表示。",
         ("12万人", "15万人")),
        ("zh", "维尔马市5月失业率上升至4.5%，统计局表示。",
         "维尔马市5月失业率上升至4.2%，统计局周一表示。",
         ("4.5%", "4.2%")),
        ("zh", "维尔马市新桥建设将耗资300亿元，市长表示。",
         "维尔马市新桥建设将耗资350亿元，政府宣布。",
         ("300亿元", "350亿元")),
        ("ar", "جنحت عبارة على متنها 295 راكبا قبالة فيلمار حسبما أعلن خفر السواحل.",
         "جنحت عبارة على متنها 298 راكبا قبالة فيلمار في ساعة مبكرة صباحا.",
         ("295 راكبا", "298 راكبا")),
        ("ar", "ارتفع معدل البطالة في فيلمار إلى 4.5 في المئة في مايو حسبما أعلن المكتب.",
         "ارتفع معدل البطالة في فيلمار إلى 4.2 في المئة في مايو حسبما أعلن المكتب.",
         ("4.5 في المئة", "4.2 في المئة")),
        ("de", "Bei dem Brand in Velmar wurden 12 Menschen verletzt, teilte die Polizei mit.",
         "15 Verletzte meldet die Polizei nach dem Brand in Velmar bisher.",
         ("12 Menschen verletzt", "15 Verletzte")),
        ("fr", "L'incendie à Velmar a blessé 12 personnes, selon la police.",
         "Au moins 15 personnes ont été blessées dans l'incendie à Velmar, selon la police.",
         ("12 personnes", "15 personnes")),
        ("es", "El incendio en Velmar dejó 2 muertos y 12 heridos, según la policía.",
         "El incendio en Velmar dejó 2 muertos y 15 heridos, según la policía.",
         ("12 heridos", "15 heridos")),
        ("ar", "أدى الحريق في فيلمار إلى مقتل شخصين وإصابة 12 آخرين حسبما أعلنت الشرطة.",
         "أدى الحريق في فيلمار إلى مقتل شخصين وإصابة 15 آخرين حسبما أعلنت الشرطة.",
         ("12 آخرين", "15 آخرين")),
        ("zh", "维尔马市火灾造成2人死亡、12人受伤，警方表示。",
         "维尔马市火灾造成2人死亡、15人受伤，消防部门表示。",
         ("12人受伤", "15人受伤")),
        ("ko", "벨마르 시장 화재로 2명이 숨지고 12명이 다쳤다고 경찰이 밝혔다.",
         "벨마르 시장 화재로 2명이 숨지고 15명이 다쳤다고 소방당국이 밝혔다.",
         ("12명이 다쳤", "15명이 다쳤")),
    ],
)  # fmt: skip
def test_numbers_of_hurt_passengers_shares_and_money_differ(
    language: str, one: str, other: str, pair: tuple[str, str]
) -> None:
    assert told(language, one, other) == [pair]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Die Arbeitslosenquote in Velmar stieg im Mai auf 4,5 Prozent, teilte das Amt mit.",
         "Die Arbeitslosenquote in Velmar stieg im Juni auf 4,2 Prozent, teilte das Amt mit."),
        ("de", "Die Arbeitslosenquote in Velmar stieg im Mai auf 4,5 Prozent, teilte das Amt mit.",
         "Die Inflationsrate in Velmar stieg im Mai auf 4,2 Prozent, teilte das Amt mit."),
        ("de", "Bei dem Brand in Velmar wurden 12 Menschen verletzt, teilte die Polizei mit.",
         "Bei dem Brand in Velmar wurden 5 Menschen schwer verletzt, teilte die Polizei mit."),
        ("de", "Bei dem Brand in Velmar wurden 12 Menschen verletzt, teilte die Polizei mit.",
         "Bei dem Brand in Velmar wurden 5 Feuerwehrleute verletzt, teilte die Polizei mit."),
        ("de", "Bei dem Brand in Velmar wurden 12 Menschen verletzt, teilte die Polizei mit.",
         "Bei einem zweiten Brand in Velmar wurden 5 Menschen verletzt, teilte die Polizei mit."),
        ("es", "La tasa de desempleo en Velmar subió al 4,5 % en mayo, dijo la oficina.",
         "La tasa de desempleo en Velmar subió al 4,2 % en junio, dijo la oficina."),
        ("es", "La tasa de desempleo en Velmar subió al 4,5 % en mayo, dijo la oficina.",
         "La tasa de inflación en Velmar subió al 4,2 % en mayo, dijo la oficina."),
        ("es", "El incendio en Velmar dejó 12 heridos, según la policía local de la comarca.",
         "El incendio en Velmar dejó 5 heridos graves, según la policía local de la comarca."),
        ("es", "El delantero marcó 12 goles con el Velmar, que pagó 3 millones de euros por él.",
         "El portero paró 15 goles con el Velmar, que pagó 4 millones de euros por otro."),
        ("fr", "Le taux de chômage à Velmar est tombé à 4,5 % en mai, selon l'institut.",
         "Le taux de chômage à Velmar est tombé à 4,2 % en juin, selon l'institut."),
        ("fr", "Le taux de chômage à Velmar est tombé à 4,5 % en mai, selon l'institut.",
         "Le taux de chômage des jeunes à Velmar est tombé à 14,2 % en mai, selon l'institut."),
        ("fr", "L'incendie à Velmar a blessé 12 personnes, selon la police.",
         "L'incendie à Velmar a blessé grièvement 5 personnes, selon la police."),
        ("fr", "Le chiffre d'affaires de Velmar a augmenté de 4 % à 14 milliards d'euros, selon le groupe.",
         "Le bénéfice de Velmar a augmenté de 8 % à 2 milliards d'euros, selon le groupe."),
        ("ru", "Уровень безработицы в Вельмаре вырос в мае до 4,5 процента, сообщило ведомство.",
         "Уровень безработицы в Вельмаре вырос в июне до 4,2 процента, сообщило ведомство."),
        ("ru", "Выручка Вельмара выросла до 14 миллиардов рублей, сообщила компания.",
         "Прибыль Вельмара выросла до 2 миллиардов рублей, сообщила компания."),
        ("ru", "Новый мост в Вельмаре обойдётся в 300 миллионов рублей, сообщил мэр.",
         "Новая школа в Вельмаре обойдётся в 350 миллионов рублей, сообщил мэр."),
        ("ko", "벨마르시의 5월 실업률은 4.5%로 올랐다고 통계청이 발표했다.",
         "벨마르시의 6월 실업률은 4.2%로 올랐다고 통계청이 발표했다."),
        ("ko", "벨마르시의 5월 실업률은 4.5%로 올랐다고 통계청이 발표했다.",
         "벨마르시의 5월 물가상승률은 4.2%로 올랐다고 통계청이 발표했다."),
        ("ko", "벨마르시는 새 다리 건설에 300억원을 들이기로 했다고 밝혔다.",
         "벨마르시는 새 학교 건설에 350억원을 들이기로 했다고 밝혔다."),
        ("ko", "한빛전자는 지난 분기 매출이 300억원이라고 27일 공시했다고 밝혔다.",
         "두리전자는 지난 분기 매출이 350억원이라고 27일 공시했다고 밝혔다."),
        ("ko", "벨마르 시장 화재로 12명이 다쳤다고 경찰이 밝혔다고 전했다.",
         "벨마르 시장 화재로 소방관 5명이 다쳤다고 경찰이 밝혔다고 전했다."),
        ("ja", "ベルマル市の5月の失業率は4.5%に上がったと統計局が発表した。",
         "ベルマル市の6月の失業率は4.2%に上がったと統計局が発表した。"),
        ("ja", "甲電子は7～9月期の売上高が300億円だったと発表した。",
         "乙電子は7～9月期の売上高が350億円だったと発表した。"),
        ("ja", "甲電子は7～9月期の売上高が300億円だったと発表した。",
         "甲電子は7～9月期の営業利益が50億円だったと発表した。"),
        ("zh", "维尔马市5月失业率上升至4.5%，统计局表示。",
         "维尔马市6月失业率上升至4.2%，统计局表示。"),
        ("zh", "维尔马市5月失业率上升至4.5%，统计局周一表示。",
         "维尔马市5月通胀率上升至4.2%，统计局周一表示。"),
        ("zh", "甲电子公司今年三季度营收达到300亿元，公司公告显示。",
         "乙电子公司今年三季度营收达到350亿元，公司公告显示。"),
        ("zh", "维尔马机场5月运送旅客12万人次，机场公司表示。",
         "维尔马火车站5月运送旅客15万人次，铁路公司表示。"),
        ("ar", "ارتفع معدل البطالة في فيلمار إلى 4.5 في المئة في مايو حسبما أعلن المكتب.",
         "ارتفع معدل التضخم في فيلمار إلى 4.2 في المئة في مايو حسبما أعلن المكتب."),
        ("ar", "ارتفع معدل البطالة في فيلمار إلى 4.5 في المئة في مايو حسبما أعلن المكتب.",
         "ارتفع معدل البطالة في فيلمار إلى 4.2 في المئة في يونيو حسبما أعلن المكتب."),
        ("ar", "جنحت عبارة على متنها 295 راكبا قبالة فيلمار حسبما أعلن خفر السواحل.",
         "أنقذ خفر السواحل 198 راكبا من العبارة التي جنحت قبالة فيلمار حسبما أعلن."),
        ("de", "Auf der Fähre vor Velmar waren 295 Fahrgäste, teilte die Küstenwache am Montag mit.",
         "Die Küstenwache rettete 198 Fahrgäste von der Fähre vor Velmar, teilte sie am Montag mit."),
        ("fr", "Le ferry échoué au large de Velmar transportait 295 passagers, selon les garde-côtes.",
         "Les garde-côtes ont évacué 198 passagers du ferry échoué au large de Velmar."),
        ("es", "El ferry encallado frente a Velmar llevaba 295 pasajeros, dijo la guardia costera.",
         "La guardia costera evacuó a 198 pasajeros del ferry encallado frente a Velmar."),
        ("ru", "На борту парома у Вельмара находились 295 пассажиров, сообщила береговая охрана.",
         "Береговая охрана сняла 198 пассажиров с борта парома у Вельмара, сообщила служба."),
        ("ko", "벨마르 앞바다에서 좌초한 여객선에는 승객 295명이 타고 있었다고 해경이 밝혔다.",
         "해경은 벨마르 앞바다에서 좌초한 여객선에서 승객 198명을 구조했다고 밝혔다."),
        ("ja", "ベルマル沖で座礁したフェリーには乗客295人が乗っていたと海上保安庁が発表した。",
         "ベルマル沖で座礁したフェリーから乗客198人を救助したと海上保安庁が発表した。"),
        ("zh", "在维尔马附近搁浅的渡轮上有295名乘客，海岸警卫队表示。",
         "海岸警卫队从维尔马附近搁浅的渡轮上救出198名乘客。"),
        ("en", "The crash near Velmar hurt 12 people, police in the town said.",
         "The crash near Velmar seriously hurt 5 people, police in the town said."),
        ("fr", "Une fusillade à Velmar a fait 3 morts et 12 blessés, selon la police.",
         "Une fusillade à Velmar a fait 3 morts et 12 blessés dont 5 enfants, selon la police."),
    ],
)  # fmt: skip
def test_other_months_rates_bodies_deeds_and_degrees_do_not_differ(language: str, one: str, other: str) -> None:
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


HOURS_APART = datetime(2031, 5, 6, 9, tzinfo=UTC)


def told_later(language: str, one: str, other: str, hours: int) -> list[tuple[str, str]]:
    """Return what differs where the second report is published so many hours after the first."""
    articles = [
        SourceArticle("0", "", one, language, published=HOURS_APART),
        SourceArticle("1", "", other, language, published=HOURS_APART + timedelta(hours=hours)),
    ]
    return [(pair.one.text, pair.other.text) for pair in disagreements(passages(articles), language, articles)]


@pytest.mark.parametrize("hours", [1, 3, 30, -30])
@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The ferry ran aground off Velmar with 295 passengers on board, the coast guard said.",
         "A ferry with 298 passengers on board ran aground off Velmar early in the morning."),
        ("de", "Ein neues Krankenhaus in Tarv kostet 90 Millionen Euro, teilte die Stadt am Montag mit.",
         "Ein neues Krankenhaus in Tarv kostet 190 Millionen Euro, teilte die Stadt am Montag mit."),
        ("en", "The mill will cut 230 jobs by the end of the year, it said on Tuesday.",
         "The mill will cut 320 jobs by the end of the year, it said on Tuesday."),
    ],
)  # fmt: skip
def test_what_does_not_grow_differs_whenever_it_was_published(language: str, one: str, other: str, hours: int) -> None:
    assert len(told_later(language, one, other, hours)) == 1


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "The flood in the valley of Tarv has displaced {n} families, its officials said.", "340", "410"),
        ("en", "Firefighters in the valley of Tarv evacuated {n} guests of the hotel, the town said.", "340", "410"),
        ("en", "The fire in the valley of Tarv destroyed {n} houses, officials of the valley said.", "34", "41"),
        ("de", "Die Polizei in Tarv hat nach der Kundgebung {n} Fans festgenommen, teilte sie mit.", "34", "41"),
        ("es", "El incendio en el valle de Tarv destruyó {n} casas, dijo la alcaldía del valle.", "34", "41"),
        ("ar", "أعلنت السلطات في تارف إجلاء {n} أسرة من القرى القريبة من النهر.", "120", "150"),
    ],
)  # fmt: skip
def test_what_grows_while_it_is_counted_differs_within_few_hours_alone(
    language: str, text: str, low: str, high: str
) -> None:
    one, other = text.format(n=low), text.format(n=high)
    assert [len(told_later(language, one, other, hours)) for hours in (1, 6)] == [1, 0]
    assert len(told_later(language, other, one, 6)) == 1


@pytest.mark.parametrize(
    ("language", "text", "one", "other"),
    [
        ("en", "The storm brought gusts of {n} km an hour to the coast of Tarv, the office said.", "120", "150"),
        ("en", "Rescuers in the valley of Tarv look for {n} missing sailors of the ferry, they said.", "14", "11"),
        ("de", "Nach dem Sturm sind in Tarv noch {n} Haushalte ohne Strom, teilt der Versorger mit.", "5400", "2300"),
        ("ko", "타르브 계곡에서 주민 {n}명이 실종됐다고 소방당국이 밝혔다고 현지 방송이 전했다.", "14", "11"),
    ],
)  # fmt: skip
def test_what_rises_and_falls_differs_within_few_hours_alone(language: str, text: str, one: str, other: str) -> None:
    pairs = (text.format(n=one), text.format(n=other)), (text.format(n=other), text.format(n=one))
    assert [len(told_later(language, *pair, hours)) for pair in pairs for hours in (1, 6)] == [1, 0, 1, 0]


@pytest.mark.parametrize(
    ("one", "other", "pair"),
    [
        ("The crash near Tarv on Monday killed 12 people, the police of the valley said.",
         "Fifteen people died on Monday in the crash near Tarv, the police of the valley said.",
         ("12 people", "Fifteen people")),
        ("The crash near Tarv on Monday left 12 dead, the police of the valley said.",
         "Fifteen people died on Monday in the crash near Tarv, the police of the valley said.",
         ("12 dead", "Fifteen people died")),
        ("The crash near Tarv on Monday left 12 dead, the police of the valley said.",
         "The crash near Tarv on Monday killed 15 people, the police of the valley said.",
         ("12", "15")),
    ],
)  # fmt: skip
def test_both_sides_are_phrases_of_one_kind(one: str, other: str, pair: tuple[str, str]) -> None:
    assert told("en", one, other) == [pair]


def test_a_number_in_words_is_written_small_inside_the_sentence() -> None:
    one, other = (
        SourceArticle("0", "Crash", "The crash near Tarv on Monday killed 12 people, the police said.", "en", "Herald"),
        SourceArticle("1", "Crash", "Fifteen people died on Monday in the crash near Tarv, police said.", "en", "Post"),
    )
    said = [sentence.text for sentence in summarise([one, other], "en").sentences]
    assert "Herald reports 12 people, Post fifteen people." in said


RISEN = {
    "en": (
        "A fire aboard the ferry Selka killed 12 people in the harbour of Tarvan, port officials said.",
        "The ferry Selka caught fire in the harbour of Tarvan, killing 15 people, the ministry said.",
        "Police in Tarvan held the captain of the ferry Selka after a fire that they said killed 15 people.\n"
        "The number of dead on the ferry Selka rose to 17 overnight, the ministry said.",
    ),
    "de": (
        "Bei einem Brand auf der Fähre Selka im Hafen von Tarvan starben 12 Menschen, sagt der Hafenmeister.",
        "Auf der Fähre Selka im Hafen von Tarvan sind bei einem Brand 15 Menschen gestorben, sagt das Ministerium.",
        "Nach dem Brand auf der Fähre Selka im Hafen von Tarvan ist der Kapitän in Haft.\n"
        "Auf der Fähre Selka sind nach Angaben des Ministeriums inzwischen 17 Menschen gestorben.",
    ),
    "ko": (
        "타르반 항구의 여객선 셀카호에서 불이 나 12명이 숨졌다고 항만 당국이 밝혔다.",
        "타르반 항구의 여객선 셀카호 화재로 15명이 숨졌다고 보건부가 발표했다.",
        "타르반 항구 여객선 셀카호의 선장이 화재 다음 날 경찰에 체포됐다고 검찰이 밝혔다.\n"
        "셀카호 화재로 숨진 사람은 17명이 사망한 것으로 늘었다고 보건부가 발표했다.",
    ),
}


@pytest.mark.parametrize("language", RISEN)
@pytest.mark.parametrize(("hours", "is_overtaken"), [(0, False), (18, True)])
def test_a_toll_that_has_risen_since_is_told_of_nobody(language: str, hours: int, is_overtaken: bool) -> None:
    first = datetime(2031, 5, 6, 9, tzinfo=UTC)
    moments = (first, first, first + timedelta(hours=hours))
    articles = [
        SourceArticle(str(n), "Selka", text, language, f"Courier {n}", published=at)
        for n, (text, at) in enumerate(zip(RISEN[language], moments, strict=True))
    ]
    assert (disagreements(passages(articles), language, articles) == []) == is_overtaken
    summary = summarise(articles, language)
    told = " ".join(one.text for one in summary.sentences)
    amounts = " ".join(str(one["text"]) for one in summary.facts if one["kind"] == "amount")
    assert ("17" in told, "12" in told or "15" in told, "12" in amounts) == (True, not is_overtaken, not is_overtaken)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "en",
            "The ferry ran aground off Velmar with 295 passengers on board, the coast guard said.",
            "The ferry ran aground off Velmar with 259 passengers on board, the coast guard said.",
        ),
        (
            "de",
            "Bei dem Erdbeben im Hochland von Tarv starben mindestens 34 Menschen, sagt die Polizei.",
            "Mindestens 31 Tote zählt die Polizei nach dem Erdbeben im Hochland von Tarv bisher.",
        ),
        (
            "ko",
            "타르브 고원에서 강진이 발생해 최소 34명이 숨지고 마을이 고립됐다고 당국이 밝혔다.",
            "타르브 고원에서 일어난 강진으로 지금까지 31명이 사망했다고 현지 언론이 보도했다.",
        ),
    ],
)
def test_a_publisher_that_corrects_itself_does_not_differ(language: str, one: str, other: str) -> None:
    def differ(*publishers: str) -> bool:
        articles = [
            SourceArticle(str(n), "", text, language, publisher)
            for n, (text, publisher) in enumerate(zip((one, other), publishers, strict=True))
        ]
        return bool(disagreements(passages(articles), language, articles))

    assert differ("Tide Courier", "Brisk Post")
    assert not differ("Tide Courier", "Tide Courier")
