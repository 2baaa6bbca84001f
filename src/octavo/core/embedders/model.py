"""A directory with a model, as its makers publish it: ONNX or model2vec."""

import json
import os
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import xxhash

from octavo.core.errors import BadInput
from octavo.core.vectors import Vectors

ONNX_FILES = ("model.onnx", "onnx/model.onnx", "onnx/model_quantized.onnx")
"""Where sentence-transformers and others put it, the first that is there."""
STATIC_FILE = "model.safetensors"
TOKENIZER_FILE = "tokenizer.json"
LONGEST_TOKENS_COUNT = 512
"""More of a text is not read; models are made for no more."""
TEXTS_AT_ONCE = 32


class Model(Protocol):
    """Turns texts into vectors as its makers mean it."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 (n_texts, its own dimensions), of any length."""
        ...


def weights_file(directory: Path) -> Path:
    """Return the file that holds a model's weights. Raises BadInput where the directory holds no model."""
    found = next((directory / name for name in (*ONNX_FILES, STATIC_FILE) if (directory / name).is_file()), None)
    if found is None or not (directory / TOKENIZER_FILE).is_file():
        wanted = f"{' or '.join((ONNX_FILES[0], STATIC_FILE))} and {TOKENIZER_FILE}"
        raise BadInput(f"{directory} holds no model of sentence vectors: {wanted} are looked for")
    if found.name == STATIC_FILE and _json(directory / "config.json").get("model_type", "model2vec") != "model2vec":
        raise BadInput(f"{directory} holds weights for another program; take the model's ONNX file or a model2vec one")
    return found


def model_in(directory: Path) -> Model:
    """Return the model that a directory holds.

    Raises BadInput where there is none, it cannot be read, or what runs it is not installed.
    """
    file = weights_file(directory)
    if missing := [name for name in ("tokenizers", "onnxruntime", "model2vec") if find_spec(name) is None]:
        raise BadInput(f'{", ".join(missing)} is not installed: pip install "octavo[embedder]"')
    try:
        return StaticModel(directory) if file.name == STATIC_FILE else OnnxModel(directory, file)
    except Exception as error:  # whatever the libraries say of a broken file
        raise BadInput(f"the model in {directory} cannot be read: {error}") from error


def digest(directory: Path) -> str:
    """Return what tells this model's files from all others."""
    hashed = xxhash.xxh3_128()
    for file in (weights_file(directory), directory / TOKENIZER_FILE):
        with file.open("rb") as opened:
            while part := opened.read(1 << 20):
                hashed.update(part)
    return hashed.hexdigest()


class StaticModel:
    """A model2vec model: one vector a token, their mean a text's."""

    def __init__(self, directory: Path) -> None:
        os.environ["HF_HUB_OFFLINE"] = "1"
        from model2vec import StaticModel as Static

        self._model: Any = Static.from_pretrained(str(directory))

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.asarray(self._model.encode(list(texts), use_multiprocessing=False), dtype=np.float32)


class OnnxModel:
    """A transformer in ONNX's format; a text's vector is the mean of its tokens', or the first one's."""

    def __init__(self, directory: Path, file: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session: Any = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        self._inputs = {one.name for one in self._session.get_inputs()}
        self._tokenizer: Any = Tokenizer.from_file(str(directory / TOKENIZER_FILE))
        self._tokenizer.enable_truncation(LONGEST_TOKENS_COUNT)
        self._tokenizer.enable_padding()
        pooling = _json(directory / "1_Pooling" / "config.json")
        self._takes_first = bool(pooling.get("pooling_mode_cls_token"))
        prompts = _json(directory / "config_sentence_transformers.json").get("prompts") or {}
        self._prompt = str(prompts.get("query") or "")

    def encode(self, texts: Sequence[str]) -> Vectors:
        parts = [self._encoded(texts[at : at + TEXTS_AT_ONCE]) for at in range(0, len(texts), TEXTS_AT_ONCE)]
        return np.concatenate(parts).astype(np.float32)

    def _encoded(self, texts: Sequence[str]) -> Vectors:
        read = self._tokenizer.encode_batch([self._prompt + text for text in texts])
        mask = np.array([one.attention_mask for one in read], dtype=np.int64)
        given = {
            "input_ids": np.array([one.ids for one in read], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.array([one.type_ids for one in read], dtype=np.int64),
        }
        found = self._session.run(None, {name: value for name, value in given.items() if name in self._inputs})
        pooled = next((one for one in found if one.ndim == 2), None)
        if pooled is not None:
            return np.asarray(pooled, dtype=np.float32)
        tokens = np.asarray(found[0], dtype=np.float32)
        if self._takes_first:
            return tokens[:, 0]
        weights = mask[:, :, None].astype(np.float32)
        return np.asarray((tokens * weights).sum(1) / weights.sum(1).clip(1), dtype=np.float32)


def _json(file: Path) -> dict[str, Any]:
    """Return the object that a file holds; an empty one where it is absent or holds none."""
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}
