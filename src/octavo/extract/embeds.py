"""Films, sounds and posts that a page embeds: kept as figures that link to where they are, never as frames."""

import re
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from octavo.extract.element import Element
from octavo.extract.names import words_of

TAGS = frozenset(["iframe", "video", "audio", "embed"])
PLAYERS = {
    "youtube.com": "YouTube", "youtube-nocookie.com": "YouTube", "youtu.be": "YouTube", "vimeo.com": "Vimeo",
    "dailymotion.com": "Dailymotion", "soundcloud.com": "SoundCloud", "spotify.com": "Spotify",
    "podcasts.apple.com": "Apple Podcasts", "x.com": "X", "twitter.com": "X", "instagram.com": "Instagram",
    "facebook.com": "Facebook", "tiktok.com": "TikTok", "bsky.app": "Bluesky", "twitch.tv": "Twitch", "ted.com": "TED",
    "bandcamp.com": "Bandcamp", "mixcloud.com": "Mixcloud", "deezer.com": "Deezer", "acast.com": "Acast",
    "megaphone.fm": "Megaphone", "omny.fm": "Omny", "simplecast.com": "Simplecast", "podigee.com": "Podigee",
    "rutube.ru": "Rutube", "vk.com": "VK", "bilibili.com": "Bilibili", "nicovideo.jp": "Niconico", "arte.tv": "ARTE",
    "tv.naver.com": "Naver TV", "tv.kakao.com": "Kakao TV", "archive.org": "Internet Archive", "reddit.com": "Reddit",
}  # fmt: skip
"""The hosts whose frames hold something to see or hear, and what people call them; other frames are mostly ads."""

_POSTS = frozenset([
    "twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "bluesky-embed", "mastodon-embed",
    "reddit-embed-bq", "reddit-card", "text-post-media", "imgur-embed-pub", "fb-xfbml-parse-ignore",
    "wp-embedded-content", "embedly-card",
])  # fmt: skip
"""The classes of the quotations that networks give out to embed a post."""

_SOURCES = ("src", "data-src", "data-lazy-src", "data-litespeed-src")
_FRAMES = "iframe, video, audio"
_YOUTUBE = re.compile(r"/embed/([\w-]{6,20})")
_VIMEO = re.compile(r"/video/(\d+)")
LABEL_CHARACTERS = 100


def figure_of(node: LexborNode, parent: Element) -> Element | None:
    """Return the figure that stands for a frame, a film or a sound; None for any other or one without an address."""
    attributes = node.attributes
    source = next((value for name in _SOURCES if (value := (attributes.get(name) or "").strip())), "")
    if not source and (inner := node.css_first("source[src]")) is not None:
        source = (inner.attributes.get("src") or "").strip()
    host, player, address = _address(source)
    if not address or (not player and node.tag not in ("video", "audio")):
        return None
    label = (attributes.get("title") or attributes.get("aria-label") or "").strip()
    link = Element("a", attributes={"href": address})
    link.children = [label if 0 < len(label) <= LABEL_CHARACTERS else player or host or node.tag or ""]
    figure = Element("figure", parent)
    figure.children = [link]
    return figure


def within(node: LexborNode, parent: Element) -> Element | None:
    """Return the figure of what plays in a box that is named a player, None for other boxes."""
    attributes = node.attributes
    if "player" not in words_of(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"):
        return None
    found = node.css_first(_FRAMES)
    return figure_of(found, parent) if found is not None else None


def is_post(quotation: Element) -> bool:
    """Tell the quotation that stands for an embedded post until a script shows the post itself."""
    return not _POSTS.isdisjoint(quotation.get("class").split())


def _address(source: str) -> tuple[str, str, str]:
    """Return the host, the player's name, "" for an unknown one, and the address that people can open, "" for none."""
    if source.startswith("//"):
        source = f"https:{source}"
    try:
        parts = urlsplit(source)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "", "", ""
    if parts.scheme not in ("http", "https", "") or source.startswith("#"):
        return "", "", ""
    labels = host.split(".")
    player = next((PLAYERS[name] for i in range(len(labels)) if (name := ".".join(labels[i:])) in PLAYERS), "")
    if player == "YouTube" and (match := _YOUTUBE.search(parts.path)):
        source = f"https://www.youtube.com/watch?v={match[1]}"
    elif player == "Vimeo" and (match := _VIMEO.search(parts.path)):
        source = f"https://vimeo.com/{match[1]}"
    return host, player, source
