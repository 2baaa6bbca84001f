"""What enrichment says of stories, as kept."""

from django.db import models
from django.db.models.functions import Coalesce, Upper

from octavo.stories.models import Story

FIRST = Coalesce("same_as", "id")
"""The id of the first of the hashtags that say the same."""


class HashtagQuerySet(models.QuerySet["Hashtag"]):
    """Hashtags, one for each language that has a name of its own for a thing."""

    def called(self, *names: str) -> "HashtagQuerySet":
        """Return those with these names, small or capital letters alike."""
        return self.alias(upper=Upper("name")).filter(upper__in=[Upper(models.Value(name)) for name in names])

    def with_same(self) -> "HashtagQuerySet":
        """Return these with those that say the same in other languages."""
        return Hashtag.objects.alias(first=FIRST).filter(first__in=self.values(asked=FIRST))


class Hashtag(models.Model):
    """What stories are about, in an open vocabulary."""

    name = models.CharField(max_length=80, unique=True)
    """As shown and as in addresses, without the sign: "NATO", "DefenseIndustry"."""
    same_as = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="same")
    """The first of those that say the same in other languages; null for that one."""

    objects = HashtagQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(Upper("name"), name="hashtag_by_name"),
            models.Index(FIRST, name="hashtag_by_first"),
        ]

    def __str__(self) -> str:
        return self.name


class Tagging(models.Model):
    """A story's hashtags in each language of its reports: that of most reports first, the most telling first."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="taggings")
    hashtag = models.ForeignKey(Hashtag, on_delete=models.CASCADE, related_name="taggings")
    language = models.CharField(max_length=16, default="")
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "language", "hashtag"], name="hashtag_once_per_language")
        ]
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.hashtag_id} on {self.story_id}"


class Enrichment(models.Model):
    """Category and summaries of a story."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="enrichment")
    category = models.CharField(max_length=60, db_index=True)
    """The slug of an IPTC Media Topics top-level category."""
    summaries = models.JSONField(default=dict)
    """By language: {"headline", "sentences": [{"text", "cites": [{"article", "start", "end"}]}], "dropped", "facts"}"""
    input_hash = models.CharField(max_length=32)
    """Of the articles that it was made from: unchanged input is not worked on twice."""
    made = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.category} ({self.story_id})"


class ModelCall(models.Model):
    """One question to the operator's language model, or one that was not asked for want of tokens.

    Until it has ended, its tokens and cost are those set aside for it.
    """

    purpose = models.CharField(max_length=30)
    provider = models.CharField(max_length=30)
    host = models.CharField(max_length=255)
    """Where the texts were sent."""
    model = models.CharField(max_length=200)
    prompt_version = models.CharField(max_length=20)
    article_ids = models.JSONField(default=list)
    """Whose text was sent."""
    characters_count = models.PositiveIntegerField()
    tokens_in = models.PositiveIntegerField(default=0)
    tokens_out = models.PositiveIntegerField(default=0)
    milliseconds = models.PositiveIntegerField(default=0)
    cost = models.FloatField(default=0.0)
    """In the operator's currency, by the prices of that time."""
    outcome = models.CharField(max_length=30, blank=True)
    """begun; then why there was no answer: lost, budget, timeout, busy, denied, broken-off, ...; "" for an answer."""
    detail = models.CharField(max_length=300, blank=True)
    person = models.ForeignKey("accounts.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    """Who asked; None: the house itself."""
    made = models.DateTimeField(db_index=True)
    """When it began."""

    class Meta:
        indexes = [models.Index("made", condition=models.Q(outcome="begun"), name="calls_begun")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.made:%Y-%m-%d %H:%M}"


class Made(models.Model):
    """What a machine made of an input, so that nothing unchanged is made twice."""

    input_hash = models.CharField(max_length=32, unique=True)
    """Of everything that was asked, and of whom."""
    purpose = models.CharField(max_length=30)
    provider = models.CharField(max_length=30)
    model = models.CharField(max_length=200)
    prompt_version = models.CharField(max_length=20)
    article_ids = models.JSONField(default=list)
    """What it is of; it is kept as long as one of them is."""
    result = models.JSONField()
    made = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name_plural = "made"

    def __str__(self) -> str:
        return f"{self.purpose} by {self.model}"


class WrittenSummary(models.Model):
    """A story's summary of one kind: by the operator's model, or by the local provider where that gave none."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="written_summaries")
    language = models.CharField(max_length=8)
    length = models.CharField(max_length=12)
    style = models.CharField(max_length=12)
    summary = models.JSONField()
    """As in `Enrichment.summaries`."""
    provider = models.CharField(max_length=30)
    model = models.CharField(max_length=200, blank=True)
    prompt_version = models.CharField(max_length=20, blank=True)
    refusal = models.CharField(max_length=30, blank=True)
    """Why the model did not write it; "" where it did, or where there is none."""
    input_hash = models.CharField(max_length=32)
    """The enrichment's, of the articles that it was made from."""
    made = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name_plural = "written summaries"
        constraints = [
            models.UniqueConstraint(fields=["story", "language", "length", "style"], name="one_summary_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.length}, {self.style}, {self.language} of {self.story_id}"


class Preparation(models.Model):
    """What pages show of a story's reports beside one another, made before anyone asks for the page."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="preparations")
    form = models.CharField(max_length=20)
    """Which of a story's: its comparison, its step in the thread, the promises of a thread that it begins."""
    input_hash = models.CharField(max_length=32)
    """Of all that it was made from."""
    result = models.JSONField()
    made = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "form"], name="one_preparation_of_a_form")]

    def __str__(self) -> str:
        return f"{self.form} of {self.story_id}"


class Recording(models.Model):
    """Something read aloud; its sound is a file named by the key, which may have given way to others."""

    key = models.CharField(max_length=32, unique=True)
    """The hash of what is said and by which voices."""
    title = models.TextField()
    language = models.CharField(max_length=8)
    chapters = models.JSONField()
    """[{"start": seconds, "title": text, "url": path}]"""
    transcript = models.TextField()
    voices = models.JSONField()
    seconds = models.FloatField()
    size_bytes = models.PositiveIntegerField()
    made = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.title


class Podcast(models.Model):
    """A person's own podcast feed, at an address that nobody can guess."""

    person = models.OneToOneField("accounts.User", on_delete=models.CASCADE, related_name="podcast")
    token = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=8)
    """Of the daily briefing in it."""
    made = models.DateTimeField()

    def __str__(self) -> str:
        return f"podcast of {self.person_id}"


class Episode(models.Model):
    """A recording in a person's podcast."""

    person = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="episodes")
    recording = models.ForeignKey(Recording, on_delete=models.CASCADE, related_name="episodes")
    added = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "recording"], name="episode_once_per_person")]

    def __str__(self) -> str:
        return f"{self.recording_id} for {self.person_id}"
