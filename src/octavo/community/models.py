"""Comments as kept."""

from django.conf import settings
from django.db import models

from octavo.stories.models import Story


class Comment(models.Model):
    """What a person says about a story."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="comments")
    text = models.TextField()
    written = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.text[:50]
