"""Files of JSON lines as commands take them: a path or - for standard input; a bad line is named and left out."""

import codecs
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from octavo.cli.output import say
from octavo.core.errors import BadInput

if TYPE_CHECKING:
    from octavo.core.lines import ArticleLine

Line = TypeVar("Line")


@contextmanager
def opened(file: str, what: str = "article lines") -> Iterator[BinaryIO]:
    """Open `file`, or standard input for -. Raises BadInput where it cannot be read."""
    if file == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as lines:
            yield lines
    except OSError as error:
        raise BadInput(
            f"{file} cannot be read: {error.strerror}; give a file of {what}, or - for standard input"
        ) from None


def read_lines(lines: BinaryIO, read: Callable[[bytes], Line]) -> Iterator[Line]:
    """Yield what `read` makes of each line; one that it refuses with BadInput is named on stderr and left out.

    A byte order mark before the first line is passed over.
    """
    for number, line in enumerate(without_mark(lines), start=1):
        try:
            yield read(line)
        except BadInput as error:
            say(f"octavo: line {number} is left out: {error}")


def without_mark(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield lines, the first without the byte order mark before it."""
    for number, line in enumerate(lines):
        yield line if number else line.removeprefix(codecs.BOM_UTF8)


def article_lines(lines: BinaryIO) -> Iterator["ArticleLine"]:
    """Yield the articles of article lines; one that has the id of an article before it is named and left out."""
    from octavo.core.lines import read_line

    known: set[str] = set()

    def read(line: bytes) -> "ArticleLine":
        article = read_line(line)
        if article.id in known:
            raise BadInput(f'another line before it has the "id" {article.id}')
        known.add(article.id)
        return article

    return read_lines(lines, read)


def read_articles(file: str) -> list["ArticleLine"]:
    """Return the articles of a file of article lines. Raises BadInput where none can be read."""
    with opened(file) as lines:
        articles = list(article_lines(lines))
    if not articles:
        raise BadInput('no article could be read; each line must be a JSON object with "id", "title" and "text"')
    return articles
