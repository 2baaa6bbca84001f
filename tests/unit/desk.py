"""What newsrooms do to an agency's text before they print it."""

import random
import re
from collections.abc import Callable

from tests.unit.wires import DAYS, Agency, Wire

Edit = Callable[[Wire, random.Random], Wire]
SPELLINGS = {
    "en": {"harbour": "harbor", "theatre": "theater", "neighbours": "neighbors", " said in ": " told reporters in "},
    "de": {"dass": "daß", "Brücke": "Bruecke", " sagte in ": " erklärte in ", "Streit": "Zwist"},
    "es": {" dijo en ": " declaró en ", "vecinos": "vecindario", "tras": "después de"},
    "ar": {"وقال": "وأضاف", "إن": "أن", "أ": "ا"},
    "ko": {"말했다": "전했다", "밝혔다": "발표했다", "낡은": "오래된"},
    "ja": {"話した": "述べた", "明らかにした": "発表した", "古い": "老朽化した"},
    "zh": {"说，": "表示，", "因为": "由于", "尽管": "虽然"},
}
QUOTES = {"en": "'{}'", "de": "„{}“", "es": "«{}»", "ar": "«{}»", "ko": "‘{}’", "ja": "「{}」", "zh": "“{}”"}
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+")
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def cut_tail(wire: Wire, rng: random.Random) -> Wire:
    """Keep the beginning: between a third and two thirds."""
    count = len(wire.lines)
    return wire._replace(lines=wire.lines[: max(3, rng.randint(count // 3, 2 * count // 3))])


def change_lead(wire: Wire, rng: random.Random) -> Wire:
    """Write the first paragraph anew."""
    return wire._replace(lines=(Agency(rng).line(wire.language), *wire.lines[1:]))


def swap_order(wire: Wire, rng: random.Random) -> Wire:
    """Shuffle the paragraphs."""
    return wire._replace(lines=tuple(rng.sample(wire.lines, len(wire.lines))))


def restyle(wire: Wire, rng: random.Random) -> Wire:
    """Change spellings, verbs of saying, and the marks around names."""
    changes = SPELLINGS[wire.language]
    chosen = dict(rng.sample(sorted(changes.items()), rng.randint(1, len(changes))))
    return _everywhere(wire, lambda line: _replaced(line, chosen))


def quote_names(wire: Wire, rng: random.Random) -> Wire:
    """Put what was said into the house's quotation marks."""
    marks = QUOTES[wire.language]
    return _everywhere(wire, lambda line: marks.format(line) if rng.random() < 0.5 else line)


def rewrite_numbers(wire: Wire, rng: random.Random) -> Wire:
    """Write numbers and days as the house writes them."""
    write = rng.choice([_with_points, _with_spaces, _bare, _eastern])
    days = DAYS[wire.language].split()
    date = {"ko": "{}일", "ja": "{}日", "zh": "{}日"}.get(wire.language, "{}.")
    chosen = {day: date.format(number + 3) for number, day in enumerate(days)} if rng.random() < 0.5 else {}
    return _everywhere(wire, lambda line: _replaced(_NUMBER.sub(lambda found: write(found[0]), line), chosen))


def add_byline(wire: Wire, rng: random.Random) -> Wire:
    """Put the house's own first line above and its own paragraph at the end."""
    own = Agency(rng)
    return wire._replace(lines=(own.line(wire.language)[:40], *wire.lines, own.line(wire.language)))


def merge(wire: Wire, rng: random.Random) -> Wire:
    """Join the wire with another of its length."""
    return wire._replace(lines=wire.lines + Agency(rng).wire(wire.language, len(wire.lines)).lines)


def both(one: Edit, other: Edit) -> Edit:
    """Return the edit that does one, then the other."""
    return lambda wire, rng: other(one(wire, rng), rng)


def _everywhere(wire: Wire, change: Callable[[str], str]) -> Wire:
    return wire._replace(lines=tuple(map(change, wire.lines)))


def _replaced(line: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        line = line.replace(old, new)
    return line


def _with_points(number: str) -> str:
    return number.replace(",", ".")


def _with_spaces(number: str) -> str:
    return number.replace(",", "\u202f")


def _bare(number: str) -> str:
    return number.replace(",", "")


def _eastern(number: str) -> str:
    return number.replace(",", "").translate(_EASTERN)


EDITS: dict[str, Edit] = {
    "tail": cut_tail,
    "lead": change_lead,
    "order": swap_order,
    "style": restyle,
    "quotes": quote_names,
    "numbers": rewrite_numbers,
    "byline": add_byline,
    "merged": merge,
    "lead and style": both(change_lead, restyle),
    "tail and style": both(cut_tail, both(restyle, rewrite_numbers)),
    "lead and order": both(change_lead, both(swap_order, quote_names)),
    "tail and byline": both(cut_tail, both(restyle, add_byline)),
    "style, numbers and byline": both(restyle, both(rewrite_numbers, add_byline)),
    "merged and restyled": both(merge, both(restyle, rewrite_numbers)),
}
