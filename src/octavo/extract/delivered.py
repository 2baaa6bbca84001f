"""Articles out of what a feed delivers, where the page gives nothing or too little."""

from dataclasses import replace

from octavo.core.text import language_of
from octavo.core.types import Article, Entry, Verdict
from octavo.extract import agency, element, head, markup, metadata, render, sanitise, tree
from octavo.extract.constants import ENTRY_GAIN, LANGUAGE_CHARACTERS, STUB_CHARACTERS, THIN_CHARACTERS
from octavo.extract.parsed import Page
from octavo.extract.prose import width


def from_entry(entry: Entry, url: str, reason: str) -> Article:
    """Return the article that a feed's entry alone makes, where its page could not be fetched because of `reason`."""
    return _article(entry, url, (f"page-not-fetched: {reason}",))


def fuller(article: Article, entry: Entry, url: str) -> Article:
    """Return `article`, with the feed's text where that is full and the page at `url` shows none or a thin one.

    Pages that are something else, as stubs, keep their verdict. The reasons then begin with "text-from-feed".
    """
    is_thin = article.verdict is Verdict.ARTICLE and width(article.text) < THIN_CHARACTERS
    if not entry.content or not (is_thin or article.verdict is Verdict.NONE):
        return article
    own = _article(entry, url, ("text-from-feed", *article.reasons))
    if width(own.text) < max(STUB_CHARACTERS, width(article.text) * ENTRY_GAIN):
        return article
    if article.verdict is Verdict.NONE:
        return replace(own, robots=article.robots)
    return replace(
        article,
        text=own.text,
        html=own.html,
        reasons=own.reasons,
        agency=own.agency or article.agency,
        dateline=own.dateline or article.dateline,
        language=own.language,
    )


def _article(entry: Entry, url: str, reasons: tuple[str, ...]) -> Article:
    given = Page(entry.content or entry.summary).body()
    top = tree.build_whole(given)[0] if given is not None else element.Element("body")
    text = render.text_of(top)
    credit = agency.find(text, entry.authors)
    address = url or entry.url
    return Article(
        url=address,
        title=head.one_line(entry.title),
        text=text,
        html=sanitise.clean(markup.html_of(top, address)),
        verdict=Verdict.ARTICLE if entry.content or text else Verdict.STUB,
        reasons=reasons,
        authors=entry.authors,
        agency=credit.agency,
        dateline=credit.dateline,
        published=entry.published,
        published_precision_seconds=1 if entry.published else None,
        updated=entry.updated,
        language=language_of(f"{entry.title}\n{text}"[:LANGUAGE_CHARACTERS]) or entry.language,
        image=metadata.entry_image(entry),
        tags=entry.tags,
    )
