"""Addresses: what is taken for one, and how it is shown."""

import pytest

from octavo.core.linked import first_image
from octavo.core.links import shown, untracked, usual, web_url
from octavo.sources.addresses import feed_url

SECRETS = [
    ("https://ada:s3cret@news.example/feed?u=@ada", "https://news.example/feed?u=@ada"),
    ("http://s3cret@news.example:8080/", "http://news.example:8080/"),
    ("https://ada:s3c@ret@news.example/", "https://news.example/"),
    ("//ada:s3cret@news.example/a", "https://news.example/a"),
]
INNOCENT = [
    "https://social.example/@ada",
    "https://social.example:8080/@ada/1",
    "https://news.example/?from=https://ada:b@c.example/",
    "https://news.example/a:b@c",
]


@pytest.mark.parametrize(("given", "kept"), SECRETS)
def test_no_address_is_kept_with_a_name_or_a_password(given: str, kept: str) -> None:
    assert web_url(given, "https://base.example/") == kept
    assert shown(given) == kept.removeprefix("https:" if given.startswith("//") else "")


@pytest.mark.parametrize("url", INNOCENT)
def test_an_at_sign_elsewhere_is_no_secret(url: str) -> None:
    assert web_url(url) == url


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("ada:s3cret@news.example/feed", "news.example/feed"),
        ("'https://ada:s3/cr@et@news.example/a' was not reached", "'https://news.example/a' was not reached"),
        ("one http://a:s3cret@b.example/ two https://s3cret@d.example", "one http://b.example/ two https://d.example"),
        ("mailto:ada@news.example", "mailto:ada@news.example"),
        ("https://social.example:8080/@ada", "https://social.example:8080/@ada"),
        ("Ada: write to ada@news.example", "Ada: write to ada@news.example"),
    ],
)
def test_addresses_within_texts_are_shown_without_secrets(given: str, seen: str) -> None:
    assert shown(given) == seen


@pytest.mark.parametrize(
    "url", ["https://news.example:99999/", "https://news.example:x/", "https://news:s3/cret@a.example/"]
)
def test_a_port_is_a_number_that_ports_have(url: str) -> None:
    assert web_url(url) == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("www.news.example/a", "http://www.news.example/a"),
        ("http:/news.example/a", "http://news.example/a"),
        ("https:///news.example/a", "https://news.example/a"),
        ("HTTPS://news.example/a", "https://news.example/a"),
        ("https://news.example/?a=1&amp;b=2;c", "https://news.example/?a=1&b=2;c"),
        ("www.html", "https://base.example/www.html"),
    ],
)
def test_addresses_are_read_as_they_were_meant(written: str, meant: str) -> None:
    assert web_url(written, "https://base.example/") == meant


SPELLINGS = [
    ("https://신문.example/기사/1?쪽=둘", "https://xn--z92b13l.example/%EA%B8%B0%EC%82%AC/1?%EC%AA%BD=%EB%91%98"),
    ("https://XN--Z92B13L.example/%ea%b8%b0%EC%82%AC", "https://xn--z92b13l.example/%EA%B8%B0%EC%82%AC"),
    ("https://zeitung.example/%7Eada/%66%65ed", "https://zeitung.example/~ada/feed"),
    ("https://Zeitung.example:443/München", "https://zeitung.example/M%C3%BCnchen"),
    ("https://zeitung.example/a/../b/./c", "https://zeitung.example/b/c"),
    ("https://zeitung.example/a%2fb?c=d%26e", "https://zeitung.example/a%2Fb?c=d%26e"),
    ("http://zeitung.example:8080/?a[]=1", "http://zeitung.example:8080/?a%5B%5D=1"),
]


@pytest.mark.parametrize(("written", "sent"), SPELLINGS)
def test_an_address_has_one_spelling(written: str, sent: str) -> None:
    assert [spell(one) for one in (written, sent) for spell in (web_url, usual, untracked, feed_url)] == [sent] * 8


@pytest.mark.parametrize(
    "odd", ["https://[]@/", "https://a.example:8080[)a]@/%%", "urn:octavo:letter:%7e", "https://["]
)
def test_what_has_no_usual_spelling_stays(odd: str) -> None:
    assert usual(odd) == odd


def test_an_address_too_long_as_it_is_sent_stays_as_it_is_written() -> None:
    url = f"https://news.example/{'기' * 300}"
    assert web_url(url) == url


def test_a_feed_at_the_root_of_its_host_has_one_address() -> None:
    assert feed_url("") == ""
    assert feed_url("https://news.example") == feed_url("https://news.example/#latest") == "https://news.example/"


@pytest.mark.parametrize(
    "ornament",
    [
        '<img src="https://s.example/core/emoji/72x72/1f32b.png">',
        '<img src="https://s.example/icons/arrow.gif">',
        '<img src="https://s.example/twitter_icon_large.png">',
        '<img src="https://s.example/images/facebook.gif">',
        '<img src="https://secure.gravatar.com/avatar/1?s=96">',
        '<img src="https://news.example/include/tracking/count.png?story=1">',
        '<img width="32" height="32" src="https://news.example/ada.jpg">',
        '<img src="data:image/gif;base64,R0lGOD">',
    ],
)
def test_ornaments_are_no_pictures(ornament: str) -> None:
    assert first_image(ornament) == ""
    assert first_image(f'{ornament}<img src="/fog.png" width="480">') == "/fog.png"


@pytest.mark.parametrize(
    ("tag", "address"),
    [
        (
            '<img src="https://news.example/a.jpg?q=90&#038;strip=all&amp;w=9">',
            "https://news.example/a.jpg?q=90&strip=all&w=9",
        ),
        ('<img src="data:image/gif;base64,R0" data-src="/fog.jpg">', "/fog.jpg"),
        ("<img data-lazy-src='/fog.jpg' src='data:image/gif;base64,R0'>", "/fog.jpg"),
        ('<img src="/silicon-valley.png" width="40%">', "/silicon-valley.png"),
        ('<img src="/facebook-headquarters.png">', "/facebook-headquarters.png"),
    ],
)
def test_pictures_are_found_however_they_are_written(tag: str, address: str) -> None:
    assert first_image(tag) == address
