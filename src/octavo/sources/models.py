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
    site = models.CharField(max_length=300, blank=True, db_index=True)
    """What tells it from others: its host, and at hosts where many publish its path as well (`hosts.site_of`)."""
    country = models.CharField(max_length=2, blank=True)
    """ISO 3166-1 alpha-2, upper case."""
    languages = ArrayField(models.CharField(max_length=8), default=list)
    icon_url = models.URLField(max_length=1000, blank=True)
    display_policy = models.CharField(max_length=10, choices=DisplayPolicy, default=DisplayPolicy.EXCERPT)
    is_demo = models.BooleanField(default=False)
    """One of the invented publishers that stand in until real news arrives."""
    created = models.DateTimeField(auto_now_add=True)
    learned = models.DateTimeField(null=True, blank=True)
    """When its own site was last asked for these facts; null where only others have spoken of it."""

    def __str__(self) -> str:
        return self.name


class Feed(models.Model):
    """One URL that Octavo polls."""

    class State(models.TextChoices):
        ACTIVE = "active"
        GONE = "gone"
        MAILED = "mailed"

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


class Outline(models.Model):
    """One line of the subscription list, as OPML has it: a folder, or a feed where a person put it.

    A feed may stand in several folders, or in none. What a list says of a line is kept as it was written.
    """

    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="children")
    """The folder that it stands in; null at the top."""
    position = models.PositiveIntegerField()
    """Its place among its folder's lines."""
    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, null=True, blank=True, related_name="outlines")
    """Null for a folder, and for a line whose feed is not known (yet)."""
    text = models.TextField(blank=True)
    title = models.TextField(blank=True)
    type = models.TextField(blank=True)
    xml_url = models.TextField(blank=True)
    html_url = models.TextField(blank=True)
    other = models.JSONField(default=dict)
    """Further attributes by name."""

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.title or self.text or self.xml_url


class Mailbox(models.Model):
    """How far a mailbox that receives newsletters has been read (RFC 9051, 2.3.1.1)."""

    address = models.CharField(max_length=500, unique=True)
    """Where it is, without the password."""
    uid_validity = models.BigIntegerField(default=0)
    last_uid = models.BigIntegerField(default=0)
    polled = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)
    """One plain line; empty after a poll that went well."""

    class Meta:
        verbose_name_plural = "mailboxes"

    def __str__(self) -> str:
        return self.address
