"""People are called people, bodies bodies and places places; words that name nobody are no names."""

import pytest

from octavo.enrich import EntityKind, SourceArticle
from octavo.enrich.named import named_in
from octavo.enrich.naming import entities

PERSON, BODY, PLACE, OTHER = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.OTHER


def kinds(text: str, language: str, title: str = "") -> dict[str, EntityKind]:
    return {entity.surface: entity.kind for entity in entities(text, title, language)}


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("en", "The roof fell in, Detective Inspector Hugo Venn said in Velmar.", "Hugo Venn", PERSON),
        ("en", "A guard saw it. Lacey Bohan, 13, who shows hens, told him that no rooster looked left.",
         "Lacey Bohan", PERSON),
        ("en", "The team was led by harbour nurse Amaia Zurin, who had slept for an hour.", "Amaia Zurin", PERSON),
        ("en", "The storm hit Cape Orrin before it reached the hills behind the town.", "Cape Orrin", PLACE),
        ("en", "Shops opened again on Depot Street, where the water had stood for days.", "Depot Street", PLACE),
        ("en", "The ferry sank off Lindwarden last week, and divers from Lindwarden found it.", "Lindwarden", PLACE),
        ("en", "The mayor of Ullam wept when the lights went on again in the square.", "Ullam", PLACE),
        ("en", "Ships were held up until the Six Straits Council agreed on convoys.", "Six Straits Council", BODY),
        ("en", "We were short, said Opal Jern of the Valley Heritage League on Monday.",
         "Valley Heritage League", BODY),
        ("en", "The bus was sent by the Organization for Security and Cooperation last year.",
         "Organization for Security and Cooperation", BODY),
        ("en", "The chief executive, Cha Yu-dam, bowed. Mr Cha said that the firm had been slow.",
         "Cha Yu-dam", PERSON),
        ("en", "Most people work on farms, clinic manager Yolanda Prince said on Monday.", "Yolanda Prince", PERSON),
        ("en", "A third of the crop was lost, the Valley Growers' Alliance estimates.",
         "Valley Growers' Alliance", BODY),
        ("en", "The tram waits in Exchange Row, below the church, until the doors close.", "Exchange Row", PLACE),
        ("en", "On Monday Secretary of State Jon Kerr flew to Velmar to meet the envoys.", "Jon Kerr", PERSON),
        ("de", "Das Feuer ist aus, sagte Kreisbrandmeister Volker Ahlfeld am Morgen.", "Volker Ahlfeld", PERSON),
        ("de", "Das Feuer in der Stadt Lindwarden ist aus, hieß es am Morgen.", "Lindwarden", PLACE),
        ("de", "Das Bühnenbild ist Asche, sagte Intendantin Ruth Zabel am Morgen.", "Ruth Zabel", PERSON),
        ("de", "Nun liegt eine Auswertung der Hochschule Velmar vor, die alle überrascht.", "Hochschule Velmar", BODY),
        ("de", "Das Bild stand in Lindwarden hinter einem Schrank, und in Lindwarden wunderte man sich.",
         "Lindwarden", PLACE),
        ("es", "El exalcalde de Tezuma Abundio Quintar irá a la cárcel. Quintar lo niega.", "Abundio Quintar", PERSON),
        ("es", "El cuadro apareció en Lindwarden tras un armario; en Lindwarden nadie lo sabía.", "Lindwarden", PLACE),
        ("ar", "وقالت رئيسة البلدية نسرين الدو إن الجميع حفروا طوال الليل.", "نسرين الدو", PERSON),
        ("ar", "وافقت الحكومة الألمانية على الخطة أمس.", "الحكومة الألمانية", BODY),
        ("ko", "벨모라 기상청에 따르면 비가 온다.", "벨모라 기상청", BODY),
        ("en", "The tremor shook the highlands of Tarvan and burst a dam.", "Tarvan", PLACE),
        ("en", "The tremor struck north of the provincial capital, Deshkar, at dusk.", "Deshkar", PLACE),
        ("ar", "وقال مدير المستشفى سامي قرداح إن الجرحى بخير.", "سامي قرداح", PERSON),
    ],
)  # fmt: skip
def test_what_a_name_names(language: str, text: str, name: str, kind: EntityKind) -> None:
    assert kinds(text, language).get(name) is kind


@pytest.mark.parametrize(
    ("language", "text", "none"),
    [
        ("en", "The police said that Syrian and British officials met two Russians and a German.",
         {"Syrian", "British", "Russians", "German"}),
        ("en", "Critics of the run-off, held in Sunday's rain, were few on Sunday.", {"Sunday"}),
        ("en", "RYE, April 22 - The Ostmark Union met. Nobody spoke for the Ostmark Union.", {"The Ostmark Union"}),
        ("de", "Die Leute löschten, und der Kreisbrandmeister Volker Ahlfeld dankte ihnen.",
         {"Kreisbrandmeister Volker Ahlfeld"}),
        ("ar", "وقدرت الحكومة الأضرار بنحو مليون كراون.", {"الحكومة الأضرار"}),
        ("ko", "서림교통공사가 밝혔다. 공사는 신호 장치를 바꾼다.", {"공사"}),
        ("ko", "병원은 붐볐다. 운전자는 다쳤고 책임연구원은 병원에 갔다.", {"병원", "운전자", "책임연구원"}),
    ],
)  # fmt: skip
def test_words_that_name_nobody(language: str, text: str, none: set[str]) -> None:
    assert not none & set(kinds(text, language))


def test_things_with_a_plural_of_their_own_are_no_people() -> None:
    text = "The museum loves the Herring Girls. On Monday the Girls came home, and Growers of the valley cheered."
    assert kinds(text, "en").get("Herring Girls") is not PERSON


def _article(identity: str, text: str) -> SourceArticle:
    return SourceArticle(identity, "", text, "en")


def test_one_person_spelled_two_ways_or_by_surname_is_one_name() -> None:
    found = named_in(
        [
            _article("1", "The mayor, Vyacheslav Ponomar, spoke to reporters. Ponomar was calm all day."),
            _article("2", "Late on Sunday Vyachislav Ponomar met the mediators, and Ponomar let them go."),
            _article("3", "On Monday they said that Ponomar would stay; the men met Ponomar twice."),
        ]
    )
    assert [one.articles for one in found if "Ponomar" in one.name] == [("1", "2", "3")]


def test_one_body_by_its_initials_with_or_without_stops_is_one_name() -> None:
    found = named_in(
        [
            _article("1", "Aid was sent by the United Nations on Monday, and the United Nations will send more."),
            _article("2", "Aid was sent by the U.N. on Monday, and the U.N. will send more."),
            _article("3", "Aid was sent by the UN on Monday, and the UN will send more."),
        ]
    )
    assert [(one.name, one.articles) for one in found] == [("United Nations", ("1", "2", "3"))]


def test_a_body_without_what_it_is_of_is_one_name_with_it() -> None:
    found = named_in(
        [
            _article("1", "Rates rose. Nobody had asked the National Bank of Lurania, said two economists."),
            _article("2", "Rates rose on Monday. Most critics of the National Bank said nothing at all."),
        ]
    )
    assert [(one.name, one.articles) for one in found] == [("National Bank of Lurania", ("1", "2"))]


@pytest.mark.parametrize(("opens", "closes"), [("“", "”"), ('"', '"'), ("«", "»")])
def test_a_work_named_after_a_place_is_none(opens: str, closes: str) -> None:
    text = f"London saw the new film {opens}The Salt Road{closes}, and critics found much in The Salt Road."
    assert kinds(text, "en").get("The Salt Road") is OTHER


def test_a_word_in_capitals_that_the_text_says_too_is_no_body() -> None:
    found = kinds("The baby was found ALIVE by the NATO crew, and alive it stayed all night.", "en")
    assert found.get("ALIVE") is not BODY
    assert found["NATO"] is BODY


def test_a_numbered_thing_is_no_place() -> None:
    assert kinds("The gallery kept an empty place in Room 4, near the stairs.", "en").get("Room") is not PLACE


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("en", "The whale lay on the beach at Cape St. Orrin for a week.", "Cape St. Orrin", PLACE),
        ("en", "At St Orrin's Hospital the nurses sang until it was light.", "St Orrin's Hospital", BODY),
        ("en", "The choir met at St. Ullam's Church after the flood.", "St. Ullam's Church", BODY),
        ("en", "All of them went. Coxswain Morwen Pike, who knows this sea, saved nobody.", "Morwen Pike", PERSON),
        ("en", "Mr Sole said that Tessa May would speak. Critics called Tessa May slow.", "Tessa May", OTHER),
        ("en", "The firm left for New Jersey, where taxes in New Jersey are lower.", "New Jersey", PLACE),
        ("en", "The case went to the Department of Justice on Monday.", "Department of Justice", BODY),
        ("en", "The loss of flight QX17 over Velmar was blamed on ice.", "QX17", OTHER),
        ("en", "He watched it on the TV in the bar until it closed.", "TV", OTHER),
        ("en", "The council, Ada Lorne, mayor of Ullam, said, was not asked.", "Ada Lorne", PERSON),
        ("en", "The mayor of Ullam, Ada Lorne, was not asked.", "Ada Lorne", PERSON),
        ("es", "Lo escribió el presidente de Tarvan, Orhan Belisar, en una servilleta.", "Orhan Belisar", PERSON),
        ("de", "Das sagte die Präsidentin der Bank, Ottoline Krey, am Abend.", "Ottoline Krey", PERSON),
    ],
)  # fmt: skip
def test_names_as_an_editor_reads_them(language: str, text: str, name: str, kind: EntityKind) -> None:
    assert kinds(text, language).get(name) is kind


@pytest.mark.parametrize("describing", ["Velmarian-language", "Injury-plagued", "Ostrel-based"])
def test_what_only_describes_is_nobody_s_first_name(describing: str) -> None:
    text = f"It was a bad year. {describing} Newsome won. Newsome said that Newsome had slept for ten hours."
    assert kinds(text, "en").get(f"{describing} Newsome") is not PERSON


def test_one_person_with_and_without_a_middle_name_or_by_the_first_is_one_name() -> None:
    found = named_in(
        [
            _article("1", "The singer, Tamsin Orrel, 25, died. Her father, Hugo Orrel, 60, wept. Tamsin Orrel sang."),
            _article("2", "The singer, Tamsin Mae Orrel, 25, died at home. Tamsin was loved, and Tamsin sang."),
        ]
    )
    assert [(one.name, one.articles) for one in found if "Tamsin" in one.name] == [("Tamsin Orrel", ("1", "2"))]


def test_those_who_lead_a_body_are_no_part_of_its_name() -> None:
    found = kinds("ULLAM (NW) -- Leaders of the Nine Valleys Council met at dawn. The leaders ate.", "en")
    assert found == {"Nine Valleys Council": BODY}


def test_a_compound_that_opens_a_headline_is_no_name() -> None:
    found = entities("Mr Lobb drove to Lantry in Tarvan on Monday.", "Cut-off Tarvan gets bread at last", "en")
    assert "Cut-off Tarvan" not in {one.surface for one in found}
    assert "Tarvan" in {one.surface for one in found if one.in_title}


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("en", "Ellen Park will lead the firm. Park, who ran the cloud unit, starts in June.", "Ellen Park", PERSON),
        ("en", "Analyst Jonah Hill of Brookside Capital said that it was a safe choice.", "Jonah Hill", PERSON),
        ("en", "Critics were few when Senator Grace Lake spoke on Monday.", "Grace Lake", PERSON),
        ("en", "The fair was held in Ellen Park, and Ellen Park was full until dusk.", "Ellen Park", PLACE),
        ("en", "Nobody swam at Grace Lake, and the nurses left Grace Lake at noon.", "Grace Lake", PLACE),
        ("en", "Ursula von der Laden met Xu Jinling in Velmar on Tuesday.", "Ursula von der Laden", PERSON),
        ("en", "Crown Prince Salem bin Rashad will host the talks.", "Salem bin Rashad", PERSON),
        ("en", "The task fell to Hadi al Bahran, a member of the board, said two envoys.", "Hadi al Bahran", OTHER),
        ("en", "Bank of Velmar Governor Andrew Lorne resigned on Monday.", "Bank of Velmar", BODY),
        ("en", "Carmaker Veltra cut its forecast, and two banks sold their shares.", "Veltra", BODY),
        ("en", "Sales fell at the chipmaker Nordix, which had hoped for more.", "Nordix", BODY),
        ("en", "Teenager Mia Ross won the title in three sets.", "Mia Ross", PERSON),
        ("de", "Das Angebot kam vom Baukonzern Halden, wie es am Montag hieß.", "Halden", BODY),
        ("de", "Am Abend sagte LUV-Chef Dirk Lohmar nichts mehr.", "Dirk Lohmar", PERSON),
        ("de", "Am Abend sagte Konzernchef Oliver Bund nichts mehr.", "Oliver Bund", PERSON),
        ("de", "Am Montag reiste Ursula von der Laden nach Kiew.", "Ursula von der Laden", PERSON),
        ("de", "Am Abend schwieg Anna Berg, und niemand fragte sie.", "Anna Berg", PERSON),
        ("fr", "L'Ukraine et l'Iran ont signé mardi un accord avec l'Italie.", "Ukraine", PLACE),
        ("fr", "L'Ukraine et l'Iran ont signé mardi un accord avec l'Italie.", "Italie", PLACE),
        ("fr", "Jean-Luc Moret critique l'Union européenne depuis mardi.", "Union européenne", BODY),
        ("fr", "Hier la Banque centrale européenne a baissé ses taux.", "Banque centrale européenne", BODY),
        ("fr", "Le feu progresse dans l'Aude Noire, et l'Aude Noire brûle.", "Aude Noire", OTHER),
        ("fr", "Hier l'Arabie saoudite a protesté.", "Arabie saoudite", PLACE),
        ("it", "L'Ucraina tratta con il presidente dell'Italia.", "Ucraina", PLACE),
        ("it", "L'Ucraina tratta con il presidente dell'Italia.", "Italia", PLACE),
        ("ko", "김도윤 해양수산부 장관과 김도윤 외교부 장관은 다르다.", "김도윤", PERSON),
        ("ko", "오도윤 서울시장은 말했다.", "오도윤", PERSON),
        ("zh", "国务院总理李强会见了客人。", "李强", PERSON),
        ("ko", "AI 반도체와 KBC 방송국이다.", "AI", OTHER),
        ("ko", "AI 반도체와 KBC 방송국이다.", "KBC", BODY),
        ("ja", "M6の道路とEVの需要。", "M6", OTHER),
        ("ja", "M6の道路とEVの需要。", "EV", OTHER),
    ],
)  # fmt: skip
def test_names_beside_words_that_are_like_them(language: str, text: str, name: str, kind: EntityKind) -> None:
    assert kinds(text, language).get(name) is kind


@pytest.mark.parametrize(
    ("language", "text", "none"),
    [
        ("en", "They met on Sept. 12 and Oct. 3. In Jan. 2026 and on 9 Aug. the talks went on.",
         {"Sept", "Oct", "Jan", "Aug"}),
        ("en", "Rival Ostara won. Neighboring Boone County had none.", {"Rival Ostara", "Neighboring Boone County"}),
        ("ja", "在タルビア日本大使館によると、日本人は無事だ。", {"日本"}),
        ("ko", "일본 대사관은 문을 닫았다.", {"일본"}),
        ("ja", "北部でM6.8の地震があった。", {"M6"}),
        ("fr", "L'Équipe du village a gagné aujourd'hui.", {"L'Équipe"}),
    ],
)  # fmt: skip
def test_what_is_no_part_of_a_name_or_no_place(language: str, text: str, none: set[str]) -> None:
    assert not none & set(kinds(text, language))


def test_a_month_s_abbreviation_that_is_a_name_stays_one() -> None:
    assert "Jan" in kinds("On Monday we saw Jan on the pier, and Jan waved.", "en")


@pytest.mark.parametrize("short", ["von der Laden", "Von der Laden"])
def test_a_surname_with_particles_is_the_same_person(short: str) -> None:
    text = f"On Monday Ursula von der Laden came to Velmar. It rained. {short} said nothing."
    found = {one.surface: one.count for one in entities(text, "", "en")}
    assert found["Ursula von der Laden"] == 2
    assert "Laden" not in found


def test_a_sentence_of_names_is_no_headline() -> None:
    assert "Ursula Brand" in kinds("Ursula Brand met Hugo Venner in Velmar on Tuesday.", "en")
