"""From a page to the feeds that its publisher offers: addresses worth trying, best first. The caller fetches them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from octavo.core.jsonld import loaded
from octavo.core.links import web_url
from octavo.core.packed import unpacked
from octavo.core.plain import plain
from octavo.core.types import Response
from octavo.core.xml import local_name, recovered, text_of
from octavo.sources import hosts, markup
from octavo.sources.constants import (
    CANDIDATES_LIMIT,
    COMMON_PATHS,
    INDEX_CHILDREN_COUNT,
    PAGE_LIMIT_CHARACTERS,
    REFRESH_SECONDS,
    SITEMAP_PATHS,
    TAG_LIMIT_CHARACTERS,
)
from octavo.sources.linked_data import web_feeds

_FEED_TYPES = {
    "application/rss+xml": 0.9,
    "application/atom+xml": 0.9,
    "application/feed+json": 0.9,
    "application/rdf+xml": 0.8,
    "application/xml": 0.5,
    "text/xml": 0.5,
}
_FEED_TYPE = re.compile(r"\b(?:rss|atom|feed)\b")
"""What types hold that nobody registered: text/rss, application/x-atom+xml, application/json+feed."""
_SAYS_LITTLE = ("", "application/json")
_SITEMAP_LINE = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)
_LOOKS_LIKE_FEED = re.compile(r"(?:^|[/._=-])(?:rss|atom|feeds?)(?:[/._=?-]|$|\d|xml)|\.rdf$", re.IGNORECASE)
_SAYS_FEED = re.compile(r"^\W*(?:rss|atom|json feed|feed|xml|podcast rss)\W*(?:feed|2\.0)?\W*$", re.IGNORECASE)
_IN_SCRIPT = re.compile(
    r'\\?"(?:feedUrl|feed_url|rssUrl|rss_url|rssFeedUrl|rssFeed)\\?"\s*:\s*\\?"((?:https?:|\\*/)[^"\s]{4,500})"'
)
_CODE = re.compile(r"\\u00([0-9a-fA-F]{2})")
_HEADER_LINK = re.compile(r"<([^<>\s]+)>([^<]*)")
_PARAMETER = re.compile(r";\s*(\w+)\s*=\s*(\"[^\"]*\"|[^\s;,\"]+)")
_REFRESH = re.compile(r"\s*(\d+)(?:\.\d*)?\s*[;,]\s*url\s*=\s*[\"']?([^\"'\s]+)", re.IGNORECASE)
_PROFILES = ("http://webfinger.net/rel/profile-page", "self")
_NO_PAGES = (".jpg", ".png", ".gif", ".svg", ".css", ".js", ".pdf", ".mp3", ".zip")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that may be a feed."""

    url: str
    score: float
    """0..1, how likely it is the feed that a reader of this page means."""
    reason: str
    title: str = ""


_Source = Callable[[Response, str, LexborHTMLParser], Iterator[Candidate]]


def at_address(url: str) -> list[Candidate]:
    """Return where a well-known host keeps the feeds of `url`."""
    return [
        Candidate(feed, 0.95 - 0.3 * order, "this host's own rule") for order, feed in enumerate(hosts.feeds_at(url))
    ]


def named(page: Response) -> list[Candidate]:
    """Return the feeds that the page names: its host's rule, link elements, linked data, scripts, and links."""
    text = markup.text(page)
    tree = markup.parsed(text)
    sources: tuple[_Source, ...] = (_of_host, _of_header, _of_links, _of_data, _of_scripts, _of_anchors)
    return _best(candidate for source in sources for candidate in source(page, text, tree))


def led_on(page: Response) -> str:
    """Return where the page sends its visitors at once by a meta element; "" where they stay."""
    node = markup.parsed(markup.text(page)).css_first('meta[http-equiv="refresh" i][content]')
    found = _REFRESH.match(node.attributes.get("content") or "") if node else None
    url = web_url(found[2], page.url) if found and int(found[1]) <= REFRESH_SECONDS else ""
    return "" if url == page.url else url


def guessed(page: Response) -> list[Candidate]:
    """Return where publishing systems keep feeds; WordPress and its like serve a section's under the section."""
    found = []
    section = urlsplit(page.url).path.rstrip("/")
    if section and b"wp-content" in page.body:
        found.append(Candidate(urljoin(page.url, f"{section}/feed/"), 0.5, "WordPress serves it there"))
    for order, path in enumerate(COMMON_PATHS):
        found.append(Candidate(urljoin(page.url, path), 0.4 - 0.02 * order, "a common path"))
    for path in SITEMAP_PATHS:
        found.append(Candidate(urljoin(page.url, path), 0.15, "a common path of news sitemaps"))
    return _best(found)


def of_robots(robots: Response) -> list[Candidate]:
    """Return the sitemaps that a robots.txt names (RFC 9309, 2.2.4), those of news first."""
    urls = _SITEMAP_LINE.findall(robots.body.decode("utf-8", "replace")[:PAGE_LIMIT_CHARACTERS])
    return _best(_sitemap(web_url(url, robots.url), "a sitemap named in robots.txt") for url in urls)


def of_directory(answer: Response) -> list[Candidate]:
    """Return the feeds of the pages that a host's answer about a person names (WebFinger, RFC 7033)."""
    told = loaded(markup.text(answer))
    links = told.get("links") if isinstance(told, dict) else None
    named = [link for link in (links if isinstance(links, list) else []) if isinstance(link, dict)]
    pages = (web_url(str(link.get("href", ""))) for link in named if link.get("rel") in _PROFILES)
    return _best(candidate for page in pages for candidate in at_address(page))


def of_index(index: Response) -> list[Candidate]:
    """Return the few sitemaps of a sitemap index that may hold news: those called so, else the freshest."""
    root, _ = recovered(unpacked(index.body, PAGE_LIMIT_CHARACTERS).strip())
    children = [child for child in root if local_name(child) == "sitemap"] if root is not None else []
    dated = [{local_name(part): text_of(part) for part in child} for child in children]
    dated.sort(key=lambda child: child.get("lastmod", ""), reverse=True)
    found = _best(_sitemap(web_url(child.get("loc", ""), index.url), "listed in a sitemap index") for child in dated)
    return found[:INDEX_CHILDREN_COUNT]


def _sitemap(url: str, reason: str) -> Candidate:
    return Candidate(url, 0.6 if "news" in urlsplit(url).path.lower() else 0.2, reason)


def _best(found: Iterable[Candidate]) -> list[Candidate]:
    """Return each address once, best first; the order counts among equals."""
    kept: dict[str, Candidate] = {}
    for candidate in found:
        key = candidate.url.rstrip("/")
        if key and (key not in kept or candidate.score > kept[key].score):
            kept[key] = candidate
    return sorted(kept.values(), key=lambda candidate: -candidate.score)[:CANDIDATES_LIMIT]


def _of_host(page: Response, text: str, _: LexborHTMLParser) -> Iterator[Candidate]:
    yield from at_address(page.url)
    for url in hosts.feeds_in(page.url, text):
        yield Candidate(url, 0.95, "this host's own rule")


def _of_header(page: Response, text: str, _: LexborHTMLParser) -> Iterator[Candidate]:
    """Links may stand in the answer's header as well (RFC 8288)."""
    for href, parameters in _HEADER_LINK.findall(page.headers.get("link", "")[:TAG_LIMIT_CHARACTERS]):
        stated = {name.lower(): value.strip('"') for name, value in _PARAMETER.findall(parameters)}
        score = _FEED_TYPES.get(stated.get("type", "").lower())
        if score and "alternate" in stated.get("rel", "").lower().split():
            yield Candidate(web_url(href, page.url), score, "named in the answer's header", stated.get("title", ""))


def _of_links(page: Response, text: str, tree: LexborHTMLParser) -> Iterator[Candidate]:
    base = _base(page, tree)
    for order, node in enumerate(tree.css("link[rel~=alternate i][href], link[rel~=feed i][href]")):
        attributes = node.attributes
        if score := _score(attributes):
            url = web_url(attributes.get("href") or "", base)
            title = plain(attributes.get("title") or "")
            yield Candidate(url, score - 0.01 * min(order, 20), "named in the page's head", title)


def _score(attributes: Mapping[str, str | None]) -> float:
    """Return how likely it is that a link element leads to a feed, by what it says."""
    kind = (attributes.get("type") or "").partition(";")[0].strip().lower()
    if "feed" in (attributes.get("rel") or "").lower().split():
        return 0.9
    if kind in _FEED_TYPES:
        return _FEED_TYPES[kind]
    if kind not in _SAYS_LITTLE or "hreflang" in attributes:
        return 0.85 if _FEED_TYPE.search(kind) else 0.0
    href, title = attributes.get("href") or "", attributes.get("title") or ""
    return 0.7 if _LOOKS_LIKE_FEED.search(href) or _SAYS_FEED.match(title) else 0.0


def _of_data(page: Response, text: str, tree: LexborHTMLParser) -> Iterator[Candidate]:
    for url in web_feeds(tree):
        yield Candidate(web_url(url, page.url), 0.85, "named in the page's linked data")


def _of_scripts(page: Response, text: str, _: LexborHTMLParser) -> Iterator[Candidate]:
    """Podcast directories and pages built by scripts carry the feed's address in their data."""
    for found in _IN_SCRIPT.findall(text):
        url = _CODE.sub(lambda code: chr(int(code[1], 16)), found.replace("\\/", "/").rstrip("\\"))
        yield Candidate(web_url(unescape(url), page.url), 0.8, "named in the page's data")


def _of_anchors(page: Response, text: str, tree: LexborHTMLParser) -> Iterator[Candidate]:
    base, host = _base(page, tree), urlsplit(page.url).hostname
    for node in tree.css("a[href]"):
        href = node.attributes.get("href") or ""
        plain_href = hosts.unwrapped(href)
        url = web_url(plain_href, base)
        parts = urlsplit(url)
        if not url or parts.path.lower().endswith(_NO_PAGES):
            continue
        title = plain(node.text() or node.attributes.get("title") or "")[:100]
        says = _SAYS_FEED.match(title) or _SAYS_FEED.match(node.attributes.get("title") or "")
        looks = says or _LOOKS_LIKE_FEED.search(f"{parts.path}?{parts.query}")
        if looks or plain_href != href:
            near = (parts.hostname or "").endswith((host or "").removeprefix("www."))
            yield Candidate(url, 0.55 if near else 0.3, "linked from the page", title)


def _base(page: Response, tree: LexborHTMLParser) -> str:
    node = tree.css_first("base[href]")
    return web_url((node.attributes.get("href") or "") if node else "", page.url) or page.url
