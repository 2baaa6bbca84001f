"""Names in scripts without capitals: offices beside them, endings, known places, and repetition."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from octavo.enrich.entities import EntityKind, Mention
from octavo.enrich.lexicon import any_of, barred_names, lexicon
from octavo.enrich.people import is_told_of, people
from octavo.enrich.places import places

_PARTICLES_KO = (
    "으로부터",
    "이라고",
    "에서는",
    "로부터",
    "으로",
    "에서",
    "에게",
    "께서",
    "부터",
    "까지",
    "보다",
    "처럼",
    "이나",
    "라고",
    "에는",
    "에도",
    "와의",
    "과의",
    "이며",
    "이다",
    "측은",
    "측이",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "와",
    "과",
    "로",
    "도",
    "만",
)
"""The longest first."""
_EOJEOL = re.compile(r"[가-힣A-Za-z0-9]+")
_OWNER_KO = re.compile(r"(?:^|[\s(“‘])([가-힣]{2,6})\s$")
_TITLED = re.compile(r"[《〈『「]([^《》〈〉『』「」\n]{2,20})[》〉』」]")
_TITLED_JA = re.compile(r"『([^『』\n]{2,20})』")
_LATIN = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Z0-9]{1,7}(?![A-Za-z0-9]|\.\d)")
_BODY_LATIN = re.compile(r"[A-Z]{2,}|G\d{1,2}")
_HAN_JA = "\u4e00-\u9fff々"
_OF_ANY_JA, _PARTS_JA = tuple("同各両他"), tuple("地都海学街管")
"""Before or behind a name these make a town's ending any town's, or part of another word: 同, 地区."""
_HOUSES_JA = tuple("院館園学校所署")
"""What they end with whose heads are called after them: 小学校長, 図書館長."""
_BEHIND_TOWN_JA = "内立民役消教沖在出北南東西中"
"""What may stand right behind a town."""
_KATAKANA = re.compile(r"[ァ-ヴー]{2,}(?:・[ァ-ヴー]{2,})*")
_FOREIGN_ZH = r"[\u4e00-\u9fff]{1,5}(?:·[\u4e00-\u9fff]{1,6})+"
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_FUNCTION_ZH = frozenset("的了在是和与也就不有这那为对将被把等及或并但从向到其以于由他她它们我你说表示称一个上下中")
_WORD_AR = re.compile(r"[\u0620-\u064a\u0640\u0671-\u06d3]+")
_ARTICLED_LETTERS = 4
"""Shorter words that begin so may be a family's name: الدو."""
_CLITIC_AR = re.compile(r"^[وفبلك]")


def cued(text: str, language: str) -> list[Mention]:
    """Return the names of a Korean, Japanese, Chinese or Arabic text in order, none within another."""
    found = [*_FINDERS[language](text), *people(text, language), *_latin(text)]
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda one: (one.start, -one.end, one.kind is EntityKind.OTHER)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _matches(pattern: re.Pattern[str], text: str, kind: EntityKind, group: int = 0) -> Iterator[Mention]:
    for match in pattern.finditer(text):
        yield Mention(match.start(group), match.end(group), match.group(group), kind)


def _latin(text: str) -> Iterator[Mention]:
    """Yield what stands in capitals of Latin script: bodies, but for what is numbered, M6, and for things, EV."""
    for one in _matches(_LATIN, text, EntityKind.OTHER):
        is_body = _BODY_LATIN.fullmatch(one.surface) and one.surface not in barred_names()["acronyms"]
        yield Mention(one.start, one.end, one.surface, EntityKind.ORGANISATION) if is_body else one


def _korean(text: str) -> Iterator[Mention]:
    words = lexicon("ko")
    yield from _matches(_TITLED, text, EntityKind.OTHER, 1)
    stems: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for match in _EOJEOL.finditer(text):
        stem, particle = without_particle(match.group())
        if stem in places("ko") and not _of_place("ko").match(text, match.start() + len(stem)):
            yield Mention(match.start(), match.start() + len(stem), stem, EntityKind.PLACE)
        elif stem.endswith(tuple(words.organisations)) and stem not in words.stop:
            is_plain = stem in words.organisations and not _office_ko().match(text, match.start() + len(stem))
            start = _owner_start(text, match.start()) if is_plain else match.start()
            surface = text[start : match.start() + len(stem)]
            if surface in words.generic:
                continue
            yield Mention(start, start + len(surface), surface, EntityKind.ORGANISATION)
        elif len(stem) > 1 and not stem.isascii() and stem not in words.stop | words.roles:
            stems[stem].append((match.start(), particle))
    for stem, found in stems.items():
        if len(found) >= 3 and len({particle for _, particle in found}) >= 2:
            yield from (Mention(start, start + len(stem), stem, EntityKind.OTHER) for start, _ in found)


def _owner_start(text: str, at: int) -> int:
    """Return where a body's name begins that has its land or town before it: 벨모라 기상청."""
    before = _OWNER_KO.search(text[max(0, at - 12) : at])
    is_name = (
        before and before[1] not in lexicon("ko").stop | lexicon("ko").roles and not without_particle(before[1])[1]
    )
    return at - len(before[1]) - 1 if before and is_name else at


def without_particle(eojeol: str) -> tuple[str, str]:
    """Return stem and particle; a particle is only taken off where two syllables remain."""
    for particle in _PARTICLES_KO:
        if eojeol.endswith(particle) and len(eojeol) - len(particle) >= 2 and eojeol not in places("ko"):
            return eojeol[: -len(particle)], particle
    return eojeol, ""


def _japanese(text: str) -> Iterator[Mention]:
    for surface in dict.fromkeys(_holders_ja(text)):
        yield from _matches(re.compile(re.escape(surface)), text, EntityKind.PERSON)
    bodies, firms, towns = _patterns_ja()
    yield from _matches(bodies, text, EntityKind.ORGANISATION)
    for pattern, kind in ((firms, EntityKind.ORGANISATION), (towns, EntityKind.PLACE)):
        yield from (
            Mention(*match.span("name"), match["name"], kind)
            for match in pattern.finditer(text)
            if not _is_generic(match["head"])
        )
    yield from _known_places(text, "ja")
    yield from _matches(_TITLED_JA, text, EntityKind.OTHER, 1)
    runs = list(_matches(_KATAKANA, text, EntityKind.OTHER))
    times = Counter(mention.surface for mention in runs)
    yield from (one for one in runs if "・" in one.surface or (times[one.surface] > 2 and len(one.surface) > 3))


@cache
def _patterns_ja() -> tuple[re.Pattern[str], ...]:
    """Return what finds bodies, firms and towns by how their names end."""
    known, any_han = lexicon("ja"), f"[{_HAN_JA}]"
    ends = rf"(?!{any_han})"
    return (
        re.compile(rf"[\u4e00-\u9fffァ-ヴー]{{2,10}}(?:{any_of(known.organisations)})(?![\u4e00-\u9fff])"),
        re.compile(
            rf"(?<![{_HAN_JA}ァ-ヴー])(?P<name>(?P<head>[{_HAN_JA}ァ-ヴー]{{2,8}}?)(?:{any_of(known.firm_endings)}))"
            rf"(?:{ends}|(?={any_of(known.roles)}))"
        ),
        re.compile(
            rf"(?:(?<!{any_han})|(?<=[県都府道市郡]))(?P<name>(?P<head>[{_HAN_JA}ヶケ]{{2,4}}?)"
            rf"(?:{any_of(known.settlement_endings)}))(?:{ends}|(?=[{_BEHIND_TOWN_JA}]))"
        ),
    )


def _is_generic(head: str) -> bool:
    """Tell whether what stands before such an ending tells of no name: 公共, 指定都, 浜坂地."""
    generic = tuple(lexicon("ja").generic)
    return head.startswith((*generic, *_OF_ANY_JA)) or head.endswith((*generic, *_PARTS_JA))


def _holders_ja(text: str) -> Iterator[str]:
    """Yield the names right before an office, but for whose office it is: 浜坂病院長, 浜坂市長.

    What may be either is a name where somebody named in full bears it.
    """
    known = lexicon("ja")
    seats = tuple({*known.organisations, *known.settlement_endings, *_HOUSES_JA})
    found = {match["name"]: match["office"] for match in _office_ja().finditer(text) if _may_be_name_ja(match["name"])}
    sure = [name for name, office in found.items() if _is_name_ja(name) or not f"{name}{office[0]}".endswith(seats)]
    yield from (name for name in found if any(one.startswith(name) for one in sure))


def _may_be_name_ja(name: str) -> bool:
    known = lexicon("ja")
    is_body = name.endswith((*known.organisations, *known.firm_endings))
    is_plain = name.startswith(("同", "各", "前", "両", "新")) or name in known.nobody | places("ja")
    return not is_body and not is_plain


@cache
def _office_ja() -> re.Pattern[str]:
    name = rf"(?P<name>[{_HAN_JA}]{{2,4}}?|[ァ-ヴー・]{{3,20}})"
    return re.compile(rf"(?<![{_HAN_JA}]){name}(?:副|名誉|元|前)?(?P<office>{any_of(lexicon('ja').roles)})")


def _is_name_ja(name: str) -> bool:
    """Tell whether a name is a family's, with a given one or alone, or ends as given names do."""
    known = lexicon("ja")
    families = (family for family in known.surnames if name.startswith(family))
    return any(set(name[len(family) :]) <= known.given for family in families) or (
        len(name) > 3 and set(name[-2:]) <= known.given
    )


def _chinese(text: str) -> Iterator[Mention]:
    words = lexicon("zh")
    person = re.compile(rf"(?:{any_of(words.roles)})((?:{any_of(words.surnames)})[\u4e00-\u9fff]{{1,2}})")
    acts = re.compile(any_of(words.doing | words.saying))
    for mention in _matches(person, text, EntityKind.PERSON, 1):
        short = mention.surface[:2]
        is_long = text.count(mention.surface) * 2 > text.count(short) and not acts.match(text, mention.start + 2)
        surface = mention.surface if is_long else short
        if not _FUNCTION_ZH & set(surface):
            yield from _matches(re.compile(re.escape(surface)), text, EntityKind.PERSON)
    yield from _matches(re.compile(rf"(?:{any_of(words.roles)})({_FOREIGN_ZH})"), text, EntityKind.PERSON, 1)
    yield from _known_places(text, "zh")
    yield from _matches(_TITLED, text, EntityKind.OTHER, 1)
    for surface in _repeated(text):
        kind = EntityKind.ORGANISATION if surface.endswith(tuple(words.organisations)) else EntityKind.OTHER
        yield from _matches(re.compile(re.escape(surface)), text, kind)


def _repeated(text: str) -> list[str]:
    """Return the longest runs of two to eight characters that occur at least three times."""
    times: Counter[str] = Counter()
    for run in _HAN_RUN.findall(text):
        for length in range(2, 9):
            times.update(run[i : i + length] for i in range(len(run) - length + 1))
    often = {gram: count for gram, count in times.items() if count >= 3 and not _FUNCTION_ZH & set(gram)}
    inside = {
        part for gram, count in often.items() for part in (gram[1:], gram[:-1]) if often.get(part, 0) <= count * 1.5
    }
    return [gram for gram in often if gram not in inside and gram not in lexicon("zh").stop]


def _known_places(text: str, language: str) -> Iterator[Mention]:
    pattern = re.compile(any_of(frozenset(place for place in places(language) if len(place) > 1)), re.IGNORECASE)
    for one in _matches(pattern, text, EntityKind.PLACE):
        if not _of_place(language).match(text, one.end):
            yield one


@cache
def _of_place(language: str) -> re.Pattern[str]:
    """Return what behind a place's name makes it the name of something else: 日本大使館, 中国人."""
    return re.compile(rf"\s?(?:{any_of(lexicon(language).of_place)})")


@cache
def _office_ko() -> re.Pattern[str]:
    """Return what stands behind a body whose office somebody named before it holds: 김도윤 외교부 장관."""
    return re.compile(rf"\s(?:{any_of(lexicon('ko').roles)})")


def _arabic(text: str) -> Iterator[Mention]:
    words = list(_WORD_AR.finditer(text))
    known = lexicon("ar")
    i = 0
    while i < len(words):
        kind, first, count = _arabic_name(text, words, i)
        if count:
            start, end = words[first].start(), words[first + count - 1].end()
            start += kind is EntityKind.PLACE and not _is_place(text[start:end])
            yield Mention(start, end, text[start:end], kind)
        i = first + max(count, 1)
    times = Counter(word.group() for word in words)
    for word in words:
        if times[word.group()] >= 4 and word.group().startswith("ال") and word.group() not in known.stop | known.roles:
            yield Mention(word.start(), word.end(), word.group(), EntityKind.OTHER)


def _arabic_name(text: str, words: list[re.Match[str]], at: int) -> tuple[EntityKind, int, int]:
    """Return kind, first word and number of words of the name at `at`; zero words where there is none."""
    known = lexicon("ar")
    for count in (3, 2, 1):
        if at + count <= len(words) and _is_place(_bare(text[words[at].start() : words[at + count - 1].end()])):
            return EntityKind.PLACE, at, count
    word = words[at].group()
    if word in known.organisations or _bare(word) in known.organisations:
        is_definite = word.startswith("ال")
        count = 1 + _following(text, words, at, lambda other: _goes_with(other, is_definite=is_definite))
        return (EntityKind.ORGANISATION, at, count) if count > 1 else (EntityKind.OTHER, at, 0)
    if word in known.roles:
        first = at + 1
        while first < len(words) and _tells_office(words[first].group()):
            first += 1
        count = _following(text, words, first - 1, lambda next_word: next_word not in known.stop | known.organisations)
        if count == 2 and _belongs_to_place(text, words, at, first):
            first += 1
        is_named = (
            count == 2
            and text[words[at].end() : words[at + 1].start()].isspace()
            and is_told_of(text, words, at, first)
        )
        return (EntityKind.PERSON, first, count) if is_named else (EntityKind.OTHER, at, 0)
    return EntityKind.OTHER, at, 0


def _belongs_to_place(text: str, words: list[re.Match[str]], at: int, first: int) -> bool:
    """Tell whether a plain word right behind an office names whose it is, before a name of two: مستشارة كاستريل."""
    known = lexicon("ar")
    named = words[first : first + 3]
    plain = len(named) == 3 and not any(word.group().startswith("ال") for word in (words[at], *named))
    near = plain and text[named[0].end() : named[1].start()] == text[named[1].end() : named[2].start()] == " "
    return near and named[0].group() not in known.given and named[2].group() not in known.stop | known.saying


def _goes_with(word: str, *, is_definite: bool) -> bool:
    """Tell whether a word is part of a body's name: behind "the government" only an adjective is."""
    return word.startswith("ال") and (not is_definite or word.endswith(("ية", "ي")))


def _tells_office(word: str) -> bool:
    """Tell whether a word behind an office says more of it: رئيسة البلدية, the head of the municipality."""
    return word in lexicon("ar").roles or (word.startswith("ال") and len(word) > _ARTICLED_LETTERS)


def _following(text: str, words: list[re.Match[str]], at: int, fits: Callable[[str], bool]) -> int:
    count = 0
    while count < 2 and at + count + 1 < len(words):
        one, other = words[at + count], words[at + count + 1]
        if text[one.end() : other.start()] != " " or not fits(other.group()):
            break
        count += 1
    return count


def _bare(word: str) -> str:
    return word if _is_place(word) else _CLITIC_AR.sub("", word)


def _is_place(name: str) -> bool:
    return name in places("ar")


def shortened(kinds: dict[str, EntityKind]) -> dict[str, str]:
    """Return which short form of a person's name stands for which full one: the only one that it begins or ends."""
    persons = [surface for surface, kind in kinds.items() if kind is EntityKind.PERSON]
    longer = {
        short: [one for one in persons if one != short and (one.startswith(short) or one.endswith(short))]
        for short in persons
    }
    return {short: names[0] for short, names in longer.items() if len(names) == 1}


_FINDERS: dict[str, Callable[[str], Iterator[Mention]]] = {
    "ko": _korean,
    "ja": _japanese,
    "zh": _chinese,
    "ar": _arabic,
}
UNCASED = frozenset(_FINDERS)
