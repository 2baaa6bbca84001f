"""Times, numbers and names in the reader's language."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from email.utils import format_datetime
from functools import lru_cache

from babel import Locale, dates, numbers
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from octavo.core.clock import utc_now
from octavo.core.collation import collation_key
from octavo.editions import Draw, Placed, constants
from octavo.editions.reading import ArticleCard, MendingCard, Provenance, RelatedCard, Step
from octavo.sources import packs

CATEGORIES = {
    "arts-culture-entertainment-and-media": gettext_noop("Culture"),
    "conflict-war-and-peace": gettext_noop("Conflict and peace"),
    "crime-law-and-justice": gettext_noop("Law and justice"),
    "disaster-accident-and-emergency-incident": gettext_noop("Disasters"),
    "economy-business-and-finance": gettext_noop("Economy"),
    "education": gettext_noop("Education"),
    "environment": gettext_noop("Environment"),
    "health": gettext_noop("Health"),
    "human-interest": gettext_noop("People"),
    "labour": gettext_noop("Work"),
    "lifestyle-and-leisure": gettext_noop("Life"),
    "politics": gettext_noop("Politics"),
    "religion": gettext_noop("Religion"),
    "science-and-technology": gettext_noop("Science and technology"),
    "society": gettext_noop("Society"),
    "sport": gettext_noop("Sport"),
    "weather": gettext_noop("Weather"),
}
NAVIGATION = (
    "politics",
    "conflict-war-and-peace",
    "economy-business-and-finance",
    "science-and-technology",
    "health",
    "environment",
    "disaster-accident-and-emergency-incident",
    "crime-law-and-justice",
    "arts-culture-entertainment-and-media",
    "sport",
)
"""The categories that stand at the head of every page; the others are reached from their stories."""


KEPT_COUNT = 4096
"""Times and numbers in words: a front page has some hundred, most of them also on the one before."""


def locale() -> Locale:
    """Return the locale of the page being made."""
    return Locale.parse((translation.get_language() or "en").replace("-", "_"))


def here(moment: datetime) -> datetime:
    """Return a moment in the time zone of the page being made: the reader's, else the edition's."""
    return moment.astimezone(timezone.get_current_timezone())


def relative(moment: datetime) -> str:
    """Return how long ago, or the day where that says more."""
    passed = utc_now() - moment
    if abs(passed.days) > 6:
        return day(moment)
    return str(dates.format_timedelta(-passed, add_direction=True, locale=locale(), threshold=1.2))


def exact(moment: datetime) -> str:
    """Return the day, the time to the minute, and the zone that they are told in."""
    return _day_and_time(dates.format_date(here(moment), "long", locale()), moment)


def minute(moment: datetime) -> str:
    """Return the same, shorter."""
    return _day_and_time(dates.format_date(here(moment), "medium", locale()), moment)


def _day_and_time(day: str, moment: datetime) -> str:
    form = str(dates.get_datetime_format("medium", locale()))
    return f"{form.replace('{1}', day).replace('{0}', clock(moment))} {zone_words(moment)}"


def clock(moment: datetime) -> str:
    """Return the time of the day; Korean says 오전 and 오후 in full."""
    form = locale().time_formats["short"].pattern
    return str(
        dates.format_time(
            here(moment), form.replace("a", "aaaa") if locale().language == "ko" else form, None, locale()
        )
    )


def zone_words(moment: datetime) -> str:
    """Return the page's time zone as its distance from UTC: "UTC+5:30"."""
    minutes = int((here(moment).utcoffset() or timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"


def day(moment: datetime) -> str:
    return str(dates.format_date(here(moment), "long", locale=locale()))


def calendar(day: date) -> str:
    """Return a day of the calendar, which no time zone moves."""
    return str(dates.format_date(day, "long", locale=locale()))


def weekday(moment: datetime) -> str:
    """Return the day with its weekday, as a newspaper's head shows it."""
    return str(dates.format_date(here(moment), "full", locale=locale()))


def date_code(moment: datetime) -> str:
    """Return the day as searches take it."""
    return here(moment).date().isoformat()


def mail_date(moment: datetime) -> str:
    """Return a time as feeds have it (RFC 822)."""
    return format_datetime(moment)


def iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def number(value: float) -> str:
    return _number(value, locale())


@lru_cache(KEPT_COUNT)
def _number(value: float, spoken: Locale) -> str:
    return str(numbers.format_decimal(value, locale=spoken))


def percent(share: float) -> str:
    """Return a share of 0 to 1 in per cent."""
    return str(numbers.format_percent(share, locale=locale()))


def category_name(slug: str) -> str:
    """Return what a category is called; a story that is not sorted yet is among "More news"."""
    if not slug:
        return _("More news")
    return _(CATEGORIES[slug]) if slug in CATEGORIES else slug.replace("-", " ").capitalize()


def country_name(code: str) -> str:
    return str(locale().territories.get(code.upper(), code))


def language_name(code: str) -> str:
    """Return a language's name in itself."""
    try:
        return str(Locale.parse(code).display_name)
    except ValueError:
        return code


def language_name_here(code: str) -> str:
    """Return a language's name in the page's language."""
    return str(locale().languages.get(code, code))


def countries() -> dict[str, str]:
    """Return the countries' names in the page's language, by code."""
    unions = ("EU", "EZ", "UN", "QO", "ZZ", "XA", "XB")
    return {code: str(name) for code, name in locale().territories.items() if code.isalpha() and code not in unions}


def in_order(named: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return pairs of a code and a name by their names, as readers of the page's language expect them."""
    language = translation.get_language() or "en"
    return sorted(named, key=lambda one: collation_key(one[1], language))


REGIONS = {"world": "001", "africa": "002", "asia": "142", "europe": "150", "oceania": "009", "south-asia": "034"}
"""What the CLDR calls the places of packs that are of no one country (UN M49)."""


def draw_words(draw: Draw) -> str:
    """Return which publishers an edition draws on there, in a few words."""
    kind, _colon, code = draw.source.partition(":")
    if kind == "country":
        return _("Publishers of this country: %(country)s") % {"country": country_name(code)}
    if kind == "language":
        return _("Publishers in this language: %(language)s") % {"language": language_name_here(code)}
    pack = packs.pick(draw.source)
    if "/" in draw.source:
        return pack.publishers[0].name
    name = country_name(pack.country or REGIONS.get(pack.name, pack.title))
    return name[:1].upper() + name[1:]


def draw_language(draw: Draw) -> str:
    """Return the language in which `draw_words` names it; "" for that of the page."""
    if ":" in draw.source:
        return ""
    pack = packs.pick(draw.source)
    return pack.languages[0] if "/" in draw.source or not (pack.country or pack.name in REGIONS) else ""


def copy_words(article: ArticleCard) -> str:
    """Return what kind of copy an article is."""
    likeness = {"percent": percent(article.likeness_percent / 100)}
    if article.holds_original and article.copy_kind == "abridged":
        return _("Taken into a longer text (%(percent)s)") % likeness
    return {
        "exact": _("Same text"),
        "near": _("Nearly the same text (%(percent)s)") % likeness,
        "abridged": _("Shortened (%(percent)s)") % likeness,
    }.get(article.copy_kind, "")


def provenance_words(known: Provenance) -> str:
    """Return whose a text is, how many carry it, and who did so first."""
    told = {
        "agency": isolated(known.agency),
        "count": number(known.publishers_count),
        "publisher": isolated(known.first.publisher.name),
        "time": minute(known.first.moment),
    }
    if known.agency:
        text = ngettext(
            "%(agency)s text, carried by %(count)s publisher, first by %(publisher)s, %(time)s",
            "%(agency)s text, carried by %(count)s publishers, first by %(publisher)s, %(time)s",
            known.publishers_count,
        )
    else:
        text = ngettext(
            "One text, carried by %(count)s publisher, first by %(publisher)s, %(time)s",
            "One text, carried by %(count)s publishers, first by %(publisher)s, %(time)s",
            known.publishers_count,
        )
    return text % told


def isolated(name: str) -> str:
    """Return a name that keeps its own direction in a sentence of another (Unicode UAX 9)."""
    return f"\u2068{name}\u2069"


def is_country(code: str) -> bool:
    """Tell whether `code`, upper case, is a country's (ISO 3166-1 alpha-2)."""
    return len(code) == 2 and code.isalpha() and code in locale().territories


def position_words(placed: Placed) -> list[str]:
    """Return what put a story at its position, one short reason each, the weightiest first."""
    value = {signal.name: signal.value for signal in placed.reasons}
    count = len({publisher.id for publisher in placed.story.publishers})
    newsrooms = ngettext("%(count)s newsroom reports it", "%(count)s newsrooms report it", count)
    told = [newsrooms % {"count": number(count)}]
    if count < constants.CORROBORATED_PUBLISHERS:
        told.append(_("no second one does so far: it stands after the day's stories that several report"))
    told.append(_("last news %(time)s") % {"time": relative(placed.story.latest)})
    if value["here"]:
        told.append(_("it is about this place"))
    if value["local"]:
        told.append(_("newsrooms of this place report it"))
    if value["mix"] > constants.TOLD_MIX:
        told.append(_("publishers that this edition puts first report it"))
    elif value["mix"] < -constants.TOLD_MIX:
        told.append(_("its publishers count less in this edition"))
    if not value["language"]:
        told.append(_("no report in this language"))
    if value["spread"] < 1.0:
        told.append(_("moved down: stories of its kind stand just above"))
    if value["share"]:
        told.append(_("moved up: the edition keeps room for its publishers"))
    return told


SIGNALS = {
    "terms": (gettext_noop("shared words"), gettext_noop("other words")),
    "title": (gettext_noop("like headlines"), gettext_noop("other headlines")),
    "entities": (gettext_noop("the same names"), gettext_noop("other names")),
    "vector": (gettext_noop("a like meaning"), gettext_noop("another meaning")),
    "time": (gettext_noop("close in time"), gettext_noop("at another time")),
    "numbers": (gettext_noop("the same numbers"), gettext_noop("other numbers")),
    "places": (gettext_noop("the same places"), gettext_noop("other places")),
    "mould": (gettext_noop("the same wording, told of something else"),) * 2,
    "copy": (gettext_noop("the same text"), gettext_noop("the same text")),
}
"""What a signal says for and against one story; those without words are left out."""


def mending_words(mending: MendingCard) -> str:
    """Return what mending did to a story and why, in one line."""
    texts = {
        "merged": gettext_noop("“%(headline)s” turned out to be the same story: %(why)s."),
        "split": gettext_noop("“%(headline)s” turned out to be another story: %(why)s."),
        "moved": gettext_noop("Reports were moved between this story and “%(headline)s”: %(why)s."),
    }
    signals = [one for one in mending.why if (one.value > 0) != (mending.kind == "split") and one.name in SIGNALS]
    told = [_(SIGNALS[one.name][one.value < 0]) for one in signals]
    unknown = _("the reports are alike") if mending.kind == "merged" else _("the reports are not alike enough")
    return _(texts[mending.kind]) % {"headline": mending.headline, "why": ", ".join(dict.fromkeys(told)) or unknown}


def link_words(step: Step) -> str:
    """Return which earlier story a step develops from and why, in one line; "" where it is the first."""
    if step.link is None:
        return ""
    named = f" ({', '.join(step.link.terms)})" if step.link.terms else ""
    told = [_(SIGNALS[one.name][0]) + (named if one.name == "entities" else "") for one in step.link.why]
    passed = step.story.began - step.link.earlier.began
    if passed > timedelta():
        told.append(_("%(time)s later") % {"time": dates.format_timedelta(passed, locale=locale(), threshold=1.2)})
    return _("Develops from “%(headline)s”: %(why)s.") % {
        "headline": step.link.earlier.headline,
        "why": ", ".join(told),
    }


REASONS = {
    "summit": gettext_noop("Same summit: %(terms)s"),
    "conference": gettext_noop("Same conference: %(terms)s"),
    "election": gettext_noop("Same election: %(terms)s"),
    "trial": gettext_noop("Same trial: %(terms)s"),
    "thread": gettext_noop("Develops from this story"),
    "place": gettext_noop("Same place: %(terms)s"),
    "person": gettext_noop("Also on: %(terms)s"),
}


def reason_words(related: RelatedCard) -> str:
    """Return why a story is related, in one short line."""
    text = REASONS.get(related.reason, gettext_noop("Also on: %(terms)s"))
    return _(text) % {"terms": ", ".join(related.terms)}


BRIEFING_TITLE = gettext_noop("The briefing of %(day)s")
"""Said where recordings are made, which is no page; it stands here to be found by translators."""
