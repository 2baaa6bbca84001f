"""What pages show, read from the database as frozen values; for the web and the terminal alike."""

from octavo.editions.reading.about import AboutPage, about_page
from octavo.editions.reading.article import ArticlePage, article_page
from octavo.editions.reading.asking import AskPage, Inquiry, Scope, ask_page, wording_of
from octavo.editions.reading.cards import (
    ArticleCard,
    Picture,
    PublisherCard,
    StoryCard,
    is_demo,
    story_cards,
    visible_articles,
)
from octavo.editions.reading.citing import QuoteCard, SummarySentence
from octavo.editions.reading.comparing import ComparePage, compare_page
from octavo.editions.reading.developing import Step
from octavo.editions.reading.front import (
    FrontSection,
    FrontView,
    Progress,
    front,
    front_order,
    plain_edition,
    progress,
)
from octavo.editions.reading.gone import was_article, was_story
from octavo.editions.reading.kept import (
    Followed,
    KeptPage,
    KeptRow,
    followed,
    history_page,
    saved_page,
    saved_paths,
)
from octavo.editions.reading.lists import (
    ListPage,
    category_list,
    hashtag_list,
    holding_articles,
    publisher_list,
    search_list,
)
from octavo.editions.reading.mendings import MendingCard
from octavo.editions.reading.preparing import prepare, to_prepare
from octavo.editions.reading.provenance import Provenance
from octavo.editions.reading.reports import ComparedReports
from octavo.editions.reading.story import (
    Coverage,
    RelatedCard,
    StoryPage,
    ThreadPage,
    story_page,
    thread_page,
)
from octavo.editions.reading.translating import Original, original

__all__ = [
    "AboutPage",
    "ArticleCard",
    "ArticlePage",
    "AskPage",
    "ComparePage",
    "ComparedReports",
    "Coverage",
    "Followed",
    "FrontSection",
    "FrontView",
    "Inquiry",
    "KeptPage",
    "KeptRow",
    "ListPage",
    "MendingCard",
    "Original",
    "Picture",
    "Progress",
    "Provenance",
    "PublisherCard",
    "QuoteCard",
    "RelatedCard",
    "Scope",
    "Step",
    "StoryCard",
    "StoryPage",
    "SummarySentence",
    "ThreadPage",
    "about_page",
    "article_page",
    "ask_page",
    "category_list",
    "compare_page",
    "followed",
    "front",
    "front_order",
    "hashtag_list",
    "history_page",
    "holding_articles",
    "is_demo",
    "original",
    "plain_edition",
    "prepare",
    "progress",
    "publisher_list",
    "saved_page",
    "saved_paths",
    "search_list",
    "story_cards",
    "story_page",
    "thread_page",
    "to_prepare",
    "visible_articles",
    "was_article",
    "was_story",
    "wording_of",
]
