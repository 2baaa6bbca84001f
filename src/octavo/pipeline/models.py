"""What the stages did not pass on, as kept."""

from django.db import models

from octavo.sources.models import Feed


class Refused(models.Model):
    """One refusal: counted, never silent. A later refusal at the same stage and address replaces it."""

    stage = models.CharField(max_length=20)
    reason = models.CharField(max_length=60, db_index=True)
    detail = models.CharField(max_length=500, blank=True)
    url = models.CharField(max_length=2000)
    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, null=True, blank=True, related_name="refusals")
    happened = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stage", "url"], name="refused_once_per_stage")]
        verbose_name_plural = "refused"

    def __str__(self) -> str:
        return f"{self.stage}: {self.reason}"
