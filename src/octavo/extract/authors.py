"""Who wrote it: names out of bylines, without what surrounds them."""

import re
from collections.abc import Iterable

from octavo.extract import agency
from octavo.extract.moment_words import MONTHS

_BY = re.compile(
    r"^(?:(?:written |reported |posted |article |words |story )?by|von|par|por|di|door|av|af|text:?|autor(?:in|en)?:?|"
    r"от|автор:?|"
    r"بقلم:?|كتب:?|글|文|撰文)\s*[:：]?\s+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[;|•·]\s*|\s+/\s*|/\s+|\s+(?:and|und|et|y|e|og|och|en|&)\s+|\s*,\s+(?=\S+\s)|、|，")
_DATE = re.compile(
    rf"\s*(?:[–—|,-]\s*)?\b(?:{'|'.join(MONTHS)})\.?,?\s+\d{{1,2}}\b.*|\s+\d{{1,2}}\.?\s+(?:{'|'.join(MONTHS)})\b.*",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]*\)(?!\s*[^\W\d_a-zß-öø-ÿ])")
_TRAILER = re.compile(r"\s*(?:\(.*\)|\[.*\]|[,|–—]\s.*|기자|특파원|記者|记者|\d.*|\S+@\S+)\s*$")
_ADDRESS = re.compile(r"https?:|www\.", re.IGNORECASE)
_NOT_NAME = re.compile(r"https?:|www\.|@\w|\d{2}|_$|^\W*$", re.IGNORECASE)
_POST = re.compile(
    r"(?:\S+\s+){1,4}(?:writer|reporter|correspondent|editor|columnist|journalist|producer|critic|photographer|"
    r"redakteur(?:in)?|korrespondent(?:in)?|reporterin|corresponsal|redactora?|envoyée? spéciale?)",
    re.IGNORECASE,
)
"""What somebody is, of several words, where it stands after a name."""
MAX_CHARACTERS = 60


def clean(claimed: Iterable[str]) -> tuple[str, ...]:
    """Return the names in claims such as "By Ada Byron and Max Frank", each once, in order."""
    names: dict[str, str] = {}
    dateless = (_DATE.sub("", claim) for claim in claimed if not _ADDRESS.search(claim))
    for claim in agency.apart(dateless):
        for piece in _BETWEEN.split(_BY.sub("", _ASIDE.sub("", claim).strip())):
            name = _BY.sub("", _TRAILER.sub("", piece)).strip(" ,.:-–—|*")
            if names and _POST.fullmatch(name):
                continue
            if name and len(name) <= MAX_CHARACTERS and not _NOT_NAME.search(name):
                names.setdefault(name.casefold(), name)
    return tuple(names.values())


def listed(claimed: Iterable[str]) -> tuple[str, ...]:
    """Return names that a machine lists one by one: kept as they are, addresses and doubles left out."""
    names: dict[str, str] = {}
    for claim in claimed:
        name = _BY.sub("", claim).strip(" ,|")
        if name and not _NOT_NAME.search(name):
            names.setdefault(name.casefold(), name)
    return tuple(names.values())
