"""Where an invitation's link leads: to signing up, or back into one's own account."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import SetPasswordForm
from allauth.account.signals import user_logged_in
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from octavo.accounts import invitations
from octavo.accounts.models import Invitation, User
from octavo.config import settings
from octavo.core.clock import utc_now
from octavo.web import addresses
from octavo.web.account_forms import FirstPasswordForm
from octavo.web.entrance import INVITED
from octavo.web.person import limited
from octavo.web.rendering import rendered


@require_http_methods(["GET", "POST"])
@limited("invitation")
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """Follow a link. Looking at it takes nothing, so that programs which look at links do not use it up."""
    found = invitations.find(token, utc_now())
    if found is None or (found.person is None and settings.current().sign_up == "off"):
        return rendered(request, "account/invitation_gone.html", status=410)
    if found.person is None:
        request.session[INVITED] = token
        return HttpResponseRedirect(addresses.sign_up_url())
    return _way_back(request, found, found.person)


def _way_back(request: HttpRequest, invitation: Invitation, person: User) -> HttpResponse:
    by_passkey = request.POST.get("way") == "passkey"
    form = FirstPasswordForm(person, request.POST if request.method == "POST" and not by_passkey else None)
    if request.method == "POST" and (by_passkey or form.is_valid()) and _let_in(request, invitation, form, by_passkey):
        return HttpResponseRedirect(addresses.add_passkey_url() if by_passkey else addresses.front_url())
    return rendered(request, "account/way_back.html", form=form, whose=person)


def _let_in(request: HttpRequest, invitation: Invitation, form: SetPasswordForm, by_passkey: bool) -> bool:
    """Take the link and sign its person in, the second step left out: who made the link answers for them."""
    person = form.user
    with transaction.atomic():
        if not invitations.take(invitation, person, utc_now()):
            return False
        if by_passkey:
            person.set_unusable_password()
            person.save(update_fields=["password"])
        else:
            form.save()
    adapter = get_adapter(request)
    adapter.login(request, person)
    user_logged_in.send(sender=User, request=request, user=person)
    return True
