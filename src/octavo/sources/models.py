"""Publishers and their feeds, as kept."""

from datetime import datetime

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
    """One URL that Octavo polls or is pushed."""

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
    next_poll = models.DateTimeField()
    """Has no index: each poll writes it, and a row of which no indexed column changes is replaced within its page, at
    half of the cost (`fillfactor` leaves room for a second version of each). Those due are looked for once a minute.
    """
    polled = models.DateTimeField(null=True, blank=True)
    changed = models.DateTimeField(null=True, blank=True)
    """When a poll last brought something new."""
    errors_count = models.PositiveIntegerField(default=0)
    """Failed polls in a row."""
    last_error = models.CharField(max_length=300, blank=True)
    """One plain line; empty after a poll that went well."""
    last_status = models.PositiveSmallIntegerField(default=0)
    """The HTTP status of the last poll; 0 where no answer came."""
    plan_reason = models.CharField(max_length=100, blank=True)
    """Why the schedule chose the next poll, in words for people."""
    ttl_seconds = models.PositiveIntegerField(null=True, blank=True)
    """The pause between polls that the feed asked for when it was last read."""
    skip_hours = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    """Hours of the day, UTC, in which it asks not to be polled."""
    skip_days = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    """Days of the week, UTC, Monday as 0, alike."""
    change_gap_seconds = models.PositiveIntegerField(null=True, blank=True)
    """The usual gap between polls that brought something new, as learned; null before it is known."""
    entry_gap_seconds = models.PositiveIntegerField(null=True, blank=True)
    newest_entry = models.DateTimeField(null=True, blank=True)
    """How its newest entries follow one another and when the last came, as learned when one did (`pace.Rhythm`)."""
    quiet_polls_count = models.PositiveIntegerField(default=0)
    """Polls since the last that brought something new."""
    moved_url = models.URLField(max_length=1000, blank=True)
    """Where its permanent redirects lead; followed once they have held."""
    moved_since = models.DateTimeField(null=True, blank=True)
    moved_polls_count = models.PositiveIntegerField(default=0)

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


class Lease(models.Model):
    """A hub's word to push a feed's news until a time (WebSub, W3C Recommendation)."""

    class State(models.TextChoices):
        ASKED = "asked"
        HELD = "held"
        ENDING = "ending"
        """Octavo has asked the hub to end it."""
        DENIED = "denied"

    feed = models.OneToOneField(Feed, on_delete=models.CASCADE, related_name="lease")
    hub_url = models.URLField(max_length=1000)
    topic_url = models.URLField(max_length=1000)
    """The feed's address as the hub knows it."""
    token = models.CharField(max_length=64, unique=True)
    """Makes the callback's address one that nobody guesses."""
    secret = models.CharField(max_length=64)
    """Signs what the hub sends."""
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    asked = models.DateTimeField()
    expires = models.DateTimeField(null=True, blank=True)
    """When a held lease ends; null before the hub has confirmed one."""
    pushed = models.DateTimeField(null=True, blank=True)
    """When the hub last sent something that bore the right signature."""
    last_error = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.topic_url} at {self.hub_url}"

    def is_held(self, now: datetime) -> bool:
        """Tell whether the hub pushes now."""
        return self.state == self.State.HELD and self.expires is not None and self.expires > now
