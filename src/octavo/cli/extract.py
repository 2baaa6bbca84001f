"""`octavo extract`: a page, or lines of pages, to articles. No database."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from octavo.cli.options import JsonOption
from octavo.cli.output import clear_errors, print_json, say
from octavo.core.errors import BadInput, GiveUp
from octavo.core.links import is_address, shown

if TYPE_CHECKING:
    from octavo.core.types import Article


def register(app: typer.Typer) -> None:
    app.command("extract")(extract)


def extract(
    page: Annotated[str, typer.Argument(metavar="[FILE or URL or -]", help="A page; - for standard input.")] = "-",
    url: Annotated[str, typer.Option("--url", help="The address that the page came from.")] = "",
    as_json: JsonOption = False,
    as_lines: Annotated[
        bool, typer.Option("--jsonl", help='Read lines {"id","url","html"} from standard input; write lines.')
    ] = False,
) -> None:
    """Print the article of a page: text, authors, times, and what kind of page it is."""
    with clear_errors():
        if as_lines:
            _extract_lines(page)
            return
        article = _read(page, url)
        if as_json:
            from octavo.extract.lines import article_line

            print_json(article_line(page, article), indent=True)
        else:
            _show(article)


def _read(page: str, url: str) -> "Article":
    from octavo.extract import extract as read_page
    from octavo.extract import is_page

    if is_address(page):
        return _fetched(page, url)
    body = sys.stdin.buffer.read() if page == "-" else _file(page)
    if not body.strip():
        raise BadInput("the page is empty; give a file, an address, or HTML on standard input")
    if not is_page(body) or b"<" not in body:
        raise BadInput("this is not HTML; give the page's source")
    return read_page(body, url)


def _file(page: str) -> bytes:
    try:
        return Path(page).read_bytes()
    except OSError as error:
        raise BadInput(f"{shown(page)} cannot be read: {(error.strerror or 'unknown error').lower()}") from None


def _fetched(page: str, url: str) -> "Article":
    from octavo.core.types import Refusal, Request
    from octavo.extract import extract as read_page
    from octavo.fetch import fetch_once

    response = fetch_once(Request(page, is_page=True))
    if isinstance(response, Refusal):
        raise GiveUp(f"{shown(page)} was not fetched: {response.detail or response.reason}")
    if response.status >= 400:
        raise GiveUp(f"{shown(page)} answered with status {response.status}")
    return read_page(response.body, url or response.url, headers=response.headers)


def _extract_lines(page: str) -> None:
    from octavo.cli.lines import without_mark
    from octavo.extract.crew import answers

    lines: Iterator[bytes] = iter(sys.stdin.buffer) if page == "-" else iter(_file(page).split(b"\n"))
    good_count = bad_count = 0
    for answer in answers(without_mark(lines)):
        if answer.problem:
            say(f"octavo: line {answer.number}: {answer.problem}")
        if answer.line:
            good_count += 1
            sys.stdout.buffer.write(answer.line + b"\n")
            sys.stdout.flush()
        else:
            bad_count += 1
    if bad_count and not good_count:
        raise BadInput('no line held a page; each is JSON like {"id": "1", "url": "https://...", "html": "..."}')


def _show(article: "Article") -> None:
    facts = {
        "verdict": " ".join((article.verdict.value, *article.reasons)),
        "by": ", ".join(article.authors),
        "agency": article.agency,
        "publisher": article.publisher,
        "published": f"{article.published:%Y-%m-%d %H:%M} UTC" if article.published else "",
        "language": article.language,
        "url": article.url,
    }
    typer.echo(article.title)
    for name, value in facts.items():
        if value:
            typer.echo(f"{name}: {value}")
    typer.echo(f"\n{article.text}")
