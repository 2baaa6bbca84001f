"""Articles in the admin."""

from django.contrib import admin

from octavo.config.admin import ReadOnly
from octavo.extract.models import Article


@admin.register(Article)
class ArticleAdmin(ReadOnly):
    """Articles as extracted."""

    list_display = ("title", "publisher", "language", "agency", "published", "fetched")
    list_filter = ("language", "agency")
    list_select_related = ("publisher",)
    search_fields = ("title", "url")
    ordering = ("-moment",)
    exclude = ("vector", "html")
