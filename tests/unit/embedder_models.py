"""Small models of sentence vectors, written as their makers publish them: a vector a word, drawn by lot."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import Whitespace

UNKNOWN = "[UNK]"


def words_of_the_demo() -> list[str]:
    """Return every word that the demo's articles use."""
    return sorted({word for text in _texts() for word, _ in Whitespace().pre_tokenize_str(text.lower())})


def _texts() -> Iterator[str]:
    from octavo.demo.content import drafts

    for draft in drafts():
        yield draft.title
        yield from (block.text for block in draft.body)


def write_static(directory: Path, words: Sequence[str], dim: int = 96, shared: float = 0.0) -> Path:
    """Write a model2vec model; `shared` is how much all its vectors have in common."""
    from model2vec import StaticModel

    directory.mkdir(parents=True)
    StaticModel(vectors(words, dim, shared), _tokenizer(words), normalize=True).save_pretrained(str(directory))
    return directory


def write_onnx(directory: Path, words: Sequence[str], dim: int = 96, shared: float = 0.0) -> Path:
    """Write the like as a transformer's ONNX file: one layer, which looks its tokens up."""
    (directory / "onnx").mkdir(parents=True)
    table = numpy_helper.from_array(vectors(words, dim, shared), "table")
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["n", "t"]) for name in ("input_ids", "attention_mask")
    ]
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["n", "t", dim])
    nodes = [helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"], axis=0)]
    graph = helper.make_graph(nodes, "words", inputs, [output], [table])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.save(model, str(directory / "onnx" / "model.onnx"))
    _tokenizer(words).save(str(directory / "tokenizer.json"))
    (directory / "config.json").write_text(json.dumps({"model_type": "bert"}))
    return directory


def vectors(words: Sequence[str], dim: int, shared: float) -> NDArray[np.float32]:
    """Return float32 (n_words + 1, dim), the unknown word first."""
    drawn = np.random.default_rng(5).normal(size=(len(words) + 1, dim)).astype(np.float32)
    drawn[:, 0] += shared * np.sqrt(dim)
    return drawn


def _tokenizer(words: Sequence[str]) -> Tokenizer:
    known = {UNKNOWN: 0} | {word: place for place, word in enumerate(words, 1)}
    tokenizer = Tokenizer(WordLevel(known, unk_token=UNKNOWN))
    tokenizer.normalizer = Lowercase()
    tokenizer.pre_tokenizer = Whitespace()
    return tokenizer
