"""Article lines in, a story's summary out: the shapes of `octavo summarise` and `octavo ask`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from octavo.core.lines import ArticleLine
from octavo.core.text import language_of
from octavo.core.types import Summary
from octavo.core.vectors import Embedder
from octavo.enrich.commitments import Step, followed
from octavo.enrich.inputs import SourceArticle
from octavo.stories import Folder
from octavo.stories.lines import line_input


@dataclass(frozen=True, slots=True)
class StoryOfLines:
    id: str
    """Of its first article; "" where all lines are taken for one story."""
    thread: str
    articles: list[SourceArticle]
    """Those in the language that is asked for first."""


def stories(
    lines: Sequence[ArticleLine], language: str = "", *, fold: bool = False, embedder: Embedder | None = None
) -> list[StoryOfLines]:
    """Return the stories of these lines: all as one, or as `octavo fold` parts them; copies are marked.

    The articles of a story begin with one in `language`, or in the language that most of them speak.
    """
    folded = Folder(embedder if fold else None).fold_stream(map(line_input, lines))
    grouped: dict[tuple[str, str], list[SourceArticle]] = {}
    for line, found in zip(lines, folded, strict=True):
        original = found.copy.original if found.copy and found.copy.article == found.id else ""
        place = (found.story, found.thread) if fold else ("", "")
        grouped.setdefault(place, []).append(source_article(line, original))
    return [
        StoryOfLines(story, thread, _spoken_first(articles, language)) for (story, thread), articles in grouped.items()
    ]


def _spoken_first(articles: Sequence[SourceArticle], language: str) -> list[SourceArticle]:
    main = language or _main_language(articles)
    return sorted(articles, key=lambda article: article.language != main)


def commitments_of(told: Sequence[StoryOfLines]) -> Mapping[str, list[list[dict[str, Any]]]]:
    """Return, by story, the commitments of which it tells a step, each as its steps; stories come in order of time."""
    threads: dict[str, list[StoryOfLines]] = defaultdict(list)
    for story in told:
        threads[story.thread].append(story)
    found: dict[str, list[list[dict[str, Any]]]] = defaultdict(list)
    for thread in threads.values():
        for chain in followed([story.articles for story in thread]):
            for place in dict.fromkeys(step.story for step in chain):
                found[thread[place].id].append([_step_line(step, thread) for step in chain])
    return found


def _step_line(step: Step, thread: Sequence[StoryOfLines]) -> dict[str, Any]:
    facts = {"stage": step.stage, "story": thread[step.story].id, "text": step.text}
    return {**facts, "old": step.old, "new": step.new, "cites": [asdict(step.cite)]}


def source_article(line: ArticleLine, copy_of: str = "") -> SourceArticle:
    """Return a line's article as enrichment sees it."""
    return SourceArticle(
        id=line.id,
        title=line.title,
        text=line.text,
        language=line.language or language_of(f"{line.title}\n{line.text}"),
        publisher=line.publisher,
        agency=line.agency,
        authors=line.authors,
        copy_of=copy_of,
        published=line.published,
        country=line.country,
    )


def summary_line(summary: Summary) -> dict[str, Any]:
    """Return the summary line of the contract."""
    return asdict(summary)


def _main_language(articles: Sequence[SourceArticle]) -> str:
    spoken = [article.language for article in articles]
    return max(spoken, key=spoken.count)
