"""A person's own editions among what is theirs (`accounts/belongings.py`)."""

from octavo.accounts import belongings
from octavo.editions.models import OwnEdition

belongings.register_rows("editions", OwnEdition, owner="owner")
