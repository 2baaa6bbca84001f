"""Refusals in the admin."""

from django.contrib import admin

from octavo.config.admin import ReadOnly
from octavo.pipeline.models import Refused


@admin.register(Refused)
class RefusedAdmin(ReadOnly):
    """What was not passed on, and why."""

    list_display = ("url", "stage", "reason", "detail", "feed", "happened")
    list_filter = ("stage", "reason")
    list_select_related = ("feed",)
    search_fields = ("url", "detail", "feed__url")
    ordering = ("-happened",)
