"""Stories and threads as kept."""

from django.db import models

from octavo.extract.models import Article


class Thread(models.Model):
    """Stories that develop from one another over days and weeks."""

    def __str__(self) -> str:
        return str(self.pk)


class Story(models.Model):
    """All coverage of one event. Its counts are kept so that front pages need not count."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="stories")
    headline = models.TextField(blank=True)
    began = models.DateTimeField(db_index=True)
    """The earliest moment among its articles."""
    latest = models.DateTimeField(db_index=True)
    """The moment of the last real news in it: of its newest article that is no copy."""
    articles_count = models.PositiveIntegerField(default=0)
    publishers_count = models.PositiveIntegerField(default=0)
    """Independent ones: those with an article that is no copy."""
    copies_count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return self.headline


class Membership(models.Model):
    """Which story an article belongs to, and the signals that joined it."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="membership")
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="memberships")
    why = models.JSONField(default=list)
    """[{"name", "value", "detail"}]"""
    develops = models.JSONField(default=list)
    """The same: what links the story that it started to the earlier one of its thread."""

    def __str__(self) -> str:
        return f"{self.article_id} in {self.story_id}"


class RelatedStory(models.Model):
    """A story that truly bears on another."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="related")
    other = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField()
    reason = models.CharField(max_length=40)
    terms = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "other"], name="related_once")]
        verbose_name_plural = "related stories"

    def __str__(self) -> str:
        return f"{self.other_id} beside {self.story_id}"


class MovedStory(models.Model):
    """Where the address of a story that was merged away leads now."""

    old_id = models.BigIntegerField(primary_key=True)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=200)
    moved = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "moved stories"

    def __str__(self) -> str:
        return f"{self.old_id} -> {self.story_id}"


class MovedThread(models.Model):
    """Where the address of a thread that is no more leads: to where a story of it is now."""

    old_id = models.BigIntegerField(primary_key=True)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"{self.old_id} -> {self.story_id}"


MENDED_WORDS = {
    "merged": "{other} merged into {story}",
    "split": "{story} split from {other}",
    "moved": "articles moved from {other} to {story}",
}


class Mending(models.Model):
    """What mending did: articles of one story are in another now, and why."""

    kind = models.CharField(max_length=10)
    """merged, split, moved"""
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="mendings")
    """The one that they are in now."""
    other_id = models.BigIntegerField(db_index=True)
    """The one that they were in; gone where it was merged."""
    other_headline = models.TextField(blank=True)
    article = models.ForeignKey(Article, on_delete=models.SET_NULL, null=True, related_name="+")
    """The one whose evidence decided."""
    why = models.JSONField(default=list)
    """[{"name", "value", "detail"}]"""
    articles_count = models.PositiveIntegerField(default=0)
    mended = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return MENDED_WORDS[self.kind].format(story=self.story_id, other=self.other_id)


class FoldingState(models.Model):
    """One row: how often the window has been folded, so that a process sees that another went on without it."""

    version = models.PositiveBigIntegerField(default=0)
    embedder = models.CharField(max_length=200, blank=True)
    """The model that made the sentence vectors of articles; "" for Octavo's own."""

    def __str__(self) -> str:
        return str(self.version)
