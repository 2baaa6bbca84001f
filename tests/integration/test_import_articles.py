"""An archive brought in line by line: what fits is kept as readers may use it, what does not is named."""

import json

import pytest

from octavo.config.settings import Settings

TEXT = "The harbour of Velmar was closed on Monday after the storm, the mayor said. Ferries stay at their moorings."


def line(name: str, **fields: object) -> str:
    return json.dumps({"id": name, "title": f"Harbour closed {name}", "text": TEXT, **fields})


def test_long_names_are_cut_and_the_rest_of_the_archive_goes_on(house: Settings) -> None:
    from octavo.extract.models import Article
    from octavo.pipeline.importing import keep_articles

    long = line("a", publisher="Tide Courier " * 50, agency="Norwire " * 50, image=f"https://a.example/{'x' * 5000}")
    kept, problems = keep_articles([long, line("b", publisher="Brisk Gazette")])
    assert (kept, problems) == (2, [])
    first = Article.objects.select_related("publisher").get(title="Harbour closed a")
    assert first.publisher.name == ("Tide Courier " * 50)[:200]
    assert first.agency.startswith("Norwire")
    assert first.image_url == ""


def test_an_agency_is_taken_from_the_texts_own_credit_where_none_is_named(house: Settings) -> None:
    from octavo.extract.models import Article
    from octavo.pipeline.importing import keep_articles

    by_text, by_author = line("a", text=f"VELMAR (AFP) - {TEXT}"), line("b", authors=["Ada Lind, Reuters"])
    keep_articles([by_text, by_author, line("c", agency="Norwire")])
    kept = Article.objects.order_by("title").values_list("agency", "dateline")
    assert [*kept] == [("AFP", "VELMAR"), ("Reuters", ""), ("Norwire", "")]


def test_a_language_is_kept_as_editions_know_it(house: Settings) -> None:
    from octavo.extract.models import Article
    from octavo.pipeline.importing import keep_articles

    keep_articles([line("a", language="en-GB"), line("b", language="klingonish"), line("c")])
    assert set(Article.objects.values_list("language", flat=True)) == {"en"}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "no address", f"https://a.example/{'x' * 3000}"])
def test_what_is_no_web_address_is_named(house: Settings, url: str) -> None:
    from octavo.extract.models import Article
    from octavo.pipeline.importing import keep_articles

    kept, problems = keep_articles([line("a", url=url), line("b", url="https://b.example/1")])
    assert (kept, problems) == (1, ['line 1 is left out: "url" is no web address'])
    assert Article.objects.get().url == "https://b.example/1"


def test_a_page_that_says_too_much_of_itself_is_kept(house: Settings) -> None:
    from django.db import transaction

    from octavo.core.clock import utc_now
    from octavo.extract import extract
    from octavo.extract.store import keep_article, keep_delivered
    from octavo.sources.store import publisher_named

    meta = f"<meta property='article:section' content='{'Harbour ' * 900}'>"
    meta += f"<meta property='og:image' content='https://a.example/{'x' * 9000}.jpg'>"
    body = f"<article><p>{TEXT * 9}</p></article>"
    page = f"<html><head><title>Harbour closed</title>{meta}</head><body>{body}</body></html>"
    article, now, by = extract(page, "https://a.example/1"), utc_now(), publisher_named("Tide Courier")
    assert len(article.section) > 200
    row = keep_article(article, by, now, now)
    assert (row.section, row.image_url) == (article.section[:200], "")
    row.delete()
    with transaction.atomic():
        assert keep_delivered([(article, by.pk)], now)
