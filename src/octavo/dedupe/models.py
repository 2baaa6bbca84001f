"""Copies as kept."""

from django.db import models

from octavo.extract.models import Article


class Copy(models.Model):
    """The relation "this article's text is that article's"."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="copy")
    original = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="copies")
    kind = models.CharField(max_length=10)
    """exact, near, abridged"""
    likeness = models.FloatField()
    """0..1"""

    class Meta:
        verbose_name_plural = "copies"

    def __str__(self) -> str:
        return f"{self.article} of {self.original}"
