"""What readers keep for themselves: marks, followings, visits, preferences, devices, notices."""

from django.conf import settings
from django.db import models

from octavo.extract.models import Article
from octavo.stories.models import Story


class Mark(models.Model):
    """Something that a person did to an article or a story, or took back: the latest act counts, in whatever order."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="%(class)s_marks")
    is_on = models.BooleanField(default=True)
    """False where it was taken back: the row stays, so that an older act that comes late changes nothing."""
    changed = models.DateTimeField()
    """When the act was done that counts."""

    class Meta:
        abstract = True


class Saved(Mark):
    """What a person starred, to read later: an article, a story, or a link from elsewhere."""

    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, related_name="saved")
    story = models.ForeignKey(Story, on_delete=models.SET_NULL, null=True, related_name="saved")
    title = models.TextField(blank=True)
    """As it was then: shown where the article is gone."""
    url = models.CharField(max_length=2000, blank=True)
    """The original's address."""

    class Meta:
        verbose_name_plural = "saved"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "article", "story", "url"], nulls_distinct=False, name="saved_once"
            )
        ]
        indexes = [models.Index(fields=["person", "-changed"])]

    def __str__(self) -> str:
        return self.title


class Read(Mark):
    """What a person has read: opened, or marked by hand."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, null=True, related_name="read")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, null=True, related_name="read")
    opened = models.DateTimeField(null=True, blank=True)
    """When it was last opened: the history; null where it was only marked, or taken out of the history."""

    class Meta:
        verbose_name_plural = "read"
        constraints = [
            models.UniqueConstraint(fields=["person", "article", "story"], nulls_distinct=False, name="read_once")
        ]
        indexes = [models.Index(fields=["person", "-opened"])]

    def __str__(self) -> str:
        return str(self.article_id or self.story_id)


class Following(Mark):
    """What a person follows: a story, a hashtag, a publisher, or a search, which is an alert."""

    class Kind(models.TextChoices):
        STORY = "story"
        HASHTAG = "hashtag"
        PUBLISHER = "publisher"
        SEARCH = "search"

    kind = models.CharField(max_length=10, choices=Kind)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, null=True, related_name="followed")
    name = models.CharField(max_length=300, blank=True)
    """The hashtag, the publisher's slug, the search as typed; "" for a story."""
    tells = models.BooleanField(default=True)
    """Whether what is new in it is pushed to the person's devices."""
    since = models.DateTimeField()
    """What came before this is not new in it."""
    seen = models.DateTimeField()
    """When the person last looked at it."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "story", "name"], nulls_distinct=False, name="followed_once"
            )
        ]
        indexes = [models.Index(fields=["kind", "name"])]

    def __str__(self) -> str:
        return self.name or str(self.story_id)


class Visit(models.Model):
    """When a person was here."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="visit")
    latest = models.DateTimeField()
    before = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.latest)


class Preference(models.Model):
    """What a person chose in the settings, for all devices."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="preference")
    language = models.CharField(max_length=16, blank=True)
    """Of the interface; "" for what the browser asks for."""
    place = models.CharField(max_length=2, blank=True)
    """ISO 3166-1 alpha-2, upper case."""
    time_zone = models.CharField(max_length=64, blank=True)
    """An IANA name; "" for UTC."""
    editions = models.JSONField(default=list, blank=True)
    """Slugs of the editions that the person reads, in their order."""
    look = models.CharField(max_length=100, null=True, blank=True)
    """As `accounts/look.py` writes it; null: as each device has it."""
    sections = models.CharField(max_length=1200, blank=True, null=True)
    """Of front pages, as `editions/arrangement.py` writes them; null: as each device has them."""
    tells = models.BooleanField(default=True)
    """Whether what is new in what they follow is pushed."""
    tells_comments = models.BooleanField(default=True)
    """Whether answers to their comments and mentions of them are pushed."""
    quiet_from = models.TimeField(null=True, blank=True)
    quiet_until = models.TimeField(null=True, blank=True)
    """In the person's time zone."""

    def __str__(self) -> str:
        return self.language


class Device(models.Model):
    """A browser that takes pushes (RFC 8030) for a person."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="devices")
    endpoint = models.CharField(max_length=1000, unique=True)
    p256dh = models.CharField(max_length=120)
    auth = models.CharField(max_length=40)
    language = models.CharField(max_length=16)
    """In which it is told."""
    name = models.CharField(max_length=120, blank=True)
    """Browser and system, for the person to know it by."""
    made = models.DateTimeField()
    sent = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name or self.endpoint


class Notice(models.Model):
    """Something that a person is told once: kept here until their devices have it."""

    class Kind(models.TextChoices):
        NEWS = "news"
        COMMENT = "comment"

    kind = models.CharField(max_length=10, choices=Kind, default=Kind.NEWS)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    key = models.CharField(max_length=100)
    """What it tells of: the same is not told twice."""
    topic = models.CharField(max_length=100)
    """Of several with one topic a device shows the last."""
    title = models.TextField()
    body = models.TextField(blank=True)
    path = models.CharField(max_length=500)
    """Where it leads, without the language."""
    made = models.DateTimeField()
    sent = models.DateTimeField(null=True, blank=True)
    """When it was pushed, or found to concern no device."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="told_once")]
        indexes = [models.Index(fields=["made"], condition=models.Q(sent__isnull=True), name="notices_waiting")]

    def __str__(self) -> str:
        return self.title


class DoneAct(models.Model):
    """An act that was done or refused, with what was answered: asked again, the same is answered."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="done_acts")
    key = models.UUIDField()
    answer = models.JSONField()
    done = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="act_once")]

    def __str__(self) -> str:
        return str(self.key)
