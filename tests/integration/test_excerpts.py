"""What cards show of an article's text."""

import pytest

from octavo.config.settings import Settings


@pytest.mark.parametrize(
    ("text", "dateline", "excerpt"),
    [
        ("PORT SABEL (MP) -- Rain fell.", "PORT SABEL", "Rain fell."),
        ("Moorstein (nkn) – Es regnete.", "Moorstein", "Es regnete."),
        ("(한별=하늘통신) 유해솔 기자 = 비가 내렸다.", "한별", "비가 내렸다."),
        ("Rain fell in Port Sabel - again.", "", "Rain fell in Port Sabel - again."),
        ("Rain. " * 60, "", "Rain. " * 39 + "Rain.…"),
    ],
)
def test_an_excerpt_begins_with_the_news(session_house: Settings, text: str, dateline: str, excerpt: str) -> None:
    from octavo.editions.reading.cards import excerpt_of
    from octavo.extract.models import Article
    from octavo.sources.models import Publisher

    row = Article(text=text, dateline=dateline, publisher=Publisher(name="The Gazette"))
    row.opening = text  # type: ignore[attr-defined]
    assert excerpt_of(row) == excerpt
