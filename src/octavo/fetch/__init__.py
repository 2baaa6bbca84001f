"""The one HTTP door of Octavo."""

from typing import TYPE_CHECKING

from octavo.core.offering import offered

if TYPE_CHECKING:
    from octavo.fetch.door import Door
    from octavo.fetch.keeper import close_door, fetch_all, fetch_each, fetch_once, fetch_stream, render

__all__ = ["Door", "close_door", "fetch_all", "fetch_each", "fetch_once", "fetch_stream", "render"]

__getattr__ = offered(__name__, door="Door", keeper="close_door fetch_all fetch_each fetch_once fetch_stream render")
