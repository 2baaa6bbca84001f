"""`octavo eval summarise`: are summaries grounded and cited, and how near to what other reports lead with.

Beside them stand the first sentences of a report, and TextRank's choice where the package sumy is installed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import mean
from typing import Any

import orjson

from octavo.core.errors import BadInput
from octavo.core.labelled import share
from octavo.core.lines import read_fields
from octavo.core.text import sentences, tokens
from octavo.core.types import Summary
from octavo.core.vectors import local_embedder
from octavo.enrich.constants import FACT_KINDS
from octavo.enrich.inputs import SourceArticle
from octavo.enrich.providers import Length
from octavo.enrich.providers.local import LocalProvider
from octavo.enrich.rouge import rouge
from octavo.enrich.story_lines import source_article
from octavo.enrich.summaries import missing, summarise
from octavo.enrich.textrank import is_installed, textrank

LEAD_COUNT = 3
LONG_COUNT = 6
"""As many sentences as a paragraph of ours may have."""
HELD_OUT_COUNT = 2
"""Of a story's articles, those whose leads are references in turn, the others being summarised."""
FEWEST_ARTICLES = 3

Writer = Callable[[Sequence[SourceArticle]], str]


def evaluate(path: Path) -> dict[str, Any]:
    """Return figures over article lines with the label `story`. Raises BadInput for lines of another kind."""
    stories = read_stories(path)
    provider = LocalProvider(local_embedder())
    by_length = {}
    for length in Length:
        summaries = [summarise(story, story[0].language, length, provider=provider) for story in stories]
        by_length[str(length)] = grounding(stories, summaries)
    writers: dict[str, Writer] = {
        "octavo": lambda story: told(summarise(story, story[0].language, provider=provider)),
        f"octavo_{LEAD_COUNT}": lambda story: told(summarise(story, story[0].language, provider=provider), LEAD_COUNT),
    }
    for count in (LEAD_COUNT, LONG_COUNT):
        writers[f"lead_{count}"] = partial(_first_lead, count=count)
        if is_installed():
            writers[f"textrank_{count}"] = partial(textrank, count=count)
    return {
        "stories": len(stories),
        "lengths": by_length,
        "facts": filled([summarise(story, story[0].language) for story in stories]),
        "likeness_to_other_leads": {name: likeness(stories, write) for name, write in writers.items()},
    }


def grounding(stories: Sequence[Sequence[SourceArticle]], summaries: Sequence[Summary]) -> dict[str, Any]:
    """Return the shares of sentences that are cited, and whose numbers, names and quotations their spans hold."""
    checked = [
        (sentence, {article.id: article for article in story})
        for story, summary in zip(stories, summaries, strict=True)
        for sentence in summary.sentences
    ]
    return {
        "sentences_mean": round(mean(len(summary.sentences) for summary in summaries), 2),
        "words_mean": round(mean(len(tokens(told(summary))) for summary in summaries), 1),
        "none_count": sum(not summary.sentences for summary in summaries),
        "cited": share([bool(sentence.cites) for sentence, _ in checked]),
        "grounded": share([not missing(sentence, by_id) for sentence, by_id in checked]),
        "of_several_articles": share(
            [len({cite.article for one in summary.sentences for cite in one.cites}) > 1 for summary in summaries]
        ),
        "dropped": sum(len(summary.dropped) for summary in summaries),
    }


def filled(summaries: Sequence[Summary]) -> dict[str, dict[str, float]]:
    """Return for each kind of key fact the share of stories that have one, and the rows of each that has."""
    counts = [Counter(str(fact["kind"]) for fact in summary.facts) for summary in summaries]
    return {
        kind: {
            "stories": share([bool(count[kind]) for count in counts]),
            "rows_mean": round(mean([count[kind] for count in counts if count[kind]] or [0]), 2),
        }
        for kind in FACT_KINDS
    }


def likeness(stories: Sequence[Sequence[SourceArticle]], write: Writer) -> dict[str, float]:
    """Return mean ROUGE of what is written of a story without one article against that article's lead."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for story in stories:
        for at in range(HELD_OUT_COUNT if len(story) >= FEWEST_ARTICLES else 0):
            text = write([*story[:at], *story[at + 1 :]])
            found["words"].append(len(tokens(text)))
            for name, value in rouge(text, lead(story[at])).items():
                found[name].append(value)
    return {name: round(mean(values), 4) for name, values in found.items()}


def told(summary: Summary, count: int | None = None) -> str:
    """Return the sentences of a summary, or its first, as one text."""
    return " ".join(sentence.text for sentence in summary.sentences[:count])


def lead(article: SourceArticle, count: int = LEAD_COUNT) -> str:
    """Return an article's first sentences."""
    return " ".join(span.text for span in sentences(article.text, article.language)[:count])


def _first_lead(story: Sequence[SourceArticle], count: int) -> str:
    return lead(story[0], count)


def read_stories(path: Path) -> list[list[SourceArticle]]:
    """Return the labelled stories in the order of the file. Raises BadInput."""
    stories: defaultdict[str, list[SourceArticle]] = defaultdict(list)
    try:
        for line in path.read_bytes().splitlines():
            fields = orjson.loads(line)
            stories[str(fields["story"])].append(source_article(read_fields(fields)))
    except (ValueError, KeyError, TypeError) as error:
        raise BadInput(
            f'{path} is not labelled article lines; each needs id, title, text and "story": {error}'
        ) from None
    return list(stories.values())
