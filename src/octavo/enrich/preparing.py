"""What a story's page shows of its reports beside one another: made when they change, and kept for who asks."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec
import xxhash
from django.db import IntegrityError, transaction

from octavo import __version__
from octavo.config.vectors import embedder
from octavo.core.clock import utc_now
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.models import Preparation

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """One kind of what is prepared."""

    name: str
    type: Any
    """The type of its values, made of what JSON holds."""


class Prepared:
    """What is kept of some stories, read in one question."""

    def __init__(self, story_ids: Iterable[int], *forms: Form[Any]) -> None:
        rows = Preparation.objects.filter(story__in=list(story_ids), form__in=[form.name for form in forms])
        found = rows.values_list("story", "form", "input_hash", "result")
        self._kept = {(story_id, name): (key, result) for story_id, name, key, result in found}
        self._marks: dict[SourceArticle, str] = {}

    def of(self, form: Form[T], story_id: int, read: Iterable[Iterable[SourceArticle]], make: Callable[[], T]) -> T:
        """Return what `make` gives of a story from what it has `read`: what is kept, or else made now and kept."""
        key = self._key(read)
        kept_key, kept = self._kept.get((story_id, form.name), ("", None))
        if kept_key == key:
            with suppress(msgspec.ValidationError):  # kept by code of another form
                return msgspec.convert(kept, form.type)  # type: ignore[no-any-return]
        made = make()
        _keep(story_id, form.name, key, msgspec.to_builtins(made))
        return made

    def _key(self, read: Iterable[Iterable[SourceArticle]]) -> str:
        model = embedder()
        marks = [[self._mark(article) for article in group] for group in read]
        return _hash([__version__, model.name if model else "", marks])

    def _mark(self, article: SourceArticle) -> str:
        if article not in self._marks:
            self._marks[article] = _hash(article)
        return self._marks[article]


def _hash(value: Any) -> str:
    return xxhash.xxh3_128_hexdigest(msgspec.json.encode(value))


def _keep(story_id: int, form: str, key: str, result: Any) -> None:
    """Keep it in place of what was kept before; of a story that has just gone, nothing."""
    row = Preparation(story_id=story_id, form=form, input_hash=key, result=result, made=utc_now())
    with suppress(IntegrityError), transaction.atomic():
        Preparation.objects.bulk_create(
            [row],
            update_conflicts=True,
            unique_fields=["story", "form"],
            update_fields=["input_hash", "result", "made"],
        )
