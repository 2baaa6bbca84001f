"""What a model was asked for, and what became of it, in the reader's language."""

from babel.lists import format_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from octavo.enrich.translation.faithful import compares_names, compares_sense
from octavo.web import words

PURPOSES = {
    "summary": gettext_noop("a summary"),
    "answer": gettext_noop("an answer"),
    "translation": gettext_noop("a translation"),
}
OUTCOMES = {
    "": gettext_noop("answered"),
    "budget": gettext_noop("no tokens were left for the day"),
    "timeout": gettext_noop("it took too long"),
    "unreachable": gettext_noop("it could not be reached"),
    "busy": gettext_noop("it was too busy"),
    "denied": gettext_noop("it refused the key"),
    "broken-form": gettext_noop("its answer could not be used"),
    "cut-short": gettext_noop("its answer was too long"),
    "broken-off": gettext_noop("its answer broke off"),
    "given-up": gettext_noop("the question was withdrawn"),
    "unsupported": gettext_noop("the reports do not hold what it wrote"),
}
FAILED = gettext_noop("it failed")
COMPARED = (gettext_noop("numbers"), gettext_noop("length"), gettext_noop("language"), gettext_noop("addresses"))
NAMES = gettext_noop("recognised names of people")
SENSE = gettext_noop("what each sentence is about")


def purpose_words(purpose: str) -> str:
    return _(PURPOSES[purpose]) if purpose in PURPOSES else purpose


def outcome_words(outcome: str) -> str:
    return _(OUTCOMES.get(outcome, FAILED))


def compared_words(source: str, target: str) -> str:
    """Return what of a translation between two languages is compared with its original."""
    told = [*COMPARED, *[NAMES] * compares_names(source, target), *[SENSE] * compares_sense(source, target)]
    return format_list([_(one) for one in told], locale=words.locale())
