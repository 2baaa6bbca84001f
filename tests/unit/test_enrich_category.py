"""Categories come from sections, tags and words, in many languages."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.errors import BadInput
from octavo.enrich import CATEGORIES, category
from octavo.enrich.constants import DEFAULT_CATEGORY
from octavo.enrich.evaluate_categories import evaluate
from octavo.enrich.lexicon import lexicon

SHARED = Path(os.environ.get("OCTAVO_SHARED", Path(__file__).resolve().parents[3] / "shared"))
LABELLED = SHARED / "data" / "ai" / "categories_tgcontest.jsonl"


@pytest.mark.parametrize(
    ("section", "slug"),
    [
        ("Sports", "sport"),
        ("World > Politics", "politics"),
        ("정치", "politics"),
        ("경제", "economy-business-and-finance"),
        ("Wirtschaft", "economy-business-and-finance"),
        ("Deportes | Fútbol", "sport"),
        ("ثقافة", "arts-culture-entertainment-and-media"),
        ("Наука", "science-and-technology"),
        ("Faits divers", "crime-law-and-justice"),
        ("天気", "weather"),
    ],
)
def test_sections_decide(section: str, slug: str) -> None:
    assert category("Something happened in Velmar", "", section, (), "en") == slug


@pytest.mark.parametrize(
    ("title", "language", "slug"),
    [
        ("Velmar striker scores twice as United win the cup final", "en", "sport"),
        (
            "Strong earthquake shakes Ostria, rescuers search for survivors",
            "en",
            "disaster-accident-and-emergency-incident",
        ),
        ("벨마르 대통령, 국회에서 외교 정책 연설", "ko", "politics"),
        ("코스닥 급등에 투자 심리 회복, 금리 동결 전망", "ko", "economy-business-and-finance"),
        ("Trainer von Velmar lobt Torwart nach Sieg im Pokal", "de", "sport"),
        ("Polizei nimmt Verdächtigen nach Überfall in Velmar fest", "de", "crime-law-and-justice"),
        ("El gobierno de Velmar convoca elecciones al parlamento", "es", "politics"),
        ("Nueva vacuna contra el virus llega a los hospitales de Velmar", "es", "health"),
        ("منتخب فيلمار يفوز في مباراة الافتتاح ضمن بطولة كأس القارة", "ar", "sport"),
        ("ارتفاع أسعار النفط في الأسواق", "ar", "economy-business-and-finance"),
    ],
)
def test_words_speak(title: str, language: str, slug: str) -> None:
    assert category(title, "", "", (), language) == slug


def test_tags_speak() -> None:
    assert category("A day in Velmar", "", "", ("Football", "League"), "en") == "sport"


def test_nothing_known_is_the_default() -> None:
    assert category("Xyzzy", "", "News", (), "en") == DEFAULT_CATEGORY


def test_every_listed_category_exists() -> None:
    for language in ("en", "ko", "de", "es", "ar", "ru", "ja", "fr", "zh"):
        assert set(lexicon(language).categories) == set(CATEGORIES)


@given(st.text(), st.text(), st.text(max_size=30), st.lists(st.text(max_size=20), max_size=3), st.text(max_size=5))
def test_always_one_of_the_seventeen(title: str, text: str, section: str, tags: list[str], language: str) -> None:
    assert category(title, text, section, tags, language) in CATEGORIES


def test_other_data_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text('{"a": 1}\n')
    with pytest.raises(BadInput):
        evaluate(wrong)


@pytest.mark.skipif(not LABELLED.exists(), reason="the labelled data is not beside the project")
def test_labelled_articles() -> None:
    figures = evaluate(LABELLED)
    assert figures["words"]["accuracy"] >= 0.8
    assert figures["words_and_vectors"]["accuracy"] >= 0.82
