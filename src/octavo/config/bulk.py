"""Many rows at once: COPY into a table of the transaction's own, from which one statement takes them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson
from django.db import connection


def copied(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Copy `rows` into a table with these columns of `table` that ends with the open transaction; return its name."""
    name, listed = f"fresh_{table}", ", ".join(columns)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS pg_temp.{name}")
        cursor.execute(
            f"CREATE TEMP TABLE {name} ON COMMIT DROP AS SELECT {listed} FROM {table} WITH NO DATA"  # noqa: S608
        )
        with cursor.copy(f"COPY {name} ({listed}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    return name


def copied_binary(table: str, types: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> None:
    """Copy `rows` into `table` itself, in columns each with the type of PostgreSQL's that its values are given as.

    A column of another type takes the bytes of a bytea as what its own receiving function reads.
    """
    statement = f"COPY {table} ({', '.join(types)}) FROM STDIN (FORMAT BINARY)"
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        copy.set_types(list(types.values()))
        for row in rows:
            copy.write_row(row)


def updated(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write these columns of rows of `table`, each given as its id and their values."""
    fresh = copied(table, ("id", *columns), rows)
    executed(f"""
        UPDATE {table} SET {", ".join(f"{name} = fresh.{name}" for name in columns)}
        FROM {fresh} fresh WHERE {table}.id = fresh.id
    """)  # noqa: S608 - names of our own


def text_array(texts: Sequence[str]) -> str:
    """Return texts as PostgreSQL writes a text[], for `copied`: psycopg takes six times as long over a list."""
    if not texts:
        return "{}"
    quoted = '","'.join([one.replace("\\", "\\\\").replace('"', '\\"') for one in texts])
    return f'{{"{quoted}"}}'


def json_array(values: Sequence[Any]) -> str:
    """Return dataclasses as PostgreSQL reads a jsonb of them, for `copied`."""
    return orjson.dumps(values).decode() if values else "[]"


def returned(statement: str, arguments: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Execute one statement and return its rows."""
    with connection.cursor() as cursor:
        cursor.execute(statement, arguments)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def executed(statement: str, arguments: Sequence[Any] = ()) -> None:
    """Execute one statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement, arguments)
