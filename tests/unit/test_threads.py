"""Threads of the demo's news are those that its authors meant, where its stories are."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from octavo.core.types import FoldInput, Verdict
from octavo.core.vectors import local_embedder
from octavo.stories import Folder, sentence_for_vector
from tests.farm.truth import Truth, truths

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def article(one: Truth) -> FoldInput:
    text = "\n".join(one.paragraphs)
    return FoldInput(one.id, one.title, text, publisher=one.publisher, published=one.published, language=one.language)


@pytest.fixture(scope="module")
def told() -> list[tuple[Truth, FoldInput]]:
    """The demo's originals in order, with their vectors."""
    found = [one for one in truths(NOW).values() if one.verdict is Verdict.ARTICLE and not one.copy_of]
    found.sort(key=lambda one: one.published)
    articles = [article(one) for one in found]
    vectors = local_embedder().encode([sentence_for_vector(one) for one in articles])
    return [(one, replace(a, vector=v.tobytes())) for one, a, v in zip(found, articles, vectors, strict=True)]


def test_the_first_report_of_an_event_finds_what_it_develops_from(told: list[tuple[Truth, FoldInput]]) -> None:
    seen: set[str] = set()
    wrong = []
    for place, (one, first) in enumerate(told):
        if one.event in seen:
            continue
        earlier = {before.thread for before, _ in told[:place]}
        seen.add(one.event)
        folding = Folder(local_embedder())
        for before, known in told[:place]:
            folding.remember(known, before.event, before.thread)
        found = folding.fold(first)
        if found.story == first.id and found.thread != (one.thread if one.thread in earlier else first.id):
            wrong.append((one.event, found.thread))
    assert wrong == []
