"""Entries in the admin."""

from django.contrib import admin

from octavo.config.admin import ReadOnly
from octavo.feeds.models import Entry


@admin.register(Entry)
class EntryAdmin(ReadOnly):
    """Entries as delivered."""

    list_display = ("title", "feed", "state", "published", "first_seen")
    list_filter = ("state", "language")
    list_select_related = ("feed",)
    search_fields = ("title", "url")
    ordering = ("-id",)
