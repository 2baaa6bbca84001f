"""The forms of accounts: allauth's, with Octavo's words, and what stands beside them."""

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import (
    AddEmailForm,
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
    SignupForm,
)
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from octavo.accounts.invitations import LASTS_DAYS, LONGEST_DAYS
from octavo.accounts.models import User
from octavo.accounts.roles import Role
from octavo.config import settings
from octavo.web.people_words import role_name

DAYS = (1, LASTS_DAYS, 30, LONGEST_DAYS)


class SignInForm(LoginForm):  # type: ignore[misc]
    """A name or an address, and a password."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        with_mail = settings.current().smtp is not None
        _spell(self, "login", gettext("Name or e-mail address") if with_mail else gettext("Name"), "username")
        _spell(self, "password", gettext("Password"), "current-password")
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}


class SignUpForm(SignupForm):  # type: ignore[misc]
    """A name, and a password or (`way`) a passkey, which is made on the page that follows."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        about = gettext("Letters, digits and @ . + - _, without spaces. Others see it beside what you write.")
        _spell(self, "username", gettext("Name"), "username", about)
        self.fields["username"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        _spell(self, "password1", gettext("Password"), "new-password", _about_passwords())
        self.fields["password1"].required = self.data.get("way") != "passkey"
        if "email" in self.fields:
            _spell(self, "email", gettext("E-mail address (optional)"), "email", gettext("For a forgotten password."))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if self.data.get("way") == "passkey":
            cleaned["password1"] = ""
        return cleaned


class _Spelled:
    """Puts Octavo's words in the place of allauth's."""

    fields: dict[str, forms.Field]
    new_password = ""
    """The field of a password that is made here: it is told what must be in it, and is given once."""
    old: Mapping[str, tuple[Any, str]] = {}
    """Label and autocomplete of other fields, by name."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for name, (label, autocomplete) in self.old.items():
            _spell(self, name, str(label), autocomplete)
        if self.new_password:
            _spell(self, self.new_password, gettext("New password"), "new-password", _about_passwords())
            del self.fields["password2"]


class PasswordForm(_Spelled, ChangePasswordForm):  # type: ignore[misc]
    """Another password in place of the one that is known."""

    new_password = "password1"  # noqa: S105
    old = {"oldpassword": (_("Password until now"), "current-password")}


class FirstPasswordForm(_Spelled, SetPasswordForm):  # type: ignore[misc]
    """A password for a person who had none, or who was let in by a link."""

    new_password = "password1"  # noqa: S105


class ResetForm(_Spelled, ResetPasswordKeyForm):  # type: ignore[misc]
    """Another password in place of the one that was forgotten."""

    new_password = "password1"  # noqa: S105


class ForgottenForm(_Spelled, ResetPasswordForm):  # type: ignore[misc]
    """The address that the link for another password is sent to."""

    old = {"email": (_("E-mail address"), "email")}


class AddressForm(_Spelled, AddEmailForm):  # type: ignore[misc]
    """Another address for mail."""

    old = {"email": (_("E-mail address"), "email")}


class ConfirmForm(_Spelled, ReauthenticateForm):  # type: ignore[misc]
    """The password once more."""

    old = {"password": (_("Password"), "current-password")}


class CodeForm(_Spelled, AuthenticateForm):  # type: ignore[misc]
    """The code after the password."""

    old = {"code": (_("Code"), "one-time-code")}


class ConfirmCodeForm(_Spelled, ReauthenticateCodeForm):  # type: ignore[misc]
    """A code, to show once more that it is oneself."""

    old = {"code": (_("Code"), "one-time-code")}


class SwitchOnForm(_Spelled, ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an app."""

    old = {"code": (_("Code"), "one-time-code")}


class NameForm(forms.Form):
    """Another name for oneself."""

    username = forms.CharField(label=_("Name"))

    def __init__(self, *arguments: Any, person: User, **named: Any) -> None:
        super().__init__(*arguments, **{"initial": {"username": person.username}, **named})
        self._person = person
        self.fields["username"].widget.attrs |= {"autocomplete": "username", "spellcheck": "false"}

    def clean_username(self) -> str:
        name = str(self.cleaned_data["username"]).strip()
        if name.casefold() == self._person.username.casefold():
            User._meta.get_field("username").run_validators(name)
            return name
        return str(get_adapter().clean_username(name))


class InvitationForm(forms.Form):
    """For whom, as what, for how long."""

    note = forms.CharField(label=_("For whom"), max_length=80, required=False)
    role = forms.ChoiceField(label=_("Role"))
    days = forms.TypedChoiceField(label=_("Lasts"), coerce=int, initial=LASTS_DAYS)

    def __init__(self, *arguments: Any, roles: list[Role], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["note"].help_text = gettext("Only people who invite see this.")
        self.fields["role"].choices = [(one.value, role_name(one)) for one in roles]  # type: ignore[attr-defined]
        self.fields["days"].choices = [(one, _days(one)) for one in DAYS]  # type: ignore[attr-defined]


def _spell(form: Any, name: str, label: str, autocomplete: str, help_text: str = "") -> None:
    field = form.fields[name]
    field.label, field.help_text = label, help_text
    field.widget.attrs["autocomplete"] = autocomplete
    field.widget.attrs.pop("placeholder", None)


def _about_passwords() -> str:
    return " ".join(password_validators_help_texts())


def _days(count: int) -> str:
    return ngettext("%(count)s day", "%(count)s days", count) % {"count": count}
