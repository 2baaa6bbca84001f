"""From every kind of address to its feed, over real HTTP."""

from collections.abc import Iterator

import pytest

from octavo.config.settings import Settings
from octavo.core.clock import utc_now
from octavo.core.errors import BadInput, GiveUp
from tests.farm.sites import HTML, JSON, TEXT, XML, Page, Sites, link, news_sitemap, rss

ARTICLE = "<html><body><article><p>A ferry ran aground in the fog.</p></article></body></html>"
PAGES: dict[str, dict[str, Page]] = {
    "head": {
        "/": (
            HTML,
            f"<html lang=en-IE><title>Head Post</title>{link('/all', 'All')}{link('/comments/feed', 'Comments')}",
        ),
        "/all": rss("Head Post", "fog ferry rain"),
        "/comments/feed": rss("Comments on Head Post", "one two"),
        "/a/fog": (HTML, ARTICLE),
        "/sport/": (HTML, link("/all", "All") + link("/rss?section=sport", "Sport")),
        "/rss?section=sport": rss("Head Post: sport", "goal match", home="/sport/"),
        "/favicon.ico": ("image/x-icon", "icon"),
    },
    "several": {
        "/": (HTML, link("/en.xml", "English") + link("/ga.xml", "Gaeilge") + link("/old.xml", "Archive")),
        "/en.xml": rss("English", "fog ferry rain"),
        "/ga.xml": rss("Gaeilge", "ceo bad"),
        "/old.xml": rss("Archive", "long ago", days=900),
    },
    "languages": {
        "/": (HTML, "<html lang=en>" + link("/en.xml") + link("/ga.xml")),
        "/ga/": (HTML, "<html lang=ga-IE>" + link("/en.xml") + link("/ga.xml")),
        "/en.xml": rss("English", "fog ferry rain", language="en-ie"),
        "/ga.xml": rss("Gaeilge", "ceo bad", language="ga"),
    },
    "stale": {
        "/": (HTML, link("/old.xml") + '<a href="/index.xml?feed=1">RSS</a>'),
        "/old.xml": rss("Old", "long ago", days=900),
        "/index.xml?feed=1": rss("New", "fog"),
    },
    "common": {"/": (HTML, "<p>Nothing named.</p>"), "/rss.xml": rss("Common", "fog")},
    "directory": {
        "/": (HTML, '<a href="/rss/">RSS service</a>'),
        "/rss/": (HTML, '<ul><li><a href="/rss/all.xml">All</a><li><a href="/rss/sport.xml">Sport</a></ul>'),
        "/rss/all.xml": rss("All", "fog ferry"),
        "/rss/sport.xml": rss("Sport", "goal", days=200),
    },
    "map": {
        "/": (HTML, "<p>Nothing named.</p>"),
        "/robots.txt": (TEXT, "User-agent: *\nAllow: /\nSitemap: {root}/sitemaps/index.xml\n"),
        "/sitemaps/index.xml": (
            XML,
            "<sitemapindex><sitemap><loc>{root}/sitemaps/pages.xml</loc></sitemap>"
            "<sitemap><loc>{root}/sitemaps/google-news.xml</loc></sitemap></sitemapindex>",
        ),
        "/sitemaps/pages.xml": (XML, "<urlset><url><loc>{root}/about</loc></url></urlset>"),
        "/sitemaps/google-news.xml": news_sitemap("fog ferry"),
    },
    "nested": {
        "/": (HTML, "<p>Nothing named.</p>"),
        "/robots.txt": (TEXT, "Sitemap: {root}/index.xml"),
        "/index.xml": (XML, "<sitemapindex><sitemap><loc>{root}/news/index.xml</loc></sitemap></sitemapindex>"),
        "/news/index.xml": (XML, "<sitemapindex><sitemap><loc>{root}/news/now.xml</loc></sitemap></sitemapindex>"),
        "/news/now.xml": news_sitemap("fog ferry"),
    },
    "plain": {"/": (HTML, "<p>Nothing named.</p>"), "/sitemap.xml": news_sitemap("fog ferry")},
    "list": {"/feeds.opml": (XML, "<?xml version='1.0'?><opml version='2.0'><body/></opml>")},
    "wall": {"/feed": rss("Behind a wall", "fog")},
    "podcast": {
        "/show/7": (HTML, '<script>window.data = {"feedUrl":"{root}/episodes.rss"}</script>'),
        "/show/8": (HTML, '<script type="application/ld+json">{"webFeed":"/episodes.rss"}</script>'),
        "/episodes.rss": rss("The Ferry, a podcast", "one two three"),
        "/lookup": (JSON, '{"resultCount":1,"results":[{"feedUrl":"{root}/episodes.rss"}]}'),
    },
    "social": {
        "/@ada.rss": rss("Ada", "hello", home="/@ada"),
        "/.well-known/webfinger?resource=acct:bob@social.localhost": (
            JSON,
            '{"links":[{"rel":"http://webfinger.net/rel/avatar","href":"{root}/b.png"},'
            '{"rel":"http://webfinger.net/rel/profile-page","href":"{root}/users/robert"}]}',
        ),
        "/users/robert.rss": rss("Bob", "hello", home="/users/robert"),
    },
    "doorway": {
        "/": (HTML, '<meta http-equiv="refresh" content="0; url=/ga/">'),
        "/ga/": (HTML, link("feed.xml")),
        "/ga/feed.xml": rss("Gaeilge", "ceo"),
    },
    "silent": {"/": (HTML, "<p>No feed at all.</p>")},
}


@pytest.fixture(scope="module")
def sites() -> Iterator[Sites]:
    with Sites(PAGES) as sites:
        yield sites


@pytest.mark.parametrize(
    ("host", "path", "feed"),
    [
        ("head", "/", "/all"),
        ("head", "/a/fog", "/all"),
        ("head", "/sport/", "/rss?section=sport"),
        ("head", "/all", "/all"),
        ("several", "/", "/en.xml"),
        ("languages", "/", "/en.xml"),
        ("languages", "/ga/", "/ga.xml"),
        ("stale", "/", "/index.xml?feed=1"),
        ("common", "/", "/rss.xml"),
        ("common", "/missing/page", "/rss.xml"),
        ("directory", "/", "/rss/all.xml"),
        ("map", "/", "/sitemaps/google-news.xml"),
        ("map", "/sitemaps/index.xml", "/sitemaps/google-news.xml"),
        ("nested", "/", "/news/now.xml"),
        ("plain", "/", "/sitemap.xml"),
        ("wall", "/", "/feed"),
        ("podcast", "/show/7", "/episodes.rss"),
        ("podcast", "/show/8", "/episodes.rss"),
        ("podcast", "/lookup", "/episodes.rss"),
        ("social", "/@ada", "/@ada.rss"),
        ("social", "/@bob", "/users/robert.rss"),
        ("doorway", "/", "/ga/feed.xml"),
    ],
)
def test_every_kind_of_address_leads_to_its_feed(
    session_house: Settings, sites: Sites, host: str, path: str, feed: str
) -> None:
    from octavo.pipeline.discovering import discover

    assert discover(sites.url(host, path), utc_now()).offers[0].url == sites.url(host, feed)


def test_a_scheme_left_out_is_tried_both_ways(session_house: Settings, sites: Sites) -> None:
    from octavo.pipeline.discovering import discover

    address = sites.url("common").removeprefix("http://")
    assert discover(address, utc_now()).offers[0].url == sites.url("common", "/rss.xml")


def test_what_is_enough_spares_the_guessing(session_house: Settings, sites: Sites) -> None:
    from octavo.pipeline.discovering import discover

    sites.asked.clear()
    found = discover(sites.url("several"), utc_now())
    assert [offer.parsed.title for offer in found.offers] == ["English", "Gaeilge", "Archive"]
    assert sum(sites.asked.values()) == 4


def test_what_leads_nowhere_is_said(session_house: Settings, sites: Sites) -> None:
    from octavo.pipeline.discovering import discover

    with pytest.raises(GiveUp, match="no feed was found"):
        discover(sites.url("silent"), utc_now())
    with pytest.raises(GiveUp, match="404"):
        discover(sites.url("silent", "/missing"), utc_now())
    with pytest.raises(GiveUp, match="octavo import opml"):
        discover(sites.url("list", "/feeds.opml"), utc_now())
    with pytest.raises(BadInput, match="no web address"):
        discover("two words", utc_now())
    with pytest.raises(GiveUp, match="not public"):
        discover("http://10.0.0.1/", utc_now())


def test_a_publisher_is_filled_from_its_site(house: Settings, sites: Sites) -> None:
    from octavo.pipeline.discovering import discover
    from octavo.pipeline.subscribing import take

    found = discover(sites.url("head"), utc_now())
    feed, is_new = take(found.offers[0], found, utc_now(), ("News", "Ireland"))
    publisher = feed.publisher
    assert is_new
    assert (publisher.name, publisher.country, publisher.languages) == ("Head Post", "IE", ["en"])
    assert publisher.home_url == sites.url("head")
    assert publisher.icon_url == sites.url("head", "/favicon.ico")
    assert publisher.learned
    assert feed.outlines.values_list("parent__text", "parent__parent__text").get() == ("Ireland", "News")

    again, is_new = take(found.offers[0], found, utc_now())
    assert (again.pk, is_new) == (feed.pk, False)


def test_profiles_at_one_host_are_publishers_of_their_own(house: Settings, sites: Sites) -> None:
    from octavo.pipeline.discovering import discover
    from octavo.pipeline.subscribing import take

    found = discover(sites.url("social", "/@ada"), utc_now())
    publisher = take(found.offers[0], found, utc_now())[0].publisher
    assert (publisher.name, publisher.home_url) == ("Ada", sites.url("social", "/@ada"))
    from octavo.sources.store import keep_publisher

    assert keep_publisher("Bob", sites.url("social", "/@bob")).pk != publisher.pk
