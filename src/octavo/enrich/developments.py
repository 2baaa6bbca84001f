"""What is new in a story of a thread: the sentences of its reports that none of the earlier stories holds."""

from collections.abc import Callable, Iterable, Sequence

from octavo.core.text import tokens
from octavo.core.types import Cite, CitedSentence
from octavo.core.vectors import Embedder
from octavo.enrich.inputs import SourceArticle, independent
from octavo.enrich.known import Known, telling
from octavo.enrich.passages import Passage
from octavo.enrich.weighing import ONLY_WEIGHT, ranked

NEWS_COUNT = 2
"""Sentences that a step of a timeline shows."""
NEW_SHARE = 0.4
"""Of a sentence's words, those that no earlier report has: from here on it tells what was not known."""
HEAD_SHARE = 0.2
"""The same of a report's first sentence, or of a sentence with a new word of its title: that a governor resigned."""
TITLED_SHARE = 0.1
"""The same of a report's first sentence where its title has a new word too: that the states rejected the plan."""
ONLY_SHARE = 0.6
"""The same of a sentence that no other report of the story is said to have: they may say it in other words."""


def developments(
    earlier: Sequence[SourceArticle], story: Sequence[SourceArticle], language: str, embedder: Embedder | None = None
) -> tuple[CitedSentence, ...]:
    """Return up to NEWS_COUNT sentences of `story`, verbatim and cited, the weightiest news first.

    In `language` where a report has it. A sentence is new by enough new words, by a number that no earlier report has,
    or at a report's head or on its title's matter by a new word; but not where an earlier one means the same.
    embedder: compares meanings; without one whatever is told in other words is new.
    """
    own = independent(story)
    known = Known(tuple(earlier), embedder)
    spoken = [article for article in own if article.language == language] or own
    return _told(ranked(spoken, own, known), spoken, lambda passage, article: _is_new(passage, article, known))


def only_in(
    article: SourceArticle, reports: Sequence[SourceArticle], embedder: Embedder | None = None
) -> tuple[CitedSentence, ...]:
    """Return sentences of `article`, one of a story's reports, whose matter none of the others has in any language.

    embedder: as `developments` has it; without one other words are another matter.
    """
    known = Known(tuple(one for one in reports if one.id != article.id), embedder)
    found = ranked([article], [article], known, ONLY_WEIGHT)
    return _told(found, [article], lambda passage, own: _is_only(passage, own, known))


def _told(
    found: Iterable[Passage], spoken: Sequence[SourceArticle], tells: Callable[[Passage, SourceArticle], bool]
) -> tuple[CitedSentence, ...]:
    """Return the first of the sentences that tell what is asked for."""
    chosen = (passage for passage in found if tells(passage, spoken[passage.article]))
    return tuple(
        CitedSentence(passage.text, (Cite(spoken[passage.article].id, passage.start, passage.end),))
        for passage in _distinct(chosen)
    )


def _is_new(passage: Passage, article: SourceArticle, known: Known) -> bool:
    text, language = passage.text, article.language
    if known.has_new_number(passage, language):
        return True
    new, share = known.new_words(text, language), known.share_new_words(text, language)
    stands_out = passage.position == 0 or not new.isdisjoint(telling(article.title, language))
    is_titled = passage.position == 0 and known.new_words(article.title, language)
    is_news = stands_out and new and share >= (TITLED_SHARE if is_titled else HEAD_SHARE)
    return bool(is_news or known.share_new(text, language) >= NEW_SHARE) and not known.is_retold(text, language)


def _is_only(passage: Passage, article: SourceArticle, known: Known) -> bool:
    return known.share_new(passage.text, article.language) >= ONLY_SHARE and not known.is_said(passage.text)


def _distinct(found: Iterable[Passage]) -> list[Passage]:
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
