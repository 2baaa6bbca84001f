"""Sitemaps (sitemaps.org) and Google News sitemaps, read as feeds."""

import re

from lxml import etree

from octavo.core.languages import language_code
from octavo.core.plain import plain
from octavo.core.xml import local_name, recovered, text_of
from octavo.feeds.constants import BREAKS_OFF, ENTRIES_LIMIT, NOT_WELL_FORMED
from octavo.feeds.draft import Channel, Draft, Reading

_END, _END_BYTES = re.compile(rb"</(?:\w+:)?urlset\s*>", re.IGNORECASE), 200
_NEWS_FIELDS = {"title", "publication_date", "keywords", "language"}


def read(body: bytes) -> Reading | None:
    """Return a sitemap's addresses as entries; None where nothing in it is an address.

    Namespaces are not insisted on: sites write them wrongly, and no name here is ambiguous.
    """
    root, is_whole = recovered(body)
    if root is None or local_name(root) != "urlset":
        return None
    pages = [child for child in root if local_name(child) == "url"]
    breaks_off = not is_whole and not _END.search(body[-_END_BYTES:])
    drafts = [draft for draft in map(_draft, pages[: len(pages) - breaks_off][: ENTRIES_LIMIT + 1]) if draft.url]
    language = next((draft.language for draft in drafts if draft.language), "")
    problems = [] if is_whole else [BREAKS_OFF if breaks_off else NOT_WELL_FORMED]
    channel = Channel(title=_publication(pages[0]) if pages else "", language=language)
    return Reading("sitemap", channel, drafts, problems) if drafts or not pages else None


def _publication(page: etree._Element) -> str:
    """Return the name of the publication that a page is news of; "" where it says none."""
    names = (part for found in page.iter() if local_name(found) == "publication" for part in found)
    return next((plain(text_of(name)[:4_000]) for name in names if local_name(name) == "name"), "")


def _draft(page: etree._Element) -> Draft:
    draft = Draft()
    for child in page:
        name = local_name(child)
        if name == "loc":
            draft.url = draft.url or text_of(child)
        elif name == "lastmod":
            draft.updated = text_of(child)
        elif name == "news":
            _take_news(draft, child)
        elif name == "image":
            draft.image = draft.image or next((text_of(part) for part in child if local_name(part) == "loc"), "")
    return draft


def _take_news(draft: Draft, news: etree._Element) -> None:
    fields: dict[str, str] = {}
    for element in news.iter():
        name = local_name(element)
        if name in _NEWS_FIELDS:
            fields.setdefault(name, text_of(element))
    draft.title = fields.get("title", "")
    draft.published = fields.get("publication_date", "")
    draft.language = language_code(fields.get("language", ""))
    draft.tags = [keyword for keyword in map(str.strip, fields.get("keywords", "").split(",")) if keyword]
