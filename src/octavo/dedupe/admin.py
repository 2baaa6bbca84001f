"""Copies in the admin."""

from django.contrib import admin

from octavo.config.admin import ReadOnly
from octavo.dedupe.models import Copy


@admin.register(Copy)
class CopyAdmin(ReadOnly):
    """Whose text an article's is, and how like the two are."""

    list_display = ("article", "by", "kind", "likeness", "original", "original_by", "agency")
    list_filter = ("kind",)
    list_select_related = ("article__publisher", "original__publisher")
    search_fields = ("article__title", "article__url", "original__title", "original__url")
    ordering = ("-id",)
    raw_id_fields = ("article", "original")

    @admin.display(description="by")
    def by(self, copy: Copy) -> str:
        return copy.article.publisher.name

    @admin.display(description="original by")
    def original_by(self, copy: Copy) -> str:
        return copy.original.publisher.name

    @admin.display(description="agency")
    def agency(self, copy: Copy) -> str:
        return copy.original.agency or copy.article.agency
