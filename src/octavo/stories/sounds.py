"""What the names of a text sound like, so that reports of one event are known from script to script.

A name that no word list knows keeps its consonants when another script writes it: Deshkar, Дешкар, 데슈카르, ديشكار are
t-s-k-l. Latin texts say by a capital what is a name; a word of another script may be one, with endings glued to it, so
each beginning of it counts.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

from octavo.core.sounds import begins_with_vowel, consonants
from octavo.core.text import tokens, words
from octavo.stories.codes import code
from octavo.stories.common_words import common_shares
from octavo.stories.constants import MOST_SOUNDS
from octavo.stories.stems import stem

_SPELLING_HAN = frozenset(
    "阿埃艾爱安昂奥巴班邦保鲍贝本比彼宾波玻伯博布茨查戴丹当道达德登邓迪蒂丁东杜顿多厄恩尔法凡范菲费芬丰冯佛夫弗福戈格葛根贡古瓜"
    "哈海汉豪赫黑亨洪胡华霍基吉加贾杰金喀卡凯坎康考柯科克肯孔库夸奎拉莱赖兰朗劳勒雷里利莉立林琳隆卢鲁伦罗洛吕马玛迈麦曼毛梅门蒙米密"
    "明摩莫默姆穆纳娜南瑙内尼妮宁努诺欧帕潘庞佩彭皮平珀普奇齐契恰钱强乔切钦琼丘饶热日荣茹瑞萨塞赛森桑瑟沙珊山尚绍舍申圣施什史舒斯"
    "丝松苏索塔泰坦唐汤特腾提铁廷通图土托瓦万旺威韦维魏温翁沃乌吴伍武西希锡夏香肖谢辛欣休许雪雅亚延扬耶伊依易因英尤于约泽曾扎詹张佐卓"
    "愛奧貝賓鮑達當東鄧頓爾馮貢漢華賈傑凱萊蘭勞裡倫羅馬瑪邁麥門納瑙內寧諾龐齊錢喬欽瓊丘饒榮薩賽紹聖絲蘇湯鐵圖萬韋維溫烏吳錫謝許亞揚約澤張"
)
"""Signs that Chinese spells foreign names with."""
_HAN = re.compile(f"[{''.join(sorted(_SPELLING_HAN))}]{{2,}}")
_KATAKANA = re.compile(r"[ァ-ヺー]{3,}")
_SPOKEN_HAN = (("zh", "j"), ("q", "ch"), ("x", "sh"), ("w", "v"))
_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_ARTICLES = {
    "ARABIC": re.compile(r"(?:و|ف)?(?:ال|لل|[بلك])?(?=\w{3})"),
    "HEBREW": re.compile(r"ו?[בהלמכש]?(?=\w{3})"),
}
"""Short words that are written as one with what follows."""


def sounds(text: str, names: Iterable[str], least: int) -> set[int]:
    """Return what the words of a text that may be names sound like, as codes; names: as Latin writes them.

    least: consonants below which a name says nothing.
    """
    found = {code for name in names for part in {name, *name.split("-")} for code in _of_name(part, least)}
    if not text.isascii():
        if _UNSPACED.search(text):
            found |= {code for run in _KATAKANA.findall(text) for code in _of_word(run, least)}
            found |= {code for run in _HAN.findall(text) for code in _of_word(run, least)}
            text = _UNSPACED.sub(" ", text)
        found |= {code for word in words(text) if _may_be_name(word) for code in _of_word(word, least)}
    return found


def script_of(text: str) -> str:
    """Return the name of the script that most letters of a text are of, as Unicode calls it; "" where it has none."""
    if text.isascii():
        return "LATIN"
    counts = Counter(_script(letter) for letter in text if letter.isalpha())
    return max(counts, key=counts.__getitem__, default="")


@lru_cache(maxsize=20_000)
def _script(letter: str) -> str:
    script = unicodedata.name(letter, "").partition(" ")[0]
    return "KANA" if script in {"HIRAGANA", "KATAKANA"} else script


def _is_latin(word: str) -> bool:
    return word[:1] < "\u0250"


def _may_be_name(word: str) -> bool:
    return not _is_latin(word) and not word[0].islower()


@lru_cache(maxsize=200_000)
def _of_name(name: str, least: int) -> tuple[int, ...]:
    """Return the code of a name that stands whole, and that of it without the ending of a possessive."""
    if not _is_latin(name) or _is_common(name):
        return ()
    heard = consonants(name)
    return tuple(_code(name, one) for one in {heard, heard.removesuffix("s")} if len(one) >= least)


@lru_cache(maxsize=200_000)
def _of_word(word: str, least: int) -> tuple[int, ...]:
    """Return the codes of every beginning of a word."""
    if _is_common(word):
        return ()
    article = _ARTICLES.get(_script(word[0]))
    bare = article.sub("", word, count=1) if article else word
    return tuple({code for one in {word, bare} for code in _beginnings(one, least)})


def _beginnings(word: str, least: int) -> list[int]:
    heard = consonants(_spoken(word) if word[0] in _SPELLING_HAN else word)
    return [_code(word, heard[:end]) for end in range(least, min(len(heard), MOST_SOUNDS) + 1)]


def _spoken(word: str) -> str:
    latin = anyascii(word).lower()
    for written, sounded in _SPOKEN_HAN:
        latin = latin.replace(written, sounded)
    return latin


def _is_common(word: str) -> bool:
    return all(stem(token) in common_shares() for token in tokens(word))


def _code(word: str, heard: str) -> int:
    return code(f"{begins_with_vowel(word):d}{heard}")
