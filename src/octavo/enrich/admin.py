"""What the operator's language model was asked, in the admin."""

from typing import Any

from django.contrib import admin
from django.db.models import Model, Sum
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join

from octavo.config import settings
from octavo.config.admin import ReadOnly
from octavo.enrich.models import Made, ModelCall, WrittenSummary


class MachineMade(ReadOnly):
    """A list of what machines made; with `OCTAVO_AI` off there is none."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return settings.current().ai and super().has_module_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return settings.current().ai and super().has_view_permission(request, obj)


@admin.register(ModelCall)
class ModelCallAdmin(MachineMade):
    """Every call: what for, where to, how much, how long; sums of what the filters leave stand above."""

    list_display = (
        "made", "purpose", "host", "model", "prompt_version", "person", "tokens_in", "tokens_out", "milliseconds",
        "cost", "outcome",
    )  # fmt: skip
    list_filter = ("purpose", "outcome", "model", "host")
    list_select_related = ("person",)
    date_hierarchy = "made"
    ordering = ("-made",)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Tell the sums of the calls that are listed."""
        response = super().changelist_view(request, extra_context)
        context = getattr(response, "context_data", None)
        if context and "cl" in context:
            rows = context["cl"].queryset.order_by()
            sums = rows.aggregate(tokens_in=Sum("tokens_in"), tokens_out=Sum("tokens_out"), cost=Sum("cost"))
            told = "{count} calls, {tokens_in} tokens read, {tokens_out} written, cost {cost:.4f}"
            known = {name: value or 0 for name, value in sums.items()}
            context["subtitle"] = told.format(count=rows.count(), **known)
        return response


@admin.register(Made)
class MadeAdmin(MachineMade):
    """What was kept, so that it is not paid for twice."""

    list_display = ("made", "purpose", "provider", "model", "prompt_version", "input_hash")
    list_filter = ("purpose", "model")
    ordering = ("-made",)


@admin.register(WrittenSummary)
class WrittenSummaryAdmin(MachineMade):
    """Summaries by kind, who wrote them, why not the model, and what of them the reports do not hold."""

    list_display = (
        "story", "language", "length", "style", "provider", "model", "prompt_version", "refusal", "dropped", "made",
    )  # fmt: skip
    readonly_fields = ("dropped",)
    list_filter = ("provider", "model", "refusal", "length", "style", "language")
    list_select_related = ("story",)
    ordering = ("-made",)

    def dropped(self, row: WrittenSummary) -> str:
        """Tell the sentences that were dropped as unsupported, each with the reason."""
        told = [(one["text"], one["reason"]) for one in row.summary["dropped"]]
        lines = format_html_join("", "<p>{}<br>{}</p>", told)
        return format_html("<details><summary>{}</summary>{}</details>", len(told), lines) if told else "0"
