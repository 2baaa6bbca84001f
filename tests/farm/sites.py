"""Sites on loopback that a test writes by hand, for every way in which an address leads to a feed."""

import threading
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

HTML, XML, TEXT, JSON = "text/html; charset=utf-8", "application/xml", "text/plain", "application/json"
Page = tuple[str, str]
"""Content type and body; in the body, {root} stands for the site's own address."""


class Sites:
    """Serve `pages[host][path]` at `http://<host>.localhost:<port><path>` while the `with` block lasts.

    What is not there is a 404; `asked` counts requests by host and path.
    """

    def __init__(self, pages: Mapping[str, Mapping[str, Page]]) -> None:
        self.asked: Counter[tuple[str, str]] = Counter()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self, pages))
        self._thread = threading.Thread(target=self._server.serve_forever, name="sites", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def url(self, host: str, path: str = "/") -> str:
        return f"http://{host}.localhost:{self._server.server_port}{path}"


def _handler(sites: Sites, pages: Mapping[str, Mapping[str, Page]]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers["host"].partition(".")[0]
            sites.asked[host, self.path] += 1
            content_type, text = pages.get(host, {}).get(self.path, ("", ""))
            body = text.replace("{root}", sites.url(host, "")).encode()
            self.send_response(200 if content_type else 404)
            self.send_header("content-type", content_type or HTML)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            pass

    return Handler


def rss(title: str, names: str = "", *, days: float = 0.0, home: str = "/", language: str = "") -> Page:
    """Return an RSS feed with an entry for each of `names`, the newest `days` old."""
    newest = datetime.now(UTC) - timedelta(days=days, minutes=5)
    items = "".join(
        f"<item><title>{name}</title><link>{{root}}/a/{name}</link>"
        f"<pubDate>{format_datetime(newest - timedelta(hours=order))}</pubDate></item>"
        for order, name in enumerate(names.split())
    )
    head = f"<title>{title}</title><link>{{root}}{home}</link><language>{language}</language>"
    return XML, f"<rss version='2.0'><channel>{head}{items}</channel></rss>"


def news_sitemap(names: str) -> Page:
    """Return a Google News sitemap with an address for each of `names`."""
    moment = (datetime.now(UTC) - timedelta(minutes=5)).isoformat()
    urls = "".join(
        f"<url><loc>{{root}}/a/{name}</loc><n:news><n:title>{name}</n:title>"
        f"<n:publication_date>{moment}</n:publication_date></n:news></url>"
        for name in names.split()
    )
    spaces = (
        "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'"
    )
    return XML, f"<urlset {spaces}>{urls}</urlset>"


def link(path: str, title: str = "") -> str:
    """Return the link element of a feed."""
    return f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{path}">'
