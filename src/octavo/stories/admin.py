"""Stories in the admin: what is in them, what joined it, and what mending did."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.utils.html import format_html_join

from octavo.config.admin import ReadOnly
from octavo.stories.models import Membership, Mending, MovedStory, RelatedStory, Story, Thread


def told(signals: Sequence[dict[str, Any]]) -> str:
    """Return signals in one line, strongest first."""
    return ", ".join(f"{one['name']} {one['value']:+.2f} {one['detail']}".rstrip() for one in signals) or "-"


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
        return _lines((f"{row.article.publisher.name}: {row.article.title}", told(row.why)) for row in rows)

    @admin.display(description="what mending did")
    def mended(self, story: Story) -> str:
        rows = Mending.objects.filter(Q(story=story) | Q(other_id=story.pk)).order_by("-mended")
        return _lines((str(row), told(row.why)) for row in rows)

    @admin.display(description="related")
    def bears_on(self, story: Story) -> str:
        rows = RelatedStory.objects.filter(story=story).select_related("other").order_by("-score")
        return _lines((row.other.headline, f"{row.reason}: {', '.join(row.terms)}") for row in rows)


def _lines(pairs: Any) -> str:
    return format_html_join("", "<p>{}<br>{}</p>", pairs)


@admin.register(Membership)
class MembershipAdmin(ReadOnly):
    """Which story an article is in, and the signals that joined it."""

    list_display = ("article", "story", "signals")
    list_select_related = ("article", "story")
    search_fields = ("article__title", "article__url", "story__headline")
    ordering = ("-id",)

    @admin.display(description="signals")
    def signals(self, membership: Membership) -> str:
        return told(membership.why)


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
        return told(mending.why)


@admin.register(MovedStory)
class MovedStoryAdmin(ReadOnly):
    """Addresses that lead elsewhere now."""

    list_display = ("old_id", "story", "reason", "moved")
    list_select_related = ("story",)
    search_fields = ("reason", "story__headline")
    ordering = ("-moved",)


@admin.register(Thread)
class ThreadAdmin(ReadOnly):
    """Stories that develop from one another."""

    list_display = ("id", "headlines")
    ordering = ("-id",)
    search_fields = ("stories__headline",)

    @admin.display(description="stories")
    def headlines(self, thread: Thread) -> str:
        return " – ".join(thread.stories.order_by("began").values_list("headline", flat=True))
