"""Pages that are nothing without their scripts."""

from octavo.core import decode
from octavo.core.types import Response, Verdict
from octavo.extract.bounded import is_heavy
from octavo.extract.page import extract
from octavo.extract.parsed import Page

TEXT_CHARACTERS = 1_500
"""A page that shows more is judged as it is; shells show a loading sign, a menu, a word to those without scripts."""
_EMPTY = frozenset({"needs-scripts", "no-text"})


def is_shell(page: Response) -> bool:
    """Tell whether a page is an empty shell that scripts would fill."""
    if page.status != 200 or is_heavy(page.body) or b"<script" not in page.body.lower():
        return False
    body = Page(decode.text_of(page.body, page.headers)).body()
    if body is not None and len(" ".join((body.text_content or "").split())) > TEXT_CHARACTERS:
        return False
    article = extract(page.body, page.url, headers=page.headers)
    return article.verdict is Verdict.NONE and not _EMPTY.isdisjoint(article.reasons)
