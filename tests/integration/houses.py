"""What integration tests do in a house."""

from dataclasses import dataclass

from octavo.core.clock import utc_now
from octavo.dedupe.models import Copy
from octavo.extract.models import Article
from octavo.pipeline import flow, queue
from octavo.sources.store import keep_publisher, subscribe
from octavo.stories.models import Membership
from tests.farm.server import Farm


def subscribe_to(farm: Farm) -> None:
    """Subscribe to every feed of the farm."""
    for publisher in farm.web.publishers:
        row = keep_publisher(
            publisher.name, publisher.home_url, country=publisher.country, languages=list(publisher.languages)
        )
        for url in publisher.feed_urls:
            subscribe(url, row, utc_now())


def refresh() -> None:
    """Take every feed through every stage."""
    flow.poll_due_feeds(all_active=True)
    queue.work(until_empty=True)
    flow.mend_stories()
    queue.work(until_empty=True)


@dataclass(frozen=True)
class Outcome:
    """What a refresh ended with, by URL: comparable between houses."""

    articles: dict[str, tuple[str, str, str]]
    """Title, text and publisher."""
    copies: dict[str, tuple[str, str]]
    """Original and kind."""
    stories: frozenset[frozenset[str]]
    threads: frozenset[frozenset[str]]


def outcome() -> Outcome:
    """Return what the open house holds."""
    stories: dict[int, set[str]] = {}
    threads: dict[int, set[str]] = {}
    for url, story, thread in Membership.objects.values_list("article__url", "story_id", "story__thread_id"):
        stories.setdefault(story, set()).add(url)
        threads.setdefault(thread, set()).add(url)
    copies = Copy.objects.values_list("article__url", "original__url", "kind")
    articles = Article.objects.values_list("url", "title", "text", "publisher__name")
    return Outcome(
        articles={url: (title, text, name) for url, title, text, name in articles},
        copies={url: (original, kind) for url, original, kind in copies},
        stories=frozenset(map(frozenset, stories.values())),
        threads=frozenset(map(frozenset, threads.values())),
    )
