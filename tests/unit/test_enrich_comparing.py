"""Reports beside one another: what one tells alone, where numbers and names differ, who is named."""

from octavo.enrich import SourceArticle
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
    stated = [tuple(texts[side.article][side.first : side.last] for side in pair) for pair in found]
    assert stated == [("31 villagers", "28 villagers"), ("Nesrin Aldou", "Tevfik Sarman")]
    for pair in found:
        for side in pair:
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
