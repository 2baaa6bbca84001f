"""From a page to the feeds that its publisher offers: addresses worth trying, best first. The caller fetches them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from octavo.core.languages import language_code
from octavo.core.links import web_url
from octavo.core.plain import plain
from octavo.core.types import Response
from octavo.sources.constants import CANDIDATES_LIMIT, COMMON_PATHS, PAGE_LIMIT_CHARACTERS, SITEMAP_PATHS
from octavo.sources.linked_data import linked_data

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_SITEMAP_LINE = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_LOOKS_LIKE_FEED = re.compile(r"(?:^|[/._=-])(?:rss|atom|feeds?)(?:[/._=?-]|$|\d|xml)|\.rdf$", re.IGNORECASE)
_ASIDE = re.compile(r"comment|komment|comentario|댓글|コメント|تعليق", re.IGNORECASE)
_COUNTRY_DOMAIN = re.compile(r"\.([a-z]{2})$")
_NOT_COUNTRIES = frozenset({"ai", "cc", "co", "eu", "fm", "gg", "io", "la", "me", "nu", "so", "to", "tv", "ws"})
"""Two-letter domains that are sold to everyone."""
_DOMAIN_COUNTRIES = {"uk": "GB"}
_CHANNEL = re.compile(r'"(?:channelId|externalId)":"(UC[\w-]{22})"|/channel/(UC[\w-]{22})')


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that may be a feed."""

    url: str
    score: float
    """0..1, how likely it is the feed that a reader of this page means."""
    reason: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class PublisherFacts:
    """What a page says of its publisher; "" and () where it does not say."""

    name: str
    home_url: str
    icon: str = ""
    country: str = ""
    """ISO 3166-1 alpha-2, a guess from the domain or the language tag."""
    languages: tuple[str, ...] = ()


def candidates(page: Response) -> list[Candidate]:
    """Return addresses worth trying as feeds, best first, each once.

    From address rules of well-known hosts, link elements, links whose address speaks of a feed, robots.txt's
    sitemaps (where `page` is a robots.txt), and paths that publishing systems use.
    """
    text = page.body.decode("utf-8", "replace")[:PAGE_LIMIT_CHARACTERS]
    found: dict[str, Candidate] = {}
    for source in (_of_host, _of_robots, _of_links, _of_anchors, _of_paths):
        for candidate in source(page, text):
            if candidate.url and candidate.url.rstrip("/") not in {known.rstrip("/") for known in found}:
                found[candidate.url] = candidate
    return sorted(found.values(), key=lambda candidate: -candidate.score)[:CANDIDATES_LIMIT]


def publisher_of(page: Response) -> PublisherFacts:
    """Return what the page says of its publisher: linked data first, then its meta elements, then its address."""
    tree = LexborHTMLParser(page.body[:PAGE_LIMIT_CHARACTERS])
    organisation = linked_data(tree)
    parts = urlsplit(page.url)
    host = (parts.hostname or "").removeprefix("www.")
    tag = _attribute(tree, "html", "lang") or _meta(tree, "og:locale")
    name = organisation.get("name") or _meta(tree, "og:site_name") or _meta(tree, "application-name")
    icon = _icon(tree) or organisation.get("logo", "")
    return PublisherFacts(
        name=plain(name)[:200] or host,
        home_url=f"{parts.scheme}://{parts.netloc}/",
        icon=web_url(icon, page.url) if icon else urljoin(page.url, "/favicon.ico"),
        country=_country(host, tag),
        languages=(language_code(tag),) if language_code(tag) else (),
    )


def _of_host(page: Response, text: str) -> Iterator[Candidate]:
    parts = urlsplit(page.url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    rule = _HOST_RULES.get(host) or (_subreddit if host.endswith("reddit.com") else _social)
    for url in rule(page.url, text):
        yield Candidate(url, 0.95, "this host's own rule")


def _youtube(url: str, text: str) -> Iterator[str]:
    base = "https://www.youtube.com/feeds/videos.xml"
    playlist = parse_qs(urlsplit(url).query).get("list")
    channel = _CHANNEL.search(url) or _CHANNEL.search(text)
    if playlist:
        yield f"{base}?playlist_id={playlist[0]}"
    elif channel:
        yield f"{base}?channel_id={channel[1] or channel[2]}"


def _subreddit(url: str, _: str) -> Iterator[str]:
    path = urlsplit(url).path.rstrip("/")
    if path.startswith(("/r/", "/user/", "/u/")):
        yield f"https://www.reddit.com{path}/.rss"


def _github(url: str, _: str) -> Iterator[str]:
    parts = [part for part in urlsplit(url).path.split("/") if part]
    if len(parts) >= 2:
        repository = f"https://github.com/{parts[0]}/{parts[1]}"
        kinds = ("commits", "releases") if "commits" in parts else ("releases", "commits")
        yield from (f"{repository}/{kind}.atom" for kind in kinds)
    elif parts:
        yield f"https://github.com/{parts[0]}.atom"


def _bluesky(url: str, _: str) -> Iterator[str]:
    path = urlsplit(url).path.rstrip("/")
    if path.startswith("/profile/"):
        yield f"https://bsky.app/{'/'.join(path.split('/')[1:3])}/rss"


def _social(url: str, _: str) -> Iterator[str]:
    """Mastodon and its kin serve a profile's posts at its address with .rss."""
    profile = re.match(r"https?://[^/]+/@[\w.]+(?:@[\w.\-]+)?(?=/?$)", url)
    if profile and not url.startswith(("https://medium.com", "https://www.tiktok.com")):
        yield f"{profile[0]}.rss"


def _medium(url: str, _: str) -> Iterator[str]:
    first = urlsplit(url).path.split("/")[1:2]
    if first and first[0]:
        yield f"https://medium.com/feed/{first[0]}"


_HOST_RULES: dict[str, Callable[[str, str], Iterator[str]]] = {
    "youtube.com": _youtube,
    "reddit.com": _subreddit,
    "github.com": _github,
    "bsky.app": _bluesky,
    "medium.com": _medium,
}


def _of_robots(page: Response, text: str) -> Iterator[Candidate]:
    if urlsplit(page.url).path == "/robots.txt":
        for url in _SITEMAP_LINE.findall(text):
            is_news = "news" in url.lower()
            yield Candidate(web_url(url, page.url), 0.6 if is_news else 0.2, "a sitemap named in robots.txt")


def _of_links(page: Response, text: str) -> Iterator[Candidate]:
    tree = LexborHTMLParser(text)
    base = web_url(_attribute(tree, "base", "href"), page.url) or page.url
    for order, node in enumerate(tree.css("link[rel~=alternate][href], link[rel~=feed][href]")):
        attributes = node.attributes
        kind = (attributes.get("type") or "").partition(";")[0].strip().lower()
        if kind in _FEED_TYPES or "feed" in (attributes.get("rel") or "").split():
            title = plain(attributes.get("title") or "")
            url = web_url(attributes.get("href") or "", base)
            aside = 0.5 if _ASIDE.search(f"{title} {urlsplit(url).path}") else 0.0
            yield Candidate(url, max(0.1, 0.9 - 0.01 * min(order, 20) - aside), "named in the page's head", title)


def _of_anchors(page: Response, text: str) -> Iterator[Candidate]:
    for node in LexborHTMLParser(text).css("a[href]"):
        href = node.attributes.get("href") or ""
        url = web_url(href, page.url)
        parts = urlsplit(url)
        if url and _LOOKS_LIKE_FEED.search(f"{parts.path}?{parts.query}") and not _ASIDE.search(parts.path):
            near = parts.hostname == urlsplit(page.url).hostname
            yield Candidate(url, 0.55 if near else 0.3, "linked from the page", plain(node.text())[:100])


def _of_paths(page: Response, text: str) -> Iterator[Candidate]:
    """Propose what publishing systems use; WordPress and its like serve a section's feed under the section."""
    section = urlsplit(page.url).path.rstrip("/")
    if section and "wp-content" in text:
        yield Candidate(urljoin(page.url, f"{section}/feed/"), 0.5, "WordPress serves it there")
    for order, path in enumerate(COMMON_PATHS):
        yield Candidate(urljoin(page.url, path), 0.4 - 0.02 * order, "a common path")
    for path in SITEMAP_PATHS:
        yield Candidate(urljoin(page.url, path), 0.15, "a common path of news sitemaps")


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str:
    node = tree.css_first(selector)
    return (node.attributes.get(name) or "").strip() if node else ""


def _meta(tree: LexborHTMLParser, name: str) -> str:
    return _attribute(tree, f'meta[property="{name}"], meta[name="{name}"]', "content")


def _icon(tree: LexborHTMLParser) -> str:
    for selector in ("link[rel~=apple-touch-icon]", 'link[rel~=icon][type="image/svg+xml"]', "link[rel~=icon]"):
        if href := _attribute(tree, selector, "href"):
            return href
    return ""


def _country(host: str, tag: str) -> str:
    domain = _COUNTRY_DOMAIN.search(host)
    if domain and domain[1] not in _NOT_COUNTRIES:
        return _DOMAIN_COUNTRIES.get(domain[1], domain[1].upper())
    region = re.search(r"[-_]([A-Za-z]{2})$", tag)
    return region[1].upper() if region else ""
