"""A site's pages: home, sections, articles and paywalls, from the templates."""

import json
from datetime import datetime
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from octavo.demo.content import furniture
from octavo.demo.feeds import TYPES
from octavo.demo.posting import Post, Stand

_RELATED_COUNT = 4


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("octavo.demo"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["moment"] = _moment
    return environment


def _moment(when: datetime, pattern: str) -> str:
    return when.strftime(pattern)


def home(stand: Stand) -> bytes:
    """Return the home page: the newest headlines, and where the feeds are."""
    return _render("home.html", stand, posts=stand.posts, heading=stand.site.motto)


def section(stand: Stand, name: str) -> bytes:
    """Return a section's page: its headlines."""
    posts = [post for post in stand.posts if post.draft.section == name and post.draft.page != "index"]
    return _render("home.html", stand, posts=posts, heading=furniture(stand.language)["sections"][name])


def article(stand: Stand, post: Post) -> bytes:
    """Return an article's page in the site's own template; a paywalled one stops after its first paragraph."""
    draft = post.draft
    others = [other for other in stand.posts if other is not post and other.draft.page == "article"]
    is_closed = draft.page == "paywall"
    return _render(
        f"{stand.site.template}.html",
        stand,
        post=post,
        body=draft.body[:1] if is_closed else draft.body,
        is_closed=is_closed,
        related=others[:_RELATED_COUNT],
        comment_count=draft.number % 83,
        json_ld=_json_ld(stand, post),
    )


def _render(template: str, stand: Stand, **values: Any) -> bytes:
    words = furniture(stand.language)
    sections = list(dict.fromkeys(post.draft.section for post in stand.posts))
    page = _environment().get_template(template)
    return page.render(stand=stand, site=stand.site, words=words, sections=sections, types=TYPES, **values).encode()


def _json_ld(stand: Stand, post: Post) -> Markup:
    if not stand.site.json_ld:
        return Markup("")
    draft = post.draft
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": post.url},
        "headline": draft.title,
        "description": draft.summary,
        "datePublished": post.published.isoformat(),
        "dateModified": post.published.isoformat(),
        "author": [{"@type": "Person", "name": author} for author in draft.authors]
        or {"@type": "Organization", "name": stand.site.name},
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": stand.site.name,
            "logo": {"@type": "ImageObject", "url": f"{stand.root}/icon.png"},
        },
        "inLanguage": stand.language,
        "articleSection": furniture(stand.language)["sections"][draft.section],
        "isAccessibleForFree": draft.page != "paywall",
    }
    if post.picture:
        found["image"] = {"@type": "ImageObject", "url": post.picture, "width": 1200, "height": 800}
    if stand.site.json_ld == "body" and draft.page != "paywall":
        found["articleBody"] = "\n\n".join(block.text for block in draft.body)
    text = json.dumps(found, ensure_ascii=False).replace("</", "<\\/")
    return Markup(f'<script type="application/ld+json">{text}</script>')
