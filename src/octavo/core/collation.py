"""The order in which a reader of a language expects names (after the Unicode Collation Algorithm, UTS 10, and CLDR).

The database's own build has no ICU and PyICU would have to be compiled on every machine, so the rules that names meet
are written down here: letters before accents before case, one's own script first, Spanish ñ after n, Arabic alef with
madda before the others, kana by sound, Chinese by pinyin, Japanese characters in the order of their standard. A
browser's own collator (ICU) puts the countries' names into the same order in every language of the interface; of
Chinese characters that sound alike it puts the one with fewer strokes first, which is not done here.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

Key = tuple[tuple[tuple[float, ...], ...], str, str]

_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "HEBREW", "ARABIC", "DEVANAGARI", "THAI", "HANGUL", "HIRAGANA", "CJK")
_OWN_FIRST = {"ar": ("ARABIC",), "ko": ("HANGUL", "CJK"), "ja": ("LATIN", "HIRAGANA", "CJK"), "zh": ("CJK",)}
_SPELLED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_ARABIC = str.maketrans({"ة": "ت", "ى": "ي", "ـ": ""})
_WHOLE = "آ"
_SMALL_KANA = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_VOWELS = {"A": "あ", "I": "い", "U": "う", "E": "え", "O": "お"}
_LONG, _VOICED = "ー", "\u3099\u309a"


@lru_cache(maxsize=4096)
def collation_key(text: str, language: str) -> Key:
    """Return what sorts `text` among names as a reader of `language` expects: letters, then accents, then case."""
    flat = unicodedata.normalize("NFKC", text)
    return tuple(_letters(flat.casefold(), language)), unicodedata.normalize("NFD", flat.casefold()), flat.swapcase()


def _letters(text: str, language: str) -> Iterator[tuple[float, ...]]:
    before = ""
    for mark in _bare(text, language):
        if unicodedata.combining(mark):
            continue
        letter = _sound(mark, before)
        before = letter
        yield _place(letter, language) if letter.isalnum() else (0, ord(letter))


def _bare(text: str, language: str) -> str:
    """Return `text` with letters and their accents apart; what the CLDR takes for a letter of its own stays whole."""
    text = text.translate(_SPELLED).translate(_ARABIC)
    whole = _WHOLE + ("ñ" if language == "es" else "")
    parts = (one if "\uac00" <= one <= "\ud7a3" or one in whole else unicodedata.normalize("NFD", one) for one in text)
    return "".join(parts)


def _sound(mark: str, before: str) -> str:
    """Return a kana as the hiragana by which it is sorted: a long vowel as the vowel itself (JIS X 4061)."""
    if "\u30a1" <= mark <= "\u30f6":
        mark = chr(ord(mark) - 0x60)
    if mark == _LONG and before:
        return _VOWELS.get(unicodedata.name(before, "")[-1:], mark)
    return mark.translate(_SMALL_KANA)


@lru_cache(maxsize=8192)
def _place(letter: str, language: str) -> tuple[float, ...]:
    if letter.isdigit():
        return (1, unicodedata.digit(letter, ord(letter)))
    script = unicodedata.name(letter, "").split(" ")[0]
    order = (*_OWN_FIRST.get(language, ()), *_SCRIPTS)
    rank = 2 + (order.index(script) if script in order else len(order))
    if letter == "ñ":
        return (rank, ord("n") + 0.5)
    return (rank, *(_han(letter, language) if script == "CJK" else (ord(letter),)))


def _han(letter: str, language: str) -> tuple[float, ...]:
    if language == "zh":
        from pypinyin import Style, lazy_pinyin

        return (*map(ord, lazy_pinyin(letter, style=Style.TONE3, neutral_tone_with_five=True)[0]), 0, ord(letter))
    if language == "ja":
        return tuple(letter.encode("euc_jp", "replace"))
    return (ord(letter),)
