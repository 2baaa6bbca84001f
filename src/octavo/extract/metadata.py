"""What is known of the article beside its text: each fact from the most trusted place that states it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborNode

from octavo.core.languages import zone_of
from octavo.core.types import Entry, Image
from octavo.extract import headings, jsonld, lead_image, moments, signature, titles
from octavo.extract.canonical import canonical
from octavo.extract.constants import TITLE_CHARACTERS
from octavo.extract.head import Head, one_line
from octavo.extract.parsed import Page
from octavo.extract.prose import is_wide

_PUBLISHED_METAS = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "pubdate", "publishdate", "publish-date",
    "publish_date", "publication_date", "last-published", "article.published", "cxenseparse:recs:publishtime",
    "displaydate", "article_date_original",
)  # fmt: skip
_UPDATED_METAS = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "last-modified", "lastmod",
)  # fmt: skip
_SECTION_METAS = ("article:section", "section", "articlesection", "og:section", "parsely-section")
_IMAGE_METAS = ("og:image:secure_url", "og:image", "og:image:url", "twitter:image")
_TAG_MARK = "Tag:"
"""What one publishing system puts before the tags among its keywords."""
_DATES = '[itemprop="datePublished"], abbr.published[title]'
_UPDATES = '[itemprop="dateModified"], abbr.updated[title]'
_ROBOTS_METAS = ("robots", "googlebot", "googlebot-news", "octavo")
_DATED_PATH = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?:/|-|_|\b)")
_SPELT_PATH = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d\d?)/", re.IGNORECASE)
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{20,}|(?=\D*\d)[0-9a-f]{16,}|\d{5,}", re.IGNORECASE)
"""What a machine calls a tag."""
MAX_TAGS = 20
TAG_CHARACTERS = 200
UNSPLIT_WORDS_COUNT = 4
"""A single tag with more words than that is a list whose commas were lost."""
MAX_TIMES = 6
DATE_CHARACTERS = 20


@dataclass(frozen=True, slots=True)
class Metadata:
    """The facts; empty where the page does not state them."""

    url: str
    title: str
    authors: tuple[str, ...]
    is_signed: bool
    """Whether the authors are more than the publisher's own name."""
    published: moments.Moment | None
    updated: datetime | None
    publisher: str
    section: str
    tags: tuple[str, ...]
    image: Image | None
    robots: tuple[str, ...]
    description: str
    claimed_language: str
    """Two letters."""


def read(page: Page, head: Head, url: str, headers: Mapping[str, str], entry: Entry | None) -> Metadata:
    """Gather the facts; `entry` fills in what the page leaves open."""
    address = canonical(head, url)
    zone = zone_of(head.language)
    updated = _moment(head, ("dateModified",), _UPDATED_METAS, zone) or _told_in(page.document.css(_UPDATES), zone)
    title, is_sure = _title(page, head, address)
    signed = signature.read(page, head, address, title)
    facts = Metadata(
        url=address,
        title=title or (entry.title if entry else ""),
        authors=signed.authors or (entry.authors if entry else ()),
        is_signed=signed.is_signed or bool(entry and entry.authors),
        published=_published(page, head, address, zone) or _entry_published(entry),
        updated=updated.when if updated else entry.updated if entry else None,
        publisher=signature.publisher(head),
        section=_section(page, head),
        tags=_tags(page, head) or (entry.tags if entry else ()),
        image=_image(page, head, address) or (entry_image(entry) if entry else None),
        robots=_robots(head, headers),
        description=head.meta("og:description", "description", "twitter:description"),
        claimed_language=head.language[:2].lower(),
    )
    return facts if is_sure else replace(facts, title=titles.shown_part(title, page.lines))


def _title(page: Page, head: Head, url: str) -> tuple[str, bool]:
    """Return the headline, and False where it may end with the site's name, which what the page shows will tell."""
    host = urlsplit(url).hostname or ""
    found = headings.read(page, url)
    named = head.meta("og:site_name", "application-name", "twitter:site")
    sites = [signature.publisher(head), named, host, *found.sites]
    claims = titles.Claims(
        sent=head.meta("sailthru.title", "parsely-title", "articletitle")[:TITLE_CHARACTERS],
        social=head.meta("og:title")[:TITLE_CHARACTERS],
        twin=head.meta("twitter:title")[:TITLE_CHARACTERS],
        stated=jsonld.text(head.article.get("headline"))[:TITLE_CHARACTERS],
        shown=found.shown,
        parts=found.parts,
        crumb=found.crumb,
        below=found.below,
        title=head.title[:TITLE_CHARACTERS],
    )
    title = titles.headline(claims, [*sites, host.removeprefix("www.")])
    return title, title != claims.title or title in found.shown or not titles.ending(title)


def _moment(head: Head, keys: tuple[str, ...], names: tuple[str, ...], zone: tzinfo) -> moments.Moment | None:
    claims = [jsonld.text(head.article.get(key)) for key in keys]
    claims += [value for name in names for value in head.metas.get(name, ())]
    read_claims = (_read(claim, zone) for claim in claims if claim)
    return next((moment for moment in read_claims if moment), None)


def _read(written: str, zone: tzinfo) -> moments.Moment | None:
    return moments.machine(written, zone) or moments.in_words(written, zone)


def _published(page: Page, head: Head, url: str, zone: tzinfo) -> moments.Moment | None:
    return (
        _moment(head, ("datePublished", "dateCreated", "uploadDate"), _PUBLISHED_METAS, zone)
        or _from_body(page, zone)
        or _from_path(url)
        or _from_title(head)
    )


def _from_body(page: Page, zone: tzinfo) -> moments.Moment | None:
    times = [node for node in page.all("time") if node.attributes.get("datetime")]
    times = [node for node in times if node.attributes.get("itemprop") != "dateModified"]
    return _told_in(times or page.document.css(_DATES), zone)


def _told_in(nodes: list[LexborNode], zone: tzinfo) -> moments.Moment | None:
    for node in nodes[:MAX_TIMES]:
        attributes = node.attributes
        named = (attributes.get(name) for name in ("datetime", "content", "title"))
        written = next(filter(None, named), None) or one_line(node.text())
        if moment := _read(written, zone):
            return moment
    return None


def _from_path(url: str) -> moments.Moment | None:
    path = urlsplit(url).path
    if match := _DATED_PATH.search(path):
        return moments.machine("-".join(match.groups()))
    match = _SPELT_PATH.search(path)
    return moments.in_words(" ".join(match.groups())) if match else None


def _from_title(head: Head) -> moments.Moment | None:
    """Return the day that ends the title as "Floods recede | The Paper | 28.04.2031" does."""
    _, bar, ending = head.title.rpartition("|")
    return moments.in_words(ending) if bar and len(ending.strip()) <= DATE_CHARACTERS else None


def _entry_published(entry: Entry | None) -> moments.Moment | None:
    return moments.Moment(entry.published, moments.SECOND) if entry and entry.published else None


def entry_image(entry: Entry) -> Image | None:
    """Return the entry's picture."""
    return Image(entry.image) if entry.image.startswith(("http://", "https://")) else None


def _section(page: Page, head: Head) -> str:
    stated = next(iter(jsonld.texts(head.article.get("articleSection"))), "") or head.meta(*_SECTION_METAS)
    return stated or next(iter(_linked(page, ["category", "tag"])), "")


def _tags(page: Page, head: Head) -> tuple[str, ...]:
    stated = _listed(jsonld.texts(head.article.get("keywords"))) or _listed(head.metas.get("article:tag", ()))
    is_unsplit = len(stated) == 1 and stated[0].count(" ") >= UNSPLIT_WORDS_COUNT
    if stated and not is_unsplit:
        return stated
    named = head.meta("news_keywords", "parsely-tags", "keywords")
    return _split([named]) or stated or _kept(_linked(page, ["tag"]))


def _linked(page: Page, kinds: list[str]) -> list[str]:
    """Return the words of the links that say they lead to what is filed under the same tag, or category."""
    found = page.document.css('a[rel~="tag"]')
    return [one_line(node.text()) for node in found if sorted((node.attributes.get("rel") or "").split()) == kinds]


def _listed(claims: Sequence[str]) -> tuple[str, ...]:
    """Return the tags of one list, or of several claims, each of which is a tag: "Fishing, Sport" may be one."""
    kinds = [claim.removeprefix(_TAG_MARK) for claim in claims if claim.startswith(_TAG_MARK)]
    return _kept(kinds or claims) if len(claims) > 1 else _split(claims)


def _split(claims: Iterable[str]) -> tuple[str, ...]:
    """Return the tags in lists, each once: with commas, or as Chinese and Japanese write them, with spaces alone."""
    pieces = [piece.strip() for claim in claims for piece in re.split(r"[,;،、，]", claim)]
    words = [word for piece in pieces for word in (piece.split() if piece and is_wide(piece) else [piece])]
    return _kept(words)


def _kept(words: Iterable[str]) -> tuple[str, ...]:
    """Return each of some tags once, without what machines call theirs and what is too long for one."""
    told = (word for word in words if 0 < len(word) <= TAG_CHARACTERS and not _ID.fullmatch(word))
    return tuple(dict.fromkeys(told))[:MAX_TAGS]


def _image(page: Page, head: Head, url: str) -> Image | None:
    claimed = head.article.get("image")
    pictures = [*page.all("img"), *page.all("amp-img")]
    address = head.meta(*_IMAGE_METAS) or jsonld.address(claimed) or lead_image.marked(pictures)
    try:
        address = urljoin(url, address) if address else ""
    except ValueError:
        return None
    if not address.startswith(("http://", "https://")):
        return None
    node = claimed[0] if isinstance(claimed, list) and claimed else claimed
    node = node if isinstance(node, dict) else {}
    credit = jsonld.text(node.get("creditText") or node.get("creator") or node.get("copyrightHolder"))
    alt = lead_image.told(head.meta("og:image:alt", "twitter:image:alt")) or jsonld.text(node.get("caption"))
    if alt and credit:
        return Image(address, alt, credit)
    shown_alt, shown_credit = lead_image.described(pictures, address)
    return Image(address, alt or shown_alt, credit or shown_credit)


def _robots(head: Head, headers: Mapping[str, str]) -> tuple[str, ...]:
    lower = {name.lower(): value for name, value in headers.items()}
    claims = [value for name in _ROBOTS_METAS for value in head.metas.get(name, ())]
    claims += [lower.get("x-robots-tag", "")]
    asked = [piece.strip().lower() for claim in claims for piece in claim.split(",")]
    if "1" in (head.meta("tdm-reservation"), lower.get("tdm-reservation", "").strip()):
        asked.append("tdm-reserved")
    return tuple(dict.fromkeys(one for one in asked if one and one not in ("all", "index", "follow")))
