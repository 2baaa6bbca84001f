"""Summaries beside their yardsticks: another report's lead as the reference, leads and TextRank as rivals."""

from pathlib import Path

import orjson
import pytest

from octavo.core.errors import BadInput
from octavo.enrich import SourceArticle
from octavo.enrich.evaluate_summaries import evaluate
from octavo.enrich.textrank import textrank

BRIDGE = (
    "The old bridge at Tolverne was closed on Monday after cracks were found in its three arches.",
    "Engineers found the cracks in the arches of the bridge during an inspection last week.",
    "A bakery on the market square celebrates its hundredth birthday this month.",
    "The county will repair the arches of the bridge at Tolverne for 2.4 million crowns.",
    "Drivers have to use the ferry while the bridge is closed.",
)


def article(name: str, *lines: str) -> SourceArticle:
    return SourceArticle(name, f"Report {name}", "\n".join(lines), "en", name)


def test_textrank_takes_what_most_sentences_share_and_keeps_their_order() -> None:
    turned = article("a", *reversed(BRIDGE))
    assert textrank([turned], 1) == BRIDGE[0]
    assert textrank([turned], 2) == f"{BRIDGE[1]} {BRIDGE[0]}"


def test_every_writer_is_measured_in_one_run(tmp_path: Path) -> None:
    path = tmp_path / "stories.jsonl"
    texts = [BRIDGE, BRIDGE[1:], (*BRIDGE[3:], BRIDGE[0])]
    lines = [
        {"id": str(n), "title": f"Bridge {n}", "text": "\n".join(text), "language": "en", "story": "bridge"}
        for n, text in enumerate(texts)
    ]
    path.write_bytes(b"\n".join(map(orjson.dumps, lines)))
    figures = evaluate(path)
    assert figures["stories"] == 1
    assert figures["lengths"]["paragraph"]["cited"] == figures["lengths"]["paragraph"]["grounded"] == 1
    assert figures["facts"]["what"] == {"stories": 1.0, "rows_mean": 1}
    likeness = figures["likeness_to_other_leads"]
    assert set(likeness) == {"octavo", "octavo_3", "lead_3", "lead_6", "textrank_3", "textrank_6"}
    assert all(0 < one["rouge_2"] < one["rouge_1"] <= 1 and one["words"] > 10 for one in likeness.values())
    with pytest.raises(BadInput, match="labelled article lines"):
        evaluate(Path(__file__))
