"""Does a text report what happened, or look ahead to what is still to come."""

import re

_MARKERS = re.compile(
    r"\b(?:(?:is|are|was|were) (?:widely |also )?(?:expected|set|due|scheduled|slated|poised) to|ahead of (?:the|a|an|its|his|her)"
    r"|upcoming|in the run-up to"
    r"|wird (?:am|im|erwartet)|werden (?:am|im|erwartet)|soll(?:en)? (?:am|im|bald|noch)|vor dem (?:treffen|gipfel|spiel)|steht bevor"
    r"|se espera que|está previst[oa]|tiene previsto|tendrá lugar|se celebrará|se reunirá"
    r"|doit (?:se|avoir|être|rencontrer)|devrait|est attendue?|aura lieu|se tiendra"
    r"|dovrebbe|è previst[oa]|si terrà|si svolgerà|in vista del"
    r"|zal naar verwachting|vindt plaats|in aanloop naar"
    r"|deverá|está previst[oa]|será realizad[oa]"
    r"|ожидается|состоится|планирует(?:ся)?|намерен[аы]?|предстоит|запланирован[аоы]?)\b"
    r"|예정(?:이|인|돼|되|으)|전망(?:이|된)|앞두고|할 계획|する予定|予定だ|見通し|将于|预计|即将|من المقرر|من المتوقع|المرتقب",
)


def is_ahead(lead: str) -> bool:
    """Tell whether `lead`, a text's first sentences, looks ahead."""
    return _MARKERS.search(lead.casefold()) is not None
