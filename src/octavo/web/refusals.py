"""What acts that cannot be done say to people: `accounts/acts.py` and those that add acts give the reasons."""

from django.utils.translation import gettext, gettext_noop

from octavo.community.deciding import Declined, Reason
from octavo.community.sent import DECLINED
from octavo.web.community_words import declined_words

REFUSALS = frozenset(
    (
        gettext_noop("this article is gone"),
        gettext_noop("this story is gone"),
        gettext_noop("there is no such hashtag"),
        gettext_noop("there is no such publisher"),
        gettext_noop("there are 5000 already; take one away first"),
        gettext_noop("only web addresses can be saved"),
        gettext_noop("a name or a search has 1 to 300 letters"),
    )
)
_REASONS = {f"{DECLINED}{one}": one for one in Reason}


def refusal_words(reason: str) -> str:
    """Return in the language that is set why an act was not done; no page asks for what is not understood."""
    if reason in _REASONS:
        return declined_words(Declined(_REASONS[reason]))
    return gettext(reason) if reason in REFUSALS else gettext("Octavo does not understand this.")
