"""How a caption says whose picture it stands below."""

import re

_NAME = "[一-鿿]{2,4}"
_HAN = (
    rf"(?:^|\s|[记記]者|[(（]){_NAME}\s?[摄攝]",
    r"(?:供[图圖]|[视視][频頻]截[图圖]|[网網][络絡]截[图圖]|配[图圖])",
    r"[\s(（][^\s()（）]{0,8}[资資]料(?:[图圖]?片?|照片?)?",
    r"(?:[图圖]片?|照片)(?:[来來][源自]|由|源)?\s*[/／:：|｜].{1,20}",
    r"[图圖]片?[来來][源自].{1,20}",
    r"[(（][^()（）]{1,20}提供",
)
_KANA = (r"[(（=＝][^()（）]{1,20}(?:撮影|提供)", r"写真\s*[=＝:：].{1,20}")
_HANGUL = (r"(?:사진|자료|출처)\s?[=:：/].{1,20}", r"[(（/=][^()（）]{1,20}제공", "자료사진")
_LATIN = (
    r"(?:^|[.(|/–—-]\s*)"
    r"(?:photos?|fotos?|photo credit|images?|picture|bild(?:er)?|cr[ée]dit[os]?|quelle|fonte|fuente)\s*"
    r"(?:by\b|[:/©])[^.]{1,60}",
    r"[/(]\s?(?:getty images|afp|ap|reuters|epa|shutterstock|istock)\b[^.()]{0,30}",
)
_SOURCE = re.compile(rf"(?:{'|'.join((*_HAN, *_KANA, *_HANGUL, *_LATIN))})[)）】\]。.]*$", re.IGNORECASE)
_MARKED = re.compile(r"[▲△▼]|[图圖][为為]|[资資]料(?:[图圖]|照)")


def names_source(line: str) -> bool:
    """Tell a line that ends with who took or gave a picture, or begins as only captions do."""
    return _MARKED.match(line) is not None or _SOURCE.search(line) is not None
