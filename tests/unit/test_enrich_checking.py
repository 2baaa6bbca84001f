"""The checker tells what a source does not support from what it says in other words, and names the part."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from octavo.cli import check
from octavo.core.errors import BadInput
from octavo.core.vectors import local_embedder
from octavo.enrich.checking import Checker
from octavo.enrich.checking.claims import WordKind, claims
from octavo.enrich.checking.contradictions import contradictions
from octavo.enrich.checking.edits import kinds_of_edit
from octavo.enrich.checking.evaluate import evaluate
from octavo.enrich.thesaurus import Relation, thesaurus

SOURCE = (
    "The council of Velmar approved the harbour plan on Monday by 48 votes to 39. "
    "Mayor Ilse Tarn said that work would begin in May and cost $12 million."
)
app = typer.Typer()
check.register(app)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(local_embedder())


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("approve", "reject", Relation.ANTONYM),
        ("increase", "decrease", Relation.ANTONYM),
        ("include", "exclude", Relation.ANTONYM),
        ("favorite", "preferred", Relation.SYNONYM),
        ("growth", "grow", Relation.DERIVED),
        ("dog", "poodle", Relation.BROADER),
        ("stone", "parliament", Relation.NONE),
    ],
)
def test_words_relate(one: str, other: str, relation: Relation) -> None:
    assert thesaurus().relation(one, other) is relation


@pytest.mark.parametrize(
    ("form", "base"), [("increasing", "increase"), ("ran", "run"), ("studies", "study"), ("men", "man"), ("xqz", "xqz")]
)
def test_base_forms(form: str, base: str) -> None:
    assert thesaurus().base(form) == base


def test_words_have_kinds() -> None:
    kinds = {word.surface: word.kind for word in claims("Ilse Tarn isn't paying 12 crowns before most others.").words}
    assert kinds["Tarn"] is WordKind.NAME
    assert kinds["isn't"] is WordKind.NEGATION
    assert kinds["12"] is WordKind.NUMBER
    assert kinds["before"] is WordKind.DIRECTION
    assert kinds["most"] is WordKind.QUANTIFIER
    assert kinds["crowns"] is WordKind.CONTENT


def test_what_stands_in_the_source_is_supported(checker: Checker) -> None:
    checked = checker.check(SOURCE, "The council of Velmar approved the harbour plan on Monday by 48 votes to 39.")
    assert checked.supported
    assert checked.score > 0.9
    assert checked.unsupported == ()


def test_other_words_are_likelier_than_the_opposite(checker: Checker) -> None:
    scores = [
        checker.check(SOURCE, f"Velmar's council {said} the plan for the harbour on Monday by 48 votes to 39.").score
        for said in ("approved", "backed", "rejected", "did not approve")
    ]
    assert min(scores[:2]) > 1.5 * max(scores[2:])


@pytest.mark.parametrize(
    ("summary", "part", "kind"),
    [
        ("The council of Velmar rejected the harbour plan on Monday by 48 votes to 39.", "rejected", "negation"),
        ("The council of Velmar approved the harbour plan on Monday by 58 votes to 39.", "58", "number"),
        ("Mayor Jonas Tarn said that work would begin in May and cost $12 million.", "Jonas", "name"),
        ("Velmar's council did not approve the plan for the harbour.", "not", "negation"),
    ],
)
def test_what_it_does_not_say_is_named(checker: Checker, summary: str, part: str, kind: str) -> None:
    checked = checker.check(SOURCE, summary)
    assert not checked.supported
    assert (part, kind) in {(one.text, one.kind) for one in checked.unsupported}


def test_each_line_is_judged_by_itself(checker: Checker) -> None:
    summary = "The council of Velmar rejected the harbour plan on Monday by 48 votes to 39."
    assert Checker(local_embedder()).check(SOURCE, summary) == checker.check(SOURCE, summary)


@pytest.mark.parametrize(
    ("source", "summary"), [("", "Rain fell."), ("Rain fell.", "..."), ("…", "…"), ("Rain fell.", "…" * 9000)]
)
def test_nothing_to_check_is_bad_input(checker: Checker, source: str, summary: str) -> None:
    with pytest.raises(BadInput):
        checker.check(source, summary)


@pytest.mark.parametrize("summary", ["비가 내렸다.", "Il pleut.", "a", "12", "?! x"])
def test_any_words_get_a_score(checker: Checker, summary: str) -> None:
    assert 0 <= checker.check("Rain fell on Monday.", summary).score <= 1
    assert 0 <= checker.check("a", summary).score <= 1


def test_lines_in_lines_out(tmp_path: Path) -> None:
    path = tmp_path / "check.jsonl"
    rows = [
        {"id": "a", "source": SOURCE, "summary": SOURCE},
        {"id": "b", "source": SOURCE, "summary": "It snowed in Rome."},
    ]
    path.write_text("\n".join([json.dumps(rows[0]), '{"id": "x", "source": "y"}', json.dumps(rows[1])]))
    ran = CliRunner().invoke(app, [str(path)])
    out = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.exit_code == 0
    assert [line["id"] for line in out] == ["a", "b"]
    assert [line["supported"] for line in out] == [True, False]
    assert all(set(line) == {"id", "supported", "score", "unsupported"} for line in out)
    assert 'line 2 is left out: no words in "summary"' in ran.stderr


def test_nothing_readable_ends_with_two(tmp_path: Path) -> None:
    path = tmp_path / "check.jsonl"
    path.write_text("[]\n")
    assert CliRunner().invoke(app, [str(path)]).exit_code == 2
    assert CliRunner().invoke(app, [str(tmp_path / "absent")]).exit_code == 2


def test_figures(tmp_path: Path) -> None:
    path = tmp_path / "labelled.jsonl"
    rows = [
        {"id": "a", "domain": "d", "source": SOURCE, "summary": SOURCE, "supported": True},
        {"id": "b", "domain": "d", "source": SOURCE, "summary": "It snowed in Rome.", "supported": False},
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    figures = evaluate(path)
    assert figures["balanced_accuracy"] == 1
    assert figures["by_domain"]["d"]["recall"] == 1
    with pytest.raises(BadInput):
        evaluate(Path(__file__))


TRUE = "The council of Velmar approved the harbour plan by 48 votes to 39, and Ilse Tarn said that work would begin."


@pytest.mark.parametrize(
    ("put", "instead_of", "kinds"),
    [
        ("58", "48", {"number"}),
        ("Brisk", "Velmar", {"name"}),
        ("rejected", "approved", {"negation"}),
        ("would not begin", "would begin", {"negation"}),
        ("work", "Ilse Tarn said that work", {"name", "attribution"}),
        ("railway", "harbour", {"invented"}),
        ("railway plan by 47", "harbour plan by 48", {"number"}),
    ],
)
def test_what_an_edit_changed_is_told_from_the_nearest_faithful_summary(
    put: str, instead_of: str, kinds: set[str]
) -> None:
    other = "Ilse Tarn will rebuild the harbour of Brisk for 58 million."
    assert kinds_of_edit(TRUE.replace(instead_of, put), [other, TRUE]) == kinds


def test_what_was_written_anew_is_no_edit() -> None:
    assert kinds_of_edit("It snowed in Rome for 12 days.", [TRUE]) == frozenset()
    assert kinds_of_edit("It snowed in Rome for 12 days.", []) == frozenset()


def test_figures_by_kind_of_error(tmp_path: Path) -> None:
    path = tmp_path / "labelled.jsonl"
    summaries = {SOURCE: True, SOURCE.replace("48", "58"): False, SOURCE.replace("12", "13"): False}
    rows = [
        {"id": summary, "source": SOURCE, "summary": summary, "supported": is_true}
        for summary, is_true in summaries.items()
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    number = evaluate(path)["by_kind"]["number"]
    assert (number["edits"], number["refused"], number["recall"]) == (2, 1, 1)
    assert (number["named"], number["false"], number["precision"]) == (2, 1, 1)


_LAMP = (
    "Volunteers rebuilt the lamp from drawings found in a drawer, the keeper Ines Marol said. "
    "Ines Marol said that the horn may be cast in Brisk. The foundry did not cast the horn."
)


@pytest.mark.parametrize(
    ("summary", "same"),
    [
        ("The keeper Ines Marol said volunteers rebuilt the lamp.", True),
        ("All volunteers rebuilt the lamp.", False),
        ("Volunteers painted the lamp.", False),
        ("Ines Marol said the horn may be cast.", True),
        ("Ines Marol said the horn was cast.", False),
        ("The foundry cast the horn.", False),
        ("The lamp was rebuilt by volunteers.", False),  # the source has it from the keeper alone
    ],
)
def test_a_sentence_in_the_same_words_says_the_same_unless_one_of_them_turns_it(
    checker: Checker, summary: str, same: bool
) -> None:
    assert checker.check(_LAMP, summary, "en").supported is same


_FIRE = (
    "At least 15 people died and 40 were injured when a fire broke out in a hotel in Brenwick on Tuesday, police said. "
    "It is not true that the hotel had been closed for repairs, the mayor said. Prosecutors say the owner, "
    "Tom Reddick, took bribes from a builder. If the inquiry confirms the charge, Mr Reddick will go to prison."
)


@pytest.mark.parametrize(
    ("source", "summary", "kind"),
    [
        (_FIRE, "5 people died and 40 were injured when a fire broke out in a hotel in Brenwick on Tuesday.", "number"),
        (_FIRE, "At least 40 people died and 15 were injured when a fire broke out in a hotel, police said.", "number"),
        (_FIRE, "The hotel had been closed for repairs.", "negation"),
        (_FIRE, "The owner, Tom Reddick, took bribes from a builder.", "attribution"),
        (_FIRE, "Mr Reddick will go to prison.", "attribution"),
        ("Karl Weiss said that Olga Brandt rejected reports that she would resign in May.",
         "Olga Brandt would resign in May.", "attribution"),
        ("The key rate rose from 3.5 to 4.25 percent.", "The key rate rose from 4.25 to 3.5 percent.", "number"),
        ("Prices fell from 6.1 percent in May to 4.8 percent in June.",
         "Prices fell from 6.1 percent in June to 4.8 percent in May.", "number"),
        ("Olga Brandt accused Karl Weiss of lying.", "Karl Weiss accused Olga Brandt of lying.", "attribution"),
        ("The court cleared Mark Ellery of bribery and convicted Brian Cole of fraud.",
         "The court cleared Brian Cole of fraud and convicted Mark Ellery of bribery.", "attribution"),
        ("Joblessness rose by 3 points to 5.2 percent.", "Joblessness fell by 3 points to 5.2 percent.", "negation"),
        ("Bei einem Brand starben 15 Menschen, 40 wurden verletzt.",
         "Bei einem Brand starben 40 Menschen, 15 wurden verletzt.", "number"),
        ("Un incendie a fait 15 morts et 40 blessés à Brenneville.",
         "Un incendie a fait 40 morts et 15 blessés à Brenneville.", "number"),
        ("Al menos 15 personas murieron y 40 resultaron heridas.",
         "Al menos 40 personas murieron y 15 resultaron heridas.", "number"),
        ("불이 나 최소 15명이 숨지고 40명이 다쳤다.", "불이 나 최소 40명이 숨지고 15명이 다쳤다.", "number"),
        ("火災で15人が死亡し、40人が負傷した。", "火災で40人が死亡し、15人が負傷した。", "number"),
        ("火灾造成15人死亡、40人受伤。", "火灾造成40人死亡、15人受伤。", "number"),
        ("قتل 15 شخصا وأصيب 40 آخرون في حريق بفندق.", "قتل 40 شخصا وأصيب 15 آخرون في حريق بفندق.", "number"),
    ],
)  # fmt: skip
def test_a_sentence_in_the_same_words_is_found_where_they_are_turned(
    checker: Checker, source: str, summary: str, kind: str
) -> None:
    checked = checker.check(source, summary)
    assert not checked.supported
    assert kind in {one.kind for one in checked.unsupported}


@pytest.mark.parametrize(
    ("source", "summary"),
    [
        ("Scientists say coffee may lower the risk of stroke.", "Coffee may lower the risk of stroke."),
        ("A ferry ran aground off Velmar on Tuesday, injuring at least 12 people, police said.",
         "A ferry ran aground off Velmar on Tuesday, injuring at least 12 people."),
        ("The bridge was built in 1788 and carries 6,000 cars.", "The bridge was built in 1788."),
        ("Die Brücke wurde 1788 gebaut und trägt 6000 Autos.", "Die Brücke wurde 1788 gebaut."),
    ],
)  # fmt: skip
def test_a_whole_clause_is_held(checker: Checker, source: str, summary: str) -> None:
    assert checker.check(source, summary).score > 0.9


@pytest.mark.parametrize(
    ("source", "summary"),
    [
        ("The mayor said that the man who shot the officer had fled.", "The officer had fled."),
        ("In all 112 people died in the floods.", "12 people died in the floods."),
        ("Talks on the bridge ended.", "The bridge ended."),
    ],
)
def test_a_part_of_a_sentence_that_is_no_clause_is_not_held_for_certain(
    checker: Checker, source: str, summary: str
) -> None:
    assert checker.check(source, summary).score < 0.9


def test_a_long_text_is_compared_where_it_is_near(checker: Checker) -> None:
    filling = " ".join(f"Harbour {count} was dredged that spring by a crew of nine." for count in range(3000))
    half = len(filling) // 2
    source = f"{filling[:half]} {SOURCE} {filling[half:]}"
    assert checker.check(source, SOURCE).supported
    wrong = checker.check(source, "The council of Velmar rejected the harbour plan on Monday by 48 votes to 39.")
    assert ("rejected", "negation") in {(one.text, one.kind) for one in wrong.unsupported}


def test_a_long_claim_is_held_only_as_a_whole(checker: Checker) -> None:
    claim = " ".join([SOURCE] * 30)
    assert checker.check(SOURCE, claim).supported
    assert not checker.check(SOURCE, f"{claim} It snowed in Rome on Friday.").supported


@pytest.mark.parametrize(
    ("source", "summary", "is_supported"),
    [
        ("Die Brücke wurde wegen Regens nicht eröffnet.", "Die Brücke wurde eröffnet.", False),
        ("Die Stadt öffnete die Brücke am Montag nicht.", "Die Stadt öffnete die Brücke am Montag.", False),
        ("Der Rat hat keine Steuern erhöht.", "Der Rat hat Steuern erhöht.", False),
        ("Le pont n'a pas été ouvert lundi.", "Le pont a été ouvert lundi.", False),
        ("Мост не открыли в понедельник.", "Мост открыли в понедельник.", False),
        ("Jambatan itu tidak dibuka pada hari Isnin.", "Jambatan itu dibuka pada hari Isnin.", False),
        ("Menteri itu tidak menerima uang dari perusahaan.", "Menteri itu menerima uang dari perusahaan.", False),
        ("Die Brücke war nicht billig, aber sie war schön.", "Die Brücke war schön.", True),
        ("Die Brücke ging am Montag nicht auf. Am Dienstag ging sie auf.", "Am Dienstag ging sie auf.", True),
        ("Die Brücke wurde nicht eröffnet.", "Die Brücke wurde nicht eröffnet.", True),
    ],
)
def test_a_negation_is_missed_in_other_languages_too(
    checker: Checker, source: str, summary: str, is_supported: bool
) -> None:
    found = checker.check(source, summary)
    assert found.supported is is_supported
    assert [one.kind for one in found.unsupported] == ([] if is_supported else ["negation"])


SAYINGS = {
    "en": (
        "Mayor Ann Bell said the old bridge was safe. Engineer Tom Rusk said it would close the harbour road in May.",
        "Engineer Tom Rusk said the old bridge was safe.",
        "Mayor Ann Bell said that the old bridge was safe.",
    ),
    "de": (
        "Bürgermeisterin Anna Bell sagte, die alte Brücke sei sicher. Tom Rusk sagte, der Hafen schließe im Mai.",
        "Tom Rusk sagte, die alte Brücke sei sicher.",
        "Anna Bell sagte, die alte Brücke sei sicher.",
    ),
    "es": (
        "La alcaldesa Ana Vela dijo que el puente viejo es seguro. El ingeniero Tomás Rusco dijo que el puerto cierra.",
        "Tomás Rusco dijo que el puente viejo es seguro.",
        "Ana Vela dijo que el puente viejo es seguro.",
    ),
}
"""By language: a source, what it has another say, and what it has them say."""


DOINGS = (
    ("en", "Minister Paul Orsen ordered an inquiry. Mara Dill blamed long shifts.",
     "Minister Mara Dill ordered an inquiry.", "Paul Orsen ordered an inquiry."),
    ("en", "Minister Paul Orsen opened the bridge at dawn. Mayor Ann Bell, a sailor, closed the harbour.",
     "Paul Orsen closed the harbour.", "Ann Bell closed the harbour."),
    ("de", "Bürgermeisterin Anna Bell eröffnete die alte Brücke. Ingenieur Tom Rusk schloss den Hafen.",
     "Tom Rusk eröffnete die alte Brücke.", "Anna Bell eröffnete die alte Brücke."),
    ("en", "The effect was larger in women than in men.",
     "The effect was larger in men than in women.", "In women the effect was larger than in men."),
    ("de", "In Velmar leben mehr Frauen als Männer.",
     "In Velmar leben mehr Männer als Frauen.", "Mehr Frauen als Männer leben in Velmar."),
)  # fmt: skip
"""A language, a source, who does something the other way round, and the right way."""


@pytest.mark.parametrize(("language", "source", "wrong", "right"), DOINGS)
def test_what_one_does_is_not_done_by_another(language: str, source: str, wrong: str, right: str) -> None:
    assert {part.kind for part in contradictions(wrong, source, language)} == {"attribution"}
    assert contradictions(right, source, language) == ()


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("Paul Orsen opened the bridge. Later Mara Dill had opened the bridge again.",
         "Mara Dill opened the bridge."),
        ("Paul Orsen opened the old bridge. Mara Dill opened the new harbour.", "Mara Dill opened the harbour."),
        ("The minister, Paul Orsen, opened the bridge. Orsen thanked Mara Dill.", "Orsen opened the bridge."),
        ("Either party may end this contract by giving notice in writing.",
         "The contract can be ended by either party by giving notice in writing."),
    ],
)  # fmt: skip
def test_where_it_is_not_sure_who_did_it_nobody_is_wrong(source: str, claim: str) -> None:
    assert contradictions(claim, source, "en") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("twelve people", "12 people"),
        ("8 percent", "8%"),
        ("25 dollars", "25 dollar"),
        ("she can't wait", "she cannot wait"),
        ("it didn't help", "it not help"),
    ],
)
def test_one_thing_is_compared_alike_however_it_is_written(one: str, other: str) -> None:
    assert [word.base for word in claims(one).words] == [word.base for word in claims(other).words]


@pytest.mark.parametrize("language", SAYINGS)
def test_what_one_said_is_not_said_by_another(language: str) -> None:
    source, wrong, right = SAYINGS[language]
    assert [part.kind for part in contradictions(wrong, source, language)] == ["attribution"]
    assert contradictions(right, source, language) == ()


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("“We will appeal the ruling,” said the lawyer Ida Morn. Jon Vey said the city was glad.",
         "The lawyer Ida Morn said they would appeal the ruling."),
        ("Jon Vey said the ruling was wrong. Ida Morn said the ruling was wrong, too, and that the city was glad.",
         "Ida Morn said the ruling was wrong."),
        ("Mayor Ann Bell, who knows Tom Rusk, said the old bridge was safe.", "Tom Rusk said the old bridge was safe."),
        ("Olga Brandt leads Corvel Foods. Olga Brandt said the old plant would close in May.",
         "Corvel Foods said the old plant would close in May."),
        ("The old bridge is safe, Ann Bell said. A report found the old bridge safe. Tom Rusk read it.",
         "Tom Rusk said the old bridge was safe."),
    ],
)  # fmt: skip
def test_where_it_is_not_sure_who_said_it_nobody_is_wrong(source: str, claim: str) -> None:
    assert [part for part in contradictions(claim, source, "en") if part.kind == "attribution"] == []
