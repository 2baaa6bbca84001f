"""Stories in the admin: what is in them, what joined it, and what mending did."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from octavo.config.admin import ReadOnly
from octavo.core.types import APART, DEVELOPS
from octavo.stories.models import Membership, Mending, MovedStory, MovedThread, RelatedStory, Story, Thread
from octavo.stories.reasons import Why, links, numbered, reasons


def told(signals: Sequence[dict[str, Any]]) -> str:
    """Return signals in one line, strongest first."""
    return ", ".join(map(_told, signals)) or "-"


def _numbered(why: Why, own: int = 0) -> str:
    """Return one decision's signals in one line, with stories by their numbers."""
    return told(numbered({0: why}, own)[0])


def _told(signal: dict[str, Any]) -> str:
    is_of_story = signal["name"] in (APART, DEVELOPS) and signal["detail"]
    detail = f"from story {signal['detail']}" if is_of_story else signal["detail"]
    return f"{signal['name']} {signal['value']:+.2f} {detail}".rstrip()


@admin.register(Story)
class StoryAdmin(ReadOnly):
    """Stories, with the evidence for each article and each change."""

    list_display = ("headline", "latest", "articles_count", "publishers_count", "copies_count", "thread")
    list_select_related = ("thread",)
    search_fields = ("headline", "memberships__article__title")
    ordering = ("-latest",)
    fields = (
        "headline",
        "thread",
        "began",
        "latest",
        "articles_count",
        "publishers_count",
        "copies_count",
        "why",
        "mended",
        "bears_on",
    )

    @admin.display(description="why each article is in it")
    def why(self, story: Story) -> str:
        rows = Membership.objects.filter(story=story).select_related("article__publisher").order_by("article__moment")
        why = reasons(story.pk)
        return _lines((f"{row.article.publisher.name}: {row.article.title}", told(why[row.article_id])) for row in rows)

    @admin.display(description="what mending did")
    def mended(self, story: Story) -> str:
        rows = Mending.objects.filter(Q(story=story) | Q(other_id=story.pk)).order_by("-mended")
        why = numbered({row.pk: row.why for row in rows})
        return _lines((str(row), told(why[row.pk])) for row in rows)

    @admin.display(description="related")
    def bears_on(self, story: Story) -> str:
        rows = RelatedStory.objects.filter(story=story).select_related("other").order_by("-score")
        return _lines((row.other.headline, f"{row.reason}: {', '.join(row.terms)}") for row in rows)


def _lines(pairs: Iterable[tuple[str, str]]) -> str:
    return format_html_join("", "<p>{}<br>{}</p>", pairs) or "-"


@admin.register(Membership)
class MembershipAdmin(ReadOnly):
    """Which story an article is in, and the signals that joined it."""

    list_display = ("article", "story", "signals")
    list_select_related = ("article", "story")
    search_fields = ("article__title", "article__url", "story__headline")
    ordering = ("-id",)

    @admin.display(description="signals")
    def signals(self, membership: Membership) -> str:
        return _numbered(membership.why, own=membership.story_id)


@admin.register(Mending)
class MendingAdmin(ReadOnly):
    """Merged and split stories, and why."""

    list_display = ("mended", "kind", "other_headline", "story", "articles_count", "signals")
    list_filter = ("kind",)
    list_select_related = ("story",)
    search_fields = ("other_headline", "story__headline")
    ordering = ("-mended",)

    @admin.display(description="signals")
    def signals(self, mending: Mending) -> str:
        return _numbered(mending.why)


@admin.register(MovedStory)
class MovedStoryAdmin(ReadOnly):
    """Addresses that lead elsewhere now."""

    list_display = ("old_id", "story", "reason", "moved")
    list_select_related = ("story",)
    search_fields = ("reason", "story__headline")
    ordering = ("-moved",)


@admin.register(MovedThread)
class MovedThreadAdmin(ReadOnly):
    """Addresses of threads that lead to a story of another now."""

    list_display = ("old_id", "story")
    list_select_related = ("story",)
    search_fields = ("story__headline",)
    ordering = ("-old_id",)


@admin.register(Thread)
class ThreadAdmin(ReadOnly):
    """Stories that develop from one another."""

    list_display = ("id", "headlines")
    ordering = ("-id",)
    search_fields = ("stories__headline",)
    fields = ("steps",)

    @admin.display(description="stories")
    def headlines(self, thread: Thread) -> str:
        return " – ".join(thread.stories.order_by("began").values_list("headline", flat=True))

    @admin.display(description="stories, why each began one, and what links it to an earlier one")
    def steps(self, thread: Thread) -> str:
        stories = list(thread.stories.order_by("began", "id"))
        linked = links(story.pk for story in stories)
        rows = (_step(story, linked.get(story.pk, [])) for story in stories)
        return format_html_join("", "<p>{} {}<br>{}<br>{}</p>", rows)


def _step(story: Story, linked: Why) -> tuple[str, str, str, str]:
    """Return when a story began, a link to it, what kept its first article apart from those before, and what links."""
    first = Membership.objects.filter(story=story).order_by("article__moment", "article__url").first()
    link = format_html('<a href="{}">{}</a>', reverse("admin:stories_story_change", args=[story.pk]), story)
    return f"{story.began:%Y-%m-%d %H:%M}", link, _numbered(first.why if first else [], own=story.pk), told(linked)
