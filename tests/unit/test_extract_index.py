"""Pages that lead to articles are told from articles that lead to others."""

import pytest

from octavo.core.types import Verdict
from octavo.extract import extract

HEADLINES = [
    "The lamp of Grey Ness is lit again after forty years",
    "Ferry to the outer isles to run on Sundays",
    "Why the herring came back to the sound",
    "A school of nine pupils wins the choir prize",
]
TEASER = "Two hundred islanders have paid for the lens and for the stairs that lead up to it, says the society's head."
PARAGRAPHS = [
    "The lighthouse of Grey Ness will be lit again in October, forty years after its keeper carried the lamp ashore.",
    "Nobody expects ships to need it; the society hopes for visitors, and for a reason to paint the tower in white.",
    "The lens was ground in a workshop on the mainland that had last made one before the oldest members were born.",
]
ARTICLE_TYPE = '<meta property="og:type" content="article">'


def cards(count: int, shape: str) -> str:
    return "".join(shape.format(headline=HEADLINES[i], url=f"/news/{i}", teaser=TEASER) for i in range(count))


SHAPES = [
    '<div class="item"><h2><a href="{url}">{headline}</a></h2><p>{teaser}</p></div>',
    '<div class="teaser"><h3><a href="{url}">{headline}</a></h3><p>{teaser}</p></div>',
    '<article><a href="{url}"><h3>{headline}</h3></a><p>{teaser}</p></article>',
    '<div><h2><span><h3><a href="{url}">{headline}</a></h3></span></h2><p>{teaser}</p></div>',
]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [2, 4])
def test_a_section_is_an_index(shape: str, count: int) -> None:
    article = extract(f"<body><h1>Isles</h1><main>{cards(count, shape)}</main></body>", "https://ness.example/isles")
    assert (article.verdict, article.reasons[0]) == (Verdict.INDEX, "teasers")


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("head", ["", ARTICLE_TYPE])
def test_an_article_with_teasers_below_is_an_article(shape: str, head: str) -> None:
    own = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
    html = f"<head>{head}</head><body><h1>The lamp</h1><main>{own}</main><section>{cards(4, shape)}</section></body>"
    assert extract(html, "https://ness.example/lamp").verdict is Verdict.ARTICLE


def test_an_article_whose_headings_link_within_it_is_an_article() -> None:
    parts = "".join(f'<h2><a href="#{i}">{HEADLINES[i]}</a></h2><p>{PARAGRAPHS[i]}</p>' for i in range(3))
    assert extract(f"<body><main>{parts}</main></body>", "https://ness.example/lamp").verdict is Verdict.ARTICLE
