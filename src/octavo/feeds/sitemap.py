"""Sitemaps (sitemaps.org) and Google News sitemaps, read as feeds."""

from lxml import etree

from octavo.feeds.draft import Channel, Draft, Reading
from octavo.feeds.languages import language_code

_NEWS_FIELDS = {"title", "publication_date", "keywords", "language", "name", "genres"}


def read(body: bytes) -> Reading | None:
    """Return a sitemap's addresses as entries; None where nothing in it is an address.

    Namespaces are not insisted on: sites write them wrongly, and no name here is ambiguous.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, collect_ids=False)
    root = etree.fromstring(body, parser)
    if root is None or _name(root) != "urlset":
        return None
    pages = [child for child in root if _name(child) == "url"]
    drafts = [draft for draft in map(_draft, pages) if draft.url]
    language = next((draft.language for draft in drafts if draft.language), "")
    problems = ["not well-formed, read as far as it could be"] if len(parser.error_log) else []
    return Reading("sitemap", Channel(language=language), drafts, problems) if drafts or not pages else None


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _draft(page: etree._Element) -> Draft:
    draft = Draft()
    for child in page:
        name = _name(child)
        if name == "loc":
            draft.url = draft.url or _text(child)
        elif name == "lastmod":
            draft.updated = _text(child)
        elif name == "news":
            _take_news(draft, child)
        elif name == "image":
            draft.image = draft.image or next((_text(part) for part in child if _name(part) == "loc"), "")
    return draft


def _take_news(draft: Draft, news: etree._Element) -> None:
    fields: dict[str, str] = {}
    for element in news.iter():
        name = _name(element)
        if name in _NEWS_FIELDS:
            fields.setdefault(name, _text(element))
    draft.title = fields.get("title", "")
    draft.published = fields.get("publication_date", "")
    draft.language = language_code(fields.get("language", ""))
    draft.tags = [keyword.strip() for keyword in fields.get("keywords", "").split(",")]


def _text(element: etree._Element) -> str:
    return (element.text or "").strip()
