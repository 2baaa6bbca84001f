"""Facts beside the text: who wrote it and what it is called."""

import json

import pytest

from octavo.extract import extract

PUBLISHER = {"@type": "NewsMediaOrganization", "@id": "#house", "name": "The Ness Post"}
PERSON = {"@type": "Person", "name": "Ada Lind"}


def authors_of(author: object, head: str = "") -> tuple[str, ...]:
    node = {"@type": "NewsArticle", "headline": "The lamp", "author": author, "publisher": PUBLISHER}
    html = (
        f'<html><head><script type="application/ld+json">{json.dumps(node)}</script>{head}</head><body></body></html>'
    )
    return extract(html, "https://ness.example/lamp").authors


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ({"@type": "Organization", "name": "The Ness Post"}, ()),
        ({"@type": ["Thing", "Organization"], "name": "the ness post"}, ()),
        ({"@id": "#house"}, ()),
        ([{"@type": "Organization", "name": "The Ness Post"}, PERSON], ("Ada Lind",)),
        ({"@type": "Organization", "name": "Sea Wire"}, ("Sea Wire",)),
        ({"@type": "Person", "name": "The Ness Post"}, ("The Ness Post",)),
        (PERSON, ("Ada Lind",)),
    ],
)
def test_the_publishing_house_is_no_author(author: object, names: tuple[str, ...]) -> None:
    assert authors_of(author) == names


def test_where_json_ld_names_the_house_the_page_may_name_a_person() -> None:
    house = {"@type": "Organization", "name": "The Ness Post"}
    assert authors_of(house, '<meta name="author" content="Max Frank">') == ("Max Frank",)


@pytest.mark.parametrize(
    ("social", "stated", "shown", "title"),
    [
        ("The 'lamp' of Grey Ness", "The ‘lamp’ of Grey Ness", "The ‘lamp’ of Grey Ness", "The ‘lamp’ of Grey Ness"),
        ("Ness's lamp", "Ness’s lamp", "Ness’s lamp", "Ness’s lamp"),
        ("A lamp for Ness", "The lamp", "The lamp", "A lamp for Ness"),
        ("Ness's lamp", "Ness’s lamp", "Another heading", "Ness's lamp"),
    ],
)
def test_the_title_is_set_as_the_page_shows_it(social: str, stated: str, shown: str, title: str) -> None:
    node = json.dumps({"@type": "NewsArticle", "headline": stated}, ensure_ascii=False)
    head = f'<meta property="og:title" content="{social}"><script type="application/ld+json">{node}</script>'
    assert extract(f"<html><head>{head}</head><body><h1>{shown}</h1></body></html>").title == title
