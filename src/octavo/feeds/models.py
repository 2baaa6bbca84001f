"""Entries as kept: what each feed delivered, and whether its article has been read."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from octavo.sources.models import Feed


class Entry(models.Model):
    """A feed's item as delivered."""

    class State(models.TextChoices):
        WAITING = "waiting"
        READ = "read"
        REFUSED = "refused"

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="entries", db_index=False)
    key = models.CharField(max_length=500)
    url = models.CharField(max_length=2000, blank=True)
    title = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    content = models.TextField(blank=True)
    authors = ArrayField(models.TextField(), default=list)
    published = models.DateTimeField(null=True, blank=True)
    updated = models.DateTimeField(null=True, blank=True)
    image = models.CharField(max_length=2000, blank=True)
    language = models.CharField(max_length=8, blank=True)
    tags = ArrayField(models.TextField(), default=list)
    media = models.JSONField(default=list)
    """Its playable files, each a `MediaFile`; of other attached files the picture alone is kept."""
    content_hash = models.CharField(max_length=32)
    """Of everything delivered: another hash under the same key is an edit."""
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    first_seen = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["feed", "key"], name="entry_once_per_feed")]
        indexes = [models.Index(fields=["feed", "url"], name="entry_of_feed_by_url")]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return self.title or self.key
