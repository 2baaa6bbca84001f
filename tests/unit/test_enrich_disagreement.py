"""Reports differ where they state different numbers of the same thing at the same time, and nowhere else."""

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
