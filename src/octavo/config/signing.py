"""How people sign in: the settings of django-allauth and of the mail that it sends."""

from collections.abc import Mapping
from typing import Any

from octavo.config.settings import Settings

RATES = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/300s/key",
    "signup": "10/m/ip",
    "invitation": "20/m/ip",
    "reset_password": "10/m/ip,3/h/key",
    "reset_password_from_key": "10/m/ip",
    "confirm": "20/m/ip",
    "confirm_email": "1/180s/key",
    "change_password": "5/m/user",
    "manage_email": "5/m/user",
    "reauthenticate": "10/m/user",
    "ask": "20/m/ip",
    "begin": "60/m/ip",
}
"""Attempts an address (ip), a name that is tried (key) and a person (user) have; more are answered with 429.

Five wrong passwords for one name in five minutes leave a guesser 1,440 a day, against the 10,000 most common words that
no password may be. `confirm` is for the links that mail carries. `ask` guards no secret: an answer takes up to a
second of a processor, and so do the questions to `begin` with that every story's page reads.
"""
PASSKEY_RATES = {"webauthn_login": "10/m/ip"}
RESERVED_NAMES = ("admin", "administrator", "anonymous", "editor", "moderator", "octavo", "root", "system")
FORMS = {
    "login": "SignInForm",
    "signup": "SignUpForm",
    "change_password": "PasswordForm",
    "set_password": "FirstPasswordForm",
    "reset_password": "ForgottenForm",
    "reset_password_from_key": "ResetForm",
    "add_email": "AddressForm",
    "reauthenticate": "ConfirmForm",
}
CODE_FORMS = {"authenticate": "CodeForm", "reauthenticate": "ConfirmCodeForm", "activate_totp": "SwitchOnForm"}


def settings(octavo: Settings) -> dict[str, Any]:
    """Return Django's settings for accounts and mail by name."""
    mail = octavo.smtp is not None
    return {
        "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
        "LOGIN_URL": "account_login",
        "ACCOUNT_ADAPTER": "octavo.web.entrance.Entrance",
        "ACCOUNT_LOGIN_METHODS": {"username", "email"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", *(["email"] if mail else []), "password1*"],
        "ACCOUNT_EMAIL_VERIFICATION": "optional" if mail else "none",
        "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": False,
        "ACCOUNT_CHANGE_EMAIL": True,
        "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
        "ACCOUNT_SESSION_REMEMBER": True,
        "ACCOUNT_REAUTHENTICATION_REQUIRED": True,
        "ACCOUNT_RATE_LIMITS": RATES,
        "ACCOUNT_USERNAME_BLACKLIST": list(RESERVED_NAMES),
        "ACCOUNT_USERNAME_MIN_LENGTH": 2,
        "ACCOUNT_FORMS": _ours(FORMS),
        "MFA_ADAPTER": "octavo.web.entrance.Keys",
        "MFA_SUPPORTED_TYPES": ["webauthn", "totp", "recovery_codes"],
        "MFA_PASSKEY_LOGIN_ENABLED": True,
        "MFA_ALLOW_UNVERIFIED_EMAIL": True,
        "MFA_FORMS": _ours(CODE_FORMS),
        "MFA_TOTP_ISSUER": "Octavo",
        "MFA_TOTP_TOLERANCE": 1,
        "MFA_RATE_LIMITS": PASSKEY_RATES,
        **(_mail(octavo) if mail else {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}),
    }


def _ours(forms: Mapping[str, str]) -> dict[str, str]:
    return {name: f"octavo.web.account_forms.{form}" for name, form in forms.items()}


def _mail(octavo: Settings) -> dict[str, Any]:
    assert octavo.smtp
    return {
        "EMAIL_HOST": octavo.smtp.host,
        "EMAIL_PORT": octavo.smtp.port,
        "EMAIL_HOST_USER": octavo.smtp.user,
        "EMAIL_HOST_PASSWORD": octavo.smtp.password,
        "EMAIL_USE_SSL": octavo.smtp.is_encrypted,
        "EMAIL_USE_TLS": not octavo.smtp.is_encrypted,
        "EMAIL_TIMEOUT": 20,
        "DEFAULT_FROM_EMAIL": octavo.mail_from,
    }
