"""Two houses to meet what machines make in: the demo with the local provider, and a small one that has a real model."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests.acceptance.processes import run, running
from tests.browser.people import signed_in_people
from tests.firefox_models import lay
from tests.integration.endpoints import KEY, small_model

FIRST = (
    "The stone bridge at Tolverne will close for nine months, the county said on Monday.",
    "Engineers found cracks in 14 arches of the stone bridge, said county engineer Ines Marol.",
    "The county promised to reopen the stone bridge at Tolverne by 12 June and to spend 2.4 million euros.",
)
SECOND = (
    "Tolverne's stone bridge will close on Monday for repairs, the county engineer Ines Marol announced.",
    "Engineers found cracks in 9 arches of the stone bridge, said county engineer Ines Marol.",
    "Drivers will have to take the ferry from Tolverne, which crosses the river every half hour.",
)
GERMAN = (
    "Der Leuchtturm von Almera leuchtet seit Montag wieder, nach vierzig dunklen Jahren.",
    "Freiwillige haben die Lampe nach alten Zeichnungen gebaut, sagte die Wärterin Ines Marol.",
)
PORTUGUESE = (
    "O moinho de Lantares voltou a funcionar na segunda-feira, disse a diretora Ines Marol.",
    "Os voluntários repararam a roda com 212 desenhos antigos.",
)

WORDS = ("Tolverne", "Leuchtturm", "Lantares")
"""Which one report of each story is found by."""


@dataclass(frozen=True)
class House:
    """A running house, and the ways into it."""

    site: str
    story: str
    article: str
    foreign: str
    """An article in German."""
    portuguese: str
    """An article in Portuguese, which is translated on this machine; "" where none is there."""
    question: str
    state: Any
    """Of a browser in which a person is signed in."""
    model: str
    """The language model's name; "" with the local provider."""


@contextmanager
def house_with_model(directory: Path, browser: Browser) -> Iterator[House]:
    """Run a house of four reports whose endpoint is a real small model on loopback.

    The reports are too old for the house to have them worded by itself, so that the model does what a test asks for.
    """
    lines = directory / "reports.jsonl"
    lines.write_text("\n".join(_lines()), "utf-8")
    data = directory / "house"
    made = run("import", "articles", str(lines), data=data)
    assert made.returncode == 0, made.stderr
    lay(data)
    with small_model() as url:
        settings = {"OCTAVO_AI_URL": url, "OCTAVO_AI_MODEL": "smollm2", "OCTAVO_AI_KEY": KEY}
        with running(data, OCTAVO_AI_SECONDS="240", **settings) as site:
            state = signed_in_people(data, site, "Wren:reader")["Wren"]
            article, foreign, portuguese = (
                first_link(browser, f"{site}/en/search?q={word}", "article") for word in WORDS
            )
            story = first_link(browser, site + article, "story")
            yield House(site, story, article, foreign, portuguese, "How many arches have cracks?", state, "smollm2")


def first_link(browser: Browser, url: str, kind: str) -> str:
    """Return the path of the first page of a kind that a page links to."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(url)
    path = page.locator(f'main a[href*="/{kind}/"]').first.get_attribute("href")
    context.close()
    assert path, f"no {kind} on {url}"
    return path.partition("?")[0]


def _lines() -> Iterator[str]:
    published = (datetime.now(UTC) - timedelta(hours=3)).isoformat()
    for publisher, title, paragraphs, language in (
        ("Tide Courier", "Old stone bridge at Tolverne closes for repairs", FIRST, "en"),
        ("Brisk Gazette", "Tolverne's stone bridge closes for nine months of repairs", SECOND, "en"),
        ("Almeraer Bote", "Leuchtturm von Almera leuchtet wieder", GERMAN, "de"),
        ("Correio de Lantares", "Moinho de Lantares volta a funcionar", PORTUGUESE, "pt"),
    ):
        facts = {"id": title, "url": f"https://{publisher.replace(' ', '').lower()}.example/1", "language": language}
        text = "\n".join(paragraphs)
        yield json.dumps({**facts, "publisher": publisher, "title": title, "text": text, "published": published})
