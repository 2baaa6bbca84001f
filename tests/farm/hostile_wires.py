"""Faults of the transfer: what a server does to a connection, whatever the feed in it."""

import asyncio
import gzip

from tests.farm.hostile_answers import (
    GOOD,
    GOOD_TITLES,
    Ask,
    Case,
    Send,
    answer,
    forever,
    head,
    item,
    raw,
    redirect,
    reset,
    rss,
)

_MEGABYTE = 2**20
_BOMB = gzip.compress(b"<rss><channel>" + b"<item>" * (64 * _MEGABYTE // 6), 9) * 32
"""About 2 GB unpacked."""
_LONG = b"<rss><channel><item><title>Long</title><description>"


def _redirected_on(hops_count: int) -> Send:
    async def send(ask: Ask, writer: asyncio.StreamWriter) -> None:
        hop = int(ask.target.removeprefix("/feed") or 0)
        if hop < hops_count:
            await raw(head("302 Found", location=f"/feed{hop + 1}", content_length="0"))(ask, writer)
        else:
            await answer(GOOD)(ask, writer)

    return send


def _wants_cookie() -> Send:
    async def send(ask: Ask, writer: asyncio.StreamWriter) -> None:
        if "seen=1" in ask.headers.get("cookie", ""):
            await answer(GOOD)(ask, writer)
        else:
            await raw(head("302 Found", location="/feed", set_cookie="seen=1; Path=/", content_length="0"))(ask, writer)

    return send


CASES = (
    Case("drip", forever(head(content_type="application/xml"), b"<", 0.3), reason="timeout"),
    Case("silent", forever(b"", b"", 0.3), reason="timeout"),
    Case("endless-head", forever(b"HTTP/1.1 200 OK\r\n", b"x: " + b"y" * 4000 + b"\r\n"), reason="broken-answer"),
    Case("endless", forever(head() + b"<rss><channel>", b"<item><title>A</title></item>" * 999), "too-large", ("A",)),
    Case("gzip-bomb", raw(head(content_encoding="gzip"), _BOMB), reason="too-large"),
    Case("bad-gzip", raw(head(content_encoding="gzip"), b"no gzip at all"), reason="broken-body"),
    Case("long-item", raw(head(content_length=str(50 * _MEGABYTE)), _LONG, *[b"x" * _MEGABYTE] * 50), "too-large"),
    Case("moved-301", redirect("301 Moved Permanently", "/good"), titles=GOOD_TITLES),
    Case("moved-302", redirect("302 Found", "http://{name}.localhost:{port}/good"), titles=GOOD_TITLES),
    Case("moved-303", redirect("303 See Other", "/good"), titles=GOOD_TITLES),
    Case("moved-307", redirect("307 Temporary Redirect", "good?a=1#b"), titles=GOOD_TITLES),
    Case("moved-308", redirect("308 Permanent Redirect", "//{name}.localhost:{port}/good"), titles=GOOD_TITLES),
    Case("moved-four-times", _redirected_on(4), titles=GOOD_TITLES),
    Case("moved-for-ever", _redirected_on(10**6), reason="too-many-redirects"),
    Case("moved-to-itself", redirect("301 Moved Permanently", "/feed"), reason="too-many-redirects"),
    Case("moved-inside", redirect("302 Found", "http://169.254.169.254/latest/"), reason="not-public"),
    Case("moved-to-a-file", redirect("302 Found", "file:///etc/passwd"), reason="bad-address"),
    Case("moved-nowhere", raw(head("302 Found", content_length="0")), reason="http-302"),
    Case("moved-for-a-cookie", _wants_cookie(), titles=GOOD_TITLES),
    Case("length-too-long", raw(head(content_length=str(len(GOOD) + 500)), GOOD), "broken-body", GOOD_TITLES),
    Case("length-too-short", raw(head(content_length=str(len(GOOD) - 40)), GOOD), "", GOOD_TITLES[:1], "breaks off"),
    Case("length-absurd", raw(head(content_length="many"), GOOD), reason="broken-answer"),
    Case("chunks-absurd", raw(head(transfer_encoding="chunked") + b"zz\r\n" + GOOD), reason="broken-body"),
    Case("no-http", raw(b"SSH-2.0-OpenSSH_9.2p1\r\n"), reason="broken-answer"),
    Case("reset-early", reset(), reason="broken-connection"),
    Case("reset-late", reset(head(content_length="9999") + GOOD[:99]), reason="broken-body"),
    Case("tls", answer(GOOD), titles=GOOD_TITLES, over="vouched-for"),
    Case("tls-expired", answer(GOOD), reason="tls", note="has expired", over="expired"),
    Case("tls-to-come", answer(GOOD), reason="tls", note="not valid yet", over="to-come"),
    Case("tls-anothers", answer(GOOD), reason="tls", note="for another host", over="anothers"),
    Case("tls-anyones", answer(GOOD), reason="tls", note="nobody whom this system trusts", over="anyones"),
    Case("tls-its-own", answer(GOOD), reason="tls", note="nobody whom this system trusts", over="its-own"),
    Case("tls-plain", answer(GOOD), reason="tls", note="does not speak TLS", over="plain"),
    Case("status-500", answer(GOOD, "500 Internal Server Error"), reason="http-500"),
    Case("status-403", answer(b"", "403 Forbidden"), reason="http-403"),
    Case("a-page", answer(b"<!doctype html><html><body>Hello</body></html>"), reason="html"),
    Case("nothing", answer(b""), reason="empty"),
    Case("a-picture", answer(b"\x89PNG\r\n\x1a\n" + bytes(500), content_type="image/png"), reason="not-a-feed"),
    Case("calls-itself-html", answer(GOOD, content_type="text/html"), titles=GOOD_TITLES),
    Case("odd-length", answer(rss(item("Odd")) + b"\0" * 500), titles=("Odd",)),
)
