"""The house takes up its model of sentence vectors, of which a process that starts loads nothing."""

from django.db import transaction

from octavo.config import settings
from octavo.extract.models import Article
from octavo.search.models import ArticleMeaning
from octavo.stories.models import FoldingState


@transaction.atomic
def take_embedder() -> None:
    """Let go of sentence vectors that another model made than the house uses now; folding and search make them anew.

    Raises BadInput where `OCTAVO_EMBEDDER` names a model that was not fitted.
    """
    if not settings.current().vectors:
        return
    name = _brought_name()
    state = FoldingState.objects.select_for_update().get_or_create(id=1)[0]
    if state.embedder == name:
        return
    Article.objects.filter(vector__isnull=False).update(vector=None)
    ArticleMeaning.objects.all().delete()
    state.embedder, state.version = name, state.version + 1
    state.save()


def _brought_name() -> str:
    """Return the name of the model that the operator brought, "" for Octavo's own."""
    directory = settings.current().embedder
    if directory is None:
        return ""
    from octavo.core.embedders import brought

    return brought(directory).name
