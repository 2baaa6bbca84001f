"""The one HTTP door of Octavo."""

from octavo.fetch.door import Door
from octavo.fetch.keeper import close_door, fetch_all, fetch_each, fetch_once, fetch_stream, render

__all__ = ["Door", "close_door", "fetch_all", "fetch_each", "fetch_once", "fetch_stream", "render"]
