"""The addresses of Octavo's pages, as templates write them. The language is that of the page being made."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from urllib.parse import quote, urlencode, urlsplit

from django.core import signing
from django.http import HttpRequest
from django.utils import translation
from django.utils.crypto import constant_time_compare

from octavo.config import settings
from octavo.editions.reading import ArticleCard, ListPage, StoryCard

PICTURE_WIDTHS = (320, 640, 960, 1280)

_signer = signing.Signer(salt="picture")


def front_url(language: str = "") -> str:
    return f"/{language or _language()}/"


def why_url(edition: str, place: str = "") -> str:
    """Return where the order of a front page is explained: an edition's by its slug, else a language's."""
    return edition_url(edition, "why") if edition else f"/{_language()}/why" + (f"?place={place}" if place else "")


def edition_url(slug: str, act: str = "") -> str:
    """Return an edition's front page, or what else there is of it: why, file, change, remove."""
    return f"/{_language()}/edition/{slug}" + (f"/{act}" if act else "")


def editions_url(act: str = "") -> str:
    """Return the page of all editions, or what one may do there: new, import, read."""
    return f"/{_language()}/editions" + (f"/{act}" if act else "")


def story_url(story: StoryCard) -> str:
    return f"/{_language()}/story/{story.id}/{quote(story.slug)}"


def article_url(article: ArticleCard, *, start: int | None = None, end: int | None = None) -> str:
    """Return an article's address; with `start` and `end`, at the passage that stands there in its text."""
    passage = f"?from={start}&to={end}#passage" if start is not None else ""
    return f"/{_language()}/article/{article.id}/{quote(article.slug)}{passage}"


def compare_url(copy: ArticleCard, original: ArticleCard) -> str:
    """Return where a copy stands beside its original."""
    return f"/{_language()}/article/{copy.id}/compare/{original.id}"


def wikidata_url(identity: str) -> str:
    """Return where Wikidata describes an item, as "Q884"."""
    return f"https://www.wikidata.org/wiki/{identity}"


def thread_url(identity: int, slug: str) -> str:
    return f"/{_language()}/thread/{identity}/{quote(slug)}"


def hashtag_url(name: str) -> str:
    return f"/{_language()}/hashtag/{quote(name, safe='')}"


def about_url(name: str) -> str:
    """Return the page of a name that reports name."""
    return f"/{_language()}/about/{quote(name, safe='')}"


def category_url(slug: str) -> str:
    return f"/{_language()}/category/{quote(slug)}"


def publisher_url(slug: str) -> str:
    return f"/{_language()}/publisher/{quote(slug)}"


def arrange_url() -> str:
    """Return where the sections of front pages are put in order."""
    return f"/{_language()}/arrange"


def keys_url() -> str:
    return f"/{_language()}/keys"


def search_url() -> str:
    return f"/{_language()}/search"


def share_url(url: str = "") -> str:
    """Return where a link from elsewhere is saved or subscribed to."""
    return f"/{_language()}/share" + (f"?{urlencode({'url': url})}" if url else "")


def desk_url(page: str) -> str:
    """Return the address of one of a reader's own pages: saved, following, history, settings."""
    return f"/{_language()}/{page}"


def act_url() -> str:
    """Return where plain forms send what a reader does."""
    return f"/{_language()}/act"


def sign_in_url(then: str = "") -> str:
    """Return where a person signs in, to be led on to `then`."""
    return f"/{_language()}/sign-in" + (f"?{urlencode({'next': then})}" if then else "")


def is_of_entrance(path: str) -> bool:
    """Tell whether an address is one that people come in by: nobody wants to be led back there."""
    return path.split("/", 2)[-1].startswith(("sign-", "password", "invitation/", "address/"))


def sign_up_url() -> str:
    return f"/{_language()}/sign-up"


def sign_out_url() -> str:
    return f"/{_language()}/sign-out"


def account_url() -> str:
    return f"/{_language()}/account"


def add_passkey_url() -> str:
    return f"/{_language()}/account/passkeys/add"


def people_url() -> str:
    return f"/{_language()}/people"


def invitations_url() -> str:
    return f"/{_language()}/invitations"


def invitation_link(token: str, request: HttpRequest) -> str:
    """Return the whole address of an invitation, as the world reaches it."""
    base = settings.current().public_url or request.build_absolute_uri("/")[:-1]
    return f"{base}/{_language()}/invitation/{token}"


def ask_url(question: str = "", story: int | None = None, article: int | None = None) -> str:
    """Return where questions are asked, or where this one is answered, by all reports or a story's or one."""
    query = {key: str(value) for key, value in {"q": question, "story": story, "article": article}.items() if value}
    return f"/{_language()}/ask" + (f"?{urlencode(query)}" if query else "")


def page_url(path: str, page: int, text: str = "") -> str:
    """Return the address of a page of the list at `path`; `text` is what was searched for."""
    query = {key: str(value) for key, value in {"q": text, "page": page if page > 1 else ""}.items() if value}
    return path + (f"?{urlencode(query)}" if query else "")


def original_url(article: ArticleCard) -> str:
    """Return where the original stands; the demo's publishers are served by Octavo itself."""
    return _demo_url(article.url) if article.publisher.is_demo else article.url


def home_page_url(page: ListPage) -> str:
    """Return where a publisher's own pages stand; the demo's publishers are served by Octavo itself."""
    return _demo_url(page.home_url) if page.publisher and page.publisher.is_demo else page.home_url


def _demo_url(url: str) -> str:
    parts = urlsplit(url)
    return f"/demo/{parts.netloc}{parts.path or '/'}" + (f"?{parts.query}" if parts.query else "")


def picture_url(url: str, width: int) -> str:
    """Return the signed address at which Octavo's own proxy shows a publisher's picture."""
    encoded = urlsafe_b64encode(url.encode()).rstrip(b"=").decode()
    return f"/picture/{_signer.signature(f'{width} {url}')}/{width}/{encoded}"


def pictured(signature: str, width: int, encoded: str) -> str | None:
    """Return the address of the picture that `picture_url` signed; None for one that it did not make."""
    try:
        url = urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode()
    except ValueError:
        return None
    return url if constant_time_compare(signature, _signer.signature(f"{width} {url}")) else None


def picture_set(url: str, widths: Sequence[int] = PICTURE_WIDTHS) -> str:
    """Return the `srcset` of a picture."""
    return ", ".join(f"{picture_url(url, width)} {width}w" for width in widths)


def _language() -> str:
    return translation.get_language() or "en"
