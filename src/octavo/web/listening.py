"""Pages to hear: an article, a story, the briefing; and a person's podcast."""

import re
import secrets
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from octavo.accounts.roles import Act
from octavo.core.clock import utc_now
from octavo.enrich.models import Episode, Podcast, Recording
from octavo.enrich.speech import store
from octavo.pipeline import jobs, speaking
from octavo.web import made_addresses
from octavo.web.made import answered, asking, machine_made, state_of
from octavo.web.person import PRIVATE, allowed, person_of
from octavo.web.rendering import rendered

EPISODES_COUNT = 100
SOUND = "audio/mpeg"
FEED_TYPE = "application/rss+xml"
_SPAN = re.compile(r"\s*bytes\s*=\s*([0-9]{0,18})-([0-9]{0,18})\s*")


@machine_made
@asking
def listen(request: HttpRequest, language: str, kind: str, identity: str) -> HttpResponse:
    """Play a recording; where there is none yet, offer to make it, aside."""
    person = person_of(request)
    script = speaking.script_of(kind, int(identity), language, person, utc_now())
    if script is None:
        raise Http404
    recording = store.found(script)
    can_be_recorded = any(made_addresses.has_voice(one.language) for one in script.chapters)
    if request.method == "POST" and can_be_recorded:
        asker = person.pk if person else None
        if recording and asker:
            store.add_episode(asker, recording, utc_now())
        if recording:
            return HttpResponseRedirect(request.path)
        return answered(request, lambda: speaking.speak_later(kind, int(identity), language, asker))
    name = speaking.name_of(kind, int(identity), language, person.pk if person else None)
    state = "" if recording else state_of(request, jobs.speak, name)
    podcast = Podcast.objects.filter(person=person).first() if person else None
    context: dict[str, Any] = {"recording": recording, "state": state, "podcast": podcast}
    return rendered(request, "listen.html", script=script, can_be_recorded=can_be_recorded, **context)


@machine_made
@require_safe
def sound(request: HttpRequest, key: str) -> HttpResponse:
    """Serve a recording's sound; players ask for parts of it."""
    return _sound(request, key)


def _sound(request: HttpRequest, key: str) -> HttpResponse:
    content = store.sounds().read(store.file_name(key))
    if content is None or not Recording.objects.filter(key=key).exists():
        raise Http404
    headers = {"Accept-Ranges": "bytes", "Cache-Control": "private, max-age=86400"}
    part = part_of(request.headers.get("range", ""), len(content))
    if part is None:
        return HttpResponse(content, content_type=SOUND, headers=headers)
    start, end = part
    if start >= end:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{len(content)}"})
    headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(content)}"
    return HttpResponse(content[start:end], content_type=SOUND, headers=headers, status=206)


def part_of(asked: str, size: int) -> tuple[int, int] | None:
    """Return the start and the end of the part that a Range header asks for (RFC 9110, 14); None for all of it."""
    span = _SPAN.fullmatch(asked)
    first, last = span.groups() if span else ("", "")
    if first and last and int(last) < int(first):
        return None
    if first:
        return int(first), min(int(last) + 1, size) if last else size
    return (max(0, size - int(last)), size) if last else None


@machine_made
@allowed(Act.KEEP)
@asking
def podcast(request: HttpRequest, language: str) -> HttpResponse:
    """Show a person's podcast; a form begins it, gives it another address, or ends it."""
    person = person_of(request)
    if person is None:
        raise Http404
    if request.method == "POST":
        if request.POST.get("act") == "end":
            Podcast.objects.filter(person=person).delete()
        else:
            facts = {"token": secrets.token_urlsafe(32), "language": language, "made": utc_now()}
            Podcast.objects.update_or_create(person=person, defaults=facts)
        return HttpResponseRedirect(request.path)
    own = Podcast.objects.filter(person=person).first()
    address = request.build_absolute_uri(made_addresses.podcast_url(own.token)) if own else ""
    episodes = _episodes(person.pk)
    return rendered(request, "podcast.html", own=own, address=address, episodes=episodes)


@machine_made
@require_safe
def podcast_file(request: HttpRequest, token: str, name: str) -> HttpResponse:
    """Serve a podcast's feed, or a sound, the chapters or the transcript of one of its episodes."""
    own = Podcast.objects.filter(token=token, person__is_active=True).select_related("person").first()
    if own is None:
        raise Http404
    if name == "feed.rss":
        return _feed(request, own)
    key, kind = (*name.split(".", 1), "")[:2]
    episode = Episode.objects.filter(person=own.person, recording__key=key).select_related("recording").first()
    if episode is None:
        raise Http404
    if kind == "mp3":
        return _sound(request, key)
    headers = {"Cache-Control": PRIVATE}
    if kind == "json":
        return JsonResponse(
            _chapters(request, episode.recording), content_type="application/json+chapters", headers=headers
        )
    if kind == "txt":
        return HttpResponse(episode.recording.transcript, content_type="text/plain; charset=utf-8", headers=headers)
    raise Http404


def _feed(request: HttpRequest, own: Podcast) -> HttpResponse:
    """Write the feed: RSS 2.0 with Apple's and the Podcasting 2.0 namespace."""
    root = request.build_absolute_uri("/").rstrip("/")

    def address(name: str) -> str:
        return root + made_addresses.podcast_url(own.token, name)

    context: dict[str, Any] = {"own": own, "root": root, "address": address, "episodes": _episodes(own.person_id)}
    with translation.override(own.language):
        context["title"] = _("Octavo, for %(name)s") % {"name": own.person.get_username()}
        feed = render(request, "podcast.xml", context, content_type=FEED_TYPE)
    feed.headers["Cache-Control"] = PRIVATE
    return feed


def _episodes(person_id: int) -> list[Episode]:
    """Return the latest episodes of a person's podcast whose sound is still kept."""
    rows = Episode.objects.filter(person=person_id).select_related("recording").order_by("-added", "-pk")
    return [one for one in rows[:EPISODES_COUNT] if store.is_there(one.recording)]


def _chapters(request: HttpRequest, recording: Recording) -> dict[str, Any]:
    """Return the chapters as Podcasting 2.0 has them (JSON Chapters 1.2.0)."""
    told = [
        {"startTime": one["start"], "title": one["title"], "url": request.build_absolute_uri(one["url"])}
        for one in recording.chapters
    ]
    return {"version": "1.2.0", "title": recording.title, "chapters": told}
