"""Who wrote it: names out of bylines, without what surrounds them."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from octavo.extract import agency
from octavo.extract.moment_words import MONTHS, WEEKDAYS

_BY = re.compile(
    r"^(?:(?:written |reported |posted |article |words |story )?by|von|par|por|di|door|av|af|text:?|autor(?:in|en)?:?|"
    r"от|автор:?|"
    r"بقلم:?|كتب:?|글|文|撰文)\s*[:：]?\s+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*[;|•·]\s*|\s+/\s*|/\s+|\s+(?:and|und|et|y|e|og|och|en|&)\s+|\s*,\s+(?:(?:and|und|&)\s+)?(?=\S+\s)|、|，"
)
_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"\s*(?:[–—|,-]\s*)?(?:\b(?:posted|published|updated|on)\s+)*(?:\b(?:{WEEKDAYS})\b[.,]*\s*)?"
    rf"(?:\b(?:{_MONTH})\.?,?\s+\d{{1,2}}(?:st|nd|rd|th)?\b|(?<=\s)\d{{1,2}}\.?\s+(?:{_MONTH})\b).*",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]*\)(?!\s*[^\W\d_a-zß-öø-ÿ])")
_TRAILER = re.compile(
    r"\s*(?:\(.*\)|\[.*\]|[,|–—]\s.*|\s-\s.*|\s(?:envoyé|enviad|inviat)\w+\s.*|"
    r"기자|특파원|(?:\s\S+)?\s(?:칼럼니스트|논설위원|평론가)|記者|记者|(?<=[一-鿿])(?:_\w*\d\w*|\s[一-鿿]{5,})|\d.*|\S+@\S+)\s*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?:|www\.", re.IGNORECASE)
_NOT_NAME = re.compile(r"https?:|www\.|@\w|\d{2}|_$|^\+|^\W*$", re.IGNORECASE)
_POST = re.compile(
    r"(?:\S+\s+){1,4}(?:writer|reporter|correspondent|editor|columnist|journalist|producer|critic|photographer|"
    r"redakteur(?:in)?|korrespondent(?:in)?|reporterin|corresponsal|redactora?|envoyée? spéciale?)",
    re.IGNORECASE,
)
"""What somebody is, of several words, where it stands after a name."""
_NOBODY = frozenset([
    "name", "author", "authors", "unknown", "anonymous", "none", "null", "undefined", "佚名", "匿名", "未知",
    "作者", "网络", "网络整理", "本站", "本站原创", "管理员", "系统管理员", "작성자", "不明",
])  # fmt: skip
"""What stands where nobody's name was put."""
MAX_CHARACTERS = 60
CLAIM_CHARACTERS = 1_000
MAX_CLAIMS = 100
"""Read of what a page claims: the patterns above take time by the square of a claim's length."""


def clean(claimed: Iterable[str]) -> tuple[str, ...]:
    """Return the names in claims such as "By Ada Byron and Max Frank", each once, in order."""
    names: dict[str, str] = {}
    dateless = (_DATE.sub("", claim) for claim in _read(claimed) if not _ADDRESS.search(claim))
    for claim in agency.apart(dateless):
        for piece in _BETWEEN.split(_BY.sub("", _ASIDE.sub("", claim).strip())):
            name = _BY.sub("", _TRAILER.sub("", piece)).strip(" ,.:-–—|*")
            if names and _POST.fullmatch(name):
                continue
            if _is_name(name) and len(name) <= MAX_CHARACTERS:
                names.setdefault(name.casefold(), name)
    return tuple(names.values())


def listed(claimed: Iterable[str]) -> tuple[str, ...]:
    """Return names that a machine lists one by one: kept as they are, addresses and doubles left out."""
    names: dict[str, str] = {}
    for claim in _read(claimed):
        name = _BY.sub("", claim).strip(" ,|")
        if _is_name(name):
            names.setdefault(name.casefold(), name)
    return tuple(names.values())


def _read(claimed: Iterable[str]) -> Iterator[str]:
    return (claim[:CLAIM_CHARACTERS] for claim in islice(claimed, MAX_CLAIMS))


def _is_name(written: str) -> bool:
    return bool(written) and written.casefold() not in _NOBODY and not _NOT_NAME.search(written)
