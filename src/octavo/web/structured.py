"""Structured data for search engines (schema.org), naming the publisher as the source."""

import json
from typing import Any

from octavo.editions.reading import ArticlePage
from octavo.web import addresses, words

_SAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def article(page: ArticlePage, root: str) -> str:
    """Return a NewsArticle and its BreadcrumbList as JSON that may stand in a script element; root ends in /."""
    site = root.rstrip("/")
    news: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": page.card.title[:110],
        "inLanguage": page.card.language,
        "datePublished": words.iso(page.published or page.card.moment),
        "author": [{"@type": "Person", "name": name} for name in page.authors],
        "publisher": {"@type": "NewsMediaOrganization", "name": page.card.publisher.name},
        "isBasedOn": page.url,
        "mainEntityOfPage": site + addresses.article_url(page.card),
    }
    if page.updated:
        news["dateModified"] = words.iso(page.updated)
    if page.card.picture:
        news["image"] = site + addresses.picture_url(page.card.picture.url, addresses.PICTURE_WIDTHS[-1])
    category = page.story.category
    trail = [
        ("Octavo", addresses.front_url()),
        *([(words.category_name(category), addresses.category_url(category))] if category else []),
        (page.card.title, addresses.article_url(page.card)),
    ]
    crumbs = [
        {"@type": "ListItem", "position": place, "name": name, "item": site + url}
        for place, (name, url) in enumerate(trail, 1)
    ]
    graph = [news, {"@type": "BreadcrumbList", "itemListElement": crumbs}]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False).translate(_SAFE)
