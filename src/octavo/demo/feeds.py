"""A site's posts as RSS 2.0, Atom, RDF (RSS 1.0), JSON Feed 1.1 and Google's news sitemap."""

import json
from collections.abc import Callable
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from octavo.demo.content import FeedPlan
from octavo.demo.posting import Post, Stand
from octavo.demo.text import html

TYPES = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "rdf": "application/rdf+xml",
    "json": "application/feed+json",
    "sitemap": "application/xml",
}


def write(stand: Stand, feed: FeedPlan) -> bytes:
    """Return the feed's bytes, UTF-8."""
    return _WRITERS[feed.kind](stand, feed).encode()


def _tag(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(text)}</{name}>" if text else ""


def _rss(stand: Stand, feed: FeedPlan) -> str:
    items = "\n".join(_rss_item(stand, feed, post) for post in stand.posts)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
{_tag("title", stand.site.name)}
{_tag("link", stand.root + "/")}
{_tag("description", stand.site.motto)}
{_tag("language", stand.language)}
<atom:link rel="self" type="application/rss+xml" href={quoteattr(stand.feed_url(feed))}/>
<image><url>{stand.root}/icon.png</url>{_tag("title", stand.site.name)}{_tag("link", stand.root + "/")}</image>
<ttl>15</ttl>
{items}
</channel>
</rss>
"""


def _rss_item(stand: Stand, feed: FeedPlan, post: Post) -> str:
    draft = post.draft
    content = f"<content:encoded><![CDATA[{html(draft.body)}]]></content:encoded>" if feed.full else ""
    parts = [
        _tag("title", draft.title),
        _tag("link", post.url),
        _tag("guid", f"{stand.site.host}/{draft.number}", ' isPermaLink="false"'),
        _tag("pubDate", format_datetime(post.published)),
        *(_tag("dc:creator", author) for author in draft.authors),
        *(_tag("category", tag) for tag in draft.tags),
        _tag("description", draft.summary),
        content,
        _rss_picture(feed, post),
    ]
    return "<item>\n" + "\n".join(part for part in parts if part) + "\n</item>"


def _rss_picture(feed: FeedPlan, post: Post) -> str:
    if not post.picture or not feed.pictures:
        return ""
    if feed.pictures == "enclosure":
        return f'<enclosure url={quoteattr(post.picture)} type="image/jpeg" length="0"/>'
    caption = _tag("media:description", post.draft.caption) + _tag("media:credit", post.draft.credit)
    opening = (
        f'<media:content url={quoteattr(post.picture)} medium="image" type="image/jpeg" width="1200" height="800">'
    )
    return f"{opening}{caption}</media:content>"


def _atom(stand: Stand, feed: FeedPlan) -> str:
    entries = "\n".join(_atom_entry(stand, feed, post) for post in stand.posts)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{stand.language}">
{_tag("title", stand.site.name)}
{_tag("subtitle", stand.site.motto)}
<id>tag:{stand.site.host},2020:feed</id>
{_tag("updated", _newest(stand).isoformat())}
{_tag("icon", stand.root + "/icon.png")}
<link href={quoteattr(stand.root + "/")}/>
<link rel="self" type="application/atom+xml" href={quoteattr(stand.feed_url(feed))}/>
<author>{_tag("name", stand.site.name)}</author>
{entries}
</feed>
"""


def _atom_entry(stand: Stand, feed: FeedPlan, post: Post) -> str:
    draft = post.draft
    picture = f'<link rel="enclosure" type="image/jpeg" href={quoteattr(post.picture)}/>' if post.picture else ""
    parts = [
        _tag("title", draft.title),
        f"<link href={quoteattr(post.url)}/>",
        f"<id>tag:{stand.site.host},2020:{draft.number}</id>",
        _tag("published", post.published.isoformat()),
        _tag("updated", post.published.isoformat()),
        *("<author>" + _tag("name", author) + "</author>" for author in draft.authors),
        *(f"<category term={quoteattr(tag)}/>" for tag in draft.tags),
        _tag("summary", draft.summary),
        _tag("content", html(draft.body), ' type="html"') if feed.full else "",
        picture if feed.pictures else "",
    ]
    return "<entry>\n" + "\n".join(part for part in parts if part) + "\n</entry>"


def _rdf(stand: Stand, feed: FeedPlan) -> str:
    listed = "".join(f"<rdf:li rdf:resource={quoteattr(post.url)}/>" for post in stand.posts)
    items = "\n".join(_rdf_item(feed, post) for post in stand.posts)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about={quoteattr(stand.feed_url(feed))}>
{_tag("title", stand.site.name)}
{_tag("link", stand.root + "/")}
{_tag("description", stand.site.motto)}
{_tag("dc:language", stand.language)}
<items><rdf:Seq>{listed}</rdf:Seq></items>
</channel>
{items}
</rdf:RDF>
"""


def _rdf_item(feed: FeedPlan, post: Post) -> str:
    draft = post.draft
    parts = [
        _tag("title", draft.title),
        _tag("link", post.url),
        _tag("description", draft.summary),
        *(_tag("dc:creator", author) for author in draft.authors),
        *(_tag("dc:subject", tag) for tag in draft.tags),
        _tag("dc:date", post.published.isoformat()),
        _tag("content:encoded", html(draft.body)) if feed.full else "",
    ]
    inside = "\n".join(part for part in parts if part)
    return f"<item rdf:about={quoteattr(post.url)}>\n{inside}\n</item>"


def _json(stand: Stand, feed: FeedPlan) -> str:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": stand.site.name,
        "home_page_url": stand.root + "/",
        "feed_url": stand.feed_url(feed),
        "description": stand.site.motto,
        "icon": stand.root + "/icon.png",
        "language": stand.language,
        "items": [_json_item(stand, feed, post) for post in stand.posts],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _json_item(stand: Stand, feed: FeedPlan, post: Post) -> dict[str, object]:
    draft = post.draft
    found: dict[str, object] = {
        "id": f"{stand.site.host}/{draft.number}",
        "url": post.url,
        "title": draft.title,
        "summary": draft.summary,
        "date_published": post.published.isoformat(),
        "authors": [{"name": author} for author in draft.authors],
        "tags": list(draft.tags),
        "content_html": html(draft.body) if feed.full else "",
        "content_text": "" if feed.full else draft.summary,
        "image": post.picture if feed.pictures else "",
    }
    return {name: value for name, value in found.items() if value}


def _sitemap(stand: Stand, feed: FeedPlan) -> str:
    urls = "\n".join(_sitemap_url(stand, feed, post) for post in stand.posts)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
{urls}
</urlset>
"""


def _sitemap_url(stand: Stand, feed: FeedPlan, post: Post) -> str:
    publication = _tag("news:name", stand.site.name) + _tag("news:language", stand.language)
    picture = f"<image:image>{_tag('image:loc', post.picture)}</image:image>" if feed.pictures and post.picture else ""
    return f"""<url>
{_tag("loc", post.url)}
<news:news><news:publication>{publication}</news:publication>
{_tag("news:publication_date", post.published.isoformat())}
{_tag("news:title", post.draft.title)}
</news:news>{picture}
</url>"""


def _newest(stand: Stand) -> datetime:
    return max(post.published for post in stand.posts)


_WRITERS: dict[str, Callable[[Stand, FeedPlan], str]] = {
    "rss": _rss,
    "atom": _atom,
    "rdf": _rdf,
    "json": _json,
    "sitemap": _sitemap,
}
