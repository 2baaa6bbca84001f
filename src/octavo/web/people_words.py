"""Roles and browsers in words."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from octavo.accounts.roles import Role

ROLES: Mapping[Role, str] = {
    Role.READER: gettext_noop("Reader"),
    Role.MODERATOR: gettext_noop("Moderator"),
    Role.EDITOR: gettext_noop("Editor"),
    Role.ADMINISTRATOR: gettext_noop("Administrator"),
}
CONFIRMING: Mapping[str, str] = {
    "reauthenticate": gettext_noop("Use your password"),
    "mfa_reauthenticate": gettext_noop("Use a code"),
    "mfa_reauthenticate:webauthn": gettext_noop("Use your passkey"),
}
_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
"""What stands in a User-Agent, most telling first: browsers also name those that they come from."""
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def role_name(role: str) -> str:
    return _(ROLES[Role(role)])


def confirming_words(method: str) -> str:
    """Return another way to show that it is oneself, by the name that allauth has for it."""
    return _(CONFIRMING[method])


def browser_words(user_agent: str) -> str:
    """Return the browser and the system that a User-Agent names, as far as it is known."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or re.split(r"[ /]", user_agent)[0][:30] or _("Unknown browser")
