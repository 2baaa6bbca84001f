"""What a letter behind digits means: a million, metres, or a part of a name.

English news writes "m" for millions of money and of crowds, other languages for metres alone; so metres it is unless
money or something countable stands beside it.
"""

import re

from octavo.core.text import listed

_CURRENCY = r"(?:US|AU|NZ|HK|CA|NT|EUR|USD|GBP|CHF|AUD|NZD|CAD|HKD|JPY|INR|AED|Rs?|kr|e)"
_MONEY_BEFORE = re.compile(
    rf"(?:[$€£¥₩]|(?<![^\W_]){_CURRENCY}\.?)\s?(?:\d[\d.,\s]*(?:m|bn)?\s?(?:[-–—.]|to|and|or)\s?)?$"
)
"""Also before the first number of two: £8-13m."""
_MONEY_BEHIND = re.compile(
    r"\s?(?:[$€£¥₩]|(?:\w+\s)?(?:euros?|dollars?|pounds?|yen|yuan|francs?|kron[aeo]r?|crowns?|rupees?|pesos?|rand|"
    r"roubles?|rubles?|reais|lira|dirhams?|riyals?|sterling|USD|EUR|GBP)\b)",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?<![A-Za-z])(?!{_CURRENCY}\d)[A-Za-z]+-?\d+$")
_COMPOUND = re.compile(r"-(\w+)")
_LENGTH = frozenset(
    listed(
        "high tall long wide deep thick away above below from down up off north south east west apart across square "
        "sprint dash hurdles freestyle medley individual butterfly backstroke breaststroke relay steeplechase rifle "
        "pistol platform springboard race races runner champion final finals heat heats record"
    )
)
"""Behind an "m" that is a metre even where countable things follow: 100m hurdles."""
_COUNTED = frozenset(
    listed(
        "people persons men women children adults residents inhabitants citizens voters votes ballots signatures "
        "users subscribers followers members customers clients consumers viewers listeners readers fans visitors "
        "tourists passengers travellers travelers commuters workers employees jobs students pupils patients cases "
        "doses refugees migrants homeless displaced jobless unemployed infected affected deaths dead lives families "
        "households homes houses accounts records views hits clicks downloads copies tickets devices phones cars "
        "vehicles bikes units shares tonnes tons barrels gallons litres trees animals birds parcels items "
        "cattle pigs chickens recall savings deal contract fund funding grant loan budget bailout payout lawsuit "
        "investment upgrade takeover jackpot debt deficit surplus profit loss losses revenue sales without"
    )
)
_PAID = frozenset(
    listed(
        "worth cost costs costing profit profits loss losses revenue revenues sales turnover budget debt debts deficit "
        "surplus paid pay pays spent spend earned earn raised raise donated fined fine funding grant loan sold"
    )
)
_CROWD = _COUNTED | {"population", "audience", "audiences", "ratings", "readership", "membership"}
_REACHING = ("to", "of", "at", "than")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CLAUSE_END = re.compile(r"[.,;:!?()|\n]")
_PHRASE_END = re.compile(
    r"[.,;:!?()|\n]|\s(?:in|on|at|of|to|from|into|onto|with|and|as|while|before|after|through|past)\s"
)
_BEHIND_WORDS, _BEFORE_WORDS = 4, 5
_BESIDE_CHARACTERS = 48
_NAME_CHARACTERS = 12


def is_million(text: str, start: int, end: int) -> bool:
    """Tell whether the "m" that ends `text[start:end]`, digits and it, means a million."""
    before, behind = text[max(0, start - _BESIDE_CHARACTERS) : start], text[end : end + _BESIDE_CHARACTERS]
    if _MONEY_BEFORE.search(before) or _MONEY_BEHIND.match(behind):
        return True
    compound = _COMPOUND.match(behind)
    if compound:
        return compound[1] in ("strong", "selling")
    follows = _WORD.findall(_PHRASE_END.split(behind)[0].casefold())[:_BEHIND_WORDS]
    if follows and follows[0] in _LENGTH:
        return False
    leads = _WORD.findall(_CLAUSE_END.split(before)[-1].casefold())[-_BEFORE_WORDS:]
    reaches = bool(leads) and leads[-1] in _REACHING and not _CROWD.isdisjoint(leads)
    return reaches or not _COUNTED.isdisjoint(follows) or not _PAID.isdisjoint(leads)


def is_part_of_name(text: str, end: int) -> bool:
    """Tell whether the digits before `end` are a part of a name with the letters before them: an A400M, an X-37B."""
    return bool(_NAMED.search(text, max(0, end - _NAME_CHARACTERS), end))
