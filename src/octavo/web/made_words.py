"""What a model was asked for, and what became of it, in the reader's language."""

from babel.lists import format_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from octavo.enrich.translation.faithful import compares_names, compares_sense
from octavo.enrich.verification import faults
from octavo.web import words

PURPOSES = {
    "summary": gettext_noop("a summary"),
    "answer": gettext_noop("an answer"),
    "translation": gettext_noop("a translation"),
}
OUTCOMES = {
    "": gettext_noop("answered"),
    "begun": gettext_noop("not answered yet"),
    "lost": gettext_noop("it was interrupted"),
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
FAULTS = {
    "number": gettext_noop("the number “%(part)s” is not in the passages"),
    "name": gettext_noop("the name “%(part)s” is not in the passages"),
    "quotation": gettext_noop("the quotation “%(part)s” is not in the passages"),
    "negation": gettext_noop("it denies what the passages say, or says what they deny"),
    "attribution": gettext_noop("the passages say otherwise who does or says it, or how surely"),
    "invented": gettext_noop("“%(part)s” is not in the passages"),
    "meaning": gettext_noop("the passages do not say this"),
    "markup": gettext_noop("it holds a web address or signs that are no plain words"),
    "citation": gettext_noop("it names no passage"),
}
"""By the kinds of `octavo.enrich.verification.Unsupported`."""
UNHELD = gettext_noop("the passages do not hold it")
FAILED = gettext_noop("it failed")
COMPARED = (gettext_noop("numbers"), gettext_noop("length"), gettext_noop("language"), gettext_noop("addresses"))
NAMES = gettext_noop("recognised names of people")
SENSE = gettext_noop("what each sentence is about")


def purpose_words(purpose: str) -> str:
    return _(PURPOSES[purpose]) if purpose in PURPOSES else purpose


def outcome_words(outcome: str) -> str:
    return _(OUTCOMES.get(outcome, FAILED))


def dropped_words(reason: str) -> str:
    """Return why a sentence is dropped, each reason once."""
    told = [_(FAULTS.get(one.kind, UNHELD)) % {"part": one.text} for one in faults(reason)]
    return " · ".join(dict.fromkeys(told)) or _(UNHELD)


def compared_words(source: str, target: str) -> str:
    """Return what of a translation between two languages is compared with its original."""
    told = [*COMPARED, *[NAMES] * compares_names(source, target), *[SENSE] * compares_sense(source, target)]
    return format_list([_(one) for one in told], locale=words.locale())
