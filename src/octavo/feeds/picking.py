"""Entries picked out of dictionaries, as xmltodict makes them of RSS and Atom.

An element is its text; one with attributes or children is a mapping of those under "@" and their name, of these under
theirs, and its text under "#text"; several of one name are a list.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape, unescape
from typing import Any

from octavo.core.languages import language_code
from octavo.core.linked import absolute_links
from octavo.feeds.draft import Draft
from octavo.feeds.media import address, best_image, is_file, is_icon, leads_to_page

_PUBLISHED = ("pubDate", "published", "dc:date", "issued", "dcterms:issued", "created", "dcterms:created")
_UPDATED = ("updated", "atom:updated", "modified", "dcterms:modified")
_STAND_INS = {
    "title": ("dc:title", "media:title", "itunes:title"),
    "itunes:summary": ("dc:description", "googleplay:description", "itunes:subtitle"),
    "content": ("turbo:content",),
    "itunes:author": ("atom:author", "googleplay:author"),
    "dc:subject": ("media:keywords", "itunes:keywords"),
    "dcterms:created": ("atom:published", "date"),
    "image": ("thumbnail",),
}
"""What is taken for the last of the names of a thing where an entry has none of them."""
FULL_TEXT = "full-text"
"""How the names end by which Russian publishers hand an article's text to Yandex, each under a prefix of its own."""
_SELDOM = frozenset(name for names in _STAND_INS.values() for name in names)
NAMES = (
    "title", "link", "feedburner:origLink", "guid", "id", "enclosure", "atom:link", "media:content", "media:group",
    "media:thumbnail", "media:description", "itunes:duration", "itunes:image", "image", "description", "summary",
    "itunes:summary", "content:encoded", "content", "author", "dc:creator", "itunes:author", *_PUBLISHED, *_UPDATED,
    "category", "dc:subject", "dc:language", *_SELDOM,
)  # fmt: skip
"""What is looked at; of names that mean the same the first counts."""

JOINT = "\ufdd0"
"""Stands where pieces of a text were joined, between which the fast parse loses spaces: sections, other elements,
comments. Unicode keeps this character for a program's own use."""
_ODD = ("@xml:lang", "@xml:base", "@mode")
"""Attributes that give a text its own language, its links their own base, or an encoding."""
_USUAL = frozenset(("#text", "@type", "@isPermaLink", "@domain", "@term", "@label", "@scheme"))
"""Parts of a text that are nothing but text."""
_HTML = (None, "html", "text/html")
_PLAIN = ("text", "text/plain", "plain")


_ABSOLUTE = re.compile(r"https?://|(?!https?:)[a-z][a-z\d+.-]*:", re.IGNORECASE)
"""What begins an address that no base changes."""


_WEB = re.compile(r"\s*(?:https?|feed):", re.IGNORECASE).match


class Declined(Exception):
    """Something is there that would be lost."""


def rss(entry: Mapping[str, Any]) -> Draft:
    """Pick an item of RSS. Raises Declined."""
    guid, files = entry.get("guid"), _elements(entry.get("enclosure"))
    url = _text(entry.get("link")) or _permalink(entry, guid)
    if "atom:link" in entry:
        files = [*files, *_enclosed(entry["atom:link"])]
    if not files and ("media:content" in entry or "media:group" in entry):
        files = _playable(entry)
    return _draft(entry, _text(guid) or entry.get("@rdf:about") or "", url, files)


def _permalink(entry: Mapping[str, Any], guid: Any) -> str:
    """Return the guid of an item without a link, "" where it says that it is none. Raises Declined."""
    if not guid or "link" in entry or "atom:link" in entry:
        raise Declined
    address = "" if isinstance(guid, dict) and guid.get("@isPermaLink", "true") != "true" else _text(guid)
    return address if may_be_address(address) else ""


def may_be_address(id_: str) -> bool:
    """Tell whether an id can be an entry's address too: a number or a tag: cannot."""
    return "/" in id_ and (":" not in id_ or _WEB(id_) is not None)


def atom(entry: Mapping[str, Any]) -> Draft:
    """Pick an entry of Atom. Raises Declined."""
    links = _elements(entry.get("link"))
    rels: dict[str | None, Any] = {}
    for link in reversed(links):
        if "@xml:base" in link:
            raise Declined
        rel = link.get("@rel")
        if rel not in rels or leads_to_page(link, "@"):
            rels[rel] = link.get("@href")
    url = rels.get("alternate") or rels.get(None)
    if not url or "dc:creator" in entry:
        raise Declined
    return _draft(entry, _text(entry.get("id")), url, list(_enclosed(links)) if "enclosure" in rels else ())


def _draft(entry: Mapping[str, Any], id_: str, url: str, files: Sequence[Any]) -> Draft:
    summary = entry.get("description") or entry.get("summary") or entry.get("itunes:summary") or _described(entry)
    content = entry.get("content:encoded") or entry.get("content")
    summary, content = _html(summary), _html(content) if content else ""
    authors = entry.get("author") or entry.get("dc:creator") or entry.get("itunes:author")
    tags = entry.get("category") or entry.get("dc:subject")
    language = entry.get("dc:language")
    title, original = entry.get("title"), entry.get("feedburner:origLink")
    published, updated = _first(entry, _PUBLISHED), _first(entry, _UPDATED)
    return Draft(
        id_,
        (_text(original) if original else "") or url,
        _title(title),
        summary,
        "" if content == summary else content,
        [_text(authors)] if isinstance(authors, str) else [_name(one) for one in listed(authors)],
        _text(published) if published else None,
        _text(updated) if updated else None,
        _image(entry, files),
        language_code(_text(language)) if language else "",
        [_tag(one) for one in listed(tags)] if tags else [],
        list(_files(files, entry.get("itunes:duration"))) if files else [],
        isinstance(title, dict) and title.get("@type") in _PLAIN,
    )


def completed(entries: list[dict[str, Any]], present: frozenset[str]) -> list[dict[str, Any]]:
    """Return entries with what seldom names say put under usual ones; `present` are all names. Raises Declined."""
    texts = [name for name in present if name.endswith(FULL_TEXT)]
    if texts or not present.isdisjoint(_SELDOM):
        names = {**_STAND_INS, "content": (*texts, *_STAND_INS["content"])}
        for entry in entries:
            _complete(entry, names)
    return entries


def _complete(entry: dict[str, Any], stand_ins: Mapping[str, Sequence[str]]) -> None:
    for usual, names in stand_ins.items():
        found = next(filter(None, map(entry.get, names)), None)
        if not found or entry.get(usual):
            continue
        if usual == "content":
            found = with_breaks(_text(found))
        elif usual == "dc:subject":
            found = [word.strip() for word in _text(found).split(",")]
        entry[usual] = found


def rebase(drafts: Iterable[Draft], entries: Iterable[Mapping[str, Any]], base: str) -> None:
    """Make the addresses in the texts of a feed with a base of its own absolute. Raises Declined for ids to be."""
    for draft, entry in zip(drafts, entries, strict=False):
        guid = entry.get("guid")
        is_link = not isinstance(guid, dict) or guid.get("@isPermaLink", "true") == "true"
        if is_link and draft.id and not _ABSOLUTE.match(draft.id):
            raise Declined
        draft.summary, draft.content = absolute_links(draft.summary, base), absolute_links(draft.content, base)


def listed(value: Any) -> Sequence[Any]:
    """Return the elements of one name."""
    return value if isinstance(value, list) else () if value is None else (value,)


def _described(entry: Mapping[str, Any]) -> Any:
    """Return what Media RSS says of an entry, as YouTube writes it."""
    group = entry.get("media:group")
    return entry.get("media:description") or (group.get("media:description") if isinstance(group, dict) else None)


def _first(entry: Mapping[str, Any], names: Sequence[str]) -> Any:
    for name in names:
        if (value := entry.get(name)) is not None:
            return value
    return None


def _text(value: Any) -> str:
    """Return an element's text. Raises Declined for one with markup, for one in pieces, and for several."""
    if isinstance(value, dict) and (_USUAL.issuperset(value) or _is_text(value)):
        value = value.get("#text")
    if not value:
        return ""
    if not isinstance(value, str) or JOINT in value:
        raise Declined
    return value


def _is_text(value: Mapping[str, Any]) -> bool:
    return all(name[0] in "@#" and name not in _ODD for name in value)


def _html(value: Any) -> str:
    """Return a text as HTML. Raises Declined for one that needs more than unescaping: base64, other media types."""
    if isinstance(value, str):
        return _text(value)
    base = value.get("@xml:base") if isinstance(value, dict) else None
    text = _text({name: part for name, part in value.items() if name != "@xml:base"} if base else value)
    if not text or ((kind := value.get("@type")) in _HTML and "@src" not in value):
        return absolute_links(text, base) if base else text
    if kind not in _PLAIN:
        raise Declined
    return escape(text, quote=False) if "<" in text else text


def _title(value: Any) -> str:
    """Return a title. Raises Declined."""
    text = _text(value)
    if isinstance(value, str) or not text or (kind := value.get("@type")) in _HTML:
        return text
    if kind not in _PLAIN:
        raise Declined
    return plain_title(text)


def with_breaks(text: str) -> str:
    """Return a text that may be plain as HTML, its lines broken where they end."""
    return text if "<" in text else text.strip().replace("\n", "<br>\n")


def plain_title(text: str) -> str:
    """Return a title that says that it is text: what was escaped twice is read, though not as markup."""
    return unescape(text)


def _name(author: Any) -> str:
    return _text(author.get("name") or author.get("atom:name") or author) if isinstance(author, dict) else _text(author)


def _tag(category: Any) -> str:
    if isinstance(category, dict):
        return category.get("@label") or category.get("@term") or _text(category)
    return _text(category)


def _enclosed(links: Any) -> Iterator[Any]:
    """Yield what links attach, as enclosures of RSS."""
    for link in _elements(links):
        if link.get("@rel") == "enclosure":
            yield {**link, "@url": link.get("@href")}


def _files(files: Sequence[Any], length: Any) -> Iterator[tuple[str, str, str, str]]:
    """Yield attached files, each with its own length, or else with that of the episode."""
    of_episode = length if isinstance(length, str) else ""
    for one in files:
        size = one.get("@length") or one.get("@fileSize") or ""
        yield one.get("@url") or "", one.get("@type") or "", size, one.get("@duration") or of_episode


def _image(entry: Mapping[str, Any], files: Sequence[Any]) -> str:
    """Return the address of the picture that stands for an entry."""
    media = entry.get("media:content")
    if "media:group" in entry or "media:thumbnail" in entry or "itunes:image" in entry or "image" in entry:
        return _grouped_image(entry, files)
    if media is None and not files:
        return ""
    if isinstance(media, dict) and media.get("@medium") == "image" and (url := media.get("@url")):
        return str(url)
    elements = _elements(media)
    return best_image(elements, files, "@") or _thumbnail(elements)


def _playable(entry: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """Return what Media RSS attaches to be heard or seen, but for pictures."""
    media = entry.get("media:content")
    if isinstance(media, dict) and media.get("@medium") == "image":
        return ()
    within = [entry, *_elements(entry.get("media:group"))]
    return [one for group in within for one in _elements(group.get("media:content")) if is_file(one, "@")]


def _grouped_image(entry: Mapping[str, Any], files: Sequence[Any]) -> str:
    within = [entry, *_elements(entry.get("media:group"))]
    media = [one for group in within for one in _elements(group.get("media:content"))]
    found = best_image(media, (), "@") or _thumbnail([*media, *within])
    of_episode = (address(one, "@") for one in _elements(entry.get("itunes:image")))
    return found or next(of_episode, "") or _own_image(entry.get("image")) or best_image((), files, "@")


def _own_image(image: Any) -> str:
    """Return the address that an item's image element is or holds, which RSS only knows of whole feeds."""
    if not isinstance(image, dict):
        return _text(image)
    return _text(image.get("url") or image.get("#text")) or address(image, "@")


def _thumbnail(elements: Sequence[Mapping[str, Any]]) -> str:
    thumbnails = [one for element in elements for one in _elements(element.get("media:thumbnail"))]
    return next((address(one, "@") for one in thumbnails if address(one, "@") and not is_icon(one, "@")), "")


def _elements(value: Any) -> Sequence[Mapping[str, Any]]:
    """Return the elements of one name that have attributes or children."""
    if isinstance(value, dict):
        return (value,)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else ()
