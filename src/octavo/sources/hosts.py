"""Addresses on well-known hosts, and where those hosts keep the feed of each: rules over addresses alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from octavo.core.errors import BadInput
from octavo.core.links import shown, web_url

_HANDLE = re.compile(r"@?([\w.\-]+)@([\w\-]+(?:\.[\w\-]+)+)")
_BLUESKY = re.compile(r"@([\w\-]+(?:\.[\w\-]+)+)")
_SUBREDDIT = re.compile(r"/?(r/\w+)/?")
_FEED_SCHEME = re.compile(r"^(?:feed|podcast|pcast|itpc|rss):(?://)?(?!https?:)", re.IGNORECASE)
_FEED_PREFIX = re.compile(r"^(?:feed|podcast|pcast|itpc|rss):(?://)?(?=https?:)", re.IGNORECASE)
_BARE = re.compile(
    r"(?:(?:[^\s/:@]+\.[^\s/:@.]{2,}|(?:\d{1,3}\.){3}\d{1,3}|\[[0-9a-f:.]+\]|localhost)(?::\d{1,5})?"
    r"|(?!(?:mailto|javascript|data|file|tel|sms|sips?|urn|news|about|blob):)[\w-]+:\d{1,5}(?=/))(?:[/?#]\S*)?",
    re.IGNORECASE,
)
"""An address without its scheme; a name without a dot is a host where port and path follow, a scheme is none."""
_IS_FEED = re.compile(
    r"(?:^|(?<!/r)(?<!/u)(?<!/user)(?<!/t)(?<!/tags)(?<!/tagged)(?<!/project)[/.])(?:rss|atom|feeds?|xml|json)(?:/|$)",
    re.IGNORECASE,
)
"""An address that is a feed's already; a subreddit, a person, a tag, a package and a repository may be called so."""
_PORT = re.compile(r":\d+$")
_EVERYWHERE = ("www.", "m.", "mobile.", "old.", "new.", "np.")
_YOUTUBE = ("youtube.com", "music.youtube.com", "youtu.be")
_NO_PLAYLIST = ("RD", "WL", "LL")
"""Mixes made for one person, "watch later" and "liked": they have no feed."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """Where one kind of address has its feeds; `{1}` and so on stand for what `path` caught, `{name}` for `host`'s."""

    host: str
    """The host without www.; one that begins with a dot stands for any name below it, caught as `{name}`."""
    path: str
    """A pattern for the whole path, without the slash at its end."""
    feeds: tuple[str, ...]


_NAME = r"([\w.\-~%:]+)"
_RULES = tuple(
    _Rule(host, path, tuple(feeds.split()))
    for host, path, feeds in (
        ("youtube.com", r"/channel/(UC[\w-]{22}).*", "https://www.youtube.com/feeds/videos.xml?channel_id={1}"),
        ("youtube.com", rf"/user/{_NAME}.*", "https://www.youtube.com/feeds/videos.xml?user={1}"),
        ("music.youtube.com", r"/channel/(UC[\w-]{22}).*", "https://www.youtube.com/feeds/videos.xml?channel_id={1}"),
        ("reddit.com", r"", "https://www.reddit.com/.rss"),
        ("reddit.com", r"(/r/[\w+]+(?:/(?:new|top|rising|controversial))?)(?:/hot)?", "https://www.reddit.com{1}/.rss"),
        ("reddit.com", r"(/r/\w+/comments/\w+).*", "https://www.reddit.com{1}/.rss"),
        ("reddit.com", rf"/(?:u|user)/{_NAME}(?:/submitted)?", "https://www.reddit.com/user/{1}/.rss"),
        ("reddit.com", rf"/user/{_NAME}/m/{_NAME}", "https://www.reddit.com/user/{1}/m/{2}/.rss"),
        ("github.com", rf"/{_NAME}", "https://github.com/{1}.atom"),
        ("github.com", rf"/{_NAME}/{_NAME}/tags", "https://github.com/{1}/{2}/tags.atom"),
        ("github.com", rf"/{_NAME}/{_NAME}/commits", "https://github.com/{1}/{2}/commits.atom"),
        ("github.com", rf"/{_NAME}/{_NAME}/(?:commits|tree)/(.+)", "https://github.com/{1}/{2}/commits/{3}.atom"),
        ("github.com", rf"/{_NAME}/{_NAME}/wiki.*", "https://github.com/{1}/{2}/wiki.atom"),
        (
            "github.com",
            rf"/{_NAME}/{_NAME}/releases.*",
            "https://github.com/{1}/{2}/releases.atom https://github.com/{1}/{2}/tags.atom",
        ),
        (
            "github.com",
            r"/([\w.\-]+)/([\w.\-]+?)(?:\.git|/(?:issues|pulls?|discussions|actions|blob).*)?",
            "https://github.com/{1}/{2}/releases.atom https://github.com/{1}/{2}/commits.atom",
        ),
        ("gitlab.com", r"((?:/[\w.\-]+){2,}?)(?:/-/(?:tags|releases).*)?", "https://gitlab.com{1}/-/tags?format=atom"),
        ("codeberg.org", rf"/{_NAME}", "https://codeberg.org/{1}.rss"),
        (
            "codeberg.org",
            rf"/{_NAME}/{_NAME}(?:/releases.*)?",
            "https://codeberg.org/{1}/{2}/releases.rss https://codeberg.org/{1}/{2}.rss",
        ),
        ("bsky.app", rf"/profile/{_NAME}.*", "https://bsky.app/profile/{1}/rss"),
        (".bsky.social", r"", "https://bsky.app/profile/{name}.bsky.social/rss"),
        ("medium.com", rf"/tag/{_NAME}.*", "https://medium.com/feed/tag/{1}"),
        ("medium.com", r"/(@?[\w.\-]+)(?:/.*)?", "https://medium.com/feed/{1}"),
        (".medium.com", r".*", "https://{name}.medium.com/feed"),
        ("open.substack.com", rf"/pub/{_NAME}.*", "https://{1}.substack.com/feed"),
        (".substack.com", r".*", "https://{name}.substack.com/feed"),
        ("substack.com", rf"/@{_NAME}.*", "https://{1}.substack.com/feed"),
        (".tumblr.com", rf"/tagged/{_NAME}.*", "https://{name}.tumblr.com/tagged/{1}/rss"),
        (".tumblr.com", r".*", "https://{name}.tumblr.com/rss"),
        ("tumblr.com", rf"/(?:blog/(?:view/)?)?{_NAME}(?:/\d.*)?", "https://{1}.tumblr.com/rss"),
        (".wordpress.com", r"(/(?:category|tag|author)/.+)", "https://{name}.wordpress.com{1}/feed/"),
        (".wordpress.com", r".*", "https://{name}.wordpress.com/feed/"),
        (".blogspot.com", r"/search/label/(.+)", "https://{name}.blogspot.com/feeds/posts/default/-/{1}"),
        (".blogspot.com", r".*", "https://{name}.blogspot.com/feeds/posts/default"),
        (".livejournal.com", r".*", "https://{name}.livejournal.com/data/rss"),
        (".hatenablog.com", r".*", "https://{name}.hatenablog.com/feed"),
        (".hatenablog.jp", r".*", "https://{name}.hatenablog.jp/feed"),
        (".tistory.com", r".*", "https://{name}.tistory.com/rss"),
        ("blog.naver.com", rf"/{_NAME}.*", "https://rss.blog.naver.com/{1}.xml"),
        ("velog.io", rf"/@{_NAME}.*", "https://v2.velog.io/rss/{1}"),
        ("note.com", rf"/{_NAME}(?:/n/.*)?", "https://note.com/{1}/rss"),
        ("qiita.com", rf"/tags/{_NAME}", "https://qiita.com/tags/{1}/feed"),
        ("qiita.com", rf"/{_NAME}(?:/items/.*)?", "https://qiita.com/{1}/feed"),
        ("zenn.dev", rf"/{_NAME}(?:/articles/.*)?", "https://zenn.dev/{1}/feed"),
        ("dev.to", rf"/t/{_NAME}", "https://dev.to/feed/tag/{1}"),
        ("dev.to", rf"/{_NAME}(?:/.*)?", "https://dev.to/feed/{1}"),
        ("buttondown.com", rf"/{_NAME}(?:/archive.*)?", "https://buttondown.com/{1}/rss"),
        ("vimeo.com", r"/channels/([\w\-]+)", "https://vimeo.com/channels/{1}/videos/rss"),
        ("vimeo.com", r"/([A-Za-z][\w\-]+)(?:/videos)?", "https://vimeo.com/{1}/videos/rss"),
        ("dailymotion.com", r"/(?:user/)?([A-Za-z][\w\-]+)", "https://www.dailymotion.com/rss/user/{1}"),
        ("podcasts.apple.com", r"/.*/id(\d+)", "https://itunes.apple.com/lookup?id={1}&entity=podcast"),
        ("itunes.apple.com", r"/.*/id(\d+)", "https://itunes.apple.com/lookup?id={1}&entity=podcast"),
        ("letterboxd.com", rf"/{_NAME}(?:/(?:films|diary|reviews).*)?", "https://letterboxd.com/{1}/rss/"),
        ("arxiv.org", r"/list/([\w.\-]+)(?:/.*)?", "https://rss.arxiv.org/rss/{1}"),
        ("pypi.org", rf"/project/{_NAME}.*", "https://pypi.org/rss/project/{1}/releases.xml"),
        ("store.steampowered.com", r"/(?:app|news/app)/(\d+).*", "https://store.steampowered.com/feeds/news/app/{1}/"),
        ("stackoverflow.com", rf"/questions/tagged/{_NAME}", "https://stackoverflow.com/feeds/tag/{1}"),
        ("news.ycombinator.com", r".*", "https://news.ycombinator.com/rss"),
    )
)
_PROFILE = re.compile(r"(?:/web|/deck)?(/@[\w.\-]+|/users/[\w.\-]+|/tags/\w+)(?:/(?:with_replies|media|featured|\d+))?")
"""Mastodon, Misskey, Pixelfed and their kin, on any host: its feed is the address with .rss behind it, of a post its
author's."""
_PERSON = re.compile(r"/@([\w.\-]+)/?")
_REMOTE_PROFILE = re.compile(r"/@([\w.\-]+)@([\w\-]+(?:\.[\w\-]+)+)")
_IN_PAGE = (
    (
        "youtube.com",
        re.compile(r'"externalId":"(UC[\w-]{22})"'),
        "https://www.youtube.com/feeds/videos.xml?channel_id={}",
    ),
    (
        "youtube.com",
        re.compile(r'"channelId":"(UC[\w-]{22})"'),
        "https://www.youtube.com/feeds/videos.xml?channel_id={}",
    ),
    ("youtube.com", re.compile(r"/channel/(UC[\w-]{22})"), "https://www.youtube.com/feeds/videos.xml?channel_id={}"),
    (
        "soundcloud.com",
        re.compile(r"soundcloud:users:(\d+)"),
        "https://feeds.soundcloud.com/users/soundcloud:users:{}/sounds.rss",
    ),
)
"""Hosts whose feed is named after a number that only the page tells; the first that is found counts."""
_SHARED = frozenset(
    {rule.host for rule in _RULES if not rule.host.startswith(".") and rule.path and rule.path != ".*"}
    | {"rss.blog.naver.com", "feeds.soundcloud.com", "soundcloud.com", "youtu.be", "feeds.feedburner.com"}
)
"""Hosts at which many publish: who publishes is told by the path as well."""


def address_of(text: str) -> str:
    """Return the web address that a person means; raises BadInput where it is none.

    Takes what people copy: without its scheme, feed: and podcast: links, @name@host of the fediverse, @host of Bluesky,
    r/name of Reddit.
    """
    text = unwrapped(text.strip())
    if handle := _HANDLE.fullmatch(text):
        text = f"https://{handle[2]}/@{handle[1]}"
    elif bluesky := _BLUESKY.fullmatch(text):
        text = f"https://bsky.app/profile/{bluesky[1]}"
    elif subreddit := _SUBREDDIT.fullmatch(text):
        text = f"https://www.reddit.com/{subreddit[1]}/"
    elif _BARE.fullmatch(text):
        text = f"https://{text}"
    if (url := web_url(text)) and "@" not in urlsplit(text).netloc:
        return url
    if (seen := shown(text)) != text:
        raise BadInput(f"{seen[:200]!r} has a name or password in its web address, and Octavo sends none to anybody")
    raise BadInput(f"{seen[:200]!r} is no web address; write it like https://example.org/")


def unwrapped(href: str) -> str:
    """Return the web address in a link made for feed readers or podcast players; any other link as it is."""
    return _FEED_SCHEME.sub("https://", _FEED_PREFIX.sub("", href))


def feeds_at(url: str) -> list[str]:
    """Return where a well-known host keeps the feeds of `url`, best first; [] where its address alone does not tell."""
    parts = urlsplit(url)
    host, path = _plain_host(url), parts.path.rstrip("/")
    playlist = parse_qs(parts.query).get("list", [""])[0]
    if host in _YOUTUBE and playlist and not playlist.startswith(_NO_PLAYLIST):
        return [f"https://www.youtube.com/feeds/videos.xml?playlist_id={playlist}"]
    if _IS_FEED.search(path) and host != "github.com":
        return []
    for rule in _RULES:
        name = _name(rule, host)
        if name is not None and (found := re.fullmatch(rule.path, path)):
            return [feed.format(found[0], *found.groups(), name=name) for feed in rule.feeds]
    if remote := _REMOTE_PROFILE.fullmatch(path):
        return [f"https://{remote[2]}/@{remote[1]}.rss"]
    profile = _PROFILE.fullmatch(path) if host not in _SHARED else None
    return [f"{parts.scheme}://{parts.netloc}{profile[1]}.rss"] if profile else []


def directory_at(url: str) -> str:
    """Return where the host of a profile tells where that is kept (WebFinger, RFC 7033); "" where `url` is none."""
    parts = urlsplit(url)
    person = _PERSON.fullmatch(parts.path) if _plain_host(url) not in _SHARED else None
    if not person:
        return ""
    return f"{parts.scheme}://{parts.netloc}/.well-known/webfinger?resource=acct:{person[1]}@{parts.hostname}"


def feeds_in(url: str, text: str) -> Iterator[str]:
    """Yield the feed that a well-known host keeps for the page `url`, where its `text` tells."""
    host = _plain_host(url)
    for of_host, pattern, feed in _IN_PAGE:
        if host == of_host and (found := pattern.search(text)):
            yield feed.format(found[1])
            return


def is_shared(url: str) -> bool:
    """Tell whether many publish at the host of `url`, so that its path tells who does."""
    path = urlsplit(url).path
    return _plain_host(url) in _SHARED or path.startswith(("/@", "/users/", "/~"))


def site_of(url: str, *, with_path: bool = False) -> str:
    """Return what tells a publisher's home page from others: its host, where many share that with its path."""
    parts = urlsplit(url)
    port = _PORT.search(parts.netloc)
    path = parts.path.rstrip("/") if with_path or is_shared(url) else ""
    return f"{_plain_host(url)}{port[0] if port else ''}{path}"[:300]


def _plain_host(url: str) -> str:
    host = (urlsplit(url).hostname or "").lower()
    return next((host.removeprefix(start) for start in _EVERYWHERE if host.startswith(start)), host)


def _name(rule: _Rule, host: str) -> str | None:
    """Return the part of `host` that the rule catches, "" where it names the whole host; None where it is another."""
    if rule.host == host:
        return ""
    name = host.removesuffix(rule.host)
    return name if rule.host.startswith(".") and name != host and name and "." not in name else None
