"""How many an event has killed or hurt, as the head of each report states it, however it words that."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from octavo.core.quantities import Quantity, is_year
from octavo.core.text import words
from octavo.enrich import constants
from octavo.enrich.amounts import counted, numbers
from octavo.enrich.capitals import CASED_NOUNS
from octavo.enrich.cues import UNCASED
from octavo.enrich.lexicon import GLUED, any_of, lexicon
from octavo.enrich.passages import Passage, is_dense
from octavo.enrich.wording import finds

FATES = ("deadly", "hurt")
"""The lexicon's words of death and of injury."""
_STOPS = re.compile(r"[,;.:،、，；。：\n]|\d")
"""Where what stands beside a number ends."""
_FURTHER = re.compile(
    r"\s(?:more|of\s|más\s|von\s|de\s(?:ell|l[oa]s\s)|d[’']entre|из\sних|-\s?year|(?:to|auf|a|à|до)\s\d)|-",
    re.IGNORECASE,
)
"""Right behind a number that is only a part of the toll, the toll of before, or an age."""
_OTHERS = re.compile(r"\s(?:other|others|weitere\w*|otr[oa]s|autres)\b", re.IGNORECASE)
"""Right behind the number of those whom an event has killed beside others; its hurt are told so beside its dead."""
_LETTERS = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(r"\s[A-ZÀ-ÞА-Я][a-zß-ÿа-я]")
_VICTIMS_BEFORE = {"ja": re.compile(r"[\u4e00-\u9fff]{2,}$")}
_VICTIMS_BEHIND = {"ja": re.compile(r"の(\w{2})"), "zh": re.compile(r"(?<=名)([\u4e00-\u9fff]{2})")}
"""Who is counted, beside the word that counts people: 兵士12人, 12名士兵."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of dead or hurt where a passage states it: `passage.text[start:end]`."""

    passage: Passage
    start: int
    end: int
    counted_end: int
    """Where the number ends with what it counts, before a verb of its fate: 12 people|died."""
    tells_fate: bool
    """Whether a word of its fate stands between start and end: 12 people died, 12 dead."""
    number: Quantity
    victims: str
    """Who they are, case-folded: soldiers; "" for people of any kind."""
    fate: str


def tolls(found: Sequence[Passage], language: str, fate: str = "deadly") -> dict[int, Toll]:
    """Return by article its toll; nothing from sentences that look back on years.

    The largest number beside a word of that fate in the first sentences.
    """
    best: dict[int, Toll] = {}
    for passage in found:
        if passage.position >= constants.TOLL_SENTENCES_COUNT or _looks_back(passage.text, language):
            continue
        for toll in fated(passage, fate, language):
            if passage.article not in best or best[passage.article].number.value < toll.number.value:
                best[passage.article] = toll
    return best


def are_same_victims(one: Toll, other: Toll) -> bool:
    """Tell whether two tolls count victims of one name, in whatever form."""
    return one.victims[: constants.STEM_LETTERS] == other.victims[: constants.STEM_LETTERS]


def _looks_back(text: str, language: str) -> bool:
    return bool(since(language).search(text) or finds(language, "formerly").search(text))


def fated(passage: Passage, fate: str, language: str) -> Iterator[Toll]:
    """Yield the numbers of a passage that stand beside a word of a fate."""
    text = passage.text
    for one in numbers(text, language):
        if one.unit or one.value < 1 or is_year(one) or _is_part(text, one, fate):
            continue
        before, behind = beside(text, one.start, one.end)
        if _is_age(before, language):
            continue
        if fate_of(text, one, language) == fate and not (fate == "hurt" and _is_graded(f"{before} {behind}", language)):
            start, end = (counted(text, one, language) or (one.start, one.end, ""))[:2]
            _, told = _fate_of(before, behind, language) or ("", 0)
            whole = max(end, _word_end(text, one.end + told, language)) if told else end
            yield Toll(passage, start, whole, end, told > 0, one, _victims(text, one, language), fate)


def _is_age(before: str, language: str) -> bool:
    """Tell from what stands before a number that it is somebody's age: two of the dead, aged 58 and 61."""
    told = f" {before.casefold().strip()}"
    return any(told.endswith(f" {words}") for words in lexicon(language).aging)


def _is_graded(text: str, language: str) -> bool:
    return bool(finds(language, "graded").search(text))


def fate_of(text: str, one: Quantity, language: str) -> str:
    """Return the fate of whom a number of a text counts, "" where no word beside it tells one."""
    if met := _fate_of(*beside(text, one.start, one.end), language):
        return met[0]
    return FATES[0] if _is_called_toll(text, one, language) else ""


def _is_called_toll(text: str, one: Quantity, language: str) -> bool:
    named, _ = beside(text, one.start, one.end, constants.NAMED_TOLL_CHARACTERS)
    return bool(_named_toll(language).search(named))


def beside(text: str, start: int, end: int, count: int = constants.TOLL_CHARACTERS) -> tuple[str, str]:
    """Return what stands before and behind `text[start:end]`, up to the next stop or number, not many characters away.

    count: how many, in Latin script.
    """
    near = count if not is_dense(text) else int(count / constants.DENSE_FACTOR)
    return _STOPS.split(text[max(0, start - near) : start])[-1], _STOPS.split(text[end : end + near])[0]


def _word_end(text: str, at: int, language: str) -> int:
    """Return where the word ends that goes on at an offset; that offset where nothing parts words."""
    match = None if language in GLUED else _LETTERS.match(text, at)
    return match.end() if match else at


def _is_part(text: str, one: Quantity, fate: str) -> bool:
    return bool(_FURTHER.match(text, one.end) or (fate == "deadly" and _OTHERS.match(text, one.end)))


def _fate_of(before: str, behind: str, language: str) -> tuple[str, int] | None:
    """Return the fate of whom a number counts, and where behind it the word ends that says so; 0 for one before it.

    The nearest word of a fate: behind the number, or before it where the one behind is of a further clause.
    """
    follows = fates(language).search(behind)
    if follows and _CAPITAL.search(behind[: follows.start()]) and language not in CASED_NOUNS:
        follows = None
    apart = follows is not None and not _joins_nothing(behind[: follows.start()], language)
    leads = [match for match in fates(language).finditer(before) if _governs(match, before, language)]
    if leads and (apart or not follows):
        return str(leads[-1].lastgroup), 0
    if follows is None or (apart and follows.lastgroup == "hurt"):
        return None
    return str(follows.lastgroup), follows.end()


def _governs(fate: re.Match[str], before: str, language: str) -> bool:
    """Tell whether a word of a fate governs what follows: not where a clause is joined to it, "dead and 30 hurt".

    One of injury only next to the number: an injured striker scores 12 goals.
    """
    between = words(before[fate.end() :].casefold())
    is_near = fate.lastgroup == "deadly" or lexicon(language).stop | lexicon(language).describing >= {*between}
    return is_near and _joins_nothing(before[fate.end() :], language)


def _joins_nothing(text: str, language: str) -> bool:
    return lexicon(language).joining.isdisjoint(words(text.casefold()))


def _victims(text: str, one: Quantity, language: str) -> str:
    """Return who is counted, "" for people of any kind."""
    _, end, noun = counted(text, one, language) or (one.start, one.end, "")
    known = lexicon(language)
    if known.counters:
        noun = counted_beside(text, one, language)
    elif not noun and text[end : end + 1] == " " and not _is_called_toll(text, one, language):
        noun = "".join(words(text[end : end + constants.TOLL_CHARACTERS])[:1]).casefold()
    return "" if noun in known.people or noun in known.stop or fates(language).match(noun) else noun


def counted_beside(text: str, one: Quantity, language: str) -> str:
    """Return what is counted beside a number that a counting word follows, 승객 12명, 12名乘客; "" where nothing is."""
    start, end, _ = counted(text, one, language) or (one.start, one.end, "")
    if noun := text[start : one.start].strip():
        return noun
    before, behind = _VICTIMS_BEFORE.get(language), _VICTIMS_BEHIND.get(language)
    if behind and (match := behind.match(text, end)):
        return match[1]
    match = before.search(text[: one.start]) if before else None
    return match.group() if match else ""


@cache
def fates(language: str) -> re.Pattern[str]:
    """Return what finds words of a fate, with their endings where the script parts words; the group is the fate."""
    known = lexicon(language)
    ending = "" if language in GLUED else r"\w*"
    edge = "" if language in UNCASED or language in CASED_NOUNS else r"\b"
    forms = (rf"(?P<{fate}>{edge}(?:{any_of(getattr(known, fate))}){ending})" for fate in FATES)
    return re.compile("|".join(forms), re.IGNORECASE)


@cache
def _named_toll(language: str) -> re.Pattern[str]:
    """Return what finds the name of a toll, which may stand far from its number: the death toll has risen to 41."""
    return re.compile(rf"(?:{any_of(lexicon(language).toll)})", re.IGNORECASE)


@cache
def since(language: str) -> re.Pattern[str]:
    """Return what finds a word that opens a span of time up to now, with what follows it: since July."""
    return re.compile(rf"(?:{any_of(lexicon(language).since)})(?:\s\w+){{0,2}}", re.IGNORECASE)
