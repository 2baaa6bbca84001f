"""Who is told of what is new: followed stories, hashtags and publishers, and searches that are alerts.

Copies are no news. What a person is told stands as a Notice, once, until their devices have it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from octavo.accounts.state_models import Device, Following, Notice
from octavo.enrich.models import FIRST, Hashtag, Tagging
from octavo.extract.models import Article
from octavo.search import parse_query
from octavo.search.finding import find

FRESH = timedelta(hours=24)
"""What arrived longer ago is told no more, and neither is what was written longer ago: no feed's archive is news."""
KEPT = timedelta(days=30)
"""How long a notice is remembered."""


@dataclass(frozen=True, slots=True)
class _News:
    """A fresh report that is no copy, with what may be followed of it."""

    article: Article
    story_id: int
    hashtags: set[str]

    def names(self) -> Iterator[tuple[str, int | str]]:
        yield Following.Kind.STORY, self.story_id
        yield Following.Kind.PUBLISHER, self.article.publisher.slug
        for hashtag in self.hashtags:
            yield Following.Kind.HASHTAG, hashtag


def tell(story_ids: Sequence[int], now: datetime) -> bool:
    """Keep a notice for everyone who follows what is new in these stories; return whether any is waiting."""
    if news := _news(story_ids, now):
        Notice.objects.bulk_create(_notices(_heard(), news, now), ignore_conflicts=True)
    return Notice.objects.filter(sent__isnull=True).exists()


def is_anyone_listening() -> bool:
    """Tell whether anyone follows anything on a device that takes pushes."""
    return _heard().exists()


def _heard() -> QuerySet[Following]:
    listening = Exists(Device.objects.filter(person=OuterRef("person"), person__is_active=True))
    return Following.objects.filter(listening, is_on=True, tells=True)


def _news(story_ids: Sequence[int], now: datetime) -> list[_News]:
    fresh = Article.objects.filter(
        membership__story__in=story_ids, copy__isnull=True, first_seen__gt=now - FRESH, moment__gt=now - FRESH
    )
    tags = _hashtags(story_ids)
    rows = fresh.select_related("publisher", "membership").defer("text", "html", "vector").order_by("moment", "pk")
    return [_News(row, row.membership.story_id, tags[row.membership.story_id]) for row in rows]


def _hashtags(story_ids: Sequence[int]) -> dict[int, set[str]]:
    """Return the names of each story's hashtags, in every language that has one."""
    names: dict[int, set[str]] = defaultdict(set)
    told = Hashtag.objects.filter(taggings__story__in=story_ids)
    for first, name in told.with_same().values_list(FIRST, "name"):
        names[first].add(name)
    found: dict[int, set[str]] = defaultdict(set)
    tagged = Tagging.objects.filter(story__in=story_ids)
    for story_id, first in tagged.values_list("story_id", Coalesce("hashtag__same_as", "hashtag")):
        found[story_id] |= names[first]
    return found


def _notices(followings: Iterable[Following], news: Sequence[_News], now: datetime) -> Iterator[Notice]:
    about: dict[tuple[str, int | str], list[_News]] = defaultdict(list)
    for one in news:
        for name in one.names():
            about[name].append(one)
    found_by: dict[str, set[int]] = {}
    for following in followings:
        if following.kind == Following.Kind.SEARCH:
            if following.name not in found_by:
                found_by[following.name] = _found(following.name, news)
            matching = [one for one in news if one.article.pk in found_by[following.name]]
        else:
            matching = about.get((following.kind, following.story_id or following.name), [])
        yield from (_notice(following, one, now) for one in matching if one.article.first_seen > following.since)


def _found(text: str, news: Sequence[_News]) -> set[int]:
    """Return the ids of the fresh articles that hold all that a search asks for; near meanings are no alert."""
    articles = Article.objects.filter(pk__in=[one.article.pk for one in news])
    return set(find(parse_query(text), articles).by_words)


def _notice(following: Following, news: _News, now: datetime) -> Notice:
    return Notice(
        person_id=following.person_id,
        key=f"article {news.article.pk}",
        topic=f"story {news.story_id}",
        title=news.article.title,
        body=news.article.publisher.name,
        path=f"story/{news.story_id}",
        made=now,
    )


def forget_old(now: datetime) -> None:
    """Forget notices that nobody needs any more."""
    Notice.objects.filter(made__lt=now - KEPT).delete()
