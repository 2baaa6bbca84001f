"""A person's own account: name, ways to sign in, sessions, what is theirs."""

from typing import Any

from allauth.account.internal import flows
from allauth.account.models import EmailAddress
from allauth.account.views import EmailView
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.flows import signup_authenticator
from allauth.mfa.webauthn.views import AddWebAuthnView
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from octavo.accounts import belongings
from octavo.accounts.roles import Act
from octavo.config import settings
from octavo.core.clock import utc_now
from octavo.core.errors import BadInput
from octavo.web import addresses
from octavo.web.account_forms import NameForm
from octavo.web.person import allowed, confirmed, signed_in
from octavo.web.rendering import rendered


@allowed(Act.KEEP)
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    return _account(request, NameForm(person=signed_in(request)))


def _account(request: HttpRequest, name_form: NameForm) -> HttpResponse:
    person = signed_in(request)
    keys = list(Authenticator.objects.filter(user=person).order_by("created_at"))
    sessions = UserSession.objects.purge_and_list(person)
    return rendered(
        request,
        "account/account.html",
        name_form=name_form,
        passkeys=[one.wrap() for one in keys if one.type == Authenticator.Type.WEBAUTHN],
        asks_code=any(one.type == Authenticator.Type.TOTP for one in keys),
        emails=EmailAddress.objects.filter(user=person).order_by("-primary", "email"),
        sends_mail=settings.current().smtp is not None,
        sessions=sorted(sessions, key=lambda one: (not one.is_current(), -one.created_at.timestamp())),
    )


@allowed(Act.KEEP)
@require_POST
def rename(request: HttpRequest) -> HttpResponse:
    person = signed_in(request)
    form = NameForm(request.POST, person=person)
    if not form.is_valid():
        return _account(request, form)
    person.username = form.cleaned_data["username"]
    person.save(update_fields=["username"])
    messages.success(request, _("Your name is changed."))
    return _back()


@allowed(Act.KEEP)
@require_POST
def end_session(request: HttpRequest, identity: int) -> HttpResponse:
    """Sign one of a person's browsers out."""
    session = UserSession.objects.filter(user=signed_in(request), pk=identity).first()
    if session is None:
        raise Http404
    session.end()
    messages.success(request, _("That browser is signed out."))
    return _back()


@allowed(Act.KEEP)
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign all of a person's browsers out but the one that asks."""
    for session in UserSession.objects.filter(user=signed_in(request)):
        if not session.is_current():
            session.end()
    messages.success(request, _("All your other browsers are signed out."))
    return _back()


@allowed(Act.KEEP)
@confirmed
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Hand over all that is a person's, as JSON."""
    person = signed_in(request)
    name = f"octavo-{person.pk}-{utc_now():%Y-%m-%d}.json"
    answer = JsonResponse(
        belongings.export(person), DjangoJSONEncoder, json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@allowed(Act.KEEP)
@confirmed
def erase(request: HttpRequest) -> HttpResponse:
    """Say what erasing does, and do it."""
    if request.method != "POST":
        return rendered(request, "account/erase.html")
    person = signed_in(request)
    try:
        belongings.erase(person)
    except BadInput:
        return rendered(request, "account/erase.html", is_last=True, status=409)
    flows.logout.logout(request)
    return HttpResponseRedirect(addresses.front_url())


class AddPasskey(AddWebAuthnView):  # type: ignore[misc]
    """Makes a passkey, which is a way to sign in of its own and no second step: it needs no recovery codes."""

    def form_valid(self, form: Any) -> HttpResponse:
        name, credential = form.cleaned_data["name"], form.cleaned_data["credential"]
        signup_authenticator(self.request, self.request.user, name, credential)
        return _back()


class Email(EmailView):  # type: ignore[misc]
    """Another address for mail, which is used once it is confirmed."""

    def get_success_url(self) -> str:
        return addresses.account_url()


def _back() -> HttpResponse:
    return HttpResponseRedirect(reverse("mfa_index"))
