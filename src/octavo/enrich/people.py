"""People in scripts without capitals: by what stands beside their names, an age, a trade, an address, what they say.

A surname or a given name alone is a word like any other there, so it counts only beside such a cue; and once a person
is named so, the name counts wherever it stands. What is not sure is left out: a wrong person is worse than none.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from octavo.enrich.entities import EntityKind, Mention
from octavo.enrich.lexicon import any_of, lexicon
from octavo.enrich.places import places

_AGED = r"\s?[（(]\d{1,3}(?:세|살|歳|岁)?[）)]"
_BEHIND_KO = r"(?:은|는|이|가|에게|에게서|께서|의|을|를|와|과|도)(?![가-힣])|,|\("
_PARTICLE_ENDS_KO = tuple("는를을의에와과로도이가")
_GIVEN_KO = r"(?<![가-힣]){}(?=\s씨)"
"""A given name alone, which is used with an address."""
_NOTHING = r"(?!)"
_COMMON_ENDS_KO = tuple("자생민원관사들팀인수객")
"""Syllables that end words for members, trades and bodies, and many given names too."""
_ENDING_OFFICES_KO = ("장관", "위원장", "연구원", "총장", "대변인", "원장", "청장", "본부장", "교육감")
"""Offices that say of what before them, without a space: 외교장관."""
_FOREIGN_KO = frozenset(
    "글드트르스즈츠크프브흐므느쉬슈츄튀퓨뮤뷰큐듀케테페베헤레메네데게켈델텔벨펠헬렐멜넬셀젤첼켄덴텐벤펜헨렌멘넨센젠첸"
    "돈톤폰콘숀얀앤앨엘엔옌핸샌샤쇼셰라릭믹닉딕틱픽킥릴킬힐닐칼랄잭랙맥웨웰윌윈웬워왈엄엠에애올욘욜룬룩룰쿠푸할"
)
_CAPPED_KO = (
    "대통령",
    "총리",
    "장관",
    "총재",
    "의원",
    "대변인",
    "주지사",
    "교수",
    "박사",
    "총장",
    "국왕",
    "교황",
    "판사",
    "변호사",
)
"""Offices behind a foreign name that bodies rarely have right behind theirs."""
_FOREIGN_JA = r"[ァ-ヴー]{2,}(?:・[ァ-ヴー]{2,})+"
_KANJI = "\u4e00-\u9fff々"
_HAN = "\u4e00-\u9fff"
_FOREIGN_ZH = (
    "阿艾安奥巴贝比布查达戴德迪蒂丁杜多厄恩尔法菲费芬弗福夫盖戈格古哈海汉赫亨胡霍基吉加杰金卡凯科克肯库拉莱赖兰劳雷黎里利丽莉林琳卢"
    "鲁伦罗洛马玛迈麦曼梅米密莫姆穆纳娜内尼妮诺帕佩彭皮普奇乔切琼丘瑞萨塞桑沙舍施史斯丝思索塔泰坦唐特提图托瓦万威韦维温沃乌西希夏肖"
    "谢辛休许雅亚扬耶叶伊因英尤约泽扎詹珍朱兹佐什顿埃凡柯娃莎蒙宾波博伯勃佛柏彼策茨邓登第敦范冯甘冈根怀季捷津喀考夸奎腊朗勒列龙隆吕芒默南宁纽努欧潘庞蓬珀"
    "齐切让荣茹若圣舒苏孙汤陶滕廷旺翁武锡延易云赞曾哲志祖"
)
_AFTER_ZH = r"日前|近日|说|表示|称|告诉|介绍|认为|指出|强调|透露|坦言|回忆|在|是|和|与|则|也|对|今年|当|[，。、（(：]"
_FUNCTION_ZH = frozenset(
    "的了在是和与及也就不有这那为对将被把等或并但从向到其以于由他她它们我你说表示称一个上下中家地很都还才又人"
)
_WORD_AR = re.compile(r"(?:عبد )?[\u0620-\u064a\u0640\u0671-\u06d3]+")
_OWNED_AR = re.compile(r"(?:ها|هم|ه)$")
_AGED_AR = re.compile(r"[،,]?\s?(?:\(\d{1,3}\s|\(\d{1,3}\)|وعمره|البالغ)")
_SAID_AR = re.compile(r"\s?(?:إن|أن|إنه|إنها|قائلا|قائلة)\s|\s?[:«\"“،]")


def people(text: str, language: str) -> Iterator[Mention]:
    """Yield where a Korean, Japanese, Chinese or Arabic text names people whom a cue beside the name tells."""
    named = dict.fromkeys(_FINDERS[language](text))
    for name in named:
        for form in (name, *_short_forms(name, language)):
            for match in _standing(form, language).finditer(text):
                yield Mention(match.start(), match.end(), form, EntityKind.PERSON)
        given = _GIVEN_KO.format(name[1:]) if language == "ko" and " " not in name else _NOTHING
        for match in re.finditer(given, text):
            yield Mention(match.start(), match.end(), match.group(), EntityKind.PERSON)


def _short_forms(name: str, language: str) -> tuple[str, ...]:
    """Return what a person named in full is called further on."""
    last = re.split(r"[·・ ]", name)[-1]
    return (last,) if last != name and len(last) > 1 and last not in places(language) else ()


def _standing(form: str, language: str) -> re.Pattern[str]:
    """Return what finds a name where it is not part of a longer word."""
    edges = {"ko": ("(?<![가-힣])", ""), "ar": (r"(?<![\u0620-\u064a])", r"(?![\u0620-\u064a])")}
    before, behind = edges.get(language, ("", ""))
    return re.compile(before + re.escape(form) + behind)


def _korean(text: str) -> Iterator[str]:
    known = lexicon("ko")
    nobody = known.nobody | known.stop | places("ko")
    aged, *led, spoken_to = _patterns_ko()
    for pattern in (aged, *led, spoken_to):
        for match in pattern.finditer(text):
            name = match["name"]
            whole = pattern is aged or not name.endswith(_PARTICLE_ENDS_KO)
            sure = pattern is not spoken_to or (text.count(name) > 1 and not name.endswith(_COMMON_ENDS_KO))
            if whole and sure and name not in nobody:
                yield name
    for match in _seated_ko().finditer(text):
        if match["name"] not in nobody and re.search(rf"(?<![가-힣]){match['seat']}(?!장|수|청|지사)", text):
            yield match["name"]
    for match in _foreign_ko().finditer(text):
        if all(not _FOREIGN_KO.isdisjoint(part) and part not in places("ko") for part in match["name"].split()):
            yield match["name"]


@cache
def _patterns_ko() -> tuple[re.Pattern[str], ...]:
    """Return what finds names beside an age, behind a trade, before an office, and where one is spoken to."""
    known = lexicon("ko")
    name = rf"(?<![가-힣])(?P<name>[{''.join(known.surnames)}][가-힣]{{2}})"
    seat = rf"(?:{any_of(places('ko'))})(?:시장|도지사|지사|군수)"
    office = rf"(?:{any_of(known.roles)}|[가-힣]{{1,4}}(?:{any_of(_ENDING_OFFICES_KO)})|{seat})(?!다)"
    return (
        re.compile(rf"{name}(?={_AGED}|\s(?:{any_of(known.addressed)})(?![가-힣]{{2}}))"),
        re.compile(rf"(?<![가-힣])(?:{any_of(known.trades)})\s{name}(?={_BEHIND_KO})"),
        re.compile(rf"{name}(?=\s(?:[가-힣]{{2,8}}\s)?{office})"),
        re.compile(rf"{name}(?=(?:에게|에게서|께서|한테)(?![가-힣]))"),
    )


@cache
def _seated_ko() -> re.Pattern[str]:
    """Return what finds a name before the head of a town that may be any: 박민서 서림시장; 시장 is a market too."""
    name = rf"(?<![가-힣])(?P<name>[{''.join(lexicon('ko').surnames)}][가-힣]{{2}})"
    return re.compile(rf"{name}(?=\s(?P<seat>[가-힣]{{1,4}}[시군구도])(?:장|수|청장|지사)(?!다))")


@cache
def _foreign_ko() -> re.Pattern[str]:
    listed = any_of([place for place in places("ko") if place.isalpha()])
    whole = rf"[가-힣]{{2,6}}\s[가-힣]{{2,6}}(?=\s[가-힣]{{0,4}}(?:{any_of(_CAPPED_KO)}))"
    single = rf"[가-힣]{{2,6}}(?=\s(?:{listed})\s(?:{any_of(_CAPPED_KO)}))"
    return re.compile(rf"(?<![가-힣])(?P<name>{single}|{whole})")


def _japanese(text: str) -> Iterator[str]:
    known = lexicon("ja")
    for pattern in _patterns_ja():
        for match in pattern.finditer(text):
            given = match["name"].removeprefix(match["surname"] or "")
            if given not in known.nobody and not given.endswith(tuple(known.organisations)):
                yield match["name"]


@cache
def _patterns_ja() -> tuple[re.Pattern[str], ...]:
    known = lexicon("ja")
    trade, addressed, given = any_of(known.trades), any_of(known.addressed), "".join(known.given)
    led = rf"(?:(?:{trade})(?:の|、|・|で)?|(?<![{_KANJI}ァ-ヴー・]))"
    name = rf"(?P<name>(?P<surname>{any_of(known.surnames)})(?:[{given}]{{1,3}}|[ぁ-んァ-ヴー]{{2,4}}?)|{_FOREIGN_JA})"
    return (
        re.compile(rf"{led}{name}(?=(?:{addressed})?{_AGED}|{addressed})"),
        re.compile(rf"(?:{trade})(?:の|、|・|で){name}(?=[はがもをにと、。])"),
        re.compile(rf"{led}{name}(?=(?:は|が|も)[^。\n]{{0,80}}?と(?:{any_of(known.saying)}))"),
    )


def _chinese(text: str) -> Iterator[str]:
    *sure, unsure, foreign = _patterns_zh()
    for pattern in (*sure, unsure):
        for match in pattern.finditer(text):
            name = match["name"]
            if _may_be_chinese(name, match["surname"]) and (pattern is not unsure or text.count(name) > 1):
                yield name
    for match in foreign.finditer(text):
        last = match["name"].rpartition("·")[2]
        if match["led"] or match["told"] or text.count(last) > text.count(match["name"]):
            yield match["name"]


def _may_be_chinese(name: str, surname: str) -> bool:
    known, given = lexicon("zh"), name.removeprefix(surname)
    plain = given not in known.addressed | known.trades and name[:2] not in known.nobody
    return plain and _FUNCTION_ZH.isdisjoint(given)


@cache
def _patterns_zh() -> tuple[re.Pattern[str], ...]:
    """Return what finds names, of which the last but one asks for a second mention, and the last for more than it."""
    known = lexicon("zh")
    trade, addressed, saying = (any_of(listed) for listed in (known.trades, known.addressed, known.saying))
    name = rf"(?P<name>(?P<surname>{any_of(known.surnames)})[{_HAN}]{{1,2}}?)"
    alone = rf"(?:{trade}|(?<![{_HAN}])|的|据|由|和|与|对)"
    aged = rf"(?:{_AGED}|，(?:现年|今年)?\d{{1,3}}岁)"
    foreign = rf"[{_FOREIGN_ZH}]{{1,6}}(?:·[{_FOREIGN_ZH}]{{1,8}})+"
    return (
        re.compile(rf"{alone}{name}(?={aged}|(?:{addressed})(?:{_AFTER_ZH}))"),
        re.compile(rf"(?:{trade}){name}(?={_AFTER_ZH})"),
        re.compile(rf"(?<![{_HAN}]){name}(?=(?:{saying})[：，:]?[“「])"),
        re.compile(rf"(?<=[”」]){name}(?=(?:{saying}))"),
        re.compile(rf"(?<![{_HAN}]){name}(?=(?:{saying}))"),
        re.compile(rf"(?P<led>{trade})?(?P<name>{foreign})(?P<told>{saying}|{addressed}|{aged})?"),
    )


def _arabic(text: str) -> Iterator[str]:
    words = list(_WORD_AR.finditer(text))
    known = lexicon("ar")
    for one, other in pairwise(words):
        if _says(one.group()) and other.group() in known.families and _SAID_AR.match(text, other.end()):
            yield other.group()
    for at in range(len(words) - 1):
        first, last = words[at], words[at + 1]
        if text[first.end() : last.start()] != " " or last.group() in known.stop | known.saying | known.roles:
            continue
        if last.group() not in known.organisations and _is_named(text, words, at):
            yield text[first.start() : last.end()]


def _is_named(text: str, words: list[re.Match[str]], at: int) -> bool:
    """Tell whether two words are a given name and a family's, or follow an office that is somebody's."""
    known, first, last = lexicon("ar"), words[at].group(), words[at + 1].group()
    before = words[at - 1].group() if at and text[words[at - 1].end() : words[at].start()] == " " else ""
    if first in known.governing and _is_office(before):
        return False
    owned = _owned_office(before) and at > 1 and _says(words[at - 2].group())
    if not _is_given(first):
        return owned and not first.startswith("ال") and not last.startswith("ال")
    of_family = last in known.families or (last.startswith("ال") and last.endswith("ي"))
    aged = bool(_AGED_AR.match(text, words[at + 1].end()))
    beside = _says(before) or _is_office(before) or aged
    return owned or of_family or (beside and (aged or bool(_SAID_AR.match(text, words[at + 1].end()))))


def is_told_of(text: str, words: list[re.Match[str]], office: int, first: int) -> bool:
    """Tell whether two Arabic words behind an office are a name: a given one, or of one who speaks or is told on."""
    if words[first].group() in lexicon("ar").governing:
        return False
    speaks = (office > 0 and _says(words[office - 1].group())) or _SAID_AR.match(text, words[first + 1].end())
    name = text[words[first].start() : words[first + 1].end()]
    return _is_given(words[first].group()) or bool(speaks) or text.count(name) > 1


def _is_given(word: str) -> bool:
    return word in lexicon("ar").given or word.startswith("عبد ")


def _says(word: str) -> bool:
    return word in lexicon("ar").saying or (word[:1] in tuple("وف") and word[1:] in lexicon("ar").saying)


def _is_office(word: str) -> bool:
    return bool({word, word.removeprefix("ال")} & (lexicon("ar").roles | lexicon("ar").trades))


def _owned_office(word: str) -> bool:
    """Tell whether a word is an office of what was named before: its president, her leader."""
    bare = _OWNED_AR.sub("", word)
    return bare != word and (_is_office(bare) or (bare.endswith("ت") and _is_office(bare[:-1] + "ة")))


_FINDERS: dict[str, Callable[[str], Iterator[str]]] = {
    "ko": _korean,
    "ja": _japanese,
    "zh": _chinese,
    "ar": _arabic,
}
