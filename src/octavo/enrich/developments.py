"""What is new in a story of a thread: the sentences of its reports that none of the earlier stories holds."""

from collections.abc import Sequence

from octavo.core.text import tokens
from octavo.core.types import Cite, CitedSentence
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.lexicon import lexicon
from octavo.enrich.passages import Passage, passages

NEWS_COUNT = 2
"""Sentences that a step of a timeline shows."""
NEW_SHARE = 0.4
"""Of a sentence's words, those that no earlier report has: from here on it tells what was not known."""
ONLY_SHARE = 0.6
"""The same of a sentence that no other report of the story is said to have: they may say it in other words."""
POSITION_WEIGHT = 0.3
"""Newsrooms put what is new first; background follows."""
TITLE_WEIGHT = 0.5
"""What a report's title is about is its news; a clock that stopped is not."""


def developments(
    earlier: Sequence[SourceArticle], story: Sequence[SourceArticle], language: str, *, share: float = NEW_SHARE
) -> tuple[CitedSentence, ...]:
    """Return up to NEWS_COUNT sentences of `story`, verbatim and cited, in its reports' order.

    In `language` where a report has it. Where the earlier reports are in other languages, names and numbers alone can
    tell that something was known. Of a sentence's words at least `share` must be new.
    """
    own = independent(story)
    spoken = [article for article in own if article.language == language] or own
    known = {token for article in earlier for token in tokens(f"{article.title}\n{article.text}")}
    judged = [(_newness(passage, spoken[passage.article], known, share), passage) for passage in passages(spoken)]
    judged = sorted((one for one in judged if one[0] > 0), key=lambda one: (-one[0], *_place(one[1])))
    return tuple(
        CitedSentence(passage.text, (Cite(spoken[passage.article].id, passage.start, passage.end),))
        for passage in sorted(_distinct([passage for _, passage in judged]), key=_place)
    )


def only_in(article: SourceArticle, reports: Sequence[SourceArticle]) -> tuple[CitedSentence, ...]:
    """Return sentences of `article`, one of a story's reports, whose matter none of the others has."""
    others = [one for one in reports if one.id != article.id]
    return developments(others, [article], article.language, share=ONLY_SHARE)


def _place(passage: Passage) -> tuple[int, int]:
    return passage.article, passage.position


def _newness(passage: Passage, article: SourceArticle, known: set[str], least: float) -> float:
    stop = lexicon(article.language).stop
    words, title = set(tokens(passage.text)) - stop, set(tokens(article.title)) - stop
    share = len(words - known) / len(words) if words else 0.0
    about = len(words & title) / len(title) if title else 0.0
    return share + POSITION_WEIGHT / (1 + passage.position) + TITLE_WEIGHT * about if share >= least else 0.0


def _distinct(found: Sequence[Passage]) -> list[Passage]:
    """Return the first few that do not say the same as one before them."""
    chosen: list[Passage] = []
    said: set[str] = set()
    for passage in found:
        words = set(tokens(passage.text))
        if len(words & said) <= len(words) / 2:
            chosen.append(passage)
            said |= words
        if len(chosen) == NEWS_COUNT:
            break
    return chosen
