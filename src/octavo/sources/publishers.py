"""What a site, its manifest and its feed say of the publisher: pure reading, merged by the one who asks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import orjson
from babel.core import get_global
from selectolax.lexbor import LexborHTMLParser

from octavo.core.languages import language_code, territory_names
from octavo.core.links import web_url
from octavo.core.plain import plain
from octavo.core.types import ParsedFeed, Response
from octavo.sources import hosts, markup
from octavo.sources.addresses import icon_url
from octavo.sources.constants import LANGUAGES_COUNT, NAME_LIMIT_CHARACTERS
from octavo.sources.linked_data import Organisation, organisation, said

_COUNTRY_DOMAIN = re.compile(r"\.(?:(com?|org|net|gov|ac|edu|or|ne|go)\.)?([a-z]{2})$")
_SOLD = re.compile("a[cgi]|bz|c[cdfox]|eu|fm|g[agq]|i[mo]|la|m[els]|nu|pw|s[chotu]|t[kov]|vc|ws")
"""Two-letter domains that are sold to everyone: below them only a second level of their own (.com.co) tells."""
_DOMAIN_COUNTRIES = {"uk": "GB", "su": "RU"}
_REGION = re.compile(r"[-_]([A-Za-z]{2})$")
_TITLE_PARTS = re.compile(r"\s*[|｜•·»«]\s*|\s*：\s*|\s+[–—:\-]\s+|:\s+")
_SAYS_NOTHING = re.compile(
    "home(?:page)?|startseite|inicio|accueil|inicial|índice|news|nachrichten|noticias|actualités|notícias|홈|뉴스|메인|"
    "トップ(?:ページ)?|ニュース|首页|新闻|الرئيسية|главная|новости|index|welcome|rss|feed",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://)?[\w\-]+(?:\.[\w\-]+)+/?")
_COMPANY = re.compile(
    r"\b(?:AG|A/S|AB|AS|ASA|B\.?V|Co|Corp(?:oration)?|e\.?G|GmbH|Holdings?|Inc|KG|LLC|Ltd|Limited|N\.?V|Oyj?|PLC|Pty|"
    r"S\.?A|S\.?A\.?S|S\.?L|S\.?p\.?A|S\.?r\.?l|Sp\. z o\.o|Ltda|OOO)\.?$|"
    r"^(?:PT|ООО|АО) |주식회사|\(주\)|㈜|株式会社|有限公司",
)
"""A name of the company that owns the publisher: as true, but not what it is called."""
_LANGUAGE_PATH = re.compile(r"/?(?:[a-z]{2}(?:[-_][A-Za-z]{2})?)?/?(?:index\.\w+)?")
_SIZE = re.compile(r"(\d+)\s*x\s*\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PublisherFacts:
    """What is said of a publisher; "" and () where nothing is."""

    name: str = ""
    home_url: str = ""
    icon: str = ""
    country: str = ""
    """ISO 3166-1 alpha-2; from the site's own word, its domain, or its language tag."""
    languages: tuple[str, ...] = ()


def merged(*found: PublisherFacts) -> PublisherFacts:
    """Return each fact from the first that states it."""
    return PublisherFacts(
        name=next((facts.name for facts in found if facts.name), ""),
        home_url=next((facts.home_url for facts in found if facts.home_url), ""),
        icon=next((facts.icon for facts in found if facts.icon), ""),
        country=next((facts.country for facts in found if facts.country), ""),
        languages=next((facts.languages for facts in found if facts.languages), ()),
    )


def of_page(page: Response) -> PublisherFacts:
    """Return what the page says: linked data, meta elements, title, icons, language, and its domain."""
    tree = markup.parsed(markup.text(page))
    tag = _attribute(tree, "html", "lang") or _meta(tree, "og:locale") or _meta(tree, "content-language")
    if hosts.is_shared(page.url):
        return PublisherFacts(home_url=page.url, icon=icon_url(_meta(tree, "og:image"), page.url))
    parts, told = urlsplit(page.url), organisation(tree)
    icon = _icon(tree) or told.logo
    return PublisherFacts(
        name=_name(tree, told, page.url),
        home_url=f"{parts.scheme}://{parts.netloc}/",
        icon=icon_url(icon, page.url),
        country=_country(told.country, parts.hostname or "", tag, _meta(tree, "og:locale")),
        languages=_languages(tree, tag, page.url),
    )


def of_manifest(manifest: Response) -> PublisherFacts:
    """Return what a web app manifest says: its name and its largest icon."""
    try:
        data = orjson.loads(manifest.body)
    except orjson.JSONDecodeError:
        return PublisherFacts()
    if not isinstance(data, dict):
        return PublisherFacts()
    listed = data.get("icons")
    icons = [icon for icon in (listed if isinstance(listed, list) else []) if isinstance(icon, dict)]
    best = max(icons, key=lambda icon: _size(icon.get("sizes")), default={})
    return PublisherFacts(
        name=_one_name(said(data.get("name")) or said(data.get("short_name"))),
        icon=icon_url(said(best.get("src")), manifest.url),
    )


def of_feed(parsed: ParsedFeed, url: str) -> PublisherFacts:
    """Return what a feed read at `url` says of the one who publishes it."""
    home = parsed.home_url or url
    parts, is_shared = urlsplit(home), hosts.is_shared(home)
    return PublisherFacts(
        name=_one_name(parsed.title if is_shared else _part_of_title(parsed.title, home, is_home=True)),
        home_url=home if is_shared else f"{parts.scheme}://{parts.netloc}/",
        icon=icon_url(parsed.icon),
        country="" if is_shared else _country("", parts.hostname or "", "", ""),
        languages=(parsed.language,) if parsed.language else (),
    )


def manifest_url(page: Response) -> str:
    """Return the address of the page's web app manifest; "" where it names none."""
    href = _attribute(markup.parsed(markup.text(page)), "link[rel~=manifest i]", "href")
    return web_url(href, page.url) if href else ""


def _name(tree: LexborHTMLParser, told: Organisation, url: str) -> str:
    """Return the first name that is more than the host's, in the order of what publishers take care of."""
    is_home = bool(_LANGUAGE_PATH.fullmatch(urlsplit(url).path))
    title = tree.css_first("head > title") or tree.css_first("title")
    names = [
        told.name if told.is_publisher else "",
        _meta(tree, "og:site_name"),
        told.name,
        _meta(tree, "application-name"),
        _meta(tree, "apple-mobile-web-app-title"),
        _part_of_title(plain(title.text() if title else ""), url, is_home=is_home),
    ]
    found = [name for name in map(_one_name, names) if name]
    brands = [name for name in found if not _ADDRESS.fullmatch(name)]
    return next((name for name in brands if not _COMPANY.search(name)), (brands or found or [""])[0])


def _one_name(text: str) -> str:
    return plain(text)[:NAME_LIMIT_CHARACTERS]


def _part_of_title(title: str, url: str, *, is_home: bool) -> str:
    """Return the part of a title that is the publisher's name: what the host is called after, else on a home page the
    first part that says something."""
    host = re.sub(r"^www\d?\.|[^a-z0-9]", "", (urlsplit(url).hostname or "").lower())
    parts = [part for part in _TITLE_PARTS.split(title) if part and not _SAYS_NOTHING.fullmatch(part)]
    for part in parts:
        bare = re.sub(r"[^a-z0-9]", "", part.lower())
        if len(bare) >= 3 and bare in host:
            return part
    return parts[0] if parts and is_home else ""


def _icon(tree: LexborHTMLParser) -> str:
    """Return the best picture for a small square: made for touch screens, scalable, or the largest."""
    for selector in ("link[rel~=apple-touch-icon i]", "link[rel=apple-touch-icon-precomposed i]"):
        if href := _attribute(tree, selector, "href"):
            return href
    if href := _attribute(tree, 'link[rel~=icon i][type="image/svg+xml"]', "href"):
        return href
    icons = [node.attributes for node in tree.css("link[rel~=icon i][href]")]
    best = max(icons, key=lambda found: _size(found.get("sizes")), default={})
    return (best.get("href") or "").strip()


def _size(sizes: Any) -> int:
    return max(map(int, _SIZE.findall(sizes[:200])), default=0) if isinstance(sizes, str) else 0


def _country(told: str, host: str, *tags: str) -> str:
    if code := _country_called(told, *map(language_code, tags)):
        return code
    domain = _COUNTRY_DOMAIN.search(host)
    if domain and (domain[1] or not _SOLD.fullmatch(domain[2])) and domain[2] != "eu":
        return _DOMAIN_COUNTRIES.get(domain[2], domain[2].upper())
    regions = [region[1].upper() for region in map(_REGION.search, tags) if region]
    return regions[0] if regions else ""


def _country_called(told: str, *languages: str) -> str:
    """Return the code of a country as it is written: its code of two or three letters, or its name."""
    if re.fullmatch(r"[A-Za-z]{2}", told):
        return _DOMAIN_COUNTRIES.get(told.lower(), told.upper())
    if re.fullmatch(r"[A-Z]{3}", told):
        return str(get_global("territory_aliases").get(told, [""])[0])
    names = (_country_codes(language).get(told.casefold(), "") for language in ("en", *languages)) if told else ()
    return next(filter(None, names), "")


@lru_cache(maxsize=16)
def _country_codes(language: str) -> Mapping[str, str]:
    """Return the codes of countries by their names in a language."""
    names = territory_names(language)
    return {name.casefold(): code for code, name in names.items() if code.isalpha() and len(code) == 2}


def _languages(tree: LexborHTMLParser, tag: str, url: str) -> tuple[str, ...]:
    """Return the page's own language, and on a home page those that it offers itself in."""
    tags = [tag]
    if _LANGUAGE_PATH.fullmatch(urlsplit(url).path):
        tags += [node.attributes.get("hreflang") or "" for node in tree.css("link[rel~=alternate i][hreflang]")]
    codes = dict.fromkeys(language_code(found) for found in tags if found != "x-default")
    return tuple(code for code in codes if code)[:LANGUAGES_COUNT]


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str:
    node = tree.css_first(selector)
    return (node.attributes.get(name) or "").strip() if node else ""


def _meta(tree: LexborHTMLParser, name: str) -> str:
    selector = f'meta[property="{name}" i], meta[name="{name}" i], meta[http-equiv="{name}" i]'
    return _attribute(tree, selector, "content")
