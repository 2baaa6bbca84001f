"""Copies in the admin."""

from django.contrib import admin
from django.utils.html import format_html_join

from octavo.config.admin import ReadOnly
from octavo.dedupe.difference import Side, difference
from octavo.dedupe.models import Copy

TAGS = {Side.BOTH: "span", Side.ORIGINAL: "del", Side.COPY: "ins"}


@admin.register(Copy)
class CopyAdmin(ReadOnly):
    """Whose text an article's is, and how like the two are."""

    list_display = ("article", "by", "kind", "likeness", "original", "original_by", "agency")
    list_filter = ("kind",)
    list_select_related = ("article__publisher", "original__publisher")
    search_fields = ("article__title", "article__url", "original__title", "original__url")
    ordering = ("-id",)
    fields = ("article", "by", "original", "original_by", "agency", "kind", "likeness", "words")

    @admin.display(description="by")
    def by(self, copy: Copy) -> str:
        return copy.article.publisher.name

    @admin.display(description="original by")
    def original_by(self, copy: Copy) -> str:
        return copy.original.publisher.name

    @admin.display(description="agency")
    def agency(self, copy: Copy) -> str:
        return copy.original.agency or copy.article.agency

    @admin.display(description="word by word")
    def words(self, copy: Copy) -> str:
        texts = {Side.ORIGINAL: copy.original.text, Side.BOTH: copy.article.text, Side.COPY: copy.article.text}
        pieces = difference(copy.original.text, copy.article.text)
        told = ((TAGS[piece.side], texts[piece.side][piece.start : piece.end]) for piece in pieces)
        return format_html_join("", "<{0}>{1}</{0}>", told)
