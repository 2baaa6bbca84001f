"""From a page to feeds and publisher, on invented pages."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.types import Response
from octavo.sources.discovery import candidates, publisher_of

HOME = """<!doctype html><html lang="en-IE"><head><title>Home</title>
<meta property="og:site_name" content="The Elster Post">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
<link rel="alternate" type="application/atom+xml" title="All news &amp; views" href="news.atom">
<link rel="alternate" hreflang="ga" href="/ga/"><link rel="icon" href="/icon.png">
<link rel="stylesheet" href="/wp-content/a.css">
</head><body><a href="/rss/sport.xml">Sport</a><a href="/feedback">Write to us</a></body></html>"""


def page(html: str, url: str = "https://www.post.ie/news/") -> Response:
    return Response(url, 200, {}, html.encode(), datetime(2025, 6, 24, tzinfo=UTC))


def urls(html: str, url: str = "https://www.post.ie/news/") -> list[str]:
    return [candidate.url for candidate in candidates(page(html, url))]


def test_link_elements_come_first_and_comments_late() -> None:
    found = candidates(page(HOME))
    assert (found[0].url, found[0].title) == ("https://www.post.ie/news/news.atom", "All news & views")
    order = [candidate.url for candidate in found]
    assert "https://www.post.ie/comments/feed/" in order[2:]
    assert order.index("https://www.post.ie/rss/sport.xml") < order.index("https://www.post.ie/comments/feed/")
    assert "https://www.post.ie/feedback" not in order
    assert "https://www.post.ie/ga/" not in order


def test_paths_that_publishing_systems_use_are_proposed() -> None:
    assert "https://www.post.ie/news/feed/" in urls(HOME)
    assert urls("<p>nothing</p>")[0] == "https://www.post.ie/feed"


def test_the_base_element_counts() -> None:
    html = '<base href="https://cdn.post.ie/x/"><link rel="alternate" type="application/rss+xml" href="all.rss">'
    assert urls(html)[0] == "https://cdn.post.ie/x/all.rss"


def test_robots_names_sitemaps_news_first() -> None:
    text = "User-agent: *\nSitemap: https://www.post.ie/all.xml\nsitemap: https://www.post.ie/news-map.xml\n"
    assert urls(text, "https://www.post.ie/robots.txt")[0] == "https://www.post.ie/news-map.xml"


@pytest.mark.parametrize(
    ("url", "html", "feed"),
    [
        (
            "https://www.youtube.com/@elster",
            '{"externalId":"UCabcdefghijklmnopqrstuv"}',
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
        ),
        ("https://www.youtube.com/playlist?list=PL1", "", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1"),
        ("https://old.reddit.com/r/elster/", "", "https://www.reddit.com/r/elster/.rss"),
        ("https://github.com/ada/ferry", "", "https://github.com/ada/ferry/releases.atom"),
        ("https://social.example/@ada", "", "https://social.example/@ada.rss"),
        ("https://bsky.app/profile/ada.example", "", "https://bsky.app/profile/ada.example/rss"),
        ("https://medium.com/@ada/story-1", "", "https://medium.com/feed/@ada"),
    ],
)
def test_rules_of_well_known_hosts(url: str, html: str, feed: str) -> None:
    assert urls(html, url)[0] == feed


def test_publisher_from_meta_elements() -> None:
    facts = publisher_of(page(HOME))
    assert (facts.name, facts.home_url, facts.icon) == (
        "The Elster Post",
        "https://www.post.ie/",
        "https://www.post.ie/icon.png",
    )
    assert (facts.country, facts.languages) == ("IE", ("en",))


def test_publisher_from_linked_data() -> None:
    html = (
        '<html lang="pt-BR"><script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"post.example"},'
        '{"@type":"NewsArticle","publisher":{"@type":["NewsMediaOrganization"],"name":"O Correio",'
        '"logo":{"url":"/l.png"}}}]}'
        '</script><script type="application/ld+json">{broken</script>'
    )
    facts = publisher_of(page(html, "https://post.example/a"))
    assert (facts.name, facts.icon, facts.country) == ("O Correio", "https://post.example/l.png", "BR")


def test_publisher_of_a_silent_page_is_its_host() -> None:
    facts = publisher_of(page("", "https://www.post.co.uk/"))
    assert (facts.name, facts.country, facts.languages) == ("post.co.uk", "GB", ())


@given(st.text(max_size=300), st.sampled_from(["", HOME, '<link rel=alternate type="application/rss+xml" href="']))
def test_any_page_gives_only_web_addresses_each_once(junk: str, start: str) -> None:
    response = page(start + junk)
    found = [candidate.url for candidate in candidates(response)]
    assert len(set(found)) == len(found)
    assert all(url.startswith(("http://", "https://")) for url in found)
    assert publisher_of(response).home_url == "https://www.post.ie/"
