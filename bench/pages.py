"""How good the pages are: Lighthouse on the phone, weight on the wire, and the HTML checker on every kind of page.

`python -m bench.pages` against a demo edition of its own, or with the address of one that runs.
"""

import json
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from playwright.sync_api import Browser
from tests.browser.conftest import PHONE
from tests.browser.serving import chromium, demo_site
from tests.browser.ways import addresses_of

from bench.checks import CATEGORIES, html_errors, install, lighthouse

RUNS_COUNT = 3
MAIN = ("front", "story", "article")
OTHERS = ("/en/none", "/ar/none", "/en/offline", "/en/keys", "/ar/keys", "/en/arrange", "/en/editions", "/en/settings")


def main() -> None:
    """Print the figures as JSON; exit 1 where the checker finds an error."""
    install()
    with site(sys.argv[1:]) as root, chromium() as browser:
        found = addresses_of(browser, root)
        print(json.dumps({"weight": {kind: weight(browser, root + found[kind]) for kind in MAIN}}), flush=True)
        errors = checked(root, [*found.values(), *OTHERS])
        print(json.dumps({"html_errors": errors}, ensure_ascii=False, indent=1), flush=True)
        for kind in MAIN:
            print(json.dumps({kind: scores(root + found[kind])}), flush=True)
    raise SystemExit(bool(errors))


@contextmanager
def site(given: list[str]) -> Iterator[str]:
    """Yield the address of a demo edition: the one that is given, or a new one."""
    if given:
        yield given[0].rstrip("/")
        return
    with tempfile.TemporaryDirectory() as directory, demo_site(Path(directory)) as root:
        yield root


def scores(url: str) -> dict[str, Any]:
    """Return the median of each category's scores, and the main times of the median run."""
    runs = sorted((lighthouse(url) for _ in range(RUNS_COUNT)), key=lambda run: _score(run, "performance"))
    middle = runs[len(runs) // 2]["audits"]
    return {
        **{name: statistics.median(_score(run, name) for run in runs) for name in CATEGORIES},
        "largest_paint_seconds": round(middle["largest-contentful-paint"]["numericValue"] / 1000, 2),
        "blocked_milliseconds": round(middle["total-blocking-time"]["numericValue"]),
        "layout_shift": round(middle["cumulative-layout-shift"]["numericValue"], 3),
    }


def _score(run: Mapping[str, Any], category: str) -> int:
    return round(100 * float(run["categories"][category]["score"]))


def weight(browser: Browser, url: str) -> dict[str, int]:
    """Return the bytes that a first visit with a phone takes, by kind, and the requests that leave the house."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, service_workers="block")  # type: ignore[arg-type]
    page = context.new_page()
    sizes: dict[str, int] = {"all": 0, "script": 0, "font": 0, "image": 0, "foreign_requests": 0}

    def note(request: Any) -> None:
        size = request.sizes()["responseBodySize"]
        sizes["all"] += size
        if request.resource_type in sizes:
            sizes[request.resource_type] += size
        sizes["foreign_requests"] += not request.url.startswith((url.split("/en/")[0], "data:"))

    page.on("requestfinished", note)
    page.goto(url, wait_until="networkidle")
    context.close()
    return sizes


def checked(root: str, paths: list[str]) -> list[str]:
    """Return what the checker finds wrong on these pages, as they come from the server."""
    with tempfile.TemporaryDirectory() as directory:
        files = []
        for number, path in enumerate(paths):
            file = Path(directory) / f"{number}_{re.sub(r'[^a-z]+', '_', path)[:60]}.html"
            file.write_bytes(_fetched(root + path))
            files.append(file)
        return html_errors(files)


def _fetched(url: str) -> bytes:
    try:
        with urlopen(Request(url)) as answer:
            return bytes(answer.read())
    except HTTPError as error:
        return bytes(error.read())


if __name__ == "__main__":
    main()
