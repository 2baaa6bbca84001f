"""What was new at a step: word for word, with its place, and nothing that an earlier report holds."""

import pytest

from octavo.core.vectors import Embedder, local_embedder
from octavo.enrich import SourceArticle
from octavo.enrich.developments import developments, only_in

CALLED = SourceArticle(
    "1",
    "Straits leaders called to Port Sabel",
    "Leaders of the six straits will meet in Port Sabel on Thursday to talk about freight rates.\n"
    "The price of a container has risen by a third since the spring, the harbour office said.",
    "en",
    "Harbour Courier",
)
AGREED = SourceArticle(
    "2",
    "Straits leaders agree on convoys",
    "Leaders of the six straits agreed at dawn to escort merchant ships with four frigates.\n"
    "The price of a container has risen by a third since the spring, the harbour office said.\n"
    "Tarvan, which has no coast, wrote the formula that shares the cost by tonnage.",
    "en",
    "Meridian Press",
)


def test_what_was_known_is_not_new() -> None:
    found = developments([CALLED], [AGREED], "en")
    texts = [sentence.text for sentence in found]
    assert texts == [AGREED.text.split("\n")[0], AGREED.text.split("\n")[2]]
    for sentence in found:
        (cite,) = sentence.cites
        assert AGREED.text[cite.start : cite.end] == sentence.text


def test_a_retold_story_brings_nothing_new() -> None:
    assert developments([CALLED, AGREED], [AGREED], "en") == ()


def test_the_readers_language_is_preferred() -> None:
    german = SourceArticle(
        "3", "Geleitschutz vereinbart", "Sechs Staaten wollen Frachter von vier Fregatten begleiten lassen.", "de", "B"
    )
    assert [one.cites[0].article for one in developments([CALLED], [AGREED, german], "de")] == ["3"]


def test_what_a_head_and_its_title_tell_is_new_by_one_word() -> None:
    plan = SourceArticle(
        "5",
        "Ministerin kündigt Ticket für 39 Euro an",
        "Die Ministerin Anna Berg hat am Montag ein Ticket zu 39 Euro im Monat angekündigt. "
        "Die Länder sollen nach dem Plan 400 Millionen Euro zahlen.",
        "de",
    )
    answer = SourceArticle(
        "6",
        "Länder lehnen Ticket für 39 Euro ab",
        "Die Länder haben den Plan der Ministerin Anna Berg für ein Ticket zu 39 Euro im Monat abgelehnt.",
        "de",
    )
    assert [one.text for one in developments([plan], [answer], "de")] == [answer.text]


def test_copies_tell_nothing_of_their_own() -> None:
    copy = SourceArticle("4", AGREED.title, AGREED.text, "en", "Echo", copy_of="2")
    assert {one.cites[0].article for one in developments([CALLED], [copy, AGREED], "en")} == {"2"}


def test_two_sentences_as_new_as_each_other_are_both_told() -> None:
    texts = ("Vineyard owners near Castrel welcomed rain yesterday.", "Nurses marched through Brinmoor demanding rest.")
    reports = [SourceArticle(str(n), f"Title {n}", text, "en") for n, text in enumerate(texts, start=5)]
    assert [one.text for one in developments([CALLED], reports, "en")] == list(texts)


def test_the_news_of_a_report_is_what_its_title_is_about() -> None:
    text = (
        "The clock of the town hall stopped at nine minutes past four, and gulls cried.\n"
        "Behind the shutters whole families waited for daylight with wet candles.\n"
        "The cyclone killed four people on the islands and tore the roof off a hospital."
    )
    report = SourceArticle("5", "Cyclone kills four people and unroofs hospital", text, "en")
    assert text.split("\n")[2] in [one.text for one in developments([CALLED], [report], "en")]


def test_what_others_say_in_other_words_is_not_called_one_report_s_own() -> None:
    text = "The owner of the ferry was sentenced to nine years in prison for having forged papers of the lost ship."
    others = [
        SourceArticle("6", "Nine years", "The ferry owner must go to prison for nine years: forged papers.", "en")
    ]
    report = SourceArticle("5", "Owner jailed", text, "en")
    assert only_in(report, others) == ()


SAID_ELSEWHERE = """
en|A bus fell off a cliff near Ullam on Monday and eight pupils died, police said.|en|Eight schoolchildren were killed when a coach plunged down a ravine outside Ullam on Monday.
en|Rail traffic between Tarvan and Ostrel is suspended until Sunday evening.|de|Der Zugverkehr zwischen Tarvan und Ostrel ruht bis zum Sonntagabend.
de|Rund neuntausend Haushalte in Tarvan sind seit der Nacht ohne Strom.|en|Nine thousand homes in Tarvan have had no electricity since the night.
es|El humo del almacén no es tóxico, dijo la jefa de bomberos de Almera.|de|Der Rauch aus dem Lagerhaus sei nicht giftig, sagte die Feuerwehrchefin von Almera.
ko|안톤 레제 주지사는 타르반 계곡 전체에 비상사태를 선포했다고 밝혔다.|en|A state of emergency was proclaimed for the Tarvan valley by the governor, Anton Rehse.
ja|浜坂市の病院で停電が発生し、患者23人が近隣の病院に移された。|en|A power cut at the hospital in Hamasaka forced 23 patients to be moved to hospitals nearby.
"""  # noqa: E501
"""One report's language and sentence, another's that says the same."""


@pytest.mark.parametrize(
    ("language", "text", "other", "said"), [line.split("|") for line in SAID_ELSEWHERE.strip().split("\n")]
)
def test_what_another_says_in_other_words_or_another_language_is_not_one_report_s_own(
    language: str, text: str, other: str, said: str
) -> None:
    report, further = SourceArticle("5", "", text, language), SourceArticle("6", "", said, other)
    assert only_in(report, [report, further], local_embedder()) == ()


def test_what_one_report_alone_tells_is_its_own() -> None:
    own = "Volunteers carried the paintings of the flooded museum over the roofs to the cathedral."
    report = SourceArticle("5", "", f"{CALLED.text}\n{own}", "en")
    found = only_in(report, [report, CALLED, AGREED], local_embedder())
    assert [one.text for one in found] == [own]


EARLIER = {
    "en": (
        "Twelve people died when the spillway of the Keld dam above Tarvan failed, the interior ministry said.",
        "Governor Anton Rehse declared a state of emergency for the valley on Thursday morning.",
        "Rail traffic between Tarvan and Ostrel is suspended until Sunday, and schools took people in.",
    ),
    "de": (
        "Beim Bruch des Keld-Damms oberhalb von Tarvan starben zwölf Menschen, teilte das Innenministerium mit.",
        "Gouverneur Anton Rehse rief am Donnerstagmorgen den Notstand für das Tal aus.",
        "Der Zugverkehr zwischen Tarvan und Ostrel ruht bis Sonntag, und Schulen nahmen Menschen auf.",
    ),
    "es": (
        "Doce personas murieron al romperse la presa de Keld sobre Tarvan, informó el Ministerio del Interior.",
        "El gobernador Anton Rehse declaró el jueves por la mañana el estado de emergencia en el valle.",
        "El tráfico ferroviario entre Tarvan y Ostrel está suspendido hasta el domingo.",
    ),
    "ko": (
        "타르반 상류의 켈드 댐이 무너져 주민 12명이 숨졌다고 내무부가 목요일 밝혔다.",
        "안톤 레제 주지사는 목요일 아침 계곡 전체에 비상사태를 선포했다.",
        "타르반과 오스트렐 사이의 열차 운행은 일요일까지 중단된다고 철도공사가 밝혔다.",
    ),
}
NEWS = """
en|Governor Anton Rehse resigned on Thursday.
en|At least 31 people died when the spillway of the Keld dam above Tarvan failed, the interior ministry said.
en|Rail traffic between Tarvan and Ostrel resumed on Thursday.
en|Schools in the valley took people in until 7 December, governor Anton Rehse said on Thursday.
de|Gouverneur Anton Rehse trat am Donnerstagabend zurück.
de|Beim Bruch des Keld-Damms oberhalb von Tarvan starben 31 Menschen, teilte das Innenministerium mit.
de|Der Zugverkehr zwischen Tarvan und Ostrel rollt seit Donnerstag.
es|El gobernador Anton Rehse dimitió el jueves por la mañana.
es|Al menos 31 personas murieron al romperse la presa de Keld sobre Tarvan, informó el Ministerio del Interior.
ko|안톤 레제 주지사는 목요일 아침 비상사태 책임을 지고 사퇴했다.
ko|타르반 상류의 켈드 댐이 무너져 주민 31명이 숨졌다고 내무부가 목요일 밝혔다.
"""
"""Language, and the head of a report that has few new words."""


@pytest.mark.parametrize(("language", "text"), [line.split("|") for line in NEWS.strip().split("\n")])
def test_a_new_number_deadline_or_deed_of_known_names_is_news(language: str, text: str) -> None:
    earlier = SourceArticle("1", "", "\n".join(EARLIER[language]), language)
    assert [one.text for one in developments([earlier], [SourceArticle("2", "", text, language)], language)] == [text]
    assert developments([earlier], [SourceArticle("2", "", text, language)], language, local_embedder()) != ()


RETOLD = """
en|Twelve people were killed when the Keld dam spillway above Tarvan gave way.
de|Gouverneur Anton Rehse hat für das Tal den Notstand ausgerufen, hieß es am Donnerstag.
es|El gobernador Anton Rehse proclamó el estado de emergencia en todo el valle.
"""


@pytest.mark.parametrize(("language", "text"), [line.split("|") for line in RETOLD.strip().split("\n")])
def test_what_is_told_again_in_near_words_is_no_news(language: str, text: str) -> None:
    earlier = SourceArticle("1", "", "\n".join(EARLIER[language]), language)
    assert developments([earlier], [SourceArticle("2", "", text, language)], language, local_embedder()) == ()


def test_what_is_told_of_a_name_in_another_language_hides_no_news() -> None:
    earlier = [SourceArticle(language, "", "\n".join(EARLIER[language]), language) for language in ("en", "de")]
    report = SourceArticle("2", "", NEWS.strip().split("\n")[0].partition("|")[2], "en")
    assert developments(earlier, [report], "en", local_embedder()) != ()


def test_what_another_language_has_told_is_no_news() -> None:
    earlier = SourceArticle("1", "", "\n".join(EARLIER["de"]), "de")
    report = SourceArticle("2", "", EARLIER["en"][1], "en")
    assert developments([earlier], [report], "en", local_embedder()) == ()


LANDFALL = {
    "en": (
        ("Storm Ruvo is due at the coast of Castrel on Friday, the weather office said.",),
        "Storm Ruvo kills seven as it reaches the coast of Castrel",
        "Storm Ruvo reached the coast of Castrel on Friday and killed at least seven people, the mayor said.",
        "Ruvo ashore: a night in Rope Lane",
        "The baker's wall clock stopped at twenty to five.",
        "Herring boats were lying across Rope Lane at sunrise, their lamps still burning.",
    ),
    "de": (
        ("Sturm Ruvo soll am Freitag die Küste von Castrel erreichen, teilte der Wetterdienst mit.",),
        "Sturm Ruvo tötet an der Küste von Castrel sieben Menschen",
        "Sturm Ruvo erreichte am Freitag die Küste von Castrel und tötete mindestens sieben Menschen.",
        "Ruvo an Land: eine Nacht in der Seilergasse",
        "Die Wanduhr des Bäckers blieb um zwanzig vor fünf stehen.",
        "Heringskutter lagen bei Sonnenaufgang quer in der Seilergasse, ihre Lampen brannten noch.",
    ),
    "es": (
        ("La tormenta Ruvo llegará el viernes a la costa de Castrel, informó el servicio meteorológico.",),
        "La tormenta Ruvo deja siete muertos en la costa de Castrel",
        "La tormenta Ruvo alcanzó el viernes la costa de Castrel y dejó al menos siete muertos.",
        "Ruvo en tierra: una noche en la calle de los Cordeleros",
        "El reloj de pared del panadero quedó parado a las cinco menos veinte.",
        "Al amanecer había barcas de arenques atravesadas en los Cordeleros, con los faroles encendidos.",
    ),
    "ko": (
        ("태풍 루보가 금요일 카스트렐 해안에 도착할 것이라고 기상청이 밝혔다.",),
        "태풍 루보 카스트렐 해안 강타, 7명 숨져",
        "태풍 루보가 금요일 카스트렐 해안을 강타해 주민 7명이 숨졌다고 시장이 밝혔다.",
        "루보 상륙한 밤, 밧줄 골목에서",
        "빵집 벽에 걸린 시계는 다섯 시 이십 분 전에 멈춰 있었다.",
        "해가 뜨자 밧줄 골목에는 청어잡이 배들이 등불을 켠 채 가로놓여 있었다.",
    ),
}
"""What was known; a report's title and lead; another's title and its first sentences, which set a scene."""


@pytest.mark.parametrize("language", LANDFALL)
@pytest.mark.parametrize("embedder", [None, local_embedder()])
def test_what_reports_lead_with_goes_before_the_scene_that_one_sets(language: str, embedder: Embedder | None) -> None:
    known, title, lead, colourful, clock, boats = LANDFALL[language]
    earlier = SourceArticle("1", "", "\n".join(known), language)
    reports = [
        SourceArticle("2", colourful, f"{clock}\n{boats}", language),
        SourceArticle("3", title, lead, language),
    ]
    assert developments([earlier], reports, language, embedder)[0].text == lead


def test_a_new_toll_goes_before_all_else() -> None:
    earlier = SourceArticle("1", "", "\n".join(EARLIER["en"]), "en")
    text = (
        "Divers searched the lake below the broken dam for a third day, and the army brought two more cranes.\n"
        "Farmers in the valley have lost 4,000 sheep, the growers' alliance said.\n"
        "The disaster has now killed 31 people, the interior ministry said."
    )
    report = SourceArticle("2", "Divers search lake below broken Keld dam", text, "en")
    assert developments([earlier], [report], "en")[0].text == text.split("\n")[2]
