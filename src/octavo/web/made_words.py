"""What a model was asked for, and what became of it, in the reader's language."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

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


def purpose_words(purpose: str) -> str:
    return _(PURPOSES[purpose]) if purpose in PURPOSES else purpose


def outcome_words(outcome: str) -> str:
    return _(OUTCOMES.get(outcome, FAILED))
