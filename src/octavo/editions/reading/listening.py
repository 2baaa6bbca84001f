"""What can be heard: an article, a story, a briefing, as chapters of plain text; as much as everyone is shown."""

from collections.abc import Iterable

from octavo.editions.reading.briefing import BriefingPage
from octavo.editions.reading.citing import SummarySentence
from octavo.editions.reading.translating import original
from octavo.enrich.speech.script import Chapter, Script


def article_script(identity: int, language: str) -> Script | None:
    """Return an article read aloud; None where there is none to be seen."""
    found = original("article", identity, language)
    if found is None or found.article is None:
        return None
    card = found.article
    text = "\n".join((card.publisher.name, *found.texts[1:]))
    url = f"/{language}/article/{identity}"
    return Script(card.title, card.language, (Chapter(card.title, text, card.language, url),))


def story_script(identity: int, language: str) -> Script | None:
    """Return a story in short, with the publishers that say it; None where there is none or it has no summary."""
    found = original("story", identity, language)
    if found is None or found.story is None or len(found.texts) < 2:
        return None
    sentences = [
        _told(text, [cite.article.publisher.name for cite in cites])
        for text, cites in zip(found.texts[1:], found.cites[1:], strict=True)
    ]
    url = f"/{language}/story/{identity}"
    return Script(found.texts[0], found.language, (Chapter(found.texts[0], "\n".join(sentences), found.language, url),))


def briefing_script(page: BriefingPage, title: str) -> Script | None:
    """Return a briefing, one chapter a story; None for an empty one."""
    chapters = tuple(
        Chapter(
            one.story.headline, _spoken(one.sentences), one.story.language, f"/{page.language}/story/{one.story.id}"
        )
        for one in page.stories
    )
    return Script(title, page.language, chapters) if chapters else None


def _spoken(sentences: Iterable[SummarySentence]) -> str:
    return "\n".join(_told(one.text, [cite.article.publisher.name for cite in one.cites]) for one in sentences)


def _told(text: str, publishers: Iterable[str]) -> str:
    """Return a sentence with who says it: what is heard is cited too."""
    return f"{text} ({', '.join(dict.fromkeys(publishers))})"
