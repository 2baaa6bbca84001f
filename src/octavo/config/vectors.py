"""Which model of sentence vectors the house uses."""

from octavo.config import settings
from octavo.core.vectors import Embedder, local_embedder


def embedder() -> Embedder | None:
    """Return the house's embedder, None where vectors are off.

    Raises BadInput where `OCTAVO_EMBEDDER` names a model that was not fitted.
    """
    now = settings.current()
    if not now.vectors:
        return None
    if now.embedder is None:
        return local_embedder()
    from octavo.core.embedders import brought

    return brought(now.embedder)
