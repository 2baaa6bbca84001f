"""Articles as kept."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from octavo.sources.models import Publisher


class Article(models.Model):
    """The extracted text at one canonical URL."""

    url = models.CharField(max_length=2000, unique=True)
    """Of what came without one, of a saved page as of a letter, `links.made_up_url`."""
    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE, related_name="articles")
    title = models.TextField()
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    verdict = models.CharField(max_length=10)
    reasons = ArrayField(models.TextField(), default=list)
    authors = ArrayField(models.TextField(), default=list)
    agency = models.CharField(max_length=100, blank=True)
    dateline = models.CharField(max_length=200, blank=True)
    published = models.DateTimeField(null=True, blank=True)
    published_precision_seconds = models.PositiveIntegerField(null=True, blank=True)
    updated = models.DateTimeField(null=True, blank=True)
    language = models.CharField(max_length=8, blank=True)
    image_url = models.CharField(max_length=2000, blank=True)
    image_alt = models.TextField(blank=True)
    image_credit = models.TextField(blank=True)
    media = models.JSONField(default=list)
    """What its entry brings to listen to or watch, each a `MediaFile`."""
    section = models.CharField(max_length=200, blank=True)
    tags = ArrayField(models.TextField(), default=list)
    robots = ArrayField(models.TextField(), default=list)
    first_seen = models.DateTimeField()
    fetched = models.DateTimeField(null=True, blank=True)
    """When the page was read; null where only the feed's own text is at hand."""
    moment = models.DateTimeField(db_index=True)
    """What news is sorted by: `published`; where that is not stated `updated`, but not after `first_seen`."""
    vector = models.BinaryField(null=True)
    """Sentence vector of title and lead: float32 (dim,), L2-normalised; null where vectors are off."""

    class Meta:
        indexes = [models.Index(fields=["publisher", "-moment"])]

    def __str__(self) -> str:
        return self.title
