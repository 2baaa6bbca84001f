"""What front pages show, kept until there is news: pages for whoever is signed in are made anew, but not read anew."""

from octavo.core.clock import utc_now
from octavo.editions import Edition, reading
from octavo.web.version import page_version

VIEWS_COUNT = 64
"""Kept at most: editions by languages, some 300 kB each."""

_views: dict[str, reading.FrontView] = {}


def front_view(edition: Edition, language: str) -> reading.FrontView:
    """Return the front page of `edition` on pages of `language`, as of the last news or the last minute."""
    version = page_version(f"{edition!r} {language}")
    view = _views.get(version)
    if view is None:
        view = reading.front(edition, language, utc_now())
        if len(_views) >= VIEWS_COUNT:
            _views.clear()
        _views[version] = view
    return view
