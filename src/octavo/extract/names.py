"""What an element's tag, role, class and id say of it."""

import re
from collections.abc import Mapping
from functools import lru_cache

from octavo.extract.constants import (
    ABOUT_WORDS,
    ARTICLE_KINDS,
    AUTHOR_WORDS,
    BUILT_NAMES,
    CAPTION_WORDS,
    COMMENTS_WORDS,
    FRIEND_WORDS,
    FURNITURE_ROLES,
    FURNITURE_STARTS,
    FURNITURE_TAGS,
    FURNITURE_WORDS,
    GALLERY_WORDS,
    IDENTITY_WORDS_COUNT,
    LAYOUT_WORDS,
    LINK_WORDS,
    NAME_CHARACTERS,
    NAMELESS_TAGS,
    NEVER_ARTICLE_WORDS,
    PARAGRAPH_WORDS,
    PICTURE_ENDS,
    PICTURE_STARTS,
    READER_WORDS,
    SOUND_WORDS,
    TEXT_WORDS,
)

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_WORD = re.compile(r"[^a-z]+")
_PUBLISHED = "status-publish"
_FILED = re.compile(r"\b(?:category|tag)-\S+")
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|"
    r"clip\s*:\s*rect\((?:\s*[01](?:px)?[\s,)]+){4}|clip-path\s*:\s*inset\(\s*50%",
    re.IGNORECASE,
)

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
NEVER_FURNITURE_TAGS = NAMELESS_TAGS | {"a", "em", "img", "td"}
"""Too many, and too seldom furniture where what holds them is not."""

_TELLING = BUILT_NAMES | {"hidden", "aria-hidden", "style", "role"}

Attributes = Mapping[str, str | None]


@lru_cache(maxsize=20_000)
def words_of(named: str) -> frozenset[str]:
    """Return the lower-case words of a class or id: "relatedPosts-box" gives related, posts, box.

    Where WordPress names a post after its subjects, as in "status-publish tag-social-media", those are left out.
    """
    if _PUBLISHED in named:
        named = _FILED.sub("", named)
    return frozenset(_NOT_WORD.split(_CAMEL.sub(" ", named).lower())) - {""}


def is_furniture(tag: str, attributes: Attributes) -> bool:
    """Tell whether an element, of a tag that could, names itself something else than the article.

    A heading's id is its own text again.
    """
    if tag in FURNITURE_TAGS:
        return True
    if not attributes:
        return False
    class_name, identity = attributes.get("class") or "", attributes.get("id") or ""
    if tag in HEADINGS:
        identity = ""
    if _names_furniture(class_name[:NAME_CHARACTERS], identity[:NAME_CHARACTERS]):
        return tag != "p" or not _is_only_paragraph(class_name[:NAME_CHARACTERS], identity[:NAME_CHARACTERS])
    if tag == "p" and attributes.get("aria-hidden"):
        return False
    return not _TELLING.isdisjoint(attributes) and _tells_furniture(attributes)


def _tells_furniture(attributes: Attributes) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style, role = attributes.get("style"), attributes.get("role")
    if (role and role.lower() in FURNITURE_ROLES) or (style and _HIDING.search(style)):
        return True
    return any(_names_furniture("", attributes[name] or "") for name in BUILT_NAMES.intersection(attributes))


@lru_cache(maxsize=20_000)
def _names_furniture(class_name: str, identity: str) -> bool:
    named = words_of(identity)
    words = words_of(class_name) | (named if len(named) <= IDENTITY_WORDS_COUNT else frozenset())
    if not words.isdisjoint(FURNITURE_WORDS) or any(
        word.startswith(FURNITURE_STARTS) for word in words - ARTICLE_KINDS
    ):
        return True
    if words >= SOUND_WORDS or words >= READER_WORDS:
        return True
    if not (words.isdisjoint(AUTHOR_WORDS) or words.isdisjoint(ABOUT_WORDS)):
        return True
    if not (words.isdisjoint(FRIEND_WORDS) or words.isdisjoint(LINK_WORDS)):
        return True
    return any(words.isdisjoint(LAYOUT_WORDS[word]) for word in words.intersection(LAYOUT_WORDS))


@lru_cache(maxsize=20_000)
def _is_only_paragraph(class_name: str, identity: str) -> bool:
    """Tell a paragraph that is the text behind a teaser or a wall for what names boxes alone."""
    words = words_of(class_name) | words_of(identity)
    return not _names_furniture(" ".join(words - PARAGRAPH_WORDS), "")


def asks_address(attributes: Attributes) -> bool:
    """Tell a field for the reader's e-mail address."""
    asked = " ".join(filter(None, map(attributes.get, ("type", "name", "placeholder")))).lower()
    return "mail" in asked or "@" in asked


def is_never_article(attributes: Attributes) -> bool:
    """Tell a dialog, as about cookies, and readers' comments: long, and never the article."""
    return attributes.get("role") in ("dialog", "alertdialog") or not _named(attributes).isdisjoint(NEVER_ARTICLE_WORDS)


def are_comments(attributes: Attributes) -> bool:
    """Tell a thread of readers' comments."""
    return not _named(attributes).isdisjoint(COMMENTS_WORDS)


def is_named_gallery(attributes: Attributes) -> bool:
    """Tell a row of pictures, which may say more below them than the article beside."""
    return not _named(attributes).isdisjoint(GALLERY_WORDS)


def _named(attributes: Attributes) -> frozenset[str]:
    return words_of(f"{attributes.get('class') or ''} {attributes.get('id') or ''}")


@lru_cache(maxsize=20_000)
def is_picture(class_name: str) -> bool:
    """Tell whether a class names a picture's box."""
    words = words_of(class_name)
    return any(
        (word.startswith(PICTURE_STARTS) or word.endswith(PICTURE_ENDS))
        and not (word == "media" and not words.isdisjoint(TEXT_WORDS))
        for word in words
    )


@lru_cache(maxsize=20_000)
def is_caption(class_name: str) -> bool:
    """Tell whether a class names a caption: "caption", or "desc" beside a word for pictures."""
    words = words_of(class_name)
    is_described = not words.isdisjoint(CAPTION_WORDS) and is_picture(class_name)
    return is_described or any(word.startswith("caption") for word in words)
