"""From a page to feeds, on invented pages."""

import gzip
from dataclasses import replace
from datetime import UTC, datetime
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.types import Response
from octavo.sources import discovery
from octavo.sources.discovery import Candidate, guessed, led_on, named, of_index, of_robots
from octavo.sources.publishers import of_page

HOME = """<!doctype html><html lang="en-IE"><head><title>Home</title>
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
<link rel="Alternate" type="application/atom+xml" title="All news &amp; views" href="news.atom">
<link rel="alternate" hreflang="ga" href="/ga/">
<link rel="stylesheet" href="/wp-content/a.css">
</head><body><a href="/rss/sport.xml">Sport</a><a href="/feedback">Write to us</a>
<a href="/abo/137">RSS</a><a href="feed://pod.post.ie/all">Podcast</a><a href="/rss-button.png">RSS</a></body></html>"""


def page(html: str, url: str = "https://www.post.ie/news/", **headers: str) -> Response:
    return Response(url, 200, headers, html.encode(), datetime(2025, 6, 24, tzinfo=UTC))


def urls(found: list[Candidate]) -> list[str]:
    return [candidate.url for candidate in found]


def test_link_elements_come_first_and_then_links() -> None:
    found = named(page(HOME))
    assert [(one.url, one.title) for one in found] == [
        ("https://www.post.ie/comments/feed/", "Comments"),
        ("https://www.post.ie/news/news.atom", "All news & views"),
        ("https://www.post.ie/rss/sport.xml", "Sport"),
        ("https://www.post.ie/abo/137", "RSS"),
        ("https://pod.post.ie/all", "Podcast"),
    ]


def test_paths_that_publishing_systems_use_are_guessed() -> None:
    assert urls(guessed(page(HOME)))[0] == "https://www.post.ie/news/feed/"
    assert urls(guessed(page("<p>nothing</p>")))[0] == "https://www.post.ie/feed"


def test_the_answer_s_header_names_feeds_too() -> None:
    header = '<https://www.post.ie/a.css>; rel=preload, </all.atom>; rel="alternate"; type="application/atom+xml"'
    assert urls(named(page("", link=header))) == ["https://www.post.ie/all.atom"]


@pytest.mark.parametrize(
    ("content", "url"),
    [
        ("0; url=/ko/", "https://www.post.ie/ko/"),
        ("0;URL='https://post.ie/start'", "https://post.ie/start"),
        ("300", ""),
        ("300; url=/other/", ""),
        ("0; url=/news/", ""),
        ("0; url=javascript:alert(1)", ""),
    ],
)
def test_a_page_that_only_leads_on(content: str, url: str) -> None:
    assert led_on(page(f'<meta http-equiv="Refresh" content="{content}">')) == url


@pytest.mark.parametrize(
    "link",
    [
        'type="text/rss" href="/a"',
        'type="application/x-atom+xml" href="/a"',
        'type="application/json+feed" href="/a"',
        'type="application/json" title="JSON Feed" href="/a"',
        'type="application/json" href="/feed.json"',
        'title="RSS" href="/a"',
        'href="/news/atom/"',
    ],
)
def test_feeds_are_told_though_their_type_is_odd_or_missing(link: str) -> None:
    assert len(named(page(f'<head><link rel="alternate" {link}></head>'))) == 1


@pytest.mark.parametrize(
    "link",
    [
        'type="application/json" title="JSON" href="/wp-json/wp/v2/pages/2"',
        'type="application/json+oembed" href="/wp-json/oembed/1.0/embed?format=json"',
        'hreflang="ga" href="/ga/feed/"',
        'type="text/html" href="/ga/feed/"',
        'media="handheld" href="/m/"',
    ],
)
def test_other_alternates_are_no_feeds(link: str) -> None:
    assert named(page(f'<head><link rel="alternate" {link}></head>')) == []


def test_a_link_s_own_title_tells_that_it_leads_to_a_feed() -> None:
    assert urls(named(page('<a href="/abo" title="RSS-Feed">Abo</a>'))) == ["https://www.post.ie/abo"]


def test_the_base_element_counts() -> None:
    html = '<base href="https://cdn.post.ie/x/"><link rel="alternate" type="application/rss+xml" href="all.rss">'
    assert urls(named(page(html))) == ["https://cdn.post.ie/x/all.rss"]


def test_titles_are_read_in_the_page_s_own_encoding() -> None:
    html = '<meta charset="euc-kr"><link rel="alternate" type="application/rss+xml" title="전체 기사" href="/rss">'
    body = Response("https://post.kr/", 200, {}, html.encode("euc-kr"), datetime(2025, 6, 24, tzinfo=UTC))
    assert named(body)[0].title == "전체 기사"


@pytest.mark.parametrize(
    "html",
    [
        '<script type="application/ld+json">{"@graph":[{"@type":"PodcastSeries","webFeed":"/all.rss"}]}</script>',
        '<script type="application/ld+json">{"@type":"WebPage","about":{"webFeed":{"url":"/all.rss"}}}</script>',
        r'<script>{"feedUrl":"https:\/\/www.post.ie\/all.rss"}</script>',
        r'<script>x = "{\"rssUrl\":\"https:\u002F\u002Fwww.post.ie\u002Fall.rss\"}"</script>',
        r'<script>{"rssUrl":"\/all.rss"}</script>',
        '{"resultCount":1,"results":[{"feedUrl":"https://www.post.ie/all.rss"}]}',
    ],
)
def test_linked_data_and_scripts_name_feeds(html: str) -> None:
    assert urls(named(page(html))) == ["https://www.post.ie/all.rss"]


def test_feeds_in_several_languages_are_all_named() -> None:
    kinds = 'rel="alternate" type="application/rss+xml"'
    html = f'<link {kinds} hreflang="en" href="/en.rss"><link {kinds} hreflang="ga" href="/ga.rss">'
    html += '<link rel="alternate" hreflang="ga" href="/ga/">'
    assert urls(named(page(html))) == ["https://www.post.ie/en.rss", "https://www.post.ie/ga.rss"]


def test_a_host_s_own_rule_leads() -> None:
    html = '<link rel="alternate" type="application/rss+xml" href="/other"> "externalId":"UCabcdefghijklmnopqrstuv"'
    found = named(page(html, "https://www.youtube.com/@elster"))
    assert found[0].url == "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv"


def test_robots_names_sitemaps_news_first() -> None:
    text = "User-agent: *\nSitemap: https://www.post.ie/all.xml\nsitemap: /news-map.xml\n"
    found = of_robots(page(text, "https://www.post.ie/robots.txt"))
    assert urls(found) == ["https://www.post.ie/news-map.xml", "https://www.post.ie/all.xml"]


def test_of_a_sitemap_index_the_news_and_the_freshest_are_looked_into() -> None:
    months = "".join(
        f"<sitemap><loc>https://www.post.ie/2025-{month:02}.xml</loc><lastmod>2025-{month:02}-28</lastmod></sitemap>"
        for month in range(1, 7)
    )
    index = f"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{months}"
    index += "<sitemap><loc>https://www.post.ie/google-news.xml</loc></sitemap></sitemapindex>"
    plain = page(index, "https://www.post.ie/map.xml")
    for answer in (plain, replace(plain, body=gzip.compress(plain.body))):
        assert urls(of_index(answer)) == [
            "https://www.post.ie/google-news.xml",
            "https://www.post.ie/2025-06.xml",
            "https://www.post.ie/2025-05.xml",
        ]


@given(st.text(max_size=300), st.sampled_from(["", HOME, '<link rel=alternate type="application/rss+xml" href="']))
def test_any_page_gives_only_web_addresses_each_once(junk: str, start: str) -> None:
    response = page(start + junk)
    for find in (discovery.named, discovery.guessed, discovery.of_robots, discovery.of_index):
        found = urls(find(response))
        assert len(set(found)) == len(found)
        assert all(url.startswith(("http://", "https://")) for url in found)


def test_what_scripts_and_styles_hold_hides_nothing() -> None:
    html = (
        "<head><style>a > b {} /* <!-- */</style><script>for (i = 0; i<list.length; i++) x = '<!--'</script>"
        '<svg><title>Icon</title></svg><link rel="alternate" type="application/rss+xml" href="/all.rss"></head>'
    )
    assert urls(named(page(html))) == ["https://www.post.ie/all.rss"]


def test_no_robots_txt_stalls_discovery() -> None:
    began = process_time()
    assert of_robots(page("\n" * 500_000 + "Sitemap: /news.xml", "https://www.post.ie/robots.txt"))
    assert process_time() - began < 5


@pytest.mark.parametrize(
    "html",
    [
        "<script" * 200_000,
        "<a " * 300_000,
        "<div>" * 300_000,
        "<a href=/rss>" * 150_000,
        "<table><tr><td>" * 100_000,
        "<link rel=alternate type=application/rss+xml href=/a>" * 30_000,
        f"<link {' '.join(f'a{n}=1' for n in range(100_000))}>",
        '<script type="application/ld+json">' + '{"publisher":' * 100_000,
    ],
)
def test_no_page_stalls_discovery(html: str) -> None:
    began = process_time()
    named(page(html))
    of_page(page(html))
    assert process_time() - began < 5
