"""A round-up of the news is a story by itself, whenever it comes; a report made of two takes on one event is none."""

from dataclasses import replace
from datetime import timedelta
from itertools import islice, product
from time import process_time

import pytest

from octavo.core.types import APART, Folded, FoldInput, Signal
from octavo.core.vectors import local_embedder
from octavo.stories import Folder
from tests.unit import happenings
from tests.unit.newsroom import BEGAN

MARKET = (
    "Council closes fish market",
    "The council of Arvelo voted on Monday to close the old fish market by the harbour after inspectors found cracks"
    " in its roof. Traders will move to a temporary hall on Canal Street from next week, said councillor Petra Moll."
    " The repair is expected to cost eight million crowns and take two years, and a citizens' group has already "
    "collected signatures against the plan, calling it too expensive and badly prepared by the administration.",
)
CUP = (
    "Benn sends Rovers to the final",
    "Striker Dario Benn scored twice as the Castrel Rovers beat Esk United in the cup semi-final on Monday evening. "
    "The visitors had led at the break through a penalty, but Benn equalised with a header and decided the match "
    "shortly before the end. Coach Hanna Brill praised her side's patience. In the final the Rovers will meet last "
    "year's winners from Port Ilmere, who needed extra time against a second-division side.",
)
SNAIL = (
    "New snail found on wrecks",
    "Scientists at the University of Brinmoor have described a new species of deep-sea snail that lives on the "
    "wrecks of sunken ships. The animal, which glows faintly green, was found by a diving robot off the northern "
    "coast. Biologist Erik Saal said that its shell contains unusual amounts of iron. The team will publish its "
    "findings in a journal later this year and hopes to return with a better camera and more money for research.",
)
REWORDED = (
    "The day in four minutes",
    "The Arvelo council is shutting the fish market at the harbour because its roof is cracked. Dario Benn scored "
    "twice to put the Castrel Rovers in the cup final against Port Ilmere. Researchers in Brinmoor announced a new "
    "glowing snail found on shipwrecks. More of these stories tomorrow morning in this newsletter, with the weather "
    "and chess.",
)
GERMAN = (
    (
        "Fischmarkt in Altwieck schließt",
        "Der Stadtrat von Altwieck hat am Montag beschlossen, den alten Fischmarkt am Hafen zu schließen, nachdem "
        "Prüfer Risse im Dach gefunden hatten. Die Händler ziehen in der nächsten Woche in eine Halle an der "
        "Kanalstraße um, sagte Stadträtin Petra Moll. Die Reparatur kostet acht Millionen Kronen und dauert zwei "
        "Jahre; eine Bürgerinitiative sammelt Unterschriften gegen den Plan, den sie für zu teuer hält.",
    ),
    (
        "Neue Schnecke auf Wracks entdeckt",
        "Forscher der Universität Brenndorf haben eine neue Art von Tiefseeschnecke beschrieben, die auf den Wracks "
        "gesunkener Schiffe lebt. Das schwach grün leuchtende Tier wurde von einem Tauchroboter vor der Nordküste "
        "gefunden. Die Schale enthält ungewöhnlich viel Eisen, sagte der Biologe Erik Saal. Die Gruppe will ihre "
        "Ergebnisse noch in diesem Jahr veröffentlichen und mit einer besseren Kamera wiederkommen.",
    ),
)

FIRE = (
    "Nach dem Großbrand in einer Möbelfabrik in Brannfurt ist die Ursache weiter unklar. Der Schaden wird auf 14 "
    "Millionen Euro geschätzt, wie die Polizei am Donnerstag mitteilte.",
    "Das Feuer war in der Nacht in einer Lackiererei ausgebrochen und hatte auf zwei Hallen übergegriffen. Rund 180 "
    "Einsatzkräfte waren vor Ort. Drei Feuerwehrleute erlitten Rauchvergiftungen.",
    "Anwohner im Umkreis von 800 Metern mussten Fenster und Türen geschlossen halten. Erst am Mittag gab die Feuerwehr "
    "Entwarnung. Die Messwerte seien unauffällig, sagte Einsatzleiter Jörn Petzold.",
    "In dem Werk sind 260 Menschen beschäftigt. Die Geschäftsführung will am Freitag über Kurzarbeit entscheiden. "
    "Ministerin Hella Tammsen kündigte Hilfe an.",
    "Die Fabrik war 1954 gegründet worden und zählt zu den größten Arbeitgebern der Region. Bereits 2011 hatte es dort "
    "gebrannt.",
)
BRIDGE = (
    "قررت بلدية مدينة النورسة إغلاق جسر السلام أمام حركة المرور ابتداء من يوم الأحد لمدة 45 يوما بسبب تشققات "
    "في ثلاث من دعاماته، بحسب ما أعلن رئيس البلدية خليل المرزوق في مؤتمر صحفي الخميس.",
    "وقال المرزوق إن 38000 سيارة تعبر الجسر يوميا، داعيا السائقين إلى استخدام النفق الشرقي الذي ستمدد ساعات عمله "
    "حتى الثانية فجرا.",
    "وأظهر تقرير أعدته شركة هندسية أن الدعامات فقدت 22 بالمئة من قدرتها على التحمل منذ عام 2018. وتقدر كلفة "
    "الإصلاح بنحو ستة ملايين دينار.",
    "وانتقد عضو المجلس البلدي سامر الحداد التأخر في الصيانة قائلا إن التحذيرات الأولى صدرت قبل أربع سنوات ولم "
    "يلتفت إليها أحد.",
    "ويعود بناء الجسر إلى عام 1967، ويبلغ طوله 410 أمتار، وهو الأقدم بين جسور المدينة الخمسة.",
)


def _round_up(*told: tuple[str, str]) -> tuple[str, str]:
    return "Monday's news in brief", "\n".join(text for _, text in told)


def _articles(*told: tuple[str, str], publisher: str = "") -> list[FoldInput]:
    return [
        FoldInput(f"a{place}", *one, publisher=publisher or f"Paper {place}", published=BEGAN + timedelta(hours=place))
        for place, one in enumerate(told)
    ]


def _stories(folded: list[Folded]) -> list[str]:
    return [one.story for one in folded]


@pytest.mark.parametrize("with_vectors", [True, False], ids=["meanings", "words"])
@pytest.mark.parametrize("publisher", ["", "Castrel Daily"], ids=["others'", "its own"])
@pytest.mark.parametrize("place", [0, 1, 3], ids=["first", "between", "last"])
def test_a_round_up_ties_nothing_together(place: int, publisher: str, *, with_vectors: bool) -> None:
    told = [MARKET, CUP, SNAIL]
    told.insert(place, _round_up(MARKET, CUP, SNAIL))
    folded = Folder(local_embedder() if with_vectors else None).fold_block(_articles(*told, publisher=publisher))
    assert _stories(folded) == [one.id for one in folded]
    assert {one.thread for one in folded} == {one.id for one in folded}
    assert [one.copy for one in folded] == [None] * 4


@pytest.mark.parametrize("places", [(0, 1), (1, 3), (3, 4)], ids=["first", "between", "last"])
def test_two_houses_round_ups_are_one_story_and_tie_nothing_else_together(places: tuple[int, int]) -> None:
    told = [MARKET, CUP, SNAIL]
    for place in places:
        told.insert(place, _round_up(MARKET, CUP, SNAIL))
    folded = Folder(local_embedder()).fold_block(_articles(*told))
    first, second = (folded[place] for place in places)
    assert second.story == first.story
    assert second.copy is not None
    assert second.copy.original == first.id
    assert len(set(_stories(folded))) == 4


def test_a_copy_of_what_a_round_up_holds_is_a_copy_of_that() -> None:
    articles = _articles(_round_up(MARKET, CUP, SNAIL), MARKET, CUP, MARKET)
    folded = Folder(local_embedder()).fold_block(articles)
    assert _stories(folded) == ["a0", "a1", "a2", "a1"]
    assert folded[3].copy is not None
    assert folded[3].copy.original == "a1"


def test_a_round_up_in_german_ties_nothing_together() -> None:
    folded = Folder(local_embedder()).fold_block(_articles(_round_up(*GERMAN), *GERMAN))
    assert _stories(folded) == ["a0", "a1", "a2"]


def test_a_round_up_that_comes_last_is_told_at_once_and_after_its_window_is_put_back() -> None:
    *articles, last = _articles(MARKET, CUP, SNAIL, _round_up(MARKET, CUP, SNAIL))
    folding, again = Folder(), Folder()
    for article in articles:
        again.remember(article, folding.fold(article).story, article.id)
    assert _stories([folding.fold(last), again.fold(last)]) == ["a3", "a3"]
    again.remember(last, "a3", "a3")
    late = replace(articles[1], id="late", title=CUP[0].upper(), publisher="Late Paper")
    assert folding.fold(late).story == again.fold(late).story == "a1"


def test_other_reports_stay_with_what_the_round_up_holds() -> None:
    first, second = happenings.QUAKE_NORTH
    told = [first, MARKET, _round_up(first, MARKET), second]
    assert _stories(Folder(local_embedder()).fold_block(_articles(*told))) == ["a0", "a1", "a2", "a0"]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_report_made_of_two_takes_is_of_their_story(place: int) -> None:
    """Of one event, each of its own words, as an agency sends them before the whole."""
    told = [*happenings.QUAKE_NORTH]
    told.insert(place, (told[0][0], f"{told[0][1]}\n{told[1][1]}"))
    folded = Folder(local_embedder()).fold_block(_articles(*told))
    assert _stories(folded) == ["a0"] * 3
    assert [one.copy is not None for one in folded].count(True) >= 1


@pytest.mark.parametrize("with_vectors", [True, False], ids=["meanings", "words"])
@pytest.mark.parametrize("place", [0, 3], ids=["first", "last"])
def test_a_reworded_round_up_chains_nothing(place: int, *, with_vectors: bool) -> None:
    told = [MARKET, CUP, SNAIL]
    told.insert(place, REWORDED)
    folded = Folder(local_embedder() if with_vectors else None).fold_block(_articles(*told))
    assert len({one.story for one in folded if one.id != f"a{place}"}) == 3


@pytest.mark.parametrize("wire", [FIRE, BRIDGE], ids=["de", "ar"])
@pytest.mark.parametrize("cuts", [((1, 2, 3), (0, 3, 4)), ((0, 4), (0, 1, 2)), ((1, 2), (0, 3, 4))])
@pytest.mark.parametrize("place", [0, 1, 2], ids=["first", "between", "last"])
def test_two_cuts_of_one_wire_make_no_round_up_of_it(
    place: int, cuts: tuple[tuple[int, ...], ...], wire: tuple[str, ...]
) -> None:
    told = [(f"Edition {number}", "\n".join(wire[line] for line in cut)) for number, cut in enumerate(cuts)]
    told.insert(place, ("The wire", "\n".join(wire)))
    articles = _articles(*told, ("The wire", "\n".join(wire)))
    folded = Folder(local_embedder()).fold_block(articles)
    assert len(set(_stories(folded))) == 1
    assert [one.copy is None for one in folded].count(True) <= 2


STRIKE = (
    "Züge in Torvenien stehen still",
    "In Torvenien stehen seit Mittwoch die Züge still. Die Gewerkschaft der Lokführer fordert acht Prozent mehr Lohn, "
    "die Bahn Torrail bietet vier. Gewerkschaftschefin Maud Ekberg sprach in Brennick von neun von zehn Lokführern im "
    "Ausstand; der Streik soll bis Freitag dauern.",
)
OTHER_WORDS = (
    (
        "What to know this morning",
        "The old fish market by the harbour of Arvelo will close after inspectors found cracks in its roof, the "
        "council decided. Traders move to a hall on Canal Street.\n"
        "Two goals by Dario Benn put the Castrel Rovers in the cup final at the expense of Esk United.\n"
        "A deep-sea snail that glows green and lives on sunken ships was described at the University of Brinmoor, "
        "where Erik Saal found much iron in its shell.\n"
        "Since Wednesday no trains run in Torvenien: Maud Ekberg and her union of drivers at Torrail want eight "
        "percent.",
    ),
    (
        "Das Wichtigste zum Feierabend",
        "In Arvelo schließt der alte Fischmarkt am Hafen, weil Prüfer Risse im Dach fanden; die Händler ziehen laut "
        "Petra Moll in eine Halle an der Canal Street.\n"
        "Zwei Tore von Dario Benn bringen die Castrel Rovers gegen Esk United ins Pokalfinale.\n"
        "An der Universität Brinmoor hat Erik Saal eine grün leuchtende Tiefseeschnecke beschrieben, die auf Wracks "
        "lebt.\n"
        "In Torvenien fordern die Lokführer um Maud Ekberg von Torrail acht Prozent mehr Lohn, die Züge stehen.",
    ),
)
LATER = (
    "Torrail lenkt ein",
    "Nach zwei Tagen Streik hat die Bahn Torrail den Lokführern in Torvenien 5,5 Prozent mehr Lohn geboten. "
    "Gewerkschaftschefin Maud Ekberg nannte das Angebot in Brennick fair. Ab Freitag sollen die Züge wieder fahren.",
)


@pytest.mark.parametrize("by_block", [False, True], ids=["as they come", "looked over"])
@pytest.mark.parametrize("told", OTHER_WORDS, ids=["en", "de"])
def test_a_round_up_in_its_own_words_is_of_no_story_and_of_no_thread(told: tuple[str, str], *, by_block: bool) -> None:
    folder, articles = Folder(local_embedder()), _articles(MARKET, CUP, SNAIL, STRIKE, told, LATER)
    folded = folder.fold_block(articles) if by_block else list(folder.fold_all(articles))
    assert (folded[4].story, folded[4].thread) == ("a4", "a4")
    assert "a4" not in {one.thread for one in folded[:4] + folded[5:]}


def test_what_was_decided_for_a_reason_is_put_back_without_being_asked_again() -> None:
    text = OTHER_WORDS[0][1]
    told, copied = _articles(OTHER_WORDS[0], ("Old fish market of Arvelo will close", text))
    folder = Folder(local_embedder())
    folder.fold_block(_articles(MARKET, CUP, SNAIL, STRIKE))
    folder.remember(replace(told, id="told"), "s5", "t5", why=(Signal(APART, -1.0),))
    assert folder.fold(replace(copied, id="copied")).story == "s5"


def test_paragraphs_that_share_no_name_make_no_round_up_of_one_event() -> None:
    """Nor does a heading that says nothing."""
    told = (("Blaulicht", "\n".join(FIRE)), ("Mitteilung", "\n".join(FIRE[::-1])))
    folded = Folder(local_embedder()).fold_block(_articles(*told, publisher="Elster Post"))
    assert len({one.story for one in folded}) == 1


def test_a_text_without_end_is_asked_for_its_first_paragraphs_alone() -> None:
    names = map("".join, islice(product("abcdefgh", repeat=5), 3_000))
    told = (
        "What to know",
        "\n".join(f"Near the old harbour of N{name} two boats were seen on Monday." for name in names),
    )
    folder = Folder(local_embedder())
    folder.fold_block(_articles(MARKET, CUP, SNAIL, STRIKE))
    began = process_time()
    folder.fold(replace(_articles(told)[0], id="endless"))
    assert process_time() - began < 3
