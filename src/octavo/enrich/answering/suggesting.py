"""Questions to begin with: made of what the reports tell, and each of them one that the reports answer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from octavo.enrich.answering.answer import ask
from octavo.enrich.answering.archive import Archive
from octavo.enrich.answering.constants import COUNTED_REACH, HEAD_PASSAGES_COUNT, SUGGESTED_COUNT, TRIED_COUNT
from octavo.enrich.answering.kindred import senses
from octavo.enrich.answering.measures import numbers
from octavo.enrich.answering.times import times_named
from octavo.enrich.cues import UNCASED
from octavo.enrich.days import days
from octavo.enrich.entities import EntityKind
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.lexicon import lexicon
from octavo.enrich.named import Named, named_in
from octavo.enrich.passages import Passage
from octavo.enrich.quotes import quotes

_COUNTED = {"killed": "die", "hurt": "hurt"}
_HAPPENED = ("quake", "fire")
"""What is asked for by the senses of kindred.toml: how many, and when."""


@dataclass(frozen=True, slots=True)
class _Idea:
    kind: str
    """Which question, as [suggesting] of a language names it."""
    name: str
    """The person or the place that it names; "" for none."""
    passages: frozenset[Passage]
    """Those that it is made of."""


def suggested(archive: Archive, language: str) -> tuple[str, ...]:
    """Return questions in `language`, each answered with a passage that it was made of; none where it has no words."""
    asked = lexicon(language).suggesting
    ideas = islice((one for one in _ideas(archive, language) if one.kind in asked), TRIED_COUNT)
    made = ((asked[one.kind].format(name=one.name, place=one.name), one.passages) for one in ideas)
    found = (question for question, held in made if _answers(archive, question, language, held))
    return tuple(islice(found, SUGGESTED_COUNT))


def _answers(archive: Archive, question: str, language: str, held: frozenset[Passage]) -> bool:
    """Tell whether the first passage that answers a question is one of these."""
    told = {(archive.articles[one.article].id, one.start) for one in held}
    first = ask(archive, question, language).sentences[:1]
    return any((cite.article, cite.start) in told for one in first for cite in one.cites)


def _ideas(archive: Archive, language: str) -> Iterator[_Idea]:
    """Yield what may be asked, the most telling first: tolls, strength, days, people and what they said.

    A place is asked for where it is what the headlines name first, and nobody by a name that the reader cannot read.
    """
    spoken = [one for one in archive.articles if one.language == language]
    own = named_in(spoken)
    named = list({one.name: one for one in (*own, *named_in(archive.articles))}.values())
    bodies = {one.name for one in named if one.kind is EntityKind.ORGANISATION}
    read = {one.name for one in own} | {one.name for one in named if _is_read(one.name, language, spoken)}
    people = [one for one in named if one.kind is EntityKind.PERSON and one.name in read]
    said = [one for one in _said(archive, spoken or archive.articles) if spoken or one.name in read]
    titles = "\n".join(one.title for one in archive.articles)
    headed = next((one for one in named if one.kind is not EntityKind.PERSON and one.name in titles), None)
    place = headed.name if headed and headed.kind is EntityKind.PLACE else ""
    own_case = _early(archive) & _of_own_time(archive)
    of_place = [
        *(_Idea(kind, place, _told(archive, sense) & own_case) for kind, sense in _COUNTED.items()),
        _Idea("magnitude", place, _measuring(archive, "magnitude") & own_case),
        *(_Idea(sense, place, _told(archive, sense) & _dated(archive) & own_case) for sense in _HAPPENED),
    ]
    ideas = (
        *(of_place if place else ()),
        *(_who(archive, one) for one in people[:1]),
        *(one for one in said if one.name not in bodies),
        *(_who(archive, one) for one in people[1:]),
    )
    yield from (one for one in ideas if one.passages)


def _is_read(name: str, language: str, spoken: Sequence[SourceArticle]) -> bool:
    """Tell whether readers of a language read a name of other reports: one with capitals, where they have no own."""
    return name.lower() != name.upper() and (language not in UNCASED or not spoken)


def _who(archive: Archive, person: Named) -> _Idea:
    return _Idea("who", person.name, frozenset(one for one in archive.passages if person.name in one.text))


def _said(archive: Archive, articles: Sequence[SourceArticle]) -> Iterator[_Idea]:
    """Yield whom these articles quote, each once."""
    told = quotes(articles)
    for speaker in dict.fromkeys(one.speaker for one in told):
        places = [(one.article, one.start) for one in told if one.speaker == speaker]
        held = (one for one in archive.passages if _holds(one, archive.articles[one.article].id, places))
        yield _Idea("said", speaker, frozenset(held))


def _holds(passage: Passage, article: str, places: Iterable[tuple[str, int]]) -> bool:
    return any(key == article and passage.start <= start < passage.end for key, start in places)


def _told(archive: Archive, sense: str) -> frozenset[Passage]:
    """Return the passages that say a word of this sense, not as a person's name; where counted, beside a number."""
    return frozenset(
        archive.passages[i]
        for article, held in enumerate(archive.of_article)
        for i, named in zip(held, archive.names(article), strict=True)
        if any(
            sense in senses(word.casefold()) and named.get(at) is not EntityKind.PERSON
            for at, word in _near_numbers(archive.passages[i], archive.passage_words[i], sense)
        )
    )


def _near_numbers(passage: Passage, said: list[str], sense: str) -> Iterator[tuple[int, str]]:
    """Yield the words of a passage with their places; where the sense is counted, those beside a number."""
    before, after = COUNTED_REACH
    near = {at for one in numbers(passage.text) for at in range(one.at - before, one.at + after + 1)}
    yield from ((at, word) for at, word in enumerate(said) if at in near or sense not in _COUNTED.values())


def _measuring(archive: Archive, dimension: str) -> frozenset[Passage]:
    return frozenset(
        one for one in archive.passages if any(dimension in number.dimensions for number in numbers(one.text))
    )


def _early(archive: Archive) -> frozenset[Passage]:
    """Return the passages near a report's head: later ones tell what happened elsewhere, or before."""
    return frozenset(one for one in archive.passages if one.position < HEAD_PASSAGES_COUNT)


def _of_own_time(archive: Archive) -> frozenset[Passage]:
    """Return the passages that name no year but their report's, and no time long before it."""
    return frozenset(
        passage
        for passage in archive.passages
        if times_named(passage.text, archive.language(passage)) <= archive.years(passage)
    )


def _dated(archive: Archive) -> frozenset[Passage]:
    return frozenset(one for one in archive.passages if any(days(one.text, archive.language(one), None)))
