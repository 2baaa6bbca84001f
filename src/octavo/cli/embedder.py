"""`octavo embedder DIR`: fit a model of sentence vectors that was downloaded, so that the house can use it."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from octavo.cli.options import JsonOption
from octavo.cli.output import clear_errors, print_json

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def register(app: typer.Typer) -> None:
    app.command("embedder")(embedder)


def embedder(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The model's files: ONNX or model2vec.")],
    as_json: JsonOption = False,
) -> None:
    """Fit a downloaded model of sentence vectors to Octavo's bounds, and say how well it tells events apart.

    Writes octavo.json beside the model. OCTAVO_EMBEDDER=DIR then uses it for folding, comparing and search.
    """
    with clear_errors():
        report = _fitted(directory.expanduser().absolute())
    if as_json:
        print_json(report)
        return
    typer.echo(
        f"{report['name']}: {report['dimensions']} dimensions, {report['milliseconds']} ms a text\n"
        f"Of {report['texts']} reports in five languages, two of one event are nearer than two of different ones in "
        f"{report['told_apart']:.1%} of cases; as Octavo's own model has it, in {report['told_apart_by_octavo']:.1%}.\n"
        f"To use it: OCTAVO_EMBEDDER={directory} octavo up"
    )


def _fitted(directory: Path) -> dict[str, object]:
    from octavo.core.embedders import brought, fitted, keep_fit, model_in, told_apart
    from octavo.core.vectors import local_embedder

    model = model_in(directory)
    texts, events = _reports()
    model.encode(texts[:1])
    began = time.process_time()
    raw = model.encode(texts)
    milliseconds = 1000 * (time.process_time() - began) / len(texts)
    own = local_embedder().encode(texts)
    fit = fitted(raw, own, events)
    keep_fit(directory, fit)
    brought.cache_clear()
    one = brought(directory)
    return {
        "name": one.name,
        "dimensions": raw.shape[1],
        "milliseconds": round(milliseconds, 1),
        "texts": len(texts),
        "told_apart": round(told_apart(fit.fitted(raw, one.dim), events), 4),
        "told_apart_by_octavo": round(told_apart(own, events), 4),
    }


def _reports() -> tuple[list[str], "NDArray[np.str_]"]:
    """Return the beginnings of the demo's articles that are no copies, and which event each reports on."""
    import numpy as np

    from octavo.core.types import FoldInput
    from octavo.demo.content import body_of, event_of, tables
    from octavo.stories import sentence_for_vector

    written = {table["id"]: table for table in tables() if "text_of" not in table}
    texts = [
        sentence_for_vector(FoldInput(id_, table["title"], "\n".join(block.text for block in body_of(table, written))))
        for id_, table in written.items()
    ]
    return texts, np.array([event_of(table) for table in written.values()])
