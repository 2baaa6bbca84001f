"""Models of sentence vectors that an operator brings are read, fitted to Octavo's bounds, or refused."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from octavo.cli import app
from octavo.config import settings
from octavo.core.embedders import Fit, brought, fitted, keep_fit, model_in, told_apart
from octavo.core.errors import BadInput
from octavo.core.vectors import Vectors
from tests.unit.embedder_models import words_of_the_demo, write_onnx, write_static

Write = Callable[..., Path]
WORDS = ("harbour", "ferry", "strike", "bank", "rate", "storm")
TEXTS = ("harbour ferry strike", "ferry strike", "bank rate", "storm")


def cosines(vectors: Vectors) -> Vectors:
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(unit @ unit.T)


@pytest.fixture(scope="module")
def demo_words() -> Sequence[str]:
    return words_of_the_demo()


def test_both_kinds_of_files_are_read_alike(tmp_path: Path) -> None:
    found = [
        model_in(write(tmp_path / name, WORDS)).encode(TEXTS)
        for name, write in (("static", write_static), ("onnx", write_onnx))
    ]
    assert [one.shape for one in found] == [(4, 96), (4, 96)]
    assert np.allclose(cosines(found[0]), cosines(found[1]), atol=1e-4)
    assert cosines(found[0])[0, 1] > 0.7
    assert abs(cosines(found[0])[0, 3]) < 0.4


@pytest.mark.parametrize("write", [write_static, write_onnx])
@pytest.mark.parametrize("shared", [0.0, 2.0])
def test_whatever_a_model_calls_unlike_is_worth_what_it_is_here(
    write: Write, shared: float, tmp_path: Path, demo_words: Sequence[str]
) -> None:
    from octavo.cli.embedder import _reports
    from octavo.core.vectors import local_embedder

    directory = write(tmp_path / "own", demo_words, shared=shared)
    done = CliRunner().invoke(app, ["embedder", str(directory), "--json"])
    assert done.exit_code == 0, done.output
    report = json.loads(done.stdout)
    assert report["dimensions"] == 96
    assert 0.5 < report["told_apart"] < report["told_apart_by_octavo"]
    texts, events = _reports()
    own, other = local_embedder().encode(texts), brought(directory).encode(texts)
    apart = np.triu(events[:, None] != events[None, :], 1)
    assert (own @ own.T)[apart].mean() == pytest.approx((other @ other.T)[apart].mean(), abs=0.03)
    assert np.allclose(np.linalg.norm(other, axis=1), 1, atol=1e-5)
    assert other.shape == own.shape


def test_a_text_is_as_near_to_itself_as_can_be_and_order_is_kept() -> None:
    drawn = np.random.default_rng(2).normal(size=(40, 32)).astype(np.float32)
    events = np.arange(40) // 2
    raw = drawn + drawn[events * 2] + 3
    fit = fitted(raw, np.eye(40, 512, dtype=np.float32), events)
    found = fit.fitted(raw, 512)
    assert fit.common == 0
    assert told_apart(found, events) > 0.9
    assert np.allclose((found * found).sum(1), 1, atol=1e-5)


def test_a_model_is_named_by_its_files(tmp_path: Path, demo_words: Sequence[str]) -> None:
    names = set()
    for words in (demo_words, demo_words[:-1]):
        directory = write_static(tmp_path / str(len(words)) / "potion", words, dim=16)
        keep_fit(directory, Fit((0.0,) * 16, 0.1))
        names.add(brought(directory).name)
    assert len(names) == 2
    assert all(name.startswith("potion-") for name in names)


def test_the_house_uses_the_one_that_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from octavo.config.vectors import embedder

    directory = write_static(tmp_path / "own", WORDS, dim=16)
    monkeypatch.setenv("OCTAVO_EMBEDDER", str(directory))
    settings.current.cache_clear()
    try:
        with pytest.raises(BadInput, match="not fitted yet: run octavo embedder"):
            embedder()
        keep_fit(directory, Fit((0.0,) * 16, 0.1))
        found = embedder()
        assert found
        assert found.name.startswith("own-")
        assert found.encode(TEXTS).shape == (4, 512)
        assert found.encode([]).shape == (0, 512)
    finally:
        monkeypatch.undo()
        settings.current.cache_clear()


def test_files_that_changed_since_are_not_used(tmp_path: Path) -> None:
    directory = write_onnx(tmp_path / "own", WORDS, dim=16)
    keep_fit(directory, Fit((0.0,) * 16, 0.1))
    one = brought(directory)
    with (directory / "onnx" / "model.onnx").open("ab") as file:
        file.write(b"more")
    with pytest.raises(BadInput, match="has changed: run octavo embedder"):
        one.encode(TEXTS)


def test_what_cannot_be_used_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    broken = write_onnx(tmp_path / "broken", WORDS)
    (broken / "onnx" / "model.onnx").write_bytes(b"no model")
    other = write_static(tmp_path / "other", WORDS)
    (other / "config.json").write_text('{"model_type": "bert"}')
    large = write_static(tmp_path / "large", WORDS, dim=600)
    for directory, line in (
        (tmp_path / "empty", "holds no model of sentence vectors"),
        (tmp_path / "nowhere", "holds no model of sentence vectors"),
        (broken, "cannot be read"),
        (other, "holds weights for another program"),
        (large, "has 600 dimensions, and Octavo keeps 512"),
    ):
        done = CliRunner().invoke(app, ["embedder", str(directory)])
        assert done.exit_code == 2, directory
        assert line in done.stderr, directory
        assert not (directory / "octavo.json").exists()
