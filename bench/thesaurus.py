"""Make the English thesaurus that checking reads, out of WordNet's own files.

    python bench/thesaurus.py DICT src/octavo/enrich/lexicon/thesaurus_en.txt.xz

DICT is WordNet's dict folder (data.*, index.sense and the *.exc lists of irregular forms). Single words only, up to ten
senses each, the most frequent first.
"""

import lzma
import sys
from collections import defaultdict
from pathlib import Path

POS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SENSE_POS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
SENSES_COUNT = 10
HYPERNYM, SIMILAR, DERIVED, ANTONYM = ("@",), ("&",), ("+",), ("!",)

Key = tuple[str, str]
Pointer = tuple[str, Key, int, int]


def read_synsets(folder: Path) -> dict[Key, tuple[list[str], list[Pointer]]]:
    """Return words and pointers (symbol, target, word here, word there) by part of speech and offset."""
    found = {}
    for name, pos in POS.items():
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            if line.startswith("  "):
                continue
            parts = line.split("|")[0].split()
            count = int(parts[3], 16)
            words = [parts[4 + 2 * i].split("(")[0].casefold() for i in range(count)]
            at = 4 + 2 * count
            found[pos, parts[0]] = words, [_pointer(parts[at + 1 + 4 * i :]) for i in range(int(parts[at]))]
    return found


def _pointer(parts: list[str]) -> Pointer:
    symbol, offset, pos, ends = parts[:4]
    return symbol, ("a" if pos == "s" else pos, offset), int(ends[:2], 16), int(ends[2:], 16)


def read_senses(folder: Path) -> dict[str, list[Key]]:
    """Return each single word's synsets, the most frequent first; people's and places' names are left out."""
    ranked: defaultdict[str, list[tuple[int, str, int, Key]]] = defaultdict(list)
    for line in (folder / "index.sense").read_text("latin-1").splitlines():
        key, offset, number, times = line.split()
        lemma, rest = key.split("%")
        pos = SENSE_POS[rest[0]]
        if lemma.isalpha() or "-" in lemma.strip("-"):
            ranked[lemma].append((-int(times), pos, int(number), (pos, offset)))
    return {lemma: [key for *_, key in sorted(senses)[:SENSES_COUNT]] for lemma, senses in ranked.items()}


def main(folder: Path, target: Path) -> None:
    synsets, senses = read_synsets(folder), read_senses(folder)
    instances = {key for key, (_, pointers) in synsets.items() if any(one[0] == "@i" for one in pointers)}
    senses = {lemma: kept for lemma, keys in senses.items() if (kept := [key for key in keys if key not in instances])}
    number = {key: i for i, key in enumerate(sorted({key for keys in senses.values() for key in keys}))}

    def targets(key: Key, symbols: tuple[str, ...]) -> str:
        return " ".join(str(number[to]) for symbol, to, *_ in synsets[key][1] if symbol in symbols and to in number)

    antonyms: defaultdict[str, set[str]] = defaultdict(set)
    for words, pointers in synsets.values():
        for symbol, to, here, there in pointers:
            if symbol in ANTONYM and here:
                antonyms[words[here - 1]].add(synsets[to][0][there - 1])
    irregular = {
        tuple(line.split()[:2])
        for name in POS
        for line in (folder / f"{name}.exc").read_text("latin-1").splitlines()
        if "_" not in line and len(line.split()) > 1
    }
    sections = (
        [";".join(targets(key, symbols) for symbols in (HYPERNYM, SIMILAR, DERIVED)) for key in sorted(number)],
        [f"{lemma} {' '.join(str(number[key]) for key in keys)}" for lemma, keys in sorted(senses.items())],
        [f"{word} {' '.join(sorted(others))}" for word, others in sorted(antonyms.items())],
        [" ".join(pair) for pair in sorted(irregular)],
    )
    text = "\n\n".join("\n".join(lines) for lines in sections)
    target.write_bytes(lzma.compress(text.encode(), preset=9))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
