"""Mail to people: plain text in the language of the page that it was asked for on."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from octavo.config import settings

Context = Mapping[str, Any]


def _reset(context: Context) -> tuple[str, str]:
    return _("A new password for Octavo"), "\n\n".join(
        [
            _("Somebody asked for a new password for %(name)s.") % {"name": context["user"].username},
            _("Choose one here:"),
            _public(context["password_reset_url"]),
            _("If it was not you, do nothing: nothing has changed."),
        ]
    )


def _confirm(context: Context) -> tuple[str, str]:
    return _("Confirm your address for Octavo"), "\n\n".join(
        [
            _("%(name)s gave this address as theirs. Confirm it here:") % {"name": context["user"].username},
            _public(context["activate_url"]),
            _("If it was not you, do nothing: the address is then not used."),
        ]
    )


def _already(context: Context) -> tuple[str, str]:
    return _("You have an account at Octavo already"), "\n\n".join(
        [
            _("Somebody wanted to sign up with this address, but it has an account. Set a new password here:"),
            _public(context["password_reset_url"]),
        ]
    )


_WRITTEN: Mapping[str, Callable[[Context], tuple[str, str]]] = {
    "password_reset_key": _reset,
    "email_confirmation": _confirm,
    "email_confirmation_signup": _confirm,
    "account_already_exists": _already,
}
"""Subject and text of each mail, by the name that allauth has for it."""


def send(name: str, to: str, context: Context) -> None:
    """Send the mail of that name, where one is written for it and the house sends mail."""
    if name in _WRITTEN and settings.current().smtp:
        subject, text = _WRITTEN[name](context)
        EmailMessage(subject, text + "\n", to=[to]).send()


def _public(url: str) -> str:
    """Return a page's address as the world reaches it."""
    base = settings.current().public_url
    parts = urlsplit(url)
    return f"{base}{parts.path}" if base else url
