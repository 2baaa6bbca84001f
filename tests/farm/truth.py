"""What the authors of the demo's articles meant: labels that no served page carries."""

from dataclasses import dataclass
from datetime import datetime

from octavo.core.types import CopyKind, Verdict
from octavo.demo.content import Draft, event_of, sites, tables
from octavo.demo.posting import Address, stand

_VERDICTS = {"paywall": Verdict.STUB, "index": Verdict.INDEX}


@dataclass(frozen=True, slots=True)
class CopyTruth:
    """The article that a text repeats, and how."""

    url: str
    kind: CopyKind


@dataclass(frozen=True, slots=True)
class Truth:
    """What should come out for one article; articles of one event share `event`, those of one thread `thread`."""

    id: str
    url: str
    event: str
    thread: str
    related: frozenset[str]
    """Other threads that its event bears on."""
    language: str
    title: str
    summary: str
    """The standfirst that some pages show, else the text's first sentence."""
    published: datetime
    publisher: str
    agency: str
    """As the text credits it: MP, nkn, 하늘통신."""
    dateline: str
    authors: tuple[str, ...]
    paragraphs: tuple[str, ...]
    """Plain text in order, sub-headings, quotations and list items included; of a paywalled page all of it."""
    copy_of: CopyTruth | None
    verdict: Verdict
    """What the page is; article also for the one whose page is missing."""
    has_page: bool
    """False where the page answers 404, so that the feed's content must do."""


def truths(now: datetime, address: Address = lambda host: f"https://{host}") -> dict[str, Truth]:
    """Return the truth by URL, for `Web(now, address)`."""
    posts = {post.draft.id: post for site in sites() for post in stand(site, address(site.host), now).posts}
    places = {site.key: site for site in sites()}
    found = {}
    for table in tables():
        post = posts[table["id"]]
        draft, site = post.draft, places[table["publisher"]]
        found[post.url] = Truth(
            id=draft.id,
            url=post.url,
            event=event_of(table),
            thread=table.get("thread", event_of(table)),
            related=frozenset(table.get("related", ())),
            language=site.languages[0],
            title=draft.title,
            summary=draft.summary,
            published=post.published,
            publisher=site.name,
            agency=table.get("agency", ""),
            dateline=table.get("dateline", ""),
            authors=draft.authors,
            paragraphs=_paragraphs(draft),
            copy_of=CopyTruth(posts[table["text_of"]].url, CopyKind(table["kind"])) if "text_of" in table else None,
            verdict=_VERDICTS.get(draft.page, Verdict.ARTICLE),
            has_page=draft.page != "missing",
        )
    return found


def _paragraphs(draft: Draft) -> tuple[str, ...]:
    return tuple(line for block in draft.body for line in block.lines)
