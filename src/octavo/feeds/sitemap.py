"""Sitemaps (sitemaps.org) and Google News sitemaps, read as feeds."""

import re

from lxml import etree

from octavo.core.languages import language_code
from octavo.core.xml import local_name, recovered, text_of
from octavo.feeds.constants import BREAKS_OFF, ENTRIES_LIMIT, NOT_WELL_FORMED
from octavo.feeds.draft import Channel, Draft, Reading

_END, _END_BYTES = re.compile(rb"</(?:\w+:)?urlset\s*>", re.IGNORECASE), 200
_NEWS_FIELDS = {"title", "publication_date", "keywords", "language", "name", "genres"}


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
    return Reading("sitemap", Channel(language=language), drafts, problems) if drafts or not pages else None


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
