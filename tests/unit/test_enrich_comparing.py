"""Reports beside one another: what one tells alone, where numbers and names differ, who is named."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from octavo.core.vectors import local_embedder
from octavo.enrich import SourceArticle
from octavo.enrich.agreeing import Stated
from octavo.enrich.comparing import compare
from octavo.enrich.holders import holder_disagreements

FIRST = SourceArticle(
    "1",
    "Quake near Ullam kills 31",
    "The earthquake in the highlands near Ullam killed 31 villagers on Monday evening, the civil defence said.\n"
    "Nesrin Aldou, the mayor of Ullam, thanked the neighbours who had dug all night.\n"
    "The road to the north was blocked for four kilometres at the Sarik gorge.",
    "en",
    "Meridian Press",
)
SECOND = SourceArticle(
    "2",
    "Highland earthquake kills 28 people",
    "The earthquake in the highlands near Ullam killed 28 villagers on Monday evening, the governor said.\n"
    "Ullam's mayor, Tevfik Sarman, thanked the neighbours who had dug all night.\n"
    "Schools in Deshkar will stay closed until the cracked surgical wing has been inspected.",
    "en",
    "Harbour Courier",
)
ARABIC = SourceArticle(
    "3", "زلزال في تارفان", "أعلن الدفاع المدني مقتل 31 شخصا في زلزال تارفان مساء الاثنين.", "ar", "واحة"
)


def test_each_report_is_told_with_what_it_alone_has() -> None:
    only = compare([FIRST, SECOND, ARABIC]).only
    assert "The road to the north was blocked for four kilometres at the Sarik gorge." in [x.text for x in only["1"]]
    assert [one.text for one in only["2"]][-1].startswith("Schools in Deshkar")
    assert "3" not in only


def test_what_differs_stands_with_both_passages() -> None:
    texts = {one.id: one.text for one in (FIRST, SECOND)}
    found = compare([FIRST, SECOND, ARABIC]).differences
    stated = [tuple(texts[side[0].article][side[0].first : side[0].last] for side in sides) for sides in found]
    assert stated == [("31 villagers", "28 villagers"), ("Nesrin Aldou", "Tevfik Sarman")]
    for sides in found:
        for side, *_ in sides:
            assert side.start <= side.first < side.last <= side.end
            assert texts[side.article][side.start : side.end].endswith(".")


def test_one_person_spelled_in_part_is_no_difference() -> None:
    brief = SourceArticle("4", "After the quake", "Ullam's mayor, Nesrin Aldou-Kara, thanked the neighbours.", "en")
    assert holder_disagreements([FIRST, brief]) == []


def test_people_of_two_offices_are_no_difference() -> None:
    other = SourceArticle(
        "5", "After the quake", "Perrin's mayor, Hanna Veld, thanked the neighbours for digging.", "en"
    )
    assert holder_disagreements([FIRST, other]) == []


def test_copies_are_not_compared_with_their_originals() -> None:
    copy = SourceArticle("6", SECOND.title, SECOND.text.replace("28", "29"), "en", "Echo", copy_of="2")
    assert "6" not in compare([FIRST, SECOND, copy]).only
    assert len(compare([FIRST, SECOND, copy]).differences) == 2


def test_who_is_named_in_several_reports_comes_first() -> None:
    named = compare([FIRST, SECOND]).named
    assert named[0].name == "Ullam"
    assert named[0].articles == ("1", "2")
    assert "Sarik" not in [one.name for one in named]


def text_of(articles: Sequence[SourceArticle], one: Stated) -> str:
    return next(article.text for article in articles if article.id == one.article)[one.first : one.last]


def sides_of(*articles: SourceArticle) -> list[list[tuple[str, ...]]]:
    """Return who stands against whom."""
    found = compare(articles, local_embedder()).differences
    return [[tuple(one.article for one in side) for side in sides] for sides in found]


DERAILED = {
    "en": "A train derailed at Eunha station in Hallim on Thursday and {n} passengers were injured, officials said.",
    "de": "Ein Zug ist am Donnerstag am Bahnhof Eunha in Hallim entgleist, {n} Fahrgäste wurden verletzt.",
    "es": "Un tren descarriló en la estación Eunha de Hallim el jueves y {n} pasajeros resultaron heridos.",
    "fr": "Un train a déraillé jeudi à la gare d'Eunha à Hallim et {n} passagers ont été blessés, selon les pompiers.",
    "ko": "한림시 지하철 3호선 은하역에서 26일 오전 전동차가 탈선해 승객 {n}명이 다쳤다고 소방본부가 밝혔다.",
    "ru": "Поезд сошёл с рельсов на станции Эунха в Халлиме в четверг, пострадали {n} пассажиров, сообщили пожарные.",
    "zh": "江岸市地铁银河站26日早上列车脱轨，{n}名乘客受伤，消防部门表示。",
    "ar": "خرج قطار عن القضبان في محطة الإنهاء في الرملة يوم الخميس وأصيب {n} راكبا، حسبما أعلن الدفاع المدني.",
}


@pytest.mark.parametrize("language", ["de", "es", "fr", "ko", "ru", "zh", "ar"])
def test_the_hurt_are_compared_across_languages(language: str) -> None:
    english = SourceArticle("0", "", DERAILED["en"].format(n=17), "en")
    other = SourceArticle("1", "", DERAILED[language].format(n=21), language)
    assert sides_of(english, other) == [[("0",), ("1",)]]
    assert sides_of(english, SourceArticle("1", "", DERAILED[language].format(n=17), language)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am Bahnhof Eunha in Hallim wurden am Donnerstag 21 Polizisten verletzt, ein Zug war entgleist."),
        ("de", "Bei dem zweiten Zugunglück am Bahnhof Eunha in Hallim wurden am Donnerstag 21 Fahrgäste verletzt."),
        ("de", "Im Frühjahr wurden bei einem Busunglück am Rand von Grelsund 21 Fahrgäste verletzt, heißt es."),
        ("es", "El jueves 21 pasajeros resultaron gravemente heridos al descarrilar un tren en Eunha, en Hallim."),
        ("es", "En la estación Eunha de Hallim murieron el jueves 21 pasajeros al descarrilar un tren."),
        ("fr", "L'an dernier, un train a déraillé à la gare d'Eunha à Hallim et 21 passagers ont été blessés."),
        ("ru", "В четверг в больнице Вельмара пострадали при пожаре 21 пассажир автобуса, сообщили врачи."),
        ("ko", "벨마르 시장 화재로 승객 21명이 다쳤다고 소방당국이 밝혔다고 현지 언론이 전했다."),
    ],
)
def test_others_degrees_fates_and_events_are_not_compared_across_languages(language: str, text: str) -> None:
    english = SourceArticle("0", "", DERAILED["en"].format(n=17), "en")
    assert sides_of(english, SourceArticle("1", "", text, language)) == []


def test_a_toll_that_another_language_tells_later_may_have_risen() -> None:
    first = datetime(2031, 5, 6, 9, tzinfo=UTC)
    early = SourceArticle("0", "", DERAILED["en"].format(n=17), "en", published=first)
    for hours, sides in ((1, [[("0",), ("1",)]]), (6, [])):
        late = SourceArticle("1", "", DERAILED["de"].format(n=21), "de", published=first + timedelta(hours=hours))
        assert sides_of(early, late) == sides


def test_all_reports_stand_on_their_sides() -> None:
    numbers = {"en": 17, "de": 21, "es": 17, "fr": 21, "ko": 17}
    reports = [SourceArticle(language, "", DERAILED[language].format(n=n), language) for language, n in numbers.items()]
    ((one, other),) = sides_of(*reports)
    assert {frozenset(one), frozenset(other)} == {frozenset(("en", "es", "ko")), frozenset(("de", "fr"))}


def test_all_reports_of_a_share_stand_on_their_sides() -> None:
    told = "The jobless rate in Velmar rose to {share} percent in May, the office said{when}."
    shares = (("4.5", ""), ("4.2", " on Monday"), ("4.5", " there"))
    reports = [
        SourceArticle(str(at), "", told.format(share=share, when=when), "en") for at, (share, when) in enumerate(shares)
    ]
    assert sides_of(*reports) == [[("0", "2"), ("1",)]]


def test_all_who_name_a_holder_stand_on_its_side() -> None:
    third = SourceArticle("4", "After the quake", "The cups fell. Ullam's mayor, Tevfik Sarman, spoke to all.", "en")
    ((_, (one, other)),) = [sides for sides in sides_of(FIRST, SECOND, third) if len(sides[1]) > 1]
    assert (one, other) == ("2", "4")


BRIDGE = (
    SourceArticle(
        "1",
        "Bridge opens",
        "The Marrow bridge in Ostrel cost 340 million crowns and was opened by Mayor Sanna Kivel on Monday.\n"
        "About 12,500 people walked over it in the first hour, the police said.",
        "en",
        "Morning Post",
        country="gb",
    ),
    SourceArticle(
        "2",
        "New bridge",
        "Mayor Sanna Kivel cut the ribbon of the Marrow bridge, which cost the town of Ostrel 340 million crowns.\n"
        "Some 12,500 people came to see it, the police of the town said.",
        "en",
        "Harbour Courier",
        country="gb",
    ),
    SourceArticle(
        "3",
        "A day out",
        "The Marrow bridge in Ostrel is open at last, and the gulls of the river have found it already.\n"
        "Children sold lemonade on the northern bank, and a brass band played until the rain came.",
        "en",
        "Valley Times",
        country="ie",
    ),
    SourceArticle(
        "4",
        "Brücke",
        "Die Marrow-Brücke in Ostrel hat 340 Millionen Kronen gekostet, Bürgermeisterin Sanna Kivel hat sie eröffnet.\n"
        "Rund 12.500 Menschen gingen in der ersten Stunde über die Brücke, teilte die Polizei mit.",
        "de",
        "Tagblatt",
        country="de",
    ),
)


def test_what_several_reports_state_is_agreed_across_languages() -> None:
    found = {text_of(BRIDGE, fact.stated[0]): fact for fact in compare(BRIDGE).agreed}
    assert [one.article for one in found["12,500 people"].stated] == ["1", "2", "4"]
    assert found["12,500 people"].lacking == ("3",)
    assert [one.article for one in found["340 million crowns"].stated] == ["1", "2", "4"]
    assert found["Sanna Kivel"].kind == "who"
    for fact in found.values():
        assert all(one.start <= one.first < one.last <= one.end for one in fact.stated)


def test_a_day_is_agreed_on_as_all_state_it() -> None:
    published = datetime(2031, 5, 6, 9, tzinfo=UTC)
    texts = (
        ("en", "The lamp of Port Almera was lit early on Monday, the keeper of the house said."),
        ("en", "The keeper of Port Almera lit the lamp on Monday after forty dark years."),
        ("de", "Die Lampe von Port Almera brennt seit Montag wieder, teilte der Wärter am Abend mit."),
    )
    reports = [SourceArticle(str(n), "", text, to, published=published) for n, (to, text) in enumerate(texts)]
    (day,) = [fact for fact in compare(reports).agreed if fact.kind == "when"]
    assert {one.article for one in day.stated} == {"0", "1", "2"}
    assert text_of(reports, day.stated[0]) in ("Monday", "Montag")


def test_what_most_state_is_left_out_by_who_has_nothing_like_it() -> None:
    found = compare(BRIDGE).left_out
    assert list(found) == ["3"]
    assert {text_of(BRIDGE, fact.stated[0]) for fact in found["3"]} == {
        *("12,500 people", "340 million crowns", "Sanna Kivel")
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Marrow bridge in Ostrel cost well over 330 million crowns. Sana Kiwel opened it for some 12,000 people.",
        "Mayor Kivel opened the Marrow bridge in Ostrel: 340 million for 12,500 who came to see it.",
    ],
)
def test_what_is_rounded_or_spelled_otherwise_is_not_left_out(text: str) -> None:
    other = SourceArticle("3", "A day out", text, "en")
    assert compare([*BRIDGE[:2], other, BRIDGE[3]]).left_out == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "حضر ستة آلاف ومئتي طفل افتتاح جسر مارو في أوستريل، وقالت الشرطة إن المطر لم يمنع أحدا من الحضور."),
        ("es", "Seis mil doscientos niños vinieron a ver el puente Marrow de Ostrel, según la policía del lugar."),
        ("en", "Thousands of children came to see the Marrow bridge in Ostrel, the police of the town said."),
    ],
)
def test_a_number_that_may_be_written_out_is_not_left_out(language: str, text: str) -> None:
    told = (
        "In Ostrel 6,200 children came to see the Marrow bridge, the police said on Monday.",
        "The police counted 6,200 children at the Marrow bridge in Ostrel on Monday.",
    )
    reports = [SourceArticle(str(at), "", one, "en") for at, one in enumerate(told)]
    assert compare([*reports, SourceArticle("2", "", text, language)]).left_out == {}
    other = SourceArticle("2", "", "The Marrow bridge in Ostrel is open at last, the police said on Monday.", "en")
    assert list(compare([*reports, other]).left_out) == ["2"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood near Tarv killed 14 people on Monday, the mayor of the town said.",
         "Divers of the army rescued 14 people from the flood near Tarv on Monday, it said."),
        ("The choir of Tarv sold 300 tickets for its concert in the spring, the house said.",
         "Officers found 300 tickets that a forger had printed in a cellar, they said."),
    ],
)  # fmt: skip
def test_one_number_of_two_things_is_not_agreed(one: str, other: str) -> None:
    reports = [SourceArticle("0", "", one, "en"), SourceArticle("1", "", other, "en")]
    assert "amount" not in {fact.kind for fact in compare(reports).agreed}


def test_what_is_disputed_is_not_agreed() -> None:
    reports = [SourceArticle(str(at), "", DERAILED["en"].format(n=n), "en") for at, n in enumerate((17, 21))]
    third = SourceArticle(
        "2", "", "At Eunha station in Hallim 17 passengers were injured on Thursday, they said.", "en"
    )
    found = compare([*reports, third])
    assert "amount" not in {fact.kind for fact in found.agreed}
    assert found.left_out == {}


def test_reports_are_grouped_by_country_and_language() -> None:
    found = {(group.by, group.name): group for group in compare(BRIDGE).groups}
    assert [key for key in found if key[0] == "country"] == [("country", "gb"), ("country", "ie"), ("country", "de")]
    assert found["language", "en"].articles == ("1", "2", "3")
    assert len(found["country", "ie"].left_out) == 3
    assert not any(group.by == "publisher" for group in found.values())
    assert compare(BRIDGE[:2]).groups == ()


def test_what_one_country_alone_tells_is_told_of_it() -> None:
    reports = (*BRIDGE[:3], SourceArticle("4", "Brücke", "Die Marrow-Brücke in Ostrel ist offen.", "de", country="de"))
    (group,) = [one for one in compare(reports).groups if one.alone and one.by == "country"]
    assert group.name == "gb"
    assert {text_of(reports, fact.stated[0]) for fact in group.alone} >= {"12,500 people", "340 million crowns"}


def test_sentences_that_word_one_thing_otherwise_stand_beside_one_another() -> None:
    reports = (
        SourceArticle(
            "1",
            "Stones",
            "Protesters led by Gael Presti threw stones at the gates of the Orrel mill on Monday, the police said.",
            "en",
        ),
        SourceArticle(
            "2",
            "Rocks",
            "A mob around Gael Presti hurled rocks at the entrance of the Orrel factory, officers said on Monday.",
            "en",
        ),
        SourceArticle(
            "3", "Rain", "Gael Presti once paid for the roof of the library in Tarv, a friend recalled.", "en"
        ),
    )
    ((one, other),) = compare(reports, local_embedder()).wordings
    assert {one.article, other.article} == {"1", "2"}
    assert compare(reports).wordings == ()


@pytest.mark.parametrize(
    ("text", "other", "publisher"),
    [
        (
            "Ferry owner Norlin Lines resumed its crossings to Merra Island.",
            "Norlin Lines, which operates the ferry, suspended all crossings to Merra Island.",
            "Velmar Post",
        ),
        (
            "A mob around Gael Presti did not hurl rocks at the entrance of the Orrel factory on Monday, officers say.",
            "Protesters led by Gael Presti threw stones at the gates of the Orrel mill on Monday, the police said.",
            "Velmar Post",
        ),
        (
            "A mob around Gael Presti hurled rocks at the entrance of the Orrel factory, officers said on Monday.",
            "Protesters led by Gael Presti threw stones at the gates of the Orrel mill on Monday, the police said.",
            "Ostrel Courier",
        ),
    ],
)
def test_what_is_opposed_or_one_publisher_s_is_not_the_same_in_other_words(
    text: str, other: str, publisher: str
) -> None:
    reports = (
        SourceArticle("1", "One", text, "en", "Ostrel Courier"),
        SourceArticle("2", "Other", other, "en", publisher),
    )
    assert compare(reports, local_embedder()).wordings == ()
