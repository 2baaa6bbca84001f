"""What a page is: an article, a stub, an index, a live ticker, a media page, or none of these."""

import re
from dataclasses import dataclass

from octavo.core.types import Verdict
from octavo.extract.constants import INDEX_LINK_SHARE, STUB_CHARACTERS, THIN_CHARACTERS
from octavo.extract.head import Head
from octavo.extract.prose import width

_PAY = re.compile(
    r"subscribe to (?:read|continue|unlock)|subscribers? only|to continue reading|log ?in to (?:read|continue)|"
    r"sign in to (?:read|continue)|already a subscriber|jetzt weiterlesen|weiterlesen mit|nur für abonnenten|"
    r"réservé aux abonnés|abonnez-vous pour|suscríbete para|solo para suscriptores|exclusivo para suscriptores|"
    r"per continuare a leggere|para continuar a ler|유료 ?회원|구독자 전용|会員限定|付费阅读|للمشتركين فقط",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"we (?:and our partners )?(?:use|value) (?:cookies|your privacy)|before you continue|accept (?:all )?cookies|"
    r"zustimmung|einwilligung|consent|cookies? (?:zulassen|akzeptieren)|"
    r"accepter (?:les )?cookies|aceptar (?:las )?cookies",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"^\W*(?:(?:error\W*)?(?:40[134]|410|429|50[0234])\b|page not found|not found|access denied|forbidden|"
    r"just a moment|attention required|are you a robot|verify you are human|captcha|service unavailable|"
    r"seite nicht gefunden|página no encontrada|page introuvable|페이지를 찾을 수 없|الصفحة غير موجودة)",
    re.IGNORECASE,
)
_MEDIA = re.compile(r"^(?:VideoObject|AudioObject|PodcastEpisode|ImageGallery|MediaGallery|RadioEpisode|TVEpisode)$")
_LIVE_PATH = re.compile(r"(?<![a-z])(?:liveblog|live-updates?|live-?ticker|newsticker)(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict and why it was reached."""

    verdict: Verdict
    reasons: tuple[str, ...] = ()


def judge(head: Head, url: str, text: str, page_text: str, link_share: float) -> Judged:
    """Return the verdict on a page.

    `text`: the extracted text; `page_text`: all of the page's, cut short; `link_share`: its part that stands in links.
    """
    if width(text) < STUB_CHARACTERS and _ERROR.search(head.title):
        return Judged(Verdict.NONE, ("error-page",))
    if "LiveBlogPosting" in head.types or _LIVE_PATH.search(url):
        return Judged(Verdict.LIVE, ("live-ticker",))
    if _is_consent(text, page_text, head):
        return Judged(Verdict.NONE, ("consent-page",))
    if width(text) >= STUB_CHARACTERS:
        return _judge_long(head, text, page_text, link_share)
    return _judge_short(head, text, page_text, link_share)


def claims_article(head: Head) -> bool:
    """Tell whether the page calls itself an article."""
    return bool(head.article) or head.meta("og:type") == "article"


def _is_consent(text: str, page_text: str, head: Head) -> bool:
    return not claims_article(head) and width(text) < THIN_CHARACTERS and len(_CONSENT.findall(text or page_text)) > 1


def _judge_long(head: Head, text: str, page_text: str, link_share: float) -> Judged:
    if link_share > INDEX_LINK_SHARE and not head.article and width(text) < THIN_CHARACTERS:
        return Judged(Verdict.INDEX, ("mostly-links",))
    if _not_free(head) and (_PAY.search(page_text) or width(text) < THIN_CHARACTERS):
        return (
            Judged(Verdict.STUB, ("not-free",))
            if width(text) < THIN_CHARACTERS
            else Judged(Verdict.ARTICLE, ("not-free",))
        )
    return Judged(Verdict.ARTICLE)


def _judge_short(head: Head, text: str, page_text: str, link_share: float) -> Judged:
    if _not_free(head) or _PAY.search(page_text):
        return Judged(Verdict.STUB, ("not-free",))
    if any(map(_MEDIA.match, head.types)) or head.meta("og:type").startswith(("video", "music")):
        return Judged(Verdict.MEDIA, ("media-page",))
    if claims_article(head) and text:
        return Judged(Verdict.ARTICLE, ("short",))
    if link_share > INDEX_LINK_SHARE:
        return Judged(Verdict.INDEX, ("mostly-links",))
    return (
        Judged(Verdict.ARTICLE, ("short",))
        if width(text) > STUB_CHARACTERS // 2
        else Judged(Verdict.NONE, ("no-text",))
    )


def _not_free(head: Head) -> bool:
    claim = str(head.article.get("isAccessibleForFree", "")).lower()
    return claim in ("false", "no", "0") or head.meta("article:content_tier") in ("locked", "metered")
