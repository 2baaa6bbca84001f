"""Where summaries of every kind, translations, recordings and briefings stand. The language is that of the page."""

from django.utils import translation

from octavo.config import settings
from octavo.enrich.speech.store import voice_of


def ai_is_on() -> bool:
    """Tell whether pages offer anything that a machine makes."""
    return settings.current().ai


def has_voice(language: str) -> bool:
    """Tell whether what speaks this language can be recorded."""
    return voice_of(language) is not None


def briefing_url(*, own: bool = False) -> str:
    return f"/{_language()}/briefing" + ("/own" if own else "")


def summaries_url(story_id: int, length: str = "", style: str = "") -> str:
    """Return where a story's summaries of every kind are chosen, or the one of this kind."""
    query = f"?length={length}&style={style}" if length else ""
    return f"/{_language()}/summary/{story_id}{query}"


def translation_url(kind: str, identity: int) -> str:
    """Return where an article or a story stands in the language of the page."""
    return f"/{_language()}/translation/{kind}/{identity}"


def listen_url(kind: str, identity: int = 0) -> str:
    """Return where an article, a story or a briefing can be heard."""
    return f"/{_language()}/listen/{kind}/{identity}"


def podcast_page_url() -> str:
    return f"/{_language()}/podcast"


def sent_url() -> str:
    """Return where it stands what was sent to a language model."""
    return f"/{_language()}/sent"


def sound_url(key: str) -> str:
    return f"/sound/{key}.mp3"


def podcast_url(token: str, name: str = "feed.rss") -> str:
    """Return the address of a person's podcast, or of a file in it."""
    return f"/podcast/{token}/{name}"


def _language() -> str:
    return translation.get_language() or "en"
