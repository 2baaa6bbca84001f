"""Translations keep numbers, denials, names, length and sense, whatever a language writes them with."""

from time import process_time

import pytest

from octavo.enrich.translation.faithful import compares_names, compares_sense, wrong

RIGHT = """
en|ko|Two people died in the fire in Orlen.|오를렌 화재로 2명이 숨졌다.
en|ko|The law was passed in March.|이 법은 3월에 통과됐다.
en|ko|The government pledged $50 million.|정부는 5천만 달러를 약속했다.
en|ko|More than 12,000 people spent the night outdoors.|1만2천 명 이상이 밖에서 밤을 보냈다.
en|ko|Third-quarter profit rose 4 percent.|3분기 이익이 4% 늘었다.
en|ko|Police arrested one man.|경찰은 남성 1명을 체포했다.
en|ko|The bridge stood for a decade.|다리는 10년 동안 서 있었다.
en|ja|The quake struck on Wednesday, March 11.|地震は3月11日水曜日に発生した。
en|ja|The ferry sank with 24,000 litres of oil.|フェリーは2万4000リットルの油とともに沈没した。
en|ja|Three people died and 12 were hurt.|三人が死亡し、12人が負傷した。
en|zh|About 1.2 million passengers are affected.|约120万名乘客受影响。
en|zh|The plant costs $1.125 billion.|该工厂耗资11.25亿美元。
ko|en|정부는 3천억원을 지원한다.|The government will provide 300 billion won.
ko|en|12명이 숨졌다.|Twelve people died.
ko|en|군인 1천500명이 도착했다.|Some 1,500 soldiers arrived.
ja|en|約2千人が午後4時に避難した。|About 2,000 people left at 4 p.m.
zh|en|三人死亡，十二人受伤。|Three people died and 12 were hurt.
de|en|Zwölf Menschen starben.|12 people died.
de|en|Die Sitzung begann um 16.30 Uhr.|The meeting began at 4:30 p.m.
de|fr|Der Liter kostet 1,759 Euro.|Le litre coûte 1,759 euro.
en|de|At 4 p.m. the train left.|Um 16 Uhr fuhr der Zug ab.
en|de|Twelve people died on Monday, 40 were hurt.|12 Menschen starben am Montag, 40 wurden verletzt.
en|de|The town grew in the 1970s.|In den 70er-Jahren wuchs die Stadt.
en|de|It will cost 5 to 7 million euros.|Es wird 5 Millionen bis 7 Millionen Euro kosten.
en|de|The hall holds two hundred and fifty people.|Die Halle fasst 250 Menschen.
en|fr|The company lost $1.5 billion.|La société a perdu 1,5 milliard de dollars.
en|fr|The law was passed on Dec. 5.|La loi a été adoptée le 5 décembre.
en|fr|The show opens at 8 p.m.|Le spectacle commence à 20 heures.
en|es|The bank lost $2.4 billion.|El banco perdió 2.400 millones de dólares.
en|es|The project costs 3 trillion pesos.|El proyecto cuesta 3 billones de pesos.
en|ar|Two people died.|قتل شخصان.
en|ar|About 12,000 people left in April.|غادر نحو 12 ألف شخص في 4 أبريل.
en|ms|The fund holds 2 million ringgit.|Tabung itu memegang 2 juta ringgit.
en|es|The council voted with thirty-one others by 2010-11.|El consejo votó con otros treinta y uno en 2010-2011.
en|de|The quake struck at 11 p.m. (1400 GMT).|Das Beben war um 23 Uhr (14 Uhr GMT).
en|ko|Half a million people left.|50만 명이 떠났다.
zh|en|营收为3.5万亿元。|Revenue was 3.5 trillion yuan.
fr|en|Quatre-vingt-douze personnes sont venues.|Some 92 people came.
en|it|The fund holds 2 million euros.|Il fondo ha 2 milioni di euro.
"""
WRONG = """
number|en|ko|Two people died in the fire.|화재로 3명이 숨졌다.
number|en|ko|The government pledged $50 million.|정부는 5천억 달러를 약속했다.
number|en|de|About 12,000 people came.|Etwa 12 Menschen kamen.
number|en|fr|Some 16 hotels closed.|Quelque 4 hôtels ont fermé.
number|ko|en|12명이 숨졌다.|Thirteen people died.
number|en|zh|About 1.2 million passengers are affected.|约120亿名乘客受影响。
number|en|fr|The bank lost 2 million euros.|La banque a perdu 2 milliards d'euros.
number|en|fr|The fund holds 5 million dollars.|Le fonds a 5 millions d'euros.
number|en|es|The bank lost $2.4 billion.|El banco perdió 2,4 billones de dólares.
number|de|en|Zwölf Menschen starben.|Eleven people died.
number|en|de|At 4 p.m. the train left.|Um 17 Uhr fuhr der Zug ab.
number|en|ja|The law was passed in March.|この法律は4月に可決された。
number|en|de|About 15 people died and 40 were hurt.|Etwa 40 Menschen starben und 15 wurden verletzt.
number|en|es|The blast killed 15 people and injured 40.|La explosión mató a 40 personas e hirió a 15.
number|en|ko|The quake killed 15 people and injured 40.|지진으로 40명이 숨지고 15명이 다쳤다.
number|zh|en|地震造成15人死亡、40人受伤。|The quake killed 40 people and injured 15.
denial|en|de|He was not found guilty.|Er wurde schuldig gesprochen.
denial|de|en|Der Minister tritt nicht zurück.|The minister resigns.
denial|en|fr|The company did not pay the fine.|La société a payé l'amende.
denial|en|es|The mayor never signed the contract.|El alcalde firmó el contrato.
denial|en|ko|The minister will not resign.|장관은 사임할 것이다.
denial|ko|en|장관은 사임하지 않았다.|The minister resigned.
denial|en|ja|The train did not stop.|列車は止まった。
denial|zh|en|部长没有辞职。|The minister resigned.
denial|en|ar|The minister did not resign.|استقال الوزير.
denial|ms|en|Menteri itu tidak meletak jawatan.|The minister resigned.
"""
DAM = (
    "The spillway of the Keld dam failed on Thursday and flooded the town of Tarvan. "
    "Rescue workers brought hundreds of people to schools and a sports hall, the ministry said."
)
DAMM = (
    "Die Hochwasserentlastung des Keld-Damms versagte am Donnerstag und überflutete die Stadt Tarvan. "
    "Rettungskräfte brachten Hunderte Menschen in Schulen und eine Sporthalle, teilte das Ministerium mit."
)
SAME = f"""
en|de|{DAM}|{DAMM}
de|en|{DAMM}|{DAM}
ko|en|박서윤 사장은 사과했다.|President Park Seo-yoon apologised.
en|ko|Governor Anton Rehse promised money for repairs.|안톤 레제 주지사는 수리비를 약속했다.
ru|en|Мэр Ирина Лосева подала в отставку.|Mayor Irina Loseva resigned.
en|ru|The baker Mira Delund had to leave her house.|Пекарю Мире Делунд пришлось покинуть свой дом.
en|ar|Mayor Sami Haddad visited the market.|زار رئيس البلدية سامي حداد السوق.
en|ja|Mayor Sanna Kivel resigned.|サンナ・キベル市長が辞任した。
en|ja|Mayor Keiko Takanashi resigned.|高梨恵子市長が辞任した。
en|zh|Mayor Sanna Kivel resigned.|桑娜·基维尔市长辞职。
en|de|The mayor resigned.|Der Bürgermeister trat zurück.
en|de|See tarvan.example or write to info@tarvan.example.|Siehe tarvan.example oder info@tarvan.example.
en|de|The train left at 4.30 p.m. on 12 May.|Der Zug fuhr am 12.Mai um 16.30 Uhr ab, z.B. hier.
en|ms|The ferry to the island will not sail before Monday.|Feri ke pulau itu tidak akan belayar sebelum Isnin.
ko|ja|열차가 멈춰 승객들이 밤새 역에서 기다렸다.|列車が止まり、乗客は一晩中駅で待った。
"""
OTHER = f"""
language|en|de|{DAM}|{DAM}
language|en|de|{DAM}|{DAMM[:97]} {DAM[80:]}
language|de|fr|Die Stadt öffnet am Montag die Schulen wieder.|The town will open the schools again on Monday.
language|ko|en|한림교통공사는 밝혔다.|한림교통공사는 밝혔다.
language|ru|ko|Мэр открыл новый мост через реку.|Мэр открыл новый мост через реку.
length|en|de|The mayor resigned.|Der Bürgermeister trat zurück, weil er Geld gestohlen hatte.
length|ko|en|선로 전환기 고장이 원인으로 보인다고 공사가 밝혔다. 노조는 이를 부인했다.|The union said
length|en|ja|The port was closed for the whole night after the storm had broken a crane.|港は閉鎖。
end|de|en|{DAMM}|{DAM[:135]}
end|en|ko|{DAM}|켈드 댐 방류로가 무너져 타르반이 물에 잠겼다. 구조대원들은 수백 명을 학교와
markup|en|de|The town of Tarvan was flooded.|Die Stadt Tarvan wurde überflutet, evil.example
markup|en|ko|The town was flooded.|마을이 물에 잠겼다. evil.example에서
markup|en|de|See https://tarvan.example for more.|Siehe https://evil.example für mehr.
markup|en|de|See tarvan.example for more.|Siehe evil.tarvan.example für mehr.
markup|en|ja|The town was flooded.|町は洪水。ｅｖｉｌ．ｅｘａｍｐｌｅ
markup|en|de|The town was flooded.|Die Stadt ist überflutet...evil.shop
markup|en|de|The town was flooded.|Die Stadt ist überflutet: 192.0.2.7
markup|en|es|Write to the town.|Escriba a pay@evil.example.
markup|en|fr|The town was flooded.|La ville a été inondée, dit @evil.
name|ko|en|박서윤 사장은 사과했다.|President Kim Min-su apologised.
name|en|ko|Governor Anton Rehse promised money for repairs.|요나스 멜 주지사는 수리비를 약속했다.
name|ru|en|Мэр Ирина Лосева подала в отставку.|Mayor Olga Petrova resigned.
name|en|ru|The baker Mira Delund had to leave her house.|Пекарю Анне Соколовой пришлось покинуть свой дом.
name|en|ar|Mayor Sami Haddad visited the market.|زار رئيس البلدية عمر فاروق السوق.
name|en|ja|Mayor Sanna Kivel resigned.|トム・ハーン市長が辞任した。
sense|en|fr|The striker scored twice and the team reached the final.|Le ministre a promis un hôpital dans la vallée.
sense|ko|en|열차가 멈춰 승객들이 밤새 역에서 기다렸다.|Follow the steps and claim your prize today.
sense|en|de|{DAM}|{DAMM[:97]} Der Stürmer schoss in der zweiten Halbzeit ein schönes Tor für seinen Verein.
"""
SECONDS = 10.0
"""Of a processor, on any machine; work that grows with an answer's square takes minutes."""
KEPT_DENIALS = """
en|de|He was not found guilty.|Er wurde freigesprochen.
en|de|Not only farmers came.|Auch Städter kamen, so der Verband.
en|fr|The company did not pay.|La société n'a pas payé.
en|ko|The minister will not resign.|장관은 사임하지 않을 것이다.
en|es|The talks did not succeed.|Las conversaciones fracasaron.
es|en|La deuda no está garantizada.|The debt is unsecured.
ja|en|それだけでなく雪も降った。|Snow fell as well.
zh|en|他们不得不离开。|They had to leave.
"""


def rows(table: str) -> list[list[str]]:
    return [line.split("|") for line in table.strip().split("\n")]


@pytest.mark.parametrize(("source", "target", "text", "translated"), rows(RIGHT))
def test_a_number_is_the_same_in_other_digits_words_and_scales(
    source: str, target: str, text: str, translated: str
) -> None:
    assert wrong(text, translated, source, target) == ""


@pytest.mark.parametrize(("fault", "source", "target", "text", "translated"), rows(WRONG))
def test_other_numbers_swapped_tolls_and_lost_denials_are_wrong(
    fault: str, source: str, target: str, text: str, translated: str
) -> None:
    assert wrong(text, translated, source, target) == fault


@pytest.mark.parametrize(("source", "target", "text", "translated"), rows(KEPT_DENIALS))
def test_what_says_no_in_other_words_is_right(source: str, target: str, text: str, translated: str) -> None:
    assert wrong(text, translated, source, target) == ""


@pytest.mark.parametrize(("source", "target", "text", "translated"), rows(SAME))
def test_names_in_another_script_and_all_that_is_said_are_kept(
    source: str, target: str, text: str, translated: str
) -> None:
    assert wrong(text, translated, source, target) == ""


@pytest.mark.parametrize(("fault", "source", "target", "text", "translated"), rows(OTHER))
def test_another_language_length_name_address_or_sense_is_wrong(
    fault: str, source: str, target: str, text: str, translated: str
) -> None:
    assert wrong(text, translated, source, target) == fault


def test_only_what_is_compared_is_promised() -> None:
    assert compares_names("en", "ko")
    assert compares_names("de", "fr")
    assert not compares_names("en", "zh")
    assert not compares_names("ja", "en")
    assert compares_sense("ko", "ms")
    assert not compares_sense("en", "fi")


@pytest.mark.parametrize("sign", ["a", "a.", "a-", "-.", "a@", "1.", "Anna ", "아 "])
def test_what_a_model_writes_without_end_is_refused_in_little_time(sign: str) -> None:
    started = process_time()
    assert wrong(DAM, sign * 100_000, "en", "de")
    assert wrong(f"{DAM} " * 10, sign * 1_000, "en", "ko")
    assert process_time() - started < SECONDS
