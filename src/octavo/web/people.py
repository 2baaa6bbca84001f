"""Who there is, what they may do, and whom they invite."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from octavo.accounts import invitations, people
from octavo.accounts.models import Invitation, User
from octavo.accounts.roles import Act, Role, may_give
from octavo.config import settings
from octavo.core.clock import utc_now
from octavo.core.errors import BadInput
from octavo.web import addresses
from octavo.web.account_forms import InvitationForm
from octavo.web.person import allowed, signed_in
from octavo.web.rendering import page_of, rendered

PEOPLE_COUNT = 50
MADE = "made_link"
"""Where a session holds a new link until it has been shown, once."""


@allowed(Act.ADMINISTER)
@require_safe
def people_list(request: HttpRequest) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:100]
    found = User.objects.filter(Q(username__icontains=text) | Q(email__icontains=text)).order_by("-date_joined")
    return rendered(
        request,
        "account/people.html",
        text=text,
        people=Paginator(found, PEOPLE_COUNT).get_page(page_of(request)),
        roles=list(Role),
        link=request.session.pop(MADE, ""),
    )


@allowed(Act.INVITE)
@require_safe
def invitations_list(request: HttpRequest) -> HttpResponse:
    return _invitations(request, InvitationForm(roles=_roles(request)))


def _invitations(request: HttpRequest, form: InvitationForm) -> HttpResponse:
    person = signed_in(request)
    shown = Invitation.objects.filter(person=None).select_related("made_by", "used_by").order_by("-made")
    if not person.may(Act.ADMINISTER):
        shown = shown.filter(made_by=person)
    return rendered(
        request,
        "account/invitations.html",
        form=form,
        invitations=shown[:PEOPLE_COUNT],
        sign_up=settings.current().sign_up,
        link=request.session.pop(MADE, ""),
    )


@allowed(Act.INVITE)
@require_POST
def invite(request: HttpRequest) -> HttpResponse:
    form = InvitationForm(request.POST, roles=_roles(request))
    if not form.is_valid():
        return _invitations(request, form)
    role, note, days = (form.cleaned_data[name] for name in ("role", "note", "days"))
    token = invitations.invite(signed_in(request), Role(role), utc_now(), note=note, days=days)
    request.session[MADE] = addresses.invitation_link(token, request)
    return HttpResponseRedirect(addresses.invitations_url())


@allowed(Act.INVITE)
@require_POST
def withdraw(request: HttpRequest, identity: int) -> HttpResponse:
    person = signed_in(request)
    if not invitations.withdraw(identity, person, utc_now(), all_of_them=person.may(Act.ADMINISTER)):
        raise Http404
    messages.success(request, _("The invitation is withdrawn."))
    return HttpResponseRedirect(addresses.invitations_url())


def _on_other(act: Callable[[HttpRequest, User], None]) -> Callable[[HttpRequest, int], HttpResponse]:
    """Make a view of what an administrator does to another person; nobody does it to themselves."""

    @allowed(Act.ADMINISTER)
    @require_POST
    def view(request: HttpRequest, identity: int) -> HttpResponse:
        other = get_object_or_404(User, pk=identity)
        if other == request.user:
            raise PermissionDenied
        try:
            act(request, other)
        except BadInput as error:
            messages.error(request, str(error))
        return HttpResponseRedirect(addresses.people_url())

    return view


@_on_other
def set_role(request: HttpRequest, other: User) -> None:
    wanted = request.POST.get("role", "")
    if wanted not in set(Role):
        raise Http404
    people.set_role(other, Role(wanted), by=signed_in(request))
    messages.success(request, _("%(name)s has another role now.") % {"name": other.username})


@_on_other
def ban(request: HttpRequest, other: User) -> None:
    people.set_banned(other, banned=True, by=signed_in(request))
    messages.success(request, _("%(name)s is banned and signed out everywhere.") % {"name": other.username})


@_on_other
def let_in(request: HttpRequest, other: User) -> None:
    people.set_banned(other, banned=False, by=signed_in(request))
    messages.success(request, _("%(name)s may sign in again.") % {"name": other.username})


@_on_other
def way_back(request: HttpRequest, other: User) -> None:
    token = invitations.way_back(other, signed_in(request), utc_now())
    request.session[MADE] = addresses.invitation_link(token, request)


def _roles(request: HttpRequest) -> list[Role]:
    return [role for role in Role if may_give(Role(signed_in(request).role), role)]
