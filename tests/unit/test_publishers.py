"""What sites, manifests and feeds say of their publisher, on invented ones."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.errors import BadInput
from octavo.core.types import ParsedFeed, Response
from octavo.sources.addresses import home_url
from octavo.sources.evaluate import evaluate
from octavo.sources.publishers import PublisherFacts, manifest_url, merged, of_feed, of_manifest, of_page

HOME = """<!doctype html><html lang="en-IE"><head><title>Home | Elster Post</title>
<meta property="og:site_name" content="The Elster Post"><link rel="manifest" href="/app.webmanifest">
<link rel="alternate" hreflang="ga" href="/ga/"><link rel="alternate" hreflang="x-default" href="/">
<link rel="icon" sizes="16x16" href="/small.png"><link rel="icon" sizes="192x192" href="/icon.png"></head></html>"""


def page(html: str, url: str = "https://www.post.ie/", encoding: str = "utf-8") -> Response:
    return Response(url, 200, {}, html.encode(encoding), datetime(2025, 6, 24, tzinfo=UTC))


def test_a_home_page_says_it_all() -> None:
    assert of_page(page(HOME)) == PublisherFacts(
        "The Elster Post", "https://www.post.ie/", "https://www.post.ie/icon.png", "IE", ("en", "ga")
    )
    assert manifest_url(page(HOME)) == "https://www.post.ie/app.webmanifest"


def test_an_article_says_who_publishes_it() -> None:
    html = (
        '<html lang="pt-BR"><title>A balsa afundou</title><script type="application/ld+json">{"@graph":['
        '{"@type":"WebSite","name":"post.example"},{"@type":"NewsArticle","publisher":'
        '{"@type":["NewsMediaOrganization"],"name":"O Correio","logo":{"url":"/l.png"}}}]}'
        '</script><script type="application/ld+json">{broken</script>'
    )
    facts = of_page(page(html, "https://post.example/a"))
    assert (facts.name, facts.icon, facts.country) == ("O Correio", "https://post.example/l.png", "BR")
    assert facts.home_url == "https://post.example/"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ('{"@type":"Organization","name":"Elster Holding Ltd"}', "The Post"),
        ('{"@type":"Newspaper","name":"The Elster Post"}', "The Elster Post"),
        ('{"@type":"Newspaper","name":"www.post.ie"}', "The Post"),
        ('{"@type":"NewsMediaOrganization","name":"Elster Verlags GmbH"}', "The Post"),
        ('{"@type":"NewsMediaOrganization","name":"(주)엘스터미디어"}', "The Post"),
        ('{"@type":"WebSite","publisher":{"@type":"Organization","name":"Elster Holding Ltd"}}', "The Post"),
        ('{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"The Elster Post"}}', "The Elster Post"),
    ],
)
def test_who_publishes_outranks_who_owns(data: str, name: str) -> None:
    html = f'<meta property="og:site_name" content="The Post"><script type="application/ld+json">{data}</script>'
    assert of_page(page(html)).name == name


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("application/ld+json; charset=utf-8", '{"@type":"NewsMediaOrganization","name":"Élan"}'),
        ("Application/LD+JSON", '{"@type":"NewsMediaOrganization","name":"Élan"}'),
        ("application/ld+json", '{"@type":"https://schema.org/NewsMediaOrganization","name":"Élan"}'),
        ("application/ld+json", '{"@type":"NewsMediaOrganization","name":"Élan","sameAs":["a",],}'),
        ("application/ld+json", '{"@type":"NewsMediaOrganization","name":"Élan","description":"two\nlines"}'),
        ("application/ld+json", '//<![CDATA[\n{"@type":"NewsMediaOrganization","name":"Élan"}\n//]]>'),
        ("application/ld+json", '<!-- {"@type":"NewsMediaOrganization","name":"Élan"} -->'),
    ],
)
def test_linked_data_is_read_however_it_is_wrapped(kind: str, data: str) -> None:
    assert of_page(page(f'<script type="{kind}">{data}</script>')).name == "Élan"


def test_a_company_s_name_is_better_than_none() -> None:
    data = '{"@type":"Organization","name":"Elster Verlags GmbH"}'
    html = f'<meta property="og:site_name" content="post.ie"><script type="application/ld+json">{data}</script>'
    assert of_page(page(html)).name == "Elster Verlags GmbH"


@pytest.mark.parametrize(
    ("title", "url", "name"),
    [
        ("エルスター新聞：ニュース速報", "https://post.jp/", "エルスター新聞"),
        ("Elster Post | News and views", "https://elsterpost.example/", "Elster Post"),
        ("News, sport and views - Elster Post", "https://www.elsterpost.example/", "Elster Post"),
        ("홈 : 엘스터신문", "https://es.example/", "엘스터신문"),
        ("A ferry sank - Elster Post", "https://elsterpost.example/a/ferry", "Elster Post"),
        ("A ferry sank - The paper", "https://elsterpost.example/a/ferry", ""),
    ],
)
def test_the_title_s_part_that_names_the_site(title: str, url: str, name: str) -> None:
    assert of_page(page(f"<title>{title}</title>", url)).name == name


def test_a_page_is_read_in_its_own_encoding() -> None:
    html = '<meta charset="euc-kr"><meta property="og:site_name" content="엘스터신문">'
    assert of_page(page(html, encoding="euc-kr")).name == "엘스터신문"


@pytest.mark.parametrize(
    ("url", "html", "country"),
    [
        ("https://post.co.uk/", "", "GB"),
        ("https://post.kr/", '<html lang="en-US">', "KR"),
        ("https://post.io/", '<html lang="ko-KR">', "KR"),
        ("https://post.com.co/", "", "CO"),
        ("https://post.co/", "", ""),
        ("https://post.example/", '<html lang="en"><meta property="og:locale" content="en_GB">', "GB"),
    ],
)
def test_the_country_by_its_own_word_the_domain_or_the_language(url: str, html: str, country: str) -> None:
    assert of_page(page(html, url)).country == country


@pytest.mark.parametrize("told", ["IE", "ie", "IRL", "Ireland", "Irland", '{"@type":"Country","name":"Ireland"}'])
def test_the_country_as_the_site_writes_it(told: str) -> None:
    written = told if told.startswith("{") else f'"{told}"'
    data = f'{{"@type":"Organization","address":[{{"addressCountry":{written}}}]}}'
    html = f'<html lang="de-AT"><script type="application/ld+json">{data}</script>'
    assert of_page(page(html, "https://post.de/")).country == "IE"


def test_a_silent_page_says_nothing_but_where_it_is() -> None:
    assert of_page(page("", "https://post.example/a/b")) == PublisherFacts(home_url="https://post.example/")


def test_where_many_publish_the_host_s_own_name_and_country_are_not_the_publisher_s() -> None:
    html = (
        '<meta property="og:site_name" content="YouTube"><meta property="og:image" content="/ada.jpg"><html lang=en-US>'
    )
    url = "https://www.youtube.com/@ada"
    assert of_page(page(html, url)) == PublisherFacts(home_url=url, icon="https://www.youtube.com/ada.jpg")
    channel = "https://www.youtube.com/channel/UC1"
    feed = ParsedFeed("atom", "Ada - on ferries", channel)
    assert of_feed(feed, "https://www.youtube.com/feeds/videos.xml") == PublisherFacts("Ada - on ferries", channel)


def test_a_manifest_names_the_site_and_its_largest_icon() -> None:
    text = '{"short_name":"Post","icons":[{"src":"s.png","sizes":"48x48"},{"src":"l.png","sizes":"96x96 512x512"},3]}'
    facts = of_manifest(page(text, "https://post.example/app/m.json"))
    assert facts == PublisherFacts("Post", icon="https://post.example/app/l.png")
    assert of_manifest(page("[1]")) == of_manifest(page("{")) == PublisherFacts()


def test_what_is_stated_first_counts() -> None:
    first = PublisherFacts(name="A", languages=("ko",))
    second = PublisherFacts(name="B", country="KR", languages=("en",))
    assert merged(first, second) == PublisherFacts(name="A", country="KR", languages=("ko",))


@given(st.text(max_size=300), st.sampled_from(["", HOME, '<script type="application/ld+json">', '{"icons":[']))
def test_any_page_and_manifest_is_read(junk: str, start: str) -> None:
    assert of_page(page(start + junk)).home_url == "https://www.post.ie/"
    assert of_manifest(page(start + junk)).home_url == ""


def test_pages_are_measured_against_their_labels(tmp_path: Path) -> None:
    file = tmp_path / "pages.jsonl"
    pages = [(HOME.replace("</head>", '<link rel="canonical" href="https://www.post.ie/a"></head>'), "ie"), ("", "uk")]
    file.write_text(
        "".join(json.dumps({"id": "1", "html": html, "country": country}) + "\n" for html, country in pages)
    )
    found = evaluate(file)
    assert (found["pages"], found["name_share"], found["country_share"], found["country_right"]) == (2, 0.5, 0.5, 1.0)
    file.write_text("{}")
    with pytest.raises(BadInput):
        evaluate(file)


def test_of_a_home_page_too_long_to_be_kept_the_site_is() -> None:
    assert home_url("https://post.example/a") == "https://post.example/a"
    assert home_url("https://post.example/" + "a" * 500) == "https://post.example/"
