"""Publishers and their feeds, as kept."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Publisher(models.Model):
    """An organisation that publishes."""

    class DisplayPolicy(models.TextChoices):
        FULL = "full"
        EXCERPT = "excerpt"
        HEADLINE = "headline"

    slug = models.SlugField(max_length=100, unique=True, allow_unicode=True)
    name = models.CharField(max_length=200)
    home_url = models.URLField(max_length=500, blank=True)
    country = models.CharField(max_length=2, blank=True)
    """ISO 3166-1 alpha-2, upper case."""
    languages = ArrayField(models.CharField(max_length=8), default=list)
    icon_url = models.URLField(max_length=1000, blank=True)
    display_policy = models.CharField(max_length=10, choices=DisplayPolicy, default=DisplayPolicy.EXCERPT)
    is_demo = models.BooleanField(default=False)
    """One of the invented publishers that stand in until real news arrives."""
    created = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Feed(models.Model):
    """One URL that Octavo polls."""

    class State(models.TextChoices):
        ACTIVE = "active"
        GONE = "gone"

    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE, related_name="feeds")
    url = models.URLField(max_length=1000, unique=True)
    title = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=10, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.ACTIVE)
    etag = models.CharField(max_length=300, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    interval_seconds = models.PositiveIntegerField(default=0)
    """The pause that the schedule chose last; 0 before the first poll."""
    next_poll = models.DateTimeField(db_index=True)
    polled = models.DateTimeField(null=True, blank=True)
    changed = models.DateTimeField(null=True, blank=True)
    """When a poll last brought something new."""
    errors_count = models.PositiveIntegerField(default=0)
    """Failed polls in a row."""
    last_error = models.CharField(max_length=300, blank=True)
    """One plain line; empty after a poll that went well."""

    def __str__(self) -> str:
        return self.url
