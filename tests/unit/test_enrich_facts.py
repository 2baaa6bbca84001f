"""Key facts say what an amount counts and which day a weekday was, each in the report's own words."""

from datetime import UTC, date, datetime

import pytest

from octavo.enrich import SourceArticle
from octavo.enrich.amounts import amounts
from octavo.enrich.days import days
from octavo.enrich.facts import Fact, key_facts
from octavo.enrich.passages import passages

THURSDAY = datetime(2031, 5, 8, 12, tzinfo=UTC)


def told(text: str, language: str) -> list[str]:
    return [
        text[one.start : one.end] for one in amounts(passages([SourceArticle("a", "", text, language)])[0], language)
    ]


def rows(kind: str, *articles: SourceArticle) -> list[Fact]:
    return [fact for fact in key_facts(articles, articles[0].language) if fact["kind"] == kind]


def report(name: str, text: str, language: str = "en", **more: object) -> SourceArticle:
    return SourceArticle(name, "", text, language, published=THURSDAY, **more)  # type: ignore[arg-type]


COUNTED = """
en|Customs officers in Velmar found 310 kilograms of cocaine among the bananas.|310 kilograms of cocaine
en|Deputies in Velmar counted more than 2,300 counterfeit wristbands at the fair.|2,300 counterfeit wristbands
en|A magnitude 6.3 earthquake near Velmar killed at least 31 people on Monday.|31 people
en|The ferry damage at Velmar was put at 24 million crowns by its insurers.|24 million crowns
en|The storm off Velmar carried sustained winds of 165 kilometres an hour.|165 kilometres an hour
en|The vaccine of the Velmar institute prevented 78 percent of cases over a year.|78 percent of cases
en|The defendants of Velmar were said to have killed two police officers last spring.|two police officers
en|Velmar has handed over about 1,200 tons of chemical agents, the inspectors said.|1,200 tons of chemical agents
en|All seven members of the council voted to leave the harbour dues as they are.|seven members of the council
de|Auf der Strecke nach Velmar sind täglich rund 19.000 müde Pendler unterwegs.|19.000 müde Pendler
de|Der Schaden am Lager in Velmar beträgt nach Schätzungen 1,8 Millionen Euro.|1,8 Millionen Euro
de|Vierzehn Tage nach dem Brand haben in Velmar zwölf Künstler neue Räume.|zwölf Künstler
es|El alcalde de Velmar desvió 64 millones de pesos destinados a la red de agua.|64 millones de pesos
es|El Ayuntamiento de Velmar no renovará ninguna de las 1.870 licencias de alquiler.|1.870 licencias de alquiler
es|Las calles de Velmar amanecieron con cuatro muertos y varios edificios caídos.|cuatro muertos
fr|La mairie de Velmar a relogé 212 habitants dans deux écoles de la ville haute.|212 habitants
ko|제조사 벨마르는 주력 제품의 배터리 120만 대를 모두 교환해 주기로 결정했다고 발표했다.|배터리 120만 대
ko|벨마르 산사태로 주민 34명이 숨지고 마을 세 곳이 고립됐다고 당국이 밝혔다.|주민 34명
ko|벨마르 쌀값은 한 가마에 23만1000원을 넘어서며 18년 만에 가장 높은 수준을 기록했다.|23만1000원
ko|벨마르 지진으로 최소 31명이 숨지고 140여 명이 다쳤다고 당국이 월요일 밝혔다.|140여 명
ja|ベルマールの地震で住宅600棟が壊れ、31人が死亡したと当局が月曜日に発表した。|600棟
zh|贝尔马山区周一晚间发生地震，至少31人死亡，约600间房屋被毁，当局表示。|31人
ar|يحمل القارب الأزرق في نهر فلمار ثلاثة آلاف مجلد وآلة لصنع الشاي كل يوم.|ثلاثة آلاف مجلد
en|The clinic at Velmar counted 27 new cases of the fever since last week, it said.|27 new cases of the fever
en|The harbour board of Velmar paid HK$20 million for the two ferries on Monday.|HK$20 million
de|Die Klinik in Velmar zählte seit der vergangenen Woche 27 neue Fälle des Fiebers.|27 neue Fälle
de|Bei dem Brand in Velmar wurden zweiundzwanzig Menschen verletzt, sagte die Polizei.|zweiundzwanzig Menschen
de|Der Umbau des Rathauses in Velmar kostet nach Angaben der Stadt 2,4 Mio. Euro.|2,4 Mio. Euro
es|La clínica de Velmar contó 27 nuevos casos de fiebre desde la semana pasada.|27 nuevos casos de fiebre
es|El tren de Velmar costó 2,4 mil millones de euros, según el Ayuntamiento.|2,4 mil millones de euros
fr|La clinique de Velmar a compté 27 nouveaux cas de fièvre depuis une semaine.|27 nouveaux cas de fièvre
fr|La vallée de Velmar compte 2,5 millions d'habitants, selon la préfecture.|2,5 millions d'habitants
ko|벨마르 정부는 북쪽 섬에 군인 1천500명을 보내기로 했다고 목요일 발표했다.|군인 1천500명
ko|벨마르 화재로 두 명이 숨지고 주택 여러 채가 탔다고 소방당국이 밝혔다.|두 명
ko|벨마르에서는 지난 3월 12명이 같은 병으로 병원에 실려 왔다고 시가 목요일 밝혔다.|12명
ja|ベルマールの火災で三人が死亡し、約2千人が避難したと消防が月曜日に発表した。|三人
ja|ベルマールの火災で三人が死亡し、約2千人が避難したと消防が月曜日に発表した。|2千人
zh|贝尔马火灾造成三十余人受伤，两名工人失踪，当局周一表示搜救仍在继续。|三十余人
zh|贝尔马火灾造成三十余人受伤，两名工人失踪，当局周一表示搜救仍在继续。|两名
ar|وشملت الدراسة التي أجراها معهد فلمار 38 قرية في الوادي خلال عامين كاملين.|38 قرية
"""
"""Language, sentence, the amount in it."""


@pytest.mark.parametrize(("language", "text", "amount"), [line.split("|") for line in COUNTED.strip().split("\n")])
def test_an_amount_is_told_with_what_it_counts(language: str, text: str, amount: str) -> None:
    assert amount in told(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Marcelo Irt, 34, scored in the 88th minute of a match that began at 6.42 p.m. in Velmar."),
        ("en", "The number 14 tram of Velmar was built in 1938 and repaired on June 30 by its owner."),
        ("en", "Velmar Rovers beat Kingsport 2-1 at the Ropewalk, their first win since the spring."),
        ("de", "Die Brücke in Velmar wurde vor 46 Jahren gebaut und zwei Mal erneuert, zuletzt im Mai."),
        ("es", "Nico Aldai, 19 años, marcó en Velmar hace dos semanas su primer gol con el equipo."),
        ("en", "One in five trains of Velmar is late, and two out of three voters want more of them."),
        ("en", "In Velmar three voters in four want a bridge."),
        ("en", "The Sept. 11 attacks were remembered in Velmar, as were the Dec. 5 elections."),
        ("de", "In Velmar wollen zwei von drei Wählern eine neue Brücke über den Fluss."),
        ("fr", "À Velmar, deux électeurs sur trois veulent un pont."),
        ("es", "En Velmar, tres de cada cuatro vecinos quieren un puente."),
        ("es", "Un terremoto de magnitud 6,8 sacudió ayer varias islas frente a Velmar."),
        ("ja", "ベルマールでは住民の5人に1人が川に新しい橋を望んでいると市が発表した。"),
        ("zh", "贝尔马当局周一表示，第三人仍在住院，数十人已回家。"),
        ("de", "Ein Gesetz der Stadt Velmar gilt seit dem Jahr 1938 fast unverändert bis heute fort."),
        ("en", "The clock of the town hall in Velmar stopped at nine minutes past four on Sunday."),
        ("de", "Um neun Minuten nach vier blieb am Sonntag in Velmar die Uhr des Rathauses stehen."),
    ],
)
def test_ages_years_days_and_scores_are_no_amounts(language: str, text: str) -> None:
    assert told(text, language) == []


def test_one_amount_of_several_reports_is_one_row_with_all_its_cites() -> None:
    one = report("one", "The quake near Velmar killed 31 people and destroyed 600 houses, the mayor said.")
    other = report("other", "At least 31 people died when the earth shook near Velmar, according to the police.")
    found = rows("amount", one, other)
    assert [fact["text"] for fact in found] == ["31 people", "600 houses"]
    assert [[cite["article"] for cite in fact["cites"]] for fact in found] == [["one", "other"], ["one"]]  # type: ignore[attr-defined]


def test_an_amount_stands_in_its_clause() -> None:
    whole = (
        "Growers of the valley lit some 6,000 orchard heaters between the road and the county line, trying to hold off "
        "a frost that came three weeks later than any on record, said their alliance in Velmar."
    )
    (fact, *_) = rows("amount", report("one", whole))
    assert str(fact["clause"]) in whole
    assert str(fact["clause"]).startswith("Growers of the valley lit some 6,000 orchard heaters")
    assert str(fact["clause"])[int(str(fact["at"])) :].startswith(str(fact["text"]))
    assert len(str(fact["clause"])) < len(whole)
    assert fact["cut"] == [False, True]


def test_amounts_of_clauses_that_overlap_are_told_in_one() -> None:
    whole = (
        "The storm crossed the eastern coast of the Velmar Islands before dawn on Monday with winds of 180 kilometres "
        "an hour, killing at least four people, tearing the roof from a hospital and leaving 210,000 households dark."
    )
    found = rows("amount", report("one", whole))
    assert [fact["text"] for fact in found] == ["180 kilometres an hour", "four people", "210,000 households"]
    winds, killed, dark = (str(fact["clause"]) for fact in found)
    assert winds == killed
    assert "Velmar Islands" in winds
    assert not set(dark.split()) & {"winds", "killing"}
    assert [fact["cut"] for fact in found] == [[False, True], [False, True], [True, False]]


@pytest.mark.parametrize(
    ("language", "text", "day", "when"),
    [
        ("en", "The bridge closed early Monday.", "early Monday", date(2031, 5, 5)),
        ("en", "It was signed on Friday, May 2, in Velmar.", "Friday, May 2", date(2031, 5, 2)),
        ("en", "The council met on 4 May 2029.", "4 May 2029", date(2029, 5, 4)),
        ("en", "The council will meet on Saturday.", "Saturday", date(2031, 5, 10)),
        ("en", "The council voted last December 30.", "December 30", date(2030, 12, 30)),
        ("de", "Am Montagabend brannte es in Velmar.", "Montagabend", date(2031, 5, 5)),
        ("de", "Der Rat tagte am 4. Mai.", "4. Mai", date(2031, 5, 4)),
        ("es", "Ocurrió en la madrugada del domingo.", "madrugada del domingo", date(2031, 5, 4)),
        ("ko", "지진은 월요일 저녁 벨마르에서 일어났다.", "월요일 저녁", date(2031, 5, 5)),
        ("ko", "시장은 지난 5일 벨마르를 찾았다.", "5일", date(2031, 5, 5)),
        ("ja", "地震は月曜日の夜に起きた。", "月曜日の夜", date(2031, 5, 5)),
        ("zh", "地震发生在周一晚上。", "周一晚上", date(2031, 5, 5)),
        ("en", "The council met yesterday.", "yesterday", date(2031, 5, 7)),
        ("en", "The scarves hung there yesterday afternoon.", "yesterday afternoon", date(2031, 5, 7)),
        ("es", "Anoche se reunió el pleno.", "Anoche", date(2031, 5, 7)),
        ("ar", "وقع الزلزال مساء الاثنين في فلمار.", "مساء الاثنين", date(2031, 5, 5)),
        ("en", "The bridge must open by Aug. 1.", "Aug. 1", date(2031, 8, 1)),
        ("en", "The council met on Sept. 14, 2030.", "Sept. 14, 2030", date(2030, 9, 14)),
        ("de", "Der Rat tagte am 12. Sept. 2030.", "12. Sept. 2030", date(2030, 9, 12)),
    ],
)
def test_a_day_is_told_with_its_date(language: str, text: str, day: str, when: date) -> None:
    assert [(text[one.start : one.end], one.date) for one in days(text, language, THURSDAY)] == [(day, when)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The talks are due to resume on Sunday."),
        ("en", "The vote is scheduled for Sunday."),
        ("en", "The court extended his detention until Sunday."),
        ("en", "The truce takes effect on Sunday."),
        ("en", "He was arrested in Velmar and is due in court on Sunday."),
        ("de", "Der Streik beginnt am Sonntag."),
        ("de", "Die Straße bleibt bis Sonntag gesperrt."),
        ("de", "Der Rat kam überein, dass er am kommenden Sonntag tagt."),
        ("fr", "Le sommet s'ouvre dimanche."),
        ("fr", "Le pont est fermé jusqu'à dimanche."),
        ("fr", "Il rencontre le maire dimanche prochain."),
        ("es", "El cierre dura hasta el domingo."),
        ("es", "Se reunió el pleno para preparar el próximo domingo."),
        ("ko", "파업은 일요일까지 계속됐다."),
        ("ko", "회의는 일요일 열릴 예정이다."),
        ("ja", "会議は日曜日に予定されている。"),
        ("ja", "橋は日曜日まで閉鎖された。"),
        ("zh", "会议将于周日在塔尔夫举行。"),
        ("ar", "التقى العمدة الوفد تمهيدا لزيارة الأحد المقبل."),
    ],
)
def test_a_weekday_of_what_shall_be_is_ahead(language: str, text: str) -> None:
    assert [one.date for one in days(text, language, THURSDAY)] == [date(2031, 5, 11)]


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("en", "He was arrested on Monday and will appear before the court.", date(2031, 5, 5)),
        ("en", "The council said on Monday that the bridge will open.", date(2031, 5, 5)),
        ("en", "The mayor said Monday he will open the bridge.", date(2031, 5, 5)),
        ("de", "Seit Montag ist die Straße gesperrt, die Bahn gilt als Ersatz.", date(2031, 5, 5)),
        ("de", "Am vergangenen Samstag brannte es.", date(2031, 5, 3)),
        ("fr", "Samedi dernier, le pont a fermé.", date(2031, 5, 3)),
        ("es", "El sábado pasado se cerró el puente.", date(2031, 5, 3)),
        ("ko", "지난주 토요일 다리가 닫혔다.", date(2031, 5, 3)),
        ("ko", "다음 주 금요일 시장이 온다.", date(2031, 5, 16)),
        ("ja", "先週の月曜日に橋が閉鎖された。", date(2031, 4, 28)),
        ("ja", "来週の金曜日に市長が来る。", date(2031, 5, 16)),
        ("zh", "市长下周五来访。", date(2031, 5, 16)),
        ("zh", "桥梁上周五关闭。", date(2031, 5, 2)),
        ("zh", "日本周六发射了火箭。", date(2031, 5, 3)),
        ("zh", "市长周六前往塔尔夫。", date(2031, 5, 3)),
        ("de", "Der Rat stimmte am Samstag über die Brücke ab.", date(2031, 5, 3)),
    ],
)
def test_a_weekday_is_where_the_word_beside_it_or_its_own_clause_puts_it(language: str, text: str, when: date) -> None:
    assert [one.date for one in days(text, language, THURSDAY)] == [when]


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("en", "The ministry will finish the dike by 12 February.", date(2032, 2, 12)),
        ("en", "The ministry will finish the dike by 12 June.", date(2031, 6, 12)),
        ("en", "The dike was finished by 12 February.", date(2031, 2, 12)),
        ("en", "The crew will be honoured for its work on 12 February.", date(2031, 2, 12)),
        ("de", "Die Brücke wird bis zum 12. Februar gesperrt.", date(2032, 2, 12)),
        ("ko", "정부는 2월 12일까지 다리를 고칠 예정이다.", date(2032, 2, 12)),
    ],
)
def test_the_day_of_a_deadline_is_the_next_one(language: str, text: str, when: date) -> None:
    assert [one.date for one in days(text, language, THURSDAY)] == [when]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They meet again next Saturday."),
        ("en", "The bridge closed last Monday."),
        ("en", "The mayor resigned two days before Saturday's vote."),
        ("zh", "罢工从星期六开始。"),
        ("de", "Die Brücke ist ab Samstag offen."),
    ],
)
def test_a_weekday_that_may_be_two_days_has_no_date(language: str, text: str) -> None:
    assert [one.date for one in days(text, language, THURSDAY)] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "관측 기간이 19일에 그쳤다."),
        ("en", "The clinic keeps its Saturday hours."),
        ("ko", "점검은 15일간 이어진다."),
        ("en", "They may march again."),
        ("en", "The part bears the number 99999-99-99 on its back."),
        ("ja", "作業は15日間続く。"),
    ],
)
def test_durations_and_other_words_are_no_days(language: str, text: str) -> None:
    assert list(days(text, language, THURSDAY)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The scarves hung there yesterday afternoon."),
        ("en", "It rained late yesterday."),
        ("de", "Gestern Abend brannte es."),
        ("ko", "어제 저녁 불이 났다."),
    ],
)
def test_what_is_told_by_today_alone_is_no_day_where_it_might_be_two(language: str, text: str) -> None:
    assert list(days(text, language, THURSDAY.replace(hour=23))) == []


@pytest.mark.parametrize("year", [1, 9999])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was closed on Monday, it will close on Friday, and it closed yesterday."),
        ("en", "It will open tomorrow."),
        ("ko", "시장은 지난 31일 벨마르를 찾았다."),
    ],
)
def test_days_beyond_the_calendar_are_none(year: int, language: str, text: str) -> None:
    first, last = datetime(year, 1, 1, 12, tzinfo=UTC), datetime(year, 12, 31, 12, tzinfo=UTC)
    found = [one.date for now in (first, last) for one in days(text, language, now)]
    assert all(one is None or abs(one.year - year) <= 1 for one in found)


def test_a_weekday_has_no_date_where_nobody_knows_when_it_was_written() -> None:
    assert [one.date for one in days("The bridge closed on Monday.", "en", None)] == [None]


def test_one_day_that_reports_name_differently_is_one_row() -> None:
    one = report("one", "The bridge over the sound at Velmar closed on Monday evening after a lorry hit it.")
    other = report("other", "A lorry hit the bridge over the sound at Velmar on May 5, and it was closed at once.")
    (fact,) = rows("when", one, other)
    assert (fact["text"], fact["date"], len(fact["cites"])) == ("Monday evening", "2031-05-05", 2)  # type: ignore[arg-type]


PROMISED = """
en|The town council of Velmar will build 300 homes by 2031, the mayor said on Thursday.|2031
en|The bank of Velmar pledged 60 million crowns for the villages up in the hills.|60 million crowns
de|Die Stadt Velmar will bis 2031 insgesamt 300 Wohnungen bauen, sagte die Bürgermeisterin.|2031
es|El Ayuntamiento de Velmar construirá 300 viviendas antes de 2031, anunció la alcaldesa.|2031
fr|La ville de Velmar construira 300 logements d'ici 2031, a annoncé la maire ce jeudi.|2031
ko|벨마르시는 2031년까지 공공주택 300채를 지을 계획이라고 시장이 목요일 발표했다.|2031년
ar|ستبني بلدية فلمار 300 منزل بحلول عام 2031 كما أعلنت رئيسة البلدية يوم الخميس.|2031
ja|ベルマール市は2031年までに住宅300戸を建設する計画だと市長が木曜日に発表した。|2031年
zh|贝尔马市将在2031年前建成300套住房，市长周四在新闻发布会上宣布了这一消息。|2031年
ru|Мэр Вельмара пообещала отремонтировать школу до 1 февраля 2032 года, сообщил её отдел.|1 февраля 2032
es|La alcaldesa de Velmar prometió que el puente nuevo abrirá antes de junio de 2032.|junio de 2032
en|Velmar Foods said it would pay the farmers 40 million crowns by June 2032.|June 2032
en|The ministry announced that it would open the bridge of Velmar by the end of 2031.|2031
de|Velmar werde den Bauern bis Juni 2032 insgesamt 40 Millionen Kronen zahlen, teilte die Stadt mit.|Juni 2032
de|Die Stadt Velmar kündigte an, bis Juni 2032 die alte Brücke zu reparieren.|Juni 2032
ko|벨마르시는 2032년 6월까지 피해 농가에 보상금을 지급하겠다고 밝혔다.|2032년 6월
ja|ベルマール市は2032年6月までに住宅300戸を建設する計画だと市長が木曜日に発表した。|2032年6月
ms|Majlis Bandaran Velmar akan membina 300 buah rumah menjelang tahun 2031, kata datuk bandar.|2031
en|The transport minister of Velmar will meet the ferry's owners on Monday.|Monday
en|The parliament of Velmar will debate the accident next Tuesday.|Tuesday
en|The drug's maker, Pharion of Velmar, plans to seek approval in Europe by June.|June
en|The library of Velmar will cost 2 million crowns and is to be finished by spring 2032.|spring 2032
de|Am Montag trifft sich die Ministerin Anna Berg in Velmar mit den Ländern.|Montag
de|Die Ministerin Anna Berg will bis Ende Juli einen neuen Vorschlag vorlegen.|Ende Juli
de|Velmars Parlament stimmt am Montag über das neue Gesetz zum Hafen ab.|Montag
es|El presidente Luis Márquez se reunirá el lunes con los líderes de los partidos.|lunes
fr|La maire de Velmar se réunira lundi avec les habitants de l'immeuble.|lundi
fr|La maire de Velmar rencontrera les habitants d'ici la fin du mois.|la fin du mois
ko|벨마르 교통공사는 이달 말까지 신호 장치를 모두 교체하기로 했다고 밝혔다.|이달 말
ja|ベルマール市は来月までに古い信号機をすべて交換する方針だ。|来月
ru|Парламент Вельмара рассмотрит законопроект в понедельник, сообщил спикер.|понедельник
"""
"""Language, sentence, by when or how much."""


@pytest.mark.parametrize(("language", "text", "by"), [line.split("|") for line in PROMISED.strip().split("\n")])
def test_what_shall_be_by_when_is_told_in_every_language(language: str, text: str, by: str) -> None:
    (fact,) = rows("commitment", report("one", text, language))
    assert (fact["text"], str(fact["by"]).split()[-len(by.split()) :]) == (text, by.split())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army is not expected to move into the old town of Velmar until Friday evening."),
        ("en", "The fifteen names on the list of Velmar are not due to be published until Tuesday."),
        ("en", "The bridge of Velmar was closed by the police before Monday, and nobody knows why."),
        ("de", "Die Brücke von Velmar wird vor Montag nicht wieder geöffnet, teilt die Polizei mit."),
        ("en", "Owners of fewer than ten ships still had no idea how to get the relief they were promised."),
        ("en", "The mayor of Velmar had promised in 2019 to open the hospital by 2021, but never did so."),
        ("en", "The mayor of Velmar failed to deliver the 300 homes that she promised by May 2031."),
        ("en", "Nobody will finish the bridge of Velmar by June 2032, critics of the mayor say."),
        ("en", "It will rain in the hills above Velmar by Saturday, and the river will rise."),
        ("en", "Police said the suspect from Velmar will appear before a judge by Friday."),
        ("en", "Forecasters said that it would rain in the hills above Velmar by Saturday evening."),
        ("en", "Velmar Foods had said it would pay the farmers of the valley by June 2032, but never did."),
        ("en", "The bank of Velmar expects inflation to fall to 2.5 percent by the end of 2032."),
        ("en", "Rain will fall across the north of Velmar on Monday, and the river will rise."),
        ("en", "Lawmakers in Velmar may vote on the bill on Monday, the speaker said."),
        ("en", "The council of Velmar will not meet again on Monday, the mayor said."),
        ("en", "The mayor is expected to win the vote in Velmar on Monday, as she did before."),
        ("de", "Der Sturm trifft am Montag auf die Küste von Velmar und zieht nach Norden."),
        ("es", "El presidente de Velmar se reunió el lunes con los líderes de los partidos."),
        ("de", "Der Wetterdienst sagt, in den Bergen über Velmar werde es bis Samstag regnen."),
        ("en", "The mayor of Velmar promised in January to open the new harbour by March 2031."),
        ("en", "The mayor of Velmar has scrapped the plan to open a hospital by September 2032."),
        ("en", "The bridge of Velmar will open only from 19 December, two weeks later than promised."),
        ("de", "Niemand wird die Brücke von Velmar bis Juni 2032 fertig bauen, sagen Kritiker."),
        ("de", "In den Bergen über Velmar wird es bis Samstag regnen, und der Fluss wird steigen."),
        ("es", "La alcaldesa de Velmar incumplió su plan de entregar las casas antes de mayo de 2032."),
        ("es", "En las sierras de Velmar lloverá hasta el sábado, y subirá el río de la ciudad."),
        ("fr", "La maire de Velmar avait promis d'ouvrir l'hôpital d'ici 2031, mais ne l'a pas fait."),
        ("fr", "Il pleuvra sur les collines de Velmar jusqu'à samedi, et la rivière montera encore."),
        ("ru", "Мэр Вельмара обещала открыть больницу до 2031 года, но так и не выполнила обещания."),
        ("ja", "ベルマール市長は2031年までに病院を開院すると約束していたが、守られなかった。"),
        ("zh", "贝尔马市长曾承诺在2031年前建成医院，但这一承诺从未兑现，市民很失望。"),
        ("ko", "벨마르 시장은 2031년까지 병원을 개원하겠다고 약속했지만 끝내 지키지 못했다."),
        ("ar", "الطريق الرئيسي في فلمار مغلق حتى الخميس بسبب الأمطار التي هطلت على المدينة."),
    ],
)
def test_what_shall_not_be_and_what_has_been_is_no_commitment(language: str, text: str) -> None:
    assert rows("commitment", report("one", text, language)) == []


HEADLINED = """
en|Ferry runs aground near Velmar with 212 aboard|Gulls were the only ones who slept that night on the sandbank.|The ferry ran aground near Velmar on Monday with 212 people aboard, and the wind was rising by then.|The ferry ran aground near Velmar on Monday with 212 people aboard
de|Fähre läuft bei Velmar auf Grund|Nur die Möwen schliefen in dieser Nacht auf der Sandbank vor der Küste.|Die Fähre lief am Montag bei Velmar auf Grund, als der Wind schon auffrischte und Regen fiel.|Die Fähre lief am Montag bei Velmar auf Grund
es|Un transbordador encalla cerca de Velmar|Solo las gaviotas durmieron aquella noche sobre el banco de arena.|Un transbordador encalló el lunes cerca de Velmar, cuando el viento ya arreciaba y llovía con fuerza.|Un transbordador encalló el lunes cerca de Velmar
ko|벨마르 앞바다에서 여객선 좌초|그날 밤 모래톱에서 잠든 것은 갈매기들뿐이었다고 주민들은 전한다.|월요일 벨마르 앞바다에서 여객선이 좌초했고, 바람은 그때 이미 거세지고 있었다고 당국이 밝혔다.|월요일 벨마르 앞바다에서 여객선이 좌초했고
"""  # noqa: E501
"""Language, title, a first sentence that sets a scene, the sentence that the title rests on, and its clause."""


@pytest.mark.parametrize(
    ("language", "title", "scene", "sentence", "clause"), [line.split("|") for line in HEADLINED.strip().split("\n")]
)
def test_what_happened_is_the_clause_that_the_title_rests_on(
    language: str, title: str, scene: str, sentence: str, clause: str
) -> None:
    one = SourceArticle("a", title, f"{scene}\n{sentence}", language)
    (fact,) = rows("what", one)
    cite = fact["cites"][0]  # type: ignore[index]
    assert fact["text"] == clause == one.text[cite["start"] : cite["end"]]
    assert fact["cut"] == [False, True]


def test_what_happened_is_told_where_titles_tell_of_different_steps() -> None:
    steps = (
        ("Magnitude 6.4 quake strikes northern Tarsia", "Hundreds of houses collapsed before dawn, officials said."),
        ("Death toll climbs to 58 after disaster", "Rescue teams pulled a girl of six from the rubble at noon."),
        ("Aid reaches Quorin at last", "Aid trucks reached the town of Quorin on Wednesday, a day late."),
        ("President declares mourning", "Schools will stay closed for three days, a spokesman said."),
        ("Builders blamed for collapse", "Many walls had been put up without steel, an engineer found."),
    )
    told = [SourceArticle(str(n), title, text, "en") for n, (title, text) in enumerate(steps)]
    (fact,) = rows("what", *told)
    assert str(fact["text"]).startswith("Aid trucks reached the town of Quorin on Wednesday")


WHOLE = """
en|Health minister Delmin resigns|Health minister Oskar Delmin, 54, stepped down on Tuesday after the report.
en|Health minister Delmin resigns|Health minister Oskar Delmin, who took office in May, stepped down on Tuesday.
de|Regierungschef von Kastrell tritt zurück|Der Regierungschef von Kastrell, Pavel Orsten, hat am Dienstag aufgegeben.
es|La alcaldesa de Lorsa dimite|La alcaldesa de Lorsa, Tilda Vorn, dejó su cargo el martes, informó el ayuntamiento.
ja|タルバン市長が辞任表明|タルバン市の市長は、8日の記者会見で、辞任する意向を明らかにした。
zh|洛尔萨市长辞职|洛尔萨市市长蒂尔达·沃恩，周二宣布辞去职务，市政府表示。
ko|로르사 시장 사퇴|로르사 시장 틸다 본은, 화요일 자리에서 물러난다고 발표했다.
"""
"""Language, title, and a sentence whose first words are those of the title but tell nothing."""


@pytest.mark.parametrize(("language", "title", "sentence"), [line.split("|") for line in WHOLE.strip().split("\n")])
def test_what_happened_is_more_than_to_whom(language: str, title: str, sentence: str) -> None:
    (fact,) = rows("what", SourceArticle("a", title, sentence, language))
    assert (fact["text"], fact["cut"]) == (sentence, [False, False])


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Waldbrände: Dörfer geräumt", "Bei Lorsa lodern seit Montag Brände, die Behörden brachten 900 Menschen fort."),
        ("Streik: Züge fallen aus", "In Kastrell hat am Montag ein Bahnstreik begonnen, der drei Tage dauern soll."),
    ],
)
def test_a_german_title_s_compound_and_its_last_part_are_one_matter(title: str, text: str) -> None:
    (fact,) = rows("what", SourceArticle("a", title, text, "de"))
    assert fact["text"] == text


def test_where_no_sentence_is_on_the_title_s_matter_nothing_is_said_to_have_happened() -> None:
    text = "Gulls were the only ones who slept that night on the sandbank.\nThe lamps of the harbour went out in turn."
    assert rows("what", SourceArticle("a", "How we learned to love fog", text, "en")) == []
