"""The demo web: every publisher's addresses, answered from the content files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cached_property, partial
from hashlib import blake2b
from urllib.parse import urlsplit

from octavo.core.types import Request, Response
from octavo.demo import feeds, icons, pages, pictures
from octavo.demo.content import Site, sites
from octavo.demo.posting import Address, Stand, stand

_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Publisher:
    """An invented publisher, as a subscription would know it."""

    name: str
    """In its own script."""
    host: str
    home_url: str
    country: str
    """ISO 3166 code of the country whose ways it has."""
    languages: tuple[str, ...]
    feed_urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Asset:
    """What is served at a path."""

    content_type: str
    make: Callable[[], bytes]
    modified: datetime | None = None


class Web:
    """The whole local web at the moment `now`; equal arguments answer equally.

    `address` maps a publisher's host (`harbour-courier.example`) to the scheme and authority under which it is
    reached; every link in feeds and pages is written with it. Raises nothing; touches no network and no clock.
    """

    def __init__(self, now: datetime, address: Address = lambda host: f"https://{host}") -> None:
        self.now = now
        self._stands = tuple(stand(site, address(site.host), now) for site in sites())
        self.publishers = tuple(_publisher(stand) for stand in self._stands)

    def respond(self, request: Request) -> Response | None:
        """Answer a request for one of the publishers' addresses: 200, 304 or 404; None for any other host."""
        parts = urlsplit(request.url)
        found = self._paths.get(parts.netloc)
        if found is None:
            return None
        asset = found.get(f"{parts.path}?{parts.query}") or found.get(parts.path or "/")
        if asset is None:
            return Response(request.url, 404, {"content-type": _HTML}, b"<h1>404</h1>", self.now)
        return self._answer(request, asset)

    def _answer(self, request: Request, asset: _Asset) -> Response:
        body = asset.make()
        headers = {
            "content-type": asset.content_type,
            "etag": f'"{blake2b(body, digest_size=8).hexdigest()}"',
            "cache-control": "max-age=60",
        }
        if asset.modified:
            headers["last-modified"] = format_datetime(asset.modified.astimezone(UTC), usegmt=True)
        if _is_unchanged(request, headers):
            return Response(request.url, 304, headers, b"", self.now)
        return Response(request.url, 200, headers, body, self.now)

    @cached_property
    def _paths(self) -> Mapping[str, Mapping[str, _Asset]]:
        return {urlsplit(stand.root).netloc: _assets(stand) for stand in self._stands}


def _is_unchanged(request: Request, headers: Mapping[str, str]) -> bool:
    """Follow RFC 9110, 13.2.2: an entity tag outweighs a date."""
    if request.etag:
        return request.etag.removeprefix("W/") == headers["etag"]
    return bool(request.last_modified) and request.last_modified == headers.get("last-modified")


def _publisher(stand: Stand) -> Publisher:
    site = stand.site
    feed_urls = tuple(stand.feed_url(feed) for feed in site.feeds)
    return Publisher(site.name, site.host, stand.root + "/", site.country, site.languages, feed_urls)


def _assets(stand: Stand) -> dict[str, _Asset]:
    newest = stand.posts[0].published
    found = {
        "/": _Asset(_HTML, partial(pages.home, stand), newest),
        "/robots.txt": _Asset("text/plain; charset=utf-8", partial(_robots, stand)),
        **_icons(stand.site),
    }
    for feed in stand.site.feeds:
        content_type = f"{feeds.TYPES[feed.kind]}; charset=utf-8"
        found[feed.path] = _Asset(content_type, partial(feeds.write, stand, feed), newest)
    for section in {post.draft.section for post in stand.posts}:
        found[f"/section/{section}"] = _Asset(_HTML, partial(pages.section, stand, section), newest)
    return found | _posted(stand)


def _posted(stand: Stand) -> dict[str, _Asset]:
    found = {}
    for post in stand.posts:
        if post.draft.page in {"article", "paywall"}:
            path = post.url.removeprefix(stand.root)
            found[path] = _Asset(_HTML, partial(pages.article, stand, post), post.published)
        if post.picture:
            paint = partial(pictures.paint, post.draft.section, post.draft.number)
            found[post.picture.removeprefix(stand.root)] = _Asset("image/jpeg", paint, post.published)
    return found


def _icons(site: Site) -> dict[str, _Asset]:
    png = _Asset("image/png", partial(icons.png, site.key, site.colour))
    return {
        "/icon.png": png,
        "/favicon.ico": png,
        "/apple-touch-icon.png": png,
        "/icon.svg": _Asset("image/svg+xml", partial(icons.svg, site)),
    }


def _robots(stand: Stand) -> bytes:
    sitemaps = [f"Sitemap: {stand.feed_url(feed)}" for feed in stand.site.feeds if feed.kind == "sitemap"]
    return "\n".join(["User-agent: *", "Disallow: /search", *sitemaps, ""]).encode()
