"""The search index: our own tokens as a tsvector, so that any script can be found."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from octavo.extract.models import Article


class IndexedArticle(models.Model):
    """One article's tokens."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="indexed")
    tokens = SearchVectorField()

    class Meta:
        indexes = [GinIndex(fields=["tokens"], name="indexed_article_tokens")]

    def __str__(self) -> str:
        return str(self.article_id)
