"""What is no answer however near it comes: a report of another place, or no cause where one is asked for."""

from collections.abc import Sequence

from octavo.core.text import is_paired
from octavo.enrich.answering.archive import Archive
from octavo.enrich.answering.constants import PLACE_SAID
from octavo.enrich.answering.ellipsis import places_asked
from octavo.enrich.answering.questions import Asked, Wanted
from octavo.enrich.answering.wording import words
from octavo.enrich.lexicon import lexicon

_LAST_LATIN = "\u024f"


class Bar:
    """Tells for one question which passages cannot answer it."""

    def __init__(self, archive: Archive, asked: Asked) -> None:
        self._archive = archive
        self._asked = asked
        self._places = [words(one) for one in places_asked(asked.text, asked.language)]
        folded = asked.text.casefold()
        is_why = asked.wanted is Wanted.REASON
        self._asks_cause = is_why and any(one in folded for one in lexicon(asked.language).asking.get("cause", ()))

    def holds(self, i: int) -> bool:
        """Tell whether the archive's passage `i` cannot answer."""
        return not self._is_of_place(i) or (self._asks_cause and not self._tells_cause(i))

    def _is_of_place(self, i: int) -> bool:
        """Tell whether every place that is asked about is named by the title, in the passage or before it.

        In another script a name is written as it sounds, too freely to be missed surely.
        """
        passage = self._archive.passages[i]
        article = self._archive.articles[passage.article]
        said = words(article.title)
        for one in self._archive.of_article[passage.article]:
            said += self._archive.passage_words[one] if one <= i else []
        is_transcribed = _is_latin(said) != _is_latin(self._asked.words)
        return is_transcribed or all(self._is_said(place, said, article.language) for place in self._places)

    def _is_said(self, place: list[str], said: list[str], language: str) -> bool:
        alike = self._archive.words.likeness(tuple(place), said, self._asked.language, language, frozenset(place))
        return bool(alike.size) and float(alike.max(axis=1).max()) >= PLACE_SAID

    def _tells_cause(self, i: int) -> bool:
        passage = self._archive.passages[i]
        listed = lexicon(self._archive.language(passage)).causing
        folded = passage.text.casefold()
        said = set(words(folded))
        return not listed or any(one in folded if is_paired(one) or " " in one else one in said for one in listed)


def _is_latin(said: Sequence[str]) -> bool:
    """Tell whether most words are in Latin letters."""
    return 2 * sum(word[0] <= _LAST_LATIN for word in said) > len(said)
