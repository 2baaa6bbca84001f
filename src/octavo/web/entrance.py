"""How django-allauth behaves here: who may sign up, where people are led, what is said to them."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from octavo.accounts import invitations
from octavo.accounts.client_address import client_address
from octavo.accounts.models import Invitation, User
from octavo.config import settings
from octavo.core.clock import utc_now
from octavo.web import addresses, mails

INVITED = "invitation"
"""Where a session holds the token of the invitation that was followed."""
NAME_LENGTH = 40

SAID = {
    "account/messages/password_changed.txt": _("Your password is changed. You are signed out elsewhere."),
    "account/messages/password_set.txt": _("Your password is set."),
    "account/messages/email_confirmed.txt": _("Your e-mail address is confirmed."),
    "account/messages/email_confirmation_sent.txt": _("A mail with a link is on its way to your address."),
    "mfa/messages/webauthn_added.txt": _("Your passkey is kept. You can sign in with it from now on."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "mfa/messages/totp_activated.txt": _("Signing in with your password now asks for a code too."),
    "mfa/messages/totp_deactivated.txt": _("Signing in with your password asks for no code any more."),
    "mfa/messages/recovery_codes_generated.txt": _("There are new recovery codes; the old ones are void."),
}
"""What is said of what was done, by the name that allauth has for it; of the rest the page itself tells enough."""


class Entrance(DefaultAccountAdapter):  # type: ignore[misc]
    """Signing up, in and out."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("Name and password do not belong together."),
        "email_password_mismatch": _("Address and password do not belong together."),
        "too_many_login_attempts": _("Too many tries. Wait some minutes and try again."),
        "username_taken": _("Somebody has this name already."),
        "username_blacklisted": _("This name is kept for the house. Choose another."),
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not your password."),
        "email_taken": _("Somebody has this address already."),
        "duplicate_email": _("This is your address already."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        mode = settings.current().sign_up
        return mode == "open" or (mode == "invitation" and invited_by(request) is not None)

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Keep a new person, with the role that their invitation gives; it is taken in the same transaction."""
        invitation = invited_by(request)
        with transaction.atomic():
            if invitation:
                user.role = invitation.role
            made: User = super().save_user(request, user, form, commit)
            if invitation and not invitations.take(invitation, made, utc_now()):
                raise ImmediateHttpResponse(HttpResponseRedirect(addresses.sign_up_url()))
        request.session.pop(INVITED, None)
        return made

    def clean_username(self, username: str, shallow: bool = False) -> str:
        if len(username) > NAME_LENGTH:
            raise ValidationError(gettext("A name has at most %(count)s letters.") % {"count": NAME_LENGTH})
        cleaned: str = super().clean_username(username, shallow)
        return cleaned

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return addresses.front_url()

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the making of a passkey who chose one over a password."""
        return addresses.add_passkey_url() if request.POST.get("way") == "passkey" else addresses.front_url()

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return addresses.front_url()

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return addresses.account_url()

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        return addresses.account_url() if self.request.user.is_authenticated else addresses.sign_in_url()

    def get_client_ip(self, request: HttpRequest) -> str:
        forwarded = request.headers.get("X-Forwarded-For", "")
        return client_address(request.META.get("REMOTE_ADDR", ""), forwarded, settings.current().proxies_count)

    def is_safe_url(self, url: str | None) -> bool:
        """Lead on only to addresses of this house that are written without its name."""
        return bool(url) and str(url).startswith("/") and bool(super().is_safe_url(url))

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *rest: Any, **facts: Any
    ) -> None:
        message = facts.get("message") or SAID.get(message_template or "")
        if message:
            messages.add_message(request, level, str(message))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        mails.send(template_prefix.rpartition("/")[2], email, context)

    def get_login_stages(self) -> list[str]:
        replaced = {"allauth.mfa.stages.AuthenticateStage": "octavo.web.entrance.CodeStage"}
        return [replaced.get(stage, stage) for stage in super().get_login_stages()]


class CodeStage(AuthenticateStage):  # type: ignore[misc]
    """Asks for a code after the password, of those who want to be asked: a passkey alone is no wish for it."""

    def handle(self) -> Any:
        if not is_mfa_enabled(self.login.user, [Authenticator.Type.TOTP]):
            return None, True
        return super().handle()


class Keys(DefaultMFAAdapter):  # type: ignore[misc]
    """Passkeys and codes."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right. Codes change every half minute."),
    }

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return gettext("Passkey %(number)s") % {"number": count + 1}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Octavo"}


def invited_by(request: HttpRequest) -> Invitation | None:
    """Return the invitation that was followed to here and can still be taken, by somebody new."""
    token = request.session.get(INVITED)
    found = invitations.find(token, utc_now()) if token else None
    return found if found and found.person is None else None
