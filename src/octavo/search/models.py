"""The search index: our own tokens as a tsvector, so that any script can be found, their meanings, their spellings."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from pgvector.django import HalfVectorField, HnswIndex

from octavo.extract.models import Article
from octavo.search.constants import MEANING_DIM


class IndexedArticle(models.Model):
    """One article's tokens."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="indexed")
    tokens = SearchVectorField()

    class Meta:
        indexes = [GinIndex(fields=["tokens"], name="indexed_article_tokens")]

    def __str__(self) -> str:
        return str(self.article_id)


class ArticleMeaning(models.Model):
    """One article's sentence vector, where vectors are on; apart from the tokens, which change oftener."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, primary_key=True, related_name="meaning")
    vector = HalfVectorField(dimensions=MEANING_DIM)

    class Meta:
        indexes = [HnswIndex(name="article_meaning_near", fields=["vector"], opclasses=["halfvec_ip_ops"])]

    def __str__(self) -> str:
        return str(self.article_id)


class KnownWord(models.Model):
    """A word that articles hold, to meet the mistyped ones."""

    word = models.CharField(max_length=40, primary_key=True)
    articles_count = models.PositiveIntegerField()
    keys = ArrayField(models.CharField(max_length=40))
    """The word and all that is left of it when one character is left out."""

    class Meta:
        indexes = [GinIndex(fields=["keys"], name="known_word_keys")]

    def __str__(self) -> str:
        return self.word


class CountedArticles(models.Model):
    """One row: up to which article the known words are counted."""

    last_id = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.last_id)
