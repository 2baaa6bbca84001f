"""The Jinja2 environment of Octavo's pages: what every template may call."""

from collections.abc import Callable
from typing import Any

from django.utils import translation
from jinja2 import Environment

from octavo.community import notifying, overseeing
from octavo.community.people import mutes_of
from octavo.core.links import host_shown
from octavo.web import (
    addresses,
    assets,
    community_addresses,
    community_words,
    drawings,
    made_addresses,
    made_words,
    media_words,
    people_calls,
    pictures,
    tongues,
    words,
)

COMMUNITY: tuple[Callable[..., Any], ...] = (
    community_addresses.discussion_url,
    community_addresses.discussion_act_url,
    community_addresses.comment_url,
    community_addresses.comment_act_url,
    community_addresses.comment_html,
    community_addresses.person_url,
    community_addresses.notifications_url,
    community_addresses.moderation_url,
    community_addresses.moderation_log_url,
    community_words.act_words,
    community_words.held_words,
    community_words.notification_words,
    community_words.reaction_words,
    community_words.report_words,
    community_words.term_words,
    community_words.wait_words,
)
"""What the discussions' pages may call."""


PAGES: tuple[Callable[..., Any], ...] = (
    addresses.article_url,
    addresses.compare_url,
    addresses.why_url,
    addresses.edition_url,
    addresses.editions_url,
    words.draw_words,
    words.draw_language,
    addresses.story_url,
    addresses.thread_url,
    addresses.hashtag_url,
    addresses.about_url,
    addresses.category_url,
    addresses.publisher_url,
    addresses.search_url,
    addresses.ask_url,
    addresses.arrange_url,
    addresses.keys_url,
    addresses.front_url,
    addresses.act_url,
    addresses.desk_url,
    addresses.share_url,
    addresses.original_url,
    addresses.home_page_url,
    addresses.picture_url,
    addresses.picture_set,
    pictures.picture_size,
    made_words.purpose_words,
    made_words.outcome_words,
    made_words.compared_words,
    made_words.dropped_words,
    made_addresses.ai_is_on,
    made_addresses.has_voice,
    made_addresses.briefing_url,
    made_addresses.listen_url,
    made_addresses.podcast_page_url,
    made_addresses.sent_url,
    made_addresses.sound_url,
    made_addresses.summaries_url,
    made_addresses.translation_url,
    media_words.media_facts,
    media_words.media_words,
    drawings.leaves,
    drawings.tick,
    words.category_name,
    words.country_name,
    words.language_name,
    words.language_name_here,
    words.reason_words,
    words.copy_words,
    words.position_words,
    words.link_words,
    words.mending_words,
    words.provenance_words,
)
"""What every page may call: addresses, pictures and words."""


def environment(**options: Any) -> Environment:
    """Return the environment: autoescaping, gettext, addresses, pictures and times."""
    made = Environment(**{**options, "extensions": ["jinja2.ext.i18n"], "trim_blocks": True, "lstrip_blocks": True})
    made.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True, pgettext=translation.pgettext
    )
    made.globals.update(
        {
            "edition": None,
            "navigation": words.NAVIGATION,
            "here": "",
            "canonical": "",
            "structured": "",
            "is_demo": False,
            "twin": None,
            "asset": assets.asset_url,
            **people_calls.CALLS,
        }
    )
    for offered in (*PAGES, *COMMUNITY, mutes_of, notifying.unseen_count, overseeing.queue_count):
        made.globals[offered.__name__] = offered
    times = (words.relative, words.exact, words.day, words.calendar, words.weekday, words.date_code, words.iso)
    for shown in (*times, words.mail_date, words.number, words.percent):
        made.filters[shown.__name__] = shown
    made.filters.update(
        host=host_shown,
        language_tag=tongues.tag,
        tongue=tongues.tongue,
        has_latin_letters=tongues.has_latin_letters,
    )
    return made
