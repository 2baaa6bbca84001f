"""Invented news, and the edits that newsrooms make to an agency's text."""

import random
from datetime import UTC, datetime, timedelta

from octavo.core.types import FoldInput

BEGAN = datetime(2031, 5, 6, 8, tzinfo=UTC)
_WHO = [
    "minister",
    "mayor",
    "director",
    "spokeswoman",
    "engineer",
    "farmer",
    "teacher",
    "pilot",
    "judge",
    "banker",
    "nurse",
    "captain",
    "painter",
    "baker",
]
_DID = [
    "announced",
    "defended",
    "rejected",
    "opened",
    "inspected",
    "praised",
    "questioned",
    "delayed",
    "approved",
    "described",
    "measured",
    "visited",
    "repaired",
    "explained",
    "counted",
]
_WHAT = [
    "bridge",
    "budget",
    "harbour",
    "school",
    "railway",
    "hospital",
    "theatre",
    "tunnel",
    "library",
    "stadium",
    "reservoir",
    "market",
    "archive",
    "orchard",
    "lighthouse",
    "quarry",
    "canal",
    "museum",
    "bakery",
    "observatory",
]
_HOW = [
    "quietly",
    "again",
    "reluctantly",
    "yesterday",
    "twice",
    "formally",
    "briefly",
    "openly",
    "slowly",
    "at_last",
    "without_warning",
]
_WHERE = [
    "Arvelo",
    "Brinmoor",
    "Castrel",
    "Dunhaven",
    "Eskiva",
    "Farrowick",
    "Gelmont",
    "Hostrand",
    "Ilmere",
    "Jarnsby",
    "Kelvane",
    "Lostrup",
]
_WHY = [
    "after months of dispute",
    "because the old pumps had failed",
    "as neighbours looked on",
    "despite a warning from auditors",
    "since the storm had damaged the roof",
    "when the council met behind closed doors",
    "although no money had been set aside",
    "while engineers searched for the leak",
    "before the winter closed the pass",
    "so that trains could run once more",
]
_SPELLINGS = {"harbour": "harbor", "theatre": "theater", "neighbours": "neighbors", "defended": "stood by"}


def sentence(rng: random.Random) -> str:
    """Return one invented sentence."""
    name = f"{rng.choice('ABDEFGHKLMNORSTV')}{rng.choice('aeiou')}{rng.choice('lmnrst')}{rng.choice('aeiou')}n"
    how = rng.choice(_HOW).replace("_", " ")
    said = f"The {rng.choice(_WHO)} {name} {rng.choice(_WHERE)} {rng.choice(_DID)} the {rng.choice(_WHAT)} {how}"
    tail = f"{rng.choice(_WHY)}, {rng.choice(_WHO)} and {rng.choice(_WHO)} said in {rng.choice(_WHERE)}"
    return f"{said} {tail}, adding that {rng.randint(2, 900)} people had used the {rng.choice(_WHAT)}."


def report(rng: random.Random, sentences: int = 12) -> str:
    """Return an invented report of some two hundred words or more."""
    return "\n".join(sentence(rng) for _ in range(sentences))


def cut_tail(text: str, rng: random.Random) -> str:
    """Keep the beginning, at least 60 words of it."""
    lines = text.split("\n")
    return "\n".join(lines[: rng.randint(max(3, len(lines) // 3), max(4, 2 * len(lines) // 3))])


def change_lead(text: str, rng: random.Random) -> str:
    """Write the first sentence anew."""
    return "\n".join([sentence(rng), *text.split("\n")[1:]])


def swap_order(text: str, rng: random.Random) -> str:
    """Shuffle the paragraphs."""
    lines = text.split("\n")
    rng.shuffle(lines)
    return "\n".join(lines)


def restyle(text: str, rng: random.Random) -> str:
    """Change spellings and the way that speech is given."""
    for british, american in _SPELLINGS.items():
        text = text.replace(british, american)
    return text.replace(" said in ", rng.choice((" told reporters in ", " said at a meeting in ")))


def article(number: int, title: str, text: str = "", *, publisher: str = "", language: str = "en") -> FoldInput:
    """Return an article, an hour after the one numbered before it."""
    moment = BEGAN + timedelta(hours=number)
    return FoldInput(
        f"a{number}", title, text, publisher=publisher or f"Paper {number}", published=moment, language=language
    )
