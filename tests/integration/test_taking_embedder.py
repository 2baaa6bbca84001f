"""A house that takes up another model of sentence vectors lets go of what the last one made, and makes it anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from octavo.config import settings
from tests.unit.embedder_models import words_of_the_demo, write_onnx

pytestmark = pytest.mark.xdist_group("web")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    from octavo.core.embedders import Fit, keep_fit

    directory = write_onnx(tmp_path / "own", [*words_of_the_demo(), "lighthouse", "almera"], dim=64)
    keep_fit(directory, Fit((0.0,) * 64, 0.1))
    return directory


@pytest.fixture
def house_with_vectors(house: settings.Settings) -> Iterator[None]:
    settings.override(vectors="on")
    yield
    settings.withdraw("vectors")
    settings.withdraw("embedder")


def vectors() -> dict[str, bytes | None]:
    from octavo.extract.models import Article

    return {row.title: bytes(row.vector) if row.vector else None for row in Article.objects.all()}


@pytest.mark.usefixtures("house_with_vectors")
def test_vectors_are_made_anew_and_found_by(model: Path) -> None:
    from octavo.config.vectors import embedder
    from octavo.extract.models import Article
    from octavo.pipeline import flow
    from octavo.pipeline.vectors import take_embedder
    from octavo.search.meaning import nearest
    from octavo.search.models import ArticleMeaning
    from octavo.stories.models import FoldingState
    from tests.integration.newspaper import article, publisher, story

    tide = publisher("Tide Courier")
    story(article(tide, "The lighthouse of Almera is lit again"))
    story(article(tide, "Bank lowers its rate", ("The bank lowered its rate on Monday.",)))
    take_embedder()
    flow.tend_search()
    before = vectors()
    version = FoldingState.objects.get().version
    assert all(before.values())
    assert ArticleMeaning.objects.count() == 2

    settings.override(embedder=str(model))
    take_embedder()
    assert set(vectors().values()) == {None}
    assert not ArticleMeaning.objects.exists()
    assert FoldingState.objects.get().version == version + 1

    flow.tend_search()
    after = vectors()
    assert all(after.values())
    assert not set(after.values()) & set(before.values())
    first = nearest("bank rate Monday", Article.objects.all())[0]
    assert Article.objects.get(pk=first).title == "Bank lowers its rate"
    own = embedder()
    assert own
    assert FoldingState.objects.get().embedder == own.name

    take_embedder()
    assert vectors() == after
