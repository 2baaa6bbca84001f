"""The addresses of the discussions' pages, in the language of the page being made."""

from urllib.parse import quote, urlencode

from django.utils import translation

from octavo.community.arranging import Order
from octavo.community.reading import CommentCard
from octavo.community.writing import shown


def _root() -> str:
    return f"/{translation.get_language() or 'en'}"


def discussion_url(story: int, order: str = Order.BEST, page: int = 1, **more: object) -> str:
    """Return where a story's comments stand; `more` are further fields, left out where empty."""
    fields = {"sort": order if order != Order.BEST else "", "page": page if page > 1 else "", **more}
    query = urlencode({name: str(value) for name, value in fields.items() if value})
    return f"{_root()}/discussion/{story}" + (f"?{query}" if query else "")


def comment_url(comment: int) -> str:
    """Return a comment's permanent address, which leads to its place in the discussion wherever that is now."""
    return f"{_root()}/comment/{comment}"


def comment_act_url(comment: int, act: str) -> str:
    return f"{comment_url(comment)}/{act}"


def discussion_act_url(story: int, act: str, **fields: object) -> str:
    query = urlencode({name: str(value) for name, value in fields.items()})
    return f"{_root()}/discussion/{story}/{act}" + (f"?{query}" if query else "")


def person_url(name: str) -> str:
    """Return where a person's comments stand."""
    return f"{_root()}/person/{quote(name, safe='')}"


def notifications_url() -> str:
    return f"{_root()}/notifications"


def moderation_url() -> str:
    return f"{_root()}/moderation"


def moderation_log_url(page: int = 1) -> str:
    return f"{_root()}/moderation/log" + (f"?page={page}" if page > 1 else "")


def comment_html(comment: CommentCard) -> str:
    """Return a comment's text as HTML that is safe to show."""
    return shown(comment.text, comment.people, f"{_root()}/person/")
