"""The Jinja2 environment of Octavo's pages: what every template may call."""

from typing import Any

from django.utils import translation
from jinja2 import Environment

from octavo.web import addresses, assets, drawings, pictures, tongues, words


def environment(**options: Any) -> Environment:
    """Return the environment: autoescaping, gettext, addresses, pictures and times."""
    made = Environment(**{**options, "extensions": ["jinja2.ext.i18n"], "trim_blocks": True, "lstrip_blocks": True})
    made.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True, pgettext=translation.pgettext
    )
    made.globals.update(
        {
            "article_url": addresses.article_url,
            "compare_url": addresses.compare_url,
            "why_url": addresses.why_url,
            "edition_url": addresses.edition_url,
            "editions_url": addresses.editions_url,
            "draw_words": words.draw_words,
            "story_url": addresses.story_url,
            "thread_url": addresses.thread_url,
            "hashtag_url": addresses.hashtag_url,
            "category_url": addresses.category_url,
            "publisher_url": addresses.publisher_url,
            "search_url": addresses.search_url,
            "front_url": addresses.front_url,
            "sign_in_url": addresses.sign_in_url,
            "sign_out_url": addresses.sign_out_url,
            "people_url": addresses.people_url,
            "original_url": addresses.original_url,
            "home_page_url": addresses.home_page_url,
            "picture_url": addresses.picture_url,
            "picture_set": addresses.picture_set,
            "picture_size": pictures.picture_size,
            "asset": assets.asset_url,
            "leaves": drawings.leaves,
            "category_name": words.category_name,
            "country_name": words.country_name,
            "language_name": words.language_name,
            "language_name_here": words.language_name_here,
            "reason_words": words.reason_words,
            "copy_words": words.copy_words,
            "position_words": words.position_words,
            "mending_words": words.mending_words,
            "provenance_words": words.provenance_words,
        }
    )
    times = (words.relative, words.exact, words.day, words.weekday, words.date_code, words.iso)
    for shown in (*times, words.number, words.percent):
        made.filters[shown.__name__] = shown
    made.filters.update(language_tag=tongues.tag, has_latin_letters=tongues.has_latin_letters)
    return made
