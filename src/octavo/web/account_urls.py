"""The addresses of accounts, under the language of the page. Names are those that allauth looks them up by."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account_views
from allauth.mfa.base import views as mfa_views
from allauth.mfa.recovery_codes import views as codes_views
from allauth.mfa.totp import views as totp_views
from allauth.mfa.webauthn import views as passkey_views
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern, path, re_path, reverse_lazy

from octavo.config import settings
from octavo.web import account, invited, people
from octavo.web.person import PRIVATE, confirmed, limited, person_of
from octavo.web.rendering import PERSON_HEADER

AnyView = Callable[..., HttpResponseBase]


def _private(view: AnyView) -> AnyView:
    """Keep what is made for one person, or in answer to a secret, out of every cache."""

    @wraps(view)
    def wrapped(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
        response = view(request, *arguments, **named)
        response.headers["Cache-Control"] = PRIVATE
        if person := person_of(request):
            response.headers[PERSON_HEADER] = str(person.pk)
        return response

    return wrapped


def _by_mail(view: AnyView) -> AnyView:
    """Serve a view only where the house sends mail."""

    @wraps(view)
    def wrapped(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
        if settings.current().smtp is None:
            raise Http404
        return view(request, *arguments, **named)

    return wrapped


def _page(route: str, view: AnyView, name: str) -> URLPattern:
    return path(route, _private(view), name=name)


def _mail_page(route: str, view: AnyView, name: str) -> URLPattern:
    return _page(route, _by_mail(view), name)


def _own(route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    return _page(route, view, f"own_{name}")


_confirmed = limited("confirm")(account_views.confirm_email)

_passkey_removed = passkey_views.RemoveWebAuthnView.as_view(success_url=reverse_lazy("mfa_index"))
_password_set = confirmed(account_views.password_set)

urlpatterns = [
    _page("sign-in", account_views.login, "account_login"),
    _page("sign-in/passkey", passkey_views.login_webauthn, "mfa_login_webauthn"),
    _page("sign-in/code", mfa_views.authenticate, "mfa_authenticate"),
    _page("sign-in/closed", account_views.account_inactive, "account_inactive"),
    _page("sign-out", account_views.logout, "account_logout"),
    _page("sign-up", account_views.signup, "account_signup"),
    _page("invitation/<str:token>", invited.invited, "invitation"),
    _mail_page("password", account_views.password_reset, "account_reset_password"),
    _mail_page("password/sent", account_views.password_reset_done, "account_reset_password_done"),
    re_path(
        r"^password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)$",
        _private(_by_mail(account_views.password_reset_from_key)),
        name="account_reset_password_from_key",
    ),
    _mail_page("password/done", account_views.password_reset_from_key_done, "account_reset_password_from_key_done"),
    _mail_page("address/sent", account_views.email_verification_sent, "account_email_verification_sent"),
    _mail_page("address/<str:key>", _confirmed, "account_confirm_email"),
    _page("account", account.account, "mfa_index"),
    _own("account/name", account.rename, "rename"),
    _own("account/export", account.export, "export"),
    _own("account/erase", account.erase, "erase"),
    _own("account/sessions/end", account.end_other_sessions, "end_other_sessions"),
    _own("account/sessions/<int:identity>/end", account.end_session, "end_session"),
    _mail_page("account/address", account.Email.as_view(), "own_address"),
    _page("account/password", account_views.password_change, "account_change_password"),
    _page("account/password/new", _password_set, "account_set_password"),
    _page("account/confirm", account_views.reauthenticate, "account_reauthenticate"),
    _page("account/confirm/code", mfa_views.reauthenticate, "mfa_reauthenticate"),
    _page("account/confirm/passkey", passkey_views.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    _page("account/passkeys/add", account.AddPasskey.as_view(), "mfa_add_webauthn"),
    _page("account/passkeys/<int:pk>/remove", _passkey_removed, "mfa_remove_webauthn"),
    _page("account/codes/on", totp_views.activate_totp, "mfa_activate_totp"),
    _page("account/codes/off", totp_views.deactivate_totp, "mfa_deactivate_totp"),
    _page("account/codes/recovery", codes_views.view_recovery_codes, "mfa_view_recovery_codes"),
    _page("account/codes/recovery/new", codes_views.generate_recovery_codes, "mfa_generate_recovery_codes"),
    _own("people", people.people_list, "people"),
    _own("people/<int:identity>/role", people.set_role, "set_role"),
    _own("people/<int:identity>/ban", people.ban, "ban"),
    _own("people/<int:identity>/let-in", people.let_in, "let_in"),
    _own("people/<int:identity>/way-back", people.way_back, "way_back"),
    _own("invitations", people.invitations_list, "invitations"),
    _own("invitations/new", people.invite, "invite"),
    _own("invitations/<int:identity>/withdraw", people.withdraw, "withdraw"),
]
