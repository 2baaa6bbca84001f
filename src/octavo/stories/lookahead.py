"""Does a text report what happened, or look ahead to what is still to come."""

import re

_MARKERS = re.compile(
    r"\b(?:(?:is|are|was|were) (?:widely |also )?(?:expected|set|due|scheduled|slated|poised) to"
    r"|ahead of (?:the|a|an|its|his|her)|upcoming|in the run-up to"
    r"|wird (?:am|im|erwartet)|werden (?:am|im|erwartet)|soll(?:en)? (?:am|im|bald|noch)|steht bevor"
    r"|vor dem (?:treffen|gipfel|spiel)"
    r"|se espera que|está previst[oa]|tiene previsto|tendrá lugar|se celebrará|se reunirá"
    r"|doit (?:se|avoir|être|rencontrer)|devrait|est attendue?|aura lieu|se tiendra"
    r"|dovrebbe|è previst[oa]|si terrà|si svolgerà|in vista del"
    r"|zal naar verwachting|vindt plaats|in aanloop naar"
    r"|deverá|está previst[oa]|será realizad[oa]"
    r"|ожидается|состоится|планирует(?:ся)?|намерен[аы]?|предстоит|запланирован[аоы]?)\b"
    r"|예정(?:이|인|돼|되|으)|전망(?:이|된)|앞두고|할 계획|する予定|予定だ|見通し|将于|预计|即将"
    r"|من المقرر|من المتوقع|المرتقب",
)
_FIRST_SENTENCE = re.compile(r".{40,300}?(?:[.!?]['\"”’]?(?=\s)|[。！？]|$)|.{1,300}", re.DOTALL)


def is_ahead(text: str) -> bool:
    """Tell whether the first sentence of `text` looks ahead."""
    first = _FIRST_SENTENCE.match(text)
    return first is not None and _MARKERS.search(first.group().casefold()) is not None
