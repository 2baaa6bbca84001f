"""Nothing that could run leaves extraction."""

import json
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from octavo.extract import extract, sanitise

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVa\tScript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<svg><script>alert(1)</script></svg>",
    "<svg onload=alert(1)>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<style>@import 'javascript:alert(1)'</style>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<form action='javascript:alert(1)'><button formaction='javascript:alert(1)'>x</button></form>",
    "<img src='&#x6a;avascript:alert(1)'>",
    "<table background='javascript:alert(1)'><tr><td>x",
    "<template><img src=x onerror=alert(1)></template>",
    "<blockquote cite='javascript:alert(1)'>x</blockquote>",
]
FILLER = "<p>" + "The council of Port Alder voted to rebuild the sea wall, and the mayor spoke at length. " * 5 + "</p>"


def dangers(html: str) -> list[str]:
    """Return what in `html` could run, as a browser's parser sees it."""
    found = []
    for node in LexborHTMLParser(html).css("*"):
        if node.tag in (
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "form",
            "template",
            "base",
            "link",
        ):
            found.append(node.tag)
        for name, value in node.attributes.items():
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on") or name == "style" or address.startswith(("javascript:", "data:", "vbscript:")):
                found.append(f"{name}={value}")
    return found


def check(payload: str) -> None:
    article = extract(f"<html><body><article>{FILLER}<p>{payload}</p>{FILLER}</article></body></html>")
    assert not dangers(article.html), payload
    assert not dangers(sanitise.clean(payload)), payload


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payload_does_not_run(payload: str) -> None:
    check(payload)


def test_published_payloads_do_not_run(shared_data: Path) -> None:
    folder = shared_data / "xss"
    lines = (folder / "payloadbox.txt").read_text("utf-8", "replace").splitlines()
    for payload in [*lines, *json.loads((folder / "dompurify_payloads.json").read_text("utf-8"))]:
        check(str(payload))


def test_good_markup_stays() -> None:
    kept = sanitise.clean('<h2>A</h2><ul><li>b</li></ul><a href="https://a.example/x" target="_blank">c</a>')
    assert kept == '<h2>A</h2><ul><li>b</li></ul><a href="https://a.example/x" rel="noopener nofollow">c</a>'
