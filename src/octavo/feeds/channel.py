"""What a feed says of itself, read from its XML with the entries cut out."""

import re
from collections.abc import Mapping

from lxml import etree

from octavo.core.digits import whole
from octavo.core.languages import language_code
from octavo.core.plain import plain
from octavo.core.xml import local_name, recovered, text_of
from octavo.feeds.draft import Channel

_XML = "{http://www.w3.org/XML/1998/namespace}"
_SKIP_HOURS = re.compile(r"<skipHours\b[^<>]*>(.{0,2000}?)</skipHours>", re.IGNORECASE | re.DOTALL)
_HOUR = re.compile(r"<hour>\s*(\d{1,2})\s*</hour>", re.IGNORECASE)
_SKIP_DAYS = re.compile(r"<skipDays\b[^<>]*>(.{0,2000}?)</skipDays>", re.IGNORECASE | re.DOTALL)
_DAY = re.compile(r"<day>\s*(mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PERIODS = {"hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
_MINUTE = 60
_WEEK_MINUTES = 7 * 24 * 60


def read_channel(header: bytes) -> Channel:
    """Read an RSS, RDF or Atom document without its entries; what is broken is left out."""
    root, _ = recovered(header)
    if root is None:
        return Channel()
    top = next((child for child in root if local_name(child) == "channel"), root)
    channel = Channel(language=_attribute(top, root, "lang"), base_url=_attribute(top, root, "base"))
    children = [(local_name(child), child) for child in (top if top is root else (*top, *root))]
    for name, child in children:
        _take(channel, name, child)
    channel.language = language_code(channel.language)
    xml = header.decode("utf-8", "replace")
    channel.skip_hours, channel.skip_days = skip_hours(xml), skip_days(xml)
    channel.ttl_seconds = channel.ttl_seconds or _update_seconds(dict(children))
    return channel


def _attribute(top: etree._Element, root: etree._Element, name: str) -> str:
    return top.get(f"{_XML}{name}") or root.get(f"{_XML}{name}") or ""


def _take(channel: Channel, name: str, child: etree._Element) -> None:
    text = text_of(child)
    if name == "title":
        channel.title = channel.title or plain("".join(child.itertext())[:4_000])
    elif name == "link":
        take_link(channel, child.get("rel") or "", child.get("href") or text)
    elif name == "language":
        channel.language = text or channel.language
    elif name == "ttl":
        channel.ttl_seconds = ttl_seconds(text)
    elif name in ("icon", "logo"):
        channel.icon = text if name == "icon" else channel.icon or text
    elif name == "image":
        channel.icon = channel.icon or child.get("href") or _url_of(child)
    elif name in ("thumbnail", "content") and _is_media(child):
        channel.icon = channel.icon or child.get("url") or ""


def _is_media(child: etree._Element) -> bool:
    """Tell whether an element is of Media RSS, its namespace declared or not."""
    return child.prefix == "media" or str(child.tag).startswith("media:")


def _url_of(image: etree._Element) -> str:
    return next((text_of(child) for child in image if local_name(child) == "url"), "")


def take_link(channel: Channel, rel: str, href: str) -> None:
    """Put one of the feed's links where its relation says."""
    if rel == "hub":
        channel.hub = channel.hub or href
    elif rel == "self":
        channel.self_url = channel.self_url or href
    elif rel in ("", "alternate"):
        channel.home_url = channel.home_url or href


def ttl_seconds(minutes: str) -> int | None:
    """Return RSS's ttl in seconds; None where it is no sensible count of minutes."""
    count = whole(minutes.strip(), _WEEK_MINUTES)
    return count * _MINUTE if count else None


def _update_seconds(children: Mapping[str, etree._Element]) -> int | None:
    """Return the pause that RSS 1.0's syndication module asks for: a period divided by how often in it."""
    said = [text_of(children[name]) if name in children else "" for name in ("updateperiod", "updatefrequency")]
    period, frequency = said[0].lower(), said[1]
    if not period and not frequency:
        return None
    times = int(frequency[:6]) if frequency.isascii() and frequency.isdigit() else 1
    return _PERIODS.get(period or "daily", 0) // max(1, times) or None


def skip_hours(xml: str) -> tuple[int, ...]:
    """Return RSS's skipHours, 0..23, in order; all hours together would mean never, so they mean nothing.

    Some count from 1 to 24, as RSS 0.91 did.
    """
    found = _SKIP_HOURS.search(xml)
    hours = {int(hour) % 24 for hour in _HOUR.findall(found[1]) if int(hour) <= 24} if found else set()
    return tuple(sorted(hours)) if len(hours) < 24 else ()


def skip_days(xml: str) -> tuple[int, ...]:
    """Return RSS's skipDays, Monday as 0, in order; all days together would mean never, so they mean nothing."""
    found = _SKIP_DAYS.search(xml)
    days = {_DAYS.index(day.lower()) for day in _DAY.findall(found[1])} if found else set()
    return tuple(sorted(days)) if len(days) < 7 else ()
