"""Canonical addresses are believed where they can be true."""

import pytest

from octavo.extract import extract

OWN = "https://www.courier.example/news/2031/wall"


def url_of(claim: str, own: str = OWN, social: str = "") -> str:
    social = f'<meta property="og:url" content="{social}">' if social else ""
    return extract(f'<html><head><link rel="canonical" href="{claim}">{social}</head><body></body></html>', own).url


@pytest.mark.parametrize(
    ("claim", "url"),
    [
        ("https://courier.example/news/2031/wall", "https://courier.example/news/2031/wall"),
        ("https://amp.courier.example/news/wall", "https://amp.courier.example/news/wall"),
        ("/news/2031/wall-rebuilt", "https://www.courier.example/news/2031/wall-rebuilt"),
        ("//courier.example/news/wall", "https://courier.example/news/wall"),
        ("https://courier.example/news/wall#comments", "https://courier.example/news/wall"),
        ("https://courier.example/?p=12", "https://courier.example/?p=12"),
        ("https://courier.example/news/wall?id=3&amp;utm_source=feed", "https://courier.example/news/wall?id=3"),
        # Not true of an article:
        ("https://www.courier.example/", OWN),
        ("https://www.courier.example", OWN),
        ("https://www.courier.example/en/", OWN),
        ("https://www.courier.example/?utm_source=feed", OWN),
        ("https://www.courier.example/index.html", OWN),
        ("https://elsewhere.example.org/wall", OWN),
        ("https://localhost/wall", OWN),
        ("http://[bad", OWN),
        ("javascript:alert(1)", OWN),
        ("https://www.courier.example/undefined", OWN),
        ("https://www.courier.example/{{ article.url }}", OWN),
        ("https://www.courier.example/404.html", OWN),
        ("", OWN),
    ],
)
def test_claims(claim: str, url: str) -> None:
    assert url_of(claim) == url


def test_a_second_claim_counts_where_the_first_cannot_be_true() -> None:
    social = "https://courier.example/news/wall"
    assert url_of("https://www.courier.example/", social=social) == social
    assert url_of("https://www.courier.example/", social="https://other.example/x") == OWN


def test_a_home_page_is_its_own() -> None:
    assert url_of("https://courier.example/", "https://www.courier.example/en/") == "https://courier.example/"


@pytest.mark.parametrize(
    ("own", "url"),
    [
        (f"{OWN}?utm_source=feed&id=3&fbclid=x#top", f"{OWN}?id=3"),
        (f"{OWN}?id=3&page=2", f"{OWN}?id=3&page=2"),
        (f"{OWN}#top", OWN),
        ("http://[bad", ""),
        ("", ""),
    ],
)
def test_without_a_claim_what_counts_readers_goes(own: str, url: str) -> None:
    assert url_of("", own) == url


@pytest.mark.parametrize("hosts", [("a.courier.example", "b.courier.example"), ("courier.co.uk", "www.courier.co.uk")])
def test_hosts_of_one_site(hosts: tuple[str, str]) -> None:
    assert url_of(f"https://{hosts[0]}/x", f"https://{hosts[1]}/y") == f"https://{hosts[0]}/x"


def test_hosts_under_one_registry_are_not_one_site() -> None:
    assert url_of("https://other.co.uk/x", "https://courier.co.uk/y") == "https://courier.co.uk/y"
