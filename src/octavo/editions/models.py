"""Editions that people made."""

from django.conf import settings
from django.db import models


class OwnEdition(models.Model):
    """An edition beside those that ship: a person's own, or one of the house for everyone."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="editions")
    """Null for one of the house."""
    slug = models.SlugField(max_length=60)
    text = models.TextField()
    """Its file, as `editions/edition.py` writes it."""
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "slug"], nulls_distinct=False, name="edition_once_per_owner")
        ]

    def __str__(self) -> str:
        return self.slug
