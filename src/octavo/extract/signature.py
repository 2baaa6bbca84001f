"""Who signs an article by what the page states: JSON-LD first, then meta elements, then bylines by their markup."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from selectolax.lexbor import LexborNode

from octavo.core.links import host_shown
from octavo.extract import authors, bylines, jsonld, titles
from octavo.extract.constants import TITLE_CHARACTERS
from octavo.extract.head import Head, one_line
from octavo.extract.parsed import Page

_AUTHOR_METAS = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "byl", "cxenseparse:author",
)  # fmt: skip
_BYLINES = '[itemprop="author"], [rel="author"], [class*="byline" i], [class*="author" i]'
_DESKS = frozenset([
    "admin", "administrator", "super user", "webmaster", "editor", "editors", "editorial team", "staff", "newsroom",
    "news desk", "redaktion", "die redaktion", "redakcja", "redakce", "redakcia", "redacción", "redaccion", "redação",
    "redacao", "rédaction", "la rédaction", "redazione", "la redazione", "redactie", "redaktionen", "redaksjonen",
    "redaksi", "toimitus", "szerkesztőség", "redacția", "редакция", "редакція", "haber merkezi",
    "编辑部", "編集部", "편집부",
])  # fmt: skip
"""What a publisher's own people and machines are called together."""
_COMPANY = re.compile(
    r"\b(?:gmbh|ltd|inc|llc|plc|s\.a|s\.r\.l|b\.v|sp\. ?z ?o\. ?o|a\.s|kft|zrt)\.?$|有限公司|株式会社|㈜"
)
"""How companies' names end."""
_PLACES = frozenset(["body", "main", "article"])
"""Named after the author of all that they hold."""
_NAMING = ("byline", "author-name", "authorname", "author__name")
MAX_BYLINES = 4
MAX_LINKS = 2
MAX_ALIKE = 2


@dataclass(frozen=True, slots=True)
class Signature:
    """Who is named as author, and whether that is more than the publisher's own name."""

    authors: tuple[str, ...] = ()
    is_signed: bool = True


@dataclass(frozen=True, slots=True)
class House:
    """The publisher."""

    names: frozenset[str]
    """What it and its desks go by, and what the article is called, case-folded."""
    site: str
    """How the page's title ends, case-folded."""

    def is_called(self, name: str) -> bool:
        """Tell the publisher's name from a person's; a person's site may be called after its author."""
        folded = name.casefold()
        if folded in self.names or _COMPANY.search(folded):
            return True
        return self.site.startswith(folded) and not bylines.is_full_name(name)


def read(page: Page, head: Head, url: str, title: str) -> Signature:
    """Return who the page says wrote it; where its head only names the house, a byline counts if it names people.

    Nobody is called as the article is, whose `title` this is.
    """
    house = _house(head, url, title)
    stated: tuple[str, ...] = ()
    for found in _stated_authors(head, house):
        if people := _without(found, house):
            return Signature(people)
        stated = stated or found
    for node in islice(_bylines(page), MAX_BYLINES):
        found = tuple(name for name in _names_in(node) if name != title)
        people = _without(tuple(filter(bylines.is_person, found)) if stated else found, house)
        if people:
            return Signature(people)
        stated = stated or found
    return Signature(stated, is_signed=False)


def _without(names: tuple[str, ...], house: House) -> tuple[str, ...]:
    return tuple(name for name in names if not house.is_called(name))


def _names_in(byline: LexborNode) -> tuple[str, ...]:
    return authors.clean(one_line(one.text(separator=" ")) for one in _with_twins(byline))


def _with_twins(node: LexborNode) -> Iterator[LexborNode]:
    """Yield a byline, and those that stand beside it in the same way: each of several authors may have one."""
    parent = node.parent
    for child in parent.iter() if parent is not None else (node,):
        named = ((child.attributes.get(name), node.attributes.get(name)) for name in ("class", "rel", "itemprop"))
        if child.tag == node.tag and all(one == other for one, other in named):
            yield child


def publisher(head: Head) -> str:
    """Return the publisher's name as the page states it."""
    named = jsonld.text(head.article.get("publisher"))
    return named or head.meta("og:site_name", "publisher", "application-name", "dc.publisher")


def _bylines(page: Page) -> Iterator[LexborNode]:
    """Yield what is marked as a byline, then the links in what else is about an author.

    Full names count wherever they stand; other words do not in a row of links, nor where so many things are named alike
    that they are readers' comments or other articles.
    """
    others: list[LexborNode] = []
    for node in page.document.css(_BYLINES):
        attributes = node.attributes
        names = (attributes.get("class") or "").lower()
        if node.tag in _PLACES or "comment" in names:
            continue
        if "author" in (attributes.get("itemprop"), attributes.get("rel")) or any(name in names for name in _NAMING):
            yield node
        else:
            others.append(node)
    counts = Counter(node.attributes.get("class") for node in others)
    for node in others:
        links = node.css("a")
        is_own = len(links) <= MAX_LINKS and counts[node.attributes.get("class")] <= MAX_ALIKE
        yield from (link for link in links if is_own or bylines.is_full_name(one_line(link.text())))


def _house(head: Head, url: str, title: str) -> House:
    """Return the publisher by its names, as stated and its host's."""
    host = host_shown(url)
    named = (publisher(head), head.meta("og:site_name"), host, *host.split(".")[-2:-1], title)
    site = titles.ending(head.title[:TITLE_CHARACTERS])
    return House(_DESKS | {name.casefold() for name in named if name}, site.casefold())


def _stated_authors(head: Head, house: House) -> Iterator[tuple[str, ...]]:
    named = head.article.get("author") or head.article.get("creator")
    people = authors.listed(jsonld.people(named, head.nodes, house.names))
    yield authors.clean(people) if len(people) == 1 else people
    for name in _AUTHOR_METAS:
        yield authors.clean(head.metas.get(name, ()))
    yield authors.listed(jsonld.people(named, head.nodes))
