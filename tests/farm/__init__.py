"""A real local web of invented publishers, and the truth about its articles."""

from tests.farm.server import Farm, Fault
from tests.farm.truth import Truth, truths

__all__ = ["Farm", "Fault", "Truth", "truths"]
