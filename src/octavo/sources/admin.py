"""Publishers, feeds, leases and mailboxes in the admin."""

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from octavo.config.admin import ReadOnly
from octavo.sources.models import Feed, Lease, Mailbox, Publisher


@admin.register(Publisher)
class PublisherAdmin(ReadOnly):
    """Publishers; how much of their texts is shown is for people to say."""

    list_display = ("name", "home_url", "country", "languages", "display_policy")
    list_filter = ("display_policy", "country")
    search_fields = ("name", "home_url")
    fields = (
        "display_policy", "name", "slug", "home_url", "site", "country", "languages", "icon_url", "created", "learned",
    )  # fmt: skip
    readonly_fields = fields[1:]

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return admin.ModelAdmin.has_change_permission(self, request, obj)


class Trouble(admin.SimpleListFilter):
    """Whether the last poll failed."""

    title = "last poll"
    parameter_name = "trouble"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "failed"), ("no", "went well")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        return queryset.filter(errors_count__gt=0) if self.value() == "yes" else queryset.filter(errors_count=0)


class LeaseInline(admin.StackedInline):  # type: ignore[type-arg]
    model = Lease
    fields = readonly_fields = ("hub_url", "topic_url", "state", "asked", "expires", "pushed", "last_error")
    can_delete = False
    extra = 0


@admin.register(Feed)
class FeedAdmin(ReadOnly):
    """Feeds: how each is polled, and why."""

    list_display = (
        "url",
        "publisher",
        "state",
        "kind",
        "polled",
        "changed",
        "next_poll",
        "plan_reason",
        "errors_count",
    )
    list_filter = ("state", Trouble, "kind")
    list_select_related = ("publisher",)
    search_fields = ("url", "title", "publisher__name")
    inlines = (LeaseInline,)
    fieldsets = (
        (None, {"fields": ("url", "title", "publisher", "kind", "state")}),
        ("Polling", {"fields": (
            "polled", "last_status", "changed", "next_poll", "interval_seconds", "plan_reason", "change_gap_seconds",
            "quiet_polls_count", "errors_count", "last_error", "etag", "last_modified",
        )}),
        ("What it asks for", {"fields": ("ttl_seconds", "skip_hours", "skip_days")}),
        ("Permanent redirects", {"fields": ("moved_url", "moved_since", "moved_polls_count")}),
    )  # fmt: skip


@admin.register(Lease)
class LeaseAdmin(ReadOnly):
    """What hubs have promised."""

    list_display = ("feed", "hub_url", "state", "asked", "expires", "pushed", "last_error")
    list_filter = ("state",)
    list_select_related = ("feed",)
    search_fields = ("topic_url", "hub_url")
    exclude = ("secret", "token")


@admin.register(Mailbox)
class MailboxAdmin(ReadOnly):
    """Mailboxes that newsletters come from."""

    list_display = ("address", "polled", "last_error")
