"""Drafts to entries: addresses, keys, dates, lengths and duplicates settled the same way for every format."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from html import unescape

from xxhash import xxh3_128_hexdigest

from octavo.core.languages import zone_of
from octavo.core.linked import absolute_links, first_image
from octavo.core.links import web_url
from octavo.core.plain import one_line, person, plain
from octavo.core.types import Entry, MediaFile
from octavo.feeds import constants as at_most
from octavo.feeds.dates import read_date
from octavo.feeds.draft import Draft
from octavo.feeds.media import media_file

_NOTHING = "\x00 \t\r\n"
_has_rooted_address = re.compile('="/').search
"""Half the time of `in`, which is the larger part of what a long text takes here."""
_is_escaped = re.compile(
    r"&lt;(?:p|div|a|b|i|em|strong|span|ul|ol|table|h[1-6]|figure|blockquote|img|br)\b", re.IGNORECASE
).match
"""How HTML begins of which each tag was escaped once too often."""


def settle(
    drafts: list[Draft], base: str, now: datetime | None, language: str = ""
) -> tuple[tuple[Entry, ...], list[str]]:
    """Return the entries in the feed's order, each once, and what had to be forgiven, one plain line each.

    `language` is the feed's; times without a zone are its speakers'.
    """
    latest = at_most.LATEST if now is None else now + timedelta(seconds=at_most.AHEAD_LIMIT_SECONDS)
    settling = _Settling(base, latest, language)
    if len(drafts) > at_most.ENTRIES_LIMIT:
        settling.problems.append(f"more than {at_most.ENTRIES_LIMIT} entries, the rest left out")
    urls = _own_urls(drafts, [settling.url(draft) for draft in drafts[: at_most.ENTRIES_LIMIT]])
    shared = _shared_ids(drafts, urls)
    kept: dict[str, Entry] = {}
    for draft, url in zip(drafts, urls, strict=False):
        identity = (draft.id.strip(_NOTHING) if draft.id not in shared else "") or url
        entry = settling.entry(draft, url, identity)
        if _is_empty(draft):
            settling.forgive("empty entries left out")
        else:
            if not identity:
                entry = _told_apart(entry, kept)
            if entry.key in kept:
                settling.forgive("entries that came twice, kept once")
                entry = _newer(kept[entry.key], entry)
            kept[entry.key] = entry
    if shared:
        settling.forgive("ids shared by different entries, not used", len(shared))
    counted = [f"{count} {what}" for what, count in settling.forgiven.items()]
    return tuple(kept.values()), settling.problems + counted


def _shared_ids(drafts: list[Draft], urls: list[str]) -> set[str]:
    """Return ids that several entries with different addresses carry: they identify nothing."""
    if len({draft.id for draft in drafts}) == len(drafts):
        return set()
    urls_of: dict[str, set[str]] = defaultdict(set)
    for draft, url in zip(drafts, urls, strict=False):
        if draft.id and url:
            urls_of[draft.id].add(url)
    return {id_ for id_, found in urls_of.items() if len(found) > 1}


def _own_urls(drafts: list[Draft], urls: list[str]) -> list[str]:
    """Return the entries' addresses, "" for one that entries of other ids and titles have too.

    Such an address, as a programme's page that stands with each of its episodes, is that of none of them.
    """
    if len(set(urls)) == len(urls):
        return urls
    titles_of: dict[str, dict[str, str]] = defaultdict(dict)
    for draft, url in zip(drafts, urls, strict=False):
        titles_of[url][draft.id or url] = draft.title
    of_several = {url for url, titles in titles_of.items() if len(set(titles.values())) > 1}
    return ["" if url in of_several else url for url in urls]


def _newer(first: Entry, second: Entry) -> Entry:
    """Return the later version of an entry that came twice; the first where the dates do not say."""
    dates = [entry.updated or entry.published for entry in (first, second)]
    return second if dates[0] and dates[1] and dates[1] > dates[0] else first


def _is_empty(draft: Draft) -> bool:
    said = draft.title or draft.url or draft.id or draft.summary or draft.content
    return not (said or draft.published or draft.updated or draft.authors or draft.image or draft.tags or draft.media)


class _Settling:
    """The feed's base address, its latest believable moment, its language, and a count of what was forgiven."""

    def __init__(self, base: str, latest: datetime, language: str) -> None:
        self.language = language
        self.base = base
        self.latest = latest
        self.forgiven: Counter[str] = Counter()
        self.problems: list[str] = []

    def forgive(self, what: str, count: int = 1) -> None:
        self.forgiven[what] += count

    def url(self, draft: Draft) -> str:
        url = web_url(draft.url, self.base) if draft.url else ""
        if draft.url and not url:
            self.forgive("links that are no web address, dropped")
        return url

    def entry(self, draft: Draft, url: str, identity: str) -> Entry:
        title = draft.title
        if len(title) > at_most.TITLE_LIMIT_CHARACTERS:
            title = title[: 4 * at_most.TITLE_LIMIT_CHARACTERS]
        title = (one_line if draft.has_plain_title else plain)(title)[: at_most.TITLE_LIMIT_CHARACTERS]
        summary, content = self._text(draft.summary, url), self._text(draft.content, url)
        zone = zone_of(draft.language or self.language)
        picture = draft.image or first_image(content) or first_image(summary)
        return Entry(
            _key(identity or _fingerprint(title or content or summary)),
            url,
            title,
            "" if summary == content else summary,
            content,
            _once(draft.authors, _name, at_most.AUTHORS_LIMIT),
            self._date(draft.published, zone),
            self._date(draft.updated, zone),
            web_url(picture, url or self.base) if picture else "",
            draft.language,
            _once(draft.tags, _tag, at_most.TAGS_LIMIT),
            self._media(draft.media),
        )

    def _text(self, html: str, url: str) -> str:
        if not html:
            return ""
        if len(html) > at_most.TEXT_LIMIT_CHARACTERS:
            self.forgive("texts longer than a million characters, cut")
            html = html[: at_most.TEXT_LIMIT_CHARACTERS]
        text = html.strip() if "\x00" not in html else html.replace("\x00", "").strip()
        if text[:1] == "&" and _is_escaped_twice(text):
            text = unescape(text)
        return absolute_links(text, url or self.base) if _has_rooted_address(text) else text

    def _date(self, value: datetime | str | None, zone: tzinfo) -> datetime | None:
        if not value:
            return None
        moment = read_date(value, zone) if isinstance(value, str) else value
        if moment is None:
            self.forgive("dates that cannot be read")
        elif not at_most.EARLIEST <= moment <= self.latest:
            self.forgive("dates that cannot be true")
            return None
        return moment

    def _media(self, found: list[tuple[str, str, str, str]]) -> tuple[MediaFile, ...]:
        if not found:
            return ()
        media: dict[str, MediaFile] = {}
        for href, *told in found[: at_most.MEDIA_LIMIT]:
            if (url := web_url(href, self.base)) and url not in media:
                media[url] = media_file(url, *told)
        return tuple(media.values())


def _is_escaped_twice(text: str) -> bool:
    """Tell HTML that shows all of its tags; where it shows one element alone, that may be what it speaks of."""
    return _is_escaped(text) is not None and "<" not in text and text.count("&lt;/") > 1


def _key(identity: str) -> str:
    identity = identity.replace("\x00", "")
    return identity if len(identity) <= at_most.KEY_LIMIT_CHARACTERS else xxh3_128_hexdigest(identity.encode("utf-8"))


def _told_apart(entry: Entry, kept: Mapping[str, Entry]) -> Entry:
    """Return an entry without id or link under a key that is no other's, unless it is the same entry again.

    The title alone is the key, so that a text which changes at each poll is an edit; where one feed has a title
    twice, date and text tell the entries apart.
    """
    other = kept.get(entry.key)
    if other is None or _said(other) == _said(entry):
        return entry
    return entry._replace(key=_fingerprint("\n".join(map(str, _said(entry)))))


def _said(entry: Entry) -> tuple[object, ...]:
    return entry.title, entry.published, entry.content or entry.summary


def _fingerprint(text: str) -> str:
    return "text:" + xxh3_128_hexdigest(text.encode("utf-8", "replace"))


@lru_cache(maxsize=4096)
def _name(author: str) -> str:
    return person(author[:400])


@lru_cache(maxsize=4096)
def _tag(tag: str) -> str:
    cut = at_most.TAG_LIMIT_CHARACTERS
    return plain(tag[: 2 * cut])[:cut]


def _once(texts: list[str], read: Callable[[str], str], limit: int) -> tuple[str, ...]:
    """Return what is read of the first texts, each once, without those of which nothing is left."""
    if len(texts) == 1:
        found = read(texts[0])
        return (found,) if found else ()
    return tuple(filter(None, dict.fromkeys(map(read, texts[:limit])))) if texts else ()
