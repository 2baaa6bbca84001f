"""Editions in the admin."""

from django.contrib import admin

from octavo.config.admin import ReadOnly
from octavo.editions.models import OwnEdition


@admin.register(OwnEdition)
class OwnEditionAdmin(ReadOnly):
    list_display = ("slug", "owner", "changed")
    search_fields = ("slug",)
