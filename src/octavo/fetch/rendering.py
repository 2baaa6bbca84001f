"""Pages as a browser fills them, for those that are nothing without their scripts.

Chromium gets no way to the network: its proxy leads nowhere and it knows no names. Whatever a page asks for is fetched
through the door, within bounds, and handed over; what is not a script or data is not fetched at all.
"""

import asyncio
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import psutil

from octavo.core.types import Refusal, Request, Response
from octavo.fetch import constants
from octavo.fetch.door import Door

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page, Playwright, Route

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-background-networking",
    "--js-flags=--max-old-space-size=256",
)
NOWHERE = "http://127.0.0.1:9"
"""The discard port: what Chromium does not ask the door for, fails."""
_WANTED = frozenset({"script", "xhr", "fetch"})
_PASSED_ON = frozenset({"content-type", "cache-control", "x-robots-tag", "tdm-reservation", "tdm-policy"})


class Renderer:
    """A browser that is started when the first page needs it, and renders one page at a time."""

    def __init__(self) -> None:
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._processes: set[psutil.Process] = set()
        """The browser's own, all of which end with it."""
        self._turn = asyncio.Lock()

    async def render(self, door: Door, page: Response) -> Response | Refusal:
        """Return `page` with its body as it stands after its scripts have run; or why it cannot be rendered."""
        async with self._turn:
            browser = await self._started()
            if isinstance(browser, Refusal):
                return browser
            rendering = asyncio.create_task(_rendered(browser, door, page))
            await asyncio.wait({rendering}, timeout=constants.RENDER_SECONDS)
            if rendering.done() and rendering.exception() is None:
                return rendering.result()
            await self.close()
            await _ended(rendering)
            if rendering.done() and not rendering.cancelled():
                return Refusal("render", "failed", str(rendering.exception()).partition("\n")[0][:300])
            return Refusal("render", "timeout", f"not rendered within {constants.RENDER_SECONDS:.0f} seconds")

    async def close(self) -> None:
        """Stop the browser, by force where a page keeps it; the next page starts another."""
        playwright, self._browser, self._playwright = self._playwright, None, None
        if playwright is None:
            return
        own = {child for process in self._processes for child in _with_children(process)}
        await _ended(asyncio.create_task(playwright.stop()))
        for process in own:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        await asyncio.to_thread(psutil.wait_procs, list(own), constants.RENDER_CLOSE_SECONDS)

    async def _started(self) -> "Browser | Refusal":
        if self._browser is not None and self._browser.is_connected():
            return self._browser
        await self.close()
        executable = next(filter(None, map(shutil.which, BROWSERS)), None)
        if executable is None:
            return Refusal("render", "no-browser", "OCTAVO_RENDER needs Chromium; the system's package manager has it")
        try:
            from playwright.async_api import Error, async_playwright
        except ImportError:
            return Refusal("render", "no-browser", "OCTAVO_RENDER needs Playwright; install octavo[render]")
        others = set(psutil.Process().children())
        try:
            self._playwright = await async_playwright().start()
            self._processes = set(psutil.Process().children()) - others
            self._browser = await self._playwright.chromium.launch(
                executable_path=executable,
                args=list(ARGUMENTS),
                proxy={"server": NOWHERE, "bypass": "<-loopback>"},
                chromium_sandbox=os.geteuid() != 0,
            )
        except Error as error:
            return Refusal("render", "no-browser", error.message.partition("\n")[0][:300])
        return self._browser


def _with_children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


async def _ended(task: "asyncio.Task[Any]") -> None:
    """Give a task a few seconds, then cancel it, and leave it to itself where it does not heed that."""
    await asyncio.wait({task}, timeout=constants.RENDER_CLOSE_SECONDS)
    task.cancel()
    await asyncio.wait({task}, timeout=constants.RENDER_CLOSE_SECONDS)


@dataclass
class _Visit:
    """What one page asks for, within bounds."""

    door: Door
    page: Response
    requests_count: int = 0
    bytes_count: int = 0
    is_entered: bool = field(default=False)

    async def answer(self, route: "Route") -> None:
        """Hand over the page itself, and what the door brings of scripts and data; nothing else."""
        request = route.request
        if request.is_navigation_request() and not self.is_entered and request.frame.parent_frame is None:
            self.is_entered = True
            await route.fulfill(status=200, headers=_headers(self.page.headers), body=self.page.body)
            return
        if request.resource_type not in _WANTED or request.method != "GET" or not self._has_room():
            await route.abort()
            return
        self.requests_count += 1
        async with self.door.answer(Request(request.url)) as answer:
            if isinstance(answer, Refusal):
                await route.abort()
                return
            self.bytes_count += len(answer.body)
            origin = await request.header_value("origin")
            shared = {"access-control-allow-origin": origin} if origin else {}
            await route.fulfill(status=answer.status, headers=_headers(answer.headers) | shared, body=answer.body)

    def _has_room(self) -> bool:
        return self.requests_count < constants.RENDER_REQUESTS_COUNT and self.bytes_count < constants.RENDER_LIMIT_BYTES


def _headers(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name in _PASSED_ON}


async def _rendered(browser: "Browser", door: Door, page: Response) -> Response:
    context = await browser.new_context(service_workers="block", user_agent=constants.USER_AGENT)
    await context.route("**/*", _Visit(door, page).answer)
    opened = await context.new_page()
    await opened.goto(page.url, wait_until="domcontentloaded", timeout=constants.RENDER_SECONDS * 1_000)
    await _settled(opened)
    html = await opened.content()
    await context.unroute_all(behavior="ignoreErrors")
    await context.close()
    headers = {**_headers(page.headers), "content-type": "text/html; charset=utf-8"}
    return replace(page, headers=headers, body=html.encode("utf-8", "replace")[: constants.BODY_LIMIT_BYTES])


async def _settled(opened: "Page") -> None:
    """Wait until the page asks for nothing more; one that never rests is taken as it is by then."""
    from playwright.async_api import TimeoutError as Restless

    with suppress(Restless):
        await opened.wait_for_load_state("networkidle", timeout=constants.RENDER_SETTLE_SECONDS * 1_000)
