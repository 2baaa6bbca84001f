"""Structured data for search engines (schema.org), naming the publisher as the source."""

import json
from typing import Any

from octavo.editions.reading import AboutPage, ArticlePage, PublisherCard, StoryPage
from octavo.web import addresses, words

HEADLINE_CHARACTERS = 110
"""Search engines cut longer ones."""
_SAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def article(page: ArticlePage, root: str) -> str:
    """Return a NewsArticle and its BreadcrumbList as JSON that may stand in a script element; root ends in /."""
    card, site = page.card, root.rstrip("/")
    address = site + addresses.article_url(card)
    published = page.published or card.moment
    news: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": card.title[:HEADLINE_CHARACTERS],
        "description": card.excerpt,
        "inLanguage": card.language,
        "datePublished": words.iso(published),
        "dateModified": words.iso(page.updated or published),
        "author": _authors(page),
        "publisher": _publisher(card.publisher),
        "isAccessibleForFree": True,
        "url": address,
        "mainEntityOfPage": address,
    }
    if card.url:
        news["isBasedOn"] = card.url
    if card.picture:
        news["image"] = [site + addresses.picture_url(card.picture.url, addresses.PICTURE_WIDTHS[-1])]
    return _script([_without_empty(news), _trail(site, page.story.category, card.title, address)])


def story(page: StoryPage, root: str) -> str:
    """Return a story as the collection of its reports, and its BreadcrumbList, likewise."""
    card, site = page.story, root.rstrip("/")
    address = site + addresses.story_url(card)
    reports = [one.article for one in page.coverage]
    collection = {
        "@type": "CollectionPage",
        "name": card.headline,
        "description": card.excerpt,
        "inLanguage": card.language,
        "dateModified": words.iso(card.latest),
        "url": address,
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": len(reports),
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": one.title, "url": site + addresses.article_url(one)}
                for place, one in enumerate(reports, 1)
            ],
        },
    }
    return _script([_without_empty(collection), _trail(site, card.category, card.headline, address)])


def place(page: AboutPage) -> str:
    """Return a place as the Wikidata item that it is, likewise."""
    return _script([{"@type": "Place", "name": page.name, "sameAs": addresses.wikidata_url(page.wikidata)}])


def _authors(page: ArticlePage) -> list[dict[str, Any]]:
    """Return who wrote an article; where nobody is named, its publisher did."""
    return [{"@type": "Person", "name": name} for name in page.authors] or [_publisher(page.card.publisher)]


def _publisher(publisher: PublisherCard) -> dict[str, Any]:
    return {"@type": "NewsMediaOrganization", "name": publisher.name}


def _trail(site: str, category: str, title: str, address: str) -> dict[str, Any]:
    trail = [
        ("Octavo", site + addresses.front_url()),
        *([(words.category_name(category), site + addresses.category_url(category))] if category else []),
        (title, address),
    ]
    crumbs = [
        {"@type": "ListItem", "position": place, "name": name, "item": url}
        for place, (name, url) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": crumbs}


def _without_empty(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value != ""}


def _script(graph: list[dict[str, Any]]) -> str:
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False).translate(_SAFE)
