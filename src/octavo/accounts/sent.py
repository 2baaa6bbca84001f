"""Reading, starring and following as acts: of several on one thing the latest counts, in whatever order they arrive."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from octavo.accounts.acts import act
from octavo.accounts.models import User
from octavo.accounts.sent_acts import SentAct
from octavo.accounts.state_models import Following, Mark, Read, Saved
from octavo.core.digits import whole
from octavo.core.errors import BadInput, GiveUp
from octavo.core.links import web_url
from octavo.enrich.models import Hashtag
from octavo.extract.models import Article
from octavo.sources.models import Publisher
from octavo.stories.models import MovedStory, Story

LONGEST = 300
MOST_COUNT = 5_000
"""Saved things, and followings, of one person."""


@act("read")
def read(person: User, sent: SentAct) -> None:
    """Mark an article or a story as read; `"opened": false` where it was only marked."""
    thing = _thing(sent)
    mark(Read, person, thing, sent.at, {"opened": sent.at} if sent.facts.get("opened", True) else {})
    if "story_id" in thing:
        Following.objects.filter(person=person, seen__lt=sent.at, **thing).update(seen=sent.at)


@act("unread")
def unread(person: User, sent: SentAct) -> None:
    mark(Read, person, _thing(sent), sent.at, is_on=False)


@act("star")
def star(person: User, sent: SentAct) -> None:
    """Save an article, a story, or the link `"url"` with its `"title"`."""
    thing = _link(sent) if "url" in sent.facts else _thing(sent)
    _spare(Saved, person)
    mark(Saved, person, thing, sent.at, _snapshot(thing, sent))


@act("unstar")
def unstar(person: User, sent: SentAct) -> None:
    mark(Saved, person, _link(sent) if "url" in sent.facts else _thing(sent), sent.at, is_on=False)


@act("follow")
def follow(person: User, sent: SentAct) -> None:
    """Follow a story, a hashtag, a publisher (by slug) or a search; `"tells"` says whether news in it is pushed.

    Of what is followed already only that changes.
    """
    followed = _followed(sent)
    kind = followed["kind"]
    usually = kind in (Following.Kind.STORY, Following.Kind.SEARCH)
    tells = bool(sent.facts.get("tells", usually))
    _spare(Following, person)
    if not Following.objects.filter(person=person, is_on=True, **followed).update(tells=tells):
        mark(Following, person, followed, sent.at, {"since": sent.at, "seen": sent.at, "tells": tells})


@act("unfollow")
def unfollow(person: User, sent: SentAct) -> None:
    mark(Following, person, _followed(sent), sent.at, {"since": sent.at, "seen": sent.at}, is_on=False)


def mark(
    kind: type[Mark],
    person: User,
    thing: Mapping[str, Any],
    at: datetime,
    facts: Mapping[str, Any] | None = None,
    *,
    is_on: bool = True,
) -> None:
    """Keep that a person did, or took back, something at a moment, unless something later is known."""
    values = {**(facts or {}), "is_on": is_on, "changed": at}
    key = {**_NOTHING[kind], **thing}
    row, is_fresh = kind._default_manager.get_or_create(person=person, **key, defaults=values)
    if not is_fresh and row.changed <= at:
        kind._default_manager.filter(pk=row.pk).update(**values)


_NOTHING: Mapping[type[Mark], Mapping[str, Any]] = {
    Read: {"article_id": None, "story_id": None},
    Saved: {"article_id": None, "story_id": None, "url": ""},
    Following: {"story_id": None, "name": ""},
}
"""What names the thing of a mark where it is of another kind."""


def _spare(kind: type[Mark], person: User) -> None:
    if kind._default_manager.filter(person=person, is_on=True).count() >= MOST_COUNT:
        raise GiveUp(f"there are {MOST_COUNT} already; take one away first")


def _thing(sent: SentAct) -> dict[str, int]:
    """Return the article or story that an act is about. Raises GiveUp where it is gone."""
    if "article" in sent.facts:
        article_id = _identity(sent.facts["article"])
        if not Article.objects.filter(pk=article_id).exists():
            raise GiveUp("this article is gone")
        return {"article_id": article_id}
    return {"story_id": living_story(_identity(sent.facts.get("story")))}


def living_story(story_id: int) -> int:
    """Return a story's id, or that of the one that it was merged into. Raises GiveUp where it is gone."""
    if Story.objects.filter(pk=story_id).exists():
        return story_id
    moved = MovedStory.objects.filter(old_id=story_id).values_list("story_id", flat=True).first()
    if moved is None:
        raise GiveUp("this story is gone")
    return moved


def _link(sent: SentAct) -> dict[str, Any]:
    """Return what a saved link is about: the article at that address where Octavo has it."""
    url = web_url(str(sent.facts["url"])[:2000], "")
    if not url:
        raise BadInput("only web addresses can be saved")
    article_id = Article.objects.filter(url=url).values_list("pk", flat=True).first()
    return {"article_id": article_id} if article_id else {"url": url}


def _snapshot(thing: Mapping[str, Any], sent: SentAct) -> dict[str, str]:
    """Return what is shown of a saved thing when it is gone."""
    if "article_id" in thing:
        return {"title": Article.objects.values_list("title", flat=True).get(pk=thing["article_id"])}
    if "story_id" in thing:
        return {"title": Story.objects.values_list("headline", flat=True).get(pk=thing["story_id"])}
    return {"title": str(sent.facts.get("title") or thing["url"])[:LONGEST]}


def _followed(sent: SentAct) -> dict[str, Any]:
    """Return what an act follows, as a Following names it. Raises GiveUp where there is no such thing."""
    if "story" in sent.facts:
        return {"kind": Following.Kind.STORY, "story_id": living_story(_identity(sent.facts["story"]))}
    for kind in (Following.Kind.HASHTAG, Following.Kind.PUBLISHER, Following.Kind.SEARCH):
        if kind.value in sent.facts:
            return {"kind": kind, "name": _name(kind, str(sent.facts[kind.value]).strip())}
    raise BadInput("a story, hashtag, publisher or search can be followed")


def _name(kind: Following.Kind, text: str) -> str:
    """Return the name of what is followed as it is written here."""
    if not 0 < len(text) <= LONGEST:
        raise BadInput(f"a name or a search has 1 to {LONGEST} letters")
    if kind is Following.Kind.SEARCH:
        return text
    if kind is Following.Kind.HASHTAG:
        known = set(Hashtag.objects.called(text.removeprefix("#")).values_list("name", flat=True))
    else:
        known = set(Publisher.objects.filter(slug=text).values_list("slug", flat=True))
    if not known:
        raise GiveUp(f"there is no such {kind.value}")
    return text.removeprefix("#") if text.removeprefix("#") in known else min(known)


def _identity(given: object) -> int:
    """Return an id as sent. Raises BadInput for what is none."""
    number = None if isinstance(given, bool) else whole(str(given))
    if not number:
        raise BadInput("an act names an article or a story by its number")
    return number
