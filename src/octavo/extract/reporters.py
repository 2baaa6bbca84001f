"""Reporters as East Asian articles name them: on a line of their own, or in brackets beside the dateline."""

import re
from itertools import takewhile

_HAN = "[一-鿿]"
_NAME = rf"(?:{_HAN}\s+{_HAN}(?!{_HAN})|{_HAN}{{2,4}})"
_PLACE = r"\s*[／/]\s*\S{2,12}"
_LINE = re.compile(
    rf"(?:{_HAN}{{0,8}}[记記]者\s+(?P<names>{_NAME}(?:[、\s]+{_NAME})*)(?:{_PLACE})?|[记記]者(?P<name>{_HAN}{{2,4}}){_PLACE})"
)
_BRACKET = rf"[(（【〔\[]{_HAN}{{0,8}}[记記]者[\s:：]*(?P<names>[^()（）【】〔〕\[\]\n]{{2,40}})[)）】〕\]]"
_DATELINED = re.compile(rf"[^\n。！？]{{0,40}}?{_BRACKET}")
_SIGNED = re.compile(rf"{_BRACKET}\s*$")
_WIRED = re.compile(rf"{_HAN}{{3}}(?={_HAN}{{2,}}\d+日[電电])")
"""A name that place and day follow without a space."""
_KOREAN = re.compile(
    r"[(\[【［][^()\[\]\n]{1,30}[)\]】］]\s*(?P<names>[가-힣]{2,4}(?:\s?[·,]?\s?[가-힣]{2,4}){0,3}?)\s*(?:기자|특파원|통신원)\s*="
)
_BETWEEN = re.compile(r"[、，,／/·\s]+")
_HAN_SPACED = re.compile(rf"(?<!{_HAN})({_HAN})\s+(?={_HAN}(?!{_HAN}))")
"""A name of two characters, set apart to be as wide as one of three."""
_OTHER = re.compile(
    "通[讯訊]|[实實][习習]|[摄攝]影|[编編]|整合|[综綜]合|文|图|圖|会[见見]|[协協][会會]|手[记記]|[观觀]察|[调調]查|[获獲]悉|"
    ".*(?:[报報]道|[报報]導)"
)
"""How words begin with which others are named than the reporters, or what they did."""
OPENING_LINES = 3
ENDING_CHARACTERS = 60


def unspaced(names: str) -> str:
    """Return names without the space that parts one of two characters."""
    return _HAN_SPACED.sub(r"\1", names)


def in_line(line: str) -> tuple[str, ...]:
    """Return the reporters that a line names and nothing else: "本报记者 林安 周平", "記者林小安／海島報導"."""
    match = _LINE.fullmatch(line)
    return _names(match["names"] or match["name"]) if match else ()


def in_text(text: str) -> tuple[str, ...]:
    """Return the reporters that an article's text names beside its dateline or after its last sentence."""
    lines = text.split("\n")
    found = (pattern.match(line) for line in lines[:OPENING_LINES] for pattern in (_DATELINED, _KOREAN))
    match = next(filter(None, found), None) or _SIGNED.search(lines[-1][-ENDING_CHARACTERS:])
    return _names(match["names"]) if match else ()


def _names(written: str) -> tuple[str, ...]:
    if wired := _WIRED.match(written):
        return (wired[0],)
    words = _BETWEEN.split(unspaced(written).strip())
    return tuple(takewhile(_is_name, words))


def _is_name(word: str) -> bool:
    return re.fullmatch(r"[一-鿿]{2,4}|[가-힣]{2,4}", word) is not None and _OTHER.match(word) is None
