"""What enrichment says of stories, as kept."""

from django.db import models

from octavo.stories.models import Story


class Hashtag(models.Model):
    """What stories are about, in an open vocabulary."""

    name = models.CharField(max_length=80, unique=True)
    """As shown and as in addresses, without the sign: "NATO", "DefenseIndustry"."""

    def __str__(self) -> str:
        return self.name


class Tagging(models.Model):
    """A story's hashtags, the most telling first."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="taggings")
    hashtag = models.ForeignKey(Hashtag, on_delete=models.CASCADE, related_name="taggings")
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "hashtag"], name="hashtag_once_per_story")]
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
