"""British and American spellings of one word, for words that news is full of."""

import re

_PAIRS = {
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "labour": "labor",
    "harbour": "harbor",
    "neighbour": "neighbor",
    "neighbours": "neighbors",
    "behaviour": "behavior",
    "favour": "favor",
    "honour": "honor",
    "humour": "humor",
    "colour": "color",
    "rumour": "rumor",
    "tumour": "tumor",
    "armour": "armor",
    "vapour": "vapor",
    "centre": "center",
    "theatre": "theater",
    "metre": "meter",
    "fibre": "fiber",
    "programme": "program",
    "aluminium": "aluminum",
    "tyre": "tire",
    "grey": "gray",
    "jewellery": "jewelry",
    "travelling": "traveling",
    "cancelled": "canceled",
    "aeroplane": "airplane",
    "organisation": "organization",
    "organisations": "organizations",
}
_SUFFIX = re.compile(r"(?<=[a-z]{3})is(ation|ations|ing|ed)$")


def american(word: str) -> str:
    """Return `word` in its American spelling, its capitals kept where it is all capitals or begins with one."""
    lower = word.casefold()
    spelled = _PAIRS.get(lower) or _SUFFIX.sub(r"iz\1", lower) if _is_plain(word) else lower
    if spelled == lower:
        return word
    return spelled.capitalize() if word[0].isupper() else spelled


def _is_plain(word: str) -> bool:
    return word.isascii() and (word.islower() or word.istitle())
