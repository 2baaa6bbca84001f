"""What a story's page shows of its reports beside one another, every passage with where it stands."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from octavo.config import settings
from octavo.config.vectors import embedder
from octavo.core.types import Cite, CitedSentence, Verdict
from octavo.editions.reading.cards import ArticleCard
from octavo.editions.reading.citing import QuoteCard, SentenceCite, SummarySentence, cite_of, cited, quote_card
from octavo.editions.reading.facts import parted
from octavo.editions.reading.issues import latest_issues
from octavo.enrich import SourceArticle
from octavo.enrich.agreeing import Agreed, Stated
from octavo.enrich.amounts import clause
from octavo.enrich.comparing import Comparison, compare
from octavo.enrich.developments import developments
from octavo.enrich.grouping import Group
from octavo.enrich.preparing import Form, Prepared
from octavo.extract.models import Article

REPORTS_COUNT = 12
"""The newest independent reports that are compared, at some 50 ms each the first time, half of it for vectors."""
ISSUES_COUNT = 36
"""Among so many of a story's newest texts they are looked for: a ticker's issues are one report."""
QUOTES_COUNT = 6
NAMES_COUNT = 14
EXCERPT_HELD_CHARACTERS = 60
"""A sentence of which an excerpt has so much stands on the page already."""


@dataclass(frozen=True, slots=True)
class Side:
    """One report's passage, parted around the number or name in question."""

    cite: SentenceCite
    before: str
    stated: str
    after: str


@dataclass(frozen=True, slots=True)
class SharedFact:
    """A fact that several reports state."""

    kind: str
    """amount, who, when or where"""
    said: tuple[str, ...]
    """By the report that is shown of those that state it, in the reader's language if one may be, parted around it."""
    cut: tuple[bool, bool]
    """Whether its sentence begins before what is said, and whether it goes on behind."""
    reports: tuple[SentenceCite, ...]
    """Where all state it, that one first."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """A story's reports of one country, language or publisher."""

    by: str
    name: str
    reports_count: int
    alone: tuple[SharedFact, ...]
    """What several of them state and all other reports leave out."""
    left_out: tuple[SharedFact, ...]
    """What more than half of the others state and none of them does."""


@dataclass(frozen=True, slots=True)
class ComparedReports:
    reports_count: int
    """Independent reports that were compared."""
    agreed: tuple[SharedFact, ...]
    only: Mapping[int, tuple[SummarySentence, ...]]
    """By article: what it alone tells."""
    left_out: Mapping[int, tuple[SharedFact, ...]]
    """By article: what most reports state and it does not."""
    differences: tuple[tuple[tuple[Side, ...], ...], ...]
    """What stands against what, each as all reports that say so state it, in the reader's language first."""
    wordings: tuple[tuple[Side, Side], ...]
    """Two reports' passages that tell the same in other words."""
    quotes: tuple[QuoteCard, ...]
    groups: tuple[Grouped, ...]
    names: tuple[str, ...]
    """Whom and what the reports name, the most reported first."""
    news: tuple[SummarySentence, ...]
    """What the newest report adds to those before it; nothing in a language of which another has come since."""


NOTHING = ComparedReports(0, (), {}, {}, (), (), (), (), (), ())


@dataclass(frozen=True, slots=True)
class Laid:
    """Reports laid side by side, as it is kept."""

    places: tuple[int, ...]
    """Which of a story's newest texts they are: those that no later issue stands for."""
    comparison: Comparison
    news: Mapping[str, tuple[CitedSentence, ...]]
    """By language what its newest report adds to those before it; under "" that of the newest of all."""


LAID: Form[Laid] = Form("reports", Laid)


def compared_reports(
    story_id: int, rows: Sequence[Article], cards: Mapping[int, ArticleCard], language: str
) -> ComparedReports:
    """Return a story's reports compared, `rows` being its articles by time; nothing where `OCTAVO_AI` is off."""
    if not settings.current().ai:
        return NOTHING
    own = [row for row in rows if not cards[row.pk].copy_kind and cards[row.pk].publisher.is_quotable][-ISSUES_COUNT:]
    texts = dict(Article.objects.filter(pk__in=[row.pk for row in own]).values_list("pk", "text"))
    read = tuple(_source(row, texts[row.pk]) for row in own)
    laid = Prepared([story_id], LAID).of(LAID, story_id, [read], lambda: _laid(read))
    sources = tuple(read[place] for place in laid.places)
    return _Shown(sources, cards, language).compared(laid, {row.pk for row in own if row.verdict == Verdict.ARTICLE})


def _laid(read: Sequence[SourceArticle]) -> Laid:
    places = latest_issues(read)[-REPORTS_COUNT:]
    sources = [read[place] for place in places]
    news = {language: _news(sources, language) for language in ("", *dict.fromkeys(one.language for one in sources))}
    return Laid(tuple(places), compare(sources, embedder()), news)


def _source(row: Article, text: str) -> SourceArticle:
    publisher = row.publisher
    return SourceArticle(
        str(row.pk),
        row.title,
        text,
        row.language,
        publisher.name,
        published=row.published,
        country=publisher.country,
    )


class _Shown:
    """What a page in one language shows of a comparison of these articles."""

    def __init__(self, sources: Sequence[SourceArticle], cards: Mapping[int, ArticleCard], language: str) -> None:
        self._sources, self._cards, self._language = tuple(sources), cards, language
        self._by_id = {one.id: one for one in sources}

    def compared(self, laid: Laid, whole: Collection[int]) -> ComparedReports:
        """Return it; `whole` are the articles that are read in full, and so may leave something out."""
        found, cards = laid.comparison, self._cards
        is_sure = all(int(one.id) in whole for one in self._sources)
        told = sorted(found.quotes, key=lambda one: self._is_foreign(one.article))
        lacking = {int(one): facts for one, facts in found.left_out.items() if int(one) in whole}
        return ComparedReports(
            reports_count=len(self._sources),
            agreed=self._facts(found.agreed),
            only={int(one): cited(_unseen(sentences, cards[int(one)]), cards) for one, sentences in found.only.items()},
            left_out={one: self._facts(facts) for one, facts in lacking.items()},
            differences=tuple(tuple(self._sides(side) for side in sides) for sides in found.differences),
            wordings=tuple((self._passage(one), self._passage(other)) for one, other in found.wordings),
            quotes=tuple(quote_card(one, cards) for one in told[:QUOTES_COUNT]),
            groups=tuple(self._group(one, is_sure=is_sure) for one in found.groups),
            names=tuple(one.name for one in found.named[:NAMES_COUNT]),
            news=cited(laid.news.get(self._language, laid.news[""]), cards),
        )

    def _is_foreign(self, article: str) -> bool:
        return self._by_id[article].language != self._language

    def _facts(self, facts: Iterable[Agreed]) -> tuple[SharedFact, ...]:
        """Return facts as they are shown, those that the same reports state in one sentence as one."""
        told: dict[tuple[SentenceCite, ...], list[Stated]] = {}
        kinds: dict[tuple[SentenceCite, ...], str] = {}
        for fact in facts:
            spoken = sorted(fact.stated, key=lambda one: self._is_foreign(one.article))
            cites = tuple(cite_of(one, self._cards) for one in spoken)
            told.setdefault(cites, []).append(spoken[0])
            kinds.setdefault(cites, fact.kind)
        return tuple(self._shared(kinds[cites], stated, cites) for cites, stated in told.items())

    def _shared(self, kind: str, stated: Sequence[Stated], cites: tuple[SentenceCite, ...]) -> SharedFact:
        first = stated[0]
        text = self._by_id[first.article].text[first.start : first.end]
        places = sorted((one.first - first.start, one.last - first.start) for one in stated)
        begins, ends = places[0][0], places[-1][1]
        if kind == "amount":
            begins, ends = clause(text, begins, ends)
        cut = kind == "amount" and begins > 0, kind == "amount" and ends < len(text)
        return SharedFact(
            kind, parted(text[begins:ends], [(at - begins, end - begins) for at, end in places]), cut, cites
        )

    def _group(self, group: Group, *, is_sure: bool) -> Grouped:
        alone, left_out = (self._facts(facts if is_sure else ()) for facts in (group.alone, group.left_out))
        return Grouped(group.by, group.name, len(group.articles), alone, left_out)

    def _sides(self, stated: Iterable[Stated]) -> tuple[Side, ...]:
        spoken = sorted(stated, key=lambda one: self._is_foreign(one.article))
        return tuple(self._side(one) for one in spoken)

    def _side(self, stated: Stated) -> Side:
        text = self._by_id[stated.article].text
        return Side(
            cite=cite_of(stated, self._cards),
            before=text[stated.start : stated.first],
            stated=text[stated.first : stated.last],
            after=text[stated.last : stated.end],
        )

    def _passage(self, cite: Cite) -> Side:
        return self._side(Stated(cite.article, cite.start, cite.end, cite.end, cite.end))


def _unseen(sentences: Iterable[CitedSentence], card: ArticleCard) -> list[CitedSentence]:
    """Leave out what the excerpt beside it begins with."""
    return [one for one in sentences if one.text[:EXCERPT_HELD_CHARACTERS] not in card.excerpt]


def _news(sources: Sequence[SourceArticle], language: str) -> tuple[CitedSentence, ...]:
    """Return what the newest report tells that none before it did, where it is in `language` or that is ""."""
    spoken = [one for one in sources if one.language == language or not language]
    if len(spoken) < 2 or spoken[-1] is not sources[-1]:
        return ()
    return developments(sources[:-1], sources[-1:], language, embedder())
