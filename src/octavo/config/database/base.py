"""The engine; Django looks for it in a module of this name."""

from datetime import UTC, datetime
from typing import Any

from django.db.backends.postgresql import base
from psycopg.abc import Buffer
from psycopg.types.datetime import TimestamptzLoader


class _MomentLoader(TimestamptzLoader):
    timezone = UTC
    """Django asks, and puts a loader of its own in the place of one that names another."""

    def load(self, data: Buffer) -> datetime:
        """Return the moment that PostgreSQL writes; what Python cannot name, psycopg refuses."""
        try:
            return datetime.fromisoformat(str(data, "ascii"))
        except ValueError:
            return super().load(data).astimezone(UTC)


class DatabaseWrapper(base.DatabaseWrapper):
    """Connections whose moments are aware UTC, as all of Octavo's."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.adapters.register_loader("timestamptz", _MomentLoader)
        return connection
