"""What numbers measure: the dimension that a question asks for, and those of a text's numbers by their units."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from octavo.core.quantities import quantities
from octavo.core.text import Span, is_paired, listed
from octavo.enrich.answering.wording import word_spans

_DIGITS = re.compile(r"\d[\d.,:]*")
_SIGN_BEFORE = re.compile(r"[$€£¥₩₹]\s?$")
_SIGN_AFTER = re.compile(r"\s?([$€£¥₩₹])")
_SQUARED = re.compile("[㎏㎜㎝㎞]")
"""Units that Unicode has as one sign."""
_PERCENT = re.compile(r"\s?%|\s(?:per cent|por ciento|pour cent|في المئة|في المائة|من المئة)(?!\w)", re.IGNORECASE)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?![\d%]|[.,]\d)")
_SCORE = re.compile(r"\d{1,3}[:–対-]\d{1,3}(?![\d%]|[.,]\d)")
_AGAINST = re.compile(
    r"\w+(?:\s\w+)?\s(?:to|zu|gegen|contra|a|à|contre|대|к|против|対)\s(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\b"
)
_AGED, _APPOSED = re.compile(r"\d{1,3}(?=[,;.)](?!\d))"), re.compile(r"[^\W\d_]{2,}(?:, | \(|، ?)$")
"""An age behind a name: "Elvey, 61, denied everything"."""
_LIVED = re.compile(r"\b(?:aged|mit|a los|à|umur|berumur|berusia|العمر|عمره|عمرها|وعمره|وعمرها)\s$", re.IGNORECASE)
_OLD = re.compile(r"\W{0,2}\w+\s(?:old|alt)\b|\saños[,;.)]", re.IGNORECASE)
"""What makes years an age and no time that something takes, before the number and behind it."""
_FURTHER_PART = re.compile(r"\d[.,:]$|\bper\s$")
"""Before the second part of one number, of 7,5 and of 21:30, and of per cent."""
_STOP = re.compile(r"[,;:.](?!\d)|[!?()،؛。、，；：]")
"""Between a number and a word that is not its unit."""
_AGE_OR_TIME = frozenset({"age", "duration"})
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
_BESIDE_CHARACTERS = 16
"""Before a number, enough for what these look for."""
UNIT_WORDS_AFTER, UNIT_WORDS_BEFORE, SCALE_WORDS = 2, 1, 3
_SCALES = frozenset(listed("million millions billion billions millionen milliarden million millones millón de of"))

NUMBER_WORDS = frozenset(
    listed(
        "half quarter third fifth tenth dozen once twice zwei drei vier fünf sechs sieben acht neun zehn elf zwölf "
        "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig hundert "
        "tausend hälfte drittel viertel dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
        "quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta "
        "cien ciento mil medio mitad tercio cuarto "
        "deux trois quatre cinq six sept huit neuf dix onze douze vingt trente cent mille moitié tiers quart "
        "ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر عشرين ثلاثين أربعين خمسين ستين "
        "سبعين ثمانين تسعين أحد مئة مئتي مئتين ألف ألفي آلاف مليون نصف ثلث ربع "
        "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두 열일곱 스물 스물넷 서른 마흔 쉰 예순 예순둘 일흔 "
        "여든 아흔 절반 "
        "ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون عشرون ألفا أحد اثنا اثني "
        "dua tiga empat lima enam tujuh lapan sembilan sepuluh sebelas belas puluh ratus ribu seribu juta separuh suku"
    )
)
"""Number words beyond those that quantities reads."""
_NOBODY = frozenset(listed("nobody niemand nadie personne tiada 无人"))
"""What says that there were no people: as good an answer to how many as a number."""
_HAN_SIGNS = "一二三四五六七八九十百千两万亿億兆〇"
_HAN = re.compile(
    rf"[{_HAN_SIGNS}]{{2,}}|^[{_HAN_SIGNS[1:]}]$|[{_HAN_SIGNS[1:13]}][人名只隻件条本頭匹台年天日月点時小週周個个户次回度元円米岁歳成座艘]"
)
"""Numbers in Chinese characters: several signs, or one alone or before what it counts."""
_HAN_DIGITS = re.compile(f"^.*?[{_HAN_SIGNS}]+(?=[^{_HAN_SIGNS}])")
_KOREAN = re.compile(
    r"(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)(?:하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉)?"
)


@dataclass(frozen=True, slots=True)
class Measure:
    units: frozenset[str]
    beginnings: tuple[str, ...]
    """Units of any ending."""
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text."""

    at: int
    """Which of the text's words it is."""
    dimensions: frozenset[str]
    """What it may measure, by the units beside it; empty where none is written."""


@cache
def measures() -> Mapping[str, Measure]:
    """Return the dimensions by name, in the order in which a question's words are looked through."""
    table = tomllib.loads((files("octavo.enrich.lexicon") / "measures.toml").read_text("utf-8"))
    return {name: _measure(listed(one["units"]), one["asks"]) for name, one in table.items()}


def _measure(units: Sequence[str], asks: str) -> Measure:
    return Measure(
        frozenset(one for one in units if not one.endswith("*")),
        tuple(one[:-1] for one in units if one.endswith("*")),
        tuple(" ".join(one.split()) for one in asks.split(",") if one.strip()),
    )


def asked_dimension(question: str) -> str:
    """Return the dimension that a question's words ask for; "" where they name none."""
    folded = question.casefold()
    return next((name for name, one in measures().items() if any(says(folded, cue) for cue in one.asks)), "")


def says(text: str, cue: str) -> bool:
    """Tell whether a cue stands in a text as words; where words have no spaces or carry particles, anywhere."""
    if is_paired(cue) or not cue[0].isalpha():
        return cue in text
    ending = r"\w*" if cue.endswith("*") else r"(?!\w)"
    return re.search(rf"(?<!\w){re.escape(cue.rstrip('*'))}{ending}", text) is not None


@lru_cache(maxsize=50_000)
def dimensions_of(unit: str) -> frozenset[str]:
    """Return what a unit, case-folded, may measure."""
    return frozenset(
        name
        for name, one in measures().items()
        if unit in one.units or (one.beginnings and unit.startswith(one.beginnings))
    )


@lru_cache(maxsize=20_000)
def numbers(text: str) -> tuple[Number, ...]:
    """Return a text's numbers, in digits and in words, with what they may measure."""
    found = word_spans(text)
    spelled = {one.start for one in quantities(text)}
    folded = [one.text.casefold() for one in found]
    return tuple(
        Number(at, frozenset(_dimensions(text, found, folded, at)))
        for at, one in enumerate(found)
        if (_counts(folded[at]) or (one.start in spelled and folded[at] != "one"))
        and not _FURTHER_PART.search(text, max(0, one.start - 5), one.start)
    )


def _counts(word: str) -> bool:
    known = word.partition("-")[0] in NUMBER_WORDS or word in _NOBODY
    return known or any(map(str.isdigit, word)) or bool(_KOREAN.match(word)) or bool(_HAN.search(word))


def _dimensions(text: str, found: Sequence[Span], folded: Sequence[str], at: int) -> Iterator[str]:
    start, end = found[at].start, found[at].end
    if folded[at] in _NOBODY:
        yield "people"
    if _SIGN_BEFORE.search(text, max(0, start - 2), start):
        yield "money"
    if _SIGN_AFTER.match(text, end):
        yield "money"
    if squared := _SQUARED.match(text, end):
        yield "weight" if squared[0] == "㎏" else "length"
    if _PERCENT.match(text, end):
        yield "share"
        return
    if _CLOCK.match(text, start):
        yield "clock"
    if _SCORE.match(text, start) or _AGAINST.match(text, start):
        yield "score"
    beside_from = max(0, start - _BESIDE_CHARACTERS)
    is_apposed = bool(_APPOSED.search(text, beside_from, start))
    if _AGED.match(text, start) and is_apposed:
        yield "age"
    if _YEAR.fullmatch(folded[at]):
        yield "year"
    glued = _HAN_DIGITS.sub("", _DIGITS.sub("", folded[at])).strip("-")
    near = range(at + 1, min(at + SCALE_WORDS + 1, len(folded)))
    first = next((to for to in near if not _counts(folded[to]) and folded[to] not in _SCALES), len(found))
    after = range(first, min(first + UNIT_WORDS_AFTER, len(found)))
    before = range(max(0, at - UNIT_WORDS_BEFORE), at)
    beside = [folded[to] for to in (*after, *before) if not _STOP.search(_between(text, found[at], found[to]))]
    is_age = is_apposed or bool(_LIVED.search(text, beside_from, start) or _OLD.match(text, end))
    for unit in (glued, *beside):
        if unit:
            may = unit_dimensions(unit)
            yield from may if is_age or not may >= _AGE_OR_TIME else may - {"age"}


def _between(text: str, one: Span, other: Span) -> str:
    """Return what stands between two words."""
    first, last = sorted((one, other), key=lambda span: span.start)
    return text[first.end : last.start]


def unit_dimensions(unit: str) -> frozenset[str]:
    """Return what a unit, case-folded, may measure, with a particle behind it too, as Korean has."""
    known = dimensions_of(unit)
    if known or not is_paired(unit):
        return known
    return next((own for end in range(len(unit) - 1, 0, -1) if (own := dimensions_of(unit[:end]))), frozenset())
