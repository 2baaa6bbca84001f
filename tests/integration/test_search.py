"""Search in a real database: any script, typing errors, meanings, and what is still being typed."""

from collections.abc import Sequence

import pytest

from octavo.config.settings import Settings
from octavo.search import parse_query

TEXTS = {
    "en": (
        "Magnitude 6.1 earthquake shakes Tarvan coast",
        "The earthquake damaged the harbour of Tarvan.",
    ),
    "de": ("Lokführer der Rade-Bahn streiken", "Die Gewerkschaft rief zum Streik auf; Züge fallen aus."),
    "ko": ("타르반 해안에서 규모 6.1 지진 발생", "타르반 당국은 지진으로 항구가 파손됐다고 밝혔다."),
    "ja": ("タルバン沿岸で地震、港に被害", "当局によると、地震で港が壊れた。"),
    "zh": ("塔尔万海岸发生地震", "当局称地震毁坏了港口。"),
    "ar": ("زلزال يضرب ساحل تارفان", "قال المسؤولون إن الزلزال ألحق أضرارا بالميناء."),
}


@pytest.fixture
def news(house: Settings) -> dict[str, int]:
    """One article in each language, with its vector, findable."""
    from octavo.pipeline import flow
    from octavo.stories.vectors import ensure_vectors
    from tests.integration import newspaper

    by = newspaper.publisher("The Gazette")
    rows = {
        language: newspaper.article(by, title, [text], language=language) for language, (title, text) in TEXTS.items()
    }
    ensure_vectors(list(rows.values()))
    flow.tend_search()
    return {language: row.pk for language, row in rows.items()}


def found(text: str, *, is_unfinished: bool = False) -> tuple[list[int], list[int], str]:
    from octavo.extract.models import Article
    from octavo.search.finding import find

    findings = find(parse_query(text, is_unfinished=is_unfinished), Article.objects.all())
    return list(findings.by_words), list(findings.by_meaning), findings.query.text


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("earthquake", ["en"]),
        ('"harbour of Tarvan"', ["en"]),
        ('"Tarvan harbour"', []),
        ("지진", ["ko"]),
        ("항구가 지진", ["ko"]),
        ("地震", ["zh", "ja"]),
        ("地震 港口", ["zh"]),
        ("زلزال", ["ar"]),
        ("الزلزال", ["ar"]),
        ("streik", ["de"]),
        ("地震 language:ja", ["ja"]),
        ("earthquake -tarvan", []),
        ("earthquake publisher:gazette", ["en"]),
        ("earthquake before:2001", []),
        ("earthquake after:2001", ["en"]),
    ],
)
def test_words_of_any_script_are_found(news: dict[str, int], text: str, languages: Sequence[str]) -> None:
    assert sorted(found(text)[0]) == sorted(news[language] for language in languages)


FURTHER = {
    "ko": ("벨마르 대통령선거 결선 투표율 71%", "선거관리위원회는 결선에 오른 두 후보에게서 이의가 없었다고 밝혔다."),
    "ja": (
        "ﾍﾞﾙﾏｰﾙ大統領選、決選投票へ",
        "選挙管理委員会によると、投票率は７１％だった。ｶﾓﾒ港の投票所では行列ができた。",
    ),
    "zh": ("貝爾馬爾總統選舉進入第二輪", "選舉委員會說，投票率為百分之七十一，國際觀察員沒有發現問題。"),
    "ar": (
        "الانتخابات الرئاسيّة في بِلمار",
        "وقالت اللجنة إنّ نسبة المشاركة بلغت ٧١ بالمئة، وبالمراكز طوابير. وللمدينة مرفأ.",
    ),
}
"""Particles and endings, no spaces, half and full width, traditional characters, vowel marks, other digits."""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("대통령선거", "ko"),
        ("결선에 후보", "ko"),
        ("선거관리위원회", "ko"),
        ("후보", "ko"),
        ('"두 후보"', "ko"),
        ("ベルマール", "ja"),
        ("べるまーる", "ja"),
        ("大統領選", "ja"),
        ("決選投票", "ja"),
        ("71 投票率 カモメ港", "ja"),
        ("ｶﾓﾒ", "ja"),
        ("总统选举", "zh"),
        ("總統選舉", "zh"),
        ("国际观察员", "zh"),
        ('"第二轮"', "zh"),
        ("انتخابات", "ar"),
        ("الرئاسية", "ar"),
        ("الرئاسيّة بلمار", "ar"),
        ("مراكز", "ar"),
        ("مدينة", "ar"),
        ("71 المشاركة", "ar"),
        ("إن نسبة", "ar"),
    ],
)
def test_a_word_is_found_however_its_script_writes_it(house: Settings, text: str, language: str) -> None:
    from octavo.editions.reading import search_list
    from tests.integration import newspaper

    by = newspaper.publisher("The Gazette")
    rows = {code: newspaper.article(by, title, [words], language=code) for code, (title, words) in FURTHER.items()}
    newspaper.story(*rows.values())
    assert found(text)[0] == [rows[language].pk]
    marked = [piece for one in search_list(text, 1).found[:1] for piece, matches in one.pieces if matches]
    assert all(len(piece) <= 12 for piece in marked)


@pytest.mark.parametrize("typed", ["eathquake", "earthqauke", "earthquaje", "eartquake Tarvan", "erthquake tarvna"])
def test_typing_errors_are_forgiven_and_said(news: dict[str, int], typed: str) -> None:
    by_words, _, answered = found(typed)
    assert by_words == [news["en"]]
    assert answered != typed
    assert "earthquake" in answered


def test_a_word_that_articles_hold_is_taken_as_it_is(news: dict[str, int]) -> None:
    assert found("harbour")[2] == "harbour"


def test_what_is_near_in_meaning_is_found_across_languages(news: dict[str, int]) -> None:
    by_words, by_meaning, _ = found("earthquake at the coast of Tarvan")
    assert by_words == [news["en"]]
    assert news["ko"] in by_meaning
    assert news["ar"] in by_meaning
    assert news["de"] not in by_meaning


def test_nothing_excluded_comes_back_by_its_meaning(news: dict[str, int]) -> None:
    _, by_meaning, _ = found("earthquake coast -지진")
    assert news["ko"] not in by_meaning
    assert news["zh"] in by_meaning


def test_a_phrase_is_asked_for_to_the_word(news: dict[str, int]) -> None:
    assert found('"earthquake of the coast"')[:2] == ([], [])


def test_a_word_that_is_being_typed_may_go_on(news: dict[str, int]) -> None:
    assert found("earthq", is_unfinished=True)[0] == [news["en"]]
    assert found("earthq ", is_unfinished=True)[0] == []
    assert found("earthq")[0] == []


def test_words_are_kept_with_their_places_as_postgresql_reads_them(house: Settings) -> None:
    from octavo.config.bulk import returned
    from octavo.search.store import index_articles
    from tests.integration import newspaper

    row = newspaper.article(newspaper.publisher("The Gazette"), "Ferry opens", ["The ferry: '두 줄'."])
    index_articles([(row.pk, row.title, "The ferry opens. " + "Ferry " * 300)])
    places = ",".join(["1A", "5", *(str(place) for place in range(7, 205))])
    expected = f"'ferry':{places} 'open':2A,6 'the':4"
    assert returned("SELECT tokens::text, tokens = %s::tsvector FROM search_indexedarticle", [expected]) == [
        (expected, True)
    ]


def test_texts_and_words_of_any_length_are_kept_and_asked_for(house: Settings) -> None:
    from octavo.pipeline.flow import fold_articles
    from octavo.search.neighbours import neighbours
    from octavo.search.store import index_articles
    from octavo.stories.models import Story
    from tests.integration import newspaper

    row = newspaper.article(newspaper.publisher("The Gazette"), "9" * 5_000 + " ferries", ["Ferries run again."])
    many = " ".join(f"{number:05d}" + "한" * 60 for number in range(15_000))
    index_articles([(row.pk, row.title, f"Ferries run. {many}")])
    assert found("ferries")[0] == [row.pk]
    assert found("9" * 5_000)[0] == []
    fold_articles([row.pk])
    assert neighbours(Story.objects.get().pk) == []


def test_an_edited_text_is_no_longer_found_by_what_it_meant(house: Settings) -> None:
    from octavo.pipeline.flow import fold_articles
    from octavo.search.meaning import keep_meanings
    from octavo.search.models import ArticleMeaning
    from octavo.search.store import index_articles
    from tests.integration import newspaper

    row = newspaper.article(newspaper.publisher("The Gazette"), "Bank cuts rates", ["The bank cut its rate again."])
    fold_articles([row.pk])
    keep_meanings()
    assert ArticleMeaning.objects.filter(article=row).exists()
    index_articles([(row.pk, "Rovers win the cup", "Rovers beat United in the final.")])
    assert not ArticleMeaning.objects.filter(article=row).exists()
