"""Sites and their articles at an address and a time."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

from octavo.demo.content import Draft, FeedPlan, Site, drafts, furniture
from octavo.demo.text import Block

Address = Callable[[str], str]
"""From a host (`harbour-courier.example`) to the scheme and authority at which it is reached."""


_DAY = re.compile(r"\{day([+-]\d)?\}")


@dataclass(frozen=True, slots=True)
class Post:
    """A draft as published."""

    draft: Draft
    url: str
    published: datetime
    """In the publisher's own zone."""
    picture: str
    """The picture's URL, or none."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A site as it is served."""

    site: Site
    root: str
    posts: tuple[Post, ...]
    """Newest first."""

    @property
    def language(self) -> str:
        return self.site.languages[0]

    @property
    def direction(self) -> str:
        return "rtl" if self.language == "ar" else "ltr"

    def feed_url(self, feed: FeedPlan) -> str:
        return self.root + feed.path

    def section_url(self, section: str) -> str:
        return f"{self.root}/section/{section}"


def stand(site: Site, root: str, now: datetime) -> Stand:
    """Return `site` as served at `root`, its articles dated back from `now`."""
    zone = timezone(timedelta(hours=site.zone_hours))
    local = now.astimezone(zone).replace(microsecond=0)
    posts = [_post(draft, site, root, local) for draft in drafts() if draft.site == site.key]
    return Stand(site, root, tuple(sorted(posts, key=lambda post: post.published, reverse=True)))


def _post(draft: Draft, site: Site, root: str, now: datetime) -> Post:
    if draft.page == "index":
        path = f"/section/{draft.section}"
    else:
        path = site.path.format(section=draft.section, slug=draft.slug, number=draft.number)
    picture = f"{root}/pictures/{draft.number}.jpg" if draft.caption else ""
    return Post(_dated(draft, site, now), root + path, now - timedelta(hours=draft.hours), picture)


def _dated(draft: Draft, site: Site, now: datetime) -> Draft:
    """Write the weekdays into a draft's text, in UTC, so that copies published in different zones stay alike."""
    names = furniture(site.languages[0])["days"]
    first = (now - timedelta(hours=draft.dated_hours)).astimezone(UTC).weekday()

    def named(text: str) -> str:
        return _DAY.sub(lambda found: names[(first + int(found[1] or 0)) % 7], text)

    body = tuple(Block(block.kind, tuple(map(named, block.lines))) for block in draft.body)
    return replace(draft, body=body, summary=named(draft.summary))
