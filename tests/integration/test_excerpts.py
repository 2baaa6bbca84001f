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
        ("Rain. " * 60, "", "Rain. " * 39 + "Rain…"),
    ],
)
def test_an_excerpt_begins_with_the_news(session_house: Settings, text: str, dateline: str, excerpt: str) -> None:
    from octavo.editions.reading.cards import excerpt_of
    from octavo.extract.models import Article
    from octavo.sources.models import Publisher

    row = Article(text=text, dateline=dateline, publisher=Publisher(name="The Gazette"))
    row.opening = text  # type: ignore[attr-defined]
    assert excerpt_of(row) == excerpt


@pytest.mark.parametrize(
    ("policy", "begins", "wanted"),
    [
        ("excerpt", "Only the fog horn", "Only the fog horn is still missing; a foundry in Brisk is casting it."),
        ("excerpt", "Volunteers rebuilt", "Volunteers rebuilt the lamp"),
        ("headline", "Only the fog horn", ""),
    ],
)
def test_a_cited_passage_is_shown_where_the_text_is_shown_in_part(
    house: Settings, policy: str, begins: str, wanted: str
) -> None:
    from tests.integration.newspaper import article, publisher, story
    from tests.integration.test_person import client_of

    row = article(publisher("Almera Post", display_policy=policy), "Lighthouse is lit again")
    story(row)
    start = row.text.index(begins)
    end = start + (len(wanted) or 60)
    page = client_of().get(f"/en/article/{row.pk}?from={start}&to={end}", follow=True).content.decode()
    assert (f'<mark id="passage">{wanted}</mark>' in page) is bool(wanted)
    whole = client_of().get(f"/en/article/{row.pk}?from=0&to={len(row.text)}", follow=True).content.decode()
    assert "Only the fog horn" not in whole
