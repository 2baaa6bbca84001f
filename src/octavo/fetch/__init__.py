"""The one HTTP door of Octavo."""

from octavo.fetch.door import Door
from octavo.fetch.once import fetch_once, open_door

__all__ = ["Door", "fetch_once", "open_door"]
