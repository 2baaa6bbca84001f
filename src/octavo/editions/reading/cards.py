"""Articles and stories as they stand in lists."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain

from django.db.models import Case, QuerySet, When
from django.db.models.functions import Left, Length
from django.utils.text import slugify

from octavo.core.languages import script_code
from octavo.core.links import is_made_up
from octavo.core.types import MediaFile
from octavo.enrich.models import Enrichment, Tagging
from octavo.extract.models import Article
from octavo.sources.models import Publisher
from octavo.stories.models import Story

EXCERPT_CHARACTERS = 240
TITLE_CHARACTERS = 90
"""Of the beginning that stands for the title of an article that has none."""
SLUG_CHARACTERS = 80
LATE = timedelta(days=2)
"""What is found so long after its publication is no news."""

_KNOWN_SCRIPT = "Latn"
"""Letters that readers of other scripts meet every day."""
_AFTER_DATELINE = re.compile(r"^(?:=[^)]{1,40}\)[^=]{0,40}=|[^-–—]{0,60}?(?:--|[-–—]))\s*")
"""What stands between a dateline and the news: the agency's credit and a dash."""


@dataclass(frozen=True, slots=True)
class PublisherCard:
    slug: str
    name: str
    """In its own script."""
    country: str
    icon_url: str
    is_demo: bool
    is_quotable: bool
    """Whether more than its headlines may be shown."""


@dataclass(frozen=True, slots=True)
class Picture:
    url: str
    """At the publisher's; pages show it through Octavo's own proxy."""
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class ArticleCard:
    id: int
    slug: str
    title: str
    excerpt: str
    language: str
    publisher: PublisherCard
    agency: str
    moment: datetime
    arrived: datetime
    """From when on it could be read here; what was found long after its publication is as old as that."""
    picture: Picture | None
    copy_kind: str
    """exact, near, abridged, or "" for an article that is no copy."""
    likeness_percent: int
    url: str
    """The original's address; "" where it has none."""
    media: tuple[MediaFile, ...] = ()
    """To listen to or watch at the publisher's, whose own addresses are shown whatever the display policy."""
    holds_original: bool = False
    """An abridged copy may also be the longer text: it holds its original and adds to it."""


@dataclass(frozen=True, slots=True)
class StoryCard:
    id: int
    slug: str
    headline: str
    """In the language asked for where one of its articles has it."""
    language: str
    """Of the headline and the excerpt."""
    excerpt: str
    began: datetime
    """The time of its first report."""
    latest: datetime
    """The time of the last real news in it."""
    arrived: datetime
    """From when on the last of it could be read here."""
    articles_count: int
    publishers_count: int
    """Independent ones."""
    countries_count: int
    copies_count: int
    category: str
    """An IPTC slug."""
    hashtags: tuple[str, ...]
    """In the headline's language where there are some, else in that of most reports."""
    picture: Picture | None
    lead: ArticleCard
    """The article that the headline is from."""
    publisher_names: tuple[str, ...]
    """Of independent articles, the earliest first."""
    thread_id: int
    translation: str = ""
    """Of a headline in another language than the one asked for, made by a machine before; "" for none."""


def visible_articles() -> QuerySet[Article]:
    """Return the articles that people see: real ones, and the demo's only while there is no real one."""
    real = Article.objects.filter(publisher__is_demo=False, membership__isnull=False)
    return real if real.exists() else Article.objects.filter(membership__isnull=False)


def is_demo() -> bool:
    """Tell whether people see the demo edition."""
    return visible_articles().filter(publisher__is_demo=True).exists()


def slug_of(title: str) -> str:
    """Return the readable part of an address: words in their own script, joined by hyphens."""
    return slugify(title, allow_unicode=True)[:SLUG_CHARACTERS].strip("-") or "-"


def publisher_card(row: Publisher) -> PublisherCard:
    is_quotable = row.display_policy != Publisher.DisplayPolicy.HEADLINE
    return PublisherCard(row.slug, row.name, row.country, row.icon_url, row.is_demo, is_quotable)


def article_card(row: Article) -> ArticleCard:
    """Return `row`, one of `article_rows`, as a card."""
    copy, title = getattr(row, "copy", None), title_of(row)
    return ArticleCard(
        id=row.pk,
        slug=slug_of(title),
        title=title,
        excerpt=excerpt_of(row),
        language=row.language,
        publisher=publisher_card(row.publisher),
        agency=row.agency,
        moment=row.moment,
        arrived=_arrived(row),
        picture=Picture(row.image_url, row.image_alt, row.image_credit) if row.image_url else None,
        copy_kind=copy.kind if copy else "",
        likeness_percent=round(copy.likeness * 100) if copy else 0,
        url="" if is_made_up(row.url) else row.url,
        media=tuple(MediaFile(**one) for one in row.media),
        holds_original=bool(copy) and (row.grown or 0) > 0,  # type: ignore[attr-defined]
    )


def _arrived(row: Article) -> datetime:
    return row.first_seen if row.first_seen - row.moment <= LATE else row.moment


def title_of(row: Article) -> str:
    """Return an article's title; where it has none how it begins, or whose it is where that may not be shown."""
    return row.title or _cut(excerpt_of(row), TITLE_CHARACTERS) or row.publisher.name


def excerpt_of(row: Article) -> str:
    """Return the beginning of an article's text, cut between words; "" where its publisher shows headlines only."""
    if row.publisher.display_policy == Publisher.DisplayPolicy.HEADLINE:
        return ""
    flat = " ".join(row.opening.split())  # type: ignore[attr-defined]
    if row.dateline and (opening := flat.removeprefix("(")).startswith(row.dateline):
        flat = _AFTER_DATELINE.sub("", opening.removeprefix(row.dateline), count=1)
    return _cut(flat, EXCERPT_CHARACTERS)


def _cut(text: str, characters: int) -> str:
    """Return a text cut between words, with a mark where it goes on."""
    if len(text) <= characters:
        return text
    cut = text[:characters]
    return (cut.rpartition(" ")[0] or cut).rstrip(" .,;:-–—。…") + "…"


def article_rows(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Return `articles` with what a card needs and without what it does not."""
    opening = Left("text", EXCERPT_CHARACTERS * 2)
    unneeded = ("text", "html", "vector", "tags", "reasons", "robots")
    grown = Case(When(copy__isnull=False, then=Length("text") - Length("copy__original__text")))
    return articles.select_related("publisher", "copy").defer(*unneeded).annotate(opening=opening, grown=grown)


def story_cards(story_ids: Sequence[int], language: str, *, further_languages: Sequence[str] = ()) -> list[StoryCard]:
    """Return these stories as cards, in the order given; ones without a visible article are left out.

    Their headlines are in `language` where a report is, else in the first of the further ones that one is in, else in
    the letters of `language`, else in Latin ones.
    """
    languages = (language, *further_languages)
    stories = Story.objects.in_bulk(list(story_ids))
    rows = article_rows(visible_articles().filter(membership__story__in=story_ids)).select_related("membership")
    members: dict[int, list[Article]] = defaultdict(list)
    for row in rows.order_by("moment", "url"):
        members[row.membership.story_id].append(row)
    categories = dict(Enrichment.objects.filter(story__in=story_ids).values_list("story_id", "category"))
    hashtags = _hashtags(story_ids)
    cards = [
        _story_card(stories[identity], members[identity], categories.get(identity, ""), hashtags[identity], languages)
        for identity in story_ids
        if members[identity] and identity in stories
    ]
    return _with_translations(cards, language)


def _with_translations(cards: list[StoryCard], language: str) -> list[StoryCard]:
    """Add the translations of foreign headlines that somebody asked for before; nothing is translated here."""
    foreign = {card.headline: card.language for card in cards if card.language != language}
    if not foreign:
        return cards
    from octavo.enrich.translation.store import kept_headlines

    known = kept_headlines(foreign, language)
    return [
        replace(card, translation=known.get(card.headline, "")) if card.language != language else card for card in cards
    ]


def _hashtags(story_ids: Iterable[int]) -> dict[int, dict[str, tuple[str, ...]]]:
    """Return each story's hashtags by language: that of most reports first, the most telling first."""
    found: dict[int, dict[str, tuple[str, ...]]] = defaultdict(dict)
    rows = Tagging.objects.filter(story__in=story_ids).order_by("story_id", "position")
    for story, language, name in rows.values_list("story_id", "language", "hashtag__name"):
        found[story][language] = (*found[story].get(language, ()), name)
    return found


def _story_card(
    story: Story,
    rows: Sequence[Article],
    category: str,
    hashtags: Mapping[str, tuple[str, ...]],
    languages: Sequence[str],
) -> StoryCard:
    own = _independent(rows)
    lead = _lead(story, own, languages)
    pictured = next((row for row in (lead, *own) if row.image_url), None)
    return StoryCard(
        id=story.pk,
        slug=slug_of(title_of(lead)),
        headline=title_of(lead),
        language=lead.language,
        excerpt=excerpt_of(lead),
        began=story.began,
        latest=story.latest,
        arrived=max(_arrived(row) for row in own),
        articles_count=len(rows),
        publishers_count=len({row.publisher_id for row in own}),
        countries_count=len({row.publisher.country for row in own if row.publisher.country}),
        copies_count=len(rows) - len(own),
        category=category,
        hashtags=hashtags.get(lead.language) or next(iter(hashtags.values()), ()),
        picture=Picture(pictured.image_url, pictured.image_alt, pictured.image_credit) if pictured else None,
        lead=article_card(lead),
        publisher_names=tuple(dict.fromkeys(row.publisher.name for row in own)),
        thread_id=story.thread_id,
    )


def _independent(rows: Sequence[Article]) -> list[Article]:
    """Return the articles that are no copies; where all are, the first of each original."""
    own = [row for row in rows if getattr(row, "copy", None) is None]
    return own or list({row.copy.original_id: row for row in reversed(rows)}.values())[::-1]


def _lead(story: Story, own: Sequence[Article], languages: Sequence[str]) -> Article:
    """Return the article whose headline stands for a story: the clearest in the reader's language, or else letters."""
    told = ([row for row in own if row.language == language] for language in languages)
    scripts = (script_code(languages[0]), _KNOWN_SCRIPT)
    lettered = ([row for row in own if script_code(row.language) == script] for script in scripts)
    readable = next(filter(None, chain(told, lettered)), list(own))
    return next((row for row in readable if row.title == story.headline), readable[0])
