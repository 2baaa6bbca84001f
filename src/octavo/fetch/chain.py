"""One request on its way through redirects: where it stands, what it carries."""

import aiohttp
from yarl import URL

from octavo.core.types import Request
from octavo.fetch import constants
from octavo.fetch.addresses import redirected

_REDIRECTS = (301, 302, 303, 307, 308)
_PERMANENT = (301, 308)
_TO_GET = (302, 303)
"""Behind which forms are not sent again; 301 means a hub that has moved, to https above all."""


class Chain:
    """A request, its redirects so far and its seconds left. Cookies that are set on the way live as long as it does."""

    def __init__(self, request: Request, seconds_left: float) -> None:
        self.request = request
        self.url = request.url
        self.permanent_url = ""
        self.seconds_left = seconds_left
        self.content = dict(request.form) if request.form is not None else request.body
        self._is_permanent = True
        self._cookies: aiohttp.CookieJar | None = None

    @property
    def method(self) -> str:
        return "GET" if self.content is None else "POST"

    def headers(self, address: URL) -> dict[str, str]:
        """Return what the request says to `address`, the chain's own, parsed."""
        request = self.request
        headers = {
            "Accept": constants.ACCEPT_PAGE if request.is_page else constants.ACCEPT_FEED,
            **dict(request.headers),
        }
        if request.bearer:
            headers["Authorization"] = f"Bearer {request.bearer}"
        if request.etag:
            headers["If-None-Match"] = request.etag
        if request.last_modified:
            headers["If-Modified-Since"] = request.last_modified
        if self._cookies is not None and (kept := self._cookies.filter_cookies(address)):
            headers["Cookie"] = "; ".join(f"{name}={morsel.value}" for name, morsel in kept.items())
        return headers

    def redirect(self, answer: aiohttp.ClientResponse) -> bool:
        """Go where `answer` points; return whether it does. Raises Refused for what is no address."""
        target = redirected(self.url, answer.headers.get("Location", "")) if answer.status in _REDIRECTS else ""
        if not target or self.request.bearer:
            return False
        if answer.cookies:
            self._cookies = self._cookies or aiohttp.CookieJar(unsafe=True)
            self._cookies.update_cookies(answer.cookies, answer.url)
        self._is_permanent = self._is_permanent and answer.status in _PERMANENT
        self.permanent_url = target if self._is_permanent else self.permanent_url
        if answer.status in _TO_GET:
            self.content = None
        self.url = target
        return True
